/* SPDX-License-Identifier: Apache-2.0 */
/* Implements engine_fake.h. */
#include "engine_fake.h"

#include <stdlib.h>
#include <string.h>

#include "syncaudit/arena.h"
#include "syncaudit/limits.h"

#define SOURCES_MAX 32
#define RECORDS_MAX 8192
#define PIPELINES   32
#define MEMBERS_MAX 100

struct told {
    char name[32];
    const struct sa_clixml_value *records[RECORDS_MAX];
    size_t count;
    enum how how;
    const struct sa_clixml_value *problem;
};

static struct {
    struct sa_arena arena;
    struct told sources[SOURCES_MAX];
    size_t source_count;
    const struct sa_clixml_value *before;
    struct sa_psrp_error reason;
    int open_status;
    char open_message[200];
    char asked[PIPELINES][1024];
    size_t pipelines, opened, closed;
    struct sa_psrp_options options;
    struct sa_psrp_info info;
    struct sa_psrp_argument arguments[4];
    size_t argument_count;
} fake;

void (*before_source)(const char *source);

int engine_fake_setup(void **state)
{
    memset(&fake, 0, sizeof fake);
    before_source = NULL;
    sa_arena_init(&fake.arena, 512 * SA_MIB);
    fake.info = (struct sa_psrp_info){.way = SA_PSRP_SCRIPT,
                                      .configuration = "Microsoft.PowerShell",
                                      .protocol = "2.3",
                                      .powershell = "5.1.17763.1"};
    (void)host_fake_setup(state);
    request()->no_powershell = false;
    return 0;
}

int engine_fake_teardown(void **state)
{
    assert_int_equal(fake.opened, fake.closed);
    sa_arena_done(&fake.arena);
    return host_fake_teardown(state);
}

/* Values ------------------------------------------------------------------------------------------- */

static struct sa_clixml_value *value_of(const char *text, size_t len)
{
    struct sa_clixml_value *value = sa_arena_alloc(&fake.arena, sizeof *value);

    assert_non_null(value);
    value->stream = value->text = "";
    if (text == NULL) {
        value->type = SA_CLIXML_NULL;
    } else if (text[0] == '!') {
        value->type = SA_CLIXML_BOOL;
        value->boolean = text[1] == 't';
    } else if (text[0] == '#') {
        value->type = SA_CLIXML_SIGNED;
        value->integer = strtoll(text + 1, NULL, 10);
    } else if (text[0] == '%') {
        value->type = SA_CLIXML_DOUBLE;
        value->real = strtod(text + 1, NULL);
    } else {
        value->type = SA_CLIXML_STRING;
        value->text = sa_arena_copy(&fake.arena, text, len);
        value->len = len;
        assert_non_null(value->text);
    }
    return value;
}

static struct sa_clixml_member *members_of(const struct sa_clixml_value *value)
{
    /* Ours, and not const where it was made. */
    return (struct sa_clixml_member *)(uintptr_t)value->object->members;
}

static void add_member(const struct sa_clixml_value *record, const char *name, size_t name_len,
                       const char *text, size_t len)
{
    struct sa_clixml_object *object = (struct sa_clixml_object *)(uintptr_t)record->object;

    assert_true(object->member_count < MEMBERS_MAX);
    members_of(record)[object->member_count++] =
        (struct sa_clixml_member){.name = sa_arena_copy(&fake.arena, name, name_len),
                                  .value = value_of(text, len),
                                  .extended = true};
}

static const struct sa_clixml_value *record_of(const char *text)
{
    struct sa_clixml_value *record = sa_arena_alloc(&fake.arena, sizeof *record);
    struct sa_clixml_object *object = sa_arena_alloc(&fake.arena, sizeof *object);
    const char *end = text + strcspn(text, "|");

    object->members = sa_arena_array(&fake.arena, MEMBERS_MAX, sizeof *object->members);
    *record = (struct sa_clixml_value){
        .type = SA_CLIXML_OBJECT, .stream = "", .text = "", .object = object};
    add_member(record, "Fact", 4, text, (size_t)(end - text));
    while (*end == '|') {
        char value[4096];
        const char *name = end + 1;
        const char *at = name + strcspn(name, "=|");
        size_t name_len = (size_t)(at - name);
        size_t len = 0;

        if (*at != '=') {
            add_member(record, name, name_len, NULL, 0);
            end = at;
            continue;
        }
        for (end = at + 1; *end != '\0' && *end != '|'; end++) {
            if (end[0] == '\\' && end[1] == '|')
                end++;
            value[len++] = *end;
            assert_true(len < sizeof value);
        }
        value[len] = '\0';
        add_member(record, name, name_len, value, len);
    }
    return record;
}

/* What is told ------------------------------------------------------------------------------------- */

