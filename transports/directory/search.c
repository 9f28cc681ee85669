/* SPDX-License-Identifier: Apache-2.0 */
/* Searches (RFC 4511, 4.5) with paged results (RFC 2696).
 *
 * One request is under way at a time. A page is taken in whole, copied and bounded, before ranged
 * attributes are completed and the caller sees its entries: a request in between would let the
 * server send what nobody takes, without bound. The server's page size, its number of pages, its
 * cookies and its end are all the server's word: pages are counted, a page that brings neither
 * entries nor a new cookie ends the search with an error, and every kind of message that is neither
 * entry nor reference ends it too (Samba answers some errors with a message type of its own, for
 * which others wait for ever). Referrals are counted and never followed. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

#define OID_SD_FLAGS         "1.2.840.113556.1.4.801"
#define OID_SHOW_DELETED     "1.2.840.113556.1.4.417"
#define OID_EXTENDED_DN      "1.2.840.113556.1.4.529"
#define CONTROLS_MAX         3 /* besides that for pages */
#define MAX_ATTRIBUTES_ASKED 128
/* A whole search may take as many times the time of one call. */
#define CALLS_OF_A_SEARCH 20

/* The first referral of a final answer, for people; "" when there is none. */
static void first_referral(char **referrals, char *text, size_t size)
{
    (void)snprintf(text, size, "%.200s",
                   referrals != NULL && referrals[0] != NULL ? referrals[0] : "");
}

static int final_answer(struct sa_ldap *ldap, const struct search_request *request,
                        LDAPMessage *message, struct search_result *ret, struct sa_error *err)
{
    LDAPControl **controls = NULL;
    LDAPControl *paged = NULL;
    char *text = NULL;
    char **referrals = NULL;
    char host[256];
    uint32_t data = 0;
    ber_int_t estimate = 0;
    int r =
        ldap_parse_result(ldap->handle, message, &ret->code, NULL, &text, &referrals, &controls, 0);

    if (r != LDAP_SUCCESS) {
        ldap->dead = true;
        return ldap_fail(err, ldap->dialled, request->what, LDAP_DECODING_ERROR, NULL);
    }
    r = 0;
    first_referral(referrals, host, sizeof host);
    if (ret->code == LDAP_REFERRAL) {
        r = sa_fail(err, SA_E_REMOTE, SA_DOMAIN_LDAP, ret->code,
                    "'%s' holds no answer to the %.200s, it names '%s'", ldap->dialled,
                    request->what, host);
        sa_hint(err, "that part belongs to another domain: audit that domain; referrals are not "
                     "followed");
    } else if (ret->code != LDAP_SUCCESS) {
        r = ldap_fail(err, ldap->dialled, request->what, ret->code, text);
        ldap_diagnostic_numbers(text, &ret->number, &data);
        /* An endless supply of dead cookies is bounded by the caller. */
        ret->dead_cookie = ret->code == LDAP_UNAVAILABLE_CRITICAL_EXTENSION && ret->number == 0x57;
    }
    paged = ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, NULL);
    if (r == 0 && paged != NULL &&
        ldap_parse_pageresponse_control(ldap->handle, paged, &estimate, &ret->cookie) !=
            LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, request->what, LDAP_DECODING_ERROR, NULL);
    ldap_controls_free(controls);
    ldap_memvfree((void **)referrals);
    ldap_memfree(text);
    return r;
}

static int take_answers(struct sa_ldap *ldap, const struct search_request *request,
                        int64_t until_ms, entry_message_fn *each, void *payload,
                        struct search_result *ret, struct sa_error *err)
{
    bool final = false;
    int r = 0;

