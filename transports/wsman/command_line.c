/* SPDX-License-Identifier: Apache-2.0 */
/* Command lines that may be sent to a shell. cmd.exe reads them on the other side, so the grammar here
 * has nothing that it would expand, redirect or take apart in another way than this file does:
 *
 *   line    = command *( ( "&" / "&&" / "||" ) command )
 *   command = "reg query" key *( "/s" / "/ve" / "/v" name / "/reg:64" / "/reg:32" )
 *           / "echo" 1*word
 *   key     = "HKLM\..." or "HKEY_LOCAL_MACHINE\...", in double quotes when it has blanks
 *   name    = the same way
 *   word    = letters, digits, "_", "-", ".", ":", "="
 *
 * Only ASCII; no % ^ ! < > anywhere, no quote but around a whole word, no backslash before a closing
 * quote, which would escape it. Keys that hold secrets are refused, and so are trees around them. */
#include <string.h>
#include <strings.h>

#include "internal.h"

/* cmd.exe takes 8191 characters, "...\\cmd.exe /c" before them included. */
#define LINE_MAX_LENGTH 8100

struct word {
    const char *text;
    size_t len;
    bool is_quoted;
};

#define ALNUM "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

static bool same(const char *text, size_t len, const char *word)
{
    return len == strlen(word) && strncasecmp(text, word, len) == 0;
}

static bool is(const struct word *word, const char *text)
{
    return !word->is_quoted && same(word->text, word->len, text);
}

/* Secrets ---------------------------------------------------------------------------------------- */

/* Is `a` the key `b` or one below it? */
static bool is_within(const char *a, size_t a_len, const char *b, size_t b_len)
{
    return a_len >= b_len && strncasecmp(a, b, b_len) == 0 &&
           (a_len == b_len || b_len == 0 || a[b_len] == '\\');
}

bool wsman_is_secret_key(const char *key, size_t len, const char *value, size_t value_len,
                         bool recursive)
{
    static const struct {
        const char *key;
        const char *const values[3]; /**< only these are secret; none: all of it */
    } secrets[] = {
        {"SAM",                                                                     {NULL}},
        {"SECURITY",                                                                {NULL}},
        {"SOFTWARE\\Microsoft\\AD Sync",                                            {NULL}},
        {"SOFTWARE\\WOW6432Node\\Microsoft\\AD Sync",                               {NULL}},
        {"SYSTEM\\CurrentControlSet\\Services\\SNMP\\Parameters\\ValidCommunities", {NULL}},
        {"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
         {"DefaultPassword", "AltDefaultPassword", NULL}                                  },
    };

    /* Written in another way than here, a key could not be compared. */
    if (len == 0 || key[0] == '\\' || key[len - 1] == '\\' || memmem(key, len, "\\\\", 2) != NULL)
        return true;
    for (size_t i = 0; i < SA_COUNT(secrets); i++) {
        size_t secret_len = strlen(secrets[i].key);
        bool is_part = secrets[i].values[0] != NULL;

        if (recursive && is_within(secrets[i].key, secret_len, key, len))
            return true;
        if (!is_within(key, len, secrets[i].key, secret_len))
            continue;
        if (!is_part || (value == NULL && len == secret_len))
            return true;
        for (size_t v = 0; value != NULL && secrets[i].values[v] != NULL; v++) {
            if (same(value, value_len, secrets[i].values[v]))
                return true;
        }
    }
    return false;
}

/* Words ------------------------------------------------------------------------------------------ */

/* Takes the next word of a command. False: the command ends here, or there is none that may be. */
static bool next_word(const char **at, struct word *ret)
{
    static const char bare[] = ALNUM "\\_-.:/={}";

    *at += strspn(*at, " ");
    ret->is_quoted = **at == '"';
    if (ret->is_quoted) {
        ret->text = ++*at;
        for (; **at != '"'; (*at)++) {
            if (**at < 0x20 || **at > 0x7E || strchr("%^!<>|&", **at) != NULL)
                return false;
        }
        ret->len = (size_t)(*at - ret->text);
        (*at)++;
        if (ret->len == 0 || ret->text[ret->len - 1] == '\\')
            return false;
    } else {
        ret->text = *at;
        ret->len = strspn(*at, bare);
        *at += ret->len;
    }
    return ret->len > 0 && (**at == '\0' || strchr(" &|", **at) != NULL);
}

static bool at_end(const char **at)
{
    *at += strspn(*at, " ");
    return **at == '\0' || **at == '&' || **at == '|';
}

/* Takes the root off: all keys are of the machine. */
static bool is_machine_key(const struct word *word, struct word *ret)
{
    static const char *const roots[] = {"HKLM\\", "HKEY_LOCAL_MACHINE\\"};

    for (size_t i = 0; i < SA_COUNT(roots); i++) {
        size_t len = strlen(roots[i]);

        if (word->len > len && strncasecmp(word->text, roots[i], len) == 0) {
            *ret = (struct word){word->text + len, word->len - len, word->is_quoted};
            return true;
        }
    }
    return false;
}

static bool is_query(const char **at)
{
    struct word word;
    struct word key;
    struct word value = {0};
    bool recursive = false;

    if (!next_word(at, &word) || !is(&word, "query") || !next_word(at, &word) ||
        !is_machine_key(&word, &key))
        return false;
    while (!at_end(at)) {
        if (!next_word(at, &word))
            return false;
        if (is(&word, "/s")) {
            recursive = true;
        } else if (is(&word, "/v")) {
            if (!next_word(at, &value) || value.text[0] == '/')
                return false;
        } else if (is(&word, "/ve")) {
            value = (struct word){"", 0, true};
        } else if (!is(&word, "/reg:64") && !is(&word, "/reg:32")) {
            return false;
        }
    }
    return !wsman_is_secret_key(key.text, key.len, value.text, value.len, recursive);
}

static bool is_echo(const char **at)
{
    static const char marker[] = ALNUM "_-.:=";
    size_t count = 0;

    while (!at_end(at)) {
        struct word word;

        if (!next_word(at, &word) || word.is_quoted || strspn(word.text, marker) < word.len)
            return false;
        count++;
    }
    return count > 0;
}

static bool is_command(const char **at)
{
    struct word word;

    if (!next_word(at, &word))
        return false;
    if (is(&word, "reg"))
        return is_query(at);
    return is(&word, "echo") && is_echo(at);
}

static bool is_line(const char *at)
{
    for (;;) {
        if (!is_command(&at) || !at_end(&at))
            return false;
        if (*at == '\0')
            return true;
        if (strncmp(at, "&&", 2) == 0 || strncmp(at, "||", 2) == 0)
            at += 2;
        else if (*at == '&')
            at++;
        else
            return false;
    }
}

int wsman_may_run(const char *command_line, struct sa_error *err)
{
    if (strlen(command_line) <= LINE_MAX_LENGTH && is_line(command_line))
        return 0;
    (void)sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                  "the command '%.300s' is not among those that may be sent", command_line);
    sa_hint(err, "please report this: nothing was sent");
    return SA_E_INTERNAL;
}
