/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a firewall rule ([MS-GPFAS] 2.2.2; meanings: [MS-FASP] 2.2.37):
 *
 *   v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=5985|RA4=10.0.0.0/255.0.0.0|App=System|Name=...|
 *
 * A field that is missing means "any"; ports, addresses, profiles, interfaces and ICMP types may be
 * repeated and add up. Fields of later versions carry the version in their name (LPort2_10, RA42). Once
 * one address is given, only given addresses match, whichever family they are of.
 *
 * Fields that only narrow a rule and that checks do not judge by (remote ports, local addresses, ICMP
 * types, local users, network names) go into the meaning alone. A field or word that is not in the
 * tables makes the rule "not understood". */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/digest.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "host_firewall.h"

#define ITEMS_MAX      20000 /* fields of one rule */
#define INTERFACES_MAX 1000  /* bytes of the list of them */
#define MEANING_PLAIN  512   /* bytes of a meaning that is not told by its digest */

struct rule_parse {
    struct sa_arena *arena;
    struct sa_firewall_rule *rule;
    struct sa_firewall_port *ports;
    struct sa_firewall_address *remotes;
    const char **parts; /* of the meaning */
    size_t part_count, profile_count, size;
    bool has_action, has_direction, platform, platform_from;
    bool no_room;
};

typedef void field_fn(struct rule_parse *p, const char *key, const char *value);

static const char *keep(struct rule_parse *p, const char *text)
{
    p->no_room |= text == NULL;
    return text != NULL ? text : "";
}

static void add_part(struct rule_parse *p, const char *kind, const char *value)
{
    char *part = sa_arena_printf(p->arena, "%s=%s", kind, value);

    for (char *c = part; c != NULL && *c != '\0'; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
    if (p->part_count < p->size)
        p->parts[p->part_count++] = keep(p, part);
}

/* Index of the word in the list, or -1. */
static int word_of(const char *const *words, const char *value)
{
    for (int i = 0; words[i] != NULL; i++) {
        if (sa_text_same(words[i], value))
            return i;
    }
    return -1;
}

/* What it is for ----------------------------------------------------------------------------------- */

static void set_action(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"Allow", "Block", "ByPass", NULL};
    int word = word_of(words, value);

    (void)key;
    p->rule->understood &= word >= 0 && !p->has_action;
    p->has_action = word >= 0;
    p->rule->action = word > 0 ? word : SA_FIREWALL_ALLOW;
}

static void set_direction(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"Out", "In", NULL};
    int word = word_of(words, value);

    (void)key;
    p->rule->understood &= word >= 0 && !p->has_direction;
    p->has_direction = word >= 0;
    p->rule->inbound = word != 0;
}

static void set_active(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"FALSE", "TRUE", NULL};
    int word = word_of(words, value);

    (void)key;
    p->rule->understood &= word >= 0;
    p->rule->active = word != 0;
}

static void set_profile(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"Domain", "Private", "Public", NULL};
    int word = word_of(words, value);

    (void)key;
    p->profile_count++;
    p->rule->understood &= word >= 0;
    p->rule->domain |= word == 0 || word < 0;
    p->rule->private |= word == 1 || word < 0;
    p->rule->public |= word == 2 || word < 0;
}

static void set_protocol(struct rule_parse *p, const char *key, const char *value)
{
    uint32_t number = 0;

    (void)key;
    if (sa_parse_u32(value, 256, &number) < 0 || p->rule->protocol >= 0)
        p->rule->understood = false;
    else if (number < 256)
        p->rule->protocol = (int)number;
}

/* Ports -------------------------------------------------------------------------------------------- */

static bool read_port(const char *from, size_t len, int *ret)
{
    int number = 0;

    if (len == 0 || len > 5)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (from[i] < '0' || from[i] > '9')
            return false;
        number = number * 10 + (from[i] - '0');
    }
    *ret = number;
    return number <= UINT16_MAX;
}

static void add_port(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"RPC",  "RPC-EPMap", "Teredo", "IPTLSIn",   "IPHTTPSIn",
                                        "DHCP", "Ply2Disc",  "mDNS",   "TcpCDPSvc", NULL};
    struct sa_firewall_port *port = &p->ports[p->rule->port_count++];
    size_t dash = strcspn(value, "-");
    int word = word_of(words, value);

    (void)key;
    *port = (struct sa_firewall_port){.low = -1, .high = -1};
    if (word >= 0) {
        port->keyword = words[word];
    } else if (value[dash] == '\0' && read_port(value, dash, &port->low)) {
        port->high = port->low;
    } else if (value[dash] == '\0' || !read_port(value, dash, &port->low) ||
               !read_port(value + dash + 1, strlen(value + dash + 1), &port->high) ||
               port->low > port->high) {
        port->low = port->high = -1;
        port->keyword = keep(p, sa_arena_text(p->arena, value));
        p->rule->understood = false;
    }
    p->rule->any_local_port |= port->low <= 1 && port->high == UINT16_MAX;
    add_part(p, "lport", value);
}

