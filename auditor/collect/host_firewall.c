/* SPDX-License-Identifier: Apache-2.0 */
/* Source firewall: what holds for each profile, and the rules of each store, from the registry.
 *
 * Profiles ([MS-GPFAS] 2.2.3): group policy decides, then MDM, then the local settings, then Windows'
 * default. Group policy's StandardProfile stands for the private and the public one where neither has a
 * key of its own; locally the private profile is called StandardProfile. Only policy can shut local
 * rules out (AllowLocalPolicyMerge).
 *
 * Rules: group policy's, MDM's, and the local ones. The stores for restricted services and AppContainers
 * are left out: they narrow what services and packages may do and let nothing in by themselves. So are
 * the lists of the firewall of Windows XP (AuthorizedApplications, GloballyOpenPorts): a policy that
 * still has entries there makes the source fail, because it would let in more than the rules say. */
#include "host_firewall.h"

#include <string.h>

#include "syncaudit/text.h"

#include "host_registry.h"

#define LOCAL  HOST_REG_FIREWALL
#define POLICY HOST_REG_FIREWALL_POLICY
#define MDM    HOST_REG_FIREWALL "\\Mdm"
#define RULES  "\\FirewallRules"

/* Profiles ----------------------------------------------------------------------------------------- */

struct place {
    const char *policy, *mdm, *local;
};
struct profile {
    const char *name;
    struct place place;
};

static bool is_there(const struct host *host, const char *key)
{
    enum sa_reg_state state = sa_registry_key(host->registry, key)->state;

    return state != SA_REG_ABSENT;
}

static void find_profiles(const struct host *host, struct profile profiles[3])
{
    bool own =
        is_there(host, POLICY "\\PrivateProfile") || is_there(host, POLICY "\\PublicProfile");

    profiles[0] = (struct profile){
        "domain", {POLICY "\\DomainProfile", MDM "\\DomainProfile", LOCAL "\\DomainProfile"}
    };
    profiles[1] = (struct profile){
        "private",
        {own ? POLICY "\\PrivateProfile" : POLICY "\\StandardProfile",
          is_there(host, MDM "\\PrivateProfile") ? MDM "\\PrivateProfile" : MDM "\\StandardProfile",
          LOCAL "\\StandardProfile"}
    };
    profiles[2] = (struct profile){
        "public",
        {own ? POLICY "\\PublicProfile" : POLICY "\\StandardProfile", MDM "\\PublicProfile",
          LOCAL "\\PublicProfile"}
    };
}

#define NOT_SET   (-1)
#define NOT_KNOWN (-2) /* stored as NULL */

/* A number of one key. What no number of 0..most is decides, too, but nobody documents how. */
static int64_t number_of(const struct host *host, const char *key, const char *value, uint64_t most)
{
    const struct sa_reg_value *found = sa_registry_value(host->registry, key, value);

    if (found->state != SA_REG_SET)
        return NOT_SET;
    if (found->type != 4 || found->number > most)
        return NOT_KNOWN;
    return (int64_t)found->number;
}

/* What holds, or NOT_KNOWN; `*ret_by` (may be NULL) says who decided. `below`: "" or "\Logging". */
static int64_t decided(struct host *host, const struct place *place, const char *below,
                       const char *value, uint64_t most, int64_t by_default, const char **ret_by)
{
    const char *const keys[] = {place->policy, place->mdm, place->local};
    static const char *const by[] = {"policy", "policy", "local"};

    for (size_t i = 0; i < SA_COUNT(keys); i++) {
        const char *key = host_printf(host, "%s%s", keys[i], below);
        int64_t number = number_of(host, key, value, most);

        if (number == NOT_SET)
            continue;
        if (ret_by != NULL)
            *ret_by = by[i];
        return number;
    }
    if (ret_by != NULL)
        *ret_by = "default";
    return by_default;
}

static const char *action_of(int64_t number)
{
    if (number == NOT_KNOWN)
        return NULL;
    return number == 0 ? "allow" : "block";
}

