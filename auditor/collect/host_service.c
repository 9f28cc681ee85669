/* SPDX-License-Identifier: Apache-2.0 */
/* Sources service (Win32_Service) and listener (MSFT_NetTCPConnection in state 2, with the services in the
 * process that listens).
 *
 * A service's command line may hold a password. Of PathName only the program is kept, and the arguments
 * of svchost.exe, which are Windows' own; whatever else stands there is neither a fact nor evidence. */
#include "host_service.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/text.h"

#define ARGUMENTS_REMOVED " [arguments removed]"

/* Command lines ------------------------------------------------------------------------------------ */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Where the program of an unquoted command line ends: behind the first ".exe" that is followed by nothing or
 * a blank, else at the first blank. */
static size_t program_len(const char *path)
{
    for (size_t i = 0; path[i] != '\0'; i++)
        if (sa_text_starts(path + i, ".exe") && (path[i + 4] == '\0' || is_blank(path[i + 4])))
            return i + 4;
    return strcspn(path, " \t");
}

struct program {
    size_t start, len, rest; /* without quotes; where arguments begin */
    bool is_quoted;
};

static struct program program_of(const char *path)
{
    struct program program = {.start = strspn(path, " \t")};

    if (path[program.start] == '"') {
        program.start++;
        program.is_quoted = true;
        program.len = strcspn(path + program.start, "\"");
        program.rest = program.start + program.len + (path[program.start + program.len] == '"');
    } else {
        program.len = program_len(path + program.start);
        program.rest = program.start + program.len;
    }
    return program;
}

bool host_is_unquoted(const char *path)
{
    struct program program = program_of(path);

    return !program.is_quoted && memchr(path + program.start, ' ', program.len) != NULL;
}

static bool is_windows_own(const char *path, const struct program *program)
{
    static const char name[] = "\\system32\\svchost.exe";

    return program->len >= sizeof name - 1 &&
           strncasecmp(path + program->start + program->len - (sizeof name - 1), name,
                       sizeof name - 1) == 0;
}

const char *host_command(struct host *host, const char *path)
{
    struct program program = program_of(path);
    const char *rest = path + program.rest;

    rest += strspn(rest, " \t");
    if (*rest == '\0' || is_windows_own(path, &program))
        return path;
    return host_printf(host, "%.*s" ARGUMENTS_REMOVED, (int)program.rest, path);
}

static const char *redact(struct host *host, const struct sa_cim_instance *instance,
                          const char *property, const char *text)
{
    (void)instance;
    return sa_text_same(property, "PathName") ? host_command(host, text) : text;
}

/* Services ----------------------------------------------------------------------------------------- */

static int remember(struct host *host, const struct sa_cim_list *list, struct sa_error *err)
{
    struct host_services *services = sa_arena_alloc(&host->arena, sizeof *services);

    if (services != NULL)
        services->items = sa_arena_array(&host->arena, list->count + 1, sizeof *services->items);
    if (services == NULL || services->items == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < list->count; i++) {
        struct host_service *service = &services->items[services->count];
        const char *name = sa_cim_text(list->items[i], "Name");

        if (name == NULL || sa_cim_int(list->items[i], "ProcessId", &service->process) < 0 ||
            service->process <= 0)
            continue;
        service->name = sa_arena_text(&host->arena, host_text(host, name));
        if (service->name == NULL)
            return host_fail_room(host, err);
        services->count++;
    }
    host->services = services;
    return 0;
}

static int gather(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    int r = 0;

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    /* Windows before 10 and Server 2016 has no DelayedAutoStart: sa_cim_query() then asks for the rest. */
    r = host_query(host, CIMV2,
                   "SELECT Name,State,StartMode,StartName,PathName,ProcessId,DelayedAutoStart FROM "
                   "Win32_Service",
                   redact, list, err);
    /* There is no Windows without services: this account may not see them. */
    if (r == 0 && list->count == 0) {
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0, "the server shows none of its services");
        sa_hint(err, "Ask as a local administrator, or allow the account to enumerate services");
    }
    return r < 0 ? r : remember(host, list, err);
}

int host_gather_services(struct host *host, struct sa_error *err)
{
    struct sa_error problem = {0};
    int r = gather(host, &problem);

    /* After a success it may still tell of what was tried again. */
    if (r < 0)
        host->services_problem = problem;
    if (r < 0 && err != NULL)
        *err = problem;
    return r;
}

struct word {
    const char *theirs, *ours;
};

static const struct word modes[] = {
    {"Boot",     "boot"    },
    {"System",   "system"  },
    {"Auto",     "auto"    },
    {"Manual",   "manual"  },
    {"Disabled", "disabled"},
};
static const struct word states[] = {
    {"Running",          "running" },
    {"Stopped",          "stopped" },
    {"Paused",           "paused"  },
    {"Start Pending",    "starting"},
    {"Continue Pending", "starting"},
    {"Stop Pending",     "stopping"},
    {"Pause Pending",    "stopping"},
};

