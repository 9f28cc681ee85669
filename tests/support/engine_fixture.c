/* SPDX-License-Identifier: Apache-2.0 */
/* See engine_fixture.h. The snapshot is one of the real module, kept in memory and never finished,
 * so that tests can add whatever facts they need. */
#include "engine_fixture.h"

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "engine/catalogue.h"
#include "engine/engine.h"
#include "test.h"

void fixture_open(struct fixture *fixture)
{
    static const struct sa_run_info run = {
        .tool_version = "1.2.3",
        .catalogue_version = "2026.11",
        .catalogue_sha256 = "00",
        .operator_name = "CONTOSO\\auditor",
        .workstation = "PAW01",
    };
    struct sa_error err = {0};

    *fixture = (struct fixture){.options = SA_EVALUATION_OPTIONS_INIT};
    assert_int_equal(sa_snapshot_create(":memory:", false, &run, &fixture->snapshot, &err), 0);
    fixture->db = sa_snapshot_db(fixture->snapshot);
    assert_int_equal(sa_catalogue_new(&fixture->catalogue, &err), 0);
}

void fixture_close(struct fixture *fixture)
{
    sa_evaluation_free(fixture->evaluation);
    sa_catalogue_free(fixture->catalogue);
    sa_snapshot_close(fixture->snapshot);
}

