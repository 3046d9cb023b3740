// What the tests of structured exception handling have in common.
#ifndef TESTS_SEH_SEH_H
#define TESTS_SEH_SEH_H

#include <fltKernel.h>

#ifdef __cplusplus
extern "C" {
#endif

extern ERESOURCE L, M;

// Nothing is known of these.
int cond(void);
int work(int);
void use(int);
void clang_analyzer_warnIfReached(void);
void clang_analyzer_eval(int);

#ifdef __cplusplus
}
#endif

#define acq(Lock) FltAcquireResourceExclusive(Lock)
#define rel(Lock) FltReleaseResource(Lock)

#endif
