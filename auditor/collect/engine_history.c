/* SPDX-License-Identifier: Apache-2.0 */
/* Source run_history: runs, steps of those that matter, kinds of errors.
 *
 * Steps and errors name their run by its identifier. The lists come as the script walks through the
 * history, but nothing here depends on that: all runs are stored first. */
#include <stdlib.h>
#include <string.h>

#include "engine_internal.h"

struct run {
    const char *id;
    int64_t row;
};

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct run *)a)->id, ((const struct run *)b)->id);
}

static int store_run(struct host *host, struct sa_batch *batch, const struct engine_record *record,
                     struct run *ret, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Id",        ENGINE_AS_GUID,  true },
        {"Guid",      ENGINE_AS_GUID,  true },
        {"Connector", ENGINE_AS_TEXT,  true },
        {"Profile",   ENGINE_AS_TEXT,  true },
        {"Number",    ENGINE_AS_COUNT, false},
        {"Account",   ENGINE_AS_TEXT,  false},
        {"Complete",  ENGINE_AS_FLAG,  true },
        {"Result",    ENGINE_AS_TEXT,  false},
        {"Start",     ENGINE_AS_TIME,  true },
        {"End",       ENGINE_AS_TIME,  false},
    };
    struct sa_value v[SA_COUNT(columns) + 2];
    int r = engine_columns(host, record, columns, SA_COUNT(columns), v + 1, err);

    if (r < 0)
        return r;
    v[0] = SA_INT(host->target_id);
    v[SA_COUNT(columns) + 1] = SA_INT(host->evidence_id);
    /* A run that is not over need not have a result yet. */
    if (v[8].type == SA_VALUE_NULL && v[7].integer != 0)
        return engine_fail_member(record, "Result", "text", err);
    if (v[8].type == SA_VALUE_NULL)
        v[8] = SA_TEXT("in-progress");
    ret->id = v[1].text;
    return host_insert(host, batch,
                       "INSERT INTO engine_run (target_id, run, guid, connector, profile, number,"
                       " account, complete, result, started_at, ended_at, evidence_id)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       v, SA_COUNT(v), &ret->row, err);
}

static int store_runs(struct host *host, struct sa_batch *batch, struct run **ret,
                      size_t *ret_count, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    struct run *runs = host_alloc(host, source->count, sizeof *runs);
    size_t count = 0;

    if (runs == NULL)
        return host_fail_room(host, err);
    ENGINE_FOR_EACH(record, source, "run")
    {
        int r = 0;

        if (count == SA_LIMIT_RUNS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_RUNS,
                           "the server has sent more than %d runs", SA_LIMIT_RUNS);
        r = store_run(host, batch, record, &runs[count++], err);
        if (r < 0)
            return r;
    }
    if (count > 0)
        qsort(runs, count, sizeof *runs, compare);
    for (size_t i = 1; i < count; i++)
        if (strcmp(runs[i].id, runs[i - 1].id) == 0)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server has sent the run '%s' twice", runs[i].id);
    *ret = runs;
    *ret_count = count;
    return 0;
}

/* The row that a step or an error belongs to. */
static int find_run(struct host *host, const struct engine_record *record, const struct run *runs,
                    size_t count, int64_t *ret, struct sa_error *err)
{
    struct sa_value id = SA_NULL;
    const struct run *found = NULL;
    int r = engine_guid(host, record, "Id", &id, err);

    if (r < 0)
        return r;
    if (id.type == SA_VALUE_TEXT && count > 0)
        found = bsearch(&(struct run){.id = id.text}, runs, count, sizeof *runs, compare);
    if (found == NULL)
        return engine_fail_member(record, "Id", "run that was told", err);
    *ret = found->row;
    return 0;
}

/* What hangs on a run. */
struct detail {
    const char *fact, *sql;
    const struct engine_column *columns;
    size_t column_count;
    const char *word_of, *word; /* stands in where the product said nothing in that column */
};

