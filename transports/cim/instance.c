/* SPDX-License-Identifier: Apache-2.0 */
/* CIM instances out of the XML of WS-Man ([MS-WSMV] 2.2.4.2, 2.2.6; DSP0230).
 *
 * One element for each property; an array is the element again and again, so that an array of one looks
 * like a single value and an empty one like no property at all. xsi:nil is null, an element with
 * nothing in it is the empty text: two different facts. Text is kept as it is, with its blanks.
 *
 * What is inside an element tells what it is: cim:Datetime and cim:Interval; an address or reference
 * parameters make a reference; other elements an embedded instance. Names count without prefixes and
 * namespaces, as both depend on the provider. */
#include <libxml/tree.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#define NS_XSI        "http://www.w3.org/2001/XMLSchema-instance"
#define NS_ADDRESS    "http://schemas.xmlsoap.org/ws/2004/08/addressing"

#define SELECTORS_MAX 64

/* Embedded instances in embedded instances; the reader bounds elements at 64 levels anyway. */
#define NESTING_MAX 16

/* Where a property's draft is looked for: more slots than an item may have properties. */
#define SLOTS ((size_t)4096)

struct link {
    struct sa_cim_value value;
    struct link *next;
};

struct draft {
    const char *name;
    bool is_null;
    size_t count;
    struct link *first, *last;
    struct draft *next;
};

/* Of one instance. `slots` comes with the 17th: real ones have a dozen, hostile ones thousands. */
struct drafts {
    struct draft *first, *last;
    size_t count;
    struct draft **slots;
};

struct decoder {
    struct sa_arena *arena;
    struct sa_error *err;
    size_t elements; /**< of one item, embedded ones included */
    size_t nesting;
};

static int decode(struct decoder *decoder, const xmlNode *item, const char *class_name,
                  const struct sa_cim_instance **ret);

static int fail_memory(const struct decoder *decoder)
{
    const struct sa_arena *arena = decoder->arena;

    /* An arena says NULL to both. */
    if (arena->limit - arena->used < SA_MIB)
        return sa_fail(decoder->err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)arena->limit,
                       "the instances have more than %zu bytes", arena->limit);
    return sa_fail_nomem(decoder->err);
}

static const char *local_name(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    const char *colon = strrchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

static const xmlNode *find_child(const xmlNode *node, const char *name)
{
    const xmlNode *child = element_from(node->children);

    while (child != NULL && strcmp(local_name(child), name) != 0)
        child = element_from(child->next);
    return child;
}

static const char *attribute(const xmlNode *node, const char *ns, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        bool is_ns = ns == NULL || (a->ns != NULL && a->ns->href != NULL &&
                                    strcmp((const char *)a->ns->href, ns) == 0);

        if (is_ns && strcmp((const char *)a->name, name) == 0 && a->children != NULL &&
            a->children->content != NULL)
            return (const char *)a->children->content;
    }
    return "";
}

static bool is_nil(const xmlNode *node)
{
    const char *nil = attribute(node, NS_XSI, "nil");

    return sa_text_same(nil, "true") || strcmp(nil, "1") == 0;
}

/* All text directly inside. */
static const char *text_of(struct decoder *decoder, const xmlNode *node)
{
    size_t len = 0;
    char *text = NULL;
    size_t at = 0;

    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE && child->content != NULL)
            len += strlen((const char *)child->content);
    }
    text = sa_arena_alloc(decoder->arena, len + 1);
    if (text == NULL)
        return NULL;
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE && child->content != NULL) {
            size_t part = strlen((const char *)child->content);

            memcpy(text + at, child->content, part);
            at += part;
        }
    }
    return text;
}

/* "p:Win32_Process_Type" to "Win32_Process". */
static const char *class_of_type(struct decoder *decoder, const char *type)
{
    static const char suffix[] = "_Type";
    const char *colon = strchr(type, ':');
    size_t len = 0;

    if (colon != NULL)
        type = colon + 1;
    len = strlen(type);
    if (len > sizeof suffix - 1 && strcmp(type + len - (sizeof suffix - 1), suffix) == 0)
        len -= sizeof suffix - 1;
    return sa_arena_copy(decoder->arena, type, len);
}

/* References ----------------------------------------------------------------------------------- */

static bool is_address(const xmlNode *node)
{
    return node != NULL && node->ns != NULL && node->ns->href != NULL &&
           strcmp((const char *)node->ns->href, NS_ADDRESS) == 0;
}

static int add_selectors(struct decoder *decoder, const xmlNode *set,
                         struct sa_cim_reference *reference)
{
    struct sa_wsman_selector *selectors = NULL;
    size_t count = 0;

