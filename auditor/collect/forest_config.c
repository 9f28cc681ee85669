/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_forest, second half: configuration and domain heads into rows, in the order of schema.sql. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_domain.h"

#define EVIDENCE_MAX (32 * SA_MIB)
#define DAY          86400
#define SECONDS_1601 11644473600 /* from 1601 to 1970 */

/* dSASignature as ATTRTYP: 1.2.840.113556.1.2.74, prefix number 2 in every forest. */
#define DSA_SIGNATURE 0x2004A

/* Recycle Bin, as on the wire. */
static const unsigned char recycle_bin_guid[16] = {0xd8, 0xdc, 0x6d, 0x76, 0xd0, 0xac, 0x5e, 0x44,
                                                   0xf3, 0xb9, 0xa7, 0xf9, 0xb6, 0x74, 0x4f, 0x2a};

static struct sa_ad_reading reading_of(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                                       const char *topic, struct sa_error *err)
{
    return (struct sa_ad_reading){
        .ad = ad, .entry = entry, .source = "ad_forest", .topic = topic, .err = err};
}

static bool same_dn(const char *a, const char *b)
{
    return a != NULL && b != NULL && sa_dn_within(a, b) && sa_dn_within(b, a);
}

static const struct sa_ldap_entry *of_class(const struct sa_ad_entries *entries, const char *class)
{
    for (size_t i = 0; i < entries->count; i++)
        if (sa_ad_has_value(entries->items[i].entry, "objectClass", class))
            return entries->items[i].entry;
    return NULL;
}

/* Evidence ------------------------------------------------------------------------------------ */

static void add_all(struct sa_buf *ldif, const struct sa_ad_entries *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        (void)sa_ad_add_ldif(ldif, entries->items[i].entry);
}

static int store_ldif(struct sa_batch *batch, struct sa_buf *ldif, const char *name,
                      int64_t *ret_id, struct sa_error *err)
{
    if (sa_buf_status(ldif) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ldif) < 0) {
        sa_buf_clear(ldif);
        (void)sa_buf_addf(ldif, "# left out: more than %zu bytes\n", EVIDENCE_MAX);
    }
    return sa_batch_evidence(batch, name, sa_buf_text(ldif), ldif->len, ret_id, err);
}

static int store_evidence(struct sa_ad *ad, struct sa_batch *batch, int64_t *ret_id,
                          struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf ldif = SA_BUF_INIT(EVIDENCE_MAX);
    const struct sa_ad_config *config = ad->config;
    int r = 0;

    add_all(&ldif, &config->partitions);
    add_all(&ldif, &config->schema);
    add_all(&ldif, &config->services);
    add_all(&ldif, &config->sites);
    r = store_ldif(batch, &ldif, "configuration", ret_id, err);
    for (size_t i = 0; r == 0 && i < ad->domain_count; i++) {
        int64_t id = 0;
        const char *name = sa_arena_printf(&ad->arena, "%s/domain controllers and krbtgt",
                                           ad->domains[i].dns_name);

        if (ad->domains[i].record.entry == NULL)
            continue;
        r = sa_ad_evidence(ad, batch, &ad->domains[i].record, err);
        sa_buf_clear(&ldif);
        add_all(&ldif, &config->controllers[i]);
        if (r == 0)
            r = name == NULL ? sa_ad_fail_room(ad, err) : store_ldif(batch, &ldif, name, &id, err);
    }
    return r;
}

/* ad_forest ----------------------------------------------------------------------------------- */

static struct sa_value recycle_bin(const struct sa_ad *ad)
{
    const struct sa_ad_config *config = ad->config;
    const struct sa_ldap_entry *container = of_class(&config->partitions, "crossRefContainer");
    const struct sa_ldap_attribute *enabled = NULL;

