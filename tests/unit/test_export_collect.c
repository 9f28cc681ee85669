/* SPDX-License-Identifier: Apache-2.0 */
/* From a folder to the snapshot: facts, evidence, coverage; secrets that must not get there; and what
 * is left when something goes wrong half-way. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "export_support.h"

static int open_scene(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);

    if (scene == NULL)
        return -1;
    scene_open(scene);
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    scene_close(*state);
    free(*state);
    return 0;
}

static void check_all_ok(struct scene *scene)
{
    assert_int_equal(collect(scene), 0);
    assert_string_equal(scene->problem.message, "");
    assert_int_equal(scene->problem.status, 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 3);
}

static void settings(void **state)
{
    struct scene *scene = *state;
    struct sa_export_identity identity;
    struct sa_error err;

    put_small_export(scene);
    put(scene, "GlobalSettings/MV.xml",
        SETTINGS("True", "<parameter name='Microsoft.Synchronize.ServerConfigurationVersion' "
                         "dataType='String'>2.5.79.0</parameter><parameter name='Empty'/>"
                         "<parameter name='Same'>1</parameter><parameter name='SAME'>1</parameter>"
                         "<parameter name='ClientSecret'>hidden</parameter>"));
    check_all_ok(scene);
    assert_string_equal(
        ask(scene, "SELECT concat FROM (SELECT server_name || '|' || exported_at || '|' || "
                   "staging_mode || '|' || product_version || '|' || format_version || '|' || "
                   "config_version || '|' || coalesce(password_change_history_size, 'unsaid') AS "
                   "concat FROM sync_server)"),
        "SRV01|2026-11-01T10:20:30Z|1|2.5.79.0|1|7|unsaid");
    assert_string_equal(ask(scene, "SELECT group_concat(name || '=' || value, ';') FROM (SELECT * "
                                   "FROM global_parameter ORDER BY name)"),
                        "Empty=;Microsoft.Synchronize.ServerConfigurationVersion=2.5.79.0;"
                        "Microsoft.Synchronize.StagingMode=True;Same=1");
    assert_int_equal(sa_export_peek(scene->folder, &identity, &err), 0);
    assert_string_equal(identity.server_name, "SRV01");
    assert_int_equal(identity.staging_mode, 1);
}

static void settings_that_say_little(void **state)
{
    struct scene *scene = *state;
    struct sa_export_identity identity;
    struct sa_error err;

    put_small_export(scene);
    put(scene, "GlobalSettings/MV.xml",
        "<saved-mv-configuration export-date='yesterday'><mv-data><schema/><parameter-values>"
        "<parameter name='A'>b</parameter></parameter-values></mv-data></saved-mv-configuration>");
    check_all_ok(scene);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_server WHERE server_name IS NULL"
                                       " AND exported_at IS NULL AND staging_mode IS NULL AND "
                                       "product_version IS NULL AND format_version IS NULL"),
                     1);
    assert_int_equal(sa_export_peek(scene->folder, &identity, &err), 0);
    assert_string_equal(identity.server_name, "");
    assert_int_equal(identity.staging_mode, -1);
}

static void server_name_too_long(void **state)
{
    struct scene *scene = *state;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4096);
    struct sa_export_identity identity = {.staging_mode = 5};
    struct sa_error err;

    put_small_export(scene);
    (void)sa_buf_add_text(&text, "<saved-mv-configuration server='");
    for (int i = 0; i < 256; i++)
        (void)sa_buf_add_char(&text, 'x');
    (void)sa_buf_add_text(&text, "'><mv-data><schema/><parameter-values><parameter name='A'/>"
                                 "</parameter-values></mv-data></saved-mv-configuration>");
    put(scene, "GlobalSettings/MV.xml", sa_buf_text(&text));
    assert_int_equal(sa_export_peek(scene->folder, &identity, &err), SA_E_LIMIT);
    assert_int_equal(identity.staging_mode, 5);
    check_all_ok(scene);
    assert_int_equal(ask_number(scene, "SELECT length(server_name) FROM sync_server"), 256);
}

static void metaverse(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "GlobalSettings/MV.xml",
        "<saved-mv-configuration><mv-data><schema><dsml:dsml><dsml:directory-schema>"
        "<class id='c1'><attribute ref='#A1' required='true'/><attribute ref='#none'/>"
        "<name>person</name></class>"
        "<attribute-type id='A1' single-value='true' m:indexable='true' xmlns:m='u'>"
        "<name>mail</name><syntax>1.2.3</syntax></attribute-type>"
        "<attribute-type id='A2' m:indexable='true' m:indexed='false'><name>cn</name>"
        "</attribute-type></dsml:directory-schema></dsml:dsml></schema><parameter-values>"
        "<parameter name='A'/></parameter-values></mv-data></saved-mv-configuration>");
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT group_concat(name || '|' || coalesce(syntax, '-') || '|'"
                                   " || single_value || '|' || indexed, ';') FROM (SELECT * FROM "
                                   "metaverse_attribute ORDER BY name)"),
                        "cn|-|0|0;mail|1.2.3|1|1");
    assert_string_equal(ask(scene, "SELECT group_concat(class || '|' || attribute || '|' || "
                                   "required, ';') FROM (SELECT * FROM metaverse_class ORDER BY "
                                   "attribute)"),
                        "person|mail|1;person|none|0");
}

static const char full_connector[] =
    "<ma-data><id>{AE4DB4CC-B16B-4EB2-ACF5-837CA84E4D7D}</id><name>Contoso</name>"
    "<category>AD</category><description>d</description><subtype/><version>682</version>"
    "<creation-time>2016-04-26 11:40:09.106</creation-time>"
    "<last-modification-time>never</last-modification-time>"
    "<password-sync-allowed>0</password-sync-allowed>"
    "<schema><x><name>not this name</name><id>y</id></x></schema>"
    "<private-configuration><adma-configuration><forest-name>Contoso.COM</forest-name>"
    "<forest-login-domain>CONTOSO</forest-login-domain>"
    "<forest-login-user>MSOL_1</forest-login-user><sign-and-seal>1</sign-and-seal>"
    "<ssl-bind crl-check='1'>0</ssl-bind>"
    "<password-hash-sync-config><enabled>1</enabled></password-hash-sync-config>"
    "<parameter-values>"
    "<parameter name='forest-name' use='connectivity'>Contoso.COM</parameter>"
    "<parameter name='forest-login-user' use='connectivity'>MSOL_2</parameter>"
    "<parameter name='sign-and-seal' use='connectivity'>True</parameter>"
    "<parameter name='simple-bind' use='connectivity'>1</parameter>"
    "<parameter name='last-dc' use='connectivity'>DC1</parameter>"
    "<parameter name='Domain' use='global' intrinsic='1'>a</parameter>"
    "<parameter name='domain' use='global' intrinsic='1'>a</parameter>"
    "</parameter-values></adma-configuration></private-configuration>"
    "<attribute-inclusion><attribute>cn</attribute><attribute>CN</attribute>"
    "<attribute>mail</attribute></attribute-inclusion>"
    "<ma-partition-data><partition><id>{DC4C27DB-D13D-460A-9A82-C48ABA1EE815}</id>"
    "<name>DC=contoso, DC=com</name><selected>1</selected><display-name>contoso</display-name>"
    "<filter><object-classes><object-class>user</object-class><object-class>User</object-class>"
    "</object-classes><containers><exclusions><exclusion>OU=A,DC=contoso,DC=com</exclusion>"
    "<exclusion>ou=a, dc=CONTOSO,dc=com</exclusion></exclusions><inclusions>"
    "<inclusion>OU=A,DC=contoso,DC=com</inclusion></inclusions></containers></filter>"
    "<custom-data><adma-partition-data><is-domain>1</is-domain><last-dc>DC1</last-dc>"
    "<ssl-bind crl-check='0'>1</ssl-bind><cookie>AAAA</cookie></adma-partition-data></custom-data>"
    "<parameter-values><parameter name='cookie' use='partition'>AAAA</parameter>"
    "<parameter name='ssl-bind' use='partition'>1</parameter>"
    "<parameter name='dc-failover' use='partition'>1</parameter>"
    "<parameter name='guid' use='partition'>{C5}</parameter></parameter-values></partition>"
    "</ma-partition-data><ma-run-data><run-configuration><name>Full Import</name><configuration>"
    "<step><step-type type='full-import'><import-subtype>to-cs</import-subtype></step-type>"
    "<threshold><object>5</object><delete>7</delete><batch-size>50</batch-size></threshold>"
    "<partition>{dc4c27db-d13d-460a-9a82-c48aba1ee815}</partition><custom-data><adma-step-data>"
    "<batch-size>60</batch-size><page-size>500</page-size><time-limit>120</time-limit>"
    "</adma-step-data></custom-data></step>"
    "<step><step-type type='export'/><partition>" RULE_3 "</partition></step>"
    "</configuration></run-configuration></ma-run-data>"
    "<password-sync><retry-interval>60</retry-interval></password-sync>"
    "<encrypted-attributes/></ma-data>";

static void active_directory_connector(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml", full_connector);
    check_all_ok(scene);
    assert_string_equal(
        ask(scene,
            "SELECT connector_key || '|' || kind || '|' || guid || '|' || name || '|' || subtype "
            "|| '|' || version || '|' || created_at || '|' || coalesce(modified_at, 'unsaid') || "
            "'|' || forest || '|' || account_domain || '|' || account || '|' || sign_and_seal || "
            "ssl_bind || crl_check || simple_bind || password_hash_sync || '|' || "
            "coalesce(password_writeback, 'unsaid') FROM connector WHERE kind = 'ad'"),
        "ad:contoso.com|ad|" AD_GUID "|Contoso||682|2016-04-26T11:40:09Z|unsaid|Contoso.COM|"
        "CONTOSO|MSOL_1|10111|unsaid");
    /* The login user contradicts the column, so it is kept; what repeats a column is not. */
    assert_string_equal(ask(scene, "SELECT group_concat(scope || '/' || name || '=' || value || "
                                   "intrinsic, ';') FROM (SELECT s.* FROM connector_setting s "
                                   "JOIN connector ON id = connector_id WHERE kind = 'ad' ORDER BY "
                                   "scope, name)"),
                        "connectivity/forest-login-user=MSOL_20;dc=contoso,dc=com/dc-failover=10;"
                        "dc=contoso,dc=com/guid={C5}0;global/Domain=a1;"
                        "password-sync/retry-interval=600");
    assert_string_equal(
        ask(scene, "SELECT group_concat(name || '/' || name_key, ';') FROM attribute_inclusion"),
        "cn/cn;mail/mail");
}

