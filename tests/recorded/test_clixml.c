/* SPDX-License-Identifier: Apache-2.0 */
/* Recorded CLIXML of real servers, in files and on standard error, and whole conversations of PowerShell Remoting:
 * every message is put together from its envelopes and read, and what a client sent is what our writer makes. */
#include <dirent.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "syncaudit/base64.h"
#include "syncaudit/clixml.h"
#include "syncaudit/limits.h"
#include "syncaudit/xml.h"

#include "message.h"
#include "support/test.h"

#define DATA        SYNCAUDIT_TEST_DATA "/winrm/"
#define OBJECTS_MAX 8192

static void load(const char *path, struct sa_buf *ret)
{
    char part[16384];
    size_t n = 0;
    FILE *file = fopen(path, "re");

    if (file == NULL)
        fail_msg("%s is not there", path);
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        sa_buf_add(ret, part, n);
    (void)fclose(file);
    assert_int_equal(sa_buf_status(ret), 0);
}

/* What was read ---------------------------------------------------------------------------------- */

struct seen {
    struct sa_arena arena;
    size_t items, objects, references, members, entries;
    const struct sa_clixml_value *first;
    const struct sa_clixml_value *item[300];
    const struct sa_clixml_object *known[OBJECTS_MAX];
};

static bool is_known(struct seen *seen, const struct sa_clixml_object *object)
{
    for (size_t i = seen->objects; i > 0; i--)
        if (seen->known[i - 1] == object)
            return true;
    assert_true(seen->objects < OBJECTS_MAX);
    seen->known[seen->objects++] = object;
    return false;
}

/* Counts each object once: what comes again is a reference. */
static void walk(struct seen *seen, const struct sa_clixml_value *value)
{
    const struct sa_clixml_object *object = value->object;

    assert_non_null(value->text);
    assert_int_equal(value->type == SA_CLIXML_OBJECT, object != NULL);
    if (object == NULL)
        return;
    if (is_known(seen, object)) {
        seen->references++;
        return;
    }
    seen->members += object->member_count;
    seen->entries += object->entry_count;
    for (size_t i = 0; i < object->member_count; i++) {
        assert_non_null(object->members[i].name);
        walk(seen, object->members[i].value);
    }
    for (size_t i = 0; i < object->entry_count; i++) {
        if (object->entries[i].key != NULL)
            walk(seen, object->entries[i].key);
        walk(seen, object->entries[i].value);
    }
}

static int take(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    struct seen *seen = payload;

    (void)err;
    if (seen->items < SA_COUNT(seen->item))
        seen->item[seen->items] = item;
    if (seen->first == NULL)
        seen->first = item;
    seen->items++;
    return 0;
}

/* Reads a file; freed by forget(). */
static struct seen *read_file(const char *name)
{
    struct seen *seen = calloc(1, sizeof *seen);
    struct sa_buf bytes = SA_BUF_INIT(SA_LIMIT_CLIXML_BYTES);
    struct sa_error err = {0};
    char path[600];

    assert_non_null(seen);
    sa_arena_init(&seen->arena, 64 * SA_MIB);
    (void)snprintf(path, sizeof path, DATA "%s", name);
    load(path, &bytes);
    if (sa_clixml_read(sa_buf_text(&bytes), bytes.len, &seen->arena, take, seen, &err) < 0)
        fail_msg("%s: %s", name, err.message);
    sa_buf_done(&bytes);
    return seen;
}

static void forget(struct seen *seen)
{
    sa_arena_done(&seen->arena);
    free(seen);
}

/* Files ------------------------------------------------------------------------------------------ */

static const struct expectation {
    const char *file;
    size_t items, objects, references, members, entries;
    const char *type;
} expectations[] = {
#include "clixml_expectations.h"
};

