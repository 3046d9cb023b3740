// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the run-time library: lists, strings, memory, bitmaps, times,
// registry helpers. Written from documented facts.
#ifndef FLT_STANDIN_RTL_H
#define FLT_STANDIN_RTL_H
#include "base.h"
#include "intrin.h"

FLT_STANDIN_BEGIN

#define RTL_PAGED_CODE() PAGED_CODE()

// Doubly and singly linked lists.
FORCEINLINE VOID InitializeListHead(PLIST_ENTRY ListHead) {
  ListHead->Flink = ListHead->Blink = ListHead;
}
FORCEINLINE BOOLEAN IsListEmpty(const LIST_ENTRY *ListHead) {
  return (BOOLEAN)(ListHead->Flink == ListHead);
}
FORCEINLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry) {
  PLIST_ENTRY Next = Entry->Flink, Prev = Entry->Blink;
  Prev->Flink = Next;
  Next->Blink = Prev;
  return (BOOLEAN)(Next == Prev);
}
FORCEINLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY ListHead) {
  PLIST_ENTRY Entry = ListHead->Flink;
  PLIST_ENTRY Next = Entry->Flink;
  ListHead->Flink = Next;
  Next->Blink = ListHead;
  return Entry;
}
FORCEINLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY ListHead) {
  PLIST_ENTRY Entry = ListHead->Blink;
  PLIST_ENTRY Prev = Entry->Blink;
  ListHead->Blink = Prev;
  Prev->Flink = ListHead;
  return Entry;
}
FORCEINLINE VOID InsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry) {
  PLIST_ENTRY Prev = ListHead->Blink;
  Entry->Flink = ListHead;
  Entry->Blink = Prev;
  Prev->Flink = Entry;
  ListHead->Blink = Entry;
}
FORCEINLINE VOID InsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry) {
  PLIST_ENTRY Next = ListHead->Flink;
  Entry->Flink = Next;
  Entry->Blink = ListHead;
  Next->Blink = Entry;
  ListHead->Flink = Entry;
}
FORCEINLINE VOID AppendTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListToAppend) {
  PLIST_ENTRY End = ListHead->Blink;
  ListHead->Blink->Flink = ListToAppend;
  ListHead->Blink = ListToAppend->Blink;
  ListToAppend->Blink->Flink = ListHead;
  ListToAppend->Blink = End;
}
FORCEINLINE VOID PushEntryList(PSINGLE_LIST_ENTRY Head,
                               PSINGLE_LIST_ENTRY Entry) {
  Entry->Next = Head->Next;
  Head->Next = Entry;
}
FORCEINLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY Head) {
  PSINGLE_LIST_ENTRY First = Head->Next;
  if (First != NULL)
    Head->Next = First->Next;
  return First;
}
#define InitializeListHead32(h) ((h)->Flink = (h)->Blink = PtrToUlong(h))
#define IsNodeOnList(e) ((e)->Flink != NULL)

