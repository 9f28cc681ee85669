/* SPDX-License-Identifier: Apache-2.0 */
/* Operations of the table (operations.c) and nothing else: they are named, their script is this program's own, and
 * arguments are values of known parameters. A script goes with its arguments as parameters, a command shell gets
 * them written behind it; that is why they are numbers, and names of the table.
 *
 * Which way an endpoint takes is found out by the first call: one without a language refuses scripts
 * (ScriptsNotAllowed), one without the function does not find it. Neither has run anything by then, so that the
 * other way is tried with the same call, and at last powershell.exe. */
#include <string.h>

#include "syncaudit/text.h"

#include "operations.h"
#include "private.h"

#define ARGUMENTS_MAX 8
#define SCRIPT_MAX    SA_MIB

static const char *const parameters[] = {"Days", "MaxRuns"};

static bool is_operation(const char *name)
{
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        if (strcmp(o->name, name) == 0)
            return true;
    }
    return false;
}

static bool is_parameter(const struct sa_psrp_argument *argument)
{
    for (size_t i = 0; i < SA_COUNT(parameters); i++) {
        if (argument->name != NULL && argument->type == SA_PSRP_NUMBER &&
            strcmp(argument->name, parameters[i]) == 0)
            return argument->number >= 0;
    }
    return false;
}

static int refuse(const char *what, struct sa_error *err)
{
    (void)sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                  "'%.300s' is not among the operations that may be run", what);
    sa_hint(err, "please report this: nothing was sent");
    return SA_E_INTERNAL;
}

/* 0 or SA_E_INTERNAL: before anything is sent. Adds the names, joined by commas. */
static int check(const struct sa_psrp_call *call, struct sa_buf *ret_names, struct sa_error *err)
{
    if (call->names == NULL || call->names[0] == NULL)
        return refuse("", err);
    for (size_t i = 0; call->names[i] != NULL; i++) {
        if (!is_operation(call->names[i]))
            return refuse(call->names[i], err);
        sa_buf_addf(ret_names, "%s%s", i > 0 ? "," : "", call->names[i]);
    }
    if (call->argument_count >= ARGUMENTS_MAX)
        return refuse("so many arguments", err);
    for (size_t i = 0; i < call->argument_count; i++) {
        if (!is_parameter(&call->arguments[i]))
            return refuse(call->arguments[i].name != NULL ? call->arguments[i].name : "", err);
    }
    return sa_buf_status(ret_names) < 0 ? refuse("so many names", err) : 0;
}

/* The ways ----------------------------------------------------------------------------------------- */

struct run {
    struct sa_psrp *pool;
    const struct sa_psrp_call *call;
    const char *names; /**< "engine,scheduler" */
    struct psrp_ask ask;
};

static int run_pipeline(const struct run *run, enum sa_psrp_way way, struct psrp_outcome *ret,
                        struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf script = SA_BUF_INIT(SCRIPT_MAX);
    struct sa_psrp_argument arguments[ARGUMENTS_MAX] = {
        {.name = "Source", .type = SA_PSRP_TEXT, .text = run->names}
    };
    struct psrp_command command = {
        .text = SA_PSRP_FUNCTION,
        .is_script = way == SA_PSRP_SCRIPT,
        .arguments = arguments,
        .argument_count = run->call->argument_count + 1,
    };
    struct psrp_ask ask = run->ask;

    for (size_t i = 0; i < run->call->argument_count; i++)
        arguments[i + 1] = run->call->arguments[i];
    if (command.is_script) {
        int r = sa_psrp_add_script(&script, run->call->names, err);

        if (r < 0)
            return r;
        command.text = sa_buf_text(&script);
    }
    ask.commands = &command;
    ask.command_count = 1;
    if (!run->pool->is_settled)
        ask.refusal = command.is_script ? "ScriptsNotAllowed" : "CommandNotFoundException";
    return psrp_run_any(run->pool, &ask, ret, err);
}

/* One at a time: a command line is short. */
static int run_command(const struct run *run, const char *name, struct psrp_outcome *ret,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf script = SA_BUF_INIT(SCRIPT_MAX);
    struct psrp_ask ask = run->ask;
    int r =
        sa_psrp_add_command(&script, name, run->call->arguments, run->call->argument_count, err);

    if (r < 0)
        return r;
    ask.what = name;
    return psrp_run_command(run->pool, sa_buf_text(&script), &ask, ret, err);
}

