/* SPDX-License-Identifier: Apache-2.0 */
/* Instances into columns and evidence: what host_internal.h calls asking and values.
 *
 * Evidence is not the server's bytes but what this program has read of them, written anew: element by
 * element, without what may be a secret. So the idea of a value that facts are made of and the one that
 * is kept cannot differ. */
#include <ctype.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "host_internal.h"

/* One text of a fact or of evidence; WMI's own are far shorter. */
#define TEXT_MAX  (16 * SA_KIB)
#define NAME_SIZE 256
#define DEPTH_MAX 8

#define REMOVED   "[removed: holds a password]"

/* Room --------------------------------------------------------------------------------------------- */

int host_fail_room(struct host *host, struct sa_error *err)
{
    /* An arena does not say why; close to its limit it is the limit. */
    if (host->room.status == 0 && host->scratch.used < host->scratch.limit / 2)
        sa_fail_nomem(&host->room);
    else if (host->room.status == 0)
        sa_fail(&host->room, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                "what the server says of one subject needs more than %zu MiB",
                host->scratch.limit / SA_MIB);
    if (err != NULL)
        *err = host->room;
    return host->room.status;
}

void *host_alloc(struct host *host, size_t count, size_t size)
{
    void *memory = sa_arena_array(&host->scratch, count > 0 ? count : 1, size);

    if (memory == NULL)
        (void)host_fail_room(host, NULL);
    return memory;
}

static const char *take(struct host *host, const struct sa_buf *buf)
{
    char *copy =
        sa_buf_status(buf) == 0 ? sa_arena_copy(&host->scratch, sa_buf_text(buf), buf->len) : NULL;

    if (copy == NULL)
        (void)host_fail_room(host, NULL);
    return copy != NULL ? copy : "";
}

const char *host_printf(struct host *host, const char *format, ...)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(8 * TEXT_MAX);
    va_list args;

    va_start(args, format);
    (void)sa_buf_vaddf(&buf, format, args);
    va_end(args);
    return take(host, &buf);
}

int host_insert(struct host *host, struct sa_batch *batch, const char *sql,
                const struct sa_value *values, size_t count, int64_t *ret_id, struct sa_error *err)
{
    struct sa_error problem = {0};
    int r = 0;

    if (host->room.status < 0)
        return host_fail_room(host, err);
    r = sa_batch_insert(batch, sql, values, count, ret_id, &problem);
    /* Not the snapshot's trouble: a server that names one thing twice. */
    if (r < 0 && problem.domain == SA_DOMAIN_SQLITE && (problem.code & 0xFF) == SQLITE_CONSTRAINT)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server has named something twice that can be there only once");
    if (r < 0 && err != NULL)
        *err = problem;
    return r;
}

/* Texts -------------------------------------------------------------------------------------------- */

bool host_tells_password(const char *text)
{
    static const char *const words[] = {"password",   "passwd", "passwort", "kennwort",
                                        "passphrase", "secret", "apikey",   "token",
                                        "pwd",        "pass",   "pw"};
    const size_t whole_from = 9; /* these stand at the end of many words */

    /* This looks at every text. Most have no such sign, or a number before it, as times have. */
    for (const char *sign = strpbrk(text, ":="); sign != NULL; sign = strpbrk(sign + 1, ":=")) {
        size_t end = (size_t)(sign - text);

        while (end > 0 && strchr(" \"'", text[end - 1]) != NULL)
            end--;
        for (size_t i = 0; i < SA_COUNT(words) && end > 0 && isalpha((unsigned char)text[end - 1]);
             i++) {
            size_t len = strlen(words[i]);

            if (len > end || strncasecmp(text + end - len, words[i], len) != 0)
                continue;
            if (i < whole_from || len == end || !isalnum((unsigned char)text[end - len - 1]))
                return true;
        }
    }
    return false;
}

/* Printable ASCII, short, without a password: stays as it is. */
static bool is_plain(const char *text)
{
    size_t len = 0;

    while (text[len] >= ' ' && text[len] <= '~' && len <= TEXT_MAX)
        len++;
    return text[len] == '\0' && len <= TEXT_MAX && !host_tells_password(text);
}

