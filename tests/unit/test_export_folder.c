/* SPDX-License-Identifier: Apache-2.0 */
/* Trouble with the folder and its files: one clear error each, never a hang, and never a part of the
 * configuration that looks like the whole. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syncaudit/limits.h"

#include "export.h"
#include "export_support.h"

static int open_scene(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);

    if (scene == NULL)
        return -1;
    scene_open(scene);
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    scene_close(*state);
    free(*state);
    return 0;
}

/* All three sources fail for the same reason. */
static void check_no_export(struct scene *scene, const char *folder, int status,
                            const char *message, const char *hint)
{
    struct sa_export_identity identity = {.staging_mode = 5};
    struct sa_error err = {0};

    assert_int_equal(collect_folder(scene, folder, NULL), 0);
    assert_int_equal(scene->problem.status, status);
    assert_contains(scene->problem.message, message);
    assert_contains(scene->problem.hint, hint);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status <> 'ok'"), 3);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence"), 0);
    assert_contains(ask(scene, "SELECT message FROM coverage WHERE source = 'sync_rule'"), message);
    assert_int_equal(sa_export_peek(folder, &identity, &err), status);
    assert_contains(err.message, message);
    assert_int_equal(identity.staging_mode, 5);
}

/* One source fails, the other two do not. */
static void check_source(struct scene *scene, const char *source, int status, const char *place,
                         const char *message)
{
    char sql[200];

    assert_int_equal(collect(scene), 0);
    assert_contains(scene->problem.message, message);
    assert_int_equal(scene->problem.status, status);
    assert_string_equal(scene->problem.place, place);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 2);
    assert_string_equal(coverage(scene, source), status == SA_E_DENIED ? "denied" : "failed");
    (void)snprintf(sql, sizeof sql, "SELECT rows FROM coverage WHERE source = '%s'", source);
    assert_int_equal(ask_number(scene, sql), 0);
}

static void check_rules(struct scene *scene, int status, const char *place, const char *message)
{
    check_source(scene, "sync_rule", status, place, message);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_rule"), 0);
}

static void no_folder(void **state)
{
    struct scene *scene = *state;
    char path[256];

    path_of(scene, "nowhere", path, sizeof path);
    check_no_export(scene, path, SA_E_NOT_FOUND, "does not exist", "Get-ADSyncServerConfiguration");
    check_no_export(scene, "", SA_E_NOT_FOUND, "does not exist", "");
    put(scene, "file", "x");
    path_of(scene, "file", path, sizeof path);
    check_no_export(scene, path, SA_E_INPUT, "is not a folder", "unpacked");
    path_of(scene, "file/below", path, sizeof path);
    check_no_export(scene, path, SA_E_INPUT, "is not a folder", "");
}

static void empty_folder(void **state)
{
    struct scene *scene = *state;

    check_no_export(scene, scene->folder, SA_E_INPUT, "is empty",
                    "Connectors, GlobalSettings and SynchronizationRules");
}

static void other_folder(void **state)
{
    struct scene *scene = *state;

    put(scene, "notes.txt", "x");
    put(scene, "photos/cat.xml", "<cat/>");
    check_no_export(scene, scene->folder, SA_E_INPUT, "holds no configuration export",
                    "Connectors, GlobalSettings and SynchronizationRules");
}

static void one_level_too_high(void **state)
{
    struct scene *scene = *state;
    char hint[256];

    put_small_export(scene);
    (void)snprintf(hint, sizeof hint, "name '%s/export' instead", scene->dir);
    check_no_export(scene, scene->dir, SA_E_INPUT, "holds no configuration export", hint);
    (void)snprintf(hint, sizeof hint, "%s/", scene->dir);
    check_no_export(scene, hint, SA_E_INPUT, "holds no configuration export", "/export' instead");
}

static void several_exports_below(void **state)
{
    struct scene *scene = *state;

    put(scene, "a/Connectors/x.txt", "");
    put(scene, "b/GlobalSettings/x.txt", "");
    check_no_export(scene, scene->folder, SA_E_INPUT, "holds no configuration export",
                    "2 folders that are exports");
}

static void folder_that_may_not_be_read(void **state)
{
    struct scene *scene = *state;
    char path[256];

    if (geteuid() == 0) {
        print_message("left out: root may read everything\n");
        return;
    }
    put_small_export(scene);
    path_of(scene, "SynchronizationRules", path, sizeof path);
    assert_int_equal(chmod(path, 0), 0);
    check_rules(scene, SA_E_DENIED, "SynchronizationRules", "cannot open");
    assert_contains(scene->problem.hint, "right to read");
    assert_int_equal(chmod(path, 0700), 0);
    assert_int_equal(chmod(scene->folder, 0), 0);
    check_no_export(scene, scene->folder, SA_E_DENIED, "cannot open folder", "right to read");
    assert_int_equal(chmod(scene->folder, 0700), 0);
}

