// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the basic Windows types, where kernel code includes them.
// Written from documented facts.
#ifndef FLT_STANDIN_WINDEF_H
#define FLT_STANDIN_WINDEF_H
#include "flt-standin/base.h"
FLT_STANDIN_BEGIN
typedef int BOOL, *PBOOL, *LPBOOL, *PINT, *LPINT;
typedef BYTE *PBYTE, *LPBYTE;
typedef WORD *PWORD, *LPWORD;
typedef DWORD *PDWORD, *LPDWORD;
typedef UINT *PUINT;
typedef float FLOAT;
typedef void *LPVOID;
typedef const void *LPCVOID;
FLT_STANDIN_END
#define WINAPI __stdcall
#define CALLBACK __stdcall
#define APIENTRY WINAPI
#ifndef MAX_PATH
#define MAX_PATH 260
#endif
#define LOWORD(l) ((WORD)((ULONG_PTR)(l) & 0xffff))
#define HIWORD(l) ((WORD)(((ULONG_PTR)(l) >> 16) & 0xffff))
#define LOBYTE(w) ((BYTE)((ULONG_PTR)(w) & 0xff))
#define HIBYTE(w) ((BYTE)(((ULONG_PTR)(w) >> 8) & 0xff))
#define MAKELONG(a, b) ((LONG)(((WORD)(a)) | ((DWORD)((WORD)(b))) << 16))
#endif
