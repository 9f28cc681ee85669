/* SPDX-License-Identifier: Apache-2.0 */
/* What a domain controller says about itself: rootDSE ([MS-ADTS] 3.1.1.3.2). */
#include <string.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

static bool digits(const char **at, size_t count, int *ret)
{
    int value = 0;

    for (size_t i = 0; i < count; i++) {
        char c = (*at)[i];

        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    *at += count;
    *ret = value;
    return true;
}

int generalized_time(const char *text, int64_t *ret)
{
    char iso[32];
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool ok = digits(&text, 4, &year) && digits(&text, 2, &month) && digits(&text, 2, &day) &&
              digits(&text, 2, &hour) && digits(&text, 2, &minute) && digits(&text, 2, &second);

    if (ok && *text == '.')
        for (text++; *text >= '0' && *text <= '9'; text++)
            continue;
    if (!ok || strcmp(text, "Z") != 0)
        return SA_E_INPUT;
    (void)snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour,
                   minute, second);
    return sa_time_parse(iso, ret);
}

void site_of_server(const char *server_dn, char *site, size_t size)
{
    static const char marker[] = ",CN=Servers,CN=";
    const char *at = strcasestr(server_dn, marker);
    size_t len = 0;

    site[0] = '\0';
    if (at == NULL)
        return;
    at += sizeof marker - 1;
    len = strcspn(at, ",");
    /* A name with an escaped character is left out rather than shown wrong. */
    if (len < size && memchr(at, '\\', len) == NULL)
        (void)snprintf(site, size, "%.*s", (int)len, at);
}

static int64_t level(const struct sa_ldap_entry *entry, const char *name)
{
    const char *text = sa_ldap_text(entry, name);
    int64_t value = -1;

    if (text == NULL || sa_parse_i64(text, 0, 1000, &value) < 0)
        return -1;
    return value;
}

static const char *keep(struct sa_ldap *ldap, const struct sa_ldap_entry *entry, const char *name,
                        const char *otherwise)
{
    const char *text = sa_ldap_text(entry, name);
    const char *copy = sa_arena_text(&ldap->arena, text != NULL ? text : otherwise);

    return copy != NULL ? copy : "";
}

/* The clock of the DC minus ours, which is taken in the middle of question and answer.
 * sa_time_now() is of no use here: it can be told to stand still. */
static void take_clock(struct sa_ldap *ldap, const struct sa_ldap_entry *entry, int64_t took_ms)
{
    const char *text = sa_ldap_text(entry, "currentTime");
    struct timespec now;
    int64_t theirs = 0;

    if (text == NULL || generalized_time(text, &theirs) < 0)
        return;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    ldap->info.clock_offset_s = theirs - (now.tv_sec - took_ms / 2000);
}

int root_dse_read(struct sa_ldap *ldap, struct sa_error *err)
{
    static const char *const attributes[] = {"dnsHostName",
                                             "serverName",
                                             "defaultNamingContext",
                                             "configurationNamingContext",
                                             "schemaNamingContext",
                                             "rootDomainNamingContext",
                                             "forestFunctionality",
                                             "domainFunctionality",
                                             "domainControllerFunctionality",
                                             "currentTime",
                                             NULL};
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_ldap_entry *entry = NULL;
    struct sa_ldap_info *info = &ldap->info;
    int64_t start = sa_time_monotonic_ms();
    char site[128];
    int r = 0;

    set_stage(ldap, STAGE_ROOT_DSE);
    r = sa_ldap_read(ldap, "", attributes, 0, &arena, &entry, err);
    if (r < 0)
        return r;
    take_clock(ldap, entry, sa_time_monotonic_ms() - start);
    info->server = keep(ldap, entry, "dnsHostName", ldap->dialled);
    info->default_nc = keep(ldap, entry, "defaultNamingContext", "");
    info->config_nc = keep(ldap, entry, "configurationNamingContext", "");
    info->schema_nc = keep(ldap, entry, "schemaNamingContext", "");
    info->root_nc = keep(ldap, entry, "rootDomainNamingContext", "");
    info->forest_level = level(entry, "forestFunctionality");
    info->domain_level = level(entry, "domainFunctionality");
    info->dc_level = level(entry, "domainControllerFunctionality");
    site_of_server(sa_ldap_text(entry, "serverName") != NULL ? sa_ldap_text(entry, "serverName")
                                                             : "",
                   site, sizeof site);
    info->site = sa_arena_text(&ldap->arena, site);
    return info->site == NULL ? sa_fail_nomem(err) : 0;
}
