/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of string.h, for case-sensitive file systems. */
#include "../../string.h"
