// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the structured exception handling support header. Written from
// documented facts; the intrinsics are Clang's own.
#ifndef FLT_STANDIN_EXCPT_H
#define FLT_STANDIN_EXCPT_H

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _EXCEPTION_DISPOSITION {
  ExceptionContinueExecution = 0,
  ExceptionContinueSearch = 1,
  ExceptionNestedException = 2,
  ExceptionCollidedUnwind = 3
} EXCEPTION_DISPOSITION;

struct _EXCEPTION_POINTERS;
unsigned long _exception_code(void);
void *_exception_info(void);
int _abnormal_termination(void);

#define GetExceptionCode _exception_code
#define exception_code _exception_code
#define GetExceptionInformation()                                              \
  ((struct _EXCEPTION_POINTERS *)_exception_info())
#define exception_info() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define AbnormalTermination _abnormal_termination
#define abnormal_termination _abnormal_termination

#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

#ifdef __cplusplus
}
#endif
#endif
