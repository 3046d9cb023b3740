/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntstrsafe.h, for case-sensitive file systems. */
#include "../../ntstrsafe.h"