static void partitions_and_steps(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml", full_connector);
    check_all_ok(scene);
    assert_string_equal(
        ask(scene, "SELECT guid || '|' || name || '|' || name_key || '|' || display_name || '|' || "
                   "selected || is_domain || ssl_bind || crl_check || '|' || last_dc || '|' || "
                   "coalesce(dc_failover, 'unsaid') FROM partition"),
        "dc4c27db-d13d-460a-9a82-c48aba1ee815|DC=contoso, DC=com|dc=contoso,dc=com|contoso|1110|"
        "DC1|unsaid");
    assert_string_equal(ask(scene, "SELECT group_concat(kind || ' ' || dn || ' ' || dn_key, ';') "
                                   "FROM (SELECT * FROM partition_container ORDER BY kind)"),
                        "exclude OU=A,DC=contoso,DC=com ou=a,dc=contoso,dc=com;"
                        "include OU=A,DC=contoso,DC=com ou=a,dc=contoso,dc=com");
    assert_string_equal(ask(scene, "SELECT group_concat(name) FROM partition_object_class"),
                        "user");
    assert_string_equal(
        ask(scene, "SELECT group_concat(ordinal || ' ' || type || ' ' || coalesce(subtype, '-') || "
                   "' ' || partition || ' ' || coalesce(batch_size, '-') || ' ' || "
                   "coalesce(page_size, '-') || ' ' || coalesce(timeout_s, '-') || ' ' || "
                   "coalesce(object_limit, '-') || ' ' || coalesce(delete_limit, '-'), ';') FROM "
                   "(SELECT * FROM run_step ORDER BY ordinal)"),
        "1 full-import to-cs DC=contoso, DC=com 50 500 120 5 7;"
        "2 export - (unknown partition) - - - - -");
    assert_string_equal(ask(scene, "SELECT name FROM run_profile"), "Full Import");
}