static void letter_case_and_other_names(void **state)
{
    struct scene *scene = *state;

    put(scene, "GLOBALSETTINGS/settings.XML", SETTINGS("False", ""));
    put(scene, "connectors/any name.xml", AD_CONNECTOR(AD_GUID, "contoso.com", ""));
    put(scene, "synchronizationrules/b.xml", RULE(RULE_1, AD_GUID, "r", EMPTY_BODY));
    put(scene, "synchronizationrules/desktop.ini", "ignored");
    put(scene, "synchronizationrules/b.xml.bak", "ignored");
    put(scene, "synchronizationrules/.xml", "ignored");
    put(scene, "synchronizationrules/deeper/c.txt", "ignored");
    put(scene, "more/d.xml", "ignored");
    assert_int_equal(collect(scene), 0);
    assert_string_equal(scene->problem.message, "");
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 3);
    assert_string_equal(ask(scene, "SELECT group_concat(name, '|') FROM evidence"),
                        "GLOBALSETTINGS/settings.XML|connectors/any name.xml|"
                        "synchronizationrules/b.xml");
}

static void two_folders_for_one_part(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SYNCHRONIZATIONRULES/x.xml", RULE(RULE_2, AD_GUID, "r", EMPTY_BODY));
    check_rules(scene, SA_E_INPUT, "SynchronizationRules", "different letter case");
}

static void several_settings_files(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "GlobalSettings/Other.xml", "<other/>");
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "global_settings"), "ok");
    put(scene, "GlobalSettings/mv.XML", SETTINGS("False", ""));
    check_source(scene, "global_settings", SA_E_INPUT, "GlobalSettings", "which one is 'MV.xml'");
}

static void missing_parts(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    path_of(scene, "GlobalSettings/MV.xml", path, sizeof path);
    assert_int_equal(unlink(path), 0);
    check_source(scene, "global_settings", SA_E_NOT_FOUND, "GlobalSettings",
                 "the export holds no settings file 'MV.xml'");
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_rule"), 1);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector"), 2);
    path_of(scene, "GlobalSettings", path, sizeof path);
    assert_int_equal(rmdir(path), 0);
    check_source(scene, "global_settings", SA_E_NOT_FOUND, "",
                 "the export has no folder 'GlobalSettings'");
    assert_contains(scene->problem.hint, "copy the folder whole");
}

static void no_rules(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    path_of(scene, "SynchronizationRules/SynchronizationRule_{" RULE_1 "}.xml", path, sizeof path);
    assert_int_equal(unlink(path), 0);
    check_rules(scene, SA_E_NOT_FOUND, "SynchronizationRules", "the export holds no sync rule");
}

static void no_connectors(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    path_of(scene, "Connectors/Connector_{" AD_GUID "}.xml", path, sizeof path);
    assert_int_equal(unlink(path), 0);
    path_of(scene, "Connectors/Connector_{" ENTRA_GUID "}.xml", path, sizeof path);
    assert_int_equal(unlink(path), 0);
    check_source(scene, "connector", SA_E_NOT_FOUND, "Connectors", "the export holds no connector");
    /* The rules are there, and know no connector. */
    assert_string_equal(ask(scene, "SELECT connector_id FROM sync_rule"), "(null)");
    assert_string_equal(ask(scene, "SELECT connector_guid FROM sync_rule"), AD_GUID);
}

static void linked_file(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    path_of(scene, "SynchronizationRules/x.xml", path, sizeof path);
    assert_int_equal(symlink("/etc/passwd", path), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/x.xml", "is a symbolic link");
    assert_contains(scene->problem.hint, "not links");
    assert_false(holds_bytes(scene, "root:"));
    /* A link that leads nowhere, and one to itself. */
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("nowhere", path), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/x.xml", "is a symbolic link");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("x.xml", path), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/x.xml", "is a symbolic link");
}

static void linked_folder(void **state)
{
    struct scene *scene = *state;
    char path[256];
    char moved[256];

    put_small_export(scene);
    path_of(scene, "SynchronizationRules", path, sizeof path);
    path_of(scene, "elsewhere", moved, sizeof moved);
    assert_int_equal(rename(path, moved), 0);
    assert_int_equal(symlink("elsewhere", path), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules", "is a symbolic link");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("SynchronizationRules", path), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules", "is a symbolic link");
    assert_int_equal(unlink(path), 0);
    put(scene, "SynchronizationRules", "a file");
    check_rules(scene, SA_E_INPUT, "SynchronizationRules", "is not a folder");
}

