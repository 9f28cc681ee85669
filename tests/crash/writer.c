/* SPDX-License-Identifier: Apache-2.0 */
/* writer FILE: writes batches to a snapshot until it is killed, and a byte to standard output for each that is
 * committed. Each batch holds between 1 and 400 facts, so that a kill falls into every phase of a transaction.
 * See kill_loop.c. */
#include <unistd.h>

#include "syncaudit/snapshot.h"

static int write_batch(struct sa_snapshot *snapshot, int64_t target, unsigned rows,
                       struct sa_error *err)
{
    static char text[20000];
    struct sa_batch *batch = NULL;
    int64_t evidence = 0;
    memset(text, 'x', sizeof text);
    int r = sa_batch_begin(snapshot, target, "global_settings", &batch, err);
    if (r < 0)
        return r;
    r = sa_batch_evidence(batch, "MV.xml", text, sizeof text, &evidence, err);
    for (unsigned i = 0; r == 0 && i < rows; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "parameter %u", i);
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO global_parameter (target_id, name, value, evidence_id)"
                      " VALUES (?, ?, 'a value that takes some room on its page', ?)",
                      SA_INT(target), SA_TEXT(name), SA_INT(evidence));
    }
    if (r < 0) {
        sa_batch_abort(batch);
        return r;
    }
    return sa_batch_commit(batch, err);
}

int main(int argc, char **argv)
{
    const struct sa_run_info run = {.tool_version = "test",
                                    .catalogue_version = "test",
                                    .catalogue_sha256 = "",
                                    .operator_name = "test",
                                    .workstation = "test"};
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    if (argc != 2 || sa_snapshot_create(argv[1], true, &run, &snapshot, &err) < 0) {
        (void)fprintf(stderr, "writer: %s\n", err.message);
        return 1;
    }
    for (unsigned i = 1;; i++) {
        char name[32];
        int64_t target = 0;
        (void)snprintf(name, sizeof name, "server %u", i);
        const struct sa_target_info info = {.name = name, .location = "none"};
        if (sa_snapshot_add_target(snapshot, &info, &target, &err) < 0 ||
            write_batch(snapshot, target, 1 + i * 37 % 400, &err) < 0) {
            (void)fprintf(stderr, "writer: %s\n", err.message);
            return 1;
        }
        if (write(STDOUT_FILENO, "", 1) != 1)
            return 1;
    }
}
