/* SPDX-License-Identifier: Apache-2.0 */
/* Folders of checks and cases, walked with fts(3).
 *
 * Symbolic links: a folder behind one is not entered. A file behind one is taken when it lies in
 * the same catalogue after all (Kubernetes mounts a ConfigMap that way: x.sql -> ..data/x.sql),
 * else it is an error: a catalogue from somebody else must not make us read files outside of it,
 * and leaving a check out without a word would look like a pass. Hidden entries are not looked
 * at: they belong to version control, editors and to that mount. */
#include <errno.h>
#include <fts.h>
#include <limits.h>
#include <sys/stat.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "catalogue.h"

#define DEPTH_MAX 16

struct walk {
    char *root; /* real path of the folder, ends with '/' */
    bool cases;
    struct sa_arena *arena;
    const char **paths;
    size_t count, size;
    struct sa_error *err;
};

static bool ends_with(const char *text, const char *suffix)
{
    size_t len = strlen(text);
    size_t suffix_len = strlen(suffix);

    return len > suffix_len && sa_text_same(text + len - suffix_len, suffix);
}

static bool is_wanted(const struct walk *walk, const char *name)
{
    if (ends_with(name, ".case.sql"))
        return walk->cases;
    return !walk->cases && ends_with(name, ".sql");
}

static int add_path(struct walk *walk, const char *path)
{
    const char *copy = NULL;

    if (walk->count == SA_LIMIT_CHECKS)
        return sa_fail(walk->err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "more than %d files (SA_LIMIT_CHECKS)", SA_LIMIT_CHECKS);
    if (walk->count == walk->size) {
        size_t size = walk->size > 0 ? walk->size * 2 : 64;
        const char **paths = sa_arena_array(walk->arena, size, sizeof *paths);

        if (paths == NULL)
            return sa_fail_nomem(walk->err);
        if (walk->count > 0)
            memcpy(paths, walk->paths, walk->count * sizeof *paths);
        walk->paths = paths;
        walk->size = size;
    }
    copy = sa_arena_text(walk->arena, path);
    if (copy == NULL)
        return sa_fail_nomem(walk->err);
    walk->paths[walk->count++] = copy;
    return 0;
}

/* A link is good when it ends at a file inside the folder. */
static int check_link(const struct walk *walk, const char *path)
{
    char *target = realpath(path, NULL);
    struct stat file = {0};
    int r = 0;

    if (target == NULL || stat(target, &file) < 0)
        r = sa_fail_errno(walk->err, errno, "cannot follow the link '%s'", path);
    else if (strncmp(target, walk->root, strlen(walk->root)) != 0)
        r = sa_fail(walk->err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                    "the link '%s' leads out of the catalogue, to '%s'", path, target);
    else if (!S_ISREG(file.st_mode))
        r = sa_fail(walk->err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                    "the link '%s' does not end at a file", path);
    free(target);
    if (r < 0)
        sa_hint(walk->err, "copy the file into the catalogue");
    return r;
}

static int visit(struct walk *walk, FTS *tree, FTSENT *entry)
{
    int r = 0;

    if (entry->fts_level > 0 && entry->fts_name[0] == '.') {
        (void)fts_set(tree, entry, FTS_SKIP);
        return 0;
    }
    switch (entry->fts_info) {
    case FTS_F:
        return is_wanted(walk, entry->fts_name) ? add_path(walk, entry->fts_path) : 0;
    case FTS_SL:
    case FTS_SLNONE:
        if (!is_wanted(walk, entry->fts_name))
            return 0;
        r = check_link(walk, entry->fts_path);
        return r < 0 ? r : add_path(walk, entry->fts_path);
    case FTS_D:
        if (entry->fts_level <= DEPTH_MAX)
            return 0;
        return sa_fail(walk->err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the folder '%s' lies more than %d levels deep", entry->fts_path, DEPTH_MAX);
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return sa_fail_errno(walk->err, entry->fts_errno, "cannot read '%s'", entry->fts_path);
    case FTS_DEFAULT:
        if (!is_wanted(walk, entry->fts_name))
            return 0;
        return sa_fail(walk->err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is not a regular file",
                       entry->fts_path);
    default:
        return 0;
    }
}

/* By bytes: the order must not depend on the locale. */
static int compare_entries(const FTSENT **left, const FTSENT **right)
{
    return strcmp((*left)->fts_name, (*right)->fts_name);
}

static int walk_tree(struct walk *walk, char *dir)
{
    char *const roots[] = {dir, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, compare_entries);
    int r = 0;

    if (tree == NULL)
        return sa_fail_errno(walk->err, errno, "cannot read the folder '%s'", dir);
    while (r == 0) {
        FTSENT *entry = NULL;

        errno = 0;
        entry = fts_read(tree);
        if (entry == NULL) {
            if (errno != 0)
                r = sa_fail_errno(walk->err, errno, "cannot read the folder '%s'", dir);
            break;
        }
        if (entry->fts_level == 0 && entry->fts_info == FTS_F)
            r = sa_fail(walk->err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is not a folder", dir);
        else
            r = visit(walk, tree, entry);
    }
    (void)fts_close(tree);
    return r;
}

/* The real path with a '/' at its end, so that "/a/b" is not taken for a part of "/a/bc". */
static int find_root(struct walk *walk, const char *dir)
{
    char *real = realpath(dir, NULL);
    int n = 0;

    if (real == NULL)
        return sa_fail_errno(walk->err, errno, "cannot read the folder '%s'", dir);
    n = asprintf(&walk->root, "%s/", strcmp(real, "/") == 0 ? "" : real);
    free(real);
    if (n < 0) {
        walk->root = NULL;
        return sa_fail_nomem(walk->err);
    }
    return 0;
}

/* Paths are shown to people: "checks//x.sql" is not what they named. */
static size_t shown_len(const char *dir)
{
    size_t len = strlen(dir);

    while (len > 1 && dir[len - 1] == '/')
        len--;
    return len;
}

int sa_folder_list(const char *dir, bool cases, struct sa_arena *arena, const char *const **ret,
                   size_t *ret_count, struct sa_error *err)
{
    struct walk walk = {.cases = cases, .arena = arena, .err = err};
    char *start = NULL;
    int r = find_root(&walk, dir);

    if (r == 0) {
        start = sa_arena_copy(arena, dir, shown_len(dir));
        r = start != NULL ? walk_tree(&walk, start) : sa_fail_nomem(err);
    }
    free(walk.root);
    if (r < 0)
        return r;
    *ret = walk.paths;
    *ret_count = walk.count;
    return 0;
}

char *sa_folder_stem(struct sa_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    size_t len = strlen(name);

    if (ends_with(name, ".case.sql"))
        len -= strlen(".case.sql");
    else if (ends_with(name, ".sql"))
        len -= strlen(".sql");
    return sa_arena_copy(arena, name, len);
}

char *sa_folder_case_path(struct sa_arena *arena, const char *check_path, const char *cases_dir,
                          const char *id)
{
    const char *slash = strrchr(check_path, '/');

    if (cases_dir != NULL)
        return sa_arena_printf(arena, "%.*s/%s.case.sql", (int)shown_len(cases_dir), cases_dir, id);
    if (slash == NULL)
        return sa_arena_printf(arena, "%s.case.sql", id);
    return sa_arena_printf(arena, "%.*s/%s.case.sql", (int)(slash - check_path), check_path, id);
}