static int run_commands(const struct run *run, struct psrp_outcome *ret, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && run->call->names[i] != NULL; i++) {
        r = run_command(run, run->call->names[i], ret, err);
        if (r == 0 && ret->state != SA_PSRP_COMPLETED)
            break;
    }
    return r;
}

static int fail_ways(const struct sa_psrp *pool, bool tried_both, enum sa_psrp_way way,
                     struct sa_error *err)
{
    const char *name = pool->info.configuration;

    if (tried_both)
        (void)sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                      "the session configuration '%s' runs no scripts and has no function "
                      "'" SA_PSRP_FUNCTION "'",
                      name);
    else if (way == SA_PSRP_SCRIPT)
        (void)sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                      "the session configuration '%s' runs no scripts", name);
    else
        (void)sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                      "the session configuration '%s' has no function '" SA_PSRP_FUNCTION
                      "' for the account",
                      name);
    if (way == SA_PSRP_SCRIPT && !tried_both)
        sa_hint(err, "use its function: --powershell jea");
    else
        sa_hint(err,
                "'syncaudit jea generate' writes an endpoint with this function; the account needs "
                "a role that has it");
    return SA_E_UNSUPPORTED;
}

/* The endpoint takes neither way. What needs no endpoint may work, unless the caller wants this one. */
static int run_without(const struct run *run, enum sa_psrp_way way, bool tried_both,
                       struct psrp_outcome *ret, struct sa_error *err)
{
    struct sa_psrp *pool = run->pool;
    struct sa_error ignored = {0};

    if (tried_both && !pool->is_custom) {
        psrp_runspace_close(pool);
        if (psrp_command_open(pool, &ignored) == 0)
            return run_commands(run, ret, err);
    }
    return fail_ways(pool, tried_both, way, err);
}

/* Records are handed on while the pipeline runs, and their readers ask which way they came. Once there was one the
 * way is settled, however the pipeline ends. */
static int try_way(const struct run *run, enum sa_psrp_way way, struct psrp_outcome *ret,
                   struct sa_error *err)
{
    struct sa_psrp *pool = run->pool;
    enum sa_psrp_way before = pool->info.way;
    int r = 0;

    pool->info.way = way;
    r = run_pipeline(run, way, ret, err);
    if (ret->has_handed || (r == 0 && !ret->is_refused))
        pool->is_settled = true;
    else if (!pool->is_settled)
        pool->info.way = before;
    return r;
}

static int run_runspace(const struct run *run, struct psrp_outcome *ret, struct sa_error *err)
{
    const struct sa_psrp *pool = run->pool;
    enum sa_psrp_way way = pool->info.way;
    bool may_switch = way == SA_PSRP_AUTO;
    int r = 0;

    if (may_switch)
        way = pool->is_custom ? SA_PSRP_FUNCTION_WAY : SA_PSRP_SCRIPT;
    r = try_way(run, way, ret, err);
    if (r == 0 && ret->is_refused && may_switch) {
        way = way == SA_PSRP_SCRIPT ? SA_PSRP_FUNCTION_WAY : SA_PSRP_SCRIPT;
        r = try_way(run, way, ret, err);
    }
    if (r == 0 && ret->is_refused)
        return run_without(run, way, may_switch, ret, err);
    return r;
}

int sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call, sa_psrp_record_fn *each,
                void *payload, enum sa_psrp_state *ret_state, struct sa_psrp_error *ret_reason,
                struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf names = SA_BUF_INIT(SA_LIMIT_NAME);
    struct psrp_outcome outcome = {0};
    struct run run = {.pool = pool, .call = call};
    int r = check(call, &names, err);

    if (r < 0)
        return r;
    run.names = sa_buf_text(&names);
    run.ask = (struct psrp_ask){
        .what = run.names,
        .silence_ms = call->silence_ms,
        .deadline_ms = call->deadline_ms,
        .each = each,
        .payload = payload,
    };
    if (pool->info.way == SA_PSRP_COMMAND)
        r = run_commands(&run, &outcome, err);
    else
        r = run_runspace(&run, &outcome, err);
    if (r < 0)
        return r;
    *ret_state = outcome.state;
    if (ret_reason != NULL)
        *ret_reason = outcome.reason.error;
    return 0;
}
