/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that this project does without. The build includes this header before every source
 * file of ours, so that using one of them does not compile (tests/lint/banned.sh proves it).
 *
 * Unbounded or silently truncating copies; number parsing that cannot report an error; static
 * results that threads share; a shell between us and a program; changes to the environment after
 * threads have started. What to use instead: buf.h, text.h, datetime.h. */
#ifndef SYNCAUDIT_BANNED_H
#define SYNCAUDIT_BANNED_H

/* The system's own declarations come first: a macro must not hit them. */
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

/* NOLINTBEGIN(readability-identifier-naming): the names are the functions' */
#define SA_BANNED(name) sa_banned_function_##name##_use_the_bounded_one

#undef sprintf
#define sprintf(...) SA_BANNED(sprintf)
#undef vsprintf
#define vsprintf(...) SA_BANNED(vsprintf)
#undef strcpy
#define strcpy(...) SA_BANNED(strcpy)
#undef stpcpy
#define stpcpy(...) SA_BANNED(stpcpy)
#undef strcat
#define strcat(...) SA_BANNED(strcat)
#undef strncpy
#define strncpy(...) SA_BANNED(strncpy)
#undef strncat
#define strncat(...) SA_BANNED(strncat)
#undef strtok
#define strtok(...) SA_BANNED(strtok)
#undef atoi
#define atoi(...) SA_BANNED(atoi)
#undef atol
#define atol(...) SA_BANNED(atol)
#undef atoll
#define atoll(...) SA_BANNED(atoll)
#undef atof
#define atof(...) SA_BANNED(atof)
#undef sscanf
#define sscanf(...) SA_BANNED(sscanf)
#undef gets
#define gets(...) SA_BANNED(gets)
#undef localtime
#define localtime(...) SA_BANNED(localtime)
#undef gmtime
#define gmtime(...) SA_BANNED(gmtime)
#undef ctime
#define ctime(...) SA_BANNED(ctime)
#undef asctime
#define asctime(...) SA_BANNED(asctime)
#undef strerror
#define strerror(...) SA_BANNED(strerror)
#undef system
#define system(...) SA_BANNED(system)
#undef popen
#define popen(...) SA_BANNED(popen)
#undef setenv
#define setenv(...) SA_BANNED(setenv)
#undef putenv
#define putenv(...) SA_BANNED(putenv)
#undef alloca
#define alloca(...) SA_BANNED(alloca)
#undef tmpnam
#define tmpnam(...) SA_BANNED(tmpnam)
#undef mktemp
#define mktemp(...) SA_BANNED(mktemp)
/* NOLINTEND(readability-identifier-naming) */
#endif