static void add_text(struct sa_buf *buf, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf piece = SA_BUF_INIT(TEXT_MAX);
    size_t len = strlen(text);
    size_t part = len;

    if (host_tells_password(text)) {
        (void)sa_buf_add_text(buf, REMOVED);
        return;
    }
    /* Not in the middle of a character. */
    if (part > TEXT_MAX)
        for (part = TEXT_MAX; part > 0 && ((unsigned char)text[part] & 0xC0) == 0x80;)
            part--;
    (void)sa_buf_add(&piece, text, part);
    (void)sa_text_add_visible(buf, sa_buf_text(&piece));
    if (sa_buf_status(&piece) < 0)
        buf->status = sa_buf_status(&piece);
    if (len > part)
        (void)sa_buf_addf(buf, " [shortened: %zu bytes]", len);
}

const char *host_text(struct host *host, const char *text)
{
    /* Each byte becomes eight at most ("\u{202E}" stands for three). */
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(8 * TEXT_MAX + 64);

    if (text == NULL)
        return NULL;
    if (is_plain(text)) {
        const char *copy = sa_arena_text(&host->scratch, text);

        if (copy == NULL)
            (void)host_fail_room(host, NULL);
        return copy != NULL ? copy : "";
    }
    add_text(&buf, text);
    return take(host, &buf);
}

const char *host_own_text(struct host *host, const char *text)
{
    return text != NULL && is_plain(text) ? text : host_text(host, text);
}

void host_add_text(struct sa_buf *buf, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf seen = SA_BUF_INIT(8 * TEXT_MAX + 64);

    if (is_plain(text)) {
        host_add_escaped(buf, text);
        return;
    }
    add_text(&seen, text);
    host_add_escaped(buf, sa_buf_text(&seen));
    if (sa_buf_status(&seen) < 0)
        buf->status = sa_buf_status(&seen);
}

const char *host_key(struct host *host, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(32 * TEXT_MAX);
    const char *seen = host_text(host, text);

    if (seen == NULL)
        return NULL;
    (void)sa_text_add_folded(&buf, seen, strlen(seen));
    return take(host, &buf);
}

/* Columns ------------------------------------------------------------------------------------------ */

struct sa_value host_text_of(struct host *host, const struct sa_cim_instance *i, const char *name)
{
    return SA_TEXT(host_text(host, sa_cim_text(i, name)));
}

struct sa_value host_number_of(const struct sa_cim_instance *i, const char *name, int64_t min,
                               int64_t max)
{
    int64_t number = 0;

    if (sa_cim_int(i, name, &number) < 0 || number < min || number > max)
        return SA_NULL;
    return SA_INT(number);
}

struct sa_value host_bool_of(const struct sa_cim_instance *i, const char *name)
{
    bool flag = false;

    return sa_cim_bool(i, name, &flag) == 0 ? SA_INT(flag) : SA_NULL;
}

struct sa_value host_time_of(struct host *host, const struct sa_cim_instance *i, const char *name)
{
    char text[SA_TIME_TEXT_SIZE];
    int64_t at = 0;

    if (sa_cim_time(i, name, &at) < 0)
        return SA_NULL;
    sa_time_format(at, text);
    return text[0] != '\0' ? SA_TEXT(host_text(host, text)) : SA_NULL;
}

static int fail_property(const struct sa_cim_instance *i, const char *name, const char *expected,
                         struct sa_error *err)
{
    return sa_fail(
        err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
        "the server has answered with an instance of '%.100s' whose property '%s' is no %s",
        i->class_name, name, expected);
}

int host_need_text(struct host *host, const struct sa_cim_instance *i, const char *name,
                   const char **ret, struct sa_error *err)
{
    const char *text = sa_cim_text(i, name);

    if (text == NULL || text[0] == '\0')
        return fail_property(i, name, "text", err);
    *ret = host_text(host, text);
    return 0;
}

int host_need_number(const struct sa_cim_instance *i, const char *name, int64_t min, int64_t max,
                     int64_t *ret, struct sa_error *err)
{
    int64_t number = 0;

    if (sa_cim_int(i, name, &number) < 0 || number < min || number > max)
        return fail_property(i, name, "number in its range", err);
    *ret = number;
    return 0;
}

int host_need_bool(const struct sa_cim_instance *i, const char *name, bool *ret,
                   struct sa_error *err)
{
    return sa_cim_bool(i, name, ret) == 0 ? 0 : fail_property(i, name, "yes or no", err);
}

