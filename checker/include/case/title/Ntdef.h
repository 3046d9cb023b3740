/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntdef.h, for case-sensitive file systems. */
#include "../../ntdef.h"
