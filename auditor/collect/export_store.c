/* SPDX-License-Identifier: Apache-2.0 */
/* The model into the snapshot: one function per table, in the order of schema.sql.
 *
 * Evidence comes first in each batch, so that it is kept when the facts are not. What the model marks
 * as repeated is left out here; what it says nothing about becomes NULL. */
#include "syncaudit/text.h"

#include "export.h"

static struct sa_value number(int64_t value)
{
    return value == SA_EXPORT_UNSAID ? SA_NULL : SA_INT(value);
}

static int store_file(struct sa_batch *batch, struct sa_export_context *context,
                      struct sa_export_file *file, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf copy = SA_BUF_INIT(SA_LIMIT_EXPORT_FILE);
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(16 * SA_KIB);
    int r = 0;

    if (!file->has_secret)
        return sa_batch_evidence(batch, file->item.name, file->bytes, file->len, &file->evidence_id,
                                 err);
    r = sa_export_redact(context, file, &copy, err);
    if (r == SA_E_CANCELLED)
        return r;
    if (r < 0) {
        /* Too large when it is written anew: then it is better not kept at all. */
        sa_buf_clear(&copy);
        (void)sa_buf_add_text(&copy, "[removed: the file holds encrypted values]");
    }
    (void)sa_buf_addf(&name, "%s (redacted)", file->item.name);
    if (sa_buf_status(&name) < 0 || sa_buf_status(&copy) < 0)
        return sa_fail_nomem(err);
    return sa_batch_evidence(batch, sa_buf_text(&name), copy.data, copy.len, &file->evidence_id,
                             err);
}