// Memory.
SIZE_T NTAPI RtlCompareMemory(const VOID *, const VOID *, SIZE_T);
SIZE_T NTAPI RtlCompareMemoryUlong(PVOID, SIZE_T, ULONG);
#define RtlEqualMemory(d, s, n) (!memcmp((d), (s), (n)))
#define RtlMoveMemory(d, s, n) memmove((d), (s), (n))
#define RtlCopyMemory(d, s, n) memcpy((d), (s), (n))
#define RtlFillMemory(d, n, f) memset((d), (f), (n))
#define RtlZeroMemory(d, n) memset((d), 0, (n))
#define RtlCopyMemoryNonTemporal RtlCopyMemory
#define RtlCopyBytes RtlCopyMemory
#define RtlZeroBytes RtlZeroMemory
#define RtlFillBytes RtlFillMemory
#define RtlMoveBytes RtlMoveMemory
#define RtlCopyVolatileMemory(d, s, n) memcpy((void *)(d), (const void *)(s), n)
FORCEINLINE PVOID RtlSecureZeroMemory(PVOID p, SIZE_T n) {
  return memset(p, 0, n);
}
VOID NTAPI RtlPrefetchMemoryNonTemporal(PVOID, SIZE_T);
#define RtlStoreUshort(a, v) (*(USHORT UNALIGNED *)(a) = (USHORT)(v))
#define RtlStoreUlong(a, v) (*(ULONG UNALIGNED *)(a) = (ULONG)(v))
#define RtlStoreUlonglong(a, v) (*(ULONGLONG UNALIGNED *)(a) = (v))
#define RtlRetrieveUshort(d, s) (*(USHORT UNALIGNED *)(d) = *(PUSHORT)(s))
#define RtlRetrieveUlong(d, s) (*(ULONG UNALIGNED *)(d) = *(PULONG)(s))
#define RtlUshortByteSwap(x) _byteswap_ushort((USHORT)(x))
#define RtlUlongByteSwap(x) _byteswap_ulong((x))
#define RtlUlonglongByteSwap(x) _byteswap_uint64((x))
unsigned short _byteswap_ushort(unsigned short);
unsigned long _byteswap_ulong(unsigned long);
unsigned __int64 _byteswap_uint64(unsigned __int64);

// Assertions.
VOID NTAPI RtlAssert(PVOID, PVOID, ULONG, PSTR);
VOID NTAPI DbgBreakPoint(VOID);
VOID NTAPI DbgBreakPointWithStatus(ULONG);
#if defined(DBG) && DBG
#define RTL_VERIFY(e)                                                          \
  ((!(e)) ? (RtlAssert((PVOID) #e, (PVOID)__FILE__, __LINE__, NULL), FALSE)    \
          : TRUE)
#define RTL_VERIFYMSG(m, e)                                                    \
  ((!(e)) ? (RtlAssert((PVOID) #e, (PVOID)__FILE__, __LINE__, (PSTR)m), FALSE) \
          : TRUE)
#define ASSERT(e) RTL_VERIFY(e)
#define ASSERTMSG(m, e) RTL_VERIFYMSG(m, e)
#define RTL_SOFT_ASSERT(e) RTL_VERIFY(e)
#define RTL_SOFT_VERIFY(e) RTL_VERIFY(e)
#define NT_VERIFY(e) RTL_VERIFY(e)
#define NT_VERIFYMSG(m, e) RTL_VERIFYMSG(m, e)
#else
#define RTL_VERIFY(e) ((e) ? TRUE : FALSE)
#define RTL_VERIFYMSG(m, e) ((e) ? TRUE : FALSE)
#define ASSERT(e) ((void)0)
#define ASSERTMSG(m, e) ((void)0)
#define RTL_SOFT_ASSERT(e) ((void)0)
#define RTL_SOFT_VERIFY(e) ((e) ? TRUE : FALSE)
#define NT_VERIFY(e) ((e) ? TRUE : FALSE)
#define NT_VERIFYMSG(m, e) ((e) ? TRUE : FALSE)
#endif
#define RTL_ASSERT(e) ASSERT(e)
#define RTL_ASSERTMSG(m, e) ASSERTMSG(m, e)
#define RTL_SOFT_ASSERTMSG(m, e) ASSERTMSG(m, e)
#define RTL_SOFT_VERIFYMSG(m, e) NT_VERIFYMSG(m, e)
#define NT_ASSERT(e) ASSERT(e)
#define NT_ASSERTMSG(m, e) ASSERTMSG(m, e)
#define NT_ASSERTMSGW(m, e) ASSERT(e)
#define NT_FRE_ASSERT(e) ((void)(e))
#define NT_ANALYSIS_ASSUME(e) ((void)0)
#define NT_ASSERT_ACTION(e) ASSERT(e)
#define DbgRaiseAssertionFailure() __debugbreak()

// Strings.
VOID NTAPI RtlInitString(PSTRING, PCSZ);
VOID NTAPI RtlInitAnsiString(PANSI_STRING, PCSZ);
NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING, PCSZ);
NTSTATUS NTAPI RtlInitStringEx(PSTRING, PCSZ);
VOID NTAPI RtlInitUTF8String(PUTF8_STRING, PCSZ);
VOID NTAPI RtlInitUnicodeString(PUNICODE_STRING, PCWSTR);
NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING, PCWSTR);
FORCEINLINE VOID RtlInitEmptyUnicodeString(PUNICODE_STRING Destination,
                                           PWCHAR Buffer, USHORT BufferSize) {
  Destination->Length = 0;
  Destination->MaximumLength = BufferSize;
  Destination->Buffer = Buffer;
}
FORCEINLINE VOID RtlInitEmptyAnsiString(PANSI_STRING Destination, PCHAR Buffer,
                                        USHORT BufferSize) {
  Destination->Length = 0;
  Destination->MaximumLength = BufferSize;
  Destination->Buffer = Buffer;
}
BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING, PCWSTR);
VOID NTAPI RtlFreeUnicodeString(PUNICODE_STRING);
VOID NTAPI RtlFreeAnsiString(PANSI_STRING);
VOID NTAPI RtlFreeOemString(POEM_STRING);
VOID NTAPI RtlFreeUTF8String(PUTF8_STRING);
VOID NTAPI RtlCopyString(PSTRING, const STRING *);
VOID NTAPI RtlCopyUnicodeString(PUNICODE_STRING, PCUNICODE_STRING);
CHAR NTAPI RtlUpperChar(CHAR);
VOID NTAPI RtlUpperString(PSTRING, const STRING *);
LONG NTAPI RtlCompareString(const STRING *, const STRING *, BOOLEAN);
BOOLEAN NTAPI RtlEqualString(const STRING *, const STRING *, BOOLEAN);
BOOLEAN NTAPI RtlPrefixString(const STRING *, const STRING *, BOOLEAN);
LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING, PCUNICODE_STRING, BOOLEAN);
LONG NTAPI RtlCompareUnicodeStrings(PCWCH, SIZE_T, PCWCH, SIZE_T, BOOLEAN);
BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING, PCUNICODE_STRING, BOOLEAN);
BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING, PCUNICODE_STRING,
                                     BOOLEAN);
