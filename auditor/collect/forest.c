/* SPDX-License-Identifier: Apache-2.0 */
/* The forest collector: its sequence, and what its parts share (docs/internals/forest.md).
 *
 *   ad_forest    connect, rootDSE, configuration, domains       without it nothing else is asked
 *   (heads)      descriptors of the domain heads                decide whom ad_account looks for
 *   ad_account   accounts, tokens, groups
 *   ad_right     descriptors and rights
 *
 * Each source is gathered over the network first, then written in one batch: the snapshot is locked
 * only while it is written. Trouble of a source is its coverage row; trouble within a source that
 * leaves the rest worth having is a gap. After each source, also a failed one, the footprint is written. */
#include "forest.h"

#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_value.h"

/* Gaps of one forest; a directory that makes more of them is not worth listing further. */
#define GAPS_MAX     5000
#define EVIDENCE_MAX (16 * SA_MIB)

struct collection {
    struct sa_ad ad;
    struct sa_error first_problem;
    struct sa_error unreached; /* trouble of the first source, without which there are no others */
    struct sa_error heads;     /* why the domain heads' descriptors are not known */
};

/* Room ---------------------------------------------------------------------------------------- */

int sa_ad_fail_room(const struct sa_ad *ad, struct sa_error *err)
{
    /* The arena does not say why; close to its limit it is the limit. */
    if (ad->arena.used < ad->arena.limit / 2)
        return sa_fail_nomem(err);
    sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "the forest's facts need more than %zu MiB",
            ad->arena.limit / SA_MIB);
    return SA_E_LIMIT;
}

int sa_ad_grow(struct sa_ad *ad, void **items, size_t item_size, size_t count, size_t *size,
               struct sa_error *err)
{
    size_t wanted = *size > 0 ? 2 * *size : 16;
    void *copy = NULL;

    if (count < *size)
        return 0;
    copy = sa_arena_array(&ad->arena, wanted, item_size);
    if (copy == NULL)
        return sa_ad_fail_room(ad, err);
    if (count > 0)
        memcpy(copy, *items, count * item_size);
    *items = copy;
    *size = wanted;
    return 0;
}

int sa_ad_sid(struct sa_ad *ad, const struct sa_sid *sid, struct sa_error *err)
{
    int r = sa_ad_grow(ad, (void **)&ad->sids, sizeof *ad->sids, ad->sid_count, &ad->sid_size, err);

    if (r == 0)
        ad->sids[ad->sid_count++] = *sid;
    return r;
}

size_t sa_ad_domain_of(const struct sa_ad *ad, const char *dn)
{
    size_t best = SIZE_MAX;
    size_t best_len = 0;

    /* Application partitions lie below a domain's DN and are none. */
    for (size_t i = 0; i < ad->domain_count; i++) {
        size_t len = strlen(ad->domains[i].dn);

        if (len > best_len && sa_dn_within(dn, ad->domains[i].dn)) {
            best = i;
            best_len = len;
        }
    }
    return best;
}

/* Gaps ---------------------------------------------------------------------------------------- */

static bool same_gap(const struct sa_ad_gap *gap, const struct sa_ad_gap *other)
{
    return strcmp(gap->source, other->source) == 0 && strcmp(gap->topic, other->topic) == 0 &&
           strcmp(gap->status, other->status) == 0 && strcmp(gap->subject, other->subject) == 0 &&
           strcmp(gap->message, other->message) == 0;
}

int sa_ad_gap_as(struct sa_ad *ad, const char *source, const char *topic, const char *subject,
                 const char *status, const char *message, struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    struct sa_ad_gap gap = {.source = source, .topic = topic, .status = status};
    int r = 0;

    if (ad->gap_count > GAPS_MAX)
        return 0;
    if (ad->gap_count == GAPS_MAX) {
        gap.status = "limit";
        subject = "";
        message = "more was not seen than is listed";
    }
    gap.subject = sa_ad_visible_text(&reading, subject);
    gap.message = sa_ad_visible_text(&reading, message);
    if (reading.status < 0)
        return reading.status;
    for (size_t i = 0; i < ad->gap_count; i++)
        if (same_gap(&ad->gaps[i], &gap))
            return 0;
    r = sa_ad_grow(ad, (void **)&ad->gaps, sizeof *ad->gaps, ad->gap_count, &ad->gap_size, err);
    if (r == 0)
        ad->gaps[ad->gap_count++] = gap;
    return r;
}