static int store_profile(struct host *host, struct sa_batch *batch, const struct profile *profile,
                         struct sa_error *err)
{
    const struct place *place = &profile->place;
    const struct place by_policy = {place->policy, place->mdm, place->policy};
    const char *by = NULL;
    int64_t enabled = decided(host, place, "", "EnableFirewall", 1, 1, &by);
    int64_t local_rules = decided(host, &by_policy, "", "AllowLocalPolicyMerge", 1, 1, NULL);
    int64_t block_all = decided(host, place, "", "DoNotAllowExceptions", 1, 0, NULL);
    int64_t log_dropped = decided(host, place, "\\Logging", "LogDroppedPackets", 1, 0, NULL);
    int64_t log_size = decided(host, place, "\\Logging", "LogFileSize", UINT32_MAX, 4096, NULL);

    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_firewall_profile (target_id, profile, enabled, inbound, outbound, "
        "local_rules, block_all, log_dropped, log_size_kb, decided_by, evidence_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), SA_TEXT(profile->name), SA_INT_OR_NULL(enabled),
        SA_TEXT(action_of(decided(host, place, "", "DefaultInboundAction", 1, 1, NULL))),
        SA_TEXT(action_of(decided(host, place, "", "DefaultOutboundAction", 1, 0, NULL))),
        SA_INT_OR_NULL(local_rules), SA_INT_OR_NULL(block_all), SA_INT_OR_NULL(log_dropped),
        SA_INT_OR_NULL(log_size), SA_TEXT(by), SA_INT(host->evidence_id));
}

/* Rules -------------------------------------------------------------------------------------------- */

static const struct store {
    const char *name, *key;
} stores[] = {
    {"policy", POLICY RULES},
    {"mdm",    MDM RULES   },
    {"local",  LOCAL RULES },
};

static bool is_rule(const struct sa_reg_value *value)
{
    return value->state == SA_REG_SET && (value->type == 1 || value->type == 2);
}

static int store_conditions(struct host *host, struct sa_batch *batch, int64_t id,
                            const struct sa_firewall_rule *rule, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < rule->port_count; i++) {
        const struct sa_firewall_port *port = &rule->ports[i];

        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_firewall_port (rule_id, low, high, keyword) "
                        "VALUES (?, ?, ?, ?)",
                        SA_INT(id), SA_INT_OR_NULL(port->low), SA_INT_OR_NULL(port->high),
                        SA_TEXT(host_text(host, port->keyword)));
    }
    for (size_t i = 0; r == 0 && i < rule->remote_count; i++) {
        const struct sa_firewall_address *remote = &rule->remotes[i];

        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_firewall_remote (rule_id, address, family, low, high, "
                        "keyword) VALUES (?, ?, ?, ?, ?, ?)",
                        SA_INT(id), SA_TEXT(host_text(host, remote->text)), SA_INT(remote->family),
                        SA_TEXT(remote->low[0] != '\0' ? remote->low : NULL),
                        SA_TEXT(remote->low[0] != '\0' ? remote->high : NULL),
                        SA_TEXT(host_text(host, remote->keyword)));
    }
    return r;
}

static int store_rule(struct host *host, struct sa_batch *batch, const char *store,
                      const struct sa_reg_value *value, struct sa_error *err)
{
    static const char *const actions[] = {"allow", "block", "bypass"};
    struct sa_firewall_rule rule = {0};
    int64_t id = 0;
    int r = sa_firewall_parse(value->text, &host->scratch, &rule);

    if (r < 0)
        return host_fail_room(host, err);
    const struct sa_value row[] = {
        SA_INT(host->target_id),
        SA_TEXT(store),
        SA_TEXT(host_text(host, value->name)),
        SA_TEXT(host_text(host, rule.name)),
        SA_INT(rule.name[0] == '@'),
        SA_INT(rule.active),
        SA_INT(rule.inbound),
        SA_TEXT(actions[rule.action]),
        SA_INT(rule.domain),
        SA_INT(rule.private),
        SA_INT(rule.public),
        SA_INT_OR_NULL(rule.protocol),
        SA_TEXT(host_text(host, rule.program)),
        SA_TEXT(host_text(host, rule.service)),
        SA_TEXT(host_text(host, rule.package)),
        SA_TEXT(host_text(host, rule.interface)),
        SA_INT(rule.authenticated),
        SA_INT(rule.any_local_port),
        SA_INT(rule.any_remote),
        SA_INT(rule.understood),
        SA_TEXT(host_text(host, rule.meaning)),
        SA_INT(host->evidence_id),
    };

    r = host_insert(
        host, batch,
        "INSERT INTO host_firewall_rule (target_id, store, rule, name, built_in, active, "
        "inbound, action, domain, private, public, protocol, program, service, package, "
        "interface, authenticated, any_local_port, any_remote, understood, meaning_key, "
        "evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?)",
        row, SA_COUNT(row), &id, err);
    return r == 0 ? store_conditions(host, batch, id, &rule, err) : r;
}

