-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-006.

-- case: the newest update
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 400 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: as old as is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 300 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: a day older
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 300 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
UPDATE knowledge_update SET released_on = '2026-10-17' WHERE revision = 300;
-- expect: SYNC01 warn cumulative update

-- case: the last day of the warning
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 200 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 warn cumulative update

-- case: a day later
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 200 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
UPDATE knowledge_update SET released_on = '2026-09-17' WHERE revision = 200;
-- expect: SYNC01 fail cumulative update

-- case: older than every entry
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 99 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 fail cumulative update

-- case: between two entries, both recent
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 350 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: between two entries, one of them old
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 250 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: between two entries, both of the warning
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 250 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
UPDATE knowledge_update SET released_on = '2026-10-17' WHERE revision = 300;
-- expect: SYNC01 warn cumulative update

-- case: between two entries, both old
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 150 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
UPDATE knowledge_update SET released_on = '2026-09-17' WHERE revision = 200;
-- expect: SYNC01 fail cumulative update

-- case: older than every entry, and they are recent
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 140 WHERE target_id = 1;
UPDATE host SET build = 17763;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: newer than every entry
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 500 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: newer than every entry of a table that has aged
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- now: 2027-01-22T12:00:00Z
UPDATE host SET revision = 500 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: an old update stays old by a table that has aged
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- now: 2028-01-22T12:00:00Z
UPDATE host SET revision = 400 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 fail cumulative update

-- case: a build that is not in the table
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 29000, revision = 400;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: no revision
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE host SET revision = NULL WHERE target_id = 1;
UPDATE host SET build = NULL WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update
-- expect: SYNC02 unknown cumulative update

-- case: nothing was installed for long
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 29000;
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-09-17', 'x', 10005);
INSERT INTO host_hotfix VALUES (1, 'KB2', '2026-08-01', 'x', 10005);
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 fail cumulative update

-- case: something was installed lately
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 29000;
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-09-18', 'x', 10005);
INSERT INTO host_hotfix VALUES (1, 'KB2', '2026-08-01', 'x', 10005);
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: a day that could not be read
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 29000;
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-01-17', 'x', 10005);
INSERT INTO host_hotfix VALUES (1, 'KB2', NULL, 'x', 10005);
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 unknown cumulative update

-- case: the day of the installation decides between two entries
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET revision = 250 WHERE target_id = 1;
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-10-17', 'x', 10005);
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
UPDATE knowledge_update SET released_on = '2026-09-19' WHERE revision = 200;
-- expect: SYNC01 warn cumulative update

-- case: installations of the other server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE host SET revision = 400 WHERE target_id = 1;
UPDATE host SET revision = 400 WHERE target_id = 2;
INSERT INTO host_hotfix VALUES (2, 'KB5000001', '2026-01-01', 'x', 20005);
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass
-- expect: SYNC02 fail cumulative update

-- case: the other server is ahead for long
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE host SET revision = 400 WHERE target_id = 1;
UPDATE host SET revision = 200 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 pass
-- expect: SYNC02 warn cumulative update

-- case: the other server was ahead of this one for long
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: cu_warn_d = 11
-- param: cu_fail_d = 90
UPDATE host SET revision = 400 WHERE target_id = 1;
UPDATE host SET revision = 200 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 warn cumulative update
-- expect: SYNC02 warn cumulative update
-- expect: SYNC02 warn cumulative update / other server

-- case: this server is ahead for long
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: cu_warn_d = 34
-- param: cu_fail_d = 90
UPDATE host SET revision = 100 WHERE target_id = 1;
UPDATE host SET revision = 300 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 fail cumulative update
-- expect: SYNC02 warn cumulative update
-- expect: SYNC02 warn cumulative update / other server

-- case: as long as is accepted
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: cu_warn_d = 35
-- param: cu_fail_d = 90
UPDATE host SET revision = 100 WHERE target_id = 1;
UPDATE host SET revision = 300 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 fail cumulative update
-- expect: SYNC02 pass

-- case: servers of two systems
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: cu_warn_d = 1
UPDATE host SET revision = 400 WHERE target_id = 1;
UPDATE host SET build = 17763, revision = 150 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 warn cumulative update
-- expect: SYNC02 warn cumulative update

-- case: the same update on both
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: cu_warn_d = 1
UPDATE host SET revision = 400 WHERE target_id = 1;
UPDATE host SET revision = 400 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_update;
INSERT INTO knowledge_update VALUES (20348, 100, '2026-08-11'), (20348, 200, '2026-09-18'),
  (20348, 300, '2026-10-18'), (20348, 400, '2026-11-10'), (17763, 150, '2026-11-10');
UPDATE knowledge_table SET retrieved_on = '2026-11-13' WHERE name = 'windows';
-- expect: SYNC01 warn cumulative update
-- expect: SYNC02 warn cumulative update

-- case: the server did not answer
-- server: SYNC01 active contoso.example
-- host: SYNC01 failed
-- expect: SYNC01 unknown
