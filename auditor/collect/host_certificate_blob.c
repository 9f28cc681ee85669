/* SPDX-License-Identifier: Apache-2.0 */
/* The value "Blob" of a certificate in the registry.
 *
 * A blob is a list of properties, little-endian: id u32, reserved u32, length u32, data. Id 32
 * (CERT_CERT_PROP_ID) is the certificate in DER; others tell where its key is, which is not looked at.
 * The certificate is decoded by OpenSSL: a blob is bounded first, and so is each name. */
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string.h>

#include "syncaudit/text.h"

#include "host_certificate.h"

#define PROPERTY_HEAD 12
#define CERTIFICATE   32
#define NAME_MAX_LEN  ((size_t)8192)

SA_DEFINE_CLEANUP(X509, X509_free)
SA_DEFINE_CLEANUP(BIO, BIO_free_all)

static uint32_t u32_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static const unsigned char *find_der(const unsigned char *blob, size_t len, size_t *ret_len)
{
    while (len >= PROPERTY_HEAD) {
        uint32_t id = u32_at(blob), size = u32_at(blob + 8);

        if (size > len - PROPERTY_HEAD)
            return NULL;
        if (id == CERTIFICATE) {
            *ret_len = size;
            return blob + PROPERTY_HEAD;
        }
        blob += PROPERTY_HEAD + size;
        len -= PROPERTY_HEAD + size;
    }
    return NULL;
}

static int read_name(const X509_NAME *name, struct sa_arena *arena, const char **ret)
{
    SA_CLEANUP(BIO_free_all_p) BIO *bio = BIO_new(BIO_s_mem());
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(8 * NAME_MAX_LEN);
    char *text = NULL;
    long len = 0;

    if (bio == NULL)
        return SA_E_NOMEM;
    if (X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB) <
        0)
        return SA_E_PROTOCOL;
    len = BIO_get_mem_data(bio, &text);
    if (len < 0 || (size_t)len > NAME_MAX_LEN)
        return SA_E_PROTOCOL;
    if (len > 0) {
        char *copy = sa_arena_copy(arena, text, (size_t)len);

        if (copy == NULL || sa_text_add_visible(&visible, copy) < 0)
            return SA_E_NOMEM;
    }
    *ret = sa_arena_copy(arena, sa_buf_text(&visible), visible.len);
    return *ret != NULL ? 0 : SA_E_NOMEM;
}

static bool read_time(const ASN1_TIME *time, char text[SA_TIME_TEXT_SIZE])
{
    struct tm parts = {0};
    int64_t seconds = 0;

    if (time == NULL || ASN1_TIME_to_tm(time, &parts) != 1)
        return false;
    seconds = (int64_t)timegm(&parts);
    sa_time_format(seconds, text);
    return text[0] != '\0';
}

static void read_key(X509 *certificate, struct sa_certificate *ret)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    const char *type = key != NULL ? EVP_PKEY_get0_type_name(key) : NULL;
    int digest = NID_undef;

    (void)snprintf(ret->key_type, sizeof ret->key_type, "%s", type != NULL ? type : "unknown");
    ret->key_bits = key != NULL ? EVP_PKEY_get_bits(key) : -1;
    if (X509_get_signature_info(certificate, &digest, NULL, NULL, NULL) != 1 || digest == NID_undef)
        digest = NID_undef;
    /* Signatures without a digest of their own, as Ed25519, are told by their name. */
    if (digest == NID_undef)
        digest = X509_get_signature_nid(certificate);
    (void)snprintf(ret->signature, sizeof ret->signature, "%s",
                   digest != NID_undef ? OBJ_nid2sn(digest) : "unknown");
    for (char *c = ret->signature; *c != '\0'; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
}

static int fail_certificate(struct sa_error *err, const char *why)
{
    ERR_clear_error();
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "a certificate of the machine %s", why);
}

int sa_certificate_parse(const unsigned char *blob, size_t len, struct sa_arena *arena,
                         struct sa_certificate *ret, struct sa_error *err)
{
    SA_CLEANUP(X509_free_p) X509 *certificate = NULL;
    struct sa_certificate found = {.key_bits = -1};
    unsigned char digest[EVP_MAX_MD_SIZE];
    const unsigned char *der = NULL, *at = NULL;
    unsigned digest_len = 0;
    size_t der_len = 0;
    int r = 0;

    if (blob == NULL || len > SA_CERTIFICATE_BLOB_MAX)
        return fail_certificate(err, "has no blob, or one that is too long");
    der = find_der(blob, len, &der_len);
    if (der == NULL)
        return fail_certificate(err, "is not in its blob");
    at = der;
    certificate = d2i_X509(NULL, &at, (long)der_len);
    if (certificate == NULL || at != der + der_len)
        return fail_certificate(err, "could not be decoded");
    if (EVP_Digest(der, der_len, digest, &digest_len, EVP_sha1(), NULL) != 1 || digest_len != 20 ||
        sa_sha256_hex(der, der_len, found.sha256) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_OPENSSL, (long long)ERR_get_error(),
                       "no digest of a certificate");
    for (size_t i = 0; i < 20; i++)
        (void)snprintf(found.thumbprint + 2 * (size_t)i, 3, "%02X", digest[i]);
    if (!read_time(X509_get0_notBefore(certificate), found.not_before) ||
        !read_time(X509_get0_notAfter(certificate), found.not_after))
        return fail_certificate(err, "has no dates that can be read");
    r = read_name(X509_get_subject_name(certificate), arena, &found.subject);
    if (r == 0)
        r = read_name(X509_get_issuer_name(certificate), arena, &found.issuer);
    if (r == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (r < 0)
        return fail_certificate(err, "has a name that cannot be read");
    read_key(certificate, &found);
    found.self_signed =
        X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
    ERR_clear_error();
    *ret = found;
    return 0;
}
