/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_account, second half: accounts, their groups and the privileged ones into rows, in the order
 * of schema.sql. Evidence is written first: one LDIF record per account. */
#include "forest_account.h"

#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_domain.h"

static struct sa_ad_reading reading_of(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                                       struct sa_error *err)
{
    return (struct sa_ad_reading){
        .ad = ad, .entry = entry, .source = "ad_account", .topic = "account", .err = err};
}

/* LAPS ---------------------------------------------------------------------------------------- */

/* Who asks is not known, only that everybody who does is Everyone and an authenticated user. */
static int token_of_anybody(struct sa_ad *ad, struct sa_token *ret, struct sa_error *err)
{
    static const struct sa_sid nobody = {.authority = 0, .count = 1};

    return sa_token_init(ret, &nobody, NULL, 0, &ad->arena, err);
}

/* Does an ACE keep anybody at all from reading the attribute? It might be the auditor. */
static bool is_denied(const struct sa_secdesc *sd, const struct sa_schema_attribute *attribute)
{
    for (size_t i = 0; i < sd->ace_count; i++) {
        const struct sa_ace *ace = &sd->aces[i];

        if (ace->kind == SA_ACE_DENY && (ace->flags & SA_ACE_INHERIT_ONLY) == 0 &&
            (ace->mask & SA_ACCESS_READ_PROPERTY) != 0 &&
            (!ace->has_object || sa_guid_same(&ace->object, &attribute->guid) ||
             (attribute->has_property_set && sa_guid_same(&ace->object, &attribute->property_set))))
            return true;
    }
    return false;
}

/* Would the expiration times be shown if there were any? */
static bool shows_expiries(struct sa_ad_reading *reading)
{
    struct sa_ad *ad = reading->ad;
    const struct sa_ldap_attribute *value = sa_ldap_get(reading->entry, "nTSecurityDescriptor");
    struct sa_secdesc sd = {0};
    struct sa_access_object object = {.sd = &sd, .class_guid = sa_class_guid("computer")};
    struct sa_token token = {0};

    if (value == NULL || value->count == 0 || reading->status < 0 ||
        sa_secdesc_decode(value->values[0].bytes, value->values[0].len, &ad->arena, &sd, NULL) < 0)
        return false;
    if (sd.dacl == SA_DACL_NULL)
        return true;
    reading->status = token_of_anybody(ad, &token, reading->err);
    for (size_t i = 0; reading->status == 0 && i < ad->expiry_count; i++) {
        const struct sa_schema_attribute *expiry = &ad->expiries[i];

        if (expiry->confidential || sd.has_unknown || is_denied(&sd, expiry) ||
            !sa_access_typed(&object, &token, SA_ACCESS_READ_PROPERTY, &expiry->guid,
                             expiry->has_property_set ? &expiry->property_set : NULL, NULL, NULL))
            return false;
    }
    return reading->status == 0;
}

/* A computer without an expiration time has no managed password, unless the time is hidden. */
static struct sa_value laps(struct sa_ad_reading *reading, const char **ret_expiry)
{
    static const char *const names[][2] = {
        {SA_AD_LAPS_WINDOWS, "windows"},
        {SA_AD_LAPS_LEGACY,  "legacy" },
    };
    const struct sa_ad *ad = reading->ad;
    const char *name = NULL;

    *ret_expiry = SA_AD_LAPS_WINDOWS;
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        if (sa_ldap_get(reading->entry, names[i][0]) != NULL) {
            *ret_expiry = names[i][0];
            return SA_TEXT(names[i][1]);
        }
    }
    if (ad->schema_read && ad->expiry_count == 0)
        return SA_TEXT("none");
    if (ad->schema_read && shows_expiries(reading))
        return SA_TEXT("none");
    name = sa_ad_account_name(reading);
    if (reading->status == 0)
        reading->status = sa_ad_gap_as(reading->ad, "ad_account", "laps", name, "denied",
                                       "whether its local administrator's password is managed is"
                                       " not visible",
                                       reading->err);
    return SA_TEXT("unknown");
}

/* ad_account ---------------------------------------------------------------------------------- */

