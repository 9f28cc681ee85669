/* SPDX-License-Identifier: Apache-2.0 */
/* Recorded answers of real servers: each must be read as what it is. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

#include "internal.h"
#include "support/test.h"

#define DATA SYNCAUDIT_TEST_DATA "/winrm/"

/* What one answer held. */
struct seen {
    struct sa_arena arena;
    size_t items;
    const struct sa_cim_instance *first;
};

static void load(const char *path, struct sa_buf *ret)
{
    char part[16384];
    size_t n = 0;
    FILE *file = fopen(path, "re");

    assert_non_null(file);
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        sa_buf_add(ret, part, n);
    (void)fclose(file);
    assert_int_equal(sa_buf_status(ret), 0);
}

static int look(void *payload, const xmlNode *item, struct sa_error *err)
{
    struct seen *seen = payload;
    const struct sa_cim_instance *instance = NULL;
    int r = sa_cim_decode(item, &seen->arena, &instance, err);

    if (seen->first == NULL)
        seen->first = instance;
    seen->items++;
    return r;
}

static int read_file(const char *path, struct seen *seen, bool *ret_end, struct sa_error *err)
{
    struct sa_buf bytes = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    int r = 0;

    load(path, &bytes);
    r = sa_wsman_read(sa_buf_text(&bytes), bytes.len, look, seen, ret_end, err);
    sa_buf_done(&bytes);
    return r;
}

/* Single answers ------------------------------------------------------------------------------- */

static const struct expectation {
    const char *file;
    int status;
    long long code;
    bool ends;
    size_t items;
    const char *class_name;
    const char *property; /**< of the first item */
    const char *value;    /**< NULL: null */
} expectations[] = {
#include "winrm_expectations.h"
};

static void test_single_answers(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(expectations); i++) {
        const struct expectation *e = &expectations[i];
        struct seen seen = {.arena = SA_ARENA_INIT(64 * SA_MIB)};
        struct sa_error err = {0};
        char path[512];
        bool end = false;
        int r = 0;

        (void)snprintf(path, sizeof path, DATA "%s", e->file);
        r = read_file(path, &seen, &end, &err);
        if (r != e->status || (r < 0 && err.code != e->code) || end != e->ends ||
            seen.items != e->items) {
            printf("%s: status %d code %lld end %d items %zu: %s\n", e->file, r, err.code, end,
                   seen.items, err.message);
            fail();
        }
        if (e->class_name != NULL)
            assert_string_equal(seen.first->class_name, e->class_name);
        if (e->property != NULL && e->value == NULL) {
            assert_non_null(sa_cim_property(seen.first, e->property));
            assert_true(sa_cim_property(seen.first, e->property)->is_null);
        } else if (e->property != NULL) {
            const struct sa_cim_property *p = sa_cim_property(seen.first, e->property);

            assert_non_null(p);
            assert_true(p->count > 0);
            assert_string_equal(p->values[0].text, e->value);
        }
        sa_arena_done(&seen.arena);
    }
}

/* Folders of recordings ------------------------------------------------------------------------- */

/* The row of messages.tsv: is the answer a fault? */
static bool is_fault(const char *list, const char *number)
{
    char row[32];
    const char *found = NULL;

    (void)snprintf(row, sizeof row, "%.2s\tresponse\t", number);
    found = strstr(list, row);
    assert_non_null(found);
    return strncmp(found + strlen(row), "fault", 5) == 0;
}

static size_t read_folder(const char *folder)
{
    struct sa_buf list = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};
    char path[PATH_MAX];
    struct dirent *entry = NULL;
    size_t count = 0;
    DIR *dir = opendir(folder);

    assert_non_null(dir);
    assert_true((size_t)snprintf(path, sizeof path, "%s/messages.tsv", folder) < sizeof path);
    if (access(path, R_OK) != 0) {
        (void)closedir(dir);
        return 0;
    }
    load(path, &list);
    while ((entry = readdir(dir)) != NULL) {
        struct seen seen = {.arena = SA_ARENA_INIT(64 * SA_MIB)};
        int r = 0;

        if (strstr(entry->d_name, "-response.xml") == NULL)
            continue;
        (void)snprintf(path, sizeof path, "%.300s/%.200s", folder, entry->d_name);
        r = read_file(path, &seen, NULL, &err);
        if ((r < 0) != is_fault(sa_buf_text(&list), entry->d_name)) {
            printf("%s: %d %s\n", path, r, err.message);
            fail();
        }
        if (r < 0) {
            assert_int_equal(err.domain, SA_DOMAIN_WSMAN);
            assert_true(err.code > 0);
        }
        sa_arena_done(&seen.arena);
        count++;
    }
    (void)closedir(dir);
    sa_buf_done(&list);
    return count;
}

