/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a file of an export: the first byte picks the kind, the rest is the file. It is refused
 * with a place and a reason, or understood; what is understood must also pass the redacting copy, whose
 * result must be understood again and hold no further secret. */
#include <stdint.h>
#include <stdlib.h>

#include "../auditor/collect/export.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static int parse(struct sa_export_context *context, enum sa_export_kind kind,
                 struct sa_export_file *file, struct sa_error *err)
{
    struct sa_export_settings settings;
    struct sa_export_list list = {0};

    if (kind == SA_EXPORT_SETTINGS)
        return sa_export_read_settings(context, file, &settings, err);
    if (kind == SA_EXPORT_CONNECTOR)
        return sa_export_read_connector(context, file, &list, err);
    return sa_export_read_rule(context, file, &list, err);
}

/* Writes the file without its secrets and reads that: the same again, to the byte. */
static void check_redacted(struct sa_export_context *context, const struct sa_export_file *file)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf once = SA_BUF_INIT(16 * SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf twice = SA_BUF_INIT(16 * SA_MIB);
    struct sa_export_file copy = {.item = {.name = "f"}};
    struct sa_error err = {0};
    int r = sa_export_redact(context, file, &once, &err);

    REQUIRE(r == 0);
    copy.bytes = once.data;
    copy.len = once.len;
    r = sa_export_redact(context, &copy, &twice, &err);
    /* Escaping makes tags longer. */
    REQUIRE(r == 0 || r == SA_E_LIMIT);
    REQUIRE(r < 0 || (once.len == twice.len && memcmp(once.data, twice.data, once.len) == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    struct sa_export_context context;
    struct sa_export_file file = {.item = {.name = "f"}};
    struct sa_error err = {0};
    int r = 0;

    if (size == 0)
        return 0;
    file.len = size - 1;
    file.bytes = malloc(size);
    REQUIRE(file.bytes != NULL);
    memcpy(file.bytes, data + 1, file.len);
    sa_export_context_init(&context, &arena, NULL);
    r = parse(&context, (enum sa_export_kind)(data[0] % 3), &file, &err);
    if (r < 0) {
        REQUIRE(err.status < 0 && err.message[0] != '\0');
        REQUIRE(err.status == SA_E_NOMEM || err.status == SA_E_LIMIT || err.place[0] == 'f');
    } else {
        check_redacted(&context, &file);
    }
    sa_export_context_done(&context);
    free(file.bytes);
    return 0;
}
