/* SPDX-License-Identifier: Apache-2.0 */
/* Implements host_fake.h. */
#include "host_fake.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "auditor/collect/host_internal.h"
#include "transports/cim/registry_private.h"

#define CLASSES_MAX 64
#define ASKED_MAX   512

#define NAMESPACES                                                      \
    " xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""              \
    " xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""     \
    " xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\""       \
    " xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\""    \
    " xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\""        \
    " xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\"" \
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
#define WMI "http://schemas.microsoft.com/wbem/wsman/1/wmi/"

struct item {
    char *xml, *keys; /* keys: properties as given, for Gets with selectors */
    struct item *next;
};
struct class
{
    char name[128], ns[128];
    struct item *items, **last;
    size_t count;
    bool is_absent;
    long long fails;
    bool fails_once;
};

static struct {
    struct class classes[CLASSES_MAX];
    size_t class_count, exchanges, fail_at;
    int fail_status;
    char asked[ASKED_MAX][64];
    char dir[64], db[96];
    const char *registry, *unread;
    struct sa_snapshot *snapshot;
    int64_t target;
    struct sa_host_request request;
    struct sa_error problem;
    struct sa_arena arena;

} fake;

/* Model -------------------------------------------------------------------------------------------- */

static struct class *class_of(const char *name)
{
    struct class *class = NULL;

    for (size_t i = 0; i < fake.class_count; i++)
        if (sa_text_same(fake.classes[i].name, name))
            return &fake.classes[i];
    assert_true(fake.class_count < CLASSES_MAX);
    class = &fake.classes[fake.class_count++];
    snprintf(class->name, sizeof class->name, "%s", name);
    class->last = &class->items;
    return class;
}

static void escape(struct sa_buf *buf, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '&')
            sa_buf_add_text(buf, "&amp;");
        else if (text[i] == '<')
            sa_buf_add_text(buf, "&lt;");
        else if (text[i] == '>')
            sa_buf_add_text(buf, "&gt;");
        else
            sa_buf_add_char(buf, text[i]);
    }
}

static void add_reference(struct sa_buf *buf, const char *value, size_t len)
{
    char all[768];
    const char *domain = NULL;
    const char *name = NULL;

    snprintf(all, sizeof all, "%.*s", (int)len, value);
    for (char *c = all; name == NULL; c++) {
        assert_true(*c != '\0');
        if (*c == ',' && domain != NULL)
            name = c + 1;
        else if (*c == ',')
            domain = c + 1;
        if (*c == ',')
            *c = '\0';
    }
    sa_buf_addf(buf,
                "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous"
                "</a:Address><a:ReferenceParameters><w:ResourceURI>" WMI "root/cimv2/%s"
                "</w:ResourceURI><w:SelectorSet><w:Selector Name=\"Domain\">%s</w:Selector>"
                "<w:Selector Name=\"Name\">%s</w:Selector></w:SelectorSet>"
                "</a:ReferenceParameters>",
                all, domain, name);
}

static void add_property(struct sa_buf *buf, const char *property, size_t len)
{
    const char *equals = memchr(property, '=', len);
    int name = (int)(equals != NULL ? (size_t)(equals - property) : len);
    const char *value = equals != NULL ? equals + 1 : "";
    size_t rest = equals != NULL ? len - (size_t)name - 1 : 0;

    if (equals == NULL) {
        sa_buf_addf(buf, "<p:%.*s xsi:nil=\"true\"/>", name, property);
        return;
    }
    sa_buf_addf(buf, "<p:%.*s>", name, property);
    if (value[0] == '@' && rest > 0)
        sa_buf_addf(buf, "<cim:Datetime>%.*s</cim:Datetime>", (int)rest - 1, value + 1);
    else if (value[0] == '&' && rest > 0)
        add_reference(buf, value + 1, rest - 1);
    else if (value[0] == '<' && rest > 0)
        sa_buf_add(buf, value, rest);
    else
        escape(buf, value, rest);
    sa_buf_addf(buf, "</p:%.*s>", name, property);
}

