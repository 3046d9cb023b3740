/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of fltKernel.h, for case-sensitive file systems. */
#include "../../fltKernel.h"
