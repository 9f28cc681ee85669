/* SPDX-License-Identifier: Apache-2.0 */
/* The CLIXML reader ([MS-PSRP] 2.2.5): a text becomes a tree of elements (xml.h), the tree becomes values in the
 * caller's arena.
 *
 * The text is put between two tags of our own first, so that items without a root, a document, and several documents
 * behind lines "#< CLIXML" are all the same: children of one element. Objects are known by RefId from before their
 * first child on, so a reference to an object that is still being read is the address of something unfinished;
 * whoever gets the item finds it complete. What such a circle would add to an object that wraps one is left out.
 *
 * RefIds count within one document, or within one item that has no root; those of objects and those of lists of
 * types are two series. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"
#include "syncaudit/xml.h"

#include "clixml_private.h"

#define NS_CLIXML "http://schemas.microsoft.com/powershell/2004/04"
#define HEADER    "#< CLIXML"
/* <?xml version="1.0" encoding="utf-16" standalone="yes"?> */
#define DECLARATION_MAX 256

/* An object has three levels of elements at most: Obj, DCT, En. */
#define XML_DEPTH ((size_t)3 * SA_LIMIT_CLIXML_DEPTH + 8)

struct reader {
    struct sa_arena *arena;
    struct clixml_refs objects, types;
    struct sa_buf scratch; /**< a text that stands in several nodes */
    struct sa_error *err;
};

/* An object, and whether all of it has been read. */
struct draft {
    struct sa_clixml_object object;
    bool is_complete;
    bool has_value, has_types; /**< each may stand there once */
    const struct sa_clixml_object *wrapped;
};

static int read_value(struct reader *reader, const xmlNode *node, uint32_t depth,
                      struct sa_clixml_value *ret);

/* Elements --------------------------------------------------------------------------------------- */

static bool is_element(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0 &&
           (node->ns == NULL || strcmp((const char *)node->ns->href, NS_CLIXML) == 0);
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

static size_t count_elements(const xmlNode *node)
{
    size_t count = 0;

    for (const xmlNode *child = element_from(node->children); child != NULL;
         child = element_from(child->next))
        count++;
    return count;
}

/* Borrowed; NULL: there is none. */
static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        if (a->ns == NULL && strcmp((const char *)a->name, name) == 0)
            return a->children != NULL && a->children->content != NULL
                       ? (const char *)a->children->content
                       : "";
    }
    return NULL;
}

static int fail_form(const struct reader *reader, const char *problem, const xmlNode *node)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(2 * SA_KIB);
    char start[41];

    (void)snprintf(start, sizeof start, "%.40s", (const char *)node->name);
    if (sa_text_add_visible(&name, start) < 0)
        return sa_fail_nomem(reader->err);
    return sa_fail(reader->err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "CLIXML: %s '%s'", problem,
                   sa_buf_text(&name));
}

static bool is_blank(const xmlNode *text)
{
    const char *content = (const char *)text->content;

    return content == NULL || content[strspn(content, " \t\r\n")] == '\0';
}

/* Only elements and white space? */
static int check_inside(const struct reader *reader, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type != XML_ELEMENT_NODE && (child->type != XML_TEXT_NODE || !is_blank(child)))
            return fail_form(reader, "there is text inside of", node);
    return 0;
}

/* The text inside, which is all there may be. Borrowed until the next call. */
static int content(struct reader *reader, const xmlNode *node, const char **ret, size_t *ret_len)
{
    const xmlNode *first = node->children;

    *ret = first != NULL && first->content != NULL ? (const char *)first->content : "";
    sa_buf_clear(&reader->scratch);
    for (const xmlNode *child = first; child != NULL; child = child->next) {
        if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
            return fail_form(reader, "there is more than text inside of", node);
        if (first->next != NULL)
            sa_buf_add_text(&reader->scratch, (const char *)child->content);
    }
    if (sa_buf_status(&reader->scratch) < 0)
        return sa_fail_nomem(reader->err);
    if (first != NULL && first->next != NULL)
        *ret = sa_buf_text(&reader->scratch);
    *ret_len = strlen(*ret);
    return 0;
}

