/* SPDX-License-Identifier: Apache-2.0 */
/* A real export and a second one derived from it. The data belongs to others and is no part of the
 * project: without the folder the test is skipped. Its expected.txt names the differences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "export_support.h"

#define DATA SYNCAUDIT_TEST_DATA "/entra-export/"

static void check_number(struct scene *scene, const char *sql, long long expected)
{
    long long number = ask_number(scene, sql);

    if (number != expected)
        fail_msg("%s: %lld instead of %lld", sql, number, expected);
}

static void counts_of_the_active_server(void **state)
{
    static const struct {
        const char *sql;
        long long expected;
    } counts[] = {
        {"SELECT count(*) FROM coverage WHERE status = 'ok'",                        3   },
        {"SELECT count(*) FROM evidence",                                            65  },
        {"SELECT count(*) FROM evidence WHERE name LIKE '%redacted%'",               0   },
        {"SELECT count(*) FROM global_parameter",                                    37  },
        {"SELECT count(*) FROM metaverse_attribute",                                 219 },
        {"SELECT count(*) FROM metaverse_attribute WHERE indexed",                   106 },
        {"SELECT count(*) FROM metaverse_class",                                     297 },
        {"SELECT count(DISTINCT class) FROM metaverse_class",                        3   },
        {"SELECT count(*) FROM connector",                                           2   },
        {"SELECT count(*) FROM attribute_inclusion JOIN connector ON id = connector_id"
         " WHERE kind = 'ad'",                                              132 },
        {"SELECT count(*) FROM attribute_inclusion JOIN connector ON id = connector_id"
         " WHERE kind = 'entra'",                                           161 },
        {"SELECT count(*) FROM partition",                                           2   },
        {"SELECT count(*) FROM partition_container",                                 3   },
        {"SELECT count(*) FROM partition_object_class",                              14  },
        {"SELECT count(*) FROM run_profile",                                         10  },
        {"SELECT count(*) FROM run_step",                                            10  },
        {"SELECT count(*) FROM run_step WHERE partition LIKE '(%'",                  0   },
        {"SELECT count(*) FROM sync_rule",                                           62  },
        {"SELECT count(*) FROM sync_rule WHERE direction = 'Inbound'",               28  },
        {"SELECT count(*) FROM sync_rule WHERE connector_id IS NULL",                0   },
        {"SELECT count(*) FROM sync_rule WHERE is_standard",                         62  },
        {"SELECT count(*) FROM sync_rule WHERE duplicate > 0",                       0   },
        {"SELECT count(*) FROM sync_rule WHERE link_type = 'Provision'",             9   },
        {"SELECT count(*) FROM rule_mapping",                                        1200},
        {"SELECT count(*) FROM rule_mapping WHERE flow_type = 'expression'",         391 },
        {"SELECT count(*) FROM rule_mapping WHERE flow_type = 'direct'",             802 },
        {"SELECT count(*) FROM rule_mapping WHERE flow_type = 'constant'",           7   },
        {"SELECT count(*) FROM rule_mapping WHERE execute_once",                     2   },
        {"SELECT count(*) FROM rule_scope",                                          92  },
        {"SELECT count(*) FROM (SELECT DISTINCT rule_id, group_no FROM rule_scope)", 48  },
        {"SELECT count(*) FROM rule_join",                                           40  },
        {"SELECT count(*) FROM (SELECT DISTINCT rule_id, group_no FROM rule_join)",  40  },
        {"SELECT count(*) FROM rule_join WHERE case_sensitive",                      3   },
    };
    struct scene *scene = *state;

    assert_int_equal(collect_folder(scene, DATA "contoso-active", NULL), 0);
    assert_string_equal(scene->problem.message, "");
    for (size_t i = 0; i < SA_COUNT(counts); i++)
        check_number(scene, counts[i].sql, counts[i].expected);
    assert_string_equal(ask(scene, "SELECT server_name || '|' || exported_at || '|' || staging_mode"
                                   " || '|' || product_version || '|' || "
                                   "password_change_history_size FROM sync_server"),
                        "CONTOSO-SYNC01|2016-05-03T14:28:09Z|0|1.1.130.0|24");
    assert_string_equal(ask(scene, "SELECT forest || '|' || account || '|' || sign_and_seal || "
                                   "ssl_bind || crl_check || simple_bind || password_hash_sync "
                                   "FROM connector WHERE connector_key = 'ad:contoso.com'"),
                        "contoso.com|MSOL_d1edb676ca03|10000");
    assert_string_equal(ask(scene, "SELECT group_concat(s.name || '=' || value, ';') FROM "
                                   "(SELECT * FROM connector_setting ORDER BY name) s JOIN "
                                   "connector ON id = connector_id WHERE kind = 'ad' AND scope IN "
                                   "('connectivity', 'password-hash-sync')"),
                        "default-ssl-strength=0;forest-guid={00000000-0000-0000-0000-000000000000};"
                        "forest-port=0;target=entra");
    assert_string_equal(ask(scene, "SELECT tenant || '|' || assembly_version || '|' || "
                                   "password_writeback FROM connector WHERE connector_key = "
                                   "'entra'"),
                        "contoso.onmicrosoft.com|1.1.130.0|0");
}

/* Collects both servers into one snapshot. */
static void collect_both(struct scene *scene)
{
    const struct sa_target_info staging = {.name = "staging", .location = "x"};
    int64_t id = 0;

    assert_int_equal(collect_folder(scene, DATA "contoso-active", NULL), 0);
    assert_int_equal(sa_snapshot_add_target(scene->snapshot, &staging, &id, NULL), 0);
    assert_int_equal(sa_collect_export(scene->snapshot, id, DATA "contoso-staging", NULL,
                                       &scene->problem, &scene->error),
                     0);
    assert_string_equal(scene->problem.message, "");
}

