/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of wdmsec.h, for case-sensitive file systems. */
#include "../../wdmsec.h"