    while (r == 0 && !final) {
        LDAPMessage *message = NULL;
        int type = 0;

        r = wait_message(ldap, ret->message_id, until_ms, request->what, &message, &type, err);
        if (r < 0)
            return r;
        if (type == LDAP_RES_SEARCH_ENTRY) {
            ret->entries++;
            r = each(payload, message, err);
        } else if (type == LDAP_RES_SEARCH_REFERENCE) {
            if (++ret->references > SA_LIMIT_LDAP_ENTRIES)
                r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_LDAP, 0, "'%s' sends references without end",
                            ldap->dialled);
        } else if (type != LDAP_RES_INTERMEDIATE) {
            final = true;
            r = final_answer(ldap, request, message, ret, err);
        }
        (void)ldap_msgfree(message);
    }
    if (!final)
        ldap->dead = true; /* the rest of the answer would still come */
    return r;
}

static void tell(struct sa_ldap *ldap, const struct search_request *request,
                 const struct search_result *result, int status, size_t bytes, int64_t start_ms)
{
    static const char *const scopes[] = {"base", "one", "subtree"};
    SA_CLEANUP(sa_buf_done) struct sa_buf detail = SA_BUF_INIT(16 * SA_KIB);
    struct sa_ldap_event event = {
        .server = ldap->dialled,
        .operation = "search",
        .status = status,
        .code = result->code,
        .entries = result->entries,
        .bytes = bytes,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start_ms,
    };

    sa_buf_addf(&detail, "%s '%s' %s", scopes[request->scope], request->base, request->filter);
    event.detail = sa_buf_text(&detail);
    emit(ldap, &event);
}

int search_once(struct sa_ldap *ldap, const struct search_request *request, int64_t until_ms,
                entry_message_fn *each, void *payload, struct search_result *ret,
                struct sa_error *err)
{
    int64_t start = sa_time_monotonic_ms();
    int64_t call_until = call_deadline(ldap);
    size_t bytes = ldap->info.bytes;
    /* The DC gives up a little before us: then its answer says so and the connection lives. */
    struct timeval server_limit = {.tv_sec = ldap->call_ms > 4000 ? ldap->call_ms / 1000 - 2 : 1};
    int code = 0;
    int r = 0;

    if (ldap->dead)
        return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_LDAP, LDAP_SERVER_DOWN,
                       "the connection to '%s' is lost", ldap->dialled);
    if (until_ms != 0 && until_ms < call_until)
        call_until = until_ms;
    code = ldap_search_ext(ldap->handle, request->base, request->scope, request->filter,
                           request->attributes, 0, request->controls, NULL, &server_limit,
                           LDAP_NO_LIMIT, &ret->message_id);
    if (code == LDAP_SUCCESS) {
        ldap->info.round_trips++;
        r = take_answers(ldap, request, call_until, each, payload, ret, err);
    } else {
        ret->code = code;
        ldap->dead = code == LDAP_SERVER_DOWN;
        r = ldap_fail_handle(ldap, request->what, code, err);
    }
    tell(ldap, request, ret, r, ldap->info.bytes - bytes, start);
    return r;
}

/* One search of the caller. */
struct run {
    struct sa_ldap *ldap;
    const struct sa_ldap_search *search;
    sa_ldap_entry_fn *each;
    void *payload;
    struct entry_limits limits;
    size_t max_entries, entries;
    int64_t until_ms;
    struct sa_arena arena; /* one page */
    struct decoded_entry *page;
    size_t page_count, page_room;
    LDAPControl sd_flags, show_deleted, extended_dn;
    char sd_value[5];
    bool dead_cookie;
};

static int take_entry(void *payload, LDAPMessage *message, struct sa_error *err)
{
    struct run *run = payload;

    if (run->entries + run->page_count >= run->max_entries)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "a search finds more than %zu entries",
                       run->max_entries);
    if (run->page_count == run->page_room) {
        size_t room = run->page_room == 0 ? 64 : run->page_room * 2;
        struct decoded_entry *larger = sa_arena_array(&run->arena, room, sizeof *larger);

        if (larger == NULL)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "a page of entries is too large");
        if (run->page_count > 0)
            memcpy(larger, run->page, run->page_count * sizeof *larger);
        run->page = larger;
        run->page_room = room;
    }
    return entry_decode(run->ldap->handle, message, &run->arena, &run->limits,
                        &run->page[run->page_count++], err);
}

