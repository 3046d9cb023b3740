// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the times of the C runtime.
// Written from documented facts.
#ifndef FLT_STANDIN_TIME_H
#define FLT_STANDIN_TIME_H
#include "flt-standin/crt.h"
#ifdef __cplusplus
extern "C" {
#endif
typedef long clock_t;
typedef long __time32_t;
typedef __int64 __time64_t;
#ifdef _USE_32BIT_TIME_T
typedef __time32_t time_t;
#else
typedef __time64_t time_t;
#endif
struct tm {
  int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday,
      tm_isdst;
};
struct timespec {
  time_t tv_sec;
  long tv_nsec;
};
#define CLOCKS_PER_SEC ((clock_t)1000)
clock_t clock(void);
time_t time(time_t *);
time_t mktime(struct tm *);
double difftime(time_t, time_t);
struct tm *gmtime(const time_t *);
struct tm *localtime(const time_t *);
#ifdef __cplusplus
}
#endif
#endif
