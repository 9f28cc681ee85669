/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue: the embedded checks and those of the user's folders, in one sorted list.
 *
 * Loading stops at the first fault, and an id that occurs twice is one: a folder that could
 * replace a built-in check by a file of the same id could also silence it. What a user may
 * change of a built-in check is its parameters.
 *
 * The digest is over "<id> <digest of the file>" of every check in reading order, so it does not
 * depend on where the folders lie; the version is that of the program's own catalogue, with the
 * start of the digest behind it as soon as something else was loaded. */
#include "catalogue.h"

#include <stdlib.h>

#include "syncaudit/file.h"
#include "syncaudit/limits.h"
#include "syncaudit/resource.h"
#include "syncaudit/text.h"

#define SYNCAUDIT_CATALOGUE_VERSION "2026.11"
/* Of all checks together; the embedded ones take less than one MB. */
#define MEMORY_MAX (256 * SA_MIB)

extern const struct sa_resource sa_checks_resources[];

/* From what can take an estate down to what documents it. */
static const char *const areas[] = {
    "staging",  "parity",     "synchronisation", "accounts",     "local privilege",
    "network",  "patching",   "hardening",       "cryptography", "database",
    "recovery", "monitoring", "sign-on",         "audit",        NULL,
};

const char *const *sa_catalogue_areas(void)
{
    return areas;
}

int sa_catalogue_new(struct sa_catalogue **ret, struct sa_error *err)
{
    struct sa_catalogue *catalogue = calloc(1, sizeof *catalogue);

    if (catalogue == NULL)
        return sa_fail_nomem(err);
    sa_arena_init(&catalogue->arena, MEMORY_MAX);
    *ret = catalogue;
    return 0;
}

void sa_catalogue_free(struct sa_catalogue *catalogue)
{
    if (catalogue == NULL)
        return;
    free(catalogue->checks);
    sa_arena_done(&catalogue->arena);
    free(catalogue);
}

int sa_catalogue_add(struct sa_catalogue *catalogue, struct sa_check *check, struct sa_error *err)
{
    if (catalogue->count == SA_LIMIT_CHECKS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %d checks (SA_LIMIT_CHECKS)",
                       SA_LIMIT_CHECKS);
    if (catalogue->count == catalogue->size) {
        size_t size = catalogue->size > 0 ? catalogue->size * 2 : 128;
        struct sa_check **checks = reallocarray(catalogue->checks, size, sizeof(struct sa_check *));

        if (checks == NULL)
            return sa_fail_nomem(err);
        catalogue->checks = checks;
        catalogue->size = size;
    }
    catalogue->checks[catalogue->count++] = check;
    return 0;
}

static int load_embedded(struct sa_catalogue *catalogue, struct sa_error *err)
{
    static const char folder[] = "catalogue/";

    for (const struct sa_resource *resource = sa_checks_resources; resource->path != NULL;
         resource++) {
        struct sa_check *check = NULL;
        int r = 0;

        if (strncmp(resource->path, folder, sizeof folder - 1) != 0)
            continue;
        r = sa_check_parse(catalogue, resource->path, (const char *)resource->data, *resource->len,
                           &check, err);
        if (r == 0)
            r = sa_catalogue_add(catalogue, check, err);
        if (r < 0)
            return r;
        check->embedded = true;
    }
    catalogue->embedded = true;
    return 0;
}

static int load_file(struct sa_catalogue *catalogue, const char *path, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
    struct sa_check *check = NULL;
    int r = sa_file_read(path, &text, err);

    if (r == 0)
        r = sa_check_parse(catalogue, path, sa_buf_text(&text), text.len, &check, err);
    if (r == 0)
        r = sa_catalogue_add(catalogue, check, err);
    return r;
}

static int load_folder(struct sa_catalogue *catalogue, const char *dir, struct sa_error *err)
{
    const char *const *paths = NULL;
    size_t count = 0;
    int r = sa_folder_list(dir, false, &catalogue->arena, &paths, &count, err);

    if (r < 0)
        return r;
    if (count == 0) {
        (void)sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "no check below the folder '%s'",
                      dir);
        sa_hint(err, "name a folder that holds checks, files whose names end in '.sql'");
        return SA_E_NOT_FOUND;
    }
    for (size_t i = 0; i < count; i++) {
        r = load_file(catalogue, paths[i], err);
        if (r < 0)
            return r;
    }
    catalogue->extended = true;
    return 0;
}

int sa_catalogue_load(bool embedded, const char *const *dirs, size_t dir_count,
                      struct sa_catalogue **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    int r = sa_catalogue_new(&catalogue, err);

    if (r == 0 && embedded)
        r = load_embedded(catalogue, err);
    for (size_t i = 0; r == 0 && i < dir_count; i++)
        r = load_folder(catalogue, dirs[i], err);
    if (r == 0)
        r = sa_catalogue_seal(catalogue, err);
    if (r < 0)
        return r;
    *ret = catalogue;
    catalogue = NULL;
    return 0;
}

