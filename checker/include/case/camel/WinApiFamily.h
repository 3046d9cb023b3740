/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 * Another spelling of winapifamily.h, for case-sensitive file systems. */
#include "../../winapifamily.h"