/* Addresses ---------------------------------------------------------------------------------------- */

static bool read_address(int family, const char *from, size_t len, unsigned char bytes[16])
{
    char text[INET6_ADDRSTRLEN];

    if (len == 0 || len >= sizeof text)
        return false;
    memcpy(text, from, len);
    text[len] = '\0';
    memset(bytes, 0, 16);
    return inet_pton(family, text, family == AF_INET ? bytes + 12 : bytes) == 1;
}

static void write_hex(const unsigned char bytes[16], char text[SA_FIREWALL_ADDRESS_SIZE])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < 16; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    text[32] = '\0';
}

/* A prefix length, or for IPv4 a mask. `*ret_whole`: its ones come first. */
static bool read_mask(int family, const char *text, unsigned char mask[16], bool *ret_whole)
{
    uint32_t bits = 0, most = family == AF_INET ? 32 : 128;

    *ret_whole = true;
    memset(mask, 0xff, 16);
    if (sa_parse_u32(text, most, &bits) == 0) {
        size_t first = family == AF_INET ? 12 : 0;

        for (uint32_t i = bits; i < most; i++)
            mask[first + i / 8] &= (unsigned char)~(0x80U >> (i % 8));
        return true;
    }
    if (family != AF_INET || !read_address(AF_INET, text, strlen(text), mask))
        return false;
    for (uint32_t i = 0, zeros = 0; i < 32; i++) {
        bool one = (mask[12 + i / 8] & (0x80U >> (i % 8))) != 0;

        *ret_whole &= !one || zeros == 0;
        zeros += !one;
    }
    memset(mask, 0xff, 12);
    return true;
}

static bool read_range(struct rule_parse *p, int family, const char *value,
                       struct sa_firewall_address *ret)
{
    unsigned char low[16], high[16], mask[16];
    size_t end = strcspn(value, "-/");
    bool whole = true;

    if (!read_address(family, value, end, low))
        return false;
    memcpy(high, low, sizeof high);
    if (value[end] == '-' && !read_address(family, value + end + 1, strlen(value + end + 1), high))
        return false;
    if (value[end] == '/') {
        if (!read_mask(family, value + end + 1, mask, &whole))
            return false;
        for (size_t i = 0; i < 16; i++) {
            low[i] &= mask[i];
            high[i] |= (unsigned char)~mask[i];
        }
    }
    if (memcmp(low, high, sizeof low) > 0)
        return false;
    /* Addresses between those that a mask with gaps means: more than the rule, so it is not understood. */
    p->rule->understood &= whole;
    write_hex(low, ret->low);
    write_hex(high, ret->high);
    return true;
}

/* Does it hold a whole family? */
static bool is_everything(const struct sa_firewall_address *address)
{
    size_t from = address->family == 4 ? 24 : 0;

    return address->low[0] != '\0' && strspn(address->low + from, "0") == 32 - from &&
           strspn(address->high + from, "f") == 32 - from;
}

static void add_remote(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {
        "LocalSubnet",    "DNS",           "DHCP",     "WINS",
        "DefaultGateway", "IntrAnet",      "IntErnet", "Ply2Renders",
        "RmtIntrAnet",    "CaptivePortal", NULL};
    struct sa_firewall_address *address = &p->remotes[p->rule->remote_count++];
    int word = word_of(words, value);

    *address = (struct sa_firewall_address){.text = keep(p, sa_arena_text(p->arena, value)),
                                            .family = key[2] == '6' ? 6 : 4};
    if (word >= 0) {
        address->keyword = words[word];
    } else if (!read_range(p, address->family == 4 ? AF_INET : AF_INET6, value, address)) {
        address->keyword = address->text;
        p->rule->understood = false;
    }
    p->rule->any_remote |= is_everything(address);
    /* One meaning however a range is written. */
    add_part(p, address->family == 4 ? "ra4" : "ra6",
             address->low[0] != '\0'
                 ? keep(p, sa_arena_printf(p->arena, "%s-%s", address->low, address->high))
                 : value);
}

/* Who ---------------------------------------------------------------------------------------------- */

static void set_text(struct rule_parse *p, const char **field, const char *kind, const char *value)
{
    p->rule->understood &= *field == NULL; /* at most once */
    *field = keep(p, sa_arena_text(p->arena, value));
    add_part(p, kind, value);
}

