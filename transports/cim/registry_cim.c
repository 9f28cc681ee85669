/* SPDX-License-Identifier: Apache-2.0 */
/* The registry through WMI's StdRegProv (root/default): names first (EnumValues, EnumKey), then data, one
 * value in an exchange, of values that are there and wanted. ReturnValue tells what reg.exe does not:
 * 0 done, 2 and 3 no such key or value, 5 denied, 0x80041005 another type than the method's.
 *
 * GetExpandedStringValue replaces %NAME% by the server's variables, where `reg query` does not.
 *
 * One answer that cannot be understood leaves one thing UNREAD; several in a row, one that does not come in
 * time, or the class itself denied or missing, end the questions: what is known by then stays. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_private.h"

#define HKLM       "2147483650"
#define FAILURES   5 /* in a row */
#define WRONG_TYPE 0x80041005LL
#define NO_SUCH    2
#define NO_PATH    3
#define DENIED     5

struct ask {
    struct sa_registry *registry;
    struct sa_wsman *session;
    struct sa_arena answer; /* of the last question */
    unsigned failures;
    bool over; /* nothing more can be asked */
};

static bool is_final(int status)
{
    return status == SA_E_NETWORK || status == SA_E_AUTH || status == SA_E_CANCELLED ||
           status == SA_E_NOMEM || status == SA_E_IO || status == SA_E_INTERNAL ||
           status == SA_E_LIMIT;
}

static void failed(struct ask *a, const struct sa_error *why)
{
    sa_reg_trouble(a->registry, why);
    a->failures++;
    if (why->status == SA_E_DENIED || why->status == SA_E_NOT_FOUND ||
        why->status == SA_E_TIMEOUT || a->failures >= FAILURES)
        a->over = true;
}

/* Asks, and brings ReturnValue. Returns 1 when there is an answer, 0 when not (trouble is kept). */
static int invoke(struct ask *a, const char *method, const char *key, const char *value,
                  const struct sa_cim_instance **ret, int64_t *ret_code, struct sa_error *err)
{
    const struct sa_wsman_param params[] = {
        {"hDefKey",     HKLM },
        {"sSubKeyName", key  },
        {"sValueName",  value}
    };
    struct sa_error why = {0};
    int r = 0;

    if (a->over)
        return 0;
    a->registry->cim = true;
    sa_arena_done(&a->answer);
    r = sa_cim_invoke(a->session, "root/default", "StdRegProv", method, params,
                      value != NULL ? 3 : 2, &a->answer, ret, &why);
    if (r == 0) {
        r = sa_cim_int(*ret, "ReturnValue", ret_code);
        if (r < 0)
            r = sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                        "the answer of StdRegProv.%s for '%s' has no ReturnValue", method, key);
    }
    if (r == 0) {
        /* An unsigned number, which some stacks write as a signed one. */
        *ret_code &= 0xffffffffLL;
        a->failures = 0;
        return 1;
    }
    if (is_final(r)) {
        if (err != NULL)
            *err = why;
        return r;
    }
    failed(a, &why);
    return 0;
}

static void unexpected(struct ask *a, const char *method, const char *key, int64_t code)
{
    struct sa_error why = {0};

    sa_fail(&why, SA_E_REMOTE, SA_DOMAIN_WSMAN, code, "StdRegProv.%s of '%s' ended with 0x%llx",
            method, key, (unsigned long long)code);
    sa_reg_trouble(a->registry, &why);
}

/* What a method's code says of the key. Returns whether the method did its work. */
static bool key_answered(struct ask *a, struct reg_key *key, const char *method, int64_t code)
{
    if (code == 0)
        return true;
    if (code == NO_SUCH || code == NO_PATH)
        key->open.state = SA_REG_ABSENT;
    else if (code == DENIED)
        key->open.state = SA_REG_DENIED;
    else
        unexpected(a, method, key->open.path, code);
    return false;
}

/* Names -------------------------------------------------------------------------------------------- */

