/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of stdio.h, for case-sensitive file systems. */
#include "../../stdio.h"