static void entra_connector(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" ENTRA_GUID "}.xml",
        "<ma-data><id>{" ENTRA_GUID "}</id><name>fallback.example - AAD</name>"
        "<category>Extensible2</category><private-configuration><MAConfig><extension-config>"
        "<filename>x.dll</filename><assembly-version>2.5.0.0</assembly-version>"
        "</extension-config><parameter-values/><aad-password-reset-config><enabled>1</enabled>"
        "<modified-timestamp>2016</modified-timestamp><adal-authority>https://a</adal-authority>"
        "</aad-password-reset-config></MAConfig></private-configuration><attribute-inclusion/>"
        "<ma-partition-data/><ma-run-data/></ma-data>");
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT connector_key || '|' || tenant || '|' || "
                                   "coalesce(account, 'unsaid') || '|' || password_writeback || "
                                   "'|' || assembly_version FROM connector WHERE kind = 'entra'"),
                        "entra|fallback.example|unsaid|1|2.5.0.0");
    assert_string_equal(ask(scene, "SELECT group_concat(scope || '/' || name || '=' || value, ';') "
                                   "FROM (SELECT * FROM connector_setting ORDER BY scope)"),
                        "extension/filename=x.dll;password-reset/adal-authority=https://a");
    put(scene, "Connectors/Connector_{" ENTRA_GUID "}.xml", ENTRA_CONNECTOR(""));
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT tenant || '|' || account FROM connector WHERE kind = "
                                   "'entra'"),
                        "contoso.onmicrosoft.com|Sync_SRV01_1@Contoso.onmicrosoft.com");
}

