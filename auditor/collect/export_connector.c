/* SPDX-License-Identifier: Apache-2.0 */
/* Connectors/Connector_{guid}.xml: how the server reads and writes one directory.
 *
 *   ma-data
 *     id, name, category, subtype, description, version, times, password-sync-allowed
 *     schema                         of the directory, 95 % of the file: passed over
 *     private-configuration
 *       adma-configuration           AD: forest, account, bind options, password hash sync, parameters
 *       MAConfig                     Entra ID and others: extension, parameters, password writeback
 *     attribute-inclusion / attribute
 *     ma-partition-data / partition  naming contexts: scope, object classes, bind options
 *     ma-run-data / run-configuration
 *     password-sync
 *
 * What has no column of its own becomes a named setting. Left out are values that change by
 * themselves (cookies, water marks, the domain controller last used) and, as everywhere, secrets.
 * Where a parameter repeats an element that has a column, it is left out too, unless it says
 * something else. An element of adma-configuration without a column is a setting like the parameter
 * of its name, which the product usually writes beside it. */
#include <string.h>

#include "syncaudit/text.h"

#include "export.h"

/* The product gives the connector to Entra ID this identifier on every server. */
#define ENTRA_GUID    "b891884f-051e-4a83-95af-2544101c9083"
#define ENTRA_SUBTYPE "Windows Azure Active Directory (Microsoft)"

/* Sections of a file. */
enum { PRIVATE = 1, INCLUSION = 2, PARTITIONS = 4, RUNS = 8 };

static const struct sa_export_field data_fields[] = {
    {"id",                     SA_EXPORT_GUID,   offsetof(struct sa_export_connector, guid)                 },
    {"name",                   SA_EXPORT_TEXT,   offsetof(struct sa_export_connector, item.name)            },
    {"category",               SA_EXPORT_TEXT,   offsetof(struct sa_export_connector, category)             },
    {"subtype",                SA_EXPORT_TEXT,   offsetof(struct sa_export_connector, subtype)              },
    {"description",            SA_EXPORT_TEXT,   offsetof(struct sa_export_connector, description)          },
    {"version",                SA_EXPORT_NUMBER, offsetof(struct sa_export_connector, version)              },
    {"creation-time",          SA_EXPORT_TIME,   offsetof(struct sa_export_connector, created_at)           },
    {"last-modification-time", SA_EXPORT_TIME,   offsetof(struct sa_export_connector, modified_at)          },
    {"password-sync-allowed",  SA_EXPORT_NUMBER,
     offsetof(struct sa_export_connector,                                             password_sync_allowed)},
};

static const struct sa_export_field forest_fields[] = {
    {"forest-name",         SA_EXPORT_TEXT, offsetof(struct sa_export_connector, forest)            },
    {"forest-login-domain", SA_EXPORT_TEXT, offsetof(struct sa_export_connector, account_domain)    },
    {"forest-login-user",   SA_EXPORT_TEXT, offsetof(struct sa_export_connector, account)           },
    {"sign-and-seal",       SA_EXPORT_FLAG, offsetof(struct sa_export_connector, bind.sign_and_seal)},
    {"ssl-bind",            SA_EXPORT_FLAG, offsetof(struct sa_export_connector, bind.ssl_bind)     },
    {"simple-bind",         SA_EXPORT_FLAG, offsetof(struct sa_export_connector, bind.simple_bind)  },
};

static const struct sa_export_field hash_sync_fields[] = {
    {"enabled", SA_EXPORT_FLAG, offsetof(struct sa_export_connector, password_hash_sync)},
};

/* Everything that is read about one connector goes through this. */
struct reader {
    struct sa_export_xml xml;
    struct sa_export_connector *connector;
    unsigned sections; /* that the file has */
};

/* Settings ----------------------------------------------------------------------------------- */

static bool is_in(const char *name, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sa_text_same(name, list[i]))
            return true;
    }
    return false;
}

/* Different on every server, or at every moment, without anybody having changed anything. */
static bool is_volatile(const char *name)
{
    static const char *const names[] = {"last-dc", "cookie", "water-mark", "modified-timestamp"};

    return is_in(name, names, SA_COUNT(names));
}

static struct sa_export_setting *add_setting(struct sa_export_context *context,
                                             struct sa_export_list *settings, const char *scope,
                                             const char *name, long line, struct sa_error *err)
{
    struct sa_export_setting *setting = sa_export_add(context, settings, sizeof *setting, err);

    if (setting == NULL)
        return NULL;
    setting->scope = scope;
    setting->item.name = name;
    setting->item.line = line;
    setting->item.key = sa_export_pair_key(context, scope, name, err);
    return setting->item.key != NULL ? setting : NULL;
}

