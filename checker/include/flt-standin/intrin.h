// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the interlocked and other intrinsics that the kernel headers
// make visible. Written from documented facts; the underscored routines are
// Clang builtins under -fms-extensions.
#ifndef FLT_STANDIN_INTRIN_H
#define FLT_STANDIN_INTRIN_H
#include "base.h"

FLT_STANDIN_BEGIN

long _InterlockedIncrement(long volatile *);
long _InterlockedDecrement(long volatile *);
long _InterlockedExchange(long volatile *, long);
long _InterlockedExchangeAdd(long volatile *, long);
long _InterlockedCompareExchange(long volatile *, long, long);
long _InterlockedAnd(long volatile *, long);
long _InterlockedOr(long volatile *, long);
long _InterlockedXor(long volatile *, long);
short _InterlockedIncrement16(short volatile *);
short _InterlockedDecrement16(short volatile *);
short _InterlockedExchange16(short volatile *, short);
short _InterlockedCompareExchange16(short volatile *, short, short);
short _InterlockedAnd16(short volatile *, short);
short _InterlockedOr16(short volatile *, short);
char _InterlockedExchange8(char volatile *, char);
char _InterlockedCompareExchange8(char volatile *, char, char);
char _InterlockedAnd8(char volatile *, char);
char _InterlockedOr8(char volatile *, char);
__int64 _InterlockedIncrement64(__int64 volatile *);
__int64 _InterlockedDecrement64(__int64 volatile *);
__int64 _InterlockedExchange64(__int64 volatile *, __int64);
__int64 _InterlockedExchangeAdd64(__int64 volatile *, __int64);
__int64 _InterlockedCompareExchange64(__int64 volatile *, __int64, __int64);
__int64 _InterlockedAnd64(__int64 volatile *, __int64);
__int64 _InterlockedOr64(__int64 volatile *, __int64);
__int64 _InterlockedXor64(__int64 volatile *, __int64);
void *_InterlockedExchangePointer(void *volatile *, void *);
void *_InterlockedCompareExchangePointer(void *volatile *, void *, void *);
unsigned char _InterlockedCompareExchange128(__int64 volatile *, __int64,
                                             __int64, __int64 *);
unsigned char _interlockedbittestandset(long volatile *, long);
unsigned char _interlockedbittestandreset(long volatile *, long);
unsigned char _interlockedbittestandset64(__int64 volatile *, __int64);
unsigned char _interlockedbittestandreset64(__int64 volatile *, __int64);
unsigned char _bittest(long const *, long);
unsigned char _bittestandset(long *, long);
unsigned char _bittestandreset(long *, long);
unsigned char _bittest64(__int64 const *, __int64);
unsigned char _BitScanForward(unsigned long *, unsigned long);
unsigned char _BitScanReverse(unsigned long *, unsigned long);
unsigned char _BitScanForward64(unsigned long *, unsigned __int64);
unsigned char _BitScanReverse64(unsigned long *, unsigned __int64);
void *_ReturnAddress(void);
void *_AddressOfReturnAddress(void);
void __debugbreak(void);
__declspec(noreturn) void __fastfail(unsigned int);
void _ReadWriteBarrier(void);
void _mm_pause(void);
void _mm_mfence(void);