static void test_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(expectations); i++) {
        const struct expectation *e = &expectations[i];
        char name[300];
        struct seen *seen = NULL;
        const struct sa_clixml_value *first = NULL;

        (void)snprintf(name, sizeof name, "clixml/%s", e->file);
        seen = read_file(name);
        for (size_t item = 0; item < seen->items; item++)
            walk(seen, seen->item[item]);
        /* The keys of dictionaries have no entries of their own in the count. */
        if (seen->items != e->items || seen->objects != e->objects ||
            seen->references != e->references || seen->members != e->members ||
            seen->entries != e->entries)
            fail_msg("%s: %zu items %zu objects %zu references %zu members %zu entries", e->file,
                     seen->items, seen->objects, seen->references, seen->members, seen->entries);
        first = seen->first;
        if (e->type[0] != '\0')
            assert_true(sa_clixml_is(first, e->type));
        if (e->type[0] != '\0')
            assert_string_equal(first->object->types[0], e->type);
        forget(seen);
    }
}

static void count_files(const char *folder, size_t *count)
{
    struct dirent *entry = NULL;
    DIR *dir = opendir(folder);

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        char path[600];
        struct stat status;

        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(path, sizeof path, "%.300s/%.250s", folder, entry->d_name);
        assert_int_equal(stat(path, &status), 0);
        if (S_ISDIR(status.st_mode))
            count_files(path, count);
        else
            (*count)++;
    }
    (void)closedir(dir);
}

static void test_every_file_is_expected(void **state)
{
    size_t count = 0;

    (void)state;
    count_files(DATA "clixml", &count);
    assert_int_equal(count, SA_COUNT(expectations));
}

static const char *text_of(const struct sa_clixml_value *value, const char *member)
{
    const char *text = sa_clixml_text(sa_clixml_member(value, member));

    assert_non_null(text);
    return text;
}

static int64_t number_of(const struct sa_clixml_value *value, const char *member)
{
    int64_t number = 0;

    assert_true(sa_clixml_integer(sa_clixml_member(value, member), &number));
    return number;
}

static void test_values(void **state)
{
    struct seen *seen = read_file("clixml/css-exchange/E16/OS/GetHotFix.xml");
    const struct sa_clixml_value *value = NULL;
    bool truth = true;

    (void)state;
    /* In both sets: a text of the server's own form, and a date. */
    value = sa_clixml_member(seen->first, "InstalledOn");
    assert_int_equal(value->type, SA_CLIXML_DATETIME);
    assert_string_equal(value->text, "2016-09-12T00:00:00");
    assert_false(value->utc);
    forget(seen);

    seen = read_file("clixml/css-exchange/E16/OS/GetWinEventOldestSystem.xml");
    assert_int_equal(number_of(seen->first, "Keywords"), INT64_MIN);
    assert_int_equal(number_of(seen->first, "level"), 4);
    assert_string_equal(text_of(seen->first, "ProviderId"), "fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148");
    assert_string_equal(text_of(seen->first, "TimeCreated"), "2021-10-06T22:44:43Z");
    assert_string_equal(sa_clixml_member(seen->first, "UserId")->object->string,
                        "S-1-5-21-1817384130-1785471511-337968274-500");
    assert_int_equal(sa_clixml_member(seen->first, "Qualifiers")->type, SA_CLIXML_NULL);
    forget(seen);

    seen = read_file("clixml/css-exchange/E16/OS/RemoteRegistryValueProductName.xml");
    assert_string_equal(sa_clixml_text(seen->first), "Windows Server 2016 Datacenter");
    forget(seen);

    seen = read_file("clixml/css-exchange/utf16-2-GetChildItemValidPattern.xml");
    value = sa_clixml_member(seen->first, "LastWriteTimeUtc");
    assert_int_equal(value->object->container, SA_CLIXML_LIST);
    assert_string_equal(sa_clixml_text(value->object->entries[2].value), "2021-10-07T17:21:11Z");
    assert_string_equal(value->object->types[0], "System.Object[]");
    assert_true(sa_clixml_bool(sa_clixml_member(seen->first, "Failed"), &truth));
    assert_false(truth);
    forget(seen);

    seen = read_file("clixml/css-exchange/E16/Exchange/ExSetup.xml");
    assert_non_null(strstr(seen->first->object->string, "ExSetup.exe\r\nInternalName: "));
    assert_non_null(strstr(seen->first->object->string, "Microsoft\xC2\xAE Exchange"));
    forget(seen);
}

