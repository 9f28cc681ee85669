/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a file of ours: configuration, checks, knowledge tables. */
#ifndef SYNCAUDIT_FILE_H
#define SYNCAUDIT_FILE_H
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

/** Adds the content of a file to `ret`, whose limit is the limit of the file: SA_E_LIMIT beyond it.
 *  SA_E_NOT_FOUND, SA_E_DENIED, SA_E_IO; the place of the error is the path. */
int sa_file_read(const char *path, struct sa_buf *ret, struct sa_error *err) SA_NODISCARD;
#endif
