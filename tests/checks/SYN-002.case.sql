-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-002.

-- case: an engine that is well
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: an export 90 minutes ago, a second more, 180 minutes, a second more
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Export' AND connector <> 'contoso.com' AND number < 9;
UPDATE engine_run SET ended_at = CASE target_id WHEN 1 THEN '2026-11-22T10:30:00Z' WHEN 2 THEN '2026-11-22T10:29:59Z' WHEN 3 THEN '2026-11-22T09:00:00Z' ELSE '2026-11-22T08:59:59Z' END WHERE profile = 'Export' AND connector <> 'contoso.com';
-- expect: SYNC01 pass
-- expect: SYNC02 warn contoso.example - AAD / export
-- expect: SYNC03 warn contoso.example - AAD / export
-- expect: SYNC04 fail contoso.example - AAD / export

-- case: an import of AD that is late only warns, one that is missing fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 4;
DELETE FROM engine_run WHERE profile = 'Full Import' AND connector = 'contoso.com';
UPDATE engine_run SET ended_at = '2026-11-22T10:29:59Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET ended_at = '2026-11-20T10:29:59Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND target_id = 2;
DELETE FROM engine_run WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND target_id = 3;
-- expect: SYNC01 warn contoso.com / import
-- expect: SYNC02 warn contoso.com / import
-- expect: SYNC03 fail contoso.com / import

-- case: exports that did not go through, have not ended, lie in the future, went to AD
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- server: SYNC05 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_run SET result = 'stopped-server-down' WHERE profile = 'Export' AND connector <> 'contoso.com' AND target_id = 1;
UPDATE engine_run SET complete = 0 WHERE profile = 'Export' AND connector <> 'contoso.com' AND target_id = 2;
UPDATE engine_run SET started_at = '2026-12-22T00:00:00Z', ended_at = '2026-12-22T00:00:00Z' WHERE profile = 'Export' AND connector <> 'contoso.com' AND target_id = 3;
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE target_id = 4 AND profile = 'Export' AND connector <> 'contoso.com');
DELETE FROM engine_run WHERE target_id = 4 AND profile = 'Export' AND connector <> 'contoso.com';
UPDATE engine_run SET result = 'completed-export-errors' WHERE profile = 'Export' AND connector <> 'contoso.com' AND target_id = 5;
-- expect: SYNC01 fail contoso.example - AAD / export
-- expect: SYNC02 fail contoso.example - AAD / export
-- expect: SYNC03 fail contoso.example - AAD / export
-- expect: SYNC04 fail contoso.example - AAD / export
-- expect: SYNC05 pass

-- case: an empty history, one that is shorter than the limit, one that is not
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE target_id = 1 OR profile = 'Export' AND connector <> 'contoso.com';
UPDATE engine_history SET runs = 0, oldest_at = NULL WHERE target_id = 1;
UPDATE engine_history SET oldest_at = '2026-11-22T09:00:00Z', complete = 0 WHERE target_id = 2;
UPDATE engine_history SET oldest_at = '2026-11-22T08:59:59Z', complete = 0 WHERE target_id = 3;
-- expect: SYNC01 unknown contoso.example - AAD / export
-- expect: SYNC01 unknown contoso.com / import
-- expect: SYNC02 unknown contoso.example - AAD / export
-- expect: SYNC03 fail contoso.example - AAD / export

-- case: the server's own clock counts, not the auditor's
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_run SET started_at = '2026-11-25T11:00:00Z', ended_at = '2026-11-25T11:01:00Z' WHERE number > 3;
UPDATE engine_history SET asked_at = '2026-11-25T11:30:00Z';
-- expect: SYNC01 pass

-- case: a server without a connector to Entra ID
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
DELETE FROM engine_connector WHERE kind = 'entra';
-- expect: SYNC01 unknown connector to Entra ID

-- case: not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 run_history
-- uncovered: SYNC02 engine_connector
-- expect: SYNC01 unknown
-- expect: SYNC02 pass

-- case: a staging server does not export
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
DELETE FROM engine_connector;
-- expect: SYNC02 not_applicable

-- case: a server that was staging until a moment ago has nothing to show yet
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Export' AND connector <> 'contoso.com' AND (target_id < 3 OR number > 3);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T09:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T08:59:59Z', 2, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 3, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T13:00:00Z', 4, '[]', 40023);
-- expect: SYNC01 unknown contoso.example - AAD / export
-- expect: SYNC02 fail contoso.example - AAD / export
-- expect: SYNC03 unknown contoso.example - AAD / export
-- expect: SYNC04 fail contoso.example - AAD / export

-- case: run profiles with names of their own, of which nobody tells what they do; connectors that the scheduler does not run
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step;
UPDATE engine_run SET profile = 'Vollimport' WHERE profile LIKE '%Import' AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET profile = 'Abgleich' WHERE profile = 'Export' AND connector <> 'contoso.com' AND target_id = 1;
INSERT INTO engine_connector VALUES (2, '00000000-0000-0000-0000-000000000077', 'ldap.example', 'other', 'extensible2:ldap.example', NULL, NULL, NULL, NULL, 20103);
-- expect: SYNC01 unknown contoso.com / import
-- expect: SYNC01 unknown contoso.example - AAD / export
-- expect: SYNC02 pass
