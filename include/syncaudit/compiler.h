/* SPDX-License-Identifier: Apache-2.0 */
/* Compiler attributes under one spelling. */
#ifndef SYNCAUDIT_COMPILER_H
#define SYNCAUDIT_COMPILER_H

#define SA_NODISCARD                   __attribute__((warn_unused_result))
#define SA_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#define SA_UNUSED                      __attribute__((unused))

/** Calls `fn(&variable)` when the variable goes out of scope. */
#define SA_CLEANUP(fn)  __attribute__((cleanup(fn)))

#define SA_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* NOLINTBEGIN(bugprone-macro-parentheses): a type cannot stand in parentheses */
/** Makes `fn_p(T **)` from `fn(T *)`, for SA_CLEANUP on a pointer. */
#define SA_DEFINE_CLEANUP(type, fn)           \
    static inline void fn##_p(type **pointer) \
    {                                         \
        fn(*pointer);                         \
    }
/* NOLINTEND(bugprone-macro-parentheses) */
#endif
