-- SPDX-License-Identifier: Apache-2.0
-- id: BCK-002
-- title: A fresh export of the configuration exists
-- area: recovery
-- severity: high
-- applies: all
-- needs: [coverage]
-- confirms: [event_log]
-- param:
--   export_warn_d: 7
--   export_fail_d: 31
-- why: >-
--   To build a server anew takes an export of its configuration. What the wizard writes by itself is not complete:
--   changes by PowerShell, the rules editor and the Synchronization Service Manager are not in it.
-- remedy: >-
--   Get-ADSyncServerConfiguration -Path <folder> on a schedule; keep the snapshots of these audits, which hold the
--   export that they read.
-- references:
--   - Microsoft, Import and export configuration settings
--   - NIST SP 800-53 r5 CP-9, CM-2(3)
--   - NIST CSF 2.0 PR.DS-11
--
-- # The export that this audit read, whole, counts: its snapshot keeps it. Whether others lie elsewhere is not known.
-- # The time in an export names no zone, so it is taken as a day. Changes: 208, 209; 2503 to 2516, 2518.
WITH export AS (
  SELECT s.name AS host, s.target_id, s.exported_at, v.evidence_id,
         julianday(date(k.now)) - julianday(date(s.exported_at)) AS age_d,
         (SELECT count(*) FROM main.coverage c WHERE c.target_id = s.target_id AND c.status = 'ok'
             AND c.source IN ('global_settings', 'connector', 'sync_rule')) = 3 AS whole,
         (SELECT max(e.at) FROM main.host_event e
           WHERE e.target_id = s.target_id AND e.log = 'Application'
             AND (e.provider = 'Directory Synchronization' AND e.event IN (208, 209)
                  OR e.provider = 'Entra Connect Admin Actions' AND (e.event BETWEEN 2503 AND 2516 OR e.event = 2518)))
           AS changed_at
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    LEFT JOIN main.sync_server v ON v.target_id = s.target_id
)
SELECT host, 'export' AS subject,
       CASE WHEN NOT whole THEN 'this audit read no whole export; whether one lies elsewhere is not known'
            WHEN age_d IS NULL THEN 'when it was made is not known'
            WHEN age_d < -1 THEN 'made on ' || exported_at || ', in the future of the server'
            ELSE 'made ' || CAST(max(age_d, 0) AS INTEGER) || ' days ago, on ' || exported_at END AS observed,
       'within ' || param('export_warn_d') || ' days; more than ' || param('export_fail_d') || ' are a failure' AS expected,
       CASE WHEN NOT whole OR coalesce(age_d, -2) < -1 THEN 'unknown'
            WHEN age_d > param('export_fail_d') THEN 'fail' ELSE 'warn' END AS status, evidence_id AS evidence
  FROM export
 WHERE NOT whole OR coalesce(age_d, -2) < -1 OR age_d > param('export_warn_d')
UNION ALL
SELECT host, 'change', 'the configuration was changed on ' || changed_at || ', after the export of ' || exported_at,
       'an export after the last change', 'fail', evidence_id
  FROM export
 WHERE whole AND age_d >= -1 AND julianday(date(changed_at)) > julianday(date(exported_at))
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
