/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_forest, network half: connections, configuration, domain heads ([MS-ADTS] 6.1.1).
 *
 * Four searches tell everything about the forest, whatever its size: CN=Partitions (domains, optional
 * features that are on), the schema (its version, LAPS attributes), CN=Services (tombstones, connection
 * points of hybrid join), CN=Sites (domain controllers). Then, for each domain: a connection, its head,
 * its domain controllers and krbtgt. A domain that does not answer is a gap; the rest goes on. */
#include "forest_domain.h"

#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#define FILTER_MAX    (64 * SA_KIB)
#define CONFIG_MAX    4096 /* entries of one search in the configuration */
#define CROSSREF_FLAG 3    /* FLAG_CR_NTDS_NC and FLAG_CR_NTDS_DOMAIN */

static bool is_dead(int status)
{
    return status == SA_E_NETWORK || status == SA_E_TIMEOUT || status == SA_E_CANCELLED ||
           status == SA_E_NOMEM || status == SA_E_INTERNAL;
}

/* Where trouble means that one topic is not known, not that nothing is. */
static int bear(struct sa_ad *ad, const char *topic, const char *subject,
                const struct sa_error *why, struct sa_error *err)
{
    if (is_dead(why->status)) {
        if (err != NULL)
            *err = *why;
        return why->status;
    }
    return sa_ad_gap(ad, "ad_forest", topic, subject, why, err);
}

static const char *copy_text(struct sa_ad *ad, const char *text, struct sa_error *err)
{
    const char *copy = sa_arena_text(&ad->arena, text != NULL ? text : "");

    if (copy == NULL)
        (void)sa_ad_fail_room(ad, err);
    return copy;
}

/* "DC=Lab,DC=Example" to "lab.example"; NULL and no error: it is no domain's DN. */
static int domain_name(struct sa_ad *ad, const char *dn, const char **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(SA_LIMIT_NAME);
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    char *copy = NULL;

    *ret = NULL;
    if (sa_dn_domain(dn, &name) < 0 || sa_buf_status(&name) < 0)
        return 0;
    copy = sa_arena_text(&ad->arena, sa_ad_visible_text(&reading, sa_buf_text(&name)));
    if (reading.status < 0)
        return reading.status;
    if (copy == NULL)
        return sa_ad_fail_room(ad, err);
    for (char *at = copy; *at != '\0'; at++)
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
    *ret = copy;
    return 0;
}

/* Configuration ------------------------------------------------------------------------------- */

/* The answers of another domain's controller would stand below the name of the one that was asked for. */
static int check_domain(const struct sa_ad *ad, struct sa_error *err)
{
    const char *asked = ad->ldap.domain;
    const char *answered = ad->config->domain != NULL ? ad->config->domain : "";
    size_t len = asked != NULL ? strlen(asked) : 0;

    if (len > 0 && asked[len - 1] == '.')
        len--;
    if (asked == NULL || (strlen(answered) == len && strncasecmp(answered, asked, len) == 0))
        return 0;
    sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
            "'%s' is a domain controller of '%s', not of '%s'", ad->config->server, answered,
            asked);
    sa_hint(err, "name the domain that is meant by its DNS name, and domain controllers of it");
    return SA_E_PROTOCOL;
}

