/* SPDX-License-Identifier: Apache-2.0 */
/* The log: what stands in a line, that nothing in it reaches the terminal as a command, and that
 * lines of several threads stay whole.
 *
 * Standard error is a pipe while a test listens: a pipe, unlike a file, may mix what two writers
 * write at once when it is more than PIPE_BUF bytes, so the last test can fail. The linker replaces
 * write() (see base.cmake), so that it can be interrupted and stop half-way. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/log.h"
#include "syncaudit/text.h"

#include "support/test.h"

static struct {
    int old_stderr;
    int reading_end;
    pthread_t reader;
    struct sa_buf heard;
} ear = {.heard = SA_BUF_INIT((size_t)64 << 20)};

enum { WRITE_ALL, WRITE_STUTTERING, WRITE_FAILING };

static int write_mode = WRITE_ALL;
static int write_calls;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
ssize_t __real_write(int fd, const void *bytes, size_t len);
ssize_t __wrap_write(int fd, const void *bytes, size_t len);

ssize_t __wrap_write(int fd, const void *bytes, size_t len)
{
    if (write_mode == WRITE_ALL)
        return __real_write(fd, bytes, len);
    write_calls++;
    if (write_mode == WRITE_FAILING || write_calls % 2 == 1) {
        errno = write_mode == WRITE_FAILING ? EIO : EINTR;
        return -1;
    }
    return __real_write(fd, bytes, len < 5 ? len : 5);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static void *read_all(void *payload)
{
    char bytes[65536];
    ssize_t len = 0;

    (void)payload;
    while ((len = read(ear.reading_end, bytes, sizeof bytes)) > 0)
        sa_buf_add(&ear.heard, bytes, (size_t)len);
    return NULL;
}

static void start_listening(void)
{
    int ends[2];

    sa_buf_clear(&ear.heard);
    assert_int_equal(pipe(ends), 0);
    ear.reading_end = ends[0];
    ear.old_stderr = dup(STDERR_FILENO);
    assert_true(ear.old_stderr >= 0);
    assert_true(dup2(ends[1], STDERR_FILENO) >= 0);
    assert_int_equal(close(ends[1]), 0);
    assert_int_equal(pthread_create(&ear.reader, NULL, read_all, NULL), 0);
}

static const char *stop_listening(void)
{
    assert_true(dup2(ear.old_stderr, STDERR_FILENO) >= 0);
    assert_int_equal(pthread_join(ear.reader, NULL), 0);
    assert_int_equal(close(ear.old_stderr), 0);
    assert_int_equal(close(ear.reading_end), 0);
    assert_int_equal(sa_buf_status(&ear.heard), 0);
    return sa_buf_text(&ear.heard);
}

static int reset(void **state)
{
    (void)state;
    sa_log_set_level(SA_LOG_WARNING);
    sa_log_set_color(0);
    write_calls = 0;
    return 0;
}

static int forget(void **state)
{
    (void)state;
    sa_buf_done(&ear.heard);
    return 0;
}

static void line_has_target_area_and_text(void **state)
{
    (void)state;
    start_listening();
    sa_log(SA_LOG_ERROR, "sync01", "wsman", "shell %d closed", 7);
    sa_log(SA_LOG_WARNING, "sync01", NULL, "one");
    sa_log(SA_LOG_WARNING, NULL, "export", "two");
    sa_log(SA_LOG_WARNING, NULL, NULL, "three: %s", "3");
    assert_string_equal(stop_listening(), "sync01 wsman: shell 7 closed\n"
                                          "sync01: one\n"
                                          "export: two\n"
                                          "three: 3\n");
}

static void level_decides(void **state)
{
    struct sa_error err;

    (void)state;
    sa_fail_nomem(&err);
    assert_int_equal(sa_log_get_level(), SA_LOG_WARNING);
    start_listening();
    sa_log(SA_LOG_INFO, NULL, NULL, "hidden");
    sa_log_error(SA_LOG_INFO, NULL, &err);
    sa_log_set_level(SA_LOG_DEBUG);
    sa_log(SA_LOG_DEBUG, NULL, NULL, "shown");
    sa_log(SA_LOG_TRACE, NULL, NULL, "hidden");
    sa_log_set_level(SA_LOG_ERROR);
    sa_log(SA_LOG_WARNING, NULL, NULL, "hidden");
    sa_log(SA_LOG_ERROR, NULL, NULL, "shown too");
    assert_string_equal(stop_listening(), "shown\nshown too\n");
    assert_int_equal(sa_log_get_level(), SA_LOG_ERROR);
}

static void color_only_if_switched_on(void **state)
{
    (void)state;
    sa_log_set_level(SA_LOG_TRACE);
    start_listening();
    sa_log(SA_LOG_ERROR, "t", NULL, "plain");
    sa_log_set_color(1);
    sa_log(SA_LOG_ERROR, "t", NULL, "red");
    sa_log(SA_LOG_WARNING, "t", NULL, "yellow");
    sa_log(SA_LOG_INFO, "t", NULL, "plain");
    sa_log(SA_LOG_DEBUG, "t", NULL, "dim");
    sa_log(SA_LOG_TRACE, "t", NULL, "dim");
    sa_log_set_color(0);
    sa_log(SA_LOG_ERROR, "t", NULL, "plain");
    assert_string_equal(stop_listening(), "t: plain\n"
                                          "\033[31mt: red\033[0m\n"
                                          "\033[33mt: yellow\033[0m\n"
                                          "t: plain\n"
                                          "\033[2mt: dim\033[0m\n"
                                          "\033[2mt: dim\033[0m\n"
                                          "t: plain\n");
}

static void nothing_commands_the_terminal(void **state)
{
    struct sa_error err;

    (void)state;
    sa_log_set_color(1);
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_ERRNO, 5, "m\033]0;x\007");
    sa_place(&err, "p\033[2J", 1, 0);
    sa_hint(&err, "h\r\u202e"); /* NOLINT(misc-misleading-bidirectional) */
    start_listening();
    sa_log(SA_LOG_WARNING, "t\033[31m", "a\n", "%s", "line\nfaked: all is well\xff");
    sa_log_error(SA_LOG_ERROR, "t\b", &err);
    assert_string_equal(stop_listening(),
                        "\033[33mt\\x1B[31m a\\x0A: line\\x0Afaked: all is well\\xFF\033[0m\n"
                        "\033[31merror SA-E1002: t\\x08: p\\x1B[2J:1: m\\x1B]0;x\\x07\033[0m\n"
                        "  code: errno 5\n"
                        "  try: h\\x0D\\u{202E}\n");
}