    if (container == NULL)
        return SA_NULL;
    enabled = sa_ldap_get(container, "msDS-EnabledFeature");
    for (size_t i = 0; i < config->services.count; i++) {
        const struct sa_ldap_entry *feature = config->services.items[i].entry;
        const struct sa_ldap_attribute *guid = sa_ldap_get(feature, "msDS-OptionalFeatureGUID");

        if (guid == NULL || guid->count == 0 || guid->values[0].len != sizeof recycle_bin_guid ||
            memcmp(guid->values[0].bytes, recycle_bin_guid, sizeof recycle_bin_guid) != 0)
            continue;
        for (size_t k = 0; enabled != NULL && k < enabled->count; k++)
            if (same_dn((const char *)enabled->values[k].bytes, feature->dn))
                return SA_INT(1);
        return SA_INT(0);
    }
    /* Before 2008 R2 there was no such feature. */
    return config->forest_level >= 0 && config->forest_level < 4 ? SA_INT(0) : SA_NULL;
}

static int store_forest_row(struct sa_ad *ad, struct sa_batch *batch, int64_t evidence_id,
                            struct sa_error *err)
{
    static const struct sa_ldap_entry nothing = {.dn = ""};
    const struct sa_ad_config *config = ad->config;
    const struct sa_ldap_entry *schema = of_class(&config->schema, "dMD");
    const struct sa_ldap_entry *service = of_class(&config->services, "nTDSService");
    struct sa_ad_reading r1 = reading_of(ad, schema != NULL ? schema : &nothing, "policy", err);
    struct sa_ad_reading r2 = reading_of(ad, service != NULL ? service : &nothing, "policy", err);
    const struct sa_value values[] = {
        SA_INT(ad->target_id),
        SA_TEXT(ad->root_domain),
        SA_TEXT(sa_ad_visible_text(&r1, ad->root_dn)),
        SA_TEXT(sa_ad_visible_text(&r1, ad->config_dn)),
        SA_TEXT(sa_ad_visible_text(&r1, ad->schema_dn)),
        SA_INT_OR_NULL(config->forest_level),
        sa_ad_number_of(&r1, "objectVersion", 0, INT32_MAX),
        recycle_bin(ad),
        sa_ad_number_of(&r2, "tombstoneLifetime", 0, INT32_MAX),
        sa_ad_number_of(&r2, "msDS-DeletedObjectLifetime", 0, INT32_MAX),
        SA_TEXT(sa_ad_visible_text(&r2, config->server)),
        SA_TEXT(sa_ad_visible_text(&r2, config->mechanism)),
        SA_TEXT(sa_ad_visible_text(&r2, config->protection)),
        SA_INT(config->clock_offset_s),
        SA_INT(evidence_id)};

    if (r1.status < 0 || r2.status < 0)
        return r1.status < 0 ? r1.status : r2.status;
    return sa_batch_insert(
        batch,
        "INSERT INTO ad_forest (target_id, root_domain, root_dn, config_dn, schema_dn,"
        " functional_level, schema_version, recycle_bin, tombstone_lifetime_d, deleted_lifetime_d,"
        " server, mechanism, protection, clock_offset_s, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values, SA_COUNT(values), NULL, err);
}

/* ad_domain ----------------------------------------------------------------------------------- */

/* Attributes that every domain head has: without a value they are hidden. */
static void expect(struct sa_ad_reading *reading, const char *name)
{
    char message[128];

    if (reading->status < 0 || sa_ldap_get(reading->entry, name) != NULL)
        return;
    (void)snprintf(message, sizeof message, "attribute '%s' is not visible", name);
    reading->status = sa_ad_gap_as(reading->ad, "ad_forest", "policy", reading->entry->dn, "denied",
                                   message, reading->err);
}

static struct sa_value max_password_age(struct sa_ad_reading *reading)
{
    const char *text = sa_ldap_text(reading->entry, "maxPwdAge");
    int64_t seconds = 0;

