-- SPDX-License-Identifier: Apache-2.0
-- What "-- engine:" of a case file stands for (casefile.c): a sync engine that is well. temp.case_engine has a row
-- for each such server: target_id, name, staging, now; temp.case_source the sources with their number, as in
-- sources.c. Evidence: 10000 * target + 100 + number.

INSERT INTO main.evidence
SELECT 10000 * e.target_id + 100 + s.number, e.target_id, s.source, 'psrp/' || s.source, e.now, 0,
       'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'none', NULL
  FROM temp.case_engine e JOIN temp.case_source s;
INSERT INTO main.coverage (target_id, source, status, rows, started_at, finished_at)
SELECT e.target_id, s.source, 'ok', 1, e.now, e.now FROM temp.case_engine e JOIN temp.case_source s;

INSERT INTO main.engine
SELECT target_id, 'function', 'syncaudit', '2.3', '5.1.20348.2762', 'NoLanguage', 'S-1-5-94-1',
       'WinRM Virtual Users\WinRM VA_1', 0, '1.0.0.0', coalesce(v.product_version, '2.5.190.0'),
       coalesce(v.product_version, '2.5.190.0'), 5,
       '00000000-0000-0000-0000-000000000001', 60, e.now, 10000 * target_id + 101
  FROM temp.case_engine e LEFT JOIN main.sync_server v USING (target_id);
INSERT INTO main.engine_parameter
SELECT target_id, 'Microsoft.Synchronize.StagingMode', iif(staging, 'True', 'False'), 10000 * target_id + 101
  FROM temp.case_engine WHERE staging IS NOT NULL
 UNION ALL
SELECT g.target_id, g.name, g.value, 10000 * g.target_id + 101
  FROM main.global_parameter g JOIN temp.case_engine e USING (target_id)
 WHERE g.name <> 'Microsoft.Synchronize.StagingMode';
INSERT INTO main.engine_scheduler
SELECT target_id, staging, 1, 1, 0, 0, 'Delta', strftime('%Y-%m-%dT%H:%M:%SZ', now, '+10 minutes'), 1800, 1800, NULL,
       604800, now, 10000 * target_id + 102
  FROM temp.case_engine WHERE staging IS NOT NULL;

-- The connectors of the case, else one to Entra ID and one to contoso.com.
INSERT INTO main.engine_connector
SELECT c.target_id, c.guid, c.name, c.kind, c.connector_key, c.forest, c.account_domain, c.account, NULL,
       10000 * c.target_id + 103
  FROM main.connector c JOIN temp.case_engine e USING (target_id);
INSERT OR IGNORE INTO main.engine_connector
SELECT target_id, 'b891884f-051e-4a83-95af-2544101c9083', 'contoso.example - AAD', 'entra', 'entra', NULL, NULL,
       'Sync_' || name || '_0123456789ab@contoso.example', NULL, 10000 * target_id + 103
  FROM temp.case_engine;
INSERT INTO main.engine_connector
SELECT e.target_id, '00000000-0000-0000-0000-' || substr('000000000000' || e.target_id, -12), 'contoso.com', 'ad',
       'ad:contoso.com', 'contoso.com', 'CONTOSO', 'MSOL_' || e.target_id, NULL, 10000 * e.target_id + 103
  FROM temp.case_engine e
 WHERE NOT EXISTS (SELECT * FROM main.engine_connector c WHERE c.target_id = e.target_id AND c.kind = 'ad');

INSERT INTO main.engine_statistics
SELECT target_id, guid, name, 1000, 0, 0, 0, 0, 0, 0, 1000, 10000 * target_id + 104 FROM main.engine_connector;

-- A full run six days ago, delta runs within the hour; exports where the server is active.
INSERT INTO main.engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at,
                             ended_at, evidence_id)
SELECT c.target_id, 'run-' || c.target_id || '-' || c.guid || '-' || p.column1, c.guid, c.name, p.column2, p.column1,
       'NT SERVICE\ADSync', 1, 'success', strftime('%Y-%m-%dT%H:%M:%SZ', e.now, p.column3),
       strftime('%Y-%m-%dT%H:%M:%SZ', e.now, p.column3, '+1 minutes'), 10000 * c.target_id + 105
  FROM main.engine_connector c
  JOIN temp.case_engine e USING (target_id)
  JOIN (VALUES (1, 'Full Import', '-160 hours'), (2, 'Full Synchronization', '-159 hours'),
               (3, 'Export', '-158 hours'),
               (4, 'Delta Import', '-50 minutes'), (5, 'Delta Synchronization', '-47 minutes'),
               (6, 'Export', '-44 minutes'),
               (7, 'Delta Import', '-20 minutes'), (8, 'Delta Synchronization', '-17 minutes'),
               (9, 'Export', '-14 minutes')) p
 WHERE p.column2 <> 'Export' OR e.staging IS 0;
INSERT INTO main.engine_run_step
SELECT id, 1, replace(profile, ' ', ''), result, started_at, ended_at, 0, 0, 0, 0, 0, 0, 0, 0 FROM main.engine_run;
INSERT INTO main.engine_history
SELECT e.target_id, count(r.id), min(r.started_at), 1, e.now, 10000 * e.target_id + 105
  FROM temp.case_engine e JOIN main.engine_run r USING (target_id)
 GROUP BY e.target_id;

INSERT INTO main.engine_file
SELECT target_id, 'miiserver.exe.config', 4096,
       'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '2026-01-01T00:00:00Z',
       10000 * target_id + 108
  FROM temp.case_engine;