BOOLEAN NTAPI RtlSuffixUnicodeString(PCUNICODE_STRING, PCUNICODE_STRING,
                                     BOOLEAN);
#define HASH_STRING_ALGORITHM_DEFAULT 0
#define HASH_STRING_ALGORITHM_X65599 1
#define HASH_STRING_ALGORITHM_INVALID 0xffffffff
NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING, BOOLEAN, ULONG, PULONG);
NTSTATUS NTAPI RtlAppendStringToString(PSTRING, const STRING *);
NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING,
                                              PCUNICODE_STRING);
NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING, PCWSTR);
WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR);
WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR);
NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING, PCUNICODE_STRING,
                                      BOOLEAN);
NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING, PCUNICODE_STRING,
                                        BOOLEAN);
#define RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE 0x00000001
#define RTL_DUPLICATE_UNICODE_STRING_ALLOCATE_NULL_STRING 0x00000002
NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG, PCUNICODE_STRING,
                                         PUNICODE_STRING);
NTSTATUS NTAPI RtlValidateUnicodeString(ULONG, PCUNICODE_STRING);
NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING, PANSI_STRING,
                                            BOOLEAN);
NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING, PCUNICODE_STRING,
                                            BOOLEAN);
NTSTATUS NTAPI RtlUnicodeStringToUTF8String(PUTF8_STRING, PCUNICODE_STRING,
                                            BOOLEAN);
NTSTATUS NTAPI RtlUTF8StringToUnicodeString(PUNICODE_STRING, PUTF8_STRING,
                                            BOOLEAN);
