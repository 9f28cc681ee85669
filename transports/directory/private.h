/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this module share: the connection, waiting with a deadline, and the tables that
 * turn foreign numbers into errors. Nobody outside includes it. */
#ifndef SYNCAUDIT_DIRECTORY_PRIVATE_H
#define SYNCAUDIT_DIRECTORY_PRIVATE_H
#include <gssapi/gssapi.h>
#include <ldap.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "syncaudit/directory.h"
#include "syncaudit/gss.h"

/* While libldap waits it looks this often whether it should stop. */
#define POLL_MS 200

/* How far an attempt came; the error of the DC that came furthest is the one to show. */
enum stage {
    STAGE_START,
    STAGE_LOCATE,
    STAGE_CONNECT,
    STAGE_TLS,
    STAGE_TICKET,
    STAGE_BIND,
    STAGE_ROOT_DSE,
    STAGE_DONE
};

/* Says what is being done, for events and for the error when time runs out. */
struct progress {
    void (*event)(void *payload, const struct sa_ldap_event *event);
    void (*stage)(void *payload, enum stage stage, const char *server);
    void *payload;
};

struct sa_ldap {
    LDAP *handle; /* NULL before the connection */
    int fd;       /* owned until libldap has it */
    int socket;   /* the same socket, borrowed from the handle */
    bool tls_active, dead, bound;
    bool shown; /* the password, or what can be guessed from, has been sent to this server */
    bool heard; /* the server's first byte has been seen to be LDAP's, or TLS looks after that */
    enum sa_ldap_auth auth;
    enum sa_ldap_tls tls;
    bool no_channel_binding;
    unsigned connect_ms, call_ms;
    int64_t deadline_ms;          /* of everything; 0: none */
    const atomic_bool *cancelled; /* the caller's; may be NULL */
    const atomic_bool *stop;      /* while opening: nobody waits any more; else NULL */
    struct progress progress;     /* while opening */
    sa_ldap_watch_fn *watch;      /* afterwards */
    void *payload;
    struct sa_arena arena; /* texts of `info` */
    struct sa_ldap_info info;
    char dialled[256]; /* host that was connected to */
    uint16_t port;
    char ca_file[512];
    char enctype[32];         /* of the service ticket, for people */
    gss_cred_id_t credential; /* for SASL; owned */
    struct sa_tickets *tickets;
};

/* init.c */
int directory_init(struct sa_error *err) SA_NODISCARD;

/* wait.c */
/* Milliseconds until `deadline_ms` (0: none), at most `cap`; 0 when it has passed. */
int64_t time_left(int64_t deadline_ms, int64_t cap);
/* Has somebody asked to stop? Fills the error. */
int check_stop(const struct sa_ldap *ldap, struct sa_error *err) SA_NODISCARD;
/* One message for `message_id`, waiting until `until_ms` at most. Kills the connection on failure. */
int wait_message(struct sa_ldap *ldap, int message_id, int64_t until_ms, const char *what,
                 LDAPMessage **ret, int *ret_type, struct sa_error *err) SA_NODISCARD;
/* Until when one call of now may take. */
int64_t call_deadline(const struct sa_ldap *ldap);
void emit(struct sa_ldap *ldap, const struct sa_ldap_event *event);
void set_stage(struct sa_ldap *ldap, enum stage stage);

/* connect.c */
int connect_dc(struct sa_ldap *ldap, const struct sa_ldap_options *options,
               struct sa_error *err) SA_NODISCARD;

/* tls_reason.c */
/* Why does TLS with this server fail? One more connection, which says what libldap keeps for
 * itself; none when the server was `silent` already. Always returns a failure. */
int tls_reason(const struct sa_ldap *ldap, bool silent, const char *diagnostic,
               struct sa_error *err);

/* ticket.c */
int ticket_initial(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                   struct sa_error *err) SA_NODISCARD;
int ticket_service(struct sa_ldap *ldap, struct sa_error *err) SA_NODISCARD;

/* bind.c */
int bind_dc(struct sa_ldap *ldap, const struct sa_ldap_options *options,
            struct sa_error *err) SA_NODISCARD;

/* "TLS 1.3 with channel binding", in the connection's arena; NULL: out of memory. */
const char *tls_text(struct sa_ldap *ldap, bool bound);

/* gss_layer.c */
int bind_ntlm(struct sa_ldap *ldap, const struct sa_ldap_options *options,
              struct sa_error *err) SA_NODISCARD;

