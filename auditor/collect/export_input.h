/* SPDX-License-Identifier: Apache-2.0 */
/* The way in, shared by the files of the export collector (export.h lists them): bounds and
 * cancellation, lists, files of a folder, the guarded XML reader, typed fields. */
#ifndef SYNCAUDIT_COLLECT_EXPORT_INPUT_H
#define SYNCAUDIT_COLLECT_EXPORT_INPUT_H
#include <libxml/xmlreader.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"

#define SA_EXPORT_UNSAID INT64_MIN /**< a number that the file does not say */

struct sa_export_context {
    struct sa_arena *arena;
    const atomic_bool *cancelled; /**< or NULL */
    size_t node_limit;            /**< SA_LIMIT_XML_NODES; tests lower it */
    size_t item_limit;            /**< SA_LIMIT_ITEMS */
    size_t items;                 /**< things put into the model so far */
    struct sa_buf scratch;        /**< for building one text at a time */
};
void sa_export_context_init(struct sa_export_context *context, struct sa_arena *arena,
                            const atomic_bool *cancelled);
void sa_export_context_done(struct sa_export_context *context);
bool sa_export_is_cancelled(const struct sa_export_context *context);
int sa_export_fail_cancelled(struct sa_error *err);
/** The arena refused: SA_E_LIMIT, or SA_E_NOMEM when it has room. */
int sa_export_fail_arena(const struct sa_export_context *context, struct sa_error *err);

/* Lists ------------------------------------------------------------------------------------- */

/** First member of everything that is kept in a list. */
struct sa_export_item {
    struct sa_export_item *next;
    const char *name; /**< as written */
    const char *key;  /**< for comparison */
    long line;
    size_t number;    /**< from 1 */
    bool is_repeated; /**< the same as an earlier one: not to be stored */
};
struct sa_export_list {
    struct sa_export_item *first, *last;
    size_t count;
};
/* NOLINTBEGIN(bugprone-macro-parentheses): the arguments are a type and a name */
#define SA_FOR_EACH(type, variable, list)                          \
    for (type *variable = (type *)(list)->first; variable != NULL; \
         variable = (type *)variable->item.next)
/* NOLINTEND(bugprone-macro-parentheses) */

/** A zeroed thing of `size` bytes at the end of the list; NULL when a limit is reached. */
void *sa_export_add(struct sa_export_context *context, struct sa_export_list *list, size_t size,
                    struct sa_error *err) SA_NODISCARD;
/** The things in `list` by key, then number. `*ret` lives in the arena; NULL for an empty list. */
int sa_export_sorted(struct sa_export_context *context, const struct sa_export_list *list,
                     struct sa_export_item ***ret, struct sa_error *err) SA_NODISCARD;
/** Marks what repeats an earlier key. With `is_same`, a repetition that says something else is an
 *  error: "<what> '<name>' is written twice, differently (lines 3 and 9)". */
typedef bool sa_export_same_fn(const struct sa_export_item *a, const struct sa_export_item *b);
int sa_export_mark_repeated(struct sa_export_context *context, struct sa_export_list *list,
                            sa_export_same_fn *is_same, const char *what, const char *file,
                            struct sa_error *err) SA_NODISCARD;

/* Folder ------------------------------------------------------------------------------------- */

enum sa_export_part { SA_EXPORT_PART_SETTINGS, SA_EXPORT_PART_CONNECTORS, SA_EXPORT_PART_RULES };
#define SA_EXPORT_PARTS 3

struct sa_export_file {
    struct sa_export_item item; /**< name: "Connectors/x.xml", safe to show; key: name on disk */
    char *bytes;                /**< from malloc(), NULL until read */
    const struct sa_export_content *content; /**< NULL: on disk */
    size_t len;
    bool has_secret; /**< evidence needs sa_export_redact() */
    int64_t evidence_id;
};
/** A file of an export that is no folder. */
struct sa_export_content {
    const char *path; /**< "Connectors/Connector_{...}.xml" */
    size_t size;      /**< bytes that the file has */
    const void *form; /**< for fetch() */
};
/** Makes the bytes of a file, from malloc(), `content->size` of them. */
typedef int sa_export_fetch_fn(void *payload, const struct sa_export_content *content, char **ret,
                               struct sa_error *err);

