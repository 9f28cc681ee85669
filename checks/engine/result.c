/* SPDX-License-Identifier: Apache-2.0 */
/* Makes findings: cells that can be shown, ids that stay the same from run to run, order, and the
 * evidence that a finding was read from. */
#include <search.h>

#include "syncaudit/digest.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "judge.h"

const char *sa_result_name(enum sa_result_status status)
{
    static const char *const names[SA_RESULT_COUNT] = {
        [SA_RESULT_PASS] = "pass",
        [SA_RESULT_INFO] = "info",
        [SA_RESULT_WARN] = "warn",
        [SA_RESULT_FAIL] = "fail",
        [SA_RESULT_UNKNOWN] = "unknown",
        [SA_RESULT_ERROR] = "error",
        [SA_RESULT_NOT_APPLICABLE] = "not_applicable",
    };
    return (unsigned)status < SA_RESULT_COUNT ? names[status] : "";
}

/* Cells ---------------------------------------------------------------------------------------- */

/* Length of the text up to `limit`, without the torn begin of a character. */
static size_t cut_at(const char *text, size_t len, size_t limit)
{
    if (len <= limit)
        return len;
    size_t at = limit;
    /* A character has at most three continuation bytes; more of them are no UTF-8 anyway. */
    for (int i = 0; i < 3 && at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80; i++)
        at--;
    return ((unsigned char)text[at] & 0xc0) == 0x80 ? limit : at;
}

char *sa_cell_copy(sqlite3_stmt *statement, int column, size_t limit, struct sa_arena *arena)
{
    static const char nul[] = "\\x00";
    const char *text = (const char *)sqlite3_column_text(statement, column);
    size_t len = (size_t)sqlite3_column_bytes(statement, column);
    char tail[48] = "";
    size_t nuls = 0;

    if (text == NULL)
        return sqlite3_column_type(statement, column) == SQLITE_NULL ? sa_arena_text(arena, "")
                                                                     : NULL;
    size_t kept = cut_at(text, len, limit);
    if (kept < len)
        (void)snprintf(tail, sizeof tail, "... (%zu bytes)", len);
    for (size_t i = 0; i < kept; i++)
        nuls += text[i] == '\0';
    char *copy = sa_arena_alloc(arena, kept + nuls * (sizeof nul - 2) + strlen(tail) + 1);
    if (copy == NULL)
        return NULL;
    char *at = copy;
    for (size_t i = 0; i < kept; i++) {
        if (text[i] != '\0') {
            *at++ = text[i];
            continue;
        }
        memcpy(at, nul, sizeof nul - 1);
        at += sizeof nul - 1;
    }
    memcpy(at, tail, strlen(tail) + 1);
    return copy;
}

/* Evidence ------------------------------------------------------------------------------------- */

int sa_evidence_parse(const char *text, int64_t *ids, size_t max, size_t *ret_count)
{
    size_t count = 0;

    for (const char *at = text; *at != '\0';) {
        char number[24];
        size_t len = strspn(at, "0123456789");
        int64_t id = 0;

        if (*at == ',' || *at == ' ') {
            at++;
            continue;
        }
        if (len == 0 || len >= sizeof number)
            return SA_E_INPUT;
        memcpy(number, at, len);
        number[len] = '\0';
        if (sa_parse_i64(number, 0, INT64_MAX, &id) < 0)
            return SA_E_INPUT;
        if (count < max)
            ids[count++] = id;
        at += len;
    }
    *ret_count = count;
    return 0;
}

static int compare_evidence(const void *a, const void *b)
{
    const struct sa_evidence_ref *first = a;
    const struct sa_evidence_ref *second = b;
    return (first->id > second->id) - (first->id < second->id);
}

static int load_evidence(struct sa_judge *judge, int64_t id, struct sa_evidence_ref **ret,
                         struct sa_error *err)
{
    static const char *const what = "read evidence";
    int r = 0;

    if (judge->evidence_by_id == NULL)
        r = sa_sql_prepare(judge->db,
                           "SELECT t.name, e.source, e.name, e.sha256, e.collected_at, e.size"
                           "  FROM main.evidence e JOIN main.target t ON t.id = e.target_id"
                           " WHERE e.id = ?1",
                           what, &judge->evidence_by_id, err);
    if (r < 0)
        return r;
    sqlite3_stmt *row = judge->evidence_by_id;
    (void)sqlite3_bind_int64(row, 1, id);
    r = sa_sql_step(row, what, err);
    if (r == 1) {
        struct sa_evidence_ref *found = sa_arena_alloc(judge->arena, sizeof *found);
        if (found == NULL)
            return sa_judge_full(err);
        found->id = id;
        found->target = sa_judge_text(judge, row, 0);
        found->source = sa_judge_text(judge, row, 1);
        found->name = sa_judge_text(judge, row, 2);
        found->sha256 = sa_judge_text(judge, row, 3);
        found->collected_at = sa_judge_text(judge, row, 4);
        found->size = sqlite3_column_int64(row, 5);
        *ret = found;
    }
    (void)sqlite3_reset(row);
    return r < 0 ? r : 0;
}