static size_t read_folders(const char *parent)
{
    struct dirent *entry = NULL;
    size_t count = 0;
    char path[600];
    DIR *dir = opendir(parent);

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.' || strstr(entry->d_name, ".xml") != NULL)
            continue;
        (void)snprintf(path, sizeof path, "%.300s/%.200s", parent, entry->d_name);
        count += read_folder(path);
    }
    (void)closedir(dir);
    return count;
}

static void test_folders(void **state)
{
    (void)state;
    assert_int_equal(read_folders(DATA "psrp"), 141);
    assert_int_equal(read_folders(DATA "winrs"), 43);
    assert_int_equal(read_folders(DATA "config"), 2);
}

/* How many files are there at all? New ones must not go unread. */
static size_t count_files(const char *folder)
{
    struct dirent *entry = NULL;
    size_t count = 0;
    DIR *dir = opendir(folder);

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        char path[600];

        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(path, sizeof path, "%.300s/%.200s", folder, entry->d_name);
        if (entry->d_type == DT_DIR)
            count += count_files(path);
        else
            count++;
    }
    (void)closedir(dir);
    return count;
}

static void test_every_file_is_expected(void **state)
{
    static const char *const folders[] = {"wsman-enum", "wsman-fault", "wsman-invoke",
                                          "wsman-other-servers", "identify"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(folders); i++) {
        char path[600];
        size_t named = 0;

        for (size_t e = 0; e < SA_COUNT(expectations); e++)
            named += strncmp(expectations[e].file, folders[i], strlen(folders[i])) == 0 &&
                     expectations[e].file[strlen(folders[i])] == '/';
        (void)snprintf(path, sizeof path, DATA "%s", folders[i]);
        assert_int_equal(count_files(path), named);
    }
    assert_true(SA_COUNT(expectations) >= 72);
}

/* Shells ----------------------------------------------------------------------------------------- */

static void replay_shell(const char *folder, const char *starts, const char *error_out,
                         uint32_t exit_code, long long fault, size_t asked)
{
    struct sa_buf stdout_text = SA_BUF_INIT(SA_MIB);
    struct sa_buf stderr_text = SA_BUF_INIT(SA_MIB);
    struct sa_wsman_output output = {.out = &stdout_text, .error_out = &stderr_text};
    struct sa_wsman_replay *replay = NULL;
    struct sa_wsman *session = NULL;
    struct sa_error err = {0};
    const char *line = "recorded";
    size_t exchanges = 0;
    size_t bytes = 0;
    int r = 0;

    assert_int_equal(sa_wsman_replay_open(folder, &replay, &err), 0);
    assert_int_equal(sa_wsman_open(&(struct sa_wsman_options){.to = "http://h/wsman",
                                                              .exchange = sa_wsman_replay_exchange,
                                                              .transport = replay},
                                   &session, &err),
                     0);
    r = wsman_run_any(session, line, 0, &output, &err);
    if (r < 0 && fault == 0)
        printf("%s: %s\n", folder, err.message);
    assert_int_equal(r < 0 ? err.code : 0, fault);
    assert_int_equal(output.exit_code, exit_code);
    assert_int_equal(strncmp(sa_buf_text(&stdout_text), starts, strlen(starts)), 0);
    assert_true((stdout_text.len == 0) == (*starts == '\0'));
    assert_string_equal(sa_buf_text(&stderr_text), error_out);
    sa_wsman_counts(session, &exchanges, &bytes);
    assert_int_equal(exchanges, asked);
    sa_wsman_close(session);
    sa_wsman_replay_close(replay);
    sa_buf_done(&stdout_text);
    sa_buf_done(&stderr_text);
}

