/* SPDX-License-Identifier: Apache-2.0 */
/* Where a password comes from: a file, what a command prints, a credential of systemd, or a prompt. Never
 * an argument or the environment, which other processes can read. It is the first line of what is read;
 * the bytes pass through one buffer that is locked and wiped, into struct sa_secret. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest.h"

#define BUFFER_SIZE (SA_LIMIT_SECRET + 1)

struct buffer {
    char *bytes; /* BUFFER_SIZE of them */
    size_t len;
};

static int buffer_new(struct buffer *buffer, struct sa_error *err)
{
    *buffer = (struct buffer){.bytes = malloc(BUFFER_SIZE)};
    if (!buffer->bytes)
        return sa_fail_nomem(err);
    (void)mlock(buffer->bytes, BUFFER_SIZE); /* best effort, like secret.c */
    return 0;
}

static void buffer_done(struct buffer *buffer)
{
    if (!buffer->bytes)
        return;
    explicit_bzero(buffer->bytes, BUFFER_SIZE);
    (void)munlock(buffer->bytes, BUFFER_SIZE);
    free(buffer->bytes);
}

/* Reads to the end. 0, or a negated errno; EFBIG: more than a secret may have. */
static int read_all(int fd, struct buffer *buffer)
{
    while (buffer->len < BUFFER_SIZE) {
        ssize_t n = read(fd, buffer->bytes + buffer->len, BUFFER_SIZE - buffer->len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        if (n == 0)
            return 0;
        buffer->len += (size_t)n;
    }
    return -EFBIG;
}

/* The first line becomes the secret. `place` is the subject of the message: "'FILE'". */
static int take_first_line(struct buffer *buffer, const char *place, struct sa_secret **ret,
                           struct sa_error *err)
{
    const char *end = memchr(buffer->bytes, '\n', buffer->len);
    size_t len = end ? (size_t)(end - buffer->bytes) : buffer->len;
    if (len > 0 && buffer->bytes[len - 1] == '\r')
        len--;
    if (len == 0 || memchr(buffer->bytes, '\0', len)) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s gives no password: %s", place,
                len == 0 ? "its first line is empty" : "its first line holds a NUL byte");
        sa_hint(err, "the first line must be the password, as plain text and nothing else");
        return SA_E_INPUT;
    }
    return sa_secret_new(buffer->bytes, len, ret, err);
}

static int cannot_read(const char *place, int errno_value, struct sa_error *err)
{
    if (errno_value == EFBIG) {
        sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "%s is longer than a password may be", place);
        sa_hint(err, "at most %zu bytes, of which the first line counts", SA_LIMIT_SECRET);
        return SA_E_LIMIT;
    }
    return sa_fail_errno(err, errno_value, "cannot read %s", place);
}

/* What others can read is no secret any more; what is no file could wait for ever. */
static int check_file(int fd, const char *place, bool is_ours, struct sa_error *err)
{
    struct stat info;
    const char *why = NULL;
    const char *hint = "make it yours, with mode 0600: chmod 600 FILE";
    if (fstat(fd, &info) < 0)
        return sa_fail_errno(err, errno, "cannot read %s", place);
    if (!S_ISREG(info.st_mode)) {
        why = "is not a regular file";
        hint = "name a file; --password-command takes what a program prints";
    } else if (is_ours && info.st_uid != geteuid()) {
        why = "belongs to another user";
    } else if (is_ours && (info.st_mode & 077) != 0) {
        why = "can be read or changed by others";
    }
    if (!why)
        return 0;
    if (S_ISREG(info.st_mode))
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s %s (mode %04o)", place, why,
                (unsigned)info.st_mode & 07777U);
    else
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s %s", place, why);
    sa_hint(err, "%s", hint);
    return SA_E_INPUT;
}

static int fetch_file(const char *path, const char *what, bool is_ours, struct sa_secret **ret,
                      struct sa_error *err)
{
    char place[SA_ERROR_MESSAGE_MAX];
    struct buffer buffer = {0};
    (void)snprintf(place, sizeof place, "the %s '%s'", what, path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0) {
        int failed = sa_fail_errno(err, errno, "cannot open %s", place);
        sa_hint(err, "make it, with mode 0600 and the password as its first line");
        return failed;
    }
    int r = check_file(fd, place, is_ours, err);
    if (r == 0)
        r = buffer_new(&buffer, err);
    if (r == 0) {
        int failed = read_all(fd, &buffer);
        r = failed < 0 ? cannot_read(place, -failed, err)
                       : take_first_line(&buffer, place, ret, err);
    }
    buffer_done(&buffer);
    (void)close(fd);
    return r;
}

