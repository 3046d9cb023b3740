/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntddkbd.h, for case-sensitive file systems. */
#include "../../ntddkbd.h"
