/* SPDX-License-Identifier: Apache-2.0 */
/* Implements forest_value.h: attribute values ([MS-ADTS] 3.1.1.2.2.2) into columns. */
#include "forest_value.h"

#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

/* One text of a fact. Real descriptions have 1,024 characters at most. */
#define TEXT_MAX (16 * SA_KIB)
/* A list of them, and how many of its values are looked at. */
#define LIST_MAX   (64 * SA_KIB)
#define LIST_ITEMS 4096

static bool failed(const struct sa_ad_reading *reading)
{
    return reading->status < 0;
}

static const char *fail_room(struct sa_ad_reading *reading)
{
    if (!failed(reading))
        reading->status = sa_ad_fail_room(reading->ad, reading->err);
    return "";
}

static const char *take(struct sa_ad_reading *reading, const struct sa_buf *buf)
{
    char *copy = sa_buf_status(buf) == 0
                     ? sa_arena_copy(&reading->ad->arena, sa_buf_text(buf), buf->len)
                     : NULL;

    return copy != NULL ? copy : fail_room(reading);
}

/* A gap for a value that makes no sense. */
static void doubt(struct sa_ad_reading *reading, const char *name, const char *expected)
{
    struct sa_error why = {0};

    if (failed(reading))
        return;
    sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "attribute '%s' is no %s", name, expected);
    reading->status = sa_ad_gap(reading->ad, reading->source, reading->topic,
                                reading->subject != NULL ? reading->subject : reading->entry->dn,
                                &why, reading->err);
}

static void add_visible(struct sa_buf *buf, const void *bytes, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf piece = SA_BUF_INIT(TEXT_MAX);
    const char *at = bytes;
    size_t rest = len < TEXT_MAX ? len : TEXT_MAX;

    while (rest > 0) {
        size_t part = strnlen(at, rest);

        sa_buf_clear(&piece);
        (void)sa_buf_add(&piece, at, part);
        (void)sa_text_add_visible(buf, sa_buf_text(&piece));
        if (sa_buf_status(&piece) < 0)
            buf->status = sa_buf_status(&piece);
        if (part < rest)
            (void)sa_buf_add_text(buf, "\\x00");
        at += part < rest ? part + 1 : part;
        rest -= part < rest ? part + 1 : part;
    }
    if (len > TEXT_MAX)
        (void)sa_buf_addf(buf, " [shortened: %zu bytes]", len);
}

const char *sa_ad_visible(struct sa_ad_reading *reading, const void *bytes, size_t len)
{
    /* Each byte becomes eight at most ("\u{202E}" stands for three). */
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(8 * TEXT_MAX + 64);

    if (failed(reading))
        return "";
    add_visible(&buf, bytes, len);
    return take(reading, &buf);
}

const char *sa_ad_visible_text(struct sa_ad_reading *reading, const char *text)
{
    return text != NULL ? sa_ad_visible(reading, text, strlen(text)) : NULL;
}

const char *sa_ad_dn_key(struct sa_ad_reading *reading, const char *dn)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT(64 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(512 * SA_KIB);

    if (failed(reading))
        return "";
    (void)sa_text_add_dn(&key, dn, strlen(dn));
    if (sa_buf_status(&key) == SA_E_LIMIT) /* no real DN: nothing is compared with it */
        return sa_ad_visible_text(reading, dn);
    if (sa_buf_status(&key) == 0)
        (void)sa_text_add_visible(&visible, sa_buf_text(&key));
    else
        visible.status = sa_buf_status(&key);
    return take(reading, &visible);
}

const char *sa_ad_upper(struct sa_ad_reading *reading, const char *text)
{
    char *copy = sa_arena_text(&reading->ad->arena, text);

    if (copy == NULL)
        return fail_room(reading);
    for (char *at = copy; *at != '\0'; at++)
        *at = (char)(*at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
    return copy;
}

struct sa_value sa_ad_text_of(struct sa_ad_reading *reading, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);

    if (attribute == NULL || attribute->count == 0)
        return SA_NULL;
    return SA_TEXT(sa_ad_visible(reading, attribute->values[0].bytes, attribute->values[0].len));
}