static struct told *told_of(const char *source)
{
    struct told *told = NULL;

    for (size_t i = 0; i < fake.source_count; i++)
        if (strcmp(fake.sources[i].name, source) == 0)
            return &fake.sources[i];
    assert_true(fake.source_count < SOURCES_MAX);
    told = &fake.sources[fake.source_count++];
    snprintf(told->name, sizeof told->name, "%s", source);
    return told;
}

void say(const char *source, const char *record)
{
    struct told *told = told_of(source);

    assert_true(told->count < RECORDS_MAX);
    told->records[told->count++] = record_of(record);
}

void say_text(const char *source, const char *member, const char *value)
{
    struct told *told = told_of(source);

    assert_true(told->count > 0);
    add_member(told->records[told->count - 1], member, strlen(member), value, strlen(value));
}

void unsay(const char *source)
{
    told_of(source)->count = 0;
}

void ends(const char *source, enum how how)
{
    told_of(source)->how = how;
}

void fails(const char *source, const char *id, const char *exception, const char *message,
           int category)
{
    char record[2048];

    snprintf(record, sizeof record,
             "problem|Source=%s|Id=%s|Exception=%s|Message=%s|Category=#%d|HResult=#0", source, id,
             exception, message, category);
    told_of(source)->problem = record_of(record);
}

void break_with(const char *id, const char *message)
{
    fake.reason = (struct sa_psrp_error){.id = ""};
    snprintf(fake.reason.id, sizeof fake.reason.id, "%s", id);
    snprintf(fake.reason.message, sizeof fake.reason.message, "%s", message);
}

void say_before(const char *record)
{
    fake.before = record_of(record);
}

void cannot_open(int status, const char *message)
{
    fake.open_status = status;
    snprintf(fake.open_message, sizeof fake.open_message, "%s", message);
}

size_t pipelines(void)
{
    return fake.pipelines;
}

const char *asked(size_t n)
{
    assert_true(n >= 1 && n <= fake.pipelines);
    return fake.asked[n - 1];
}

bool is_closed(void)
{
    return fake.opened == fake.closed;
}

const struct sa_psrp_options *opened_with(void)
{
    return &fake.options;
}

int32_t argument(const char *name)
{
    for (size_t i = 0; i < fake.argument_count; i++)
        if (strcmp(fake.arguments[i].name, name) == 0)
            return fake.arguments[i].number;
    fail_msg("no argument %s", name);
    return 0;
}

/* Stand-ins ---------------------------------------------------------------------------------------- */

int __wrap_sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret,
                        struct sa_error *err);
void __wrap_sa_psrp_close(struct sa_psrp *pool);
const struct sa_psrp_info *__wrap_sa_psrp_info(const struct sa_psrp *pool);
int __wrap_sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call,
                       sa_psrp_record_fn *each, void *payload, enum sa_psrp_state *ret_state,
                       struct sa_psrp_error *ret_reason, struct sa_error *err);

int __wrap_sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret,
                        struct sa_error *err)
{
    fake.options = *options;
    if (fake.open_status < 0)
        return sa_fail(err, fake.open_status, SA_DOMAIN_NONE, 0, "%s", fake.open_message);
    fake.opened++;
    *ret = (struct sa_psrp *)&fake.info;
    return 0;
}

void __wrap_sa_psrp_close(struct sa_psrp *pool)
{
    fake.closed += pool != NULL;
}

const struct sa_psrp_info *__wrap_sa_psrp_info(const struct sa_psrp *pool)
{
    (void)pool;
    return &fake.info;
}

struct reader {
    sa_psrp_record_fn *each;
    void *payload;
    struct sa_error *err;
};

static int hand(const struct reader *reader, const struct sa_clixml_value *value)
{
    const struct sa_psrp_record record = {.kind = SA_PSRP_OUTPUT, .value = value, .xml = ""};
    const struct sa_psrp_record warning = {.kind = SA_PSRP_WARNING, .text = "careful", .xml = ""};
    int r = reader->each(reader->payload, &warning, reader->err);

    return r < 0 ? r : reader->each(reader->payload, &record, reader->err);
}

static int hand_begin(const struct reader *reader, const char *source)
{
    char text[200];

    snprintf(text, sizeof text, "begin|Source=%s|At=2026-11-22T08:15:30Z|Offset=#60", source);
    return hand(reader, record_of(text));
}

static int hand_end(const struct reader *reader, const char *source, size_t count)
{
    char text[200];

    snprintf(text, sizeof text, "end|Source=%s|Count=#%zu", source, count);
    return hand(reader, record_of(text));
}

