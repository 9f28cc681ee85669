/* SPDX-License-Identifier: Apache-2.0 */
/* Distinguished names, taken apart and compared. What one reader takes for a name the other must too:
 * a name lies below its parent, and a domain's name made from a DN gives that DN again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

/* Does a separator without a component end it? With one behind it has a parent. */
static bool ends_open(const char *last)
{
    struct sa_buf longer = SA_BUF_INIT(SA_MIB);
    bool open = false;

    sa_buf_add_text(&longer, last);
    sa_buf_add_text(&longer, "A=b");
    open = sa_dn_parent(sa_buf_text(&longer)) != NULL;
    sa_buf_done(&longer);
    return open;
}

/* Are all components readable? */
static bool is_name(const char *dn)
{
    struct sa_buf type = SA_BUF_INIT(SA_MIB);
    struct sa_buf value = SA_BUF_INIT(SA_MIB);
    const char *last = dn;
    bool good = true;

    for (; good && dn != NULL; last = dn, dn = sa_dn_parent(dn))
        good = sa_dn_first(dn, &type, &value) == 0;
    sa_buf_done(&type);
    sa_buf_done(&value);
    return good && !ends_open(last);
}

static void check_domain(const char *dn)
{
    struct sa_buf domain = SA_BUF_INIT(SA_MIB);
    struct sa_buf again = SA_BUF_INIT(SA_MIB);

    if (sa_dn_domain(dn, &domain) == 0) {
        REQUIRE(domain.len > 0);
        REQUIRE(sa_domain_dn(sa_buf_text(&domain), &again) == 0);
        REQUIRE(sa_dn_within(dn, sa_buf_text(&again)));
        sa_buf_clear(&domain);
        REQUIRE(sa_dn_domain(sa_buf_text(&again), &domain) == 0);
    }
    sa_buf_done(&domain);
    sa_buf_done(&again);
}

static void check_domain_name(const char *name)
{
    struct sa_buf dn = SA_BUF_INIT(SA_MIB);
    struct sa_buf again = SA_BUF_INIT(SA_MIB);
    size_t len = strlen(name);

    if (sa_domain_dn(name, &dn) == 0) {
        REQUIRE(sa_dn_domain(sa_buf_text(&dn), &again) == 0);
        REQUIRE(strncmp(sa_buf_text(&again), name, again.len) == 0);
        REQUIRE(again.len == len || (again.len + 1 == len && name[len - 1] == '.'));
    }
    sa_buf_done(&dn);
    sa_buf_done(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *dn = malloc(size + 1);
    const char *parent = NULL;

    REQUIRE(dn != NULL);
    if (size > 0)
        memcpy(dn, data, size);
    dn[size] = '\0';
    parent = sa_dn_parent(dn);
    REQUIRE(parent == NULL || (parent > dn && parent < dn + size));
    if (is_name(dn)) {
        REQUIRE(sa_dn_within(dn, dn));
        REQUIRE(parent == NULL || (sa_dn_within(dn, parent) && !sa_dn_within(parent, dn)));
        check_domain(dn);
    }
    check_domain_name(dn);
    free(dn);
    return 0;
}
