-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-003.

-- case: the newest release
-- server: SYNC01 active contoso.example 2.6.92.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: the newest security release, though not the newest release
-- server: SYNC01 active contoso.example 2.5.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: a withdrawn release
-- server: SYNC01 active contoso.example 2.6.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail withdrawn release

-- case: affected from the first version on
-- server: SYNC01 active contoso.example 2.0.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail CVE-1
-- expect: SYNC01 warn later security releases

-- case: the first affected version, and the first fixed one
-- server: SYNC01 active contoso.example 2.5.3.0
-- server: SYNC02 staging contoso.example 2.5.79.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail CVE-2
-- expect: SYNC01 warn later security releases
-- expect: SYNC02 pass

-- case: each later security release is named in one finding
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_release SET security = 1 WHERE version = '2.6.92.0';
-- expect: SYNC01 fail CVE-2
-- expect: SYNC01 warn later security releases

-- case: the policy refuses a version
-- server: SYNC01 active contoso.example 2.6.92.0
-- server: SYNC02 staging contoso.example 2.5.79.0
-- param: extra_bad_versions = [2.6.1.0, 2.6.92]
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail version refused by the policy
-- expect: SYNC02 pass

-- case: between two entries: affected, for the rest not known
-- server: SYNC01 active contoso.example 2.5.4.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail CVE-2
-- expect: SYNC01 warn later security releases
-- expect: SYNC01 unknown product version

-- case: newer than the table
-- server: SYNC01 active contoso.example 2.6.93.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: no version in the export
-- server: SYNC01 active contoso.example 2.6.92.0
UPDATE sync_server SET product_version = NULL;
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a version that is none
-- server: SYNC01 active contoso.example 2.6.92.0
-- param: extra_bad_versions = [newest]
UPDATE sync_server SET product_version = 'newest';
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a table of exactly the greatest age
-- server: SYNC01 active contoso.example 2.6.92.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-22';
-- expect: SYNC01 pass

-- case: a table that is too old may lack a vulnerability
-- server: SYNC01 active contoso.example 2.6.92.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-21';
-- expect: SYNC01 unknown table of vulnerabilities

-- case: the policy wants a younger table
-- server: SYNC01 active contoso.example 2.6.92.0
-- param: knowledge_max_age_d = 46
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown table of vulnerabilities

-- case: no table at all
-- server: SYNC01 active contoso.example 2.6.92.0
-- derived:
DELETE FROM knowledge_table;
DELETE FROM knowledge_release;
DELETE FROM knowledge_vulnerability;
-- expect: SYNC01 unknown table of vulnerabilities
-- expect: SYNC01 unknown product version

-- case: a table of another name
-- server: SYNC01 active contoso.example 2.6.92.0
-- derived:
DELETE FROM knowledge_release;
INSERT INTO knowledge_release
SELECT column1, version_key(column1), NULL, NULL, 0, column2, column3, ''
  FROM (VALUES ('2.0.3.0', 0, 0), ('2.5.3.0', 0, 0), ('2.5.79.0', 0, 1), ('2.6.79.0', 1, 1),
               ('2.6.92.0', 0, 0));
DELETE FROM knowledge_vulnerability;
INSERT INTO knowledge_vulnerability
SELECT column1, 'bad', version_key(column2), column3, version_key(column3)
  FROM (VALUES ('CVE-1', '0.0', '2.0.8.0'), ('CVE-2', '2.5.3.0', '2.5.79.0'));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_table WHERE name = 'entra_connect';
-- expect: SYNC01 unknown table of vulnerabilities

-- case: the shipped table
-- server: SYNC01 active contoso.example 2.0.3.0
-- server: SYNC02 staging contoso.example 2.6.79.0
-- expect: SYNC01 fail CVE-2021-36949
-- expect: SYNC01 fail release note 2.0.25.1
-- expect: SYNC01 fail release note 2.0.88.0
-- expect: SYNC01 fail release note 2.1.15.0
-- expect: SYNC01 fail CVE-2026-65673
-- expect: SYNC01 warn later security releases
-- expect: SYNC02 fail CVE-2026-65673
-- expect: SYNC02 fail withdrawn release
-- expect: SYNC02 warn later security releases

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
-- expect: SYNC01 fail CVE-2017-8613
-- expect: SYNC01 fail CVE-2021-36949
-- expect: SYNC01 fail CVE-2026-65673
-- expect: SYNC01 fail advisory 4056318
-- expect: SYNC01 unknown product version
-- expect: SYNC01 warn later security releases
-- expect: SYNC02 unknown product version
-- expect: SYNC03 unknown
