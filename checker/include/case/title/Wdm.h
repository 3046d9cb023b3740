/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wdm.h, for case-sensitive file systems. */
#include "../../wdm.h"