/* --- order, version, digest ------------------------------------------------------------------- */

static size_t rank_of(const char *area)
{
    size_t rank = 0;

    while (areas[rank] != NULL && strcmp(areas[rank], area) != 0)
        rank++;
    return rank;
}

static int compare_checks(const void *left, const void *right)
{
    const struct sa_check *a = *(const struct sa_check *const *)left;
    const struct sa_check *b = *(const struct sa_check *const *)right;
    size_t a_rank = rank_of(a->area);
    size_t b_rank = rank_of(b->area);
    int order = 0;

    if (a_rank != b_rank)
        return a_rank < b_rank ? -1 : 1;
    order = strcmp(a->area, b->area);
    return order != 0 ? order : strcmp(a->id, b->id);
}

static int compare_ids(const void *left, const void *right)
{
    const struct sa_check *a = *(const struct sa_check *const *)left;
    const struct sa_check *b = *(const struct sa_check *const *)right;
    int order = strcmp(a->id, b->id);

    return order != 0 ? order : strcmp(a->file, b->file);
}

/* An id may occur twice in different areas, so the order of reading does not bring them
 * together. */
static int check_ids(struct sa_catalogue *catalogue, struct sa_error *err)
{
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): of pointers */
    qsort(catalogue->checks, catalogue->count, sizeof *catalogue->checks, compare_ids);
    for (size_t i = 1; i < catalogue->count; i++) {
        const struct sa_check *first = catalogue->checks[i - 1];
        const struct sa_check *second = catalogue->checks[i];

        if (strcmp(first->id, second->id) == 0) {
            (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                          "the check id '%s' occurs twice: in '%s' and in '%s'", first->id,
                          first->file, second->file);
            sa_hint(err, "give one of them another id, or leave out a folder");
            return SA_E_INPUT;
        }
    }
    return 0;
}

static int make_version(struct sa_catalogue *catalogue, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(SA_LIMIT_CHECKS * (size_t)128);
    const char *base = catalogue->embedded ? SYNCAUDIT_CATALOGUE_VERSION : "custom";
    int r = 0;

    for (size_t i = 0; i < catalogue->count; i++)
        sa_buf_addf(&list, "%s %s\n", catalogue->checks[i]->id, catalogue->checks[i]->sha256);
    if (sa_buf_status(&list) < 0)
        return sa_fail_nomem(err);
    r = sa_sha256_hex(sa_buf_text(&list), list.len, catalogue->sha256);
    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_OPENSSL, 0, "SHA-256 is not available");
    if (catalogue->embedded && !catalogue->extended)
        (void)snprintf(catalogue->version, sizeof catalogue->version, "%s", base);
    else
        (void)snprintf(catalogue->version, sizeof catalogue->version, "%s+%.8s", base,
                       catalogue->sha256);
    return 0;
}

int sa_catalogue_seal(struct sa_catalogue *catalogue, struct sa_error *err)
{
    int r = 0;

    if (catalogue->count > 0)
        r = check_ids(catalogue, err);
    if (r < 0)
        return r;
    if (catalogue->count > 0)
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): of pointers */
        qsort(catalogue->checks, catalogue->count, sizeof *catalogue->checks, compare_checks);
    return make_version(catalogue, err);
}

/* --- reading ---------------------------------------------------------------------------------- */

size_t sa_catalogue_count(const struct sa_catalogue *catalogue)
{
    return catalogue->count;
}

const struct sa_check *sa_catalogue_at(const struct sa_catalogue *catalogue, size_t index)
{
    return catalogue->checks[index];
}

static struct sa_check *find_check(const struct sa_catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->count; i++) {
        if (sa_text_same(catalogue->checks[i]->id, id))
            return catalogue->checks[i];
    }
    return NULL;
}

const struct sa_check *sa_catalogue_find(const struct sa_catalogue *catalogue, const char *id)
{
    return find_check(catalogue, id);
}

const char *sa_catalogue_version(const struct sa_catalogue *catalogue)
{
    return catalogue->version;
}

const char *sa_catalogue_sha256(const struct sa_catalogue *catalogue)
{
    return catalogue->sha256;
}

/* --- parameters ------------------------------------------------------------------------------- */

static int fail_no_check(const struct sa_catalogue *catalogue, const char *id, struct sa_error *err)
{
    const char **ids = calloc(catalogue->count + 1, sizeof *ids);
    const char *nearest = NULL;

    if (ids == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < catalogue->count; i++)
        ids[i] = catalogue->checks[i]->id;
    nearest = sa_text_nearest(id, ids);
    if (nearest != NULL)
        (void)sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0,
                      "there is no check '%s': did you mean '%s'?", id, nearest);
    else
        (void)sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "there is no check '%s'", id);
    free(ids);
    return SA_E_NOT_FOUND;
}

