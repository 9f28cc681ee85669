/* SPDX-License-Identifier: Apache-2.0 */
/* GlobalSettings/MV.xml: the server's name, the metaverse schema and the global parameters, among them
 * the staging mode.
 *
 *   saved-mv-configuration @server @export-date
 *     mv-data
 *       format-version, version, password-change-history-size
 *       schema / dsml / directory-schema (DSML 1.0 with Microsoft's additions)
 *         class: name, attribute @ref @required ...
 *         attribute-type @id @single-value @indexable @indexed: name, syntax
 *       parameter-values / parameter @name @use @dataType: value
 *
 * A class refers to attributes by "#id", which may come later in the file. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "export.h"

static const struct sa_export_field data_fields[] = {
    {"format-version",               SA_EXPORT_NUMBER, offsetof(struct sa_export_settings, format_version)  },
    {"version",                      SA_EXPORT_NUMBER, offsetof(struct sa_export_settings, config_version)  },
    {"password-change-history-size", SA_EXPORT_NUMBER,
     offsetof(struct sa_export_settings,                                                   password_history)},
};

/* Reads an attribute that is a flag; absent means false. */
static int read_flag(struct sa_export_xml *xml, const char *name, int *ret, struct sa_error *err)
{
    const char *text = NULL;
    int r = sa_export_xml_attribute(xml, name, &text, err);

    if (r < 0 || text == NULL)
        return r;
    return sa_export_flag(xml, sa_export_xml_line(xml), name, text, ret, err);
}

static int read_attribute_type(struct sa_export_xml *xml, struct sa_export_settings *settings,
                               struct sa_error *err)
{
    struct sa_export_attribute *attribute =
        sa_export_add(xml->context, &settings->attributes, sizeof *attribute, err);
    int depth = xml->depth;
    int r = 0;

    if (attribute == NULL)
        return SA_E_LIMIT;
    attribute->item.line = sa_export_xml_line(xml);
    r = sa_export_xml_attribute(xml, "id", &attribute->id, err);
    if (r == 0)
        r = read_flag(xml, "single-value", &attribute->single_value, err);
    /* "indexable": an index is possible; newer forms also say whether there is one. */
    if (r == 0)
        r = read_flag(xml, "indexable", &attribute->indexed, err);
    if (r == 0)
        r = read_flag(xml, "indexed", &attribute->indexed, err);
    while (r >= 0 && (r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "name"))
            r = sa_export_xml_text(xml, /* exact= */ false, &attribute->item.name, err);
        else if (sa_export_xml_is(xml, "syntax"))
            r = sa_export_xml_text(xml, /* exact= */ false, &attribute->syntax, err);
    }
    if (r < 0)
        return r;
    if (attribute->item.name == NULL)
        attribute->item.name = attribute->id;
    if (attribute->item.name == NULL || *attribute->item.name == '\0')
        return sa_export_xml_fail(xml, attribute->item.line, err,
                                  "an attribute of the metaverse has no name");
    if (attribute->id == NULL)
        attribute->id = attribute->item.name;
    attribute->item.key = sa_export_folded(xml->context, attribute->item.name, err);
    return attribute->item.key != NULL ? 0 : SA_E_LIMIT;
}

static int read_member(struct sa_export_xml *xml, struct sa_export_settings *settings,
                       struct sa_error *err)
{
    struct sa_export_member *member = NULL;
    const char *ref = NULL;
    int r = sa_export_xml_attribute(xml, "ref", &ref, err);

    if (r < 0)
        return r;
    if (ref == NULL || ref[0] == '\0')
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err,
                                  "a class of the metaverse refers to no attribute");
    member = sa_export_add(xml->context, &settings->members, sizeof *member, err);
    if (member == NULL)
        return SA_E_LIMIT;
    member->item.line = sa_export_xml_line(xml);
    member->attribute = ref + (ref[0] == '#');
    return read_flag(xml, "required", &member->required, err);
}

