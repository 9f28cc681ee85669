/* SPDX-License-Identifier: Apache-2.0 */
/* Files of an export that never were on this disk: the sync engine sent them (docs/internals/engine.md).
 *
 * Paths are the server's word. Nothing is opened by them; still they become names in messages and evidence,
 * so only one form is taken, FOLDER/FILE.xml, and whatever could mean another place is refused. As for a
 * folder on disk, files beside the three folders of an export are left alone. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "syncaudit/text.h"

#include "export_input.h"

/* Names of NTFS have 255 units of UTF-16, each three bytes at most; and there is the folder's. */
#define PATH_MAX_LENGTH ((size_t)1024)

static int fail_path(const char *path, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf seen = SA_BUF_INIT(16 * SA_KIB);
    char start[200];
    char name[200];

    sa_text_clip(path, start, sizeof start);
    (void)sa_text_add_visible(&seen, start);
    sa_text_clip(sa_buf_text(&seen), name, sizeof name);
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                   "the server has sent a file '%s' that no export holds", name);
}

/* The name behind the only slash, or NULL. */
static const char *name_of(const char *path)
{
    const char *slash = strchr(path, '/');

    if (slash == NULL || slash == path || strnlen(path, PATH_MAX_LENGTH + 1) > PATH_MAX_LENGTH)
        return NULL;
    if (strpbrk(slash + 1, "/\\:") != NULL || strpbrk(path, "\\:") != NULL)
        return NULL;
    if (path[0] == '.' || slash[1] == '.' || slash[1] == '\0')
        return NULL;
    for (const char *c = path; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            return NULL;
    return slash + 1;
}

static int compare(const void *a, const void *b)
{
    const struct sa_export_item *left = *(struct sa_export_item *const *)a;
    const struct sa_export_item *right = *(struct sa_export_item *const *)b;

    return strcasecmp(left->key, right->key);
}

/* Windows knows a name in any letter case. Found by sorting: a server chooses how many there are. */
static int check_unique(struct sa_export_context *context, const struct sa_export_list *files,
                        struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    char name[200];
    int r = sa_export_sorted(context, files, &items, err);

    if (r < 0 || items == NULL)
        return r;
    qsort(items, files->count, sizeof(struct sa_export_item *), compare);
    for (size_t i = 1; i < files->count; i++) {
        if (compare(&items[i - 1], &items[i]) != 0)
            continue;
        sa_text_clip(items[i]->name, name, sizeof name);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server has sent a file '%s' twice", name);
    }
    return 0;
}

int sa_export_memory_list(struct sa_export_folder *folder, struct sa_export_context *context,
                          enum sa_export_part part, struct sa_export_list *ret,
                          struct sa_error *err)
{
    const char *part_name = sa_export_part_name(part);
    size_t len = strlen(part_name);
    int r = 0;

    *ret = (struct sa_export_list){0};
    for (size_t i = 0; r == 0 && i < folder->content_count; i++) {
        const struct sa_export_content *content = &folder->contents[i];
        const char *name = name_of(content->path);
        struct sa_export_file *file = NULL;

        if (name == NULL)
            return fail_path(content->path, err);
        if ((size_t)(name - content->path) != len + 1 ||
            strncasecmp(content->path, part_name, len) != 0 || !sa_export_is_xml(name))
            continue;
        r = sa_export_add_file(folder, context, ret, part_name, name, &file, err);
        if (r == 0)
            file->content = content;
    }
    if (r == 0)
        r = check_unique(context, ret, err);
    return r < 0 ? r : sa_export_finish_list(context, part, part_name, ret, err);
}

int sa_export_memory_read(struct sa_export_folder *folder, struct sa_export_file *file,
                          struct sa_error *err)
{
    const struct sa_export_content *content = file->content;
    int r = sa_export_check_size(folder, file, content->size, err);

    if (r == 0)
        r = folder->fetch(folder->payload, content, &file->bytes, err);
    if (r < 0)
        return r;
    file->len = content->size;
    folder->bytes += file->len;
    return 0;
}