ULONG NTAPI RtlxAnsiStringToUnicodeSize(PANSI_STRING);
ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING);
ULONG NTAPI RtlxUnicodeStringToOemSize(PCUNICODE_STRING);
ULONG NTAPI RtlxOemStringToUnicodeSize(PCOEM_STRING);
#define RtlAnsiStringToUnicodeSize(s) RtlxAnsiStringToUnicodeSize(s)
#define RtlUnicodeStringToAnsiSize(s) RtlxUnicodeStringToAnsiSize(s)
#define RtlUnicodeStringToOemSize(s) RtlxUnicodeStringToOemSize(s)
#define RtlOemStringToUnicodeSize(s) RtlxOemStringToUnicodeSize(s)
#define RtlOemStringToCountedUnicodeSize(s)                                    \
  ((ULONG)(RtlOemStringToUnicodeSize(s) - sizeof(UNICODE_NULL)))
#define RtlUnicodeStringToCountedOemSize(s)                                    \
  ((ULONG)(RtlUnicodeStringToOemSize(s) - sizeof(ANSI_NULL)))
NTSTATUS NTAPI RtlOemStringToUnicodeString(PUNICODE_STRING, PCOEM_STRING,
                                           BOOLEAN);
NTSTATUS NTAPI RtlOemStringToCountedUnicodeString(PUNICODE_STRING, PCOEM_STRING,
                                                  BOOLEAN);
NTSTATUS NTAPI RtlUnicodeStringToOemString(POEM_STRING, PCUNICODE_STRING,
                                           BOOLEAN);
NTSTATUS NTAPI RtlUpcaseUnicodeStringToOemString(POEM_STRING, PCUNICODE_STRING,
                                                 BOOLEAN);
NTSTATUS NTAPI RtlUnicodeStringToCountedOemString(POEM_STRING, PCUNICODE_STRING,
                                                  BOOLEAN);
NTSTATUS NTAPI RtlUpcaseUnicodeStringToCountedOemString(POEM_STRING,
                                                        PCUNICODE_STRING,
                                                        BOOLEAN);
NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH, ULONG, PULONG, const CHAR *, ULONG);
NTSTATUS NTAPI RtlMultiByteToUnicodeSize(PULONG, const CHAR *, ULONG);
NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR, ULONG, PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlUnicodeToMultiByteSize(PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlUpcaseUnicodeToMultiByteN(PCHAR, ULONG, PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlOemToUnicodeN(PWCH, ULONG, PULONG, PCCH, ULONG);
NTSTATUS NTAPI RtlUnicodeToOemN(PCHAR, ULONG, PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlUpcaseUnicodeToOemN(PCHAR, ULONG, PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR, ULONG, PULONG, PCWCH, ULONG);
NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR, ULONG, PULONG, PCCH, ULONG);
NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG, ULONG, PUNICODE_STRING);
NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG, ULONG, PUNICODE_STRING);
#define RtlIntPtrToUnicodeString(v, b, s) RtlInt64ToUnicodeString(v, b, s)
NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING, ULONG, PULONG);
NTSTATUS NTAPI RtlUnicodeStringToInt64(PCUNICODE_STRING, ULONG, PLONG64, PWSTR *);
NTSTATUS NTAPI RtlCharToInteger(PCSZ, ULONG, PULONG);
NTSTATUS NTAPI RtlStringFromGUID(REFGUID, PUNICODE_STRING);
NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING, GUID *);
typedef struct _GENERATE_NAME_CONTEXT {
  USHORT Checksum;
  BOOLEAN ChecksumInserted;
  UCHAR NameLength;
  WCHAR NameBuffer[8];
  ULONG ExtensionLength;
  WCHAR ExtensionBuffer[4];
  ULONG LastIndexValue;
} GENERATE_NAME_CONTEXT, *PGENERATE_NAME_CONTEXT;
NTSTATUS NTAPI RtlGenerate8dot3Name(PCUNICODE_STRING, BOOLEAN,
                                    PGENERATE_NAME_CONTEXT, PUNICODE_STRING);
BOOLEAN NTAPI RtlIsNameLegalDOS8Dot3(PCUNICODE_STRING, POEM_STRING, PBOOLEAN);
BOOLEAN NTAPI RtlIsValidOemCharacter(PWCHAR);

