/* SPDX-License-Identifier: Apache-2.0 */
/* Implements forest_right_support.h. Takes the place of the network: its searches are answered
 * out of the entries. */
#include "forest_right_support.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/advalue.h"
#include "syncaudit/text.h"

struct entry {
    struct sa_ldap_entry entry;
    struct sa_ldap_attribute attributes[16];
    bool gone;
    struct entry *next;
};

struct sa_ldap {
    struct world *world;
};

/* Entries -------------------------------------------------------------------------------------- */

static void *must(void *memory)
{
    assert_non_null(memory);
    return memory;
}

static void put_values(struct world *world, struct entry *entry, const char *name,
                       const struct sa_ldap_value *values, size_t count)
{
    struct sa_ldap_value *copies = must(sa_arena_array(&world->arena, count, sizeof *copies));
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        copies[i].bytes = must(sa_arena_copy(&world->arena, values[i].bytes, values[i].len));
        copies[i].len = values[i].len;
    }
    while (at < entry->entry.count && strcmp(entry->attributes[at].name, name) != 0)
        at++;
    assert_true(at < 16);
    if (at == entry->entry.count)
        entry->entry.count++;
    entry->attributes[at] = (struct sa_ldap_attribute){
        .name = must(sa_arena_text(&world->arena, name)), .values = copies, .count = count};
}

void set_bytes(struct world *world, struct entry *entry, const char *name, const void *bytes,
               size_t len)
{
    put_values(world, entry, name, &(struct sa_ldap_value){bytes, len}, 1);
}

void set_text(struct world *world, struct entry *entry, const char *name, const char *value)
{
    set_bytes(world, entry, name, value, strlen(value));
}

static struct sa_sid sid_of(const char *text, size_t len)
{
    struct sa_sid sid;
    char whole[SA_SID_TEXT_SIZE];

    if (*text == '%')
        (void)snprintf(whole, sizeof whole, DOMAIN "-%.*s", (int)len - 1, text + 1);
    else
        (void)snprintf(whole, sizeof whole, "%.*s", (int)len, text);
    if (sa_sid_parse(whole, &sid) < 0)
        fail_msg("no SID: %s", whole);
    return sid;
}

void set_sid(struct world *world, struct entry *entry, const char *text)
{
    const struct sa_sid sid = sid_of(text, strlen(text));
    unsigned char bytes[SA_SID_SIZE_MAX];

    set_bytes(world, entry, "objectSid", bytes, sa_sid_encode(&sid, bytes));
}

void set_rid(struct world *world, struct entry *entry, uint32_t rid)
{
    struct sa_sid sid = sa_sid_with_rid(&world->ad.domains[0].sid, rid);
    unsigned char bytes[SA_SID_SIZE_MAX];

    set_bytes(world, entry, "objectSid", bytes, sa_sid_encode(&sid, bytes));
}

/* Descriptors ---------------------------------------------------------------------------------- */

static void add_u16(struct sa_buf *buf, unsigned value)
{
    (void)sa_buf_add_char(buf, (char)(value & 0xFF));
    (void)sa_buf_add_char(buf, (char)(value >> 8 & 0xFF));
}

static void add_u32(struct sa_buf *buf, uint32_t value)
{
    add_u16(buf, value & 0xFFFF);
    add_u16(buf, value >> 16);
}

static void add_sid(struct sa_buf *buf, const char *text, size_t len)
{
    struct sa_sid sid = sid_of(text, len);
    unsigned char bytes[SA_SID_SIZE_MAX];
    size_t size = sa_sid_encode(&sid, bytes);

    (void)sa_buf_add(buf, bytes, size);
}

static unsigned ace_flags(const char *text, size_t len)
{
    static const struct {
        const char *name;
        unsigned bit;
    } known[] = {
        {"CI", 2 },
        {"NP", 4 },
        {"IO", 8 },
        {"ID", 16}
    };
    unsigned flags = 0;

    for (size_t i = 0; i + 1 < len; i += 2)
        for (size_t k = 0; k < 4; k++)
            if (strncmp(text + i, known[k].name, 2) == 0)
                flags |= known[k].bit;
    return flags;
}

