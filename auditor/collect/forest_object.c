/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right: the objects whose descriptor is wanted, each once, and reading them.
 *
 * Objects of one domain are read many at a time: one subtree search at the domain head with a filter
 * of distinguished names, which the server answers from an index. What such a search does not return
 * is not there or hidden; a directory does not tell which. Neither is it told apart here: the object
 * stays without a descriptor, and that becomes a gap. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_right.h"

struct sa_ad_key **sa_ad_key_slot(struct sa_ad_key **root, const void *bytes, size_t len)
{
    const unsigned char *b = bytes;
    uint64_t hash = 0xCBF29CE484222325u ^ len;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ b[i]) * 0x100000001B3u;
    /* The last bytes have not reached the upper bits, which are used first. */
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    for (; *root != NULL; hash <<= 2) {
        if ((*root)->len == len && memcmp((*root)->bytes, bytes, len) == 0)
            break;
        root = &(*root)->child[hash >> 62];
    }
    return root;
}

bool sa_ad_is_fatal(int status)
{
    return status == SA_E_NOMEM || status == SA_E_CANCELLED || status == SA_E_INTERNAL;
}

bool sa_ad_is_cancelled(const struct sa_ad *ad)
{
    return ad->ldap.cancelled != NULL && atomic_load(ad->ldap.cancelled);
}

int sa_ad_right_gap(struct sa_ad *ad, const char *topic, const char *subject, int status,
                    const char *message, struct sa_error *err)
{
    struct sa_error why = {0};

    (void)sa_fail(&why, status, SA_DOMAIN_NONE, 0, "%s", message);
    return sa_ad_gap(ad, "ad_right", topic, subject, &why, err);
}

const char *sa_ad_entry_class(const struct sa_ldap_entry *entry)
{
    const struct sa_ldap_attribute *classes = sa_ldap_get(entry, "objectClass");
    const char *text = NULL;

    /* From "top" down to the structural class. */
    if (classes == NULL || classes->count == 0)
        return "";
    text = (const char *)classes->values[classes->count - 1].bytes;
    return strlen(text) == classes->values[classes->count - 1].len ? text : "";
}

int sa_ad_rdn(struct sa_ad *ad, const char *dn, const char **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf type = SA_BUF_INIT(SA_LIMIT_NAME);
    SA_CLEANUP(sa_buf_done) struct sa_buf value = SA_BUF_INIT(SA_LIMIT_NAME);

    if (sa_dn_first(dn, &type, &value) < 0 || value.len == 0 ||
        strlen(sa_buf_text(&value)) != value.len)
        *ret = dn;
    else
        *ret = sa_arena_text(&ad->arena, sa_buf_text(&value));
    return *ret != NULL ? 0 : sa_ad_fail_room(ad, err);
}

/* Fills `buf` with the canonical form of a DN. */
static int add_key(struct sa_buf *buf, const char *dn, struct sa_error *err)
{
    size_t len = strlen(dn);

    if (len > SA_LIMIT_NAME)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)len,
                       "distinguished name of %zu bytes", len);
    (void)sa_text_add_dn(buf, dn, len);
    if (sa_buf_status(buf) < 0)
        return sa_buf_status(buf) == SA_E_NOMEM
                   ? sa_fail_nomem(err)
                   : sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)len,
                             "distinguished name that is too long once it is written plainly");
    return 0;
}

static const char *class_guess(const char *dn)
{
    return sa_text_starts(dn, "OU=") ? "organizationalUnit" : "";
}