/* Rules pair up by connector, direction and name; then all keys are the same but for the two
 * differences in rules that were put in. */
static void keys_of_both_servers(void **state)
{
    struct scene *scene = *state;

    collect_both(scene);
    check_number(
        scene,
        "SELECT count(*) FROM sync_rule a JOIN connector ca ON ca.id = a.connector_id "
        "JOIN connector cb ON cb.connector_key = ca.connector_key AND cb.target_id = 2 "
        "JOIN sync_rule b ON b.connector_id = cb.id AND b.direction = a.direction AND "
        "b.name_key = a.name_key AND b.scope_key = a.scope_key AND b.join_key = a.join_key "
        "AND b.link_type = a.link_type WHERE a.target_id = 1",
        62);
    assert_string_equal(
        ask(scene, "SELECT group_concat(a.name) FROM sync_rule a JOIN sync_rule b ON b.target_id = "
                   "2 AND b.direction = a.direction AND b.name_key = a.name_key WHERE a.target_id ="
                   " 1 AND a.disabled <> b.disabled"),
        "In from AD - Contact Lync");
    assert_string_equal(
        ask(scene,
            "WITH flow AS (SELECT target_id, direction, name, name_key, destination_key, value_key "
            "FROM sync_rule JOIN rule_mapping ON id = rule_id) SELECT group_concat(name || '/' || "
            "destination_key) FROM flow a WHERE target_id = 1 AND NOT EXISTS (SELECT 1 FROM flow b "
            "WHERE b.target_id = 2 AND (b.direction, b.name_key, b.destination_key, b.value_key) = "
            "(a.direction, a.name_key, a.destination_key, a.value_key))"),
        "In from AD - InetOrgPerson Common/company");
    assert_string_equal(
        ask(scene, "SELECT group_concat(dn) FROM partition_container k JOIN partition p ON p.id = "
                   "k.partition_id JOIN connector c ON c.id = p.connector_id WHERE c.target_id = 2 "
                   "AND dn_key NOT IN (SELECT dn_key FROM partition_container k JOIN partition p "
                   "ON p.id = k.partition_id JOIN connector c ON c.id = p.connector_id WHERE "
                   "c.target_id = 1)"),
        "OU=Service,OU=CORP,DC=contoso,DC=com");
    /* Of the settings nothing differs, in either direction. */
    check_number(
        scene,
        "WITH s AS (SELECT target_id, connector_key, scope, s.name, value FROM connector JOIN"
        " connector_setting s ON id = connector_id) SELECT count(*) FROM s a WHERE NOT EXISTS"
        " (SELECT 1 FROM s b WHERE b.target_id <> a.target_id AND (b.connector_key, "
        "b.scope, b.name, b.value) = (a.connector_key, a.scope, a.name, a.value))",
        0);
}

static void peek_at_both(void **state)
{
    struct sa_export_identity identity;
    struct sa_error err;

    (void)state;
    assert_int_equal(sa_export_peek(DATA "contoso-active", &identity, &err), 0);
    assert_string_equal(identity.server_name, "CONTOSO-SYNC01");
    assert_int_equal(identity.staging_mode, 0);
    assert_int_equal(sa_export_peek(DATA "contoso-staging", &identity, &err), 0);
    assert_string_equal(identity.server_name, "CONTOSO-SYNC02");
    assert_int_equal(identity.staging_mode, 1);
}

static int open_scene(void **state)
{
    static struct scene scene;

    scene_open(&scene);
    *state = &scene;
    return 0;
}

static int close_scene(void **state)
{
    scene_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_of_the_active_server, open_scene, close_scene),
        cmocka_unit_test_setup_teardown(keys_of_both_servers, open_scene, close_scene),
        cmocka_unit_test(peek_at_both),
    };

    if (access(DATA "contoso-active", R_OK) != 0) {
        (void)printf("skipped: no data at '%s'\n", SYNCAUDIT_TEST_DATA);
        return 77;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