static void test_services(void **state)
{
    struct seen *seen = read_file("clixml/css-exchange/E16/OS/GetService.xml");
    size_t running = 0;

    (void)state;
    for (size_t i = 0; i < seen->items; i++) {
        int64_t status = number_of(seen->item[i], "Status");
        const struct sa_clixml_value *needs = sa_clixml_member(seen->item[i], "RequiredServices");

        assert_true(sa_clixml_is(sa_clixml_member(seen->item[i], "Status"), "System.Enum"));
        assert_int_equal(needs->object->container, SA_CLIXML_LIST);
        running += status == 4;
        assert_string_equal(sa_clixml_member(seen->item[i], "Status")->object->string,
                            status == 4 ? "Running" : "Stopped");
    }
    assert_int_equal(running, 125);
    forget(seen);
}

static void test_standard_error(void **state)
{
    struct seen *seen = read_file("clixml/stderr/test_sanitise_clixml_with_error.clixml");
    struct sa_buf text = SA_BUF_INIT(SA_MIB);
    size_t progress = 0;

    (void)state;
    for (size_t i = 0; i < seen->items; i++) {
        if (strcmp(seen->item[i]->stream, "Error") == 0)
            sa_buf_add_text(&text, sa_clixml_text(seen->item[i]));
        else if (strcmp(seen->item[i]->stream, "progress") == 0)
            progress++;
    }
    assert_int_equal(progress, 2);
    assert_int_equal(number_of(seen->first, "SourceId"), 1);
    assert_int_equal(sa_clixml_member(seen->first, "Record")->type, SA_CLIXML_PROGRESS);
    assert_string_equal(text_of(seen->first, "Record"), "Preparing modules for first use.");
    assert_non_null(strstr(sa_buf_text(&text), "Check \r\nthe spelling of the name"));
    assert_non_null(strstr(sa_buf_text(&text), "    + FullyQualifiedErrorId : CommandNotFound"));
    sa_buf_done(&text);
    forget(seen);
}

/* Conversations ---------------------------------------------------------------------------------- */

struct conversation {
    const char *folder;
    char side[9];
    unsigned envelope, message; /**< numbers of files */
    struct psrp_receiver from_client, from_server;
    uint64_t last_object; /**< of what the client sent, made again */
    struct sa_buf again;
    size_t same;            /**< streams of a client that came out as they were recorded */
    size_t types[5][0x200]; /**< how many of each, by the two halves of its number */
};

static void check_clixml(const char *name, const struct psrp_message *message)
{
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    const struct sa_clixml_value *value = NULL;
    struct sa_error err = {0};

    if (message->len == 0) {
        assert_int_equal(message->type, PSRP_END_OF_PIPELINE_INPUT);
        return;
    }
    if (sa_clixml_read_one(message->data, message->len, &arena, &value, &err) < 0)
        fail_msg("%s: %s", name, err.message);
    if (message->type == PSRP_SESSION_CAPABILITY)
        assert_string_equal(text_of(value, "PSVersion"), "2.0");
    if (message->type == PSRP_PIPELINE_STATE)
        assert_true(number_of(value, "PipelineState") >= 3);
    if (message->type == PSRP_ERROR_RECORD)
        assert_true(sa_clixml_is(value, "System.Management.Automation.ErrorRecord"));
    sa_arena_done(&arena);
}