static void keys_of_connectors(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/a.xml", AD_CONNECTOR(RULE_1, "CONTOSO.com", ""));
    put(scene, "Connectors/b.xml",
        "<ma-data><id>" RULE_2 "</id><name>HR</name><category>Extensible2</category>"
        "<subtype>SQL</subtype></ma-data>");
    put(scene, "Connectors/c.xml",
        "<ma-data><id>" RULE_3 "</id><name>No Forest</name><category>ad</category>"
        "<private-configuration/><attribute-inclusion/><ma-partition-data/><ma-run-data/>"
        "</ma-data>");
    check_all_ok(scene);
    /* "CONTOSO.com" stands before "contoso.com", whatever their files are called. */
    assert_string_equal(ask(scene, "SELECT group_concat(connector_key || '=' || name, ';') FROM "
                                   "(SELECT * FROM connector ORDER BY connector_key)"),
                        "ad:contoso.com=CONTOSO.com;ad:contoso.com#2=contoso.com;"
                        "ad:no forest=No Forest;entra=contoso.onmicrosoft.com - AAD;"
                        "other:extensible2/sql/hr=HR");
    put(scene, "Connectors/copy.xml", AD_CONNECTOR(AD_GUID, "contoso.com", ""));
    assert_int_equal(collect(scene), 0);
    assert_string_equal(scene->problem.place, "Connectors/copy.xml");
    assert_contains(scene->problem.message,
                    "is in two files, also in 'Connectors/Connector_{" AD_GUID "}.xml'");
}

static void partitions_of_one_name(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"
        "<private-configuration/><attribute-inclusion/><ma-partition-data>"
        "<partition><id>" RULE_1 "</id><name>DC=x</name><selected>1</selected><filter/>"
        "<parameter-values><parameter name='p'>1</parameter></parameter-values></partition>"
        "<partition><id>" RULE_2 "</id><name>dc=X</name><selected>0</selected><filter/>"
        "<parameter-values><parameter name='p'>2</parameter></parameter-values></partition>"
        "<partition><id>" RULE_3 "</id><name>dc=x#2</name><selected>0</selected><filter/>"
        "<parameter-values><parameter name='p'>2</parameter></parameter-values></partition>"
        "</ma-partition-data><ma-run-data/></ma-data>");
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT group_concat(scope || '=' || value, ';') FROM (SELECT * "
                                   "FROM connector_setting ORDER BY scope)"),
                        "dc=x=1;dc=x#2=2;dc=x\\232=2");
}