static int take_info(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_config *config = ad->config;
    const struct sa_ldap_info *info = sa_ldap_info(config->first);
    int r = 0;

    if (info->default_nc[0] == '\0' || info->config_nc[0] == '\0' || info->schema_nc[0] == '\0') {
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "'%s' does not name its naming contexts as Active Directory does", info->server);
        sa_hint(err,
                "name a domain controller of Active Directory: AD LDS has no accounts to audit");
        return SA_E_PROTOCOL;
    }
    config->server = copy_text(ad, info->server, err);
    config->mechanism = copy_text(ad, info->mechanism, err);
    config->protection = copy_text(ad, info->protection, err);
    config->default_dn = copy_text(ad, info->default_nc, err);
    config->forest_level = info->forest_level;
    config->clock_offset_s = info->clock_offset_s;
    ad->config_dn = copy_text(ad, info->config_nc, err);
    ad->schema_dn = copy_text(ad, info->schema_nc, err);
    ad->root_dn = copy_text(ad, info->root_nc[0] != '\0' ? info->root_nc : info->default_nc, err);
    if (config->server == NULL || config->mechanism == NULL || config->protection == NULL ||
        config->default_dn == NULL || ad->config_dn == NULL || ad->schema_dn == NULL ||
        ad->root_dn == NULL)
        return sa_ad_fail_room(ad, err);
    r = domain_name(ad, ad->root_dn, &ad->root_domain, err);
    if (r == 0 && ad->root_domain == NULL)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "'%s' is not the DN of a domain",
                    ad->root_dn);
    if (r == 0)
        r = domain_name(ad, config->default_dn, &config->domain, err);
    return r < 0 ? r : check_domain(ad, err);
}

/* A search below one container of the configuration. */
struct question {
    const char *container; /* "": the schema */
    const char *filter;
    const char *const *attributes;
    const char *topic; /* of the gap when it is not answered */
};

static int ask(struct sa_ad *ad, const struct question *question, struct sa_ad_entries *ret,
               bool *ret_answered, struct sa_error *err)
{
    const char *base =
        question->container[0] == '\0'
            ? ad->schema_dn
            : sa_arena_printf(&ad->arena, "%s,%s", question->container, ad->config_dn);
    struct sa_error why = {0};
    struct sa_ldap_search search = {.base = base,
                                    .scope = SA_LDAP_SUBTREE,
                                    .filter = question->filter,
                                    .attributes = question->attributes,
                                    .max_entries = CONFIG_MAX};
    int r = 0;

    if (base == NULL)
        return sa_ad_fail_room(ad, err);
    r = sa_ad_search(ad, ad->config->first, &search, ret, &why);
    *ret_answered = r == 0;
    return r < 0 ? bear(ad, question->topic, base, &why, err) : 0;
}

static const char *const partition_attributes[] = {
    "objectClass", "nCName", "dnsRoot", "nETBIOSName", "systemFlags", "msDS-EnabledFeature", NULL};
static const char *const schema_attributes[] = {"objectClass",
                                                "objectVersion",
                                                "lDAPDisplayName",
                                                "schemaIDGUID",
                                                "attributeSecurityGUID",
                                                "searchFlags",
                                                NULL};
static const char *const service_attributes[] = {"objectClass",
                                                 "keywords",
                                                 "tombstoneLifetime",
                                                 "msDS-DeletedObjectLifetime",
                                                 "msDS-OptionalFeatureGUID",
                                                 NULL};
static const char *const site_attributes[] = {"objectClass", "dNSHostName", "serverReference",
                                              NULL};

/* Names of LAPS attributes, legacy first; the schema gives every forest GUIDs of its own. */
static const char *const laps_secrets[] = {"ms-Mcs-AdmPwd",
                                           "msLAPS-Password",
                                           "msLAPS-EncryptedPassword",
                                           "msLAPS-EncryptedPasswordHistory",
                                           "msLAPS-EncryptedDSRMPassword",
                                           "msLAPS-EncryptedDSRMPasswordHistory"};
static const char *const laps_expiries[] = {SA_AD_LAPS_LEGACY, SA_AD_LAPS_WINDOWS};

static int ask_schema(struct sa_ad *ad, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct question question = {.container = "", .attributes = schema_attributes, .topic = "laps"};

    (void)sa_buf_add_text(&filter, "(|(objectClass=dMD)");
    for (size_t i = 0; i < SA_COUNT(laps_secrets); i++)
        (void)sa_buf_addf(&filter, "(lDAPDisplayName=%s)", laps_secrets[i]);
    for (size_t i = 0; i < SA_COUNT(laps_expiries); i++)
        (void)sa_buf_addf(&filter, "(lDAPDisplayName=%s)", laps_expiries[i]);
    (void)sa_buf_add_char(&filter, ')');
    if (sa_buf_status(&filter) < 0)
        return sa_fail_nomem(err);
    question.filter = sa_buf_text(&filter);
    return ask(ad, &question, &ad->config->schema, &ad->schema_read, err);
}

