/* SPDX-License-Identifier: Apache-2.0 */
/* What discover found, for those who print it. */
#ifndef SYNCAUDIT_CLI_DISCOVER_H
#define SYNCAUDIT_CLI_DISCOVER_H
#include "syncaudit/collect.h"

#include "cli.h"

/* A source that failed, or something that a source could not see. */
struct trouble {
    bool is_source;
    const char *source, *topic, *subject, *status, *message, *hint;
};

struct forest_view {
    int64_t id;
    const char *name, *root, *server, *mechanism, *protection; /* "" when it did not answer */
    size_t collected;                                          /* sources */
    struct sa_discovered *servers;
    size_t server_count;
    struct trouble *trouble;
    size_t trouble_count;
    size_t other_gaps; /* that say nothing about servers */
};

struct discovery {
    struct sa_arena arena;
    struct forest_view *forests;
    size_t forest_count;
    bool interrupted;
};

/* `format`: "table", "csv" or "json". */
void print_discovery(const struct settings *settings, const struct discovery *discovery,
                     const char *format);
#endif
