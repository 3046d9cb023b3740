// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the part of the C runtime that kernel-mode code may use. Written
// from the C standard and documented facts.
#ifndef FLT_STANDIN_CRT_H
#define FLT_STANDIN_CRT_H

#include "cstddef.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifndef _ERRNO_T_DEFINED
#define _ERRNO_T_DEFINED
typedef int errno_t;
#endif
#ifndef _RSIZE_T_DEFINED
#define _RSIZE_T_DEFINED
typedef size_t rsize_t;
#endif
#ifndef _WCTYPE_T_DEFINED
#define _WCTYPE_T_DEFINED
typedef unsigned short wint_t;
typedef unsigned short wctype_t;
#endif
#ifndef _INTPTR_T_DEFINED
#define _INTPTR_T_DEFINED
typedef __int64 intptr_t;
#endif
#ifndef _UINTPTR_T_DEFINED
#define _UINTPTR_T_DEFINED
typedef unsigned __int64 uintptr_t;
#endif
#ifndef SIZE_MAX
#define SIZE_MAX 0xffffffffffffffffui64
#endif
// Drivers have these from the headers that include <limits.h>.
#ifndef UCHAR_MAX
#define CHAR_BIT 8
#define SCHAR_MIN (-128)
#define SCHAR_MAX 127
#define UCHAR_MAX 0xff
#define SHRT_MIN (-32768)
#define SHRT_MAX 32767
#define USHRT_MAX 0xffff
#define INT_MIN (-2147483647 - 1)
#define INT_MAX 2147483647
#define UINT_MAX 0xffffffff
#define LONG_MIN (-2147483647L - 1)
#define LONG_MAX 2147483647L
#define ULONG_MAX 0xffffffffUL
#define LLONG_MAX 9223372036854775807i64
#define LLONG_MIN (-9223372036854775807i64 - 1)
#define ULLONG_MAX 0xffffffffffffffffui64
#endif
#define _TRUNCATE ((size_t)-1)
#define _ALLOCA_S_THRESHOLD 1024

void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
void *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t);
errno_t memcpy_s(void *, rsize_t, const void *, rsize_t);
errno_t memmove_s(void *, rsize_t, const void *, rsize_t);
int _memicmp(const void *, const void *, size_t);

size_t strlen(const char *);
size_t strnlen(const char *, size_t);
static __inline size_t strnlen_s(const char *s, size_t n) {
  return s ? strnlen(s, n) : 0;
}
char *strcpy(char *, const char *);
char *strncpy(char *, const char *, size_t);
char *strcat(char *, const char *);
char *strncat(char *, const char *, size_t);
int strcmp(const char *, const char *);
int strncmp(const char *, const char *, size_t);
int _stricmp(const char *, const char *);
int _strnicmp(const char *, const char *, size_t);
char *strchr(const char *, int);
char *strrchr(const char *, int);
char *strstr(const char *, const char *);
size_t strspn(const char *, const char *);
size_t strcspn(const char *, const char *);
char *strpbrk(const char *, const char *);
char *strtok_s(char *, const char *, char **);
char *_strupr(char *);
char *_strlwr(char *);
char *_strrev(char *);
errno_t strcpy_s(char *, rsize_t, const char *);
errno_t strncpy_s(char *, rsize_t, const char *, rsize_t);
errno_t strcat_s(char *, rsize_t, const char *);
errno_t strncat_s(char *, rsize_t, const char *, rsize_t);

size_t wcslen(const wchar_t *);
size_t wcsnlen(const wchar_t *, size_t);
static __inline size_t wcsnlen_s(const wchar_t *s, size_t n) {
  return s ? wcsnlen(s, n) : 0;
}
wchar_t *wcscpy(wchar_t *, const wchar_t *);
wchar_t *wcsncpy(wchar_t *, const wchar_t *, size_t);
wchar_t *wcscat(wchar_t *, const wchar_t *);
wchar_t *wcsncat(wchar_t *, const wchar_t *, size_t);
int wcscmp(const wchar_t *, const wchar_t *);
int wcsncmp(const wchar_t *, const wchar_t *, size_t);
int _wcsicmp(const wchar_t *, const wchar_t *);
int _wcsnicmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *wcschr(const wchar_t *, wchar_t);
wchar_t *wcsrchr(const wchar_t *, wchar_t);
wchar_t *wcsstr(const wchar_t *, const wchar_t *);
wchar_t *wcspbrk(const wchar_t *, const wchar_t *);
size_t wcsspn(const wchar_t *, const wchar_t *);
size_t wcscspn(const wchar_t *, const wchar_t *);
wchar_t *wcstok_s(wchar_t *, const wchar_t *, wchar_t **);
wchar_t *_wcsupr(wchar_t *);
wchar_t *_wcslwr(wchar_t *);
wchar_t *_wcsrev(wchar_t *);
errno_t _wcsupr_s(wchar_t *, size_t);
errno_t _wcslwr_s(wchar_t *, size_t);
errno_t wcscpy_s(wchar_t *, rsize_t, const wchar_t *);
errno_t wcsncpy_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
errno_t wcscat_s(wchar_t *, rsize_t, const wchar_t *);
errno_t wcsncat_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
wchar_t *wmemcpy(wchar_t *, const wchar_t *, size_t);
wchar_t *wmemset(wchar_t *, wchar_t, size_t);

