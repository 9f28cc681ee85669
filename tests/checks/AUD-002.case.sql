-- SPDX-License-Identifier: Apache-2.0
-- Cases of AUD-002.

-- case: read from exported files
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC01 not_applicable connection to the server
-- expect: SYNC02 not_applicable connection to the server

-- case: an export that could not be read
-- server: SYNC01 failed -
-- expect: SYNC01 not_applicable connection to the server

-- case: something else than an export was asked
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'denied', 0, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 not_applicable connection to the server
-- expect: SYNC02 unknown connection to the server

-- case: Kerberos, sealed: whether the account has few rights is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET mechanism = 'Kerberos', protected = 1;
-- expect: SYNC01 unknown

-- case: a client certificate, and an account whose rights were seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
UPDATE host SET mechanism = 'certificate', protected = 1;
-- expect: SYNC01 pass

-- case: NTLM
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
UPDATE host SET mechanism = 'NTLM', protected = 1;
-- expect: SYNC01 warn logon to the server

-- case: not protected
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET mechanism = 'Kerberos', protected = 0;
-- expect: SYNC01 fail connection to the server

-- case: a server that did not answer
-- server: SYNC01 active contoso.example
-- host: SYNC01 failed
-- expect: SYNC01 unknown connection to the server

-- case: a function of a constrained endpoint
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
-- expect: S1 info rights of the auditor

-- case: an account that rules the domain, in every way; the policy allows it
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
INSERT INTO auditor_group VALUES (1, 'S-1-5-21-1-2-3-512', 10114);
INSERT INTO auditor_group VALUES (2, 'S-1-5-21-1-2-3-518', 20114);
INSERT INTO auditor_group VALUES (3, 'S-1-5-21-1-2-3-519', 30114);
INSERT INTO auditor_group VALUES (4, 'S-1-5-21-1-2-3-513', 40114);
-- expect: S1 fail rights of the auditor
-- expect: S2 fail rights of the auditor
-- expect: S3 fail rights of the auditor
-- expect: S4 info rights of the auditor

-- case: the policy allows domain administrators
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
-- param: allow_da = true
INSERT INTO auditor_group VALUES (1, 'S-1-5-21-1-2-3-512', 10114);
-- expect: S1 warn rights of the auditor

-- case: an administrator, by a group or by the session, through a script; through a function
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
UPDATE engine SET way = 'script' WHERE target_id <> 3;
UPDATE engine SET elevated = 1 WHERE target_id IN (1, 3);
INSERT INTO auditor_group SELECT column1, 'S-1-5-32-544', 10000 * column1 + 114 FROM (VALUES (2), (3));
UPDATE engine SET elevated = NULL WHERE target_id = 4;
-- expect: S1 warn rights of the auditor
-- expect: S2 warn rights of the auditor
-- expect: S3 info rights of the auditor
-- expect: S4 pass

-- case: no group was told; the engine did not tell how it was reached
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
DELETE FROM auditor_group WHERE target_id = 1;
DELETE FROM engine_parameter WHERE target_id = 2;
DELETE FROM engine WHERE target_id = 2;
INSERT INTO auditor_group VALUES (2, 'S-1-5-32-544', 20114);
-- expect: S1 unknown rights of the auditor
-- expect: S2 warn rights of the auditor