#define InterlockedIncrement _InterlockedIncrement
#define InterlockedIncrementAcquire _InterlockedIncrement
#define InterlockedIncrementRelease _InterlockedIncrement
#define InterlockedIncrementNoFence _InterlockedIncrement
#define InterlockedDecrement _InterlockedDecrement
#define InterlockedDecrementAcquire _InterlockedDecrement
#define InterlockedDecrementRelease _InterlockedDecrement
#define InterlockedDecrementNoFence _InterlockedDecrement
#define InterlockedExchange _InterlockedExchange
#define InterlockedExchangeNoFence _InterlockedExchange
#define InterlockedExchangeAdd _InterlockedExchangeAdd
#define InterlockedExchangeAddNoFence _InterlockedExchangeAdd
#define InterlockedCompareExchange _InterlockedCompareExchange
#define InterlockedCompareExchangeAcquire _InterlockedCompareExchange
#define InterlockedCompareExchangeRelease _InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence _InterlockedCompareExchange
#define InterlockedAnd _InterlockedAnd
#define InterlockedOr _InterlockedOr
#define InterlockedXor _InterlockedXor
#define InterlockedIncrement16 _InterlockedIncrement16
#define InterlockedDecrement16 _InterlockedDecrement16
#define InterlockedExchange16 _InterlockedExchange16
#define InterlockedCompareExchange16 _InterlockedCompareExchange16
#define InterlockedAnd16 _InterlockedAnd16
#define InterlockedOr16 _InterlockedOr16
#define InterlockedExchange8 _InterlockedExchange8
#define InterlockedAnd8 _InterlockedAnd8
#define InterlockedOr8 _InterlockedOr8
#define InterlockedIncrement64 _InterlockedIncrement64
#define InterlockedDecrement64 _InterlockedDecrement64
#define InterlockedExchange64 _InterlockedExchange64
#define InterlockedExchangeAdd64 _InterlockedExchangeAdd64
#define InterlockedCompareExchange64 _InterlockedCompareExchange64
#define InterlockedAnd64 _InterlockedAnd64
#define InterlockedOr64 _InterlockedOr64
#define InterlockedXor64 _InterlockedXor64
#define InterlockedExchangePointer _InterlockedExchangePointer
#define InterlockedCompareExchangePointer _InterlockedCompareExchangePointer
#define InterlockedCompareExchange128 _InterlockedCompareExchange128
#define InterlockedBitTestAndSet _interlockedbittestandset
#define InterlockedBitTestAndReset _interlockedbittestandreset
#define InterlockedBitTestAndSet64 _interlockedbittestandset64
#define InterlockedBitTestAndReset64 _interlockedbittestandreset64
#define InterlockedExchangeAddSizeT(a, b)                                      \
  ((SIZE_T)InterlockedExchangeAdd64((LONG64 volatile *)(a), (LONG64)(b)))
#define InterlockedIncrementSizeT(a)                                           \
  ((SIZE_T)InterlockedIncrement64((LONG64 volatile *)(a)))
#define InterlockedDecrementSizeT(a)                                           \
  ((SIZE_T)InterlockedDecrement64((LONG64 volatile *)(a)))
#define InterlockedAdd(a, v) (_InterlockedExchangeAdd(a, v) + (v))
#define InterlockedAdd64(a, v) (_InterlockedExchangeAdd64(a, v) + (v))
#define InterlockedExchangeULong(a, v)                                         \
  ((ULONG)_InterlockedExchange((LONG volatile *)(a), (LONG)(v)))
#define BitTest _bittest
#define BitTestAndSet _bittestandset
#define BitTestAndReset _bittestandreset
#define BitScanForward _BitScanForward
#define BitScanReverse _BitScanReverse
#define BitScanForward64 _BitScanForward64
#define BitScanReverse64 _BitScanReverse64
#define YieldProcessor _mm_pause
#define MemoryBarrier _mm_mfence
#define KeMemoryBarrier _mm_mfence
#define KeMemoryBarrierWithoutFence _ReadWriteBarrier
#define PrefetchForWrite(p)
#define PreFetchCacheLine(l, a)
#define PF_TEMPORAL_LEVEL_1 1
#define PF_TEMPORAL_LEVEL_2 2
#define PF_TEMPORAL_LEVEL_3 3
#define PF_NON_TEMPORAL_LEVEL_ALL 0

#define ReadAcquire(p) (*(LONG volatile *)(p))
#define ReadNoFence(p) (*(LONG volatile *)(p))
#define ReadRaw(p) (*(LONG volatile *)(p))
#define ReadULongAcquire(p) (*(ULONG volatile *)(p))
#define ReadULongNoFence(p) (*(ULONG volatile *)(p))
#define Read64Acquire(p) (*(LONG64 volatile *)(p))
#define ReadLong64NoFence(p) (*(LONG64 volatile *)(p))
#define ReadNoFence64(p) (*(LONG64 volatile *)(p))
#define ReadULong64NoFence(p) (*(ULONG64 volatile *)(p))
#define ReadPointerAcquire(p) (*(PVOID volatile *)(p))
#define ReadPointerNoFence(p) (*(PVOID volatile *)(p))
#define ReadPointerRaw(p) (*(PVOID volatile *)(p))
#define WriteRelease(p, v) (*(LONG volatile *)(p) = (v))
#define WriteNoFence(p, v) (*(LONG volatile *)(p) = (v))
#define WriteULongNoFence(p, v) (*(ULONG volatile *)(p) = (v))
#define WritePointerRelease(p, v) (*(PVOID volatile *)(p) = (v))
#define WritePointerNoFence(p, v) (*(PVOID volatile *)(p) = (v))

FLT_STANDIN_END
#endif
