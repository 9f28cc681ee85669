/* SPDX-License-Identifier: Apache-2.0 */
/* Source winrm_config: the server's own WinRM configuration (Get on winrm/config) as names with dots, and its
 * listeners (winrm/config/listener). Windows marks what group policy has set by the attribute
 * Source="GPO", on a setting or on what encloses it. */
#include <libxml/tree.h>
#include <string.h>

#include "syncaudit/text.h"

#include "host_internal.h"

#define CONFIG       "http://schemas.microsoft.com/wbem/wsman/1/config"
#define SETTINGS_MAX 1000
#define DEPTH_MAX    8

struct setting {
    const char *name, *value;
    bool is_policy;
};
struct winrm {
    struct host *host;
    struct setting *settings;
    size_t count;
    struct sa_cim_list listeners;
    const struct sa_cim_instance **items;
    size_t item_size;
};

/* Configuration ------------------------------------------------------------------------------------ */

static bool is_by_policy(const xmlNode *node)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
        if (sa_text_same((const char *)a->name, "Source") && a->children != NULL &&
            sa_text_same((const char *)a->children->content, "GPO"))
            return true;
    return false;
}

static const xmlNode *first_element(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

static const char *content_of(struct winrm *winrm, const xmlNode *node)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(SA_LIMIT_XML_TEXT);

    for (const xmlNode *n = node->children; n != NULL; n = n->next)
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            (void)sa_buf_add_text(&buf, (const char *)n->content);
    if (sa_buf_status(&buf) < 0)
        (void)host_fail_room(winrm->host, NULL);
    return host_text(winrm->host, sa_buf_text(&buf));
}

static int add_setting(struct winrm *winrm, const struct setting *setting, struct sa_error *err)
{
    /* A name that comes twice would leave open which one counts. */
    for (size_t i = 0; i < winrm->count; i++)
        if (strcmp(winrm->settings[i].name, setting->name) == 0)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server's WinRM configuration says '%.100s' twice", setting->name);
    if (winrm->count == SETTINGS_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SETTINGS_MAX,
                       "the server's WinRM configuration has more than %d settings", SETTINGS_MAX);
    winrm->settings[winrm->count++] = *setting;
    return 0;
}

struct level {
    const xmlNode *node; /* the next one there */
    const char *prefix;
    bool is_policy;
};

/* Depth first, with a stack of its own: a hostile answer may be deep. */
static int flatten(struct winrm *winrm, const xmlNode *root, struct sa_error *err)
{
    struct host *host = winrm->host;
    struct level levels[DEPTH_MAX] = {
        {first_element(root->children), "", is_by_policy(root)}
    };
    size_t depth = 1;

    while (depth > 0) {
        struct level *level = &levels[depth - 1];
        const xmlNode *node = level->node;
        const xmlNode *child = NULL;
        struct setting setting = {0};
        int r = 0;

        if (node == NULL) {
            depth--;
            continue;
        }
        level->node = first_element(node->next);
        child = first_element(node->children);
        setting.name =
            host_text(host, host_printf(host, "%s%s", level->prefix, (const char *)node->name));
        setting.is_policy = level->is_policy || is_by_policy(node);
        if (host->room.status < 0)
            return host_fail_room(host, err);
        if (child == NULL) {
            setting.value = content_of(winrm, node);
            r = add_setting(winrm, &setting, err);
        } else if (depth == DEPTH_MAX) {
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, DEPTH_MAX,
                        "the server's WinRM configuration is deeper than %d levels", DEPTH_MAX);
        } else {
            levels[depth++] =
                (struct level){child, host_printf(host, "%s.", setting.name), setting.is_policy};
        }
        if (r < 0)
            return r;
    }
    return 0;
}

static int take_config(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    return flatten(payload, item, err);
}

static void add_config_evidence(struct winrm *winrm)
{
    struct sa_buf *buf = &winrm->host->evidence;

    (void)sa_buf_add_text(buf, "<answers>\n<answer question=\"winrm/config\">\n");
    for (size_t i = 0; i < winrm->count; i++) {
        (void)sa_buf_add_text(buf, "<setting name=\"");
        host_add_escaped(buf, winrm->settings[i].name);
        (void)sa_buf_addf(buf, "\"%s>", winrm->settings[i].is_policy ? " source=\"GPO\"" : "");
        host_add_escaped(buf, winrm->settings[i].value);
        (void)sa_buf_add_text(buf, "</setting>\n");
    }
    (void)sa_buf_add_text(buf, "</answer>\n");
}