static void test_shells(void **state)
{
    (void)state;
    replay_shell(DATA "winrs/winrs_standard", "hi\r\n", "", 0, 0, 4);
    replay_shell(DATA "winrs/winrs_stderr_rc", "out \r\n", "err \r\n", 1, 0, 4);
    replay_shell(DATA "winrs/winrs_operation_timeout", "hi\nhi again\n", "", 0, 0, 7);
    replay_shell(DATA "winrs/winrs_bad_cmd_id", "", "", 0, 2150858843, 5);
    replay_shell(DATA "winrs/winrs_environment", "1234=5678\r\nPROMPT=$P$G\r\n", "", 0, 0, 4);
    replay_shell(DATA "winrs/winrs_extra_opts", "C:\\Windows\r\n", "", 0, 0, 4);
    replay_shell(DATA "winrs/client_execute_cmd", " Volume in drive C is Windows 2016\r\n", "", 0,
                 0, 4);
}

/* Recordings that are not split the way the replay reads them: it sees them under other names. The
 * answer to Delete was not recorded. */
static void replay_files(const char *const *files, const char *starts, const char *error_out,
                         size_t asked)
{
    char folder[] =
        "/tmp/winrm_recorded.XXXXXX"; /* not beside the sources: it may be left behind */
    char path[64];
    size_t count = 0;
    FILE *list = NULL;

    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/messages.tsv", folder);
    list = fopen(path, "we");
    assert_non_null(list);
    (void)fclose(list);
    for (; files[count] != NULL; count++) {
        (void)snprintf(path, sizeof path, "%s/%02zu-response.xml", folder, count);
        assert_int_equal(symlink(files[count], path), 0);
    }
    replay_shell(folder, starts, error_out, 0, 0, asked);
    while (count-- > 0) {
        (void)snprintf(path, sizeof path, "%s/%02zu-response.xml", folder, count);
        (void)unlink(path);
    }
    (void)snprintf(path, sizeof path, "%s/messages.tsv", folder);
    (void)unlink(path);
    (void)rmdir(folder);
}

static void test_shells_of_others(void **state)
{
    static const char *const old[] = {
        DATA "winrs/winrb-2008r2-cmd/1.xml", DATA "winrs/winrb-2008r2-cmd/2.xml",
        DATA "winrs/winrb-2008r2-cmd/3.xml", DATA "winrs/winrb-2008r2-cmd/4.xml", NULL};
    static const char *const counter[] = {DATA "winrs/txwinrm-typeperf/create_resp.xml",
                                          DATA "winrs/txwinrm-typeperf/command_resp.xml",
                                          DATA "winrs/txwinrm-typeperf/receive_resp_01.xml",
                                          DATA "winrs/txwinrm-typeperf/receive_resp_02.xml", NULL};
    static const char *const indented[] = {
        DATA "winrs/masterzen/masterzen-createShellResponse.xml",
        DATA "winrs/masterzen/masterzen-executeCommandResponse.xml",
        DATA "winrs/masterzen/masterzen-outputResponse.xml", NULL};

    (void)state;
    replay_files(old, " Volume Serial Number is 7C7E-C94E\r\n\r\n Directory of ",
                 " Volume in drive C is Windows 2008R2\r\n", 4);
    replay_files(counter, "\r\n\"(PDH-CSV 4.0)\",\"\\\\AMAZONA-Q2R281F\\Processor", "", 5);
    /* Its last answer says that the command still runs: what it printed is kept. */
    replay_files(indented, "That's all folks!!!", "This is stderr, I'm pretty sure!", 6);
}

/* A whole conversation in one file, with a document type. */
static void test_document_type_is_refused(void **state)
{
    struct seen seen = {.arena = SA_ARENA_INIT(SA_MIB)};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(read_file(DATA "winrs/cloudsoft-win12.xml", &seen, NULL, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "document type"));
    memset(&err, 0, sizeof err);
    assert_int_equal(
        read_file(DATA "winrs/create-variants/winrb-open_shell_v2.xml", &seen, NULL, &err), 0);
    assert_int_equal(seen.items, 1);
    sa_arena_done(&seen.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_single_answers),
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_every_file_is_expected),
        cmocka_unit_test(test_shells),
        cmocka_unit_test(test_shells_of_others),
        cmocka_unit_test(test_document_type_is_refused),
    };
    DIR *dir = opendir(DATA);

    if (dir == NULL) {
        printf("no recordings in " DATA "\n");
        return 77;
    }
    (void)closedir(dir);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
