/* SPDX-License-Identifier: Apache-2.0 */
/* Reads one check file: the header (checks.h shows one), then the query.
 *
 * The header is every line from the first one on that starts with "-- " or is exactly "--". It
 * is parsed with these characters blanked out instead of cut off, so that the mapping starts in
 * column four and every line and column of an error is that of the file.
 *
 * A parameter has the type that its default looks like; what looks like two things ("no", "007",
 * "nan") is refused until it is quoted. Lists become JSON, because json_each() is how a query
 * reads them.
 *
 * User catalogues are hostile: the file is bounded, must be UTF-8 without NULs (SQLite would not
 * see what stands behind one, a reviewer would), and nothing here looks at the query but for
 * whether it is there: sandbox.c prepares it. */
#include <math.h>
#include <stdlib.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"
#include "syncaudit/yaml.h"

#include "catalogue.h"
#include "engine.h"

static const char *const header_keys[] = {
    "SPDX-License-Identifier",
    "id",
    "title",
    "area",
    "severity",
    "applies",
    "needs",
    "confirms",
    "param",
    "why",
    "remedy",
    "references",
    NULL,
};
static const char *const severity_words[] = {"info", "low", "medium", "high", "critical", NULL};
static const char *const applies_words[] = {"all",    "active", "staging", "pair",
                                            "tenant", "forest", NULL};

/* Words that YAML or C could take for something else than text. */
static const char *const ambiguous_words[] = {
    "true", "false", "yes",  "no",   "on",    "off",   "null",     "~",         "nan",       ".nan",
    "inf",  "+inf",  "-inf", ".inf", "+.inf", "-.inf", "infinity", "+infinity", "-infinity", NULL,
};

struct reader {
    struct sa_arena *arena; /* of the catalogue */
    const struct sa_yaml *yaml;
    const struct sa_yaml_node *root;
    struct sa_check *check;
    struct sa_error *err;
};

int sa_severity_weight(enum sa_severity severity)
{
    switch (severity) {
    case SA_CRITICAL:
        return 10;
    case SA_HIGH:
        return 6;
    case SA_MEDIUM:
        return 3;
    case SA_LOW:
        return 1;
    case SA_INFO:
        break;
    }
    return 0;
}

const char *sa_severity_name(enum sa_severity severity)
{
    return severity_words[severity];
}

int sa_severity_parse(const char *word, enum sa_severity *ret)
{
    for (int i = 0; severity_words[i] != NULL; i++) {
        if (sa_text_same(word, severity_words[i])) {
            *ret = (enum sa_severity)i;
            return 0;
        }
    }
    return SA_E_INPUT;
}

const char *sa_applies_name(enum sa_applies applies)
{
    return applies_words[applies];
}

/* --- the file --------------------------------------------------------------------------------- */

static int fail_line(const char *file, long line, struct sa_error *err, const char *message)
{
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", message);
    sa_place(err, file, line, 0);
    return SA_E_INPUT;
}

/* Length of the line at `at` without its line feed. */
static size_t line_len(const char *at, const char *end)
{
    const char *feed = memchr(at, '\n', (size_t)(end - at));

    return (size_t)((feed != NULL ? feed : end) - at);
}

static bool is_header_line(const char *at, size_t len)
{
    if (len > 0 && at[len - 1] == '\r')
        len--;
    return len >= 2 && at[0] == '-' && at[1] == '-' && (len == 2 || at[2] == ' ');
}

/* A file that is being read, and how far that has come. */
struct source {
    const char *file;
    const char *at, *end;
    long line; /* of `at` */
};

/* Copies the header with blanks for its comment marks. */
static int take_header(struct source *s, struct sa_buf *header, struct sa_error *err)
{
    while (s->at < s->end) {
        size_t len = line_len(s->at, s->end);

        if (!is_header_line(s->at, len))
            break;
        sa_buf_add_text(header, "  ");
        if (len > 2)
            sa_buf_add(header, s->at[2] == ' ' ? " " : "\r", 1);
        if (len > 3)
            sa_buf_add(header, s->at + 3, len - 3);
        sa_buf_add_char(header, '\n');
        s->at += len + (s->at + len < s->end);
        s->line++;
    }
    if (s->line == 1)
        return fail_line(s->file, 1, err,
                         "no header: start the file with lines like '-- id: ABC-001'");
    if (s->end - s->at >= 2 && s->at[0] == '-' && s->at[1] == '-')
        return fail_line(
            s->file, s->line, err,
            "a comment right behind the header must start with '-- ', with a space, to "
            "belong to it, or follow an empty line");
    return sa_buf_status(header) < 0 ? sa_fail_nomem(err) : 0;
}

