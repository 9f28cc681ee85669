/* SPDX-License-Identifier: Apache-2.0 */
/* TLS of one connection (RFC 8446, RFC 5246; RFC 9525 for names).
 *
 * libcurl verifies name and chain. A function of ours stands in OpenSSL's verification, for three things
 * that libcurl does not do: it keeps the exact reason of a refusal; it takes the hash of the server's
 * certificate for the channel binding; and with a pin it trusts that one certificate and no other,
 * whoever signed it, and whatever name it bears. Sessions are not resumed: a resumed one shows no
 * certificate. */
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <string.h>
#include <time.h>

#include "syncaudit/text.h"

#include "private.h"

/* A subject or issuer as RFC 2253 writes it. */
static void name_text(const X509_NAME *name, char *text, size_t size)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(4096);
    BIO *out = BIO_new(BIO_s_mem());
    char *bytes = NULL;
    long len = 0;

    text[0] = '\0';
    if (out == NULL)
        return;
    if (X509_NAME_print_ex(out, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) > 0 &&
        (len = BIO_get_mem_data(out, &bytes)) > 0) {
        char copy[256];

        (void)snprintf(copy, sizeof copy, "%.*s", (int)len, bytes);
        (void)sa_text_add_visible(&visible, copy);
        (void)snprintf(text, size, "%s", sa_buf_text(&visible));
    }
    BIO_free(out);
}

static void note_words(struct sa_http *http, const X509 *leaf)
{
    struct tm end = {0};

    name_text(X509_get_subject_name(leaf), http->certificate_subject,
              sizeof http->certificate_subject);
    name_text(X509_get_issuer_name(leaf), http->certificate_issuer,
              sizeof http->certificate_issuer);
    http->info.certificate_ends_at =
        ASN1_TIME_to_tm(X509_get0_notAfter(leaf), &end) == 1 ? timegm(&end) : 0;
}

static void note_certificate(struct sa_http *http, X509 *leaf, unsigned char digest[32])
{
    unsigned char *der = NULL;
    unsigned size = 0;
    int len = i2d_X509(leaf, &der);

    http->certificate[0] = '\0';
    http->binding_len = 0;
    memset(digest, 0, 32);
    if (len <= 0)
        return;
    http->binding_len = sa_tls_end_point(der, (size_t)len, http->binding);
    if (EVP_Digest(der, (size_t)len, digest, &size, EVP_sha256(), NULL) == 1)
        for (size_t i = 0; i < 32; i++)
            (void)snprintf(http->certificate + 2 * i, 3, "%02x", digest[i]);
    OPENSSL_free(der);
}

static int verify(X509_STORE_CTX *store, void *data)
{
    struct sa_http *http = data;
    X509 *leaf = X509_STORE_CTX_get0_cert(store);
    unsigned char digest[32] = {0};
    int trusted = 0;

    if (leaf == NULL) {
        http->verify_code = X509_V_ERR_UNSPECIFIED;
        return 0;
    }
    note_certificate(http, leaf, digest);
    note_words(http, leaf);
    if (http->pinned) {
        trusted = http->certificate[0] != '\0' && memcmp(digest, http->pin, sizeof digest) == 0;
        X509_STORE_CTX_set_error(store, trusted ? X509_V_OK : X509_V_ERR_CERT_REJECTED);
    } else {
        trusted = X509_verify_cert(store) == 1;
    }
    http->verify_code = trusted ? 0 : X509_STORE_CTX_get_error(store);
    if (!trusted && http->verify_code == 0)
        http->verify_code = X509_V_ERR_UNSPECIFIED;
    return trusted;
}

static CURLcode on_context(CURL *curl, void *context, void *data)
{
    struct sa_http *http = data;

    (void)curl;
    if (http->authorities != NULL)
        SSL_CTX_set1_cert_store(context, http->authorities);
    SSL_CTX_set_cert_verify_callback(context, verify, http);
    return CURLE_OK;
}

