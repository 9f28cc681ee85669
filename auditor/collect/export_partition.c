/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a connector file that say what is read and when: partitions and run profiles.
 *
 *   ma-partition-data / partition
 *     id, name (DN of the naming context), times, selected, display-name
 *     filter: object-classes / object-class; containers: inclusions / inclusion, exclusions / ...
 *     custom-data / adma-partition-data: bind options, is-domain, last-dc, dc-failover
 *     parameter-values
 *   ma-run-data / run-configuration
 *     name; configuration / step: step-type @type with a ...-subtype, threshold, partition,
 *     custom-data / ...-step-data
 *
 * Steps name their partition by an identifier that every server makes up for itself; it is replaced
 * by the partition's name. */
#include <string.h>

#include "syncaudit/text.h"

#include "export.h"

static const struct sa_export_field partition_fields[] = {
    {"id",                     SA_EXPORT_GUID, offsetof(struct sa_export_partition, guid)        },
    {"name",                   SA_EXPORT_TEXT, offsetof(struct sa_export_partition, item.name)   },
    {"creation-time",          SA_EXPORT_TIME, offsetof(struct sa_export_partition, created_at)  },
    {"last-modification-time", SA_EXPORT_TIME, offsetof(struct sa_export_partition, modified_at) },
    {"selected",               SA_EXPORT_FLAG, offsetof(struct sa_export_partition, selected)    },
    {"display-name",           SA_EXPORT_TEXT, offsetof(struct sa_export_partition, display_name)},
};

static const struct sa_export_field domain_fields[] = {
    {"is-domain",     SA_EXPORT_FLAG, offsetof(struct sa_export_partition, is_domain)         },
    {"dc-failover",   SA_EXPORT_FLAG, offsetof(struct sa_export_partition, dc_failover)       },
    {"last-dc",       SA_EXPORT_TEXT, offsetof(struct sa_export_partition, last_dc)           },
    {"sign-and-seal", SA_EXPORT_FLAG, offsetof(struct sa_export_partition, bind.sign_and_seal)},
    {"ssl-bind",      SA_EXPORT_FLAG, offsetof(struct sa_export_partition, bind.ssl_bind)     },
    {"simple-bind",   SA_EXPORT_FLAG, offsetof(struct sa_export_partition, bind.simple_bind)  },
};

static const struct sa_export_field step_fields[] = {
    {"partition", SA_EXPORT_GUID, offsetof(struct sa_export_step, partition_guid)},
};

static const struct sa_export_field threshold_fields[] = {
    {"object",     SA_EXPORT_NUMBER, offsetof(struct sa_export_step, object_limit)        },
    {"delete",     SA_EXPORT_NUMBER, offsetof(struct sa_export_step, delete_limit)        },
    {"batch-size", SA_EXPORT_NUMBER, offsetof(struct sa_export_step, threshold_batch_size)},
};

static const struct sa_export_field step_data_fields[] = {
    {"batch-size", SA_EXPORT_NUMBER, offsetof(struct sa_export_step, batch_size)},
    {"page-size",  SA_EXPORT_NUMBER, offsetof(struct sa_export_step, page_size) },
    {"time-limit", SA_EXPORT_NUMBER, offsetof(struct sa_export_step, time_limit)},
    {"timeout",    SA_EXPORT_NUMBER, offsetof(struct sa_export_step, timeout)   },
};

/* <ssl-bind crl-check="0">0</ssl-bind>: the attribute, before the text is read. */
int sa_export_crl_check(struct sa_export_xml *xml, struct sa_export_bind *bind,
                        struct sa_error *err)
{
    const char *text = NULL;
    int r = 0;

    if (!sa_export_xml_is(xml, "ssl-bind"))
        return 0;
    r = sa_export_xml_attribute(xml, "crl-check", &text, err);
    if (r < 0 || text == NULL)
        return r;
    return sa_export_flag(xml, sa_export_xml_line(xml), "crl-check", text, &bind->crl_check, err);
}

static int fill_flag(const struct sa_export_xml *xml, const struct sa_export_list *parameters,
                     const char *name, int *flag, struct sa_error *err)
{
    if (*flag >= 0)
        return 0;
    SA_FOR_EACH (const struct sa_export_parameter, parameter, parameters) {
        if (sa_text_same(parameter->item.name, name))
            return sa_export_flag(xml, parameter->item.line, name, parameter->value, flag, err);
    }
    return 0;
}

int sa_export_fill_bind(const struct sa_export_xml *xml, const struct sa_export_list *parameters,
                        struct sa_export_bind *bind, struct sa_error *err)
{
    int r = fill_flag(xml, parameters, "sign-and-seal", &bind->sign_and_seal, err);

    if (r == 0)
        r = fill_flag(xml, parameters, "ssl-bind", &bind->ssl_bind, err);
    if (r == 0)
        r = fill_flag(xml, parameters, "crl-check", &bind->crl_check, err);
    if (r == 0)
        r = fill_flag(xml, parameters, "simple-bind", &bind->simple_bind, err);
    return r;
}