static void rules(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SynchronizationRules/SynchronizationRule_{" RULE_1 "}.xml",
        RULE(RULE_1, AD_GUID, "In &amp; out",
             "<attribute-mappings><mapping execute-once='true'><dest>mail</dest><src><attr>Mail"
             "</attr></src><expression>Trim( [Mail] )</expression></mapping>"
             "<mapping><dest>mail</dest><src>x</src></mapping></attribute-mappings>"
             "<relationshipCriteria><conditions><condition><csAttribute>a</csAttribute>"
             "<ilmAttribute>b</ilmAttribute></condition></conditions></relationshipCriteria>"
             "<synchronizationCriteria><conditions/><conditions><scope><csAttribute>c"
             "</csAttribute><csOperator>EQUAL</csOperator><csValue> 1 </csValue></scope>"
             "</conditions></synchronizationCriteria>"));
    check_all_ok(scene);
    assert_string_equal(
        ask(scene,
            "SELECT r.guid || '|' || direction || '|' || r.name || '|' || name_key || '|' || "
            "duplicate || '|' || disabled || is_standard || password_sync || '|' || source_type || "
            "'|' || target_type || '|' || link_type || '|' || precedence || '|' || soft_delete_s "
            "|| '|' || coalesce(immutable_tag, '-') || coalesce(tag_name, '-') || "
            "coalesce(tag_version, '-') || '|' || c.connector_key || '|' || scope || '|' || "
            "join_criteria FROM sync_rule r JOIN connector c ON c.id = connector_id"),
        RULE_1 "|Inbound|In & out|in & out|0|000|user|person|Join|50|0|---|ad:contoso.com|"
               "() OR (c EQUAL  1 )|(a = b)");
    assert_string_equal(ask(scene, "SELECT group_concat(ordinal || ' ' || destination || ' ' || "
                                   "flow_type || ' ' || sources || ' ' || expression || ' ' || "
                                   "merge_type || ' ' || execute_once, ';') FROM rule_mapping"),
                        "1 mail expression Mail Trim( [Mail] ) Update 1;2 mail constant  x Update "
                        "0");
    assert_string_equal(ask(scene, "SELECT group_no || condition_no || attribute || operator || "
                                   "'[' || value || ']' FROM rule_scope"),
                        "21cEQUAL[ 1 ]");
    assert_string_equal(ask(scene, "SELECT group_no || condition_no || cs_attribute || mv_attribute"
                                   " || case_sensitive FROM rule_join"),
                        "11ab0");
}

static void rules_of_one_name(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SynchronizationRules/b.xml", RULE(RULE_3, AD_GUID, "same ", EMPTY_BODY));
    put(scene, "SynchronizationRules/a.xml", RULE(RULE_2, AD_GUID, "Same", EMPTY_BODY));
    put(scene, "SynchronizationRules/c.xml", RULE(ENTRA_GUID, ENTRA_GUID, "SAME", EMPTY_BODY));
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT group_concat(name || duplicate, ';') FROM (SELECT * "
                                   "FROM sync_rule WHERE name_key = 'same' ORDER BY name)"),
                        "SAME0;Same0;same1");
    /* The same rule in a second file is a copied file, no second rule. */
    put(scene, "SynchronizationRules/c.xml", RULE(RULE_2, AD_GUID, "Same", EMPTY_BODY));
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "sync_rule"), "failed");
    assert_string_equal(scene->problem.place, "SynchronizationRules/c.xml");
    assert_contains(scene->problem.message, "in two files, also in 'SynchronizationRules/a.xml'");
}

static void rule_of_unknown_connector(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SynchronizationRules/b.xml", RULE(RULE_2, RULE_3, "orphan", EMPTY_BODY));
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT coalesce(connector_id, 'none') || connector_guid FROM "
                                   "sync_rule WHERE name = 'orphan'"),
                        "none" RULE_3);
}