static int read_class(struct sa_export_xml *xml, struct sa_export_settings *settings,
                      struct sa_error *err)
{
    struct sa_export_item *before = settings->members.last;
    const char *name = NULL;
    long line = sa_export_xml_line(xml);
    int depth = xml->depth;
    int r = sa_export_xml_attribute(xml, "id", &name, err);

    while (r >= 0 && (r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "name"))
            r = sa_export_xml_text(xml, /* exact= */ false, &name, err);
        else if (sa_export_xml_is(xml, "attribute"))
            r = read_member(xml, settings, err);
    }
    if (r < 0)
        return r;
    if (name == NULL || *name == '\0')
        return sa_export_xml_fail(xml, line, err, "a class of the metaverse has no name");
    /* The name may stand behind the attributes. */
    for (struct sa_export_item *item = before != NULL ? before->next : settings->members.first;
         item != NULL; item = item->next)
        ((struct sa_export_member *)item)->class_name = name;
    return 0;
}

/* Classes and attribute types, whatever wrappers are around them. */
static int read_schema(struct sa_export_xml *xml, struct sa_export_settings *settings,
                       struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_below(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "class"))
            r = read_class(xml, settings, err);
        else if (sa_export_xml_is(xml, "attribute-type"))
            r = read_attribute_type(xml, settings, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_data(struct sa_export_xml *xml, struct sa_export_settings *settings,
                     struct sa_error *err)
{
    struct sa_export_record record = {
        .fields = data_fields, .count = SA_COUNT(data_fields), .object = settings};
    bool has_schema = false;
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "schema")) {
            has_schema = true;
            r = read_schema(xml, settings, err);
        } else if (sa_export_xml_is(xml, "parameter-values")) {
            r = sa_export_parameters(xml, /* is_by_use= */ false, &settings->parameters, err);
        } else {
            r = sa_export_record_read(xml, &record, err);
        }
        if (r < 0)
            return r;
    }
    /* Absent is not empty: checks would take what was never there for in order. */
    if (r == 0 && !has_schema)
        return sa_export_xml_fail(xml, 0, err, "the settings file has no 'schema'");
    if (r == 0 && settings->parameters.count == 0)
        return sa_export_xml_fail(xml, 0, err, "the settings file has no parameters");
    return r;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp((*(struct sa_export_attribute *const *)a)->id,
                  (*(struct sa_export_attribute *const *)b)->id);
}

/* Replaces identifiers by names, and gives each member its key. */
static int resolve_members(struct sa_export_xml *xml, struct sa_export_settings *settings,
                           struct sa_error *err)
{
    size_t count = 0;
    struct sa_export_attribute **ids = sa_arena_array(
        xml->context->arena, settings->attributes.count, sizeof(struct sa_export_attribute *));

    if (ids == NULL)
        return sa_export_fail_arena(xml->context, err);
    SA_FOR_EACH (struct sa_export_attribute, attribute, &settings->attributes)
        ids[count++] = attribute;
    qsort(ids, count, sizeof(struct sa_export_attribute *), compare_ids);
    SA_FOR_EACH (struct sa_export_member, member, &settings->members) {
        const struct sa_export_attribute wanted = {.id = member->attribute};
        const struct sa_export_attribute *key = &wanted;
        struct sa_export_attribute **found = NULL;

        if (count > 0)
            found = bsearch(&key, ids, count, sizeof(struct sa_export_attribute *), compare_ids);
        if (found != NULL)
            member->attribute = (*found)->item.name;
        member->item.name = member->attribute;
        member->item.key =
            sa_export_pair_key(xml->context, member->class_name, member->attribute, err);
        if (member->item.key == NULL)
            return SA_E_LIMIT;
    }
    return 0;
}

static bool is_same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool is_same_attribute(const struct sa_export_item *a, const struct sa_export_item *b)
{
    const struct sa_export_attribute *one = (const struct sa_export_attribute *)a;
    const struct sa_export_attribute *other = (const struct sa_export_attribute *)b;

    return is_same_text(one->syntax, other->syntax) && one->single_value == other->single_value &&
           one->indexed == other->indexed;
}

