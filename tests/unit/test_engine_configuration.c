/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration as the engine sends it: files in memory become what a folder would. And what must not be
 * taken: bombs, lengths that lie, paths to other places. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#include "syncaudit/base64.h"
#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "engine_fake.h"

#define AD_GUID "ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d"

static const char settings[] =
    "<saved-mv-configuration server='SRV01' export-date='2026-11-01 10:20:30.123'><mv-data>"
    "<format-version>1</format-version><version>7</version><schema/><parameter-values>"
    "<parameter name='Microsoft.Synchronize.StagingMode'>True</parameter></parameter-values>"
    "</mv-data></saved-mv-configuration>";
static const char connector[] =
    "<ma-data><id>{" AD_GUID "}</id><name>fabrikam.example</name><category>AD</category><subtype/>"
    "<private-configuration><adma-configuration><forest-name>fabrikam.example</forest-name>"
    "<forest-login-user>MSOL_1</forest-login-user><parameter-values><parameter name='password'"
    " type='encrypted-string' use='connectivity' encrypted='1'>c2VjcmV0</parameter>"
    "</parameter-values></adma-configuration></private-configuration><attribute-inclusion/>"
    "<ma-partition-data/><ma-run-data/></ma-data>";
static const char rule[] =
    "<synchronizationRule><id>{22222222-0000-4000-8000-000000000001}</id><name>In from AD</name>"
    "<description/><immutable-tag/><direction>Inbound</direction><disabled>False</disabled>"
    "<connector>{" AD_GUID "}</connector><sourceObjectType>user</sourceObjectType>"
    "<targetObjectType>person</targetObjectType><linkType>Join</linkType>"
    "<precedence>50</precedence><softDeleteExpiryInterval>00:00:00</softDeleteExpiryInterval>"
    "<EnablePasswordSync>false</EnablePasswordSync><attribute-mappings/><relationshipCriteria/>"
    "<synchronizationCriteria/></synchronizationRule>";

static void say_packed(const char *path, const void *bytes, size_t len, long long told)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    size_t room = len + 1024;
    unsigned char *packed = malloc(room);
    z_stream stream = {0};
    char record[512];

    assert_non_null(packed);
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = (Bytef *)(uintptr_t)bytes;
    stream.avail_in = (uInt)len;
    stream.next_out = packed;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(sa_base64_add(&text, packed, stream.total_out), 0);
    (void)deflateEnd(&stream);
    free(packed);
    snprintf(record, sizeof record, "content|Path=%s|Encoding=gzip|Size=#%lld", path, told);
    say("configuration", record);
    say_text("configuration", "Data", sa_buf_text(&text));
}

static void say_file(const char *path, const char *xml)
{
    say_packed(path, xml, strlen(xml), (long long)strlen(xml));
}

static void say_export(void)
{
    say_all();
    request()->has_export = false;
    say_file("Connectors/Connector_{" AD_GUID "}.xml", connector);
    say_file("SynchronizationRules/SynchronizationRule_{1}.xml", rule);
    say_file("GlobalSettings/MV.xml", settings);
    say_file("Other/left-alone.xml", "no XML");
}

static void expect_ok(const char *source)
{
    char sql[128];

    snprintf(sql, sizeof sql,
             "SELECT status || ' ' || coalesce(place, '') || ': ' ||"
             " coalesce(message, '') FROM coverage WHERE source = '%s'",
             source);
    if (strcmp(text(sql), "ok : ") != 0)
        fail_msg("%s: %s", source, text(sql));
}

static void as_if_from_a_folder(void **state)
{
    (void)state;
    say_export();
    assert_int_equal(collect(), 0);
    expect_ok("global_settings");
    expect_ok("connector");
    expect_ok("sync_rule");
    assert_string_equal(text("SELECT server_name || staging_mode FROM sync_server"), "SRV011");
    assert_string_equal(text("SELECT connector_key || ' ' || account FROM connector"),
                        "ad:fabrikam.example MSOL_1");
    assert_string_equal(text("SELECT r.name || ' of ' || c.name FROM sync_rule r JOIN connector c"
                             " ON c.id = r.connector_id"),
                        "In from AD of fabrikam.example");
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'configuration'"), 0);
    /* The same key as the running engine's. */
    assert_int_equal(
        number("SELECT count(*) FROM connector JOIN engine_connector USING (connector_key)"), 1);
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE detail LIKE '%configuration%'"),
                     1);
}

