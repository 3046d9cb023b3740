// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the types of the C runtime for files.
// Written from documented facts.
#ifndef FLT_STANDIN_SYS_TYPES_H
#define FLT_STANDIN_SYS_TYPES_H
#include "../time.h"
typedef unsigned short _ino_t;
typedef unsigned int _dev_t;
typedef long _off_t;
#if !defined(__STDC__) || !__STDC__
typedef _ino_t ino_t;
typedef _dev_t dev_t;
typedef _off_t off_t;
#endif
#endif