// Bitmaps.
typedef struct _RTL_BITMAP {
  ULONG SizeOfBitMap;
  PULONG Buffer;
} RTL_BITMAP, *PRTL_BITMAP;
typedef struct _RTL_BITMAP_RUN {
  ULONG StartingIndex;
  ULONG NumberOfBits;
} RTL_BITMAP_RUN, *PRTL_BITMAP_RUN;
VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP, PULONG, ULONG);
VOID NTAPI RtlClearBit(PRTL_BITMAP, ULONG);
VOID NTAPI RtlSetBit(PRTL_BITMAP, ULONG);
BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP, ULONG);
VOID NTAPI RtlClearAllBits(PRTL_BITMAP);
VOID NTAPI RtlSetAllBits(PRTL_BITMAP);
VOID NTAPI RtlClearBits(PRTL_BITMAP, ULONG, ULONG);
VOID NTAPI RtlSetBits(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlFindClearBits(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlFindSetBits(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP);
ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP);
ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR);
BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP, ULONG, ULONG);
BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP, ULONG, ULONG);
ULONG NTAPI RtlFindClearRuns(PRTL_BITMAP, PRTL_BITMAP_RUN, ULONG, BOOLEAN);
ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP, PULONG);
ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP, PULONG);
ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP, ULONG, PULONG);
ULONG NTAPI RtlFindLastBackwardRunClear(PRTL_BITMAP, ULONG, PULONG);
CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG);
CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG);
#define RtlInterlockedClearBits(F, M) InterlockedAnd((volatile LONG *)(F), ~(M))
#define RtlInterlockedSetBits(F, M) InterlockedOr((volatile LONG *)(F), (M))
#define RtlInterlockedSetBitsDiscardReturn(F, M)                               \
  ((void)InterlockedOr((volatile LONG *)(F), (M)))
#define RtlInterlockedClearBitsDiscardReturn(F, M)                             \
  ((void)InterlockedAnd((volatile LONG *)(F), ~(M)))
#define RtlCheckBit(b, p) ((((PLONG)(b)->Buffer)[(p) / 32] >> ((p) % 32)) & 0x1)

// Times, versions, checksums.
typedef struct _TIME_FIELDS {
  CSHORT Year, Month, Day, Hour, Minute, Second, Milliseconds, Weekday;
} TIME_FIELDS, *PTIME_FIELDS;
BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS, PLARGE_INTEGER);
VOID NTAPI RtlTimeToTimeFields(PLARGE_INTEGER, PTIME_FIELDS);
BOOLEAN NTAPI RtlTimeToSecondsSince1980(PLARGE_INTEGER, PULONG);
VOID NTAPI RtlSecondsSince1980ToTime(ULONG, PLARGE_INTEGER);
BOOLEAN NTAPI RtlTimeToSecondsSince1970(PLARGE_INTEGER, PULONG);
VOID NTAPI RtlSecondsSince1970ToTime(ULONG, PLARGE_INTEGER);
typedef struct _OSVERSIONINFOW {
  ULONG dwOSVersionInfoSize, dwMajorVersion, dwMinorVersion, dwBuildNumber,
      dwPlatformId;
  WCHAR szCSDVersion[128];
} OSVERSIONINFOW, *POSVERSIONINFOW, *LPOSVERSIONINFOW, RTL_OSVERSIONINFOW,
    *PRTL_OSVERSIONINFOW;
typedef struct _OSVERSIONINFOEXW {
  ULONG dwOSVersionInfoSize, dwMajorVersion, dwMinorVersion, dwBuildNumber,
      dwPlatformId;
  WCHAR szCSDVersion[128];
  USHORT wServicePackMajor, wServicePackMinor, wSuiteMask;
  UCHAR wProductType, wReserved;
} OSVERSIONINFOEXW, *POSVERSIONINFOEXW, *LPOSVERSIONINFOEXW,
    RTL_OSVERSIONINFOEXW, *PRTL_OSVERSIONINFOEXW;
