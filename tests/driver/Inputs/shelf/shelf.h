// A small driver of several files for the tests of fltcheck.
#pragma once
#include <fltKernel.h>

typedef struct _SHELF_CONTEXT {
  ULONG Books;
} SHELF_CONTEXT, *PSHELF_CONTEXT;

extern ERESOURCE ShelfLock;

// context.c
NTSTATUS ShelfGet(PFLT_INSTANCE Instance, PSHELF_CONTEXT *Context);
VOID ShelfPut(PSHELF_CONTEXT Context);
VOID ShelfCount(PSHELF_CONTEXT Context);
VOID ShelfEnter(VOID);
VOID ShelfLeave(VOID);