static int put_names(struct ask *a, struct reg_key *key, const struct sa_cim_instance *answer,
                     struct sa_error *err)
{
    const struct sa_cim_property *names = sa_cim_property(answer, "sNames");
    const struct sa_cim_property *types = sa_cim_property(answer, "Types");
    size_t count = names != NULL && !names->is_null ? names->count : 0;
    size_t type_count = types != NULL && !types->is_null ? types->count : 0;
    struct sa_error why = {0};

    if (count != type_count) {
        sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "StdRegProv.EnumValues of '%s' answered with %zu names and %zu types",
                key->open.path, count, type_count);
        failed(a, &why);
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct sa_reg_value value = {
            .name = names->values[i].text, .text = "", .state = SA_REG_UNREAD};
        int64_t type = 0;
        int r = sa_parse_i64(types->values[i].text, 0, INT32_MAX, &type);

        value.type = r == 0 ? (uint32_t)type : SA_REG_TYPE_UNKNOWN;
        r = sa_reg_value_put(a->registry, key, &value, strlen(value.name), err);
        if (r < 0)
            return r;
    }
    sa_reg_known(key, true, false);
    return 0;
}

static int ask_values(struct ask *a, struct reg_key *key, struct sa_error *err)
{
    const struct sa_cim_instance *answer = NULL;
    int64_t code = 0;
    int r = 0;

    if (key->values_known || key->open.state == SA_REG_ABSENT || key->open.state == SA_REG_DENIED)
        return 0;
    r = invoke(a, "EnumValues", key->open.path, NULL, &answer, &code, err);
    if (r > 0)
        r = key_answered(a, key, "EnumValues", code) ? put_names(a, key, answer, err) : 0;
    return r;
}

static int put_subkeys(struct ask *a, struct reg_key *key, const struct sa_cim_instance *answer,
                       struct sa_error *err)
{
    const struct sa_cim_property *names = sa_cim_property(answer, "sNames");
    struct sa_buf path = SA_BUF_INIT(SA_REG_PATH_MAX);
    int r = 0;

    for (size_t i = 0; r == 0 && names != NULL && !names->is_null && i < names->count; i++) {
        const char *name = names->values[i].text;

        /* A name with a separator would be a key elsewhere. */
        if (name[0] == '\0' || strchr(name, '\\') != NULL)
            continue;
        sa_buf_clear(&path);
        sa_buf_addf(&path, "%s\\%s", key->open.path, name);
        r = sa_buf_status(&path);
        if (r < 0)
            r = sa_fail(err, r, SA_DOMAIN_NONE, 0,
                        "a key below '%s' has a path of more than %d bytes", key->open.path,
                        SA_REG_PATH_MAX);
        else
            r = sa_reg_key_seen(a->registry, key, sa_buf_text(&path), path.len, NULL, err);
    }
    if (r == 0)
        sa_reg_known(key, false, true);
    sa_buf_done(&path);
    return r;
}

static int ask_subkeys(struct ask *a, struct reg_key *key, struct sa_error *err)
{
    const struct sa_cim_instance *answer = NULL;
    int64_t code = 0;
    int r = 0;

    if (key->subkeys_known || key->open.state == SA_REG_ABSENT || key->open.state == SA_REG_DENIED)
        return 0;
    r = invoke(a, "EnumKey", key->open.path, NULL, &answer, &code, err);
    if (r > 0)
        r = key_answered(a, key, "EnumKey", code) ? put_subkeys(a, key, answer, err) : 0;
    return r;
}

/* Data --------------------------------------------------------------------------------------------- */

static const char *method_of(uint32_t type)
{
    switch (type) {
    case SA_REG_TYPE_SZ:
        return "GetStringValue";
    case SA_REG_TYPE_EXPAND_SZ:
        return "GetExpandedStringValue";
    case SA_REG_TYPE_BINARY:
        return "GetBinaryValue";
    case SA_REG_TYPE_DWORD:
        return "GetDWORDValue";
    case SA_REG_TYPE_MULTI_SZ:
        return "GetMultiStringValue";
    case SA_REG_TYPE_QWORD:
        return "GetQWORDValue";
    default:
        return NULL;
    }
}

