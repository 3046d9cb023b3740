/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of stdlib.h, for case-sensitive file systems. */
#include "../../stdlib.h"