/* Every leaf child of the current element that is none of `fields` and not volatile. */
static int read_settings(struct sa_export_xml *xml, struct sa_export_connector *connector,
                         const char *scope, struct sa_export_record *record, struct sa_error *err)
{
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        struct sa_export_setting *setting = NULL;
        const char *name = NULL;

        r = record != NULL ? sa_export_record_read(xml, record, err) : 0;
        if (r < 0)
            return r;
        if (r > 0 || is_volatile(xml->name) || sa_export_xml_is_secret(xml))
            continue;
        name = sa_arena_text(xml->context->arena, xml->name);
        if (name == NULL)
            return sa_export_fail_arena(xml->context, err);
        setting = add_setting(xml->context, &connector->settings, scope, name,
                              sa_export_xml_line(xml), err);
        if (setting == NULL)
            return SA_E_LIMIT;
        r = sa_export_xml_text(xml, /* exact= */ false, &setting->value, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* Names of forests, domains and accounts: letter case does not count. Without memory they differ, and
 * a parameter too many is kept. */
static bool is_same_name(const char *a, const char *b)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf left = SA_BUF_INIT(2 * SA_LIMIT_XML_TEXT);
    SA_CLEANUP(sa_buf_done) struct sa_buf right = SA_BUF_INIT(2 * SA_LIMIT_XML_TEXT);

    return sa_text_add_folded(&left, a, strlen(a)) == 0 &&
           sa_text_add_folded(&right, b, strlen(b)) == 0 &&
           strcmp(sa_buf_text(&left), sa_buf_text(&right)) == 0;
}

/* Has the parameter a column that says the same? */
static bool is_told(const struct sa_export_parameter *parameter, const char *name, int flag,
                    const char *text)
{
    bool value = false;

    if (!sa_text_same(parameter->item.name, name))
        return false;
    if (text != NULL)
        return is_same_name(parameter->value, text);
    return flag >= 0 && sa_parse_bool(parameter->value, &value) == 0 && value == (flag == 1);
}

static bool is_told_bind(const struct sa_export_parameter *parameter,
                         const struct sa_export_bind *bind)
{
    return is_told(parameter, "sign-and-seal", bind->sign_and_seal, NULL) ||
           is_told(parameter, "ssl-bind", bind->ssl_bind, NULL) ||
           is_told(parameter, "crl-check", bind->crl_check, NULL) ||
           is_told(parameter, "simple-bind", bind->simple_bind, NULL);
}

static bool is_told_by_connector(const struct sa_export_parameter *parameter,
                                 const struct sa_export_connector *c)
{
    if (c->kind == SA_EXPORT_AD &&
        (is_told(parameter, "forest-name", -1, c->forest) ||
         is_told(parameter, "forest-login-domain", -1, c->account_domain) ||
         is_told(parameter, "forest-login-user", -1, c->account)))
        return true;
    if (c->kind == SA_EXPORT_ENTRA && is_told(parameter, "UserName", -1, c->account))
        return true;
    return is_told_bind(parameter, &c->bind);
}

static int take_parameter(struct sa_export_context *context, struct sa_export_connector *connector,
                          const struct sa_export_parameter *parameter, const char *scope,
                          struct sa_error *err)
{
    struct sa_export_setting *setting = NULL;

    if (parameter->item.is_repeated || is_volatile(parameter->item.name))
        return 0;
    setting = add_setting(context, &connector->settings, scope, parameter->item.name,
                          parameter->item.line, err);
    if (setting == NULL)
        return SA_E_LIMIT;
    setting->value = parameter->value;
    setting->is_intrinsic = parameter->is_intrinsic;
    return 0;
}

static bool is_same_setting(const struct sa_export_item *a, const struct sa_export_item *b)
{
    const struct sa_export_setting *first = (const struct sa_export_setting *)a;
    const struct sa_export_setting *other = (const struct sa_export_setting *)b;

    return (other->is_element && !first->is_element) || strcmp(first->value, other->value) == 0;
}

/* Behind the parameters, so that an element is what repeats the parameter of its name. */
static int take_elements(struct sa_export_context *context, struct sa_export_connector *connector,
                         struct sa_error *err)
{
    SA_FOR_EACH (const struct sa_export_setting, element, &connector->elements) {
        struct sa_export_setting *setting =
            add_setting(context, &connector->settings, element->scope, element->item.name,
                        element->item.line, err);

        if (setting == NULL)
            return SA_E_LIMIT;
        setting->value = element->value;
        setting->is_element = true;
    }
    return 0;
}

static int take_parameters(struct sa_export_context *context, struct sa_export_connector *connector,
                           struct sa_error *err)
{
    int r = 0;

    SA_FOR_EACH (const struct sa_export_parameter, parameter, &connector->parameters) {
        if (!is_told_by_connector(parameter, connector))
            r = take_parameter(context, connector, parameter, parameter->use, err);
        if (r < 0)
            return r;
    }
    SA_FOR_EACH (const struct sa_export_partition, partition, &connector->partitions) {
        SA_FOR_EACH (const struct sa_export_parameter, parameter, &partition->parameters) {
            if (!is_told_bind(parameter, &partition->bind) &&
                !is_told(parameter, "dc-failover", partition->dc_failover, NULL))
                r = take_parameter(context, connector, parameter, partition->item.key, err);
            if (r < 0)
                return r;
        }
    }
    r = take_elements(context, connector, err);
    if (r < 0)
        return r;
    return sa_export_mark_repeated(context, &connector->settings, is_same_setting, "setting",
                                   connector->file->item.name, err);
}

/* Private configuration ---------------------------------------------------------------------- */

/* Its own identifier of a connector says nothing on another server: resolve_targets(). */
static int read_hash_sync_target(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_setting *setting = NULL;

    if (reader->connector->hash_sync_target != NULL)
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err, "'target' is written twice");
    setting = add_setting(xml->context, &reader->connector->settings, "password-hash-sync",
                          "target", sa_export_xml_line(xml), err);
    if (setting == NULL)
        return SA_E_LIMIT;
    reader->connector->hash_sync_target = setting;
    return sa_export_xml_text(xml, /* exact= */ false, &setting->value, err);
}

