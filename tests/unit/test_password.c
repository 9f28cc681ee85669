/* SPDX-License-Identifier: Apache-2.0 */
/* Passwords from files, commands, systemd's credentials and a terminal: what is taken, what is refused. */
#include <errno.h>
#include <pty.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>

#include "syncaudit/limits.h"

#include "cli/forest.h"
#include "support/test.h"

static void write_file(const char *path, const char *bytes, size_t len, mode_t mode)
{
    (void)unlink(path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static void takes(enum password_kind kind, const char *from, const char *wanted)
{
    struct sa_secret *secret = NULL;
    struct sa_error err = {0};
    if (password_fetch(kind, from, "alice in fabrikam.example", &secret, &err) < 0)
        fail_msg("'%s' is refused: %s", from, err.message);
    assert_string_equal(sa_secret_bytes(secret), wanted);
    assert_int_equal(sa_secret_len(secret), strlen(wanted));
    sa_secret_free(secret);
}

static void refuses(enum password_kind kind, const char *from, int status, const char *message)
{
    struct sa_secret *secret = NULL;
    struct sa_error err = {0};
    assert_int_equal(password_fetch(kind, from, "alice in fabrikam.example", &secret, &err),
                     status);
    assert_null(secret);
    if (!strstr(err.message, message))
        fail_msg("'%s' gives: %s", from, err.message);
    assert_null(strstr(err.message, "geheim"));
}

static void takes_the_first_line_of_a_file(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *password;
    } cases[] = {
        {"geheim",                "geheim"       },
        {"geheim\n",              "geheim"       },
        {"geheim\r\nuser: x\r\n", "geheim"       },
        {" with spaces \n",       " with spaces "},
        {"pässwörd\n\n",        "pässwörd"   },
    };
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        write_file("password", cases[i].bytes, strlen(cases[i].bytes), 0600);
        takes(PASSWORD_FILE, "password", cases[i].password);
    }
    write_file("password", "x", 1, 0400);
    takes(PASSWORD_FILE, "password", "x");
    (void)unlink("password.link");
    assert_int_equal(symlink("password", "password.link"), 0);
    takes(PASSWORD_FILE, "password.link", "x");
}

static void refuses_a_file_that_others_can_read(void **state)
{
    (void)state;
    static const mode_t modes[] = {0644, 0640, 0620, 0604, 0601, 0660};
    for (size_t i = 0; i < SA_COUNT(modes); i++) {
        write_file("password", "geheim\n", 7, modes[i]);
        refuses(PASSWORD_FILE, "password", SA_E_INPUT, "by others");
    }
}

static void refuses_what_is_no_password(void **state)
{
    (void)state;
    static char large[SA_LIMIT_SECRET + 1];
    memset(large, 'x', sizeof large);
    write_file("password", "", 0, 0600);
    refuses(PASSWORD_FILE, "password", SA_E_INPUT, "empty");
    write_file("password", "\ngeheim\n", 8, 0600);
    refuses(PASSWORD_FILE, "password", SA_E_INPUT, "empty");
    write_file("password", "\r\n", 2, 0600);
    refuses(PASSWORD_FILE, "password", SA_E_INPUT, "empty");
    write_file("password", "ge\0heim\n", 8, 0600);
    refuses(PASSWORD_FILE, "password", SA_E_INPUT, "NUL");
    write_file("password", large, sizeof large, 0600);
    refuses(PASSWORD_FILE, "password", SA_E_LIMIT, "longer");
    refuses(PASSWORD_FILE, "password.absent", SA_E_NOT_FOUND, "password.absent");
    refuses(PASSWORD_FILE, "/dev/null", SA_E_INPUT, "not a regular file");
    refuses(PASSWORD_FILE, ".", SA_E_INPUT, "not a regular file");
    (void)unlink("password.fifo");
    assert_int_equal(mkfifo("password.fifo", 0600), 0);
    refuses(PASSWORD_FILE, "password.fifo", SA_E_INPUT, "not a regular file");
}

static void refuses_a_file_of_another_user(void **state)
{
    (void)state;
    write_file("password", "geheim\n", 7, 0600);
    if (chown("password", 12345, (gid_t)-1) < 0) {
        skip(); /* only root can give files away */
        return;
    }
    refuses(PASSWORD_FILE, "password", SA_E_INPUT, "another user");
}

static void takes_what_a_command_prints(void **state)
{
    (void)state;
    takes(PASSWORD_COMMAND, "echo geheim", "geheim");
    takes(PASSWORD_COMMAND, "printf 'geheim\\nmore\\n'", "geheim");
    takes(PASSWORD_COMMAND, "read x <<E\na b\nE\necho \"$x\" | tr a c", "c b");
}