static unsigned ace_type(const char *text, size_t len)
{
    static const struct {
        const char *name;
        unsigned type;
    } known[] = {
        {"A",  0},
        {"D",  1},
        {"OA", 5},
        {"OD", 6},
        {"XA", 9}
    };

    for (size_t i = 0; i < 5; i++)
        if (strlen(known[i].name) == len && strncmp(known[i].name, text, len) == 0)
            return known[i].type;
    return (unsigned)strtoul(text, NULL, 0);
}

static void add_guid(struct sa_buf *buf, const char *text, size_t len)
{
    struct sa_guid guid;
    char whole[SA_GUID_TEXT_SIZE];

    (void)snprintf(whole, sizeof whole, "%.*s", (int)len, text);
    assert_int_equal(sa_guid_parse(whole, &guid), 0);
    (void)sa_buf_add(buf, guid.bytes, sizeof guid.bytes);
}

/* "type;flags;mask;object;inherited;SID)" */
static const char *add_ace(struct sa_buf *acl, const char *text)
{
    const char *field[6] = {text};
    size_t len[6];
    struct sa_buf body = SA_BUF_INIT(4096);
    unsigned type = 0;

    for (size_t i = 0; i < 6; i++) {
        len[i] = strcspn(field[i], ";)");
        if (i < 5)
            field[i + 1] = field[i] + len[i] + 1;
    }
    type = ace_type(field[0], len[0]);
    add_u32(&body, (uint32_t)strtoul(field[2], NULL, 16));
    if (type == 5 || type == 6) {
        add_u32(&body, (len[3] > 0 ? 1u : 0u) | (len[4] > 0 ? 2u : 0u));
        if (len[3] > 0)
            add_guid(&body, field[3], len[3]);
        if (len[4] > 0)
            add_guid(&body, field[4], len[4]);
    }
    add_sid(&body, field[5], len[5]);
    if (type == 9)
        (void)sa_buf_add(&body, "artx\0\0\0\0", 8);
    (void)sa_buf_add_char(acl, (char)type);
    (void)sa_buf_add_char(acl, (char)ace_flags(field[1], len[1]));
    add_u16(acl, (unsigned)body.len + 4);
    (void)sa_buf_add(acl, body.data, body.len);
    sa_buf_done(&body);
    return field[5] + len[5] + 1;
}

void set_sd(struct world *world, struct entry *entry, const char *sd)
{
    struct sa_buf acl = SA_BUF_INIT(8 * 1024 * 1024), blob = SA_BUF_INIT(8 * 1024 * 1024);
    unsigned control = SA_SD_SELF_RELATIVE | SA_SD_DACL_PRESENT, count = 0;
    const char *owner = NULL;

    while (*sd != '\0') {
        if (*sd == '(') {
            sd = add_ace(&acl, sd + 1);
            count++;
        } else if (strncmp(sd, "O:", 2) == 0) {
            owner = sd + 2;
            sd += strcspn(sd, " ");
        } else if (*sd == 'P') {
            control |= SA_SD_DACL_PROTECTED;
            sd++;
        } else if (strncmp(sd, "NULL", 4) == 0) {
            control &= (unsigned)~SA_SD_DACL_PRESENT;
            sd += 4;
        } else {
            sd++;
        }
    }
    (void)sa_buf_add(&blob, "\1\0", 2);
    add_u16(&blob, control);
    add_u32(&blob, owner != NULL ? 20 + 8 + (uint32_t)acl.len : 0);
    add_u32(&blob, 0);
    add_u32(&blob, 0);
    add_u32(&blob, 20);
    add_u16(&blob, 4);
    add_u16(&blob, 8 + (unsigned)acl.len);
    add_u16(&blob, count);
    add_u16(&blob, 0);
    (void)sa_buf_add(&blob, acl.data != NULL ? acl.data : "", acl.len);
    if (owner != NULL)
        add_sid(&blob, owner, strcspn(owner, " "));
    assert_int_equal(sa_buf_status(&blob), 0);
    set_bytes(world, entry, "nTSecurityDescriptor", blob.data, blob.len);
    sa_buf_done(&acl);
    sa_buf_done(&blob);
}