/* Partitions --------------------------------------------------------------------------------- */

static int read_containers(struct sa_export_xml *xml, struct sa_export_partition *partition,
                           bool is_included, struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        struct sa_export_container *container = NULL;
        struct sa_export_item *item = NULL;

        if (!sa_export_xml_is(xml, is_included ? "inclusion" : "exclusion"))
            continue;
        r = sa_export_add_named(xml, &partition->containers, sizeof *container, &item, err);
        if (r < 0)
            return r;
        container = (struct sa_export_container *)item;
        container->is_included = is_included;
        container->dn_key = sa_export_dn_key(xml->context, item->name, err);
        if (container->dn_key == NULL)
            return SA_E_LIMIT;
        item->key = sa_export_pair_key(xml->context, is_included ? "include" : "exclude",
                                       container->dn_key, err);
        if (item->key == NULL)
            return SA_E_LIMIT;
    }
    return r;
}

static int read_container_lists(struct sa_export_xml *xml, struct sa_export_partition *partition,
                                struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "inclusions"))
            r = read_containers(xml, partition, /* is_included= */ true, err);
        else if (sa_export_xml_is(xml, "exclusions"))
            r = read_containers(xml, partition, /* is_included= */ false, err);
        if (r < 0)
            return r;
    }
    if (r < 0)
        return r;
    return sa_export_mark_repeated(xml->context, &partition->containers, NULL, "container",
                                   xml->file, err);
}

static int read_filter(struct sa_export_xml *xml, struct sa_export_partition *partition,
                       struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "object-classes"))
            r = sa_export_names(xml, "object-class", &partition->classes, err);
        else if (sa_export_xml_is(xml, "containers"))
            r = read_container_lists(xml, partition, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* adma-partition-data, or the like of another kind of connector. */
static int read_domain(struct sa_export_xml *xml, struct sa_export_partition *partition,
                       struct sa_export_record *record, struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        r = sa_export_crl_check(xml, &partition->bind, err);
        if (r == 0)
            r = sa_export_record_read(xml, record, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_partition_data(struct sa_export_xml *xml, struct sa_export_partition *partition,
                               struct sa_export_record *record, struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "adma-partition-data") ||
            sa_export_xml_is(xml, "ecma-partition-data"))
            r = read_domain(xml, partition, record, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int check_partition(struct sa_export_xml *xml, struct sa_export_partition *partition,
                           struct sa_error *err)
{
    if (partition->guid == NULL || partition->item.name == NULL)
        return sa_export_xml_fail(xml, partition->item.line, err, "a partition has no '%s'",
                                  partition->guid == NULL ? "id" : "name");
    if (partition->selected < 0)
        return sa_export_xml_fail(xml, partition->item.line, err,
                                  "it is not said whether partition '%.200s' is selected",
                                  partition->item.name);
    partition->item.key = sa_export_dn_key(xml->context, partition->item.name, err);
    if (partition->item.key == NULL)
        return SA_E_LIMIT;
    return sa_export_fill_bind(xml, &partition->parameters, &partition->bind, err);
}

static int read_partition(struct sa_export_xml *xml, struct sa_export_connector *connector,
                          struct sa_error *err)
{
    struct sa_export_partition *partition =
        sa_export_add(xml->context, &connector->partitions, sizeof *partition, err);
    struct sa_export_record record = SA_EXPORT_RECORD(partition_fields, partition);
    struct sa_export_record domain = SA_EXPORT_RECORD(domain_fields, partition);
    bool has_filter = false;
    int depth = xml->depth;
    int r = 0;

    if (partition == NULL)
        return SA_E_LIMIT;
    sa_export_record_clear(&record);
    sa_export_record_clear(&domain);
    partition->bind.crl_check = -1;
    partition->item.line = sa_export_xml_line(xml);
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        has_filter = has_filter || sa_export_xml_is(xml, "filter");
        if (sa_export_xml_is(xml, "filter"))
            r = read_filter(xml, partition, err);
        else if (sa_export_xml_is(xml, "custom-data"))
            r = read_partition_data(xml, partition, &domain, err);
        else if (sa_export_xml_is(xml, "parameter-values"))
            r = sa_export_parameters(xml, /* is_by_use= */ false, &partition->parameters, err);
        else
            r = sa_export_record_read(xml, &record, err);
        if (r < 0)
            return r;
    }
    if (r == 0 && !has_filter)
        return sa_export_xml_fail(xml, partition->item.line, err, "a partition has no 'filter'");
    return r < 0 ? r : check_partition(xml, partition, err);
}

/* Run profiles ------------------------------------------------------------------------------- */

static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text);
    size_t end_len = strlen(end);

    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

/* <step-type type="full-import"><import-subtype>to-cs</import-subtype></step-type> */
static int read_step_type(struct sa_export_xml *xml, struct sa_export_step *step,
                          struct sa_error *err)
{
    int depth = xml->depth;
    int r = sa_export_xml_attribute(xml, "type", &step->type, err);

    while (r >= 0 && (r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (step->subtype == NULL && ends_with(xml->name, "-subtype"))
            r = sa_export_xml_text(xml, /* exact= */ false, &step->subtype, err);
    }
    return r;
}

static int read_step_data(struct sa_export_xml *xml, struct sa_export_record *record,
                          struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (ends_with(xml->name, "-step-data"))
            r = sa_export_record_children(xml, record, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_step(struct sa_export_xml *xml, struct sa_export_profile *profile,
                     struct sa_error *err)
{
    struct sa_export_step *step = sa_export_add(xml->context, &profile->steps, sizeof *step, err);
    struct sa_export_record record = SA_EXPORT_RECORD(step_fields, step);
    struct sa_export_record threshold = SA_EXPORT_RECORD(threshold_fields, step);
    struct sa_export_record data = SA_EXPORT_RECORD(step_data_fields, step);
    int depth = xml->depth;
    int r = 0;

    if (step == NULL)
        return SA_E_LIMIT;
    sa_export_record_clear(&threshold);
    sa_export_record_clear(&data);
    step->item.line = sa_export_xml_line(xml);
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "step-type"))
            r = read_step_type(xml, step, err);
        else if (sa_export_xml_is(xml, "threshold"))
            r = sa_export_record_children(xml, &threshold, err);
        else if (sa_export_xml_is(xml, "custom-data"))
            r = read_step_data(xml, &data, err);
        else
            r = sa_export_record_read(xml, &record, err);
        if (r < 0)
            return r;
    }
    if (r == 0 && (step->type == NULL || *step->type == '\0'))
        return sa_export_xml_fail(xml, step->item.line, err, "a step of a run profile has no type");
    return r;
}

static int read_steps(struct sa_export_xml *xml, struct sa_export_profile *profile,
                      struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "step"))
            r = read_step(xml, profile, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_profile(struct sa_export_xml *xml, struct sa_export_connector *connector,
                        struct sa_error *err)
{
    struct sa_export_profile *profile =
        sa_export_add(xml->context, &connector->profiles, sizeof *profile, err);
    int depth = xml->depth;
    int r = 0;

    if (profile == NULL)
        return SA_E_LIMIT;
    profile->item.line = sa_export_xml_line(xml);
    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "name"))
            r = sa_export_xml_text(xml, /* exact= */ false, &profile->item.name, err);
        else if (sa_export_xml_is(xml, "configuration"))
            r = read_steps(xml, profile, err);
        if (r < 0)
            return r;
    }
    if (r == 0 && profile->item.name == NULL)
        return sa_export_xml_fail(xml, profile->item.line, err, "a run profile has no name");
    return r;
}