static int read_name(struct reader *reader, const char *text, const char **ret)
{
    size_t len = 0;

    return clixml_decode(reader->arena, text, strlen(text), ret, &len, reader->err);
}

static int read_text(struct reader *reader, const xmlNode *node, const char **ret)
{
    const char *text = NULL;
    size_t len = 0;
    int r = content(reader, node, &text, &len);

    return r < 0 ? r : clixml_decode(reader->arena, text, len, ret, &len, reader->err);
}

static void *take(struct reader *reader, size_t count, size_t size, int *ret)
{
    void *memory = sa_arena_array(reader->arena, count, size);

    *ret = memory != NULL ? 0 : clixml_no_memory(reader->arena, count, size, reader->err);
    return memory;
}

/* References ------------------------------------------------------------------------------------- */

/* 1: there is one; 0: there is none. */
static int ref_id(const struct reader *reader, const xmlNode *node, uint32_t *ret)
{
    const char *text = attribute(node, "RefId");

    if (text == NULL)
        return 0;
    if (sa_parse_u32(text, UINT32_MAX, ret) < 0)
        return fail_form(reader, "a RefId that is no number is on", node);
    return 1;
}

static int remember(struct reader *reader, struct clixml_refs *refs, const xmlNode *node,
                    void *value)
{
    uint32_t id = 0;
    int r = ref_id(reader, node, &id);

    return r <= 0 ? r : clixml_refs_put(refs, id, value, reader->err);
}

static int recall(struct reader *reader, const struct clixml_refs *refs, const xmlNode *node,
                  void **ret)
{
    uint32_t id = 0;
    int r = ref_id(reader, node, &id);

    if (r < 0)
        return r;
    *ret = r > 0 ? clixml_refs_get(refs, id) : NULL;
    return *ret != NULL ? 0 : fail_form(reader, "nothing has the RefId of", node);
}

/* Objects ---------------------------------------------------------------------------------------- */

/* NOLINTBEGIN(misc-no-recursion): at most SA_LIMIT_CLIXML_DEPTH objects deep */

static int read_type_names(struct reader *reader, const xmlNode *node, struct draft *draft)
{
    static const char deserialized[] = "Deserialized.";
    const char **types = NULL;
    size_t used = 0;
    int r = check_inside(reader, node);

    if (r < 0)
        return r;
    types = take(reader, count_elements(node) + 1, sizeof *types, &r);
    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next)) {
        if (!is_element(child, "T"))
            return fail_form(reader, "among types there is", child);
        r = read_text(reader, child, &types[used]);
        if (r == 0 && sa_text_starts(types[used], deserialized))
            types[used] += sizeof deserialized - 1;
        used++;
    }
    draft->object.types = types;
    return r < 0 ? r : remember(reader, &reader->types, node, types);
}

static int read_types(struct reader *reader, const xmlNode *node, struct draft *draft)
{
    void *known = NULL;
    int r = 0;

    if (draft->has_types)
        return fail_form(reader, "an object has more types than one list:", node);
    draft->has_types = true;
    if (is_element(node, "TN"))
        return read_type_names(reader, node, draft);
    r = recall(reader, &reader->types, node, &known);
    if (r == 0)
        draft->object.types = known;
    return r;
}

/* Members of one set are added to `members`. */
static int read_members(struct reader *reader, const xmlNode *node, struct draft *draft,
                        struct sa_clixml_member *members)
{
    bool is_extended = is_element(node, "MS");
    int r = check_inside(reader, node);

    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next)) {
        struct sa_clixml_member *member = &members[draft->object.member_count];
        const char *name = attribute(child, "N");
        struct sa_clixml_value *value = NULL;

        if (name == NULL)
            return fail_form(reader, "a member has no name:", child);
        value = take(reader, 1, sizeof *value, &r);
        if (r == 0)
            r = read_name(reader, name, &member->name);
        if (r == 0)
            r = read_value(reader, child, draft->object.depth + 1, value);
        member->value = value;
        member->extended = is_extended;
        draft->object.member_count++;
    }
    return r;
}

