/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ndis.h, for case-sensitive file systems. */
#include "../../ndis.h"
