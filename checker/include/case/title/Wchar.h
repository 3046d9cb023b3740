/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wchar.h, for case-sensitive file systems. */
#include "../../wchar.h"
