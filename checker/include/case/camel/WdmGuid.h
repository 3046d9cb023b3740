/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wdmguid.h, for case-sensitive file systems. */
#include "../../wdmguid.h"
