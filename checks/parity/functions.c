/* SPDX-License-Identifier: Apache-2.0 */
/* SQL functions that bring text into a form in which equal meaning is equal text.
 *
 *   fold(text)            letter case and composition do not count
 *   dn_key(text)          the same for a distinguished name, also spaces and escapes
 *   param_key(name, value) value of a named parameter: booleans, numbers, time spans, DNs, lists without
 *                         order */
#include "syncaudit/buf.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "parity.h"

static void result_buf(sqlite3_context *context, struct sa_buf *buf)
{
    if (sa_buf_status(buf) < 0)
        sqlite3_result_error_toobig(context);
    else
        sqlite3_result_text64(context, sa_buf_text(buf), buf->len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void fold_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (!text)
        return;
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(4 * SA_LIMIT_XML_TEXT);
    (void)sa_text_add_folded(&out, text, (size_t)sqlite3_value_bytes(values[0]));
    result_buf(context, &out);
}

static void dn_key_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (!text)
        return;
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(4 * SA_LIMIT_XML_TEXT);
    (void)sa_text_add_dn(&out, text, (size_t)sqlite3_value_bytes(values[0]));
    result_buf(context, &out);
}

/* One entry of a list, without the spaces around it. */
struct entry {
    const char *at;
    size_t len;
};

static int by_text(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    size_t common = x->len < y->len ? x->len : y->len;
    int order = memcmp(x->at, y->at, common);
    if (order != 0)
        return order;
    return (x->len > y->len) - (x->len < y->len);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct entry trimmed(const char *at, size_t len)
{
    while (len > 0 && is_space(at[0])) {
        at++;
        len--;
    }
    while (len > 0 && is_space(at[len - 1]))
        len--;
    return (struct entry){at, len};
}

/* "b; a,c" and "a,b,c" become the same text: the order of a list of attributes means nothing. */
static int add_sorted(struct sa_buf *out, const char *text, size_t len)
{
    size_t count = 1;
    for (size_t i = 0; i < len; i++)
        count += text[i] == ',' || text[i] == ';';
    struct entry *entries = calloc(count, sizeof *entries);
    if (!entries)
        return SA_E_NOMEM;
    size_t used = 0;
    size_t start = 0;
    for (size_t i = 0; i <= len; i++) {
        if (i < len && text[i] != ',' && text[i] != ';')
            continue;
        struct entry entry = trimmed(text + start, i - start);
        if (entry.len > 0)
            entries[used++] = entry;
        start = i + 1;
    }
    qsort(entries, used, sizeof *entries, by_text);
    for (size_t i = 0; i < used; i++) {
        (void)sa_buf_add(out, entries[i].at, entries[i].len);
        (void)sa_buf_add_char(out, ',');
    }
    free(entries);
    return sa_buf_status(out);
}

/* Parameters whose value is a list without order. */
static bool is_list(const char *name)
{
    return sa_text_glob("*List", name) || sa_text_glob("*Attributes", name) ||
           sa_text_glob("*AttributesMap", name);
}

static bool is_dn(const char *name, const char *value)
{
    return sa_text_glob("*Container", name) || sa_text_glob("*Dn", name) ||
           sa_text_glob("*,DC=*", value);
}

/* Spellings of one value: True and 1, 0500 and 500, 0.00:30:00 and 00:30:00. */
static void result_value(sqlite3_context *context, struct sa_buf *folded)
{
    const char *text = sa_buf_text(folded);
    bool flag = false;
    int64_t number = 0;
    if (sa_buf_status(folded) == 0 && sa_parse_bool(text, &flag) == 0)
        sqlite3_result_text(context, flag ? "1" : "0", 1, SQLITE_STATIC);
    else if (sa_buf_status(folded) == 0 && sa_parse_i64(text, 0, INT64_MAX, &number) == 0)
        sqlite3_result_text(context, text + strspn(text, "+0"), -1, SQLITE_TRANSIENT);
    else if (sa_buf_status(folded) == 0 && strchr(text, ':') &&
             sa_duration_parse(text, &number) == 0)
        sqlite3_result_int64(context, number);
    else
        result_buf(context, folded);
}

static void param_key_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *name = (const char *)sqlite3_value_text(values[0]);
    const char *value = (const char *)sqlite3_value_text(values[1]);
    if (!name || !value)
        return;
    struct entry text = trimmed(value, (size_t)sqlite3_value_bytes(values[1]));
    SA_CLEANUP(sa_buf_done) struct sa_buf folded = SA_BUF_INIT(4 * SA_LIMIT_XML_TEXT);
    SA_CLEANUP(sa_buf_done) struct sa_buf sorted = SA_BUF_INIT(4 * SA_LIMIT_XML_TEXT);
    if (is_dn(name, value)) {
        (void)sa_text_add_dn(&folded, text.at, text.len);
        result_buf(context, &folded);
        return;
    }
    (void)sa_text_add_folded(&folded, text.at, text.len);
    if (is_list(name) && sa_buf_status(&folded) == 0) {
        if (add_sorted(&sorted, sa_buf_text(&folded), folded.len) == SA_E_NOMEM)
            sqlite3_result_error_nomem(context);
        else
            result_buf(context, &sorted);
        return;
    }
    result_value(context, &folded);
}

int sa_parity_functions(sqlite3 *db, struct sa_error *err)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (sqlite3_create_function(db, "fold", 1, flags, NULL, fold_function, NULL, NULL) !=
            SQLITE_OK ||
        sqlite3_create_function(db, "dn_key", 1, flags, NULL, dn_key_function, NULL, NULL) !=
            SQLITE_OK ||
        sqlite3_create_function(db, "param_key", 2, flags, NULL, param_key_function, NULL, NULL) !=
            SQLITE_OK)
        return sa_sql_fail(db, "register functions of the comparison", err);
    return 0;
}
