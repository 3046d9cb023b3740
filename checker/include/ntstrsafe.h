// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the safe string routines (counted in bytes or characters, and
// on UNICODE_STRINGs). Written from documented facts.
#ifndef FLT_STANDIN_NTSTRSAFE_H
#define FLT_STANDIN_NTSTRSAFE_H
#include "flt-standin/base.h"
#include "ntstatus.h"

FLT_STANDIN_BEGIN

#define NTSTRSAFEDDI NTSTATUS NTAPI
#define NTSTRSAFE_MAX_CCH 2147483647
#define NTSTRSAFE_MAX_LENGTH (NTSTRSAFE_MAX_CCH - 1)
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH (0xffff / sizeof(wchar_t))
#define STRSAFE_IGNORE_NULLS 0x00000100
#define STRSAFE_FILL_BEHIND_NULL 0x00000200
#define STRSAFE_FILL_ON_FAILURE 0x00000400
#define STRSAFE_NULL_ON_FAILURE 0x00000800
#define STRSAFE_NO_TRUNCATION 0x00001000
#define STRSAFE_FILL_BEHIND STRSAFE_FILL_BEHIND_NULL
#define STRSAFE_ZERO_LENGTH_ON_FAILURE STRSAFE_NULL_ON_FAILURE
typedef char *NTSTRSAFE_PSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef wchar_t *NTSTRSAFE_PWSTR;
typedef const wchar_t *NTSTRSAFE_PCWSTR;

// Count is Cb (bytes) or Cch (characters), S the string suffix, C the
// character type.
#define FLT_STANDIN_STR(Count, S, C) \
  NTSTATUS RtlString##Count##Copy##S(C *, size_t, const C *); \
  NTSTATUS RtlString##Count##CopyN##S(C *, size_t, const C *, size_t); \
  NTSTATUS RtlString##Count##Cat##S(C *, size_t, const C *); \
  NTSTATUS RtlString##Count##CatN##S(C *, size_t, const C *, size_t); \
  NTSTATUS RtlString##Count##Printf##S(C *, size_t, const C *, ...); \
  NTSTATUS RtlString##Count##VPrintf##S(C *, size_t, const C *, va_list); \
  NTSTATUS RtlString##Count##Length##S(const C *, size_t, size_t *); \
  NTSTATUS RtlString##Count##CopyEx##S(C *, size_t, const C *, C **, \
                                         size_t *, ULONG); \
  NTSTATUS RtlString##Count##CopyNEx##S(C *, size_t, const C *, size_t, \
                                          C **, size_t *, ULONG); \
  NTSTATUS RtlString##Count##CatEx##S(C *, size_t, const C *, C **, \
                                        size_t *, ULONG); \
  NTSTATUS RtlString##Count##CatNEx##S(C *, size_t, const C *, size_t, \
                                         C **, size_t *, ULONG); \
  NTSTATUS RtlString##Count##PrintfEx##S(C *, size_t, C **, size_t *, ULONG, \
                                           const C *, ...); \
  NTSTATUS RtlString##Count##VPrintfEx##S(C *, size_t, C **, size_t *, \
                                            ULONG, const C *, va_list);
FLT_STANDIN_STR(Cb, A, char)
FLT_STANDIN_STR(Cb, W, wchar_t)
FLT_STANDIN_STR(Cch, A, char)
FLT_STANDIN_STR(Cch, W, wchar_t)

NTSTATUS RtlStringCchCopyUnicodeString(PWSTR, size_t, PCUNICODE_STRING);
NTSTATUS RtlStringCbCopyUnicodeString(PWSTR, size_t, PCUNICODE_STRING);
NTSTATUS RtlStringCchCopyUnicodeStringEx(PWSTR, size_t, PCUNICODE_STRING, PWSTR *,
                                         size_t *, ULONG);
NTSTATUS RtlStringCbCopyUnicodeStringEx(PWSTR, size_t, PCUNICODE_STRING, PWSTR *,
                                        size_t *, ULONG);
NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING, NTSTRSAFE_PCWSTR);
NTSTATUS RtlUnicodeStringInitEx(PUNICODE_STRING, NTSTRSAFE_PCWSTR, ULONG);
NTSTATUS RtlUnicodeStringValidate(PCUNICODE_STRING);
NTSTATUS RtlUnicodeStringValidateEx(PCUNICODE_STRING, ULONG);
NTSTATUS RtlUnicodeStringCopy(PUNICODE_STRING, PCUNICODE_STRING);
NTSTATUS RtlUnicodeStringCopyString(PUNICODE_STRING, NTSTRSAFE_PCWSTR);
NTSTATUS RtlUnicodeStringCbCopyN(PUNICODE_STRING, PCUNICODE_STRING, size_t);
NTSTATUS RtlUnicodeStringCchCopyN(PUNICODE_STRING, PCUNICODE_STRING, size_t);
NTSTATUS RtlUnicodeStringCbCopyStringN(PUNICODE_STRING, NTSTRSAFE_PCWSTR, size_t);
NTSTATUS RtlUnicodeStringCchCopyStringN(PUNICODE_STRING, NTSTRSAFE_PCWSTR, size_t);
NTSTATUS RtlUnicodeStringCopyEx(PUNICODE_STRING, PCUNICODE_STRING, PUNICODE_STRING,
                             ULONG);
NTSTATUS RtlUnicodeStringCopyStringEx(PUNICODE_STRING, NTSTRSAFE_PCWSTR,
                                   PUNICODE_STRING, ULONG);
NTSTATUS RtlUnicodeStringCat(PUNICODE_STRING, PCUNICODE_STRING);
NTSTATUS RtlUnicodeStringCatString(PUNICODE_STRING, NTSTRSAFE_PCWSTR);
NTSTATUS RtlUnicodeStringCbCatN(PUNICODE_STRING, PCUNICODE_STRING, size_t);
NTSTATUS RtlUnicodeStringCchCatN(PUNICODE_STRING, PCUNICODE_STRING, size_t);
NTSTATUS RtlUnicodeStringCbCatStringN(PUNICODE_STRING, NTSTRSAFE_PCWSTR, size_t);
NTSTATUS RtlUnicodeStringCchCatStringN(PUNICODE_STRING, NTSTRSAFE_PCWSTR, size_t);
NTSTATUS RtlUnicodeStringCatEx(PUNICODE_STRING, PCUNICODE_STRING, PUNICODE_STRING,
                             ULONG);
NTSTATUS RtlUnicodeStringCatStringEx(PUNICODE_STRING, NTSTRSAFE_PCWSTR,
                                   PUNICODE_STRING, ULONG);
NTSTATUS RtlUnicodeStringPrintf(PUNICODE_STRING, NTSTRSAFE_PCWSTR, ...);
NTSTATUS RtlUnicodeStringVPrintf(PUNICODE_STRING, NTSTRSAFE_PCWSTR, va_list);
NTSTATUS RtlUnicodeStringPrintfEx(PUNICODE_STRING, PUNICODE_STRING, ULONG,
                                  NTSTRSAFE_PCWSTR, ...);

FLT_STANDIN_END
#endif
