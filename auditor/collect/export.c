/* SPDX-License-Identifier: Apache-2.0 */
/* The export collector: one folder, three sources, one after the other.
 *
 * For each source: list the files, read and parse them all into the model, tie them together, and only
 * then begin a batch (others wait for the snapshot meanwhile): evidence, facts, coverage. A source
 * whose files cannot all be read fails as a whole, since half a set of rules compares like a changed
 * one; the files that were read before the fault stay as evidence. The bytes of a file that could not
 * be parsed do not: nobody knows which of them are secret.
 *
 * Whatever the folder holds is a result (coverage); only a snapshot that cannot be written, or
 * cancellation, ends the collection. Rules are stored even when the connectors could not be read; then
 * none of them knows its connector. */
#include "export.h"

#include <string.h>
#include <unistd.h>

#include "syncaudit/limits.h"

struct collection {
    struct sa_snapshot *snapshot;
    int64_t target_id;
    struct sa_export_context context;
    struct sa_export_folder folder;
    struct sa_export_settings settings;
    struct sa_export_list connectors; /* empty unless they were stored */
    struct sa_export_list rules;
    struct sa_error first_problem;
};

typedef int read_fn(struct collection *collection, struct sa_export_file *file,
                    struct sa_error *err);
typedef int step_fn(struct collection *collection, struct sa_error *err);
typedef int store_fn(struct collection *collection, struct sa_batch *batch,
                     const struct sa_export_list *files, struct sa_error *err);

struct source {
    const char *name;
    enum sa_export_part part;
    read_fn *read;   /* one file */
    step_fn *finish; /* all of them */
    store_fn *store;
};

static int read_settings(struct collection *c, struct sa_export_file *file, struct sa_error *err)
{
    return sa_export_read_settings(&c->context, file, &c->settings, err);
}

static int finish_settings(struct collection *c, struct sa_error *err)
{
    (void)c;
    (void)err;
    return 0;
}

static int store_settings(struct collection *c, struct sa_batch *batch,
                          const struct sa_export_list *files, struct sa_error *err)
{
    return sa_export_store_settings(batch, c->target_id,
                                    (const struct sa_export_file *)files->first, &c->settings, err);
}

static int read_connector(struct collection *c, struct sa_export_file *file, struct sa_error *err)
{
    return sa_export_read_connector(&c->context, file, &c->connectors, err);
}

static int finish_connectors(struct collection *c, struct sa_error *err)
{
    return sa_export_finish_connectors(&c->context, &c->connectors, err);
}

static int store_connectors(struct collection *c, struct sa_batch *batch,
                            const struct sa_export_list *files, struct sa_error *err)
{
    (void)files;
    return sa_export_store_connectors(batch, &c->context, c->target_id, &c->connectors, err);
}

static int read_rule(struct collection *c, struct sa_export_file *file, struct sa_error *err)
{
    return sa_export_read_rule(&c->context, file, &c->rules, err);
}

static int finish_rules(struct collection *c, struct sa_error *err)
{
    return sa_export_finish_rules(&c->context, &c->rules, err);
}

static int store_rules(struct collection *c, struct sa_batch *batch,
                       const struct sa_export_list *files, struct sa_error *err)
{
    (void)files;
    return sa_export_store_rules(batch, &c->context, c->target_id, &c->connectors, &c->rules, err);
}

static const struct source sources[] = {
    {"global_settings", SA_EXPORT_PART_SETTINGS,   read_settings,  finish_settings,   store_settings  },
    {"connector",       SA_EXPORT_PART_CONNECTORS, read_connector, finish_connectors, store_connectors},
    {"sync_rule",       SA_EXPORT_PART_RULES,      read_rule,      finish_rules,      store_rules     },
};

/* Errors of the model (no room, too many facts) do not know which file they came up in. */
static void say_where(struct sa_error *err, const char *file)
{
    if (err != NULL && err->place[0] == '\0')
        sa_place(err, file, 0, 0);
}

