/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of fwpsk.h, for case-sensitive file systems. */
#include "../../fwpsk.h"
