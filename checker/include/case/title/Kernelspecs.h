/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of kernelspecs.h, for case-sensitive file systems. */
#include "../../kernelspecs.h"