static int read_entry_value(struct reader *reader, const xmlNode *node, const struct draft *draft,
                            const struct sa_clixml_value **ret)
{
    int r = 0;
    struct sa_clixml_value *value = take(reader, 1, sizeof *value, &r);

    if (r == 0)
        r = read_value(reader, node, draft->object.depth + 1, value);
    *ret = value;
    return r;
}

/* <En><x N="Key"/><y N="Value"/></En> */
static int read_pair(struct reader *reader, const xmlNode *node, const struct draft *draft,
                     struct sa_clixml_entry *entry)
{
    int r = check_inside(reader, node);

    if (r < 0)
        return r;
    if (!is_element(node, "En"))
        return fail_form(reader, "in a dictionary there is", node);
    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next)) {
        const char *name = attribute(child, "N");
        bool is_key = name != NULL && strcmp(name, "Key") == 0;
        const struct sa_clixml_value **place = is_key ? &entry->key : &entry->value;

        if (name == NULL || (!is_key && strcmp(name, "Value") != 0) || *place != NULL)
            return fail_form(reader, "neither key nor value, or a second one, is", child);
        r = read_entry_value(reader, child, draft, place);
    }
    if (r == 0 && (entry->key == NULL || entry->value == NULL))
        r = fail_form(reader, "key or value is missing in", node);
    return r;
}

static enum sa_clixml_container container_of(const xmlNode *node)
{
    static const struct {
        const char *element;
        enum sa_clixml_container container;
    } containers[] = {
        {"LST", SA_CLIXML_LIST      },
        {"IE",  SA_CLIXML_LIST      },
        {"QUE", SA_CLIXML_QUEUE     },
        {"STK", SA_CLIXML_STACK     },
        {"DCT", SA_CLIXML_DICTIONARY},
    };

    for (size_t i = 0; i < SA_COUNT(containers); i++)
        if (is_element(node, containers[i].element))
            return containers[i].container;
    return SA_CLIXML_NONE;
}

static int read_container(struct reader *reader, const xmlNode *node, struct draft *draft)
{
    struct sa_clixml_object *object = &draft->object;
    struct sa_clixml_entry *entries = NULL;
    int r = check_inside(reader, node);

    if (r < 0)
        return r;
    object->container = container_of(node);
    entries = take(reader, count_elements(node), sizeof *entries, &r);
    object->entries = entries;
    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next)) {
        struct sa_clixml_entry *entry = &entries[object->entry_count++];

        r = object->container == SA_CLIXML_DICTIONARY
                ? read_pair(reader, child, draft, entry)
                : read_entry_value(reader, child, draft, &entry->value);
    }
    return r;
}

/* A primitive, a container, or an object within the object, which it wraps. */
static int read_inner(struct reader *reader, const xmlNode *node, struct draft *draft)
{
    struct sa_clixml_value *value = NULL;
    int r = 0;

    if (draft->has_value)
        return fail_form(reader, "an object is more than one thing:", node);
    draft->has_value = true;
    if (container_of(node) != SA_CLIXML_NONE)
        return read_container(reader, node, draft);
    value = take(reader, 1, sizeof *value, &r);
    if (r == 0)
        r = read_value(reader, node, draft->object.depth + 1, value);
    if (r < 0)
        return r;
    if (value->type == SA_CLIXML_OBJECT)
        draft->wrapped = value->object;
    else
        draft->object.base = value;
    return 0;
}