static void one_broken_rule(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "SynchronizationRules/a.xml", RULE(RULE_2, AD_GUID, "good", EMPTY_BODY));
    put(scene, "SynchronizationRules/b.xml", "<synchronizationRule>\n<id>broken file</id>");
    put(scene, "SynchronizationRules/c.xml", RULE(RULE_3, AD_GUID, "good", EMPTY_BODY));
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "sync_rule"), "failed");
    assert_string_equal(coverage(scene, "connector"), "ok");
    assert_string_equal(ask(scene, "SELECT place FROM coverage WHERE source = 'sync_rule'"),
                        "SynchronizationRules/b.xml:2:21");
    assert_string_equal(ask(scene, "SELECT rows FROM coverage WHERE source = 'sync_rule'"), "0");
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_rule"), 0);
    /* What was read before is kept as evidence; the file that was not understood is not, since it
     * may hold anything. */
    assert_string_equal(
        ask(scene, "SELECT group_concat(name) FROM evidence WHERE source = 'sync_rule'"),
        "SynchronizationRules/SynchronizationRule_{" RULE_1 "}.xml,SynchronizationRules/a.xml");
    assert_false(holds_bytes(scene, "broken file"));
}

static void one_broken_connector(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/z.xml", "<ma-data>");
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "connector"), "failed");
    assert_contains(ask(scene, "SELECT place FROM coverage WHERE source = 'connector'"),
                    "Connectors/z.xml:1");
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector"), 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector_setting"), 0);
    assert_string_equal(coverage(scene, "sync_rule"), "ok");
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_rule WHERE connector_id IS NULL"),
                     1);
}

static void everything_broken(void **state)
{
    struct scene *scene = *state;

    put(scene, "GlobalSettings/MV.xml", "<a>");
    put(scene, "Connectors/x.xml", "\x01\x02");
    put(scene, "SynchronizationRules/x.xml", "");
    assert_int_equal(collect(scene), 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'failed'"), 3);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence"), 0);
    /* The first problem is the one that is told. */
    assert_contains(scene->problem.place, "GlobalSettings/MV.xml");
}

static void evidence_is_the_file(void **state)
{
    struct scene *scene = *state;
    char *body = NULL;
    size_t len = 0;

    put_small_export(scene);
    check_all_ok(scene);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence"), 4);
    assert_int_equal(sa_evidence_read(scene->snapshot,
                                      ask_number(scene, "SELECT evidence_id FROM sync_rule"), &body,
                                      &len, NULL),
                     0);
    assert_int_equal(len, strlen(RULE(RULE_1, AD_GUID, "In from AD - User Join", EMPTY_BODY)));
    assert_memory_equal(body, RULE(RULE_1, AD_GUID, "In from AD - User Join", EMPTY_BODY), len);
    free(body);
    /* Each fact points to the file that it was read from. */
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector c JOIN evidence e ON e.id = "
                                       "c.evidence_id AND e.name LIKE '%' || c.guid || '%'"),
                     2);
}

/* Secrets ------------------------------------------------------------------------------------ */

#define SECRET "c2VjcmV0LXZhbHVl"

static void check_redacted(struct scene *scene, const char *connector_text)
{
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml", connector_text);
    check_all_ok(scene);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence WHERE name = 'Connectors/"
                                       "Connector_{" AD_GUID "}.xml (redacted)'"),
                     1);
    assert_true(holds_bytes(scene, "[removed]"));
    assert_false(holds_bytes(scene, SECRET));
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector_setting WHERE value LIKE "
                                       "'%removed%' OR lower(name) LIKE '%password%'"),
                     0);
}

#define AD_WITH(inside)                                                          \
    "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"         \
    "<private-configuration><adma-configuration>" inside "</adma-configuration>" \
    "</private-configuration><attribute-inclusion/><ma-partition-data/><ma-run-data/></ma-data>"
#define AD_PARAMETER(parameter) AD_WITH("<parameter-values>" parameter "</parameter-values>")

