/* SPDX-License-Identifier: Apache-2.0 */
/* SynchronizationRules/SynchronizationRule_{guid}.xml: one sync rule.
 *
 *   synchronizationRule
 *     id, name, description, immutable-tag, direction, disabled, connector, sourceObjectType,
 *     targetObjectType, linkType, precedence, softDeleteExpiryInterval, EnablePasswordSync
 *     attribute-mappings / mapping @execute-once
 *       dest; src: attr elements, or the text of a constant; expression; valueMergeType
 *     relationshipCriteria / conditions / condition: csAttribute, ilmAttribute, caseSensitive
 *     synchronizationCriteria / conditions / scope: csAttribute, csOperator, csValue
 *
 * Each <conditions> is a group. A mapping is an expression if it has one, else direct if it names
 * source attributes, else a constant. The product leaves out execute-once and caseSensitive when they
 * are false, and may leave out valueMergeType when it is Update; whatever else decides what a rule
 * does must be there. Elements of no known name are passed over: newer versions add some. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "syncaudit/text.h"

#include "export.h"

enum { MAPPINGS = 1, JOIN = 2, SCOPE = 4 };

static const struct sa_export_field rule_fields[] = {
    {"id",                       SA_EXPORT_GUID,    offsetof(struct sa_export_rule, guid)          },
    {"name",                     SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, item.name)     },
    {"description",              SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, description)   },
    {"immutable-tag",            SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, immutable_tag) },
    {"direction",                SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, direction)     },
    {"disabled",                 SA_EXPORT_FLAG,    offsetof(struct sa_export_rule, disabled)      },
    {"connector",                SA_EXPORT_GUID,    offsetof(struct sa_export_rule, connector_guid)},
    {"sourceObjectType",         SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, source_type)   },
    {"targetObjectType",         SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, target_type)   },
    {"linkType",                 SA_EXPORT_TEXT,    offsetof(struct sa_export_rule, link_type)     },
    {"precedence",               SA_EXPORT_NUMBER,  offsetof(struct sa_export_rule, precedence)    },
    {"softDeleteExpiryInterval", SA_EXPORT_SECONDS, offsetof(struct sa_export_rule, soft_delete_s) },
    {"EnablePasswordSync",       SA_EXPORT_FLAG,    offsetof(struct sa_export_rule, password_sync) },
};

static const struct sa_export_field join_fields[] = {
    {"csAttribute",   SA_EXPORT_TEXT, offsetof(struct sa_export_condition, item.name)     },
    {"ilmAttribute",  SA_EXPORT_TEXT, offsetof(struct sa_export_condition, mv_attribute)  },
    {"caseSensitive", SA_EXPORT_FLAG, offsetof(struct sa_export_condition, case_sensitive)},
};

static const struct sa_export_field scope_fields[] = {
    {"csAttribute", SA_EXPORT_TEXT, offsetof(struct sa_export_condition, item.name)},
    {"csOperator",  SA_EXPORT_TEXT, offsetof(struct sa_export_condition, operation)},
};

static const struct sa_export_field mapping_fields[] = {
    {"dest",           SA_EXPORT_TEXT, offsetof(struct sa_export_mapping, item.name) },
    {"expression",     SA_EXPORT_TEXT, offsetof(struct sa_export_mapping, expression)},
    {"valueMergeType", SA_EXPORT_TEXT, offsetof(struct sa_export_mapping, merge_type)},
};

struct reader {
    struct sa_export_xml xml;
    struct sa_export_rule *rule;
    unsigned sections; /* that the file has */
};

/* The product's spelling of a word; the word itself when it is a new one. */
static const char *canonical(const char *word, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (sa_text_same(word, *words))
            return *words;
    }
    return word;
}

static bool is_missing(const char *text)
{
    return text == NULL || *text == '\0';
}

static int fail_missing(const struct sa_export_xml *xml, long line, const char *what,
                        const char *name, struct sa_error *err)
{
    return sa_export_xml_fail(xml, line, err, "%s has no '%s'", what, name);
}

/* Mappings ----------------------------------------------------------------------------------- */

