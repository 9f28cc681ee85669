/* SPDX-License-Identifier: Apache-2.0 */
/* Traces: what is written, with which mode, without secrets; and played again. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "internal.h"
#include "support/test.h"
#include "wsman_script.h"

static char folder[] = "wsman_trace.XXXXXX";

static int nothing(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    size_t *count = payload;

    (void)item;
    (void)err;
    (*count)++;
    return 0;
}

static void path_of(const char *name, char ret[128])
{
    (void)snprintf(ret, 128, "%s/trace/%s", folder, name);
}

static void check_file(const char *name, const char *holds, const char *lacks)
{
    char path[128];
    char text[8192];
    struct stat info;
    FILE *file = NULL;
    size_t len = 0;

    path_of(name, path);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    file = fopen(path, "re");
    assert_non_null(file);
    len = fread(text, 1, sizeof text - 1, file);
    text[len] = '\0';
    (void)fclose(file);
    if (strstr(text, holds) == NULL || (lacks != NULL && strstr(text, lacks) != NULL))
        fail_msg("%s: %s", name, text);
}

static void test_written_and_played(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0,            0,
         SCRIPT_ANSWER("<c:Config xmlns:c='u'><c:Password>hunter2</c:Password></c:Config>"), 0},
        {NULL, 0,            500, SCRIPT_FAULT("5"),                                         0},
        {NULL, SA_E_NETWORK, 0,   "",                                                        0},
    };
    struct script script = {.steps = steps, .count = SA_COUNT(steps)};
    struct sa_wsman_options options = {
        .to = "http://h/wsman", .exchange = script_exchange, .transport = &script};
    struct sa_wsman *session = NULL;
    struct sa_wsman_replay *replay = NULL;
    struct sa_error err = {0};
    size_t count = 0;
    char path[128];

    (void)state;
    path_of("", path);
    options.trace_dir = path;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err),
                     SA_E_DENIED);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err),
                     SA_E_NETWORK);
    sa_wsman_close(session);
    script_done(&script);
    check_file("00-request.xml", "transfer/Get", NULL);
    check_file("00-response.xml", "<c:Password>(removed)</c:Password>", "hunter2");
    check_file("messages.tsv", "00\trequest\tGet\t\n00\tresponse\tGetResponse\t\n", NULL);
    check_file(
        "messages.tsv",
        "01\tresponse\tfault\tHTTP 500\n02\trequest\tGet\t\n02\tresponse\tGetResponse\tno answer\n",
        NULL);
    /* Another trace does not mix with it. */
    memset(&err, 0, sizeof err);
    assert_int_equal(sa_wsman_open(&options, &session, &err) < 0, 1);
    assert_true(err.hint[0] != '\0');

    assert_int_equal(sa_wsman_replay_open(path, &replay, &err), 0);
    options = (struct sa_wsman_options){
        .to = "http://h/wsman", .exchange = sa_wsman_replay_exchange, .transport = replay};
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    count = 0;
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err),
                     SA_E_DENIED);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err),
                     SA_E_NETWORK);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err),
                     SA_E_NETWORK);
    assert_int_equal(count, 1);
    sa_wsman_close(session);
    sa_wsman_replay_close(replay);
}

/* When the folder is not there any more the session says so instead of leaving half a trace. */
static void test_broken_trace(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0, SCRIPT_ANSWER("<x/>"), 0}
    };
    struct script script = {.steps = steps, .count = 1, .endless = true};
    struct sa_wsman_options options = {
        .to = "http://h/wsman", .exchange = script_exchange, .transport = &script};
    struct sa_wsman *session = NULL;
    struct sa_error err = {0};
    size_t count = 0;
    char path[128];
    char file[160];

    (void)state;
    (void)snprintf(path, sizeof path, "%s/broken", folder);
    options.trace_dir = path;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    (void)snprintf(file, sizeof file, "%s/messages.tsv", path);
    assert_int_equal(unlink(file), 0);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, nothing, &count, &err), SA_E_IO);
    sa_wsman_close(session);
    script_done(&script);
    options.trace_dir = "/dev/null/x";
    assert_true(sa_wsman_open(&options, &session, &err) < 0);
    assert_non_null(strstr(err.message, "/dev/null/x"));
}

/* Words without a blank between them: each is looked at once. */
static void test_redaction_of_much(void **state)
{
    struct sa_buf text = SA_BUF_INIT(8 * SA_MIB);
    struct sa_buf out = SA_BUF_INIT(8 * SA_MIB);

    (void)state;
    for (int i = 0; i < 500000; i++)
        sa_buf_add_text(&text, "password");
    sa_buf_add_text(&text, "=secret end");
    assert_int_equal(wsman_add_redacted(&out, text.data, text.len), 0);
    assert_int_equal(out.len, text.len + strlen("(removed)") - strlen("secret"));
    assert_string_equal(sa_buf_text(&out) + out.len - strlen("=(removed) end"), "=(removed) end");
    sa_buf_done(&text);
    sa_buf_done(&out);
}

static void test_redaction(void **state)
{
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"",                                               ""                                           },
        {"plain",                                          "plain"                                      },
        {"<a>text</a>",                                    "<a>text</a>"                                },
        {"<p:AdminPwd x='1'>s</p:AdminPwd><b>s</b>",
         "<p:AdminPwd x='1'>(removed)</p:AdminPwd><b>s</b>"                                             },
        {"<PasswordExpires>true</PasswordExpires>",        "<PasswordExpires>true</PasswordExpires>"    },
        {"<PasswordRequired>FALSE</PasswordRequired>",
         "<PasswordRequired>FALSE</PasswordRequired>"                                                   },
        {"<AdminPasswordStatus> 3 </AdminPasswordStatus>",
         "<AdminPasswordStatus> 3 </AdminPasswordStatus>"                                               },
        {"<Password></Password>",                          "<Password></Password>"                      },
        {"<Password/><a>b</a>",                            "<Password/><a>b</a>"                        },
        {"<a>x.exe /user:u /password:p1 /q</a>",           "<a>x.exe /user:u /password:(removed) /q</a>"},
        {"<a>x.exe --db-password p1 -q</a>",               "<a>x.exe --db-password (removed) -q</a>"    },
        {"<a>Server=s;Password=p;1;Pwd = p2;X=y</a>",
         "<a>Server=s;Password=(removed);1;Pwd = (removed);X=y</a>"                                     },
        {"<a>PASSWORD=\"two words\" z</a>",                "<a>PASSWORD=(removed)\" z</a>"              },
        {"<a>password=&quot;two words&quot; z</a>",        "<a>password=(removed)&quot; z</a>"          },
        {"<a>the password is long</a>",                    "<a>the password is long</a>"                },
        {"<a>password=",                                   "<a>password="                               },
        {"<Password",                                      "<Password"                                  },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_buf buf = SA_BUF_INIT(1000);

        assert_int_equal(wsman_add_redacted(&buf, cases[i].in, strlen(cases[i].in)), 0);
        assert_string_equal(sa_buf_text(&buf), cases[i].out);
        sa_buf_done(&buf);
    }
}

static int setup(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int teardown(void **state)
{
    static const char *const names[] = {
        "00-request.xml", "00-response.xml", "01-request.xml", "01-response.xml",
        "02-request.xml", "02-response.xml", "messages.tsv",   ""};
    char path[128];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        path_of(names[i], path);
        (void)remove(path);
    }
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_and_played),
        cmocka_unit_test(test_broken_trace),
        cmocka_unit_test(test_redaction),
        cmocka_unit_test(test_redaction_of_much),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
