/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration, as the engine writes it into files: sources global_settings, connector, sync_rule.
 *
 * The files come as records, compressed. Each is made whole only when the export collector reads it, and its
 * length must be the one that the server told before: so nothing grows beyond a bound that is known before it
 * is unpacked. What they hold is judged, redacted and stored by the export collector, as if it had been found in
 * a folder (docs/internals/configuration-export.md). */
#include <string.h>
#include <zlib.h>

#include "syncaudit/base64.h"
#include "syncaudit/text.h"

#include "engine_internal.h"
#include "export.h"

#define GZIP_WINDOW (15 + 16) /* the format of gzip and no other */
/* How much smaller a file may have become: XML of an export shrinks to a tenth. */
#define RATIO_MAX 1000

static int fail_file(const struct sa_export_content *content, const char *what,
                     struct sa_error *err)
{
    int r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the server has sent a file %s", what);

    sa_place(err, content->path, 0, 0);
    return r;
}

/* Exactly `content->size` bytes, of one member, with nothing behind it. */
static int inflate_all(const struct sa_export_content *content, const struct sa_buf *packed,
                       char *out, struct sa_error *err)
{
    z_stream stream = {0};
    unsigned char more = 0;
    int r = inflateInit2(&stream, GZIP_WINDOW);

    if (r != Z_OK)
        return sa_fail_nomem(err);
    stream.next_in = (Bytef *)packed->data;
    stream.avail_in = (uInt)packed->len;
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)content->size;
    r = inflate(&stream, Z_FINISH);
    /* When the file has just that size, its end is still to be read. */
    if (r == Z_BUF_ERROR && stream.avail_out == 0) {
        stream.next_out = &more;
        stream.avail_out = 1;
        r = inflate(&stream, Z_FINISH);
    }
    (void)inflateEnd(&stream);
    if (r == Z_MEM_ERROR)
        return sa_fail_nomem(err);
    if (r != Z_STREAM_END || stream.total_out != content->size || stream.avail_in != 0)
        return fail_file(content, "that does not unpack to the length that was told", err);
    return 0;
}

static int unpack(const struct sa_export_content *content, const char *text, char *out,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf packed = SA_BUF_INIT(SA_LIMIT_EXPORT_FILE);

    if (!sa_base64_decode(text, strlen(text), &packed))
        return fail_file(content, "that is no base64", err);
    if (sa_buf_status(&packed) < 0)
        return sa_fail_nomem(err);
    if (packed.len == 0 || content->size / RATIO_MAX > packed.len)
        return fail_file(content, "that would grow a thousandfold", err);
    return inflate_all(content, &packed, out, err);
}

static bool is_packed(const struct engine_record *record)
{
    const char *encoding = engine_raw(record, "Encoding");

    return encoding != NULL && strcmp(encoding, "gzip") == 0;
}

static int fetch(void *payload, const struct sa_export_content *content, char **ret,
                 struct sa_error *err)
{
    const struct engine_record *record = content->form;
    const char *text = engine_raw(record, "Data");
    char *bytes = malloc(content->size + 1);
    int r = 0;

    (void)payload;
    if (bytes == NULL)
        return sa_fail_nomem(err);
    if (is_packed(record))
        r = unpack(content, text, bytes, err);
    else
        memcpy(bytes, text, content->size);
    if (r < 0) {
        free(bytes);
        return r;
    }
    *ret = bytes;
    return 0;
}

/* The length of a text is its own: the file on the server may have had another encoding. */
static int read_content(struct host *host, const struct engine_record *record,
                        struct sa_export_content *ret, struct sa_error *err)
{
    const char *path = engine_raw(record, "Path");
    const char *encoding = engine_raw(record, "Encoding");
    const char *data = engine_raw(record, "Data");
    struct sa_value size = SA_NULL;
    int r = engine_number(record, "Size", 0, INT64_MAX, &size, err);

    if (r < 0)
        return r;
    if (path == NULL || path[0] == '\0')
        return engine_fail_member(record, "Path", "text", err);
    if (data == NULL)
        return engine_fail_member(record, "Data", "text", err);
    if (encoding == NULL || (!is_packed(record) && strcmp(encoding, "text") != 0))
        return engine_fail_member(record, "Encoding", "encoding that is known", err);
    if (size.type == SA_VALUE_NULL || (uint64_t)size.integer > SA_LIMIT_EXPORT_FILE)
        return engine_fail_member(record, "Size", "size of a file up to 64 MiB", err);
    /* Paths are checked where they are used. */
    *ret =
        (struct sa_export_content){.path = path,
                                   .size = is_packed(record) ? (size_t)size.integer : strlen(data),
                                   .form = record};
    (void)host;
    return 0;
}

static int read_contents(struct host *host, const struct engine_source *source,
                         struct sa_export_folder *ret, struct sa_error *err)
{
    struct sa_export_content *contents = host_alloc(host, source->count, sizeof *contents);
    size_t count = 0;
    size_t total = 0;

    if (contents == NULL)
        return host_fail_room(host, err);
    ENGINE_FOR_EACH(record, source, "content")
    {
        int r = 0;

        if (count == SA_LIMIT_EXPORT_FILES)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_EXPORT_FILES,
                           "the export holds more than %d files", SA_LIMIT_EXPORT_FILES);
        r = read_content(host, record, &contents[count], err);
        if (r < 0)
            return r;
        /* The export collector holds the files of one source together, and packed they are small. */
        total += contents[count++].size;
        if (total > SA_LIMIT_ENGINE_FILES)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)SA_LIMIT_ENGINE_FILES,
                           "the server has sent files of more than %zu MiB",
                           SA_LIMIT_ENGINE_FILES / SA_MIB);
    }
    *ret = (struct sa_export_folder){
        .fd = -1, .contents = contents, .content_count = count, .fetch = fetch};
    return 0;
}

int engine_finish_configuration(struct host *host, const struct engine_source *source,
                                const struct sa_error *problem, struct sa_error *err)
{
    struct sa_error why = problem != NULL ? *problem : (struct sa_error){0};
    struct sa_export_folder folder = {.fd = -1};
    struct sa_error first = {0};
    int r = host_write_footprint(host, err);

    if (r < 0)
        return r;
    if (why.status == 0)
        (void)read_contents(host, source, &folder, &why);
    if (why.status == SA_E_CANCELLED) {
        *err = why;
        return why.status;
    }
    if (why.status < 0)
        r = sa_export_fail_sources(host->snapshot, host->target_id, &why, err);
    else
        r = sa_collect_export_contents(host->snapshot, host->target_id, &folder,
                                       host->request->http.cancelled, &first, err);
    if (why.status == 0)
        why = first;
    if (why.status < 0 && host->first_problem.status == 0)
        host->first_problem = why;
    host_forget(host);
    return r;
}