/* Completes the entries of a page and hands them on. */
static int deliver_page(struct run *run, LDAPControl **controls, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < run->page_count; i++) {
        struct decoded_entry *entry = &run->page[i];

        r = range_complete(run->ldap, controls, entry, &run->arena, &run->limits, run->until_ms,
                           err);
        if (r == 0)
            r = run->each(run->payload, &entry->entry, err);
    }
    run->entries += run->page_count;
    run->page_count = 0;
    run->page_room = 0;
    run->page = NULL;
    sa_arena_done(&run->arena);
    return r < 0 ? r : 0;
}

static size_t fill_controls(struct run *run, LDAPControl **controls)
{
    static char sd_oid[] = OID_SD_FLAGS;
    static char deleted_oid[] = OID_SHOW_DELETED;
    static char extended_oid[] = OID_EXTENDED_DN;
    size_t count = 0;

    if (run->search->sd_flags != 0) {
        static const char value[] = {0x30, 0x03, 0x02, 0x01};

        memcpy(run->sd_value, value, sizeof value);
        run->sd_value[4] = (char)(run->search->sd_flags & 7);
        run->sd_flags = (LDAPControl){
            sd_oid, {5, run->sd_value},
             1
        };
        controls[count++] = &run->sd_flags;
    }
    if (run->search->show_deleted) {
        run->show_deleted = (LDAPControl){
            deleted_oid, {0, NULL},
             1
        };
        controls[count++] = &run->show_deleted;
    }
    if (run->search->extended_dn) {
        /* Readable form: hexadecimal GUIDs would need decoding twice ([MS-ADTS] 3.1.1.3.4.1.5). */
        static char value[] = {0x30, 0x03, 0x02, 0x01, 0x01};

        run->extended_dn = (LDAPControl){
            extended_oid, {sizeof value, value},
             1
        };
        controls[count++] = &run->extended_dn;
    }
    controls[count] = NULL;
    return count;
}

/* All pages. `ret->dead_cookie` says that the server forgot a cookie on the way. */
static int run_pages(struct run *run, struct search_request *request, struct sa_error *err)
{
    LDAPControl *controls[CONTROLS_MAX + 2] = {NULL};
    LDAPControl *others[CONTROLS_MAX + 1] = {NULL};
    size_t count = fill_controls(run, controls);
    struct search_result result = {0};
    struct berval cookie = {0};
    int r = 0;

    (void)fill_controls(run, others);
    request->controls = controls;
    for (size_t page = 0; r == 0; page++) {
        LDAPControl *paged = NULL;
        size_t before = run->entries;

        if (page == SA_LIMIT_LDAP_PAGES) {
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_LDAP, 0,
                        "'%s' answers with more than SA_LIMIT_LDAP_PAGES pages",
                        run->ldap->dialled);
            break;
        }
        if (request->scope != LDAP_SCOPE_BASE &&
            ldap_create_page_control(run->ldap->handle, SA_LIMIT_LDAP_PAGE,
                                     page > 0 ? &cookie : NULL, 1, &paged) != LDAP_SUCCESS) {
            r = sa_fail_nomem(err);
            break;
        }
        controls[count] = paged;
        result = (struct search_result){0};
        r = search_once(run->ldap, request, run->until_ms, take_entry, run, &result, err);
        ldap_control_free(paged);
        run->dead_cookie = page > 0 && result.dead_cookie;
        if (r == 0)
            r = deliver_page(run, others, err);
        if (r == 0 && result.cookie.bv_len > 0 && run->entries == before && page > 0 &&
            result.cookie.bv_len == cookie.bv_len &&
            memcmp(result.cookie.bv_val, cookie.bv_val, cookie.bv_len) == 0)
            r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, 0,
                        "'%s' repeats an empty page without end", run->ldap->dialled);
        ber_memfree(cookie.bv_val);
        cookie = result.cookie;
        if (cookie.bv_len == 0)
            break;
    }
    ber_memfree(cookie.bv_val);
    request->controls = NULL; /* ours */
    return r;
}

