/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for dontuse.h, which marks unsafe string routines as deprecated.
 * FltCheck does not report deprecated routines, so it is empty.
 */
