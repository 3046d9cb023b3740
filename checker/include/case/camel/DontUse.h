/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of dontuse.h, for case-sensitive file systems. */
#include "../../dontuse.h"
