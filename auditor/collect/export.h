/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the export collector share: the folder, the guarded XML reader, the model of what
 * an export holds, and its way into the snapshot.
 *
 *   export_folder.c     folder and files to bytes: no links, no devices, no sizes beyond the limits
 *   export_memory.c     the same for files that the sync engine sent
 *   export_guard.c      bytes to UTF-8 that the XML library may see: no document type, no giant tags
 *   export_xml.c        a guarded walk over elements; knows which elements hold secrets
 *   export_field.c      leaf elements to typed members; parameters; lists without repetition
 *   export_mv.c, export_connector.c, export_rule.c   one kind of file each, to the model
 *   export_normalise.c  forms for comparison
 *   export_redact.c     a copy of a file without its secrets
 *   export_store.c      the model to facts
 *   export.c            the order of it all
 *
 * Everything in the model lives in the arena of the context. A text is NULL, a flag or number
 * negative (SA_EXPORT_UNSAID) where the file does not say. */
#ifndef SYNCAUDIT_COLLECT_EXPORT_H
#define SYNCAUDIT_COLLECT_EXPORT_H
#include "syncaudit/collect.h"

#include "export_input.h"

/** As sa_collect_export(), for files in memory: `folder` has fd -1, contents and fetch(). */
int sa_collect_export_contents(struct sa_snapshot *snapshot, int64_t target_id,
                               const struct sa_export_folder *folder, const atomic_bool *cancelled,
                               struct sa_error *ret_problem, struct sa_error *err) SA_NODISCARD;
/** Coverage rows of all three sources that say why there is nothing. */
int sa_export_fail_sources(struct sa_snapshot *snapshot, int64_t target_id,
                           const struct sa_error *problem, struct sa_error *err) SA_NODISCARD;

/* Model -------------------------------------------------------------------------------------- */

struct sa_export_attribute { /* of the metaverse; key: folded name */
    struct sa_export_item item;
    const char *id;
    const char *syntax;
    int single_value, indexed; /**< 0 or 1 */
};
struct sa_export_member { /* attribute of a metaverse class */
    struct sa_export_item item;
    const char *class_name;
    const char *attribute;
    int required; /**< 0 or 1 */
};
struct sa_export_settings {
    const char *server_name;
    const char *exported_at;
    int64_t format_version, config_version, password_history;
    int staging_mode;
    const char *product_version;
    struct sa_export_list parameters, attributes, members;
};

enum sa_export_connector_kind { SA_EXPORT_AD, SA_EXPORT_ENTRA, SA_EXPORT_OTHER };

struct sa_export_bind { /* how a connector or partition talks to domain controllers */
    int sign_and_seal, ssl_bind, crl_check, simple_bind;
};
struct sa_export_setting {
    struct sa_export_item item;
    const char *scope, *value;
    bool is_intrinsic;
    bool is_element; /**< yields to the parameter of its name */
};
struct sa_export_container {
    struct sa_export_item item; /**< name: DN */
    const char *dn_key;
    bool is_included;
};
struct sa_export_partition {
    struct sa_export_item item; /**< key: canonical DN */
    const char *guid, *display_name, *created_at, *modified_at, *last_dc;
    int selected, is_domain, dc_failover;
    struct sa_export_bind bind;
    struct sa_export_list parameters, containers, classes;
};
struct sa_export_step {
    struct sa_export_item item;
    const char *type, *subtype;
    const char *partition_guid, *partition; /**< name, once it is resolved */
    int64_t threshold_batch_size, batch_size, page_size, time_limit, timeout;
    int64_t object_limit, delete_limit;
};
struct sa_export_profile {
    struct sa_export_item item;
    struct sa_export_list steps;
};
struct sa_export_connector {
    struct sa_export_item item; /**< key: the same on every server */
    const struct sa_export_file *file;
    enum sa_export_connector_kind kind;
    const char *guid, *category, *subtype, *description, *created_at, *modified_at;
    int64_t version, password_sync_allowed;
    const char *forest, *tenant, *account_domain, *account, *assembly_version;
    struct sa_export_bind bind;
    int password_hash_sync, password_writeback;
    struct sa_export_list elements; /**< settings of AD that may stand as parameters too */
    struct sa_export_setting *hash_sync_target; /**< also in `settings`; or NULL */
    struct sa_export_list parameters, settings, inclusions, partitions, profiles;
    int64_t row_id; /**< once it is stored */
};

enum sa_export_flow { SA_EXPORT_DIRECT, SA_EXPORT_CONSTANT, SA_EXPORT_EXPRESSION };

struct sa_export_mapping {
    struct sa_export_item item; /**< name: destination */
    enum sa_export_flow flow;
    struct sa_export_list source_list;
    const char *sources;               /**< readable */
    const char *expression, *constant; /**< as written; the flow says which one counts */
    const char *merge_type;
    int execute_once;
    const char *value_key;
};
struct sa_export_condition {
    struct sa_export_item item; /**< name: attribute of the connector space; key: all of it */
    const char *operation;      /**< scope */
    const char *value;          /**< scope */
    const char *mv_attribute;   /**< join */
    int case_sensitive;         /**< join */
};
struct sa_export_group {
    struct sa_export_item item; /**< key: of its conditions, sorted */
    struct sa_export_list conditions;
};
struct sa_export_rule {
    struct sa_export_item item;
    const struct sa_export_file *file;
    const char *guid, *connector_guid, *direction, *description;
    const char *immutable_tag, *tag_name;
    int64_t tag_version;
    bool is_standard;
    int disabled, password_sync;
    const char *source_type, *target_type, *link_type;
    int64_t precedence, soft_delete_s;
    struct sa_export_list mappings, scope, join;
    const char *scope_text, *scope_key, *join_text, *join_key;
    int64_t duplicate;
};

