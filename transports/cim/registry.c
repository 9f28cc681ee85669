/* SPDX-License-Identifier: Apache-2.0 */
/* What is known of a host's registry: keys by path, values by key and name, both in hash tables because a
 * hostile server names as many as it likes; everything in the caller's arena, counted against limits.h.
 *
 * A key that is only named in its parent's list is SET with nothing known below it. A key that nobody
 * saw is ABSENT when the nearest key above it that is known is absent, or is known with all its subkeys;
 * else it is UNREAD. Names are compared without ASCII letter case: ours are ASCII. */
#include <string.h>
#include <sys/random.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_private.h"

static const struct sa_reg_key key_unread = {.path = "", .state = SA_REG_UNREAD};
static const struct sa_reg_key key_absent = {.path = "", .state = SA_REG_ABSENT};
static const struct sa_reg_value values_by_state[] = {
    [SA_REG_ABSENT] = {.name = "", .text = "", .state = SA_REG_ABSENT},
    [SA_REG_DENIED] = {.name = "", .text = "", .state = SA_REG_DENIED},
    [SA_REG_UNREAD] = {.name = "", .text = "", .state = SA_REG_UNREAD},
};

static unsigned char fold(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool same(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (fold(a[i]) != fold(b[i]))
            return false;
    }
    return true;
}

/* FNV-1a from a start that the server cannot know, so that it cannot choose names that collide. */
static uint64_t hash_of(uint64_t start, const char *text, size_t len)
{
    uint64_t hash = start ^ 0xcbf29ce484222325ULL;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ fold(text[i])) * 0x100000001b3ULL;
    return hash ^ (hash >> 29);
}

int sa_reg_fail_room(const struct sa_registry *registry, struct sa_error *err)
{
    /* The arena does not say why; close to its limit it is the limit. */
    if (registry->arena->used < registry->arena->limit / 2)
        return sa_fail_nomem(err);
    return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                   "the host's registry needs more than %zu MiB", registry->arena->limit / SA_MIB);
}

int sa_reg_new(struct sa_arena *arena, struct sa_registry **ret, struct sa_error *err)
{
    struct sa_registry *registry = sa_arena_alloc(arena, sizeof *registry);

    if (registry == NULL)
        return sa_fail_nomem(err);
    if (getrandom(&registry->start, sizeof registry->start, GRND_NONBLOCK) < 0)
        registry->start = (uint64_t)(uintptr_t)registry;
    registry->arena = arena;
    *ret = registry;
    return 0;
}

int sa_reg_copy(struct sa_registry *registry, const void *bytes, size_t len, const char **ret,
                struct sa_error *err)
{
    char *copy = NULL;

    if (len > SA_LIMIT_REGISTRY_BYTES - registry->bytes)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the registry's names and data are more than %zu MiB",
                       SA_LIMIT_REGISTRY_BYTES / SA_MIB);
    registry->bytes += len;
    copy = sa_arena_copy(registry->arena, len > 0 ? bytes : "", len);
    if (copy == NULL)
        return sa_reg_fail_room(registry, err);
    *ret = copy;
    return 0;
}

/* Doubles an array in the arena; the old one stays there until the end. */
static int grow(struct sa_registry *registry, void *items, size_t item_size, size_t count,
                size_t *size, struct sa_error *err)
{
    void **at = items, *copy = NULL;
    size_t wanted = *size > 0 ? *size * 2 : 4;

    if (count < *size)
        return 0;
    copy = sa_arena_array(registry->arena, wanted, item_size);
    if (copy == NULL)
        return sa_reg_fail_room(registry, err);
    if (count > 0)
        memcpy(copy, *at, count * item_size);
    *at = copy;
    *size = wanted;
    return 0;
}

/* Keys --------------------------------------------------------------------------------------------- */

static int grow_keys(struct sa_registry *registry, struct sa_error *err)
{
    size_t size = registry->keys_size > 0 ? registry->keys_size * 2 : 256;
    struct reg_key **table = NULL;

    if (registry->key_count < registry->keys_size / 2)
        return 0;
    table = sa_arena_array(registry->arena, size, sizeof(struct reg_key *));
    if (table == NULL)
        return sa_reg_fail_room(registry, err);
    for (size_t i = 0; i < registry->keys_size; i++) {
        struct reg_key *key = registry->keys[i];
        size_t at = 0;

        if (key == NULL)
            continue;
        for (at = (size_t)key->hash & (size - 1); table[at] != NULL;)
            at = (at + 1) & (size - 1);
        table[at] = key;
    }
    registry->keys = table;
    registry->keys_size = size;
    return 0;
}

