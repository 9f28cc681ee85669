/* SPDX-License-Identifier: Apache-2.0 */
/* Implements forest_fake.h. */
#include "forest_fake.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/sid.h"
#include "syncaudit/text.h"

#define MANY        4096
#define DOMAINS_MAX 3

struct object {
    struct sa_ldap_entry entry;
    struct sa_ldap_attribute *attributes;
    size_t domain; /* SIZE_MAX: configuration */
    struct object *next;
};

struct sa_ldap {
    size_t domain;
    struct sa_ldap_info info;
};

static struct {
    struct sa_arena arena;
    struct object *objects, **last;
    const char *names[DOMAINS_MAX], *dns[DOMAINS_MAX], *realms[DOMAINS_MAX];
    enum sa_ldap_auth auth;
    const char *first_dn; /* what the first one says of itself */
    int status[DOMAINS_MAX];
    size_t domain_count, searches, asked_count;
    const char *asked[MANY];
    const char *fail_part;
    int fail_status;
    char dir[64], db[96];
    struct sa_snapshot *snapshot;
    int64_t target;
    struct sa_error problem, error;
} fake;

atomic_bool stop;

static void *must(void *memory)
{
    assert_non_null(memory);
    return memory;
}

/* Objects ------------------------------------------------------------------------------------- */

struct object *put(const char *dn, const char *classes)
{
    struct object *object = must(sa_arena_alloc(&fake.arena, sizeof *object));
    const char *at = classes;

    object->entry.dn = must(sa_arena_text(&fake.arena, dn));
    object->domain = SIZE_MAX;
    for (size_t i = 0; i < fake.domain_count; i++)
        if (sa_dn_within(dn, fake.dns[i]) && !sa_dn_within(dn, CONFIG))
            object->domain = i;
    *fake.last = object;
    fake.last = &object->next;
    while (*at != '\0') {
        size_t len = strcspn(at, ",");

        set_bytes(object, "objectClass", at, len);
        at += at[len] == ',' ? len + 1 : len;
    }
    return object;
}

static struct sa_ldap_attribute *attribute_of(struct object *object, const char *name)
{
    struct sa_ldap_attribute *grown = NULL;

    for (size_t i = 0; i < object->entry.count; i++)
        if (sa_text_same(object->attributes[i].name, name))
            return &object->attributes[i];
    grown = must(sa_arena_array(&fake.arena, object->entry.count + 1, sizeof *grown));
    if (object->entry.count > 0)
        memcpy(grown, object->attributes, object->entry.count * sizeof *grown);
    grown[object->entry.count].name = name;
    object->entry.attributes = object->attributes = grown;
    return &grown[object->entry.count++];
}

void set_bytes(struct object *object, const char *name, const void *bytes, size_t len)
{
    struct sa_ldap_attribute *attribute = attribute_of(object, name);
    struct sa_ldap_value *values = NULL;

    /* Doubles when the count is a power of two: attributes with 100,000 values are tested. */
    if ((attribute->count & (attribute->count - 1)) == 0) {
        size_t room = attribute->count == 0 ? 1 : 2 * attribute->count;

        values = must(sa_arena_array(&fake.arena, room, sizeof *values));
        if (attribute->count > 0)
            memcpy(values, attribute->values, attribute->count * sizeof *values);
        attribute->values = values;
    }
    memcpy(
        (void *)(uintptr_t)&attribute->values[attribute->count],
        &(struct sa_ldap_value){.bytes = must(sa_arena_copy(&fake.arena, bytes, len)), .len = len},
        sizeof *values);
    attribute->count++;
}

void set_text(struct object *object, const char *name, const char *value)
{
    set_bytes(object, name, value, strlen(value));
}

static size_t encode(const char *text, unsigned char bytes[SA_SID_SIZE_MAX])
{
    struct sa_sid sid;

    assert_int_equal(sa_sid_parse(text, &sid), 0);
    return sa_sid_encode(&sid, bytes);
}

void set_sid(struct object *object, const char *name, const char *sid)
{
    unsigned char bytes[SA_SID_SIZE_MAX];

    set_bytes(object, name, bytes, encode(sid, bytes));
}

static void put_le(unsigned char *at, size_t len, uint64_t value)
{
    for (size_t i = 0; i < len; i++)
        at[i] = (unsigned char)(value >> (8 * i));
}