int sa_export_store_files(struct sa_batch *batch, struct sa_export_context *context,
                          struct sa_export_list *files, struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_file, file, files) {
        int r = 0;

        if (file->bytes == NULL)
            continue;
        if (sa_export_is_cancelled(context))
            return sa_export_fail_cancelled(err);
        r = store_file(batch, context, file, err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* global_settings ---------------------------------------------------------------------------- */

static int store_parameters(struct sa_batch *batch, int64_t target_id, int64_t evidence_id,
                            const struct sa_export_list *parameters, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_parameter, p, parameters) {
        int r = 0;

        if (!p->item.is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO global_parameter (target_id, name, value, data_type,"
                          " evidence_id) VALUES (?, ?, ?, ?, ?)",
                          SA_INT(target_id), SA_TEXT(p->item.name), SA_TEXT(p->value),
                          SA_TEXT(p->data_type), SA_INT(evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_attributes(struct sa_batch *batch, int64_t target_id, int64_t evidence_id,
                            const struct sa_export_list *attributes, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_attribute, a, attributes) {
        int r = 0;

        if (!a->item.is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO metaverse_attribute (target_id, name, syntax, single_value,"
                          " indexed, evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                          SA_INT(target_id), SA_TEXT(a->item.name), SA_TEXT(a->syntax),
                          SA_INT(a->single_value), SA_INT(a->indexed), SA_INT(evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_members(struct sa_batch *batch, int64_t target_id, int64_t evidence_id,
                         const struct sa_export_list *members, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_member, m, members) {
        int r = 0;

        if (!m->item.is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO metaverse_class (target_id, class, attribute, required,"
                          " evidence_id) VALUES (?, ?, ?, ?, ?)",
                          SA_INT(target_id), SA_TEXT(m->class_name), SA_TEXT(m->attribute),
                          SA_INT(m->required), SA_INT(evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int sa_export_store_settings(struct sa_batch *batch, int64_t target_id,
                             const struct sa_export_file *file,
                             const struct sa_export_settings *settings, struct sa_error *err)
{
    int64_t evidence_id = file->evidence_id;
    int r =
        SA_INSERT(batch, NULL, err,
                  "INSERT INTO sync_server (target_id, server_name, exported_at, staging_mode,"
                  " product_version, format_version, config_version,"
                  " password_change_history_size, evidence_id)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  SA_INT(target_id), SA_TEXT(settings->server_name), SA_TEXT(settings->exported_at),
                  SA_INT_OR_NULL(settings->staging_mode), SA_TEXT(settings->product_version),
                  number(settings->format_version), number(settings->config_version),
                  number(settings->password_history), SA_INT(evidence_id));

    if (r == 0)
        r = store_parameters(batch, target_id, evidence_id, &settings->parameters, err);
    if (r == 0)
        r = store_attributes(batch, target_id, evidence_id, &settings->attributes, err);
    if (r == 0)
        r = store_members(batch, target_id, evidence_id, &settings->members, err);
    return r;
}

/* connector ---------------------------------------------------------------------------------- */

static int store_settings(struct sa_batch *batch, const struct sa_export_connector *c,
                          struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_setting, s, &c->settings) {
        int r = 0;

        if (!s->item.is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO connector_setting (connector_id, scope, name, value,"
                          " intrinsic) VALUES (?, ?, ?, ?, ?)",
                          SA_INT(c->row_id), SA_TEXT(s->scope), SA_TEXT(s->item.name),
                          SA_TEXT(s->value), SA_INT(s->is_intrinsic));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_inclusions(struct sa_batch *batch, const struct sa_export_connector *c,
                            struct sa_error *err)
{
    for (const struct sa_export_item *i = c->inclusions.first; i != NULL; i = i->next) {
        int r = 0;

        if (!i->is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO attribute_inclusion (connector_id, name, name_key)"
                          " VALUES (?, ?, ?)",
                          SA_INT(c->row_id), SA_TEXT(i->name), SA_TEXT(i->key));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_containers(struct sa_batch *batch, int64_t partition_id,
                            const struct sa_export_partition *p, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_container, c, &p->containers) {
        int r = 0;

        if (!c->item.is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO partition_container (partition_id, kind, dn, dn_key)"
                          " VALUES (?, ?, ?, ?)",
                          SA_INT(partition_id), SA_TEXT(c->is_included ? "include" : "exclude"),
                          SA_TEXT(c->item.name), SA_TEXT(c->dn_key));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_classes(struct sa_batch *batch, int64_t partition_id,
                         const struct sa_export_partition *p, struct sa_error *err)
{
    for (const struct sa_export_item *i = p->classes.first; i != NULL; i = i->next) {
        int r = 0;

        if (!i->is_repeated)
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO partition_object_class (partition_id, name, name_key)"
                          " VALUES (?, ?, ?)",
                          SA_INT(partition_id), SA_TEXT(i->name), SA_TEXT(i->key));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_partition(struct sa_batch *batch, const struct sa_export_connector *c,
                           const struct sa_export_partition *p, int64_t *ret_id,
                           struct sa_error *err)
{
    const struct sa_export_bind *bind = &p->bind;

    return SA_INSERT(
        batch, ret_id, err,
        "INSERT INTO partition (connector_id, guid, name, name_key, display_name, selected,"
        " is_domain, created_at, modified_at, sign_and_seal, ssl_bind, crl_check, simple_bind,"
        " dc_failover, last_dc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(c->row_id), SA_TEXT(p->guid), SA_TEXT(p->item.name), SA_TEXT(p->item.key),
        SA_TEXT(p->display_name), SA_INT(p->selected), SA_INT_OR_NULL(p->is_domain),
        SA_TEXT(p->created_at), SA_TEXT(p->modified_at), SA_INT_OR_NULL(bind->sign_and_seal),
        SA_INT_OR_NULL(bind->ssl_bind), SA_INT_OR_NULL(bind->crl_check),
        SA_INT_OR_NULL(bind->simple_bind), SA_INT_OR_NULL(p->dc_failover), SA_TEXT(p->last_dc));
}

static int store_partitions(struct sa_batch *batch, const struct sa_export_connector *c,
                            struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_partition, p, &c->partitions) {
        int64_t id = 0;
        int r = store_partition(batch, c, p, &id, err);

        if (r == 0)
            r = store_containers(batch, id, p, err);
        if (r == 0)
            r = store_classes(batch, id, p, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int64_t first_said(int64_t a, int64_t b)
{
    return a != SA_EXPORT_UNSAID ? a : b;
}

static int store_steps(struct sa_batch *batch, int64_t profile_id,
                       const struct sa_export_profile *profile, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_step, s, &profile->steps) {
        int r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO run_step (run_profile_id, ordinal, type, subtype, partition,"
                          " batch_size, page_size, timeout_s, object_limit, delete_limit)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          SA_INT(profile_id), SA_INT((int64_t)s->item.number), SA_TEXT(s->type),
                          SA_TEXT(s->subtype), SA_TEXT(s->partition),
                          number(first_said(s->threshold_batch_size, s->batch_size)),
                          number(s->page_size), number(first_said(s->time_limit, s->timeout)),
                          number(s->object_limit), number(s->delete_limit));

        if (r < 0)
            return r;
    }
    return 0;
}

static int store_profiles(struct sa_batch *batch, const struct sa_export_connector *c,
                          struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_profile, profile, &c->profiles) {
        int64_t id = 0;
        int r =
            SA_INSERT(batch, &id, err, "INSERT INTO run_profile (connector_id, name) VALUES (?, ?)",
                      SA_INT(c->row_id), SA_TEXT(profile->item.name));

        if (r == 0)
            r = store_steps(batch, id, profile, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_connector(struct sa_batch *batch, int64_t target_id, struct sa_export_connector *c,
                           struct sa_error *err)
{
    static const char *const kinds[] = {"ad", "entra", "other"};

    return SA_INSERT(
        batch, &c->row_id, err,
        "INSERT INTO connector (target_id, connector_key, kind, guid, name, category, subtype,"
        " description, version, created_at, modified_at, forest, tenant, account_domain, account,"
        " sign_and_seal, ssl_bind, crl_check, simple_bind, password_hash_sync, password_writeback,"
        " password_sync_allowed, assembly_version, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(target_id), SA_TEXT(c->item.key), SA_TEXT(kinds[c->kind]), SA_TEXT(c->guid),
        SA_TEXT(c->item.name), SA_TEXT(c->category), SA_TEXT(c->subtype), SA_TEXT(c->description),
        number(c->version), SA_TEXT(c->created_at), SA_TEXT(c->modified_at), SA_TEXT(c->forest),
        SA_TEXT(c->tenant), SA_TEXT(c->account_domain), SA_TEXT(c->account),
        SA_INT_OR_NULL(c->bind.sign_and_seal), SA_INT_OR_NULL(c->bind.ssl_bind),
        SA_INT_OR_NULL(c->bind.crl_check), SA_INT_OR_NULL(c->bind.simple_bind),
        SA_INT_OR_NULL(c->password_hash_sync), SA_INT_OR_NULL(c->password_writeback),
        number(c->password_sync_allowed), SA_TEXT(c->assembly_version),
        SA_INT(c->file->evidence_id));
}

int sa_export_store_connectors(struct sa_batch *batch, const struct sa_export_context *context,
                               int64_t target_id, struct sa_export_list *connectors,
                               struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_connector, c, connectors) {
        int r = sa_export_is_cancelled(context) ? sa_export_fail_cancelled(err)
                                                : store_connector(batch, target_id, c, err);

        if (r == 0)
            r = store_settings(batch, c, err);
        if (r == 0)
            r = store_inclusions(batch, c, err);
        if (r == 0)
            r = store_partitions(batch, c, err);
        if (r == 0)
            r = store_profiles(batch, c, err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* sync_rule ---------------------------------------------------------------------------------- */

static int store_mappings(struct sa_batch *batch, int64_t rule_id,
                          const struct sa_export_list *mappings, struct sa_error *err)
{
    static const char *const flows[] = {"direct", "constant", "expression"};

    SA_FOR_EACH (const struct sa_export_mapping, m, mappings) {
        const char *texts[] = {NULL, m->constant, m->expression};
        int r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO rule_mapping (rule_id, ordinal, destination,"
                          " destination_key, flow_type, sources, expression, merge_type,"
                          " execute_once, value_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          SA_INT(rule_id), SA_INT((int64_t)m->item.number), SA_TEXT(m->item.name),
                          SA_TEXT(m->item.key), SA_TEXT(flows[m->flow]), SA_TEXT(m->sources),
                          SA_TEXT(texts[m->flow]), SA_TEXT(m->merge_type), SA_INT(m->execute_once),
                          SA_TEXT(m->value_key));

        if (r < 0)
            return r;
    }
    return 0;
}

static int store_scope(struct sa_batch *batch, int64_t rule_id, const struct sa_export_list *groups,
                       struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_group, group, groups) {
        SA_FOR_EACH (const struct sa_export_condition, c, &group->conditions) {
            int r = SA_INSERT(batch, NULL, err,
                              "INSERT INTO rule_scope (rule_id, group_no, condition_no, attribute,"
                              " operator, value) VALUES (?, ?, ?, ?, ?, ?)",
                              SA_INT(rule_id), SA_INT((int64_t)group->item.number),
                              SA_INT((int64_t)c->item.number), SA_TEXT(c->item.name),
                              SA_TEXT(c->operation), SA_TEXT(c->value));

            if (r < 0)
                return r;
        }
    }
    return 0;
}

static int store_join(struct sa_batch *batch, int64_t rule_id, const struct sa_export_list *groups,
                      struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_group, group, groups) {
        SA_FOR_EACH (const struct sa_export_condition, c, &group->conditions) {
            int r = SA_INSERT(batch, NULL, err,
                              "INSERT INTO rule_join (rule_id, group_no, condition_no,"
                              " cs_attribute, mv_attribute, case_sensitive)"
                              " VALUES (?, ?, ?, ?, ?, ?)",
                              SA_INT(rule_id), SA_INT((int64_t)group->item.number),
                              SA_INT((int64_t)c->item.number), SA_TEXT(c->item.name),
                              SA_TEXT(c->mv_attribute), SA_INT(c->case_sensitive == 1));

            if (r < 0)
                return r;
        }
    }
    return 0;
}

/* NULL when the export does not hold the connector: the rule then is an orphan, which is a fact. */
static struct sa_value connector_id(const struct sa_export_list *connectors, const char *guid)
{
    SA_FOR_EACH (const struct sa_export_connector, c, connectors) {
        if (c->row_id != 0 && sa_text_same(c->guid, guid))
            return SA_INT(c->row_id);
    }
    return SA_NULL;
}

static int store_rule(struct sa_batch *batch, int64_t target_id,
                      const struct sa_export_list *connectors, const struct sa_export_rule *rule,
                      int64_t *ret_id, struct sa_error *err)
{
    return SA_INSERT(
        batch, ret_id, err,
        "INSERT INTO sync_rule (target_id, connector_id, connector_guid, guid, direction, name,"
        " name_key, duplicate, description, immutable_tag, tag_name, tag_version, is_standard,"
        " disabled, source_type, target_type, link_type, precedence, soft_delete_s, password_sync,"
        " scope, scope_key, join_criteria, join_key, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(target_id), connector_id(connectors, rule->connector_guid),
        SA_TEXT(rule->connector_guid), SA_TEXT(rule->guid), SA_TEXT(rule->direction),
        SA_TEXT(rule->item.name), SA_TEXT(rule->item.key), SA_INT(rule->duplicate),
        SA_TEXT(rule->description), SA_TEXT(rule->immutable_tag), SA_TEXT(rule->tag_name),
        number(rule->tag_version), SA_INT(rule->is_standard), SA_INT(rule->disabled),
        SA_TEXT(rule->source_type), SA_TEXT(rule->target_type), SA_TEXT(rule->link_type),
        SA_INT(rule->precedence), number(rule->soft_delete_s), SA_INT_OR_NULL(rule->password_sync),
        SA_TEXT(rule->scope_text), SA_TEXT(rule->scope_key), SA_TEXT(rule->join_text),
        SA_TEXT(rule->join_key), SA_INT(rule->file->evidence_id));
}

int sa_export_store_rules(struct sa_batch *batch, const struct sa_export_context *context,
                          int64_t target_id, const struct sa_export_list *connectors,
                          const struct sa_export_list *rules, struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_rule, rule, rules) {
        int64_t id = 0;
        int r = sa_export_is_cancelled(context)
                    ? sa_export_fail_cancelled(err)
                    : store_rule(batch, target_id, connectors, rule, &id, err);

        if (r == 0)
            r = store_mappings(batch, id, &rule->mappings, err);
        if (r == 0)
            r = store_scope(batch, id, &rule->scope, err);
        if (r == 0)
            r = store_join(batch, id, &rule->join, err);
        if (r < 0)
            return r;
    }
    return 0;
}
