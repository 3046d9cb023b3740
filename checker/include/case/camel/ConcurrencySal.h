/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of concurrencysal.h, for case-sensitive file systems. */
#include "../../concurrencysal.h"
