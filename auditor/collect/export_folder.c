/* SPDX-License-Identifier: Apache-2.0 */
/* From a folder to the bytes of its files.
 *
 * The folder may have been written by whoever owns an audited server, or lie on a share that others
 * can write to while it is read. So everything is opened relative to the folder that was opened before
 * (openat), never by a path from the root; a symbolic link is refused, not followed, and so is what is
 * no regular file (a FIFO would block, a device may act on being opened); sizes are checked before
 * reading and again while reading. Files come in the order of their names, whatever the disk says.
 *
 * The three folders of an export are known by name in any ASCII letter case: exports get copied by
 * programs that change it. Files must end in ".xml"; other files are left alone. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "export_input.h"

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#define OPEN_FILE   (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

/* How many folders are looked into when the one given is no export. */
#define NESTED_MAX 200

static const char *const part_names[SA_EXPORT_PARTS] = {
    [SA_EXPORT_PART_SETTINGS] = "GlobalSettings",
    [SA_EXPORT_PART_CONNECTORS] = "Connectors",
    [SA_EXPORT_PART_RULES] = "SynchronizationRules",
};

static const char *const part_contents[SA_EXPORT_PARTS] = {
    [SA_EXPORT_PART_SETTINGS] = "settings file 'MV.xml'",
    [SA_EXPORT_PART_CONNECTORS] = "connector ('*.xml')",
    [SA_EXPORT_PART_RULES] = "sync rule ('*.xml')",
};

/* A name from the disk that may stand in messages and in the snapshot. */
static const char *visible(struct sa_export_context *context, const char *folder, const char *name)
{
    struct sa_buf *text = &context->scratch;

    sa_buf_clear(text);
    if (folder != NULL) {
        (void)sa_text_add_visible(text, folder);
        (void)sa_buf_add_char(text, '/');
    }
    (void)sa_text_add_visible(text, name);
    return sa_arena_text(context->arena, sa_buf_text(text));
}

static int fail_named(struct sa_error *err, int status, const char *name, const char *message)
{
    (void)sa_fail(err, status, SA_DOMAIN_NONE, 0, "'%s' %s", name, message);
    sa_place(err, name, 0, 0);
    return status;
}

/* Why an open failed, in words: the system's own for a refused link are misleading. */
static int fail_open(struct sa_error *err, int fd, const char *disk_name, const char *name)
{
    int number = errno;
    struct stat st;

    if (fstatat(fd, disk_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode)) {
        (void)fail_named(err, SA_E_INPUT, name, "is a symbolic link, which is not followed");
        sa_hint(err, "copy the export itself, not links to its files");
        return SA_E_INPUT;
    }
    if (number == ENOTDIR)
        return fail_named(err, SA_E_INPUT, name, "is not a folder");
    number = sa_fail_errno(err, number, "cannot open '%s'", name);
    sa_place(err, name, 0, 0);
    if (number == SA_E_DENIED)
        sa_hint(err, "give your account the right to read it");
    return number;
}

typedef int entry_fn(void *payload, const char *name, struct sa_error *err);

/* Calls `each` for every entry but "." and "..". `fd` stays open. */
static int each_entry(int fd, const char *name, entry_fn *each, void *payload, struct sa_error *err)
{
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    DIR *dir = copy >= 0 ? fdopendir(copy) : NULL;
    size_t entries = 0;
    int r = 0;

    if (dir == NULL) {
        r = sa_fail_errno(err, errno, "cannot list '%s'", name);
        if (copy >= 0)
            (void)close(copy);
        return r;
    }
    rewinddir(dir);
    while (r == 0) {
        const struct dirent *entry = NULL;

        errno = 0;
        entry = readdir(dir); /* NOLINT(concurrency-mt-unsafe): a stream of our own */
        if (entry == NULL) {
            if (errno != 0)
                r = sa_fail_errno(err, errno, "cannot list '%s'", name);
            break;
        }
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (++entries > SA_LIMIT_EXPORT_FILES)
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_EXPORT_FILES,
                        "'%s' holds more than %d files", name, SA_LIMIT_EXPORT_FILES);
        else
            r = each(payload, entry->d_name, err);
    }
    (void)closedir(dir);
    return r;
}

/* Which part of an export a folder of that name holds, or -1. */
static int part_of(const char *name)
{
    for (int part = 0; part < SA_EXPORT_PARTS; part++) {
        if (sa_text_same(name, part_names[part]))
            return part;
    }
    return -1;
}