    if (text == NULL)
        return SA_NULL;
    if (sa_interval_parse(text, &seconds) < 0) {
        if (reading->status == 0)
            reading->status =
                sa_ad_gap_as(reading->ad, "ad_forest", "policy", reading->entry->dn, "failed",
                             "attribute 'maxPwdAge' is no interval", reading->err);
        return SA_NULL;
    }
    /* Part of a day must not become "never". */
    return SA_INT(seconds == INT64_MAX || seconds == 0 ? 0 : (seconds + DAY - 1) / DAY);
}

/* The text between <name> and </name> in a small XML fragment that a domain controller made. Nothing
 * is parsed but these two tags, and nothing but a time or a name is expected between them. */
static bool between(const char *text, const char *name, char *ret, size_t size)
{
    char tag[64];
    const char *start = NULL;
    const char *end = NULL;

    (void)snprintf(tag, sizeof tag, "<%s>", name);
    start = strstr(text, tag);
    if (start == NULL)
        return false;
    start += strlen(tag);
    (void)snprintf(tag, sizeof tag, "</%s>", name);
    end = strstr(start, tag);
    if (end == NULL || (size_t)(end - start) >= size)
        return false;
    memcpy(ret, start, (size_t)(end - start));
    ret[end - start] = '\0';
    return true;
}

static uint64_t read_le(const unsigned char *bytes, size_t len)
{
    uint64_t value = 0;

    for (size_t i = len; i-- > 0;)
        value = value << 8 | bytes[i];
    return value;
}

/* replPropertyMetaData ([MS-ADTS] 3.1.1.1.9): version 1, 4 unused bytes, count, 4 unused bytes, then 48
 * bytes for each attribute: ATTRTYP, version, time in seconds since 1601, and whose change it was. */
static bool time_of_metadata(const struct sa_ldap_value *blob, uint32_t type, int64_t *ret_seconds)
{
    const size_t head = 16;
    const size_t size = 48;
    uint64_t count = 0;

    if (blob->len < head || read_le(blob->bytes, 4) != 1)
        return false;
    count = read_le(blob->bytes + 8, 4);
    for (uint64_t i = 0; i < count && (i + 1) * size <= blob->len - head; i++) {
        const unsigned char *entry = blob->bytes + head + i * size;

        if (read_le(entry, 4) != type)
            continue;
        *ret_seconds = (int64_t)(read_le(entry + 8, 8) & INT64_MAX) - SECONDS_1601;
        return true;
    }
    return false;
}

/* The same as text: one XML element for each attribute (msDS-ReplAttributeMetaData). */
static bool time_of_fragments(const struct sa_ldap_attribute *fragments, const char *attribute,
                              int64_t *ret_seconds)
{
    char name[64];
    char at[64];

    for (size_t i = 0; i < fragments->count; i++) {
        const char *text = (const char *)fragments->values[i].bytes;

        if (between(text, "pszAttributeName", name, sizeof name) && sa_text_same(name, attribute))
            return between(text, "ftimeLastOriginatingChange", at, sizeof at) &&
                   sa_time_parse(at, ret_seconds) == 0;
    }
    return false;
}

/* When the directory was told of its last backup: the time at which dSASignature of the domain head was
 * written. NULL without a gap: it was never written. */
static struct sa_value backup_at(struct sa_ad_reading *reading)
{
    const struct sa_ldap_attribute *blob = sa_ldap_get(reading->entry, "replPropertyMetaData");
    const struct sa_ldap_attribute *fragments =
        sa_ldap_get(reading->entry, "msDS-ReplAttributeMetaData");
    int64_t seconds = 0;