static void secrets_never_stored(void **state)
{
    static const char *const files[] = {
        AD_PARAMETER("<parameter name='p' type='encrypted-string'>" SECRET "</parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='1'>" SECRET "</parameter>"),
        /* Written so that a search of the bytes would not find the mark. */
        AD_PARAMETER("<parameter name='p' encrypted='&#49;'>" SECRET "</parameter>"),
        AD_PARAMETER("<parameter name='p' type='encrypted&#45;string'>" SECRET "</parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='true'><![CDATA[" SECRET "]]></parameter>"),
        AD_PARAMETER("<parameter name='Password'>" SECRET "</parameter>"),
        AD_PARAMETER("<parameter name='AppClientSecret'>" SECRET "</parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='1' value='" SECRET "'/>"),
        AD_PARAMETER("<parameter name='p' encrypted='1'><a><b>" SECRET "</b></a></parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='1'><a b='" SECRET "'/></parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='1'><!--" SECRET "--></parameter>"),
        AD_PARAMETER("<parameter name='p' encrypted='1'><?x " SECRET "?></parameter>"),
        AD_PARAMETER("<unread><deeper password='" SECRET "'/></unread>"),
        AD_WITH("<password>" SECRET "</password>"),
        AD_WITH("<x:Password>" SECRET "</x:Password>"),
        AD_CONNECTOR(AD_GUID, "n",
                     "<encrypted-attributes><attribute name='a'>" SECRET
                     "</attribute></encrypted-attributes>"),
        AD_CONNECTOR(AD_GUID, "n",
                     "<password-sync><password>" SECRET "</password><a>1</a></password-sync>"),
        AD_CONNECTOR(AD_GUID, "n", "<schema><a><password>" SECRET "</password></a></schema>"),
    };
    struct scene *scene = *state;

    put_small_export(scene);
    for (size_t i = 0; i < SA_COUNT(files); i++)
        check_redacted(scene, files[i]);
}

static void redacted_file_keeps_the_rest(void **state)
{
    struct scene *scene = *state;
    char *body = NULL;
    size_t len = 0;

    put_small_export(scene);
    put(scene, "GlobalSettings/MV.xml",
        "\xEF\xBB\xBF<?xml version='1.0'?><!-- c --><saved-mv-configuration a='1 &lt; "
        "&quot;2&#10;'>"
        "<mv-data><schema xmlns:d='u' xmlns='v'><d:x d:y='z'/><?p i?></schema>"
        "<parameter-values>\n <parameter name='k' encrypted='1'>" SECRET "</parameter>"
        "<parameter name='m'>a &amp; <![CDATA[<b>]]></parameter></parameter-values></mv-data>"
        "</saved-mv-configuration>");
    check_all_ok(scene);
    assert_false(holds_bytes(scene, SECRET));
    assert_int_equal(sa_evidence_read(scene->snapshot,
                                      ask_number(scene, "SELECT evidence_id FROM sync_server"),
                                      &body, &len, NULL),
                     0);
    /* ASCII, and ended here for the comparison. */
    body = realloc(body, len + 1);
    assert_non_null(body);
    body[len] = '\0';
    assert_string_equal(
        body, "<saved-mv-configuration a=\"1 &lt; &quot;2&#10;\"><mv-data>"
              "<schema xmlns:d=\"u\" xmlns=\"v\"><d:x d:y=\"z\"/><?p i?></schema>"
              "<parameter-values>\n <parameter name=\"k\" encrypted=\"1\">[removed]</parameter>"
              "<parameter name=\"m\">a &amp; &lt;b&gt;</parameter></parameter-values></mv-data>"
              "</saved-mv-configuration>");
    free(body);
    /* The rest is a fact as ever. */
    assert_string_equal(ask(scene, "SELECT group_concat(name || '=' || value) FROM "
                                   "global_parameter"),
                        "m=a & <b>");
}

static void secrets_in_utf_16(void **state)
{
    static const char text[] = AD_WITH("<password>" SECRET "</password>");
    struct scene *scene = *state;
    char wide[2 * sizeof text];

    for (size_t i = 0; i < sizeof text; i++) {
        wide[2 * i] = text[i];
        wide[2 * i + 1] = '\0';
    }
    put_small_export(scene);
    put_bytes(scene, "Connectors/Connector_{" AD_GUID "}.xml", wide, sizeof wide - 2);
    check_all_ok(scene);
    assert_false(holds_bytes(scene, SECRET));
    assert_true(holds_bytes(scene, "<password>[removed]</password>"));
}

static void secrets_of_a_failed_source(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/a.xml", AD_WITH("<password>" SECRET "</password>"));
    put(scene, "Connectors/z.xml", "<ma-data><password>" SECRET "</password><broken>");
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "connector"), "failed");
    assert_true(holds_bytes(scene, "[removed]"));
    assert_false(holds_bytes(scene, SECRET));
}

