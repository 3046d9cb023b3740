/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntintsafe.h, for case-sensitive file systems. */
#include "../../ntintsafe.h"
