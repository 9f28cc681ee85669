/* SPDX-License-Identifier: Apache-2.0 */
/* Source network: addresses, gateways and DNS servers of adapters that have IP
 * (Win32_NetworkAdapterConfiguration). Public is what is routed on the Internet: neither private (RFC
 * 1918, RFC 4193, RFC 6598), nor local to a link or machine, nor set aside for documentation, tests or
 * the future (RFC 6890 and the registries that it started). */
#include <arpa/inet.h>
#include <string.h>

#include "host_internal.h"

static const struct {
    uint32_t network;
    unsigned bits;
} not_public[] = {
    {0x00000000, 8 },
    {0x0A000000, 8 },
    {0x64400000, 10},
    {0x7F000000, 8 },
    {0xA9FE0000, 16},
    {0xAC100000, 12},
    {0xC0000000, 24},
    {0xC0000200, 24},
    {0xC0A80000, 16},
    {0xC6120000, 15},
    {0xC6336400, 24},
    {0xCB007100, 24},
    {0xE0000000, 3 }, /* multicast and the future */
};

static bool is_public_ipv4(uint32_t address)
{
    for (size_t i = 0; i < SA_COUNT(not_public); i++)
        if ((address ^ not_public[i].network) >> (32 - not_public[i].bits) == 0)
            return false;
    return true;
}

static uint32_t ipv4_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_public_ipv6(const struct in6_addr *address)
{
    const unsigned char *b = address->s6_addr;

    if (IN6_IS_ADDR_V4MAPPED(address))
        return is_public_ipv4(ipv4_at(b + 12));
    if (b[0] == 0x20 && b[1] == 0x02) /* 6to4 */
        return is_public_ipv4(ipv4_at(b + 2));
    if (ipv4_at(b) == 0x20010DB8 || (b[0] == 0x3F && b[1] == 0xFF && b[2] < 0x10))
        return false;
    return (b[0] & 0xE0) == 0x20; /* 2000::/3 */
}

/* Canonical text of an address; false: it is none. */
static bool canonical(const char *text, char ret[INET6_ADDRSTRLEN], bool *ret_public)
{
    char bare[INET6_ADDRSTRLEN + 1];
    size_t len = strcspn(text, "%"); /* of a link-local address: the scope */
    struct in_addr four;
    struct in6_addr six;

    if (len >= sizeof bare)
        return false;
    memcpy(bare, text, len);
    bare[len] = '\0';
    if (inet_pton(AF_INET, bare, &four) == 1) {
        *ret_public = is_public_ipv4(ntohl(four.s_addr));
        return inet_ntop(AF_INET, &four, ret, INET6_ADDRSTRLEN) != NULL;
    }
    if (inet_pton(AF_INET6, bare, &six) != 1)
        return false;
    *ret_public = is_public_ipv6(&six);
    return inet_ntop(AF_INET6, &six, ret, INET6_ADDRSTRLEN) != NULL;
}

int host_gather_network(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    int r = 0;

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    r = host_query(host, CIMV2,
                   "SELECT Index,IPAddress,DefaultIPGateway,DNSServerSearchOrder FROM "
                   "Win32_NetworkAdapterConfiguration WHERE IPEnabled=TRUE",
                   NULL, list, err);
    if (r == 0 && list->count == 0)
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                    "the server shows no network adapter with an address");
    return r;
}

static int store_list(struct host *host, struct sa_batch *batch, const struct sa_cim_instance *item,
                      int64_t adapter, const char *const list[2], struct sa_error *err)
{
    const struct sa_cim_property *property = sa_cim_property(item, list[0]);

    for (size_t i = 0; property != NULL && i < property->count; i++) {
        char text[INET6_ADDRSTRLEN];
        bool is_public = false;
        int r = 0;

        if (!canonical(property->values[i].text, text, &is_public))
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server names '%.100s' as an address (%s)",
                           host_text(host, property->values[i].text), list[0]);
        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_address (target_id, adapter, kind, position, address,"
                        " public, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        SA_INT(host->target_id), SA_INT(adapter), SA_TEXT(list[1]),
                        SA_INT((int64_t)i), SA_TEXT(text), SA_INT(is_public),
                        SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int host_store_network(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const char *const lists[][2] = {
        {"IPAddress",            "address"},
        {"DefaultIPGateway",     "gateway"},
        {"DNSServerSearchOrder", "dns"    },
    };
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        int64_t adapter = 0;
        int r = host_need_number(list->items[i], "Index", 0, UINT32_MAX, &adapter, err);

        for (size_t j = 0; r == 0 && j < SA_COUNT(lists); j++)
            r = store_list(host, batch, list->items[i], adapter, lists[j], err);
        if (r < 0)
            return r;
    }
    return 0;
}