    if (blob != NULL && blob->count > 0 &&
        time_of_metadata(&blob->values[0], DSA_SIGNATURE, &seconds))
        return sa_ad_time_value(reading, seconds);
    if (fragments != NULL && time_of_fragments(fragments, "dSASignature", &seconds))
        return sa_ad_time_value(reading, seconds);
    if (blob == NULL && fragments == NULL && reading->status == 0)
        reading->status =
            sa_ad_gap_as(reading->ad, "ad_forest", "backup", reading->entry->dn, "unsupported",
                         "the domain controller does not tell when attributes were"
                         " written",
                         reading->err);
    return SA_NULL;
}

static const struct sa_ldap_entry *find_krbtgt(const struct sa_ad *ad, size_t at)
{
    const struct sa_ad_entries *entries = &ad->config->controllers[at];

    for (size_t i = 0; i < entries->count; i++) {
        const char *sam = sa_ldap_text(entries->items[i].entry, "sAMAccountName");

        if (sam != NULL && sa_text_same(sam, "krbtgt"))
            return entries->items[i].entry;
    }
    return NULL;
}

static int store_domain(struct sa_ad *ad, struct sa_batch *batch, size_t at, struct sa_error *err)
{
    static const struct sa_ldap_entry nothing = {.dn = ""};
    struct sa_ad_domain *domain = &ad->domains[at];
    const struct sa_ldap_entry *head = domain->record.entry;
    const struct sa_ldap_entry *krbtgt = find_krbtgt(ad, at);
    struct sa_ad_reading h = reading_of(ad, head != NULL ? head : &nothing, "policy", err);
    struct sa_ad_reading k = reading_of(ad, krbtgt != NULL ? krbtgt : &nothing, "account", err);

    if (head != NULL) {
        expect(&h, "maxPwdAge");
        expect(&h, "minPwdLength");
        expect(&h, "ms-DS-MachineAccountQuota");
    }
    if (head != NULL && krbtgt == NULL && k.status == 0)
        k.status = sa_ad_gap_as(ad, "ad_forest", "account", "krbtgt", "denied",
                                "it does not exist or is not visible to the auditor", err);
    const struct sa_value values[] = {
        SA_INT(ad->target_id),
        SA_TEXT(domain->dns_name),
        SA_TEXT(domain->netbios_name),
        SA_TEXT(sa_ad_visible_text(&h, domain->dn)),
        SA_TEXT(sa_ad_dn_key(&h, domain->dn)),
        SA_INT(domain->is_root),
        SA_INT(domain->collected),
        domain->has_sid ? sa_ad_sid_value(&h, &domain->sid) : SA_NULL,
        sa_ad_number_of(&h, "msDS-Behavior-Version", 0, INT32_MAX),
        max_password_age(&h),
        sa_ad_number_of(&h, "minPwdLength", 0, INT32_MAX),
        sa_ad_number_of(&h, "lockoutThreshold", 0, INT32_MAX),
        sa_ad_number_of(&h, "ms-DS-MachineAccountQuota", INT32_MIN, INT32_MAX),
        sa_ad_filetime_of(&k, "pwdLastSet"),
        sa_ad_number_of(&k, "msDS-KeyVersionNumber", 0, UINT32_MAX),
        head != NULL ? backup_at(&h) : SA_NULL,
        head != NULL ? SA_INT(domain->record.evidence_id) : SA_NULL};

    if (h.status < 0 || k.status < 0)
        return h.status < 0 ? h.status : k.status;
    return sa_batch_insert(
        batch,
        "INSERT INTO ad_domain (target_id, dns_name, netbios_name, dn, dn_key, is_root, collected,"
        " sid, functional_level, max_password_age_d, min_password_length, lockout_threshold,"
        " machine_account_quota, krbtgt_password_set_at, krbtgt_key_version, backup_at,"
        " evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values, SA_COUNT(values), &domain->row_id, err);
}

/* ad_dc --------------------------------------------------------------------------------------- */

static int insert_controller(struct sa_batch *batch, struct sa_ad_reading *reading,
                             int64_t domain_id, const char *name, const char *site, bool read_only)
{
    struct sa_value os = sa_ad_text_of(reading, "operatingSystem");
    struct sa_value version = sa_ad_text_of(reading, "operatingSystemVersion");

    if (reading->status < 0)
        return reading->status;
    return SA_INSERT(batch, NULL, reading->err,
                     "INSERT OR IGNORE INTO ad_dc (domain_id, name, site, read_only, os,"
                     " os_version) VALUES (?, ?, ?, ?, ?, ?)",
                     SA_INT(domain_id), SA_TEXT(name), SA_TEXT(site), SA_INT(read_only), os,
                     version);
}

static const char *first_value(struct sa_ad_reading *reading, const char *dn)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf type = SA_BUF_INIT(SA_LIMIT_NAME);
    SA_CLEANUP(sa_buf_done) struct sa_buf value = SA_BUF_INIT(SA_LIMIT_NAME);

    if (dn == NULL || sa_dn_first(dn, &type, &value) < 0 || sa_buf_status(&value) < 0)
        return NULL;
    return sa_ad_visible(reading, sa_buf_text(&value), value.len);
}

static const struct sa_ldap_entry *find_key(const struct sa_ad_entries *entries, const char *key)
{
    for (size_t i = 0; key != NULL && i < entries->count; i++)
        if (strcmp(entries->items[i].key, key) == 0)
            return entries->items[i].entry;
    return NULL;
}

/* NTDS settings right below a server object. */
static const struct sa_ldap_entry *find_settings(const struct sa_ad *ad, const char *server_key)
{
    const struct sa_ad_entries *sites = &ad->config->sites;

    for (size_t i = 0; i < sites->count; i++)
        if (strcmp(sa_ad_parent_key(sites->items[i].key), server_key) == 0 &&
            !sa_ad_has_value(sites->items[i].entry, "objectClass", "server"))
            return sites->items[i].entry;
    return NULL;
}

/* A server object of a site with NTDS settings below it is a domain controller; its computer object,
 * where it can be seen, tells the rest. */
static int store_server(struct sa_ad *ad, struct sa_batch *batch,
                        const struct sa_ad_found_entry *server, const char *reference_key,
                        struct sa_error *err)
{
    static const struct sa_ldap_entry nothing = {.dn = ""};
    const struct sa_ldap_entry *settings = find_settings(ad, server->key);
    const char *reference = sa_ldap_text(server->entry, "serverReference");
    size_t at = reference != NULL ? sa_ad_domain_of(ad, reference) : SIZE_MAX;
    const struct sa_ldap_entry *computer = NULL;
    struct sa_ad_reading s = reading_of(ad, server->entry, "domain", err);
    struct sa_ad_reading c = reading_of(ad, &nothing, "domain", err);
    const char *name = sa_ad_visible_text(&s, sa_ldap_text(server->entry, "dNSHostName"));
    const char *container = sa_dn_parent(server->entry->dn);
    const char *site = container != NULL ? first_value(&s, sa_dn_parent(container)) : NULL;

