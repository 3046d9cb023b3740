/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for the annotations that specstrings.h adds to sal.h; all of them
 * expand to nothing. From the public documentation of the annotations.
 */
#ifndef FLTCHECK_SPECSTRINGS_EXTRA_H
#define FLTCHECK_SPECSTRINGS_EXTRA_H

/* Probing and origin of memory */
#define _Kernel_entry_
#define _Kernel_entry_always_
#define _User_
#define _User_always_
#define _User_always_and_needs_probe_on_(...)
#define _User_on_(...)
#define _Accessible_bytes_(...)
#define _Accessible_bytes_when_(...)
#define _Pre_accessible_bytes_(...)
#define _Pre_accessible_bytes_when_(...)
#define _Memory_origin_(...)
#define _Memory_origin_when_(...)
#define _Reallocation_function_(...)
#define _Ret_reallocated_bytes_(...)
#define _Post_equals_last_error_
#define _Writes_and_advances_ptr_(...)
#define _Writes_bytes_and_advances_ptr_(...)
#define _Unreferenced_parameter_

/* Minifilter callbacks */
#define _Flt_CompletionContext_Outptr_
#define _Flt_ConnectionCookie_Outptr_

/* Older spellings */
#define __failure(...)
#define __failureDefault(...)
#define __post_bcount(...)
#define __post_ecount(...)
#define __static_context(...)
#define __in_ecount_or_z(...)
#define __deref_in_ecount_iterator(...)
#define __valueUndefined

#endif /* FLTCHECK_SPECSTRINGS_EXTRA_H */
