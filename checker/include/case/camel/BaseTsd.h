/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of basetsd.h, for case-sensitive file systems. */
#include "../../basetsd.h"