/* What lies in the folder that was given. */
struct survey {
    struct sa_export_folder *folder;
    struct sa_export_context *context;
    size_t entries;
    size_t parts;
    size_t looked_into;    /* folders that were opened for a hint */
    size_t exports;        /* of them, those that look like an export themselves */
    const char *candidate; /* name of the last of them */
    bool is_nested;        /* looking into one of them */
};

static int survey_entry(void *payload, const char *name, struct sa_error *err);

/* Does the folder `name` in the one given hold an export? Then the given one is a level too high. */
static int survey_nested(struct survey *outer, const char *name)
{
    struct survey inner = {.context = outer->context, .is_nested = true};
    int fd = -1;
    int r = 0;

    if (outer->looked_into >= NESTED_MAX)
        return 0;
    fd = openat(outer->folder->fd, name, OPEN_FOLDER | O_NOFOLLOW);
    if (fd < 0)
        return 0;
    outer->looked_into++;
    r = each_entry(fd, name, survey_entry, &inner, NULL);
    (void)close(fd);
    if (r < 0 || inner.parts == 0)
        return 0;
    outer->exports++;
    outer->candidate = visible(outer->context, NULL, name);
    return 0;
}

static int survey_entry(void *payload, const char *name, struct sa_error *err)
{
    struct survey *survey = payload;
    int part = part_of(name);

    survey->entries++;
    if (part >= 0)
        survey->parts++;
    if (survey->is_nested || part < 0)
        return 0;
    if (survey->folder->names[part] != NULL)
        survey->folder->is_ambiguous[part] = true;
    survey->folder->names[part] = sa_arena_text(survey->context->arena, name);
    return survey->folder->names[part] != NULL ? 0 : sa_export_fail_arena(survey->context, err);
}

static int survey_inner_entry(void *payload, const char *name, struct sa_error *err)
{
    (void)err;
    return survey_nested(payload, name);
}

static int fail_no_export(struct survey *survey, const char *path, const char *name,
                          struct sa_error *err)
{
    int r = 0;

    if (survey->entries > 0)
        r = each_entry(survey->folder->fd, name, survey_inner_entry, survey, err);
    if (r < 0)
        return r;
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "folder '%s' %s", name,
                  survey->entries == 0 ? "is empty" : "holds no configuration export");
    if (survey->exports == 1 && survey->candidate != NULL)
        sa_hint(err, "the export is one level deeper: name '%s%s%s' instead", name,
                path[strlen(path) - 1] == '/' ? "" : "/", survey->candidate);
    else if (survey->exports > 1)
        sa_hint(err, "it holds %zu folders that are exports: name each of them", survey->exports);
    else
        sa_hint(err, "name the folder that Get-ADSyncServerConfiguration -Path wrote: it holds "
                     "Connectors, GlobalSettings and SynchronizationRules");
    return SA_E_INPUT;
}

int sa_export_folder_open(struct sa_export_folder *folder, struct sa_export_context *context,
                          const char *path, struct sa_error *err)
{
    struct survey survey = {.folder = folder, .context = context};
    const char *name = visible(context, NULL, path);
    int r = 0;

    *folder = (struct sa_export_folder){.fd = -1};
    if (name == NULL)
        return sa_export_fail_arena(context, err);
    folder->fd = open(path, OPEN_FOLDER);
    if (folder->fd < 0 && errno == ENOENT) {
        r = sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_ERRNO, ENOENT, "folder '%s' does not exist",
                    name);
        sa_hint(err, "name the folder that Get-ADSyncServerConfiguration -Path wrote");
        return r;
    }
    if (folder->fd < 0 && errno == ENOTDIR) {
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_ERRNO, ENOTDIR, "'%s' is not a folder", name);
        sa_hint(err, "name the folder that Get-ADSyncServerConfiguration -Path wrote, unpacked");
        return r;
    }
    if (folder->fd < 0) {
        r = sa_fail_errno(err, errno, "cannot open folder '%s'", name);
        if (r == SA_E_DENIED)
            sa_hint(err, "give your account the right to read it");
        return r;
    }
    r = each_entry(folder->fd, name, survey_entry, &survey, err);
    if (r == 0 && survey.parts == 0)
        r = fail_no_export(&survey, path, name, err);
    if (r < 0)
        sa_export_folder_close(folder);
    return r;
}

