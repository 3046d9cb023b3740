/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of mountmgr.h, for case-sensitive file systems. */
#include "../../mountmgr.h"