/* What it wraps shows through wherever it has nothing of its own. Its members come behind its own ones. */
static int unwrap(struct reader *reader, struct draft *draft)
{
    struct sa_clixml_object *object = &draft->object;
    /* Drafts are what all objects are part of. */
    const struct draft *inner = (const struct draft *)(const void *)draft->wrapped;
    struct sa_clixml_member *members = NULL;
    size_t count = 0;
    int r = 0;

    if (inner == NULL || !inner->is_complete)
        return 0;
    if (object->types[0] == NULL)
        object->types = inner->object.types;
    if (object->string == NULL)
        object->string = inner->object.string;
    object->base = inner->object.base;
    object->container = inner->object.container;
    object->entries = inner->object.entries;
    object->entry_count = inner->object.entry_count;
    if (inner->object.member_count == 0)
        return 0;
    count = object->member_count + inner->object.member_count;
    members = take(reader, count, sizeof *members, &r);
    if (r < 0)
        return r;
    if (object->member_count > 0)
        memcpy(members, object->members, object->member_count * sizeof *members);
    memcpy(members + object->member_count, inner->object.members,
           inner->object.member_count * sizeof *members);
    object->members = members;
    object->member_count = count;
    return 0;
}

static size_t count_members(const xmlNode *node)
{
    size_t count = 0;

    for (const xmlNode *child = element_from(node->children); child != NULL;
         child = element_from(child->next))
        if (is_element(child, "MS") || is_element(child, "Props"))
            count += count_elements(child);
    return count;
}

/* One child of an object. Unknown ones are for newer readers. */
static int read_part(struct reader *reader, const xmlNode *node, struct draft *draft,
                     struct sa_clixml_member *members)
{
    if (is_element(node, "TN") || is_element(node, "TNRef"))
        return read_types(reader, node, draft);
    if (is_element(node, "MS") || is_element(node, "Props"))
        return read_members(reader, node, draft, members);
    if (is_element(node, "ToString"))
        return read_text(reader, node, &draft->object.string);
    if (is_element(node, "Obj") || is_element(node, "Ref") || is_element(node, "PR") ||
        container_of(node) != SA_CLIXML_NONE || clixml_primitive((const char *)node->name) != NULL)
        return read_inner(reader, node, draft);
    return 0;
}

static int read_object(struct reader *reader, const xmlNode *node, uint32_t depth,
                       const struct sa_clixml_object **ret)
{
    static const char *const no_types[] = {NULL};
    struct sa_clixml_member *members = NULL;
    struct draft *draft = NULL;
    int r = 0;

    if (depth > SA_LIMIT_CLIXML_DEPTH)
        return sa_fail(reader->err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_CLIXML_DEPTH,
                       "CLIXML: more than %d objects within one another", SA_LIMIT_CLIXML_DEPTH);
    r = check_inside(reader, node);
    if (r < 0)
        return r;
    draft = take(reader, 1, sizeof *draft, &r);
    if (r < 0)
        return r;
    *ret = &draft->object;
    draft->object.depth = depth;
    draft->object.types = no_types;
    r = remember(reader, &reader->objects, node, draft);
    if (r == 0)
        members = take(reader, count_members(node), sizeof *members, &r);
    draft->object.members = members;
    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next))
        r = read_part(reader, child, draft, members);
    if (r == 0)
        r = unwrap(reader, draft);
    draft->is_complete = r == 0;
    return r;
}

/* Values ----------------------------------------------------------------------------------------- */

/* A progress record: its activity is the text, the rest is for a screen. */
static int read_progress(struct reader *reader, const xmlNode *node, struct sa_clixml_value *ret)
{
    int r = check_inside(reader, node);

    ret->type = SA_CLIXML_PROGRESS;
    for (const xmlNode *child = element_from(node->children); r == 0 && child != NULL;
         child = element_from(child->next))
        if (is_element(child, "AV"))
            r = read_text(reader, child, &ret->text);
    ret->len = strlen(ret->text);
    return r;
}