/* The first character that is neither space, comment nor ';', or `end`. */
static const char *skip_comments(const char *at, const char *end)
{
    while (at < end) {
        if (strchr(" \t\r\n\f;", *at) != NULL) {
            at++;
        } else if (end - at >= 2 && at[0] == '-' && at[1] == '-') {
            at += line_len(at, end);
        } else if (end - at >= 2 && at[0] == '/' && at[1] == '*') {
            const char *close = memmem(at + 2, (size_t)(end - at) - 2, "*/", 2);

            at = close != NULL ? close + 2 : end;
        } else {
            break;
        }
    }
    return at;
}

static int take_query(struct source *s, struct sa_arena *arena, struct sa_check *check,
                      struct sa_error *err)
{
    if (skip_comments(s->at, s->end) == s->end)
        return fail_line(s->file, s->line, err,
                         "the query is missing: write one SELECT behind the header");
    while (*s->at == '\n' || *s->at == '\r') {
        s->line += *s->at == '\n';
        s->at++;
    }
    check->sql_line = s->line;
    check->sql = sa_arena_copy(arena, s->at, (size_t)(s->end - s->at));
    return check->sql != NULL ? 0 : sa_fail_nomem(err);
}

static int check_bytes(const char *file, const char *text, size_t len, struct sa_error *err)
{
    const char *nul = memchr(text, '\0', len);
    long line = 1;

    if (len > SA_LIMIT_CHECK_FILE) {
        (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                      "the check is larger than %zu bytes (SA_LIMIT_CHECK_FILE)",
                      SA_LIMIT_CHECK_FILE);
        sa_place(err, file, 0, 0);
        return SA_E_LIMIT;
    }
    if (nul == NULL && sa_utf8_valid(text, len))
        return 0;
    /* The line with the first bad byte: the last one whose end can still be reached. */
    for (const char *at = text; at < text + len; line++) {
        size_t step = line_len(at, text + len);

        if (memchr(at, '\0', step) != NULL || !sa_utf8_valid(at, step))
            break;
        at += step + 1;
    }
    return fail_line(file, line, err, "a byte that is no UTF-8 text: save the file as UTF-8");
}

/* --- texts and lists -------------------------------------------------------------------------- */

/* Control characters, those that turn the direction of writing, and those that break a line. */
static bool is_layout(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) || character == 0x061C ||
           character == 0x200E || character == 0x200F ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

static bool is_one_line(const char *text)
{
    size_t left = strlen(text);

    while (left > 0) {
        uint32_t character = 0;
        size_t len = sa_utf8_next((const unsigned char *)text, left, &character);

        if (len == 0 || is_layout(character))
            return false;
        text += len;
        left -= len;
    }
    return true;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* A required text, copied into the catalogue. */
static int read_text(struct reader *r, const char *key, bool one_line, const char **ret)
{
    const struct sa_yaml_node *node = sa_yaml_get(r->root, key);
    const char *text = NULL;
    int status = sa_yaml_text(r->yaml, r->root, key, true, &text, r->err);

    if (status < 0)
        return status;
    if (is_blank(text))
        return sa_yaml_fail(r->yaml, node, false, r->err, "'%s' is empty: write a sentence", key);
    if (one_line && !is_one_line(text))
        return sa_yaml_fail(r->yaml, node, false, r->err,
                            "'%s' must be one line without control and direction characters", key);
    *ret = sa_arena_text(r->arena, text);
    return *ret != NULL ? 0 : sa_fail_nomem(r->err);
}

/* A list of words as NULL-terminated array, empty when the key is absent. */
static int read_list(struct reader *r, const char *key, const char *const **ret)
{
    const struct sa_yaml_node *node = NULL;
    const char **list = NULL;
    size_t count = 0;
    size_t i = 0;
    int status = sa_yaml_list(r->yaml, r->root, key, &node, &count, r->err);

    if (status < 0)
        return status;
    list = sa_arena_array(r->arena, count + 1, sizeof *list);
    if (list == NULL)
        return sa_fail_nomem(r->err);
    for (; node != NULL; node = node->next) {
        if (is_blank(node->text) || !is_one_line(node->text))
            return sa_yaml_fail(r->yaml, node, false, r->err,
                                "each member of '%s' must be one line that is not empty", key);
        list[i] = sa_arena_text(r->arena, node->text);
        if (list[i++] == NULL)
            return sa_fail_nomem(r->err);
    }
    *ret = list;
    return 0;
}

/* --- parameters ------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *at)
{
    while (is_digit(*at))
        at++;
    return at;
}

/* Digits, perhaps a fraction, perhaps an exponent. */
static bool looks_real(const char *text)
{
    const char *at = text + (*text == '-' || *text == '+');
    const char *digits = at;

    at = skip_digits(at);
    if (at == digits)
        return false;
    if (*at == '.') {
        digits = at + 1;
        at = skip_digits(digits);
        if (at == digits)
            return false;
    }
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '-' || at[1] == '+' ? 2 : 1;
        digits = at;
        at = skip_digits(at);
        if (at == digits)
            return false;
    }
    return *at == '\0';
}