void set_sd(struct object *object, const char *name, const char *aces)
{
    unsigned char blob[2048] = {1, 0, 0x04, 0x80};
    size_t len = 28;
    unsigned count = 0;

    put_le(blob + 16, 4, 20);
    for (const char *at = aces; *at != '\0'; count++) {
        char *end = NULL;
        char sid[SA_SID_TEXT_SIZE];
        unsigned long mask = strtoul(at + 2, &end, 16);
        size_t sid_len = strcspn(end + 1, " ");
        unsigned char bytes[SA_SID_SIZE_MAX];
        size_t binary = 0;

        (void)snprintf(sid, sizeof sid, "%.*s", (int)sid_len, end + 1);
        binary = encode(sid, bytes);
        blob[len] = *at == 'D';
        put_le(blob + len + 2, 2, 8 + binary);
        put_le(blob + len + 4, 4, mask);
        memcpy(blob + len + 8, bytes, binary);
        len += 8 + binary;
        at = end + 1 + sid_len;
        at += *at == ' ';
    }
    blob[20] = 4;
    put_le(blob + 22, 2, len - 20);
    put_le(blob + 24, 2, count);
    set_bytes(object, name, blob, len);
}

void drop(struct object *object, const char *name)
{
    attribute_of(object, name)->count = 0;
}

struct object *find(const char *dn)
{
    for (struct object *o = fake.objects; o != NULL; o = o->next)
        if (sa_text_same(o->entry.dn, dn))
            return o;
    fail_msg("no object '%s'", dn);
    return NULL;
}

static struct object *put_named(const char *name, const char *suffix, const char *classes,
                                unsigned rid)
{
    char text[512];
    struct object *object = NULL;

    (void)snprintf(text, sizeof text, "CN=%s," USERS, name);
    object = put(text, classes);
    (void)snprintf(text, sizeof text, "%s%s", name, suffix);
    set_text(object, "sAMAccountName", text);
    (void)snprintf(text, sizeof text, SID "-%u", rid);
    set_sid(object, "objectSid", text);
    return object;
}

struct object *put_user(const char *name, unsigned rid)
{
    struct object *object = put_named(name, "", "top,person,user", rid);

    set_text(object, "userAccountControl", "512");
    set_text(object, "primaryGroupID", "513");
    in_token(object, SID "-513");
    return object;
}

struct object *put_group(const char *name, unsigned rid)
{
    return put_named(name, "", "top,group", rid);
}

struct object *put_computer(const char *name, unsigned rid)
{
    struct object *object = put_named(name, "$", "top,person,user,computer", rid);

    set_text(object, "userAccountControl", "4096");
    in_token(object, SID "-515");
    return object;
}

void join(struct object *member, struct object *group)
{
    set_text(member, "memberOf", group->entry.dn);
    set_text(group, "member", member->entry.dn);
}

void in_token(struct object *object, const char *sid)
{
    set_sid(object, "tokenGroups", sid);
}

/* Filters ------------------------------------------------------------------------------------- */

static size_t unescape(const char *text, size_t len, unsigned char *bytes)
{
    size_t count = 0;

    for (size_t i = 0; i < len; count++) {
        char hex[3] = {0};

        if (text[i] != '\\') {
            bytes[count] = (unsigned char)text[i++];
            continue;
        }
        memcpy(hex, text + i + 1, 2);
        bytes[count] = (unsigned char)strtoul(hex, NULL, 16);
        i += 3;
    }
    return count;
}

static bool same_bytes(const unsigned char *a, const unsigned char *b, size_t len, bool is_binary)
{
    if (is_binary)
        return memcmp(a, b, len) == 0;
    for (size_t i = 0; i < len; i++)
        if (tolower(a[i]) != tolower(b[i]))
            return false;
    return true;
}

/* `pattern` may hold "*". */
static bool value_matches(const struct sa_ldap_value *value, const char *pattern, size_t len,
                          bool is_binary)
{
    unsigned char small[256];
    unsigned char *part = len < sizeof small ? small : must(malloc(len + 1));
    const unsigned char *at = value->bytes;
    size_t left = value->len;
    bool is_first = true;
    bool matches = false;

    for (;;) {
        size_t piece = 0;
        size_t count = 0;

        while (piece < len && pattern[piece] != '*')
            piece++;
        count = unescape(pattern, piece, part);
        if (piece == len) {
            matches = is_first
                          ? count == left && same_bytes(at, part, count, is_binary)
                          : count <= left && same_bytes(at + left - count, part, count, is_binary);
            break;
        }
        while (count <= left && !same_bytes(at, part, count, is_binary) && !is_first) {
            at++;
            left--;
        }
        if (count > left || !same_bytes(at, part, count, is_binary))
            break;
        at += count;
        left -= count;
        pattern += piece + 1;
        len -= piece + 1;
        is_first = false;
    }
    if (part != small)
        free(part);
    return matches;
}