static int ask_configuration(struct sa_ad *ad, struct sa_error *err)
{
    static const struct question partitions = {
        "CN=Partitions", "(|(objectClass=crossRef)(objectClass=crossRefContainer))",
        partition_attributes, "domain"};
    static const struct question services = {
        "CN=Services",
        "(|(objectClass=nTDSService)(objectClass=msDS-OptionalFeature)"
        "(&(objectClass=serviceConnectionPoint)"
        "(|(keywords=azureADId:*)(keywords=azureADName:*))))",
        service_attributes, "scp"};
    static const struct question sites = {
        "CN=Sites", "(|(objectClass=server)(objectClass=nTDSDSA)(objectClass=nTDSDSARO))",
        site_attributes, "domain"};
    bool answered = false;
    int r = ask(ad, &partitions, &ad->config->partitions, &answered, err);

    if (r == 0)
        r = ask_schema(ad, err);
    if (r == 0)
        r = ask(ad, &services, &ad->config->services, &answered, err);
    return r < 0 ? r : ask(ad, &sites, &ad->config->sites, &answered, err);
}

/* LAPS ---------------------------------------------------------------------------------------- */

static bool take_guid(const struct sa_ldap_entry *entry, const char *name, struct sa_guid *ret)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(entry, name);

    if (attribute == NULL || attribute->count == 0 || attribute->values[0].len != sizeof ret->bytes)
        return false;
    memcpy(ret->bytes, attribute->values[0].bytes, sizeof ret->bytes);
    return true;
}

static const char *listed(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (sa_text_same(name, names[i]))
            return names[i];
    return NULL;
}

static int take_schema(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .source = "ad_forest", .topic = "laps", .err = err};
    const struct sa_ad_entries *schema = &ad->config->schema;

    ad->secrets = sa_arena_array(&ad->arena, schema->count + 1, sizeof *ad->secrets);
    ad->expiries = sa_arena_array(&ad->arena, schema->count + 1, sizeof *ad->expiries);
    if (ad->secrets == NULL || ad->expiries == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < schema->count; i++) {
        struct sa_schema_attribute attribute = {0};
        const char *name = sa_ldap_text(schema->items[i].entry, "lDAPDisplayName");
        int64_t flags = 0;

        reading.entry = schema->items[i].entry;
        if (name == NULL || !take_guid(reading.entry, "schemaIDGUID", &attribute.guid))
            continue;
        attribute.has_property_set =
            take_guid(reading.entry, "attributeSecurityGUID", &attribute.property_set);
        /* fCONFIDENTIAL */
        attribute.confidential =
            sa_ad_number(&reading, "searchFlags", INT32_MIN, INT32_MAX, &flags) &&
            (flags & 0x80) != 0;
        attribute.name = listed(name, laps_secrets, SA_COUNT(laps_secrets));
        if (attribute.name != NULL)
            ad->secrets[ad->secret_count++] = attribute;
        attribute.name = listed(name, laps_expiries, SA_COUNT(laps_expiries));
        if (attribute.name != NULL)
            ad->expiries[ad->expiry_count++] = attribute;
    }
    return reading.status;
}

static int take_references(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_config *config = ad->config;

    config->references =
        sa_arena_array(&ad->arena, config->sites.count + 1, sizeof *config->references);
    if (config->references == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < config->sites.count; i++) {
        const char *dn = sa_ldap_text(config->sites.items[i].entry, "serverReference");

        if (dn != NULL)
            config->references[i] = sa_ad_key(ad, dn, err);
        if (dn != NULL && config->references[i] == NULL)
            return sa_ad_fail_room(ad, err);
    }
    return 0;
}

