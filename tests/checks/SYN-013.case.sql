-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-013.

-- case: everything answers
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a domain that is not reached
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_domain SET reachable = 0, message = 'no server';
-- expect: SYNC01 fail contoso.com / contoso.com

-- case: the newest run was refused; runs since went through; the day is over
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
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
UPDATE engine_run SET result = 'no-start-credentials' WHERE connector = 'contoso.com' AND (target_id = 1 AND number = 8 OR target_id = 2 AND number = 4 OR target_id = 3 AND number = 1 OR target_id = 4 AND number = 7);
UPDATE engine_run SET result = 'stopped-connectivity' WHERE connector = 'contoso.com' AND target_id = 5 AND number = 8;
-- expect: SYNC01 fail contoso.com / runs
-- expect: SYNC02 warn contoso.com / runs
-- expect: SYNC03 pass
-- expect: SYNC04 fail contoso.com / runs
-- expect: SYNC05 fail contoso.com / runs

-- case: failures of other kinds
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE number = 8;
-- expect: SYNC01 pass

-- case: events of the last day, of the day before, others
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6000, 1, '2026-11-21T12:00:00Z', 16, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6001, 1, '2026-11-21T12:00:00Z', 17, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 106, 1, '2026-11-22T11:00:00Z', 18, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 107, 1, '2026-11-22T11:00:00Z', 19, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 109, 1, '2026-11-22T11:00:00Z', 20, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 110, 1, '2026-11-22T11:00:00Z', 21, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 111, 1, '2026-11-22T11:00:00Z', 22, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 115, 1, '2026-11-22T11:00:00Z', 23, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:00:00Z', 24, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 655, 1, '2026-11-22T11:00:00Z', 25, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6000, 1, '2026-11-21T11:59:00Z', 26, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 106, 1, '2026-11-22T11:59:00Z', 27, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 5999, 1, '2026-11-22T11:59:00Z', 28, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6002, 1, '2026-11-22T11:59:00Z', 29, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 105, 1, '2026-11-22T11:59:00Z', 30, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 108, 1, '2026-11-22T11:59:00Z', 31, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 112, 1, '2026-11-22T11:59:00Z', 32, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 114, 1, '2026-11-22T11:59:00Z', 33, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 116, 1, '2026-11-22T11:59:00Z', 34, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 610, 1, '2026-11-22T11:59:00Z', 35, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 612, 1, '2026-11-22T11:59:00Z', 36, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 654, 1, '2026-11-22T11:59:00Z', 37, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 656, 1, '2026-11-22T11:59:00Z', 38, '[]', 20023);
INSERT INTO host_event VALUES (2, 'System', 'Directory Synchronization', 611, 1, '2026-11-22T11:59:00Z', 39, '[]', 20023);
-- expect: SYNC01 warn event ADSync 6000
-- expect: SYNC01 warn event ADSync 6001
-- expect: SYNC01 warn event Directory Synchronization 106
-- expect: SYNC01 warn event Directory Synchronization 107
-- expect: SYNC01 warn event Directory Synchronization 109
-- expect: SYNC01 warn event Directory Synchronization 110
-- expect: SYNC01 warn event Directory Synchronization 111
-- expect: SYNC01 warn event Directory Synchronization 115
-- expect: SYNC01 warn event Directory Synchronization 611
-- expect: SYNC01 warn event Directory Synchronization 655
-- expect: SYNC02 pass

-- case: accounts that cannot log on
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- forest: contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO ad_account (id, target_id, domain_id, sid, sam, class, dn, dn_key, enabled, expires_at, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'S-1-5-21-1-1-101-1105', 'MSOL_1', 'user', 'CN=1', 'cn=1', 0, NULL, '', '', '', '', 0, 1012),
       (2, 101, 1, 'S-1-5-21-1-1-101-1106', 'MSOL_2', 'user', 'CN=2', 'cn=2', 1, '2026-11-22T12:00:00Z', '', '', '', '', 0, 1012);
