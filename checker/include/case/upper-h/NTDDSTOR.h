/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntddstor.h, for case-sensitive file systems. */
#include "../../ntddstor.h"
