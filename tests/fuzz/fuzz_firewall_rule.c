/* SPDX-License-Identifier: Apache-2.0 */
/* Text of a firewall rule: any bytes without NUL. Ports and addresses that come out are whole and in order,
 * and a rule without conditions says "any". */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "host_firewall.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check(const struct sa_firewall_rule *rule)
{
    for (size_t i = 0; i < rule->port_count; i++) {
        const struct sa_firewall_port *port = &rule->ports[i];

        must(port->keyword != NULL || (port->low >= 0 && port->low <= port->high));
        must(port->high <= UINT16_MAX);
    }
    for (size_t i = 0; i < rule->remote_count; i++) {
        const struct sa_firewall_address *remote = &rule->remotes[i];

        must(remote->text != NULL);
        must((remote->keyword != NULL) == (remote->low[0] == '\0'));
        must(remote->low[0] == '\0' || strlen(remote->low) == 32);
        must(strcmp(remote->low, remote->high) <= 0);
    }
    must(rule->port_count > 0 || rule->any_local_port);
    must(rule->remote_count > 0 || rule->any_remote);
    must(rule->domain || rule->private || rule->public);
    must(rule->name != NULL && rule->meaning != NULL && strlen(rule->meaning) <= 512);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    struct sa_firewall_rule rule;
    char *text = malloc(len + 1);

    if (text == NULL)
        return 0;
    memcpy(text, bytes, len);
    text[len] = '\0';
    if (sa_firewall_parse(text, &arena, &rule) == 0)
        check(&rule);
    sa_arena_done(&arena);
    free(text);
    return 0;
}