struct sa_export_folder {
    int fd;
    const struct sa_export_content *contents; /**< NULL: a folder on disk */
    size_t content_count;
    sa_export_fetch_fn *fetch;
    void *payload;
    const char *names[SA_EXPORT_PARTS]; /**< as on disk, or NULL */
    bool is_ambiguous[SA_EXPORT_PARTS]; /**< two names differ in letter case only */
    size_t bytes, files;                /**< so far, against the limits */
};
/** SA_E_NOT_FOUND, SA_E_DENIED, SA_E_INPUT: `path` is no export. */
int sa_export_folder_open(struct sa_export_folder *folder, struct sa_export_context *context,
                          const char *path, struct sa_error *err) SA_NODISCARD;
void sa_export_folder_close(struct sa_export_folder *folder);
/** The *.xml files of a part, sorted by name, not yet read. `*ret_fd` is the part's folder, to be
 *  closed by the caller. Never succeeds without a file. */
int sa_export_folder_list(struct sa_export_folder *folder, struct sa_export_context *context,
                          enum sa_export_part part, struct sa_export_list *ret, int *ret_fd,
                          struct sa_error *err) SA_NODISCARD;
int sa_export_file_read(struct sa_export_folder *folder, int part_fd, struct sa_export_file *file,
                        struct sa_error *err) SA_NODISCARD;
/** The same for files that are in memory: `folder` has contents. Paths are FOLDER/FILE.xml, each once; other folders
 *  than those of an export are left alone. SA_E_PROTOCOL: no such path, or twice. export_memory.c */
int sa_export_memory_list(struct sa_export_folder *folder, struct sa_export_context *context,
                          enum sa_export_part part, struct sa_export_list *ret,
                          struct sa_error *err) SA_NODISCARD;
int sa_export_memory_read(struct sa_export_folder *folder, struct sa_export_file *file,
                          struct sa_error *err) SA_NODISCARD;
/* What both ways in have in common. export_folder.c */
const char *sa_export_part_name(enum sa_export_part part);
/** Adds a file; its name is made visible. SA_E_LIMIT: more than SA_LIMIT_EXPORT_FILES. */
int sa_export_add_file(struct sa_export_folder *folder, struct sa_export_context *context,
                       struct sa_export_list *files, const char *part, const char *name,
                       struct sa_export_file **ret, struct sa_error *err) SA_NODISCARD;
/** By name; SA_E_NOT_FOUND when there is none; of several in GlobalSettings only MV.xml is kept. */
int sa_export_finish_list(struct sa_export_context *context, enum sa_export_part part,
                          const char *name, struct sa_export_list *files,
                          struct sa_error *err) SA_NODISCARD;
bool sa_export_is_xml(const char *name);
/** Against the limits of one file and of the export. */
int sa_export_check_size(const struct sa_export_folder *folder, const struct sa_export_file *file,
                         uint64_t size, struct sa_error *err) SA_NODISCARD;

/** Frees the bytes of every file. */
void sa_export_files_done(struct sa_export_list *files);

/* XML ---------------------------------------------------------------------------------------- */

/** Checks what the XML library could be hurt by, and makes UTF-8 of UTF-16. `*ret` points into
 *  `bytes`, or to `*ret_memory`, which the caller frees with free(). */
int sa_export_guard(const char *file, const char *bytes, size_t len, const char **ret,
                    size_t *ret_len, char **ret_memory, struct sa_error *err) SA_NODISCARD;