static void secrets_of_files_are_removed(void **state)
{
    (void)state;
    say_export();
    assert_int_equal(collect(), 0);
    assert_false(evidence_holds("connector", "c2VjcmV0"));
    assert_true(evidence_holds("connector", "[removed]"));
}

static void as_text(void **state)
{
    char record[256];

    (void)state;
    say_export();
    unsay("configuration");
    snprintf(record, sizeof record, "content|Path=GlobalSettings/mv.XML|Encoding=text|Size=#7");
    say("configuration", record);
    say_text("configuration", "Data", settings);
    assert_int_equal(collect(), 0);
    expect_ok("global_settings");
    assert_string_equal(status("connector"), "failed");
}

static void an_export_of_its_own_is_not_asked_again(void **state)
{
    (void)state;
    say_export();
    request()->has_export = true;
    assert_int_equal(collect(), 0);
    assert_null(strstr(asked(1), "configuration"));
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'connector'"), 0);
}

static void expect_lie(const char *part)
{
    assert_int_equal(collect(), 0);
    if (strcmp(status("global_settings"), "failed") != 0 ||
        strstr(text("SELECT message FROM coverage WHERE source = 'global_settings'"), part) == NULL)
        fail_msg("no '%s': %s", part,
                 text("SELECT status || ': ' || coalesce(message, '') FROM coverage WHERE source ="
                      " 'global_settings'"));
    assert_int_equal(number("SELECT count(*) FROM sync_server"), 0);
    expect_ok("user_right");
}

static void say_lie(void)
{
    say_all();
    request()->has_export = false;
}

static void lengths_that_lie(void **state)
{
    static const long long lies[] = {1, sizeof settings - 2, sizeof settings, 100000};
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        engine_fake_setup(&other);
        say_lie();
        say_packed("GlobalSettings/MV.xml", settings, sizeof settings - 1, lies[i]);
        expect_lie("unpack");
        engine_fake_teardown(&other);
    }
}

static void a_bomb(void **state)
{
    size_t len = 63 * SA_MIB;
    char *zeros = calloc(1, len);

    (void)state;
    assert_non_null(zeros);
    say_lie();
    say_packed("GlobalSettings/MV.xml", zeros, len, (long long)len);
    free(zeros);
    expect_lie("thousandfold");
}

static void a_size_beyond_all(void **state)
{
    (void)state;
    say_lie();
    say_packed("GlobalSettings/MV.xml", settings, sizeof settings - 1, 65LL * 1024 * 1024);
    expect_lie("64 MiB");
}

static void damaged_data(void **state)
{
    static const char *const datas[] = {"$$$", "", "aGVsbG8=", "H4sIAAAAAAAA"};
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof datas / sizeof datas[0]; i++) {
        engine_fake_setup(&other);
        say_lie();
        say("configuration", "content|Path=GlobalSettings/MV.xml|Encoding=gzip|Size=#5");
        say_text("configuration", "Data", datas[i]);
        expect_lie("the server has sent a file");
        engine_fake_teardown(&other);
    }
}

static void records_that_are_no_files(void **state)
{
    static const struct {
        const char *record, *reason;
    } lies[] = {
        {"content|Path=GlobalSettings/MV.xml|Encoding=gzip|Size=#5",          "'Data'"    },
        {"content|Path=GlobalSettings/MV.xml|Encoding=zip|Size=#5|Data=x",    "'Encoding'"},
        {"content|Path=GlobalSettings/MV.xml|Encoding=gzip|Size|Data=x",      "'Size'"    },
        {"content|Path=GlobalSettings/MV.xml|Encoding=gzip|Size=five|Data=x", "'Size'"    },
        {"content|Path=GlobalSettings/MV.xml|Encoding=gzip|Size=#5|Data=#5",  "'Data'"    },
        {"content|Path|Encoding=text|Size=#5|Data=x",                         "'Path'"    },
    };
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        engine_fake_setup(&other);
        say_lie();
        say("configuration", lies[i].record);
        expect_lie(lies[i].reason);
        engine_fake_teardown(&other);
    }
}

