/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ioevent.h, for case-sensitive file systems. */
#include "../../ioevent.h"
