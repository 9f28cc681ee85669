-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-016
-- title: The application certificate is valid, rotated and well protected
-- area: accounts
-- severity: high
-- applies: all
-- needs: [connector or engine_connector or entra_credential]
-- confirms: [entra_credential, scheduler, event_log]
-- param:
--   fail_d: 14
--   warn_d: 60
-- why: >-
--   When the certificate of application-based authentication expires, synchronisation with Entra ID
--   stops. A local administrator can export a key that lies in software and use it elsewhere. An
--   export does not hold the certificate.
-- remedy: >-
--   Let Entra Connect rotate the certificate (the scheduler must not be suspended) and keep its key
--   in the TPM.
-- references:
--   - Microsoft, Application-based authentication
--   - NIST SP 800-53 r5 SC-12, IA-5(2)
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1552.004, T1528
--
-- # Days by the server's own clock. 1012: the certificate has expired; 1014: its key does not lie in the TPM. Whether
-- # a key in the machine's store can be exported is told by nobody.
WITH held AS (
  SELECT s.target_id, s.name AS host, s.entra_account, c.kind, c.managed_by, c.auto_rotation, c.not_after,
         coalesce(c.evidence_id, s.evidence_id) AS evidence_id,
         coalesce(c.kind = 'service_account', lower(substr(s.entra_account, 1, 5)) = 'sync_') AS is_account,
         EXISTS (SELECT * FROM seen v WHERE v.target_id = s.target_id AND v.source = 'entra_credential') AS asked,
         julianday(c.not_after) - julianday(k.now) AS left_d, julianday(c.not_before) - julianday(k.now) AS begins_d,
         t.suspended, t.maintenance
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    LEFT JOIN main.engine_credential c ON c.target_id = s.target_id
    LEFT JOIN schedule t ON t.target_id = s.target_id AND t.teller = 'scheduler'
)
SELECT host, 'application certificate' AS subject,
       'the server signs in with a password account' || coalesce(', ' || entra_account, '') AS observed,
       'application-based authentication (ACC-015)' AS expected,
       'not_applicable' AS status, evidence_id AS evidence
  FROM held
 WHERE is_account
UNION ALL
SELECT host, 'validity',
       CASE WHEN left_d IS NULL THEN 'until when it is valid was not told'
            WHEN begins_d > 0 THEN 'it is not valid yet, by the server''s clock'
            WHEN left_d <= 0 THEN 'expired on ' || not_after
            ELSE 'expires on ' || not_after || ', in ' || CAST(left_d AS INTEGER) || ' days' END,
       'more than ' || param('warn_d') || ' days; ' || param('fail_d') || ' or fewer are a failure',
       CASE WHEN left_d IS NULL OR begins_d > 0 THEN 'unknown' WHEN left_d <= param('fail_d') THEN 'fail' ELSE 'warn' END,
       evidence_id
  FROM held
 WHERE NOT coalesce(is_account, 0) AND kind = 'application'
   AND (coalesce(left_d, 0) <= param('warn_d') OR begins_d > 0)
UNION ALL
SELECT host, 'rotation',
       CASE WHEN auto_rotation = 0 THEN 'nobody rotates it but people' || coalesce(' (' || managed_by || ')', '')
            WHEN suspended = 1 THEN 'by the scheduler, which is suspended'
            ELSE 'by the scheduler, whose maintenance is off' END,
       'rotated by Entra Connect', 'warn', evidence_id
  FROM held
 WHERE NOT coalesce(is_account, 0) AND kind = 'application' AND (auto_rotation = 0 OR suspended = 1 OR maintenance = 0)
UNION ALL
SELECT host, 'rotation', 'whether it is rotated was not told', 'rotated by Entra Connect', 'unknown', evidence_id
  FROM held
 WHERE NOT coalesce(is_account, 0) AND kind = 'application' AND auto_rotation IS NULL
UNION ALL
SELECT host, 'credential', 'nobody tells what it is', 'a certificate', 'unknown', evidence_id
  FROM held
 WHERE NOT coalesce(is_account, 0) AND asked AND coalesce(kind, 'unknown') = 'unknown'
UNION ALL
SELECT h.host, 'event ' || e.event,
       iif(e.event = 1014, 'the key does not lie in the TPM', 'the certificate had expired') || ', on ' || max(e.at),
       'a certificate that is valid, and its key in the TPM', iif(e.event = 1014 OR h.left_d > 0, 'warn', 'fail'),
       min(e.evidence_id)
  FROM held h JOIN main.host_event e ON e.target_id = h.target_id
 WHERE NOT coalesce(h.is_account, 0) AND e.log = 'Application' AND e.provider = 'Directory Synchronization'
   AND e.event IN (1012, 1014)
 GROUP BY h.target_id, e.event
UNION ALL
SELECT u.host, 'log ' || u.log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen u JOIN held h ON h.target_id = u.target_id
 WHERE u.log = 'Application' AND NOT coalesce(h.is_account, 0)
