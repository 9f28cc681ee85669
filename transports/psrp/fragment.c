/* SPDX-License-Identifier: Apache-2.0 */
/* Fragments of messages ([MS-PSRP] 2.2.4), big endian:
 *
 *     ObjectId u64 | FragmentId u64 | flags u8: 1 first, 2 last | BlobLength u32 | blob
 *
 * A sender counts its messages in ObjectId, from 1, and the fragments of each in FragmentId, from 0. Fragments of
 * different messages may alternate. Windows was never seen to cut a fragment between two pieces of a stream;
 * nothing forbids it, so what is left of one piece waits for the next. */
#include <stdlib.h>
#include <string.h>

#include "message.h"

enum { FLAG_FIRST = 1, FLAG_LAST = 2 };

static void put_number(unsigned char *at, size_t bytes, uint64_t value)
{
    for (size_t i = 0; i < bytes; i++)
        at[i] = (unsigned char)(value >> 8 * (bytes - 1 - i));
}

static uint64_t get_number(const unsigned char *at, size_t bytes)
{
    uint64_t value = 0;

    for (size_t i = 0; i < bytes; i++)
        value = value << 8 | at[i];
    return value;
}

/* Sending ---------------------------------------------------------------------------------------- */

void psrp_cut_begin(struct psrp_cut *cut, uint64_t *last_object, const struct sa_buf *message)
{
    *cut = (struct psrp_cut){
        .bytes = sa_buf_text(message), .len = message->len, .object_id = ++*last_object};
}

bool psrp_cut_next(struct psrp_cut *cut, size_t budget, struct sa_buf *ret)
{
    unsigned char header[PSRP_FRAGMENT_HEADER];
    size_t left = cut->len - cut->at;
    size_t part = 0;

    if (left == 0 || budget <= PSRP_FRAGMENT_HEADER)
        return false;
    part = budget - PSRP_FRAGMENT_HEADER;
    if (part > left)
        part = left;
    if (part > UINT32_MAX)
        part = UINT32_MAX;
    put_number(header, 8, cut->object_id);
    put_number(header + 8, 8, cut->fragment_id);
    header[16] = (unsigned char)((cut->at == 0 ? FLAG_FIRST : 0) | (part == left ? FLAG_LAST : 0));
    put_number(header + 17, 4, part);
    sa_buf_add(ret, header, sizeof header);
    sa_buf_add(ret, cut->bytes + cut->at, part);
    cut->at += part;
    cut->fragment_id++;
    return true;
}

bool psrp_cut_done(const struct psrp_cut *cut)
{
    return cut->at == cut->len;
}

size_t psrp_budget(size_t room)
{
    return room / 4 * 3;
}

/* Receiving -------------------------------------------------------------------------------------- */

struct psrp_open_object {
    uint64_t object_id;
    uint64_t next_fragment;
    struct sa_buf bytes;
};

struct fragment {
    uint64_t object_id, fragment_id;
    unsigned flags;
    const unsigned char *blob;
    size_t len;
};

/* What one call is about. */
struct reception {
    struct psrp_receiver *receiver;
    psrp_message_fn *each;
    void *payload;
};

void psrp_receiver_done(struct psrp_receiver *receiver)
{
    for (size_t i = 0; i < receiver->open_count; i++)
        sa_buf_done(&receiver->open[i].bytes);
    free(receiver->open);
    sa_buf_done(&receiver->rest);
    *receiver = (struct psrp_receiver)PSRP_RECEIVER_INIT;
}

bool psrp_receiver_is_empty(const struct psrp_receiver *receiver)
{
    return receiver->open_count == 0 && receiver->rest.len == 0;
}

static int fail_limit(const char *what, size_t limit, const char *unit, struct sa_error *err)
{
    return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)limit, "%s more than %zu %s", what,
                   limit, unit);
}

