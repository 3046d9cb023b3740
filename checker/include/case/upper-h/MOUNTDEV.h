/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of mountdev.h, for case-sensitive file systems. */
#include "../../mountdev.h"