typedef OSVERSIONINFOW OSVERSIONINFO;
typedef OSVERSIONINFOEXW OSVERSIONINFOEX;
#define VER_MINORVERSION 0x0000001
#define VER_MAJORVERSION 0x0000002
#define VER_BUILDNUMBER 0x0000004
#define VER_PRODUCT_TYPE 0x0000080
#define VER_EQUAL 1
#define VER_GREATER 2
#define VER_GREATER_EQUAL 3
#define VER_NT_WORKSTATION 1
NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW);
NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW, ULONG, ULONGLONG);
ULONGLONG NTAPI VerSetConditionMask(ULONGLONG, ULONG, UCHAR);
#define VER_SET_CONDITION(m, t, c) ((m) = VerSetConditionMask((m), (t), (c)))
BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG);
BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG);
ULONG NTAPI RtlRandom(PULONG);
ULONG NTAPI RtlRandomEx(PULONG);
ULONG NTAPI RtlCrc32(const void *, SIZE_T, ULONG);
ULONGLONG NTAPI RtlCrc64(const void *, SIZE_T, ULONGLONG);
VOID NTAPI RtlGetCallersAddress(PVOID *, PVOID *);
ULONG NTAPI RtlWalkFrameChain(PVOID *, ULONG, ULONG);
USHORT NTAPI RtlCaptureStackBackTrace(ULONG, ULONG, PVOID *, PULONG);
VOID NTAPI RtlCaptureContext(struct _CONTEXT *);
ULONG NTAPI RtlNtStatusToDosError(NTSTATUS);
ULONG NTAPI RtlNtStatusToDosErrorNoTeb(NTSTATUS);
LARGE_INTEGER NTAPI RtlExtendedLargeIntegerDivide(LARGE_INTEGER, ULONG, PULONG);
LARGE_INTEGER NTAPI RtlExtendedMagicDivide(LARGE_INTEGER, LARGE_INTEGER, CCHAR);
LARGE_INTEGER NTAPI RtlExtendedIntegerMultiply(LARGE_INTEGER, LONG);
FORCEINLINE LARGE_INTEGER RtlConvertUlongToLargeInteger(ULONG v) {
  LARGE_INTEGER r;
  r.QuadPart = v;
  return r;
}
FORCEINLINE LARGE_INTEGER RtlConvertLongToLargeInteger(LONG v) {
  LARGE_INTEGER r;
  r.QuadPart = v;
  return r;
}
FORCEINLINE LUID RtlConvertLongToLuid(LONG v) {
  LUID r;
  r.LowPart = (ULONG)v;
  r.HighPart = v < 0 ? -1 : 0;
  return r;
}
FORCEINLINE LUID RtlConvertUlongToLuid(ULONG v) {
  LUID r;
  r.LowPart = v;
  r.HighPart = 0;
  return r;
}
#define RtlEqualLuid(a, b)                                                     \
  (((a)->LowPart == (b)->LowPart) && ((a)->HighPart == (b)->HighPart))
#define RtlIsZeroLuid(a) ((BOOLEAN)(((a)->LowPart | (a)->HighPart) == 0))
#define RtlLargeIntegerGreaterThan(a, b) ((a).QuadPart > (b).QuadPart)
#define RtlLargeIntegerGreaterThanOrEqualTo(a, b) ((a).QuadPart >= (b).QuadPart)
#define RtlLargeIntegerEqualTo(a, b) ((a).QuadPart == (b).QuadPart)
#define RtlLargeIntegerNotEqualTo(a, b) ((a).QuadPart != (b).QuadPart)
#define RtlLargeIntegerLessThan(a, b) ((a).QuadPart < (b).QuadPart)
#define RtlLargeIntegerLessThanOrEqualTo(a, b) ((a).QuadPart <= (b).QuadPart)
#define RtlLargeIntegerEqualToZero(a) ((a).QuadPart == 0)
#define RtlOffsetToPointer(B, O) ((PCHAR)(((PCHAR)(B)) + ((ULONG_PTR)(O))))
#define RtlPointerToOffset(B, P) ((ULONG)(((PCHAR)(P)) - ((PCHAR)(B))))

// Registry helpers.
typedef NTSTATUS NTAPI RTL_QUERY_REGISTRY_ROUTINE(PWSTR, ULONG, PVOID, ULONG,
                                                  PVOID, PVOID);
