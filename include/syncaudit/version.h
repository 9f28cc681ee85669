/* SPDX-License-Identifier: Apache-2.0 */
/* The program's own version; the build hands it over from CMakeLists.txt. */
#ifndef SYNCAUDIT_VERSION_H
#define SYNCAUDIT_VERSION_H
#ifndef SA_VERSION
#define SA_VERSION "0"
#endif
#endif
