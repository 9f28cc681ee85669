/* SPDX-License-Identifier: Apache-2.0 */
/* Rights and the checks that live on them. A check is unknown when a member of its `needs` has no source
 * left; it is doubted when one of its `confirms` has none: findings are found, but no pass is given. */
#include "matrix.h"

#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/limits.h"
#include "syncaudit/psrp.h"

static const char *const export_sources[] = {"global_settings", "connector", "sync_rule", NULL};

const char *ask_way_name(enum ask_way way)
{
    static const char *const names[] = {
        [ASK_WINDOWS] = "WinRM", [ASK_ENGINE] = "PowerShell", [ASK_FOREST] = "LDAP"};
    return names[way];
}

/* The configuration of the engine, fetched live, becomes what a configuration export would. */
static void set_sources(struct ask *ask)
{
    if (ask->way == ASK_ENGINE && strcmp(ask->name, "configuration") == 0)
        memcpy(ask->sources, export_sources, sizeof export_sources);
    else
        ask->sources[0] = ask->name;
}

static void add(struct matrix *matrix, const struct ask *ask)
{
    size_t i = 0;
    matrix->asks[matrix->count] = *ask;
    set_sources(&matrix->asks[matrix->count++]);
    while (i < matrix->right_count && strcmp(matrix->rights[i], ask->right) != 0)
        i++;
    if (i == matrix->right_count)
        matrix->rights[matrix->right_count++] = ask->right;
}

static size_t count_asks(void)
{
    size_t count = 0;
    for (const struct sa_host_source *s = sa_host_sources(); s->source; s++)
        count++;
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name; o++)
        count++;
    for (const struct sa_forest_source *s = sa_forest_sources(); s->source; s++)
        count++;
    return count;
}

int matrix_load(struct matrix *matrix, const struct settings *settings,
                const struct sa_catalogue *catalogue, struct sa_error *err)
{
    size_t count = count_asks();
    *matrix = (struct matrix){.arena = SA_ARENA_INIT(SA_MIB),
                              .catalogue = catalogue,
                              .settings = settings,
                              .has_forest = true};
    matrix->asks = sa_arena_array(&matrix->arena, count, sizeof *matrix->asks);
    matrix->rights = sa_arena_array(&matrix->arena, count, sizeof *matrix->rights);
    if (!matrix->asks || !matrix->rights)
        return sa_fail_nomem(err);
    for (const struct sa_host_source *s = sa_host_sources(); s->source; s++)
        add(matrix, &(struct ask){.way = ASK_WINDOWS,
                                  .name = s->source,
                                  .sentence = s->sentence,
                                  .asks = sa_host_asks(s->source),
                                  .right = s->right});
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name; o++)
        add(matrix, &(struct ask){.way = ASK_ENGINE,
                                  .name = o->name,
                                  .sentence = o->sentence,
                                  .asks = o->cmdlets,
                                  .right = o->right,
                                  .writes_files = o->writes_files});
    for (const struct sa_forest_source *s = sa_forest_sources(); s->source; s++)
        add(matrix, &(struct ask){.way = ASK_FOREST,
                                  .name = s->source,
                                  .sentence = s->sentence,
                                  .asks = s->asks,
                                  .right = s->right});
    return 0;
}

void matrix_done(struct matrix *matrix)
{
    sa_arena_done(&matrix->arena);
}

void loss_done(struct loss *loss)
{
    sa_buf_done(&loss->unknown);
    sa_buf_done(&loss->doubted);
}

bool matrix_is_of_right(const void *payload, const struct ask *ask)
{
    return strcmp(ask->right, payload) == 0;
}

bool matrix_is_ask(const void *payload, const struct ask *ask)
{
    return ask == payload;
}

/* Sources ------------------------------------------------------------------------------------------ */

static bool is_of(const char *const *sources, const char *need)
{
    for (size_t i = 0; sources[i]; i++) {
        if (sa_need_names(need, sources[i]))
            return true;
    }
    return false;
}