typedef RTL_QUERY_REGISTRY_ROUTINE *PRTL_QUERY_REGISTRY_ROUTINE;
typedef struct _RTL_QUERY_REGISTRY_TABLE {
  PRTL_QUERY_REGISTRY_ROUTINE QueryRoutine;
  ULONG Flags;
  PWSTR Name;
  PVOID EntryContext;
  ULONG DefaultType;
  PVOID DefaultData;
  ULONG DefaultLength;
} RTL_QUERY_REGISTRY_TABLE, *PRTL_QUERY_REGISTRY_TABLE;
#define RTL_QUERY_REGISTRY_SUBKEY 0x00000001
#define RTL_QUERY_REGISTRY_TOPKEY 0x00000002
#define RTL_QUERY_REGISTRY_REQUIRED 0x00000004
#define RTL_QUERY_REGISTRY_NOVALUE 0x00000008
#define RTL_QUERY_REGISTRY_NOEXPAND 0x00000010
#define RTL_QUERY_REGISTRY_DIRECT 0x00000020
#define RTL_QUERY_REGISTRY_DELETE 0x00000040
#define RTL_QUERY_REGISTRY_NOSTRING 0x00000080
#define RTL_QUERY_REGISTRY_TYPECHECK 0x00000100
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT 24
#define RTL_QUERY_REGISTRY_TYPECHECK_MASK                                      \
  (0xff << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT)
#define RTL_REGISTRY_ABSOLUTE 0
#define RTL_REGISTRY_SERVICES 1
#define RTL_REGISTRY_CONTROL 2
#define RTL_REGISTRY_WINDOWS_NT 3
#define RTL_REGISTRY_DEVICEMAP 4
#define RTL_REGISTRY_USER 5
#define RTL_REGISTRY_MAXIMUM 6
#define RTL_REGISTRY_HANDLE 0x40000000
#define RTL_REGISTRY_OPTIONAL 0x80000000
NTSTATUS NTAPI RtlQueryRegistryValues(ULONG, PCWSTR, PRTL_QUERY_REGISTRY_TABLE,
                                      PVOID, PVOID);
NTSTATUS NTAPI RtlWriteRegistryValue(ULONG, PCWSTR, PCWSTR, ULONG, PVOID, ULONG);
NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG, PCWSTR, PCWSTR);
NTSTATUS NTAPI RtlCreateRegistryKey(ULONG, PWSTR);
NTSTATUS NTAPI RtlCheckRegistryKey(ULONG, PWSTR);

// Heap and compression (file-system side).
#define COMPRESSION_FORMAT_NONE 0x0000
#define COMPRESSION_FORMAT_DEFAULT 0x0001
#define COMPRESSION_FORMAT_LZNT1 0x0002
#define COMPRESSION_FORMAT_XPRESS 0x0003
#define COMPRESSION_FORMAT_XPRESS_HUFF 0x0004
#define COMPRESSION_ENGINE_STANDARD 0x0000
#define COMPRESSION_ENGINE_MAXIMUM 0x0100
typedef struct _COMPRESSED_DATA_INFO {
  USHORT CompressionFormatAndEngine;
  UCHAR CompressionUnitShift;
  UCHAR ChunkShift;
  UCHAR ClusterShift;
  UCHAR Reserved;
  USHORT NumberOfChunks;
  ULONG CompressedChunkSizes[1];
} COMPRESSED_DATA_INFO, *PCOMPRESSED_DATA_INFO;
NTSTATUS NTAPI RtlGetCompressionWorkSpaceSize(USHORT, PULONG, PULONG);
NTSTATUS NTAPI RtlCompressBuffer(USHORT, PUCHAR, ULONG, PUCHAR, ULONG, ULONG,
                                 PULONG, PVOID);
NTSTATUS NTAPI RtlDecompressBuffer(USHORT, PUCHAR, ULONG, PUCHAR, ULONG, PULONG);
NTSTATUS NTAPI RtlDecompressBufferEx(USHORT, PUCHAR, ULONG, PUCHAR, ULONG,
                                     PULONG, PVOID);
