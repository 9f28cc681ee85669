/* SPDX-License-Identifier: Apache-2.0 */
/* Distinguished names as far as the directory's tree needs them (RFC 4514, with what RFC 2253 still
 * allowed: spaces around separators, quoted values, ";"). Accepted is what sa_text_add_dn() takes for
 * a name, but for values with a NUL. Whether two names are the same is asked of that alone. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

/* Canonical names escape each special character, three bytes for one, and folding may lengthen. */
#define CANONICAL_LIMIT (64 * SA_MIB)

/* Values in one component, as sa_text_add_dn() bounds them. */
#define VALUES_MAX 16

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex_of(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool is_separator(char c)
{
    return c == ',' || c == ';' || c == '+';
}

static const char *skip_spaces(const char *at)
{
    return at + strspn(at, " ");
}

/* The readers below advance `*at` and add what they read; the buffers may be NULL. */

static int read_type(const char **at, struct sa_buf *type)
{
    const char *start = skip_spaces(*at);
    const char *end = start;

    if (!is_letter(*start) && !is_digit(*start))
        return SA_E_INPUT;
    while (is_letter(*end) || is_digit(*end) || *end == '-' || *end == '_' || *end == '.')
        end++;
    *at = skip_spaces(end);
    if (*(*at)++ != '=')
        return SA_E_INPUT;
    *at = skip_spaces(*at);
    return type == NULL ? 0 : sa_buf_add(type, start, (size_t)(end - start));
}

/* What stands behind the backslash of "\2C" or "\,". */
static int read_escape(const char **at, char *ret)
{
    char c = *(*at)++;
    int high = hex_of(c);
    int low = high >= 0 ? hex_of(**at) : -1;

    if (high >= 0 && low >= 0) {
        (*at)++;
        *ret = (char)(high << 4 | low);
        return *ret == '\0' ? SA_E_INPUT : 0; /* would end the value for whoever reads it as text */
    }
    if (c < ' ' || c > '~' || is_letter(c) || is_digit(c))
        return SA_E_INPUT;
    *ret = c;
    return 0;
}

/* One character of a value. */
static int read_char(const char **at, struct sa_buf *value)
{
    char c = *(*at)++;

    if (c == '\\') {
        int r = read_escape(at, &c);

        if (r < 0)
            return r;
    }
    return value == NULL ? 0 : sa_buf_add_char(value, c);
}

static int read_quoted(const char **at, struct sa_buf *value)
{
    int r = 0;

    (*at)++;
    while (r == 0 && **at != '"') {
        if (**at == '\0')
            return SA_E_INPUT;
        r = read_char(at, value);
    }
    if (r < 0)
        return r;
    *at = skip_spaces(*at + 1);
    return **at == '\0' || is_separator(**at) ? 0 : SA_E_INPUT;
}

/* "#04024869": BER in hexadecimal, left as it is. */
static int read_ber(const char **at, struct sa_buf *value)
{
    const char *start = (*at)++;
    size_t digits = 0;

    for (; hex_of(**at) >= 0; (*at)++)
        digits++;
    *at = skip_spaces(*at);
    if (digits == 0 || digits % 2 != 0 || (**at != '\0' && !is_separator(**at)))
        return SA_E_INPUT;
    return value == NULL ? 0 : sa_buf_add(value, start, digits + 1);
}

/* Spaces before a separator do not belong to the value unless the last is escaped. */
static int read_plain(const char **at, struct sa_buf *value)
{
    int r = 0;

    while (r == 0 && **at != '\0' && !is_separator(**at)) {
        const char *behind = skip_spaces(*at);

        if (*behind == '\0' || is_separator(*behind))
            *at = behind;
        else if (*behind == '"')
            return SA_E_INPUT;
        else if (behind != *at) {
            if (value != NULL)
                sa_buf_add(value, *at, (size_t)(behind - *at));
            *at = behind;
        } else
            r = read_char(at, value);
    }
    return r;
}

static int read_value(const char **at, struct sa_buf *value)
{
    if (**at == '"')
        return read_quoted(at, value);
    return **at == '#' ? read_ber(at, value) : read_plain(at, value);
}

/* One component; `*at` is then at "," or ";" or the end. Of several values the first is added. */
static int read_component(const char **at, struct sa_buf *type, struct sa_buf *value)
{
    for (size_t i = 0; i < VALUES_MAX; i++) {
        int r = read_type(at, type);

        if (r == 0)
            r = read_value(at, value);
        if (r < 0 || **at != '+')
            return r;
        (*at)++;
        type = NULL;
        value = NULL;
    }
    return SA_E_INPUT;
}

int sa_dn_first(const char *dn, struct sa_buf *type, struct sa_buf *value)
{
    return dn == NULL ? SA_E_INPUT : read_component(&dn, type, value);
}

const char *sa_dn_parent(const char *dn)
{
    if (dn == NULL || read_component(&dn, NULL, NULL) < 0 || *dn == '\0')
        return NULL;
    dn = skip_spaces(dn + 1);
    return *dn == '\0' ? NULL : dn;
}

/* With a dot in it, a label would pass for two; control characters are in no domain name. */
static bool is_label(const char *label, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (label[i] == '.' || (unsigned char)label[i] < ' ' || label[i] == 0x7f)
            return false;
    }
    return len > 0;
}