/* The attributes as libldap wants them, with the security descriptor when its parts are wanted. */
static int list_attributes(const struct sa_ldap_search *search,
                           const char *list[MAX_ATTRIBUTES_ASKED + 2], struct sa_error *err)
{
    bool descriptor = false;
    size_t count = 0;

    for (; search->attributes != NULL && search->attributes[count] != NULL; count++) {
        if (count == MAX_ATTRIBUTES_ASKED)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "too many attributes asked for");
        list[count] = search->attributes[count];
        descriptor = descriptor || sa_text_same(list[count], "nTSecurityDescriptor");
    }
    /* Without the flags AD means the SACL too and then hides the attribute as a whole. */
    if (descriptor && search->sd_flags == 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "a security descriptor is asked for without saying which parts");
    if (!descriptor && search->sd_flags != 0 && count > 0)
        list[count++] = "nTSecurityDescriptor";
    list[count] = NULL;
    return 0;
}

int sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                   sa_ldap_entry_fn *each, void *payload, struct sa_error *err)
{
    static const int scopes[] = {LDAP_SCOPE_BASE, LDAP_SCOPE_ONELEVEL, LDAP_SCOPE_SUBTREE};
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT((size_t)2 * SA_LIMIT_NAME);
    const char *list[MAX_ATTRIBUTES_ASKED + 2];
    char *attributes[MAX_ATTRIBUTES_ASKED + 2];
    struct search_request request = {
        .base = search->base,
        .filter = search->filter != NULL ? search->filter : "(objectClass=*)",
        .scope = scopes[search->scope],
        .attributes = attributes,
    };
    struct run run = {
        .ldap = ldap,
        .search = search,
        .each = each,
        .payload = payload,
        .limits = {.total = &ldap->info.bytes},
        .max_entries = search->max_entries != 0 ? search->max_entries : SA_LIMIT_LDAP_ENTRIES,
        .until_ms = sa_time_monotonic_ms() + (int64_t)ldap->call_ms * CALLS_OF_A_SEARCH,
        .arena = SA_ARENA_INIT(2 * SA_LIMIT_LDAP_BYTES),
    };
    int r = list_attributes(search, list, err);

    if (r < 0)
        return r;
    memcpy(attributes, list, sizeof attributes); /* libldap reads them, but without const */
    sa_buf_addf(&what, "search of '%.200s'", search->base);
    request.what = sa_buf_text(&what);
    r = run_pages(&run, &request, err);
    sa_arena_done(&run.arena);
    if (r < 0 && run.dead_cookie && !ldap->dead) {
        run.entries = 0;
        run.page_count = run.page_room = 0;
        r = run_pages(&run, &request, err);
        sa_arena_done(&run.arena);
    }
    return r;
}

struct read_payload {
    struct sa_arena *arena;
    const struct sa_ldap_entry *entry;
};

static int keep_entry(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct read_payload *read = payload;

    read->entry = sa_ldap_copy(entry, read->arena);
    return read->entry == NULL ? sa_fail_nomem(err) : 0;
}

int sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                 unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                 struct sa_error *err)
{
    struct read_payload payload = {.arena = arena};
    struct sa_ldap_search search = {.base = base,
                                    .scope = SA_LDAP_BASE,
                                    .attributes = attributes,
                                    .sd_flags = sd_flags,
                                    .max_entries = 1};
    int r = sa_ldap_search(ldap, &search, keep_entry, &payload, err);

    if (r < 0)
        return r;
    if (payload.entry == NULL)
        return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_LDAP, LDAP_NO_SUCH_OBJECT,
                       "'%.300s' is not there or not visible", base);
    *ret = payload.entry;
    return 0;
}
