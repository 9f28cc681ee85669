/* SPDX-License-Identifier: Apache-2.0 */
/* What `reg query` prints (Windows 7 / Server 2008 R2 and later), in UTF-8:
 *
 *   HKEY_LOCAL_MACHINE\path                    the key; left out when it has no values and no /s is given
 *       NAME    REG_TYPE    DATA               four blanks before each column; no column is escaped
 *                                              an empty line
 *   HKEY_LOCAL_MACHINE\path\subkey             subkeys without values; with /s each is a key of its own
 *
 * Names and data may hold blanks, so the first column that is a type ends the name. Data may hold line
 * breaks: a line that is none of the above continues the data before it. Data that looks like a line of
 * its own cannot be told from one: whoever may write such a value may write the other as well.
 *
 * REG_DWORD and REG_QWORD are 0x and hex, REG_BINARY is hex, REG_MULTI_SZ has "\0" between entries, the
 * unnamed value has a localised name in parentheses. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_private.h"

#define COLUMN     "    "
#define COLUMN_LEN ((size_t)4)

struct parse {
    struct sa_registry *registry;
    const struct reg_command *command;
    const struct reg_wanted *wanted;
    struct reg_key *top;     /* the key that was asked for */
    struct reg_key *current; /* whose values follow; NULL: nobody's */
    bool open, odd, named_default;
    const char *name; /* of the open value */
    size_t name_len, blanks;
    uint32_t type;
    struct sa_buf data;
};

static const struct {
    const char *name;
    uint32_t type;
} types[] = {
    {"REG_SZ",                         SA_REG_TYPE_SZ                   },
    {"REG_EXPAND_SZ",                  SA_REG_TYPE_EXPAND_SZ            },
    {"REG_DWORD",                      SA_REG_TYPE_DWORD                },
    {"REG_BINARY",                     SA_REG_TYPE_BINARY               },
    {"REG_MULTI_SZ",                   SA_REG_TYPE_MULTI_SZ             },
    {"REG_QWORD",                      SA_REG_TYPE_QWORD                },
    {"REG_NONE",                       SA_REG_TYPE_NONE                 },
    {"REG_DWORD_BIG_ENDIAN",           SA_REG_TYPE_DWORD_BIG_ENDIAN     },
    {"REG_LINK",                       SA_REG_TYPE_LINK                 },
    {"REG_RESOURCE_LIST",              8                                },
    {"REG_FULL_RESOURCE_DESCRIPTOR",   9                                },
    {"REG_RESOURCE_REQUIREMENTS_LIST", SA_REG_TYPE_RESOURCE_REQUIREMENTS},
};

static bool is_wanted(const struct reg_wanted *wanted, const char *key, const char *value)
{
    for (size_t i = 0; i < wanted->count; i++) {
        const struct sa_reg_request *request = &wanted->requests[i];

        if (request->scope == SA_REG_VALUE && sa_text_same(request->value, value) &&
            sa_text_same(request->key, key))
            return true;
    }
    return false;
}

/* Data --------------------------------------------------------------------------------------------- */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_number(const char *text, size_t len, size_t most, uint64_t *ret)
{
    uint64_t number = 0;

    if (len < 3 || len > most + 2 || text[0] != '0' || (text[1] | 0x20) != 'x')
        return false;
    for (size_t i = 2; i < len; i++) {
        int digit = hex_digit(text[i]);

        if (digit < 0)
            return false;
        number = number << 4 | (uint64_t)digit;
    }
    *ret = number;
    return true;
}

/* Returns 1 when read, 0 when it is no hex text. */
static int read_bytes(struct parse *p, struct sa_reg_value *value, struct sa_error *err)
{
    const char *copy = NULL;
    size_t len = p->data.len / 2;
    unsigned char *bytes = NULL;
    int r = 0;

    if (p->data.len % 2 != 0)
        return 0;
    for (size_t i = 0; i < p->data.len; i++) {
        if (hex_digit(p->data.data[i]) < 0)
            return 0;
    }
    bytes = malloc(len + 1);
    if (bytes == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < len; i++)
        bytes[i] = (unsigned char)(hex_digit(p->data.data[2 * i]) << 4 |
                                   hex_digit(p->data.data[2 * i + 1]));
    r = sa_reg_copy(p->registry, bytes, len, &copy, err);
    free(bytes);
    if (r < 0)
        return r;
    value->bytes = (const unsigned char *)copy;
    value->len = len;
    return 1;
}

/* "a\0b\0" to "a", line break, "b". What an entry holds beside "\0" cannot be told from a separator. */
static void split_entries(struct sa_buf *data)
{
    size_t to = 0;

    while (data->len >= 2 && memcmp(data->data + data->len - 2, "\\0", 2) == 0)
        data->len -= 2;
    for (size_t from = 0; from < data->len;) {
        if (from + 1 < data->len && data->data[from] == '\\' && data->data[from + 1] == '0') {
            data->data[to++] = '\n';
            from += 2;
        } else {
            data->data[to++] = data->data[from++];
        }
    }
    data->len = to;
}