void put(const char *ns, const char *asked, const char *actual, const char *properties)
{
    struct class *class = class_of(asked);
    struct item *item = calloc(1, sizeof *item);
    struct sa_buf buf = SA_BUF_INIT(16 * SA_MIB);
    const char *at = properties;

    assert_non_null(item);
    snprintf(class->ns, sizeof class->ns, "%s", ns);
    class->is_absent = false;
    sa_buf_addf(&buf, "<p:%s xmlns:p=\"" WMI "%s/%s\" xsi:type=\"p:%s_Type\">", actual, ns, actual,
                actual);
    while (*at != '\0') {
        size_t len = strcspn(at, "|");

        add_property(&buf, at, len);
        at += len + (at[len] == '|');
    }
    sa_buf_addf(&buf, "</p:%s>", actual);
    item->xml = sa_buf_take(&buf);
    item->keys = strdup(properties);
    assert_non_null(item->xml);
    *class->last = item;
    class->last = &item->next;
    class->count++;
}

static void free_items(struct class *class)
{
    while (class->items != NULL) {
        struct item *item = class->items;

        class->items = item->next;
        free(item->xml);
        free(item->keys);
        free(item);
    }
    class->last = &class->items;
    class->count = 0;
}

void clear(const char *class_name)
{
    struct class *class = class_of(class_name);

    free_items(class);
    class->is_absent = false;
}

void absent(const char *class_name)
{
    clear(class_name);
    class_of(class_name)->is_absent = true;
}

void fail_class(const char *class_name, long long how)
{
    class_of(class_name)->fails = how;
}

void fail_class_once(const char *class_name, long long how)
{
    fail_class(class_name, how);
    class_of(class_name)->fails_once = true;
}

void fail_from(size_t exchange, int how)
{
    fake.fail_at = exchange;
    fake.fail_status = how;
}

void registry(const char *content)
{
    fake.registry = content;
}

/* Envelopes ---------------------------------------------------------------------------------------- */

/* Text between `before` and the next '<', with XML's escapes undone. */
static const char *between(const char *body, const char *before, char *ret, size_t size)
{
    const char *at = strstr(body, before);
    size_t len = 0;

    ret[0] = '\0';
    if (at == NULL)
        return NULL;
    for (at += strlen(before); *at != '\0' && *at != '<' && len + 1 < size; at++) {
        static const char *const escapes[][2] = {
            {"&lt;",   "<" },
            {"&gt;",   ">" },
            {"&amp;",  "&" },
            {"&quot;", "\""},
            {"&apos;", "'" },
            {"&#39;",  "'" },
        };
        char c = *at;

        for (size_t i = 0; i < SA_COUNT(escapes); i++) {
            if (strncmp(at, escapes[i][0], strlen(escapes[i][0])) == 0) {
                c = escapes[i][1][0];
                at += strlen(escapes[i][0]) - 1;
                break;
            }
        }
        ret[len++] = c;
    }
    ret[len] = '\0';
    return ret;
}

static void open_envelope(struct sa_buf *reply, const char *request_body, const char *action)
{
    char id[128];

    between(request_body, "<a:MessageID>", id, sizeof id);
    sa_buf_addf(reply,
                "<s:Envelope" NAMESPACES "><s:Header><a:Action>%s</a:Action>"
                "<a:MessageID>uuid:00000000-0000-0000-0000-0000000000AA</a:MessageID>"
                "<a:RelatesTo>%s</a:RelatesTo></s:Header><s:Body>",
                action, id);
}

static int close_envelope(struct sa_buf *reply, long *ret_status, long http)
{
    sa_buf_add_text(reply, "</s:Body></s:Envelope>");
    *ret_status = http;
    assert_int_equal(sa_buf_status(reply), 0);
    return 0;
}

static int send_fault(struct sa_buf *reply, const char *body, long long code, long *ret_status)
{
    open_envelope(reply, body, "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault");
    sa_buf_addf(reply,
                "<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text "
                "xml:lang=\"de-DE\">Fehler</s:Text></s:Reason><s:Detail><f:WSManFault "
                "Code=\"%lld\" Machine=\"x\"><f:Message>Fehler</f:Message></f:WSManFault>"
                "</s:Detail></s:Fault>",
                code);
    return close_envelope(reply, ret_status, 500);
}

