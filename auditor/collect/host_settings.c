/* SPDX-License-Identifier: Apache-2.0 */
/* Source registry: single values by the names of host_settings.def. Each row carries its own state, so that
 * one key that is denied does not hide the others; only when nothing could be read has the source failed. */
#include <string.h>

#include "syncaudit/digest.h"
#include "syncaudit/text.h"

#include "host_registry.h"

enum kind { NUMBER, DECIMAL, TEXT, EXISTS, COUNT, ENTRIES, NAMED, DIGEST };

static const struct setting {
    const char *name;
    enum kind kind;
    const char *key, *value;
} settings[] = {
#define SETTING(name, kind, key, value) {name, kind, key, value},
#include "syncaudit/host_settings.def"
#undef SETTING
};

/* Keys that are asked value by value, because something beside it is secret, personal or large. */
static const char *const by_value[] = {
    "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", /* product key */
    "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections",
    "SOFTWARE\\Microsoft\\Azure AD Connect",
    "SOFTWARE\\Microsoft\\MSOLCoExistence",
    "SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp",
};

/* Trees that the plan reads anyway. */
static const char *const covered[] = {
    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\",
    "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\",
    "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Ciphers\\",
    HOST_REG_EVENT_LOG_POLICY,
    "SOFTWARE\\Policies\\Microsoft\\Windows\\PowerShell\\",
    "SOFTWARE\\Policies\\Microsoft\\Windows\\WinRM\\",
    "SYSTEM\\CurrentControlSet\\Services\\W32Time\\",
};

static bool is_by_value(const char *key)
{
    for (size_t i = 0; i < SA_COUNT(by_value); i++) {
        if (strcmp(by_value[i], key) == 0)
            return true;
    }
    return false;
}

static bool is_covered(const char *key)
{
    for (size_t i = 0; i < SA_COUNT(covered); i++) {
        if (strncmp(covered[i], key, strlen(covered[i])) == 0)
            return true;
    }
    return false;
}

/* Keys that few servers have. */
static const char *const rarely[] = {
    "SOFTWARE\\Policies\\Microsoft Services\\AdmPwd",
    "SOFTWARE\\Microsoft\\Policies\\LAPS",
    "SOFTWARE\\Policies\\Microsoft\\Windows Defender",
    "SOFTWARE\\Policies\\Microsoft\\Windows Defender\\Real-Time Protection",
    "SYSTEM\\CurrentControlSet\\Services\\mrxsmb10",
};

static bool is_rare(const char *key)
{
    for (size_t i = 0; i < SA_COUNT(rarely); i++) {
        if (strcmp(rarely[i], key) == 0)
            return true;
    }
    return false;
}

/* Is it below a key whose own values may be secret? The others are named in lists that the plan has. */
static bool is_hidden(const char *key)
{
    static const char agent[] = "SOFTWARE\\Microsoft\\ADHealthAgent\\";

    return strncmp(key, agent, sizeof agent - 1) == 0;
}

size_t host_plan_settings(struct sa_reg_request *requests, bool rare)
{
    size_t count = 0;

    for (size_t i = 0; i < SA_COUNT(settings); i++) {
        const struct setting *s = &settings[i];
        bool listed = !is_by_value(s->key);

        if (is_covered(s->key) || is_rare(s->key) != rare)
            continue;
        switch (s->kind) {
        case EXISTS:
            if (is_hidden(s->key))
                requests[count++] = (struct sa_reg_request){s->key, SA_REG_EXISTS, NULL, false};
            break;
        case COUNT:
            requests[count++] = (struct sa_reg_request){s->key, SA_REG_KEY, NULL, true};
            break;
        case NAMED:
            requests[count++] = (struct sa_reg_request){s->key, SA_REG_NAMES, NULL, false};
            break;
        default:
            requests[count++] = (struct sa_reg_request){s->key, SA_REG_VALUE, s->value, listed};
        }
    }
    return count;
}

/* Values ------------------------------------------------------------------------------------------- */

struct row {
    enum sa_reg_state state;
    bool wrong_type;
    int64_t number; /* -1: none */
    const char *text;
};

static bool is_text(const struct sa_reg_value *value)
{
    return value->type == 1 || value->type == 2 || value->type == 7;
}

/* Windows ignores a number of another type: as if nothing were set, or not, by the component that reads it. */
static void set_number(const struct sa_reg_value *value, struct row *row)
{
    if (value->type == 4)
        row->number = (int64_t)value->number;
    else
        row->wrong_type = true;
}

static void set_decimal(const struct sa_reg_value *value, struct row *row)
{
    if (!is_text(value))
        set_number(value, row);
    else if (sa_parse_i64(value->text, 0, INT64_MAX, &row->number) < 0)
        row->wrong_type = true;
}

static void set_text(struct host *host, const struct sa_reg_value *value, struct row *row)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf lines = SA_BUF_INIT(SA_MIB);

    if (!is_text(value)) {
        row->wrong_type = true;
        return;
    }
    /* host_text() would make the breaks between entries visible too. */
    for (const char *at = value->text;;) {
        size_t len = strcspn(at, "\n");
        char *entry = sa_arena_copy(&host->scratch, at, len);

        sa_buf_add_text(&lines, entry != NULL ? host_text(host, entry) : "");
        if (at[len] == '\0')
            break;
        sa_buf_add_char(&lines, '\n');
        at += len + 1;
    }
    row->text = sa_buf_status(&lines) == 0
                    ? sa_arena_copy(&host->scratch, sa_buf_text(&lines), lines.len)
                    : NULL;
    if (row->text == NULL)
        (void)host_fail_room(host, NULL);
}