static const char *gap_status(int status)
{
    switch (status) {
    case SA_E_DENIED:
    case SA_E_AUTH:
    case SA_E_NOT_FOUND: /* a directory hides what may not be seen */
        return "denied";
    case SA_E_TIMEOUT:
        return "timeout";
    case SA_E_NETWORK:
        return "unreachable";
    case SA_E_LIMIT:
        return "limit";
    default:
        return "failed";
    }
}

int sa_ad_gap(struct sa_ad *ad, const char *source, const char *topic, const char *subject,
              const struct sa_error *why, struct sa_error *err)
{
    return sa_ad_gap_as(ad, source, topic, subject, gap_status(why->status), why->message, err);
}

int sa_ad_store_gaps(struct sa_ad *ad, struct sa_batch *batch, const char *source,
                     struct sa_error *err)
{
    for (size_t i = 0; i < ad->gap_count; i++) {
        const struct sa_ad_gap *gap = &ad->gaps[i];
        int r = 0;

        if (strcmp(gap->source, source) == 0)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO ad_gap (target_id, source, topic, subject, status, message)"
                          " VALUES (?, ?, ?, ?, ?, ?)",
                          SA_INT(ad->target_id), SA_TEXT(gap->source), SA_TEXT(gap->topic),
                          SA_TEXT(gap->subject), SA_TEXT(gap->status), SA_TEXT(gap->message));
        if (r < 0)
            return r;
    }
    return 0;
}

static bool ends_everything(int status)
{
    return status == SA_E_CANCELLED || status == SA_E_NOMEM || status == SA_E_INTERNAL;
}

int sa_ad_domain_trouble(struct sa_ad *ad, const char *source, size_t domain,
                         const struct sa_error *why, struct sa_error *err)
{
    struct sa_ad_domain *d = &ad->domains[domain];
    size_t answering = 0;

    for (size_t i = 0; i < ad->domain_count; i++)
        answering += ad->domains[i].ldap != NULL;
    if (ends_everything(why->status) || answering <= 1) {
        if (err != NULL)
            *err = *why;
        return why->status;
    }
    if (why->status == SA_E_NETWORK || why->status == SA_E_TIMEOUT) {
        sa_ldap_close(d->ldap);
        d->ldap = NULL;
    }
    return sa_ad_gap(ad, source, "domain", d->dns_name, why, err);
}

/* Evidence ------------------------------------------------------------------------------------ */

int sa_ad_evidence(struct sa_ad *ad, struct sa_batch *batch, struct sa_ad_record *record,
                   struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf ldif = SA_BUF_INIT(EVIDENCE_MAX);
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    const char *place =
        record->domain < ad->domain_count ? ad->domains[record->domain].dns_name : "configuration";
    const char *dn = NULL;
    char *name = NULL;

    if (record->evidence_id != 0)
        return 0;
    if (sa_ad_add_ldif(&ldif, record->entry) < 0) {
        if (sa_buf_status(&ldif) == SA_E_NOMEM)
            return sa_fail_nomem(err);
        sa_buf_clear(&ldif);
        (void)sa_buf_addf(&ldif, "# left out: an entry larger than %zu bytes\n", EVIDENCE_MAX);
    }
    dn = sa_ad_visible_text(&reading, record->entry->dn);
    if (reading.status < 0)
        return reading.status;
    name = sa_arena_printf(&ad->arena, "%s/%s", place, dn);
    if (name == NULL)
        return sa_ad_fail_room(ad, err);
    return sa_batch_evidence(batch, name, sa_buf_text(&ldif), ldif.len, &record->evidence_id, err);
}

/* Footprint ----------------------------------------------------------------------------------- */

static const char *protocol_of(const char *operation)
{
    static const char *const others[][2] = {
        {"locate", "dns"     },
        {"ping",   "cldap"   },
        {"ticket", "kerberos"},
    };

    for (size_t i = 0; i < SA_COUNT(others); i++)
        if (strcmp(operation, others[i][0]) == 0)
            return others[i][1];
    return "ldap";
}

