/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of doctor share: one examination of a host or forest is a list of lines. */
#ifndef SYNCAUDIT_CLI_DOCTOR_H
#define SYNCAUDIT_CLI_DOCTOR_H
#include <netdb.h>
#include <stdatomic.h>

#include "syncaudit/gss.h"

#include "matrix.h"

enum finding { FOUND_OK, FOUND_PROBLEM, FOUND_SKIPPED, FOUND_NOTE };

struct line {
    enum finding finding;
    const char *step; /* "name", "port", "logon", ... */
    const char *text; /* what, and why */
    const char *hint; /* what to do next, or "" */
    int status;       /* of an error, else 0 */
    enum sa_domain domain;
    long long code;
    bool *lost; /* of each ask of the matrix: not to be had */
    struct line *next;
};

struct examination {
    const struct matrix *matrix;
    const char *name;                    /* of the target */
    const struct sa_host_request *host;  /* NULL: a forest */
    const struct sa_plan_forest *forest; /* NULL: a host */
    struct sa_arena arena;
    struct line *first, *last;
    bool reached; /* somebody answered after a logon */
    bool no_memory;
    int64_t deadline_ms;
    const atomic_bool *cancelled;
};

/* Adds a line. Never NULL: without memory the examination says so. */
struct line *say(struct examination *e, enum finding finding, const char *step, const char *format,
                 ...) SA_PRINTF(4, 5);
/* The same for an error, with its hint and number. */
struct line *say_error(struct examination *e, const char *step, const struct sa_error *err);
/* What cannot be asked because of this line. */
typedef bool costs_fn(const void *payload, const struct ask *ask);
void costs(struct examination *e, struct line *line, costs_fn *lost, const void *payload);
costs_fn costs_way;      /* payload: enum ask_way */
costs_fn costs_host;     /* everything that is asked of a host */
costs_fn costs_resource; /* payload: "root/StandardCimv2/": asks that begin so */
costs_fn costs_source;   /* payload: the ask's name */

/* Names and ports (doctor_net.c) ------------------------------------------------------------------- */

#define ADDRESSES_MAX 8

struct address {
    struct sockaddr_storage socket;
    socklen_t len;
    char text[64];
    char reverse[256]; /* "" : none */
};
struct addresses {
    struct address items[ADDRESSES_MAX];
    size_t count;
};
/* Says what the name stands for; false: for nothing. */
bool examine_name(struct examination *e, const char *host, struct addresses *ret);
/* Says whether the port of any address takes connections. `is_needed` false: a note. */
bool examine_port(struct examination *e, const struct addresses *addresses, unsigned port,
                  const char *what, bool is_needed);
/* Which tickets are there, and which services have one: "HTTP/host", NULL-terminated. True: one of them. */
bool examine_tickets(struct examination *e, const struct sa_logon *logon,
                     const char *const *services);

void examine_host(struct examination *e);
void examine_forest(struct examination *e);
/* Whether the clocks fit: seconds that the other one is ahead. */
void examine_clock(struct examination *e, int64_t offset_s, const char *source);

/* All examinations, in order; the exit code. */
int print_examinations(const struct settings *settings, const struct examination *list,
                       size_t count, bool json, struct sa_error *err) SA_NODISCARD;
#endif