/* Lists --------------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts and joins; what does not fit is counted. */
static const char *join(struct sa_ad_reading *reading, const char **texts, size_t count,
                        size_t left_out)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(LIST_MAX + 64);
    size_t i = 0;

    if (failed(reading))
        return "";
    if (count > 0)
        qsort(texts, count, sizeof *texts, compare_texts);
    for (; i < count && buf.len + strlen(texts[i]) + 2 <= LIST_MAX; i++) {
        if (i > 0)
            (void)sa_buf_add_text(&buf, ", ");
        (void)sa_buf_add_text(&buf, texts[i]);
    }
    if (count - i + left_out > 0)
        (void)sa_buf_addf(&buf, " [and %zu more]", count - i + left_out);
    return take(reading, &buf);
}

struct sa_value sa_ad_list_of(struct sa_ad_reading *reading, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    size_t total = attribute != NULL ? attribute->count : 0;
    size_t count = total < LIST_ITEMS ? total : LIST_ITEMS;
    const char **texts = NULL;

    if (total == 0 || failed(reading))
        return SA_TEXT("");
    texts = sa_arena_array(&reading->ad->arena, count, sizeof *texts);
    if (texts == NULL)
        return SA_TEXT(fail_room(reading));
    for (size_t i = 0; i < count; i++)
        texts[i] = sa_ad_visible(reading, attribute->values[i].bytes, attribute->values[i].len);
    return SA_TEXT(join(reading, texts, count, total - count));
}

static const char *sid_text(struct sa_ad_reading *reading, const struct sa_sid *sid)
{
    char text[SA_SID_TEXT_SIZE];
    const char *copy = NULL;

    sa_sid_format(sid, text);
    copy = sa_arena_text(&reading->ad->arena, text);
    return copy != NULL ? copy : fail_room(reading);
}

struct sa_value sa_ad_sid_value(struct sa_ad_reading *reading, const struct sa_sid *sid)
{
    return SA_TEXT(failed(reading) ? "" : sid_text(reading, sid));
}

static struct sa_value join_sids(struct sa_ad_reading *reading, const struct sa_sid *sids,
                                 size_t count)
{
    size_t kept = count < LIST_ITEMS ? count : LIST_ITEMS;
    const char **texts = NULL;

    if (kept == 0 || failed(reading))
        return SA_TEXT("");
    texts = sa_arena_array(&reading->ad->arena, kept, sizeof *texts);
    if (texts == NULL)
        return SA_TEXT(fail_room(reading));
    for (size_t i = 0; i < kept; i++)
        texts[i] = sid_text(reading, &sids[i]);
    return SA_TEXT(join(reading, texts, kept, count - kept));
}

static void note_sid(struct sa_ad_reading *reading, const struct sa_sid *sid)
{
    if (!failed(reading))
        reading->status = sa_ad_sid(reading->ad, sid, reading->err);
}

struct sa_value sa_ad_sids_of(struct sa_ad_reading *reading, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    size_t total = attribute != NULL ? attribute->count : 0;
    struct sa_sid *sids = NULL;
    size_t count = 0;

    if (total > SA_LIMIT_TOKEN)
        total = SA_LIMIT_TOKEN;
    if (total == 0 || failed(reading))
        return SA_TEXT("");
    sids = sa_arena_array(&reading->ad->arena, total, sizeof *sids);
    if (sids == NULL)
        return SA_TEXT(fail_room(reading));
    for (size_t i = 0; i < total; i++) {
        const struct sa_ldap_value *value = &attribute->values[i];

        if (sa_sid_decode(value->bytes, value->len, &sids[count], NULL) < 0) {
            doubt(reading, name, "security identifier");
            continue;
        }
        note_sid(reading, &sids[count]);
        count++;
    }
    if (attribute->count > total)
        doubt(reading, name, "list that a token can hold");
    return join_sids(reading, sids, count);
}

bool sa_ad_sid_of(struct sa_ad_reading *reading, const char *name, struct sa_sid *ret)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    size_t used = 0;

    if (attribute == NULL || attribute->count == 0)
        return false;
    if (sa_sid_decode(attribute->values[0].bytes, attribute->values[0].len, ret, &used) < 0 ||
        used != attribute->values[0].len) {
        doubt(reading, name, "security identifier");
        return false;
    }
    return true;
}

/* Security descriptors in attributes: who is named in them ------------------------------------- */