/* <src><attr>cn</attr></src>, or <src>True</src>, whose text is kept exactly. */
static int read_source(struct sa_export_xml *xml, struct sa_export_mapping *mapping,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_XML_TEXT);
    int depth = xml->depth;
    int r = 0;

    if (mapping->constant != NULL)
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err, "'src' is written twice");
    while ((r = sa_export_xml_child_or_text(xml, depth, &text, err)) > 0) {
        struct sa_export_item *item = NULL;

        if (xml->is_withheld)
            break;
        if (sa_export_xml_is(xml, "attr"))
            r = sa_export_add_named(xml, &mapping->source_list, sizeof *item, &item, err);
        if (r < 0)
            return r;
    }
    if (r >= 0)
        r = sa_export_xml_check_whole(xml, sa_export_xml_line(xml), "src", err);
    if (r < 0)
        return r;
    mapping->constant = sa_arena_copy(xml->context->arena, sa_buf_text(&text), text.len);
    return mapping->constant != NULL ? 0 : sa_export_fail_arena(xml->context, err);
}

static int finish_mapping(struct sa_export_xml *xml, struct sa_export_mapping *mapping,
                          struct sa_error *err)
{
    static const char *const merges[] = {"Update", "Replace", "MergeCaseInsensitive", "Merge",
                                         NULL};

    if (is_missing(mapping->item.name))
        return fail_missing(xml, mapping->item.line, "an attribute mapping", "dest", err);
    if (is_missing(mapping->merge_type))
        mapping->merge_type = merges[0];
    mapping->merge_type = canonical(mapping->merge_type, merges);
    mapping->flow = SA_EXPORT_CONSTANT;
    if (!is_missing(mapping->expression))
        mapping->flow = SA_EXPORT_EXPRESSION;
    else if (mapping->source_list.count > 0)
        mapping->flow = SA_EXPORT_DIRECT;
    if (mapping->constant == NULL)
        mapping->constant = "";
    mapping->item.key = sa_export_folded(xml->context, mapping->item.name, err);
    return mapping->item.key != NULL ? 0 : SA_E_LIMIT;
}

static int read_mapping(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_mapping *mapping =
        sa_export_add(xml->context, &reader->rule->mappings, sizeof *mapping, err);
    struct sa_export_record record = SA_EXPORT_RECORD(mapping_fields, mapping);
    const char *once = NULL;
    int depth = xml->depth;
    int r = 0;

    if (mapping == NULL)
        return SA_E_LIMIT;
    mapping->item.line = sa_export_xml_line(xml);
    r = sa_export_xml_attribute(xml, "execute-once", &once, err);
    if (r == 0 && once != NULL)
        r = sa_export_flag(xml, mapping->item.line, "execute-once", once, &mapping->execute_once,
                           err);
    while (r >= 0 && (r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "src"))
            r = read_source(xml, mapping, err);
        else
            r = sa_export_record_read(xml, &record, err);
    }
    return r < 0 ? r : finish_mapping(xml, mapping, err);
}

/* Conditions --------------------------------------------------------------------------------- */

static int read_join_condition(struct sa_export_xml *xml, struct sa_export_group *group,
                               struct sa_error *err)
{
    struct sa_export_condition *condition =
        sa_export_add(xml->context, &group->conditions, sizeof *condition, err);
    struct sa_export_record record = SA_EXPORT_RECORD(join_fields, condition);
    long line = sa_export_xml_line(xml);
    int r = 0;

    if (condition == NULL)
        return SA_E_LIMIT;
    r = sa_export_record_children(xml, &record, err);
    if (r < 0)
        return r;
    if (is_missing(condition->item.name) || is_missing(condition->mv_attribute))
        return fail_missing(xml, line, "a join condition",
                            is_missing(condition->item.name) ? "csAttribute" : "ilmAttribute", err);
    return 0;
}

static int read_scope_condition(struct sa_export_xml *xml, struct sa_export_group *group,
                                struct sa_error *err)
{
    struct sa_export_condition *condition =
        sa_export_add(xml->context, &group->conditions, sizeof *condition, err);
    struct sa_export_record record = SA_EXPORT_RECORD(scope_fields, condition);
    long line = sa_export_xml_line(xml);
    int depth = xml->depth;
    int r = 0;