/* Domains ------------------------------------------------------------------------------------- */

static bool same_dn(const char *a, const char *b)
{
    return sa_dn_within(a, b) && sa_dn_within(b, a);
}

/* `reference` tells of the domain: a DN for people. */
static int add_domain(struct sa_ad *ad, const char *dn, const char *netbios, const char *reference,
                      struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    struct sa_ad_domain domain = {.dn = dn};
    int r = domain_name(ad, dn, &domain.dns_name, err);

    if (r < 0)
        return r;
    if (domain.dns_name == NULL)
        return sa_ad_gap_as(ad, "ad_forest", "domain", reference, "failed",
                            "it stands for a domain whose name is malformed", err);
    for (size_t i = 0; i < ad->domain_count; i++)
        if (strcmp(ad->domains[i].dns_name, domain.dns_name) == 0)
            return 0;
    if (ad->domain_count == SA_LIMIT_FOREST_DOMAINS)
        return sa_ad_gap_as(ad, "ad_forest", "domain", domain.dns_name, "limit",
                            "the forest has more domains than are looked at", err);
    domain.netbios_name = sa_ad_visible_text(&reading, netbios);
    domain.is_root = same_dn(dn, ad->root_dn);
    domain.record.domain = ad->domain_count;
    ad->domains[ad->domain_count++] = domain;
    return reading.status;
}

/* The root domain, then the others by name: the order is the same in every run. */
static void order_domains(struct sa_ad *ad)
{
    for (size_t i = 1; i < ad->domain_count; i++) {
        struct sa_ad_domain domain = ad->domains[i];
        size_t at = i;

        while (at > 0 && (domain.is_root > ad->domains[at - 1].is_root ||
                          (domain.is_root == ad->domains[at - 1].is_root &&
                           strcmp(domain.dns_name, ad->domains[at - 1].dns_name) < 0))) {
            ad->domains[at] = ad->domains[at - 1];
            at--;
        }
        ad->domains[at] = domain;
    }
    for (size_t i = 0; i < ad->domain_count; i++)
        ad->domains[i].record.domain = i;
}

/* Every reference has a naming context, and those of this forest have flags. One of another directory may
 * have none, but then it has no NetBIOS name either. */
static bool hides_domain(const struct sa_ldap_entry *entry)
{
    if (sa_ad_has_value(entry, "objectClass", "crossRefContainer"))
        return false;
    return sa_ldap_get(entry, "nCName") == NULL ||
           (sa_ldap_get(entry, "systemFlags") == NULL && sa_ldap_get(entry, "nETBIOSName") != NULL);
}

static int take_domains(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_config *config = ad->config;
    struct sa_ad_reading reading = {.ad = ad, .source = "ad_forest", .topic = "domain", .err = err};
    int r = 0;

    ad->domains = sa_arena_array(&ad->arena, SA_LIMIT_FOREST_DOMAINS + 1, sizeof *ad->domains);
    if (ad->domains == NULL)
        return sa_ad_fail_room(ad, err);
    /* The one that answers is looked at even when nothing lists it. */
    r = add_domain(ad, config->default_dn, NULL, config->default_dn, err);
    for (size_t i = 0; r == 0 && i < config->partitions.count; i++) {
        const struct sa_ldap_entry *entry = config->partitions.items[i].entry;
        const char *dn = sa_ldap_text(entry, "nCName");
        const char *netbios = sa_ldap_text(entry, "nETBIOSName");
        int64_t flags = 0;

        reading.entry = entry;
        if (hides_domain(entry))
            r = sa_ad_gap_as(ad, "ad_forest", "domain", entry->dn, "denied",
                             "whether it stands for a domain is not visible", err);
        if (dn == NULL || !sa_ad_number(&reading, "systemFlags", INT32_MIN, UINT32_MAX, &flags) ||
            (flags & CROSSREF_FLAG) != CROSSREF_FLAG)
            continue;
        if (same_dn(dn, config->default_dn))
            ad->domains[0].netbios_name = sa_ad_visible_text(&reading, netbios);
        else
            r = add_domain(ad, dn, netbios, entry->dn, err);
        if (reading.status < 0)
            return reading.status;
    }
    if (r < 0)
        return r;
    if (config->partitions.count == 0)
        r = sa_ad_gap_as(ad, "ad_forest", "domain", ad->config_dn, "denied",
                         "the list of domains is not visible: there may be more", err);
    ad->domains[0].ldap = config->first;
    config->first = NULL;
    order_domains(ad);
    return r;
}