static int compare(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    struct conversation *c = payload;
    bool is_request = strcmp(c->side, "request") == 0;
    struct sa_buf file = SA_BUF_INIT(SA_MIB);
    char name[600];
    size_t mark = 0;

    (void)err;
    (void)snprintf(name, sizeof name, "%s/%02u-%s-%03u-%s.xml", c->folder, c->envelope, c->side,
                   ++c->message, psrp_type_name(message->type));
    load(name, &file);
    if (file.len >= 3 && memcmp(file.data, "\xEF\xBB\xBF", 3) == 0)
        mark = 3;
    assert_int_equal(mark, is_request || file.len == 0 ? 0 : 3);
    assert_int_equal(file.len - mark, message->len);
    assert_memory_equal(sa_buf_text(&file) + mark, message->data, message->len);
    assert_int_equal(message->destination, is_request ? PSRP_TO_SERVER : PSRP_TO_CLIENT);
    c->types[message->type >> 16][message->type & 0x1FF]++;
    check_clixml(name, message);
    if (is_request) {
        struct sa_buf bytes = SA_BUF_INIT(SA_MIB);
        struct psrp_cut cut;

        psrp_add_message(&bytes, message);
        psrp_cut_begin(&cut, &c->last_object, &bytes);
        assert_true(psrp_cut_next(&cut, SA_MIB, &c->again));
        assert_true(psrp_cut_done(&cut));
        sa_buf_done(&bytes);
    }
    sa_buf_done(&file);
    return 0;
}

/* Hands on what the streams below `node` hold, in the order of the envelope. */
static void receive_streams(struct conversation *c, const xmlNode *node)
{
    bool is_request = strcmp(c->side, "request") == 0;

    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        const char *name = (const char *)child->name;
        struct sa_buf bytes = SA_BUF_INIT(SA_MIB);
        struct sa_error err = {0};

        if (child->type != XML_ELEMENT_NODE)
            continue;
        receive_streams(c, child);
        if (child->children == NULL || child->children->type != XML_TEXT_NODE ||
            (strcmp(name, "creationXml") != 0 && strcmp(name, "Arguments") != 0 &&
             strcmp(name, "Stream") != 0 && strcmp(name, "connectXml") != 0 &&
             strcmp(name, "connectResponseXml") != 0))
            continue;
        assert_true(sa_base64_decode((const char *)child->children->content,
                                     strlen((const char *)child->children->content), &bytes));
        /* Who connects to a shell of another client counts on from where that one was. */
        if (is_request && psrp_receiver_is_empty(&c->from_client))
            c->last_object = (uint64_t)(unsigned char)bytes.data[7] - 1;
        if (psrp_receive(is_request ? &c->from_client : &c->from_server, sa_buf_text(&bytes),
                         bytes.len, compare, c, &err) < 0)
            fail_msg("%s/%02u: %s", c->folder, c->envelope, err.message);
        /* One envelope, one whole message: the same bytes as the client's own. */
        if (is_request && psrp_receiver_is_empty(&c->from_client) && c->again.len == bytes.len) {
            assert_memory_equal(c->again.data, bytes.data, bytes.len);
            c->same++;
        }
        sa_buf_clear(&c->again);
        sa_buf_done(&bytes);
    }
}

static bool read_envelope(struct conversation *c, const char *side)
{
    static const struct sa_xml_bounds bounds = {"the envelope", 100000, 100};
    struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};
    struct _xmlDoc *doc = NULL;
    struct stat status;
    char path[600];

    (void)snprintf(path, sizeof path, "%s/%02u-%s.xml", c->folder, c->envelope, side);
    if (stat(path, &status) != 0)
        return false;
    load(path, &text);
    (void)snprintf(c->side, sizeof c->side, "%s", side);
    assert_int_equal(sa_xml_parse(sa_buf_text(&text), text.len, &bounds, &doc, &err), 0);
    receive_streams(c, xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    sa_buf_done(&text);
    return true;
}

static size_t count_messages(const char *folder)
{
    struct dirent *entry = NULL;
    size_t count = 0;
    DIR *dir = opendir(folder);

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL)
        count += strstr(entry->d_name, "-request-") != NULL ||
                 strstr(entry->d_name, "-response-") != NULL;
    (void)closedir(dir);
    return count;
}

