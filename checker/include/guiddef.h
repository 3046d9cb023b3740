// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the GUID definition header. Written from documented facts.
#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
  unsigned long Data1;
  unsigned short Data2;
  unsigned short Data3;
  unsigned char Data4[8];
} GUID;
#endif

// DEFINE_GUID declares by default and defines once initguid.h was included,
// so this part is evaluated on each inclusion.
#undef DEFINE_GUID
#ifdef __cplusplus
#define FLT_STANDIN_EXTERN_C extern "C"
#else
#define FLT_STANDIN_EXTERN_C extern
#endif
#ifdef INITGUID
#ifdef __cplusplus
#define FLT_STANDIN_GUID_LINKAGE extern "C" const
#else
#define FLT_STANDIN_GUID_LINKAGE const
#endif
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)           \
  FLT_STANDIN_GUID_LINKAGE GUID __declspec(selectany) name = {                 \
      l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#else
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)           \
  FLT_STANDIN_EXTERN_C const GUID name
#endif

#ifndef FLT_STANDIN_GUIDDEF_H
#define FLT_STANDIN_GUIDDEF_H
typedef GUID *LPGUID;
typedef GUID UUID;
typedef const GUID *LPCGUID;
typedef GUID IID, *LPIID;
typedef GUID CLSID, *LPCLSID;
#ifdef __cplusplus
#define REFGUID const GUID &
#define REFIID const IID &
#define REFCLSID const CLSID &
#else
#define REFGUID const GUID *
#define REFIID const IID *
#define REFCLSID const CLSID *
#endif

#include "flt-standin/cstddef.h"
#ifdef __cplusplus
extern "C" int memcmp(const void *, const void *, size_t);
inline int InlineIsEqualGUID(REFGUID a, REFGUID b) {
  return !memcmp(&a, &b, sizeof(GUID));
}
inline int IsEqualGUID(REFGUID a, REFGUID b) {
  return !memcmp(&a, &b, sizeof(GUID));
}
inline bool operator==(REFGUID a, REFGUID b) { return IsEqualGUID(a, b) != 0; }
inline bool operator!=(REFGUID a, REFGUID b) { return !(a == b); }
#else
#define InlineIsEqualGUID(a, b) (!memcmp(a, b, sizeof(GUID)))
#define IsEqualGUID(a, b) (!memcmp(a, b, sizeof(GUID)))
#endif
#define IsEqualIID(a, b) IsEqualGUID(a, b)
#define IsEqualCLSID(a, b) IsEqualGUID(a, b)
#endif