static int read_hash_sync(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_record record = SA_EXPORT_RECORD(hash_sync_fields, reader->connector);
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "target") && !sa_export_xml_is_secret(xml))
            r = read_hash_sync_target(reader, err);
        else
            r = sa_export_record_read(xml, &record, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* Identifiers and accounts of one server, what changes by itself, and whatever sounds like a secret. */
static bool is_left_out(const char *name)
{
    static const char *const patterns[] = {"forest-guid", "forest-login-*", "*cookie*",
                                           "*password*",  "*passphrase*",   "*secret*",
                                           "*pwd*",       "*credential*"};

    for (size_t i = 0; i < SA_COUNT(patterns); i++) {
        if (sa_text_glob(patterns[i], name))
            return true;
    }
    return is_volatile(name);
}

/* A leaf of adma-configuration that has no column. */
static int read_element(struct reader *reader, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_XML_TEXT);
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_context *context = xml->context;
    struct sa_export_setting *setting = NULL;
    static const char blanks[] = " \t\r\n";
    const char *name = NULL;
    const char *value = NULL;
    size_t len = 0;
    long line = sa_export_xml_line(xml);
    int r = 0;

    if (sa_export_xml_is_secret(xml) || is_left_out(xml->name))
        return 0;
    name = sa_arena_text(context->arena, xml->name);
    if (name == NULL)
        return sa_export_fail_arena(context, err);
    r = sa_export_xml_child_or_text(xml, xml->depth, &text, err);
    if (r != 0)
        return r < 0 ? r : 0; /* no leaf: the reader passes over the rest of it */
    setting = add_setting(context, &reader->connector->elements, "connectivity", name, line, err);
    if (setting == NULL)
        return SA_E_LIMIT;
    value = sa_buf_text(&text);
    value += strspn(value, blanks);
    len = strlen(value);
    while (len > 0 && strchr(blanks, value[len - 1]) != NULL)
        len--;
    setting->value = sa_arena_copy(context->arena, value, len);
    return setting->value != NULL ? 0 : sa_export_fail_arena(context, err);
}

static int read_forest_leaf(struct reader *reader, struct sa_export_record *record,
                            struct sa_error *err)
{
    int r = sa_export_record_read(&reader->xml, record, err);

    return r == 0 ? read_element(reader, err) : r;
}

