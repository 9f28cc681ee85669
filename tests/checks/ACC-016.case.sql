-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-016.

-- case: a password account has no certificate
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC01 not_applicable application certificate
-- expect: SYNC02 not_applicable application certificate

-- case: a password account in other letters, and the credential was seen
-- server: SYNC01 active contoso.example
UPDATE connector SET account = 'SYNC_X@contoso.example';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'entra_credential', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 not_applicable application certificate

-- case: an export does not hold the certificate
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '6bf85cfa';
-- expect: SYNC01 unknown

-- case: an account whose name only begins like one
-- server: SYNC01 active contoso.example
UPDATE connector SET account = 'syncaccount@contoso.example';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'entra_credential', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: no account in the export
-- server: SYNC01 active contoso.example
UPDATE connector SET account = NULL;
-- expect: SYNC01 unknown

-- case: the credential was seen
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '6bf85cfa';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'entra_credential', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown
