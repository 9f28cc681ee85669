/* SPDX-License-Identifier: Apache-2.0 */
#include "registry_fake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "support/test.h"

struct fake *fake;

int __wrap_sa_wsman_commands(struct sa_wsman *session, sa_wsman_next_fn *next, void *payload,
                             unsigned timeout_ms, struct sa_error *err);
int __wrap_sa_cim_invoke(struct sa_wsman *session, const char *ns, const char *class_name,
                         const char *method, const struct sa_wsman_param *params,
                         size_t param_count, struct sa_arena *arena,
                         const struct sa_cim_instance **ret, struct sa_error *err);

static void note(char *log, size_t size, const char *a, const char *b, const char *c)
{
    size_t len = strlen(log);

    assert_true(len + strlen(a) + strlen(b) + strlen(c) + 4 < size);
    (void)snprintf(log + len, size - len, "%s%s%s%s%s\n", a, *b != '\0' ? " " : "", b,
                   *c != '\0' ? " " : "", c);
}

static bool is_denied(const char *key)
{
    for (size_t i = 0; i < SA_COUNT(fake->denied); i++) {
        if (sa_text_same(fake->denied[i], key))
            return true;
    }
    return false;
}

/* Is `key` the path, or above it? */
static bool covers(const char *key, const char *path)
{
    size_t len = strlen(key);

    return strncasecmp(key, path, len) == 0 && (path[len] == '\0' || path[len] == '\\');
}

static bool exists(const char *key)
{
    for (const struct fake_value *v = fake->values; v->key != NULL; v++) {
        if (covers(key, v->key))
            return true;
    }
    return false;
}

/* The subkeys of a key, each once, in the order of the table. Returns how many. */
static size_t subkeys(const char *key, char names[][256], size_t size)
{
    size_t len = strlen(key), count = 0;

    for (const struct fake_value *v = fake->values; v->key != NULL; v++) {
        char name[256];
        size_t i = 0;

        if (!covers(key, v->key) || v->key[len] == '\0')
            continue;
        (void)snprintf(name, sizeof name, "%.*s", (int)strcspn(v->key + len + 1, "\\"),
                       v->key + len + 1);
        while (i < count && !sa_text_same(names[i], name))
            i++;
        if (i < count)
            continue;
        assert_true(count < size);
        memcpy(names[count++], name, sizeof name);
    }
    return count;
}

/* reg.exe ------------------------------------------------------------------------------------------ */

static const char *const type_names[] = {"REG_NONE",   "REG_SZ",      "REG_EXPAND_SZ",
                                         "REG_BINARY", "REG_DWORD",   "REG_DWORD_BIG_ENDIAN",
                                         "REG_LINK",   "REG_MULTI_SZ"};

static void print_value(const struct fake_value *v, struct sa_buf *out)
{
    const char *name = v->name;

    if (*name == '\0')
        name = fake->default_name != NULL ? fake->default_name : "(Default)";
    sa_buf_addf(out, "    %s    %s    ", name, v->type == 11 ? "REG_QWORD" : type_names[v->type]);
    if (v->type == 4 || v->type == 11) {
        sa_buf_addf(out, "0x%llx", strtoull(v->data, NULL, 10));
    } else if (v->type == 7) {
        for (const char *c = v->data; *c != '\0'; c++) {
            if (*c == '\n')
                sa_buf_add_text(out, "\\0");
            else
                sa_buf_add_char(out, *c);
        }
    } else {
        sa_buf_add_text(out, v->data);
    }
    sa_buf_add_text(out, "\r\n");
}

static size_t print_values(const char *key, const char *name, bool even_empty, struct sa_buf *out)
{
    size_t count = 0;

    for (const struct fake_value *v = fake->values; v->key != NULL; v++) {
        if (v->name == NULL || !sa_text_same(v->key, key) ||
            (name != NULL && !sa_text_same(name, v->name)))
            continue;
        if (count++ == 0)
            sa_buf_addf(out, "HKEY_LOCAL_MACHINE\\%s\r\n", key);
        print_value(v, out);
    }
    if (count == 0 && even_empty)
        sa_buf_addf(out, "HKEY_LOCAL_MACHINE\\%s\r\n", key);
    if (count > 0 && fake->said_after != NULL)
        sa_buf_add_text(out, fake->said_after);
    if (count > 0 || even_empty)
        sa_buf_add_text(out, "\r\n");
    return count;
}