/* Returns 1 when the data was understood. */
static int read_data(struct parse *p, struct sa_reg_value *value, struct sa_error *err)
{
    int r = 0;

    switch (p->type) {
    case SA_REG_TYPE_DWORD:
    case SA_REG_TYPE_DWORD_BIG_ENDIAN:
        return read_number(sa_buf_text(&p->data), p->data.len, 8, &value->number);
    case SA_REG_TYPE_QWORD:
        return read_number(sa_buf_text(&p->data), p->data.len, 16, &value->number);
    case SA_REG_TYPE_MULTI_SZ:
        split_entries(&p->data);
        break;
    case SA_REG_TYPE_SZ:
    case SA_REG_TYPE_EXPAND_SZ:
        break;
    case SA_REG_TYPE_UNKNOWN:
    case SA_REG_TYPE_LINK:
        return 0;
    default:
        return read_bytes(p, value, err);
    }
    if (!sa_utf8_valid(sa_buf_text(&p->data), p->data.len) ||
        memchr(sa_buf_text(&p->data), '\0', p->data.len) != NULL)
        return 0;
    r = sa_reg_copy(p->registry, sa_buf_text(&p->data), p->data.len, &value->text, err);
    return r < 0 ? r : 1;
}

/* The unnamed value, "(Default)", "(Standard)", ...: the first name in parentheses. */
static bool is_default(struct parse *p)
{
    if (p->named_default || p->name_len < 3 || p->name[0] != '(' || p->name[p->name_len - 1] != ')')
        return false;
    p->named_default = true;
    return true;
}

static bool keeps(const struct parse *p, const char *name)
{
    switch (p->command->keep) {
    case REG_KEEP_ALL:
        return true;
    case REG_KEEP_WANTED:
        return is_wanted(p->wanted, p->current->open.path, name);
    default:
        return false;
    }
}

static int end_value(struct parse *p, struct sa_error *err)
{
    struct sa_reg_value value = {.state = SA_REG_UNREAD, .type = p->type, .text = ""};
    char *name = NULL;
    bool unnamed = false;
    int r = 0;

    if (!p->open)
        return 0;
    p->open = false;
    p->blanks = 0;
    r = sa_buf_status(&p->data);
    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_NONE, 0, "a value of the registry has more than %zu MiB",
                       SA_LIMIT_REGISTRY_BYTES / SA_MIB);
    if (!sa_utf8_valid(p->name, p->name_len) || memchr(p->name, '\0', p->name_len) != NULL) {
        p->odd = true;
        return 0;
    }
    unnamed = is_default(p);
    name = malloc(p->name_len + 1);
    if (name == NULL)
        return sa_fail_nomem(err);
    memcpy(name, p->name, p->name_len);
    name[unnamed ? 0 : p->name_len] = '\0';
    value.name = name;
    if (keeps(p, name)) {
        r = read_data(p, &value, err);
        if (r > 0)
            value.state = SA_REG_SET;
    }
    if (r >= 0)
        r = sa_reg_value_put(p->registry, p->current, &value, strlen(name), err);
    /* Values are printed together, so one of them stands for all. */
    if (r == 0 && p->command->partial)
        sa_reg_known(p->current, true, false);
    free(name);
    return r;
}

/* Lines -------------------------------------------------------------------------------------------- */

static uint32_t type_of(const char *word, size_t len)
{
    for (size_t i = 0; i < SA_COUNT(types); i++) {
        if (strlen(types[i].name) == len && memcmp(word, types[i].name, len) == 0)
            return types[i].type;
    }
    return SA_REG_TYPE_UNKNOWN;
}

/* The first column that is a type. */
static bool split_columns(const char *line, size_t len, size_t *ret_name_len, uint32_t *ret_type,
                          size_t *ret_data)
{
    if (len <= COLUMN_LEN || memcmp(line, COLUMN, COLUMN_LEN) != 0)
        return false;
    for (size_t at = COLUMN_LEN; at + 2 * COLUMN_LEN < len; at++) {
        size_t word = at + COLUMN_LEN, end = word;

        if (memcmp(line + at, COLUMN "REG_", 2 * COLUMN_LEN) != 0)
            continue;
        while (end < len && ((line[end] >= 'A' && line[end] <= 'Z') || line[end] == '_'))
            end++;
        if (end < len && (len - end < COLUMN_LEN || memcmp(line + end, COLUMN, COLUMN_LEN) != 0))
            continue;
        *ret_name_len = at - COLUMN_LEN;
        *ret_type = type_of(line + word, end - word);
        *ret_data = end < len ? end + COLUMN_LEN : end;
        return true;
    }
    return false;
}