    if (set == NULL)
        return 0;
    for (const xmlNode *s = element_from(set->children); s != NULL; s = element_from(s->next))
        count++;
    if (count > SELECTORS_MAX)
        return sa_fail(decoder->err, SA_E_LIMIT, SA_DOMAIN_NONE, SELECTORS_MAX,
                       "a reference has more than %d keys", SELECTORS_MAX);
    if (count == 0)
        return 0;
    selectors = sa_arena_array(decoder->arena, count, sizeof *selectors);
    if (selectors == NULL)
        return fail_memory(decoder);
    for (const xmlNode *s = element_from(set->children); s != NULL; s = element_from(s->next)) {
        struct sa_wsman_selector *selector = &selectors[reference->count++];

        selector->name = sa_arena_text(decoder->arena, attribute(s, NULL, "Name"));
        selector->value = element_from(s->children) != NULL ? "" : text_of(decoder, s);
        if (selector->name == NULL || selector->value == NULL)
            return fail_memory(decoder);
    }
    reference->selectors = selectors;
    return 0;
}

static int decode_reference(struct decoder *decoder, const xmlNode *node, struct sa_cim_value *ret)
{
    struct sa_cim_reference *reference = sa_arena_alloc(decoder->arena, sizeof *reference);
    const xmlNode *wrapped = find_child(node, "EndpointReference");
    const xmlNode *parameters = find_child(wrapped != NULL ? wrapped : node, "ReferenceParameters");
    const xmlNode *uri = parameters != NULL ? find_child(parameters, "ResourceURI") : NULL;

    if (reference == NULL)
        return fail_memory(decoder);
    ret->type = SA_CIM_REFERENCE;
    ret->reference = reference;
    reference->resource_uri = uri != NULL ? text_of(decoder, uri) : "";
    if (reference->resource_uri == NULL)
        return fail_memory(decoder);
    return add_selectors(decoder, parameters != NULL ? find_child(parameters, "SelectorSet") : NULL,
                         reference);
}

/* NOLINTBEGIN(misc-no-recursion): as deep as the reader lets elements be */

/* Values --------------------------------------------------------------------------------------- */

static int decode_embedded(struct decoder *decoder, const xmlNode *node, const xmlNode *child,
                           struct sa_cim_value *ret)
{
    const char *type = attribute(node, NS_XSI, "type");
    int r = 0;

    /* The instance may be an element of its own inside of the property's. */
    if (*type == '\0' && element_from(child->next) == NULL &&
        element_from(child->children) != NULL && *attribute(child, NS_XSI, "type") != '\0') {
        type = attribute(child, NS_XSI, "type");
        node = child;
    }
    if (decoder->nesting >= NESTING_MAX)
        return sa_fail(decoder->err, SA_E_LIMIT, SA_DOMAIN_NONE, NESTING_MAX,
                       "an instance has more than %d levels of embedded ones", NESTING_MAX);
    ret->type = SA_CIM_INSTANCE;
    type = class_of_type(decoder, type);
    if (type == NULL)
        return fail_memory(decoder);
    decoder->nesting++;
    r = decode(decoder, node, type, &ret->instance);
    decoder->nesting--;
    return r;
}

static int decode_value(struct decoder *decoder, const xmlNode *node, struct sa_cim_value *ret)
{
    const xmlNode *child = element_from(node->children);
    const char *name = child != NULL ? local_name(child) : NULL;

    *ret = (struct sa_cim_value){.type = SA_CIM_TEXT, .text = ""};
    if (child == NULL) {
        ret->text = text_of(decoder, node);
    } else if (strcmp(name, "Datetime") == 0 || strcmp(name, "Date") == 0) {
        ret->type = SA_CIM_DATETIME;
        ret->text = text_of(decoder, child);
    } else if (strcmp(name, "Interval") == 0) {
        ret->type = SA_CIM_INTERVAL;
        ret->text = text_of(decoder, child);
    } else if (is_address(child)) {
        return decode_reference(decoder, node, ret);
    } else {
        return decode_embedded(decoder, node, child, ret);
    }
    return ret->text != NULL ? 0 : fail_memory(decoder);
}

/* Instances ------------------------------------------------------------------------------------ */

/* FNV-1a, begun at an address that a server does not know. */
static size_t slot_of(const struct decoder *decoder, const char *name)
{
    uint64_t hash = 0xcbf29ce484222325U ^ (uintptr_t)decoder->arena ^ (uintptr_t)decoder;

    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 0x100000001b3U;
    return (size_t)(hash ^ hash >> 32) % SLOTS;
}

static struct draft **find_slot(const struct decoder *decoder, const struct drafts *drafts,
                                const char *name)
{
    size_t at = slot_of(decoder, name);

    while (drafts->slots[at] != NULL && strcmp(drafts->slots[at]->name, name) != 0)
        at = (at + 1) % SLOTS;
    return &drafts->slots[at];
}