static bool is_same_member(const struct sa_export_item *a, const struct sa_export_item *b)
{
    return ((const struct sa_export_member *)a)->required ==
           ((const struct sa_export_member *)b)->required;
}

/* The parameters that have a column of their own. */
static int take_parameters(struct sa_export_xml *xml, struct sa_export_settings *settings,
                           struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_parameter, parameter, &settings->parameters) {
        const char *name = parameter->item.name;
        int r = 0;

        if (sa_text_same(name, "Microsoft.Synchronize.StagingMode"))
            r = sa_export_flag(xml, parameter->item.line, name, parameter->value,
                               &settings->staging_mode, err);
        else if (sa_text_same(name, "Microsoft.Synchronize.ServerConfigurationVersion") &&
                 *parameter->value != '\0')
            settings->product_version = parameter->value;
        if (r < 0)
            return r;
    }
    return 0;
}

static int finish(struct sa_export_xml *xml, struct sa_export_settings *settings,
                  struct sa_error *err)
{
    struct sa_export_context *context = xml->context;
    int r = resolve_members(xml, settings, err);

    if (r == 0)
        r = sa_export_mark_repeated(context, &settings->attributes, is_same_attribute,
                                    "metaverse attribute", xml->file, err);
    if (r == 0)
        r = sa_export_mark_repeated(context, &settings->members, is_same_member,
                                    "attribute of a metaverse class", xml->file, err);
    if (r == 0)
        r = take_parameters(xml, settings, err);
    return r;
}

/* The export's own clock, without a zone: kept as it is. */
static int read_root(struct sa_export_xml *xml, struct sa_export_settings *settings,
                     struct sa_error *err)
{
    const char *date = NULL;
    char iso[SA_TIME_TEXT_SIZE];
    int64_t seconds = 0;
    int r = sa_export_xml_attribute(xml, "server", &settings->server_name, err);

    if (r == 0)
        r = sa_export_xml_attribute(xml, "export-date", &date, err);
    if (r < 0)
        return r;
    if (settings->server_name != NULL && *settings->server_name == '\0')
        settings->server_name = NULL;
    if (date == NULL || sa_time_parse(date, &seconds) < 0)
        return 0;
    sa_time_format(seconds, iso);
    settings->exported_at = sa_arena_text(xml->context->arena, iso);
    return settings->exported_at != NULL ? 0 : sa_export_fail_arena(xml->context, err);
}

static int read_file(struct sa_export_xml *xml, struct sa_export_settings *settings,
                     struct sa_error *err)
{
    bool has_data = false;
    int r = sa_export_xml_root(xml, "saved-mv-configuration", err);

    if (r == 0)
        r = read_root(xml, settings, err);
    while (r >= 0 && (r = sa_export_xml_child(xml, 0, err)) > 0) {
        if (!sa_export_xml_is(xml, "mv-data"))
            continue;
        if (has_data)
            return sa_export_xml_fail(xml, sa_export_xml_line(xml), err,
                                      "'mv-data' is written twice");
        has_data = true;
        r = read_data(xml, settings, err);
    }
    if (r == 0)
        r = sa_export_xml_finish(xml, err);
    if (r < 0)
        return r;
    if (!has_data)
        return sa_export_xml_fail(xml, 0, err, "the settings file has no 'mv-data'");
    return finish(xml, settings, err);
}

int sa_export_read_settings(struct sa_export_context *context, struct sa_export_file *file,
                            struct sa_export_settings *ret, struct sa_error *err)
{
    struct sa_export_record record = {
        .fields = data_fields, .count = SA_COUNT(data_fields), .object = ret};
    struct sa_export_xml xml;
    int r = 0;

    *ret = (struct sa_export_settings){.staging_mode = -1};
    sa_export_record_clear(&record);
    r = sa_export_xml_open(&xml, context, file->item.name, file->bytes, file->len, err);
    if (r == 0)
        r = read_file(&xml, ret, err);
    file->has_secret = xml.secrets > 0;
    sa_export_xml_close(&xml);
    return r;
}