INSERT INTO main.engine_auto_upgrade SELECT target_id, 'Enabled', NULL, 10000 * target_id + 109 FROM temp.case_engine;
INSERT INTO main.engine_password_sync
SELECT target_id, name, 1, 10000 * target_id + 110 FROM main.engine_connector WHERE kind = 'ad';
INSERT INTO main.engine_password_partition
SELECT c.target_id, c.guid, 'DC=' || replace(c.name, '.', ',DC='), 'Successful',
       strftime('%Y-%m-%dT%H:%M:%SZ', e.now, '-5 minutes'), strftime('%Y-%m-%dT%H:%M:%SZ', e.now, '-5 minutes'),
       10000 * c.target_id + 110
  FROM main.engine_connector c JOIN temp.case_engine e USING (target_id)
 WHERE c.kind = 'ad';
INSERT INTO main.engine_password_writeback
SELECT target_id, name, 0, 10000 * target_id + 110 FROM main.engine_connector WHERE kind = 'entra';
INSERT INTO main.engine_domain
SELECT target_id, name, coalesce(forest, name), 1, NULL, 10000 * target_id + 111
  FROM main.engine_connector WHERE kind = 'ad';
INSERT INTO main.engine_database
SELECT target_id, 1, 900, '(localdb)', '.\ADSync2019', 'ADSync', '15.0.4410.1', 'Express Edition (64-bit)',
       10000 * target_id + 112
  FROM temp.case_engine;
INSERT INTO main.engine_credential
SELECT target_id, 'application', 'EntraConnect', 1, 'AA11', 'bb22', strftime('%Y-%m-%dT%H:%M:%SZ', now, '-30 days'),
       strftime('%Y-%m-%dT%H:%M:%SZ', now, '+150 days'), 10000 * target_id + 113
  FROM temp.case_engine;

INSERT INTO main.auditor_group
SELECT target_id, column1, 10000 * target_id + 114
  FROM temp.case_engine JOIN (VALUES ('S-1-1-0'), ('S-1-5-2'), ('S-1-5-11'), ('S-1-5-21-9-9-9-1003'));
INSERT INTO main.host_user_right
SELECT target_id, column1, column2, 10000 * target_id + 115
  FROM temp.case_engine
  JOIN (VALUES ('SeNetworkLogonRight', 'S-1-5-32-544'), ('SeNetworkLogonRight', 'S-1-5-11'),
               ('SeInteractiveLogonRight', 'S-1-5-32-544'), ('SeDebugPrivilege', 'S-1-5-32-544'),
               ('SeBackupPrivilege', 'S-1-5-32-544'), ('SeRestorePrivilege', 'S-1-5-32-544'),
               ('SeLoadDriverPrivilege', 'S-1-5-32-544'), ('SeImpersonatePrivilege', 'S-1-5-6'),
               ('SeDenyNetworkLogonRight', 'S-1-5-114'), ('SeDenyNetworkLogonRight', 'S-1-5-32-546'),
               ('SeDenyRemoteInteractiveLogonRight', 'S-1-5-113'),
               ('SeDenyRemoteInteractiveLogonRight', 'S-1-5-32-546'),
               ('SeDenyInteractiveLogonRight', 'S-1-5-32-546'),
               ('SeDenyInteractiveLogonRight', 'S-1-5-21-1-1-101-1105'),
               ('SeDenyRemoteInteractiveLogonRight', 'S-1-5-21-1-1-101-1105'));
INSERT INTO main.host_audit_policy
SELECT target_id, column1 || '-69ae-11d9-bed3-505054503030', 1, column2, 10000 * target_id + 116
  FROM temp.case_engine
  JOIN (VALUES ('0cce9215', 1), ('0cce921b', 0), ('0cce9228', 1), ('0cce922b', 0), ('0cce922f', 0),
               ('0cce9235', 1), ('0cce9237', 0));
INSERT INTO main.host_folder (id, target_id, role, path, exists_there, owner_sid, evidence_id)
SELECT 100 * target_id + column1, target_id, column2, column3, 1, 'S-1-5-32-544', 10000 * target_id + 117
  FROM temp.case_engine
  JOIN (VALUES (1, 'program', 'C:\Program Files\Microsoft Azure AD Sync'),
               (2, 'data', 'C:\Program Files\Microsoft Azure AD Sync\Data'),
               (3, 'settings', 'C:\ProgramData\AADConnect'),
               (4, 'database', 'C:\Program Files\Microsoft Azure AD Sync\Data\ADSync'));
INSERT INTO main.host_folder_ace
SELECT f.id, a.column1, a.column2, 1, a.column3, a.column4, a.column5, a.column6, 1
  FROM main.host_folder f
  JOIN (VALUES (1, 'S-1-5-18', 2032127, 1, 1, 0), (2, 'S-1-5-32-544', 2032127, 1, 1, 0),
               (3, 'S-1-5-32-545', 1179817, 1, 0, 0), (4, 'S-1-3-0', 2032127, 1, 1, 1)) a
 WHERE a.column1 <> 3 OR f.role = 'program';
INSERT INTO main.host_log_age
SELECT target_id, column1, strftime('%Y-%m-%dT%H:%M:%SZ', now, '-40 days'), 10000 * target_id + 118
  FROM temp.case_engine JOIN (VALUES ('Application'), ('Security'), ('System'));
INSERT INTO main.host_account_watched
SELECT target_id, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', strftime('%Y-%m-%dT%H:%M:%SZ', now, '-8 days'),
       10000 * target_id + 119
  FROM temp.case_engine;