static void paths_to_other_places(void **state)
{
    static const char *const paths[] = {
        "../GlobalSettings/MV.xml",
        "GlobalSettings/../MV.xml",
        "/etc/passwd.xml",
        "GlobalSettings/",
        "MV.xml",
        "C:/MV.xml",
        "GlobalSettings/a\\MV.xml",
        "GlobalSettings/.xml",
        "GlobalSettings/a/MV.xml",
        "GlobalSettings/a:b.xml",
        "GlobalSettings/a\nb.xml",
    };
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        engine_fake_setup(&other);
        say_lie();
        say_file(paths[i], settings);
        expect_lie("that no export holds");
        engine_fake_teardown(&other);
    }
}

static void a_file_twice(void **state)
{
    (void)state;
    say_lie();
    say_file("GlobalSettings/MV.xml", settings);
    say_file("globalsettings/mv.XML", settings);
    expect_lie("twice");
}

/* Thousands of names that differ at their end only: compared each with each they would take minutes. */
static void many_names(void **state)
{
    char path[1000];
    char record[1100];
    clock_t began = clock();

    (void)state;
    say_lie();
    memset(path, 'a', sizeof path);
    for (int i = 0; i < 8000; i++) {
        snprintf(path + 900, sizeof path - 900, "%05d.xml", i);
        snprintf(record, sizeof record, "content|Path=Connectors/%s|Encoding=text|Size=#1|Data=x",
                 path);
        say("configuration", record);
    }
    expect_lie("no settings file");
    assert_string_equal(status("connector"), "failed");
    assert_true((clock() - began) / CLOCKS_PER_SEC < 15);
}

static void a_name_that_no_disk_takes(void **state)
{
    char path[1500];
    char record[1600];

    (void)state;
    say_lie();
    memset(path, 'a', sizeof path);
    snprintf(path + 1400, 100, ".xml");
    snprintf(record, sizeof record, "content|Path=Connectors/%s|Encoding=text|Size=#1|Data=x",
             path);
    say("configuration", record);
    expect_lie("that no export holds");
}

/* Small on its way, each file within its bound, and large all together. */
static void many_large_files(void **state)
{
    size_t len = 60 * SA_MIB;
    char *noise = malloc(len);

    (void)state;
    assert_non_null(noise);
    for (size_t i = 0; i < len; i++)
        noise[i] = (char)('a' + (i >> 6) % 7 + (i % 64 == 0 ? (i >> 12) % 13 : 0));
    say_lie();
    say_packed("GlobalSettings/MV.xml", noise, len, (long long)len);
    say_packed("Connectors/a.xml", noise, len, (long long)len);
    say_packed("Connectors/b.xml", noise, len, (long long)len);
    free(noise);
    expect_lie("128 MiB");
}

static void no_file_at_all(void **state)
{
    (void)state;
    say_lie();
    expect_lie("no settings file");
}

static void refused(void **state)
{
    (void)state;
    say_export();
    fails("configuration", "x", "System.ServiceModel.Security.SecurityAccessDeniedException", "no",
          0);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("global_settings"), "denied");
    assert_string_equal(status("connector"), "denied");
    assert_string_equal(status("sync_rule"), "denied");
    assert_int_equal(number("SELECT count(*) FROM connector"), 0);
}

static void silent(void **state)
{
    (void)state;
    say_export();
    ends("configuration", HANGS);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("sync_rule"), "timeout");
    expect_ok("user_right");
    assert_int_equal(pipelines(), 2);
}

/* One file that cannot be read costs its own source. */
static void one_bad_rule(void **state)
{
    (void)state;
    say_export();
    say_file("SynchronizationRules/bad.xml", "<synchronizationRule>");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("sync_rule"), "failed");
    expect_ok("connector");
    assert_string_equal(text("SELECT place FROM coverage WHERE source = 'sync_rule'"),
                        "SynchronizationRules/bad.xml:1:22");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, engine_fake_setup, engine_fake_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(as_if_from_a_folder),
        TEST(secrets_of_files_are_removed),
        TEST(as_text),
        TEST(an_export_of_its_own_is_not_asked_again),
        cmocka_unit_test(lengths_that_lie),
        TEST(a_bomb),
        TEST(a_size_beyond_all),
        cmocka_unit_test(damaged_data),
        cmocka_unit_test(records_that_are_no_files),
        cmocka_unit_test(paths_to_other_places),
        TEST(a_file_twice),
        TEST(many_names),
        TEST(a_name_that_no_disk_takes),
        TEST(many_large_files),
        TEST(no_file_at_all),
        TEST(refused),
        TEST(silent),
        TEST(one_bad_rule),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