int sa_evidence_find(struct sa_judge *judge, int64_t id, const struct sa_evidence_ref **ret,
                     struct sa_error *err)
{
    const struct sa_evidence_ref wanted = {.id = id};
    void *node = tfind(&wanted, &judge->evidence, compare_evidence);
    struct sa_evidence_ref *loaded = NULL;
    int r = 0;

    *ret = NULL;
    if (node != NULL) {
        *ret = *(const struct sa_evidence_ref *const *)node;
        return 0;
    }
    r = load_evidence(judge, id, &loaded, err);
    if (r < 0 || loaded == NULL)
        return r;
    if (tsearch(loaded, &judge->evidence, compare_evidence) == NULL)
        return sa_fail_nomem(err);
    *ret = loaded;
    return 0;
}

int sa_evidence_list(struct sa_judge *judge, const int64_t *ids, size_t count,
                     const struct sa_evidence_ref *const **ret, struct sa_error *err)
{
    static const struct sa_evidence_ref *const none[] = {NULL};
    const struct sa_evidence_ref **list = NULL;
    size_t found = 0;

    *ret = none;
    if (count == 0)
        return 0;
    list = sa_arena_array(judge->arena, count + 1, sizeof(struct sa_evidence_ref *));
    if (list == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; i < count; i++) {
        const struct sa_evidence_ref *one = NULL;
        int r = sa_evidence_find(judge, ids[i], &one, err);
        bool known = one == NULL;

        if (r < 0)
            return r;
        for (size_t k = 0; k < found && !known; k++)
            known = list[k] == one;
        if (!known)
            list[found++] = one;
    }
    *ret = list;
    return 0;
}

static void keep_node(void *node)
{
    (void)node; /* belongs to the arena */
}

void sa_evidence_done(struct sa_judge *judge)
{
    (void)sqlite3_finalize(judge->evidence_by_id);
    judge->evidence_by_id = NULL;
    tdestroy(judge->evidence, keep_node);
    judge->evidence = NULL;
}

/* Findings ------------------------------------------------------------------------------------- */

static int rank(enum sa_result_status status)
{
    static const int ranks[SA_RESULT_COUNT] = {
        [SA_RESULT_FAIL] = 0,           [SA_RESULT_ERROR] = 1, [SA_RESULT_UNKNOWN] = 2,
        [SA_RESULT_WARN] = 3,           [SA_RESULT_INFO] = 4,  [SA_RESULT_PASS] = 5,
        [SA_RESULT_NOT_APPLICABLE] = 6,
    };
    return ranks[status];
}

static int compare_findings(const void *a, const void *b)
{
    const struct sa_finding *first = a;
    const struct sa_finding *second = b;
    int difference = rank(first->status) - rank(second->status);

    if (difference == 0)
        difference = strcmp(first->subject, second->subject);
    if (difference == 0)
        difference = strcmp(first->observed, second->observed);
    return difference != 0 ? difference : strcmp(first->expected, second->expected);
}

static int make_id(const struct sa_result *result, struct sa_finding *finding, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT(SA_LIMIT_EVALUATION);
    char hex[SA_SHA256_HEX_SIZE];

    (void)sa_buf_addf(&key, "%s|%s|%s", result->target->name, result->check->id, finding->subject);
    if (sa_buf_status(&key) < 0)
        return sa_fail_nomem(err);
    if (sa_sha256_hex(sa_buf_text(&key), key.len, hex) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_OPENSSL, 0, "SHA-256 is not available");
    memcpy(finding->id, hex, sizeof finding->id - 1);
    finding->id[sizeof finding->id - 1] = '\0';
    return 0;
}

int sa_result_fill(struct sa_judge *judge, struct sa_result *result, const struct sa_draft *drafts,
                   size_t count, const struct sa_evidence_ref *const *fallback,
                   struct sa_error *err)
{
    int r = 0;

    result->findings = sa_arena_array(judge->arena, count, sizeof *result->findings);
    if (result->findings == NULL)
        return sa_judge_full(err);
    for (const struct sa_draft *draft = drafts; draft != NULL && result->finding_count < count;
         draft = draft->next) {
        struct sa_finding *finding = &result->findings[result->finding_count++];

        finding->status = draft->status;
        finding->subject = sa_judge_copy(judge, draft->subject);
        finding->observed = sa_judge_copy(judge, draft->observed);
        finding->expected = sa_judge_copy(judge, draft->expected);
        finding->evidence = fallback;
        r = make_id(result, finding, err);
        if (r == 0 && draft->evidence != NULL)
            r = sa_evidence_list(judge, draft->evidence, draft->evidence_count, &finding->evidence,
                                 err);
        if (r < 0)
            return r;
    }
    qsort(result->findings, result->finding_count, sizeof *result->findings, compare_findings);
    return judge->full ? sa_judge_full(err) : 0;
}
