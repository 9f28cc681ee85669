/* SPDX-License-Identifier: Apache-2.0 */
/* kill_loop WRITER FILE KILLS: starts the writer, kills it with SIGKILL after a random time, opens what it
 * left, and looks: the file opens or says that it is empty; it is not corrupt; every coverage row that says
 * 'ok' has exactly the facts it counts; no fact is there without such a row; and every batch that the writer saw
 * committed is there. Prints the seed. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "syncaudit/snapshot.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

struct tally {
    unsigned kills, empty, with_batches, taken_over;
    long long batches;
};

static int one_value(sqlite3 *db, const char *sql, long long *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "look", &statement, err);
    if (r == 0)
        r = sa_sql_step(statement, "look", err);
    if (r == 1)
        *ret = sqlite3_column_int64(statement, 0);
    return r < 0 ? r : 0;
}

static int look(const char *path, long long committed, struct tally *tally)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    long long damaged = 1;
    long long uneven = 1;
    long long orphans = 1;
    long long batches = 0;
    long long finished = 1;
    int r = sa_snapshot_open(path, &snapshot, &err);
    if (r < 0) {
        if (committed == 0 && strstr(err.message, "cut off")) {
            tally->empty++;
            return 0;
        }
        (void)fprintf(stderr, "does not open: %s\n", err.message);
        return -1;
    }
    sqlite3 *db = sa_snapshot_db(snapshot);
    r = one_value(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                  &damaged, &err);
    if (r == 0)
        r = one_value(db,
                      "SELECT count(*) FROM coverage c WHERE c.status = 'ok' AND c.rows <>"
                      " (SELECT count(*) FROM global_parameter p WHERE p.target_id = c.target_id)",
                      &uneven, &err);
    if (r == 0)
        r = one_value(db,
                      "SELECT (SELECT count(*) FROM global_parameter p WHERE NOT EXISTS (SELECT * "
                      "FROM coverage c"
                      "  WHERE c.target_id = p.target_id)) + (SELECT count(*) FROM evidence e "
                      "WHERE NOT EXISTS"
                      " (SELECT * FROM coverage c WHERE c.target_id = e.target_id))",
                      &orphans, &err);
    if (r == 0)
        r = one_value(db, "SELECT count(*) FROM coverage", &batches, &err);
    if (r == 0)
        r = one_value(db, "SELECT finished_at IS NOT NULL FROM run", &finished, &err);
    if (r < 0) {
        (void)fprintf(stderr, "cannot look: %s\n", err.message);
        return -1;
    }
    tally->batches += batches;
    tally->with_batches += batches > 0;
    if (damaged || uneven || orphans || finished || batches < committed) {
        (void)fprintf(stderr,
                      "damaged %lld, uneven %lld, without coverage %lld, finished %lld, %lld of "
                      "%lld batches\n",
                      damaged, uneven, orphans, finished, batches, committed);
        return -1;
    }
    return 0;
}

/* Kills the child after a while. Returns how many batches it saw committed, or -1. */
static long long kill_writer(pid_t child, int told)
{
    char bytes[4096];
    long long committed = 0;
    int status = 0;
    struct pollfd first = {.fd = told, .events = POLLIN};
    const struct timespec wait = {.tv_nsec = (random() % 100000) * 1000L};
    /* A busy machine may need longer than that to start; one in four is killed whenever it comes. */
    if (random() % 4 != 0)
        (void)poll(&first, 1, 5000);
    (void)nanosleep(&wait, NULL);
    (void)kill(child, SIGKILL);
    for (ssize_t n = 0; (n = read(told, bytes, sizeof bytes)) > 0;)
        committed += n;
    if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status)) {
        (void)fprintf(stderr, "the writer ended by itself\n");
        return -1;
    }
    return committed;
}

static int kill_once(const char *writer, const char *path, struct tally *tally)
{
    char wal[4096];
    int ends[2];
    pid_t child = pipe(ends) == 0 ? fork() : -1;
    if (child < 0)
        return -1;
    if (child == 0) {
        (void)dup2(ends[1], STDOUT_FILENO);
        (void)close(ends[0]);
        (void)close(ends[1]);
        (void)execl(writer, writer, path, (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    long long committed = kill_writer(child, ends[0]);
    (void)close(ends[0]);
    if (committed < 0)
        return -1;
    tally->kills++;
    (void)snprintf(wal, sizeof wal, "%s-wal", path);
    tally->taken_over += access(wal, F_OK) == 0;
    if (access(path, F_OK) < 0)
        return committed > 0 ? -1 : 0; /* killed before the file was made */
    return look(path, committed, tally);
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    uint32_t kills = 0;
    if (argc != 4 || sa_parse_u32(argv[3], 100000, &kills) < 0)
        return 2;
    unsigned seed = (unsigned)time(NULL) ^ (unsigned)getpid();
    srandom(seed);
    (void)printf("seed %u\n", seed);
    for (uint32_t i = 0; i < kills; i++) {
        if (kill_once(argv[1], argv[2], &tally) < 0)
            return 1;
    }
    (void)unlink(argv[2]);
    (void)printf("%u kills: %u left an empty file, %u a log to take over, %u complete batches "
                 "(%lld in all)\n",
                 tally.kills, tally.empty, tally.taken_over, tally.with_batches, tally.batches);
    /* A loop that never hits a transaction proves nothing. */
    return tally.with_batches > kills / 8 && tally.taken_over > 0 ? 0 : 1;
}