struct reg_key *sa_reg_key_find(const struct sa_registry *registry, const char *path, size_t len)
{
    uint64_t hash = hash_of(registry->start, path, len);

    if (registry->keys_size == 0)
        return NULL;
    for (size_t at = (size_t)hash & (registry->keys_size - 1); registry->keys[at] != NULL;
         at = (at + 1) & (registry->keys_size - 1)) {
        struct reg_key *key = registry->keys[at];

        if (key->hash == hash && strlen(key->open.path) == len && same(key->open.path, path, len))
            return key;
    }
    return NULL;
}

int sa_reg_key_make(struct sa_registry *registry, const char *path, size_t len,
                    struct reg_key **ret, struct sa_error *err)
{
    struct reg_key *key = sa_reg_key_find(registry, path, len);
    size_t at = 0;
    int r = 0;

    if (key != NULL) {
        *ret = key;
        return 0;
    }
    if (registry->key_count >= SA_LIMIT_REGISTRY_KEYS || len > SA_REG_PATH_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the registry has more than %d keys, or one of more than %d bytes",
                       SA_LIMIT_REGISTRY_KEYS, SA_REG_PATH_MAX);
    r = grow_keys(registry, err);
    if (r < 0)
        return r;
    key = sa_arena_alloc(registry->arena, sizeof *key);
    if (key == NULL)
        return sa_reg_fail_room(registry, err);
    r = sa_reg_copy(registry, path, len, &key->open.path, err);
    if (r < 0)
        return r;
    key->open.state = SA_REG_UNREAD;
    key->hash = hash_of(registry->start, path, len);
    for (at = (size_t)key->hash & (registry->keys_size - 1); registry->keys[at] != NULL;)
        at = (at + 1) & (registry->keys_size - 1);
    registry->keys[at] = key;
    registry->key_count++;
    *ret = key;
    return 0;
}

int sa_reg_key_seen(struct sa_registry *registry, struct reg_key *parent, const char *path,
                    size_t len, struct reg_key **ret, struct sa_error *err)
{
    struct reg_key *key = NULL;
    int r = sa_reg_key_make(registry, path, len, &key, err);

    if (r < 0)
        return r;
    if (key->open.state == SA_REG_UNREAD || key->open.state == SA_REG_ABSENT)
        key->open.state = SA_REG_SET;
    if (parent != NULL && !key->linked) {
        r = grow(registry, &parent->subkeys, sizeof(struct sa_reg_key *), parent->open.subkey_count,
                 &parent->subkeys_size, err);
        if (r < 0)
            return r;
        parent->subkeys[parent->open.subkey_count++] = &key->open;
        parent->open.subkeys = parent->subkeys;
        key->linked = true;
    }
    if (ret != NULL)
        *ret = key;
    return 0;
}

void sa_reg_known(struct reg_key *key, bool values, bool subkeys)
{
    key->open.state = SA_REG_SET;
    key->values_known |= values;
    key->subkeys_known |= subkeys;
    key->open.complete = key->values_known && key->subkeys_known;
}

void sa_reg_doubt(struct sa_registry *registry, const char *path)
{
    size_t len = strlen(path);

    for (size_t i = 0; i < registry->keys_size; i++) {
        struct reg_key *key = registry->keys[i];

        if (key == NULL || strlen(key->open.path) < len || !same(key->open.path, path, len) ||
            (key->open.path[len] != '\0' && key->open.path[len] != '\\'))
            continue;
        key->values_known = key->subkeys_known = key->open.complete = false;
    }
}

/* Values ------------------------------------------------------------------------------------------- */

static uint64_t value_hash(const struct reg_key *key, const char *name, size_t len)
{
    return hash_of(key->hash, name, len);
}