void sa_export_folder_close(struct sa_export_folder *folder)
{
    if (folder->fd >= 0)
        (void)close(folder->fd);
    folder->fd = -1;
}

const char *sa_export_part_name(enum sa_export_part part)
{
    return part_names[part];
}

bool sa_export_is_xml(const char *name)
{
    size_t len = strlen(name);

    return len > 4 && sa_text_same(name + len - 4, ".xml");
}

struct listing {
    struct sa_export_folder *folder;
    struct sa_export_context *context;
    struct sa_export_list *files;
    const char *part; /* name of its folder, safe to show */
};

int sa_export_add_file(struct sa_export_folder *folder, struct sa_export_context *context,
                       struct sa_export_list *files, const char *part, const char *name,
                       struct sa_export_file **ret, struct sa_error *err)
{
    struct sa_export_file *file = NULL;

    if (++folder->files > SA_LIMIT_EXPORT_FILES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_EXPORT_FILES,
                       "the export holds more than %d files", SA_LIMIT_EXPORT_FILES);
    file = sa_export_add(context, files, sizeof *file, err);
    if (file == NULL)
        return SA_E_LIMIT;
    file->item.key = sa_arena_text(context->arena, name);
    file->item.name = visible(context, part, name);
    if (file->item.key == NULL || file->item.name == NULL)
        return sa_export_fail_arena(context, err);
    *ret = file;
    return 0;
}

static int list_entry(void *payload, const char *name, struct sa_error *err)
{
    struct listing *listing = payload;
    struct sa_export_file *file = NULL;

    if (!sa_export_is_xml(name))
        return 0;
    return sa_export_add_file(listing->folder, listing->context, listing->files, listing->part,
                              name, &file, err);
}

/* Links the files anew in the order of their names. */
static int sort_files(struct sa_export_context *context, struct sa_export_list *files,
                      struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    int r = sa_export_sorted(context, files, &items, err);

    if (r < 0 || items == NULL)
        return r;
    for (size_t i = 0; i < files->count; i++) {
        items[i]->number = i + 1;
        items[i]->next = i + 1 < files->count ? items[i + 1] : NULL;
    }
    files->first = items[0];
    files->last = items[files->count - 1];
    return 0;
}

/* Of several files in GlobalSettings only MV.xml is meant; a single one may have another name. */
static int choose_settings(struct sa_export_list *files, const char *part, struct sa_error *err)
{
    struct sa_export_item *chosen = files->count == 1 ? files->first : NULL;
    size_t matches = 0;

    for (struct sa_export_item *item = files->first; item != NULL; item = item->next) {
        if (sa_text_same(item->key, "MV.xml")) {
            chosen = item;
            matches++;
        }
    }
    if (chosen == NULL || matches > 1) {
        (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                      "'%s' holds %zu files, and it is not clear which one is 'MV.xml'", part,
                      files->count);
        sa_place(err, part, 0, 0);
        return SA_E_INPUT;
    }
    chosen->next = NULL;
    *files = (struct sa_export_list){.first = chosen, .last = chosen, .count = 1};
    return 0;
}

int sa_export_finish_list(struct sa_export_context *context, enum sa_export_part part,
                          const char *name, struct sa_export_list *files, struct sa_error *err)
{
    int r = sort_files(context, files, err);

    if (r == 0 && files->count == 0) {
        r = sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "the export holds no %s",
                    part_contents[part]);
        sa_place(err, name, 0, 0);
        sa_hint(err, "export the configuration again and copy the folder whole");
    }
    return r == 0 && part == SA_EXPORT_PART_SETTINGS ? choose_settings(files, name, err) : r;
}

static int open_part(const struct sa_export_folder *folder, enum sa_export_part part,
                     const char *name, int *ret_fd, struct sa_error *err)
{
    if (name == NULL) {
        (void)sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "the export has no folder '%s'",
                      part_names[part]);
        sa_hint(err, "export the configuration again and copy the folder whole");
        return SA_E_NOT_FOUND;
    }
    if (folder->is_ambiguous[part])
        return fail_named(err, SA_E_INPUT, part_names[part],
                          "is there twice, in different letter case");
    *ret_fd = openat(folder->fd, folder->names[part], OPEN_FOLDER | O_NOFOLLOW);
    return *ret_fd >= 0 ? 0 : fail_open(err, folder->fd, folder->names[part], name);
}