int sa_dn_domain(const char *dn, struct sa_buf *ret)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf domain = SA_BUF_INIT(ret->limit);
    SA_CLEANUP(sa_buf_done) struct sa_buf type = SA_BUF_INIT(CANONICAL_LIMIT);
    SA_CLEANUP(sa_buf_done) struct sa_buf label = SA_BUF_INIT(CANONICAL_LIMIT);

    for (; dn != NULL; dn++) {
        int r = 0;

        sa_buf_clear(&type);
        sa_buf_clear(&label);
        /* Values in BER and several in one component: the directory has no such names. */
        r = read_type(&dn, &type);
        if (r == 0)
            r = *dn == '#' ? SA_E_INPUT : read_value(&dn, &label);
        if (r == 0 && *dn == '+')
            r = SA_E_INPUT;
        if (r < 0)
            return r;
        if (!sa_text_same(sa_buf_text(&type), "DC")) {
            sa_buf_clear(&domain);
        } else {
            if (!is_label(sa_buf_text(&label), label.len))
                return SA_E_INPUT;
            if (domain.len > 0)
                sa_buf_add_char(&domain, '.');
            sa_buf_add_text(&domain, sa_buf_text(&label));
        }
        if (*dn == '\0')
            break;
    }
    if (sa_buf_status(&domain) < 0)
        return sa_buf_status(&domain);
    return domain.len == 0 ? SA_E_INPUT : sa_buf_add(ret, domain.data, domain.len);
}

static void add_label(struct sa_buf *dn, const char *label, size_t len)
{
    sa_buf_add_text(dn, "DC=");
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)label[i];

        if (strchr("\"+,;<=>\\", c) != NULL || (c == '#' && i == 0) ||
            (c == ' ' && (i == 0 || i + 1 == len)))
            sa_buf_addf(dn, "\\%c", c);
        else
            sa_buf_add_char(dn, (char)c);
    }
}

int sa_domain_dn(const char *domain, struct sa_buf *ret)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf dn = SA_BUF_INIT(ret->limit);

    for (const char *at = domain; at != NULL;) {
        size_t len = strcspn(at, ".");

        if (!is_label(at, len))
            return SA_E_INPUT;
        if (dn.len > 0)
            sa_buf_add_char(&dn, ',');
        add_label(&dn, at, len);
        at += len;
        /* A dot at the very end only says that the name is complete. */
        if (*at == '\0' || *++at == '\0')
            break;
    }
    if (sa_buf_status(&dn) < 0)
        return sa_buf_status(&dn);
    return dn.len == 0 ? SA_E_INPUT : sa_buf_add(ret, dn.data, dn.len);
}

bool sa_dn_within(const char *dn, const char *base)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf a = SA_BUF_INIT(CANONICAL_LIMIT);
    SA_CLEANUP(sa_buf_done) struct sa_buf b = SA_BUF_INIT(CANONICAL_LIMIT);
    size_t start = 0;

    if (dn == NULL || base == NULL || sa_text_add_dn(&a, dn, strlen(dn)) < 0 ||
        sa_text_add_dn(&b, base, strlen(base)) < 0 || b.len == 0 || b.len > a.len)
        return false;
    start = a.len - b.len;
    if (start > 0 && a.data[start - 1] != ',')
        return false;
    return memcmp(a.data + start, b.data, b.len) == 0;
}
