/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntdddisk.h, for case-sensitive file systems. */
#include "../../ntdddisk.h"
