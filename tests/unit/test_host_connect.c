/* SPDX-License-Identifier: Apache-2.0 */
/* sa_collect_host(): connection, footprint of both levels, and hosts that cannot be reached. A stand-in for
 * the HTTP transport hands envelopes to the server in memory. */
#include <string.h>

#include "host_fake.h"

struct sa_http {
    struct sa_http_options options;
};
static struct sa_http http;
static int open_status;
static size_t told_more; /* further events of the first exchange */
static const char *told_detail = "x\x1By";
static bool is_open;

static void tell(const char *operation, int how)
{
    const struct sa_http_event event = {.server = "srv.example",
                                        .operation = operation,
                                        .detail = told_detail,
                                        .status = how,
                                        .code = 200,
                                        .sent = 3,
                                        .received = 4,
                                        .started_at = 1700000000,
                                        .elapsed_ms = 5};

    http.options.watch(http.options.payload, &event);
}

int __wrap_sa_http_open(const struct sa_http_options *options, struct sa_http **ret,
                        struct sa_error *err);
int __wrap_sa_http_open(const struct sa_http_options *options, struct sa_http **ret,
                        struct sa_error *err)
{
    http.options = *options;
    tell("ticket", 0);
    tell("connect", open_status);
    if (open_status < 0)
        return sa_fail(err, open_status, SA_DOMAIN_NONE, 0, "cannot reach '%s'", options->host);
    is_open = true;
    *ret = &http;
    return 0;
}

void __wrap_sa_http_close(struct sa_http *closed);
void __wrap_sa_http_close(struct sa_http *closed)
{
    if (closed != NULL)
        is_open = false;
}

const struct sa_http_info *__wrap_sa_http_info(struct sa_http *asked);
const struct sa_http_info *__wrap_sa_http_info(struct sa_http *asked)
{
    (void)asked;
    return &host_fake_info;
}

int __wrap_sa_http_exchange(struct sa_http *used, const char *body, size_t len, bool repeatable,
                            unsigned timeout_ms, struct sa_buf *reply, long *ret_status,
                            bool *ret_sent, struct sa_error *err);
int __wrap_sa_http_exchange(struct sa_http *used, const char *body, size_t len, bool repeatable,
                            unsigned timeout_ms, struct sa_buf *reply, long *ret_status,
                            bool *ret_sent, struct sa_error *err)
{
    const struct sa_wsman_call call = {
        .body = body, .len = len, .repeatable = repeatable, .timeout_ms = timeout_ms};

    assert_ptr_equal(used, &http);
    assert_true(is_open);
    assert_true(timeout_ms > 0);
    tell("post", 0);
    for (; told_more > 0; told_more--)
        tell("more", 0);
    return host_fake_exchange(NULL, &call, reply, ret_status, ret_sent, err);
}

int __wrap_sa_http_exchange_closing(struct sa_http *used, const char *body, size_t len,
                                    bool repeatable, unsigned timeout_ms, struct sa_buf *reply,
                                    long *ret_status, bool *ret_sent, struct sa_error *err);
int __wrap_sa_http_exchange_closing(struct sa_http *used, const char *body, size_t len,
                                    bool repeatable, unsigned timeout_ms, struct sa_buf *reply,
                                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    return __wrap_sa_http_exchange(used, body, len, repeatable, timeout_ms, reply, ret_status,
                                   ret_sent, err);
}

static void both_levels_are_in_the_footprint(void **state)
{
    (void)state;
    open_status = 0;
    typical();
    assert_int_equal(collect_by_http(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'ok'"), 23);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE protocol = 'wsman'"),
                     exchanges());
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE protocol = 'http'"),
                     exchanges() + 1);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE protocol = 'kerberos'"), 1);
    assert_string_equal(text("SELECT detail FROM footprint WHERE protocol = 'kerberos'"),
                        "x\\x1By");
    assert_string_equal(text("SELECT group_concat(DISTINCT server) FROM footprint"), "srv.example");
    assert_int_equal(number("SELECT bytes FROM footprint WHERE operation = 'post'"), 7);
    assert_false(is_open);
}

/* A server that makes us ask and ask: all of it is noted, and only this server suffers. */
static void a_long_footprint_is_whole(void **state)
{
    static char detail[7000];

    (void)state;
    typical();
    open_status = 0;
    memset(detail, 'd', sizeof detail - 1);
    told_detail = detail;
    told_more = 5000;
    assert_int_equal(collect_by_http(), 0);
    told_detail = "x\x1By";
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'ok'"), 23);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE operation = 'more'"), 5000);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE operation = 'post'"),
                     exchanges());
}

static void a_host_out_of_reach_has_a_row_for_every_source(void **state)
{
    (void)state;
    typical();
    open_status = SA_E_NETWORK;
    assert_int_equal(collect_by_http(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'unreachable' AND "
                            "message = 'cannot reach ''srv.example'''"),
                     23);
    assert_int_equal(problem()->status, SA_E_NETWORK);
    assert_int_equal(exchanges(), 0);
    assert_int_equal(number("SELECT count(*) FROM footprint"), 2);
    assert_string_equal(text("SELECT status FROM footprint WHERE operation = 'connect'"),
                        "network");
}

static void a_refused_logon_is_not_tried_again(void **state)
{
    (void)state;
    typical();
    open_status = SA_E_AUTH;
    assert_int_equal(collect_by_http(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'denied'"), 23);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE operation = 'connect'"), 1);
}

static void stopped_while_connecting(void **state)
{
    (void)state;
    open_status = SA_E_CANCELLED;
    assert_int_equal(collect_by_http(), SA_E_CANCELLED);
    assert_int_equal(number("SELECT count(*) FROM coverage"), 0);
    assert_int_equal(number("SELECT count(*) FROM footprint"), 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, host_fake_setup, host_fake_teardown)
    const struct CMUnitTest tests[] = {
        TEST(both_levels_are_in_the_footprint),
        TEST(a_long_footprint_is_whole),
        TEST(a_host_out_of_reach_has_a_row_for_every_source),
        TEST(a_refused_logon_is_not_tried_again),
        TEST(stopped_while_connecting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
