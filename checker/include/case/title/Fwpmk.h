/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of fwpmk.h, for case-sensitive file systems. */
#include "../../fwpmk.h"