/* systemd gives the folder to this service alone (systemd.exec(5), LoadCredential=); with an ACL, so that
 * owner and mode say nothing. */
static int fetch_credential(const char *name, struct sa_secret **ret, struct sa_error *err)
{
    char path[4096];
    const char *folder = getenv("CREDENTIALS_DIRECTORY");
    if (strchr(name, '/') || strlen(name) > 200) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is not the name of a credential", name);
        sa_hint(err, "write NAME of LoadCredential=syncaudit.password.NAME:PATH");
        return SA_E_INPUT;
    }
    if (!folder || folder[0] != '/' || strlen(folder) > 3000) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                "there are no credentials: CREDENTIALS_DIRECTORY is not set");
        sa_hint(err, "run it as a service with LoadCredential=syncaudit.password.%s:PATH", name);
        return SA_E_INPUT;
    }
    (void)snprintf(path, sizeof path, "%s/syncaudit.password.%s", folder, name);
    return fetch_file(path, "credential", /* is_ours= */ false, ret, err);
}

static int spawn_shell(const char *command, int out, pid_t *ret)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t defaults;
    char shell[] = "sh";
    char option[] = "-c";
    char *text = strdup(command);
    char *const argv[] = {shell, option, text, NULL};
    if (!text)
        return ENOMEM;
    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawnattr_init(&attributes);
    (void)sigemptyset(&none);
    (void)sigemptyset(&defaults);
    (void)sigaddset(&defaults, SIGPIPE);
    int failed = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (!failed)
        failed = posix_spawnattr_setsigmask(&attributes, &none);
    if (!failed)
        failed = posix_spawnattr_setsigdefault(&attributes, &defaults);
    if (!failed)
        failed =
            posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    if (!failed)
        failed = posix_spawn(ret, "/bin/sh", &actions, &attributes, argv, environ);
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    free(text);
    return failed;
}

/* How a child ended: 0, or an error. */
static int wait_for(pid_t child, const char *place, struct sa_error *err)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return sa_fail_errno(err, errno, "cannot wait for %s", place);
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    if (WIFEXITED(status))
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s ended with exit code %d", place,
                WEXITSTATUS(status));
    else
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s was ended by signal %d", place,
                WTERMSIG(status));
    sa_hint(err, "run it by hand: it must print the password as its first line and exit with 0");
    return SA_E_INPUT;
}

/* The command comes from the user's own option or from a configuration that the user named. */
static int fetch_command(const char *command, const char *who, struct sa_secret **ret,
                         struct sa_error *err)
{
    char place[SA_ERROR_MESSAGE_MAX];
    struct buffer buffer = {0};
    int ends[2];
    pid_t child = 0;
    (void)snprintf(place, sizeof place, "the password command for %s", who);
    if (pipe2(ends, O_CLOEXEC) < 0)
        return sa_fail_errno(err, errno, "cannot run %s", place);
    int r = buffer_new(&buffer, err);
    (void)signal(SIGCHLD, SIG_DFL); /* ignored, there would be nothing to wait for */
    int failed = r == 0 ? spawn_shell(command, ends[1], &child) : 0;
    (void)close(ends[1]);
    if (failed)
        r = sa_fail_errno(err, failed, "cannot run %s", place);
    if (r == 0) {
        failed = read_all(ends[0], &buffer);
        if (failed < 0)
            (void)kill(child, SIGTERM);
        r = wait_for(child, place, err);
        if (failed < 0)
            r = cannot_read(place, -failed, err);
        if (r == 0)
            r = take_first_line(&buffer, place, ret, err);
    }
    (void)close(ends[0]);
    buffer_done(&buffer);
    return r;
}

static volatile sig_atomic_t prompt_ended;

static void end_prompt(int signal_number)
{
    prompt_ended = signal_number;
}

