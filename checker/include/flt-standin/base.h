// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the basic NT definitions (scalar types, strings, lists, object
// attributes). Written from documented facts, no third-party text.
#ifndef FLT_STANDIN_BASE_H
#define FLT_STANDIN_BASE_H

#include "../ctype.h"
#include "../excpt.h"
#include "../sal.h"
#include "../specstrings.h"
#include "cstddef.h"
#include "../string.h"
#include "../wchar.h"

#include "../basetsd.h"
#include "../driverspecs.h"
#include "../guiddef.h"

#ifdef __cplusplus
#define EXTERN_C extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#define FLT_STANDIN_BEGIN extern "C" {
#define FLT_STANDIN_END }
#else
#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
#define FLT_STANDIN_BEGIN
#define FLT_STANDIN_END
#endif

#ifndef NTDDI_VERSION
#define NTDDI_VERSION 0x0A000010
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#define NTDDI_WIN2K 0x05000000
#define NTDDI_WINXP 0x05010000
#define NTDDI_WINXPSP2 0x05010200
#define NTDDI_WS03 0x05020000
#define NTDDI_WS03SP1 0x05020100
#define NTDDI_WIN6 0x06000000
#define NTDDI_WIN6SP1 0x06000100
#define NTDDI_VISTA 0x06000000
#define NTDDI_VISTASP1 0x06000100
#define NTDDI_LONGHORN 0x06000000
#define NTDDI_WS08 0x06000100
#define NTDDI_WIN7 0x06010000
#define NTDDI_WIN8 0x06020000
#define NTDDI_WINBLUE 0x06030000
#define NTDDI_WINTHRESHOLD 0x0A000000
#define NTDDI_WIN10 0x0A000000
#define NTDDI_WIN10_TH2 0x0A000001
#define NTDDI_WIN10_RS1 0x0A000002
#define NTDDI_WIN10_RS2 0x0A000003
#define NTDDI_WIN10_RS3 0x0A000004
#define NTDDI_WIN10_RS4 0x0A000005
#define NTDDI_WIN10_RS5 0x0A000006
#define NTDDI_WIN10_19H1 0x0A000007
#define NTDDI_WIN10_VB 0x0A000008
#define NTDDI_WIN10_MN 0x0A000009
#define NTDDI_WIN10_FE 0x0A00000A
#define NTDDI_WIN10_CO 0x0A00000B
#define NTDDI_WIN10_NI 0x0A00000C
#define NTDDI_WIN10_CU 0x0A00000D
#define NTDDI_WIN11_ZN 0x0A00000E
#define NTDDI_WIN11_GA 0x0A00000F
#define NTDDI_WIN11_GE 0x0A000010
#define _WIN32_WINNT_NT4 0x0400
#define _WIN32_WINNT_WIN2K 0x0500
#define _WIN32_WINNT_WINXP 0x0501
#define _WIN32_WINNT_WS03 0x0502
#define _WIN32_WINNT_VISTA 0x0600
#define _WIN32_WINNT_LONGHORN 0x0600
#define _WIN32_WINNT_WIN7 0x0601
#define _WIN32_WINNT_WIN8 0x0602
#define _WIN32_WINNT_WINBLUE 0x0603
#define _WIN32_WINNT_WIN10 0x0A00
#define _WIN32_WINNT_WINTHRESHOLD 0x0A00
#define OSVERSION_MASK 0xFFFF0000
#define SPVERSION_MASK 0x0000FF00
#define SUBVERSION_MASK 0x000000FF
#define OSVER(v) ((v)&OSVERSION_MASK)
#define SPVER(v) (((v)&SPVERSION_MASK) >> 8)
#define SUBVER(v) ((v)&SUBVERSION_MASK)
#define WDK_NTDDI_VERSION NTDDI_VERSION