int tls_setup(struct sa_http *http, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    CURL *curl = http->curl;
    bool ok =
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_SSL_ENABLE_ALPN, 0L) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_SSL_SESSIONID_CACHE, 0L) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, http->pinned ? 0L : 2L) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_CAINFO, NULL) == CURLE_OK && /* trust.c */
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL) == CURLE_OK &&
        (o->cert_file == NULL ||
         curl_easy_setopt(curl, CURLOPT_SSLCERT, o->cert_file) == CURLE_OK) &&
        (o->key_file == NULL || curl_easy_setopt(curl, CURLOPT_SSLKEY, o->key_file) == CURLE_OK) &&
        curl_easy_setopt(curl, CURLOPT_SSL_CTX_DATA, http) == CURLE_OK &&
        curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, on_context) == CURLE_OK;

    if (!ok) {
        int r = sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_CURL, 0, "libcurl refuses an option of TLS");

        sa_hint(err, "install a libcurl that was built with OpenSSL");
        return r;
    }
    if (http->pinned)
        return 0;
    http->authorities = trusted_authorities(o->ca_file);
    if (http->authorities == NULL) {
        int r =
            sa_fail(err, SA_E_INPUT, SA_DOMAIN_TLS, 0, "TLS does not take the authorities of '%s'",
                    o->ca_file != NULL ? o->ca_file : "the system");

        sa_hint(err, "give the authority's certificate as a PEM file");
        return r;
    }
    return 0;
}

void tls_note_version(struct sa_http *http)
{
    struct curl_tlssessioninfo *session = NULL;
    const char *version = NULL;

    if (curl_easy_getinfo(http->curl, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK ||
        session == NULL || session->backend != CURLSSLBACKEND_OPENSSL || session->internals == NULL)
        return;
    version = SSL_get_version(session->internals); /* "TLSv1.3" */
    (void)snprintf(http->tls_version, sizeof http->tls_version, "%s",
                   version + strcspn(version, "0123456789"));
}

int certificate_refused(struct sa_http *http, struct sa_error *err)
{
    static const struct {
        long code;
        const char *fact, *hint;
    } reasons[] = {
  /* clang-format off */
        {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, "its issuer is not trusted",
         "give the authority's certificate as ca_file, or pin the certificate"},
        {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, "its issuer is not trusted",
         "give the authority's certificate as ca_file, or pin the certificate"},
        {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, "its issuer is not trusted",
         "give the authority's certificate as ca_file, or pin the certificate"},
        {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, "its authority is not trusted",
         "give the authority's certificate as ca_file, or pin the certificate"},
        {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, "it is self-signed",
         "give the server a certificate of an authority, or pin this one after comparing its SHA-256 on the server"},
        {X509_V_ERR_CERT_SIGNATURE_FAILURE, "its signature is wrong",
         "give the authority's current certificate as ca_file"},
        {X509_V_ERR_HOSTNAME_MISMATCH, "it is for another name", "use the full name that stands in the certificate"},
        {X509_V_ERR_IP_ADDRESS_MISMATCH, "it is for another name", "use the full name that stands in the certificate"},
        {X509_V_ERR_CERT_HAS_EXPIRED, "it has expired", "renew the certificate of the WinRM listener"},
        {X509_V_ERR_CERT_NOT_YET_VALID, "it is not valid yet", "check the clocks of both machines"},
        {X509_V_ERR_CERT_REVOKED, "it was revoked", "renew the certificate of the WinRM listener"},
        {X509_V_ERR_INVALID_PURPOSE, "it is not one for servers", "give a server certificate to the WinRM listener"},
        {X509_V_ERR_CERT_REJECTED, "it is not the one that was pinned",
         "find out whether the certificate was renewed, and compare its SHA-256 on the server before pinning it"},
  /* clang-format on */
    };
    long code = http->verify_code != 0 ? http->verify_code : X509_V_ERR_HOSTNAME_MISMATCH;
    const char *fact = X509_verify_cert_error_string(code);
    const char *hint = "look at the certificate of the WinRM listener";
    int r = 0;

    for (size_t i = 0; i < SA_COUNT(reasons); i++)
        if (reasons[i].code == code) {
            fact = reasons[i].fact;
            hint = reasons[i].hint;
        }
    r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, code,
                "the certificate of '%s' port %u is refused: %s", http->options.host,
                (unsigned)http->options.port, fact);
    if (http->certificate[0] != '\0' && code != X509_V_ERR_CERT_HAS_EXPIRED)
        sa_hint(err, "%s (SHA-256 %s)", hint, http->certificate);
    else
        sa_hint(err, "%s", hint);
    return r;
}
