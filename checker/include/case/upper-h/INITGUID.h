/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of initguid.h, for case-sensitive file systems. */
#include "../../initguid.h"