static bool is_below(const char *lower, const char *upper)
{
    size_t len = strlen(lower);
    size_t upper_len = strlen(upper);

    return strchr(upper, '.') != NULL && len > upper_len + 1 && lower[len - upper_len - 1] == '.' &&
           strcasecmp(lower + len - upper_len, upper) == 0;
}

/* Which domains there are is the directory's word. What is made from a password for one host is of use
 * to it (all of it, with a simple logon), so it goes along the tree of the domain that was named only. */
static bool may_show_password(const struct sa_ad *ad, const char *domain, struct sa_error *why)
{
    enum sa_ldap_auth auth = ad->ldap.auth;
    const char *named = ad->ldap.domain != NULL ? ad->ldap.domain : ad->config->domain;

    if ((auth != SA_LDAP_SIMPLE && auth != SA_LDAP_NTLM) || is_below(domain, named) ||
        is_below(named, domain))
        return true;
    sa_fail(why, SA_E_DENIED, SA_DOMAIN_NONE, 0,
            "it lies outside of '%s': without Kerberos, a password is only shown to domains that "
            "were named",
            named);
    return false;
}

static int connect_domain(struct sa_ad *ad, struct sa_ad_domain *domain, struct sa_error *err)
{
    struct sa_ldap_options options = ad->ldap;
    struct sa_error why = {0};
    int r = 0;

    if (!may_show_password(ad, domain->dns_name, &why))
        return sa_ad_gap(ad, "ad_forest", "domain", domain->dns_name, &why, err);
    /* The servers that were named are of another domain, and the user is at home in the first one. */
    if (options.realm == NULL)
        options.realm = options.domain != NULL ? options.domain : ad->config->domain;
    options.domain = domain->dns_name;
    options.servers = NULL;
    r = sa_ldap_open(&options, &domain->ldap, &why);
    if (r == 0)
        return 0;
    domain->ldap = NULL;
    if (why.status == SA_E_CANCELLED || why.status == SA_E_NOMEM) {
        if (err != NULL)
            *err = why;
        return why.status;
    }
    return sa_ad_gap(ad, "ad_forest", "domain", domain->dns_name, &why, err);
}

/* One domain ---------------------------------------------------------------------------------- */

/* gPLink is for those who look at what applies to an account. */
static const char *const head_attributes[] = {"objectClass",
                                              "objectSid",
                                              "msDS-Behavior-Version",
                                              "maxPwdAge",
                                              "minPwdLength",
                                              "lockoutThreshold",
                                              "ms-DS-MachineAccountQuota",
                                              "replPropertyMetaData",
                                              "msDS-ReplAttributeMetaData",
                                              "gPLink",
                                              "gPOptions",
                                              "nTSecurityDescriptor",
                                              NULL};
static const char *const controller_attributes[] = {"objectClass",
                                                    "objectSid",
                                                    "sAMAccountName",
                                                    "dNSHostName",
                                                    "userAccountControl",
                                                    "primaryGroupID",
                                                    "operatingSystem",
                                                    "operatingSystemVersion",
                                                    "pwdLastSet",
                                                    "msDS-KeyVersionNumber",
                                                    NULL};

