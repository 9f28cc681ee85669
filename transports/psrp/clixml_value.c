/* SPDX-License-Identifier: Apache-2.0 */
/* Primitive types of CLIXML ([MS-PSRP] 2.2.5.1), each in the form that .NET's XmlConvert reads. A text that is none
 * of its type is refused: a fact made of half a number would be worse than none.
 *
 * Numbers, times and the like may stand between white space, as XmlConvert allows. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "clixml_private.h"

/* A longer text is no number, time or identifier. */
#define WORD_MAX         400

#define TICKS_PER_SECOND UINT64_C(10000000)

#define FIRST_SECOND     INT64_C(-62135596800) /* 0001-01-01T00:00:00Z, DateTime.MinValue */
#define LAST_SECOND      INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

/* One value while it is read. */
struct reading {
    const struct clixml_primitive *primitive;
    const char *text; /**< of words: trimmed, ends with NUL */
    size_t len;
    struct sa_arena *arena;
    struct sa_clixml_value *value;
    struct sa_error *err;
};

/* 0; negative with the error filled; BAD: none of its type. */
#define BAD 1
typedef int read_fn(const struct reading *reading);

struct clixml_primitive {
    const char *element;
    enum sa_clixml_type type;
    read_fn *read;
    bool is_word;
    unsigned bits; /**< of whole numbers */
};

/* Texts ------------------------------------------------------------------------------------------ */

static int keep(const struct reading *reading, const char *text, size_t len)
{
    char *copy = sa_arena_copy(reading->arena, text, len);

    if (copy == NULL)
        return clixml_no_memory(reading->arena, len + 1, 1, reading->err);
    reading->value->text = copy;
    reading->value->len = len;
    return 0;
}

static int read_text(const struct reading *reading)
{
    return clixml_decode(reading->arena, reading->text, reading->len, &reading->value->text,
                         &reading->value->len, reading->err);
}

static int read_nothing(const struct reading *reading)
{
    (void)reading;
    return 0;
}

static int read_bytes(const struct reading *reading)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(SA_LIMIT_CLIXML_BYTES);
    bool is_good = sa_base64_decode(reading->text, reading->len, &bytes);

    if (sa_buf_status(&bytes) == SA_E_NOMEM)
        return sa_fail_nomem(reading->err);
    if (!is_good || sa_buf_status(&bytes) < 0)
        return BAD;
    return keep(reading, sa_buf_text(&bytes), bytes.len);
}

