/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of driverspecs.h, for case-sensitive file systems. */
#include "../../driverspecs.h"
