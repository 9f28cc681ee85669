/* SPDX-License-Identifier: Apache-2.0 */
/* version_key(text): versions as text that sorts like the versions do. "2.5.79.0" is newer than
 * "2.5.190.0" for a comparison of texts, and a version read as a number loses its zeros. Each of
 * the four numbers becomes five digits, as many as the largest build numbers of Windows have. */
#include "engine.h"

#define PARTS_MAX  4
#define DIGITS_MAX 5
#define KEY_SIZE   (PARTS_MAX * (DIGITS_MAX + 1) + 1)

/* Takes one to five digits. */
static bool take_number(const char **at, unsigned *ret)
{
    unsigned value = 0;
    int digits = 0;

    while (**at >= '0' && **at <= '9' && digits <= DIGITS_MAX) {
        value = value * 10 + (unsigned)(**at - '0');
        (*at)++;
        digits++;
    }
    *ret = value;
    return digits >= 1 && digits <= DIGITS_MAX;
}

static bool make_key(const char *text, char key[KEY_SIZE])
{
    unsigned parts[PARTS_MAX] = {0};
    int count = 0;

    while (count < PARTS_MAX) {
        if (!take_number(&text, &parts[count++]))
            return false;
        if (*text != '.')
            break;
        text++;
    }
    if (*text != '\0' || count < 2 || text[-1] == '.')
        return false;
    /* The remainders change nothing; they tell the compiler that the text fits. */
    (void)snprintf(key, KEY_SIZE, "%05u.%05u.%05u.%05u", parts[0] % 100000, parts[1] % 100000,
                   parts[2] % 100000, parts[3] % 100000);
    return true;
}

static void version_key(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text = count == 1 ? (const char *)sqlite3_value_text(values[0]) : NULL;
    char key[KEY_SIZE];

    /* A NUL inside the text would let "2.5.190.0<NUL>beta" pass for a version. */
    if (text != NULL && strlen(text) == (size_t)sqlite3_value_bytes(values[0]) &&
        make_key(text, key))
        sqlite3_result_text(context, key, -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_null(context);
}

int sa_version_function(sqlite3 *db, struct sa_error *err)
{
    int code = sqlite3_create_function_v2(db, "version_key", 1,
                                          SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                          NULL, version_key, NULL, NULL, NULL);

    if (code == SQLITE_OK)
        return 0;
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_SQLITE, code,
                   "cannot register the function version_key: %s", sqlite3_errstr(code));
}
