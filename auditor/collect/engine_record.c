/* SPDX-License-Identifier: Apache-2.0 */
/* What PowerShell said, as records, columns and evidence (engine_internal.h).
 *
 * An item lives only while it is handed on, so each record is copied: members in their order, as text,
 * number, flag or null. Evidence is written from the copy, as the evidence of other sources: what facts are
 * made of and what is kept cannot differ. */
#include <ctype.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/sid.h"
#include "syncaudit/text.h"

#include "engine_internal.h"
#include "export.h"

#define COUNT_MAX (INT64_C(1) << 53)
#define REMOVED   "[removed: holds a password]"

/* Reading ---------------------------------------------------------------------------------------- */

/* Kinds of values that have a text of one line. */
static bool is_text(enum sa_clixml_type type)
{
    switch (type) {
    case SA_CLIXML_STRING:
    case SA_CLIXML_CHAR:
    case SA_CLIXML_GUID:
    case SA_CLIXML_URI:
    case SA_CLIXML_VERSION:
    case SA_CLIXML_DATETIME:
        return true;
    default:
        return false;
    }
}

static int read_member(struct host *host, const struct sa_clixml_value *value,
                       struct engine_member *member, struct sa_error *err)
{
    member->kind = ENGINE_OTHER;
    member->text = "";
    /* A string with notes of its own, an enum: what they wrap. */
    if (value->type == SA_CLIXML_OBJECT && value->object != NULL && value->object->base != NULL)
        value = value->object->base;
    if (value->type == SA_CLIXML_NULL) {
        member->kind = ENGINE_NULL;
    } else if (value->type == SA_CLIXML_BOOL) {
        member->kind = ENGINE_FLAG;
        member->number = value->boolean;
    } else if (value->type == SA_CLIXML_SIGNED) {
        member->kind = ENGINE_NUMBER;
        member->number = value->integer;
    } else if (value->type == SA_CLIXML_UNSIGNED && value->natural <= INT64_MAX) {
        member->kind = ENGINE_NUMBER;
        member->number = (int64_t)value->natural;
    } else if (is_text(value->type) && value->text != NULL &&
               memchr(value->text, '\0', value->len) == NULL) {
        member->kind = ENGINE_TEXT;
        member->text = sa_arena_copy(&host->scratch, value->text, value->len);
        if (member->text == NULL)
            return host_fail_room(host, err);
    }
    return 0;
}

/* Records of one kind follow one another: their names are kept once. */
static const char *keep_name(struct host *host, const char *name,
                             const struct engine_record *previous, size_t i)
{
    if (previous != NULL && i < previous->count && strcmp(previous->members[i].name, name) == 0)
        return previous->members[i].name;
    return sa_arena_text(&host->scratch, name);
}

int engine_record_read(struct host *host, const struct sa_clixml_value *value,
                       const struct engine_record *previous, struct engine_record **ret,
                       struct sa_error *err)
{
    const struct sa_clixml_object *object = value->type == SA_CLIXML_OBJECT ? value->object : NULL;
    struct engine_record *record = NULL;

    *ret = NULL;
    if (object == NULL || object->member_count == 0)
        return 0;
    if (object->member_count > SA_LIMIT_ENGINE_MEMBERS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_ENGINE_MEMBERS,
                       "the server has sent a record with more than %d members",
                       SA_LIMIT_ENGINE_MEMBERS);
    record = host_alloc(host, 1, sizeof *record);
    if (record == NULL)
        return host_fail_room(host, err);
    record->members = host_alloc(host, object->member_count, sizeof *record->members);
    if (record->members == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < object->member_count; i++) {
        struct engine_member *member = &record->members[i];
        int r = 0;

        if (engine_member(record, object->members[i].name) != NULL)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server has sent a record with a member twice");
        member->name = keep_name(host, object->members[i].name, previous, i);
        if (member->name == NULL)
            return host_fail_room(host, err);
        r = read_member(host, object->members[i].value, member, err);
        if (r < 0)
            return r;
        record->count++;
    }
    record->fact = engine_raw(record, "Fact");
    *ret = record->fact != NULL ? record : NULL;
    return 0;
}

const struct engine_member *engine_member(const struct engine_record *record, const char *name)
{
    for (size_t i = 0; i < record->count; i++)
        if (sa_text_same(record->members[i].name, name))
            return &record->members[i];
    return NULL;
}

