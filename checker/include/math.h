// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the mathematics of the C runtime.
// Written from documented facts.
#ifndef FLT_STANDIN_MATH_H
#define FLT_STANDIN_MATH_H
#ifdef __cplusplus
extern "C" {
#endif
double sqrt(double), pow(double, double), floor(double), ceil(double);
double fabs(double), sin(double), cos(double), tan(double), atan(double);
double atan2(double, double), exp(double), log(double), log10(double);
double fmod(double, double), ldexp(double, int), modf(double, double *);
float sqrtf(float), powf(float, float), floorf(float), ceilf(float);
float fabsf(float), sinf(float), cosf(float), logf(float), log10f(float);
#ifdef __cplusplus
}
#endif
#endif
