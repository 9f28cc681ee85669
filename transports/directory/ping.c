/* SPDX-License-Identifier: Apache-2.0 */
/* The LDAP ping over UDP ([MS-ADTS] 6.3.3): a search of rootDSE for "Netlogon" whose one value says
 * which DC answers and in which site the asker is ([MS-ADTS] 6.3.1.9). Anybody on the network can
 * answer it: what it says chooses the DC that is asked first, no more, and both the message and the
 * value are read with bounds. */
#include <errno.h>
#include <lber.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define MAX_ANSWER   4096
#define MAX_POINTERS 16
/* NETLOGON_NT_VERSION_5 | _5EX | _5EX_WITH_IP */
#define NT_VERSION 0x0e

/* The answer's value -------------------------------------------------------------------------- */

struct reader {
    const unsigned char *bytes;
    size_t len, at;
};

static bool add_label(char *name, size_t size, size_t *used, const unsigned char *label, size_t len)
{
    if (*used + (*used > 0) + len + 1 > size)
        return false;
    if (*used > 0)
        name[(*used)++] = '.';
    for (size_t i = 0; i < len; i++) {
        if (label[i] < 0x20 || label[i] == 0x7f)
            return false;
        name[(*used)++] = (char)label[i];
    }
    name[*used] = '\0';
    return true;
}

/* A name of RFC 1035, 4.1.4: labels, then 0 or a pointer to an earlier place of the value. */
static bool read_name(struct reader *reader, char *name, size_t size)
{
    size_t at = reader->at;
    size_t used = 0;
    unsigned pointers = 0;

    name[0] = '\0';
    while (at < reader->len && reader->bytes[at] != 0) {
        unsigned char first = reader->bytes[at];

        if ((first & 0xc0) == 0xc0) {
            if (at + 1 >= reader->len || pointers++ == MAX_POINTERS)
                return false;
            if (pointers == 1)
                reader->at = at + 2;
            at = (size_t)(first & 0x3f) << 8 | reader->bytes[at + 1];
            continue;
        }
        if (first > 63 || at + 1 + first > reader->len ||
            !add_label(name, size, &used, reader->bytes + at + 1, first))
            return false;
        at += 1 + (size_t)first;
    }
    if (at >= reader->len)
        return false;
    if (pointers == 0)
        reader->at = at + 1;
    return true;
}

int sa_dc_ping_decode(const void *bytes, size_t len, struct sa_dc_ping *ret)
{
    const unsigned char *at = bytes;
    struct reader reader = {bytes, len, 24}; /* opcode, padding, flags, GUID of the domain */
    char skipped[256];

    *ret = (struct sa_dc_ping){0};
    /* LOGON_SAM_LOGON_RESPONSE_EX, or _USER_UNKNOWN_EX as no user is named */
    if (len < 24 || (at[0] != 23 && at[0] != 25) || at[1] != 0)
        return SA_E_PROTOCOL;
    ret->flags =
        (uint32_t)at[4] | (uint32_t)at[5] << 8 | (uint32_t)at[6] << 16 | (uint32_t)at[7] << 24;
    if (!read_name(&reader, ret->forest, sizeof ret->forest) ||
        !read_name(&reader, ret->domain, sizeof ret->domain) ||
        !read_name(&reader, ret->host, sizeof ret->host) ||
        !read_name(&reader, ret->netbios_domain, sizeof ret->netbios_domain) ||
        !read_name(&reader, skipped, sizeof skipped) || /* NetBIOS name of the DC */
        !read_name(&reader, skipped, sizeof skipped) || /* user */
        !read_name(&reader, ret->dc_site, sizeof ret->dc_site) ||
        !read_name(&reader, ret->client_site, sizeof ret->client_site)) {
        *ret = (struct sa_dc_ping){0};
        return SA_E_PROTOCOL;
    }
    return 0;
}

/* The answer's message ------------------------------------------------------------------------ */

/* One BER element with a definite length; the reader stands behind it afterwards. */
static bool element(struct reader *reader, unsigned char tag, struct reader *ret)
{
    size_t len = 0;
    unsigned char first = 0;

    if (reader->len - reader->at < 2 || reader->bytes[reader->at] != tag)
        return false;
    first = reader->bytes[reader->at + 1];
    reader->at += 2;
    if (first < 0x80)
        len = first;
    else {
        size_t count = first & 0x7f;

        if (count == 0 || count > 4 || reader->len - reader->at < count)
            return false;
        for (; count > 0; count--)
            len = len << 8 | reader->bytes[reader->at++];
    }
    if (reader->len - reader->at < len)
        return false;
    *ret = (struct reader){reader->bytes + reader->at, len, 0};
    reader->at += len;
    return true;
}