/* Listeners ---------------------------------------------------------------------------------------- */

static int take_listener(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    struct winrm *winrm = payload;
    const struct sa_cim_instance *listener = NULL;
    int r = sa_cim_decode(item, &winrm->host->scratch, &listener, err);

    if (r == 0 && winrm->listeners.count == winrm->item_size)
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SETTINGS_MAX,
                    "the server has more than %d WinRM listeners", SETTINGS_MAX);
    if (r == 0)
        winrm->items[winrm->listeners.count++] = listener;
    return r;
}

static void forget_listeners(void *payload)
{
    struct winrm *winrm = payload;

    winrm->listeners.count = 0;
}

int host_gather_winrm(struct host *host, struct sa_error *err)
{
    struct winrm *winrm = host_alloc(host, 1, sizeof *winrm);
    int r = 0;

    if (winrm == NULL)
        return host_fail_room(host, err);
    host->data = winrm;
    *winrm = (struct winrm){.host = host, .item_size = SETTINGS_MAX};
    winrm->settings = host_alloc(host, SETTINGS_MAX, sizeof *winrm->settings);
    winrm->items = host_alloc(host, SETTINGS_MAX, sizeof(const struct sa_cim_instance *));
    if (winrm->settings == NULL || winrm->items == NULL)
        return host_fail_room(host, err);
    winrm->listeners.items = winrm->items;
    r = sa_wsman_get(host->session, CONFIG, NULL, 0, take_config, winrm, err);
    if (r == 0 && winrm->count == 0)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "the server's WinRM configuration is empty");
    if (r < 0)
        return r;
    add_config_evidence(winrm);
    r = sa_wsman_enumerate(host->session, CONFIG "/listener", NULL, take_listener, forget_listeners,
                           winrm, err);
    if (r < 0)
        return r;
    return host_add_evidence(host, "", "winrm/config/listener", NULL, winrm->listeners.items,
                             winrm->listeners.count, err);
}

/* Store -------------------------------------------------------------------------------------------- */

static int store_listener(struct host *host, struct sa_batch *batch,
                          const struct sa_cim_instance *listener, struct sa_error *err)
{
    const char *thumbprint = sa_cim_text(listener, "CertificateThumbprint");
    const char *transport = sa_cim_text(listener, "Transport");
    const char *address = NULL;
    int64_t port = 0;
    bool is_enabled = false;
    bool has_tls = sa_text_same(transport, "HTTPS");
    int r = host_need_text(host, listener, "Address", &address, err);

    if (r == 0 && !has_tls && !sa_text_same(transport, "HTTP"))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "a WinRM listener's transport is neither HTTP nor HTTPS");
    if (r == 0)
        r = host_need_number(listener, "Port", 1, 65535, &port, err);
    if (r == 0)
        r = host_need_bool(listener, "Enabled", &is_enabled, err);
    if (r < 0)
        return r;
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_winrm_listener (target_id, address, transport, port,"
                       " enabled, thumbprint, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(address),
                       SA_TEXT(has_tls ? "https" : "http"), SA_INT(port), SA_INT(is_enabled),
                       thumbprint != NULL && thumbprint[0] != '\0'
                           ? SA_TEXT(host_text(host, thumbprint))
                           : SA_NULL,
                       SA_INT(host->evidence_id));
}

int host_store_winrm(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct winrm *winrm = host->data;
    int r = 0;

    for (size_t i = 0; r == 0 && i < winrm->count; i++)
        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_winrm (target_id, name, value, policy, evidence_id)"
                        " VALUES (?, ?, ?, ?, ?)",
                        SA_INT(host->target_id), SA_TEXT(winrm->settings[i].name),
                        SA_TEXT(winrm->settings[i].value), SA_INT(winrm->settings[i].is_policy),
                        SA_INT(host->evidence_id));
    for (size_t i = 0; r == 0 && i < winrm->listeners.count; i++)
        r = store_listener(host, batch, winrm->listeners.items[i], err);
    return r;
}