static const char *word_of(const struct word *words, size_t count, const char *text)
{
    for (size_t i = 0; text != NULL && i < count; i++)
        if (sa_text_same(words[i].theirs, text))
            return words[i].ours;
    return "unknown";
}

static int store_service(struct host *host, struct sa_batch *batch,
                         const struct sa_cim_instance *item, struct sa_error *err)
{
    const char *account = sa_cim_text(item, "StartName");
    const char *path = sa_cim_text(item, "PathName");
    const char *name = NULL;
    const char *key = NULL;
    const char *kind = host_account_kind(host, account, &key);
    int r = host_need_text(host, item, "Name", &name, err);

    if (r < 0)
        return r;
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_service (target_id, name, name_key, account, account_key, account_kind,"
        " start_mode, delayed, state, process_id, path, unquoted, evidence_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), SA_TEXT(name), SA_TEXT(host_key(host, name)),
        account != NULL && account[0] != '\0' ? SA_TEXT(host_text(host, account)) : SA_NULL,
        SA_TEXT(key), SA_TEXT(kind),
        SA_TEXT(word_of(modes, SA_COUNT(modes), sa_cim_text(item, "StartMode"))),
        host_bool_of(item, "DelayedAutoStart"),
        SA_TEXT(word_of(states, SA_COUNT(states), sa_cim_text(item, "State"))),
        host_number_of(item, "ProcessId", 1, UINT32_MAX),
        SA_TEXT(path != NULL ? host_text(host, host_command(host, path)) : NULL),
        SA_INT(path != NULL && host_is_unquoted(path)), SA_INT(host->evidence_id));
}

int host_store_services(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        int r = store_service(host, batch, list->items[i], err);

        if (r < 0)
            return r;
    }
    return 0;
}

/* Listeners ---------------------------------------------------------------------------------------- */

int host_gather_listeners(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    int r = 0;

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    if (host->services_problem.status < 0) {
        /* Whose socket it is could not be said. */
        if (err != NULL)
            *err = host->services_problem;
        return host->services_problem.status;
    }
    r = host_query(host, "root/StandardCimv2",
                   "SELECT LocalAddress,LocalPort,OwningProcess FROM MSFT_NetTCPConnection "
                   "WHERE State=2",
                   NULL, list, err);
    /* At least the socket that has just answered listens. */
    if (r == 0 && list->count == 0)
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                    "the server shows no listening socket, not even its own for WinRM");
    return r;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *services_in(struct host *host, int64_t process)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(64 * SA_KIB);
    const struct host_services *services = host->services;
    const char **names = host_alloc(host, services->count, sizeof *names);
    size_t count = 0;

    if (names == NULL)
        return "";
    for (size_t i = 0; i < services->count; i++)
        if (services->items[i].process == process)
            names[count++] = services->items[i].name;
    if (count > 0)
        qsort(names, count, sizeof *names, compare_texts);
    for (size_t i = 0; i < count; i++)
        (void)sa_buf_addf(&buf, "%s%s", i > 0 ? ", " : "", names[i]);
    if (sa_buf_status(&buf) < 0)
        (void)host_fail_room(host, NULL);
    return host_printf(host, "%s", sa_buf_text(&buf));
}

static bool is_loopback(const char *address)
{
    struct in_addr four;
    struct in6_addr six;

    if (inet_pton(AF_INET, address, &four) == 1)
        return ntohl(four.s_addr) >> 24 == 127;
    if (inet_pton(AF_INET6, address, &six) != 1)
        return false;
    return IN6_IS_ADDR_LOOPBACK(&six) || (IN6_IS_ADDR_V4MAPPED(&six) && six.s6_addr[12] == 127);
}

int host_store_listeners(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        const struct sa_cim_instance *item = list->items[i];
        const char *address = NULL;
        int64_t port = 0;
        int64_t process = 0;
        bool has_process = sa_cim_int(item, "OwningProcess", &process) == 0 && process >= 0;
        int r = host_need_text(host, item, "LocalAddress", &address, err);

        if (r == 0)
            r = host_need_number(item, "LocalPort", 0, 65535, &port, err);
        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_listener (target_id, protocol, address, loopback,"
                            " port, process_id, services, evidence_id)"
                            " VALUES (?, 'tcp', ?, ?, ?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(address), SA_INT(is_loopback(address)),
                            SA_INT(port), has_process ? SA_INT(process) : SA_NULL,
                            SA_TEXT(has_process ? services_in(host, process) : ""),
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}
