/* SPDX-License-Identifier: Apache-2.0 */
/* Source host: Windows, the computer, its clock, and how it was reached (Win32_OperatingSystem,
 * Win32_ComputerSystem).
 *
 * Build, update revision and installation type stand in the registry; where that could not be read they
 * come from the operating system's class or stay NULL. The clock is compared with ours in the middle of
 * the exchange that brought it. */
#include <string.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "host_internal.h"

#define KEY_MICROSOFT "SOFTWARE\\Microsoft"
#define KEY_NT        KEY_MICROSOFT "\\Windows NT\\CurrentVersion"

struct system {
    const struct sa_cim_instance *os, *computer;
    bool has_clock;
};

/* Virtual machines --------------------------------------------------------------------------------- */

/* By the texts of the firmware, which no language changes. */
static const struct {
    const char *manufacturer, *model, *kind;
} machines[] = {
    {"Microsoft Corporation", "Virtual Machine",        "hyper-v"   },
    {"VMware*",               "*",                      "vmware"    },
    {"*",                     "VMware*",                "vmware"    },
    {"Amazon EC2",            "*",                      "aws"       },
    {"Google*",               "Google Compute Engine*", "google"    },
    {"QEMU",                  "*",                      "kvm"       },
    {"Red Hat*",              "*",                      "kvm"       },
    {"*",                     "KVM*",                   "kvm"       },
    {"OpenStack*",            "*",                      "kvm"       },
    {"Nutanix*",              "AHV*",                   "kvm"       },
    {"Xen*",                  "*",                      "xen"       },
    {"*",                     "HVM domU*",              "xen"       },
    {"innotek GmbH",          "*",                      "virtualbox"},
    {"Oracle Corporation",    "VirtualBox*",            "virtualbox"},
    {"Parallels*",            "*",                      "other"     },
    {"Bochs*",                "*",                      "other"     },
};

static const char *virtual_by_firmware(const struct sa_cim_instance *computer)
{
    const char *manufacturer = sa_cim_text(computer, "Manufacturer");
    const char *model = sa_cim_text(computer, "Model");

    if (manufacturer == NULL || model == NULL)
        return NULL;
    for (size_t i = 0; i < SA_COUNT(machines); i++)
        if (sa_text_glob(machines[i].manufacturer, manufacturer) &&
            sa_text_glob(machines[i].model, model))
            return machines[i].kind;
    return NULL;
}

/* A guest of Hyper-V is one of Azure when Azure's agent has left its keys. */
static const char *hyper_v_or_azure(const struct host *host)
{
    static const char *const agents[] = {KEY_MICROSOFT "\\GuestAgent",
                                         KEY_MICROSOFT "\\Windows Azure"};
    const struct sa_reg_key *parent = NULL;
    size_t absent = 0;

    if (host->registry == NULL)
        return NULL;
    parent = sa_registry_key(host->registry, KEY_MICROSOFT);
    for (size_t i = 0; i < SA_COUNT(agents); i++) {
        for (size_t j = 0; j < parent->subkey_count; j++)
            if (sa_text_same(parent->subkeys[j]->path, agents[i]))
                return "azure";
        absent += sa_registry_key(host->registry, agents[i])->state == SA_REG_ABSENT;
    }
    return absent == SA_COUNT(agents) ? "hyper-v" : NULL;
}

static const char *find_virtual(const struct host *host, const struct sa_cim_instance *computer)
{
    const char *kind = virtual_by_firmware(computer);
    bool has_hypervisor = true;

    if (kind != NULL && strcmp(kind, "hyper-v") == 0)
        return hyper_v_or_azure(host);
    /* A hypervisor may also be the server's own, for virtualisation-based security. */
    if (kind == NULL && sa_cim_bool(computer, "HypervisorPresent", &has_hypervisor) == 0 &&
        !has_hypervisor)
        return "no";
    return kind;
}

/* Gather ------------------------------------------------------------------------------------------- */

