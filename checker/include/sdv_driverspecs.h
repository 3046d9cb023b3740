/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for sdv_driverspecs.h: the same annotations as driverspecs.h.
 */
#ifndef FLTCHECK_SDV_DRIVERSPECS_H
#define FLTCHECK_SDV_DRIVERSPECS_H

#include "driverspecs.h"

#endif /* FLTCHECK_SDV_DRIVERSPECS_H */