bool sa_param_is_real(const char *text)
{
    /* No locale is ever set, so the decimal point is a point. */
    return looks_real(text) && isfinite(strtod(text, NULL));
}

/* Digits only, with an optional sign. */
static bool looks_whole(const char *text)
{
    const char *digits = text + (*text == '-' || *text == '+');

    return is_digit(*digits) && *skip_digits(digits) == '\0';
}

static bool is_whole(const char *text)
{
    const char *digits = text + (*text == '-' || *text == '+');
    int64_t number = 0;

    return looks_whole(text) && (digits[0] != '0' || digits[1] == '\0') && *text != '+' &&
           sa_parse_i64(text, INT64_MIN, INT64_MAX, &number) == 0;
}

static void add_json_text(struct sa_buf *buf, const char *text)
{
    sa_buf_add_char(buf, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            sa_buf_addf(buf, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            sa_buf_addf(buf, "\\u%04x", (unsigned)*text);
        else
            sa_buf_add_char(buf, *text);
    }
    sa_buf_add_char(buf, '"');
}

int sa_param_list(struct sa_arena *arena, const char *const *values, bool may_be_numbers,
                  const char **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf json = SA_BUF_INIT(SA_LIMIT_SQL_VALUE);
    bool are_numbers = may_be_numbers;

    for (size_t i = 0; values[i] != NULL; i++)
        are_numbers = are_numbers && is_whole(values[i]);
    sa_buf_add_char(&json, '[');
    for (size_t i = 0; values[i] != NULL; i++) {
        if (i > 0)
            sa_buf_add_text(&json, ", ");
        if (are_numbers)
            sa_buf_add_text(&json, values[i]);
        else
            add_json_text(&json, values[i]);
    }
    sa_buf_add_char(&json, ']');
    if (sa_buf_status(&json) == SA_E_LIMIT)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the list is longer than %zu bytes (SA_LIMIT_SQL_VALUE)",
                       SA_LIMIT_SQL_VALUE);
    *ret = sa_buf_status(&json) == 0 ? sa_arena_copy(arena, json.data, json.len) : NULL;
    return *ret != NULL ? 0 : sa_fail_nomem(err);
}

static int read_list_param(struct reader *r, const struct sa_yaml_node *node,
                           struct sa_param *param)
{
    const char **values = calloc(node->count + 1, sizeof *values);
    bool is_quoted = false;
    size_t i = 0;
    int status = 0;

    if (values == NULL)
        return sa_fail_nomem(r->err);
    for (const struct sa_yaml_node *member = node->first; member != NULL; member = member->next) {
        if (member->type != SA_YAML_SCALAR) {
            status = sa_yaml_fail(r->yaml, member, false, r->err,
                                  "the list '%s' must hold single values", param->name);
            break;
        }
        if (!member->quoted && is_blank(member->text)) {
            status = sa_yaml_fail(r->yaml, member, false, r->err,
                                  "a value is missing in the list '%s'", param->name);
            break;
        }
        is_quoted = is_quoted || member->quoted;
        values[i++] = member->text;
    }
    param->type = SA_PARAM_LIST;
    if (status == 0)
        status = sa_param_list(r->arena, values, !is_quoted, &param->value, r->err);
    free(values);
    return status;
}