/* The property's draft. Elements of an array follow each other, so that the one before is it mostly. */
static struct draft *find_draft(const struct decoder *decoder, const struct drafts *drafts,
                                struct draft *before, const char *name)
{
    if (before != NULL && strcmp(before->name, name) == 0)
        return before;
    if (drafts->slots != NULL)
        return *find_slot(decoder, drafts, name);
    for (struct draft *d = drafts->first; d != NULL; d = d->next) {
        if (strcmp(d->name, name) == 0)
            return d;
    }
    return NULL;
}

static int add_draft(struct decoder *decoder, struct drafts *drafts, const char *name,
                     struct draft **ret)
{
    struct draft *draft = NULL;

    if (drafts->count >= SA_LIMIT_CIM_PROPERTIES)
        return sa_fail(decoder->err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_CIM_PROPERTIES,
                       "an instance has more than %d properties", SA_LIMIT_CIM_PROPERTIES);
    draft = sa_arena_alloc(decoder->arena, sizeof *draft);
    if (draft != NULL)
        draft->name = sa_arena_text(decoder->arena, name);
    if (draft == NULL || draft->name == NULL)
        return fail_memory(decoder);
    if (drafts->last != NULL)
        drafts->last->next = draft;
    else
        drafts->first = draft;
    drafts->last = draft;
    drafts->count++;
    if (drafts->count == 17) {
        drafts->slots = calloc(SLOTS, sizeof(struct draft *));
        if (drafts->slots == NULL)
            return sa_fail_nomem(decoder->err);
        for (struct draft *d = drafts->first; d != NULL; d = d->next)
            *find_slot(decoder, drafts, d->name) = d;
    } else if (drafts->slots != NULL) {
        *find_slot(decoder, drafts, draft->name) = draft;
    }
    *ret = draft;
    return 0;
}

static int add_value(struct decoder *decoder, const xmlNode *node, struct draft *draft)
{
    struct link *link = NULL;

    if (is_nil(node)) {
        draft->is_null = true;
        return 0;
    }
    link = sa_arena_alloc(decoder->arena, sizeof *link);
    if (link == NULL)
        return fail_memory(decoder);
    if (draft->last != NULL)
        draft->last->next = link;
    else
        draft->first = link;
    draft->last = link;
    draft->count++;
    return decode_value(decoder, node, &link->value);
}

static int finish(struct decoder *decoder, const struct draft *drafts, size_t count,
                  struct sa_cim_instance *instance)
{
    struct sa_cim_property *properties =
        sa_arena_array(decoder->arena, count + 1, sizeof *properties);

    if (properties == NULL)
        return fail_memory(decoder);
    for (const struct draft *d = drafts; d != NULL; d = d->next) {
        struct sa_cim_property *property = &properties[instance->count++];
        struct sa_cim_value *values = NULL;

        *property = (struct sa_cim_property){.name = d->name, .is_null = d->count == 0};
        if (d->count == 0)
            continue;
        values = sa_arena_array(decoder->arena, d->count, sizeof *values);
        if (values == NULL)
            return fail_memory(decoder);
        for (const struct link *link = d->first; link != NULL; link = link->next)
            values[property->count++] = link->value;
        property->values = values;
    }
    instance->properties = properties;
    return 0;
}

static int decode(struct decoder *decoder, const xmlNode *item, const char *class_name,
                  const struct sa_cim_instance **ret)
{
    struct sa_cim_instance *instance = sa_arena_alloc(decoder->arena, sizeof *instance);
    struct drafts drafts = {0};
    struct draft *draft = NULL;
    int r = 0;

    if (instance == NULL)
        return fail_memory(decoder);
    instance->class_name = class_name;
    for (const xmlNode *node = element_from(item->children); node != NULL && r == 0;
         node = element_from(node->next)) {
        if (++decoder->elements > SA_LIMIT_CIM_VALUES) {
            r = sa_fail(decoder->err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_CIM_VALUES,
                        "an instance has more than %d values", SA_LIMIT_CIM_VALUES);
            break;
        }
        draft = find_draft(decoder, &drafts, draft, local_name(node));
        if (draft == NULL)
            r = add_draft(decoder, &drafts, local_name(node), &draft);
        if (r == 0)
            r = add_value(decoder, node, draft);
    }
    if (r == 0)
        r = finish(decoder, drafts.first, drafts.count, instance);
    free(drafts.slots);
    *ret = instance;
    return r;
}

/* NOLINTEND(misc-no-recursion) */

int sa_cim_decode(const struct _xmlNode *item, struct sa_arena *arena,
                  const struct sa_cim_instance **ret, struct sa_error *err)
{
    struct decoder decoder = {.arena = arena, .err = err};
    const char *name = local_name(item);

    /* A query for some properties gives nameless rows. */
    name = strcmp(name, "XmlFragment") == 0 ? "" : sa_arena_text(arena, name);
    if (name == NULL)
        return fail_memory(&decoder);
    return decode(&decoder, item, name, ret);
}