static void test_conversations(void **state)
{
    static struct conversation c;
    struct dirent *entry = NULL;
    DIR *dir = opendir(DATA "psrp");
    size_t folders = 0;
    size_t messages = 0;

    (void)state;
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        char folder[400];

        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(folder, sizeof folder, DATA "psrp/%.200s", entry->d_name);
        c.folder = folder;
        c.message = 0;
        c.last_object = 0;
        c.again = (struct sa_buf)SA_BUF_INIT(SA_MIB);
        c.from_client = (struct psrp_receiver)PSRP_RECEIVER_INIT;
        c.from_server = (struct psrp_receiver)PSRP_RECEIVER_INIT;
        for (c.envelope = 0; read_envelope(&c, "request"); c.envelope++)
            (void)read_envelope(&c, "response");
        assert_true(psrp_receiver_is_empty(&c.from_client));
        assert_true(psrp_receiver_is_empty(&c.from_server));
        assert_int_equal(c.from_client.skipped + c.from_server.skipped, 0);
        if (c.message != count_messages(folder))
            fail_msg("%s: %u messages of %zu", folder, c.message, count_messages(folder));
        messages += c.message;
        folders++;
        psrp_receiver_done(&c.from_client);
        psrp_receiver_done(&c.from_server);
        sa_buf_done(&c.again);
    }
    (void)closedir(dir);
    assert_int_equal(folders, 19);
    assert_int_equal(c.same, 44);
    assert_int_equal(messages, 236);
    assert_int_equal(c.types[PSRP_PIPELINE_OUTPUT >> 16][PSRP_PIPELINE_OUTPUT & 0x1FF], 47);
    assert_int_equal(c.types[PSRP_PIPELINE_STATE >> 16][PSRP_PIPELINE_STATE & 0x1FF], 19);
    assert_int_equal(c.types[PSRP_ERROR_RECORD >> 16][PSRP_ERROR_RECORD & 0x1FF], 3);
    assert_int_equal(c.types[PSRP_PIPELINE_HOST_CALL >> 16][PSRP_PIPELINE_HOST_CALL & 0x1FF], 1);
}

/* What single messages say ----------------------------------------------------------------------- */

static void test_server_data(void **state)
{
    struct seen *seen =
        read_file("psrp/psrp_open_runspace/01-response-004-APPLICATION_PRIVATE_DATA.xml");
    const struct sa_clixml_value *table =
        sa_clixml_entry(sa_clixml_member(seen->first, "ApplicationPrivateData"), "psversiontable");

    (void)state;
    assert_string_equal(sa_clixml_text(sa_clixml_entry(table, "PSVersion")), "5.1.14393.2248");
    assert_int_equal(sa_clixml_entry(table, "PSCompatibleVersions")->object->entry_count, 6);
    assert_null(sa_clixml_entry(table, "absent"));
    assert_true(sa_clixml_is(table, "System.Collections.Hashtable"));
    forget(seen);

    seen = read_file("psrp/psrp_with_jea_configuration/07-response-010-ERROR_RECORD.xml");
    assert_string_equal(text_of(seen->first, "FullyQualifiedErrorId"),
                        "ProviderNotFound,Microsoft.PowerShell.Commands.GetItemCommand");
    assert_int_equal(number_of(sa_clixml_member(seen->first, "Exception"), "HResult"), -2146233087);
    forget(seen);
}

static void test_wrapped_object(void **state)
{
    struct seen *seen =
        read_file("psrp/psrp_with_jea_configuration/05-response-007-PIPELINE_OUTPUT.xml");
    const struct sa_clixml_value *drive = NULL;
    const struct sa_clixml_value *drives = NULL;

    (void)state;
    /* Of the object itself, and of the one that it wraps. */
    assert_string_equal(text_of(seen->first, "PSChildName"), "AllowUnencrypted");
    assert_string_equal(text_of(seen->first, "Value"), "true");
    drive = sa_clixml_member(seen->first, "PSDrive");
    assert_int_equal(drive->type, SA_CLIXML_OBJECT);
    assert_ptr_equal(sa_clixml_member(drive, "Free")->object,
                     sa_clixml_member(drive, "Used")->object);
    drives = sa_clixml_member(sa_clixml_member(seen->first, "PSProvider"), "Drives");
    assert_int_equal(drives->object->entry_count, 1);
    assert_ptr_equal(drives->object->entries[0].value->object, drive->object);
    forget(seen);
}

/* What our writer makes -------------------------------------------------------------------------- */