// Calling conventions and declaration helpers. The import attributes are left
// empty on purpose: drivers redeclare routines with either spelling.
#define NTAPI __stdcall
#define FASTCALL __fastcall
#define STDAPICALLTYPE __stdcall
#define DECLSPEC_IMPORT __declspec(dllimport)
#define DECLSPEC_NORETURN __declspec(noreturn)
#define DECLSPEC_NOINLINE __declspec(noinline)
#define DECLSPEC_SELECTANY __declspec(selectany)
#define DECLSPEC_NOTHROW __declspec(nothrow)
#define DECLSPEC_NOVTABLE __declspec(novtable)
#define DECLSPEC_UUID(x) __declspec(uuid(x))
#define DECLSPEC_ALIGN(x) __declspec(align(x))
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#define DECLSPEC_RESTRICT
#define DECLSPEC_SAFEBUFFERS
#define DECLSPEC_DEPRECATED
#define DECLSPEC_DEPRECATED_DDK
#define DECLSPEC_DEPRECATED_DDK_WINXP
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#define CFORCEINLINE __forceinline
#define FORCEINLINE __forceinline
#define CONST const
#define VOID void
#define IN
#define OUT
#define OPTIONAL
#define FAR
#define UNALIGNED __unaligned
#define UNALIGNED64 __unaligned
#define RESTRICTED_POINTER __restrict
#define MEMORY_ALLOCATION_ALIGNMENT 16
#define SYSTEM_CACHE_ALIGNMENT_SIZE 64
#define PROBE_ALIGNMENT(t) TYPE_ALIGNMENT(ULONG)
#define TYPE_ALIGNMENT(t) __alignof(t)
#define MAX_NATURAL_ALIGNMENT sizeof(ULONGLONG)
#define C_ASSERT(e) typedef char __C_ASSERT__[(e) ? 1 : -1]
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
#define DEFAULT_UNREACHABLE
#define NOTHING
#define ANYSIZE_ARRAY 1
#define CRITICAL
#define NOP_FUNCTION ((void)0)
#define DUMMYUNIONNAME
#define DUMMYUNIONNAME2
#define DUMMYUNIONNAME3
#define DUMMYUNIONNAME4
#define DUMMYUNIONNAME5
#define DUMMYUNIONNAME6
#define DUMMYUNIONNAME7
#define DUMMYUNIONNAME8
#define DUMMYUNIONNAME9
#define DUMMYSTRUCTNAME
#define DUMMYSTRUCTNAME2
#define DUMMYSTRUCTNAME3
#define DUMMYSTRUCTNAME4
#define DUMMYSTRUCTNAME5
#define _ANONYMOUS_UNION
#define _ANONYMOUS_STRUCT

#define TRUE 1
#define FALSE 0
#define MAXUCHAR 0xff
#define MAXUSHORT 0xffff
#define MAXULONG 0xffffffff
#define MAXDWORD 0xffffffff
#define MAXCHAR 0x7f
#define MAXSHORT 0x7fff
#define MAXLONG 0x7fffffff
#define MINCHAR 0x80
#define MINSHORT 0x8000
#define MINLONG 0x80000000
#define MAXLONGLONG (0x7fffffffffffffff)
#define MAXULONGLONG ((ULONGLONG)~((ULONGLONG)0))
#define MINLONGLONG (~MAXLONGLONG)
#define ANSI_NULL ((CHAR)0)
#define UNICODE_NULL ((WCHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS (32767)
#define OBJ_NAME_PATH_SEPARATOR ((WCHAR)L'\\')

FLT_STANDIN_BEGIN

typedef void *PVOID;
typedef void *POINTER_64 PVOID64;
typedef char CHAR, *PCHAR, *LPCH, *PCH, *PSTR, *LPSTR, *NPSTR, *PNZCH, CCHAR;
typedef const char *PCSTR, *LPCSTR, *LPCCH, *PCCH, *PCNZCH, *PCSZ;
typedef CHAR *PSZ, *PCCHAR;
typedef signed char SCHAR, *PSCHAR;
typedef PSTR *PZPSTR;
typedef short SHORT, *PSHORT, CSHORT, *PCSHORT;
typedef long LONG, *PLONG, HRESULT, NTSTATUS, *PNTSTATUS;
typedef int INT;
typedef unsigned char UCHAR, *PUCHAR, BYTE;
typedef UCHAR BOOLEAN;
typedef BOOLEAN *PBOOLEAN;
typedef const UCHAR *PCUCHAR;
typedef unsigned short USHORT, *PUSHORT, WORD;
typedef unsigned long ULONG, *PULONG, DWORD, CLONG, *PCLONG;
typedef unsigned int UINT;
typedef const ULONG *PCULONG;
typedef const USHORT *PCUSHORT;
typedef double DOUBLE;
typedef __int64 LONGLONG, *PLONGLONG, USN;
typedef unsigned __int64 ULONGLONG, *PULONGLONG, DWORDLONG, *PDWORDLONG;
typedef wchar_t WCHAR, *PWCHAR, *LPWCH, *PWCH, *PWSTR, *LPWSTR, *NWPSTR, *PNZWCH;
typedef const wchar_t *PCWCH, *LPCWCH, *LPCWSTR, *PCWSTR, *PCWCHAR, *PCNZWCH,
    *LPCWCHAR, *LCPWCHAR;
