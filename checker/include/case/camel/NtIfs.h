/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntifs.h, for case-sensitive file systems. */
#include "../../ntifs.h"
