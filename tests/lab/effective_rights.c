/* SPDX-License-Identifier: Apache-2.0 */
/* Compares what the product makes of security descriptors with what a domain controller says itself
 * (effective_rights.py wrote that down). Each line of the file is "attribute", "class", "right",
 * "account", "object" or "answer"; numbers count lines of their kind from 0.
 *
 * usage: effective_rights FILE [LEAST_COMPARISONS] */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"
#include "syncaudit/text.h"

#define ATTRIBUTES_MAX 4000
#define CLASSES_MAX    1000
#define ACCOUNTS_MAX   32
#define OBJECTS_MAX    20000
#define SHOWN          20

struct attribute {
    const char *name;
    struct sa_guid guid, set;
    bool has_set, writable, of_base_schema;
};

struct class
{
    const char *name;
    struct sa_guid guid;
};

struct account {
    const char *name;
    struct sa_token token;
};

struct object {
    const char *dn; /* base64 */
    size_t class;
    bool has_sid;
    struct sa_sid sid;
    struct sa_secdesc sd;
};

static struct sa_arena arena = SA_ARENA_INIT(1024 * SA_MIB);
static struct attribute attributes[ATTRIBUTES_MAX];
static struct class classes[CLASSES_MAX];
static struct account accounts[ACCOUNTS_MAX];
static struct object objects[OBJECTS_MAX];
static size_t attribute_count, class_count, account_count, object_count;
static size_t comparisons, granted, differences, named;
static bool is_power[ATTRIBUTES_MAX]; /* to write it */

static SA_PRINTF(1, 2) _Noreturn void stop(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(2);
}

static size_t number(const char *text, size_t count)
{
    uint32_t value = 0;

    if (sa_parse_u32(text, UINT32_MAX, &value) < 0 || value >= count)
        stop("'%s' is not a number below %zu", text, count);
    return value;
}

static struct sa_guid guid(const char *text)
{
    struct sa_guid value;

    if (sa_guid_parse(text, &value) < 0)
        stop("'%s' is no GUID", text);
    return value;
}

static struct sa_sid sid(const char *text)
{
    struct sa_sid value;

    if (sa_sid_parse(text, &value) < 0)
        stop("'%s' is no SID", text);
    return value;
}

static void compare(bool ours, bool theirs, const struct account *account,
                    const struct object *object, const char *what, const char *name)
{
    char text[SA_GUID_TEXT_SIZE];

    comparisons++;
    granted += theirs;
    if (ours == theirs)
        return;
    if (++differences > SHOWN)
        return;
    sa_guid_format(&classes[object->class].guid, text);
    printf("%s on %s (%s): %s %s: ours %d, theirs %d\n", account->name, object->dn,
           classes[object->class].name, what, name, ours, theirs);
}

static void compare_name(const char *name, const struct sa_guid *value, bool may_be_other)
{
    const char *known = sa_guid_known_name(value);

    if (known == NULL)
        return;
    named++;
    if (strcmp(known, name) != 0 && !may_be_other) {
        differences++;
        printf("the GUID of '%s' is known as '%s'\n", name, known);
    }
}

static void read_attribute(char **fields)
{
    struct attribute *attribute = &attributes[attribute_count];

    if (attribute_count++ == ATTRIBUTES_MAX)
        stop("too many attributes");
    attribute->name = sa_arena_text(&arena, fields[0]);
    attribute->guid = guid(fields[1]);
    attribute->has_set = fields[2][0] != '-';
    if (attribute->has_set)
        attribute->set = guid(fields[2]);
    attribute->writable = strcmp(fields[3], "fixed") != 0;
    attribute->of_base_schema = strcmp(fields[3], "base") == 0;
    compare_name(fields[0], &attribute->guid, false);
}

static void read_class(char **fields)
{
    struct class *class = &classes[class_count];
    const struct sa_guid *known = sa_class_guid(fields[0]);

    if (class_count++ == CLASSES_MAX)
        stop("too many classes");
    class->name = sa_arena_text(&arena, fields[0]);
    class->guid = guid(fields[1]);
    compare_name(fields[0], &class->guid, false);
    if (known != NULL && !sa_guid_same(known, &class->guid)) {
        differences++;
        printf("class '%s' has another GUID\n", fields[0]);
    }
}