static int send_failure(struct class *class, struct sa_buf *reply, const char *body,
                        long *ret_status, struct sa_error *err)
{
    long long how = class->fails;

    if (class->fails_once)
        class->fails = 0;
    if (how < 0)
        return sa_fail(err, (int)how, SA_DOMAIN_NONE, 0, "made to fail");
    return send_fault(reply, body, how, ret_status);
}

static void note(const char *class_name)
{
    assert_true(fake.exchanges < ASKED_MAX);
    snprintf(fake.asked[fake.exchanges++], sizeof fake.asked[0], "%s", class_name);
}

static int enumerate(struct sa_buf *reply, const char *body, const char *uri, long *ret_status,
                     struct sa_error *err)
{
    char filter[16384];
    char class_name[128] = "";
    const char *from = NULL;
    struct class *class = NULL;

    if (strstr(uri, "config/listener") != NULL) {
        snprintf(class_name, sizeof class_name, "Listener");
    } else {
        assert_non_null(between(body, "1/WQL\">", filter, sizeof filter));
        from = strstr(filter, " FROM ");
        assert_non_null(from);
        from += strlen(" FROM ");
        snprintf(class_name, sizeof class_name, "%.*s", (int)strcspn(from, " "), from);
    }
    class = class_of(class_name);
    note(class_name);
    if (class->fails != 0)
        return send_failure(class, reply, body, ret_status, err);
    if (class->is_absent)
        return send_fault(reply, body, 2150858778, ret_status);
    open_envelope(reply, body,
                  "http://schemas.xmlsoap.org/ws/2004/09/enumeration/EnumerateResponse");
    sa_buf_addf(reply, "<n:EnumerateResponse><n:EnumerationContext>%s</n:EnumerationContext>",
                class->count > 1 ? class_name : "");
    sa_buf_addf(reply, "<w:Items>%s</w:Items>%s", class->count > 0 ? class->items->xml : "",
                class->count > 1 ? "" : "<w:EndOfSequence/>");
    sa_buf_add_text(reply, "</n:EnumerateResponse>");
    return close_envelope(reply, ret_status, 200);
}

static int pull(struct sa_buf *reply, const char *body, long *ret_status)
{
    char context[128];
    struct class *class = NULL;

    assert_non_null(between(body, "EnumerationContext>", context, sizeof context));
    class = class_of(context);
    note(context);
    open_envelope(reply, body, "http://schemas.xmlsoap.org/ws/2004/09/enumeration/PullResponse");
    sa_buf_add_text(reply, "<n:PullResponse><n:Items>");
    for (const struct item *i = class->items->next; i != NULL; i = i->next)
        sa_buf_add_text(reply, i->xml);
    sa_buf_add_text(reply, "</n:Items><n:EndOfSequence/></n:PullResponse>");
    return close_envelope(reply, ret_status, 200);
}

/* Does the item have every selector of the request? */
static bool has_keys(const struct item *item, const char *body)
{
    const char *at = body;

    while ((at = strstr(at, "Selector Name=\"")) != NULL) {
        char name[64], value[512], pair[640];

        at += strlen("Selector Name=\"");
        snprintf(name, sizeof name, "%.*s", (int)strcspn(at, "\""), at);
        between(at, ">", value, sizeof value);
        snprintf(pair, sizeof pair, "%s=%s", name, value);
        if (strcmp(name, "__cimnamespace") != 0 && strstr(item->keys, pair) == NULL)
            return false;
    }
    return true;
}

static int get(struct sa_buf *reply, const char *body, const char *uri, long *ret_status,
               struct sa_error *err)
{
    const char *slash = strrchr(uri, '/');
    struct class *class = class_of(slash + 1);
    const struct item *found = class->items;

