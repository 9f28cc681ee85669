/* SPDX-License-Identifier: Apache-2.0 */
/* collect_forest -o SNAPSHOT -d DOMAIN [-s SERVER] [-c CCACHE] [-H role,domain,account,source,server]...
 *
 * Collects one forest into a new snapshot and prints the time it took and what the run looked like; then
 * the sync servers that were discovered. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "syncaudit/collect.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#define HINTS_MAX 32

static int fail(const char *what, const struct sa_error *err)
{
    fprintf(stderr, "%s: %s\n", what, err->message);
    return 1;
}

static struct sa_forest_hint read_hint(char *text)
{
    char *parts[5] = {text, NULL, NULL, NULL, NULL};

    for (size_t i = 1; i < 5; i++) {
        parts[i] = strchr(parts[i - 1], ',');
        if (parts[i] == NULL)
            exit(3);
        *parts[i]++ = '\0';
    }
    return (struct sa_forest_hint){.role = parts[0],
                                   .domain = parts[1],
                                   .account = parts[2],
                                   .source = parts[3],
                                   .server = parts[4]};
}

static int discover(struct sa_snapshot *snapshot, int64_t target, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct sa_discovered *servers = NULL;
    size_t count = 0;
    int r = sa_forest_discovered(snapshot, target, sa_time_now(), &arena, &servers, &count, err);

    for (size_t i = 0; r == 0 && i < count; i++)
        printf("server %s|%s|%s|%s|%s|%s|%s|%s\n", servers[i].name, servers[i].state,
               servers[i].domain, servers[i].tenant, servers[i].accounts, servers[i].last_logon_at,
               servers[i].os, servers[i].how);
    return r;
}

static int run(const char *path, const struct sa_forest_request *request)
{
    const struct sa_run_info info = {.tool_version = "test",
                                     .catalogue_version = "test",
                                     .catalogue_sha256 = "",
                                     .operator_name = "tester",
                                     .workstation = "here"};
    const struct sa_target_info target = {
        .name = request->ldap.domain, .kind = "forest", .location = request->ldap.domain};
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_error problem = {0};
    struct sa_error err = {0};
    struct rusage usage;
    int64_t start = sa_time_monotonic_ms();
    int64_t id = 0;

    if (sa_snapshot_create(path, /* overwrite= */ true, &info, &snapshot, &err) < 0 ||
        sa_snapshot_add_target(snapshot, &target, &id, &err) < 0)
        return fail("snapshot", &err);
    if (sa_collect_forest(snapshot, id, request, &problem, &err) < 0)
        return fail("collect", &err);
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("time %lld ms, memory %ld KiB\n", (long long)(sa_time_monotonic_ms() - start),
           usage.ru_maxrss);
    if (problem.status < 0)
        printf("problem: %s\n", problem.message);
    if (discover(snapshot, id, &err) < 0)
        return fail("discover", &err);
    return sa_snapshot_finish(snapshot, /* interrupted= */ false, &err) < 0 ? fail("finish", &err)
                                                                            : 0;
}

int main(int argc, char **argv)
{
    static struct sa_forest_hint hints[HINTS_MAX];
    const char *servers[2] = {NULL, NULL};
    struct sa_forest_request request = {.hints = hints};
    const char *path = NULL;
    int option = 0;

    while ((option = getopt(argc, argv, "o:d:s:c:H:")) != -1) {
        if (option == 'o')
            path = optarg;
        else if (option == 'd')
            request.ldap.domain = optarg;
        else if (option == 's')
            servers[0] = optarg;
        else if (option == 'c')
            request.ldap.ccache = optarg;
        else if (option == 'H' && request.hint_count < HINTS_MAX)
            hints[request.hint_count++] = read_hint(optarg);
        else
            return 3;
    }
    if (path == NULL || request.ldap.domain == NULL)
        return 3;
    if (servers[0] != NULL)
        request.ldap.servers = servers;
    return run(path, &request);
}
