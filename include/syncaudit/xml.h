/* SPDX-License-Identifier: Apache-2.0 */
/* XML of other machines, read with bounds: no document types and no entities, depth and nodes counted while
 * the tree is built, time linear in the text. Only libxml2's tree is used of what comes out. */
#ifndef SYNCAUDIT_XML_H
#define SYNCAUDIT_XML_H
#include <stddef.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

struct _xmlDoc; /* libxml2's. NOLINT(bugprone-reserved-identifier) */

struct sa_xml_bounds {
    const char *what; /**< subject of messages: "the answer" */
    size_t nodes;     /**< elements, attributes, texts */
    size_t depth;     /**< elements within elements */
};

/** Points `*ret` to the text in UTF-8, behind a byte order mark: into `bytes`, or into `memory` where they were
 *  UTF-16 (known by its mark, or by '<' at the start). UTF-8 itself is checked by sa_xml_parse(). SA_E_PROTOCOL;
 *  SA_E_LIMIT: of `memory`; SA_E_NOMEM. */
int sa_xml_to_utf8(const void *bytes, size_t len, const char *what, struct sa_buf *memory,
                   const char **ret, size_t *ret_len, struct sa_error *err) SA_NODISCARD;
/** One document in UTF-8, whatever encoding it declares. `*ret` is freed by xmlFreeDoc(); NULL after an error.
 *  SA_E_PROTOCOL, SA_E_LIMIT, SA_E_NOMEM. */
int sa_xml_parse(const char *text, size_t len, const struct sa_xml_bounds *bounds,
                 struct _xmlDoc **ret, struct sa_error *err) SA_NODISCARD;
#endif
