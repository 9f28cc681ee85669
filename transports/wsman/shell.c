/* SPDX-License-Identifier: Apache-2.0 */
/* Shells are made and deleted ([MS-WSMV] 3.1.4.5.2, 2.2.4.37): cmd.exe, and PowerShell's endpoints, which are
 * told what to become by creationXml ([MS-PSRP] 3.1.5.3.1).
 *
 * A server keeps a shell until its idle time and counts it against MaxShellsPerUser; enough broken audits
 * would lock the next one out. So Delete goes out on every path, also when time is up or the run was
 * cancelled, with a little time of its own. The ShellId is the client's choice (WSManCreateShellEx has it
 * since WinRM 3.0): it is known before the answer, so that a shell can be deleted whose answer was lost or
 * unusable. Servers that choose their own are believed; there a lost answer leaves the shell to its idle
 * time. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"

#include "internal.h"

#define SELECTORS_MAX 8
#define SELECTOR_MAX  1024

#define IDLE_TIME     "PT180.000S"

/* MaxEnvelopeSizekb of Windows Server 2008 R2; later ones take 500. */
#define ENVELOPE_TAKEN (150 * SA_KIB)
#define HEADER_ROOM    (4 * SA_KIB)
#define ROOM_MIN       (4 * SA_KIB)

/* MaxTimeoutms of a server. */
#define START_MS    60000

#define CODE_SCHEMA 2150858817U

int wsman_shell_ask(struct sa_shell *shell, struct wsman_request *request, struct wsman_answer *ret,
                    struct sa_error *err)
{
    request->detail = shell->detail;
    request->resource_uri = shell->resource_uri;
    request->selectors = shell->selectors;
    request->selector_count = shell->selector_count;
    request->deadline_ms = shell->deadline_ms;
    return wsman_ask(shell->session, request, ret, &shell->fault, err);
}

void sa_shell_expect(struct sa_shell *shell, const char *detail, int64_t deadline_ms)
{
    shell->detail = detail;
    shell->deadline_ms = deadline_ms;
}

size_t sa_shell_room(const struct sa_shell *shell)
{
    size_t envelope = shell->session->max_envelope;
    size_t header = HEADER_ROOM + strlen(shell->session->to) + strlen(shell->resource_uri);

    if (envelope > ENVELOPE_TAKEN)
        envelope = ENVELOPE_TAKEN;
    /* Escaped, a character has up to six. */
    for (size_t i = 0; i < shell->selector_count; i++)
        header += 6 * (strlen(shell->selectors[i].name) + strlen(shell->selectors[i].value)) + 64;
    return envelope > header + ROOM_MIN ? envelope - header : ROOM_MIN;
}

/* Create ----------------------------------------------------------------------------------------- */

static void add_id(struct sa_shell *shell, struct sa_buf *body)
{
    if (shell->id[0] != '\0')
        sa_buf_addf(body, " ShellId=\"%s\"", shell->id);
}

static void add_cmd(struct sa_shell *shell, struct sa_buf *body)
{
    sa_buf_add_text(body, "<r:Shell xmlns:r=\"" NS_SHELL "\"");
    add_id(shell, body);
    sa_buf_add_text(body, "><r:InputStreams>stdin</r:InputStreams>"
                          "<r:OutputStreams>stdout stderr</r:OutputStreams>"
                          "<r:IdleTimeOut>" IDLE_TIME "</r:IdleTimeOut></r:Shell>");
}

static void add_powershell(struct sa_shell *shell, const struct sa_shell_options *options,
                           struct sa_buf *body)
{
    sa_buf_add_text(body, "<r:Shell xmlns:r=\"" NS_SHELL "\"");
    add_id(shell, body);
    sa_buf_add_text(body, "><r:InputStreams>stdin pr</r:InputStreams>"
                          "<r:OutputStreams>stdout</r:OutputStreams>"
                          "<r:IdleTimeOut>" IDLE_TIME "</r:IdleTimeOut>"
                          "<creationXml xmlns=\"http://schemas.microsoft.com/powershell\">");
    sa_base64_add(body, options->creation, options->creation_len);
    sa_buf_add_text(body, "</creationXml></r:Shell>");
}