typedef PWSTR *PZPWSTR;
typedef PCWSTR *PZPCWSTR;
typedef PCWSTR PCZZWSTR;
typedef PWSTR PZZWSTR;
typedef const WCHAR UNALIGNED *LPCUWSTR, *PCUWSTR;
typedef WCHAR UNALIGNED *LPUWSTR, *PUWSTR;
#ifdef UNICODE
typedef WCHAR TCHAR, *PTCHAR, *PTSTR, *LPTSTR;
typedef const WCHAR *LPCTSTR, *PCTSTR;
#define __TEXT(s) L##s
#else
typedef char TCHAR, *PTCHAR, *PTSTR, *LPTSTR;
typedef const char *LPCTSTR, *PCTSTR;
#define __TEXT(s) s
#endif
#define TEXT(s) __TEXT(s)
typedef void *HANDLE, **PHANDLE;
typedef UCHAR KIRQL;
typedef ULONG LCID, *PLCID, LOGICAL, *PLOGICAL, EXECUTION_STATE, ACCESS_MASK,
    *PACCESS_MASK;
typedef USHORT LANGID;
typedef CCHAR KPROCESSOR_MODE;
typedef LONG KPRIORITY;
#define DECLARE_HANDLE(name)                                                   \
  struct name##__ {                                                            \
    int unused;                                                                \
  };                                                                           \
  typedef struct name##__ *name

