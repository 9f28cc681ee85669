/* SPDX-License-Identifier: Apache-2.0 */
/* The one way for tests to get cmocka, whose header needs others before it in this order. */
#ifndef SYNCAUDIT_TESTS_TEST_H
#define SYNCAUDIT_TESTS_TEST_H
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */
#endif