    note(slash + 1);
    if (class->fails != 0)
        return send_failure(class, reply, body, ret_status, err);
    while (found != NULL && !has_keys(found, body))
        found = found->next;
    if (found == NULL)
        return send_fault(reply, body, 2150858752, ret_status);
    open_envelope(reply, body, "http://schemas.xmlsoap.org/ws/2004/09/transfer/GetResponse");
    sa_buf_add_text(reply, found->xml);
    return close_envelope(reply, ret_status, 200);
}

int host_fake_exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                       long *ret_status, bool *ret_sent, struct sa_error *err)
{
    char action[256], uri[256];
    const char *at = strstr(call->body, "a:Action");

    (void)transport;
    if (ret_sent != NULL)
        *ret_sent = true;
    sa_buf_clear(reply);
    if (fake.fail_at != 0 && fake.exchanges + 1 >= fake.fail_at) {
        note("(lost)");
        return sa_fail(err, fake.fail_status, SA_DOMAIN_NONE, 0, "made to fail");
    }
    assert_non_null(at);
    between(at, ">", action, sizeof action);
    at = strstr(call->body, "w:ResourceURI");
    assert_non_null(at);
    between(at, ">", uri, sizeof uri);
    if (strstr(action, "/Pull") != NULL)
        return pull(reply, call->body, ret_status);
    if (strstr(action, "/Enumerate") != NULL)
        return enumerate(reply, call->body, uri, ret_status, err);
    assert_non_null(strstr(action, "/Get"));
    return get(reply, call->body, uri, ret_status, err);
}

/* Registry ----------------------------------------------------------------------------------------- */

static int store_nothing(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    (void)host;
    (void)batch;
    (void)err;
    return 0;
}

/* Keys that were read whole: one that the text does not show is not there. */
#define SERVICES "SYSTEM\\CurrentControlSet\\Services\\"
#define POLICIES "SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog"
static const char *const read_whole[] = {
    SERVICES "LanmanServer\\Shares", SERVICES "EventLog\\Application", SERVICES "EventLog\\System",
    SERVICES "EventLog\\Security",   POLICIES "\\Application",         POLICIES "\\System",
    POLICIES "\\Security",
};

static void know(struct host *host, const char *path)
{
    struct reg_key *key = NULL;
    struct sa_error err;

    if (fake.unread != NULL && strcmp(fake.unread, path) == 0)
        return;
    assert_int_equal(sa_reg_key_make(host->registry, path, strlen(path), &key, &err), 0);
    if (key->open.state == SA_REG_SET)
        sa_reg_known(key, true, true);
    else
        key->open.state = SA_REG_ABSENT;
}

void unread(const char *key)
{
    fake.unread = key;
}

int __wrap_host_collect_registry(struct host *host, struct sa_error *err);
int __wrap_host_collect_registry(struct host *host, struct sa_error *err)
{
    static const char *const sources[] = {"registry", "software", "certificate", "firewall"};
    struct sa_error why = {0};
    int r = 0;

    if (fake.registry == NULL)
        sa_fail(&why, SA_E_DENIED, SA_DOMAIN_NONE, 0, "the registry is closed");
    else
        assert_int_equal(sa_registry_parse(fake.registry, strlen(fake.registry), &host->arena,
                                           &host->registry, &why),
                         0);
    for (size_t i = 0; host->registry != NULL && i < SA_COUNT(read_whole); i++)
        know(host, read_whole[i]);
    for (size_t i = 0; r == 0 && i < SA_COUNT(sources); i++)
        r = host_finish(host, sources[i], &why, store_nothing, err);
    return r;
}

/* Running ------------------------------------------------------------------------------------------ */

int host_fake_setup(void **state)
{
    (void)state;
    memset(&fake, 0, sizeof fake);
    sa_arena_init(&fake.arena, 16 * SA_MIB);
    /* Thousands of commits: in memory, where there is such a place. */
    snprintf(fake.dir, sizeof fake.dir, "%shost-XXXXXX",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : "");
    assert_non_null(mkdtemp(fake.dir));
    snprintf(fake.db, sizeof fake.db, "%s/snapshot.db", fake.dir);
    fake.request.http.host = "srv.example";
    fake.request.no_powershell = true; /* engine_fake.c has it */
    return 0;
}

