/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a check file: refused with a place, or a check that keeps what checks.h promises. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/checks.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static void check_param(const struct sa_param *param)
{
    int64_t number = 0;

    REQUIRE(param->name[0] >= 'a' && param->name[0] <= 'z');
    REQUIRE(param->value == param->default_value && !param->from_policy);
    REQUIRE(sa_utf8_valid(param->value, strlen(param->value)));
    if (param->type == SA_PARAM_INT)
        REQUIRE(sa_parse_i64(param->value, INT64_MIN, INT64_MAX, &number) == 0);
    if (param->type == SA_PARAM_BOOL)
        REQUIRE(strcmp(param->value, "0") == 0 || strcmp(param->value, "1") == 0);
    if (param->type == SA_PARAM_LIST)
        REQUIRE(param->value[0] == '[' && param->value[strlen(param->value) - 1] == ']');
}

static void check_check(const struct sa_check *check)
{
    REQUIRE(strlen(check->id) >= 6 && check->id[strlen(check->id) - 4] == '-');
    REQUIRE(check->title[0] != '\0' && strchr(check->title, '\n') == NULL);
    REQUIRE(check->area[0] != '\0' && check->why[0] != '\0' && check->remedy[0] != '\0');
    REQUIRE(check->needs[0] != NULL || check->confirms[0] != NULL);
    REQUIRE(sa_severity_name(check->severity) != NULL && sa_applies_name(check->applies) != NULL);
    REQUIRE(check->sql[0] != '\0' && check->sql_line > 1);
    for (size_t i = 0; i < check->param_count; i++)
        check_param(&check->params[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct sa_check *check = NULL;
    struct sa_error err = {0};
    int r = sa_catalogue_load(false, NULL, 0, &catalogue, &err);

    REQUIRE(r == 0);
    r = sa_check_parse(catalogue, "f", (const char *)data, size, &check, &err);
    if (r == 0) {
        check_check(check);
    } else {
        REQUIRE(check == NULL && err.status == r && err.message[0] != '\0');
        REQUIRE(r == SA_E_NOMEM || err.place[0] == 'f');
    }
    return 0;
}