static int read_bytes(struct collection *c, int part_fd, struct sa_export_file *file,
                      struct sa_error *err)
{
    return c->folder.contents != NULL ? sa_export_memory_read(&c->folder, file, err)
                                      : sa_export_file_read(&c->folder, part_fd, file, err);
}

/* Reads and parses every file. The one that fails keeps no bytes. */
static int read_files(struct collection *c, const struct source *source, int part_fd,
                      struct sa_export_list *files, struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_file, file, files) {
        int r = sa_export_is_cancelled(&c->context) ? sa_export_fail_cancelled(err)
                                                    : read_bytes(c, part_fd, file, err);

        if (r == 0)
            r = source->read(c, file, err);
        if (r < 0) {
            say_where(err, file->item.name);
            free(file->bytes);
            file->bytes = NULL;
            return r;
        }
    }
    return source->finish(c, err);
}

static void note(struct collection *c, const struct sa_error *problem)
{
    if (c->first_problem.status == 0)
        c->first_problem = *problem;
}

static int store(struct collection *c, const struct source *source, struct sa_export_list *files,
                 const struct sa_error *problem, struct sa_error *err)
{
    struct sa_batch *batch = NULL;
    int r = sa_batch_begin(c->snapshot, c->target_id, source->name, &batch, err);

    if (r == 0)
        r = sa_export_store_files(batch, &c->context, files, err);
    if (r == 0 && problem->status < 0)
        return sa_batch_fail(batch, problem, err);
    if (r == 0)
        r = source->store(c, batch, files, err);
    if (r == 0)
        return sa_batch_commit(batch, err);
    sa_batch_abort(batch);
    return r;
}

static int collect_source(struct collection *c, const struct source *source, struct sa_error *err)
{
    SA_CLEANUP(sa_export_files_done) struct sa_export_list files = {0};
    struct sa_error problem = {0};
    int part_fd = -1;
    int r = c->folder.contents != NULL
                ? sa_export_memory_list(&c->folder, &c->context, source->part, &files, &problem)
                : sa_export_folder_list(&c->folder, &c->context, source->part, &files, &part_fd,
                                        &problem);

    if (r == 0)
        r = read_files(c, source, part_fd, &files, &problem);
    if (part_fd >= 0)
        (void)close(part_fd);
    if (r == SA_E_CANCELLED) {
        if (err != NULL)
            *err = problem;
        return r;
    }
    if (r < 0)
        note(c, &problem);
    r = store(c, source, &files, &problem, err);
    /* Nobody may refer to connectors that are not in the snapshot. */
    if (problem.status < 0 && source->part == SA_EXPORT_PART_CONNECTORS)
        c->connectors = (struct sa_export_list){0};
    return r;
}

