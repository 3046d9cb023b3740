/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wdf.h, for case-sensitive file systems. */
#include "../../wdf.h"