/** By identifier (lower case) and the names that the product has for kinds. */
enum sa_export_connector_kind sa_export_kind_of(const char *guid, const char *category,
                                                const char *subtype);
/** Adds the key under which the same connector is found on every server; still to be folded. */
int sa_export_add_connector_key(struct sa_buf *buf, enum sa_export_connector_kind kind,
                                const char *forest, const char *category, const char *subtype,
                                const char *name);

/** Read one file each. `*has_secret` is set when it holds values that must not be kept. */
int sa_export_read_settings(struct sa_export_context *context, struct sa_export_file *file,
                            struct sa_export_settings *ret, struct sa_error *err) SA_NODISCARD;
int sa_export_read_connector(struct sa_export_context *context, struct sa_export_file *file,
                             struct sa_export_list *connectors, struct sa_error *err) SA_NODISCARD;
int sa_export_read_rule(struct sa_export_context *context, struct sa_export_file *file,
                        struct sa_export_list *rules, struct sa_error *err) SA_NODISCARD;
/** What can be told only when all files of a part were read: keys, repeated identifiers. */
int sa_export_finish_connectors(struct sa_export_context *context,
                                struct sa_export_list *connectors,
                                struct sa_error *err) SA_NODISCARD;
int sa_export_finish_rules(struct sa_export_context *context, struct sa_export_list *rules,
                           struct sa_error *err) SA_NODISCARD;

/** Sections of a connector file. export_partition.c */
int sa_export_partitions(struct sa_export_xml *xml, struct sa_export_connector *connector,
                         struct sa_error *err) SA_NODISCARD;
int sa_export_profiles(struct sa_export_xml *xml, struct sa_export_connector *connector,
                       struct sa_error *err) SA_NODISCARD;
/** Keys of partitions, and names of partitions in steps. */
int sa_export_finish_partitions(struct sa_export_context *context,
                                struct sa_export_connector *connector,
                                struct sa_error *err) SA_NODISCARD;
/** The attribute of <ssl-bind crl-check="0">, when that is the current element. */
int sa_export_crl_check(struct sa_export_xml *xml, struct sa_export_bind *bind,
                        struct sa_error *err) SA_NODISCARD;
/** Takes from parameters what no element said. */
int sa_export_fill_bind(const struct sa_export_xml *xml, const struct sa_export_list *parameters,
                        struct sa_export_bind *bind, struct sa_error *err) SA_NODISCARD;

/* Normalising -------------------------------------------------------------------------------- */

/** Folded, trimmed copies in the arena; NULL (and `err`) when there is no room. */
const char *sa_export_folded(struct sa_export_context *context, const char *text,
                             struct sa_error *err) SA_NODISCARD;
/** Folded forms of two texts, joined so that no other two give the same. */
const char *sa_export_pair_key(struct sa_export_context *context, const char *first,
                               const char *second, struct sa_error *err) SA_NODISCARD;
const char *sa_export_dn_key(struct sa_export_context *context, const char *dn,
                             struct sa_error *err) SA_NODISCARD;
/** "{AE4DB4CC-...}" to "ae4db4cc-...". False: it is no GUID. */
#define SA_EXPORT_GUID_SIZE 37
bool sa_export_guid_parse(const char *text, char ret[SA_EXPORT_GUID_SIZE]);
/** An expression without what does not count: letter case and white space outside string literals. */
int sa_export_add_expression(struct sa_buf *buf, const char *expression);
/** Fills value_key, scope and join texts and keys of a rule. */
int sa_export_normalise_rule(struct sa_export_context *context, struct sa_export_rule *rule,
                             struct sa_error *err) SA_NODISCARD;
/** A copy of the scratch buffer in the arena; NULL (and `err`) when there is no room. */
const char *sa_export_take_scratch(struct sa_export_context *context,
                                   struct sa_error *err) SA_NODISCARD;

/* Storing ------------------------------------------------------------------------------------ */

/** Evidence of every file that was read; fills evidence_id. */
int sa_export_store_files(struct sa_batch *batch, struct sa_export_context *context,
                          struct sa_export_list *files, struct sa_error *err) SA_NODISCARD;
int sa_export_store_settings(struct sa_batch *batch, int64_t target_id,
                             const struct sa_export_file *file,
                             const struct sa_export_settings *settings,
                             struct sa_error *err) SA_NODISCARD;
int sa_export_store_connectors(struct sa_batch *batch, const struct sa_export_context *context,
                               int64_t target_id, struct sa_export_list *connectors,
                               struct sa_error *err) SA_NODISCARD;
/** `connectors` were stored before; empty when they could not be read. */
int sa_export_store_rules(struct sa_batch *batch, const struct sa_export_context *context,
                          int64_t target_id, const struct sa_export_list *connectors,
                          const struct sa_export_list *rules, struct sa_error *err) SA_NODISCARD;
#endif