static bool is_ambiguous(const char *text)
{
    for (size_t i = 0; ambiguous_words[i] != NULL; i++) {
        if (sa_text_same(text, ambiguous_words[i]))
            return true;
    }
    /* "007", "+7", and numbers that are too large. */
    return looks_whole(text) || (looks_real(text) && !sa_param_is_real(text));
}

static int read_scalar_param(struct reader *r, const struct sa_yaml_node *node,
                             struct sa_param *param)
{
    const char *text = node->text;

    if (!node->quoted && text[0] == '\0')
        return sa_yaml_fail(r->yaml, node, true, r->err,
                            "the parameter '%s' has no default: write one, '' for an empty text",
                            param->name);
    if (node->quoted) {
        param->type = SA_PARAM_TEXT;
    } else if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0) {
        param->type = SA_PARAM_BOOL;
        text = text[0] == 't' ? "1" : "0";
    } else if (is_whole(text)) {
        param->type = SA_PARAM_INT;
    } else if (is_ambiguous(text)) {
        return sa_yaml_fail(r->yaml, node, false, r->err,
                            "the default '%s' of '%s' could be two things: write true, false or a "
                            "plain number, or put a text in quotes",
                            text, param->name);
    } else {
        param->type = sa_param_is_real(text) ? SA_PARAM_REAL : SA_PARAM_TEXT;
    }
    param->value = sa_arena_text(r->arena, text);
    return param->value != NULL ? 0 : sa_fail_nomem(r->err);
}

static bool is_param_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return len > 0 && len <= 40 && name[len] == '\0' && name[0] >= 'a' && name[0] <= 'z';
}

static int read_params(struct reader *r)
{
    const struct sa_yaml_node *params = sa_yaml_get(r->root, "param");
    struct sa_param *param = NULL;

    if (params == NULL)
        return 0;
    if (params->type != SA_YAML_MAPPING || params->count == 0)
        return sa_yaml_fail(r->yaml, params, true, r->err,
                            "'param' must be a mapping of names to defaults: 'max_count: 500'");
    param = sa_arena_array(r->arena, params->count, sizeof *param);
    if (param == NULL)
        return sa_fail_nomem(r->err);
    r->check->params = param;
    for (const struct sa_yaml_node *node = params->first; node != NULL;
         node = node->next, param++) {
        int status = 0;

        if (!is_param_name(node->key))
            return sa_yaml_fail(
                r->yaml, node, true, r->err,
                "the parameter name '%s' must be lower-case letters, digits and '_', "
                "at most 40",
                node->key);
        param->name = sa_arena_text(r->arena, node->key);
        if (param->name == NULL)
            return sa_fail_nomem(r->err);
        if (node->type == SA_YAML_MAPPING)
            return sa_yaml_fail(r->yaml, node, false, r->err,
                                "the parameter '%s' must be one value or a list", node->key);
        status = node->type == SA_YAML_SEQUENCE ? read_list_param(r, node, param)
                                                : read_scalar_param(r, node, param);
        if (status < 0)
            return status;
        param->default_value = param->value;
        r->check->param_count++;
    }
    return 0;
}

/* --- the header ------------------------------------------------------------------------------- */

/* [A-Z][A-Z0-9]{1,7}-[0-9]{3} */
static bool is_check_id(const char *id)
{
    size_t len = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    return len >= 2 && len <= 8 && !is_digit(id[0]) && id[len] == '-' && is_digit(id[len + 1]) &&
           is_digit(id[len + 2]) && is_digit(id[len + 3]) && id[len + 4] == '\0';
}

static bool is_area(const char *area)
{
    size_t len = strspn(area, "abcdefghijklmnopqrstuvwxyz0123456789 -");

    return len > 0 && len <= 32 && area[len] == '\0' && area[0] != ' ' && area[len - 1] != ' ';
}

