/* SPDX-License-Identifier: Apache-2.0 */
/* A rule of Windows Firewall as its text in the registry says it ([MS-GPFAS] 2.2.2.19). */
#ifndef SYNCAUDIT_COLLECT_HOST_FIREWALL_H
#define SYNCAUDIT_COLLECT_HOST_FIREWALL_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"

#define SA_FIREWALL_ADDRESS_SIZE 33 /* 32 hex digits and a NUL */

struct sa_firewall_port {
    int low, high;       /* -1: a keyword stands there */
    const char *keyword; /* or NULL */
};
struct sa_firewall_address {
    const char *text; /* as written */
    int family;       /* 4, 6, or 0: by keyword for both, or not understood */
    char low[SA_FIREWALL_ADDRESS_SIZE], high[SA_FIREWALL_ADDRESS_SIZE]; /* "": a keyword */
    const char *keyword;                                                /* or NULL */
};
struct sa_firewall_rule {
    bool active, inbound, domain, private, public;
    enum { SA_FIREWALL_ALLOW, SA_FIREWALL_BLOCK, SA_FIREWALL_BYPASS } action;
    int protocol;        /* -1: any */
    const char *name;    /* "" when it has none */
    const char *program; /* NULL: any; likewise below */
    const char *service, *package, *interface;
    bool authenticated, any_local_port, any_remote;
    bool understood; /* false: something in it may narrow or widen it in a way not known here */
    const struct sa_firewall_port *ports;
    size_t port_count;
    const struct sa_firewall_address *remotes;
    size_t remote_count;
    const char *meaning; /* what it does, in one order and case, without its names and `active` */
};

/** Reads a rule into `arena`. Whatever the text is, there is a rule: what is not understood says so, and
 *  counts as what lets most in. SA_E_NOMEM (also: no room in the arena). */
int sa_firewall_parse(const char *text, struct sa_arena *arena,
                      struct sa_firewall_rule *ret) SA_NODISCARD;
#endif