static int grow_values(struct sa_registry *registry, struct sa_error *err)
{
    size_t size = registry->values_size > 0 ? registry->values_size * 2 : 1024;
    struct reg_slot *table = NULL;

    if (registry->value_count < registry->values_size / 2)
        return 0;
    table = sa_arena_array(registry->arena, size, sizeof *table);
    if (table == NULL)
        return sa_reg_fail_room(registry, err);
    for (size_t i = 0; i < registry->values_size; i++) {
        const struct reg_slot *slot = &registry->values[i];
        size_t at = 0;

        if (slot->key == NULL)
            continue;
        for (at = (size_t)slot->hash & (size - 1); table[at].key != NULL;)
            at = (at + 1) & (size - 1);
        table[at] = *slot;
    }
    registry->values = table;
    registry->values_size = size;
    return 0;
}

static struct sa_reg_value *find_value(const struct sa_registry *registry,
                                       const struct reg_key *key, const char *name, size_t len)
{
    uint64_t hash = value_hash(key, name, len);

    if (registry->values_size == 0)
        return NULL;
    for (size_t at = (size_t)hash & (registry->values_size - 1); registry->values[at].key != NULL;
         at = (at + 1) & (registry->values_size - 1)) {
        const struct reg_slot *slot = &registry->values[at];

        if (slot->hash == hash && slot->key == key &&
            strlen(key->values[slot->index].name) == len &&
            same(key->values[slot->index].name, name, len))
            return &key->values[slot->index];
    }
    return NULL;
}

int sa_reg_value_put(struct sa_registry *registry, struct reg_key *key,
                     const struct sa_reg_value *value, size_t name_len, struct sa_error *err)
{
    struct sa_reg_value *place = find_value(registry, key, value->name, name_len);
    const char *name = NULL;
    size_t at = 0;
    int r = 0;

    if (place != NULL) {
        if (place->state != SA_REG_SET) {
            name = place->name;
            *place = *value;
            place->name = name;
        }
        return 0;
    }
    if (registry->value_count >= SA_LIMIT_REGISTRY_VALUES || name_len > SA_REG_NAME_MAX)
        return sa_fail(
            err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
            "the registry has more than %d values, or one with a name of more than %d bytes",
            SA_LIMIT_REGISTRY_VALUES, SA_REG_NAME_MAX);
    r = grow_values(registry, err);
    if (r == 0)
        r = grow(registry, &key->values, sizeof *key->values, key->open.value_count,
                 &key->values_size, err);
    if (r == 0)
        r = sa_reg_copy(registry, value->name, name_len, &name, err);
    if (r < 0)
        return r;
    key->values[key->open.value_count] = *value;
    key->values[key->open.value_count].name = name;
    key->open.values = key->values;
    for (at = (size_t)value_hash(key, name, name_len) & (registry->values_size - 1);
         registry->values[at].key != NULL;)
        at = (at + 1) & (registry->values_size - 1);
    registry->values[at] = (struct reg_slot){
        .hash = value_hash(key, name, name_len), .key = key, .index = key->open.value_count};
    key->open.value_count++;
    registry->value_count++;
    return 0;
}

/* Questions ---------------------------------------------------------------------------------------- */

const struct sa_reg_key *sa_registry_key(const struct sa_registry *registry, const char *key)
{
    size_t len = strlen(key);
    const struct reg_key *known = sa_reg_key_find(registry, key, len);

    if (known != NULL && known->open.state != SA_REG_UNREAD)
        return &known->open;
    while (len > 0) {
        const struct reg_key *above = NULL;

        while (len > 0 && key[len - 1] != '\\')
            len--;
        if (len == 0)
            break;
        len--;
        above = sa_reg_key_find(registry, key, len);
        if (above == NULL || above->open.state == SA_REG_UNREAD)
            continue;
        if (above->open.state == SA_REG_ABSENT || above->subkeys_known)
            return &key_absent;
        break;
    }
    return known != NULL ? &known->open : &key_unread;
}

/* The value when it is known by name; else NULL and what is known of it. */
static const struct sa_reg_value *look(const struct sa_registry *registry, const char *key,
                                       const char *value, enum sa_reg_state *ret_state)
{
    const struct sa_reg_key *open = sa_registry_key(registry, key);
    const struct reg_key *known = NULL;
    const struct sa_reg_value *found = NULL;

    *ret_state = open->state == SA_REG_SET ? SA_REG_UNREAD : open->state;
    if (open == &key_unread || open == &key_absent)
        return NULL;
    known = (const struct reg_key *)open; /* its first member */
    found = find_value(registry, known, value, strlen(value));
    if (found != NULL)
        *ret_state = found->state;
    else if (open->state == SA_REG_SET && known->values_known)
        *ret_state = SA_REG_ABSENT;
    return found;
}

