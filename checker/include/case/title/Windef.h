/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of windef.h, for case-sensitive file systems. */
#include "../../windef.h"