static size_t add_distinct(struct sa_sid *sids, size_t count, const struct sa_sid *sid)
{
    for (size_t i = 0; i < count; i++)
        if (sa_sid_same(&sids[i], sid))
            return count;
    sids[count] = *sid;
    return count + 1;
}

void sa_ad_trustees(struct sa_ad_reading *reading, const char *name, struct sa_sid **ret,
                    size_t *ret_count)
{
    static const struct sa_sid everyone = {.authority = 1, .count = 1};
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    struct sa_secdesc sd = {0};
    size_t count = 0;

    *ret = NULL;
    *ret_count = 0;
    if (attribute == NULL || attribute->count == 0 || failed(reading))
        return;
    if (sa_secdesc_decode(attribute->values[0].bytes, attribute->values[0].len, &reading->ad->arena,
                          &sd, NULL) < 0) {
        doubt(reading, name, "security descriptor");
        return;
    }
    *ret = sa_arena_array(&reading->ad->arena, sd.ace_count + 1, sizeof **ret);
    if (*ret == NULL) {
        (void)fail_room(reading);
        return;
    }
    if (sd.dacl == SA_DACL_NULL)
        count = add_distinct(*ret, count, &everyone);
    /* Allowed is allowed: what is denied elsewhere in the list does not make a trustee harmless. */
    for (size_t i = 0; i < sd.ace_count; i++)
        if (sd.aces[i].kind == SA_ACE_ALLOW && sd.aces[i].known &&
            (sd.aces[i].flags & SA_ACE_INHERIT_ONLY) == 0)
            count = add_distinct(*ret, count, &sd.aces[i].sid);
    if (sd.has_unknown)
        doubt(reading, name, "security descriptor whose every entry is understood");
    for (size_t i = 0; i < count; i++)
        note_sid(reading, &(*ret)[i]);
    *ret_count = count;
}

struct sa_value sa_ad_trustees_of(struct sa_ad_reading *reading, const char *name)
{
    struct sa_sid *sids = NULL;
    size_t count = 0;

    sa_ad_trustees(reading, name, &sids, &count);
    return join_sids(reading, sids, count);
}

/* Numbers and times ---------------------------------------------------------------------------- */

bool sa_ad_number(struct sa_ad_reading *reading, const char *name, int64_t min, int64_t max,
                  int64_t *ret)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);

    if (attribute == NULL || attribute->count == 0)
        return false;
    if (sa_parse_i64(sa_ldap_text(reading->entry, name), min, max, ret) == 0)
        return true;
    doubt(reading, name, "number that it could hold");
    return false;
}

struct sa_value sa_ad_number_of(struct sa_ad_reading *reading, const char *name, int64_t min,
                                int64_t max)
{
    int64_t value = 0;

    return sa_ad_number(reading, name, min, max, &value) ? SA_INT(value) : SA_NULL;
}

struct sa_value sa_ad_bool_of(struct sa_ad_reading *reading, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    bool value = false;

    if (attribute == NULL || attribute->count == 0)
        return SA_NULL;
    if (sa_parse_bool(sa_ldap_text(reading->entry, name), &value) == 0)
        return SA_INT(value);
    doubt(reading, name, "boolean");
    return SA_NULL;
}

struct sa_value sa_ad_time_value(struct sa_ad_reading *reading, int64_t seconds)
{
    char text[SA_TIME_TEXT_SIZE];
    const char *copy = NULL;

    sa_time_format(seconds, text);
    if (text[0] == '\0' || failed(reading))
        return SA_NULL;
    copy = sa_arena_text(&reading->ad->arena, text);
    return SA_TEXT(copy != NULL ? copy : fail_room(reading));
}

bool sa_ad_filetime(struct sa_ad_reading *reading, const char *name, enum sa_ad_time *ret_kind,
                    int64_t *ret_seconds)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    const char *text = sa_ldap_text(reading->entry, name);

    if (attribute == NULL || attribute->count == 0)
        return false;
    if (text != NULL && sa_filetime_parse(text, ret_kind, ret_seconds) == 0)
        return true;
    doubt(reading, name, "time");
    return false;
}

