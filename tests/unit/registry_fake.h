/* SPDX-License-Identifier: Apache-2.0 */
/* A host's registry for tests: a table of keys and values, and what stands in for the network. It runs the
 * command lines that the reader sends (and refuses any that cmd.exe would not take literally), prints what
 * reg.exe prints, and answers StdRegProv. Written from the documented behaviour of both, not recorded. */
#ifndef SYNCAUDIT_TESTS_REGISTRY_FAKE_H
#define SYNCAUDIT_TESTS_REGISTRY_FAKE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/cim.h"

struct fake_value {
    const char *key;  /* NULL ends the table */
    const char *name; /* NULL: the key is there, with nothing said of values */
    uint32_t type;
    const char *data; /* as StdRegProv says it: text, decimal; MULTI_SZ with '\n'; BINARY as hex */
};

struct fake {
    const struct fake_value *values;
    const char *denied[4];       /* keys that cannot be opened */
    const char *default_name;    /* NULL: "(Default)" */
    bool names_empty_keys;       /* with /s: a line also for keys without values */
    bool tree_fails;             /* /s ends with 1 when it has passed over something */
    struct sa_error shell_error; /* status: what a shell ends with */
    struct sa_error cim_error;
    size_t cim_error_from;  /* the exchange from which on cim_error holds */
    size_t cut;             /* output is cut after so many bytes; 0: not */
    const char *changing;   /* a value whose type is another when its data is asked for */
    const char *said_first; /* printed before everything else */
    const char *said_after; /* printed behind the values of each key */

    size_t shells, shell_lines, invokes; /* what happened */
    size_t longest_line, data_invokes;
    char lines[65536]; /* command lines, one after the other */
    char asked[65536]; /* "Method key value\n" */
};

/** The one that the wrapped functions use. */
extern struct fake *fake;
#endif