/* Evidence ----------------------------------------------------------------------------------------- */

void host_add_escaped(struct sa_buf *buf, const char *text)
{
    for (; *text != '\0'; text++) {
        size_t plain = strcspn(text, "&<>\"");

        (void)sa_buf_add(buf, text, plain);
        text += plain;
        if (*text == '\0')
            return;
        switch (*text) {
        case '&':
            (void)sa_buf_add_text(buf, "&amp;");
            break;
        case '<':
            (void)sa_buf_add_text(buf, "&lt;");
            break;
        case '>':
            (void)sa_buf_add_text(buf, "&gt;");
            break;
        default:
            (void)sa_buf_add_text(buf, "&quot;");
            break;
        }
    }
}

/* Names come from the server, too: what is no name becomes an attribute of an element of ours. */
static bool is_name(const char *name)
{
    if (!isalpha((unsigned char)name[0]) && name[0] != '_')
        return false;
    for (const char *c = name; *c != '\0'; c++)
        if (!isalnum((unsigned char)*c) && *c != '_')
            return false;
    return strlen(name) < NAME_SIZE;
}

static void add_visible(struct sa_buf *buf, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf seen = SA_BUF_INIT(8 * TEXT_MAX + 64);

    add_text(&seen, text);
    host_add_escaped(buf, sa_buf_text(&seen));
    if (sa_buf_status(&seen) < 0)
        buf->status = sa_buf_status(&seen);
}

static void add_start(struct sa_buf *buf, const char *name)
{
    if (is_name(name)) {
        (void)sa_buf_addf(buf, "<%s", name);
        return;
    }
    (void)sa_buf_add_text(buf, "<value name=\"");
    add_visible(buf, name);
    (void)sa_buf_add_char(buf, '"');
}

static void add_end(struct sa_buf *buf, const char *name)
{
    (void)sa_buf_addf(buf, "</%s>\n", is_name(name) ? name : "value");
}

static void add_reference(struct sa_buf *buf, const struct sa_cim_reference *reference)
{
    const char *class_name = strrchr(reference->resource_uri, '/');

    add_visible(buf, class_name != NULL ? class_name + 1 : reference->resource_uri);
    for (size_t i = 0; i < reference->count; i++) {
        (void)sa_buf_add_text(buf, i == 0 ? "." : ",");
        add_visible(buf, reference->selectors[i].name);
        (void)sa_buf_add_text(buf, "='");
        add_visible(buf, reference->selectors[i].value);
        (void)sa_buf_add_char(buf, '\'');
    }
}

struct writer {
    struct host *host;
    host_redact_fn *redact;
    const struct sa_cim_instance *item;
};

/* NOLINTBEGIN(misc-no-recursion): at most DEPTH_MAX deep */
static void add_instance(struct sa_buf *buf, const struct writer *writer,
                         const struct sa_cim_instance *instance, unsigned depth);

static void add_value(struct sa_buf *buf, const struct writer *writer, const char *name,
                      const struct sa_cim_value *value, unsigned depth)
{
    add_start(buf, name);
    (void)sa_buf_add_char(buf, '>');
    if (value->type == SA_CIM_REFERENCE && value->reference != NULL)
        add_reference(buf, value->reference);
    else if (value->type == SA_CIM_INSTANCE && value->instance != NULL && depth < DEPTH_MAX)
        add_instance(buf, writer, value->instance, depth + 1);
    else if (writer->redact != NULL)
        add_visible(buf, writer->redact(writer->host, writer->item, name, value->text));
    else
        add_visible(buf, value->text);
    add_end(buf, name);
}

static void add_instance(struct sa_buf *buf, const struct writer *writer,
                         const struct sa_cim_instance *instance, unsigned depth)
{
    add_start(buf, instance->class_name);
    (void)sa_buf_add_text(buf, ">\n");
    for (size_t i = 0; i < instance->count; i++) {
        const struct sa_cim_property *property = &instance->properties[i];

        if (property->is_null) {
            add_start(buf, property->name);
            (void)sa_buf_add_text(buf, " null=\"true\"/>\n");
        }
        for (size_t j = 0; j < property->count; j++)
            add_value(buf, writer, property->name, &property->values[j], depth);
    }
    add_end(buf, instance->class_name);
}
/* NOLINTEND(misc-no-recursion) */