struct sa_value sa_ad_filetime_of(struct sa_ad_reading *reading, const char *name)
{
    enum sa_ad_time kind = SA_AD_TIME_ZERO;
    int64_t seconds = 0;

    if (!sa_ad_filetime(reading, name, &kind, &seconds) || kind != SA_AD_TIME_SET)
        return SA_NULL;
    return sa_ad_time_value(reading, seconds);
}

struct sa_value sa_ad_generalized_time_of(struct sa_ad_reading *reading, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(reading->entry, name);
    const char *text = sa_ldap_text(reading->entry, name);
    int64_t seconds = 0;

    if (attribute == NULL || attribute->count == 0)
        return SA_NULL;
    if (text != NULL && sa_generalized_time_parse(text, &seconds) == 0)
        return sa_ad_time_value(reading, seconds);
    doubt(reading, name, "time");
    return SA_NULL;
}

/* Classes -------------------------------------------------------------------------------------- */

bool sa_ad_has_value(const struct sa_ldap_entry *entry, const char *attribute, const char *value)
{
    const struct sa_ldap_attribute *found = sa_ldap_get(entry, attribute);

    for (size_t i = 0; found != NULL && i < found->count; i++)
        if (found->values[i].len == strlen(value) &&
            sa_text_same((const char *)found->values[i].bytes, value))
            return true;
    return false;
}

const char *sa_ad_class(const struct sa_ldap_entry *entry)
{
    /* From the most special one down: the order of the values is the server's word. */
    static const char *const classes[] = {"msDS-GroupManagedServiceAccount",
                                          "msDS-ManagedServiceAccount",
                                          "computer",
                                          "inetOrgPerson",
                                          "group",
                                          "foreignSecurityPrincipal",
                                          "contact",
                                          "user"};

    for (size_t i = 0; i < SA_COUNT(classes); i++)
        if (sa_ad_has_value(entry, "objectClass", classes[i]))
            return classes[i];
    return "";
}

/* Searches ------------------------------------------------------------------------------------- */

struct keeping {
    struct sa_ad *ad;
    struct sa_ad_entries *entries;
};

const char *sa_ad_key(struct sa_ad *ad, const char *dn, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT(64 * SA_KIB);
    char *copy = NULL;

    (void)sa_text_add_dn(&key, dn, strlen(dn));
    if (sa_buf_status(&key) == SA_E_LIMIT) /* no real DN: it is like itself only */
        copy = sa_arena_text(&ad->arena, dn);
    if (sa_buf_status(&key) == 0)
        copy = sa_arena_copy(&ad->arena, sa_buf_text(&key), key.len);
    if (copy == NULL)
        (void)sa_ad_fail_room(ad, err);
    return copy;
}

const char *sa_ad_parent_key(const char *key)
{
    const char *comma = strchr(key, ',');

    return comma != NULL ? comma + 1 : "";
}

static int keep(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct keeping *keeping = payload;
    struct sa_ad_entries *entries = keeping->entries;
    struct sa_ad_found_entry found = {0};
    int r = sa_ad_grow(keeping->ad, (void **)&entries->items, sizeof *entries->items,
                       entries->count, &entries->size, err);

    if (r < 0)
        return r;
    found.entry = sa_ldap_copy(entry, &keeping->ad->arena);
    if (found.entry == NULL)
        return sa_ad_fail_room(keeping->ad, err);
    found.key = sa_ad_key(keeping->ad, entry->dn, err);
    if (found.key == NULL)
        return sa_ad_fail_room(keeping->ad, err);
    entries->items[entries->count++] = found;
    return 0;
}

int sa_ad_search(struct sa_ad *ad, struct sa_ldap *ldap, const struct sa_ldap_search *search,
                 struct sa_ad_entries *ret, struct sa_error *err)
{
    struct keeping keeping = {.ad = ad, .entries = ret};

    return sa_ldap_search(ldap, search, keep, &keeping, err);
}

void sa_ad_add_sid_filter(struct sa_buf *buf, const struct sa_sid *sid)
{
    unsigned char bytes[SA_SID_SIZE_MAX];
    size_t len = sa_sid_encode(sid, bytes);

    (void)sa_buf_add_text(buf, "(objectSid=");
    (void)sa_ldap_filter_add_binary(buf, bytes, len);
    (void)sa_buf_add_char(buf, ')');
}
