/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of storduid.h, for case-sensitive file systems. */
#include "../../storduid.h"
