/* SPDX-License-Identifier: Apache-2.0 */
/* collect_host -o SNAPSHOT -h HOST [-t] [-c CCACHE] [-w] [-T FOLDER]
 *
 * Collects one host into a new snapshot (-t: over TLS with the lab's CA in $LAB_CA; -w: registry without a
 * shell; -T: trace) and prints time, exchanges, and what became of each source. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/host.h"

static int fail(const char *what, const struct sa_error *err)
{
    fprintf(stderr, "%s: %s\n", what, err->message);
    return 1;
}

static void print(struct sa_snapshot *snapshot, const char *sql)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(sa_snapshot_db(snapshot), sql, -1, &statement, NULL) != SQLITE_OK)
        exit(3);
    while (sqlite3_step(statement) == SQLITE_ROW)
        printf("%s\n", (const char *)sqlite3_column_text(statement, 0));
    (void)sqlite3_finalize(statement);
}

static int run(const char *path, const struct sa_host_request *request)
{
    const struct sa_run_info info = {.tool_version = "test",
                                     .catalogue_version = "test",
                                     .catalogue_sha256 = "",
                                     .operator_name = "tester",
                                     .workstation = "here"};
    const struct sa_target_info target = {.name = request->http.host,
                                          .location = request->http.host};
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_error problem = {0};
    struct sa_error err = {0};
    struct rusage usage;
    int64_t start = sa_time_monotonic_ms();
    int64_t id = 0;

    if (sa_http_init(&err) < 0)
        return fail("init", &err);
    if (sa_snapshot_create(path, /* overwrite= */ true, &info, &snapshot, &err) < 0 ||
        sa_snapshot_add_target(snapshot, &target, &id, &err) < 0)
        return fail("snapshot", &err);
    if (sa_collect_host(snapshot, id, request, &problem, &err) < 0)
        return fail("collect", &err);
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("time %lld ms, memory %ld KiB\n", (long long)(sa_time_monotonic_ms() - start),
           usage.ru_maxrss);
    if (problem.status < 0)
        printf("problem: %s\n", problem.message);
    print(snapshot,
          "SELECT 'exchanges ' || count(*) || ', bytes ' || coalesce(sum(bytes), 0) FROM footprint "
          "WHERE protocol = 'wsman'");
    print(snapshot, "SELECT source || ' ' || status || ' ' || rows || ' ' || coalesce(message, '') "
                    "FROM coverage ORDER BY rowid");
    return sa_snapshot_finish(snapshot, /* interrupted= */ false, &err) < 0 ? fail("finish", &err)
                                                                            : 0;
}

int main(int argc, char **argv)
{
    struct sa_host_request request = {.http = {.realm = getenv("LAB_REALM")}};
    const char *path = NULL;
    int option = 0;

    while ((option = getopt(argc, argv, "o:h:c:tT:w")) != -1) {
        switch (option) {
        case 'o':
            path = optarg;
            break;
        case 'h':
            request.http.host = optarg;
            break;
        case 'c':
            request.http.ccache = optarg;
            break;
        case 't':
            request.http.tls = true;
            request.http.ca_file = getenv("LAB_CA");
            break;
        case 'T':
            request.trace_dir = optarg;
            break;
        case 'w':
            request.registry = SA_REG_CIM;
            break;
        default:
            return 3;
        }
    }
    if (path == NULL || request.http.host == NULL)
        return 3;
    request.http.deadline_ms = sa_time_monotonic_ms() + 60000;
    return run(path, &request);
}