static bool has_class(const struct sa_ldap_entry *entry, const char *name)
{
    const struct sa_ldap_attribute *classes = sa_ldap_get(entry, "objectClass");

    for (size_t i = 0; classes != NULL && i < classes->count; i++)
        if (sa_text_same((const char *)classes->values[i].bytes, name))
            return true;
    return false;
}

static bool is_category(const struct sa_ldap_entry *entry, const char *name, size_t len)
{
    return len == 5 && strncmp(name, "group", 5) == 0 && has_class(entry, "group");
}

static bool test(const struct sa_ldap_entry *entry, const char *at, size_t len)
{
    const char *equals = memchr(at, '=', len);
    const struct sa_ldap_attribute *attribute = NULL;
    char name[128];
    size_t name_len = (size_t)(equals - at);
    const char *pattern = equals + 1;
    size_t pattern_len = len - name_len - 1;

    assert_non_null(equals);
    assert_true(name_len < sizeof name);
    memcpy(name, at, name_len);
    name[name_len] = '\0';
    if (strcmp(name, "objectCategory") == 0)
        return is_category(entry, pattern, pattern_len);
    if (strcmp(name, "sAMAccountType") == 0) {
        assert_true(pattern_len == 9 && memcmp(pattern, "805306368", 9) == 0);
        return has_class(entry, "user") && !has_class(entry, "computer");
    }
    if (strcmp(name, "distinguishedName") == 0) {
        const struct sa_ldap_value dn = {.bytes = (const unsigned char *)entry->dn,
                                         .len = strlen(entry->dn)};

        return value_matches(&dn, pattern, pattern_len, false);
    }
    attribute = sa_ldap_get(entry, name);
    for (size_t i = 0; attribute != NULL && i < attribute->count; i++)
        if (value_matches(&attribute->values[i], pattern, pattern_len,
                          strcmp(name, "objectSid") == 0))
            return true;
    return false;
}

/* RFC 4515, as far as the collector writes it. `*at` stands on "(". */
static bool evaluate(const struct sa_ldap_entry *entry, const char **at)
{
    char kind = (*at)[1];
    bool result = kind == '&';
    size_t len = 0;

    assert_int_equal(**at, '(');
    if (kind != '&' && kind != '|') {
        len = strcspn(*at, ")");
        result = test(entry, *at + 1, len - 1);
        *at += len + 1;
        return result;
    }
    *at += 2;
    while (**at == '(') {
        bool one = evaluate(entry, at);

        result = kind == '&' ? result && one : result || one;
    }
    assert_int_equal(**at, ')');
    (*at)++;
    return result;
}

/* A filter of nothing but SIDs, sorted: large groups are looked up by thousands of them. */
struct sid_filter {
    struct sa_sid *sids;
    size_t count;
};

static int compare_sids(const void *a, const void *b)
{
    return sa_sid_compare(a, b);
}

static bool read_sid_filter(const char *filter, struct sid_filter *ret)
{
    static const char start[] = "(objectSid=";
    const char *at = filter + 2;
    unsigned char bytes[512];

    *ret = (struct sid_filter){0};
    if (strncmp(filter, "(|", 2) != 0)
        return false;
    ret->sids = must(calloc(strlen(filter) / sizeof start + 1, sizeof *ret->sids));
    for (; strncmp(at, start, sizeof start - 1) == 0; ret->count++) {
        size_t len = strcspn(at += sizeof start - 1, ")");

        assert_true(len < sizeof bytes);
        assert_int_equal(
            sa_sid_decode(bytes, unescape(at, len, bytes), &ret->sids[ret->count], NULL), 0);
        at += len + 1;
    }
    if (strcmp(at, ")") == 0) {
        qsort(ret->sids, ret->count, sizeof *ret->sids, compare_sids);
        return true;
    }
    free(ret->sids);
    ret->sids = NULL;
    return false;
}

