// What the drivers of the rule tests have in common.
#ifndef TESTS_RULES_DRIVER_H
#define TESTS_RULES_DRIVER_H

#include <fltKernel.h>

typedef struct _FILE_RECORD {
  LIST_ENTRY Link;
  ULONG Flags;
} FILE_RECORD, *PFILE_RECORD;

typedef struct _STREAM_CONTEXT {
  ULONG Flags;
  PERESOURCE Resource;
  ERESOURCE Lock;
  EX_PUSH_LOCK PushLock;
  LIST_ENTRY Link;
  struct _STREAM_CONTEXT *Parent;
  PVOID Buffer;
} STREAM_CONTEXT, *PSTREAM_CONTEXT;

typedef struct _GLOBALS {
  PFLT_FILTER Filter;
  ERESOURCE Lock;
  ERESOURCE OtherLock;
  EX_PUSH_LOCK PushLock;
  PSTREAM_CONTEXT Current;
  LIST_ENTRY List;
} GLOBALS;

// The head of a post-operation callback.
#define POST_OPERATION(Name)                                                   \
  FLT_POSTOP_CALLBACK_STATUS Name(                                             \
      PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS Objects,                  \
      PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags)

#ifdef __cplusplus
extern "C" {
#endif

extern GLOBALS Globals;

// Nothing is known of these.
NTSTATUS Work(VOID);
NTSTATUS WorkOn(PVOID Object);
BOOLEAN Check(VOID);
ULONG Count(VOID);

#ifdef __cplusplus
}
#endif

#define STREAM_TAG 'mrtS'

#endif // TESTS_RULES_DRIVER_H