static int read_guid(const struct reading *reading)
{
    char guid[37];

    if (reading->len != sizeof guid - 1)
        return BAD;
    for (size_t i = 0; i < sizeof guid - 1; i++) {
        char c = reading->text[i];
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (c >= 'A' && c <= 'F')
            c = (char)(c - 'A' + 'a');
        if (is_dash ? c != '-' : !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f'))
            return BAD;
        guid[i] = c;
    }
    return keep(reading, guid, sizeof guid - 1);
}

/* Two to four numbers. */
static int read_version(const struct reading *reading)
{
    const char *at = reading->text;
    unsigned parts = 0;

    for (;;) {
        size_t digits = strspn(at, "0123456789");

        if (digits == 0 || digits > 10)
            return BAD;
        parts++;
        at += digits;
        if (*at != '.')
            break;
        at++;
    }
    if (*at != '\0' || parts < 2 || parts > 4)
        return BAD;
    return keep(reading, reading->text, reading->len);
}

/* PowerShell 7: "7.4.1-preview.2+build" */
static int read_semantic_version(const struct reading *reading)
{
    const char *at = reading->text;

    if (*at < '0' || *at > '9' ||
        at[strspn(at, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.+-")] != '\0')
        return BAD;
    return keep(reading, reading->text, reading->len);
}

/* Numbers ---------------------------------------------------------------------------------------- */

/* "-12": an optional sign and digits, nothing else. */
static bool take_whole(const char *at, bool *ret_negative, uint64_t *ret)
{
    uint64_t value = 0;

    *ret_negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    if (*at == '\0')
        return false;
    for (; *at != '\0'; at++) {
        if (*at < '0' || *at > '9' || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, (uint64_t)(*at - '0'), &value))
            return false;
    }
    *ret = value;
    return true;
}

static int read_signed(const struct reading *reading)
{
    uint64_t limit = UINT64_C(1) << (reading->primitive->bits - 1);
    uint64_t value = 0;
    bool negative = false;

    if (!take_whole(reading->text, &negative, &value) || value > limit - (negative ? 0 : 1))
        return BAD;
    /* -(2^63) has no positive counterpart. */
    reading->value->integer = negative && value > 0 ? -(int64_t)(value - 1) - 1 : (int64_t)value;
    return 0;
}

static int read_unsigned(const struct reading *reading)
{
    uint64_t limit = UINT64_MAX >> (64 - reading->primitive->bits);
    uint64_t value = 0;
    bool negative = false;

    if (!take_whole(reading->text, &negative, &value) || value > limit || (negative && value > 0))
        return BAD;
    reading->value->natural = value;
    return 0;
}

static int read_bool(const struct reading *reading)
{
    return sa_parse_bool(reading->text, &reading->value->boolean) == 0 ? 0 : BAD;
}

/* A decimal code unit. */
static int read_char(const struct reading *reading)
{
    uint64_t value = 0;
    bool negative = false;
    char character[4];

    if (!take_whole(reading->text, &negative, &value) || value > 0xFFFF || (negative && value > 0))
        return BAD;
    if (value == 0 || (value >= 0xD800 && value < 0xE000))
        value = 0xFFFD;
    return keep(reading, character, sa_utf8_put((uint32_t)value, character));
}

/* "-12.5" and, with `exponent`, "-1.25E+20". `ret_digits`: before the exponent. */
static bool is_number(const char *at, bool exponent, size_t *ret_digits)
{
    static const char digits[] = "0123456789";
    size_t whole = 0;
    size_t part = 0;

    at += *at == '-' || *at == '+';
    whole = strspn(at, digits);
    at += whole;
    if (*at == '.') {
        part = strspn(at + 1, digits);
        at += 1 + part;
    }
    *ret_digits = whole + part;
    if (exponent && (*at == 'e' || *at == 'E')) {
        at++;
        at += *at == '-' || *at == '+';
        if (*at < '0' || *at > '9')
            return false;
        at += strspn(at, digits);
    }
    return *at == '\0' && whole + part > 0;
}

static int read_real(const struct reading *reading)
{
    static const struct {
        const char *text;
        double value;
    } words[] = {
        {"INF",  (double)INFINITY },
        {"-INF", (double)-INFINITY},
        {"NaN",  (double)NAN      }
    };
    size_t digits = 0;

    for (size_t i = 0; i < SA_COUNT(words); i++) {
        if (strcmp(reading->text, words[i].text) == 0) {
            reading->value->real = words[i].value;
            return 0;
        }
    }
    if (!is_number(reading->text, /* exponent= */ true, &digits))
        return BAD;
    reading->value->real = reading->primitive->bits == 32 ? (double)strtof(reading->text, NULL)
                                                          : strtod(reading->text, NULL);
    return isinf(reading->value->real) ? BAD : 0;
}

/* At most 29 digits, leading zeros not counted. */
static int read_decimal(const struct reading *reading)
{
    const char *at = reading->text;
    size_t digits = 0;

    if (!is_number(at, /* exponent= */ false, &digits))
        return BAD;
    at += *at == '-' || *at == '+';
    for (; *at == '0' && digits > 1; at++)
        digits--;
    if (digits > 29)
        return BAD;
    return keep(reading, reading->text, reading->len);
}

/* Times ------------------------------------------------------------------------------------------ */

/* "-05:30" in seconds. */
static bool take_offset(const char *at, int64_t *ret)
{
    for (size_t i = 0; i < 6; i++)
        if (i == 0 ? at[i] != '-' && at[i] != '+'
                   : (i == 3 ? at[i] != ':' : at[i] < '0' || at[i] > '9'))
            return false;
    if (at[6] != '\0' || at[4] > '5')
        return false;
    *ret = ((at[1] - '0') * 10 + at[2] - '0') * 3600 + ((at[4] - '0') * 10 + at[5] - '0') * 60;
    if (*ret > INT64_C(14) * 3600)
        return false;
    if (at[0] == '-')
        *ret = -*ret;
    return true;
}

/* "2018-06-13T23:45:29.4583203+02:00", "...Z", or neither: the server's local time, or one of unknown zone. */
static int read_datetime(const struct reading *reading)
{
    char seconds_text[] = "yyyy-MM-ddTHH:mm:ssZ";
    char text[SA_TIME_TEXT_SIZE];
    const char *at = reading->text + 19;
    int64_t offset = 0;
    int64_t seconds = 0;

    if (reading->len < 19 || reading->text[10] != 'T')
        return BAD;
    memcpy(seconds_text, reading->text, 19);
    if (*at == '.') {
        size_t digits = strspn(at + 1, "0123456789");

        if (digits == 0 || digits > 7)
            return BAD;
        at += 1 + digits;
    }
    reading->value->utc = *at != '\0';
    if (reading->value->utc && strcmp(at, "Z") != 0 && !take_offset(at, &offset))
        return BAD;
    if (sa_time_parse(seconds_text, &seconds) < 0 || seconds < FIRST_SECOND)
        return BAD;
    /* .NET's first and last moments come with an offset too; .NET stops at its bounds as well. */
    seconds -= offset;
    if (seconds < FIRST_SECOND)
        seconds = FIRST_SECOND;
    if (seconds > LAST_SECOND)
        seconds = LAST_SECOND;
    sa_time_format(seconds, text);
    return keep(reading, text, strlen(text) - (reading->value->utc ? 0 : 1));
}

/* Adds `number * unit` to `*ticks`. */
static bool add_ticks(uint64_t number, uint64_t unit, uint64_t *ticks)
{
    return !__builtin_mul_overflow(number, unit, &number) &&
           !__builtin_add_overflow(*ticks, number, ticks);
}

/* The digits behind the point, as ticks. */
static bool take_fraction(const char **at, uint64_t *ticks)
{
    size_t digits = strspn(*at, "0123456789");
    uint64_t unit = TICKS_PER_SECOND;

    if (digits == 0 || digits > 7)
        return false;
    for (size_t i = 0; i < digits; i++) {
        unit /= 10;
        if (!add_ticks((uint64_t)((*at)[i] - '0'), unit, ticks))
            return false;
    }
    *at += digits;
    return true;
}

/* The part of a duration before or behind "T": numbers, each with one of `letters`, in that order. */
static bool take_parts(const char **at, const char *letters, const uint64_t *units, bool seconds,
                       uint64_t *ticks)
{
    size_t next = 0;
    size_t parts = 0;

    while (**at >= '0' && **at <= '9') {
        uint64_t number = 0;
        uint64_t fraction = 0;
        bool has_fraction = false;

        for (; **at >= '0' && **at <= '9'; (*at)++)
            if (!add_ticks(number, 9, &number) || !add_ticks((uint64_t)(**at - '0'), 1, &number))
                return false;
        if (seconds && **at == '.') {
            (*at)++;
            has_fraction = true;
            if (!take_fraction(at, &fraction))
                return false;
        }
        while (letters[next] != '\0' && letters[next] != **at)
            next++;
        if (letters[next] == '\0' || (has_fraction && **at != 'S') ||
            !add_ticks(number, units[next], ticks) || !add_ticks(fraction, 1, ticks))
            return false;
        next++;
        (*at)++;
        parts++;
    }
    return parts > 0;
}

/* xs:duration, "-P1DT2H3M4.5678901S"; a year has 365 days and a month 30, as for .NET. */
static int read_timespan(const struct reading *reading)
{
    static const uint64_t day = 86400 * TICKS_PER_SECOND;
    const uint64_t days[] = {365 * day, 30 * day, day};
    static const uint64_t times[] = {3600 * TICKS_PER_SECOND, 60 * TICKS_PER_SECOND,
                                     TICKS_PER_SECOND};
    const char *at = reading->text;
    uint64_t ticks = 0;
    bool negative = *at == '-';
    bool has_days = false;

    at += negative;
    if (*at++ != 'P')
        return BAD;
    has_days = take_parts(&at, "YMD", days, /* seconds= */ false, &ticks);
    if (*at == 'T') {
        at++;
        if (!take_parts(&at, "HMS", times, /* seconds= */ true, &ticks))
            return BAD;
    } else if (!has_days) {
        return BAD;
    }
    if (*at != '\0' || ticks > (uint64_t)INT64_MAX + (negative ? 1 : 0))
        return BAD;
    reading->value->integer = negative && ticks > 0 ? -(int64_t)(ticks - 1) - 1 : (int64_t)ticks;
    return 0;
}

/* All of them ------------------------------------------------------------------------------------ */

const struct clixml_primitive *clixml_primitive(const char *element)
{
    static const struct clixml_primitive primitives[] = {
        {"S",               SA_CLIXML_STRING,   read_text,             false, 0 },
        {"I32",             SA_CLIXML_SIGNED,   read_signed,           true,  32},
        {"B",               SA_CLIXML_BOOL,     read_bool,             true,  0 },
        {"Nil",             SA_CLIXML_NULL,     read_nothing,          false, 0 },
        {"I64",             SA_CLIXML_SIGNED,   read_signed,           true,  64},
        {"I16",             SA_CLIXML_SIGNED,   read_signed,           true,  16},
        {"SB",              SA_CLIXML_SIGNED,   read_signed,           true,  8 },
        {"U32",             SA_CLIXML_UNSIGNED, read_unsigned,         true,  32},
        {"U64",             SA_CLIXML_UNSIGNED, read_unsigned,         true,  64},
        {"U16",             SA_CLIXML_UNSIGNED, read_unsigned,         true,  16},
        {"By",              SA_CLIXML_UNSIGNED, read_unsigned,         true,  8 },
        {"DT",              SA_CLIXML_DATETIME, read_datetime,         true,  0 },
        {"TS",              SA_CLIXML_TIMESPAN, read_timespan,         true,  0 },
        {"G",               SA_CLIXML_GUID,     read_guid,             true,  0 },
        {"Version",         SA_CLIXML_VERSION,  read_version,          true,  0 },
        {"SemanticVersion", SA_CLIXML_VERSION,  read_semantic_version, true,  0 },
        {"BA",              SA_CLIXML_BYTES,    read_bytes,            false, 0 },
        {"C",               SA_CLIXML_CHAR,     read_char,             true,  0 },
        {"Db",              SA_CLIXML_DOUBLE,   read_real,             true,  64},
        {"Sg",              SA_CLIXML_DOUBLE,   read_real,             true,  32},
        {"D",               SA_CLIXML_DECIMAL,  read_decimal,          true,  0 },
        {"URI",             SA_CLIXML_URI,      read_text,             false, 0 },
        {"XD",              SA_CLIXML_XML,      read_text,             false, 0 },
        {"SBK",             SA_CLIXML_SCRIPT,   read_text,             false, 0 },
        {"SS",              SA_CLIXML_SECURE,   read_nothing,          false, 0 },
    };

    for (size_t i = 0; i < SA_COUNT(primitives); i++)
        if (strcmp(primitives[i].element, element) == 0)
            return &primitives[i];
    return NULL;
}

/* A copy without white space around it. False: too long. */
static bool trim(const char *text, size_t len, char word[WORD_MAX + 1], size_t *ret_len)
{
    while (len > 0 && strchr(" \t\r\n", *text) != NULL) {
        text++;
        len--;
    }
    while (len > 0 && strchr(" \t\r\n", text[len - 1]) != NULL)
        len--;
    if (len > WORD_MAX || memchr(text, '\0', len) != NULL)
        return false;
    memcpy(word, text, len);
    word[len] = '\0';
    *ret_len = len;
    return true;
}

static int fail_type(const struct reading *reading, const char *text, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(4 * SA_KIB);
    char start[41];
    size_t shown = len < sizeof start ? len : sizeof start - 1;

    memcpy(start, text, shown);
    start[shown] = '\0';
    if (sa_text_add_visible(&visible, start) < 0)
        return sa_fail_nomem(reading->err);
    return sa_fail(reading->err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "'%s%s' is no value of type %s",
                   sa_buf_text(&visible), shown < len ? "..." : "", reading->primitive->element);
}

int clixml_read_primitive(const struct clixml_primitive *primitive, const char *text, size_t len,
                          struct sa_arena *arena, struct sa_clixml_value *ret, struct sa_error *err)
{
    char word[WORD_MAX + 1];
    struct reading reading = {primitive, text, len, arena, ret, err};
    int r = 0;

    *ret = (struct sa_clixml_value){.type = primitive->type, .stream = "", .text = ""};
    if (primitive->is_word) {
        reading.text = word;
        r = trim(text, len, word, &reading.len) ? 0 : BAD;
    }
    if (r == 0)
        r = primitive->read(&reading);
    return r == BAD ? fail_type(&reading, text, len) : r;
}
