-- SPDX-License-Identifier: Apache-2.0
-- id: MON-005
-- title: Administrator actions in Entra Connect are audited
-- area: monitoring
-- severity: medium
-- applies: all
-- needs: [registry]
-- param:
--   audited_from: "2.4.129.0"
--   reliable_from: "2.6.84.0"
-- why: >-
--   Changes by the wizard, of rules and of permissions leave a trace with the name of who made them, unless
--   somebody switched it off.
-- remedy: >-
--   Delete the value AuditEventLogging or set it to 1, restart the wizard and the service; upgrade where the
--   version does not record who it was.
-- references:
--   - Microsoft, Administrator actions audit events
--   - NIST SP 800-53 r5 AU-2, AU-12, CM-5
--   - NIST CSF 2.0 PR.PS-04
SELECT s.name AS host, 'audit of administrators' AS subject,
       CASE t.state WHEN 'set' THEN 'switched off' ELSE 'could not be read' END AS observed, 'on' AS expected,
       iif(t.state = 'set', 'fail', 'unknown') AS status, t.evidence_id AS evidence
  FROM server s
  LEFT JOIN setting t ON t.target_id = s.target_id AND t.name = 'EntraConnect.AuditEventLogging'
 WHERE (t.state = 'absent' OR (t.state = 'set' AND t.number <> 0)) IS NOT TRUE
UNION ALL
SELECT name, 'product version',
       CASE WHEN version_key IS NULL THEN coalesce(product_version || ', which is no version', 'no version told')
            WHEN version_key < version_key(param('audited_from'))
              THEN product_version || ', which writes no events of administrators'
            ELSE product_version || ', whose events do not tell for certain who it was' END,
       param('reliable_from') || ' or later', iif(version_key IS NULL, 'unknown', 'warn'), evidence_id
  FROM server
 WHERE (version_key >= version_key(param('reliable_from'))) IS NOT TRUE