/* The path below the root, or NULL: no path, or none that this command can print. */
static const char *path_of(const struct parse *p, const char *line, size_t len, size_t *ret_len)
{
    static const char root[] = SA_REG_ROOT "\\";
    const char *path = line + sizeof root - 1;
    size_t path_len = 0, top = 0;

    if (len <= sizeof root - 1 || memcmp(line, root, sizeof root - 1) != 0)
        return NULL;
    path_len = len - (sizeof root - 1);
    if (path_len > SA_REG_PATH_MAX || !sa_utf8_valid(path, path_len) ||
        memchr(path, '\0', path_len) != NULL || path[0] == '\\' || path[path_len - 1] == '\\')
        return NULL;
    *ret_len = path_len;
    if (p->command->key == NULL)
        return path;
    top = strlen(p->command->key);
    if (path_len < top || strncasecmp(path, p->command->key, top) != 0 ||
        (path_len > top && path[top] != '\\'))
        return NULL;
    /* Without /s there are only the key and its own subkeys. */
    if (path_len > top &&
        (p->command->value != NULL ||
         (!p->command->recurse && memchr(path + top + 1, '\\', path_len - top - 1) != NULL)))
        return NULL;
    return path;
}

/* Makes the keys between the one that was asked for and this one, and puts each into its parent's list. */
static int link_down(struct parse *p, const char *path, size_t len, struct reg_key **ret,
                     struct sa_error *err)
{
    struct reg_key *key = p->top;
    size_t at = key != NULL ? strlen(key->open.path) : 0;
    int r = 0;

    while (r == 0 && at < len) {
        size_t end = at + (at > 0);

        while (end < len && path[end] != '\\')
            end++;
        r = sa_reg_key_seen(p->registry, key, path, end, &key, err);
        at = end;
        if (r == 0 && p->command->recurse && !p->command->partial)
            sa_reg_known(key, true, true);
    }
    *ret = key;
    return r;
}

static int begin_key(struct parse *p, const char *path, size_t len, struct sa_error *err)
{
    struct reg_key *key = NULL;
    int r = end_value(p, err);

    if (r < 0)
        return r;
    p->named_default = false;
    r = link_down(p, path, len, &key, err);
    if (r < 0)
        return r;
    /* In a plain listing a subkey is only named. */
    p->current = p->top == NULL || p->command->recurse || key == p->top ? key : NULL;
    return 0;
}

static void continue_value(struct parse *p, const char *line, size_t len)
{
    bool text = p->type == SA_REG_TYPE_SZ || p->type == SA_REG_TYPE_EXPAND_SZ ||
                p->type == SA_REG_TYPE_MULTI_SZ;

    if (!p->open || !text) {
        p->odd = true;
        return;
    }
    for (; p->blanks > 0; p->blanks--)
        sa_buf_add_char(&p->data, '\n');
    sa_buf_add_char(&p->data, '\n');
    sa_buf_add(&p->data, line, len);
}

static int take_line(struct parse *p, const char *line, size_t len, struct sa_error *err)
{
    size_t name_len = 0, data = 0, path_len = 0;
    uint32_t type = 0;
    const char *path = NULL;
    int r = 0;

    if (len == 0) {
        p->blanks++;
        return 0;
    }
    path = path_of(p, line, len, &path_len);
    if (path != NULL)
        return begin_key(p, path, path_len, err);
    if (p->current == NULL || !split_columns(line, len, &name_len, &type, &data)) {
        continue_value(p, line, len);
        return 0;
    }
    r = end_value(p, err);
    if (r < 0)
        return r;
    p->open = true;
    p->name = line + COLUMN_LEN;
    p->name_len = name_len;
    p->type = type;
    p->blanks = 0;
    sa_buf_clear(&p->data);
    sa_buf_add(&p->data, line + data, len - data);
    return 0;
}

static int read_lines(struct parse *p, const char *text, size_t len, struct sa_error *err)
{
    int r = 0;

    while (r == 0 && len > 0) {
        const char *end = memchr(text, '\n', len);
        size_t line = end != NULL ? (size_t)(end - text) : len;
        size_t used = end != NULL ? line + 1 : line;

        while (line > 0 && text[line - 1] == '\r')
            line--;
        r = take_line(p, text, line, err);
        text += used;
        len -= used;
    }
    return r == 0 ? end_value(p, err) : r;
}

int sa_reg_parse(struct sa_registry *registry, const struct reg_command *command,
                 const struct reg_wanted *wanted, const char *text, size_t len, bool *ret_odd,
                 struct sa_error *err)
{
    struct parse p = {.registry = registry,
                      .command = command,
                      .wanted = wanted,
                      .data = SA_BUF_INIT(SA_LIMIT_REGISTRY_BYTES)};
    int r = 0;

    if (command->key != NULL)
        r = sa_reg_key_make(registry, command->key, strlen(command->key), &p.top, err);
    if (r == 0)
        r = read_lines(&p, text, len, err);
    sa_buf_done(&p.data);
    if (ret_odd != NULL)
        *ret_odd = p.odd;
    return r;
}

int sa_registry_parse(const void *bytes, size_t len, struct sa_arena *arena,
                      struct sa_registry **ret, struct sa_error *err)
{
    static const struct reg_command any = {.keep = REG_KEEP_ALL};
    struct sa_registry *registry = NULL;
    int r = sa_reg_new(arena, &registry, err);

    if (r == 0)
        r = sa_reg_parse(registry, &any, NULL, bytes, len, NULL, err);
    if (r == 0)
        *ret = registry;
    return r;
}