static const uint32_t flags[] = {SA_UAC_PASSWORD_NOT_REQUIRED,
                                 SA_UAC_REVERSIBLE,
                                 SA_UAC_NEVER_EXPIRES,
                                 SA_UAC_TRUSTED_FOR_DELEGATION,
                                 SA_UAC_PROTOCOL_TRANSITION,
                                 SA_UAC_NOT_DELEGATED,
                                 SA_UAC_DES_ONLY,
                                 SA_UAC_NO_PREAUTH};

/* A row under construction: columns and values grow together. */
#define COLUMNS_MAX 48
struct row {
    struct sa_value values[COLUMNS_MAX];
    size_t count;
};

static void put(struct row *row, struct sa_value value)
{
    if (row->count < COLUMNS_MAX)
        row->values[row->count++] = value;
}

static struct sa_value or_empty(struct sa_value value)
{
    return value.type == SA_VALUE_NULL ? SA_TEXT("") : value;
}

static struct sa_value description(struct sa_ad_reading *reading)
{
    const struct sa_ldap_attribute *text = sa_ldap_get(reading->entry, "description");

    if (text != NULL && text->count > 0 &&
        sa_ad_tells_password(text->values[0].bytes, text->values[0].len))
        return SA_TEXT("[removed: holds a password]");
    return sa_ad_text_of(reading, "description");
}

static void put_names(struct row *row, struct sa_ad_reading *reading,
                      const struct sa_ad_account *account)
{
    const struct sa_ad *ad = reading->ad;

    put(row, SA_INT(ad->target_id));
    put(row, SA_INT(ad->domains[account->record.domain].row_id));
    put(row, SA_TEXT(sa_ad_visible_text(reading, reading->entry->dn)));
    put(row, SA_TEXT(sa_ad_dn_key(reading, reading->entry->dn)));
    put(row, sa_ad_sid_value(reading, &account->sid));
    put(row, SA_TEXT(sa_ad_account_name(reading)));
    put(row, sa_ad_text_of(reading, "userPrincipalName"));
    put(row, SA_TEXT(account->class_name));
    put(row, description(reading));
    put(row, sa_ad_text_of(reading, "dNSHostName"));
}

static void put_control(struct row *row, struct sa_ad_reading *reading)
{
    int64_t uac = 0;
    bool is_known = sa_ad_number(reading, "userAccountControl", INT32_MIN, UINT32_MAX, &uac);

    put(row, is_known ? SA_INT((uac & SA_UAC_DISABLED) == 0) : SA_NULL);
    for (size_t i = 0; i < SA_COUNT(flags); i++)
        put(row, is_known ? SA_INT((uac & flags[i]) != 0) : SA_NULL);
}

static struct sa_value admin_count(struct sa_ad_reading *reading)
{
    int64_t value = 0;

    return sa_ad_number(reading, "adminCount", INT32_MIN, INT32_MAX, &value) ? SA_INT(value != 0)
                                                                             : SA_NULL;
}

static void put_times(struct row *row, struct sa_ad_reading *reading)
{
    enum sa_ad_time kind = SA_AD_TIME_SET;
    int64_t seconds = 0;
    bool is_known = false;

    put(row, sa_ad_generalized_time_of(reading, "whenCreated"));
    is_known = sa_ad_filetime(reading, "pwdLastSet", &kind, &seconds);
    put(row, is_known && kind == SA_AD_TIME_SET ? sa_ad_time_value(reading, seconds) : SA_NULL);
    put(row, is_known ? SA_INT(kind == SA_AD_TIME_ZERO) : SA_NULL);
    put(row, sa_ad_filetime_of(reading, "lastLogonTimestamp"));
    put(row, sa_ad_filetime_of(reading, "accountExpires"));
}