static void set_program(struct rule_parse *p, const char *key, const char *value)
{
    (void)key;
    set_text(p, &p->rule->program, "app", value);
}

static void set_service(struct rule_parse *p, const char *key, const char *value)
{
    (void)key;
    set_text(p, &p->rule->service, "svc", value);
}

static void set_package(struct rule_parse *p, const char *key, const char *value)
{
    (void)key;
    set_text(p, &p->rule->package, "package", value);
}

static void set_name(struct rule_parse *p, const char *key, const char *value)
{
    (void)key;
    p->rule->name = keep(p, sa_arena_text(p->arena, value));
}

static void add_interface(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"Lan", "Wireless", "RemoteAccess", NULL};
    const char *before = p->rule->interface;

    if (sa_text_same(key, "IFType"))
        p->rule->understood &= word_of(words, value) >= 0;
    add_part(p, "interface", value);
    if (before != NULL && strlen(before) > INTERFACES_MAX)
        return; /* for people; the meaning has them all */
    p->rule->interface = before == NULL
                             ? keep(p, sa_arena_text(p->arena, value))
                             : keep(p, sa_arena_printf(p->arena, "%s, %s", before, value));
}

static void set_security(struct rule_parse *p, const char *key, const char *value)
{
    static const char *const words[] = {"Authenticate", "AuthenticateEncrypt", "An-NoEncap",
                                        "AnE-Nego", NULL};
    bool known = word_of(words, value) >= 0;

    (void)key;
    p->rule->understood &= known;
    p->rule->authenticated |= known;
    add_part(p, "security", value);
}

static void set_authorised(struct rule_parse *p, const char *key, const char *value)
{
    p->rule->authenticated = true;
    add_part(p, key, value);
}

static void set_platform(struct rule_parse *p, const char *key, const char *value)
{
    if (sa_text_same(key, "Platform"))
        p->platform = true;
    else
        p->platform_from = sa_text_same(value, "GTEQ");
    add_part(p, key, value);
}

/* Known, narrows, and judged by nobody. */
static void add_condition(struct rule_parse *p, const char *key, const char *value)
{
    add_part(p, key, value);
}

static void ignore(struct rule_parse *p, const char *key, const char *value)
{
    (void)p;
    (void)key;
    (void)value;
}

static const struct {
    const char *key;
    field_fn *read;
} fields[] = {
    {"Action",          set_action    },
    {"Active",          set_active    },
    {"Dir",             set_direction },
    {"Profile",         set_profile   },
    {"Protocol",        set_protocol  },
    {"LPort",           add_port      },
    {"LPort2_10",       add_port      },
    {"LPort2_20",       add_port      },
    {"LPort2_24",       add_port      },
    {"LPort2_25",       add_port      },
    {"LPort2_29",       add_port      },
    {"RA4",             add_remote    },
    {"RA6",             add_remote    },
    {"RA42",            add_remote    },
    {"RA62",            add_remote    },
    {"App",             set_program   },
    {"Svc",             set_service   },
    {"AppPkgId",        set_package   },
    {"PFN",             set_package   },
    {"IF",              add_interface },
    {"IFType",          add_interface },
    {"Security",        set_security  },
    {"Security2_9",     set_security  },
    {"Security2",       set_security  },
    {"RMauth",          set_authorised},
    {"RUAuth",          set_authorised},
    {"Platform",        set_platform  },
    {"Platform2",       set_platform  },
    {"RPort",           add_condition },
    {"RPort2_10",       add_condition },
    {"RPort2_28",       add_condition },
    {"LA4",             add_condition },
    {"LA6",             add_condition },
    {"ICMP4",           add_condition },
    {"ICMP6",           add_condition },
    {"LUAuth",          add_condition },
    {"LUAuth2_24",      add_condition },
    {"LUOwn",           add_condition },
    {"TTK",             add_condition },
    {"TTK2_22",         add_condition },
    {"TTK2_27",         add_condition },
    {"TTK2_28",         add_condition },
    {"NNm",             add_condition },
    {"SecurityRealmId", add_condition },
    {"Edge",            add_condition },
    {"Defer",           add_condition },
    {"LSM",             add_condition },
    {"LOM",             add_condition },
    {"PCross",          add_condition },
    {"AuthByPassOut",   add_condition },
    {"Name",            set_name      },
    {"Desc",            ignore        },
    {"EmbedCtxt",       ignore        },
    {"SkipVer",         ignore        },
};

/* The whole ---------------------------------------------------------------------------------------- */