static int store_details(struct host *host, struct sa_batch *batch, const struct detail *detail,
                         const struct run *runs, size_t count, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    struct sa_value v[16];

    ENGINE_FOR_EACH(record, source, detail->fact)
    {
        int64_t row = 0;
        int r = find_run(host, record, runs, count, &row, err);

        if (r == 0)
            r = engine_columns(host, record, detail->columns, detail->column_count, v + 1, err);
        if (r < 0)
            return r;
        v[0] = SA_INT(row);
        for (size_t i = 0; i < detail->column_count; i++)
            if (v[i + 1].type == SA_VALUE_NULL &&
                strcmp(detail->columns[i].name, detail->word_of) == 0)
                v[i + 1] = SA_TEXT(detail->word);
        r = host_insert(host, batch, detail->sql, v, detail->column_count + 1, NULL, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_steps(struct host *host, struct sa_batch *batch, const struct run *runs,
                       size_t count, struct sa_error *err)
{
    static const struct engine_column steps[] = {
        {"Ordinal",        ENGINE_AS_COUNT, true },
        {"Type",           ENGINE_AS_TEXT,  false},
        {"Result",         ENGINE_AS_TEXT,  false},
        {"Start",          ENGINE_AS_TIME,  false},
        {"End",            ENGINE_AS_TIME,  false},
        {"Staged",         ENGINE_AS_COUNT, false},
        {"StageFailures",  ENGINE_AS_COUNT, false},
        {"FlowFailures",   ENGINE_AS_COUNT, false},
        {"Adds",           ENGINE_AS_COUNT, false},
        {"Updates",        ENGINE_AS_COUNT, false},
        {"Deletes",        ENGINE_AS_COUNT, false},
        {"ExportFailures", ENGINE_AS_COUNT, false},
        {"Errors",         ENGINE_AS_COUNT, true },
    };
    static const struct engine_column errors[] = {
        {"Ordinal", ENGINE_AS_COUNT, true },
        {"Type",    ENGINE_AS_TEXT,  false},
        {"Count",   ENGINE_AS_COUNT, true },
        {"Oldest",  ENGINE_AS_TIME,  false},
    };
    static const struct detail details[] = {
        {"step",
         "INSERT INTO engine_run_step (run_id, ordinal, type, result, started_at, ended_at, staged,"
         " stage_failures, flow_failures, exported_adds, exported_updates, exported_deletes,"
         " export_failures, errors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", steps,  SA_COUNT(steps),  "Result", "in-progress"},
        {"error",
         "INSERT INTO engine_run_error (run_id, ordinal, type, count, oldest_at)"
         " VALUES (?, ?, ?, ?, ?)",                                                     errors, SA_COUNT(errors), "Type",   "unknown"    },
    };
    int r = 0;

    for (size_t i = 0; i < SA_COUNT(details) && r == 0; i++)
        r = store_details(host, batch, &details[i], runs, count, err);
    return r;
}

int engine_store_history(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Runs",     ENGINE_AS_COUNT, true },
        {"Oldest",   ENGINE_AS_TIME,  false},
        {"Complete", ENGINE_AS_FLAG,  true },
    };
    const struct engine_source *source = host->data;
    const struct engine_record *history = NULL;
    struct sa_value v[SA_COUNT(columns)];
    struct run *runs = NULL;
    size_t count = 0;
    int r = engine_single(source, "history", &history, err);

    if (r == 0)
        r = engine_columns(host, history, columns, SA_COUNT(columns), v, err);
    if (r == 0)
        r = store_runs(host, batch, &runs, &count, err);
    if (r == 0 && (size_t)v[0].integer != count)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "the server has sent %zu runs and says that it were %lld", count,
                    (long long)v[0].integer);
    if (r == 0)
        r = store_steps(host, batch, runs, count, err);
    if (r < 0)
        return r;
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO engine_history (target_id, runs, oldest_at, complete, asked_at,"
                       " evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), v[0], v[1], v[2], SA_TEXT(source->asked_at),
                       SA_INT(host->evidence_id));
}