struct entry *put(struct world *world, const char *dn, const char *class_name, const char *sd)
{
    struct entry *entry = must(sa_arena_alloc(&world->arena, sizeof *entry));
    const struct sa_ldap_value classes[] = {
        {(const unsigned char *)"top",      3                 },
        {(const unsigned char *)class_name, strlen(class_name)},
    };

    entry->entry.dn = must(sa_arena_text(&world->arena, dn));
    entry->entry.attributes = entry->attributes;
    put_values(world, entry, "objectClass", classes, 2);
    if (sd != NULL)
        set_sd(world, entry, sd);
    entry->next = world->entries;
    world->entries = entry;
    return entry;
}

struct entry *find(struct world *world, const char *dn)
{
    for (struct entry *e = world->entries; e != NULL; e = e->next)
        if (strcmp(e->entry.dn, dn) == 0)
            return e;
    fail_msg("no entry '%s'", dn);
    abort(); /* compilers do not know that a failed test does not go on */
}

void forget(struct world *world, const char *dn)
{
    find(world, dn)->gone = true;
}

/* The directory -------------------------------------------------------------------------------- */

static size_t unescape(const char *text, size_t len, unsigned char *bytes, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < len && count < room; i++) {
        char digits[3] = {0};

        if (text[i] == '\\' && i + 2 < len) {
            memcpy(digits, text + i + 1, 2);
            bytes[count++] = (unsigned char)strtoul(digits, NULL, 16);
            i += 2;
        } else {
            bytes[count++] = (unsigned char)text[i];
        }
    }
    return count;
}

static bool same_dn(const char *dn, const unsigned char *bytes, size_t len)
{
    struct sa_buf a = SA_BUF_INIT(65536), b = SA_BUF_INIT(65536);
    bool same = sa_text_add_dn(&a, dn, strlen(dn)) == 0 &&
                sa_text_add_dn(&b, (const char *)bytes, len) == 0 && a.len == b.len &&
                memcmp(a.data, b.data, a.len) == 0;

    sa_buf_done(&a);
    sa_buf_done(&b);
    return same;
}

/* Any of "(|(distinguishedName=...)(objectSid=...))". */
static bool matches_terms(const struct sa_ldap_entry *entry, const char *filter)
{
    static unsigned char bytes[65536];
    const struct sa_ldap_attribute *sid = sa_ldap_get(entry, "objectSid");

    for (const char *at = strchr(filter + 1, '('); at != NULL; at = strchr(at + 1, '(')) {
        const char *value = strchr(at, '=') + 1;
        size_t len = unescape(value, strcspn(value, ")"), bytes, sizeof bytes);

        if (strncmp(at, "(distinguishedName=", 19) == 0 && same_dn(entry->dn, bytes, len))
            return true;
        if (strncmp(at, "(objectSid=", 11) == 0 && sid != NULL && sid->values[0].len == len &&
            memcmp(sid->values[0].bytes, bytes, len) == 0)
            return true;
    }
    return false;
}

static bool matches(const struct sa_ldap_entry *entry, const struct sa_ldap_search *search)
{
    if (strncmp(search->filter, "(|", 2) == 0)
        return matches_terms(entry, search->filter);
    assert_string_equal(search->filter, "(&(objectClass=site)(gPLink=*))");
    return strcmp(sa_ad_entry_class(entry), "site") == 0 && sa_ldap_get(entry, "gPLink") != NULL;
}

/* A search at a domain head does not see the domains below it. */
static bool is_below(const struct world *world, const struct sa_ldap_entry *entry, const char *base)
{
    size_t domain = sa_ad_domain_of(&world->ad, entry->dn);

    if (domain != SIZE_MAX && strcmp(world->ad.domains[domain].dn, base) == 0)
        return true;
    for (size_t i = 0; i < world->ad.domain_count; i++)
        if (strcmp(world->ad.domains[i].dn, base) == 0)
            return false;
    return sa_dn_within(entry->dn, base);
}

/* Only what was asked for. */
static struct sa_ldap_entry answer(const struct entry *entry, const char *const *attributes,
                                   struct sa_ldap_attribute *room)
{
    struct sa_ldap_entry some = {.dn = entry->entry.dn, .attributes = room};

    for (size_t i = 0; i < entry->entry.count; i++)
        for (size_t a = 0; attributes[a] != NULL; a++)
            if (sa_text_same(attributes[a], entry->attributes[i].name))
                room[some.count++] = entry->attributes[i];
    return some;
}