static int read_identity(struct reader *r)
{
    struct sa_check *check = r->check;
    int value = 0;
    int status = read_text(r, "id", true, &check->id);

    if (status == 0 && !is_check_id(check->id))
        return sa_yaml_fail(r->yaml, sa_yaml_get(r->root, "id"), false, r->err,
                            "'id' must be two to eight capital letters or digits, '-' and three "
                            "digits, like 'SYN-009', not '%s'",
                            check->id);
    if (status == 0 && strcmp(check->id, SA_READINESS_ID) == 0)
        return sa_yaml_fail(r->yaml, sa_yaml_get(r->root, "id"), false, r->err,
                            "the id '" SA_READINESS_ID "' is that of failover readiness, which is "
                            "drawn from the results of other checks: take another one");
    if (status == 0)
        status = read_text(r, "title", true, &check->title);
    if (status == 0)
        status = read_text(r, "area", true, &check->area);
    if (status == 0 && !is_area(check->area))
        return sa_yaml_fail(r->yaml, sa_yaml_get(r->root, "area"), false, r->err,
                            "'area' must be at most 32 lower-case letters, digits, spaces and '-'");
    if (status == 0)
        status = sa_yaml_enum(r->yaml, r->root, "severity", severity_words, true, &value, r->err);
    check->severity = (enum sa_severity)value;
    if (status == 0)
        status = sa_yaml_enum(r->yaml, r->root, "applies", applies_words, true, &value, r->err);
    check->applies = (enum sa_applies)value;
    return status;
}

/* "global_settings or registry": sources of one server, each of them a word. */
static int check_choices(struct reader *r, const char *key, const char *const *needs)
{
    for (; *needs != NULL; needs++) {
        size_t len = 0;

        for (const char *at = *needs; sa_need_is_choice(*needs) && at != NULL;) {
            const char *next = sa_need_next(at, &len);

            if (len == 0 || memchr(at, ' ', len) != NULL || sa_source_of_forest(at))
                return sa_yaml_fail(r->yaml, sa_yaml_get(r->root, key), false, r->err,
                                    "'%s' in '%s': write 'one or another' with the names of two "
                                    "sources of servers",
                                    *needs, key);
            at = next;
        }
    }
    return 0;
}

static int read_sources(struct reader *r)
{
    int status = read_list(r, "needs", &r->check->needs);

    if (status == 0)
        status = check_choices(r, "needs", r->check->needs);
    if (status == 0)
        status = read_list(r, "confirms", &r->check->confirms);
    if (status == 0)
        status = check_choices(r, "confirms", r->check->confirms);
    if (status == 0 && r->check->needs[0] == NULL && r->check->confirms[0] == NULL) {
        status =
            sa_yaml_fail(r->yaml, r->root, false, r->err,
                         "'needs' or 'confirms' must name a source: without one the check would "
                         "pass on a server that nobody has seen");
        sa_hint(r->err, "add a line like '-- needs: [global_settings]'");
    }
    return status;
}

static int read_header(struct reader *r)
{
    int status = sa_yaml_check_keys(r->yaml, r->root, header_keys, r->err);

    if (status == 0)
        status = read_identity(r);
    if (status == 0)
        status = read_sources(r);
    if (status == 0)
        status = read_params(r);
    if (status == 0)
        status = read_text(r, "why", false, &r->check->why);
    if (status == 0)
        status = read_text(r, "remedy", false, &r->check->remedy);
    if (status == 0)
        status = read_list(r, "references", &r->check->references);
    return status;
}

static int parse_header(struct sa_arena *arena, const struct sa_buf *header, struct sa_check *check,
                        struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    struct reader reader = {.arena = arena, .check = check, .err = err};
    int r = sa_yaml_parse(check->file, sa_buf_text(header), header->len, 1, &yaml, err);

    if (r < 0)
        return r;
    reader.yaml = yaml;
    reader.root = sa_yaml_root(yaml);
    return read_header(&reader);
}

int sa_check_parse(struct sa_catalogue *catalogue, const char *file, const char *text, size_t len,
                   struct sa_check **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf header = SA_BUF_INIT(2 * SA_LIMIT_CHECK_FILE);
    struct sa_check *check = sa_arena_alloc(&catalogue->arena, sizeof *check);
    const char *start = len > 0 ? text : "";
    struct source source = {.file = file, .at = start, .end = start + len, .line = 1};
    int r = check_bytes(file, start, len, err);

    if (r < 0)
        return r;
    if (check == NULL)
        return sa_fail_nomem(err);
    check->file = sa_arena_text(&catalogue->arena, file);
    if (check->file == NULL)
        return sa_fail_nomem(err);
    r = sa_sha256_hex(start, len, check->sha256);
    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_OPENSSL, 0, "SHA-256 is not available");
    if (len >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0)
        source.at += 3;
    r = take_header(&source, &header, err);
    if (r == 0)
        r = parse_header(&catalogue->arena, &header, check, err);
    if (r == 0)
        r = take_query(&source, &catalogue->arena, check, err);
    if (r < 0)
        return r;
    *ret = check;
    return 0;
}
