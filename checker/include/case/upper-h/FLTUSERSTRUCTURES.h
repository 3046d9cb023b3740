/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of fltUserStructures.h, for case-sensitive file systems. */
#include "../../fltUserStructures.h"