/* Linked in place of the transport's. */
int __wrap_sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                          sa_ldap_entry_fn *each, void *payload, struct sa_error *err);
int __wrap_sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                        unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                        struct sa_error *err);

int __wrap_sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                          sa_ldap_entry_fn *each, void *payload, struct sa_error *err)
{
    struct world *world = ldap->world;

    world->searches++;
    if (world->fail_status < 0)
        return sa_fail(err, world->fail_status, SA_DOMAIN_NONE, 0, "made to fail");
    for (int round = 0; round < (world->twice ? 2 : 1); round++) {
        for (struct entry *e = world->entries; e != NULL; e = e->next) {
            struct sa_ldap_attribute room[16];
            struct sa_ldap_entry some = answer(e, search->attributes, room);
            int r = 0;

            if (!e->gone && (world->twice || (is_below(world, &e->entry, search->base) &&
                                              matches(&e->entry, search))))
                r = each(payload, &some, err);
            if (r < 0)
                return r;
        }
    }
    return 0;
}

int __wrap_sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                        unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                        struct sa_error *err)
{
    struct world *world = ldap->world;

    (void)sd_flags;
    world->searches++;
    for (struct entry *e = world->entries; e != NULL; e = e->next) {
        struct sa_ldap_attribute room[16];
        struct sa_ldap_entry some = answer(e, attributes, room);

        if (e->gone || strcmp(e->entry.dn, base) != 0)
            continue;
        *ret = sa_ldap_copy(&some, arena);
        return *ret != NULL ? 0 : sa_fail_nomem(err);
    }
    return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 32, "no such object");
}

/* The forest ----------------------------------------------------------------------------------- */

void world_open(struct world *world)
{
    static struct sa_ldap ldap;
    struct entry *entry = NULL;
    struct sa_ad *ad = &world->ad;

    *world = (struct world){.arena = SA_ARENA_INIT((size_t)256 * 1024 * 1024)};
    ldap.world = world;
    sa_arena_init(&ad->arena, SA_LIMIT_FOREST_MODEL);
    ad->root_domain = "lab.example";
    ad->root_dn = HEAD;
    ad->config_dn = CONFIG;
    ad->domain_count = 1;
    ad->domains = must(sa_arena_array(&world->arena, 4, sizeof *ad->domains));
    ad->domains[0] = (struct sa_ad_domain){.dns_name = "lab.example",
                                           .netbios_name = "LAB",
                                           .dn = HEAD,
                                           .is_root = true,
                                           .collected = true,
                                           .has_sid = true,
                                           .sid = sid_of(DOMAIN, strlen(DOMAIN)),
                                           .ldap = &ldap};
    entry = put(world, HEAD, "domainDNS", "O:%512 ");
    ad->domains[0].record.entry = &entry->entry;
    (void)put(world, CONFIG, "configuration", "O:%519 ");
    (void)put(world, "CN=AdminSDHolder,CN=System," HEAD, "container", "O:%512 P");
    (void)put(world, USERS, "container", "O:%512 ");
    (void)put(world, OU, "organizationalUnit", "O:%512 ");
    entry = put(world, "CN=Domain Admins," USERS, "group", "O:%512 P");
    set_rid(world, entry, 512);
    set_text(world, entry, "sAMAccountName", "Domain Admins");
    entry = put(world, "CN=Administrators,CN=Builtin," HEAD, "group", "O:%512 P");
    set_sid(world, entry, "S-1-5-32-544");
    ad->accounts = must(sa_arena_array(&world->arena, 64, sizeof *ad->accounts));
    ad->privileged = must(sa_arena_array(&world->arena, 64, sizeof *ad->privileged));
    (void)snprintf(world->dir, sizeof world->dir, "right-test-XXXXXX");
    assert_non_null(mkdtemp(world->dir));
    (void)snprintf(world->db, sizeof world->db, "%s/run.db", world->dir);
}