int host_fake_teardown(void **state)
{
    (void)state;
    for (size_t i = 0; i < fake.class_count; i++)
        free_items(&fake.classes[i]);
    sa_snapshot_close(fake.snapshot);
    (void)unlink(fake.db);
    assert_int_equal(rmdir(fake.dir), 0);
    sa_arena_done(&fake.arena);
    return 0;
}

static void create(void)
{
    const struct sa_run_info run = {.tool_version = "0",
                                    .catalogue_version = "0",
                                    .catalogue_sha256 = "0",
                                    .operator_name = "me",
                                    .workstation = "here"};
    const struct sa_target_info target = {.name = "srv", .location = "srv.example"};
    struct sa_error err = {0};

    assert_int_equal(sa_snapshot_create(fake.db, false, &run, &fake.snapshot, &err), 0);
    assert_int_equal(sa_snapshot_add_target(fake.snapshot, &target, &fake.target, &err), 0);
}

const struct sa_http_info host_fake_info = {.url = "http://srv.example:5985/wsman",
                                            .mechanism = "Kerberos",
                                            .protection = "sealed by Kerberos (AES256)",
                                            .is_protected = true,
                                            .spn = "HTTP/srv.example",
                                            .certificate = "",
                                            .clock_offset_s = INT64_MIN};

int collect(void)
{
    const struct sa_wsman_options options = {.to = host_fake_info.url,
                                             .exchange = host_fake_exchange,
                                             .cancelled = fake.request.http.cancelled};
    struct sa_wsman *session = NULL;
    struct sa_error err = {0};
    int r = 0;

    create();
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    r = sa_collect_host_session(fake.snapshot, fake.target, session, &host_fake_info, &fake.request,
                                &fake.problem, &err);
    sa_wsman_close(session);
    if (r < 0 && r != SA_E_CANCELLED)
        print_error("%s\n", err.message);
    return r;
}

int collect_by_http(void)
{
    struct sa_error err = {0};

    create();
    return sa_collect_host(fake.snapshot, fake.target, &fake.request, &fake.problem, &err);
}

const struct sa_error *problem(void)
{
    return &fake.problem;
}

struct sa_host_request *request(void)
{
    return &fake.request;
}

size_t exchanges(void)
{
    return fake.exchanges;
}

size_t exchanges_for(const char *class_name)
{
    size_t count = 0;

    for (size_t i = 0; i < fake.exchanges; i++)
        count += strcmp(fake.asked[i], class_name) == 0;
    return count;
}

struct sa_snapshot *host_fake_snapshot(void)
{
    return fake.snapshot;
}

const char *status(const char *source)
{
    char sql[256];

    snprintf(sql, sizeof sql,
             "SELECT coalesce(max(status), '(none)') FROM coverage WHERE source = '%s'", source);
    return text(sql);
}

bool evidence_holds(const char *source, const char *part)
{
    char sql[256];
    char *bytes = NULL;
    size_t len = 0;
    bool is_in = false;
    struct sa_error err = {0};

    snprintf(sql, sizeof sql, "SELECT id FROM evidence WHERE source = '%s'", source);
    assert_int_equal(sa_evidence_read(fake.snapshot, number(sql), &bytes, &len, &err), 0);
    is_in = memmem(bytes, len, part, strlen(part)) != NULL;
    free(bytes);
    return is_in;
}

/* The typical server ------------------------------------------------------------------------------- */

