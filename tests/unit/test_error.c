/* SPDX-License-Identifier: Apache-2.0 */
/* Errors: what is stored, how a text that is too long ends, which status an errno becomes.
 *
 * Texts are tried at every offset of a character around the cut, since half a character in a report
 * would make the whole report invalid. */
#include <errno.h>
#include <string.h>

#include "syncaudit/error.h"
#include "syncaudit/text.h"

#include "support/test.h"

static void keeps_all_parts(void **state)
{
    struct sa_error err;

    (void)state;
    memset(&err, 'x', sizeof err);
    assert_int_equal(sa_fail(&err, SA_E_REMOTE, SA_DOMAIN_SQLITE, 1LL << 40, "no table '%s'", "t"),
                     SA_E_REMOTE);
    assert_int_equal(err.status, SA_E_REMOTE);
    assert_int_equal(err.domain, SA_DOMAIN_SQLITE);
    assert_true(err.code == 1LL << 40);
    assert_string_equal(err.message, "no table 't'");
    assert_string_equal(err.place, "");
    assert_string_equal(err.hint, "");

    sa_hint(&err, "create '%s'", "t");
    sa_place(&err, "a.sql", 3, 14);
    assert_string_equal(err.hint, "create 't'");
    assert_string_equal(err.place, "a.sql:3:14");
    assert_string_equal(err.message, "no table 't'");

    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "other");
    assert_string_equal(err.place, "");
    assert_string_equal(err.hint, "");
}

static void error_may_be_null(void **state)
{
    (void)state;
    assert_int_equal(sa_fail(NULL, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "%d", 1), SA_E_LIMIT);
    assert_int_equal(sa_fail_errno(NULL, EROFS, "x"), SA_E_DENIED);
    assert_int_equal(sa_fail_nomem(NULL), SA_E_NOMEM);
    sa_hint(NULL, "%s", "x");
    sa_place(NULL, "x", 1, 1);
}

static void place_leaves_out_zeros(void **state)
{
    struct sa_error err;

    (void)state;
    sa_fail_nomem(&err);
    sa_place(&err, "f", 0, 0);
    assert_string_equal(err.place, "f");
    sa_place(&err, "f", 7, 0);
    assert_string_equal(err.place, "f:7");
    sa_place(&err, "f", 0, 9);
    assert_string_equal(err.place, "f");
    sa_place(&err, NULL, 0, 0);
    assert_string_equal(err.place, "");
}

static void longest_text_is_whole(void **state)
{
    struct sa_error err;
    char text[SA_ERROR_MESSAGE_MAX];

    (void)state;
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", text);
    assert_string_equal(err.message, text);
}

static void too_long_text_ends_in_dots(void **state)
{
    struct sa_error err;
    char text[2 * SA_ERROR_MESSAGE_MAX];

    (void)state;
    memset(text, 'a', sizeof text);
    text[SA_ERROR_MESSAGE_MAX] = '\0'; /* one more than there is room for */
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", text);
    assert_int_equal(strlen(err.message), SA_ERROR_MESSAGE_MAX - 1);
    assert_string_equal(err.message + strlen(err.message) - 4, "a...");

    text[SA_ERROR_MESSAGE_MAX] = 'a';
    text[sizeof text - 1] = '\0';
    sa_hint(&err, "%s", text);
    assert_int_equal(strlen(err.hint), SA_ERROR_HINT_MAX - 1);
    assert_string_equal(err.hint + strlen(err.hint) - 4, "a...");
}

/* Whatever falls on the cut: one, two, three or four bytes, shifted by up to three. */
static void cut_keeps_characters_whole(void **state)
{
    static const char *const characters[] = {"a", "\u00fc", "\u20ac", "\U0001f511"};
    struct sa_error err;
    char text[2 * SA_ERROR_MESSAGE_MAX];

    (void)state;
    for (size_t c = 0; c < SA_COUNT(characters); c++) {
        for (size_t shift = 0; shift < 4; shift++) {
            size_t len = strlen(characters[c]);
            size_t at = shift;

            memset(text, 'a', shift);
            for (; at + len < sizeof text; at += len)
                memcpy(text + at, characters[c], len);
            text[at] = '\0';
            sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", text);
            assert_true(sa_utf8_valid(err.message, strlen(err.message)));
            assert_string_equal(err.message + strlen(err.message) - 3, "...");
            assert_true(strlen(err.message) >= SA_ERROR_MESSAGE_MAX - 4);
        }
    }
}

