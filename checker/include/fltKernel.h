/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for fltKernel.h, the interface of the Windows filter manager.
 * Written from the public documentation of the filter manager (structures,
 * values, routine names and parameters); contains no text of the original.
 */
#ifndef __FLTKERNEL__
#define __FLTKERNEL__

/* clang-format off */
#include "ntifs.h"
#include "fltUserStructures.h"
#include "initguid.h"
/* clang-format on */

/* Which level of the interface NTDDI_VERSION asks for. */
#define FLT_MGR_BASELINE (NTDDI_VERSION >= 0x05000400)
#define FLT_MGR_AFTER_XPSP2 (NTDDI_VERSION > 0x05010200)
#define FLT_MGR_LONGHORN (NTDDI_VERSION >= 0x06000000)
#define FLT_MGR_WIN7 (NTDDI_VERSION >= 0x06010000)
#define FLT_MGR_WIN8 (NTDDI_VERSION >= 0x06020000)
#define FLT_MGR_WINBLUE (NTDDI_VERSION >= 0x06030000)
#define FLT_MGR_WINTHRESHOLD (NTDDI_VERSION >= 0x0A000000)
#define FLT_MGR_WIN10_RS1 (NTDDI_VERSION >= 0x0A000002)
#define FLT_MGR_WIN10_RS2 (NTDDI_VERSION >= 0x0A000003)
#define FLT_MGR_WIN10_RS3 (NTDDI_VERSION >= 0x0A000004)
#define FLT_MGR_WIN10_RS5 (NTDDI_VERSION >= 0x0A000006)
#define FLT_MGR_WIN10_19H1 (NTDDI_VERSION >= 0x0A000007)
#define FLT_MGR_WIN10_VB (NTDDI_VERSION >= 0x0A000008)
#define FLT_MGR_WIN10_CO (NTDDI_VERSION >= 0x0A00000B)
#define FLT_MGR_WIN10_NI (NTDDI_VERSION >= 0x0A00000C)
#define FLT_MGR_WIN11_GA (NTDDI_VERSION >= 0x0A00000F)

#ifdef __cplusplus
extern "C" {
#endif

/* clang-format off */
#include "flt-standin/flt-status.h"
#include "flt-standin/flt-types.h"
#include "flt-standin/flt-params.h"
#include "flt-standin/flt-callbacks.h"
#include "flt-standin/flt-registration.h"
#include "flt-standin/flt-contexts.h"
#include "flt-standin/flt-locks.h"
#include "flt-standin/flt-routines.h"
#include "flt-standin/flt-io.h"
#include "flt-standin/flt-ecp.h"
/* clang-format on */

#ifdef __cplusplus
}
#endif

#endif /* __FLTKERNEL__ */