/* root_dse.c */
int root_dse_read(struct sa_ldap *ldap, struct sa_error *err) SA_NODISCARD;
/* "20261122133211.0Z" to seconds since 1970; SA_E_INPUT. */
int generalized_time(const char *text, int64_t *ret) SA_NODISCARD;
/* The site in "CN=DC1,CN=Servers,CN=Site,CN=Sites,...": "" when there is none. */
void site_of_server(const char *server_dn, char *site, size_t size);

/* ldap_error.c */
/* Fills `err` from an LDAP result code and AD's diagnostic text, which is hostile text: at most a
 * part of it is repeated. `what` is "bind", "search of 'DC=...'". Returns the status. */
int ldap_fail(struct sa_error *err, const char *server, const char *what, int code,
              const char *diagnostic);
/* The first hexadecimal number of the text and the one behind "data ", 0 when absent. */
void ldap_diagnostic_numbers(const char *text, uint32_t *ret_number, uint32_t *ret_data);
/* The same for the handle's last answer, with errno where libldap has no text. */
int ldap_fail_handle(struct sa_ldap *ldap, const char *what, int code, struct sa_error *err);

/* entry.c */
struct entry_limits {
    size_t bytes;  /* received so far in this search; counts up to SA_LIMIT_LDAP_BYTES */
    size_t *total; /* of the connection; may be NULL */
};
/* A ranged attribute that is not complete yet. */
struct pending_range {
    size_t attribute; /* index */
    uint32_t next;
};
#define MAX_PENDING_RANGES 16
struct decoded_entry {
    struct sa_ldap_entry entry;
    struct sa_ldap_attribute *attributes; /* the same as entry.attributes, to be completed */
    size_t attribute_room;
    struct pending_range pending[MAX_PENDING_RANGES];
    size_t pending_count;
};
/* Adds values to one that is there or makes it. */
int entry_add_values(struct sa_ldap_attribute *attribute, const struct berval *values,
                     struct sa_arena *arena, struct entry_limits *limits,
                     struct sa_error *err) SA_NODISCARD;
int entry_decode(LDAP *handle, LDAPMessage *message, struct sa_arena *arena,
                 struct entry_limits *limits, struct decoded_entry *ret,
                 struct sa_error *err) SA_NODISCARD;

/* range.c */
#define RANGE_END UINT32_MAX /* "*" */
struct range_name {
    size_t base_len; /* length of the name without any option */
    bool ranged;
    uint32_t low, high;
};
/* Reads "member;range=0-1499". SA_E_PROTOCOL: no attribute description. */
int range_parse(const char *name, size_t len, struct range_name *ret) SA_NODISCARD;
/* Removes values that came twice; keeps the order. */
int range_unique(struct sa_ldap_attribute *attribute) SA_NODISCARD;
/* Reads the missing values of all pending attributes. */
int range_complete(struct sa_ldap *ldap, LDAPControl **controls, struct decoded_entry *entry,
                   struct sa_arena *arena, struct entry_limits *limits, int64_t until_ms,
                   struct sa_error *err) SA_NODISCARD;

/* search.c */
struct search_request {
    const char *base, *filter;
    int scope;
    char **attributes; /* NULL-terminated, as libldap wants them */
    LDAPControl **controls;
    const char *what; /* for errors: "search of 'DC=...'" */
};
struct search_result {
    int message_id, code;
    uint32_t number;      /* the first one of the text beside `code` */
    struct berval cookie; /* to be freed with ber_memfree() */
    size_t entries, references;
    bool dead_cookie;
};
/* Is handed every entry as it comes. */
typedef int entry_message_fn(void *payload, LDAPMessage *message, struct sa_error *err);
/* One request and its answers up to the final one. Codes that end it without a failure (success)
 * return 0; others are errors. */
int search_once(struct sa_ldap *ldap, const struct search_request *request, int64_t until_ms,
                entry_message_fn *each, void *payload, struct search_result *ret,
                struct sa_error *err) SA_NODISCARD;

/* ping.c */
/* Reads a CLDAP answer message: 0 with the Netlogon value (borrowed), SA_E_NOT_FOUND when the
 * server answered without one, SA_E_PROTOCOL. */
int ping_answer_value(const void *bytes, size_t len, int message_id, const unsigned char **ret,
                      size_t *ret_len) SA_NODISCARD;

/* locate.c */
struct dc_list {
    struct sa_dc *items;
    size_t count;
};
/* Is this a name that can stand in a DNS query or a URL? */
bool host_name_valid(const char *name);
/* The DNS part of sa_dc_locate(), in the calling thread. */
int locate_srv(const char *domain, const char *site, bool global_catalog, int64_t deadline_ms,
               struct sa_arena *arena, struct dc_list *ret, struct sa_error *err) SA_NODISCARD;
#endif
