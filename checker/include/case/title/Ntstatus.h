/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of ntstatus.h, for case-sensitive file systems. */
#include "../../ntstatus.h"