static void put_machine(void)
{
    PUT("Win32_OperatingSystem",
        "Version=10.0.20348|BuildNumber=20348|ProductType=3|OperatingSystemSKU=7|OSLanguage=1033|"
        "Caption=Microsoft Windows Server 2022 Standard|InstallDate=@2024-03-01T09:00:00Z|"
        "LastBootUpTime=@2026-11-12T02:00:00.5Z|LocalDateTime=@2026-11-22T15:30:00.123-05:00|"
        "CurrentTimeZone=-300|FreePhysicalMemory=4194304|SystemDrive=C:");
    PUT("Win32_ComputerSystem",
        "Name=SRV|DNSHostName=srv|Domain=fabrikam.example|PartOfDomain=true|DomainRole=3|"
        "Manufacturer=VMware, Inc.|Model=VMware7,1|HypervisorPresent=true|"
        "NumberOfLogicalProcessors=4|TotalPhysicalMemory=17179398144");
    PUT("Win32_LogicalDisk", "DeviceID=C:|Size=107374182400|FreeSpace=32212254720");
    PUT("Win32_LogicalDisk", "DeviceID=D:|Size=53687091200|FreeSpace");
    PUT("Win32_NetworkAdapterConfiguration",
        "Index=1|IPAddress=10.1.2.3|IPAddress=fe80::1%4|IPAddress=2001:0DB9:0::7|"
        "DefaultIPGateway=10.1.2.1|DNSServerSearchOrder=10.1.0.10|DNSServerSearchOrder=8.8.8.8");
    PUT("Win32_QuickFixEngineering", "HotFixID=KB5031364|InstalledOn=11/13/2026");
    PUT("Win32_QuickFixEngineering", "HotFixID=KB5031365|InstalledOn=2/5/2026");
    PUT("Win32_NTEventLogFile", "LogfileName=Application|NumberOfRecords=1000");
    PUT("Win32_NTEventLogFile", "LogfileName=Security|NumberOfRecords=90000");
    put("root/cimv2", "CIM_DataFile", "CIM_DataFile",
        "Name=C:\\Program Files\\Microsoft Azure AD Sync\\Data\\ADSync.mdf|FileSize=104857600");
}

static void put_services(void)
{
    PUT("Win32_Service",
        "Name=ADSync|State=Running|StartMode=Auto|StartName=NT SERVICE\\ADSync|"
        "PathName=\"C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\miiserver.exe\"|"
        "ProcessId=4100|DelayedAutoStart=false");
    PUT("Win32_Service",
        "Name=RpcSs|State=Running|StartMode=Auto|StartName=NT AUTHORITY\\NetworkService|"
        "PathName=C:\\Windows\\system32\\svchost.exe -k rpcss -p|ProcessId=900|"
        "DelayedAutoStart=false");
    PUT("Win32_Service",
        "Name=RpcEptMapper|State=Running|StartMode=Auto|StartName=NT AUTHORITY\\NetworkService|"
        "PathName=C:\\Windows\\system32\\svchost.exe -k RPCSS -p|ProcessId=900|"
        "DelayedAutoStart=false");
    PUT("Win32_Service",
        "Name=Backup|State=Start Pending|StartMode=Manual|StartName=FABRIKAM\\svc-backup|"
        "PathName=C:\\Program Files\\Backup Tool\\agent.exe --user x --key hunter2|ProcessId=0|"
        "DelayedAutoStart=true");
    PUT("Win32_Service",
        "Name=Gone|State=Stopped|StartMode=Disabled|StartName|PathName|ProcessId=0|"
        "DelayedAutoStart=false");
    put("root/StandardCimv2", "MSFT_NetTCPConnection", "MSFT_NetTCPConnection",
        "LocalAddress=0.0.0.0|LocalPort=135|OwningProcess=900");
    put("root/StandardCimv2", "MSFT_NetTCPConnection", "MSFT_NetTCPConnection",
        "LocalAddress=::1|LocalPort=9000|OwningProcess=77");
    put("root/StandardCimv2", "MSFT_NetTCPConnection", "MSFT_NetTCPConnection",
        "LocalAddress=::|LocalPort=5985|OwningProcess=4");
}

static void put_account(const char *class_name, const char *rest)
{
    char properties[512];

    snprintf(properties, sizeof properties, "Domain=SRV|LocalAccount=true|%s", rest);
    put("root/cimv2", "Win32_Account", class_name, properties);
}

