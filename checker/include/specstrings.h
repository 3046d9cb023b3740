/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for specstrings.h: all annotation headers in one. Written from the
 * public documentation of the annotations.
 */
#ifndef SPECSTRINGS_H
#define SPECSTRINGS_H

#include "sal.h"
#include "sal-standin/specstrings-extra.h"
#include "driverspecs.h"

#endif /* SPECSTRINGS_H */