static void read_account(char **fields)
{
    struct sa_sid *groups = sa_arena_array(&arena, SA_LIMIT_TOKEN, sizeof(*groups));
    struct account *account = &accounts[account_count];
    struct sa_sid self = sid(fields[1]);
    size_t count = 0;

    if (account_count++ == ACCOUNTS_MAX || groups == NULL)
        stop("too many accounts");
    account->name = sa_arena_text(&arena, fields[0]);
    for (char *rest = fields[2], *one; (one = strsep(&rest, ",")) != NULL && *one != '-';)
        groups[count++] = sid(one);
    if (sa_token_init(&account->token, &self, groups, count, &arena, NULL) < 0)
        stop("no token");
}

static void read_object(char **fields)
{
    static unsigned char bytes[SA_LIMIT_SECDESC];
    struct object *object = &objects[object_count];
    struct sa_error err = {0};
    size_t len = strlen(fields[2]) / 2;

    if (object_count++ == OBJECTS_MAX || len > sizeof(bytes))
        stop("too many objects");
    object->class = number(fields[0], class_count);
    object->has_sid = fields[1][0] != '-';
    if (object->has_sid)
        object->sid = sid(fields[1]);
    for (size_t i = 0; i < len; i++) {
        char pair[3] = {fields[2][2 * i], fields[2][2 * i + 1], '\0'};

        bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    if (sa_secdesc_decode(bytes, len, &arena, &object->sd, &err) < 0)
        stop("%s: %s", fields[3], err.message);
    object->dn = sa_arena_text(&arena, fields[3]);
}

/* "3,7,9": which of `count` things. */
static void read_set(char *text, bool *set, size_t count)
{
    memset(set, 0, count * sizeof(*set));
    for (char *rest = text, *one; (one = strsep(&rest, ",")) != NULL && *one != '-';)
        set[number(one, count)] = true;
}

static bool can_write(const struct sa_access_object *object, const struct account *account,
                      const struct attribute *attribute)
{
    return sa_access_typed(object, &account->token, SA_ACCESS_WRITE_PROPERTY, &attribute->guid,
                           attribute->has_set ? &attribute->set : NULL, NULL, NULL);
}

static bool lists(const struct sa_power *powers, size_t count, const char *attribute)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(powers[i].right, "write_property") == 0 &&
            strcmp(powers[i].what, attribute) == 0)
            return true;
    }
    return false;
}

static size_t list_powers(const struct sa_access_object *access, const struct sa_token *token,
                          struct sa_power *powers)
{
    size_t count = sa_powers(access, token, true, NULL, 0, powers, SA_POWERS_MAX);

    if (count > SA_POWERS_MAX)
        stop("%zu powers are more than there can be", count);
    return count;
}

/* Where there is no DACL everybody has every power there is. */
static void find_powers(void)
{
    static const struct sa_secdesc open_to_all = {.dacl = SA_DACL_NULL};
    struct sa_power powers[SA_POWERS_MAX];
    struct sa_access_object access = {.sd = &open_to_all};
    size_t count = list_powers(&access, &accounts[0].token, powers);

    for (size_t i = 0; i < attribute_count; i++)
        is_power[i] = attributes[i].of_base_schema && lists(powers, count, attributes[i].name);
}

/* The product's own table says which property set an attribute is in; the schema is not asked. */
static void compare_powers(const struct sa_access_object *access, const struct account *account,
                           const struct object *object, const bool *may, const bool *does)
{
    struct sa_power powers[SA_POWERS_MAX];
    size_t count = list_powers(access, &account->token, powers);

    for (size_t i = 0; i < attribute_count; i++) {
        if (may[i] && attributes[i].writable && is_power[i])
            compare(lists(powers, count, attributes[i].name), does[i], account, object,
                    "power to write", attributes[i].name);
    }
}

