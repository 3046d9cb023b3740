/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of bcrypt.h, for case-sensitive file systems. */
#include "../../bcrypt.h"
