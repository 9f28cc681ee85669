/* SPDX-License-Identifier: Apache-2.0 */
/* Envelopes on their way out (DSP0226; [MS-WSMV] 2.2.4, 3.1.4.1). The order of header fields is free.
 * Locale en-US is a wish (mustUnderstand false), as servers without that language fault otherwise;
 * texts of the answers are therefore in any language. */
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "syncaudit/text.h"

#include "internal.h"

int wsman_add_escaped(struct sa_buf *buf, const char *text)
{
    if (!sa_utf8_valid(text, strlen(text)))
        return SA_E_INTERNAL;
    for (const char *c = text; *c != '\0'; c++) {
        switch (*c) {
        case '<':
            sa_buf_add_text(buf, "&lt;");
            break;
        case '>':
            sa_buf_add_text(buf, "&gt;");
            break;
        case '&':
            sa_buf_add_text(buf, "&amp;");
            break;
        case '"':
            sa_buf_add_text(buf, "&quot;");
            break;
        case '\t':
        case '\n':
        case '\r':
            /* Attributes would have them as blanks, and a reader makes one line feed of CR and LF. */
            sa_buf_addf(buf, "&#%d;", *c);
            break;
        default:
            if ((unsigned char)*c < 0x20)
                return SA_E_INTERNAL;
            sa_buf_add_char(buf, *c);
        }
    }
    return sa_buf_status(buf);
}

static void random_bytes(void *bytes, size_t len)
{
    /* 256 bytes and less come whole once the system has started. */
    if (getrandom(bytes, len, 0) != (ssize_t)len)
        memset(bytes, 0x5A, len);
}

uint32_t wsman_random(void)
{
    uint32_t number = 0;

    random_bytes(&number, sizeof number);
    return number;
}

void wsman_new_id(char ret[WSMAN_ID_SIZE])
{
    unsigned char b[16];

    random_bytes(b, sizeof b);
    b[6] = (unsigned char)((b[6] & 0x0F) | 0x40); /* RFC 9562: version 4, variant 10 */
    b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
    (void)snprintf(ret, WSMAN_ID_SIZE,
                   "uuid:%02X%02X%02X%02X-%02X%02X-%02X%02X-%02X%02X-%02X%02X%02X%02X%02X%02X",
                   b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12],
                   b[13], b[14], b[15]);
}

/* <SetName><EntryName Name="...">...</EntryName>...</SetName> */
static int add_pairs(struct sa_buf *buf, const char *set, const char *entry,
                     const struct sa_wsman_selector *pairs, size_t count, const char *must_comply)
{
    int r = 0;

    if (count == 0)
        return 0;
    sa_buf_addf(buf, "<w:%s>", set);
    for (size_t i = 0; i < count && r == 0; i++) {
        sa_buf_addf(buf, "<w:%s Name=\"", entry);
        r = wsman_add_escaped(buf, pairs[i].name);
        sa_buf_add_text(buf, must_comply != NULL && strcmp(pairs[i].name, must_comply) == 0
                                 ? "\" MustComply=\"true\">"
                                 : "\">");
        if (r == 0)
            r = wsman_add_escaped(buf, pairs[i].value);
        sa_buf_addf(buf, "</w:%s>", entry);
    }
    sa_buf_addf(buf, "</w:%.*s>", (int)strcspn(set, " "), set);
    return r;
}

static int add_header(struct sa_buf *ret, const struct sa_wsman *session,
                      const struct wsman_request *request, const char *message_id,
                      unsigned operation_ms)
{
    size_t size = request->max_envelope != 0 ? request->max_envelope : session->max_envelope;
    int r = 0;

    sa_buf_add_text(ret, "<a:To>");
    r = wsman_add_escaped(ret, session->to);
    sa_buf_add_text(ret, "</a:To><a:ReplyTo><a:Address s:mustUnderstand=\"true\">" NS_ADDRESS
                         "/role/anonymous</a:Address></a:ReplyTo>"
                         "<a:Action s:mustUnderstand=\"true\">");
    if (r == 0)
        r = wsman_add_escaped(ret, request->action);
    sa_buf_addf(ret,
                "</a:Action><a:MessageID>%s</a:MessageID>"
                "<w:ResourceURI s:mustUnderstand=\"true\">",
                message_id);
    if (r == 0)
        r = wsman_add_escaped(ret, request->resource_uri);
    sa_buf_addf(ret,
                "</w:ResourceURI><w:MaxEnvelopeSize s:mustUnderstand=\"true\">%zu"
                "</w:MaxEnvelopeSize><w:OperationTimeout>PT%u.%03uS</w:OperationTimeout>"
                "<w:Locale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/>"
                "<p:DataLocale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/>"
                "<p:SessionId s:mustUnderstand=\"false\">%s</p:SessionId>",
                size, operation_ms / 1000, operation_ms % 1000, session->session_id);
    if (r == 0)
        r = add_pairs(ret, "SelectorSet", "Selector", request->selectors, request->selector_count,
                      NULL);
    if (r == 0)
        r = add_pairs(ret, "OptionSet s:mustUnderstand=\"true\"", "Option", request->options,
                      request->option_count, request->must_comply);
    return r;
}

int wsman_envelope(const struct sa_wsman *session, const struct wsman_request *request,
                   const char *message_id, unsigned operation_ms, struct sa_buf *ret,
                   struct sa_error *err)
{
    int r = 0;

    sa_buf_add_text(ret, "<s:Envelope xmlns:s=\"" NS_SOAP "\" xmlns:a=\"" NS_ADDRESS
                         "\" xmlns:w=\"" NS_WSMAN "\" xmlns:p=\"" NS_MS "\"><s:Header>");
    if (request->resource_uri != NULL)
        r = add_header(ret, session, request, message_id, operation_ms);
    sa_buf_addf(ret, "</s:Header><s:Body>%s</s:Body></s:Envelope>", request->body);
    if (r == 0)
        r = sa_buf_status(ret);
    if (r == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (r == SA_E_LIMIT)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "the request '%.100s' has more than %zu bytes", request->detail, ret->limit);
    if (r < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "the request '%.100s' has characters that XML cannot hold", request->detail);
    return 0;
}