static void put_rest(struct row *row, struct sa_ad_reading *reading,
                     const struct sa_ad_account *account)
{
    const struct sa_ldap_attribute *keys = sa_ldap_get(reading->entry, "msDS-KeyCredentialLink");
    bool is_computer = strcmp(account->class_name, "computer") == 0;
    const char *expiry = NULL;
    struct sa_ad_description told;
    struct sa_sid creator;

    put(row, admin_count(reading));
    put(row, sa_ad_number_of(reading, "primaryGroupID", 0, UINT32_MAX));
    put(row, sa_ad_sids_of(reading, "sIDHistory"));
    put(row, SA_INT(keys != NULL ? (int64_t)keys->count : 0));
    if (sa_ad_sid_of(reading, "mS-DS-CreatorSID", &creator)) {
        put(row, sa_ad_sid_value(reading, &creator));
        if (reading->status == 0)
            reading->status = sa_ad_sid(reading->ad, &creator, reading->err);
    } else {
        put(row, SA_NULL);
    }
    put(row, sa_ad_text_of(reading, "operatingSystem"));
    put(row, sa_ad_text_of(reading, "operatingSystemVersion"));
    put(row, is_computer ? laps(reading, &expiry) : SA_NULL);
    put(row, is_computer ? sa_ad_filetime_of(reading, expiry) : SA_NULL);
    put(row, sa_ad_number_of(reading, "msDS-ManagedPasswordInterval", 0, INT32_MAX));
    (void)sa_ad_parse_description(reading, sa_ldap_text(reading->entry, "description"), &told);
    put(row, SA_TEXT(told.installation_id));
    put(row, SA_TEXT(told.server));
    put(row, SA_TEXT(told.tenant));
    put(row, SA_INT(account->record.evidence_id));
}

static int store_account(struct sa_ad *ad, struct sa_batch *batch, struct sa_ad_account *account,
                         struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, account->record.entry, err);
    struct row row = {.count = 0};

    put_names(&row, &reading, account);
    put_control(&row, &reading);
    put(&row, or_empty(sa_ad_list_of(&reading, "msDS-AllowedToDelegateTo")));
    put(&row, or_empty(sa_ad_trustees_of(&reading, "msDS-AllowedToActOnBehalfOfOtherIdentity")));
    put(&row, or_empty(sa_ad_list_of(&reading, "servicePrincipalName")));
    put(&row, sa_ad_number_of(&reading, "msDS-SupportedEncryptionTypes", INT32_MIN, UINT32_MAX));
    put_times(&row, &reading);
    put_rest(&row, &reading, account);
    if (reading.status < 0)
        return reading.status;
    return sa_batch_insert(
        batch,
        "INSERT INTO ad_account (target_id, domain_id, dn, dn_key, sid, sam, upn, class,"
        " description, dns_host_name, enabled, password_not_required, reversible, never_expires,"
        " unconstrained_delegation, protocol_transition, not_delegated, des_only, no_preauth,"
        " delegate_to, acts_on_behalf, spns, encryption_types, created_at, password_set_at,"
        " must_change_password, last_logon_at, expires_at, admin_count, primary_group_rid,"
        " sid_history, key_credentials, creator_sid, os, os_version, laps, laps_expires_at,"
        " gmsa_interval_d, installation_id, described_server, described_tenant, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.values, row.count, &account->row_id, err);
}

static int store_roles(struct sa_batch *batch, const struct sa_ad_account *account,
                       struct sa_error *err)
{
    int r = 0;

    for (const struct sa_ad_role *role = account->roles; r == 0 && role != NULL; role = role->next)
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO ad_account_role (account_id, role, how, detail, server)"
                      " VALUES (?, ?, ?, ?, ?)",
                      SA_INT(account->row_id), SA_TEXT(role->role), SA_TEXT(role->how),
                      SA_TEXT(role->detail), SA_TEXT(role->server));
    return r;
}

static int store_memberships(struct sa_ad *ad, struct sa_batch *batch, size_t at,
                             struct sa_error *err)
{
    const struct sa_ad_account *account = &ad->accounts[at];
    const char *const *paths = ad->found->paths != NULL ? ad->found->paths[at] : NULL;
    int r = 0;

    for (size_t i = 0; r == 0 && i < account->group_count; i++) {
        enum sa_sid_tier tier = sa_sid_tier_of(&account->groups[i]);
        char sid[SA_SID_TEXT_SIZE];

        sa_sid_format(&account->groups[i], sid);
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO ad_membership (account_id, group_sid, privileged, path)"
                      " VALUES (?, ?, ?, ?)",
                      SA_INT(account->row_id), SA_TEXT(sid),
                      SA_INT(tier == SA_SID_TIER0 || tier == SA_SID_PRIVILEGED),
                      SA_TEXT(paths != NULL ? paths[i] : ""));
    }
    return r;
}