static int read_controllers(struct sa_ad *ad, size_t at, struct sa_error *why)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ad_domain *domain = &ad->domains[at];
    struct sa_ldap_search search = {.base = domain->dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .attributes = controller_attributes,
                                    .max_entries = SA_LIMIT_DCS};

    /* Both groups are indexed; the bits of userAccountControl are not. */
    (void)sa_buf_add_text(&filter, "(|(primaryGroupID=516)(primaryGroupID=521)");
    if (domain->has_sid && domain->sid.count < SA_SID_SUBS) {
        struct sa_sid krbtgt = sa_sid_with_rid(&domain->sid, 502);

        sa_ad_add_sid_filter(&filter, &krbtgt);
    } else {
        (void)sa_buf_add_text(&filter, "(sAMAccountName=krbtgt)");
    }
    (void)sa_buf_add_char(&filter, ')');
    if (sa_buf_status(&filter) < 0)
        return sa_fail_nomem(why);
    search.filter = sa_buf_text(&filter);
    return sa_ad_search(ad, domain->ldap, &search, &ad->config->controllers[at], why);
}

static int read_head(struct sa_ad *ad, size_t at, struct sa_error *err)
{
    struct sa_ad_domain *domain = &ad->domains[at];
    struct sa_ad_reading reading = {.ad = ad, .source = "ad_forest", .topic = "domain", .err = err};
    struct sa_error why = {0};
    int r = sa_ldap_read(domain->ldap, domain->dn, head_attributes, /* sd_flags= */ 7, &ad->arena,
                         &domain->record.entry, &why);

    if (r < 0) {
        domain->record.entry = NULL;
        r = sa_ad_domain_trouble(ad, "ad_forest", at, &why, err);
        /* A domain whose head is hidden is as good as one that does not answer. */
        sa_ldap_close(domain->ldap);
        domain->ldap = NULL;
        return r;
    }
    domain->collected = true;
    reading.entry = domain->record.entry;
    domain->has_sid = sa_ad_sid_of(&reading, "objectSid", &domain->sid);
    if (reading.status == 0 && !domain->has_sid)
        reading.status = sa_ad_gap_as(ad, "ad_forest", "domain", domain->dns_name, "denied",
                                      "the domain's security identifier is not visible", err);
    if (reading.status < 0)
        return reading.status;
    r = read_controllers(ad, at, &why);
    if (r < 0 && is_dead(r))
        return sa_ad_domain_trouble(ad, "ad_forest", at, &why, err);
    return r < 0 ? sa_ad_gap(ad, "ad_forest", "domain", domain->dns_name, &why, err) : 0;
}

int sa_ad_gather_forest(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    ad->config = sa_arena_alloc(&ad->arena, sizeof *ad->config);
    if (ad->config == NULL)
        return sa_ad_fail_room(ad, err);
    r = sa_ldap_open(&ad->ldap, &ad->config->first, err);
    if (r == 0)
        r = take_info(ad, err);
    if (r == 0)
        r = ask_configuration(ad, err);
    if (r == 0)
        r = take_schema(ad, err);
    if (r == 0)
        r = take_references(ad, err);
    if (r == 0)
        r = take_domains(ad, err);
    if (r < 0)
        return r;
    ad->config->controllers =
        sa_arena_array(&ad->arena, ad->domain_count, sizeof *ad->config->controllers);
    if (ad->config->controllers == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; r == 0 && i < ad->domain_count; i++)
        if (ad->domains[i].ldap == NULL)
            r = connect_domain(ad, &ad->domains[i], err);
    for (size_t i = 0; r == 0 && i < ad->domain_count; i++)
        if (ad->domains[i].ldap != NULL)
            r = read_head(ad, i, err);
    return r;
}

void sa_ad_close(struct sa_ad *ad)
{
    if (ad->config != NULL)
        sa_ldap_close(ad->config->first);
    for (size_t i = 0; i < ad->domain_count; i++)
        sa_ldap_close(ad->domains[i].ldap);
}