static void cut_of_no_utf8_keeps_the_text(void **state)
{
    struct sa_error err;
    char text[2 * SA_ERROR_MESSAGE_MAX];

    (void)state;
    memset(text, 0x80, sizeof text);
    text[sizeof text - 1] = '\0';
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", text);
    assert_true(strlen(err.message) >= SA_ERROR_MESSAGE_MAX - 4);
    assert_string_equal(err.message + strlen(err.message) - 3, "...");
}

static void message_may_be_its_own_argument(void **state)
{
    struct sa_error err;

    (void)state;
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "inner");
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "outer: %s", err.message);
    assert_string_equal(err.message, "outer: inner");
    sa_hint(&err, "%s, %s", err.message, err.message);
    sa_hint(&err, "%s!", err.hint);
    assert_string_equal(err.hint, "outer: inner, outer: inner!");
}

/* A wide character that the locale lacks: vsnprintf() gives up. */
static void unprintable_text_is_said_to_be_so(void **state)
{
    struct sa_error err;

    (void)state;
    assert_int_equal(sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "x %ls", L"\u20ac"), SA_E_INPUT);
    assert_string_equal(err.message, "message could not be formatted");
}

static void errno_picks_the_status(void **state)
{
    static const struct {
        int value;
        int status;
    } cases[] = {
        {ENOENT, SA_E_NOT_FOUND},
        {EACCES, SA_E_DENIED   },
        {EPERM,  SA_E_DENIED   },
        {EROFS,  SA_E_DENIED   },
        {ENOMEM, SA_E_NOMEM    },
        {EIO,    SA_E_IO       },
        {ENOSPC, SA_E_IO       },
    };
    struct sa_error err;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        assert_int_equal(sa_fail_errno(&err, cases[i].value, "cannot open '%s'", "f"),
                         cases[i].status);
        assert_int_equal(err.status, cases[i].status);
        assert_int_equal(err.domain, SA_DOMAIN_ERRNO);
        assert_true(err.code == cases[i].value);
    }
    sa_fail_errno(&err, ENOENT, "cannot open '%s'", "f");
    assert_string_equal(err.message, "cannot open 'f': No such file or directory");
    errno = EACCES;
    assert_int_equal(sa_fail_errno(&err, 0, "x"), SA_E_DENIED);
    assert_true(err.code == EACCES);
}

/* The end is what the reader cannot know; of a long path the beginning will do. */
static void suffix_survives_a_long_text(void **state)
{
    struct sa_error err;
    char text[2 * SA_ERROR_MESSAGE_MAX];

    (void)state;
    memset(text, 'p', sizeof text);
    text[sizeof text - 1] = '\0';
    sa_fail_errno(&err, ENOENT, "%s", text);
    assert_int_equal(strlen(err.message), SA_ERROR_MESSAGE_MAX - 1);
    assert_non_null(strstr(err.message, "p...: No such file or directory"));
    sa_place(&err, text, 12, 34);
    assert_int_equal(strlen(err.place), SA_ERROR_PLACE_MAX - 1);
    assert_non_null(strstr(err.place, "p...:12:34"));
}

static void names_are_stable_and_distinct(void **state)
{
    (void)state;
    assert_string_equal(sa_status_name(SA_OK), "ok");
    assert_string_equal(sa_status_name(SA_E_INPUT), "input");
    assert_string_equal(sa_status_name(SA_E_DENIED), "denied");
    assert_string_equal(sa_status_name(12345), "unknown");
    assert_string_equal(sa_domain_name(SA_DOMAIN_ERRNO), "errno");
    assert_string_equal(sa_domain_name((enum sa_domain)999), "unknown");
    for (int a = SA_E_INTERNAL; a <= SA_E_NOMEM; a++) {
        assert_string_not_equal(sa_status_name(a), "unknown");
        for (int b = a + 1; b <= SA_E_NOMEM; b++)
            assert_string_not_equal(sa_status_name(a), sa_status_name(b));
    }
    for (int a = SA_DOMAIN_NONE; a <= SA_DOMAIN_OPENSSL; a++)
        assert_string_not_equal(sa_domain_name((enum sa_domain)a), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_all_parts),
        cmocka_unit_test(error_may_be_null),
        cmocka_unit_test(place_leaves_out_zeros),
        cmocka_unit_test(longest_text_is_whole),
        cmocka_unit_test(too_long_text_ends_in_dots),
        cmocka_unit_test(cut_keeps_characters_whole),
        cmocka_unit_test(cut_of_no_utf8_keeps_the_text),
        cmocka_unit_test(message_may_be_its_own_argument),
        cmocka_unit_test(unprintable_text_is_said_to_be_so),
        cmocka_unit_test(errno_picks_the_status),
        cmocka_unit_test(suffix_survives_a_long_text),
        cmocka_unit_test(names_are_stable_and_distinct),
    };

    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