static void check_same(const char *file, const struct sa_buf *ours)
{
    struct sa_buf theirs = SA_BUF_INIT(SA_MIB);
    char path[600];

    (void)snprintf(path, sizeof path, DATA "psrp/%s", file);
    load(path, &theirs);
    assert_int_equal(sa_buf_status(ours), 0);
    assert_string_equal(sa_buf_text(ours), sa_buf_text(&theirs));
    sa_buf_done(&theirs);
}

#define THREADS   "System.Management.Automation.Runspaces.PSThreadOptions"
#define APARTMENT "System.Management.Automation.Runspaces.ApartmentState"
#define STREAMS   "System.Management.Automation.Runspaces.RemoteStreamOptions"
#define RESULTS   "System.Management.Automation.Runspaces.PipelineResultTypes"

static const char *const list_types[] = {
    "System.Collections.Generic.List`1[[System.Management.Automation.PSObject, "
    "System.Management.Automation, Version=1.0.0.0, Culture=neutral, "
    "PublicKeyToken=31bf3856ad364e35]]",
    "System.Object", NULL};

static void write_host_info(struct sa_clixml_writer *writer)
{
    sa_clixml_begin(writer, "HostInfo");
    sa_clixml_open(writer, "MS");
    sa_clixml_put_bool(writer, "_isHostNull", true);
    sa_clixml_put_bool(writer, "_isHostUINull", true);
    sa_clixml_put_bool(writer, "_isHostRawUINull", true);
    sa_clixml_put_bool(writer, "_useRunspaceHost", true);
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
}

static void write_list(struct sa_clixml_writer *writer, const char *name)
{
    sa_clixml_begin(writer, name);
    sa_clixml_types(writer, list_types);
    sa_clixml_open(writer, "LST");
}

static void end_list(struct sa_clixml_writer *writer)
{
    sa_clixml_close(writer, "LST");
    sa_clixml_end(writer);
}

static void write_merge(struct sa_clixml_writer *writer, const char *name, int32_t merge)
{
    static const char *const names[] = {"None", "Output", "Error"};

    sa_clixml_enum(writer, name, RESULTS, names[merge], merge);
}

struct command {
    const char *text;
    bool is_script;
    int32_t merge_my, merge_to, merge_error;
    const char *argument, *value;
    bool has_information; /* protocol 2.3 */
};

static void write_command(struct sa_clixml_writer *writer, const struct command *command)
{
    sa_clixml_begin(writer, NULL);
    sa_clixml_open(writer, "MS");
    sa_clixml_string(writer, "Cmd", command->text);
    sa_clixml_put_bool(writer, "IsScript", command->is_script);
    sa_clixml_nil(writer, "UseLocalScope");
    write_merge(writer, "MergeMyResult", command->merge_my);
    write_merge(writer, "MergeToResult", command->merge_to);
    write_merge(writer, "MergePreviousResults", 0);
    write_list(writer, "Args");
    if (command->argument != NULL) {
        sa_clixml_begin(writer, NULL);
        sa_clixml_open(writer, "MS");
        sa_clixml_string(writer, "N", command->argument);
        sa_clixml_string(writer, "V", command->value);
        sa_clixml_close(writer, "MS");
        sa_clixml_end(writer);
    }
    end_list(writer);
    write_merge(writer, "MergeError", command->merge_error);
    write_merge(writer, "MergeWarning", 0);
    write_merge(writer, "MergeVerbose", 0);
    write_merge(writer, "MergeDebug", 0);
    if (command->has_information)
        write_merge(writer, "MergeInformation", 0);
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
}