static void refuses_a_command_that_fails(void **state)
{
    (void)state;
    refuses(PASSWORD_COMMAND, "echo geheim; exit 3", SA_E_INPUT, "exit code 3");
    refuses(PASSWORD_COMMAND, "exec 2>/dev/null; /no/such/program", SA_E_INPUT, "exit code 127");
    refuses(PASSWORD_COMMAND, "echo geheim; kill -9 $$", SA_E_INPUT, "signal 9");
    refuses(PASSWORD_COMMAND, "true", SA_E_INPUT, "empty");
    refuses(PASSWORD_COMMAND, "exec yes geheim", SA_E_LIMIT, "longer");
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* nothing is left behind */
    assert_int_equal(errno, ECHILD);
}

static void takes_credentials_of_systemd(void **state)
{
    (void)state;
    char folder[4096];
    assert_non_null(getcwd(folder, sizeof folder));
    write_file("syncaudit.password.corp", "geheim\n", 7, 0440); /* systemd's ACLs look so */
#undef setenv
    assert_int_equal(setenv("CREDENTIALS_DIRECTORY", folder, 1), 0);
    takes(PASSWORD_CREDENTIAL, "corp", "geheim");
    refuses(PASSWORD_CREDENTIAL, "other", SA_E_NOT_FOUND, "syncaudit.password.other");
    refuses(PASSWORD_CREDENTIAL, "../corp", SA_E_INPUT, "not the name of a credential");
    assert_int_equal(unsetenv("CREDENTIALS_DIRECTORY"), 0);
    refuses(PASSWORD_CREDENTIAL, "corp", SA_E_INPUT, "CREDENTIALS_DIRECTORY");
}

/* What the child's terminal shows until `text` comes, or the end. */
static void read_until(int master, const char *text, char *shown, size_t size)
{
    size_t len = strlen(shown);
    while (!strstr(shown, text) && len + 1 < size) {
        ssize_t n = read(master, shown + len, size - len - 1);
        if (n <= 0)
            return;
        len += (size_t)n;
        shown[len] = '\0';
    }
}

/* In a process with a terminal of its own: exit code 0 when the password came as it should. */
static void ask(const char *answer, int signal_number, int wanted_status, bool *ret_echo)
{
    int master = -1;
    char shown[1024] = "";
    pid_t child = forkpty(&master, NULL, NULL, NULL);
    assert_true(child >= 0);
    if (child == 0) {
        struct sa_secret *secret = NULL;
        struct sa_error err = {0};
        struct termios terminal;
        int r = password_fetch(PASSWORD_ASKED, NULL, "alice in fabrikam.example", &secret, &err);
        bool same = r == 0 && strcmp(sa_secret_bytes(secret), "geheim") == 0;
        bool echo = tcgetattr(STDIN_FILENO, &terminal) == 0 && (terminal.c_lflag & ECHO);
        _exit(r == wanted_status && (r < 0 || same) && echo ? 0 : 1);
    }
    read_until(master, "fabrikam.example: ", shown, sizeof shown);
    assert_non_null(strstr(shown, "Password for alice in fabrikam.example: "));
    if (answer)
        assert_int_equal(write(master, answer, strlen(answer)), (ssize_t)strlen(answer));
    if (signal_number)
        assert_int_equal(kill(child, signal_number), 0);
    read_until(master, "nothing ends it but the end", shown, sizeof shown);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    *ret_echo = strstr(shown, "geheim") != NULL;
    (void)close(master);
}

static void asks_at_the_terminal_without_echo(void **state)
{
    (void)state;
    bool echo = true;
    ask("geheim\n", 0, 0, &echo);
    assert_false(echo);
    ask("\n", 0, SA_E_INPUT, &echo);
    ask("\004", 0, SA_E_INPUT, &echo);
}

/* The terminal shows again what is typed, also when the user gives up. */
static void asking_can_be_ended(void **state)
{
    (void)state;
    bool echo = true;
    ask(NULL, SIGINT, SA_E_CANCELLED, &echo);
    ask("gehe", SIGTERM, SA_E_CANCELLED, &echo);
    ask("\003", 0, SA_E_CANCELLED, &echo);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_first_line_of_a_file),
        cmocka_unit_test(refuses_a_file_that_others_can_read),
        cmocka_unit_test(refuses_what_is_no_password),
        cmocka_unit_test(refuses_a_file_of_another_user),
        cmocka_unit_test(takes_what_a_command_prints),
        cmocka_unit_test(refuses_a_command_that_fails),
        cmocka_unit_test(takes_credentials_of_systemd),
        cmocka_unit_test(asks_at_the_terminal_without_echo),
        cmocka_unit_test(asking_can_be_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