static void links_to_the_export_itself(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    (void)snprintf(path, sizeof path, "%s/loop", scene->dir);
    assert_int_equal(symlink("loop", path), 0);
    check_no_export(scene, path, SA_E_IO, "cannot open folder", "");
    assert_int_equal(unlink(path), 0);
    /* The operator may name a link, which is none of the export's. */
    assert_int_equal(symlink("export", path), 0);
    assert_int_equal(collect_folder(scene, path, NULL), 0);
    assert_string_equal(scene->problem.message, "");
}

static void no_regular_file(void **state)
{
    struct scene *scene = *state;
    char path[256];

    put_small_export(scene);
    path_of(scene, "SynchronizationRules/pipe.xml", path, sizeof path);
    assert_int_equal(mkfifo(path, 0600), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/pipe.xml", "is not a regular file");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/pipe.xml", "is not a regular file");
}

static void file_too_large(void **state)
{
    struct scene *scene = *state;
    char path[256];
    int fd = -1;

    put_small_export(scene);
    path_of(scene, "SynchronizationRules/big.xml", path, sizeof path);
    fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)1 << 30), 0);
    (void)close(fd);
    check_rules(scene, SA_E_LIMIT, "SynchronizationRules/big.xml", "is larger than 64 MiB");
    /* Of the largest size that is read, and nothing in it. */
    assert_int_equal(truncate(path, SA_LIMIT_EXPORT_FILE), 0);
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/big.xml", "is not XML");
}

static void files_too_large_together(void **state)
{
    struct scene *scene = *state;
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    SA_CLEANUP(sa_export_files_done) struct sa_export_list files = {0};
    struct sa_export_context context;
    struct sa_export_folder folder;
    struct sa_error err = {0};
    int fd = -1;

    put_small_export(scene);
    sa_export_context_init(&context, &arena, NULL);
    assert_int_equal(sa_export_folder_open(&folder, &context, scene->folder, &err), 0);
    assert_int_equal(
        sa_export_folder_list(&folder, &context, SA_EXPORT_PART_RULES, &files, &fd, &err), 0);
    folder.bytes = SA_LIMIT_EXPORT_TOTAL - 100;
    assert_int_equal(sa_export_file_read(&folder, fd, (struct sa_export_file *)files.first, &err),
                     SA_E_LIMIT);
    assert_contains(err.message, "larger than 512 MiB together");
    folder.bytes = 0;
    assert_int_equal(sa_export_file_read(&folder, fd, (struct sa_export_file *)files.first, &err),
                     0);
    assert_true(folder.bytes > 100);
    (void)close(fd);
    sa_export_folder_close(&folder);
    sa_export_context_done(&context);
}

static void too_many_files(void **state)
{
    struct scene *scene = *state;
    char first[256];
    char path[256];
    char name[64];

    put_small_export(scene);
    put(scene, "SynchronizationRules/0", "");
    path_of(scene, "SynchronizationRules/0", first, sizeof first);
    for (int i = 1; i < SA_LIMIT_EXPORT_FILES; i++) {
        (void)snprintf(name, sizeof name, "SynchronizationRules/%d", i);
        path_of(scene, name, path, sizeof path);
        assert_int_equal(link(first, path), 0);
    }
    check_rules(scene, SA_E_LIMIT, "", "'SynchronizationRules' holds more than 20000 files");
}

static void hostile_file_names(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SynchronizationRules/\x1b[2J\n\xFF.xml", "<x/>");
    check_rules(scene, SA_E_INPUT, "SynchronizationRules/\\x1B[2J\\x0A\\xFF.xml:1", "found <x>");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_scene, close_scene)
    const struct CMUnitTest tests[] = {
        TEST(no_folder),
        TEST(empty_folder),
        TEST(other_folder),
        TEST(one_level_too_high),
        TEST(several_exports_below),
        TEST(folder_that_may_not_be_read),
        TEST(letter_case_and_other_names),
        TEST(two_folders_for_one_part),
        TEST(several_settings_files),
        TEST(missing_parts),
        TEST(no_rules),
        TEST(no_connectors),
        TEST(linked_file),
        TEST(linked_folder),
        TEST(links_to_the_export_itself),
        TEST(no_regular_file),
        TEST(file_too_large),
        TEST(files_too_large_together),
        TEST(too_many_files),
        TEST(hostile_file_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
