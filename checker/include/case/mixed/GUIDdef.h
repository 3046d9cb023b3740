/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of guiddef.h, for case-sensitive file systems. */
#include "../../guiddef.h"