static bool print_tree(const char *key, struct sa_buf *out)
{
    bool whole = true;
    char names[64][256];
    size_t count = subkeys(key, names, 64);

    print_values(key, NULL, fake->names_empty_keys, out);
    for (size_t i = 0; i < count; i++) {
        char below[1024];

        (void)snprintf(below, sizeof below, "%s\\%s", key, names[i]);
        whole &= !is_denied(below); /* passed over without a word */
        if (!is_denied(below))
            whole &= print_tree(below, out);
    }
    return whole;
}

static bool query(const char *key, const char *name, bool recurse, struct sa_buf *out)
{
    char names[64][256];
    size_t count = 0;

    if (!exists(key) || is_denied(key))
        return false;
    sa_buf_add_text(out, "\r\n");
    if (name != NULL)
        return print_values(key, name, false, out) > 0;
    if (recurse) {
        return print_tree(key, out) || !fake->tree_fails;
    }
    print_values(key, NULL, false, out);
    count = subkeys(key, names, 64);
    for (size_t i = 0; i < count; i++)
        sa_buf_addf(out, "HKEY_LOCAL_MACHINE\\%s\\%s\r\n", key, names[i]);
    return true;
}

/* Takes a word off the front into `text`, in quotes where it has other characters than cmd.exe takes as
 * they are. */
static const char *word(const char *at, const char *begin, char *text, size_t size)
{
    bool is_quoted = *at == '"';
    size_t len = 0;

    at += is_quoted;
    assert_memory_equal(at, begin, strlen(begin));
    at += strlen(begin);
    len = strcspn(at, is_quoted ? "\"" : " &|");
    assert_true(len > 0 && len < size);
    for (size_t i = 0; i < len; i++)
        assert_null(
            strchr(is_quoted ? "%!^&|<>;,=`'\r\n\t*?" : "%!^<>;,=`'\"()@{}$+:/*?\r\n\t", at[i]));
    memcpy(text, at, len);
    text[len] = '\0';
    at += len;
    if (is_quoted)
        assert_int_equal(*at, '"');
    return at + is_quoted;
}

static bool take(const char **at, const char *text)
{
    if (strncmp(*at, text, strlen(text)) != 0)
        return false;
    *at += strlen(text);
    return true;
}

static bool query_item(const char **at, bool *ret_run, bool *ret_tree, struct sa_buf *out,
                       struct sa_buf *error_out)
{
    char key[300] = "", name[300] = "";
    bool ok = false;

    assert_true(take(at, "reg query "));
    *at = word(*at, "HKLM\\", key, sizeof key);
    *ret_tree = *ret_run = false;
    if (take(at, " /ve")) {
        ok = exists(key) && !is_denied(key);
        if (ok)
            sa_buf_addf(out,
                        "\r\nHKEY_LOCAL_MACHINE\\%s\r\n    (Standard)    REG_SZ    (Wert "
                        "nicht festgelegt)\r\n\r\n",
                        key);
    } else {
        *ret_tree = take(at, " /s");
        *ret_run = !*ret_tree && take(at, " /v ");
        if (*ret_run)
            *at = word(*at, "", name, sizeof name);
        ok = query(key, *ret_run ? name : NULL, *ret_tree, out);
    }
    if (!ok)
        sa_buf_add_text(error_out,
                        "FEHLER: Der angegebene Registrierungsschluessel bzw. Wert wurde "
                        "nicht gefunden.\r\n");
    return ok;
}

static const char *marker(const char *at, bool prints, struct sa_buf *out)
{
    size_t len = strspn(at, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:-");

    assert_true(len > 6 && len < 20);
    if (prints)
        sa_buf_addf(out, "%.*s\r\n", (int)len, at);
    return at + len;
}

/* One query, or several values of one, with the marker: exactly the form that goes over the wire, or the
 * test fails. */
static const char *run_item(const char *at, struct sa_buf *out, struct sa_buf *error_out)
{
    bool is_run = false, is_tree = false;
    bool ok = query_item(&at, &is_run, &is_tree, out, error_out);

    while (is_run && take(&at, "&") && !take(&at, "echo ")) {
        (void)query_item(&at, &is_run, &is_tree, out, error_out);
        assert_true(is_run);
    }
    if (is_run)
        return marker(at, true, out);
    assert_true(take(&at, "&&echo "));
    at = marker(at, ok, out);
    assert_int_equal(strncmp(at, "||", 2) == 0, is_tree);
    if (take(&at, "||echo ")) {
        at = marker(at, !ok, out);
        assert_int_equal(at[-1], '-');
    }
    return at;
}

static int run_line(const char *at, struct sa_wsman_output *output, struct sa_error *err)
{
    struct sa_buf *out = output->out;

    fake->shell_lines++;
    note(fake->lines, sizeof fake->lines, at, "", "");
    assert_true(strlen(at) <= 8100);
    if (strlen(at) > fake->longest_line)
        fake->longest_line = strlen(at);
    if (fake->shell_error.status < 0) {
        *err = fake->shell_error;
        return err->status;
    }
    if (fake->said_first != NULL)
        sa_buf_add_text(out, fake->said_first);
    while (*at != '\0') {
        at = run_item(at, out, output->error_out);
        assert_true(*at == '\0' || *at == '&');
        at += *at == '&';
    }
    if (fake->cut > 0 && fake->cut < out->len) {
        out->len = fake->cut;
        out->data[out->len] = '\0';
    }
    output->exit_code = 0;
    return sa_buf_status(out);
}

int __wrap_sa_wsman_commands(struct sa_wsman *session, sa_wsman_next_fn *next, void *payload,
                             unsigned timeout_ms, struct sa_error *err)
{
    const char *line = NULL;
    struct sa_wsman_output *output = NULL;
    int r = 0;

    (void)session;
    (void)timeout_ms;
    fake->shells++;
    while ((r = next(payload, &line, &output, err)) > 0) {
        r = run_line(line, output, err);
        if (r < 0)
            break;
    }
    return r;
}

/* StdRegProv --------------------------------------------------------------------------------------- */

struct answer {
    struct sa_arena *arena;
    struct sa_cim_instance *instance;
    struct sa_cim_property *properties;
};

static void add_property(struct answer *a, const char *name, char *const *texts, size_t count)
{
    struct sa_cim_value *values = sa_arena_array(a->arena, count + 1, sizeof *values);

    assert_non_null(values);
    for (size_t i = 0; i < count; i++) {
        values[i].text = sa_arena_text(a->arena, texts[i]);
        assert_non_null(values[i].text);
    }
    a->properties[a->instance->count++] = (struct sa_cim_property){
        .name = name, .is_null = count == 0, .values = values, .count = count};
}

static void add_code(struct answer *a, const char *code)
{
    add_property(a, "ReturnValue", &(char *){(char *)(uintptr_t)code}, 1);
}

static void enum_values(struct answer *a, const char *key)
{
    char *names[1024], *types[1024];
    size_t count = 0;

    for (const struct fake_value *v = fake->values; v->key != NULL; v++) {
        if (v->name == NULL || !sa_text_same(v->key, key))
            continue;
        assert_true(count < 1024);
        names[count] = (char *)(uintptr_t)v->name;
        types[count++] = sa_arena_printf(a->arena, "%u", (unsigned)v->type);
    }
    add_property(a, "sNames", names, count);
    add_property(a, "Types", types, count);
    add_code(a, "0");
}

static void enum_key(struct answer *a, const char *key)
{
    char names[64][256], *texts[64];
    size_t count = subkeys(key, names, 64);

    for (size_t i = 0; i < count; i++)
        texts[i] = names[i];
    add_property(a, "sNames", texts, count);
    add_code(a, "0");
}

static void add_bytes(struct answer *a, const char *hex)
{
    char *texts[1024];
    size_t count = strlen(hex) / 2;

    for (size_t i = 0; i < count; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i + 1], '\0'};

        texts[i] = sa_arena_printf(a->arena, "%lu", strtoul(pair, NULL, 16));
    }
    add_property(a, "uValue", texts, count);
}

