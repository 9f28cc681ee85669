/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as what a directory sends outside of LDAP messages proper: the answer to an LDAP ping,
 * names with ranges, SPNEGO tokens, diagnostic texts, DNs and times. The first byte chooses. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static void ping(const uint8_t *data, size_t size)
{
    struct sa_dc_ping ping;
    const unsigned char *value = NULL;
    size_t len = 0;

    if (sa_dc_ping_decode(data, size, &ping) == 0) {
        REQUIRE(strlen(ping.forest) < sizeof ping.forest && strlen(ping.host) < sizeof ping.host);
        REQUIRE(strlen(ping.client_site) < sizeof ping.client_site);
        REQUIRE(strpbrk(ping.client_site, "\x1b\n\r\x07") == NULL);
    }
    if (ping_answer_value(data, size, 7, &value, &len) == 0)
        REQUIRE(value >= data && value + len <= data + size);
}

static void spnego(const uint8_t *data, size_t size)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_spnego_reply reply;

    if (sa_spnego_read(data, size, &reply) == 0 && reply.token != NULL)
        REQUIRE(reply.token >= data && reply.token + reply.len <= data + size);
    if (sa_spnego_response(data, size, NULL, 0, &buf) == 0) {
        REQUIRE(sa_spnego_read(buf.data, buf.len, &reply) == 0 && reply.len == size);
        REQUIRE(size == 0 || memcmp(reply.token, data, size) == 0);
    }
}

static void range(const char *text, size_t len)
{
    struct range_name range;

    if (range_parse(text, len, &range) < 0)
        return;
    REQUIRE(range.base_len > 0 && range.base_len <= len);
    REQUIRE(memchr(text, ';', range.base_len) == NULL);
    REQUIRE(!range.ranged || range.low <= range.high);
    REQUIRE(!range.ranged || range.high == RANGE_END || range.high + 1 > range.high);
}

static void texts(const char *text, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};
    char site[32];
    int64_t seconds = 0;

    (void)ldap_fail(&err, "dc", "bind", LDAP_INVALID_CREDENTIALS, text);
    REQUIRE(err.status == SA_E_AUTH);
    (void)ldap_fail(&err, "dc", text, LDAP_OTHER, text);
    if (generalized_time(text, &seconds) == 0)
        REQUIRE(strlen(text) >= 15 && text[strlen(text) - 1] == 'Z');
    site_of_server(text, site, sizeof site);
    REQUIRE(strlen(site) < sizeof site);
    (void)host_name_valid(text);
    if (sa_ldap_filter_add(&filter, text, len) == 0)
        REQUIRE(strpbrk(sa_buf_text(&filter), "*()") == NULL);
}

/* Lines are values; what comes twice goes. */
static void unique(const uint8_t *data, size_t size)
{
    struct sa_ldap_value values[64];
    struct sa_ldap_attribute attribute = {"member", values, 0};

    for (size_t at = 0; at < size && attribute.count < SA_COUNT(values);) {
        const uint8_t *end = memchr(data + at, '\n', size - at);
        size_t len = end == NULL ? size - at : (size_t)(end - data) - at;

        values[attribute.count++] = (struct sa_ldap_value){data + at, len};
        at += len + 1;
    }
    REQUIRE(range_unique(&attribute) == 0);
    for (size_t i = 0; i < attribute.count; i++)
        for (size_t k = i + 1; k < attribute.count; k++)
            REQUIRE(values[i].len != values[k].len ||
                    memcmp(values[i].bytes, values[k].bytes, values[i].len) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = NULL;

    if (size == 0)
        return 0;
    text = malloc(size);
    REQUIRE(text != NULL);
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    switch (data[0] % 5) {
    case 0:
        ping(data + 1, size - 1);
        break;
    case 1:
        spnego(data + 1, size - 1);
        break;
    case 2:
        range(text, size - 1);
        break;
    case 3:
        texts(text, strlen(text));
        break;
    default:
        unique(data + 1, size - 1);
        break;
    }
    free(text);
    return 0;
}