int ping_answer_value(const void *bytes, size_t len, int message_id, const unsigned char **ret,
                      size_t *ret_len)
{
    struct reader all = {bytes, len, 0};
    struct reader message;
    struct reader number;
    struct reader entry;
    struct reader part;
    struct reader list;
    struct reader attribute;
    long id = 0;

    if (!element(&all, 0x30, &message) || !element(&message, 0x02, &number) || number.len == 0 ||
        number.len > 4)
        return SA_E_PROTOCOL;
    for (size_t i = 0; i < number.len; i++)
        id = id << 8 | number.bytes[i];
    if (id != message_id)
        return SA_E_PROTOCOL;
    if (message.at < message.len && message.bytes[message.at] == 0x65)
        return SA_E_NOT_FOUND; /* SearchResultDone: not a DC of that domain */
    if (!element(&message, 0x64, &entry) || !element(&entry, 0x04, &part) ||
        !element(&entry, 0x30, &list) || !element(&list, 0x30, &attribute) ||
        !element(&attribute, 0x04, &part) || part.len != 8 ||
        strncasecmp((const char *)part.bytes, "netlogon", 8) != 0 ||
        !element(&attribute, 0x31, &list) || !element(&list, 0x04, &part))
        return SA_E_PROTOCOL;
    *ret = part.bytes;
    *ret_len = part.len;
    return 0;
}

/* Asking -------------------------------------------------------------------------------------- */

static struct berval *make_request(int message_id, const char *domain)
{
    static char version[4] = {NT_VERSION, 0, 0, 0};
    struct berval version_value = {sizeof version, version};
    struct berval *flat = NULL;
    BerElement *ber = ber_alloc_t(LBER_USE_DER);
    bool ok = false;

    if (ber == NULL)
        return NULL;
    /* LDAPMessage: id, SearchRequest: base "", scope base, never dereference, no limits,
     * (&(DnsDomain=...)(NtVer=...)), attribute "Netlogon" */
    ok = ber_printf(ber, "{it{seeiibt{", message_id, (ber_tag_t)0x63, "", 0, 0, 0, 0, 0,
                    (ber_tag_t)0xa0) != -1 &&
         ber_printf(ber, "t{ss}", (ber_tag_t)0xa3, "DnsDomain", domain) != -1 &&
         ber_printf(ber, "t{sO}", (ber_tag_t)0xa3, "NtVer", &version_value) != -1 &&
         ber_printf(ber, "}{s}}}", "Netlogon") != -1;
    if (ok)
        (void)ber_flatten(ber, &flat);
    ber_free(ber, 1);
    return flat;
}

static int open_socket(const char *server)
{
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM};
    struct addrinfo *addresses = NULL;
    int fd = -1;

    if (getaddrinfo(server, "389", &hints, &addresses) != 0)
        return -1;
    for (const struct addrinfo *a = addresses; a != NULL && fd < 0; a = a->ai_next) {
        fd = socket(a->ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        /* Connected: answers of other addresses do not arrive. */
        if (fd >= 0 && connect(fd, a->ai_addr, a->ai_addrlen) != 0) {
            (void)close(fd);
            fd = -1;
        }
    }
    freeaddrinfo(addresses);
    return fd;
}

static int exchange(int fd, int message_id, const struct berval *request, unsigned timeout_ms,
                    struct sa_dc_ping *ret)
{
    int64_t until = sa_time_monotonic_ms() + timeout_ms;
    unsigned char answer[MAX_ANSWER];

    if (send(fd, request->bv_val, request->bv_len, MSG_NOSIGNAL) < 0)
        return SA_E_NETWORK;
    for (;;) {
        struct pollfd poller = {.fd = fd, .events = POLLIN};
        const unsigned char *value = NULL;
        size_t value_len = 0;
        ssize_t got = 0;
        int r = poll(&poller, 1, (int)time_left(until, timeout_ms));

        if (r == 0 || (r < 0 && errno != EINTR))
            return r == 0 ? SA_E_TIMEOUT : SA_E_NETWORK;
        if (r < 0)
            continue;
        got = recv(fd, answer, sizeof answer, 0);
        if (got < 0)
            return SA_E_NETWORK; /* ICMP: nobody listens */
        r = ping_answer_value(answer, (size_t)got, message_id, &value, &value_len);
        return r < 0 ? r : sa_dc_ping_decode(value, value_len, ret);
    }
}

int sa_dc_ping(const char *server, const char *domain, unsigned timeout_ms, struct sa_dc_ping *ret,
               struct sa_error *err)
{
    struct berval *request = NULL;
    unsigned short random = 0;
    int message_id = 0;
    int fd = -1;
    int r = 0;

    *ret = (struct sa_dc_ping){0};
    if (getrandom(&random, sizeof random, GRND_NONBLOCK) != sizeof random)
        random = 1;
    message_id = random + 1;
    request = make_request(message_id, domain);
    if (request == NULL)
        return sa_fail_nomem(err);
    fd = open_socket(server);
    r = fd < 0 ? SA_E_NETWORK : exchange(fd, message_id, request, timeout_ms, ret);
    if (fd >= 0)
        (void)close(fd);
    ber_bvfree(request);
    if (r == 0 && !sa_text_same(ret->domain, domain))
        r = SA_E_NOT_FOUND;
    if (r == 0)
        return 0;
    return sa_fail(err, r, SA_DOMAIN_LDAP, 0, "LDAP ping of '%s': %s", server,
                   r == SA_E_NOT_FOUND  ? "not a domain controller of that domain"
                   : r == SA_E_TIMEOUT  ? "no answer"
                   : r == SA_E_PROTOCOL ? "the answer is malformed"
                                        : "cannot be reached");
}
