/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntddvol.h, for case-sensitive file systems. */
#include "../../ntddvol.h"
