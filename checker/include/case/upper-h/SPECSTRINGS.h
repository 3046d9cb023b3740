/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of specstrings.h, for case-sensitive file systems. */
#include "../../specstrings.h"
