/* SPDX-License-Identifier: Apache-2.0 */
/* A server of PowerShell Remoting out of a list of steps, on top of wsman_script.h: its answers are messages, which
 * become fragments with the identifiers that the client chose. Whatever a client asks to run is compared with
 * the table of operations. */
#ifndef SYNCAUDIT_TESTS_PSRP_SCRIPT_H
#define SYNCAUDIT_TESTS_PSRP_SCRIPT_H
#include "private.h"
#include "wsman_script.h"

#define PSRP_STEP_MESSAGES 12

struct psrp_say {
    uint32_t type; /**< 0: no more */
    const char *xml;
};

struct psrp_step {
    const char *expect;
    const char *body; /**< NULL: an answer of Receive with `says` */
    long http;
    int status;
    unsigned takes_ms;
    unsigned cut; /**< bytes of a message in a fragment; 0: all */
    bool torn;  /**< fragments are cut between streams, and one of another command stands between */
    bool done;  /**< CommandState Done */
    bool other; /**< messages of another pipeline */
    struct psrp_say says[PSRP_STEP_MESSAGES];
};

struct psrp_script {
    struct script script; /* first */
    const struct psrp_step *steps;
    size_t count;
    bool any;                  /**< what is run is not compared with the table */
    size_t scripts;            /**< that were asked for */
    size_t functions;          /**< the same */
    uint32_t sent[SCRIPT_MAX]; /**< types of messages that the client sent with Send, whole ones */
    size_t sent_count;
    struct sa_buf last_data; /**< of the last whole message of the client */
    struct psrp_guid pool, pipeline;
    uint64_t object;
    struct script_step made[SCRIPT_MAX];
    char *bodies[SCRIPT_MAX];
    struct psrp_receiver receiver;
    const atomic_bool *cancelled;
    atomic_bool *cancel_at; /**< set when request `cancel_request` comes */
    size_t cancel_request;
};

#define PSRP_SCRIPT(array)                                                          \
    {                                                                               \
        .steps = (array), .count = SA_COUNT(array), .receiver = PSRP_RECEIVER_INIT, \
        .last_data = SA_BUF_INIT(16 * SA_MIB)                                       \
    }

/** A session on it. */
struct sa_wsman *psrp_script_open(struct psrp_script *script, int64_t deadline_ms,
                                  size_t max_envelope);
void psrp_script_done(struct psrp_script *script);

/** Script that a command shell is to run, decoded from the request's body; free() it. */
char *psrp_encoded_script(const char *request);

#define CREATED_AS "@CREATED@" /**< body: the shell has the ShellId that was asked for */
#define STARTED_AS "@STARTED@" /**< body: the command has the CommandId that was asked for */
#define EMPTY      SCRIPT_ANSWER("")

#define CREATE                                 \
    {                                          \
        "transfer/Create<", .body = CREATED_AS \
    }
#define DELETE                            \
    {                                     \
        "transfer/Delete<", .body = EMPTY \
    }
#define COMMAND                              \
    {                                        \
        "shell/Command<", .body = STARTED_AS \
    }
#define END                                \
    {                                      \
        "signal/terminate<", .body = EMPTY \
    }
#define STOP                                       \
    {                                              \
        "powershell/signal/ctrl_c<", .body = EMPTY \
    }
#define NOTHING                                                                              \
    {                                                                                        \
        "shell/Receive<", .body = SCRIPT_FAULT("2150858793"), .http = 500, .takes_ms = 20000 \
    }

#define CAPABILITY(version)                                                                     \
    {                                                                                           \
        PSRP_SESSION_CAPABILITY, "<Obj RefId=\"0\"><MS><Version N=\"protocolversion\">" version \
                                 "</Version><Version N=\"PSVersion\">2.0</Version><Version "    \
                                 "N=\"SerializationVersion\">1.1.0.1</Version></MS></Obj>"      \
    }
#define PRIVATE_DATA                                                                          \
    {                                                                                         \
        PSRP_APPLICATION_PRIVATE_DATA,                                                        \
            "<Obj RefId=\"0\"><MS><Obj N=\"ApplicationPrivateData\" RefId=\"1\"><DCT><En><S " \
            "N=\"Key\">PSVersionTable</S><Obj N=\"Value\" RefId=\"2\"><DCT><En><S "           \
            "N=\"Key\">PSVersion</S><Version "                                                \
            "N=\"Value\">5.1.20348.1</Version></En></DCT></Obj></En>"                         \
            "</DCT></Obj></MS></Obj>"                                                         \
    }
#define RUNSPACE(state)                                                                          \
    {                                                                                            \
        PSRP_RUNSPACEPOOL_STATE, "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">" state "</I32>" \
                                 "</MS></Obj>"                                                   \
    }
#define PIPELINE(state)                                                                      \
    {                                                                                        \
        PSRP_PIPELINE_STATE, "<Obj RefId=\"0\"><MS><I32 N=\"PipelineState\">" state "</I32>" \
                             "</MS></Obj>"                                                   \
    }
#define ERROR_MEMBERS(id, target, text)                                                     \
    "<ToString>" text "</ToString><MS><Obj N=\"Exception\" RefId=\"9\"><TN RefId=\"1\"><T>" \
    "System.Management.Automation.RuntimeException</T><T>System.Object</T></TN><Props><S "  \
    "N=\"Message\">" text "</S><I32 N=\"HResult\">-2146233087</I32></Props></Obj><S "       \
    "N=\"FullyQualifiedErrorId\">" id "</S><I32 N=\"ErrorCategory_Category\">13</I32><S "   \
    "N=\"ErrorCategory_TargetName\">" target "</S></MS>"
#define ERROR_RECORD(id, target, text)                                                          \
    {                                                                                           \
        PSRP_ERROR_RECORD,                                                                      \
            "<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation."                 \
            "ErrorRecord</T><T>System.Object</T></TN>" ERROR_MEMBERS(id, target, text) "</Obj>" \
    }
#define FAILED(id, target, text)                                                          \
    {                                                                                     \
        PSRP_PIPELINE_STATE, "<Obj RefId=\"0\"><MS><I32 N=\"PipelineState\">5</I32><Obj " \
                             "N=\"ExceptionAsErrorRecord\" RefId=\"1\">" ERROR_MEMBERS(   \
                                 id, target, text) "</Obj></MS></Obj>"                    \
    }
#define OUTPUT(text)                            \
    {                                           \
        PSRP_PIPELINE_OUTPUT, "<S>" text "</S>" \
    }
#define HOST_CALL(call, method, name)                                                              \
    {                                                                                              \
        PSRP_PIPELINE_HOST_CALL, "<Obj RefId=\"0\"><MS><I64 N=\"ci\">" call "</I64><Obj N=\"mi\" " \
                                 "RefId=\"1\"><ToString>" name "</ToString><I32>" method "</I32>"  \
                                 "</Obj><Obj N=\"mp\" RefId=\"2\"><LST/></Obj></MS></Obj>"         \
    }

#define RECEIVE(...)                              \
    {                                             \
        "shell/Receive<", .says = { __VA_ARGS__ } \
    }
#define OPENED RECEIVE(CAPABILITY("2.3"), PRIVATE_DATA, RUNSPACE("2"))
#endif