static void put_accounts(void)
{
    put_account("Win32_UserAccount", "Name=Administrator|SID=S-1-5-21-1-2-3-500|Disabled=false|"
                                     "PasswordExpires=true|PasswordRequired=true");
    put_account("Win32_UserAccount", "Name=Guest|SID=S-1-5-21-1-2-3-501|Disabled=true|"
                                     "PasswordExpires=false|PasswordRequired=false");
    put_account("Win32_Group", "Name=Administrators|SID=S-1-5-32-544");
    put_account("Win32_Group", "Name=Users|SID=S-1-5-32-545");
    put_account("Win32_Group", "Name=Remote Desktop Users|SID=S-1-5-32-555");
    put_account("Win32_Group", "Name=ADSyncAdmins|SID=S-1-5-21-1-2-3-1001");
    put_account("Win32_SystemAccount", "Name=SYSTEM|SID=S-1-5-18");
    put_account("Win32_SystemAccount", "Name=LOCAL SERVICE|SID=S-1-5-19");
    put_account("Win32_SystemAccount", "Name=Authenticated Users|SID=S-1-5-11");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Administrators|"
                           "PartComponent=&Win32_UserAccount,SRV,Administrator");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Administrators|"
                           "PartComponent=&Win32_Group,FABRIKAM,Domain Admins");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,ADSyncAdmins|"
                           "PartComponent=&Win32_Group,FABRIKAM,Domain Admins");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Remote Desktop Users|"
                           "PartComponent=&Win32_SystemAccount,SRV,Authenticated Users");
    PUT("Win32_Group", "Domain=FABRIKAM|Name=Domain Admins|SID=S-1-5-21-7-8-9-512");
}

static void put_roles(void)
{
    PUT("Win32_ServerFeature", "ID=481|Name=File and Storage Services");
    PUT("Win32_ServerFeature", "ID=325|Name=Windows Defender");
    PUT("Win32_OptionalFeature", "Name=SMB1Protocol|Caption=SMB 1.0|InstallState=2");
    PUT("Win32_OptionalFeature", "Name=MicrosoftWindowsPowerShellV2|Caption=PS 2|InstallState=1");
    put("root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask", "MSFT_ScheduledTask",
        "TaskPath=\\|TaskName=Nightly|State=3|Principal=<p:UserId>FABRIKAM\\svc-job</p:UserId>"
        "<p:GroupId xsi:nil=\"true\"/><p:LogonType>1</p:LogonType><p:RunLevel>1</p:RunLevel>");
    put("root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask", "MSFT_ScheduledTask",
        "TaskPath=\\Microsoft\\Windows\\Defrag\\|TaskName=ScheduledDefrag|State=3|"
        "Principal=<p:UserId>SYSTEM</p:UserId><p:LogonType>5</p:LogonType>"
        "<p:RunLevel>0</p:RunLevel>");
    put("root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask", "MSFT_ScheduledTask",
        "TaskPath=\\Microsoft\\Windows\\Defrag\\|TaskName=Odd|State=1|"
        "Principal=<p:GroupId>Administrators</p:GroupId><p:LogonType>4</p:LogonType>"
        "<p:RunLevel>0</p:RunLevel>");
}

