/* SPDX-License-Identifier: Apache-2.0 */
/* Challenges of WWW-Authenticate (RFC 9110, 11.2 to 11.6.1).
 *
 *   challenge = scheme [ 1*SP ( token68 / [ parameter *( "," parameter ) ] ) ]
 *
 * Commas separate both challenges and parameters: what stands before "=" is a parameter, anything else
 * a scheme. A word is a token68 only when a comma or the end follows it. */
#include <ctype.h>
#include <string.h>

#include "syncaudit/http.h"

static bool is_token_char(char c)
{
    return c != '\0' && (isalnum((unsigned char)c) || strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static bool is_token68_char(char c)
{
    return c != '\0' && (isalnum((unsigned char)c) || strchr("-._~+/", c) != NULL);
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Behind a parameter's value: a token or a quoted string, which may have no end. */
static const char *skip_value(const char *at)
{
    if (*at != '"') {
        while (*at != '\0' && *at != ',' && *at != ' ' && *at != '\t')
            at++;
        return at;
    }
    for (at++; *at != '\0' && *at != '"'; at++)
        if (*at == '\\' && at[1] != '\0')
            at++;
    return *at == '"' ? at + 1 : at;
}

/* Is this a parameter? `*ret` is behind it then. */
static bool parameter(const char *at, const char **ret)
{
    const char *end = at;

    while (is_token_char(*end))
        end++;
    if (end == at)
        return false;
    end = skip_blanks(end);
    if (*end != '=')
        return false;
    *ret = skip_value(skip_blanks(end + 1));
    return true;
}

static const char *skip_parameters(const char *at)
{
    for (;;) {
        const char *next = at;

        next += strspn(next, " \t,");
        if (!parameter(next, &at))
            return next;
    }
}

/* A token68 at `at`, which a comma or the end follows. */
static bool token68(const char *at, struct sa_http_challenge *ret, const char **ret_end)
{
    const char *end = at;

    while (is_token68_char(*end))
        end++;
    if (end == at)
        return false;
    while (*end == '=')
        end++;
    *ret_end = skip_blanks(end);
    if (**ret_end != ',' && **ret_end != '\0')
        return false;
    ret->token = at;
    ret->token_len = (size_t)(end - at);
    return true;
}

size_t sa_http_challenges(const char *text, struct sa_http_challenge *ret, size_t max)
{
    const char *at = text;
    size_t count = 0;

    while (count < max) {
        struct sa_http_challenge challenge = {0};
        const char *end = NULL;

        at += strspn(at, " \t,");
        if (*at == '\0')
            break;
        end = at;
        while (is_token_char(*end))
            end++;
        if (end == at) { /* nothing that we know: up to the next comma */
            at = skip_value(at);
            at += strcspn(at, ",");
            continue;
        }
        challenge.scheme = at;
        challenge.scheme_len = (size_t)(end - at);
        at = end;
        if (*at == ' ' || *at == '\t') {
            at = skip_blanks(at);
            if (!token68(at, &challenge, &at))
                at = skip_parameters(challenge.scheme + challenge.scheme_len);
        } else if (*at != ',' && *at != '\0') { /* "name/1.0", "name=value": no challenge */
            at = skip_value(at);
            at += strcspn(at, ",");
            continue;
        }
        ret[count++] = challenge;
    }
    return count;
}