static bool holds_sid(const struct sid_filter *filter, const struct sa_ldap_entry *entry)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(entry, "objectSid");
    struct sa_sid sid;

    return attribute != NULL && attribute->count > 0 &&
           sa_sid_decode(attribute->values[0].bytes, attribute->values[0].len, &sid, NULL) == 0 &&
           bsearch(&sid, filter->sids, filter->count, sizeof sid, compare_sids) != NULL;
}

static bool matches(const struct sa_ldap_entry *entry, const char *filter,
                    const struct sid_filter *sids)
{
    if (sids->sids != NULL)
        return holds_sid(sids, entry);
    return filter[0] == '\0' || evaluate(entry, &filter);
}

/* The transport ------------------------------------------------------------------------------- */

int __wrap_sa_ldap_open(const struct sa_ldap_options *options, struct sa_ldap **ret,
                        struct sa_error *err);
void __wrap_sa_ldap_close(struct sa_ldap *ldap);
const struct sa_ldap_info *__wrap_sa_ldap_info(const struct sa_ldap *ldap);
int __wrap_sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                          sa_ldap_entry_fn *each, void *payload, struct sa_error *err);
int __wrap_sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                        unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                        struct sa_error *err);

static void tell(const struct sa_ldap_options *options, const char *operation, int status)
{
    const struct sa_ldap_event event = {
        .server = "dc1.lab.example", .operation = operation, .detail = "x", .status = status};

    options->watch(options->payload, &event);
}

int __wrap_sa_ldap_open(const struct sa_ldap_options *options, struct sa_ldap **ret,
                        struct sa_error *err)
{
    for (size_t i = 0; i < fake.domain_count; i++) {
        struct sa_ldap *ldap = NULL;

        if (strcmp(fake.names[i], options->domain) != 0)
            continue;
        if (options->realm != NULL)
            fake.realms[i] = must(sa_arena_text(&fake.arena, options->realm));
        tell(options, "locate", 0);
        tell(options, "bind", fake.status[i]);
        if (fake.status[i] < 0)
            return sa_fail(err, fake.status[i], SA_DOMAIN_LDAP, -1, "no answer from '%s'",
                           options->domain);
        ldap = must(calloc(1, sizeof *ldap));
        ldap->domain = i;
        ldap->info = (struct sa_ldap_info){.server = "dc1.lab.example",
                                           .site = "",
                                           .mechanism = "GSSAPI",
                                           .protection = "sealed",
                                           .default_nc = i == 0 ? fake.first_dn : fake.dns[i],
                                           .config_nc = CONFIG,
                                           .schema_nc = "CN=Schema," CONFIG,
                                           .root_nc = HEAD,
                                           .forest_level = 7};
        *ret = ldap;
        return 0;
    }
    return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_DNS, 1, "no domain '%s'", options->domain);
}

void __wrap_sa_ldap_close(struct sa_ldap *ldap)
{
    free(ldap);
}

const struct sa_ldap_info *__wrap_sa_ldap_info(const struct sa_ldap *ldap)
{
    return &ldap->info;
}

static bool is_asked(const char *const *attributes, const char *name)
{
    for (; *attributes != NULL; attributes++)
        if (sa_text_same(*attributes, name))
            return true;
    return false;
}

static void note_asked(const char *const *attributes)
{
    for (; *attributes != NULL; attributes++)
        if (!was_asked(*attributes)) {
            assert_true(fake.asked_count < MANY);
            fake.asked[fake.asked_count++] = *attributes;
        }
}

static int answer(const struct object *object, const struct sa_ldap_search *search,
                  sa_ldap_entry_fn *each, void *payload, struct sa_error *err)
{
    struct sa_ldap_attribute attributes[128];
    struct sa_ldap_entry entry = {.dn = object->entry.dn, .attributes = attributes};

    for (size_t i = 0; i < object->entry.count; i++) {
        const struct sa_ldap_attribute *attribute = &object->attributes[i];

        if (attribute->count == 0 || !is_asked(search->attributes, attribute->name))
            continue;
        /* Active Directory computes it for base searches only. */
        if (sa_text_same(attribute->name, "tokenGroups") && search->scope != SA_LDAP_BASE)
            continue;
        attributes[entry.count++] = *attribute;
    }
    return each(payload, &entry, err);
}

