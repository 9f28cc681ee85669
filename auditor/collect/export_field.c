/* SPDX-License-Identifier: Apache-2.0 */
/* Leaf elements to typed members, by tables {element, type, offset}.
 *
 * An element that is missing or empty leaves its member unsaid; one that is there but makes no sense
 * ("maybe" for a boolean) is an error with its line, because a guess could make a check pass. So is one
 * that is written twice: it is not known which of the two the product goes by. Only times are kept
 * loosely: they are shown, never compared.
 *
 * Forms: flags True/False/1/0 in any letter case, decimal numbers, TimeSpans "[d.]hh:mm:ss", times as
 * in datetime.h, identifiers with or without braces in any letter case. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "export.h"

static void *member(void *object, const struct sa_export_field *field)
{
    return (char *)object + field->offset;
}

void sa_export_record_clear(const struct sa_export_record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        void *place = member(record->object, &record->fields[i]);

        switch (record->fields[i].type) {
        case SA_EXPORT_TEXT:
        case SA_EXPORT_TIME:
        case SA_EXPORT_GUID:
            *(const char **)place = NULL;
            break;
        case SA_EXPORT_FLAG:
            *(int *)place = -1;
            break;
        case SA_EXPORT_NUMBER:
        case SA_EXPORT_SECONDS:
            *(int64_t *)place = SA_EXPORT_UNSAID;
            break;
        }
    }
}

int sa_export_flag(const struct sa_export_xml *xml, long line, const char *name, const char *text,
                   int *ret, struct sa_error *err)
{
    bool value = false;

    if (*text == '\0')
        return 0;
    if (sa_parse_bool(text, &value) < 0)
        return sa_export_xml_fail(xml, line, err, "'%s' is '%.100s', not true or false", name,
                                  text);
    *ret = value;
    return 0;
}

static int take_number(const struct sa_export_xml *xml, long line,
                       const struct sa_export_field *field, const char *text, int64_t *ret,
                       struct sa_error *err)
{
    int64_t value = 0;
    bool is_number = field->type == SA_EXPORT_NUMBER;
    int r = is_number ? sa_parse_i64(text, INT64_MIN + 1, INT64_MAX, &value)
                      : sa_duration_parse(text, &value);

    if (r < 0)
        return sa_export_xml_fail(xml, line, err, "'%s' is '%.100s', not a %s", field->name, text,
                                  is_number ? "number" : "time span");
    *ret = value;
    return 0;
}

static int take_time(struct sa_export_context *context, const char *text, const char **ret,
                     struct sa_error *err)
{
    char iso[SA_TIME_TEXT_SIZE];
    int64_t seconds = 0;

    if (sa_time_parse(text, &seconds) < 0)
        return 0;
    sa_time_format(seconds, iso);
    *ret = sa_arena_text(context->arena, iso);
    return *ret != NULL ? 0 : sa_export_fail_arena(context, err);
}

static int take_guid(const struct sa_export_xml *xml, long line, const char *name, const char *text,
                     const char **ret, struct sa_error *err)
{
    char guid[SA_EXPORT_GUID_SIZE];

    if (!sa_export_guid_parse(text, guid))
        return sa_export_xml_fail(xml, line, err, "'%s' is '%.100s', not a GUID", name, text);
    *ret = sa_arena_text(xml->context->arena, guid);
    return *ret != NULL ? 0 : sa_export_fail_arena(xml->context, err);
}

/* Every other text is a name, or as short as one. */
static bool is_free_text(const char *element)
{
    return strcmp(element, "description") == 0 || strcmp(element, "expression") == 0;
}

static int take(const struct sa_export_xml *xml, long line, const struct sa_export_field *field,
                const char *text, void *place, struct sa_error *err)
{
    if (field->type == SA_EXPORT_TEXT) {
        *(const char **)place = text;
        return is_free_text(field->name)
                   ? 0
                   : sa_export_xml_check_name(xml, line, field->name, text, err);
    }
    if (*text == '\0')
        return 0;
    switch (field->type) {
    case SA_EXPORT_FLAG:
        return sa_export_flag(xml, line, field->name, text, place, err);
    case SA_EXPORT_TIME:
        return take_time(xml->context, text, place, err);
    case SA_EXPORT_GUID:
        return take_guid(xml, line, field->name, text, place, err);
    case SA_EXPORT_NUMBER:
    case SA_EXPORT_SECONDS:
    default:
        return take_number(xml, line, field, text, place, err);
    }
}

/* What decides a comparison must not be taken for empty because it reads like a secret. */
int sa_export_xml_check_whole(const struct sa_export_xml *xml, long line, const char *element,
                              struct sa_error *err)
{
    if (!xml->is_withheld)
        return 0;
    (void)sa_export_xml_fail(xml, line, err,
                             "'%s' holds what reads like a password, which is not kept", element);
    sa_hint(err, "take the password out of the configuration, change it, and export again");
    return SA_E_INPUT;
}

