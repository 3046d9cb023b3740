/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for specstrings_strict.h: the same annotations as specstrings.h.
 */
#ifndef FLTCHECK_SPECSTRINGS_STRICT_H
#define FLTCHECK_SPECSTRINGS_STRICT_H

#include "specstrings.h"

#endif /* FLTCHECK_SPECSTRINGS_STRICT_H */