static void watch(void *payload, const struct sa_ldap_event *event)
{
    struct sa_ad *ad = payload;
    struct sa_ad_reading reading = {.ad = ad};
    const struct sa_ldap_options *asked = &ad->request->ldap;
    struct sa_footprint entry = {
        .protocol = protocol_of(event->operation),
        .operation = sa_ad_visible_text(&reading, event->operation),
        .server = sa_ad_visible_text(&reading, event->server != NULL ? event->server : ""),
        .detail = sa_ad_visible_text(&reading, event->detail != NULL ? event->detail : ""),
        .status = event->status,
        .code = event->code,
        .entries = event->entries,
        .bytes = event->bytes,
        .started_at = event->started_at,
        .elapsed_ms = event->elapsed_ms};

    if (asked->watch != NULL)
        asked->watch(asked->payload, event);
    if (reading.status < 0 || sa_ad_grow(ad, (void **)&ad->footprints, sizeof *ad->footprints,
                                         ad->footprint_count, &ad->footprint_size, NULL) < 0) {
        ad->footprint_lost = true;
        return;
    }
    ad->footprints[ad->footprint_count++] = entry;
}

static int write_footprint(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    if (ad->footprint_count > 0)
        r = sa_footprint_record(ad->footprint_snapshot, ad->footprint_target, ad->footprints,
                                ad->footprint_count, err);
    ad->footprint_count = 0;
    /* A list of operations that lacks some would be a lie about what was done. */
    if (r == 0 && ad->footprint_lost)
        r = sa_ad_fail_room(ad, err);
    return r;
}

/* Sources ------------------------------------------------------------------------------------- */

struct source {
    const char *name;
    int (*gather)(struct collection *collection, struct sa_error *err);
    int (*store)(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err);
};

static int gather_forest(struct collection *c, struct sa_error *err)
{
    return sa_ad_gather_forest(&c->ad, err);
}

static int gather_accounts(struct collection *c, struct sa_error *err)
{
    int r = 0;

    if (c->ad.servers_only)
        return sa_ad_gather_accounts(&c->ad, err);
    r = sa_ad_gather_heads(&c->ad, &c->heads);
    if (r < 0 && ends_everything(r)) {
        if (err != NULL)
            *err = c->heads;
        return r;
    }
    /* Then nobody knows who may replicate; the accounts that can be found otherwise still count. */
    if (r < 0)
        r = sa_ad_gap(&c->ad, "ad_account", "right", c->ad.root_dn, &c->heads, err);
    return r < 0 ? r : sa_ad_gather_accounts(&c->ad, err);
}

static int gather_rights(struct collection *c, struct sa_error *err)
{
    if (c->heads.status < 0) {
        if (err != NULL)
            *err = c->heads;
        return c->heads.status;
    }
    return sa_ad_gather_rights(&c->ad, err);
}

static const struct source sources[] = {
    {"ad_forest",  gather_forest,   sa_ad_store_forest  },
    {"ad_account", gather_accounts, sa_ad_store_accounts},
    {"ad_right",   gather_rights,   sa_ad_store_rights  },
};

static bool is_cancelled(const struct sa_ad *ad)
{
    return ad->ldap.cancelled != NULL && atomic_load(ad->ldap.cancelled);
}

static void note(struct collection *c, const struct sa_error *problem)
{
    if (c->first_problem.status == 0)
        c->first_problem = *problem;
}

/* Is it the directory's doing, not the snapshot's? */
static bool is_of_facts(const struct sa_error *problem)
{
    return problem->domain == SA_DOMAIN_NONE &&
           (problem->status == SA_E_LIMIT || problem->status == SA_E_PROTOCOL);
}

static int store(struct collection *c, const struct source *source, struct sa_error *problem,
                 struct sa_error *err)
{
    struct sa_batch *batch = NULL;
    int r = sa_batch_begin(c->ad.snapshot, c->ad.target_id, source->name, &batch, err);

    if (r < 0)
        return r;
    r = source->store(&c->ad, batch, problem);
    if (r == 0)
        return sa_batch_commit(batch, err);
    if (is_of_facts(problem))
        return sa_batch_fail(batch, problem, err);
    sa_batch_abort(batch);
    if (err != NULL)
        *err = *problem;
    return r;
}