    if (condition == NULL)
        return SA_E_LIMIT;
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (!sa_export_xml_is(xml, "csValue"))
            r = sa_export_record_read(xml, &record, err);
        else if (condition->value != NULL)
            r = sa_export_xml_fail(xml, line, err, "'csValue' is written twice");
        else
            r = sa_export_xml_text(xml, /* exact= */ true, &condition->value, err);
        if (r >= 0 && xml->is_withheld)
            r = sa_export_xml_check_whole(xml, line, "csValue", err);
        if (r < 0)
            return r;
    }
    if (r < 0)
        return r;
    if (is_missing(condition->item.name) || is_missing(condition->operation))
        return fail_missing(xml, line, "a scope condition",
                            is_missing(condition->item.name) ? "csAttribute" : "csOperator", err);
    if (condition->value == NULL)
        condition->value = "";
    return 0;
}

static int read_group(struct sa_export_xml *xml, struct sa_export_list *groups, bool is_scope,
                      struct sa_error *err)
{
    struct sa_export_group *group = sa_export_add(xml->context, groups, sizeof *group, err);
    int depth = xml->depth;
    int r = 0;

    if (group == NULL)
        return SA_E_LIMIT;
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (is_scope && sa_export_xml_is(xml, "scope"))
            r = read_scope_condition(xml, group, err);
        else if (!is_scope && sa_export_xml_is(xml, "condition"))
            r = read_join_condition(xml, group, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* The whole file ----------------------------------------------------------------------------- */

/* Children of the section that the reader stands on. */
static int read_section(struct reader *reader, unsigned section, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    int depth = xml->depth;
    int r = 0;

    if (reader->sections & section)
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err, "'%s' is written twice",
                                  xml->name);
    reader->sections |= section;
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (section == MAPPINGS && sa_export_xml_is(xml, "mapping"))
            r = read_mapping(reader, err);
        else if (section == JOIN && sa_export_xml_is(xml, "conditions"))
            r = read_group(xml, &reader->rule->join, /* is_scope= */ false, err);
        else if (section == SCOPE && sa_export_xml_is(xml, "conditions"))
            r = read_group(xml, &reader->rule->scope, /* is_scope= */ true, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int check_complete(const struct reader *reader, struct sa_error *err)
{
    static const char *const sections[] = {"attribute-mappings", "relationshipCriteria",
                                           "synchronizationCriteria"};
    const struct sa_export_rule *rule = reader->rule;
    const struct {
        const char *name, *value;
    } texts[] = {
        {"id",               rule->guid          },
        {"name",             rule->item.name     },
        {"direction",        rule->direction     },
        {"connector",        rule->connector_guid},
        {"sourceObjectType", rule->source_type   },
        {"targetObjectType", rule->target_type   },
        {"linkType",         rule->link_type     },
    };

    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        if (is_missing(texts[i].value))
            return fail_missing(&reader->xml, 0, "the rule", texts[i].name, err);
    }
    if (rule->disabled < 0)
        return fail_missing(&reader->xml, 0, "the rule", "disabled", err);
    if (rule->precedence == SA_EXPORT_UNSAID)
        return fail_missing(&reader->xml, 0, "the rule", "precedence", err);
    for (size_t i = 0; i < SA_COUNT(sections); i++) {
        if (!(reader->sections & 1U << i))
            return fail_missing(&reader->xml, 0, "the rule", sections[i], err);
    }
    return 0;
}

/* "Microsoft.InfromADUserJoin.003": what the product shipped, and its version. */
static int split_tag(struct sa_export_context *context, struct sa_export_rule *rule,
                     struct sa_error *err)
{
    const char *tag = rule->immutable_tag;
    const char *dot = NULL;
    size_t len = 0;

    rule->tag_version = SA_EXPORT_UNSAID;
    if (is_missing(tag)) {
        rule->immutable_tag = NULL;
        return 0;
    }
    rule->is_standard = sa_text_starts(tag, "Microsoft.");
    len = strlen(tag);
    dot = strrchr(tag, '.');
    if (dot != NULL && dot > tag && dot[1] >= '0' && dot[1] <= '9' &&
        sa_parse_i64(dot + 1, 0, INT32_MAX, &rule->tag_version) == 0)
        len = (size_t)(dot - tag);
    rule->tag_name = sa_arena_copy(context->arena, tag, len);
    return rule->tag_name != NULL ? 0 : sa_export_fail_arena(context, err);
}

static int finish_file(struct reader *reader, struct sa_error *err)
{
    static const char *const directions[] = {"Inbound", "Outbound", NULL};
    static const char *const links[] = {"Provision", "StickyJoin", "Join", "JoinNoFlow", NULL};
    struct sa_export_context *context = reader->xml.context;
    struct sa_export_rule *rule = reader->rule;
    int r = check_complete(reader, err);

    if (r < 0)
        return r;
    rule->direction = canonical(rule->direction, directions);
    if (rule->direction != directions[0] && rule->direction != directions[1])
        return sa_export_xml_fail(&reader->xml, 0, err,
                                  "'direction' is '%.100s', neither Inbound nor Outbound",
                                  rule->direction);
    rule->link_type = canonical(rule->link_type, links);
    rule->item.key = sa_export_folded(context, rule->item.name, err);
    if (rule->item.key == NULL)
        return SA_E_LIMIT;
    r = split_tag(context, rule, err);
    return r < 0 ? r : sa_export_normalise_rule(context, rule, err);
}

static unsigned section_of(const struct sa_export_xml *xml)
{
    if (sa_export_xml_is(xml, "attribute-mappings"))
        return MAPPINGS;
    if (sa_export_xml_is(xml, "relationshipCriteria"))
        return JOIN;
    return sa_export_xml_is(xml, "synchronizationCriteria") ? SCOPE : 0;
}

static int read_file(struct reader *reader, struct sa_error *err)
{
    struct sa_export_record record = SA_EXPORT_RECORD(rule_fields, reader->rule);
    int r = 0;

    sa_export_record_clear(&record);
    r = sa_export_xml_root(&reader->xml, "synchronizationRule", err);
    while (r >= 0 && (r = sa_export_xml_child(&reader->xml, 0, err)) > 0) {
        unsigned section = section_of(&reader->xml);

        r = section != 0 ? read_section(reader, section, err)
                         : sa_export_record_read(&reader->xml, &record, err);
    }
    if (r == 0)
        r = sa_export_xml_finish(&reader->xml, err);
    return r < 0 ? r : finish_file(reader, err);
}

int sa_export_read_rule(struct sa_export_context *context, struct sa_export_file *file,
                        struct sa_export_list *rules, struct sa_error *err)
{
    struct reader reader = {0};
    int r = 0;

    if (rules->count == SA_LIMIT_RULES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_RULES,
                       "the export holds more than %d sync rules", SA_LIMIT_RULES);
    reader.rule = sa_export_add(context, rules, sizeof *reader.rule, err);
    if (reader.rule == NULL)
        return SA_E_LIMIT;
    reader.rule->file = file;
    r = sa_export_xml_open(&reader.xml, context, file->item.name, file->bytes, file->len, err);
    if (r == 0)
        r = read_file(&reader, err);
    file->has_secret = reader.xml.secrets > 0;
    sa_export_xml_close(&reader.xml);
    return r;
}

/* All rules --------------------------------------------------------------------------------- */

/* One list of links per rule, keyed by whatever has to be compared. */
struct link {
    struct sa_export_item item;
    struct sa_export_rule *rule;
    const struct sa_export_mapping **mappings; /* sorted by what they do, of duplicates only */
};

static int link_rules(struct sa_export_context *context, const struct sa_export_list *rules,
                      bool is_by_guid, struct sa_export_item ***ret, struct sa_error *err)
{
    struct sa_export_list links = {0};

    SA_FOR_EACH (struct sa_export_rule, rule, rules) {
        struct link *link = sa_arena_alloc(context->arena, sizeof *link);

        if (link == NULL)
            return sa_export_fail_arena(context, err);
        link->rule = rule;
        link->item.number = rule->item.number;
        link->item.key = is_by_guid
                             ? rule->guid
                             : sa_arena_printf(context->arena, "%s %s %s", rule->connector_guid,
                                               rule->direction, rule->item.key);
        if (link->item.key == NULL)
            return sa_export_fail_arena(context, err);
        link->item.next = links.first;
        links.first = &link->item;
        links.count++;
    }
    return sa_export_sorted(context, &links, ret, err);
}

static int fail_copied(const struct sa_export_rule *first, const struct sa_export_rule *copy,
                       struct sa_error *err)
{
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                  "the rule '%.100s' is in two files, also in '%s'", copy->item.name,
                  first->file->item.name);
    sa_place(err, copy->file->item.name, 0, 0);
    sa_hint(err, "remove the copy from the folder");
    return SA_E_INPUT;
}

static int compare_mappings(const void *a, const void *b)
{
    const struct sa_export_mapping *left = *(const struct sa_export_mapping *const *)a;
    const struct sa_export_mapping *right = *(const struct sa_export_mapping *const *)b;
    int order = strcmp(left->item.key, right->item.key);

    return order != 0 ? order : strcmp(left->value_key, right->value_key);
}

static int sort_mappings(struct sa_export_context *context, struct link *link, struct sa_error *err)
{
    const struct sa_export_list *mappings = &link->rule->mappings;
    size_t count = 0;

    if (mappings->count == 0)
        return 0;
    link->mappings =
        sa_arena_array(context->arena, mappings->count, sizeof(const struct sa_export_mapping *));
    if (link->mappings == NULL)
        return sa_export_fail_arena(context, err);
    SA_FOR_EACH (const struct sa_export_mapping, mapping, mappings)
        link->mappings[count++] = mapping;
    qsort(link->mappings, count, sizeof(const struct sa_export_mapping *), compare_mappings);
    return 0;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_flows(const struct link *a, const struct link *b)
{
    size_t left = a->rule->mappings.count;
    size_t right = b->rule->mappings.count;
    int order = 0;

    for (size_t i = 0; order == 0 && i < left && i < right; i++)
        order = compare_mappings((const void *)&a->mappings[i], (const void *)&b->mappings[i]);
    return order != 0 ? order : compare_numbers((int64_t)left, (int64_t)right);
}

/* What the rules do, in the same order on every server. Files are named by identifiers that every
 * server makes up for itself, so their order comes last. */
static int compare_meaning(const void *a, const void *b)
{
    const struct link *left = *(const struct link *const *)a;
    const struct link *right = *(const struct link *const *)b;
    const struct sa_export_rule *one = left->rule;
    const struct sa_export_rule *other = right->rule;
    int order = compare_numbers(one->precedence, other->precedence);

    if (order == 0)
        order = strcmp(one->scope_key, other->scope_key);
    if (order == 0)
        order = strcmp(one->join_key, other->join_key);
    if (order == 0)
        order = compare_flows(left, right);
    if (order == 0)
        order = strcasecmp(one->source_type, other->source_type);
    if (order == 0)
        order = strcasecmp(one->target_type, other->target_type);
    if (order == 0)
        order = strcasecmp(one->link_type, other->link_type);
    if (order == 0)
        order = compare_numbers(one->disabled, other->disabled);
    return order != 0 ? order
                      : compare_numbers((int64_t)one->item.number, (int64_t)other->item.number);
}

/* Numbers rules of one connector, direction and name. */
static int number_duplicates(struct sa_export_context *context, struct sa_export_item **items,
                             size_t count, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && count > 1 && i < count; i++)
        r = sort_mappings(context, (struct link *)items[i], err);
    if (r < 0)
        return r;
    qsort(items, count, sizeof(struct sa_export_item *), compare_meaning);
    for (size_t i = 0; i < count; i++)
        ((struct link *)items[i])->rule->duplicate = (int64_t)i;
    return 0;
}

int sa_export_finish_rules(struct sa_export_context *context, struct sa_export_list *rules,
                           struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    struct sa_export_rule *last = NULL;
    int r = link_rules(context, rules, /* is_by_guid= */ true, &items, err);

    for (size_t i = 0; r == 0 && items != NULL && i < rules->count; i++) {
        struct sa_export_rule *rule = ((struct link *)items[i])->rule;

        if (last != NULL && strcmp(last->guid, rule->guid) == 0)
            return fail_copied(last, rule, err);
        last = rule;
    }
    if (r == 0)
        r = link_rules(context, rules, /* is_by_guid= */ false, &items, err);
    for (size_t i = 0, end = 0; r == 0 && items != NULL && i < rules->count; i = end) {
        for (end = i + 1; end < rules->count && strcmp(items[i]->key, items[end]->key) == 0;)
            end++;
        r = number_duplicates(context, items + i, end - i, err);
    }
    return r;
}