typedef union _LARGE_INTEGER {
  struct {
    ULONG LowPart;
    LONG HighPart;
  };
  struct {
    ULONG LowPart;
    LONG HighPart;
  } u;
  LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;
typedef union _ULARGE_INTEGER {
  struct {
    ULONG LowPart;
    ULONG HighPart;
  };
  struct {
    ULONG LowPart;
    ULONG HighPart;
  } u;
  ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;
typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;
typedef struct _LUID {
  ULONG LowPart;
  LONG HighPart;
} LUID, *PLUID;
typedef struct _FLOAT128 {
  LONGLONG LowPart, HighPart;
} FLOAT128;
typedef FLOAT128 *PFLOAT128;
typedef struct DECLSPEC_ALIGN(16) _M128A {
  ULONGLONG Low;
  LONGLONG High;
} M128A, *PM128A;

typedef struct _STRING {
  USHORT Length;
  USHORT MaximumLength;
  PCHAR Buffer;
} STRING, *PSTRING, ANSI_STRING, *PANSI_STRING, OEM_STRING, *POEM_STRING,
    UTF8_STRING, *PUTF8_STRING;
typedef const STRING *PCSTRING, *PCANSI_STRING, *PCOEM_STRING, *PCUTF8_STRING;
typedef STRING CANSI_STRING;
typedef struct _CSTRING {
  USHORT Length;
  USHORT MaximumLength;
  CONST char *Buffer;
} CSTRING;
typedef struct _UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;
typedef struct _STRING32 {
  USHORT Length;
  USHORT MaximumLength;
  ULONG Buffer;
} STRING32, *PSTRING32, UNICODE_STRING32, *PUNICODE_STRING32, ANSI_STRING32,
    *PANSI_STRING32;
typedef struct _STRING64 {
  USHORT Length;
  USHORT MaximumLength;
  ULONGLONG Buffer;
} STRING64, *PSTRING64, UNICODE_STRING64, *PUNICODE_STRING64, ANSI_STRING64,
    *PANSI_STRING64;
#define RTL_CONSTANT_STRING(s)                                                 \
  { sizeof(s) - sizeof((s)[0]), sizeof(s), (s) }
#define DECLARE_CONST_UNICODE_STRING(v, s)                                     \
  const WCHAR v##_buffer[] = s;                                                \
  const UNICODE_STRING v = {sizeof(s) - sizeof(WCHAR), sizeof(s),              \
                            (PWCH)v##_buffer}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(v, s)                              \
  EXTERN_C const DECLSPEC_SELECTANY UNICODE_STRING v = RTL_CONSTANT_STRING(s)
#define DECLARE_UNICODE_STRING_SIZE(v, n)                                      \
  WCHAR v##_buffer[n];                                                         \
  UNICODE_STRING v = {0, (n) * sizeof(WCHAR), v##_buffer}

typedef struct _LIST_ENTRY {
  struct _LIST_ENTRY *Flink;
  struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *RESTRICTED_POINTER PRLIST_ENTRY;
typedef struct _SINGLE_LIST_ENTRY {
  struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;
typedef struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
  struct _SLIST_ENTRY *Next;
} SLIST_ENTRY, *PSLIST_ENTRY;
typedef union DECLSPEC_ALIGN(16) _SLIST_HEADER {
  struct {
    ULONGLONG Alignment;
    ULONGLONG Region;
  };
  struct {
    ULONGLONG Depth : 16;
    ULONGLONG Sequence : 48;
    ULONGLONG Reserved : 4;
    ULONGLONG NextEntry : 60;
  } HeaderX64;
} SLIST_HEADER, *PSLIST_HEADER;
typedef struct _OBJECT_ATTRIBUTES {
  ULONG Length;
  HANDLE RootDirectory;
  PUNICODE_STRING ObjectName;
  ULONG Attributes;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;
typedef CONST OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;
#define OBJ_INHERIT 0x00000002L
#define OBJ_PERMANENT 0x00000010L
#define OBJ_EXCLUSIVE 0x00000020L
#define OBJ_CASE_INSENSITIVE 0x00000040L
#define OBJ_OPENIF 0x00000080L
#define OBJ_OPENLINK 0x00000100L
#define OBJ_KERNEL_HANDLE 0x00000200L
#define OBJ_FORCE_ACCESS_CHECK 0x00000400L
#define OBJ_IGNORE_IMPERSONATED_DEVICEMAP 0x00000800L
#define OBJ_DONT_REPARSE 0x00001000L
#define OBJ_VALID_ATTRIBUTES 0x00001FF2L
#define InitializeObjectAttributes(p, n, a, r, s)                              \
  {                                                                            \
    (p)->Length = sizeof(OBJECT_ATTRIBUTES);                                   \
    (p)->RootDirectory = r;                                                    \
    (p)->Attributes = a;                                                       \
    (p)->ObjectName = n;                                                       \
    (p)->SecurityDescriptor = s;                                               \
    (p)->SecurityQualityOfService = NULL;                                      \
  }
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a)                                   \
  { sizeof(OBJECT_ATTRIBUTES), NULL, (PUNICODE_STRING)(n), a, NULL, NULL }
#define RTL_INIT_OBJECT_ATTRIBUTES(n, a) RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a)

typedef struct _OBJECTID {
  GUID Lineage;
  ULONG Uniquifier;
} OBJECTID;
typedef enum _EVENT_TYPE { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef enum _TIMER_TYPE { NotificationTimer, SynchronizationTimer } TIMER_TYPE;
typedef enum _WAIT_TYPE {
  WaitAll,
  WaitAny,
  WaitNotification,
  WaitDequeue,
  WaitDpc
} WAIT_TYPE;
typedef enum _NT_PRODUCT_TYPE {
  NtProductWinNt = 1,
  NtProductLanManNt,
  NtProductServer
} NT_PRODUCT_TYPE, *PNT_PRODUCT_TYPE;
typedef enum _SUITE_TYPE {
  SmallBusiness,
  Enterprise,
  BackOffice,
  CommunicationServer,
  TerminalServer
} SUITE_TYPE;
typedef EXCEPTION_DISPOSITION EXCEPTION_ROUTINE(struct _EXCEPTION_RECORD *,
                                                PVOID, struct _CONTEXT *, PVOID);
typedef EXCEPTION_ROUTINE *PEXCEPTION_ROUTINE;
typedef struct _PROCESSOR_NUMBER {
  USHORT Group;
  UCHAR Number;
  UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;
typedef struct _GROUP_AFFINITY {
  KAFFINITY Mask;
  USHORT Group;
  USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;
typedef KIRQL *PKIRQL;

// Status tests.
#define NT_SUCCESS(s) (((NTSTATUS)(s)) >= 0)
#define NT_INFORMATION(s) ((((ULONG)(s)) >> 30) == 1)
#define NT_WARNING(s) ((((ULONG)(s)) >> 30) == 2)
#define NT_ERROR(s) ((((ULONG)(s)) >> 30) == 3)
#define APPLICATION_ERROR_MASK 0x20000000
#define ERROR_SEVERITY_SUCCESS 0x00000000
#define ERROR_SEVERITY_INFORMATIONAL 0x40000000
#define ERROR_SEVERITY_WARNING 0x80000000
#define ERROR_SEVERITY_ERROR 0xC0000000

#define FIELD_OFFSET(type, field) ((LONG)__builtin_offsetof(type, field))
#define UFIELD_OFFSET(type, field) ((ULONG)__builtin_offsetof(type, field))
#define CONTAINING_RECORD(address, type, field)                                \
  ((type *)((PCHAR)(address) - (ULONG_PTR)__builtin_offsetof(type, field)))
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field)                                  \
  (FIELD_OFFSET(type, field) + RTL_FIELD_SIZE(type, field))
#define RTL_CONTAINS_FIELD(s, size, field)                                     \
  ((((PCHAR)(&(s)->field)) + sizeof((s)->field)) <= (((PCHAR)(s)) + (size)))
#define RTL_NUMBER_OF(a) (sizeof(a) / sizeof((a)[0]))
#define RTL_NUMBER_OF_V1(a) RTL_NUMBER_OF(a)
#define RTL_NUMBER_OF_V2(a) RTL_NUMBER_OF(a)
#define ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define _ARRAYSIZE(a) RTL_NUMBER_OF(a)
#define RTL_NUMBER_OF_FIELD(t, f) (RTL_NUMBER_OF(((t *)0)->f))
#define RTL_PADDING_BETWEEN_FIELDS(t, a, b)                                    \
  (FIELD_OFFSET(t, b) - FIELD_OFFSET(t, a) - RTL_FIELD_SIZE(t, a))
#define RTL_BITS_OF(x) (sizeof(x) * 8)
#define RTL_BITS_OF_FIELD(t, f) (RTL_BITS_OF(((t *)0)->f))
#define FlagOn(F, SF) ((F) & (SF))
#define BooleanFlagOn(F, SF) ((BOOLEAN)(((F) & (SF)) != 0))
#define SetFlag(F, SF) ((F) |= (SF))
#define ClearFlag(F, SF) ((F) &= ~(SF))
#define ARGUMENT_PRESENT(a) ((CHAR *)((ULONG_PTR)(a)) != (CHAR *)(NULL))
#define Int32x32To64(a, b) (((LONGLONG)((LONG)(a))) * ((LONGLONG)((LONG)(b))))
#define UInt32x32To64(a, b)                                                    \
  (((ULONGLONG)((unsigned int)(a))) * ((ULONGLONG)((unsigned int)(b))))
#define Int64ShllMod32(a, b) ((ULONGLONG)(a) << (b))
#define Int64ShrlMod32(a, b) (((ULONGLONG)(a)) >> (b))
#define Int64ShraMod32(a, b) (((LONGLONG)(a)) >> (b))
#ifndef __cplusplus
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#elif !defined(NOMINMAX)
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif

#define ALIGN_DOWN_BY(length, alignment)                                       \
  ((ULONG_PTR)(length) & ~((ULONG_PTR)(alignment)-1))
#define ALIGN_UP_BY(length, alignment)                                         \
  (ALIGN_DOWN_BY(((ULONG_PTR)(length) + (alignment)-1), alignment))
#define ALIGN_DOWN_POINTER_BY(a, al) ((PVOID)ALIGN_DOWN_BY(a, al))
#define ALIGN_UP_POINTER_BY(a, al) ((PVOID)ALIGN_UP_BY(a, al))
#define ALIGN_DOWN(length, type) ALIGN_DOWN_BY(length, sizeof(type))
#define ALIGN_UP(length, type) ALIGN_UP_BY(length, sizeof(type))
#define ALIGN_DOWN_POINTER(a, type) ALIGN_DOWN_POINTER_BY(a, sizeof(type))
#define ALIGN_UP_POINTER(a, type) ALIGN_UP_POINTER_BY(a, sizeof(type))

#define LANG_NEUTRAL 0x00
#define SUBLANG_DEFAULT 0x01
#define MAKELANGID(p, s) ((((USHORT)(s)) << 10) | (USHORT)(p))
#define LANGIDFROMLCID(l) ((USHORT)(l))

#ifdef __cplusplus
#define DEFINE_ENUM_FLAG_OPERATORS(T)                                          \
  extern "C++" {                                                               \
  inline constexpr T operator|(T a, T b) { return T(int(a) | int(b)); }        \
  inline constexpr T operator&(T a, T b) { return T(int(a) & int(b)); }        \
  inline constexpr T operator^(T a, T b) { return T(int(a) ^ int(b)); }        \
  inline constexpr T operator~(T a) { return T(~int(a)); }                     \
  inline T &operator|=(T &a, T b) { return a = a | b; }                        \
  inline T &operator&=(T &a, T b) { return a = a & b; }                        \
  inline T &operator^=(T &a, T b) { return a = a ^ b; }                        \
  }
#else
#define DEFINE_ENUM_FLAG_OPERATORS(T)
#endif

typedef struct _QUAD {
  union {
    LONGLONG UseThisFieldToCopy;
    double DoNotUseThisField;
  };
} QUAD, *PQUAD, UQUAD, *PUQUAD;
FLT_STANDIN_END

#endif