static int read_forest(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_record record = SA_EXPORT_RECORD(forest_fields, reader->connector);
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        r = sa_export_crl_check(xml, &reader->connector->bind, err);
        if (r < 0)
            return r;
        if (sa_export_xml_is(xml, "password-hash-sync-config"))
            r = read_hash_sync(reader, err);
        else if (sa_export_xml_is(xml, "parameter-values"))
            r = sa_export_parameters(xml, /* is_by_use= */ true, &reader->connector->parameters,
                                     err);
        else
            r = read_forest_leaf(reader, &record, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_extension(struct reader *reader, struct sa_error *err)
{
    static const struct sa_export_field fields[] = {
        {"assembly-version", SA_EXPORT_TEXT,
         offsetof(struct sa_export_connector, assembly_version)},
    };
    struct sa_export_record record = SA_EXPORT_RECORD(fields, reader->connector);

    return read_settings(&reader->xml, reader->connector, "extension", &record, err);
}

static int read_password_reset(struct reader *reader, struct sa_error *err)
{
    static const struct sa_export_field fields[] = {
        {"enabled", SA_EXPORT_FLAG, offsetof(struct sa_export_connector, password_writeback)},
    };
    struct sa_export_record record = SA_EXPORT_RECORD(fields, reader->connector);

    return read_settings(&reader->xml, reader->connector, "password-reset", &record, err);
}

static int read_extensible(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "extension-config"))
            r = read_extension(reader, err);
        else if (sa_export_xml_is(xml, "parameter-values"))
            r = sa_export_parameters(xml, /* is_by_use= */ true, &reader->connector->parameters,
                                     err);
        else if (sa_export_xml_is(xml, "aad-password-reset-config"))
            r = read_password_reset(reader, err);
        if (r < 0)
            return r;
    }
    return r;
}