static int tell(const struct reader *reader, const struct told *told)
{
    int r = 0;

    if (told->how == SKIPS)
        return 0;
    r = hand_begin(reader, told->name);
    for (size_t i = 0; i < told->count && r == 0; i++)
        r = hand(reader, told->records[i]);
    if (r == 0 && told->how == REPEATS)
        r = hand_begin(reader, told->name);
    if (r == 0 && told->problem != NULL)
        return hand(reader, told->problem);
    if (r == 0 && told->how == ALIEN)
        return hand_end(reader, "other", told->count);
    if (r == 0 && (told->how == ENDS || told->how == MISCOUNTS))
        return hand_end(reader, told->name, told->count + (told->how == MISCOUNTS));
    return r;
}

int __wrap_sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call,
                       sa_psrp_record_fn *each, void *payload, enum sa_psrp_state *ret_state,
                       struct sa_psrp_error *ret_reason, struct sa_error *err)
{
    const struct reader reader = {.each = each, .payload = payload, .err = err};
    char *list = fake.asked[fake.pipelines++];

    assert_true(fake.pipelines <= PIPELINES);
    assert_ptr_equal(pool, &fake.info);
    assert_true(call->argument_count <= 4);
    memcpy(fake.arguments, call->arguments, call->argument_count * sizeof *call->arguments);
    fake.argument_count = call->argument_count;
    *ret_state = SA_PSRP_COMPLETED;
    for (size_t i = 0; call->names[i] != NULL; i++)
        snprintf(list + strlen(list), sizeof fake.asked[0] - strlen(list), "%s%s", i ? "," : "",
                 call->names[i]);
    if (fake.before != NULL && hand(&reader, fake.before) < 0)
        return err->status;
    for (size_t i = 0; call->names[i] != NULL; i++) {
        const struct told *told = told_of(call->names[i]);
        int r = 0;

        if (before_source != NULL)
            before_source(told->name);
        r = tell(&reader, told);
        if (r < 0)
            return r;
        switch (told->how) {
        case STOPS:
            return 0;
        case HANGS:
            return sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "nothing came for 120 seconds");
        case LOSES:
            return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "the connection was closed");
        case BREAKS:
            *ret_state = SA_PSRP_FAILED;
            *ret_reason = fake.reason;
            return 0;
        default:
            break;
        }
    }
    return 0;
}

/* A typical server --------------------------------------------------------------------------------- */

#define AD_GUID    "7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01"
#define ENTRA_GUID "b891884f-051e-4a83-95af-2544101c9083"
#define RUN_1      "11111111-0000-4000-8000-000000000001"
#define RUN_2      "11111111-0000-4000-8000-000000000002"