int sa_ad_object_add(struct sa_ad *ad, const char *kind, const char *dn,
                     struct sa_ad_record *record, struct sa_ad_object **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT((size_t)8 * SA_LIMIT_NAME);
    struct sa_ad_rights *rights = ad->rights;
    struct sa_ad_key **slot = NULL;
    struct sa_ad_object *object = NULL;
    int r = add_key(&key, dn, err);

    if (r < 0)
        return r;
    slot = sa_ad_key_slot(&rights->by_dn, sa_buf_text(&key), key.len);
    if (*slot != NULL) {
        *ret = (struct sa_ad_object *)*slot;
        return 0;
    }
    if (rights->object_count == SA_LIMIT_FOREST_OBJECTS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %d objects matter",
                       SA_LIMIT_FOREST_OBJECTS);
    object = sa_arena_alloc(&ad->arena, sizeof *object);
    if (object == NULL)
        return sa_ad_fail_room(ad, err);
    object->kind = kind;
    object->dn = sa_arena_text(&ad->arena, dn);
    object->dn_key = sa_arena_copy(&ad->arena, sa_buf_text(&key), key.len);
    object->class_name = class_guess(dn);
    object->record = record != NULL ? record : &object->own;
    if (object->dn == NULL || object->dn_key == NULL)
        return sa_ad_fail_room(ad, err);
    r = sa_ad_rdn(ad, object->dn, &object->name, err);
    if (r < 0)
        return r;
    object->key = (struct sa_ad_key){.bytes = object->dn_key, .len = key.len};
    *slot = &object->key;
    *rights->objects_end = object;
    rights->objects_end = &object->next;
    rights->object_count++;
    *ret = object;
    return record != NULL ? sa_ad_object_take(ad, object, err) : 0;
}

int sa_ad_object_want(struct sa_ad *ad, const char *kind, const char *dn, size_t domain,
                      struct sa_ad_object **ret, struct sa_error *err)
{
    size_t before = ad->rights->object_count;
    struct sa_ad_object *object = NULL;
    int r = sa_ad_object_add(ad, kind, dn, NULL, &object, err);

    if (r < 0 || object == NULL)
        return r;
    *ret = object;
    if (ad->rights->object_count != before) {
        object->own.domain = domain;
        object->wanted = true;
    }
    return 0;
}

int sa_ad_object_take(struct sa_ad *ad, struct sa_ad_object *object, struct sa_error *err)
{
    const struct sa_ldap_entry *entry = object->record->entry;
    const struct sa_ldap_attribute *sid = NULL;
    const char *text = NULL;

    if (entry == NULL)
        return 0;
    text = sa_ad_entry_class(entry);
    if (*text != '\0')
        object->class_name = text;
    sid = sa_ldap_get(entry, "objectSid");
    if (sid != NULL && sid->count > 0)
        object->has_sid =
            sa_sid_decode(sid->values[0].bytes, sid->values[0].len, &object->sid, NULL) == 0;
    text = sa_ldap_text(entry, strcmp(object->kind, "gpo") == 0 ? "displayName" : "sAMAccountName");
    if (text != NULL && *text != '\0')
        object->name = text;
    object->links_text = sa_ldap_text(entry, "gPLink");
    object->links_options = sa_ldap_text(entry, "gPOptions");
    /* The SID of a domain is nobody's. */
    if (object->has_sid && strcmp(object->kind, "domain") != 0)
        return sa_ad_principal_add(ad, &object->sid, err);
    return 0;
}

/* Reading ------------------------------------------------------------------------------------ */

struct reading {
    struct sa_ad *ad;
    size_t domain;
    const struct sa_sid *groups; /* asked for by SID */
    size_t group_count;
};

static bool is_asked_group(const struct reading *reading, const struct sa_ldap_entry *entry)
{
    const struct sa_ldap_attribute *value = sa_ldap_get(entry, "objectSid");
    struct sa_sid sid;

    if (value == NULL || value->count == 0 ||
        sa_sid_decode(value->values[0].bytes, value->values[0].len, &sid, NULL) < 0)
        return false;
    for (size_t i = 0; i < reading->group_count; i++)
        if (sa_sid_same(&reading->groups[i], &sid))
            return true;
    return false;
}

