/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of sal.h, for case-sensitive file systems. */
#include "../../sal.h"