int isalpha(int);
int isdigit(int);
int isalnum(int);
int isspace(int);
int isupper(int);
int islower(int);
int isprint(int);
int ispunct(int);
int isxdigit(int);
int iscntrl(int);
int isgraph(int);
int toupper(int);
int tolower(int);
int iswalpha(wint_t);
int iswdigit(wint_t);
int iswalnum(wint_t);
int iswspace(wint_t);
int iswupper(wint_t);
int iswlower(wint_t);
int iswxdigit(wint_t);
int iswprint(wint_t);
int iswctype(wint_t, wctype_t);
wint_t towupper(wint_t);
wint_t towlower(wint_t);
size_t mbstowcs(wchar_t *, const char *, size_t);
size_t wcstombs(char *, const wchar_t *, size_t);
int mbtowc(wchar_t *, const char *, size_t);
int wctomb(char *, wchar_t);

int abs(int);
long labs(long);
int rand(void);
void srand(unsigned);
int atoi(const char *);
long atol(const char *);
long strtol(const char *, char **, int);
unsigned long strtoul(const char *, char **, int);
__int64 _strtoi64(const char *, char **, int);
unsigned __int64 _strtoui64(const char *, char **, int);
long wcstol(const wchar_t *, wchar_t **, int);
unsigned long wcstoul(const wchar_t *, wchar_t **, int);
int _wtoi(const wchar_t *);
long _wtol(const wchar_t *);
__int64 _atoi64(const char *);
char *_itoa(int, char *, int);
char *_i64toa(__int64, char *, int);
char *_ultoa(unsigned long, char *, int);
wchar_t *_itow(int, wchar_t *, int);
wchar_t *_ultow(unsigned long, wchar_t *, int);
wchar_t *_i64tow(__int64, wchar_t *, int);
wchar_t *_ui64tow(unsigned __int64, wchar_t *, int);
errno_t _itoa_s(int, char *, size_t, int);
errno_t _itow_s(int, wchar_t *, size_t, int);
errno_t _ultow_s(unsigned long, wchar_t *, size_t, int);
errno_t _i64toa_s(__int64, char *, size_t, int);
errno_t _i64tow_s(__int64, wchar_t *, size_t, int);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
void *bsearch(const void *, const void *, size_t, size_t,
              int (*)(const void *, const void *));
void *_alloca(size_t);
unsigned int _rotl(unsigned int, int);
unsigned int _rotr(unsigned int, int);
unsigned long _lrotl(unsigned long, int);
unsigned long _lrotr(unsigned long, int);
unsigned __int64 _rotl64(unsigned __int64, int);
unsigned __int64 _rotr64(unsigned __int64, int);
unsigned short _byteswap_ushort(unsigned short);
unsigned long _byteswap_ulong(unsigned long);
unsigned __int64 _byteswap_uint64(unsigned __int64);

int sprintf(char *, const char *, ...);
int sprintf_s(char *, size_t, const char *, ...);
int _snprintf(char *, size_t, const char *, ...);
int _snprintf_s(char *, size_t, size_t, const char *, ...);
int vsprintf(char *, const char *, va_list);
int vsprintf_s(char *, size_t, const char *, va_list);
int _vsnprintf(char *, size_t, const char *, va_list);
int _vsnprintf_s(char *, size_t, size_t, const char *, va_list);
int _vscprintf(const char *, va_list);
int swprintf(wchar_t *, const wchar_t *, ...);
int swprintf_s(wchar_t *, size_t, const wchar_t *, ...);
int _swprintf(wchar_t *, const wchar_t *, ...);
int _snwprintf(wchar_t *, size_t, const wchar_t *, ...);
int _snwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, ...);
int vswprintf_s(wchar_t *, size_t, const wchar_t *, va_list);
int _vsnwprintf(wchar_t *, size_t, const wchar_t *, va_list);
int _vsnwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, va_list);
int _vscwprintf(const wchar_t *, va_list);
int sscanf(const char *, const char *, ...);
int sscanf_s(const char *, const char *, ...);
int swscanf_s(const wchar_t *, const wchar_t *, ...);

#define RAND_MAX 0x7fff

#ifdef __cplusplus
}

// The array forms that deduce the destination's size.
#define FLT_STANDIN_CRT_ARRAY(F, C)                                            \
  template <size_t N> inline errno_t F(C(&D)[N], const C *S) {                 \
    return F(D, N, S);                                                         \
  }
extern "C++" {
FLT_STANDIN_CRT_ARRAY(strcpy_s, char)
FLT_STANDIN_CRT_ARRAY(strcat_s, char)
FLT_STANDIN_CRT_ARRAY(wcscpy_s, wchar_t)
FLT_STANDIN_CRT_ARRAY(wcscat_s, wchar_t)
template <size_t N>
inline errno_t wcsncpy_s(wchar_t (&D)[N], const wchar_t *S, size_t Count) {
  return wcsncpy_s(D, N, S, Count);
}
template <size_t N>
inline errno_t strncpy_s(char (&D)[N], const char *S, size_t Count) {
  return strncpy_s(D, N, S, Count);
}
}
#endif
#endif
