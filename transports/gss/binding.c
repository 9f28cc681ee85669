/* SPDX-License-Identifier: Apache-2.0 */
/* Channel bindings of the type tls-server-end-point (RFC 5929, 4): the hash of the server's
 * certificate, by the digest of its own signature, or by SHA-256 where that is too old or unknown. */
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "syncaudit/gss.h"

SA_DEFINE_CLEANUP(X509, X509_free)

size_t sa_tls_end_point(const void *der, size_t len, unsigned char hash[64])
{
    const unsigned char *at = der;
    SA_CLEANUP(X509_free_p) X509 *certificate = d2i_X509(NULL, &at, (long)len);
    int digest = NID_undef;
    const EVP_MD *md = NULL;
    unsigned size = 0;

    if (certificate == NULL)
        return 0;
    if (X509_get_signature_info(certificate, &digest, NULL, NULL, NULL) != 1 ||
        digest == NID_undef || digest == NID_md5 || digest == NID_sha1)
        digest = NID_sha256;
    md = EVP_get_digestbynid(digest);
    if (md == NULL || EVP_MD_get_size(md) > 64 || EVP_Digest(der, len, hash, &size, md, NULL) != 1)
        return 0;
    return size;
}