static void error_has_up_to_three_lines(void **state)
{
    struct sa_error err;

    (void)state;
    start_listening();
    sa_fail(&err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "unknown key 'x'");
    sa_log_error(SA_LOG_ERROR, NULL, &err);
    sa_place(&err, "a.yaml", 2, 3);
    sa_log_error(SA_LOG_WARNING, NULL, &err);
    sa_fail_errno(&err, ENOENT, "cannot open '%s'", "f");
    sa_hint(&err, "create it");
    sa_log_error(SA_LOG_ERROR, "sync01", &err);
    sa_log_error(SA_LOG_ERROR, "sync01", NULL);
    assert_string_equal(stop_listening(),
                        "error SA-E1002: unknown key 'x'\n"
                        "warning SA-E1002: a.yaml:2:3: unknown key 'x'\n"
                        "error SA-E1003: sync01: cannot open 'f': No such file or directory\n"
                        "  code: errno 2\n"
                        "  try: create it\n");
}

static void error_lines_name_their_level(void **state)
{
    struct sa_error err;

    (void)state;
    sa_fail_nomem(&err);
    sa_log_set_level(SA_LOG_TRACE);
    start_listening();
    for (int level = SA_LOG_ERROR; level <= SA_LOG_TRACE; level++)
        sa_log_error((enum sa_log_level)level, NULL, &err);
    assert_string_equal(stop_listening(), "error SA-E1001: out of memory\n"
                                          "warning SA-E1001: out of memory\n"
                                          "info SA-E1001: out of memory\n"
                                          "debug SA-E1001: out of memory\n"
                                          "trace SA-E1001: out of memory\n");
}

static void lost_line_is_not_lost_silently(void **state)
{
    static char target[100000];

    (void)state;
    memset(target, 't', sizeof target - 1);
    start_listening();
    sa_log(SA_LOG_ERROR, target, NULL, "x");
    sa_log(SA_LOG_ERROR, NULL, NULL, "next");
    assert_string_equal(stop_listening(),
                        "error: a log line was lost, because it was too long or memory ran out\n"
                        "next\n");
}

static void interrupted_writes_go_on(void **state)
{
    (void)state;
    start_listening();
    write_mode = WRITE_STUTTERING;
    sa_log(SA_LOG_ERROR, "sync01", NULL, "all of this");
    write_mode = WRITE_ALL;
    assert_string_equal(stop_listening(), "sync01: all of this\n");
    assert_int_equal(write_calls, 8); /* 20 bytes, 5 at a time, each after an interruption */
}

static void failed_writes_are_given_up(void **state)
{
    (void)state;
    start_listening();
    write_mode = WRITE_FAILING;
    sa_log(SA_LOG_ERROR, NULL, NULL, "nobody listens");
    write_mode = WRITE_ALL;
    sa_log(SA_LOG_ERROR, NULL, NULL, "next");
    assert_string_equal(stop_listening(), "next\n");
    assert_int_equal(write_calls, 1);
}