/* Numbers are unsigned decimal up to 2^64 - 1. */
static bool read_unsigned(const char *text, uint64_t most, uint64_t *ret)
{
    uint64_t number = 0;

    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        uint64_t digit = (uint64_t)(*text - '0');

        if (*text < '0' || *text > '9' || number > (most - digit) / 10)
            return false;
        number = number * 10 + digit;
    }
    *ret = number;
    return true;
}

/* Returns 1 when the answer holds data of the type. */
static int put_bytes(struct ask *a, const struct sa_cim_property *data, struct sa_reg_value *value,
                     struct sa_error *err)
{
    unsigned char *bytes = malloc(data->count + 1);
    const char *copy = NULL;
    int r = bytes != NULL ? 1 : sa_fail_nomem(err);

    for (size_t i = 0; r > 0 && i < data->count; i++) {
        uint64_t byte = 0;

        r = read_unsigned(data->values[i].text, UINT8_MAX, &byte) ? 1 : 0;
        bytes[i] = (unsigned char)byte;
    }
    if (r > 0) {
        r = sa_reg_copy(a->registry, bytes, data->count, &copy, err);
        value->bytes = (const unsigned char *)copy;
        value->len = data->count;
        r = r < 0 ? r : 1;
    }
    free(bytes);
    return r;
}

static int put_lines(struct ask *a, const struct sa_cim_property *data, struct sa_reg_value *value,
                     struct sa_error *err)
{
    struct sa_buf lines = SA_BUF_INIT(SA_LIMIT_REGISTRY_BYTES);
    int r = 0;

    for (size_t i = 0; i < data->count; i++) {
        if (i > 0)
            sa_buf_add_char(&lines, '\n');
        sa_buf_add_text(&lines, data->values[i].text);
    }
    r = sa_buf_status(&lines);
    if (r < 0)
        r = sa_fail(err, r, SA_DOMAIN_NONE, 0, "a value of the registry is too long");
    else
        r = sa_reg_copy(a->registry, sa_buf_text(&lines), lines.len, &value->text, err);
    sa_buf_done(&lines);
    return r < 0 ? r : 1;
}

static int put_data(struct ask *a, const struct sa_cim_instance *answer, struct sa_reg_value *value,
                    struct sa_error *err)
{
    bool number = value->type == SA_REG_TYPE_DWORD || value->type == SA_REG_TYPE_QWORD;
    const struct sa_cim_property *data =
        sa_cim_property(answer, number || value->type == SA_REG_TYPE_BINARY ? "uValue" : "sValue");
    static const struct sa_cim_property nothing = {.name = ""};

    /* An empty array has no element, and an empty text may come as null. */
    if (data == NULL || data->is_null)
        data = &nothing;
    if (number)
        return data->count == 1 &&
               read_unsigned(data->values[0].text,
                             value->type == SA_REG_TYPE_DWORD ? UINT32_MAX : UINT64_MAX,
                             &value->number);
    if (value->type == SA_REG_TYPE_BINARY)
        return put_bytes(a, data, value, err);
    if (value->type != SA_REG_TYPE_MULTI_SZ && data->count > 1)
        return 0;
    return put_lines(a, data, value, err);
}

static int ask_data(struct ask *a, struct reg_key *key, const struct sa_reg_value *known,
                    struct sa_error *err)
{
    const char *method = method_of(known->type);
    struct sa_reg_value value = {
        .name = known->name, .type = known->type, .text = "", .state = SA_REG_UNREAD};
    const struct sa_cim_instance *answer = NULL;
    struct sa_error why = {0};
    int64_t code = 0;
    int r = 0;

    if (method == NULL) {
        sa_fail(&why, SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                "'%s' of '%s' has type %u, which StdRegProv cannot read", value.name,
                key->open.path, (unsigned)value.type);
        sa_reg_trouble(a->registry, &why);
        return 0;
    }
    r = invoke(a, method, key->open.path, value.name, &answer, &code, err);
    if (r > 0 && code == 0) {
        r = put_data(a, answer, &value, err);
        if (r == 0) {
            sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "StdRegProv.%s of '%s' answered with no data of that type", method,
                    key->open.path);
            failed(a, &why);
        }
        value.state = r > 0 ? SA_REG_SET : SA_REG_UNREAD;
    } else if (r > 0) {
        if (code == NO_SUCH || code == NO_PATH)
            value.state = SA_REG_ABSENT;
        else if (code == DENIED)
            value.state = SA_REG_DENIED;
        else
            unexpected(a, method, key->open.path, code);
    }
    if (r > 0)
        r = sa_reg_value_put(a->registry, key, &value, strlen(value.name), err);
    return r;
}

