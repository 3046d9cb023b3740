/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntddscsi.h, for case-sensitive file systems. */
#include "../../ntddscsi.h"