static int keep_selectors(struct sa_shell *shell, const xmlNode *set, struct sa_error *err)
{
    size_t count = 0;
    struct sa_wsman_selector *selectors =
        sa_arena_array(&shell->arena, SELECTORS_MAX, sizeof *selectors);

    if (selectors == NULL)
        return sa_fail_nomem(err);
    for (const xmlNode *node = wsman_first(set); node != NULL; node = wsman_next(node)) {
        char value[SELECTOR_MAX];

        if (!wsman_is(node, NS_WSMAN, "Selector"))
            continue;
        if (count >= SELECTORS_MAX || !wsman_word(node, value, sizeof value) ||
            strlen(wsman_attribute(node, "Name")) >= SELECTOR_MAX)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the shell has more or longer selectors than any should");
        selectors[count].name = sa_arena_text(&shell->arena, wsman_attribute(node, "Name"));
        selectors[count].value = sa_arena_text(&shell->arena, value);
        if (selectors[count].name == NULL || selectors[count].value == NULL)
            return sa_fail_nomem(err);
        count++;
    }
    if (count == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server made a shell and did not say which");
    shell->selectors = selectors;
    shell->selector_count = count;
    return 0;
}

static int send_create(struct sa_shell *shell, const struct sa_shell_options *options,
                       struct sa_error *err)
{
    static const struct sa_wsman_selector for_cmd[2] = {
        {"WINRS_NOPROFILE", "TRUE" },
        {"WINRS_CODEPAGE",  "65001"}
    };
    const struct sa_wsman_selector for_powershell[2] = {
        {"WINRS_NOPROFILE", "TRUE"           },
        {"protocolversion", options->protocol},
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(SA_MIB);
    struct wsman_request request = {
        .operation = "Create",
        .action = NS_XFER "/Create",
        .options = options->configuration != NULL ? for_powershell : for_cmd,
        .option_count = 2,
        .must_comply = "protocolversion",
        .makes_shell = true,
        .ret_sent = &shell->is_sent,
    };
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    const xmlNode *created = NULL;
    int r = 0;

    if (options->configuration != NULL) {
        request.operation_ms = START_MS; /* a process with .NET in it */
        add_powershell(shell, options, &body);
    } else {
        add_cmd(shell, &body);
    }
    if (sa_buf_status(&body) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "what makes the shell is too long");
    request.body = sa_buf_text(&body);
    r = wsman_shell_ask(shell, &request, &answer, err);
    if (r < 0)
        return r;
    /* The whole set: servers may know a shell by more than its ShellId. */
    created = wsman_child(answer.object, NS_ADDRESS, "ReferenceParameters");
    if (!wsman_is(answer.object, NS_XFER, "ResourceCreated"))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer to Create names no shell");
    else
        r = keep_selectors(shell, wsman_child(created, NS_WSMAN, "SelectorSet"), err);
    wsman_answer_done(&answer);
    return r;
}

/* May a shell be there although Create brought none? Refusals make none, but for "not within the time of the
 * operation" and for what a gateway says in the server's place. */
static bool may_be_there(const struct wsman_fault *fault)
{
    if (!fault->is_set)
        return true;
    if (fault->kind == WSMAN_CODE_HTTP)
        return fault->code >= 500 && fault->code != 503;
    return wsman_fault_meaning(fault)->reaction == WSMAN_NO_DATA;
}

static int create(struct sa_shell *shell, const struct sa_shell_options *options,
                  struct sa_error *err)
{
    int r = send_create(shell, options, err);

    /* Not seen of Windows: a stack that knows no ShellId in Create. */
    if (r < 0 && shell->fault.is_set && shell->fault.kind == WSMAN_CODE_NUMBER &&
        shell->fault.code == CODE_SCHEMA && options->id == NULL) {
        shell->id[0] = '\0';
        r = send_create(shell, options, err);
    }
    if (r < 0 && shell->is_sent && shell->id[0] != '\0' && may_be_there(&shell->fault)) {
        shell->selectors = sa_arena_array(&shell->arena, 1, sizeof *shell->selectors);
        if (shell->selectors != NULL) {
            shell->selectors[0] = (struct sa_wsman_selector){"ShellId", shell->id};
            shell->selector_count = 1;
        }
    }
    return r;
}

/* Without "uuid:". */
static void choose_id(struct sa_shell *shell, const char *wished)
{
    char id[WSMAN_ID_SIZE];

    if (wished != NULL) {
        (void)snprintf(shell->id, sizeof shell->id, "%s", wished);
        return;
    }
    wsman_new_id(id);
    (void)snprintf(shell->id, sizeof shell->id, "%s", id + strlen("uuid:"));
}

int sa_shell_open(struct sa_wsman *session, const struct sa_shell_options *options,
                  struct sa_shell **ret, struct sa_error *err)
{
    struct sa_shell *shell = NULL;
    int r = 0;

    *ret = NULL;
    if (options->configuration != NULL)
        r = wsman_may_open(options->configuration, err);
    if (r < 0)
        return r;
    shell = calloc(1, sizeof *shell);
    if (shell == NULL)
        return sa_fail_nomem(err);
    shell->session = session;
    sa_arena_init(&shell->arena, 64 * SA_KIB);
    shell->resource_uri = URI_CMD;
    if (options->configuration != NULL) {
        (void)snprintf(shell->uri, sizeof shell->uri, URI_PS "%s", options->configuration);
        shell->resource_uri = shell->uri;
    }
    sa_shell_expect(shell, options->detail != NULL ? options->detail : "", options->deadline_ms);
    choose_id(shell, options->id);
    r = create(shell, options, err);
    if (r < 0)
        sa_shell_close(shell);
    else
        *ret = shell;
    return r;
}

/* Delete: its outcome is of no interest, there is nothing to do about it ---------------------------- */

void sa_shell_close(struct sa_shell *shell)
{
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_request request = {
        .operation = "Delete",
        .action = NS_XFER "/Delete",
        .body = "",
        .closing = true,
        .repeatable = true, /* a shell that is gone is what is wanted */
    };

    if (shell == NULL)
        return;
    shell->detail = "";
    if (shell->selector_count > 0) {
        int ignored SA_UNUSED = wsman_shell_ask(shell, &request, &answer, NULL);

        wsman_answer_done(&answer);
    }
    sa_arena_done(&shell->arena);
    free(shell);
}

/* What an error means for a shell ------------------------------------------------------------------ */

static enum wsman_reaction reaction_of(const struct sa_error *err)
{
    const struct wsman_fault fault = {
        .is_set = true,
        .kind = err->domain == SA_DOMAIN_HTTP ? WSMAN_CODE_HTTP : WSMAN_CODE_NUMBER,
        .code = (uint32_t)err->code,
    };

    if (err->domain != SA_DOMAIN_WSMAN && err->domain != SA_DOMAIN_HTTP)
        return WSMAN_GIVE_UP;
    return wsman_fault_meaning(&fault)->reaction;
}

bool sa_shell_is_lost(const struct sa_error *err)
{
    enum wsman_reaction reaction = reaction_of(err);

    return reaction == WSMAN_REOPEN || reaction == WSMAN_GONE;
}

bool sa_shell_is_too_large(const struct sa_error *err)
{
    return reaction_of(err) == WSMAN_RESIZE;
}