int host_add_evidence(struct host *host, const char *ns, const char *question,
                      host_redact_fn *redact, const struct sa_cim_instance *const *items,
                      size_t count, struct sa_error *err)
{
    struct sa_buf *buf = &host->evidence;
    struct writer writer = {.host = host, .redact = redact};

    if (buf->len == 0)
        (void)sa_buf_add_text(buf, "<answers>\n");
    (void)sa_buf_add_text(buf, "<answer namespace=\"");
    host_add_escaped(buf, ns);
    (void)sa_buf_add_text(buf, "\" question=\"");
    host_add_escaped(buf, question);
    (void)sa_buf_add_text(buf, "\">\n");
    for (size_t i = 0; i < count; i++) {
        writer.item = items[i];
        add_instance(buf, &writer, items[i], 0);
    }
    (void)sa_buf_add_text(buf, "</answer>\n");
    if (sa_buf_status(buf) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(buf) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the server's answers are longer than %zu MiB", buf->limit / SA_MIB);
    return host->room.status < 0 ? host_fail_room(host, err) : 0;
}

/* Asking ------------------------------------------------------------------------------------------- */

int host_query(struct host *host, const char *ns, const char *wql, host_redact_fn *redact,
               struct sa_cim_list *ret, struct sa_error *err)
{
    int r = sa_cim_query(host->session, ns, wql, &host->scratch, ret, NULL, err);

    return r < 0 ? r : host_add_evidence(host, ns, wql, redact, ret->items, ret->count, err);
}

int host_get(struct host *host, const char *ns, const char *class_name,
             const struct sa_wsman_selector *keys, size_t key_count,
             const struct sa_cim_instance **ret, struct sa_error *err)
{
    int r =
        sa_cim_get(host->session, ns, class_name, keys, key_count, &host->scratch, ret, NULL, err);
    const char *question = class_name;

    if (r < 0)
        return r;
    for (size_t i = 0; i < key_count; i++)
        question = host_printf(host, "%s%s%s='%s'", question, i == 0 ? "." : ",", keys[i].name,
                               host_text(host, keys[i].value));
    return host_add_evidence(host, ns, question, NULL, ret, 1, err);
}

bool host_is_answer(int status)
{
    return status == SA_E_NOT_FOUND || status == SA_E_DENIED || status == SA_E_REMOTE;
}

int host_get_optional(struct host *host, const char *ns, const char *class_name,
                      const struct sa_cim_instance **ret, struct sa_error *err)
{
    int r = host_get(host, ns, class_name, NULL, 0, ret, err);

    if (r != SA_E_NOT_FOUND)
        return r;
    *ret = NULL;
    return 0;
}

/* Settings ----------------------------------------------------------------------------------------- */

static const struct {
    const char *name, *key, *value;
} settings[] = {
#define SETTING(name, kind, key, value) {name, key, value},
#include "syncaudit/host_settings.def"
#undef SETTING
};

int host_setting_text(struct host *host, const char *name, const char **ret, struct sa_error *err)
{
    const struct sa_error *trouble = NULL;

    if (host->registry == NULL)
        return sa_fail(err, SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                       "the registry could not be read, where '%s' stands", name);
    for (size_t i = 0; i < SA_COUNT(settings); i++) {
        const struct sa_reg_value *value = NULL;

        if (strcmp(settings[i].name, name) != 0 || settings[i].value == NULL)
            continue;
        value = sa_registry_value(host->registry, settings[i].key, settings[i].value);
        if (value->state == SA_REG_SET && value->text != NULL && value->text[0] != '\0') {
            *ret = host_text(host, value->text);
            return 1;
        }
        if (value->state == SA_REG_SET || value->state == SA_REG_ABSENT)
            return 0;
        trouble = sa_registry_trouble(host->registry);
        if (value->state == SA_REG_UNREAD && trouble != NULL && trouble->status < 0) {
            if (err != NULL)
                *err = *trouble;
            return trouble->status;
        }
        sa_fail(err, value->state == SA_REG_DENIED ? SA_E_DENIED : SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                "the registry value '%s\\%s' could not be read", settings[i].key,
                settings[i].value);
        return value->state == SA_REG_DENIED ? SA_E_DENIED : SA_E_REMOTE;
    }
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "there is no setting '%s'", name);
}
