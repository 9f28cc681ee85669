/* SPDX-License-Identifier: Apache-2.0 */
/* Implements export_support.h. Folders are made below the working directory of the test and removed
 * when it is over. */
#include "export_support.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void scene_open(struct scene *scene)
{
    *scene = (struct scene){0};
    (void)snprintf(scene->dir, sizeof scene->dir, "export-test-XXXXXX");
    assert_non_null(mkdtemp(scene->dir));
    (void)snprintf(scene->folder, sizeof scene->folder, "%s/export", scene->dir);
    (void)snprintf(scene->db, sizeof scene->db, "%s/run.db", scene->dir);
    assert_int_equal(mkdir(scene->folder, 0777), 0);
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

void scene_close(struct scene *scene)
{
    sa_snapshot_close(scene->snapshot);
    scene->snapshot = NULL;
    (void)nftw(scene->dir, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

void path_of(const struct scene *scene, const char *name, char *path, size_t size)
{
    assert_true((size_t)snprintf(path, size, "%s/%s", scene->folder, name) < size);
}

void put_bytes(const struct scene *scene, const char *name, const void *bytes, size_t len)
{
    char path[512];
    FILE *file = NULL;

    path_of(scene, name, path, sizeof path);
    for (char *slash = strchr(path + strlen(scene->folder) + 1, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        assert_true(mkdir(path, 0777) == 0 || errno == EEXIST);
        *slash = '/';
    }
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

void put(const struct scene *scene, const char *name, const char *text)
{
    put_bytes(scene, name, text, strlen(text));
}

void put_small_export(const struct scene *scene)
{
    put(scene, "GlobalSettings/MV.xml", SETTINGS("True", ""));
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml", AD_CONNECTOR(AD_GUID, "contoso.com", ""));
    put(scene, "Connectors/Connector_{" ENTRA_GUID "}.xml", ENTRA_CONNECTOR(""));
    put(scene, "SynchronizationRules/SynchronizationRule_{" RULE_1 "}.xml",
        RULE(RULE_1, AD_GUID, "In from AD - User Join", EMPTY_BODY));
}

int collect_folder(struct scene *scene, const char *folder, const atomic_bool *cancelled)
{
    const struct sa_run_info run = {.tool_version = "test",
                                    .catalogue_version = "test",
                                    .catalogue_sha256 = "",
                                    .operator_name = "tester",
                                    .workstation = "here"};
    const struct sa_target_info target = {.name = "target", .location = folder};
    int64_t id = 0;

    sa_snapshot_close(scene->snapshot);
    scene->snapshot = NULL;
    assert_int_equal(
        sa_snapshot_create(scene->db, /* overwrite= */ true, &run, &scene->snapshot, NULL), 0);
    assert_int_equal(sa_snapshot_add_target(scene->snapshot, &target, &id, NULL), 0);
    scene->problem = (struct sa_error){0};
    scene->error = (struct sa_error){0};
    return sa_collect_export(scene->snapshot, id, folder, cancelled, &scene->problem,
                             &scene->error);
}

int collect(struct scene *scene)
{
    return collect_folder(scene, scene->folder, NULL);
}

const char *ask(struct scene *scene, const char *sql)
{
    static char answer[8192];
    sqlite3_stmt *statement = NULL;
    const unsigned char *text = NULL;
    int code = sqlite3_prepare_v2(sa_snapshot_db(scene->snapshot), sql, -1, &statement, NULL);

    if (code != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(sa_snapshot_db(scene->snapshot)));
    code = sqlite3_step(statement);
    text = code == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    (void)snprintf(answer, sizeof answer, "%s",
                   text != NULL         ? (const char *)text
                   : code == SQLITE_ROW ? "(null)"
                                        : "(no row)");
    (void)sqlite3_finalize(statement);
    return answer;
}

long long ask_number(struct scene *scene, const char *sql)
{
    return strtoll(ask(scene, sql), NULL, 10);
}

const char *coverage(struct scene *scene, const char *source)
{
    char sql[128];

    (void)snprintf(sql, sizeof sql, "SELECT status FROM coverage WHERE source = '%s'", source);
    return ask(scene, sql);
}

static bool file_holds(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "rb");
    char *content = NULL;
    long size = 0;
    bool found = false;

    if (file == NULL)
        return false;
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    rewind(file);
    content = malloc((size_t)size + 1);
    assert_non_null(content);
    assert_int_equal(fread(content, 1, (size_t)size, file), (size_t)size);
    found = memmem(content, (size_t)size, bytes, strlen(bytes)) != NULL;
    free(content);
    (void)fclose(file);
    return found;
}

bool holds_bytes(struct scene *scene, const char *bytes)
{
    char journal[200];
    long long count = ask_number(scene, "SELECT max(id) FROM evidence");
    bool found = file_holds(scene->db, bytes);

    (void)snprintf(journal, sizeof journal, "%s-journal", scene->db);
    found = found || file_holds(journal, bytes);
    for (long long id = 1; id <= count; id++) {
        char *body = NULL;
        size_t len = 0;

        assert_int_equal(sa_evidence_read(scene->snapshot, id, &body, &len, NULL), 0);
        found = found || memmem(body, len, bytes, strlen(bytes)) != NULL;
        free(body);
    }
    return found;
}

void assert_contains_at(const char *text, const char *part, const char *file, int line)
{
    if (strstr(text, part) == NULL) {
        print_error("'%s' does not contain '%s'\n", text, part);
        _fail(file, line);
    }
}
