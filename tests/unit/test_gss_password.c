/* SPDX-License-Identifier: Apache-2.0 */
/* How often a password that may be wrong is shown to servers, which a domain counts. */
#include <string.h>

#include "syncaudit/gss.h"

#include "support/test.h"

static struct sa_secret *secret(const char *text)
{
    char bytes[32];
    struct sa_secret *ret = NULL;
    size_t len = strlen(text);

    memcpy(bytes, text, len);
    assert_int_equal(sa_secret_new(bytes, len, &ret, NULL), 0);
    return ret;
}

static int begin(const char *user, const struct sa_secret *password, const char *host,
                 struct sa_known_password **ret, struct sa_error *err)
{
    return sa_password_begin(&(struct sa_password_use){user, password, host, true}, ret, err);
}

static void two_refusals_are_enough(void **state)
{
    struct sa_secret *password = secret("wrong");
    struct sa_secret *other = secret("another");
    struct sa_known_password *known = NULL;
    struct sa_known_password *second = NULL;
    struct sa_error err = {0};

    (void)state;
    for (int i = 0; i < SA_PASSWORD_REFUSALS_MAX; i++) {
        assert_int_equal(begin("F\\u", password, "a.example", &known, &err), 1);
        /* One at a time. */
        assert_int_equal(begin("F\\u", password, "b.example", &second, &err), 0);
        assert_null(second);
        /* Silence is no refusal. */
        sa_password_end(known, SA_PASSWORD_NOT_SHOWN);
        assert_int_equal(begin("F\\u", password, "c.example", &known, &err), 1);
        sa_password_end(known, SA_PASSWORD_REFUSED);
    }
    assert_int_equal(begin("F\\u", password, "d.example", &known, &err), SA_E_AUTH);
    assert_non_null(strstr(err.message, "'d.example' was not asked"));
    assert_null(strstr(err.message, "wrong"));
    assert_null(known);
    /* Another password, another user. */
    assert_int_equal(begin("F\\u", other, "d.example", &known, &err), 1);
    sa_password_end(known, SA_PASSWORD_NOT_SHOWN);
    assert_int_equal(begin("F\\v", password, "d.example", &known, &err), 1);
    sa_password_end(known, SA_PASSWORD_NOT_SHOWN);
    sa_secret_free(password);
    sa_secret_free(other);
}

static void silence_counts_where_the_password_was_shown(void **state)
{
    struct sa_secret *password = secret("perhaps wrong");
    struct sa_known_password *known = NULL;
    struct sa_error err = {0};

    (void)state;
    for (int i = 0; i < SA_PASSWORD_SHOWN_MAX; i++) {
        assert_int_equal(begin("F\\s", password, "a.example", &known, &err), 1);
        sa_password_end(known, SA_PASSWORD_NOT_SHOWN);
        assert_int_equal(begin("F\\s", password, "a.example", &known, &err), 1);
        sa_password_end(known, SA_PASSWORD_UNANSWERED);
    }
    assert_int_equal(begin("F\\s", password, "e.example", &known, &err), SA_E_AUTH);
    assert_non_null(strstr(err.message, "4 gave no answer"));
    sa_secret_free(password);
}

/* A domain controller has none: "user" is somebody of the domain. */
static void local_accounts_are_told_apart_on_request(void **state)
{
    struct sa_secret *password = secret("local or not");
    struct sa_password_use use = {"DC1\\u", password, "dc1.f.example", false};
    struct sa_known_password *known = NULL;
    struct sa_error err = {0};

    (void)state;
    for (int i = 0; i < SA_PASSWORD_REFUSALS_MAX; i++) {
        assert_int_equal(sa_password_begin(&use, &known, &err), 1);
        sa_password_end(known, SA_PASSWORD_REFUSED);
    }
    assert_int_equal(sa_password_begin(&use, &known, &err), SA_E_AUTH);
    use.local_is_free = true;
    assert_int_equal(sa_password_begin(&use, &known, &err), 1);
    assert_null(known);
    sa_secret_free(password);
}

static void an_accepted_password_is_right(void **state)
{
    struct sa_secret *password = secret("right");
    struct sa_known_password *known = NULL;
    struct sa_known_password *second = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(begin("u@f.example", password, "a", &known, &err), 1);
    sa_password_end(known, SA_PASSWORD_ACCEPTED);
    /* Servers that refuse it have other reasons, and all may be asked at once. */
    for (int i = 0; i < 5; i++) {
        assert_int_equal(begin("u@f.example", password, "b", &known, &err), 1);
        assert_int_equal(begin("u@f.example", password, "c", &second, &err), 1);
        sa_password_end(known, SA_PASSWORD_REFUSED);
        sa_password_end(second, SA_PASSWORD_REFUSED);
    }
    sa_secret_free(password);
}

static void local_accounts_are_the_servers_own(void **state)
{
    static const char *const users[] = {"SRV1\\admin", ".\\admin", "admin"};
    struct sa_secret *password = secret("local");
    struct sa_known_password *known = NULL;
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(users); i++)
        for (int n = 0; n < 5; n++) {
            assert_int_equal(begin(users[i], password, "srv1.f.example", &known, &err), 1);
            assert_null(known);
            sa_password_end(known, SA_PASSWORD_REFUSED);
        }
    /* The domain SRV is not the server SRV1. */
    assert_int_equal(begin("SRV\\admin", password, "srv1.f.example", &known, &err), 1);
    assert_non_null(known);
    sa_password_end(known, SA_PASSWORD_NOT_SHOWN);
    sa_secret_free(password);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_refusals_are_enough),
        cmocka_unit_test(silence_counts_where_the_password_was_shown),
        cmocka_unit_test(local_accounts_are_told_apart_on_request),
        cmocka_unit_test(an_accepted_password_is_right),
        cmocka_unit_test(local_accounts_are_the_servers_own),
    };

    return cmocka_run_group_tests_name("gss_password", tests, NULL, NULL);
}