static int read_value(struct reader *reader, const xmlNode *node, uint32_t depth,
                      struct sa_clixml_value *ret)
{
    const struct clixml_primitive *primitive = NULL;
    const char *text = NULL;
    void *known = NULL;
    size_t len = 0;
    int r = 0;

    *ret = (struct sa_clixml_value){.type = SA_CLIXML_OBJECT, .stream = "", .text = ""};
    if (is_element(node, "Obj"))
        return read_object(reader, node, depth, &ret->object);
    if (is_element(node, "Ref")) {
        r = recall(reader, &reader->objects, node, &known);
        if (r == 0)
            ret->object = &((const struct draft *)known)->object;
        return r;
    }
    if (is_element(node, "PR"))
        return read_progress(reader, node, ret);
    primitive = clixml_primitive((const char *)node->name);
    if (primitive == NULL || !is_element(node, (const char *)node->name))
        return fail_form(reader, "a value of unknown type:", node);
    r = content(reader, node, &text, &len);
    if (r < 0)
        return r;
    return clixml_read_primitive(primitive, text, len, reader->arena, ret, reader->err);
}

/* NOLINTEND(misc-no-recursion) */

static int read_item(struct reader *reader, const xmlNode *node, sa_clixml_item_fn *each,
                     void *payload)
{
    const char *stream = attribute(node, "S");
    int r = 0;
    struct sa_clixml_value *item = take(reader, 1, sizeof *item, &r);

    if (r == 0)
        r = read_value(reader, node, 1, item);
    if (r == 0 && stream != NULL)
        r = read_name(reader, stream, &item->stream);
    if (r == 0)
        r = each(payload, item, reader->err);
    return r < 0 ? r : 0;
}

/* Documents -------------------------------------------------------------------------------------- */

static void begin_scope(struct reader *reader)
{
    clixml_refs_clear(&reader->objects);
    clixml_refs_clear(&reader->types);
}

static int read_document(struct reader *reader, const xmlNode *root, sa_clixml_item_fn *each,
                         void *payload)
{
    const char *version = attribute(root, "Version");
    int r = check_inside(reader, root);

    if (r == 0 && (version == NULL || strncmp(version, "1.", 2) != 0))
        r = fail_form(reader, "not of version 1:", root);
    begin_scope(reader);
    for (const xmlNode *node = element_from(root->children); r == 0 && node != NULL;
         node = element_from(node->next))
        r = read_item(reader, node, each, payload);
    return r;
}

static int read_all(struct reader *reader, const xmlNode *root, sa_clixml_item_fn *each,
                    void *payload)
{
    int r = check_inside(reader, root);

    for (const xmlNode *node = element_from(root->children); r == 0 && node != NULL;
         node = element_from(node->next)) {
        if (is_element(node, "Objs")) {
            r = read_document(reader, node, each, payload);
        } else {
            begin_scope(reader);
            r = read_item(reader, node, each, payload);
        }
    }
    return r;
}

/* memmem() for a short needle. */
static char *find(char *at, const char *end, const char *needle)
{
    size_t len = strlen(needle);

    for (; (size_t)(end - at) >= len; at++) {
        at = memchr(at, needle[0], (size_t)(end - at) - len + 1);
        if (at == NULL || memcmp(at, needle, len) == 0)
            return at;
    }
    return NULL;
}

/* Takes away what is no XML, or only at the start of a document, without moving anything: headers, declarations, and
 * U+FFFE and U+FFFF, which .NET writes and XML does not know. A "<" of a value is never bare, so headers are what
 * they look like. */
