-- SPDX-License-Identifier: Apache-2.0
-- id: AUD-001
-- title: Collection was complete
-- area: audit
-- severity: high
-- applies: all
-- needs: [coverage]
-- param:
--   required: [global_settings, connector, sync_rule]
-- why: >-
--   "Nothing found" and "not looked at" must never look alike. What was not collected leaves
--   checks unknown.
-- remedy: >-
--   Read the message of the source, correct what it names (folder, file, rights), and collect
--   again.
-- references:
--   - NIST SP 800-53 r5 CA-2, AU-9
--   - NIST CSF 2.0 ID.IM-01
--
-- # A product that is older than a cmdlet cannot be asked with it: nobody can collect that better, and the checks that
-- # want it stay unknown. Only where the engine answered a session that may run anything: elsewhere it may be the
-- # endpoint, or application control, that does not have the cmdlet.
WITH brought(source, since) AS (VALUES ('entra_credential', '2.5.3.0'))
SELECT s.name AS host, c.source AS subject,
       c.status || coalesce(': ' || c.message, '') || coalesce(' (' || c.place || ')', '')
         AS observed,
       CASE WHEN c.status <> 'unsupported' OR r.value IS NOT NULL OR e.target_id IS NULL THEN 'collected'
            WHEN b.since IS NOT NULL THEN 'collected; the product has it from ' || b.since || ' on'
            ELSE 'collected; a cmdlet that this product does not have' END AS expected,
       CASE WHEN c.status <> 'unsupported' OR r.value IS NOT NULL OR e.target_id IS NULL THEN 'fail'
            WHEN b.since IS NOT NULL THEN 'info' ELSE 'warn' END AS status, NULL AS evidence
  FROM server s
  JOIN main.coverage c ON c.target_id = s.target_id
  LEFT JOIN json_each(param('required')) r ON r.value = c.source
  LEFT JOIN main.engine e ON e.target_id = s.target_id AND e.way IN ('script', 'command') AND e.language_mode = 'FullLanguage'
        AND c.source IN ('scheduler', 'engine_connector', 'statistics', 'run_history', 'run_status', 'connector_override',
                         'override', 'auto_upgrade', 'password_sync', 'reachability', 'engine_database', 'entra_credential')
  LEFT JOIN brought b ON b.source = c.source AND s.version_key < version_key(b.since)
 WHERE c.status <> 'ok'
UNION ALL
SELECT s.name, c.source, 'collected, but it holds nothing', 'at least one fact', 'warn', NULL
  FROM server s
  JOIN main.coverage c ON c.target_id = s.target_id
 WHERE c.status = 'ok' AND c.rows = 0
   -- Of the others nothing may be all there is to say: no TPM, no Defender, no task of its own.
   AND c.source IN ('global_settings', 'connector', 'sync_rule', 'host', 'disk', 'network', 'service',
                    'registry', 'firewall', 'listener', 'local_group', 'log', 'engine', 'scheduler',
                    'engine_connector', 'statistics', 'auditor_right', 'user_right', 'audit_policy', 'file_right')
   AND NOT (c.source = 'local_group'             -- a domain controller has none of its own
            AND EXISTS (SELECT * FROM main.host h WHERE h.target_id = s.target_id AND h.domain_role IN (4, 5)))
UNION ALL
SELECT s.name, r.value, 'never begun', 'collected', 'fail', NULL
  FROM server s
  JOIN json_each(param('required')) r
 WHERE iif(r.value IN ('global_settings', 'connector', 'sync_rule'), s.exported, s.exported OR s.asked)
   AND NOT EXISTS (SELECT * FROM main.coverage c
                    WHERE c.target_id = s.target_id AND c.source = r.value)
UNION ALL
SELECT s.name, 'server', 'known from Active Directory, and not looked at', 'its configuration export',
       'unknown', NULL
  FROM server s
 WHERE NOT s.exported AND NOT s.asked