static int64_t now_ms(void)
{
    struct timespec now = {0};

    /* Not sa_time_now(): that clock can be held still for repeatable output. */
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const char *keep(struct host *host, const char *text, struct sa_error *err)
{
    char *copy = sa_arena_text(&host->arena, text);

    if (text != NULL && copy == NULL)
        (void)host_fail_room(host, err);
    return copy;
}

int host_gather_system(struct host *host, struct sa_error *err)
{
    struct system *system = host_alloc(host, 1, sizeof *system);
    int64_t before = now_ms();
    int64_t after = 0;
    int64_t clock = 0;
    int r = 0;

    if (system == NULL)
        return host_fail_room(host, err);
    r = host_get(host, CIMV2, "Win32_OperatingSystem", NULL, 0, &system->os, err);
    after = now_ms();
    if (r == 0)
        r = host_get(host, CIMV2, "Win32_ComputerSystem", NULL, 0, &system->computer, err);
    if (r < 0)
        return r;
    if (sa_cim_time(system->os, "LocalDateTime", &clock) == 0) {
        system->has_clock = true;
        host->clock_offset_s = clock - (before + (after - before) / 2) / 1000;
    }
    if (sa_cim_int(system->os, "ProductType", &host->product_type) < 0)
        host->product_type = 0;
    host->computer = keep(host, sa_cim_text(system->computer, "Name"), err);
    host->system_drive = keep(host, sa_cim_text(system->os, "SystemDrive"), err);
    host->data = system;
    return host->room.status;
}

/* Store -------------------------------------------------------------------------------------------- */

static const struct sa_reg_value *setting(const struct host *host, const char *value)
{
    const struct sa_reg_value *found =
        host->registry != NULL ? sa_registry_value(host->registry, KEY_NT, value) : NULL;

    return found != NULL && found->state == SA_REG_SET ? found : NULL;
}

static struct sa_value dns_name(struct host *host, const struct sa_cim_instance *computer)
{
    const char *name = sa_cim_text(computer, "DNSHostName");
    const char *domain = sa_cim_text(computer, "Domain");
    bool is_member = false;

    if (name == NULL || name[0] == '\0')
        return SA_NULL;
    if (domain == NULL || sa_cim_bool(computer, "PartOfDomain", &is_member) < 0 || !is_member)
        return SA_TEXT(host_text(host, name));
    return SA_TEXT(host_text(host, host_printf(host, "%s.%s", name, domain)));
}

static struct sa_value megabytes(const struct sa_cim_instance *i, const char *name, int64_t unit)
{
    int64_t amount = 0;

    if (sa_cim_int(i, name, &amount) < 0 || amount < 0)
        return SA_NULL;
    return SA_INT(amount / unit);
}

static struct sa_value build(const struct host *host, const struct sa_cim_instance *os)
{
    const struct sa_reg_value *registry = setting(host, "CurrentBuildNumber");
    int64_t number = 0;

    if (registry != NULL && sa_parse_i64(registry->text, 1, 1000000, &number) == 0)
        return SA_INT(number);
    return host_number_of(os, "BuildNumber", 1, 1000000);
}

static const char *protocol(struct host *host)
{
    const struct sa_http_info *info = host->info;
    bool has_tls = sa_text_starts(info->url, "https:");

    if (has_tls)
        return host_printf(host, "HTTPS, %s, %s", info->protection, info->mechanism);
    return host_printf(host, "HTTP, %s", info->protection);
}

int host_store_system(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct system *system = host->data;
    const struct sa_cim_instance *os = system->os;
    const struct sa_cim_instance *pc = system->computer;
    const struct sa_reg_value *type = setting(host, "InstallationType");
    const struct sa_reg_value *ubr = setting(host, "UBR");

    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host (target_id, name, dns_name, domain, domain_role, build, revision,"
        " version, product_type, sku, installation_type, caption, language, installed_at,"
        " booted_at, clock_offset_s, utc_offset_min, manufacturer, model, virtual, processors,"
        " memory_mb, free_memory_mb, protocol, mechanism, protected, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), host_text_of(host, pc, "Name"), dns_name(host, pc),
        host_text_of(host, pc, "Domain"), host_number_of(pc, "DomainRole", 0, 5), build(host, os),
        ubr != NULL && ubr->type == 4 ? SA_INT((int64_t)ubr->number) : SA_NULL,
        host_text_of(host, os, "Version"), host_number_of(os, "ProductType", 1, 3),
        host_number_of(os, "OperatingSystemSKU", 0, UINT32_MAX),
        type != NULL ? SA_TEXT(host_text(host, type->text)) : SA_NULL,
        host_text_of(host, os, "Caption"), host_number_of(os, "OSLanguage", 1, UINT16_MAX),
        host_time_of(host, os, "InstallDate"), host_time_of(host, os, "LastBootUpTime"),
        system->has_clock ? SA_INT(host->clock_offset_s) : SA_NULL,
        host_number_of(os, "CurrentTimeZone", -1440, 1440), host_text_of(host, pc, "Manufacturer"),
        host_text_of(host, pc, "Model"), SA_TEXT(find_virtual(host, pc)),
        host_number_of(pc, "NumberOfLogicalProcessors", 1, 65536),
        megabytes(pc, "TotalPhysicalMemory", INT64_C(1024) * 1024),
        megabytes(os, "FreePhysicalMemory", 1024), SA_TEXT(protocol(host)),
        SA_TEXT(host_text(host, host->info->mechanism)), SA_INT(host->info->is_protected),
        SA_INT(host->evidence_id));
}
