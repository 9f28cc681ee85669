/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to values that were read. None of them goes deeper than the object it is asked about. */
#include <string.h>

#include "syncaudit/text.h"

#include "clixml_private.h"

/* What it is, or what it wraps: then a primitive. */
static const struct sa_clixml_value *primitive_of(const struct sa_clixml_value *value)
{
    if (value != NULL && value->type == SA_CLIXML_OBJECT && value->object->base != NULL)
        return value->object->base;
    return value;
}

const struct sa_clixml_value *sa_clixml_member(const struct sa_clixml_value *value,
                                               const char *name)
{
    const struct sa_clixml_member *found = NULL;

    if (value == NULL || value->type != SA_CLIXML_OBJECT)
        return NULL;
    for (size_t i = 0; i < value->object->member_count; i++) {
        const struct sa_clixml_member *member = &value->object->members[i];

        if (!sa_text_same(member->name, name))
            continue;
        if (member->extended)
            return member->value;
        if (found == NULL)
            found = member;
    }
    return found != NULL ? found->value : NULL;
}

const struct sa_clixml_value *sa_clixml_entry(const struct sa_clixml_value *value, const char *key)
{
    if (value == NULL || value->type != SA_CLIXML_OBJECT ||
        value->object->container != SA_CLIXML_DICTIONARY)
        return NULL;
    for (size_t i = 0; i < value->object->entry_count; i++) {
        const struct sa_clixml_entry *entry = &value->object->entries[i];
        const char *text = sa_clixml_text(entry->key);

        if (text != NULL && sa_text_same(text, key))
            return entry->value;
    }
    return NULL;
}

const char *sa_clixml_text(const struct sa_clixml_value *value)
{
    value = primitive_of(value);
    if (value == NULL)
        return NULL;
    switch (value->type) {
    case SA_CLIXML_STRING:
    case SA_CLIXML_CHAR:
    case SA_CLIXML_DECIMAL:
    case SA_CLIXML_DATETIME:
    case SA_CLIXML_GUID:
    case SA_CLIXML_URI:
    case SA_CLIXML_VERSION:
    case SA_CLIXML_XML:
    case SA_CLIXML_SCRIPT:
    case SA_CLIXML_PROGRESS:
        return value->text;
    default:
        return NULL;
    }
}

bool sa_clixml_integer(const struct sa_clixml_value *value, int64_t *ret)
{
    value = primitive_of(value);
    if (value == NULL)
        return false;
    if (value->type == SA_CLIXML_SIGNED) {
        *ret = value->integer;
        return true;
    }
    if (value->type == SA_CLIXML_UNSIGNED && value->natural <= INT64_MAX) {
        *ret = (int64_t)value->natural;
        return true;
    }
    return false;
}

bool sa_clixml_bool(const struct sa_clixml_value *value, bool *ret)
{
    value = primitive_of(value);
    if (value == NULL || value->type != SA_CLIXML_BOOL)
        return false;
    *ret = value->boolean;
    return true;
}

bool sa_clixml_is(const struct sa_clixml_value *value, const char *type)
{
    static const char selected[] = "Selected.";

    if (value == NULL || value->type != SA_CLIXML_OBJECT)
        return false;
    for (const char *const *at = value->object->types; *at != NULL; at++) {
        if (sa_text_same(*at, type) ||
            (sa_text_starts(*at, selected) && sa_text_same(*at + sizeof selected - 1, type)))
            return true;
    }
    return false;
}

bool sa_clixml_is_cut(const struct sa_clixml_value *value)
{
    static const char characters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+`[],";

    if (value == NULL || value->type != SA_CLIXML_STRING)
        return false;
    return (strncmp(value->text, "System.", 7) == 0 ||
            strncmp(value->text, "Microsoft.", 10) == 0) &&
           value->text[strspn(value->text, characters)] == '\0' &&
           value->text[value->len - 1] != '.';
}
