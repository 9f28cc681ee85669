-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-015.

-- case: a password account, well before the deadline
-- server: SYNC01 active contoso.example
-- expect: SYNC01 warn Entra ID account

-- case: a day before the time of preparation
-- now: 2026-12-07T23:59:59Z
-- server: SYNC01 active contoso.example
-- expect: SYNC01 warn Entra ID account

-- case: 120 days before the deadline
-- now: 2026-12-08T00:00:00Z
-- server: SYNC01 active contoso.example
-- expect: SYNC01 fail Entra ID account

-- case: after the deadline
-- now: 2027-05-01T12:00:00Z
-- server: SYNC01 active contoso.example
-- expect: SYNC01 fail Entra ID account

-- case: another deadline in the policy
-- server: SYNC01 active contoso.example
-- param: deadline = 2026-12-31
-- expect: SYNC01 fail Entra ID account

-- case: another time of preparation in the policy
-- server: SYNC01 active contoso.example
-- param: lead_d = 136
-- expect: SYNC01 fail Entra ID account

-- case: not yet the time of preparation of the policy
-- server: SYNC01 active contoso.example
-- param: lead_d = 135
-- expect: SYNC01 warn Entra ID account

-- case: a password account is one, whatever else was seen
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
UPDATE connector SET account = 'SYNC_X@contoso.example';
-- expect: SYNC01 warn Entra ID account

-- case: an account of another kind proves nothing
-- server: SYNC01 active contoso.example
UPDATE connector SET account = 'syncaccount@contoso.example';
-- expect: SYNC01 unknown Entra ID account

-- case: no account in the export
-- server: SYNC01 active contoso.example
UPDATE connector SET account = NULL;
-- expect: SYNC01 unknown Entra ID account

-- case: an empty account
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '';
-- expect: SYNC01 unknown Entra ID account

-- case: an account of another kind, and the credential was seen
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
UPDATE connector SET account = '6bf85cfa';
-- expect: SYNC01 pass

-- case: the credential could not be read
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '6bf85cfa';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'entra_credential', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
UPDATE coverage SET status = 'denied' WHERE source = 'entra_credential';
-- expect: SYNC01 unknown Entra ID account

-- case: the credential of another server was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
UPDATE connector SET account = '6bf85cfa';
-- expect: SYNC01 pass
-- expect: SYNC02 unknown Entra ID account

-- case: only the connector to Entra ID counts, and only that of the server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE connector SET account = '6bf85cfa' WHERE target_id = 2;
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (1, 1, 'ad:contoso.com', 'ad', 'c1', 'contoso.com', 'AD', 'contoso.com', 'MSOL_1', 12),
  (1001, 1, 'ad:contoso.com', 'ad', 'c1001', 'contoso.com', 'AD', 'contoso.com', 'MSOL_1', 12),
  (2, 2, 'ad:contoso.com', 'ad', 'c2', 'contoso.com', 'AD', 'contoso.com', 'sync_ad', 22),
  (1002, 2, 'ad:contoso.com', 'ad', 'c1002', 'contoso.com', 'AD', 'contoso.com', 'sync_ad', 22);
UPDATE connector SET connector_key = connector_key || id WHERE kind = 'ad';
-- expect: SYNC01 warn Entra ID account
-- expect: SYNC02 unknown Entra ID account

-- case: another source of the server was seen
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '6bf85cfa';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown Entra ID account

-- case: two connectors to Entra ID are one finding
-- server: SYNC01 active contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account,
                       evidence_id)
SELECT 101, 1, 'entra#2', kind, guid, name, category, account, evidence_id FROM connector;
-- expect: SYNC01 warn Entra ID account

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: what the engine says counts
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- engine: S4 active
UPDATE engine_connector SET account = '6bf85cfa' WHERE kind = 'entra';
UPDATE engine_credential SET kind = 'service_account' WHERE target_id = 2;
UPDATE engine_credential SET kind = 'unknown' WHERE target_id = 3;
DELETE FROM engine_credential WHERE target_id = 4;
-- expect: S1 pass
-- expect: S2 warn Entra ID account
-- expect: S3 unknown Entra ID account
-- expect: S4 unknown Entra ID account

-- case: an application, and a connector that still names an account; a kind that is not known
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_credential SET kind = 'unknown' WHERE target_id = 2;
-- expect: S1 warn Entra ID account
-- expect: S2 warn Entra ID account

-- case: nothing was asked
-- server: S1 none -
-- expect: S1 unknown

-- case: a password account by the engine, shortly before the deadline
-- now: 2027-04-01T00:00:00Z
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_connector SET account = '6bf85cfa' WHERE kind = 'entra';
UPDATE engine_credential SET kind = 'service_account' WHERE target_id = 1;
-- expect: S1 fail Entra ID account
