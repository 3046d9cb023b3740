#pragma once
typedef struct _IMAGE_DOS_HEADER {
  USHORT MagicOfOurs;
} IMAGE_DOS_HEADER, *PIMAGE_DOS_HEADER;
NTSTATUS PsGetProcessExitStatus(PEPROCESS Process, ULONG Of);
