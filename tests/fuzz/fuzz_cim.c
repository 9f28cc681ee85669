/* SPDX-License-Identifier: Apache-2.0 */
/* Instances out of any answer, and their values as every type. What is null has no value, what has one
 * value has a text or a part, and a time that was read is one that can be written. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static void check_instance(const struct sa_cim_instance *instance, unsigned depth);

static void check_value(const struct sa_cim_value *value, unsigned depth)
{
    REQUIRE(value->text != NULL);
    REQUIRE((value->type == SA_CIM_REFERENCE) == (value->reference != NULL));
    REQUIRE((value->type == SA_CIM_INSTANCE) == (value->instance != NULL));
    if (value->type == SA_CIM_INSTANCE)
        check_instance(value->instance, depth + 1);
    for (size_t i = 0; value->reference != NULL && i < value->reference->count; i++)
        REQUIRE(value->reference->selectors[i].name != NULL &&
                value->reference->selectors[i].value != NULL);
}

static void check_instance(const struct sa_cim_instance *instance, unsigned depth)
{
    REQUIRE(depth < 64 && instance->class_name != NULL);
    for (size_t i = 0; i < instance->count; i++) {
        const struct sa_cim_property *property = &instance->properties[i];
        int64_t number = 0;
        bool truth = false;
        int r = 0;

        REQUIRE(property->is_null == (property->count == 0));
        REQUIRE(sa_cim_property(instance, property->name) != NULL);
        for (size_t v = 0; v < property->count; v++)
            check_value(&property->values[v], depth);
        r = sa_cim_int(instance, property->name, &number);
        if (r == 0)
            REQUIRE(sa_cim_holds(instance, property->name, number));
        REQUIRE(r == 0 || r == SA_E_NOT_FOUND || r == SA_E_PROTOCOL);
        r = sa_cim_bool(instance, property->name, &truth);
        REQUIRE(r == 0 || r == SA_E_NOT_FOUND || r == SA_E_PROTOCOL);
        r = sa_cim_time(instance, property->name, &number);
        if (r == 0)
            REQUIRE(number > -63000000000 && number < 254000000000);
    }
}

static int take(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    const struct sa_cim_instance *instance = NULL;
    int r = sa_cim_decode(item, payload, &instance, err);

    if (r == 0)
        check_instance(instance, 0);
    return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct sa_error err = {0};

    REQUIRE(sa_wsman_read(data, size, take, &arena, NULL, &err) == err.status);
    sa_arena_done(&arena);
    return 0;
}
