/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of suppress.h, for case-sensitive file systems. */
#include "../../suppress.h"
