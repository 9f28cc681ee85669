/* SPDX-License-Identifier: Apache-2.0 */
/* Evaluations made by hand for tests of the reports: a believable one (an active and a staging
 * server, their tenant and forest, drift, unknown results, refused sources), a large one, and a way to put any
 * text in the place of every text, hostile ones above all.
 *
 * sample_catalogue.c stands in for the functions of the module checks that reports call, so that
 * these tests need no snapshot and no SQL. */
#ifndef SYNCAUDIT_TESTS_SAMPLE_EVALUATION_H
#define SYNCAUDIT_TESTS_SAMPLE_EVALUATION_H
#include <stddef.h>

#include "syncaudit/arena.h"
#include "syncaudit/checks.h"
#include "syncaudit/evaluation.h"

struct sa_catalogue {
    struct sa_check *checks;
    size_t count;
    const char *version, *sha256;
};

struct sample {
    struct sa_arena arena;
    struct sa_catalogue catalogue;
    struct sa_evaluation evaluation;
};

/** Gives the target what a report tells of a forest: two domains, one not seen; accounts; gaps;
 *  coverage; footprint. Used by the first `count` of `servers`. sample_forest.c */
void sample_make_windows(struct sample *sample, struct sa_target *target, bool answered);
/** Likewise of its sync engine. sample_engine.c */
void sample_make_engine(struct sample *sample, struct sa_target *target, bool answered);
void sample_make_forest(struct sample *sample, struct sa_target *target,
                        const struct sa_target *servers, size_t count);

/** Ends the test program when memory runs out. */
void sample_make(struct sample *sample);
void sample_make_large(struct sample *sample, size_t servers, size_t checks);
void sample_done(struct sample *sample);

/** Gives `id` on target `target`, where it must exist, that many findings with numbered subjects. */
struct sa_result *sample_grow_findings(struct sample *sample, size_t target, const char *id,
                                       size_t count) __attribute__((returns_nonnull));

/** Calls `text` for every text of evaluation and catalogue, also ids and names, and puts its result
 *  (borrowed until sample_done()) in its place. */
typedef const char *sample_text_fn(void *payload, const char *original);
void sample_replace_texts(struct sample *sample, sample_text_fn *text, void *payload);

/** A sample_text_fn: one hostile text after another. `payload` is a size_t that counts. */
const char *sample_hostile_text(void *payload, const char *original);
extern const char *const sample_hostile_texts[]; /**< NULL-terminated */
#endif