NTSTATUS NTAPI RtlDecompressBufferEx2(USHORT, PUCHAR, ULONG, PUCHAR, ULONG,
                                      ULONG, PULONG, PVOID);
NTSTATUS NTAPI RtlDecompressFragment(USHORT, PUCHAR, ULONG, PUCHAR, ULONG,
                                     ULONG, PULONG, PVOID);
PVOID NTAPI RtlAllocateHeap(PVOID, ULONG, SIZE_T);
LOGICAL NTAPI RtlFreeHeap(PVOID, ULONG, PVOID);

// Debug output.
ULONG __cdecl DbgPrint(PCSTR Format, ...);
ULONG __cdecl DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);
ULONG NTAPI vDbgPrintEx(ULONG, ULONG, PCCH, va_list);
ULONG NTAPI vDbgPrintExWithPrefix(PCCH, ULONG, ULONG, PCCH, va_list);
ULONG __cdecl DbgPrintReturnControlC(PCCH, ...);
NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG, ULONG);
NTSTATUS NTAPI DbgSetDebugFilterState(ULONG, ULONG, BOOLEAN);
#if defined(DBG) && DBG
#define KdPrint(a) DbgPrint a
#define KdPrintEx(a) DbgPrintEx a
#define KdBreakPoint() DbgBreakPoint()
#define vKdPrintEx(a) vDbgPrintEx a
#define vKdPrintExWithPrefix(a) vDbgPrintExWithPrefix a
#else
#define KdPrint(a)
#define KdPrintEx(a)
#define KdBreakPoint()
#define vKdPrintEx(a)
#define vKdPrintExWithPrefix(a)
#endif
#define DPFLTR_ERROR_LEVEL 0
#define DPFLTR_WARNING_LEVEL 1
#define DPFLTR_TRACE_LEVEL 2
#define DPFLTR_INFO_LEVEL 3
#define DPFLTR_MASK 0x80000000
typedef enum _DPFLTR_TYPE {
  DPFLTR_SYSTEM_ID = 0,
  DPFLTR_FASTFAT_ID = 33,
  DPFLTR_FLTMGR_ID = 47,
  DPFLTR_IHVDRIVER_ID = 77,
  DPFLTR_IHVVIDEO_ID = 78,
  DPFLTR_IHVAUDIO_ID = 79,
  DPFLTR_IHVNETWORK_ID = 80,
  DPFLTR_IHVSTREAMING_ID = 81,
  DPFLTR_IHVBUS_ID = 82,
  DPFLTR_DEFAULT_ID = 101,
  DPFLTR_FILETRACE_ID = 142
} DPFLTR_TYPE;

#define VER_EQUAL 1
#define VER_GREATER 2
#define VER_GREATER_EQUAL 3
#define VER_LESS 4
#define VER_LESS_EQUAL 5
#define VER_AND 6
#define VER_OR 7
typedef union _RTL_RUN_ONCE {
  PVOID Ptr;
} RTL_RUN_ONCE, *PRTL_RUN_ONCE;
#define RTL_RUN_ONCE_INIT {0}
#define RTL_RUN_ONCE_CHECK_ONLY 0x00000001UL
#define RTL_RUN_ONCE_ASYNC 0x00000002UL
#define RTL_RUN_ONCE_INIT_FAILED 0x00000004UL
typedef ULONG NTAPI RTL_RUN_ONCE_INIT_FN(PRTL_RUN_ONCE, PVOID, PVOID *);
typedef RTL_RUN_ONCE_INIT_FN *PRTL_RUN_ONCE_INIT_FN;
VOID NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE);
NTSTATUS NTAPI RtlRunOnceExecuteOnce(PRTL_RUN_ONCE, PRTL_RUN_ONCE_INIT_FN, PVOID,
                                     PVOID *);
NTSTATUS NTAPI RtlRunOnceBeginInitialize(PRTL_RUN_ONCE, ULONG, PVOID *);
NTSTATUS NTAPI RtlRunOnceComplete(PRTL_RUN_ONCE, ULONG, PVOID);
FLT_STANDIN_END

#include "rtltree.h"
#endif
