/* SPDX-License-Identifier: Apache-2.0 */
/* What the files about security contexts share. Nobody outside includes it. */
#ifndef SYNCAUDIT_GSS_PRIVATE_H
#define SYNCAUDIT_GSS_PRIVATE_H
#include "syncaudit/gss.h"

struct sa_gss {
    enum sa_gss_kind kind;
    char host[256];
    bool allow_rc4;
    gss_cred_id_t credential;
    gss_name_t target;
    gss_ctx_id_t context;
    struct gss_channel_bindings_struct bindings;
    unsigned char binding[32 + 64];
    OM_uint32 flags;
    unsigned steps;
    bool bound;
    bool mechanism_done; /* it has nothing more to say */
    bool mic_sent;       /* inside NTLM's SPNEGO: the server's may come */
    bool confirmed;      /* inside NTLM's SPNEGO: the server said that it is content */
    bool is_kerberos;    /* inside SPNEGO too */
    char cipher[32];
};

extern gss_OID_desc sa_gss_krb5_oid, sa_gss_spnego_oid, sa_gss_ntlm_oid;

/* password.c */
struct sa_known_password;
/* Before a KDC is asked with a password: 0, or the refusal that this password met already. */
int password_begin(const struct sa_logon *logon, struct sa_known_password **ret,
                   struct sa_error *err) SA_NODISCARD;
/* Afterwards. `refused`: the password itself was. */
void password_end(struct sa_known_password *known, bool refused, int status,
                  const struct sa_error *err);

/* Fills `err` from the two numbers of a GSS-API function. */
int gss_failed(const struct sa_gss *gss, const char *what, OM_uint32 major, OM_uint32 minor,
               struct sa_error *err);
/* The same for functions of a context, under the lock where the mechanism needs it. */
void gss_enter(const struct sa_gss *gss);
void gss_leave(const struct sa_gss *gss);
#endif