static int collect_sources(struct collection *c, const struct sa_error *problem,
                           struct sa_error *err)
{
    for (size_t i = 0; i < SA_COUNT(sources); i++) {
        int r = 0;

        if (sa_export_is_cancelled(&c->context))
            return sa_export_fail_cancelled(err);
        r = problem->status < 0
                ? sa_coverage_record(c->snapshot, c->target_id, sources[i].name, problem, err)
                : collect_source(c, &sources[i], err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int collect(struct collection *c, const char *path, struct sa_error *err)
{
    struct sa_error problem = {0};

    if (path != NULL && sa_export_folder_open(&c->folder, &c->context, path, &problem) < 0)
        note(c, &problem);
    return collect_sources(c, &problem, err);
}

static int collect_export(struct sa_snapshot *snapshot, int64_t target_id, const char *path,
                          const struct sa_export_folder *folder, const atomic_bool *cancelled,
                          struct sa_error *ret_problem, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_MODEL);
    struct collection c = {.snapshot = snapshot, .target_id = target_id, .folder = *folder};
    int r = 0;

    sa_export_context_init(&c.context, &arena, cancelled);
    r = collect(&c, path, err);
    sa_export_folder_close(&c.folder);
    sa_export_context_done(&c.context);
    if (ret_problem != NULL)
        *ret_problem = c.first_problem;
    return r;
}

int sa_collect_export(struct sa_snapshot *snapshot, int64_t target_id, const char *folder,
                      const atomic_bool *cancelled, struct sa_error *ret_problem,
                      struct sa_error *err)
{
    return collect_export(snapshot, target_id, folder, &(struct sa_export_folder){.fd = -1},
                          cancelled, ret_problem, err);
}

int sa_collect_export_contents(struct sa_snapshot *snapshot, int64_t target_id,
                               const struct sa_export_folder *folder, const atomic_bool *cancelled,
                               struct sa_error *ret_problem, struct sa_error *err)
{
    return collect_export(snapshot, target_id, NULL, folder, cancelled, ret_problem, err);
}

int sa_export_fail_sources(struct sa_snapshot *snapshot, int64_t target_id,
                           const struct sa_error *problem, struct sa_error *err)
{
    for (size_t i = 0; i < SA_COUNT(sources); i++) {
        int r = sa_coverage_record(snapshot, target_id, sources[i].name, problem, err);

        if (r < 0)
            return r;
    }
    return 0;
}

static int peek(struct sa_export_folder *folder, struct sa_export_context *context,
                struct sa_export_identity *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_export_files_done) struct sa_export_list files = {0};
    struct sa_export_settings settings = {0};
    const char *name = NULL;
    int part_fd = -1;
    int r = sa_export_folder_list(folder, context, SA_EXPORT_PART_SETTINGS, &files, &part_fd, err);

    if (r == 0)
        r = sa_export_file_read(folder, part_fd, (struct sa_export_file *)files.first, err);
    if (part_fd >= 0)
        (void)close(part_fd);
    if (r == 0)
        r = sa_export_read_settings(context, (struct sa_export_file *)files.first, &settings, err);
    if (r < 0)
        return r;
    name = settings.server_name != NULL ? settings.server_name : "";
    if (strlen(name) >= sizeof ret->server_name)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the server's name is longer than %zu bytes", sizeof ret->server_name - 1);
    *ret = (struct sa_export_identity){.staging_mode = settings.staging_mode};
    memcpy(ret->server_name, name, strlen(name) + 1);
    return 0;
}

int sa_export_peek(const char *folder, struct sa_export_identity *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_MODEL);
    struct sa_export_context context;
    struct sa_export_folder opened = {.fd = -1};
    int r = 0;

    sa_export_context_init(&context, &arena, NULL);
    r = sa_export_folder_open(&opened, &context, folder, err);
    if (r == 0)
        r = peek(&opened, &context, ret, err);
    sa_export_folder_close(&opened);
    sa_export_context_done(&context);
    return r;
}

static int parse(struct sa_export_context *context, enum sa_export_kind kind,
                 struct sa_export_file *file, struct sa_error *err)
{
    struct sa_export_settings settings = {0};
    struct sa_export_list list = {0};
    int r = 0;

    switch (kind) {
    case SA_EXPORT_SETTINGS:
        return sa_export_read_settings(context, file, &settings, err);
    case SA_EXPORT_CONNECTOR:
        r = sa_export_read_connector(context, file, &list, err);
        return r < 0 ? r : sa_export_finish_connectors(context, &list, err);
    case SA_EXPORT_RULE:
    default:
        r = sa_export_read_rule(context, file, &list, err);
        return r < 0 ? r : sa_export_finish_rules(context, &list, err);
    }
}

int sa_export_parse(enum sa_export_kind kind, const char *name, const void *bytes, size_t len,
                    struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_MODEL);
    struct sa_export_context context;
    struct sa_export_file file = {.item = {.name = name}, .len = len};
    int r = 0;

    if (len > SA_LIMIT_EXPORT_FILE)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "'%s' is larger than %zu MiB", name,
                       SA_LIMIT_EXPORT_FILE / SA_MIB);
    file.bytes = malloc(len + 1);
    if (file.bytes == NULL)
        return sa_fail_nomem(err);
    if (len > 0)
        memcpy(file.bytes, bytes, len);
    sa_export_context_init(&context, &arena, NULL);
    r = parse(&context, kind, &file, err);
    if (r < 0)
        say_where(err, name);
    sa_export_context_done(&context);
    free(file.bytes);
    return r;
}