static int keep(struct sa_buf *buf, const unsigned char *bytes, size_t len, struct sa_error *err)
{
    int r = sa_buf_add(buf, bytes, len);

    if (r == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (r < 0)
        return fail_limit("a PowerShell message has", SA_LIMIT_PSRP_MESSAGE, "bytes", err);
    return 0;
}

static int hand_on(const struct reception *reception, const void *bytes, size_t len,
                   struct sa_error *err)
{
    struct psrp_message message;
    int r = psrp_read_message(bytes, len, &message, err);

    if (r < 0)
        return r;
    if (psrp_type_name(message.type) == NULL) {
        reception->receiver->skipped++;
        return 0;
    }
    r = reception->each(reception->payload, &message, err);
    return r < 0 ? r : 0;
}

static struct psrp_open_object *find_open(struct psrp_receiver *receiver, uint64_t object_id)
{
    for (size_t i = 0; i < receiver->open_count; i++)
        if (receiver->open[i].object_id == object_id)
            return &receiver->open[i];
    return NULL;
}

static int open_object(struct psrp_receiver *receiver, uint64_t object_id,
                       struct psrp_open_object **ret, struct sa_error *err)
{
    if (receiver->open == NULL)
        receiver->open = calloc(SA_LIMIT_PSRP_OPEN, sizeof *receiver->open);
    if (receiver->open == NULL)
        return sa_fail_nomem(err);
    if (receiver->open_count >= SA_LIMIT_PSRP_OPEN)
        return fail_limit("there are", SA_LIMIT_PSRP_OPEN, "incomplete PowerShell messages", err);
    *ret = &receiver->open[receiver->open_count++];
    **ret = (struct psrp_open_object){.object_id = object_id,
                                      .bytes = SA_BUF_INIT(SA_LIMIT_PSRP_MESSAGE)};
    return 0;
}

static void close_object(struct psrp_receiver *receiver, struct psrp_open_object *object)
{
    size_t place = (size_t)(object - receiver->open);

    receiver->held -= object->bytes.len;
    sa_buf_done(&object->bytes);
    receiver->open_count--;
    memmove(object, object + 1, (receiver->open_count - place) * sizeof *object);
}

static int extend_object(struct psrp_receiver *receiver, struct psrp_open_object *object,
                         const struct fragment *fragment, struct sa_error *err)
{
    int r = 0;

    if (fragment->len > SA_LIMIT_PSRP_HELD - receiver->held)
        return fail_limit("incomplete PowerShell messages have", SA_LIMIT_PSRP_HELD, "bytes", err);
    r = keep(&object->bytes, fragment->blob, fragment->len, err);
    if (r < 0)
        return r;
    receiver->held += fragment->len;
    object->next_fragment++;
    return 0;
}

static int fail_order(const struct fragment *fragment, const char *what, struct sa_error *err)
{
    return sa_fail(
        err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "fragment %llu of PowerShell message %llu %s",
        (unsigned long long)fragment->fragment_id, (unsigned long long)fragment->object_id, what);
}

static int take_fragment(const struct reception *reception, const struct fragment *fragment,
                         struct sa_error *err)
{
    struct psrp_receiver *receiver = reception->receiver;
    struct psrp_open_object *object = find_open(receiver, fragment->object_id);
    int r = 0;

    if ((fragment->flags & FLAG_FIRST) != 0) {
        if (object != NULL)
            return fail_order(fragment, "begins it once more", err);
        if (fragment->fragment_id != 0)
            return fail_order(fragment, "says that it is the first", err);
        if ((fragment->flags & FLAG_LAST) != 0)
            return hand_on(reception, fragment->blob, fragment->len, err);
        r = open_object(receiver, fragment->object_id, &object, err);
        if (r < 0)
            return r;
    } else if (object == NULL) {
        return fail_order(fragment, "comes without a first", err);
    } else if (fragment->fragment_id != object->next_fragment) {
        return fail_order(fragment, "is out of order", err);
    }
    r = extend_object(receiver, object, fragment, err);
    if (r == 0 && (fragment->flags & FLAG_LAST) != 0) {
        r = hand_on(reception, sa_buf_text(&object->bytes), object->bytes.len, err);
        close_object(receiver, object);
    }
    return r;
}

/* Takes all whole fragments. `*ret_used`: their bytes. `*ret_missing`: how many more the next one needs at least. */
static int take_fragments(const struct reception *reception, const unsigned char *at, size_t len,
                          size_t *ret_used, size_t *ret_missing, struct sa_error *err)
{
    size_t used = 0;

    *ret_used = 0;
    *ret_missing = 0;
    while (len - used >= PSRP_FRAGMENT_HEADER) {
        const unsigned char *header = at + used;
        const struct fragment fragment = {.object_id = get_number(header, 8),
                                          .fragment_id = get_number(header + 8, 8),
                                          .flags = header[16],
                                          .blob = header + PSRP_FRAGMENT_HEADER,
                                          .len = (size_t)get_number(header + 17, 4)};
        size_t there = len - used - PSRP_FRAGMENT_HEADER;
        int r = 0;

        if (fragment.len > SA_LIMIT_PSRP_MESSAGE)
            return fail_limit("a PowerShell message has", SA_LIMIT_PSRP_MESSAGE, "bytes", err);
        if (fragment.len > there) {
            *ret_missing = fragment.len - there;
            return 0;
        }
        r = take_fragment(reception, &fragment, err);
        if (r < 0)
            return r;
        used += PSRP_FRAGMENT_HEADER + fragment.len;
        *ret_used = used;
    }
    if (len > used)
        *ret_missing = PSRP_FRAGMENT_HEADER - (len - used);
    return 0;
}

/* Completes the fragment of which a beginning waits, with no more than it needs, so that what follows is not
 * copied. `*at` and `*len` pass over what was taken. */
static int complete_rest(const struct reception *reception, const unsigned char **at, size_t *len,
                         struct sa_error *err)
{
    struct sa_buf *rest = &reception->receiver->rest;

    while (rest->len > 0) {
        size_t used = 0;
        size_t missing = 0;
        int r = take_fragments(reception, (const unsigned char *)rest->data, rest->len, &used,
                               &missing, err);

        if (r < 0)
            return r;
        if (used > 0) {
            sa_buf_clear(rest);
            return 0;
        }
        if (*len == 0)
            return 0;
        if (missing > *len)
            missing = *len;
        r = keep(rest, *at, missing, err);
        if (r < 0)
            return r;
        *at += missing;
        *len -= missing;
    }
    return 0;
}

int psrp_receive(struct psrp_receiver *receiver, const void *bytes, size_t len,
                 psrp_message_fn *each, void *payload, struct sa_error *err)
{
    const struct reception reception = {receiver, each, payload};
    const unsigned char *at = bytes;
    size_t used = 0;
    size_t missing = 0;
    int r = 0;

    if (receiver->is_broken)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "a stream of PowerShell messages is read on after an error");
    if (len > SA_LIMIT_PSRP_BYTES - receiver->total)
        r = fail_limit("PowerShell messages have", SA_LIMIT_PSRP_BYTES, "bytes", err);
    if (r == 0) {
        receiver->total += len;
        r = complete_rest(&reception, &at, &len, err);
    }
    if (r == 0)
        r = take_fragments(&reception, at, len, &used, &missing, err);
    if (r == 0)
        r = keep(&receiver->rest, at + used, len - used, err);
    receiver->is_broken = r < 0;
    return r;
}