/** What the texts of one element have come to so far. */
struct sa_export_watch {
    uint64_t tail;   /**< the last eight characters, folded */
    bool has_gap;    /**< white space stands behind them */
    bool hides_text; /**< a text like "password=..." has begun */
    bool is_marked;  /**< the redacted copy says so */
};
struct sa_export_xml {
    struct sa_export_context *context;
    const char *file;
    char *memory; /**< of sa_export_guard() */
    xmlTextReaderPtr reader;
    xmlNodePtr node; /**< where the reader stands */
    int type;        /**< of XML_READER_TYPE_... */
    int depth;
    const char *name; /**< of the element, without prefix */
    size_t nodes;
    int secret_depth;       /**< of the secret element that the reader is in, or -1 */
    size_t secrets;         /**< values that must not be kept, seen so far */
    bool is_secret_element; /**< the last element that was opened is one */
    bool is_hidden;         /**< the current text, comment or instruction must not be kept */
    bool is_withheld;       /**< the last text that was read lacks a secret */
    struct sa_export_watch watch[SA_LIMIT_XML_DEPTH + 1]; /**< of the open elements */
    /** Declarations in force at each depth, from the root on. */
    unsigned short namespaces[SA_LIMIT_XML_DEPTH + 1];
    struct sa_error problem; /**< first complaint of the library that ends the file */
};
/** `file` and `bytes` must outlive the reader. Call sa_export_xml_close() also after a failure. */
int sa_export_xml_open(struct sa_export_xml *xml, struct sa_export_context *context,
                       const char *file, const char *bytes, size_t len,
                       struct sa_error *err) SA_NODISCARD;
void sa_export_xml_close(struct sa_export_xml *xml);
/** 1: at the next node, 0: end of the file. */
int sa_export_xml_next(struct sa_export_xml *xml, struct sa_error *err) SA_NODISCARD;
/** Goes to the root element, which must have the name. */
int sa_export_xml_root(struct sa_export_xml *xml, const char *name,
                       struct sa_error *err) SA_NODISCARD;
/** Goes to the next child element of the element at `depth`, over whatever is left of the current
 *  one. 1: there is one, 0: there are no more. */
int sa_export_xml_child(struct sa_export_xml *xml, int depth, struct sa_error *err) SA_NODISCARD;
/** Goes to the next element anywhere below the element at `depth`: 1, or 0 at its end. */
int sa_export_xml_below(struct sa_export_xml *xml, int depth, struct sa_error *err) SA_NODISCARD;
/** Like sa_export_xml_child(), and adds the text before the child, or before the end, to `text`. */
int sa_export_xml_child_or_text(struct sa_export_xml *xml, int depth, struct sa_buf *text,
                                struct sa_error *err) SA_NODISCARD;
/** Reads the rest, so that a fault at the very end is noticed too. */
int sa_export_xml_finish(struct sa_export_xml *xml, struct sa_error *err) SA_NODISCARD;
bool sa_export_xml_is(const struct sa_export_xml *xml, const char *name);
/** True in a secret element and below. */
bool sa_export_xml_is_secret(const struct sa_export_xml *xml);
/** Must the value of this attribute of the current element not be kept? */
bool sa_export_xml_hides(const struct sa_export_xml *xml, const xmlAttr *attribute);
/** Text of the element without that of its children; "" for a secret one, and for one that turns out
 *  to hold a secret, see `is_withheld`. Trimmed unless `exact`. The text of an element <name> is a
 *  name, see sa_export_xml_check_name(). */
int sa_export_xml_text(struct sa_export_xml *xml, bool exact, const char **ret,
                       struct sa_error *err) SA_NODISCARD;
/** By name without prefix; `*ret` is NULL when there is none, "" when it holds a secret. Trimmed. No
 *  longer than a name may be. */
int sa_export_xml_attribute(struct sa_export_xml *xml, const char *name, const char **ret,
                            struct sa_error *err) SA_NODISCARD;
