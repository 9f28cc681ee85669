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
UPDATE host SET mechanism = 'certificate', protected = 1;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'auditor_right', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: NTLM
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET mechanism = 'NTLM', protected = 1;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'auditor_right', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
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
