/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wsk.h, for case-sensitive file systems. */
#include "../../wsk.h"