int sa_export_partitions(struct sa_export_xml *xml, struct sa_export_connector *connector,
                         struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "partition"))
            r = read_partition(xml, connector, err);
        if (r < 0)
            return r;
    }
    return r;
}

int sa_export_profiles(struct sa_export_xml *xml, struct sa_export_connector *connector,
                       struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "run-configuration"))
            r = read_profile(xml, connector, err);
        if (r < 0)
            return r;
    }
    return r;
}

static void resolve_steps(struct sa_export_connector *connector)
{
    SA_FOR_EACH (struct sa_export_profile, profile, &connector->profiles) {
        SA_FOR_EACH (struct sa_export_step, step, &profile->steps) {
            if (step->partition_guid == NULL)
                continue;
            /* The same text on every server, since the identifier is not. */
            step->partition = "(unknown partition)";
            SA_FOR_EACH (const struct sa_export_partition, partition, &connector->partitions) {
                if (strcmp(partition->guid, step->partition_guid) == 0)
                    step->partition = partition->item.name;
            }
        }
    }
}

/* Two naming contexts of one name (one of them deleted long ago, say) stay apart as "dc=x#2". */
static int number_partitions(struct sa_export_context *context,
                             struct sa_export_connector *connector, struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    int r = sa_export_sorted(context, &connector->partitions, &items, err);
    const char *last = NULL;
    size_t same = 1;

    for (size_t i = 0; r == 0 && i < connector->partitions.count; i++) {
        same = last != NULL && strcmp(last, items[i]->key) == 0 ? same + 1 : 1;
        last = items[i]->key;
        if (same == 1)
            continue;
        items[i]->key = sa_arena_printf(context->arena, "%s#%zu", last, same);
        if (items[i]->key == NULL)
            r = sa_export_fail_arena(context, err);
    }
    return r;
}

int sa_export_finish_partitions(struct sa_export_context *context,
                                struct sa_export_connector *connector, struct sa_error *err)
{
    resolve_steps(connector);
    return number_partitions(context, connector, err);
}
