/* SPDX-License-Identifier: Apache-2.0 */
/* The snapshot as a file: what its first bytes say, what may lie beside it, and what may be replaced. All of it
 * before SQLite sees the file. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>

#include "facts.h"

/* The part of SQLite's file header that tells what a file is (sqlite.org/fileformat.html). */
#define HEADER_SIZE        72
#define HEADER_WRITE_MODE  18 /* 1: rollback journal, 2: WAL */
#define HEADER_READ_MODE   19
#define HEADER_APPLICATION 68
#define JOURNAL_MAGIC      "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#define JOURNAL_MAGIC_SIZE 8
#define WAL_MAGIC          "\x37\x7f\x06" /* and 0x82 or 0x83 */
#define WAL_MAGIC_SIZE     3

/* Reads the first bytes of a regular file, opened with `flags` more. *ret_len is 0 when it is empty.
 * ELOOP and what is no regular file come back as SA_E_INPUT. */
static int read_header(const char *path, int flags, unsigned char header[HEADER_SIZE],
                       size_t *ret_len, struct sa_error *err)
{
    struct stat file;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags);
    if (fd < 0 && errno != ELOOP)
        return sa_fail_errno(err, errno, "cannot read the snapshot '%s'", path);
    if (fd < 0 || fstat(fd, &file) < 0 || !S_ISREG(file.st_mode)) {
        if (fd >= 0)
            (void)close(fd);
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "the snapshot '%s' is not a file", path);
    }
    ssize_t n = pread(fd, header, HEADER_SIZE, 0);
    int problem = errno;
    (void)close(fd);
    if (n < 0)
        return sa_fail_errno(err, problem, "cannot read the snapshot '%s'", path);
    *ret_len = (size_t)n;
    return 0;
}

static bool is_sqlite(const unsigned char *header, size_t len)
{
    static const char magic[] = "SQLite format 3"; /* with its NUL */
    return len == HEADER_SIZE && memcmp(header, magic, sizeof magic) == 0;
}

static uint32_t application_of(const unsigned char *header)
{
    const unsigned char *at = header + HEADER_APPLICATION;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int path_beside(const char *path, const char *suffix, char ret[PATH_MAX],
                       struct sa_error *err)
{
    int n = snprintf(ret, PATH_MAX, "%s%s", path, suffix);
    if (n < 0 || n >= PATH_MAX)
        return sa_fail_errno(err, ENAMETOOLONG, "cannot use the snapshot '%s'", path);
    return 0;
}

static int refuse_to_replace(const char *path, struct sa_error *err)
{
    sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "'%s' is no snapshot and is not replaced",
            path);
    sa_hint(err, "name another file, or move this one away");
    return SA_E_EXISTS;
}

/* Is it what a killed writer leaves? SQLite writes zeros first and the magic when the rest is safe. */
static bool is_left_journal(const char *path)
{
    static const char zeros[JOURNAL_MAGIC_SIZE];
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    struct sa_error ignored = {0};
    if (read_header(path, O_NOFOLLOW, header, &len, &ignored) < 0)
        return false;
    return len == 0 ||
           (len >= JOURNAL_MAGIC_SIZE && (memcmp(header, JOURNAL_MAGIC, JOURNAL_MAGIC_SIZE) == 0 ||
                                          memcmp(header, zeros, JOURNAL_MAGIC_SIZE) == 0));
}

/* A WAL is empty until the first commit, and again when all of it is in the file. */
static bool is_left_wal(const char *path)
{
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    struct sa_error ignored = {0};
    if (read_header(path, O_NOFOLLOW, header, &len, &ignored) < 0)
        return false;
    return len == 0 || (len > WAL_MAGIC_SIZE && memcmp(header, WAL_MAGIC, WAL_MAGIC_SIZE) == 0);
}

/* What a killed writer may leave beside a snapshot. */
static const struct left {
    const char *suffix;
    bool (*is_left)(const char *path);
} left_beside[] = {
    {"-journal", is_left_journal},
    {"-wal",     is_left_wal    },
};

static int remove_left(const char *path, const struct left *left, struct sa_error *err)
{
    char beside[PATH_MAX];
    struct stat file;
    int r = path_beside(path, left->suffix, beside, err);
    if (r < 0 || lstat(beside, &file) < 0)
        return r;
    if (!left->is_left(beside))
        return refuse_to_replace(beside, err);
    if (unlink(beside) < 0 && errno != ENOENT)
        return sa_fail_errno(err, errno, "cannot remove '%s'", beside);
    return 0;
}

/* Removes an old snapshot and what lies beside it, and nothing else: a mistyped name must not cost a file. */
static int remove_old(const char *path, struct sa_error *err)
{
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    int r = read_header(path, O_NOFOLLOW, header, &len, err);
    if (r == SA_E_NOT_FOUND)
        return 0;
    if (r == SA_E_INPUT ||
        (r == 0 && len > 0 &&
         (!is_sqlite(header, len) || application_of(header) != SA_SNAPSHOT_APPLICATION_ID)))
        return refuse_to_replace(path, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(left_beside); i++)
        r = remove_left(path, &left_beside[i], err);
    if (r < 0)
        return r;
    if (unlink(path) < 0 && errno != ENOENT)
        return sa_fail_errno(err, errno, "cannot replace the snapshot '%s'", path);
    return 0;
}