int __wrap_sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                          sa_ldap_entry_fn *each, void *payload, struct sa_error *err)
{
    const char *filter = search->filter != NULL ? search->filter : "";
    struct sid_filter sids = {0};
    size_t count = 0;
    int r = 0;

    fake.searches++;
    note_asked(search->attributes);
    if (atomic_load(&stop))
        return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped on request");
    if (fake.fail_part != NULL &&
        (strstr(filter, fake.fail_part) != NULL || strstr(search->base, fake.fail_part) != NULL))
        return sa_fail(err, fake.fail_status, SA_DOMAIN_LDAP, 1, "made to fail");
    (void)read_sid_filter(filter, &sids);
    for (const struct object *o = fake.objects; r == 0 && o != NULL; o = o->next) {
        if ((o->domain != SIZE_MAX && o->domain != ldap->domain) ||
            !matches(&o->entry, filter, &sids) ||
            (search->scope == SA_LDAP_BASE ? !sa_text_same(o->entry.dn, search->base)
                                           : !sa_dn_within(o->entry.dn, search->base)))
            continue;
        r = search->max_entries != 0 && count++ == search->max_entries
                ? sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "too many entries")
                : answer(o, search, each, payload, err);
    }
    free(sids.sids);
    return r;
}

struct kept {
    struct sa_arena *arena;
    const struct sa_ldap_entry *entry;
};

static int keep(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct kept *kept = payload;

    (void)err;
    kept->entry = must((void *)(uintptr_t)sa_ldap_copy(entry, kept->arena));
    return 0;
}

int __wrap_sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                        unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                        struct sa_error *err)
{
    struct kept kept = {.arena = arena};
    const struct sa_ldap_search search = {
        .base = base, .scope = SA_LDAP_BASE, .attributes = attributes, .sd_flags = sd_flags};
    int r = __wrap_sa_ldap_search(ldap, &search, keep, &kept, err);

    if (r < 0)
        return r;
    *ret = kept.entry;
    return kept.entry != NULL
               ? 0
               : sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_LDAP, 32, "'%s' is not there", base);
}

/* Forests ------------------------------------------------------------------------------------- */

static void put_domain(const char *name, const char *dn, const char *netbios, const char *sid)
{
    char text[256];
    struct object *object = NULL;

    fake.names[fake.domain_count] = name;
    fake.dns[fake.domain_count++] = dn;
    object = put(dn, "top,domain,domainDNS");
    set_sid(object, "objectSid", sid);
    set_text(object, "maxPwdAge", "-36288000000000");
    set_text(object, "minPwdLength", "14");
    set_text(object, "lockoutThreshold", "5");
    set_text(object, "ms-DS-MachineAccountQuota", "10");
    set_text(object, "msDS-Behavior-Version", "7");
    (void)snprintf(text, sizeof text, "CN=%s,CN=Partitions," CONFIG, netbios);
    object = put(text, "top,crossRef");
    set_text(object, "nCName", dn);
    set_text(object, "nETBIOSName", netbios);
    set_text(object, "systemFlags", "3");
}

void forest_open(void)
{
    struct object *object = NULL;

    memset(&fake, 0, sizeof fake);
    sa_arena_init(&fake.arena, 512 * SA_MIB);
    fake.last = &fake.objects;
    atomic_store(&stop, false);
    (void)snprintf(fake.dir, sizeof fake.dir, "forest-test-XXXXXX");
    assert_non_null(mkdtemp(fake.dir));
    (void)snprintf(fake.db, sizeof fake.db, "%s/run.db", fake.dir);
    put("CN=Partitions," CONFIG, "top,crossRefContainer");
    put_domain("lab.example", HEAD, "LAB", SID);
    fake.first_dn = HEAD;
    object = put("CN=Schema," CONFIG, "top,dMD");
    set_text(object, "objectVersion", "88");
    object = put("CN=Directory Service,CN=Windows NT,CN=Services," CONFIG, "top,nTDSService");
    set_text(object, "tombstoneLifetime", "180");
    object = put_user("krbtgt", 502);
    set_text(object, "pwdLastSet", "132539328000000000");
    object = put("CN=Administrators,CN=Builtin," HEAD, "top,group");
    set_text(object, "sAMAccountName", "Administrators");
    set_sid(object, "objectSid", "S-1-5-32-544");
    join(put_group("Domain Admins", 512), object);
    put_group("Domain Users", 513);
}