void add_domain(struct world *world, const char *dns_name, const char *dn, const char *sid,
                bool answers)
{
    struct sa_ad_domain *domain = &world->ad.domains[world->ad.domain_count++];

    *domain = (struct sa_ad_domain){.dns_name = dns_name,
                                    .netbios_name = "CHILD",
                                    .dn = dn,
                                    .collected = answers,
                                    .has_sid = true,
                                    .sid = sid_of(sid, strlen(sid)),
                                    .ldap = answers ? world->ad.domains[0].ldap : NULL};
    domain->record.domain = world->ad.domain_count - 1;
    if (answers)
        domain->record.entry = &put(world, dn, "domainDNS", "O:%512 ")->entry;
}

void world_close(struct world *world)
{
    sa_snapshot_close(world->snapshot);
    (void)unlink(world->db);
    (void)rmdir(world->dir);
    sa_arena_done(&world->ad.arena);
    sa_arena_done(&world->arena);
}

struct sa_ad_account *make_account(struct world *world, const char *dn, uint32_t rid,
                                   const char *role, const uint32_t *groups)
{
    struct sa_ad_account *account = &world->ad.accounts[world->ad.account_count++];
    struct sa_ad_role *roles = must(sa_arena_alloc(&world->arena, sizeof *roles));
    struct entry *entry = find(world, dn);
    char sam[32];

    (void)snprintf(sam, sizeof sam, "account%u", rid);
    set_rid(world, entry, rid);
    set_text(world, entry, "sAMAccountName", sam);
    set_text(world, entry, "userAccountControl", "512");
    *roles = (struct sa_ad_role){.role = role, .how = "name", .detail = "", .server = ""};
    *account = (struct sa_ad_account){
        .record = {.entry = &entry->entry},
        .sid = sa_sid_with_rid(&world->ad.domains[0].sid, rid),
        .class_name = sa_arena_text(&world->arena, sa_ad_entry_class(&entry->entry)),
        .roles = roles,
        .token_complete = true,
    };
    account->groups = must(sa_arena_array(&world->arena, 64, sizeof *account->groups));
    for (; groups != NULL && groups[account->group_count] != 0; account->group_count++)
        account->groups[account->group_count] =
            sa_sid_with_rid(&world->ad.domains[0].sid, groups[account->group_count]);
    return account;
}

void make_privileged(struct world *world, const char *dn, uint32_t rid)
{
    struct entry *entry = find(world, dn);

    set_rid(world, entry, rid);
    world->ad.privileged[world->ad.privileged_count++] =
        (struct sa_ad_privileged){.record = {.entry = &entry->entry},
                                  .sid = sa_sid_with_rid(&world->ad.domains[0].sid, rid),
                                  .member = true};
}

/* Storing -------------------------------------------------------------------------------------- */

/* Rows that ad_right refers to, as the other sources would have written them. */
static void store_others(struct world *world)
{
    struct sa_ad *ad = &world->ad;
    struct sa_batch *batch = NULL;
    int64_t evidence = 0;

    assert_int_equal(sa_batch_begin(world->snapshot, ad->target_id, "ad_forest", &batch, NULL), 0);
    for (size_t i = 0; i < ad->domain_count; i++)
        assert_int_equal(SA_INSERT(batch, &ad->domains[i].row_id, NULL,
                                   "INSERT INTO ad_domain (target_id, dns_name, dn, dn_key,"
                                   " is_root, collected) VALUES (?, ?, ?, '', 1, 1)",
                                   SA_INT(ad->target_id), SA_TEXT(ad->domains[i].dns_name),
                                   SA_TEXT(ad->domains[i].dn)),
                         0);
    assert_int_equal(sa_batch_commit(batch, NULL), 0);
    assert_int_equal(sa_batch_begin(world->snapshot, ad->target_id, "ad_account", &batch, NULL), 0);
    assert_int_equal(sa_batch_evidence(batch, "all", "x", 1, &evidence, NULL), 0);
    for (size_t i = 0; i < ad->account_count; i++) {
        struct sa_ad_account *account = &ad->accounts[i];
        char sid[SA_SID_TEXT_SIZE];

        sa_sid_format(&account->sid, sid);
        assert_int_equal(
            SA_INSERT(batch, &account->row_id, NULL,
                      "INSERT INTO ad_account (target_id, domain_id, dn, dn_key, sid, sam, class,"
                      " delegate_to, acts_on_behalf, spns, sid_history, key_credentials,"
                      " evidence_id) VALUES (?, ?, ?, '', ?, '', '', '', '', '', '', 0, ?)",
                      SA_INT(ad->target_id), SA_INT(ad->domains[0].row_id),
                      SA_TEXT(account->record.entry->dn), SA_TEXT(sid), SA_INT(evidence)),
            0);
    }
    assert_int_equal(sa_batch_commit(batch, NULL), 0);
}