/* The others ---------------------------------------------------------------------------------- */

static int store_readers(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->found->reader_count; i++) {
        const struct sa_ad_reader *reader = &ad->found->readers[i];
        char sid[SA_SID_TEXT_SIZE];
        char group[SA_SID_TEXT_SIZE] = "";

        sa_sid_format(&reader->sid, sid);
        if (reader->through_group)
            sa_sid_format(&reader->group, group);
        r = SA_INSERT(batch, NULL, err,
                      "INSERT OR IGNORE INTO ad_gmsa_reader (account_id, sid, member_of)"
                      " VALUES (?, ?, ?)",
                      SA_INT(ad->accounts[reader->account].row_id), SA_TEXT(sid), SA_TEXT(group));
    }
    return r;
}

static int store_privileged(struct sa_ad *ad, struct sa_batch *batch,
                            struct sa_ad_privileged *privileged, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, privileged->record.entry, err);
    struct row row = {.count = 0};
    int64_t uac = 0;

    put(&row, SA_INT(ad->target_id));
    put(&row, SA_INT(ad->domains[privileged->record.domain].row_id));
    put(&row, SA_TEXT(sa_ad_visible_text(&reading, reading.entry->dn)));
    put(&row, SA_TEXT(sa_ad_dn_key(&reading, reading.entry->dn)));
    put(&row, sa_ad_sid_value(&reading, &privileged->sid));
    put(&row, SA_TEXT(sa_ad_account_name(&reading)));
    put(&row, sa_ad_number(&reading, "userAccountControl", INT32_MIN, UINT32_MAX, &uac)
                  ? SA_INT((uac & SA_UAC_DISABLED) == 0)
                  : SA_NULL);
    put(&row, admin_count(&reading));
    put(&row, SA_INT(privileged->member));
    put(&row, sa_ad_bool_of(&reading, "isCriticalSystemObject"));
    put(&row, SA_INT(privileged->record.evidence_id));
    if (reading.status < 0)
        return reading.status;
    return sa_batch_insert(
        batch,
        "INSERT INTO ad_privileged (target_id, domain_id, dn, dn_key, sid, sam, enabled,"
        " admin_count, member, critical, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.values, row.count, &privileged->row_id, err);
}

static int store_groups(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->found->member_count; i++) {
        const struct sa_ad_member *member = &ad->found->members[i];
        char group[SA_SID_TEXT_SIZE];
        char sid[SA_SID_TEXT_SIZE] = "";

        sa_sid_format(&member->group, group);
        if (member->has_member)
            sa_sid_format(&member->member, sid);
        r = SA_INSERT(batch, NULL, err,
                      "INSERT OR IGNORE INTO ad_group (target_id, sid, name, purpose, member_sid)"
                      " VALUES (?, ?, ?, ?, ?)",
                      SA_INT(ad->target_id), SA_TEXT(group), SA_TEXT(member->name),
                      SA_TEXT(member->purpose), SA_TEXT(sid));
    }
    return r;
}

static int store_evidence(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->account_count; i++)
        r = sa_ad_evidence(ad, batch, &ad->accounts[i].record, err);
    for (size_t i = 0; r == 0 && i < ad->privileged_count; i++)
        r = sa_ad_evidence(ad, batch, &ad->privileged[i].record, err);
    return r;
}

int sa_ad_store_accounts(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    int r = store_evidence(ad, batch, err);

    for (size_t i = 0; r == 0 && i < ad->account_count; i++) {
        r = store_account(ad, batch, &ad->accounts[i], err);
        if (r == 0)
            r = store_roles(batch, &ad->accounts[i], err);
        if (r == 0)
            r = store_memberships(ad, batch, i, err);
    }
    if (r == 0)
        r = store_readers(ad, batch, err);
    for (size_t i = 0; r == 0 && i < ad->privileged_count; i++)
        r = store_privileged(ad, batch, &ad->privileged[i], err);
    if (r == 0)
        r = store_groups(ad, batch, err);
    return r < 0 ? r : sa_ad_store_gaps(ad, batch, "ad_account", err);
}
