// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the kinds of files of the C runtime.
// Written from documented facts.
#ifndef FLT_STANDIN_SYS_STAT_H
#define FLT_STANDIN_SYS_STAT_H
#include "types.h"
#define _S_IFMT 0xF000
#define _S_IFDIR 0x4000
#define _S_IFCHR 0x2000
#define _S_IFIFO 0x1000
#define _S_IFREG 0x8000
#define _S_IREAD 0x0100
#define _S_IWRITE 0x0080
#define _S_IEXEC 0x0040
#define S_IFMT _S_IFMT
#define S_IFDIR _S_IFDIR
#define S_IFCHR _S_IFCHR
#define S_IFREG _S_IFREG
#define S_IREAD _S_IREAD
#define S_IWRITE _S_IWRITE
#define S_IEXEC _S_IEXEC
#endif
