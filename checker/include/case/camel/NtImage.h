/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntimage.h, for case-sensitive file systems. */
#include "../../ntimage.h"
