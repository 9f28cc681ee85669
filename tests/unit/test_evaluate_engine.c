/* SPDX-License-Identifier: Apache-2.0 */
/* What an evaluation tells of a server's sync engine: only where it was asked, and as much as its sources said. */
#include "support/engine_fixture.h"
#include "support/test.h"

static struct fixture fixture;
static int64_t sync01;

static int open_one(void **state)
{
    (void)state;
    fixture_open(&fixture);
    sync01 = fixture_server(&fixture, "SYNC01", "active", "contoso.com");
    fixture_exec(&fixture,
                 "INSERT INTO evidence (id, target_id, source, name, collected_at, size, sha256,"
                 " encoding) VALUES (900, 1, 'engine', 'e.xml', '', 0, '', 'none')");
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static const struct sa_engine *engine(void)
{
    fixture_judge(&fixture, NULL);
    return fixture_target(&fixture, "SYNC01")->engine;
}

static void is_not_there_when_nobody_asked(void **state)
{
    (void)state;
    assert_null(engine());
}

static void did_not_answer(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "engine", "denied", "no right");
    assert_non_null(engine());
    assert_false(engine()->answered);
    assert_int_equal(engine()->staging, -1);
    assert_string_equal(engine()->way, "");
    assert_int_equal(engine()->connector_count, 0);
}

#define RUN(id, guid, profile, result, at, complete)                                               \
    "INSERT INTO engine_run (id, target_id, run, guid, connector, profile, number, complete,"      \
    " result, started_at, evidence_id) VALUES (" #id ", 1, 'r" #id "', '" guid "', 'c', '" profile \
    "', " #id ", " #complete ", '" result "', '" at "', 900);"

static void tells_what_ran_and_what_waits(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "engine", "ok", "");
    fixture_exec(
        &fixture,
        "INSERT INTO engine_scheduler (target_id, staging_mode, cycle_enabled, suspended,"
        " effective_interval_s, next_start_at, asked_at, evidence_id)"
        " VALUES (1, 1, 1, 0, 1800, '2026-11-22T15:00:00Z', '2026-11-22T14:50:00Z', 900);"
        "INSERT INTO engine_connector (target_id, guid, name, kind, connector_key, evidence_id)"
        " VALUES (1, 'g1', 'contoso.com', 'ad', 'ad:contoso.com', 900);"
        "INSERT INTO engine_statistics (target_id, guid, name, objects, export_adds,"
        " export_updates, export_deletes, evidence_id)"
        " VALUES (1, 'g1', 'contoso.com', 12, 1, 2, 3, 900), (1, 'g2', 'aad', 9, 0, 0, 0, 900);"
        "INSERT INTO engine_busy VALUES (1, 'aad', 'Busy', 900);"
        "INSERT INTO engine_history VALUES (1, 4, '2026-11-20T00:00:00Z', 1, "
        "'2026-11-22T14:50:00Z',"
        " 900);" RUN(1, "g1", "Delta Import", "success", "2026-11-22T14:30:00Z", 1)
            RUN(2, "g1", "Delta Import", "stopped-server-down", "2026-11-22T14:40:00Z", 1)
                RUN(3, "g1", "nightly", "success", "2026-11-22T03:00:00Z", 1)
                    RUN(4, "g2", "Delta Import", "success", "2026-11-22T14:45:00Z",
                        0) "INSERT INTO engine_run_step (run_id, ordinal, type, result, errors)"
                           " VALUES (3, 1, 'DeltaSynchronization', 'success', 0)");
    const struct sa_engine *told = engine();

    assert_true(told->answered);
    assert_int_equal(told->staging, 1);
    assert_int_equal(told->interval_s, 1800);
    assert_string_equal(told->history_from, "2026-11-20T00:00:00Z");
    assert_string_equal(told->powershell, "");
    assert_int_equal(told->connector_count, 2);
    const struct sa_engine_connector *aad = &told->connectors[0];
    const struct sa_engine_connector *ad = &told->connectors[1];

    assert_string_equal(aad->name, "aad");
    assert_true(aad->busy);
    assert_string_equal(aad->imported_at, ""); /* it has not ended */
    assert_int_equal(ad->export_deletes, 3);
    assert_false(ad->busy);
    assert_string_equal(ad->imported_at, "2026-11-22T14:30:00Z"); /* the later one failed */
    assert_string_equal(ad->synchronised_at,
                        "2026-11-22T03:00:00Z"); /* by its steps, not by its name */
    assert_string_equal(ad->exported_at, "");
    assert_string_equal(ad->result, "stopped-server-down");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_not_there_when_nobody_asked, open_one, close_fixture),
        cmocka_unit_test_setup_teardown(did_not_answer, open_one, close_fixture),
        cmocka_unit_test_setup_teardown(tells_what_ran_and_what_waits, open_one, close_fixture),
    };
    return cmocka_run_group_tests_name("evaluate engine", tests, NULL, NULL);
}
