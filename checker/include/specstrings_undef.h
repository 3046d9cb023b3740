/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for specstrings_undef.h: there is nothing to undo, because the
 * annotations expand to nothing.
 */