int sa_export_folder_list(struct sa_export_folder *folder, struct sa_export_context *context,
                          enum sa_export_part part, struct sa_export_list *ret, int *ret_fd,
                          struct sa_error *err)
{
    struct listing listing = {.folder = folder, .context = context, .files = ret};
    int r = 0;

    *ret_fd = -1;
    *ret = (struct sa_export_list){0};
    if (folder->names[part] != NULL) {
        listing.part = visible(context, NULL, folder->names[part]);
        if (listing.part == NULL)
            return sa_export_fail_arena(context, err);
    }
    r = open_part(folder, part, listing.part, ret_fd, err);
    if (r < 0)
        return r;
    r = each_entry(*ret_fd, listing.part, list_entry, &listing, err);
    if (r == 0)
        r = sa_export_finish_list(context, part, listing.part, ret, err);
    if (r < 0) {
        (void)close(*ret_fd);
        *ret_fd = -1;
    }
    return r;
}

int sa_export_check_size(const struct sa_export_folder *folder, const struct sa_export_file *file,
                         uint64_t size, struct sa_error *err)
{
    const char *name = file->item.name;

    if (size > SA_LIMIT_EXPORT_FILE) {
        (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)size,
                      "'%s' is larger than %zu MiB", name, SA_LIMIT_EXPORT_FILE / SA_MIB);
        sa_place(err, name, 0, 0);
        return SA_E_LIMIT;
    }
    if (size > SA_LIMIT_EXPORT_TOTAL - folder->bytes)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the files of the export are larger than %zu MiB together",
                       SA_LIMIT_EXPORT_TOTAL / SA_MIB);
    return 0;
}

static int check_file(const struct sa_export_folder *folder, const struct sa_export_file *file,
                      const struct stat *st, struct sa_error *err)
{
    if (!S_ISREG(st->st_mode))
        return fail_named(err, SA_E_INPUT, file->item.name, "is not a regular file");
    /* No file system has files of negative size; as a huge one it is refused. */
    return sa_export_check_size(folder, file, (uint64_t)st->st_size, err);
}

/* Reads exactly the size that was checked; a file that grows or shrinks meanwhile is refused. */
static int read_all(int fd, struct sa_export_file *file, size_t size, struct sa_error *err)
{
    size_t got = 0;

    file->bytes = malloc(size + 1);
    if (file->bytes == NULL)
        return sa_fail_nomem(err);
    while (got <= size) {
        ssize_t n = read(fd, file->bytes + got, size + 1 - got);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            int r = sa_fail_errno(err, errno, "cannot read '%s'", file->item.name);

            sa_place(err, file->item.name, 0, 0);
            return r;
        }
        if (n == 0)
            break;
        got += (size_t)n;
    }
    if (got != size)
        return fail_named(err, SA_E_IO, file->item.name, "changed while it was read");
    file->len = size;
    return 0;
}

int sa_export_file_read(struct sa_export_folder *folder, int part_fd, struct sa_export_file *file,
                        struct sa_error *err)
{
    struct stat st;
    int fd = -1;
    int r = 0;

    /* Looked at before opening, since opening a device may do something, and again afterwards, since
     * the name may mean another file by then. */
    if (fstatat(part_fd, file->item.key, &st, AT_SYMLINK_NOFOLLOW) != 0 || S_ISLNK(st.st_mode))
        return fail_open(err, part_fd, file->item.key, file->item.name);
    r = check_file(folder, file, &st, err);
    if (r < 0)
        return r;
    fd = openat(part_fd, file->item.key, OPEN_FILE);
    if (fd < 0)
        return fail_open(err, part_fd, file->item.key, file->item.name);
    if (fstat(fd, &st) != 0)
        r = sa_fail_errno(err, errno, "cannot read '%s'", file->item.name);
    if (r == 0)
        r = check_file(folder, file, &st, err);
    if (r == 0)
        r = read_all(fd, file, (size_t)st.st_size, err);
    if (r == 0)
        folder->bytes += file->len;
    (void)close(fd);
    return r;
}

void sa_export_files_done(struct sa_export_list *files)
{
    SA_FOR_EACH (struct sa_export_file, file, files) {
        free(file->bytes);
        file->bytes = NULL;
    }
}