static void smooth(char *text, size_t len)
{
    const char *end = text + len;
    char *at = text;

    while ((at = find(at, end, "\xEF\xBF")) != NULL) {
        at += 2;
        if (at < end && ((unsigned char)*at == 0xBE || (unsigned char)*at == 0xBF))
            *at = '\xBD';
    }
    at = text;
    while ((at = find(at, end, "&#xFFF")) != NULL) {
        at += 6;
        if (end - at >= 2 && (*at == 'E' || *at == 'F') && at[1] == ';')
            *at = 'D';
    }
    at = text;
    do {
        char *declaration = at;
        char *declaration_end = NULL;
        size_t left = 0;

        /* By lengths, not by functions for texts: checked builds would measure all that follows each time. */
        while (declaration < end && memchr(" \t\r\n", *declaration, 4) != NULL)
            declaration++;
        left = (size_t)(end - declaration);
        if (left > 6 && memcmp(declaration, "<?xml ", 6) == 0)
            declaration_end =
                memmem(declaration, left < DECLARATION_MAX ? left : DECLARATION_MAX, "?>", 2);
        if (declaration_end != NULL)
            memset(declaration, ' ', (size_t)(declaration_end - declaration) + 2);
        at = find(at, end, HEADER);
        if (at != NULL)
            memset(at, ' ', strlen(HEADER));
    } while (at != NULL);
}

/* `ret`: all of it within one element. */
static int wrap(const void *bytes, size_t len, struct sa_buf *ret, struct sa_error *err)
{
    static const char open[] = "<clixml>";
    SA_CLEANUP(sa_buf_done) struct sa_buf memory = SA_BUF_INIT(SA_LIMIT_CLIXML_BYTES * 3 / 2);
    const char *text = NULL;
    size_t text_len = 0;
    int r = sa_xml_to_utf8(bytes, len, "CLIXML", &memory, &text, &text_len, err);

    if (r < 0)
        return r;
    sa_buf_add_text(ret, open);
    sa_buf_add(ret, text, text_len);
    sa_buf_add_text(ret, "</clixml>");
    if (sa_buf_status(ret) < 0)
        return sa_fail_nomem(err);
    smooth(ret->data + sizeof open - 1, text_len);
    return 0;
}

int sa_clixml_read(const void *bytes, size_t len, struct sa_arena *arena, sa_clixml_item_fn *each,
                   void *payload, struct sa_error *err)
{
    static const struct sa_xml_bounds bounds = {
        .what = "CLIXML", .nodes = SA_LIMIT_CLIXML_NODES, .depth = XML_DEPTH};
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CLIXML_BYTES * 2);
    struct reader reader = {
        .arena = arena, .scratch = SA_BUF_INIT(SA_LIMIT_CLIXML_BYTES * 2), .err = err};
    struct _xmlDoc *doc = NULL;
    int r = 0;

    if (len > SA_LIMIT_CLIXML_BYTES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)SA_LIMIT_CLIXML_BYTES,
                       "CLIXML has more than %zu bytes", SA_LIMIT_CLIXML_BYTES);
    r = wrap(bytes, len, &text, err);
    if (r == 0)
        r = sa_xml_parse(sa_buf_text(&text), text.len, &bounds, &doc, err);
    if (r < 0)
        return r;
    sa_buf_done(&text);
    clixml_refs_init(&reader.objects);
    clixml_refs_init(&reader.types);
    r = read_all(&reader, xmlDocGetRootElement(doc), each, payload);
    clixml_refs_done(&reader.objects);
    clixml_refs_done(&reader.types);
    sa_buf_done(&reader.scratch);
    xmlFreeDoc(doc);
    return r;
}

/* The one item, and how many there were. */
struct only {
    const struct sa_clixml_value *item;
    size_t count;
};

static int take_one(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    struct only *only = payload;

    (void)err;
    if (only->count++ == 0)
        only->item = item;
    return 0;
}

int sa_clixml_read_one(const void *bytes, size_t len, struct sa_arena *arena,
                       const struct sa_clixml_value **ret, struct sa_error *err)
{
    struct only only = {0};
    int r = sa_clixml_read(bytes, len, arena, take_one, &only, err);

    if (r < 0)
        return r;
    if (only.count != 1)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, (long long)only.count,
                       "CLIXML has %zu items where one should be", only.count);
    *ret = only.item;
    return 0;
}
