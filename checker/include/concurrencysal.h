/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Stand-in for concurrencysal.h: the lock annotations, all of them expanding to
 * nothing. Written from the public documentation of the annotations.
 */
#ifndef CONCURRENCYSAL_H
#define CONCURRENCYSAL_H

/* Holding, acquiring and releasing */
#define _Acquires_lock_(...)
#define _Acquires_exclusive_lock_(...)
#define _Acquires_shared_lock_(...)
#define _Acquires_nonreentrant_lock_(...)
#define _Releases_lock_(...)
#define _Releases_exclusive_lock_(...)
#define _Releases_shared_lock_(...)
#define _Releases_nonreentrant_lock_(...)
#define _Requires_lock_held_(...)
#define _Requires_exclusive_lock_held_(...)
#define _Requires_shared_lock_held_(...)
#define _Requires_lock_not_held_(...)
#define _Requires_no_locks_held_

/* Smart locks */
#define _Moves_lock_(...)
#define _Replaces_lock_(...)
#define _Swaps_locks_(...)
#define _Detaches_lock_(...)
#define _Post_same_lock_(...)

/* Kinds and order of locks */
#define _Create_lock_level_(...)
#define _Has_lock_kind_(...)
#define _Has_lock_level_(...)
#define _Lock_level_order_(...)
#define _Csalcat1_(...)
#define _Csalcat2_(...)
#define CSALCAT1(...)
#define CSALCAT2(...)

/* Data */
#define _Guarded_by_(...)
#define _Write_guarded_by_(...)
#define _Interlocked_
#define _Interlocked_operand_
#define _No_competing_thread_
#define _No_competing_thread_begin_
#define _No_competing_thread_end_
#define _Benign_race_begin_
#define _Benign_race_end_
#define NO_COMPETING_THREAD_BEGIN
#define NO_COMPETING_THREAD_END
#define BENIGN_RACE_BEGIN
#define BENIGN_RACE_END

/* Statements for the analysis */
#define _Analysis_assume_lock_acquired_(...)
#define _Analysis_assume_lock_released_(...)
#define _Analysis_assume_lock_held_(...)
#define _Analysis_assume_lock_not_held_(...)
#define _Analysis_assume_same_lock_(...)
#define _Analysis_assume_smart_lock_acquired_(...)
#define _Analysis_assume_smart_lock_released_(...)
#define _Analysis_suppress_lock_checking_(...)
#define _Function_ignore_lock_checking_(...)

/* Older spellings */
#define __acquires_lock(...)
#define __acquires_exclusive_lock(...)
#define __acquires_shared_lock(...)
#define __releases_lock(...)
#define __releases_exclusive_lock(...)
#define __releases_shared_lock(...)
#define __requires_lock_held(...)
#define __requires_exclusive_lock_held(...)
#define __requires_shared_lock_held(...)
#define __requires_lock_not_held(...)
#define __requires_no_locks_held
#define __guarded_by(...)
#define __write_guarded_by(...)
#define __has_lock_level(...)
#define __has_lock_property(...)
#define __declare_lock_level(...)
#define __lock_level_order(...)
#define __analysis_assume_lock_acquired(...)
#define __analysis_assume_lock_released(...)
#define __analysis_suppress_lock_checking(...)
#define __function_ignore_lock_checking(...)
#define __interlocked
#define __no_competing_thread

#endif /* CONCURRENCYSAL_H */