int sa_export_record_read(struct sa_export_xml *xml, struct sa_export_record *record,
                          struct sa_error *err)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct sa_export_field *field = &record->fields[i];
        uint64_t bit = UINT64_C(1) << i;
        long line = sa_export_xml_line(xml);
        const char *text = NULL;
        int r = 0;

        if (!sa_export_xml_is(xml, field->name))
            continue;
        if (record->seen & bit)
            return sa_export_xml_fail(xml, line, err, "'%s' is written twice", field->name);
        record->seen |= bit;
        r = sa_export_xml_text(xml, /* exact= */ false, &text, err);
        if (r == 0)
            r = sa_export_xml_check_whole(xml, line, field->name, err);
        if (r == 0)
            r = take(xml, line, field, text, member(record->object, field), err);
        return r < 0 ? r : 1;
    }
    return 0;
}

int sa_export_record_children(struct sa_export_xml *xml, struct sa_export_record *record,
                              struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        r = sa_export_record_read(xml, record, err);
        if (r < 0)
            return r;
    }
    return r;
}

int sa_export_add_named(struct sa_export_xml *xml, struct sa_export_list *list, size_t size,
                        struct sa_export_item **ret, struct sa_error *err)
{
    const char *element = xml->name;
    long line = sa_export_xml_line(xml);
    struct sa_export_item *item = sa_export_add(xml->context, list, size, err);
    int r = 0;

    if (item == NULL)
        return SA_E_LIMIT;
    item->line = line;
    r = sa_export_xml_text(xml, /* exact= */ false, &item->name, err);
    if (r == 0)
        r = sa_export_xml_check_name(xml, line, element, item->name, err);
    if (r < 0)
        return r;
    item->key = sa_export_folded(xml->context, item->name, err);
    *ret = item;
    return item->key != NULL ? 0 : SA_E_LIMIT;
}

int sa_export_names(struct sa_export_xml *xml, const char *element, struct sa_export_list *list,
                    struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        struct sa_export_item *item = NULL;

        if (sa_export_xml_is(xml, element))
            r = sa_export_add_named(xml, list, sizeof *item, &item, err);
        if (r < 0)
            return r;
    }
    if (r < 0)
        return r;
    return sa_export_mark_repeated(xml->context, list, NULL, element, xml->file, err);
}

static int read_parameter(struct sa_export_xml *xml, struct sa_export_list *list, bool is_by_use,
                          struct sa_error *err)
{
    struct sa_export_parameter said = {0};
    struct sa_export_parameter *parameter = NULL;
    const char *name = NULL;
    const char *intrinsic = NULL;
    long line = sa_export_xml_line(xml);
    int flag = 0;
    int r = 0;

    if (sa_export_xml_is_secret(xml))
        return 0;
    r = sa_export_xml_attribute(xml, "name", &name, err);
    if (r < 0)
        return r;
    if (name == NULL || *name == '\0')
        return sa_export_xml_fail(xml, line, err, "a parameter has no name");
    r = sa_export_xml_attribute(xml, "use", &said.use, err);
    if (r == 0)
        r = sa_export_xml_attribute(xml, "dataType", &said.data_type, err);
    if (r == 0)
        r = sa_export_xml_attribute(xml, "intrinsic", &intrinsic, err);
    if (r == 0 && intrinsic != NULL)
        r = sa_export_flag(xml, line, "intrinsic", intrinsic, &flag, err);
    if (r == 0)
        r = sa_export_xml_text(xml, /* exact= */ false, &said.value, err);
    /* Only its text shows that it is a secret. */
    if (r < 0 || xml->is_withheld)
        return r;
    parameter = sa_export_add(xml->context, list, sizeof *parameter, err);
    if (parameter == NULL)
        return SA_E_LIMIT;
    parameter->item.name = name;
    parameter->item.line = line;
    parameter->use = said.use != NULL ? said.use : "";
    parameter->data_type = said.data_type;
    parameter->value = said.value;
    parameter->is_intrinsic = flag == 1;
    parameter->item.key =
        sa_export_pair_key(xml->context, is_by_use ? parameter->use : "", name, err);
    return parameter->item.key != NULL ? 0 : SA_E_LIMIT;
}

static bool is_same_parameter(const struct sa_export_item *a, const struct sa_export_item *b)
{
    return strcmp(((const struct sa_export_parameter *)a)->value,
                  ((const struct sa_export_parameter *)b)->value) == 0;
}

int sa_export_parameters(struct sa_export_xml *xml, bool is_by_use, struct sa_export_list *ret,
                         struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        r = sa_export_xml_is(xml, "parameter") ? read_parameter(xml, ret, is_by_use, err) : 0;
        if (r < 0)
            return r;
    }
    if (r < 0)
        return r;
    return sa_export_mark_repeated(xml->context, ret, is_same_parameter, "parameter", xml->file,
                                   err);
}