static void say_engine(void)
{
    say("engine", "engine|PowerShell=5.1.17763.1|LanguageMode=FullLanguage"
                  "|Sid=S-1-5-21-1-2-3-1105|Account=FABRIKAM\\auditor|Elevated=!false"
                  "|Module=1.0.0.0|Program=2.5.79.0|Settings=2.5.79.0|Schema=#14"
                  "|Instance=0C5E1A2B-1111-4222-8333-444455556666");
    say("engine", "parameter|Name=Microsoft.Synchronize.StagingMode|Value=False");
    say("engine", "parameter|Name=Microsoft.OptionalFeature.PasswordHashSync|Value=True");
    say("auditor_right", "group|Sid=S-1-1-0");
    say("auditor_right", "group|Sid=S-1-5-21-1-2-3-1200");
    say("scheduler",
        "scheduler|Staging=!false|Enabled=!true|Maintenance=!true|Suspended=!false"
        "|InProgress=!false|NextPolicy=Delta|NextStart=2026-11-22T08:30:00Z|Allowed=#1800"
        "|Effective=#1800|Customized|History=#604800");
    say("engine_connector", "connector|Guid=" AD_GUID "|Name=fabrikam.example|Type=AD|Subtype"
                            "|Forest=Fabrikam.example|Domain=FABRIKAM|Account=MSOL_0123456789ab"
                            "|Modified=2026-01-02T03:04:05Z");
    say("engine_connector", "connector|Guid=" ENTRA_GUID "|Name=fabrikam.example - AAD"
                            "|Type=Extensible2|Subtype=Windows Azure Active Directory (Microsoft)"
                            "|Forest|Domain|Account=Sync_X@fabrikam.example|Modified");
    say("statistics", "statistics|Guid=" AD_GUID "|Name=fabrikam.example|Objects=#1200"
                      "|ExportAdds=#0|ExportUpdates=#3|ExportDeletes=#0|ImportAdds=#0"
                      "|ImportUpdates=#0|ImportDeletes=#0|ImportNoChange=#1200");
    say("run_status", "busy|Connector=fabrikam.example|State=Busy");
    say("connector_override", "override|Guid=" AD_GUID "|Import=!true|Sync=!false");
    say("override", "file|Name=miiserver.exe.config|Size=#4096|Modified=2026-02-02T00:00:00Z"
                    "|Sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    say("auto_upgrade", "upgrade|State=Suspended|Reason=UpgradeNotSupportedCustomizedSyncRules");
    say("password_sync", "password|Connector=fabrikam.example|Enabled=!true");
    say("password_sync", "partition|Guid=" AD_GUID "|Dn=DC=fabrikam,DC=example|Status=Successful"
                         "|Success=2026-11-22T08:10:00Z|Cycle=2026-11-22T08:12:00Z");
    say("password_sync", "writeback|Connector=fabrikam.example - AAD|Enabled=!false");
    say("reachability", "domain|Connector=fabrikam.example|Domain=fabrikam.example|Reachable=!true"
                        "|Message=");
    say("engine_database", "database|LocalDb=!true|UsedMb=#812|Server=(localdb)"
                           "|Instance=.\\ADSync2019|Name=ADSync|Version=15.0.4410.1"
                           "|Edition=Express Edition (64-bit)");
    say("entra_credential", "credential|Kind=Application|ManagedBy=EntraConnect|Rotation=!true"
                            "|Thumbprint=aa:bb:cc|Sha256=DDEE|NotBefore=2026-10-01T00:00:00Z"
                            "|NotAfter=2027-04-01T00:00:00Z");
}

static void say_history(void)
{
    say("run_history", "run|Id=" RUN_2 "|Guid=" ENTRA_GUID "|Connector=fabrikam.example - AAD"
                       "|Profile=Export|Number=#42|Account=NT SERVICE\\ADSync|Complete=!true"
                       "|Result=completed-export-errors|Start=2026-11-22T08:01:00Z"
                       "|End=2026-11-22T08:02:00Z");
    say("run_history", "error|Id=" RUN_2 "|Ordinal=#1|Type=AttributeValueMustBeUnique|Count=#2"
                       "|Oldest=2026-11-20T08:00:00Z");
    say("run_history", "step|Id=" RUN_2 "|Ordinal=#1|Type=Export|Result=completed-export-errors"
                       "|Start=2026-11-22T08:01:00Z|End=2026-11-22T08:02:00Z|Staged=#0"
                       "|StageFailures=#0|FlowFailures=#0|Adds=#1|Updates=#5|Deletes=#0"
                       "|ExportFailures=#2|Errors=#2");
    say("run_history", "run|Id=" RUN_1 "|Guid=" AD_GUID "|Connector=fabrikam.example"
                       "|Profile=Delta Import|Number=#41|Account=NT SERVICE\\ADSync"
                       "|Complete=!false|Result=|Start=2026-11-22T08:00:00Z|End");
    say("run_history", "history|Runs=#2|Oldest=2026-11-22T08:00:00Z|Complete=!true");
}

/* Owner Administrators; allow inherited: SYSTEM full, Users read, CREATOR OWNER generic all (inherit only). */
#define DESCRIPTOR                                                                               \
    "AQAEgFwAAAAAAAAAAAAAABQAAAACAEgAAwAAAAATFAD/AR8AAQEAAAAAAAUSAAAAABMYAKkAEgABAgAAAAAABSAAAA" \
    "AhAgAAABsUAAAAABABAQAAAAAAAwAAAAABAgAAAAAABSAAAAAgAgAA"

static void say_windows(void)
{
    say("user_right", "right|Right=SeNetworkLogonRight|Sid=S-1-5-32-544");
    say("user_right", "right|Right=SeNetworkLogonRight|Sid=Gast");
    say("audit_policy", "policy|Subcategory=0CCE9215-69AE-11D9-BED3-505054503030|Value=#3");
    say("audit_policy", "policy|Subcategory=0cce921b-69ae-11d9-bed3-505054503030|Value=#2");
    say("file_right", "folder|Role=program|Path=C:\\Program Files\\Microsoft Azure AD Sync"
                      "|Exists=!true|Descriptor=" DESCRIPTOR);
    say("file_right", "folder|Role=settings|Path=C:\\ProgramData\\AADConnect|Exists=!false"
                      "|Descriptor");
    say("log_age", "log|Log=Application|Oldest=2026-10-01T00:00:00Z");
    say("log_age", "log|Log=Security|Oldest");
    say("account_logon", "watched|Account=FABRIKAM\\MSOL_0123456789ab|Sid=S-1-5-21-1-2-3-1111"
                         "|Since=2026-11-15T00:00:00Z");
    say("account_logon", "watched|Account=OLD\\gone");
    say("account_logon", "logon|Account=FABRIKAM\\MSOL_0123456789ab|Sid=S-1-5-21-1-2-3-1111"
                         "|Type=#10|Count=#2|Last=2026-11-21T00:00:00Z");
}

void say_all(void)
{
    request()->has_export = true;
    say_engine();
    say_history();
    say_windows();
}
