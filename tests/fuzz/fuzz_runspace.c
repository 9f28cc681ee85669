/* SPDX-License-Identifier: Apache-2.0 */
/* A server that says anything, from the opening of a runspace to the end of its pipelines, or as powershell.exe.
 * The first byte chooses: 1 the runspace is open already, 2 powershell.exe. Then come answers to Receive: two
 * bytes of length (little endian; the highest bit: the command is done, the next: standard error), and what the
 * stream holds. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"

#include "private.h"

#define NS_SHELL "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
#define HEAD                                                                           \
    "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "                   \
    "xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing' "                      \
    "xmlns:w='http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd' "                        \
    "xmlns:x='http://schemas.xmlsoap.org/ws/2004/09/transfer' xmlns:r='" NS_SHELL "'>" \
    "<s:Header><a:RelatesTo>%.*s</a:RelatesTo></s:Header><s:Body>"
#define TAIL "</s:Body></s:Envelope>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Nobody waits here: an empty answer would cost 200 ms. */
void __wrap_wsman_pause(unsigned ms);
void __wrap_wsman_pause(unsigned ms)
{
    (void)ms;
}

struct server {
    const uint8_t *at;
    size_t left;
    bool opens; /**< the next Receive opens the runspace */
};

static void add_message(struct sa_buf *stream, uint32_t type, const char *xml, uint64_t *object)
{
    struct sa_buf bytes = SA_BUF_INIT(SA_MIB);
    const struct psrp_message message = {
        .destination = PSRP_TO_CLIENT, .type = type, .data = xml, .len = strlen(xml)};
    struct psrp_cut cut;

    psrp_add_message(&bytes, &message);
    psrp_cut_begin(&cut, object, &bytes);
    (void)psrp_cut_next(&cut, SA_MIB, stream);
    sa_buf_done(&bytes);
}

static void add_opening(struct sa_buf *stream)
{
    uint64_t object = 1000000;

    add_message(stream, PSRP_SESSION_CAPABILITY,
                "<Obj RefId='0'><MS><Version N='protocolversion'>2.3</Version></MS></Obj>",
                &object);
    add_message(stream, PSRP_RUNSPACEPOOL_STATE,
                "<Obj RefId='0'><MS><I32 N='RunspaceState'>2</I32></MS></Obj>", &object);
}

/* False: the input is at its end. */
static bool add_received(struct server *server, bool of_command, struct sa_buf *reply)
{
    struct sa_buf stream = SA_BUF_INIT(SA_MIB);
    bool is_done = false;
    const char *name = "stdout";

    if (server->opens) {
        server->opens = false;
        add_opening(&stream);
    } else {
        size_t head = 0;
        size_t len = 0;

        if (server->left < 2)
            return false;
        head = (size_t)server->at[0] | (size_t)server->at[1] << 8;
        is_done = (head & 0x8000) != 0;
        if ((head & 0x4000) != 0)
            name = "stderr";
        len = head & 0x3FFF;
        if (len > server->left - 2)
            len = server->left - 2;
        sa_buf_add(&stream, server->at + 2, len);
        server->at += 2 + len;
        server->left -= 2 + len;
    }
    sa_buf_addf(reply, "<r:ReceiveResponse><r:Stream Name='%s'%s>", name,
                of_command ? " CommandId='C'" : "");
    sa_base64_add(reply, sa_buf_text(&stream), stream.len);
    sa_buf_add_text(reply, "</r:Stream>");
    if (is_done)
        sa_buf_addf(reply, "<r:CommandState CommandId='C' State='%s'/>",
                    NS_SHELL "/CommandState/Done");
    sa_buf_add_text(reply, "</r:ReceiveResponse>");
    sa_buf_done(&stream);
    return true;
}

static int exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    struct server *server = transport;
    const char *id = strstr(call->body, "<a:MessageID>") + strlen("<a:MessageID>");

    sa_buf_clear(reply);
    sa_buf_addf(reply, HEAD, (int)strcspn(id, "<"), id);
    if (strstr(call->body, "/Create<") != NULL)
        sa_buf_add_text(reply,
                        "<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector "
                        "Name='ShellId'>S</w:Selector></w:SelectorSet></a:ReferenceParameters>"
                        "</x:ResourceCreated>");
    else if (strstr(call->body, "/Command<") != NULL)
        sa_buf_add_text(reply,
                        "<r:CommandResponse><r:CommandId>C</r:CommandId></r:CommandResponse>");
    else if (strstr(call->body, "/Receive<") != NULL &&
             !add_received(server, strstr(call->body, " CommandId=") != NULL, reply))
        return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "that was all");
    sa_buf_add_text(reply, TAIL);
    *ret_status = 200;
    *ret_sent = true;
    return 0;
}

static int look(void *payload, const struct sa_psrp_record *record, struct sa_error *err)
{
    size_t *count = payload;

    (void)err;
    *count += record->xml_len + (record->text != NULL ? strlen(record->text) : 0);
    if (record->kind == SA_PSRP_ERROR)
        *count += strlen(record->error->message);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct server server = {.at = data + 1, .left = size > 0 ? size - 1 : 0};
    const struct sa_wsman_options options = {
        .to = "http://h/wsman", .exchange = exchange, .transport = &server};
    static const struct psrp_command command = {.text = "x", .is_script = true};
    size_t count = 0;
    const struct psrp_ask ask = {.commands = &command,
                                 .command_count = 1,
                                 .what = "x",
                                 .refusal = "ScriptsNotAllowed",
                                 .each = look,
                                 .payload = &count};
    struct sa_wsman *session = NULL;
    struct sa_psrp *pool = NULL;
    struct sa_psrp_options pool_options = {.way = SA_PSRP_SCRIPT};

    if (size == 0 || sa_wsman_open(&options, &session, NULL) < 0)
        return 0;
    server.opens = (data[0] & 1) != 0;
    if ((data[0] & 2) != 0)
        pool_options.way = SA_PSRP_COMMAND;
    pool_options.session = session;
    if (sa_psrp_open(&pool_options, &pool, NULL) == 0) {
        for (int i = 0; i < 3; i++) {
            struct psrp_outcome outcome;
            int r = pool_options.way == SA_PSRP_COMMAND
                        ? psrp_run_command(pool, "x", &ask, &outcome, NULL)
                        : psrp_run_any(pool, &ask, &outcome, NULL);

            if (r == SA_E_NETWORK)
                break;
        }
    }
    sa_psrp_close(pool);
    sa_wsman_close(session);
    return 0;
}