/* Source ------------------------------------------------------------------------------------------- */

/* All values of a key as evidence. Returns how many, or negative. */
static int gather_key(struct host *host, const char *key, struct sa_error *err)
{
    const struct sa_reg_key *found = sa_registry_key(host->registry, key);
    int count = 0;
    int r = host_reg_whole(host, key, err);

    host_reg_evidence(host, key, NULL);
    for (size_t i = 0; r > 0 && i < found->value_count; i++) {
        const struct sa_reg_value *value = &found->values[i];

        if (value->state == SA_REG_ABSENT)
            continue;
        r = value->type == 1 || value->type == 2 || value->type == 4
                ? host_reg_unread(host, key, value->name, err)
                : 0;
        host_reg_evidence(host, key, value->name);
        count++;
        r = r == 0 ? 1 : r;
    }
    return r < 0 ? r : count;
}

static int refuse_lists(struct host *host, const char *profile, struct sa_error *err)
{
    static const char *const lists[] = {"AuthorizedApplications\\List", "GloballyOpenPorts\\List"};

    for (size_t i = 0; i < SA_COUNT(lists); i++) {
        const char *key = host_printf(host, "%s\\%s", profile, lists[i]);
        int count = gather_key(host, key, err);

        if (count < 0)
            return count;
        if (count == 0)
            continue;
        sa_fail(
            err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
            "group policy opens the firewall by the lists of Windows XP, which are not read: '%s'",
            key);
        sa_hint(err, "Replace these entries by rules of Windows Defender Firewall with Advanced "
                     "Security");
        return SA_E_LIMIT;
    }
    return 0;
}

static int gather_profiles(struct host *host, struct sa_error *err)
{
    static const char *const policy[] = {POLICY "\\DomainProfile", POLICY "\\StandardProfile",
                                         POLICY "\\PrivateProfile", POLICY "\\PublicProfile"};
    struct profile profiles[3];
    int r = 0;

    find_profiles(host, profiles);
    for (size_t i = 0; r >= 0 && i < SA_COUNT(profiles); i++) {
        const struct place *place = &profiles[i].place;
        const char *const keys[] = {place->policy, place->mdm, place->local};

        for (size_t k = 0; r >= 0 && k < SA_COUNT(keys); k++) {
            r = gather_key(host, keys[k], err);
            if (r >= 0)
                r = gather_key(host, host_printf(host, "%s\\Logging", keys[k]), err);
        }
    }
    for (size_t i = 0; r >= 0 && i < SA_COUNT(policy); i++)
        r = refuse_lists(host, policy[i], err);
    return r < 0 ? r : 0;
}

int host_gather_firewall(struct host *host, struct sa_error *err)
{
    size_t rules = 0;
    int r = 0;

    sa_buf_add_text(&host->evidence, "key\tvalue\ttype or state\tdata\n");
    r = gather_profiles(host, err);
    for (size_t i = 0; r >= 0 && i < SA_COUNT(stores); i++) {
        r = gather_key(host, stores[i].key, err);
        rules += r > 0 ? (size_t)r : 0;
    }
    if (r >= 0 && rules > SA_LIMIT_FIREWALL_RULES)
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "the firewall has more than %d rules",
                    SA_LIMIT_FIREWALL_RULES);
    return r < 0 ? r : 0;
}

int host_store_firewall(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    struct profile profiles[3];
    int r = 0;

    find_profiles(host, profiles);
    for (size_t i = 0; r == 0 && i < SA_COUNT(profiles); i++)
        r = store_profile(host, batch, &profiles[i], err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(stores); i++) {
        const struct sa_reg_key *key = sa_registry_key(host->registry, stores[i].key);

        for (size_t k = 0; r == 0 && k < key->value_count; k++) {
            if (is_rule(&key->values[k]))
                r = store_rule(host, batch, stores[i].name, &key->values[k], err);
        }
    }
    return r;
}