static void write_pipeline(struct sa_clixml_writer *writer, const struct command *command,
                           bool no_input)
{
    sa_clixml_begin(writer, NULL);
    sa_clixml_open(writer, "MS");
    sa_clixml_put_bool(writer, "NoInput", no_input);
    sa_clixml_enum(writer, "ApartmentState", APARTMENT, "UNKNOWN", 2);
    sa_clixml_enum(writer, "RemoteStreamOptions", STREAMS, "AddInvocationInfo", 15);
    sa_clixml_put_bool(writer, "AddToHistory", false);
    write_host_info(writer);
    sa_clixml_begin(writer, "PowerShell");
    sa_clixml_open(writer, "MS");
    sa_clixml_put_bool(writer, "IsNested", false);
    sa_clixml_nil(writer, "ExtraCmds");
    write_list(writer, "Cmds");
    write_command(writer, command);
    end_list(writer);
    sa_clixml_nil(writer, "History");
    sa_clixml_put_bool(writer, "RedirectShellErrorOutputPipe", false);
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
    sa_clixml_put_bool(writer, "IsNested", false);
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
}

static void test_opening(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};

    (void)state;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_open(&writer, "MS");
    sa_clixml_version(&writer, "protocolversion", "2.3");
    sa_clixml_version(&writer, "PSVersion", "2.0");
    sa_clixml_version(&writer, "SerializationVersion", "1.1.0.1");
    sa_clixml_close(&writer, "MS");
    sa_clixml_end(&writer);
    check_same("psrp_open_runspace/00-request-001-SESSION_CAPABILITY.xml", &buf);

    sa_buf_clear(&buf);
    writer = (struct sa_clixml_writer){.buf = &buf};
    sa_clixml_begin(&writer, NULL);
    sa_clixml_open(&writer, "MS");
    sa_clixml_i32(&writer, "MinRunspaces", 1);
    sa_clixml_i32(&writer, "MaxRunspaces", 1);
    sa_clixml_enum(&writer, "PSThreadOptions", THREADS, "Default", 0);
    sa_clixml_enum(&writer, "ApartmentState", APARTMENT, "UNKNOWN", 2);
    write_host_info(&writer);
    sa_clixml_nil(&writer, "ApplicationArguments");
    sa_clixml_close(&writer, "MS");
    sa_clixml_end(&writer);
    check_same("psrp_small_msg_size/01-request-002-INIT_RUNSPACEPOOL.xml", &buf);
    sa_buf_done(&buf);
}

static void test_pipelines(void **state)
{
    static const struct command script = {
        .text = "begin {\n    $DebugPreference = 'Continue'\n    Write-Debug \"Start Block\"\n"
                "    Write-Error \"error\"\n}\nprocess {\n    $input\n}\nend {\n"
                "    Write-Debug \"End Block\"\n}",
        .is_script = true,
        .merge_my = 2,
        .merge_to = 1,
        .merge_error = 1};
    static const struct command cmdlet = {.text = "Get-Item",
                                          .argument = "Path",
                                          .value = "WSMan:\\localhost\\Service\\AllowUnencrypted",
                                          .has_information = true};
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};
    struct command newer = script;

    (void)state;
    write_pipeline(&writer, &script, false);
    check_same("psrp_run_protocol_version_2.2/03-request-006-CREATE_PIPELINE.xml", &buf);
    sa_buf_clear(&buf);
    writer = (struct sa_clixml_writer){.buf = &buf};
    newer.has_information = true;
    write_pipeline(&writer, &newer, false);
    check_same("psrp_run_protocol_version_2.3/03-request-006-CREATE_PIPELINE.xml", &buf);
    sa_buf_clear(&buf);
    writer = (struct sa_clixml_writer){.buf = &buf};
    write_pipeline(&writer, &cmdlet, true);
    check_same("psrp_with_jea_configuration/04-request-006-CREATE_PIPELINE.xml", &buf);
    sa_buf_done(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),          cmocka_unit_test(test_every_file_is_expected),
        cmocka_unit_test(test_values),         cmocka_unit_test(test_services),
        cmocka_unit_test(test_standard_error), cmocka_unit_test(test_conversations),
        cmocka_unit_test(test_server_data),    cmocka_unit_test(test_wrapped_object),
        cmocka_unit_test(test_opening),        cmocka_unit_test(test_pipelines),
    };
    DIR *dir = opendir(DATA);

    if (dir == NULL) {
        printf("no recordings in " DATA "\n");
        return 77;
    }
    (void)closedir(dir);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