static void add_lines(struct answer *a, const char *data)
{
    char *texts[64];
    size_t count = 0;

    while (*data != '\0') {
        size_t len = strcspn(data, "\n");

        texts[count++] = sa_arena_copy(a->arena, data, len);
        data += len + (data[len] == '\n');
    }
    add_property(a, "sValue", texts, count);
}

static void get_value(struct answer *a, const char *method, const char *key, const char *name)
{
    static const char *const methods[] = {"",
                                          "GetStringValue",
                                          "GetExpandedStringValue",
                                          "GetBinaryValue",
                                          "GetDWORDValue",
                                          "",
                                          "",
                                          "GetMultiStringValue",
                                          "",
                                          "",
                                          "",
                                          "GetQWORDValue"};
    const struct fake_value *v = fake->values;

    fake->data_invokes++;
    while (v->key != NULL &&
           (v->name == NULL || !sa_text_same(v->key, key) || !sa_text_same(v->name, name)))
        v++;
    if (v->key == NULL) {
        add_code(a, "2");
    } else if (strcmp(methods[v->type], method) != 0 || sa_text_same(fake->changing, v->name)) {
        add_code(a, "-2147217403"); /* 0x80041005, signed */
    } else {
        if (v->type == 3)
            add_bytes(a, v->data);
        else if (v->type == 7)
            add_lines(a, v->data);
        else
            add_property(a, v->type == 4 || v->type == 11 ? "uValue" : "sValue",
                         &(char *){(char *)(uintptr_t)v->data}, 1);
        add_code(a, "0");
    }
}

int __wrap_sa_cim_invoke(struct sa_wsman *session, const char *ns, const char *class_name,
                         const char *method, const struct sa_wsman_param *params,
                         size_t param_count, struct sa_arena *arena,
                         const struct sa_cim_instance **ret, struct sa_error *err)
{
    struct answer a = {.arena = arena};
    const char *key = params[1].value, *name = param_count > 2 ? params[2].value : "";

    (void)session;
    assert_string_equal(ns, "root/default");
    assert_string_equal(class_name, "StdRegProv");
    assert_string_equal(params[0].name, "hDefKey");
    assert_string_equal(params[0].value, "2147483650");
    assert_string_equal(params[1].name, "sSubKeyName");
    fake->invokes++;
    note(fake->asked, sizeof fake->asked, method, key, name);
    if (fake->cim_error.status < 0 && fake->invokes >= fake->cim_error_from) {
        *err = fake->cim_error;
        return err->status;
    }
    a.instance = sa_arena_alloc(arena, sizeof *a.instance);
    a.properties = sa_arena_array(arena, 4, sizeof *a.properties);
    assert_non_null(a.instance);
    assert_non_null(a.properties);
    a.instance->properties = a.properties;
    a.instance->class_name = "StdRegProv";
    if (is_denied(key))
        add_code(&a, "5");
    else if (!exists(key))
        add_code(&a, "2");
    else if (strcmp(method, "EnumValues") == 0)
        enum_values(&a, key);
    else if (strcmp(method, "EnumKey") == 0)
        enum_key(&a, key);
    else
        get_value(&a, method, key, name);
    *ret = a.instance;
    return 0;
}

/* Weak: only where the CIM library has none of its own. */
__attribute__((weak)) const struct sa_cim_property *
sa_cim_property(const struct sa_cim_instance *instance, const char *name)
{
    for (size_t i = 0; i < instance->count; i++) {
        if (sa_text_same(instance->properties[i].name, name))
            return &instance->properties[i];
    }
    return NULL;
}

__attribute__((weak)) int sa_cim_int(const struct sa_cim_instance *instance, const char *name,
                                     int64_t *ret)
{
    const struct sa_cim_property *property = sa_cim_property(instance, name);

    if (property == NULL || property->is_null || property->count != 1)
        return SA_E_NOT_FOUND;
    return sa_parse_i64(property->values[0].text, INT64_MIN, INT64_MAX, ret) < 0 ? SA_E_PROTOCOL
                                                                                 : 0;
}