INSERT INTO ad_account_role (account_id, role, how, detail, server) VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01'), (2, 'connector', 'export', 'SYNC02', 'SYNC02');
-- expect: SYNC01 fail contoso.com / MSOL_1
-- expect: SYNC02 fail contoso.com / MSOL_2

-- case: without a test of its domains, a run within the day tells
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
DELETE FROM engine_domain;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector = 'contoso.com' AND (number = 4 OR target_id = 3);
UPDATE engine_run SET ended_at = '2026-11-21T12:00:00Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET ended_at = '2026-11-21T11:59:59Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 unknown contoso.com
-- expect: SYNC03 unknown contoso.com

-- case: Entra ID by its runs, which do not count when they failed, lie in the future, or are synchronisations
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE connector <> 'contoso.com' AND profile LIKE '%Import' AND target_id = 1;
UPDATE engine_run SET started_at = '2026-11-22T12:10:00Z', ended_at = '2026-11-22T12:10:01Z' WHERE connector <> 'contoso.com' AND profile LIKE '%Import' AND target_id = 2;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector <> 'contoso.com' AND profile LIKE '%Import' AND target_id = 3;
-- expect: SYNC01 unknown contoso.example - AAD
-- expect: SYNC02 unknown contoso.example - AAD
-- expect: SYNC03 unknown contoso.example - AAD

-- case: an export to Entra ID tells too
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector <> 'contoso.com' AND profile LIKE '%Import';
-- expect: SYNC01 pass

-- case: a domain that is selected and was not tested
-- server: SYNC01 staging contoso.example
-- connector: SYNC01 contoso.com
-- host: SYNC01
-- engine: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain) VALUES (1, 101, 'a', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1), (2, 101, 'b', 'DC=emea,DC=contoso,DC=com', 'dc=emea', 1, 1), (3, 101, 'c', 'DC=apac,DC=contoso,DC=com', 'dc=apac', 0, 1), (4, 101, 'd', 'CN=Configuration,DC=contoso,DC=com', 'cn=', 1, 0);
-- expect: SYNC01 unknown contoso.com / DC=emea,DC=contoso,DC=com

-- case: no connector was told
-- server: SYNC01 none -
-- host: SYNC01
-- engine: SYNC01 staging
DELETE FROM engine_statistics;
DELETE FROM engine_connector;
DELETE FROM engine_run_step;
DELETE FROM engine_run;
DELETE FROM engine_domain;
-- expect: SYNC01 unknown connectors

-- case: records are missing, and are not shown
-- server: SYNC01 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: SYNC01 unknown records of the logs
-- expect: SYNC03 unknown log Application

-- case: not seen
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- uncovered: SYNC01 run_history
-- uncovered: SYNC01 reachability
-- uncovered: SYNC02 reachability
-- uncovered: SYNC03 run_history
-- uncovered: SYNC04 event_log
-- expect: SYNC01 unknown
-- expect: SYNC02 pass
-- expect: SYNC03 unknown contoso.example - AAD
-- expect: SYNC04 unknown

-- case: a domain that is left out need not be reached
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01 staging
-- engine: SYNC02 staging
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 900 + target_id, target_id, connector_key, kind, guid, name, 'AD', 10000 * target_id + 103 FROM engine_connector WHERE kind = 'ad';
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
SELECT 900 + target_id, 900 + target_id, 'p', 'DC=lab, DC=Contoso, DC=com', 'x', iif(target_id = 1, 0, 1), 1 FROM engine_connector WHERE kind = 'ad';
INSERT INTO engine_domain SELECT target_id, name, 'LAB.contoso.com', 0, NULL, 10000 * target_id + 111 FROM engine_connector WHERE kind = 'ad';
-- expect: SYNC01 info contoso.com / LAB.contoso.com
-- expect: SYNC02 fail contoso.com / LAB.contoso.com