    if (settings == NULL || at == SIZE_MAX)
        return s.status;
    computer = find_key(&ad->config->controllers[at], reference_key);
    if (computer != NULL)
        c.entry = computer;
    if (name == NULL)
        name = first_value(&s, server->entry->dn);
    if (s.status < 0)
        return s.status;
    return insert_controller(batch, &c, ad->domains[at].row_id, name != NULL ? name : "", site,
                             sa_ad_has_value(settings, "objectClass", "nTDSDSARO"));
}

/* Is the computer that of a server object which store_server() took? */
static bool is_of_site(const struct sa_ad *ad, const char *computer_key)
{
    const struct sa_ad_entries *sites = &ad->config->sites;

    for (size_t i = 0; i < sites->count; i++)
        if (ad->config->references[i] != NULL &&
            strcmp(ad->config->references[i], computer_key) == 0 &&
            find_settings(ad, sites->items[i].key) != NULL)
            return true;
    return false;
}

/* Computers that are domain controllers by their account alone: the sites were not readable, or do not
 * know them. AzureADKerberos has such an account and is none. */
static int store_computer(struct sa_ad *ad, struct sa_batch *batch, size_t at,
                          const struct sa_ad_found_entry *computer, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, computer->entry, "domain", err);
    const char *sam = sa_ldap_text(computer->entry, "sAMAccountName");
    const char *name = sa_ad_visible_text(&reading, sa_ldap_text(computer->entry, "dNSHostName"));
    int64_t uac = 0;