/* Each ">" takes four bytes in the copy, which then is larger than evidence may be. */
static void secrets_of_a_file_that_grows(void **state)
{
    struct scene *scene = *state;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(32 * SA_MIB);

    put_small_export(scene);
    (void)sa_buf_add_text(&text, "<ma-data><id>" AD_GUID "</id><name>n</name><category>SQL"
                                 "</category><password>" SECRET "</password>");
    for (int i = 0; i < 2; i++) {
        (void)sa_buf_add_text(&text, "<x>");
        for (int j = 0; j < 9 << 20; j++)
            (void)sa_buf_add_char(&text, '>');
        (void)sa_buf_add_text(&text, "</x>");
    }
    (void)sa_buf_add_text(&text, "</ma-data>");
    assert_int_equal(sa_buf_status(&text), 0);
    put_bytes(scene, "Connectors/Connector_{" AD_GUID "}.xml", text.data, text.len);
    check_all_ok(scene);
    assert_string_equal(ask(scene, "SELECT size FROM evidence WHERE name LIKE '%(redacted)'"),
                        "42");
    assert_true(holds_bytes(scene, "[removed: the file holds encrypted values]"));
    assert_false(holds_bytes(scene, SECRET));
}

static void empty_secrets_are_none(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        AD_CONNECTOR(AD_GUID, "n",
                     "<schema><attribute-type encrypted='true'><name>pwd</name></attribute-type>"
                     "</schema><encrypted-attributes />") "<!-- -->");
    check_all_ok(scene);
    assert_int_equal(
        ask_number(scene, "SELECT count(*) FROM evidence WHERE name LIKE '%redacted%'"), 0);
}

/* Ends --------------------------------------------------------------------------------------- */

static void cancelled(void **state)
{
    struct scene *scene = *state;
    atomic_bool stop = true;

    put_small_export(scene);
    assert_int_equal(collect_folder(scene, scene->folder, &stop), SA_E_CANCELLED);
    assert_int_equal(scene->error.status, SA_E_CANCELLED);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage"), 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence"), 0);
    atomic_store(&stop, false);
    assert_int_equal(collect_folder(scene, scene->folder, &stop), 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 3);
}

static void snapshot_cannot_be_written(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    check_all_ok(scene);
    /* A second collection of the same target breaks the snapshot's own rules. */
    assert_true(sa_collect_export(scene->snapshot, 1, scene->folder, NULL, NULL, &scene->error) <
                0);
    assert_true(scene->error.status < 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM sync_rule"), 1);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM evidence"), 4);
}

static void errors_may_be_left_out(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/z.xml", "<ma-data>");
    assert_int_equal(collect(scene), 0);
    assert_int_equal(sa_export_parse(SA_EXPORT_RULE, "f", "<a>", 3, NULL), SA_E_INPUT);
    assert_int_equal(sa_export_parse(SA_EXPORT_RULE, "f", "", 0, NULL), SA_E_INPUT);
    assert_int_equal(sa_export_peek("nowhere at all", NULL, NULL), SA_E_NOT_FOUND);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_scene, close_scene)
    const struct CMUnitTest tests[] = {
        TEST(settings),
        TEST(settings_that_say_little),
        TEST(server_name_too_long),
        TEST(metaverse),
        TEST(active_directory_connector),
        TEST(partitions_and_steps),
        TEST(entra_connector),
        TEST(keys_of_connectors),
        TEST(partitions_of_one_name),
        TEST(rules),
        TEST(rules_of_one_name),
        TEST(rule_of_unknown_connector),
        TEST(one_broken_rule),
        TEST(one_broken_connector),
        TEST(everything_broken),
        TEST(evidence_is_the_file),
        TEST(secrets_never_stored),
        TEST(redacted_file_keeps_the_rest),
        TEST(secrets_in_utf_16),
        TEST(secrets_of_a_failed_source),
        TEST(secrets_of_a_file_that_grows),
        TEST(empty_secrets_are_none),
        TEST(cancelled),
        TEST(snapshot_cannot_be_written),
        TEST(errors_may_be_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
