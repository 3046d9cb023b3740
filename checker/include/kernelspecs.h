/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for kernelspecs.h: the IRQL annotations, which driverspecs.h has.
 */
#ifndef FLTCHECK_KERNELSPECS_H
#define FLTCHECK_KERNELSPECS_H

#include "driverspecs.h"

#endif /* FLTCHECK_KERNELSPECS_H */