static int take_links(struct sa_ad *ad, struct sa_ad_object *object,
                      const struct sa_ldap_entry *entry, struct sa_error *err)
{
    const char *text = sa_ldap_text(entry, "gPLink");
    const char *options = sa_ldap_text(entry, "gPOptions");

    object->links_wanted = false;
    object->links_text = sa_arena_text(&ad->arena, text);
    object->links_options = sa_arena_text(&ad->arena, options);
    return (object->links_text == NULL) != (text == NULL) ||
                   (object->links_options == NULL) != (options == NULL)
               ? sa_ad_fail_room(ad, err)
               : 0;
}

static int take_entry(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT((size_t)8 * SA_LIMIT_NAME);
    const struct reading *reading = payload;
    struct sa_ad *ad = reading->ad;
    struct sa_ad_object *object = NULL;
    int r = add_key(&key, entry->dn, err);

    if (r < 0)
        return r == SA_E_NOMEM ? r : 0; /* no object of ours has such a name */
    object = (struct sa_ad_object *)*sa_ad_key_slot(&ad->rights->by_dn, sa_buf_text(&key), key.len);
    if (object == NULL && is_asked_group(reading, entry)) {
        r = sa_ad_object_want(ad, "group", entry->dn, reading->domain, &object, err);
        if (r < 0)
            return r;
    }
    if (object == NULL || object->record->domain != reading->domain)
        return 0;
    if (object->links_wanted)
        return take_links(ad, object, entry, err);
    if (!object->wanted)
        return 0;
    object->wanted = false;
    object->record->entry = sa_ldap_copy(entry, &ad->arena);
    if (object->record->entry == NULL)
        return sa_ad_fail_room(ad, err);
    object->dn = object->record->entry->dn; /* links write it in other letters */
    return sa_ad_object_take(ad, object, err);
}

/* Remembers why what is still wanted among the objects of one search was not read. */
static int blame(struct sa_ad *ad, struct sa_ad_object **asked, size_t count, int status,
                 const struct sa_error *why, struct sa_error *err)
{
    const char *text = sa_arena_text(&ad->arena, why->message);

    if (text == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < count; i++) {
        asked[i]->wanted = false;
        if (asked[i]->links_wanted)
            asked[i]->links_status = status;
        asked[i]->links_wanted = false;
        if (asked[i]->record->entry != NULL)
            continue;
        asked[i]->status = status;
        asked[i]->why = text;
    }
    return 0;
}