void forest_add_child(int status)
{
    put_domain("emea.lab.example", CHILD, "EMEA", "S-1-5-21-7-8-9");
    fake.status[fake.domain_count - 1] = status;
}

void forest_add_tree(void)
{
    put_domain("other.test", "DC=other,DC=test", "OTHER", "S-1-5-21-4-5-6");
}

void log_on_by(enum sa_ldap_auth auth)
{
    fake.auth = auth;
}

void answer_as(const char *dn)
{
    fake.first_dn = dn;
}

const char *realm_asked(const char *domain)
{
    for (size_t i = 0; i < fake.domain_count; i++)
        if (strcmp(fake.names[i], domain) == 0)
            return fake.realms[i];
    return NULL;
}

void forest_close(void)
{
    sa_snapshot_close(fake.snapshot);
    sa_arena_done(&fake.arena);
    (void)unlink(fake.db);
    (void)rmdir(fake.dir);
}

void fail_searches(const char *part, int status)
{
    fake.fail_part = part;
    fake.fail_status = status;
}

size_t searches(void)
{
    return fake.searches;
}

bool was_asked(const char *attribute)
{
    for (size_t i = 0; i < fake.asked_count; i++)
        if (sa_text_same(fake.asked[i], attribute))
            return true;
    return false;
}

/* Snapshots ----------------------------------------------------------------------------------- */

int collect(const struct sa_forest_hint *hints, size_t count)
{
    const struct sa_run_info run = {.tool_version = "test",
                                    .catalogue_version = "test",
                                    .catalogue_sha256 = "",
                                    .operator_name = "tester",
                                    .workstation = "here"};
    const struct sa_target_info info = {
        .name = "lab.example", .kind = "forest", .location = "lab.example"};
    const struct sa_forest_request request = {
        .ldap = {.domain = "lab.example", .auth = fake.auth, .cancelled = &stop},
        .hints = hints,
        .hint_count = count
    };

    sa_snapshot_close(fake.snapshot);
    fake.snapshot = NULL;
    assert_int_equal(sa_snapshot_create(fake.db, true, &run, &fake.snapshot, NULL), 0);
    assert_int_equal(sa_snapshot_add_target(fake.snapshot, &info, &fake.target, NULL), 0);
    fake.problem = (struct sa_error){0};
    return sa_collect_forest(fake.snapshot, fake.target, &request, &fake.problem, &fake.error);
}

struct sa_snapshot *snapshot(void)
{
    return fake.snapshot;
}

int64_t target(void)
{
    return fake.target;
}

const struct sa_error *problem(void)
{
    return &fake.problem;
}

const char *ask(const char *sql)
{
    static char text[8192];
    sqlite3_stmt *statement = NULL;
    const unsigned char *value = NULL;
    int code = sqlite3_prepare_v2(sa_snapshot_db(fake.snapshot), sql, -1, &statement, NULL);

    if (code != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(sa_snapshot_db(fake.snapshot)));
    code = sqlite3_step(statement);
    value = code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    (void)snprintf(text, sizeof text, "%s",
                   value != NULL        ? (const char *)value
                   : code == SQLITE_ROW ? "(null)"
                                        : "(no row)");
    (void)sqlite3_finalize(statement);
    return text;
}

long long ask_number(const char *sql)
{
    return strtoll(ask(sql), NULL, 10);
}

const char *coverage(const char *source)
{
    char sql[128];

    (void)snprintf(sql, sizeof sql, "SELECT status FROM coverage WHERE source = '%s'", source);
    return ask(sql);
}

bool has_gap(const char *topic, const char *subject, const char *status)
{
    char sql[512];

    (void)snprintf(sql, sizeof sql,
                   "SELECT count(*) FROM ad_gap WHERE topic = '%s' AND subject = '%s'"
                   " AND status = '%s'",
                   topic, subject, status);
    return ask_number(sql) > 0;
}

char *evidence(const char *name)
{
    char sql[512];
    char *bytes = NULL;
    size_t len = 0;

    (void)snprintf(sql, sizeof sql, "SELECT id FROM evidence WHERE name LIKE '%%%s'", name);
    assert_int_equal(sa_evidence_read(fake.snapshot, ask_number(sql), &bytes, &len, NULL), 0);
    return bytes;
}