const char *engine_raw(const struct engine_record *record, const char *name)
{
    const struct engine_member *member = engine_member(record, name);

    return member != NULL && member->kind == ENGINE_TEXT ? member->text : NULL;
}

/* Evidence --------------------------------------------------------------------------------------- */

bool engine_is_secret(const char *name)
{
    static const char *const endings[] = {"password", "pwd", "passphrase", "secret"};
    size_t len = strlen(name);

    for (size_t i = 0; i < SA_COUNT(endings); i++) {
        size_t part = strlen(endings[i]);

        if (len >= part && sa_text_same(name + len - part, endings[i]))
            return true;
    }
    return strcasestr(name, "secret") != NULL || strcasestr(name, "passphrase") != NULL;
}

/* Long by nature, and no words: kept as it came. */
static bool is_base64(const char *text)
{
    return text[strspn(
               text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")] == '\0';
}

static void keep_text(struct host *host, const struct engine_record *record,
                      const struct engine_member *member)
{
    const char *owner = engine_raw(record, "Name");

    if (strcmp(record->fact, "content") == 0 && sa_text_same(member->name, "Data"))
        (void)sa_buf_add_text(&host->evidence, "[files of their own]");
    else if (strcmp(record->fact, "folder") == 0 && sa_text_same(member->name, "Descriptor") &&
             is_base64(member->text))
        host_add_escaped(&host->evidence, member->text);
    else if (sa_text_same(member->name, "Value") && owner != NULL && engine_is_secret(owner))
        (void)sa_buf_add_text(&host->evidence, REMOVED);
    else
        host_add_text(&host->evidence, member->text);
}

void engine_record_keep(struct host *host, const struct engine_record *record)
{
    static const char *const kinds[] = {"null", "text", "number", "flag", "other"};
    struct sa_buf *buf = &host->evidence;

    if (buf->len == 0)
        (void)sa_buf_add_text(buf, "<answers>\n");
    (void)sa_buf_add_text(buf, "<record>\n");
    for (size_t i = 0; i < record->count; i++) {
        const struct engine_member *member = &record->members[i];

        (void)sa_buf_addf(buf, "<%s name=\"", kinds[member->kind]);
        host_add_text(buf, member->name);
        (void)sa_buf_add_text(buf, "\">");
        if (member->kind == ENGINE_TEXT)
            keep_text(host, record, member);
        else if (member->kind == ENGINE_NUMBER)
            (void)sa_buf_addf(buf, "%lld", (long long)member->number);
        else if (member->kind == ENGINE_FLAG)
            (void)sa_buf_add_text(buf, member->number ? "true" : "false");
        (void)sa_buf_addf(buf, "</%s>\n", kinds[member->kind]);
    }
    (void)sa_buf_add_text(buf, "</record>\n");
}

/* Columns ---------------------------------------------------------------------------------------- */

int engine_fail_member(const struct engine_record *record, const char *name, const char *expected,
                       struct sa_error *err)
{
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                   "the server has sent a record '%.32s' whose '%s' is no %s", record->fact, name,
                   expected);
}

/* The text of a member: 1, or 0 when there is none. */
static int find_text(const struct engine_record *record, const char *name, const char *expected,
                     const char **ret, struct sa_error *err)
{
    const struct engine_member *member = engine_member(record, name);

    if (member == NULL || member->kind == ENGINE_NULL)
        return 0;
    if (member->kind != ENGINE_TEXT)
        return engine_fail_member(record, name, expected, err);
    *ret = member->text;
    return member->text[0] != '\0';
}

int engine_text(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err)
{
    const char *text = NULL;
    int r = find_text(record, name, "text", &text, err);

    *ret = r > 0 ? SA_TEXT(host_own_text(host, text)) : SA_NULL;
    return r < 0 ? r : 0;
}

int engine_number(const struct engine_record *record, const char *name, int64_t min, int64_t max,
                  struct sa_value *ret, struct sa_error *err)
{
    const struct engine_member *member = engine_member(record, name);

    *ret = SA_NULL;
    if (member == NULL || member->kind == ENGINE_NULL)
        return 0;
    if (member->kind != ENGINE_NUMBER || member->number < min || member->number > max)
        return engine_fail_member(record, name, "number in its range", err);
    *ret = SA_INT(member->number);
    return 0;
}

int engine_flag(const struct engine_record *record, const char *name, struct sa_value *ret,
                struct sa_error *err)
{
    const struct engine_member *member = engine_member(record, name);

    *ret = SA_NULL;
    if (member == NULL || member->kind == ENGINE_NULL)
        return 0;
    if (member->kind != ENGINE_FLAG)
        return engine_fail_member(record, name, "flag", err);
    *ret = SA_INT(member->number);
    return 0;
}

int engine_time(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err)
{
    char form[SA_TIME_TEXT_SIZE];
    const char *text = NULL;
    int64_t at = 0;
    int r = find_text(record, name, "time", &text, err);

    *ret = SA_NULL;
    if (r <= 0)
        return r;
    /* Exactly the form that facts have: what is written anew is the same. */
    if (sa_time_parse(text, &at) < 0)
        return engine_fail_member(record, name, "time", err);
    sa_time_format(at, form);
    if (strcmp(form, text) != 0)
        return engine_fail_member(record, name, "time", err);
    *ret = SA_TEXT(host_own_text(host, text));
    return 0;
}

int engine_guid(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err)
{
    char guid[SA_EXPORT_GUID_SIZE];
    const char *text = NULL;
    int r = find_text(record, name, "GUID", &text, err);

    *ret = SA_NULL;
    if (r <= 0)
        return r;
    if (!sa_export_guid_parse(text, guid))
        return engine_fail_member(record, name, "GUID", err);
    *ret = SA_TEXT(host_text(host, guid));
    return 0;
}

int engine_sid(struct host *host, const struct engine_record *record, const char *name,
               struct sa_value *ret, struct sa_error *err)
{
    char form[SA_SID_TEXT_SIZE];
    struct sa_sid sid;
    const char *text = NULL;
    int r = find_text(record, name, "SID", &text, err);

    *ret = SA_NULL;
    if (r <= 0)
        return r;
    if (sa_sid_parse(text, &sid) < 0)
        return engine_fail_member(record, name, "SID", err);
    sa_sid_format(&sid, form);
    *ret = SA_TEXT(host_text(host, form));
    return 0;
}

int engine_hex(struct host *host, const struct engine_record *record, const char *name, bool upper,
               struct sa_value *ret, struct sa_error *err)
{
    char form[129] = "";
    size_t len = 0;
    const char *text = NULL;
    int r = find_text(record, name, "digest", &text, err);

    *ret = SA_NULL;
    if (r <= 0)
        return r;
    for (; *text != '\0'; text++) {
        /* Some programs put colons or blanks between the bytes. */
        if (*text == ':' || *text == ' ')
            continue;
        if (!isxdigit((unsigned char)*text) || len + 1 == sizeof form)
            return engine_fail_member(record, name, "digest", err);
        form[len++] = (char)(upper ? toupper((unsigned char)*text) : tolower((unsigned char)*text));
    }
    form[len] = '\0';
    *ret = len > 0 ? SA_TEXT(host_text(host, form)) : SA_NULL;
    return 0;
}

static int column(struct host *host, const struct engine_record *record,
                  const struct engine_column *c, struct sa_value *ret, struct sa_error *err)
{
    switch (c->type) {
    case ENGINE_AS_COUNT:
        return engine_number(record, c->name, 0, COUNT_MAX, ret, err);
    case ENGINE_AS_FLAG:
        return engine_flag(record, c->name, ret, err);
    case ENGINE_AS_TIME:
        return engine_time(host, record, c->name, ret, err);
    case ENGINE_AS_GUID:
        return engine_guid(host, record, c->name, ret, err);
    case ENGINE_AS_SID:
        return engine_sid(host, record, c->name, ret, err);
    case ENGINE_AS_TEXT:
    default:
        return engine_text(host, record, c->name, ret, err);
    }
}

int engine_columns(struct host *host, const struct engine_record *record,
                   const struct engine_column *columns, size_t count, struct sa_value *values,
                   struct sa_error *err)
{
    for (size_t i = 0; i < count; i++) {
        int r = column(host, record, &columns[i], &values[i], err);

        if (r < 0)
            return r;
        if (columns[i].is_needed && values[i].type == SA_VALUE_NULL)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server has sent a record '%.32s' without '%s'", record->fact,
                           columns[i].name);
    }
    return 0;
}
