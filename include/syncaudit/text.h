/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers from text, UTF-8, and text that is safe to show on a terminal. */
#ifndef SYNCAUDIT_TEXT_H
#define SYNCAUDIT_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"

/** Whole text, decimal digits with an optional sign, no spaces, in range: else SA_E_INPUT and the
 *  result is not touched. */
int sa_parse_i64(const char *text, int64_t min, int64_t max, int64_t *ret) SA_NODISCARD;
int sa_parse_u32(const char *text, uint32_t max, uint32_t *ret) SA_NODISCARD;
/** true/false in any letter case, 1/0: the forms that Entra Connect writes. */
int sa_parse_bool(const char *text, bool *ret) SA_NODISCARD;

/** Labels of letters, digits, '-' and '_' between dots, at most 63 each and 253 in all; no '-' comes first. An IPv4
 *  address has that form, too. */
bool sa_is_dns_name(const char *name);

/** Decodes one character of valid UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
 *  Returns its length 1..4, or 0 when the bytes at `at` are not valid. `len` > 0. */
size_t sa_utf8_next(const unsigned char *at, size_t len, uint32_t *ret_char);
/** Encodes one character, at most U+10FFFF and no surrogate. Returns its length 1..4. */
size_t sa_utf8_put(uint32_t c, char ret[4]);
bool sa_utf8_valid(const void *bytes, size_t len);
/** The text, or what fits of it and "...", cut between two characters of UTF-8. `size`: at least 4. */
void sa_text_clip(const char *text, char *ret, size_t size);

/** ASCII letter case is ignored; other bytes count as they are. NULL equals only NULL. */
bool sa_text_same(const char *a, const char *b);
bool sa_text_starts(const char *text, const char *prefix);
/** "a*b?" against the whole text, ASCII letter case ignored. Linear in both lengths times each. */
bool sa_text_glob(const char *pattern, const char *text);

/** Adds `text` so that a terminal cannot be commanded by it: control characters, invalid UTF-8,
 *  and direction overrides (U+202A..202E, U+2066..2069, U+200E/F, U+061C) become "\xNN" or
 *  "\u{NNNN}". */
int sa_text_add_visible(struct sa_buf *buf, const char *text);

/** The entry of the NULL-terminated list that `word` most likely meant, or NULL when none is near
 *  (edit distance at most a third of the length). Borrowed from the list. */
const char *sa_text_nearest(const char *word, const char *const *list);

/** Lower-cases and composes any Unicode text for comparison (full case folding). Adds to `buf`;
 *  bytes that are not UTF-8 are copied as they are. */
int sa_text_add_folded(struct sa_buf *buf, const char *text, size_t len);

/** A distinguished name (RFC 4514) in one canonical form for comparison: folded case, no spaces
 *  around "," and "=", each special character of a value as "\hh". Text that is no DN comes out
 *  folded and trimmed. A DN `b` lies below `a` exactly when canonical b ends with "," canonical a. */
int sa_text_add_dn(struct sa_buf *buf, const char *dn, size_t len);
#endif
