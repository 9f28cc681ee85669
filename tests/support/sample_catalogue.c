/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that the reports call in the module checks, over the catalogue of a sample. Complete, so
 * that the linker takes nothing of the real module. */
#include <string.h>

#include "syncaudit/text.h"

#include "sample_evaluation.h"

int sa_severity_weight(enum sa_severity severity)
{
    static const int weights[] = {0, 1, 3, 6, 10};

    return weights[severity];
}

const char *sa_severity_name(enum sa_severity severity)
{
    static const char *const names[] = {"info", "low", "medium", "high", "critical"};

    return names[severity];
}

const char *sa_applies_name(enum sa_applies applies)
{
    static const char *const names[] = {"all", "active", "staging", "pair", "tenant", "forest"};

    return names[applies];
}

const char *sa_result_name(enum sa_result_status status)
{
    static const char *const names[] = {"pass",    "info",  "warn",          "fail",
                                        "unknown", "error", "not_applicable"};

    return names[status];
}

const char *sa_difference_class_name(enum sa_difference_class value)
{
    static const char *const names[] = {"drift", "version-caused", "expected"};

    return names[value];
}

size_t sa_catalogue_count(const struct sa_catalogue *catalogue)
{
    return catalogue->count;
}

const struct sa_check *sa_catalogue_at(const struct sa_catalogue *catalogue, size_t index)
{
    return &catalogue->checks[index];
}

const struct sa_check *sa_catalogue_find(const struct sa_catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->count; i++) {
        if (sa_text_same(catalogue->checks[i].id, id))
            return &catalogue->checks[i];
    }
    return NULL;
}

const char *sa_catalogue_version(const struct sa_catalogue *catalogue)
{
    return catalogue->version;
}

const char *sa_catalogue_sha256(const struct sa_catalogue *catalogue)
{
    return catalogue->sha256;
}
