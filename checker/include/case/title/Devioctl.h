/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of devioctl.h, for case-sensitive file systems. */
#include "../../devioctl.h"
