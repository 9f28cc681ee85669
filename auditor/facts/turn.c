/* SPDX-License-Identifier: Apache-2.0 */
/* Turns: threads write one after the other, and batches that come close together reach the disk together.
 *
 * A commit waits for the disk several times, and one audited host makes some fifty. So who ends a batch
 * while others are about to begin one leaves the transaction open for them; the last one commits, or the
 * first one after COMMIT_AFTER_MS. A run with many workers holds the snapshot, so that only time counts, and
 * flushes it from a thread of its own when nobody writes. With one thread each batch is committed by itself. A batch is a savepoint
 * in the transaction, still whole or not there; a killed process loses at most the batches of that time,
 * each of them as a whole. When a commit fails, batches are lost that had ended well, so nothing more is
 * written: every later writer, and sa_snapshot_finish(), gets that error. */
#include "syncaudit/sql.h"

#include "facts.h"

#define COMMIT_AFTER_MS 250

/* SQLite rolls a whole transaction back by itself when the disk is full or broken. */
static bool is_gone(const struct sa_snapshot *snapshot)
{
    return sqlite3_get_autocommit(snapshot->db) != 0;
}

static void set_broken(struct sa_snapshot *snapshot, const struct sa_error *why)
{
    if (snapshot->broken.status != SA_OK)
        return;
    if (why != NULL && why->status < 0)
        snapshot->broken = *why;
    else
        (void)sa_fail(&snapshot->broken, SA_E_IO, SA_DOMAIN_NONE, 0,
                      "facts that had been written are lost: the disk failed");
}

int facts_flush(struct sa_snapshot *snapshot, struct sa_error *err)
{
    struct sa_error why = {0};

    if (snapshot->is_open) {
        snapshot->is_open = false;
        if (is_gone(snapshot)) {
            set_broken(snapshot, NULL);
        } else if (sa_snapshot_execute(snapshot, "COMMIT", NULL, 0, &why) < 0) {
            set_broken(snapshot, &why);
            if (!is_gone(snapshot))
                (void)sqlite3_exec(snapshot->db, "ROLLBACK", NULL, NULL, NULL);
        }
    }
    if (snapshot->broken.status != SA_OK && err != NULL)
        *err = snapshot->broken;
    return snapshot->broken.status;
}

void facts_lock(struct sa_snapshot *snapshot)
{
    (void)atomic_fetch_add(&snapshot->waiting, 1);
    (void)pthread_mutex_lock(&snapshot->batch);
    (void)atomic_fetch_sub(&snapshot->waiting, 1);
}

/* Who comes while this one commits finds the transaction closed and opens the next. */
static int settle(struct sa_snapshot *snapshot, struct sa_error *err)
{
    if (snapshot->is_open && atomic_load(&snapshot->waiting) > 0 &&
        sa_time_monotonic_ms() - snapshot->opened_ms < COMMIT_AFTER_MS)
        return 0;
    return facts_flush(snapshot, err);
}

int facts_unlock(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int r = settle(snapshot, err);

    (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

int facts_enter(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int r = 0;

    facts_lock(snapshot);
    if (snapshot->broken.status != SA_OK) {
        r = snapshot->broken.status;
        if (err != NULL)
            *err = snapshot->broken;
    }
    if (r == 0 && !snapshot->is_open) {
        r = sa_snapshot_execute(snapshot, "BEGIN IMMEDIATE", NULL, 0, err);
        snapshot->is_open = r == 0;
        snapshot->opened_ms = sa_time_monotonic_ms();
    }
    if (r == 0)
        r = sa_snapshot_execute(snapshot, "SAVEPOINT turn", NULL, 0, err);
    if (r < 0)
        (void)facts_unlock(snapshot, NULL);
    return r;
}

static int undo(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int r = 0;

    if (is_gone(snapshot))
        return 0; /* facts_flush() tells */
    r = sa_snapshot_execute(snapshot, "ROLLBACK TO turn", NULL, 0, err);
    return r == 0 ? sa_snapshot_execute(snapshot, "RELEASE turn", NULL, 0, err) : r;
}

int facts_leave(struct sa_snapshot *snapshot, bool keep, struct sa_error *err)
{
    struct sa_error why = {0};
    int r = 0;

    if (keep) {
        r = sa_snapshot_execute(snapshot, "RELEASE turn", NULL, 0, err);
        keep = r == 0;
    }
    if (!keep && undo(snapshot, &why) < 0) {
        /* What is in it may not be kept, and cannot be taken out. */
        set_broken(snapshot, &why);
        if (!is_gone(snapshot))
            (void)sqlite3_exec(snapshot->db, "ROLLBACK", NULL, NULL, NULL);
    }
    if (r < 0) {
        (void)facts_unlock(snapshot, NULL);
        return r;
    }
    return facts_unlock(snapshot, err);
}

void sa_snapshot_hold(struct sa_snapshot *snapshot)
{
    (void)atomic_fetch_add(&snapshot->waiting, 1);
}

int sa_snapshot_flush(struct sa_snapshot *snapshot, struct sa_error *err)
{
    facts_lock(snapshot);
    int r = facts_flush(snapshot, err);
    (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

int sa_snapshot_release(struct sa_snapshot *snapshot, struct sa_error *err)
{
    (void)atomic_fetch_sub(&snapshot->waiting, 1);
    facts_lock(snapshot);
    return facts_unlock(snapshot, err);
}