static void put_defence(void)
{
    put("root/Microsoft/Windows/Defender", "MSFT_MpComputerStatus", "MSFT_MpComputerStatus",
        "AMServiceEnabled=true|AMRunningMode=Normal|RealTimeProtectionEnabled=true|"
        "IsTamperProtected=false|AntivirusSignatureAge=1|AntivirusSignatureVersion=1.403.1|"
        "AMEngineVersion=1.1.24");
    put("root/Microsoft/Windows/Defender", "MSFT_MpPreference", "MSFT_MpPreference",
        "ExclusionPath=C:\\|ExclusionPath=D:\\Data|ExclusionProcess|ExclusionExtension=N/A: Must "
        "be "
        "an administrator to view exclusions");
    put("root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard", "Win32_DeviceGuard",
        "VirtualizationBasedSecurityStatus=2|SecurityServicesRunning=1|SecurityServicesRunning=2|"
        "SecurityServicesConfigured=0");
    put("root/cimv2/Security/MicrosoftTpm", "Win32_Tpm", "Win32_Tpm",
        "IsEnabled_InitialValue=true|IsActivated_InitialValue=true|SpecVersion=2.0, 0, 1.38");
    put("root/cimv2/Security/MicrosoftVolumeEncryption", "Win32_EncryptableVolume",
        "Win32_EncryptableVolume", "DeviceID=x|DriveLetter=C:|ProtectionStatus=1");
    put("x", "config", "Config",
        "MaxEnvelopeSizekb=500|Service=<p:RootSDDL>O:NSG:BA</p:RootSDDL><p:AllowUnencrypted "
        "Source=\"GPO\">false</p:AllowUnencrypted><p:Auth Source=\"GPO\"><p:Basic>true</p:Basic>"
        "</p:Auth>");
    put("x", "Listener", "Listener",
        "Address=*|Transport=HTTP|Port=5985|Hostname=|Enabled=true|URLPrefix=wsman|"
        "CertificateThumbprint=|ListeningOn=10.1.2.3|ListeningOn=::1");
    put("x", "Listener", "Listener",
        "Address=*|Transport=HTTPS|Port=5986|Hostname=srv|Enabled=true|URLPrefix=wsman|"
        "CertificateThumbprint=0123456789ABCDEF0123456789ABCDEF01234567|ListeningOn=::1");
}

static void put_events(void)
{
    PUT("Win32_NTLogEvent",
        "Logfile=Application|SourceName=Directory Synchronization|EventCode=212|EventType=3|"
        "TimeGenerated=@2026-11-20T10:00:00Z|RecordNumber=500|InsertionStrings=True|"
        "InsertionStrings=say \"yes\"");
    PUT("Win32_NTLogEvent",
        "Logfile=System|SourceName=Service Control Manager|EventCode=7045|EventType=3|"
        "TimeGenerated=@2026-11-21T10:00:00Z|RecordNumber=90|InsertionStrings=Evil|"
        "InsertionStrings=C:\\evil.exe /p hunter2|InsertionStrings=user mode service");
    PUT("Win32_NTLogEvent", "Logfile=System|SourceName=Microsoft-Windows-Eventlog|EventCode=104|"
                            "EventType=3|TimeGenerated=@2026-11-21T10:00:00Z|RecordNumber=91|"
                            "InsertionStrings");
}

#define LOG(name) "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\" name "\r\n"
#define LOGS                                                                                \
    LOG("Application")                                                                      \
    "    MaxSize    REG_DWORD    0x1400000\r\n"                                             \
    "    Retention    REG_DWORD    0xffffffff\r\n\r\n"                                      \
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\Application\r\n" \
    "    MaxSize    REG_DWORD    0x40000\r\n"                                               \
    "    Retention    REG_SZ    0\r\n\r\n" LOG(                                             \
        "Security") "    MaxSize    REG_DWORD    0xc000000\r\n"                             \
                    "    Retention    REG_DWORD    0xffffffff\r\n\r\n" LOG(                 \
                        "System") "    MaxSize    REG_DWORD    0x1400000\r\n"               \
                                  "    Retention    REG_DWORD    0x93a80\r\n\r\n"
#define NT "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\r\n"
static const char typical_registry[] =
    "\r\n" NT "    CurrentBuildNumber    REG_SZ    20348\r\n"
    "    UBR    REG_DWORD    0x7de\r\n"
    "    InstallationType    REG_SZ    Server Core\r\n"
    "\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ADSync\\Parameters\r\n"
    "    Path    REG_SZ    C:\\Program Files\\Microsoft Azure AD Sync\\\r\n"
    "    Server    REG_SZ    (localdb)\r\n"
    "    GroupAdmins    REG_SZ    SRV\\ADSyncAdmins\r\n"
    "    GroupOperators    REG_SZ    \r\n"
    "    GroupBrowse    REG_SZ    FABRIKAM\\Sync Readers\r\n"
    "    GroupPasswordSet    REG_SZ    ADSyncPasswordSet\r\n\r\n" LOGS;

void typical(void)
{
    put_machine();
    put_services();
    put_accounts();
    put_roles();
    put_defence();
    put_events();
    registry(typical_registry);
}
