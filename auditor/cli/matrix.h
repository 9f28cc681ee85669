/* SPDX-License-Identifier: Apache-2.0 */
/* What an audit asks, which right each needs, and which checks live on it: made of the tables of the
 * collectors, the transports and the catalogue, so that nothing of it can be out of date. `plan`, `doctor` and
 * `jea generate` print it. */
#ifndef SYNCAUDIT_CLI_MATRIX_H
#define SYNCAUDIT_CLI_MATRIX_H
#include "cli.h"

enum ask_way { ASK_WINDOWS, ASK_ENGINE, ASK_FOREST };

/* One thing that is asked: a source of Windows or of a forest, an operation of PowerShell. */
struct ask {
    enum ask_way way;
    const char *name;     /* "service", "scheduler" */
    const char *sentence; /* what it finds out */
    const char *asks;     /* resources, cmdlets, searches */
    const char *right;
    const char *sources[4]; /* of facts that come from it, NULL-terminated */
    bool writes_files;      /* a temporary folder on the server */
    bool left_out;          /* is not asked */
};

struct matrix {
    struct sa_arena arena;
    const struct sa_catalogue *catalogue;
    const struct settings *settings; /* which checks are selected */
    bool has_export;                 /* a configuration export is read, too */
    bool has_forest;                 /* false: no check of a forest is counted */
    struct ask *asks;
    size_t count;
    const char **rights; /* each once, in the order of the asks */
    size_t right_count;
};

/* Everything that can be asked. Borrows both. Free with matrix_done(), also after a failure. */
int matrix_load(struct matrix *matrix, const struct settings *settings,
                const struct sa_catalogue *catalogue, struct sa_error *err) SA_NODISCARD;
void matrix_done(struct matrix *matrix);

/* Checks that something costs: ids joined by ", ". */
struct loss {
    struct sa_buf unknown; /* they are not judged */
    struct sa_buf doubted; /* their findings are found; without one they are unknown, not passed */
    size_t unknown_count, doubted_count;
};
#define LOSS_INIT                                                                    \
    {                                                                                \
        .unknown = SA_BUF_INIT(1024UL * 1024), .doubted = SA_BUF_INIT(1024UL * 1024) \
    }
void loss_done(struct loss *loss);

typedef bool missing_fn(const void *payload, const struct ask *ask);
/* What is lost when those are missing that `missing` tells, against what is asked. */
int matrix_loss(const struct matrix *matrix, missing_fn *missing, const void *payload,
                struct loss *ret, struct sa_error *err) SA_NODISCARD;
/* What is unknown or doubted although all is there that is asked. */
int matrix_never(const struct matrix *matrix, struct loss *ret, struct sa_error *err) SA_NODISCARD;
/* Whose `needs` (unknown) or only `confirms` (doubted) name a source of the ask. */
int matrix_checks(const struct matrix *matrix, const struct ask *ask, struct loss *ret,
                  struct sa_error *err) SA_NODISCARD;

missing_fn matrix_is_of_right;              /* payload: the right's text */
missing_fn matrix_is_ask;                   /* payload: the ask */
const char *ask_way_name(enum ask_way way); /* "WinRM", "PowerShell", "LDAP" */
#endif
