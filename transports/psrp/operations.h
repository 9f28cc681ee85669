/* SPDX-License-Identifier: Apache-2.0 */
/* Scripts put together from the table of operations (operations.c), for the runners of this module. */
#ifndef SYNCAUDIT_PSRP_OPERATIONS_H
#define SYNCAUDIT_PSRP_OPERATIONS_H
#include "syncaudit/psrp.h"

/** The operation of that name, or NULL. */
const struct sa_psrp_operation *sa_psrp_operation(const char *name);

/** Adds the script of one operation for powershell.exe -EncodedCommand: SA_PSRP_COMMAND_MAX characters at most,
 *  all of them ASCII. `arguments`: numbers "Days" and "MaxRuns". SA_E_INTERNAL: an operation or an argument that is
 *  not in the table; SA_E_LIMIT: too long. */
int sa_psrp_add_command(struct sa_buf *ret, const char *name,
                        const struct sa_psrp_argument *arguments, size_t count,
                        struct sa_error *err) SA_NODISCARD;
/** cmd.exe takes 8,191 characters a line: base64 of UTF-16, and some room for the program and its options. */
#define SA_PSRP_COMMAND_MAX 2900
#endif
