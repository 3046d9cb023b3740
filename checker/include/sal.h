/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for sal.h: the source-code annotation language, every annotation
 * expanding to nothing. Written from the public documentation; no text of the
 * original. Parts: sal2.h (_In_), sal1.h (_In_count_), sal-lowercase.h (__in).
 */
#ifndef SAL_INCLUDED
#define SAL_INCLUDED 1

#define _SAL_VERSION 20
#define __SAL_H_VERSION 180000000
#define __specstrings

#include "sal-standin/sal2.h"
#include "sal-standin/sal1.h"
#include "sal-standin/sal-lowercase.h"

#endif /* SAL_INCLUDED */
