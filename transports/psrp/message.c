/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of PowerShell Remoting ([MS-PSRP] 2.2.1), little endian:
 *
 *     Destination u32 | MessageType u32 | RPID 16 | PID 16 | data: XML in UTF-8, or nothing
 *
 * Windows puts a byte order mark before the data of its messages, other clients do not, and neither do we. Both
 * identifiers have .NET's order of bytes: the first three fields of the text are little endian. */
#include "message.h"

#include <string.h>
#include <sys/random.h>

/* Where each byte of the wire form stands in the text. */
static const unsigned char wire_order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

/* Identifiers ------------------------------------------------------------------------------------ */

void psrp_guid_new(struct psrp_guid *ret)
{
    size_t got = 0;

    /* 16 bytes come whole as soon as the system has any randomness; a signal may come before that. */
    while (got != sizeof ret->bytes) {
        ssize_t n = getrandom(ret->bytes, sizeof ret->bytes, 0);

        got = n > 0 ? (size_t)n : 0;
    }
    ret->bytes[6] = (ret->bytes[6] & 0x0F) | 0x40;
    ret->bytes[8] = (ret->bytes[8] & 0x3F) | 0x80;
}

bool psrp_guid_same(const struct psrp_guid *a, const struct psrp_guid *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool psrp_guid_is_zero(const struct psrp_guid *guid)
{
    static const struct psrp_guid zero;

    return psrp_guid_same(guid, &zero);
}

static bool is_dash(size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

void psrp_guid_format(const struct psrp_guid *guid, char ret[PSRP_GUID_TEXT])
{
    static const char digits[] = "0123456789ABCDEF";
    size_t nibble = 0;

    for (size_t i = 0; i < PSRP_GUID_TEXT - 1; i++) {
        unsigned byte = guid->bytes[nibble / 2 % sizeof guid->bytes];

        if (is_dash(i)) {
            ret[i] = '-';
            continue;
        }
        ret[i] = digits[nibble % 2 == 0 ? byte >> 4 : byte & 0x0F];
        nibble++;
    }
    ret[PSRP_GUID_TEXT - 1] = '\0';
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool psrp_guid_parse(const char *text, struct psrp_guid *ret)
{
    struct psrp_guid guid = {{0}};
    size_t nibble = 0;

    for (size_t i = 0; i < PSRP_GUID_TEXT - 1; i++) {
        int value = hex_value(text[i]);

        if (is_dash(i) && text[i] == '-')
            continue;
        if (is_dash(i) || value < 0)
            return false;
        guid.bytes[nibble / 2] = (unsigned char)(guid.bytes[nibble / 2] << 4 | value);
        nibble++;
    }
    if (text[PSRP_GUID_TEXT - 1] != '\0')
        return false;
    *ret = guid;
    return true;
}

/* Types ------------------------------------------------------------------------------------------ */

const char *psrp_type_name(uint32_t type)
{
    static const struct {
        uint32_t type;
        const char *name;
    } names[] = {
        {PSRP_SESSION_CAPABILITY,         "SESSION_CAPABILITY"        },
        {PSRP_INIT_RUNSPACEPOOL,          "INIT_RUNSPACEPOOL"         },
        {PSRP_PUBLIC_KEY,                 "PUBLIC_KEY"                },
        {PSRP_ENCRYPTED_SESSION_KEY,      "ENCRYPTED_SESSION_KEY"     },
        {PSRP_PUBLIC_KEY_REQUEST,         "PUBLIC_KEY_REQUEST"        },
        {PSRP_CONNECT_RUNSPACEPOOL,       "CONNECT_RUNSPACEPOOL"      },
        {PSRP_SET_MAX_RUNSPACES,          "SET_MAX_RUNSPACES"         },
        {PSRP_SET_MIN_RUNSPACES,          "SET_MIN_RUNSPACES"         },
        {PSRP_RUNSPACE_AVAILABILITY,      "RUNSPACE_AVAILABILITY"     },
        {PSRP_RUNSPACEPOOL_STATE,         "RUNSPACEPOOL_STATE"        },
        {PSRP_CREATE_PIPELINE,            "CREATE_PIPELINE"           },
        {PSRP_GET_AVAILABLE_RUNSPACES,    "GET_AVAILABLE_RUNSPACES"   },
        {PSRP_USER_EVENT,                 "USER_EVENT"                },
        {PSRP_APPLICATION_PRIVATE_DATA,   "APPLICATION_PRIVATE_DATA"  },
        {PSRP_GET_COMMAND_METADATA,       "GET_COMMAND_METADATA"      },
        {PSRP_RUNSPACEPOOL_INIT_DATA,     "RUNSPACEPOOL_INIT_DATA"    },
        {PSRP_RESET_RUNSPACE_STATE,       "RESET_RUNSPACE_STATE"      },
        {PSRP_RUNSPACEPOOL_HOST_CALL,     "RUNSPACEPOOL_HOST_CALL"    },
        {PSRP_RUNSPACEPOOL_HOST_RESPONSE, "RUNSPACEPOOL_HOST_RESPONSE"},
        {PSRP_PIPELINE_INPUT,             "PIPELINE_INPUT"            },
        {PSRP_END_OF_PIPELINE_INPUT,      "END_OF_PIPELINE_INPUT"     },
        {PSRP_PIPELINE_OUTPUT,            "PIPELINE_OUTPUT"           },
        {PSRP_ERROR_RECORD,               "ERROR_RECORD"              },
        {PSRP_PIPELINE_STATE,             "PIPELINE_STATE"            },
        {PSRP_DEBUG_RECORD,               "DEBUG_RECORD"              },
        {PSRP_VERBOSE_RECORD,             "VERBOSE_RECORD"            },
        {PSRP_WARNING_RECORD,             "WARNING_RECORD"            },
        {PSRP_PROGRESS_RECORD,            "PROGRESS_RECORD"           },
        {PSRP_INFORMATION_RECORD,         "INFORMATION_RECORD"        },
        {PSRP_PIPELINE_HOST_CALL,         "PIPELINE_HOST_CALL"        },
        {PSRP_PIPELINE_HOST_RESPONSE,     "PIPELINE_HOST_RESPONSE"    },
    };

    for (size_t i = 0; i < SA_COUNT(names); i++)
        if (names[i].type == type)
            return names[i].name;
    return NULL;
}

/* Messages --------------------------------------------------------------------------------------- */

static void put_u32(unsigned char *at, uint32_t value)
{
    for (unsigned i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> 8 * i);
}

static uint32_t get_u32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void put_guid(unsigned char *at, const struct psrp_guid *guid)
{
    for (size_t i = 0; i < sizeof guid->bytes; i++)
        at[i] = guid->bytes[wire_order[i]];
}

static void get_guid(const unsigned char *at, struct psrp_guid *ret)
{
    for (size_t i = 0; i < sizeof ret->bytes; i++)
        ret->bytes[wire_order[i]] = at[i];
}

void psrp_add_message(struct sa_buf *ret, const struct psrp_message *message)
{
    unsigned char header[PSRP_MESSAGE_HEADER];

    put_u32(header, message->destination);
    put_u32(header + 4, message->type);
    put_guid(header + 8, &message->pool);
    put_guid(header + 24, &message->pipeline);
    sa_buf_add(ret, header, sizeof header);
    sa_buf_add(ret, message->data, message->len);
}

int psrp_read_message(const void *bytes, size_t len, struct psrp_message *ret, struct sa_error *err)
{
    const unsigned char *at = bytes;

    *ret = (struct psrp_message){.data = ""};
    if (len < PSRP_MESSAGE_HEADER)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, (long long)len,
                       "a PowerShell message has %zu bytes, fewer than its header", len);
    ret->destination = get_u32(at);
    ret->type = get_u32(at + 4);
    get_guid(at + 8, &ret->pool);
    get_guid(at + 24, &ret->pipeline);
    at += PSRP_MESSAGE_HEADER;
    len -= PSRP_MESSAGE_HEADER;
    if (len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        at += 3;
        len -= 3;
    }
    if (len > 0)
        ret->data = (const char *)at;
    ret->len = len;
    return 0;
}