static int ask_all_data(struct ask *a, struct reg_key *key, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && !a->over && i < key->open.value_count; i++) {
        if (key->values[i].state == SA_REG_UNREAD)
            r = ask_data(a, key, &key->values[i], err);
    }
    return r;
}

/* Requests ----------------------------------------------------------------------------------------- */

static int ask_key(struct ask *a, struct reg_key *key, struct sa_error *err)
{
    int r = ask_subkeys(a, key, err);

    if (r == 0)
        r = ask_values(a, key, err);
    if (r == 0)
        r = ask_all_data(a, key, err);
    return r;
}

/* Level by level: a list of keys that grows while it is walked. */
static int ask_tree(struct ask *a, struct reg_key *top, struct sa_error *err)
{
    size_t count = 1, size = 64;
    struct reg_key **keys = malloc(size * sizeof(struct reg_key *));
    int r = 0;

    if (keys == NULL)
        return sa_fail_nomem(err);
    keys[0] = top;
    for (size_t i = 0; r == 0 && !a->over && i < count; i++) {
        const struct sa_reg_key *open = &keys[i]->open;

        r = ask_key(a, keys[i], err);
        for (size_t k = 0; r == 0 && k < open->subkey_count; k++) {
            if (count == size) {
                struct reg_key **more = realloc(keys, 2 * size * sizeof(struct reg_key *));

                if (more == NULL) {
                    r = sa_fail_nomem(err);
                    break;
                }
                keys = more;
                size *= 2;
            }
            keys[count++] = sa_reg_key_find(a->registry, open->subkeys[k]->path,
                                            strlen(open->subkeys[k]->path));
        }
    }
    free(keys);
    return r;
}

static int ask_value(struct ask *a, struct reg_key *key, const char *name, struct sa_error *err)
{
    const struct sa_reg_value *value = sa_registry_value(a->registry, key->open.path, name);
    int r = 0;

    if (value->state != SA_REG_UNREAD)
        return 0;
    r = ask_values(a, key, err);
    if (r < 0 || sa_registry_has(a->registry, key->open.path, name) != SA_REG_SET)
        return r;
    value = sa_registry_value(a->registry, key->open.path, name);
    return value->state == SA_REG_UNREAD ? ask_data(a, key, value, err) : 0;
}

static int ask_request(struct ask *a, const struct sa_reg_request *request, struct sa_error *err)
{
    const struct sa_reg_key *known = sa_registry_key(a->registry, request->key);
    struct reg_key *key = NULL;
    int r = 0;

    if (known->state == SA_REG_ABSENT || known->state == SA_REG_DENIED)
        return 0;
    r = sa_reg_key_make(a->registry, request->key, strlen(request->key), &key, err);
    if (r < 0)
        return r;
    switch (request->scope) {
    case SA_REG_VALUE:
        return ask_value(a, key, request->value, err);
    case SA_REG_NAMES:
        return ask_values(a, key, err);
    case SA_REG_EXISTS:
        return key->open.state == SA_REG_SET ? 0 : ask_subkeys(a, key, err);
    case SA_REG_SUBKEYS:
        return ask_subkeys(a, key, err);
    case SA_REG_KEY:
        return ask_key(a, key, err);
    case SA_REG_TREE:
        return ask_tree(a, key, err);
    }
    return 0;
}

int sa_reg_cim_read(struct sa_registry *registry, struct sa_wsman *session,
                    const struct sa_reg_request *requests, size_t count, struct sa_error *err)
{
    struct ask a = {
        .registry = registry, .session = session, .answer = SA_ARENA_INIT(SA_LIMIT_REGISTRY_BYTES)};
    int r = 0;

    for (size_t i = 0; r == 0 && !a.over && i < count; i++)
        r = ask_request(&a, &requests[i], err);
    sa_arena_done(&a.answer);
    return r;
}
