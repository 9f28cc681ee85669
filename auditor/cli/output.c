/* SPDX-License-Identifier: Apache-2.0 */
/* Writing results: whole files or none. A report is written to a temporary file in the same folder,
 * flushed to the disk and renamed; so a reader never sees half a report, and a full disk leaves the old
 * one. Standard output gets it directly. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "cli.h"

static int write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        bytes += n;
        len -= (size_t)n;
    }
    return 0;
}

static int cannot_write(const char *path, int errno_value, struct sa_error *err)
{
    int r = sa_fail_errno(err, errno_value, "cannot write '%s'", path);
    switch (errno_value) {
    case ENOSPC:
    case EDQUOT:
        sa_hint(err, "free space on that disk, or name a file elsewhere; the snapshot is kept, "
                     "'syncaudit report' writes the report from it");
        break;
    case ENOENT:
        sa_hint(err, "make the folder first");
        break;
    default:
        sa_hint(err, "name a file in a folder that you may write to");
        break;
    }
    return r;
}

static int exists_already(const char *path, struct sa_error *err)
{
    sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "'%s' exists already", path);
    sa_hint(err, "name another file, or say --overwrite");
    return SA_E_EXISTS;
}

/* Moves the finished temporary file to its name; without `overwrite` never onto another file. */
static int put_in_place(const char *temporary, const char *path, bool overwrite,
                        struct sa_error *err)
{
    unsigned flags = overwrite ? 0 : RENAME_NOREPLACE;
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, flags) == 0)
        return 0;
    if (errno == EEXIST)
        return exists_already(path, err);
    /* Some file systems know no flags. */
    if (errno == EINVAL && (overwrite || access(path, F_OK) < 0) && rename(temporary, path) == 0)
        return 0;
    return cannot_write(path, errno, err);
}

/* A renamed file would take the place of a FIFO, a device or a link that others rely on. */
static int check_place(const char *path, struct sa_error *err)
{
    struct stat info;
    if (lstat(path, &info) < 0)
        return errno == ENOENT ? 0 : cannot_write(path, errno, err);
    if (S_ISREG(info.st_mode))
        return 0;
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is not a regular file", path);
    sa_hint(err, "name a file; '-' is standard output");
    return SA_E_INPUT;
}

int write_output(const char *path, const char *bytes, size_t len, bool overwrite,
                 struct sa_error *err)
{
    if (strcmp(path, "-") == 0) {
        int failed = write_all(STDOUT_FILENO, bytes, len);
        return failed < 0 ? cannot_write("standard output", -failed, err) : 0;
    }
    int r = check_place(path, err);
    if (r < 0)
        return r;
    char temporary[4096];
    int n = snprintf(temporary, sizeof temporary, "%s.XXXXXX", path);
    if (n < 0 || (size_t)n >= sizeof temporary)
        return cannot_write(path, ENAMETOOLONG, err);
    int fd = mkostemp(temporary, O_CLOEXEC); /* mode 0600: a report tells how to attack */
    if (fd < 0)
        return cannot_write(path, errno, err);
    r = write_all(fd, bytes, len);
    if (r == 0 && fsync(fd) < 0)
        r = -errno;
    if (close(fd) < 0 && r == 0)
        r = -errno;
    r = r < 0 ? cannot_write(path, -r, err) : put_in_place(temporary, path, overwrite, err);
    if (r < 0)
        (void)unlink(temporary);
    return r;
}

int make_folder(const char *path, struct sa_error *err)
{
    struct stat info;
    if (mkdir(path, 0700) == 0)
        return 0;
    if (errno != EEXIST)
        return cannot_write(path, errno, err);
    if (stat(path, &info) < 0)
        return cannot_write(path, errno, err);
    if (!S_ISDIR(info.st_mode)) {
        sa_fail(err, SA_E_EXISTS, SA_DOMAIN_NONE, 0, "'%s' is a file, a folder is wanted", path);
        sa_hint(err, "CSV needs a folder, because it is three files: csv=FOLDER");
        return SA_E_EXISTS;
    }
    return 0;
}

int make_empty_folder(const char *path, struct sa_error *err)
{
    int r = make_folder(path, err);
    DIR *folder = r == 0 ? opendir(path) : NULL;
    if (r < 0)
        return r;
    if (!folder)
        return sa_fail_errno(err, errno, "cannot read '%s'", path);
    for (const struct dirent *entry = readdir(folder); entry && r == 0; entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        r = sa_fail(err, SA_E_EXISTS, SA_DOMAIN_NONE, 0, "the folder '%s' is not empty", path);
        sa_hint(err, "name one that is empty or not there yet");
    }
    (void)closedir(folder);
    return r;
}

/* Can a file be made at this place? */
static int check_folder_of(const char *path, struct sa_error *err)
{
    char folder[4096];
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) : 0;
    int n = snprintf(folder, sizeof folder, "%.*s", (int)len, path);
    if (n < 0 || (size_t)n >= sizeof folder)
        return cannot_write(path, ENAMETOOLONG, err);
    const char *where = slash ? (len ? folder : "/") : ".";
    return access(where, W_OK | X_OK) < 0 ? cannot_write(path, errno, err) : 0;
}

int check_outputs(const struct settings *settings, struct sa_error *err)
{
    for (size_t i = 0; i < settings->output_count; i++) {
        const struct output *output = &settings->outputs[i];
        struct stat info;
        if (strcmp(output->path, "-") == 0) {
            if (output->format == FORMAT_CSV)
                return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                               "CSV is three files and cannot go to standard output: csv=FOLDER");
            continue;
        }
        int r = 0;
        if (stat(output->path, &info) == 0 &&
            S_ISDIR(info.st_mode) != (output->format == FORMAT_CSV))
            return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is %s", output->path,
                           S_ISDIR(info.st_mode) ? "a folder, a file is wanted"
                                                 : "a file, a folder is wanted");
        if (output->format != FORMAT_CSV)
            r = check_place(output->path, err);
        if (r == 0 && output->format != FORMAT_CSV && lstat(output->path, &info) == 0 &&
            !settings->overwrite)
            r = exists_already(output->path, err);
        if (r == 0)
            r = check_folder_of(output->path, err);
        if (r < 0)
            return r;
    }
    return 0;
}
