/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntddk.h, for case-sensitive file systems. */
#include "../../ntddk.h"
