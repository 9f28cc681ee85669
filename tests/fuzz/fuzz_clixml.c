/* SPDX-License-Identifier: Apache-2.0 */
/* Any text as CLIXML. Whatever comes out has the form that the header promises, and every text in it can be written
 * and read back. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/clixml.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

/* References may run in circles; and what is written back takes time. */
#define VISITS_MAX 5000
#define BACK_MAX   20

struct look {
    size_t items, visits, backs;
};

static void write_back(struct look *look, const char *name, const char *text)
{
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_arena arena = SA_ARENA_INIT(4 * SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};
    const struct sa_clixml_value *value = NULL;

    if (look->backs++ >= BACK_MAX || strlen(name) > 4000 || strlen(text) > 4000)
        return;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_to_string(&writer, name);
    sa_clixml_open(&writer, "MS");
    sa_clixml_string(&writer, name, text);
    sa_clixml_close(&writer, "MS");
    sa_clixml_end(&writer);
    REQUIRE(sa_buf_status(&buf) == 0);
    REQUIRE(sa_clixml_read_one(buf.data, buf.len, &arena, &value, NULL) == 0);
    REQUIRE(value->object->member_count == 1 && strcmp(value->object->string, name) == 0);
    REQUIRE(strcmp(value->object->members[0].name, name) == 0);
    REQUIRE(strcmp(value->object->members[0].value->text, text) == 0);
    sa_arena_done(&arena);
    sa_buf_done(&buf);
}

static void check_value(struct look *look, const struct sa_clixml_value *value, unsigned level);

static void check_object(struct look *look, const struct sa_clixml_object *object, unsigned level)
{
    REQUIRE(object->types != NULL && object->depth >= 1 && object->depth <= SA_LIMIT_CLIXML_DEPTH);
    REQUIRE(object->base == NULL || object->base->type != SA_CLIXML_OBJECT);
    REQUIRE(object->base == NULL || object->container == SA_CLIXML_NONE);
    REQUIRE(object->container != SA_CLIXML_NONE || object->entry_count == 0);
    for (const char *const *type = object->types; *type != NULL; type++)
        REQUIRE(sa_utf8_valid(*type, strlen(*type)));
    for (size_t i = 0; i < object->member_count && look->visits < VISITS_MAX; i++) {
        const struct sa_clixml_member *member = &object->members[i];
        const struct sa_clixml_value self = {.type = SA_CLIXML_OBJECT, .object = object};

        REQUIRE(sa_utf8_valid(member->name, strlen(member->name)));
        REQUIRE(sa_clixml_member(&self, member->name) != NULL);
        write_back(look, member->name, member->value->text);
        check_value(look, member->value, level + 1);
    }
    for (size_t i = 0; i < object->entry_count && look->visits < VISITS_MAX; i++) {
        const struct sa_clixml_entry *entry = &object->entries[i];

        REQUIRE((entry->key != NULL) == (object->container == SA_CLIXML_DICTIONARY));
        if (entry->key != NULL)
            check_value(look, entry->key, level + 1);
        check_value(look, entry->value, level + 1);
    }
}

static void check_value(struct look *look, const struct sa_clixml_value *value, unsigned level)
{
    int64_t number = 0;
    bool truth = false;

    look->visits++;
    REQUIRE(value->text != NULL && value->stream != NULL);
    REQUIRE((value->type == SA_CLIXML_OBJECT) == (value->object != NULL));
    if (value->type != SA_CLIXML_BYTES) {
        REQUIRE(strlen(value->text) == value->len);
        REQUIRE(sa_utf8_valid(value->text, value->len));
        write_back(look, "", value->text);
    }
    REQUIRE(value->type != SA_CLIXML_DATETIME || value->len == (value->utc ? 20 : 19));
    REQUIRE(value->type != SA_CLIXML_GUID || value->len == 36);
    REQUIRE(value->type != SA_CLIXML_SIGNED || sa_clixml_integer(value, &number));
    REQUIRE(value->type != SA_CLIXML_BOOL || sa_clixml_bool(value, &truth));
    (void)sa_clixml_is_cut(value);
    (void)sa_clixml_is(value, "System.Enum");
    (void)sa_clixml_entry(value, "Key");
    (void)sa_clixml_text(value);
    if (value->object != NULL && level < 2 * SA_LIMIT_CLIXML_DEPTH && look->visits < VISITS_MAX)
        check_object(look, value->object, level);
}

static int take(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    struct look *look = payload;

    (void)err;
    look->items++;
    check_value(look, item, 1);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct look look = {0};
    struct sa_error err = {0};
    int r = sa_clixml_read(data, size, &arena, take, &look, &err);

    REQUIRE(r <= 0);
    REQUIRE((r < 0) == (err.message[0] != '\0'));
    REQUIRE(r == 0 || (err.status == r && sa_utf8_valid(err.message, strlen(err.message))));
    sa_arena_done(&arena);
    return 0;
}