/* Is one of the sources that the member of `needs` names there? */
static bool is_met(const struct matrix *matrix, const char *need, missing_fn *missing,
                   const void *payload)
{
    if (sa_need_names(need, "coverage")) /* every snapshot has it */
        return true;
    if (matrix->has_export && is_of(export_sources, need))
        return true;
    for (size_t i = 0; i < matrix->count; i++) {
        const struct ask *ask = &matrix->asks[i];
        if (!ask->left_out && !(missing && missing(payload, ask)) && is_of(ask->sources, need))
            return true;
    }
    return false;
}

enum state { JUDGED, DOUBTED, UNKNOWN };

static enum state state_of(const struct matrix *matrix, const struct sa_check *check,
                           missing_fn *missing, const void *payload)
{
    for (size_t i = 0; check->needs[i]; i++) {
        if (!is_met(matrix, check->needs[i], missing, payload))
            return UNKNOWN;
    }
    for (size_t i = 0; check->confirms[i]; i++) {
        if (!is_met(matrix, check->confirms[i], missing, payload))
            return DOUBTED;
    }
    return JUDGED;
}

/* Checks ------------------------------------------------------------------------------------------- */

static bool concerns(const struct matrix *matrix, const struct sa_check *check)
{
    return is_selected(matrix->settings, check) &&
           (matrix->has_forest || check->applies != SA_APPLIES_FOREST);
}

static void note(struct loss *loss, const struct sa_check *check, enum state state)
{
    struct sa_buf *buf = state == UNKNOWN ? &loss->unknown : &loss->doubted;
    size_t *count = state == UNKNOWN ? &loss->unknown_count : &loss->doubted_count;
    (void)sa_buf_addf(buf, "%s%s", buf->len > 0 ? ", " : "", check->id);
    ++*count;
}

static int status_of(const struct loss *loss, struct sa_error *err)
{
    return sa_buf_status(&loss->unknown) < 0 || sa_buf_status(&loss->doubted) < 0
               ? sa_fail_nomem(err)
               : 0;
}

int matrix_loss(const struct matrix *matrix, missing_fn *missing, const void *payload,
                struct loss *ret, struct sa_error *err)
{
    for (size_t i = 0; i < sa_catalogue_count(matrix->catalogue); i++) {
        const struct sa_check *check = sa_catalogue_at(matrix->catalogue, i);
        enum state with = state_of(matrix, check, NULL, NULL);
        enum state without = state_of(matrix, check, missing, payload);
        if (concerns(matrix, check) && without > with)
            note(ret, check, without);
    }
    return status_of(ret, err);
}

int matrix_never(const struct matrix *matrix, struct loss *ret, struct sa_error *err)
{
    for (size_t i = 0; i < sa_catalogue_count(matrix->catalogue); i++) {
        const struct sa_check *check = sa_catalogue_at(matrix->catalogue, i);
        enum state state = state_of(matrix, check, NULL, NULL);
        if (concerns(matrix, check) && state > JUDGED)
            note(ret, check, state);
    }
    return status_of(ret, err);
}

static bool names_one_of(const char *const *needs, const struct ask *ask)
{
    for (size_t i = 0; needs[i]; i++) {
        if (is_of(ask->sources, needs[i]))
            return true;
    }
    return false;
}

int matrix_checks(const struct matrix *matrix, const struct ask *ask, struct loss *ret,
                  struct sa_error *err)
{
    for (size_t i = 0; i < sa_catalogue_count(matrix->catalogue); i++) {
        const struct sa_check *check = sa_catalogue_at(matrix->catalogue, i);
        if (!concerns(matrix, check))
            continue;
        if (names_one_of(check->needs, ask))
            note(ret, check, UNKNOWN);
        else if (names_one_of(check->confirms, ask))
            note(ret, check, DOUBTED);
    }
    return status_of(ret, err);
}
