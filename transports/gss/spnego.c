/* SPDX-License-Identifier: Apache-2.0 */
/* The envelope of SPNEGO (RFC 4178, 4.2) around tokens of one mechanism, NTLM.
 *
 * MIT's SPNEGO cannot be used for it: given a password it first asks a KDC, which counts a wrong
 * password twice and knows no deadline, and it asks for integrity, which a DC refuses inside TLS.
 * With a single mechanism there is nothing to negotiate, so a mechListMIC may be left out (RFC 4178, 5);
 * but where NTLM itself carries a MIC, Windows wants it ([MS-SPNG] 3.3.5.1). */
#include <string.h>

#include "syncaudit/gss.h"

#define NTLM_OID "\x06\x0a\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a"

const unsigned char sa_spnego_mechs[14] = {0x30, 0x0c, 0x06, 0x0a, 0x2b, 0x06, 0x01,
                                           0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0a};

/* One DER element around `len` bytes. */
static int add_header(struct sa_buf *buf, unsigned char tag, size_t len)
{
    sa_buf_add_char(buf, (char)tag);
    if (len < 0x80)
        return sa_buf_add_char(buf, (char)len);
    if (len > 0xffff)
        return SA_E_LIMIT;
    sa_buf_add_char(buf, (char)0x82);
    sa_buf_add_char(buf, (char)(len >> 8));
    return sa_buf_add_char(buf, (char)(len & 0xff));
}

static size_t header_size(size_t len)
{
    return len < 0x80 ? 2 : 4;
}

static size_t nested(size_t len)
{
    return header_size(len) + len;
}

int sa_spnego_init(const void *token, size_t len, struct sa_buf *buf)
{
    static const char spnego_oid[] = "\x06\x06\x2b\x06\x01\x05\x05\x02";
    size_t octets = nested(len);
    size_t sequence = nested(sizeof sa_spnego_mechs) + nested(octets);
    size_t choice = nested(sequence);
    int r = 0;

    if (len > 0x8000)
        return SA_E_LIMIT;
    /* [APPLICATION 0] { SPNEGO, [0] { { [0] { NTLM }, [2] token } } } */
    add_header(buf, 0x60, sizeof spnego_oid - 1 + nested(choice));
    sa_buf_add(buf, spnego_oid, sizeof spnego_oid - 1);
    add_header(buf, 0xa0, choice);
    add_header(buf, 0x30, sequence);
    add_header(buf, 0xa0, sizeof sa_spnego_mechs);
    sa_buf_add(buf, sa_spnego_mechs, sizeof sa_spnego_mechs);
    add_header(buf, 0xa2, octets);
    add_header(buf, 0x04, len);
    r = sa_buf_add(buf, token, len);
    return r < 0 ? r : sa_buf_status(buf);
}

int sa_spnego_response(const void *token, size_t len, const void *mic, size_t mic_len,
                       struct sa_buf *buf)
{
    size_t octets = nested(len);
    size_t signature = mic != NULL ? nested(nested(mic_len)) : 0;
    size_t sequence = nested(octets) + signature;

    if (len > 0x8000 || mic_len > 0x1000)
        return SA_E_LIMIT;
    /* [1] { { [2] token, [3] mechListMIC } } */
    add_header(buf, 0xa1, nested(sequence));
    add_header(buf, 0x30, sequence);
    add_header(buf, 0xa2, octets);
    add_header(buf, 0x04, len);
    sa_buf_add(buf, token, len);
    if (mic != NULL) {
        add_header(buf, 0xa3, nested(mic_len));
        add_header(buf, 0x04, mic_len);
        sa_buf_add(buf, mic, mic_len);
    }
    return sa_buf_status(buf);
}

struct reader {
    const unsigned char *at, *end;
};

static bool element(struct reader *reader, unsigned char tag, struct reader *ret)
{
    size_t len = 0;
    unsigned count = 0;

    if (reader->end - reader->at < 2 || reader->at[0] != tag)
        return false;
    len = reader->at[1];
    reader->at += 2;
    if (len >= 0x80) {
        count = (unsigned)len & 0x7f;
        if (count == 0 || count > 3 || (size_t)(reader->end - reader->at) < count)
            return false;
        for (len = 0; count > 0; count--)
            len = len << 8 | *reader->at++;
    }
    if ((size_t)(reader->end - reader->at) < len)
        return false;
    *ret = (struct reader){reader->at, reader->at + len};
    reader->at += len;
    return true;
}

int sa_spnego_read(const void *bytes, size_t len, struct sa_spnego_reply *ret)
{
    struct reader all = {bytes, (const unsigned char *)bytes + len};
    struct reader choice;
    struct reader sequence;
    struct reader field;
    struct reader part;

    *ret = (struct sa_spnego_reply){.state = -1};
    if (!element(&all, 0xa1, &choice) || !element(&choice, 0x30, &sequence))
        return SA_E_PROTOCOL;
    if (element(&sequence, 0xa0, &field)) { /* negState */
        if (!element(&field, 0x0a, &part) || part.end - part.at != 1)
            return SA_E_PROTOCOL;
        ret->state = *part.at;
    }
    if (element(&sequence, 0xa1, &field)) { /* supportedMech: must be ours */
        static const char ntlm[] = NTLM_OID;

        if ((size_t)(field.end - field.at) != sizeof ntlm - 1 ||
            memcmp(field.at, ntlm, sizeof ntlm - 1) != 0)
            return SA_E_PROTOCOL;
    }
    if (element(&sequence, 0xa2, &field)) { /* responseToken */
        if (!element(&field, 0x04, &part))
            return SA_E_PROTOCOL;
        ret->token = part.at;
        ret->len = (size_t)(part.end - part.at);
    }
    if (element(&sequence, 0xa3, &field)) { /* mechListMIC */
        if (!element(&field, 0x04, &part))
            return SA_E_PROTOCOL;
        ret->mic = part.at;
        ret->mic_len = (size_t)(part.end - part.at);
    }
    return 0;
}