void fixture_exec(struct fixture *fixture, const char *sql)
{
    char *message = NULL;

    if (sqlite3_exec(fixture->db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static void execf(struct fixture *fixture, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *sql = sqlite3_vmprintf(format, args);
    va_end(args);
    assert_non_null(sql);
    fixture_exec(fixture, sql);
    sqlite3_free(sql);
}

void fixture_cover(struct fixture *fixture, int64_t target, const char *source, const char *status,
                   const char *message)
{
    execf(fixture,
          "INSERT OR REPLACE INTO coverage VALUES (%lld, %Q, %Q, NULL, NULL, NULL, %Q, NULL, 1,"
          " '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z')",
          (long long)target, source, status, message);
}

static void add_evidence(struct fixture *fixture, int64_t target, const char *source,
                         const char *name)
{
    execf(fixture,
          "INSERT INTO evidence (target_id, source, name, collected_at, size, sha256, encoding)"
          " VALUES (%lld, %Q, %Q, '2026-11-22T10:00:00Z', 7, '%lld %q', 'none')",
          (long long)target, source, name, (long long)target, name);
}

int64_t fixture_server(struct fixture *fixture, const char *name, const char *role,
                       const char *tenant)
{
    const struct sa_target_info info = {.name = name, .location = "exports"};
    struct sa_error err = {0};
    int64_t id = 0;

    assert_int_equal(sa_snapshot_add_target(fixture->snapshot, &info, &id, &err), 0);
    if (strcmp(role, "lost") == 0) {
        fixture_cover(fixture, id, "global_settings", "denied", "access to the folder was refused");
        return id;
    }
    fixture_cover(fixture, id, "global_settings", "ok", NULL);
    fixture_cover(fixture, id, "connector", "ok", NULL);
    fixture_cover(fixture, id, "sync_rule", "ok", NULL);
    add_evidence(fixture, id, "global_settings", "MV.xml");
    execf(fixture,
          "INSERT INTO sync_server (target_id, server_name, exported_at, staging_mode,"
          " product_version, evidence_id)"
          " VALUES (%lld, %Q, '2026-11-22 09:00:00', %s, '2.6.92.0', last_insert_rowid())",
          (long long)id, name,
          strcmp(role, "silent") == 0    ? "NULL"
          : strcmp(role, "staging") == 0 ? "1"
                                         : "0");
    add_evidence(fixture, id, "connector", "a.xml");
    add_evidence(fixture, id, "connector", "b.xml");
    if (tenant != NULL)
        execf(fixture,
              "INSERT INTO connector (target_id, connector_key, kind, guid, name, category, tenant,"
              " evidence_id) VALUES (%lld, 'entra', 'entra', 'g', 'Entra', 'x', %Q,"
              " last_insert_rowid())",
              (long long)id, tenant);
    return id;
}

void fixture_connector(struct fixture *fixture, int64_t server, const char *forest)
{
    execf(fixture,
          "INSERT INTO connector (target_id, connector_key, kind, guid, name, category, forest,"
          " evidence_id) SELECT %lld, 'ad:' || coalesce(%Q, ''), 'ad', 'g', 'AD', 'AD', %Q, min(id)"
          "   FROM evidence WHERE target_id = %lld",
          (long long)server, forest, forest, (long long)server);
}

int64_t fixture_forest(struct fixture *fixture, const char *name, bool lost)
{
    const struct sa_target_info info = {.name = name, .kind = "forest", .location = name};
    static const char *const sources[] = {"ad_forest", "ad_account", "ad_right"};
    struct sa_error err = {0};
    int64_t id = 0;

    assert_int_equal(sa_snapshot_add_target(fixture->snapshot, &info, &id, &err), 0);
    for (size_t i = 0; i < SA_COUNT(sources); i++)
        fixture_cover(fixture, id, sources[i], lost ? "unreachable" : "ok",
                      lost ? "no domain controller answered" : NULL);
    if (lost)
        return id;
    add_evidence(fixture, id, "ad_forest", "root.ldif");
    execf(fixture,
          "INSERT INTO ad_forest (target_id, root_domain, root_dn, config_dn, schema_dn, server,"
          " mechanism, protection, clock_offset_s, evidence_id) VALUES (%lld, lower(%Q), 'DC=x',"
          " 'CN=Configuration,DC=x', 'CN=Schema,CN=Configuration,DC=x', 'dc1', 'GSSAPI', 'sealed',"
          " 0, last_insert_rowid())",
          (long long)id, name);
    execf(fixture,
          "INSERT INTO ad_domain (target_id, dns_name, dn, dn_key, is_root, collected)"
          " VALUES (%lld, lower(%Q), 'DC=x', 'dc=x', 1, 1)",
          (long long)id, name);
    return id;
}

static const char *or_text(const char *text, const char *otherwise)
{
    return text != NULL ? text : otherwise;
}

void fixture_check(struct fixture *fixture, const struct fixture_check *check)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
    struct sa_check *parsed = NULL;
    struct sa_error err = {0};

    (void)sa_buf_addf(&text,
                      "-- id: %s\n-- title: Title of %s\n-- area: %s\n-- severity: %s\n"
                      "-- applies: %s\n",
                      check->id, check->id, or_text(check->area, "staging"),
                      or_text(check->severity, "high"), or_text(check->applies, "all"));
    if (check->needs != NULL || check->confirms == NULL)
        (void)sa_buf_addf(&text, "-- needs: [%s]\n", or_text(check->needs, "coverage"));
    if (check->confirms != NULL)
        (void)sa_buf_addf(&text, "-- confirms: [%s]\n", check->confirms);
    if (check->param != NULL)
        (void)sa_buf_addf(&text, "-- param:\n--   %s\n", check->param);
    (void)sa_buf_addf(
        &text, "-- why: it matters\n-- remedy: mend it\n-- references: [a book]\n%s\n", check->sql);
    assert_int_equal(sa_buf_status(&text), 0);
    if (sa_check_parse(fixture->catalogue, "test.sql", sa_buf_text(&text), text.len, &parsed,
                       &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_int_equal(sa_catalogue_add(fixture->catalogue, parsed, &err), 0);
}

void fixture_judge(struct fixture *fixture, const char *change)
{
    struct sa_error err = {0};

    sa_evaluation_free(fixture->evaluation);
    fixture->evaluation = NULL;
    if (sa_catalogue_seal(fixture->catalogue, &err) < 0 ||
        sa_derive(fixture->db, &fixture->options, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    if (change != NULL)
        fixture_exec(fixture, change);
    if (sa_evaluate_derived(fixture->db, fixture->catalogue, &fixture->options,
                            &fixture->evaluation, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
}

const struct sa_target *fixture_target(const struct fixture *fixture, const char *name)
{
    for (size_t i = 0; i < fixture->evaluation->target_count; i++)
        if (strcmp(fixture->evaluation->targets[i].name, name) == 0)
            return &fixture->evaluation->targets[i];
    fail_msg("no target '%s'", name);
    return NULL;
}

const struct sa_result *fixture_result(const struct fixture *fixture, const char *target,
                                       const char *check)
{
    const struct sa_target *found = fixture_target(fixture, target);

    for (size_t i = 0; i < found->result_count; i++)
        if (strcmp(found->results[i].check->id, check) == 0)
            return &found->results[i];
    fail_msg("no result of '%s' on '%s'", check, target);
    return NULL;
}
