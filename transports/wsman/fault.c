/* SPDX-License-Identifier: Apache-2.0 */
/* Faults taken apart (SOAP 1.2, part 1, 5.4; [MS-WSMV] 2.2.4.43; DSP0226, chapter 14).
 *
 * Windows writes them in four forms: a WSManFault with a message; one with a provider's own fault
 * inside, which may hold another WSManFault; an error of CIM (MSFT_WmiError) in its place; and nothing
 * but SOAP's own code. The number is taken from the innermost place that has one. Texts are in the
 * server's language and are only repeated, never compared. */
#include <string.h>

#include "syncaudit/text.h"

#include "internal.h"

/* Providers wrap each other's faults; two levels were seen. */
#define WRAPS_MAX 8

static bool code_of(const char *text, uint32_t *ret)
{
    return sa_parse_u32(text, UINT32_MAX, ret) == 0;
}

/* The first WSManFault anywhere below. Depth is bounded by the reader. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static const xmlNode *find_below(const xmlNode *node, const char *ns, const char *name)
{
    for (const xmlNode *child = wsman_first(node); child != NULL; child = wsman_next(child)) {
        const xmlNode *found = wsman_is(child, ns, name) ? child : find_below(child, ns, name);

        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Words for people: one line, no control characters, cut visibly. */
static void take_text(const xmlNode *node, char *ret, size_t size)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf raw = SA_BUF_INIT(64 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT(64 * SA_KIB);
    bool gap = false;
    size_t len = 0;

    if (node == NULL || wsman_add_content(node, &raw) < 0)
        return;
    for (const char *c = sa_buf_text(&raw); *c != '\0'; c++) {
        if (strchr(" \t\r\n", *c) != NULL) {
            gap = line.len > 0;
            continue;
        }
        if (gap)
            sa_buf_add_char(&line, ' ');
        sa_buf_add_char(&line, *c);
        gap = false;
    }
    if (line.len == 0 || sa_text_add_visible(&visible, sa_buf_text(&line)) < 0)
        return;
    len = visible.len;
    if (len > 0 && sa_buf_text(&visible)[len - 1] == '.')
        len--;
    if (len < size) {
        memcpy(ret, sa_buf_text(&visible), len);
        ret[len] = '\0';
        return;
    }
    len = size - 4;
    while (len > 0 && ((unsigned char)sa_buf_text(&visible)[len] & 0xC0) == 0x80)
        len--;
    memcpy(ret, sa_buf_text(&visible), len);
    memcpy(ret + len, "...", 4);
}

static void read_subcode(const xmlNode *fault, struct wsman_fault *ret)
{
    const xmlNode *code = wsman_child(fault, NS_SOAP, "Code");
    const xmlNode *sub = wsman_child(code, NS_SOAP, "Subcode");
    const xmlNode *deepest = wsman_child(sub, NS_SOAP, "Subcode");
    char name[sizeof ret->subcode + 64] = "";
    const char *colon = NULL;

    if (deepest == NULL)
        deepest = sub != NULL ? sub : code;
    take_text(wsman_child(deepest, NS_SOAP, "Value"), name, sizeof name);
    colon = strchr(name, ':');
    colon = colon != NULL ? colon + 1 : name;
    if (strlen(colon) < sizeof ret->subcode)
        memcpy(ret->subcode, colon, strlen(colon) + 1);
}

static void read_wsman_fault(const xmlNode *outer, struct wsman_fault *ret)
{
    const xmlNode *fault = outer;

    for (size_t i = 0; fault != NULL && i < WRAPS_MAX; i++) {
        const xmlNode *message = wsman_child(fault, NS_FAULT, "Message");
        const xmlNode *provider = wsman_child(message, NS_FAULT, "ProviderFault");
        uint32_t code = 0;

        if (code_of(wsman_attribute(fault, "Code"), &code) && code != 0) {
            ret->kind = WSMAN_CODE_NUMBER;
            ret->code = code;
            if (ret->outer == 0)
                ret->outer = code;
        }
        take_text(message, ret->text, sizeof ret->text);
        take_text(provider, ret->text, sizeof ret->text);
        fault = find_below(fault, NS_FAULT, "WSManFault");
    }
}

/* The element's namespace changes with the provider, its properties' names do not. */
static void read_cim_error(const xmlNode *detail, struct wsman_fault *ret)
{
    const xmlNode *error = wsman_child(detail, NULL, "MSFT_WmiError");
    char number[16];
    uint32_t code = 0;

    if (error == NULL)
        error = wsman_child(detail, NULL, "CIM_Error");
    if (error == NULL)
        return;
    if (wsman_word(wsman_child(error, NULL, "error_Code"), number, sizeof number) &&
        code_of(number, &code) && code != 0) {
        ret->kind = WSMAN_CODE_NUMBER;
        ret->code = code;
    } else if (wsman_word(wsman_child(error, NULL, "CIMStatusCode"), number, sizeof number) &&
               code_of(number, &code) && code != 0) {
        ret->kind = WSMAN_CODE_CIM;
        ret->code = code;
    }
    take_text(wsman_child(error, NULL, "Message"), ret->text, sizeof ret->text);
}

void wsman_fault_read(const struct wsman_answer *answer, struct wsman_fault *ret)
{
    const xmlNode *detail = wsman_child(answer->fault, NS_SOAP, "Detail");
    const xmlNode *reason = wsman_child(answer->fault, NS_SOAP, "Reason");
    const xmlNode *wsman = wsman_child(detail, NS_FAULT, "WSManFault");

    *ret = (struct wsman_fault){.is_set = answer->fault != NULL};
    if (answer->fault == NULL)
        return;
    read_subcode(answer->fault, ret);
    take_text(wsman_child(reason, NS_SOAP, "Text"), ret->text, sizeof ret->text);
    if (wsman != NULL)
        read_wsman_fault(wsman, ret);
    if (ret->kind == WSMAN_CODE_NONE)
        read_cim_error(detail, ret);
}

int wsman_fault_fail(const struct wsman_fault *fault, const char *what, struct sa_error *err)
{
    const struct wsman_meaning *meaning = wsman_fault_meaning(fault);
    char number[48] = "";
    const char *text = fault->text;

    if (fault->kind == WSMAN_CODE_HTTP)
        (void)snprintf(number, sizeof number, " (HTTP %u)", (unsigned)fault->code);
    else if (fault->kind == WSMAN_CODE_CIM)
        (void)snprintf(number, sizeof number, " (CIM status %u)", (unsigned)fault->code);
    else if (fault->kind == WSMAN_CODE_NUMBER && fault->code > 0xFFFF)
        (void)snprintf(number, sizeof number, " (0x%08x)", (unsigned)fault->code);
    else if (fault->kind == WSMAN_CODE_NUMBER)
        (void)snprintf(number, sizeof number, " (%u)", (unsigned)fault->code);
    if (meaning->fact != NULL)
        text = meaning->fact;
    else if (*text == '\0')
        text = fault->subcode[0] != '\0' ? fault->subcode : "a fault without a reason";
    (void)sa_fail(err, meaning->status,
                  fault->kind == WSMAN_CODE_HTTP ? SA_DOMAIN_HTTP : SA_DOMAIN_WSMAN, fault->code,
                  "%.160s: %s%s", what, text, number);
    if (meaning->hint != NULL)
        sa_hint(err, "%s", meaning->hint);
    return meaning->status;
}