    if (sam == NULL || sa_text_same(sam, "AzureADKerberos$") ||
        !sa_ad_number(&reading, "userAccountControl", INT32_MIN, UINT32_MAX, &uac) ||
        (uac & (SA_UAC_DC | SA_UAC_PARTIAL_SECRETS)) == 0 || is_of_site(ad, computer->key))
        return reading.status;
    if (name == NULL)
        name = sa_ad_visible_text(&reading, sam);
    if (reading.status < 0)
        return reading.status;
    return insert_controller(batch, &reading, ad->domains[at].row_id, name, NULL,
                             (uac & SA_UAC_PARTIAL_SECRETS) != 0);
}

static int store_controllers(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->config->sites.count; i++)
        if (sa_ad_has_value(ad->config->sites.items[i].entry, "objectClass", "server"))
            r = store_server(ad, batch, &ad->config->sites.items[i], ad->config->references[i],
                             err);
    for (size_t at = 0; r == 0 && at < ad->domain_count; at++)
        for (size_t i = 0; r == 0 && i < ad->config->controllers[at].count; i++)
            r = store_computer(ad, batch, at, &ad->config->controllers[at].items[i], err);
    return r;
}

/* ad_scp -------------------------------------------------------------------------------------- */

static const char *keyword(struct sa_ad_reading *reading, const char *prefix)
{
    const struct sa_ldap_attribute *keywords = sa_ldap_get(reading->entry, "keywords");
    size_t len = strlen(prefix);

    for (size_t i = 0; keywords != NULL && i < keywords->count; i++) {
        const struct sa_ldap_value *value = &keywords->values[i];

        if (value->len >= len && strncasecmp((const char *)value->bytes, prefix, len) == 0)
            return sa_ad_visible(reading, value->bytes + len, value->len - len);
    }
    return NULL;
}

static int store_connection_points(struct sa_ad *ad, struct sa_batch *batch, int64_t evidence_id,
                                   struct sa_error *err)
{
    for (size_t i = 0; i < ad->config->services.count; i++) {
        struct sa_ad_reading reading =
            reading_of(ad, ad->config->services.items[i].entry, "scp", err);
        const char *tenant_name = keyword(&reading, "azureADName:");
        const char *tenant_id = keyword(&reading, "azureADId:");
        const char *dn = sa_ad_visible_text(&reading, reading.entry->dn);
        int r = reading.status;

        if (r == 0 && (tenant_name != NULL || tenant_id != NULL))
            r = SA_INSERT(batch, NULL, err,
                          "INSERT INTO ad_scp (target_id, dn, tenant_name, tenant_id, evidence_id)"
                          " VALUES (?, ?, ?, ?, ?)",
                          SA_INT(ad->target_id), SA_TEXT(dn), SA_TEXT(tenant_name),
                          SA_TEXT(tenant_id), SA_INT(evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int sa_ad_store_forest(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int64_t evidence_id = 0;
    int r = store_evidence(ad, batch, &evidence_id, err);

    if (r == 0)
        r = store_forest_row(ad, batch, evidence_id, err);
    for (size_t i = 0; r == 0 && i < ad->domain_count; i++)
        r = store_domain(ad, batch, i, err);
    if (r == 0)
        r = store_controllers(ad, batch, err);
    if (r == 0)
        r = store_connection_points(ad, batch, evidence_id, err);
    return r < 0 ? r : sa_ad_store_gaps(ad, batch, "ad_forest", err);
}