const struct sa_reg_value *sa_registry_value(const struct sa_registry *registry, const char *key,
                                             const char *value)
{
    enum sa_reg_state state = SA_REG_UNREAD;
    const struct sa_reg_value *found = look(registry, key, value, &state);

    return found != NULL ? found : &values_by_state[state];
}

enum sa_reg_state sa_registry_has(const struct sa_registry *registry, const char *key,
                                  const char *value)
{
    enum sa_reg_state state = SA_REG_UNREAD;
    const struct sa_reg_value *found = look(registry, key, value, &state);

    return found != NULL && state == SA_REG_UNREAD ? SA_REG_SET : state;
}

void sa_reg_trouble(struct sa_registry *registry, const struct sa_error *why)
{
    if (registry->has_trouble)
        return;
    registry->has_trouble = true;
    registry->trouble = *why;
}

const struct sa_error *sa_registry_trouble(const struct sa_registry *registry)
{
    return registry->has_trouble ? &registry->trouble : NULL;
}

const char *sa_registry_way(const struct sa_registry *registry)
{
    if (registry->shell)
        return registry->cim ? "shell, StdRegProv" : "shell";
    return "StdRegProv";
}

/* Evidence ----------------------------------------------------------------------------------------- */

static void add_escaped(struct sa_buf *text, const char *value)
{
    for (; *value != '\0'; value++) {
        if (*value == '\\')
            sa_buf_add_text(text, "\\\\");
        else if (*value == '\t')
            sa_buf_add_text(text, "\\t");
        else if (*value == '\n')
            sa_buf_add_text(text, "\\n");
        else if ((unsigned char)*value < ' ')
            sa_buf_addf(text, "\\x%02x", (unsigned)*value);
        else
            sa_buf_add_char(text, *value);
    }
}

static void add_data(struct sa_buf *text, const struct sa_reg_value *value)
{
    static const char *const types[] = {
        "REG_NONE",   "REG_SZ",       "REG_EXPAND_SZ",
        "REG_BINARY", "REG_DWORD",    "REG_DWORD_BIG_ENDIAN",
        "REG_LINK",   "REG_MULTI_SZ",
    };

    if (value->type < SA_COUNT(types))
        sa_buf_add_text(text, types[value->type]);
    else if (value->type == SA_REG_TYPE_QWORD)
        sa_buf_add_text(text, "REG_QWORD");
    else
        sa_buf_addf(text, "0x%x", (unsigned)value->type);
    if (value->state != SA_REG_SET)
        return;
    sa_buf_add_char(text, '\t');
    if (value->bytes != NULL) {
        for (size_t i = 0; i < value->len; i++)
            sa_buf_addf(text, "%02x", value->bytes[i]);
    } else if (value->type == SA_REG_TYPE_DWORD || value->type == SA_REG_TYPE_QWORD ||
               value->type == SA_REG_TYPE_DWORD_BIG_ENDIAN) {
        sa_buf_addf(text, "0x%llx", (unsigned long long)value->number);
    } else {
        add_escaped(text, value->text);
    }
}

void sa_registry_describe(const struct sa_registry *registry, const char *key, const char *value,
                          struct sa_buf *text)
{
    static const char *const states[] = {
        [SA_REG_SET] = "set",
        [SA_REG_ABSENT] = "absent",
        [SA_REG_DENIED] = "denied",
        [SA_REG_UNREAD] = "unread",
    };
    const struct sa_reg_value *found = NULL;

    add_escaped(text, key);
    sa_buf_add_char(text, '\t');
    if (value == NULL) {
        sa_buf_addf(text, "\t%s\n", states[sa_registry_key(registry, key)->state]);
        return;
    }
    add_escaped(text, value);
    sa_buf_add_char(text, '\t');
    found = sa_registry_value(registry, key, value);
    if (found->state != SA_REG_SET)
        sa_buf_addf(text, "%s ", states[found->state]);
    if (sa_registry_has(registry, key, value) == SA_REG_SET)
        add_data(text, found);
    sa_buf_add_char(text, '\n');
}