static void read_answer(char **fields)
{
    static const struct sa_sid administrators = {
        .authority = 5, .count = 2, .sub = {32, 544}
    };
    static bool may[ATTRIBUTES_MAX];
    static bool does[ATTRIBUTES_MAX];
    static bool prepared;
    const struct account *account = &accounts[number(fields[0], account_count)];
    const struct object *object = &objects[number(fields[1], object_count)];
    struct sa_access_object access = {.sd = &object->sd,
                                      .sid = object->has_sid ? &object->sid : NULL,
                                      .class_guid = &classes[object->class].guid};
    uint32_t mask = sa_access_mask(&access, &account->token);
    size_t rights = number(fields[2], 16);

    if (!prepared)
        find_powers();
    prepared = true;
    /* Administrators may take ownership of everything by privilege, whatever a descriptor says. */
    if (!sa_token_has(&account->token, &administrators))
        compare(mask & SA_ACCESS_WRITE_OWNER, rights & 3, account, object, "write", "owner");
    compare(mask & SA_ACCESS_WRITE_DACL, rights & 4, account, object, "write", "DACL");
    read_set(fields[3], may, attribute_count);
    read_set(fields[4], does, attribute_count);
    for (size_t i = 0; i < attribute_count; i++) {
        if (may[i] && attributes[i].writable)
            compare(can_write(&access, account, &attributes[i]), does[i], account, object, "write",
                    attributes[i].name);
    }
    compare_powers(&access, account, object, may, does);
    read_set(fields[5], may, class_count);
    read_set(fields[6], does, class_count);
    for (size_t i = 0; i < class_count; i++) {
        if (may[i])
            compare(sa_access_typed(&access, &account->token, SA_ACCESS_CREATE_CHILD,
                                    &classes[i].guid, NULL, NULL, NULL),
                    does[i], account, object, "create", classes[i].name);
    }
}

static void read_line(char *line)
{
    static const struct {
        const char *word;
        size_t fields;
        void (*read)(char **fields);
    } kinds[] = {
        {"attribute", 4, read_attribute},
        {"class",     2, read_class    },
        {"account",   3, read_account  },
        {"object",    4, read_object   },
        {"answer",    7, read_answer   },
    };
    char *fields[8] = {NULL};
    size_t count = 0;
    char *word = strsep(&line, " ");

    while (count < SA_COUNT(fields) && (fields[count] = strsep(&line, " ")) != NULL)
        count++;
    if (strcmp(word, "right") == 0 && count == 2) {
        struct sa_guid value = guid(fields[1]);

        /* Validated writes have the GUID of their attribute, one property set that of one. */
        compare_name(fields[0], &value, true);
        return;
    }
    for (size_t i = 0; i < SA_COUNT(kinds); i++) {
        if (strcmp(word, kinds[i].word) == 0 && count == kinds[i].fields) {
            kinds[i].read(fields);
            return;
        }
    }
    stop("a line begins with '%s' and has %zu fields", word, count);
}

int main(int argc, char **argv)
{
    uint32_t least = 0;
    char *line = NULL;
    size_t size = 0;
    ssize_t len = 0;
    FILE *file = argc > 1 ? fopen(argv[1], "re") : NULL;

    if (file == NULL || (argc > 2 && sa_parse_u32(argv[2], UINT32_MAX, &least) < 0))
        stop("usage: effective_rights FILE [LEAST_COMPARISONS]");
    while ((len = getline(&line, &size, file)) > 0) {
        if (line[len - 1] == '\n')
            line[len - 1] = '\0';
        read_line(line);
    }
    free(line);
    fclose(file);
    sa_arena_done(&arena);
    printf(
        "%zu names of GUIDs; %zu accounts, %zu objects; %zu comparisons, %zu granted, %zu differ\n",
        named, account_count, object_count, comparisons, granted, differences);
    if (comparisons < least)
        printf("at least %u comparisons were expected\n", least);
    return differences == 0 && comparisons >= least ? 0 : 1;
}