static int read_private(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    int depth = xml->depth;
    int r = 0;

    while ((r = sa_export_xml_child(xml, depth, err)) > 0) {
        if (sa_export_xml_is(xml, "adma-configuration"))
            r = read_forest(reader, err);
        else
            r = read_extensible(reader, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* The whole file ----------------------------------------------------------------------------- */

/* 1: it was a section, 0: it is none. */
static int read_section(struct reader *reader, struct sa_error *err)
{
    struct sa_export_xml *xml = &reader->xml;
    struct sa_export_connector *connector = reader->connector;
    unsigned section = 0;
    int r = 0;

    if (sa_export_xml_is(xml, "private-configuration")) {
        section = PRIVATE;
        r = read_private(reader, err);
    } else if (sa_export_xml_is(xml, "attribute-inclusion")) {
        section = INCLUSION;
        r = sa_export_names(xml, "attribute", &connector->inclusions, err);
    } else if (sa_export_xml_is(xml, "ma-partition-data")) {
        section = PARTITIONS;
        r = sa_export_partitions(xml, connector, err);
    } else if (sa_export_xml_is(xml, "ma-run-data")) {
        section = RUNS;
        r = sa_export_profiles(xml, connector, err);
    } else if (sa_export_xml_is(xml, "password-sync")) {
        r = read_settings(xml, connector, "password-sync", NULL, err);
        return r < 0 ? r : 1;
    } else {
        return 0;
    }
    if (r < 0)
        return r;
    if (reader->sections & section)
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err,
                                  "a section of the connector is written twice");
    reader->sections |= section;
    return 1;
}

static void clear(struct sa_export_connector *connector)
{
    struct sa_export_record data = SA_EXPORT_RECORD(data_fields, connector);
    struct sa_export_record forest = SA_EXPORT_RECORD(forest_fields, connector);

    sa_export_record_clear(&data);
    sa_export_record_clear(&forest);
    connector->bind.crl_check = -1;
    connector->password_hash_sync = -1;
    connector->password_writeback = -1;
}

/* What checks judge must have been there: nothing found in an absent section is no good news. */
static int check_complete(struct reader *reader, struct sa_error *err)
{
    static const char *const sections[] = {"private-configuration", "attribute-inclusion",
                                           "ma-partition-data", "ma-run-data"};
    const struct sa_export_connector *connector = reader->connector;
    const char *missing = NULL;

    for (size_t i = 0; i < SA_COUNT(sections) && connector->kind != SA_EXPORT_OTHER; i++) {
        if (!(reader->sections & 1U << i))
            missing = sections[i];
    }
    if (missing == NULL)
        return 0;
    return sa_export_xml_fail(&reader->xml, 0, err, "the connector has no '%s'", missing);
}

/* The product writes parameters beside elements of the same name; if the element is gone one day, the
 * parameter still tells. */
static void fill_text(const struct sa_export_connector *connector, const char *name,
                      const char **text)
{
    if (*text != NULL && **text != '\0')
        return;
    SA_FOR_EACH (const struct sa_export_parameter, parameter, &connector->parameters) {
        if (sa_text_same(parameter->item.name, name) && *parameter->value != '\0')
            *text = parameter->value;
    }
}

/* Of an account "Sync_SRV_1@contoso.onmicrosoft.com", or of a name "contoso.onmicrosoft.com - AAD". */
static int find_tenant(struct sa_export_context *context, struct sa_export_connector *connector,
                       struct sa_error *err)
{
    static const char ending[] = " - AAD";
    const char *account = connector->account != NULL ? connector->account : "";
    const char *at = strrchr(account, '@');
    const char *name = connector->item.name;
    size_t len = strlen(name);
    const char *tenant = NULL;

    if (at != NULL && at[1] != '\0') {
        tenant = at + 1;
    } else if (len > sizeof ending - 1 && sa_text_same(name + len - (sizeof ending - 1), ending)) {
        tenant = sa_arena_copy(context->arena, name, len - (sizeof ending - 1));
        if (tenant == NULL)
            return sa_export_fail_arena(context, err);
    }
    if (tenant == NULL)
        return 0;
    connector->tenant = sa_export_folded(context, tenant, err);
    return connector->tenant != NULL ? 0 : SA_E_LIMIT;
}

static bool is_said(const char *text)
{
    return text != NULL && *text != '\0';
}

int sa_export_add_connector_key(struct sa_buf *buf, enum sa_export_connector_kind kind,
                                const char *forest, const char *category, const char *subtype,
                                const char *name)
{
    if (kind == SA_EXPORT_ENTRA)
        return sa_buf_add_text(buf, "entra");
    if (kind == SA_EXPORT_AD)
        return sa_buf_addf(buf, "ad:%s", is_said(forest) ? forest : name);
    return sa_buf_addf(buf, "other:%s/%s/%s", category, subtype != NULL ? subtype : "", name);
}

static int find_key(struct sa_export_context *context, struct sa_export_connector *connector,
                    struct sa_error *err)
{
    const char *key = NULL;

    sa_buf_clear(&context->scratch);
    (void)sa_export_add_connector_key(&context->scratch, connector->kind, connector->forest,
                                      connector->category, connector->subtype,
                                      connector->item.name);
    key = sa_export_take_scratch(context, err);
    if (key == NULL)
        return SA_E_LIMIT;
    connector->item.key = sa_export_folded(context, key, err);
    return connector->item.key != NULL ? 0 : SA_E_LIMIT;
}

enum sa_export_connector_kind sa_export_kind_of(const char *guid, const char *category,
                                                const char *subtype)
{
    if (strcmp(guid, ENTRA_GUID) == 0 || sa_text_same(subtype, ENTRA_SUBTYPE))
        return SA_EXPORT_ENTRA;
    return sa_text_same(category, "AD") ? SA_EXPORT_AD : SA_EXPORT_OTHER;
}

static int finish_file(struct reader *reader, struct sa_error *err)
{
    struct sa_export_context *context = reader->xml.context;
    struct sa_export_connector *connector = reader->connector;
    int r = 0;

    if (connector->guid == NULL || connector->item.name == NULL || connector->category == NULL)
        return sa_export_xml_fail(&reader->xml, 0, err, "the connector has no '%s'",
                                  connector->guid == NULL        ? "id"
                                  : connector->item.name == NULL ? "name"
                                                                 : "category");
    connector->kind = sa_export_kind_of(connector->guid, connector->category, connector->subtype);
    if (connector->kind == SA_EXPORT_AD) {
        fill_text(connector, "forest-name", &connector->forest);
        fill_text(connector, "forest-login-domain", &connector->account_domain);
        fill_text(connector, "forest-login-user", &connector->account);
        r = sa_export_fill_bind(&reader->xml, &connector->parameters, &connector->bind, err);
    }
    if (connector->kind == SA_EXPORT_ENTRA) {
        fill_text(connector, "UserName", &connector->account);
        r = find_tenant(context, connector, err);
    }
    if (r == 0)
        r = check_complete(reader, err);
    if (r == 0)
        r = find_key(context, connector, err);
    if (r == 0)
        r = sa_export_finish_partitions(context, connector, err);
    if (r == 0)
        r = take_parameters(context, connector, err);
    return r;
}

static int read_file(struct reader *reader, struct sa_error *err)
{
    struct sa_export_record record = SA_EXPORT_RECORD(data_fields, reader->connector);
    int r = sa_export_xml_root(&reader->xml, "ma-data", err);

    while (r >= 0 && (r = sa_export_xml_child(&reader->xml, 0, err)) > 0) {
        r = read_section(reader, err);
        if (r == 0)
            r = sa_export_record_read(&reader->xml, &record, err);
    }
    if (r == 0)
        r = sa_export_xml_finish(&reader->xml, err);
    return r < 0 ? r : finish_file(reader, err);
}

int sa_export_read_connector(struct sa_export_context *context, struct sa_export_file *file,
                             struct sa_export_list *connectors, struct sa_error *err)
{
    struct reader reader = {0};
    int r = 0;

    if (connectors->count == SA_LIMIT_CONNECTORS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_CONNECTORS,
                       "the export holds more than %d connectors", SA_LIMIT_CONNECTORS);
    reader.connector = sa_export_add(context, connectors, sizeof *reader.connector, err);
    if (reader.connector == NULL)
        return SA_E_LIMIT;
    reader.connector->file = file;
    clear(reader.connector);
    r = sa_export_xml_open(&reader.xml, context, file->item.name, file->bytes, file->len, err);
    if (r == 0)
        r = read_file(&reader, err);
    file->has_secret = reader.xml.secrets > 0;
    sa_export_xml_close(&reader.xml);
    return r;
}

static bool is_before(const struct sa_export_connector *a, const struct sa_export_connector *b)
{
    int order = strcmp(a->item.name, b->item.name);

    return order != 0 ? order < 0 : strcmp(a->guid, b->guid) < 0;
}

/* Gives a second connector of the same key the key "...#2", in the order of their names. There are
 * few connectors. */
static int number_connectors(struct sa_export_context *context, struct sa_export_list *connectors,
                             struct sa_error *err)
{
    const char *keys[SA_LIMIT_CONNECTORS] = {NULL};

    SA_FOR_EACH (const struct sa_export_connector, one, connectors) {
        size_t place = 1;

        SA_FOR_EACH (const struct sa_export_connector, other, connectors) {
            if (other != one && strcmp(other->item.key, one->item.key) == 0 &&
                is_before(other, one))
                place++;
        }
        keys[one->item.number - 1] =
            place > 1 ? sa_arena_printf(context->arena, "%s#%zu", one->item.key, place)
                      : one->item.key;
        if (keys[one->item.number - 1] == NULL)
            return sa_export_fail_arena(context, err);
    }
    SA_FOR_EACH (struct sa_export_connector, one, connectors)
        one->item.key = keys[one->item.number - 1];
    return 0;
}

/* What the identifier means on every server; itself when the export holds no such connector. */
static const char *meaning(const struct sa_export_list *connectors, const char *guid)
{
    if (strcmp(guid, ENTRA_GUID) == 0)
        return "entra";
    SA_FOR_EACH (const struct sa_export_connector, one, connectors) {
        if (strcmp(one->guid, guid) == 0)
            return one->item.key;
    }
    return guid;
}

static int resolve_targets(struct sa_export_context *context, struct sa_export_list *connectors,
                           struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_connector, one, connectors) {
        struct sa_export_setting *setting = one->hash_sync_target;
        char guid[SA_EXPORT_GUID_SIZE];

        if (setting == NULL || !sa_export_guid_parse(setting->value, guid))
            continue;
        setting->value = sa_arena_text(context->arena, meaning(connectors, guid));
        if (setting->value == NULL)
            return sa_export_fail_arena(context, err);
    }
    return 0;
}

int sa_export_finish_connectors(struct sa_export_context *context,
                                struct sa_export_list *connectors, struct sa_error *err)
{
    int r = 0;

    SA_FOR_EACH (const struct sa_export_connector, one, connectors) {
        SA_FOR_EACH (const struct sa_export_connector, other, connectors) {
            if (other->item.number >= one->item.number || strcmp(one->guid, other->guid) != 0)
                continue;
            (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                          "connector '%.100s' is in two files, also in '%s'", one->item.name,
                          other->file->item.name);
            sa_place(err, one->file->item.name, 0, 0);
            sa_hint(err, "remove the copy from the folder");
            return SA_E_INPUT;
        }
    }
    r = number_connectors(context, connectors, err);
    return r < 0 ? r : resolve_targets(context, connectors, err);
}
