/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for no_sal2.h: for sources that switch SAL 2 off themselves. The
 * annotations expand to nothing anyway, so it is sal.h.
 */
#ifndef FLTCHECK_NO_SAL2_H
#define FLTCHECK_NO_SAL2_H

#include "sal.h"

#endif /* FLTCHECK_NO_SAL2_H */