/* SQLite removes what lies beside a new file: only what a writer left may lie there. */
static int check_room_beside(const char *path, struct sa_error *err)
{
    for (size_t i = 0; i < SA_COUNT(left_beside); i++) {
        char beside[PATH_MAX];
        struct stat file;
        int r = path_beside(path, left_beside[i].suffix, beside, err);
        if (r < 0)
            return r;
        if (lstat(beside, &file) == 0 && !left_beside[i].is_left(beside))
            return refuse_to_replace(beside, err);
    }
    return 0;
}

/* Makes sure that we, and nobody else, make the file, readable by its owner only: it describes how a
 * directory can be attacked. */
int facts_claim_file(const char *path, bool overwrite, struct sa_error *err)
{
    struct stat file;
    if (strcmp(path, ":memory:") == 0)
        return 0;
    int r = overwrite ? remove_old(path, err) : 0;
    if (r == 0 && lstat(path, &file) < 0)
        r = check_room_beside(path, err);
    if (r < 0)
        return r;
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 && errno == EEXIST) {
        sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "the snapshot '%s' exists already",
                path);
        sa_hint(err, "name another file, or say --overwrite");
        return SA_E_EXISTS;
    }
    if (fd < 0) {
        r = sa_fail_errno(err, errno, "cannot create the snapshot '%s'", path);
        sa_hint(err, "name a file in a folder that you may write to: --snapshot FILE");
        return r;
    }
    (void)close(fd);
    return 0;
}

#define OUR_FILE_HINT "name the file that 'syncaudit collect' or 'syncaudit audit' wrote"

int facts_refuse_foreign(struct sa_error *err)
{
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_SQLITE, SQLITE_NOTADB,
            "this is no snapshot: the file is not an SQLite database");
    sa_hint(err, OUR_FILE_HINT);
    return SA_E_INPUT;
}

/* Is it ours? `*ret_wal`: is it in WAL mode, as a writer that was killed leaves it? An empty file is left to
 * check_version(). */
int facts_check_header(const char *path, bool *ret_wal, struct sa_error *err)
{
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    int r = read_header(path, 0, header, &len, err);
    *ret_wal = false;
    if (r == SA_E_NOT_FOUND)
        sa_hint(err, "check the path; 'syncaudit collect' writes a snapshot");
    else if (r == SA_E_INPUT)
        sa_hint(err, OUR_FILE_HINT);
    else if (r == SA_E_DENIED)
        sa_hint(err, "read it with the account that collected it, or give yours the right");
    if (r < 0 || len == 0)
        return r;
    if (!is_sqlite(header, len))
        return facts_refuse_foreign(err);
    if (application_of(header) != SA_SNAPSHOT_APPLICATION_ID) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, application_of(header),
                "this is no snapshot of syncaudit but another program's SQLite database");
        sa_hint(err, OUR_FILE_HINT);
        return SA_E_INPUT;
    }
    *ret_wal = header[HEADER_WRITE_MODE] == 2 && header[HEADER_READ_MODE] == 2;
    if (*ret_wal || (header[HEADER_WRITE_MODE] == 1 && header[HEADER_READ_MODE] == 1))
        return 0;
    sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, header[HEADER_READ_MODE],
            "the snapshot's header has a mode in which no release writes");
    sa_hint(err, "collect again, or ask for the file as it was collected");
    return SA_E_PROTOCOL;
}

/* A journal that ends in the magic number names a super-journal before it; SQLite removes that file
 * when it has rolled back. Our own writer has one database and never writes that. */
static int check_journal(const char *journal, struct sa_error *err)
{
    char end[JOURNAL_MAGIC_SIZE] = {0};
    struct stat file;
    int fd = open(journal, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return 0;
    if (fd < 0 && errno != ELOOP)
        return sa_fail_errno(err, errno, "cannot read '%s'", journal);
    bool regular = fd >= 0 && fstat(fd, &file) == 0 && S_ISREG(file.st_mode);
    bool long_enough = regular && file.st_size >= JOURNAL_MAGIC_SIZE;
    ssize_t n = long_enough ? pread(fd, end, sizeof end, file.st_size - JOURNAL_MAGIC_SIZE) : 0;
    int problem = errno;
    if (fd >= 0)
        (void)close(fd);
    if (n < 0)
        return sa_fail_errno(err, problem, "cannot read '%s'", journal);
    if (!regular)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the journal beside the snapshot is no file");
    else if (memcmp(end, JOURNAL_MAGIC, JOURNAL_MAGIC_SIZE) == 0)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the journal beside the snapshot names another file");
    else
        return 0;
    sa_hint(err, "collect again, or remove '%s' if the snapshot came from somebody else", journal);
    return SA_E_PROTOCOL;
}

/* SQLite looks beside the file that a link leads to, not beside the link. */
int facts_check_beside(const char *path, bool wal, bool *ret_log, struct sa_error *err)
{
    char real[PATH_MAX];
    char beside[PATH_MAX];
    struct stat file;
    if (!realpath(path, real))
        return sa_fail_errno(err, errno, "cannot open the snapshot '%s'", path);
    int r = path_beside(real, "-wal", beside, err);
    if (r < 0)
        return r;
    *ret_log = lstat(beside, &file) == 0;
    if (*ret_log && (!wal || !is_left_wal(beside))) {
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "a write-ahead log lies beside the snapshot, which is none of its own");
        sa_hint(err, "find out who opened the snapshot with another program, or remove '%s'",
                beside);
        return SA_E_PROTOCOL;
    }
    r = path_beside(real, "-journal", beside, err);
    return r < 0 ? r : check_journal(beside, err);
}
