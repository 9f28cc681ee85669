-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-001.

-- case: in support for longer than the warning
-- server: SYNC01 active contoso.example 2.5.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: the newest release is in support
-- server: SYNC01 active contoso.example 2.6.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: support ends within 90 days
-- server: SYNC01 active contoso.example 2.5.3.0
-- server: SYNC02 staging contoso.example 2.4.21.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn product version
-- expect: SYNC02 warn product version

-- case: the policy warns later
-- server: SYNC01 active contoso.example 2.5.3.0
-- param: eos_warn_d = 89
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: support ended yesterday
-- server: SYNC01 active contoso.example 2.4.18.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail product version

-- case: retired without a date
-- server: SYNC01 active contoso.example 2.0.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail product version

-- case: 1.x is retired, in the table or not
-- server: SYNC01 active contoso.example 1.6.16.0
-- server: SYNC02 staging contoso.example 1.1.130.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail product version
-- expect: SYNC02 fail product version

-- case: the first version that is not 1.x is judged by the table
-- server: SYNC01 active contoso.example 2.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
INSERT INTO knowledge_release
VALUES ('2.0.0.0', version_key('2.0'), NULL, '2027-12-31', 0, 0, 0, '');
-- expect: SYNC01 pass

-- case: older than every entry
-- server: SYNC01 active contoso.example 2.0.0.0
-- server: SYNC02 staging contoso.example 2.5.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_release WHERE version_key < version_key('2.4');
-- expect: SYNC01 fail product version
-- expect: SYNC02 pass

-- case: the oldest entry is judged by its date
-- server: SYNC01 active contoso.example 2.5.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_release WHERE version_key < version_key('2.5.79');
-- expect: SYNC01 pass

-- case: newer than the table
-- server: SYNC01 active contoso.example 2.6.3.1
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn product version

-- case: between two entries
-- server: SYNC01 active contoso.example 2.5.4.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: no date, and not the newest
-- server: SYNC01 active contoso.example 2.5.190.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: three numbers mean the same as four
-- server: SYNC01 active contoso.example 2.5.79
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: no version in the export
-- server: SYNC01 active contoso.example 2.5.79.0
UPDATE sync_server SET product_version = NULL;
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a version that is none
-- server: SYNC01 active contoso.example 2.5.79.0
UPDATE sync_server SET product_version = 'newest';
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a table of exactly the greatest age
-- server: SYNC01 active contoso.example 2.6.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-22';
-- expect: SYNC01 pass

-- case: a table that is too old proves no support
-- server: SYNC01 active contoso.example 2.6.3.0
-- server: SYNC02 staging contoso.example 2.5.3.0
-- server: SYNC03 staging contoso.example 2.6.3.1
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-21';
-- expect: SYNC01 unknown product version
-- expect: SYNC02 unknown product version
-- expect: SYNC03 unknown product version

-- case: a table that is too old still proves that support ended
-- server: SYNC01 active contoso.example 2.4.18.0
-- server: SYNC02 staging contoso.example 2.0.3.0
-- server: SYNC03 staging contoso.example 1.1.130.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-21';
-- expect: SYNC01 fail product version
-- expect: SYNC02 fail product version
-- expect: SYNC03 fail product version

-- case: the policy wants a younger table
-- server: SYNC01 active contoso.example 2.6.3.0
-- param: knowledge_max_age_d = 46
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: no table at all
-- server: SYNC01 active contoso.example 2.6.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_table;
DELETE FROM knowledge_release;
-- expect: SYNC01 unknown product version

-- case: a table of another name
-- server: SYNC01 active contoso.example 2.6.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_table WHERE name = 'entra_connect';
-- expect: SYNC01 unknown product version

-- case: a table without releases
-- server: SYNC01 active contoso.example 2.6.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, column2, column3, column4, column5, ''
  FROM (VALUES ('1.6.16.0', NULL, 0, 0, 0), ('2.0.3.0', NULL, 1, 0, 0),
               ('2.4.18.0', '2026-11-21', 0, 0, 0), ('2.4.21.0', '2026-11-22', 0, 0, 0),
               ('2.5.3.0', '2027-02-20', 0, 0, 0), ('2.5.79.0', '2027-02-21', 0, 0, 0),
               ('2.5.190.0', NULL, 0, 1, 0), ('2.6.3.0', NULL, 0, 0, 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_release;
-- expect: SYNC01 unknown product version

-- case: the shipped table: a release in support, one that ended
-- now: 2026-11-22T12:00:00Z
-- server: SYNC01 active contoso.example 2.6.3.0
-- server: SYNC02 staging contoso.example 2.5.79.0
-- expect: SYNC01 pass
-- expect: SYNC02 fail product version

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: the version by the server's registry, without an export
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- setting: SYNC01 EntraConnect.Version = "1.1.100.0"
-- setting: SYNC03 EntraConnect.Version = "1.1.100.0"
-- uncovered: SYNC03 registry
-- expect: SYNC01 fail product version
-- expect: SYNC02 unknown product version
-- expect: SYNC03 unknown

-- case: one version, whoever tells it; a module that is numbered 1.0.0.0
-- server: SYNC01 none -
-- host: SYNC01
-- engine: SYNC01 active
-- setting: SYNC01 EntraConnect.Version = "2.6.92.0"
UPDATE engine SET program_version = '2.6.92.0', settings_version = '2.6.92.0';
-- expect: SYNC01 pass

-- case: an upgrade that nobody finished
-- server: S1 none -
-- host: S1
-- server: S2 none -
-- host: S2
-- server: S3 none -
-- host: S3
-- server: S4 none -
-- host: S4
-- server: S5 none -
-- host: S5
-- engine: S1 active
-- setting: S1 EntraConnect.Version = "2.6.92.0"
-- engine: S2 active
-- setting: S2 EntraConnect.Version = "2.6.92.0"
-- engine: S3 active
-- setting: S3 EntraConnect.Version = "2.6.92.0"
-- engine: S4 active
-- setting: S4 EntraConnect.Version = "2.6.92.0"
-- engine: S5 active
-- setting: S5 EntraConnect.Version = "2.6.92.0"
UPDATE engine SET program_version = iif(target_id = 1, '2.6.91.0', '2.6.92.0'), settings_version = iif(target_id = 2, '2.6.91.0', '2.6.92.0'), module_version = CASE target_id WHEN 3 THEN '2.6.91.0' WHEN 4 THEN '2.6.92.0' ELSE '1.0.0.0' END;
UPDATE engine SET settings_version = NULL WHERE target_id = 5;
-- expect: S1 warn versions
-- expect: S2 warn versions
-- expect: S3 warn versions
-- expect: S4 pass
-- expect: S5 pass

-- case: only the engine tells a version
-- server: S1 none -
-- server: S2 none -
-- engine: S1 active
-- engine: S2 active
UPDATE engine SET program_version = iif(target_id = 1, '2.6.92.0', NULL), settings_version = '2.6.92.0';
UPDATE engine SET settings_version = '1.6.16.0' WHERE target_id = 2;
-- expect: S1 pass
-- expect: S2 fail product version
