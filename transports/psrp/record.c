/* SPDX-License-Identifier: Apache-2.0 */
/* Records as texts and errors ([MS-PSRP] 2.2.3.15, 2.2.3.16, 2.2.2.26). Everything here is words of a server:
 * made visible, on one line, bounded and cut visibly. */
#include <string.h>

#include "syncaudit/text.h"

#include "private.h"

#define TEXT_MAX (64 * SA_KIB)

/* Bytes of a text that can be of interest; making them visible may quadruple them. */
static size_t bounded(const char *text, size_t max)
{
    size_t len = strnlen(text, max);

    if (len == max) {
        while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
            len--;
    }
    return len;
}

static void add_line(struct sa_buf *ret, const char *text, size_t max)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT(max + 1);
    size_t len = bounded(text, max);
    bool gap = false;

    for (size_t i = 0; i < len; i++) {
        if (strchr(" \t\r\n", text[i]) != NULL) {
            gap = line.len > 0;
            continue;
        }
        if (gap)
            sa_buf_add_char(&line, ' ');
        sa_buf_add_char(&line, text[i]);
        gap = false;
    }
    (void)sa_text_add_visible(ret, sa_buf_text(&line));
}

void psrp_take_text(const char *text, char *ret, size_t size)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(SA_MIB);
    size_t len = 0;

    add_line(&visible, text != NULL ? text : "", 8 * size);
    len = visible.len;
    if (len < size) {
        memcpy(ret, sa_buf_text(&visible), len + 1);
        return;
    }
    len = size - 4;
    while (len > 0 && ((unsigned char)sa_buf_text(&visible)[len] & 0xC0) == 0x80)
        len--;
    memcpy(ret, sa_buf_text(&visible), len);
    memcpy(ret + len, "...", 4);
}

/* The text of anything: its own, its ToString, or nothing. */
static const char *text_of(const struct sa_clixml_value *value)
{
    const char *text = sa_clixml_text(value);

    if (text == NULL && value != NULL && value->type == SA_CLIXML_OBJECT)
        text = value->object->string;
    return text;
}

static const char *member_text(const struct sa_clixml_value *value, const char *name)
{
    const char *text = text_of(sa_clixml_member(value, name));

    return text != NULL ? text : "";
}

static const char *first_of(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (texts[i] != NULL && texts[i][0] != '\0')
            return texts[i];
    }
    return "";
}

void psrp_read_error(const struct sa_clixml_value *value, struct psrp_reason *ret)
{
    const struct sa_clixml_value *exception = sa_clixml_member(value, "Exception");
    const char *const messages[] = {member_text(value, "ErrorDetails_Message"),
                                    member_text(exception, "Message"), text_of(value)};
    int64_t category = 0;
    char *comma = NULL;

    *ret = (struct psrp_reason){0};
    psrp_take_text(first_of(messages, SA_COUNT(messages)), ret->error.message,
                   sizeof ret->error.message);
    psrp_take_text(member_text(value, "FullyQualifiedErrorId"), ret->error.id,
                   sizeof ret->error.id);
    comma = strchr(ret->error.id, ',');
    if (comma != NULL)
        *comma = '\0';
    if (exception != NULL && exception->type == SA_CLIXML_OBJECT &&
        exception->object->types != NULL && exception->object->types[0] != NULL)
        psrp_take_text(exception->object->types[0], ret->error.exception,
                       sizeof ret->error.exception);
    else
        psrp_take_text(member_text(value, "ErrorCategory_Reason"), ret->error.exception,
                       sizeof ret->error.exception);
    psrp_take_text(member_text(value, "ErrorCategory_TargetName"), ret->target, sizeof ret->target);
    if (sa_clixml_integer(sa_clixml_member(value, "ErrorCategory_Category"), &category) &&
        category >= 0 && category <= INT32_MAX)
        ret->error.category = (int)category;
    (void)sa_clixml_integer(sa_clixml_member(exception, "HResult"), &ret->error.hresult);
}

void psrp_add_text(const struct sa_clixml_value *value, struct sa_buf *ret)
{
    const struct sa_clixml_value *data = sa_clixml_member(value, "MessageData");
    const char *const texts[] = {
        member_text(value, "InformationalRecord_Message"),
        member_text(data, "Message"), /* of Write-Host */
        text_of(data),
        member_text(value, "Message"),
        text_of(value),
    };

    add_line(ret, first_of(texts, SA_COUNT(texts)), TEXT_MAX);
}