static int fail_no_param(const struct sa_check *check, const char *name, struct sa_error *err)
{
    const char **names = NULL;
    const char *nearest = NULL;

    if (check->param_count == 0)
        return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "the check '%s' has no parameters",
                       check->id);
    names = calloc(check->param_count + 1, sizeof *names);
    if (names == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < check->param_count; i++)
        names[i] = check->params[i].name;
    nearest = sa_text_nearest(name, names);
    (void)sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0,
                  nearest != NULL ? "the check '%s' has no parameter '%s': did you mean '%s'?"
                                  : "the check '%s' has no parameter '%s'",
                  check->id, name, nearest);
    if (nearest == NULL)
        sa_hint(err, "its first parameter is '%s'", names[0]);
    free(names);
    return SA_E_NOT_FOUND;
}

static int fail_value(const struct sa_check *check, const struct sa_param *param,
                      const char *expected, const char *value, struct sa_error *err)
{
    return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                   "the parameter '%s' of the check '%s' must be %s, not '%s'", param->name,
                   check->id, expected, value);
}

/* Is the one value of the parameter's type? For a truth value also its stored form. */
static int check_value(const struct sa_check *check, const struct sa_param *param,
                       const char **value, struct sa_error *err)
{
    int64_t number = 0;
    bool flag = false;

    switch (param->type) {
    case SA_PARAM_INT:
        if (sa_parse_i64(*value, INT64_MIN, INT64_MAX, &number) < 0)
            return fail_value(check, param, "a whole number", *value, err);
        break;
    case SA_PARAM_REAL:
        if (!sa_param_is_real(*value))
            return fail_value(check, param, "a number", *value, err);
        break;
    case SA_PARAM_BOOL:
        if (sa_parse_bool(*value, &flag) < 0)
            return fail_value(check, param, "true or false", *value, err);
        *value = flag ? "1" : "0";
        break;
    case SA_PARAM_TEXT:
        if (!sa_utf8_valid(*value, strlen(*value)))
            return fail_value(check, param, "text in UTF-8", *value, err);
        break;
    case SA_PARAM_LIST:
        break;
    }
    return 0;
}

static int make_list(struct sa_catalogue *catalogue, const struct sa_check *check,
                     const struct sa_param *param, const char *const *values, const char **ret,
                     struct sa_error *err)
{
    bool has_texts = sa_text_starts(param->default_value, "[\"");
    bool has_numbers = !has_texts && strcmp(param->default_value, "[]") != 0;
    int64_t number = 0;

    for (size_t i = 0; values[i] != NULL; i++) {
        if (!sa_utf8_valid(values[i], strlen(values[i])))
            return fail_value(check, param, "a list of texts in UTF-8", values[i], err);
        if (has_numbers && sa_parse_i64(values[i], INT64_MIN, INT64_MAX, &number) < 0)
            return fail_value(check, param, "a list of whole numbers", values[i], err);
    }
    return sa_param_list(&catalogue->arena, values, !has_texts, ret, err);
}

int sa_catalogue_set_param(struct sa_catalogue *catalogue, const char *check_id, const char *name,
                           const char *const *values, struct sa_error *err)
{
    struct sa_check *check = find_check(catalogue, check_id);
    struct sa_param *param = NULL;
    const char *value = NULL;
    int r = 0;

    if (check == NULL)
        return fail_no_check(catalogue, check_id, err);
    for (size_t i = 0; i < check->param_count && param == NULL; i++) {
        if (strcmp(check->params[i].name, name) == 0)
            param = &check->params[i];
    }
    if (param == NULL)
        return fail_no_param(check, name, err);
    if (param->type == SA_PARAM_LIST) {
        r = make_list(catalogue, check, param, values, &value, err);
    } else if (values[0] == NULL || values[1] != NULL) {
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                       "the parameter '%s' of the check '%s' is one value, not a list", name,
                       check->id);
    } else {
        value = values[0];
        r = check_value(check, param, &value, err);
        if (r == 0 && strlen(value) > SA_LIMIT_SQL_VALUE)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                           "the parameter '%s' of the check '%s' is longer than %zu bytes "
                           "(SA_LIMIT_SQL_VALUE)",
                           name, check->id, SA_LIMIT_SQL_VALUE);
        if (r == 0)
            value = sa_arena_text(&catalogue->arena, value);
        if (r == 0 && value == NULL)
            return sa_fail_nomem(err);
    }
    if (r < 0)
        return r;
    param->value = value;
    param->from_policy = true;
    return 0;
}