/** SA_E_LIMIT at a line of the file when `text` is longer than SA_LIMIT_NAME. */
int sa_export_xml_check_name(const struct sa_export_xml *xml, long line, const char *what,
                             const char *text, struct sa_error *err) SA_NODISCARD;
long sa_export_xml_line(const struct sa_export_xml *xml);
/** SA_E_INPUT at a line of the file. */
int sa_export_xml_fail(const struct sa_export_xml *xml, long line, struct sa_error *err,
                       const char *format, ...) SA_PRINTF(4, 5);

/** Fails when the last sa_export_xml_text() is "" because of a secret. export_field.c */
int sa_export_xml_check_whole(const struct sa_export_xml *xml, long line, const char *element,
                              struct sa_error *err) SA_NODISCARD;

/** Copies a file into `copy` as UTF-8 with "[removed]" in place of each secret, without comments. */
int sa_export_redact(struct sa_export_context *context, const struct sa_export_file *file,
                     struct sa_buf *copy, struct sa_error *err) SA_NODISCARD;

/* Fields ------------------------------------------------------------------------------------- */

enum sa_export_type {
    SA_EXPORT_TEXT,    /**< const char *, trimmed; a name, but for descriptions and expressions */
    SA_EXPORT_FLAG,    /**< int: 1, 0, -1 */
    SA_EXPORT_NUMBER,  /**< int64_t */
    SA_EXPORT_SECONDS, /**< int64_t, from "7.00:00:00" */
    SA_EXPORT_TIME,    /**< const char *, ISO 8601; NULL also when it is no time */
    SA_EXPORT_GUID,    /**< const char *, lower case without braces */
};
struct sa_export_field {
    const char *name;
    enum sa_export_type type;
    size_t offset;
};
/** A set of leaf elements, each at most once, for one object. */
struct sa_export_record {
    const struct sa_export_field *fields;
    size_t count; /**< at most 64 */
    void *object;
    uint64_t seen;
};
#define SA_EXPORT_RECORD(table, into)                                            \
    {                                                                            \
        .fields = (table), .count = SA_COUNT(table), .object = (into), .seen = 0 \
    }
/** Makes every member of the object unsaid. */
void sa_export_record_clear(const struct sa_export_record *record);
/** Reads the current element when it is one of the fields. 1: it was, 0: it is none. */
int sa_export_record_read(struct sa_export_xml *xml, struct sa_export_record *record,
                          struct sa_error *err) SA_NODISCARD;
/** Reads all children of the current element that are fields of the record. */
int sa_export_record_children(struct sa_export_xml *xml, struct sa_export_record *record,
                              struct sa_error *err) SA_NODISCARD;
/** Adds a thing named by the text of the current element, with the folded name as key. */
int sa_export_add_named(struct sa_export_xml *xml, struct sa_export_list *list, size_t size,
                        struct sa_export_item **ret, struct sa_error *err) SA_NODISCARD;
/** Reads the children called `element`: a set of names. */
int sa_export_names(struct sa_export_xml *xml, const char *element, struct sa_export_list *list,
                    struct sa_error *err) SA_NODISCARD;
/** "" is not said: `*ret` stays -1. */
int sa_export_flag(const struct sa_export_xml *xml, long line, const char *name, const char *text,
                   int *ret, struct sa_error *err) SA_NODISCARD;

struct sa_export_parameter {
    struct sa_export_item item;
    const char *value;
    const char *use;       /**< "connectivity", "global", ... or "" */
    const char *data_type; /**< or NULL */
    bool is_intrinsic;
};
/** Reads the children of <parameter-values>. Secret ones are left out; repeated ones are marked,
 *  contradicting ones refused. `is_by_use`: the same name may stand once for each use. */
int sa_export_parameters(struct sa_export_xml *xml, bool is_by_use, struct sa_export_list *ret,
                         struct sa_error *err) SA_NODISCARD;
#endif