static int read_some(struct sa_ad *ad, size_t domain, struct sa_ad_object **asked, size_t count,
                     const struct sa_sid *groups, size_t group_count, struct sa_error *err)
{
    static const char *const attributes[] = {"nTSecurityDescriptor",
                                             "objectClass",
                                             "objectSid",
                                             "sAMAccountName",
                                             "userAccountControl",
                                             "displayName",
                                             "gPLink",
                                             "gPOptions",
                                             NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(4 * SA_MIB);
    struct reading reading = {ad, domain, groups, group_count};
    struct sa_error why = {0};
    int r = 0;

    (void)sa_buf_add_text(&filter, "(|");
    for (size_t i = 0; i < count; i++) {
        (void)sa_buf_add_text(&filter, "(distinguishedName=");
        (void)sa_ldap_filter_add(&filter, asked[i]->dn, strlen(asked[i]->dn));
        (void)sa_buf_add_char(&filter, ')');
    }
    for (size_t i = 0; i < group_count; i++) {
        unsigned char bytes[SA_SID_SIZE_MAX];
        size_t len = sa_sid_encode(&groups[i], bytes);

        (void)sa_buf_add_text(&filter, "(objectSid=");
        (void)sa_ldap_filter_add_binary(&filter, bytes, len);
        (void)sa_buf_add_char(&filter, ')');
    }
    (void)sa_buf_add_char(&filter, ')');
    if (sa_buf_status(&filter) < 0)
        return sa_fail_nomem(err);
    r = sa_ldap_search(ad->domains[domain].ldap,
                       &(struct sa_ldap_search){.base = ad->domains[domain].dn,
                                                .scope = SA_LDAP_SUBTREE,
                                                .filter = sa_buf_text(&filter),
                                                .attributes = attributes,
                                                .sd_flags = 7,
                                                .max_entries = 4 * (count + group_count) + 16},
                       take_entry, &reading, &why);
    if (sa_ad_is_fatal(r)) {
        if (err != NULL)
            *err = why;
        return r;
    }
    if (r < 0 && ad->rights->problem == 0) {
        ad->rights->problem = r;
        ad->rights->problem_error = why;
    }
    if (r == 0)
        (void)sa_fail(&why, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                      "not there, or not shown to the auditor");
    return blame(ad, asked, count, r < 0 ? r : SA_E_NOT_FOUND, &why, err);
}

/* Groups that AdminSDHolder protects by default. */
static size_t protected_groups(const struct sa_ad_domain *domain, struct sa_sid sids[32])
{
    static const uint32_t builtin[] = {544, 548, 549, 550, 551, 552};
    static const uint32_t own[] = {512, 516, 518, 519, 521, 526, 527};
    const struct sa_sid root = {.authority = 5, .count = 1, .sub = {32}};
    size_t count = 0;

    for (size_t i = 0; i < sizeof builtin / sizeof builtin[0]; i++)
        sids[count++] = sa_sid_with_rid(&root, builtin[i]);
    for (size_t i = 0; domain->has_sid && i < sizeof own / sizeof own[0]; i++)
        if (domain->sid.count < SA_SID_SUBS)
            sids[count++] = sa_sid_with_rid(&domain->sid, own[i]);
    return count;
}

static int read_domain(struct sa_ad *ad, size_t domain, struct sa_error *err)
{
    struct sa_ad_object *asked[SA_AD_TERMS];
    struct sa_sid groups[32];
    bool with_groups = !ad->rights->groups_asked[domain];
    size_t count = 0, group_count = 0;
    int r = 0;

    if (with_groups)
        group_count = protected_groups(&ad->domains[domain], groups);
    ad->rights->groups_asked[domain] = true;
    for (struct sa_ad_object *o = ad->rights->objects; r == 0 && o != NULL; o = o->next) {
        if ((!o->wanted && !o->links_wanted) || o->record->domain != domain)
            continue;
        asked[count++] = o;
        if (count + group_count < SA_AD_TERMS)
            continue;
        r = read_some(ad, domain, asked, count, groups, group_count, err);
        count = group_count = 0;
    }
    if (r == 0 && count + group_count > 0)
        r = read_some(ad, domain, asked, count, groups, group_count, err);
    return r;
}

int sa_ad_objects_read(struct sa_ad *ad, struct sa_error *err)
{
    for (size_t i = 0; i < ad->domain_count; i++) {
        int r = ad->domains[i].ldap != NULL ? read_domain(ad, i, err) : 0;

        if (r < 0)
            return r;
    }
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
        if (!o->wanted)
            continue;
        o->wanted = false;
        o->status = SA_E_NETWORK;
        o->why = o->record->domain == SIZE_MAX
                     ? "it lies in no domain of the forest"
                     : "no domain controller of its domain could be asked";
    }
    return 0;
}

int sa_ad_object_decode(const struct sa_ad_object *object, struct sa_arena *arena,
                        struct sa_secdesc *ret, struct sa_error *err)
{
    const struct sa_ldap_attribute *value = NULL;

    if (object->status < 0)
        return sa_fail(err, object->status == SA_E_NOT_FOUND ? SA_E_DENIED : object->status,
                       SA_DOMAIN_NONE, 0, "%s", object->why);
    if (object->record->entry != NULL)
        value = sa_ldap_get(object->record->entry, "nTSecurityDescriptor");
    if (value == NULL || value->count == 0)
        return sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                       "its security descriptor was not shown to the auditor");
    return sa_secdesc_decode(value->values[0].bytes, value->values[0].len, arena, ret, err);
}
