/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of excpt.h, for case-sensitive file systems. */
#include "../../excpt.h"