/* Reads one line; a signal ends it, so that the terminal is put right whatever the user does. Signals
 * come through while we wait and at no other time: one that came just before a read() would be lost on it. */
static int read_line(int fd, const sigset_t *waiting, struct buffer *buffer)
{
    while (buffer->len < BUFFER_SIZE) {
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        ssize_t n = ppoll(&ready, 1, NULL, waiting);
        if (prompt_ended)
            return -EINTR;
        if (n > 0)
            n = read(fd, buffer->bytes + buffer->len, BUFFER_SIZE - buffer->len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        if (n == 0 || memchr(buffer->bytes + buffer->len, '\n', (size_t)n)) {
            buffer->len += (size_t)n;
            return 0;
        }
        buffer->len += (size_t)n;
    }
    return -EFBIG;
}

static void say(int fd, const char *text)
{
    size_t len = strlen(text);
    while (len > 0) {
        ssize_t n = write(fd, text, len);
        if (n <= 0)
            return;
        text += n;
        len -= (size_t)n;
    }
}

static int prompt(int fd, const char *who, struct buffer *buffer)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct sigaction before[SA_COUNT(signals)];
    struct sigaction action = {.sa_handler = end_prompt}; /* without SA_RESTART */
    struct termios usual;
    sigset_t blocked;
    sigset_t waiting;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(8192);
    (void)sa_text_add_visible(&text, who);
    if (tcgetattr(fd, &usual) < 0)
        return -errno;
    struct termios silent = usual;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    silent.c_lflag |= ICANON;
    silent.c_cc[VSUSP] = _POSIX_VDISABLE; /* no stopping while nothing is shown */
    (void)sigemptyset(&action.sa_mask);
    (void)sigemptyset(&blocked);
    for (size_t i = 0; i < SA_COUNT(signals); i++)
        (void)sigaddset(&blocked, signals[i]);
    (void)pthread_sigmask(SIG_BLOCK, &blocked, &waiting);
    prompt_ended = 0;
    for (size_t i = 0; i < SA_COUNT(signals); i++)
        (void)sigaction(signals[i], &action, &before[i]);
    /* First silence, then the question: what is typed at once would be shown, or flushed away. */
    int r = tcsetattr(fd, TCSAFLUSH, &silent) < 0 ? -errno : 0;
    say(fd, "Password for ");
    say(fd, sa_buf_text(&text));
    say(fd, ": ");
    if (r == 0)
        r = read_line(fd, &waiting, buffer);
    (void)tcsetattr(fd, TCSAFLUSH, &usual);
    say(fd, "\n");
    /* What was held back ends the prompt too, and nothing else. */
    (void)pthread_sigmask(SIG_SETMASK, &waiting, NULL);
    for (size_t i = 0; i < SA_COUNT(signals); i++)
        (void)sigaction(signals[i], &before[i], NULL);
    return prompt_ended ? -EINTR : r;
}

static int fetch_asked(const char *who, struct sa_secret **ret, struct sa_error *err)
{
    struct buffer buffer = {0};
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_ERRNO, errno,
                "there is no terminal to ask for the password of %s at", who);
        sa_hint(err, "use --password-file, --password-command or a Kerberos ticket (kinit)");
        return SA_E_INPUT;
    }
    int r = buffer_new(&buffer, err);
    if (r == 0) {
        int failed = prompt(fd, who, &buffer);
        if (failed == -EINTR)
            r = sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "no password was given");
        else if (failed < 0)
            r = cannot_read("the terminal", -failed, err);
        else
            r = take_first_line(&buffer, "the terminal", ret, err);
    }
    buffer_done(&buffer);
    (void)close(fd);
    return r;
}

int password_fetch(enum password_kind kind, const char *from, const char *who,
                   struct sa_secret **ret, struct sa_error *err)
{
    int r = 0;
    switch (kind) {
    case PASSWORD_FILE:
        r = fetch_file(from, "password file", /* is_ours= */ true, ret, err);
        break;
    case PASSWORD_COMMAND:
        r = fetch_command(from, who, ret, err);
        break;
    case PASSWORD_CREDENTIAL:
        r = fetch_credential(from, ret, err);
        break;
    case PASSWORD_ASKED:
        r = fetch_asked(who, ret, err);
        break;
    case PASSWORD_NONE:
        break;
    }
    return r;
}