/* `problem` tells whether the source has facts afterwards. */
static int collect_source(struct collection *c, const struct source *source,
                          struct sa_error *problem, struct sa_error *err)
{
    int r = source->gather(c, problem);
    int footprint = write_footprint(&c->ad, err);

    if (footprint < 0)
        return footprint;
    if (r == SA_E_CANCELLED) {
        if (err != NULL)
            *err = *problem;
        return r;
    }
    if (r < 0) {
        r = sa_coverage_record(c->ad.snapshot, c->ad.target_id, source->name, problem, err);
    } else {
        *problem = (struct sa_error){0}; /* of something that was tried and did not matter */
        r = store(c, source, problem, err);
    }
    if (problem->status < 0)
        note(c, problem);
    return r;
}

static int fail_cancelled(struct sa_error *err)
{
    return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped on request");
}

static int collect(struct collection *c, struct sa_error *err)
{
    for (size_t i = 0; i < (c->ad.servers_only ? 2 : SA_COUNT(sources)); i++) {
        struct sa_error problem = {0};
        int r = 0;

        if (is_cancelled(&c->ad))
            return fail_cancelled(err);
        /* Without the domains nothing can be said to belong to one. */
        if (c->unreached.status < 0)
            r = sa_coverage_record(c->ad.snapshot, c->ad.target_id, sources[i].name, &c->unreached,
                                   err);
        else
            r = collect_source(c, &sources[i], &problem, err);
        if (r < 0)
            return r;
        if (i == 0)
            c->unreached = problem;
        /* Nobody may refer to rows that are not in the snapshot. */
        if (i == 1 && problem.status < 0)
            c->ad.account_count = c->ad.privileged_count = 0;
    }
    return 0;
}

static int run(struct collection *c, const struct sa_forest_request *request, struct sa_error *err)
{
    int r = 0;

    c->ad.arena = (struct sa_arena)SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL);
    c->ad.request = request;
    c->ad.ldap = request->ldap;
    c->ad.ldap.watch = watch;
    c->ad.ldap.payload = &c->ad;
    /* A global catalog has neither descriptions nor group memberships. */
    c->ad.ldap.global_catalog = false;
    r = collect(c, err);
    sa_ad_close(&c->ad);
    sa_arena_done(&c->ad.arena);
    return r;
}

int sa_collect_forest(struct sa_snapshot *snapshot, int64_t target_id,
                      const struct sa_forest_request *request, struct sa_error *ret_problem,
                      struct sa_error *err)
{
    struct collection c = {
        .ad = {.snapshot = snapshot,
               .target_id = target_id,
               .footprint_snapshot = snapshot,
               .footprint_target = target_id}
    };
    int r = run(&c, request, err);

    if (ret_problem != NULL)
        *ret_problem = c.first_problem;
    return r;
}

/* What is found goes into a snapshot in memory, which answers who is a server. */
int sa_forest_servers(struct sa_snapshot *snapshot, int64_t target_id,
                      const struct sa_forest_request *request, struct sa_server_finding *ret,
                      struct sa_error *err)
{
    static const struct sa_run_info info = {.tool_version = "",
                                            .catalogue_version = "",
                                            .catalogue_sha256 = "",
                                            .operator_name = "",
                                            .workstation = ""};
    static const struct sa_target_info target = {
        .name = "forest", .kind = "forest", .location = ""};
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *scratch = NULL;
    struct collection c = {
        .ad = {
               .servers_only = true, .footprint_snapshot = snapshot, .footprint_target = target_id}
    };
    int r = sa_snapshot_create(":memory:", false, &info, &scratch, err);

    ret->count = 0;
    if (r == 0)
        r = sa_snapshot_add_target(scratch, &target, &c.ad.target_id, err);
    if (r < 0)
        return r;
    c.ad.snapshot = scratch;
    r = run(&c, request, err);
    ret->problem = c.unreached;
    return r < 0 ? r
                 : sa_forest_discovered(scratch, c.ad.target_id, sa_time_now(), &ret->arena,
                                        &ret->servers, &ret->count, err);
}
