/* SPDX-License-Identifier: Apache-2.0 */
/* The one walk through a DACL that access.c and power.c share. */
#ifndef SYNCAUDIT_DIRECTORY_ACCESS_H
#define SYNCAUDIT_DIRECTORY_ACCESS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"

/** Which ACEs speak to the token, found once for many questions. */
struct sa_access_view {
    const struct sa_secdesc *sd;
    const struct sa_guid *class_guid; /* of the object, or NULL */
    bool owns;                        /* the token holds the owner */
    bool owner_implied;               /* which gives READ_CONTROL and WRITE_DACL */
    size_t count;                     /* ACEs; the decoder makes no more than SA_LIMIT_ACES */
    uint64_t speaks[SA_LIMIT_ACES / 64];
};

/** What was decided about one right. */
struct sa_access_answer {
    bool allowed;
    bool conditional;        /* only by ACEs whose condition was not evaluated */
    const struct sa_ace *by; /* NULL: the owner's implied right, or no DACL at all */
};

/** GUIDs that an ACE's object type may have to count: NULLs match nothing. */
struct sa_access_path {
    const struct sa_guid *guids[3];
};

void sa_access_look(struct sa_access_view *view, const struct sa_access_object *object,
                    const struct sa_token *token);
/** One bit for what the path says. */
struct sa_access_answer sa_access_ask(const struct sa_access_view *view, uint32_t bit,
                                      const struct sa_access_path *path);
/** One bit on the object as a whole. */
struct sa_access_answer sa_access_whole(const struct sa_access_view *view, uint32_t bit);
/** Whose right an answer is: the ACE's trustee, the owner, or Everyone when there is no DACL. */
const struct sa_sid *sa_access_via(const struct sa_access_view *view,
                                   const struct sa_access_answer *answer);
/** The path of an attribute on the object ([MS-ADTS] 5.1.3.3.3: class, property set, attribute). */
struct sa_access_path sa_access_property(const struct sa_access_view *view,
                                         const struct sa_guid *type,
                                         const struct sa_guid *property_set);
#endif
