-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-002.

-- case: a minimum of the past is met
-- server: SYNC01 active contoso.example 2.5.79.0
-- server: SYNC02 staging contoso.example 2.5.190.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: below a minimum of the past
-- server: SYNC01 active contoso.example 2.5.78.9
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail minimum of 2026-09-30

-- case: a minimum of today
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-11-22', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail minimum of 2026-11-22

-- case: 30 days left
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-12-22', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail minimum of 2026-12-22

-- case: 31 days left
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-12-23', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn minimum of 2026-12-23

-- case: 180 days left
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-05-21', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn minimum of 2027-05-21

-- case: 181 days left
-- server: SYNC01 active contoso.example 2.5.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-05-22', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: the policy fails earlier
-- server: SYNC01 active contoso.example 2.5.3.0
-- param: deadline_fail_d = 31
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-12-23', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail minimum of 2026-12-23

-- case: the policy warns later
-- server: SYNC01 active contoso.example 2.5.3.0
-- param: deadline_warn_d = 30
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-12-23', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: every minimum is said on its own
-- server: SYNC01 active contoso.example 2.4.3.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2025-04-07', '2.4.18.0', 0),
               ('2026-09-30', '2.5.79.0', 0),
               ('2027-04-07', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 fail minimum of 2025-04-07
-- expect: SYNC01 fail minimum of 2026-09-30
-- expect: SYNC01 warn minimum of 2027-04-07

-- case: the version is met, but the server signs in with a password account
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE connector SET account = 'SYNC_X@contoso.example';
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-04-07', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn minimum of 2027-04-07

-- case: a password account is enough for a minimum that does not ask for more
-- server: SYNC01 active contoso.example 2.6.84.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-04-07', '2.6.84.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: an account whose name only begins like one proves nothing
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE connector SET account = 'syncaccount@contoso.example';
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-04-07', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown minimum of 2027-04-07

-- case: no account in the export proves nothing, also when the date is near
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE connector SET account = NULL;
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-12-01', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown minimum of 2026-12-01

-- case: below the version, whatever the account
-- server: SYNC01 active contoso.example 2.6.83.0
UPDATE connector SET account = NULL;
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-04-07', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 warn minimum of 2027-04-07

-- case: far away, the account does not matter yet
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE connector SET account = NULL;
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-12-01', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 pass

-- case: no version in the export
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE sync_server SET product_version = NULL;
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a version that is none
-- server: SYNC01 active contoso.example 2.6.84.0
UPDATE sync_server SET product_version = 'newest';
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown product version

-- case: a table of exactly the greatest age
-- server: SYNC01 active contoso.example 2.6.84.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-22';
-- expect: SYNC01 pass

-- case: a table that is too old may lack a later minimum
-- server: SYNC01 active contoso.example 2.6.84.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
UPDATE knowledge_table SET retrieved_on = '2025-11-21';
-- expect: SYNC01 unknown table of minimum versions

-- case: the policy wants a younger table
-- server: SYNC01 active contoso.example 2.6.84.0
-- param: knowledge_max_age_d = 46
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown table of minimum versions

-- case: no table at all
-- server: SYNC01 active contoso.example 2.6.84.0
-- derived:
DELETE FROM knowledge_table;
DELETE FROM knowledge_deadline;
-- expect: SYNC01 unknown table of minimum versions

-- case: a table of another name
-- server: SYNC01 active contoso.example 2.6.84.0
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2026-09-30', '2.5.79.0', 0));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
DELETE FROM knowledge_table WHERE name = 'entra_connect';
-- expect: SYNC01 unknown table of minimum versions

-- case: the shipped table
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.5.76.0
-- expect: SYNC01 warn minimum of 2027-04-07
-- expect: SYNC02 fail minimum of 2026-09-30
-- expect: SYNC02 warn minimum of 2027-04-07

-- case: the connectors were not collected
-- server: SYNC01 active contoso.example 2.6.84.0
DELETE FROM connector;
UPDATE coverage SET status = 'failed' WHERE source = 'connector';
-- derived:
DELETE FROM knowledge_deadline;
INSERT INTO knowledge_deadline
SELECT column1, column2, version_key(column2), column3, ''
  FROM (VALUES ('2027-04-07', '2.6.84.0', 1));
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: SYNC01 unknown minimum of 2027-04-07

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
-- expect: SYNC01 fail minimum of 2025-04-07
-- expect: SYNC01 fail minimum of 2026-09-30
-- expect: SYNC01 warn minimum of 2027-04-07
-- expect: SYNC02 unknown product version
-- expect: SYNC03 unknown

-- case: how the engine says that it signs in
-- now: 2027-03-01T12:00:00Z
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
UPDATE engine SET program_version = '2.6.92.0';
UPDATE engine_connector SET account = 'x' WHERE kind = 'entra' AND target_id > 1;
UPDATE engine_credential SET kind = CASE target_id WHEN 1 THEN 'application' WHEN 2 THEN 'service_account' ELSE 'unknown' END;
-- expect: S1 pass
-- expect: S2 warn minimum of 2027-04-07
-- expect: S3 unknown minimum of 2027-04-07
