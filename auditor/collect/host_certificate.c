/* SPDX-License-Identifier: Apache-2.0 */
/* Source certificate: the machine's own store, SystemCertificates\MY\Certificates\<thumbprint>. One that
 * cannot be decoded makes the source fail: a list that lacks it would say that it is not there. */
#include "host_certificate.h"

#include "host_registry.h"

static int read_certificate(struct host *host, const struct sa_reg_key *key,
                            struct sa_certificate *ret, struct sa_error *err)
{
    const struct sa_reg_value *blob = sa_registry_value(host->registry, key->path, "Blob");
    int r = host_reg_unread(host, key->path, "Blob", err);

    if (r < 0 || blob->state == SA_REG_ABSENT)
        return r;
    r = sa_certificate_parse(blob->bytes, blob->len, &host->scratch, ret, err);
    if (r < 0)
        sa_place(err, key->path, 0, 0);
    return r < 0 ? r : 1;
}

int host_gather_certificates(struct host *host, struct sa_error *err)
{
    const struct sa_reg_key *top = sa_registry_key(host->registry, HOST_REG_CERTIFICATES);
    int r = host_reg_whole_tree(host, HOST_REG_CERTIFICATES, err);

    sa_buf_add_text(&host->evidence, "key\tvalue\ttype or state\tdata\n");
    host_reg_evidence(host, HOST_REG_CERTIFICATES, NULL);
    for (size_t i = 0; r > 0 && i < top->subkey_count; i++) {
        struct sa_certificate certificate;

        r = read_certificate(host, top->subkeys[i], &certificate, err);
        if (r > 0)
            host_reg_evidence(host, top->subkeys[i]->path, "Blob");
        r = r == 0 ? 1 : r;
    }
    return r < 0 ? r : 0;
}

static int store_certificate(struct host *host, struct sa_batch *batch,
                             const struct sa_certificate *c, struct sa_error *err)
{
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_certificate (target_id, thumbprint, sha256, subject, "
                       "issuer, not_before, not_after, key_type, key_bits, signature, self_signed, "
                       "evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(c->thumbprint), SA_TEXT(c->sha256),
                       SA_TEXT(c->subject), SA_TEXT(c->issuer), SA_TEXT(c->not_before),
                       SA_TEXT(c->not_after), SA_TEXT(c->key_type), SA_INT_OR_NULL(c->key_bits),
                       SA_TEXT(c->signature), SA_INT(c->self_signed), SA_INT(host->evidence_id));
}

int host_store_certificates(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_reg_key *top = sa_registry_key(host->registry, HOST_REG_CERTIFICATES);
    int r = 0;

    for (size_t i = 0; r == 0 && i < top->subkey_count; i++) {
        struct sa_certificate certificate = {0};

        r = read_certificate(host, top->subkeys[i], &certificate, err);
        if (r > 0)
            r = store_certificate(host, batch, &certificate, err);
    }
    return r;
}
