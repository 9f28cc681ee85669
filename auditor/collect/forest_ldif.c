/* SPDX-License-Identifier: Apache-2.0 */
/* Entries as LDIF (RFC 2849): the evidence of facts that come from a directory.
 *
 * Values that are no SAFE-STRING are written in base64. Three things are left out, each with a comment
 * line in its place: attributes that hold secrets (the collector never asks for them; a domain
 * controller may send what it likes), texts for people with a password in them, and attributes that are
 * larger than facts could ever need. */
#include <ctype.h>
#include <string.h>

#include "syncaudit/base64.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest.h"

#define ATTRIBUTE_MAX (256 * SA_KIB)
#define NAME_MAX_LEN  256

static bool is_safe(const unsigned char *bytes, size_t len)
{
    if (len == 0)
        return true;
    if (bytes[0] == ' ' || bytes[0] == ':' || bytes[0] == '<' || bytes[len - 1] == ' ')
        return false;
    for (size_t i = 0; i < len; i++)
        if (bytes[i] < 0x20 || bytes[i] > 0x7E)
            return false;
    return true;
}

static void add_line(struct sa_buf *buf, const char *name, const void *bytes, size_t len)
{
    (void)sa_buf_add_text(buf, name);
    if (is_safe(bytes, len)) {
        (void)sa_buf_add_text(buf, len > 0 ? ": " : ":");
        (void)sa_buf_add(buf, bytes, len);
    } else {
        (void)sa_buf_add_text(buf, ":: ");
        (void)sa_base64_add(buf, bytes, len);
    }
    (void)sa_buf_add_char(buf, '\n');
}

/* AttributeType of RFC 4512: what else a server calls an attribute would break the form. */
static bool is_name(const char *name)
{
    size_t len = strnlen(name, NAME_MAX_LEN + 1);

    if (len == 0 || len > NAME_MAX_LEN)
        return false;
    return strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.;=_") ==
           len;
}

static bool holds_word(const char *name, const char *word)
{
    size_t len = strlen(word);

    for (; strlen(name) >= len; name++)
        if (strncasecmp(name, word, len) == 0)
            return true;
    return false;
}

static bool is_secret(const char *name)
{
    static const char *const secrets[] = {
        "dBCSPwd",   "supplementalCredentials", "currentValue",  "priorValue",    "initialAuth",
        "trustAuth", "msFVE-KeyPackage",        "ms-Mcs-AdmPwd", "msLAPS-Encrypt"};
    static const char *const words[] = {"password", "passwd", "pwd", "secret", "passphrase"};
    /* What only tells of passwords. */
    static const char *const harmless[] = {"pwdLastSet",
                                           "maxPwdAge",
                                           "minPwdAge",
                                           "minPwdLength",
                                           "pwdProperties",
                                           "pwdHistoryLength",
                                           "badPwdCount",
                                           "badPasswordTime",
                                           "ExpirationTime",
                                           "ManagedPasswordInterval",
                                           "UserPasswordExpiryTimeComputed"};

    for (size_t i = 0; i < SA_COUNT(harmless); i++)
        if (holds_word(name, harmless[i]))
            return false;
    for (size_t i = 0; i < SA_COUNT(secrets); i++)
        if (holds_word(name, secrets[i]))
            return true;
    for (size_t i = 0; i < SA_COUNT(words); i++)
        if (holds_word(name, words[i]))
            return true;
    return false;
}

static bool is_for_people(const char *name)
{
    static const char *const names[] = {"description", "info", "comment", "adminDescription"};

    for (size_t i = 0; i < SA_COUNT(names); i++)
        if (sa_text_same(name, names[i]))
            return true;
    return false;
}

bool sa_ad_tells_password(const void *bytes, size_t len)
{
    static const char *const words[] = {"password", "passwd", "passwort", "kennwort",
                                        "pwd",      "pass",   "pw"};
    const size_t whole_from = 5; /* these stand at the end of many words */
    const char *text = bytes;

    for (size_t at = 0; at < len; at++) {
        for (size_t i = 0; i < SA_COUNT(words); i++) {
            size_t end = at + strlen(words[i]);

            if (i >= whole_from && at > 0 && isalnum((unsigned char)text[at - 1]))
                continue;
            if (end > len || strncasecmp(text + at, words[i], strlen(words[i])) != 0)
                continue;
            while (end < len && text[end] == ' ')
                end++;
            if (end < len && (text[end] == ':' || text[end] == '='))
                return true;
        }
    }
    return false;
}

static void add_attribute(struct sa_buf *buf, const struct sa_ldap_attribute *attribute)
{
    size_t bytes = 0;

    if (!is_name(attribute->name)) {
        (void)sa_buf_add_text(buf, "# left out: an attribute without a valid name\n");
        return;
    }
    for (size_t i = 0; i < attribute->count; i++)
        bytes += attribute->values[i].len + strlen(attribute->name);
    if (is_secret(attribute->name)) {
        (void)sa_buf_addf(buf, "# left out: %s, which holds a secret\n", attribute->name);
        return;
    }
    if (bytes > ATTRIBUTE_MAX) {
        (void)sa_buf_addf(buf, "# left out: %s, %zu values of %zu bytes\n", attribute->name,
                          attribute->count, bytes);
        return;
    }
    for (size_t i = 0; i < attribute->count; i++) {
        const struct sa_ldap_value *value = &attribute->values[i];

        if (is_for_people(attribute->name) && sa_ad_tells_password(value->bytes, value->len))
            (void)sa_buf_addf(buf, "# left out: a value of %s with a password in it\n",
                              attribute->name);
        else
            add_line(buf, attribute->name, value->bytes, value->len);
    }
}

int sa_ad_add_ldif(struct sa_buf *buf, const struct sa_ldap_entry *entry)
{
    add_line(buf, "dn", entry->dn, strlen(entry->dn));
    for (size_t i = 0; i < entry->count; i++)
        add_attribute(buf, &entry->attributes[i]);
    (void)sa_buf_add_char(buf, '\n');
    return sa_buf_status(buf);
}