static void read_field(struct rule_parse *p, char *field)
{
    char *equals = strchr(field, '=');

    if (equals == NULL) {
        p->rule->understood = false;
        add_part(p, "?", field);
        return;
    }
    *equals = '\0';
    for (size_t i = 0; i < SA_COUNT(fields); i++) {
        if (sa_text_same(fields[i].key, field)) {
            fields[i].read(p, field, equals + 1);
            return;
        }
    }
    p->rule->understood = false;
    add_part(p, field, equals + 1);
}

/* "v2.31": the grammar is that of major version 2. */
static bool is_version(const char *text)
{
    static const char major[] = "v2.";
    const char *minor = text + sizeof major - 1;
    size_t len = 0;

    if (strncmp(text, major, sizeof major - 1) != 0)
        return false;
    len = strspn(minor, "0123456789");
    return len > 0 && len <= 3 && minor[len] == '\0';
}

static int by_text(const void *a, const void *b)
{
    const char *const *one = a, *const *other = b;

    return strcmp(*one, *other);
}

static int write_meaning(struct rule_parse *p)
{
    static const char *const actions[] = {"allow", "block", "bypass"};
    const struct sa_firewall_rule *rule = p->rule;
    struct sa_buf text = SA_BUF_INIT(4 * SA_MIB);
    char hex[SA_SHA256_HEX_SIZE];
    int r = 0;

    qsort(p->parts, p->part_count, sizeof(const char *), by_text);
    sa_buf_addf(&text, "%s %s%s%s%s", rule->inbound ? "in" : "out", actions[rule->action],
                rule->domain ? " domain" : "", rule->private ? " private" : "",
                rule->public ? " public" : "");
    if (rule->protocol >= 0)
        sa_buf_addf(&text, " protocol=%d", rule->protocol);
    for (size_t i = 0; i < p->part_count; i++) {
        if (i == 0 || strcmp(p->parts[i], p->parts[i - 1]) != 0)
            sa_buf_addf(&text, "|%s", p->parts[i]);
    }
    r = sa_buf_status(&text);
    if (r == 0 && text.len > MEANING_PLAIN) {
        r = sa_sha256_hex(sa_buf_text(&text), text.len, hex);
        sa_buf_clear(&text);
        sa_buf_addf(&text, "sha256:%s", hex);
    }
    if (r == 0)
        p->rule->meaning = keep(p, sa_arena_copy(p->arena, sa_buf_text(&text), text.len));
    sa_buf_done(&text);
    return r;
}

static int make_room(struct rule_parse *p, const char *text)
{
    size_t count = 1;

    for (; *text != '\0'; text++)
        count += *text == '|';
    p->size = count <= ITEMS_MAX ? count : 0;
    p->ports = sa_arena_array(p->arena, p->size + 1, sizeof *p->ports);
    p->remotes = sa_arena_array(p->arena, p->size + 1, sizeof *p->remotes);
    p->parts = sa_arena_array(p->arena, p->size + 1, sizeof *p->parts);
    return p->ports != NULL && p->remotes != NULL && p->parts != NULL ? 0 : SA_E_NOMEM;
}

static void finish(struct rule_parse *p)
{
    struct sa_firewall_rule *rule = p->rule;

    rule->understood &= p->has_action && p->has_direction;
    if (!p->has_direction)
        rule->inbound = true;
    if (p->profile_count == 0)
        rule->domain = rule->private = rule->public = true;
    /* For one version of Windows only: whether this is the one is not known here. */
    rule->understood &= !p->platform || p->platform_from;
    rule->any_local_port |= rule->port_count == 0;
    rule->any_remote |= rule->remote_count == 0;
    rule->ports = p->ports;
    rule->remotes = p->remotes;
}

int sa_firewall_parse(const char *text, struct sa_arena *arena, struct sa_firewall_rule *ret)
{
    struct sa_firewall_rule rule = {.protocol = -1, .name = "", .understood = true, .meaning = ""};
    struct rule_parse p = {.arena = arena, .rule = &rule};
    char *copy = sa_arena_text(arena, text), *at = copy;
    int r = copy != NULL ? make_room(&p, text) : SA_E_NOMEM;

    if (r < 0)
        return r;
    at[strcspn(at, "|")] = '\0';
    /* Windows does not load what is not of this form; nobody promised that, so it counts as active. */
    if (!is_version(at) || p.size == 0) {
        rule.understood = false;
        rule.active = true;
        add_part(&p, "?", at);
    }
    at += strlen(at);
    while (p.size > 0 && (size_t)(at - copy) < strlen(text)) {
        char *field = at + 1;
        size_t len = strcspn(field, "|");

        at = field + len;
        *at = '\0';
        if (len > 0)
            read_field(&p, field);
    }
    finish(&p);
    r = write_meaning(&p);
    if (r < 0 || p.no_room)
        return SA_E_NOMEM;
    *ret = rule;
    return 0;
}