static void store(struct world *world)
{
    const struct sa_run_info info = {.tool_version = "test",
                                     .catalogue_version = "test",
                                     .catalogue_sha256 = "",
                                     .operator_name = "tester",
                                     .workstation = "here"};
    const struct sa_target_info target = {.name = "forest", .kind = "forest", .location = "lab"};
    struct sa_batch *batch = NULL;
    struct sa_error err = {0};

    assert_int_equal(sa_snapshot_create(world->db, true, &info, &world->snapshot, NULL), 0);
    assert_int_equal(sa_snapshot_add_target(world->snapshot, &target, &world->ad.target_id, NULL),
                     0);
    store_others(world);
    assert_int_equal(sa_batch_begin(world->snapshot, world->ad.target_id, "ad_right", &batch, &err),
                     0);
    if (sa_ad_store_rights(&world->ad, batch, &err) < 0)
        fail_msg("not stored: %s", err.message);
    assert_int_equal(sa_batch_commit(batch, &err), 0);
}

int run(struct world *world)
{
    int r = sa_ad_gather_heads(&world->ad, &world->error);

    if (r == 0)
        r = sa_ad_gather_rights(&world->ad, &world->error);
    if (r == 0)
        store(world);
    return r;
}

/* Questions ------------------------------------------------------------------------------------ */

const char *ask(struct world *world, const char *sql)
{
    static char text[8192];
    sqlite3_stmt *statement = NULL;
    const unsigned char *value = NULL;
    sqlite3 *db = sa_snapshot_db(world->snapshot);
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

    if (code != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    code = sqlite3_step(statement);
    value = code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    (void)snprintf(text, sizeof text, "%s",
                   value != NULL        ? (const char *)value
                   : code == SQLITE_ROW ? "(null)"
                                        : "(no row)");
    (void)sqlite3_finalize(statement);
    return text;
}

long long ask_number(struct world *world, const char *sql)
{
    return strtoll(ask(world, sql), NULL, 10);
}

static const char *askf(struct world *world, const char *format, ...) SA_PRINTF(2, 3);
static const char *askf(struct world *world, const char *format, ...)
{
    static char sql[16384];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(sql, sizeof sql, format, args);
    va_end(args);
    return ask(world, sql);
}

bool has_grant(struct world *world, const char *dn, const char *sid, const char *right,
               const char *what, const char *reach)
{
    return strcmp(askf(world,
                       "SELECT count(*) FROM ad_grant g JOIN ad_object o ON o.id = g.object_id"
                       " WHERE o.dn = '%s' AND g.sid = '%s%s' AND right = '%s' AND what = '%s'"
                       " AND reach = '%s'",
                       dn, *sid == '%' ? DOMAIN "-" : "", *sid == '%' ? sid + 1 : sid, right, what,
                       reach),
                  "0") != 0;
}

const char *right_via(struct world *world, uint32_t rid, const char *dn, const char *right,
                      const char *what, const char *reach)
{
    const char *via = askf(world,
                           "SELECT replace(via_sid, '" DOMAIN "-', '%%') FROM ad_account_right r"
                           " JOIN ad_object o ON o.id = r.object_id"
                           " JOIN ad_account a ON a.id = r.account_id"
                           " WHERE o.dn = '%s' AND a.sid = '" DOMAIN "-%u' AND right = '%s'"
                           " AND what = '%s' AND reach = '%s'",
                           dn, rid, right, what, reach);

    return strcmp(via, "(no row)") == 0 ? "" : via;
}

bool has_gap(struct world *world, const char *topic, const char *subject, const char *status)
{
    return strcmp(askf(world,
                       "SELECT count(*) FROM ad_gap WHERE source = 'ad_right' AND topic = '%s'"
                       " AND subject = '%s' AND status = '%s'",
                       topic, subject, status),
                  "0") != 0;
}
