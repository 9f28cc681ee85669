/* SPDX-License-Identifier: Apache-2.0 */
/* Messages signed and encrypted so that they come apart into a header and the data, as WinRM sends them
 * ([MS-WSMV] 2.2.9.1.1.2.2; RFC 4121 4.2.4; [MS-NLMP] 3.4.6).
 *
 * Kerberos: gss_wrap_iov() with header, data and padding, and without a trailer: its checksum then
 * rotates into the header, as Windows makes it. NTLM: gss-ntlmssp has no such function; what gss_wrap()
 * gives begins with the signature of 16 bytes. Both come back through gss_unwrap() in one piece. */
#include <gssapi/gssapi_ext.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "private.h"

#define NTLM_SIGNATURE 16

static int not_sealed(const struct sa_gss *gss, struct sa_error *err)
{
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_GSS, 0,
                   "the security context with '%s' does not encrypt", gss->host);
}

static int seal_kerberos(struct sa_gss *gss, const void *plain, size_t len, struct sa_buf *sealed,
                         size_t *ret_signature, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf data = SA_BUF_INIT(sealed->limit);
    gss_iov_buffer_desc iov[3] = {
        {.type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE},
        {.type = GSS_IOV_BUFFER_TYPE_DATA},
        {.type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE},
    };
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    OM_uint32 ignored = 0;
    int encrypted = 0;
    int r = 0;

    if (sa_buf_add(&data, plain, len) < 0)
        return sa_fail_nomem(err);
    iov[1].buffer = (gss_buffer_desc){len, data.data}; /* encrypted in place */
    major = gss_wrap_iov(&minor, gss->context, 1, GSS_C_QOP_DEFAULT, &encrypted, iov, 3);
    if (GSS_ERROR(major))
        r = gss_failed(gss, "sealing", major, minor, err);
    else if (!encrypted)
        r = not_sealed(gss, err);
    else
        for (size_t i = 0; i < 3; i++)
            (void)sa_buf_add(sealed, iov[i].buffer.value, iov[i].buffer.length);
    *ret_signature = iov[0].buffer.length;
    (void)gss_release_iov_buffer(&ignored, iov, 3);
    return r;
}

static int seal_ntlm(struct sa_gss *gss, const void *plain, size_t len, struct sa_buf *sealed,
                     size_t *ret_signature, struct sa_error *err)
{
    gss_buffer_desc in = {len, NULL};
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    OM_uint32 ignored = 0;
    int encrypted = 0;
    int r = 0;

    memcpy(&in.value, &plain, sizeof in.value);
    major = gss_wrap(&minor, gss->context, 1, GSS_C_QOP_DEFAULT, &in, &encrypted, &out);
    if (GSS_ERROR(major))
        r = gss_failed(gss, "sealing", major, minor, err);
    else if (!encrypted || out.length != len + NTLM_SIGNATURE)
        r = not_sealed(gss, err);
    else
        (void)sa_buf_add(sealed, out.value, out.length);
    *ret_signature = NTLM_SIGNATURE;
    (void)gss_release_buffer(&ignored, &out);
    return r;
}

int sa_gss_seal(struct sa_gss *gss, const void *plain, size_t len, struct sa_buf *sealed,
                size_t *ret_signature, struct sa_error *err)
{
    int r = 0;

    if (!sa_gss_is_complete(gss) || !sa_gss_can_seal(gss))
        return not_sealed(gss, err);
    r = gss->kind == SA_GSS_NTLM ? seal_ntlm(gss, plain, len, sealed, ret_signature, err)
                                 : seal_kerberos(gss, plain, len, sealed, ret_signature, err);
    if (r == 0 && sa_buf_status(sealed) < 0)
        r = sa_fail(err, sa_buf_status(sealed), SA_DOMAIN_GSS, 0,
                    "the message is too long to seal");
    return r;
}

int sa_gss_unseal(struct sa_gss *gss, const void *sealed, size_t len, struct sa_buf *plain,
                  struct sa_error *err)
{
    gss_buffer_desc in = {len, NULL};
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    OM_uint32 ignored = 0;
    int encrypted = 0;
    int r = 0;

    if (gss->kind == SA_GSS_NTLM && len < NTLM_SIGNATURE)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "'%s' seals a message wrongly",
                       gss->host);
    memcpy(&in.value, &sealed, sizeof in.value);
    major = gss_unwrap(&minor, gss->context, &in, &out, &encrypted, NULL);
    /* Repeated or reordered messages are told in the supplementary part. */
    if (major != GSS_S_COMPLETE || !encrypted) {
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, minor,
                    GSS_ERROR(major) || !encrypted
                        ? "a sealed message of '%s' was changed on the way, or belongs to another "
                          "connection"
                        : "a sealed message of '%s' came twice or out of order",
                    gss->host);
        sa_hint(err, "look for a proxy or a load balancer in between");
    } else if (sa_buf_add(plain, out.value, out.length) < 0)
        r = sa_fail(err, sa_buf_status(plain), SA_DOMAIN_GSS, 0, "a sealed message is too long");
    (void)gss_release_buffer(&ignored, &out);
    return r;
}