static void long_text_of_no_utf8_is_kept(void **state)
{
    static char text[10000];

    (void)state;
    memset(text, 0x80, sizeof text - 1);
    start_listening();
    sa_log(SA_LOG_ERROR, NULL, NULL, "%s", text);
    assert_true(strlen(stop_listening()) > 16000);
}

static void longest_text_is_whole(void **state)
{
    static char text[4096];

    (void)state;
    memset(text, 'a', sizeof text - 1);
    start_listening();
    sa_log(SA_LOG_ERROR, NULL, NULL, "%s", text);
    sa_log(SA_LOG_ERROR, NULL, NULL, "%sb", text);
    sa_log(SA_LOG_ERROR, NULL, NULL, "%s", "");
    assert_int_equal(strspn(stop_listening(), "a"), 4095);
    assert_memory_equal(ear.heard.data + 4095, "\n", 1);
    assert_string_equal(ear.heard.data + 4096 + 4092, "...\n\n");
}

static void long_text_is_cut_visibly(void **state)
{
    char *text = malloc(20001);
    const char *heard = NULL;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < 20000; i += 2)
        memcpy(text + i, "\u00fc", 2);
    text[20000] = '\0';
    start_listening();
    sa_log(SA_LOG_ERROR, NULL, NULL, "%s", text);
    sa_log(SA_LOG_ERROR, NULL, NULL, "x%s", text);
    heard = stop_listening();
    free(text);
    assert_true(sa_utf8_valid(heard, strlen(heard)));
    assert_null(strchr(heard, '\\'));
    assert_non_null(strstr(heard, "\u00fc...\nx\u00fc"));
    assert_string_equal(heard + strlen(heard) - 6, "\u00fc...\n");
    assert_true(strlen(heard) > 8000);
}

static void errno_is_left_alone(void **state)
{
    struct sa_error err;
    int after_log = 0;
    int after_error = 0;

    (void)state;
    sa_fail_nomem(&err);
    start_listening();
    errno = EBUSY;
    sa_log(SA_LOG_ERROR, NULL, NULL, "text");
    after_log = errno;
    sa_log_error(SA_LOG_ERROR, NULL, &err);
    after_error = errno;
    assert_string_equal(stop_listening(), "text\nerror SA-E1001: out of memory\n");
    assert_int_equal(after_log, EBUSY);
    assert_int_equal(after_error, EBUSY);
}

enum { THREADS = 4, LINES = 100, ESCAPES = 3000 };

static void *log_lines(void *payload)
{
    const char *name = payload;
    char text[ESCAPES + 1];

    memset(text, 033, ESCAPES);
    text[ESCAPES] = '\0';
    for (int i = 0; i < LINES; i++)
        sa_log(SA_LOG_ERROR, name, name, "%d %s %s", i, text, name);
    return NULL;
}

static void lines_of_threads_stay_whole(void **state)
{
    static char names[THREADS][8] = {"alpha", "beta", "gamma", "delta"};
    pthread_t threads[THREADS];
    int next[THREADS] = {0};
    SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT((size_t)1 << 20);
    const char *at = NULL;

    (void)state;
    start_listening();
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, log_lines, names[i]), 0);
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    at = stop_listening();

    for (int i = 0; i < THREADS * LINES; i++) {
        size_t who = 0;

        while (who < THREADS - 1 && strncmp(at, names[who], strlen(names[who])) != 0)
            who++;
        sa_buf_clear(&line);
        sa_buf_addf(&line, "%s %s: %d ", names[who], names[who], next[who]++);
        for (int k = 0; k < ESCAPES; k++)
            sa_buf_add_text(&line, "\\x1B");
        sa_buf_addf(&line, " %s\n", names[who]);
        assert_int_equal(sa_buf_status(&line), 0);
        if (strncmp(at, line.data, line.len) != 0)
            fail_msg("line %d is not whole: %.40s...", i, at);
        at += line.len;
    }
    assert_string_equal(at, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(line_has_target_area_and_text, reset),
        cmocka_unit_test_setup(level_decides, reset),
        cmocka_unit_test_setup(color_only_if_switched_on, reset),
        cmocka_unit_test_setup(nothing_commands_the_terminal, reset),
        cmocka_unit_test_setup(error_has_up_to_three_lines, reset),
        cmocka_unit_test_setup(error_lines_name_their_level, reset),
        cmocka_unit_test_setup(lost_line_is_not_lost_silently, reset),
        cmocka_unit_test_setup(interrupted_writes_go_on, reset),
        cmocka_unit_test_setup(failed_writes_are_given_up, reset),
        cmocka_unit_test_setup(longest_text_is_whole, reset),
        cmocka_unit_test_setup(long_text_of_no_utf8_is_kept, reset),
        cmocka_unit_test_setup(long_text_is_cut_visibly, reset),
        cmocka_unit_test_setup(errno_is_left_alone, reset),
        cmocka_unit_test_setup(lines_of_threads_stay_whole, reset),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, forget);
}