static void set_entries(const struct sa_reg_value *value, struct row *row)
{
    row->wrong_type = value->type != 7;
    row->number = row->wrong_type ? -1 : 0;
    for (const char *at = value->text; !row->wrong_type && *at != '\0';) {
        size_t len = strcspn(at, "\n");

        row->number += len > 0;
        at += len + (at[len] == '\n');
    }
}

static void set_digest(struct host *host, const struct sa_reg_value *value, struct row *row)
{
    char hex[SA_SHA256_HEX_SIZE];

    if (value->type != 3 || sa_sha256_hex(value->bytes, value->len, hex) < 0) {
        row->wrong_type = true;
        return;
    }
    row->text = sa_arena_text(&host->scratch, hex);
    if (row->text == NULL)
        (void)host_fail_room(host, NULL);
}

static void count_values(const struct host *host, const struct setting *s, struct row *row)
{
    const struct sa_reg_key *key = sa_registry_key(host->registry, s->key);

    row->state = key->state == SA_REG_SET && !key->complete ? SA_REG_UNREAD : key->state;
    if (row->state != SA_REG_SET)
        return;
    row->number = 0;
    for (size_t i = 0; i < key->value_count; i++)
        row->number += key->values[i].state != SA_REG_ABSENT;
}

static struct row row_of(struct host *host, const struct setting *s)
{
    struct row row = {.state = SA_REG_UNREAD, .number = -1};
    const struct sa_reg_value *value = NULL;

    if (s->kind == EXISTS || s->kind == NAMED) {
        row.state = s->kind == EXISTS ? sa_registry_key(host->registry, s->key)->state
                                      : sa_registry_has(host->registry, s->key, s->value);
        row.number = row.state == SA_REG_SET ? 1 : -1;
        return row;
    }
    if (s->kind == COUNT) {
        count_values(host, s, &row);
        return row;
    }
    value = sa_registry_value(host->registry, s->key, s->value);
    row.state = value->state;
    if (row.state != SA_REG_SET)
        return row;
    if (s->kind == NUMBER)
        set_number(value, &row);
    else if (s->kind == DECIMAL)
        set_decimal(value, &row);
    else if (s->kind == TEXT)
        set_text(host, value, &row);
    else if (s->kind == ENTRIES)
        set_entries(value, &row);
    else
        set_digest(host, value, &row);
    return row;
}

/* Source ------------------------------------------------------------------------------------------- */

static void add_evidence(struct host *host, const struct setting *s)
{
    static const char *const states[] = {"set", "absent", "denied", "unread"};
    struct row row;

    if (s->kind == NUMBER || s->kind == DECIMAL || s->kind == TEXT || s->kind == ENTRIES) {
        host_reg_evidence(host, s->key, s->value);
        return;
    }
    /* Of the others the data is not kept. */
    row = row_of(host, s);
    sa_buf_addf(&host->evidence, "%s\t%s\t%s\t", s->key, s->value != NULL ? s->value : "",
                states[row.state]);
    if (row.number >= 0)
        sa_buf_addf(&host->evidence, "%lld", (long long)row.number);
    sa_buf_addf(&host->evidence, "%s\n", row.text != NULL ? row.text : "");
}

int host_gather_settings(struct host *host, struct sa_error *err)
{
    const struct sa_error *trouble = sa_registry_trouble(host->registry);
    size_t known = 0;

    sa_buf_add_text(&host->evidence, "key\tvalue\ttype or state\tdata\n");
    for (size_t i = 0; i < SA_COUNT(settings); i++) {
        enum sa_reg_state state = row_of(host, &settings[i]).state;

        known += state == SA_REG_SET || state == SA_REG_ABSENT;
        add_evidence(host, &settings[i]);
    }
    if (known > 0)
        return 0;
    if (trouble != NULL) {
        if (err != NULL)
            *err = *trouble;
        return trouble->status;
    }
    sa_fail(err, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "no key of the registry may be read");
    sa_hint(err, "Use an account that is an administrator of the server");
    return SA_E_DENIED;
}

static int store_setting(struct host *host, struct sa_batch *batch, const struct setting *s,
                         struct sa_error *err)
{
    static const char *const states[] = {"set", "absent", "denied", "unread"};
    struct row row = row_of(host, s);
    const char *place = s->value != NULL ? host_printf(host, "%s\\%s", s->key, s->value) : s->key;

    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_setting (target_id, name, state, number, text, place, "
                       "evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(s->name),
                       SA_TEXT(row.wrong_type ? "wrong_type" : states[row.state]),
                       SA_INT_OR_NULL(row.wrong_type ? -1 : row.number), SA_TEXT(row.text),
                       SA_TEXT(place), SA_INT(host->evidence_id));
}

int host_store_settings(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(settings); i++)
        r = store_setting(host, batch, &settings[i], err);
    return r;
}
