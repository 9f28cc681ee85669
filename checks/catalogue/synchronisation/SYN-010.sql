-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-010
-- title: Password hash synchronisation is alive on the active server
-- area: synchronisation
-- severity: high
-- applies: active
-- needs: [global_settings, connector]
-- confirms: [event_log]
-- why: >-
--   When it stands still, people change their password in AD and cannot sign in to the cloud, and
--   leaked credentials are no longer noticed. Whether it is alive, only the event log tells; an
--   export tells only whether the feature is on.
-- remedy: >-
--   Look for events 611 (replication right or domain controller), 652 and 655 in the Application
--   log, and for the heartbeat 654 every 30 minutes; Invoke-ADSyncDiagnostics -PasswordSync.
-- references:
--   - Microsoft, Implement password hash synchronization
--   - Microsoft, Connect Health for sync, alert catalog
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
WITH seen AS (
  SELECT s.name AS host, p.value, coalesce(p.evidence_id, s.evidence_id) AS evidence,
         CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                             WHEN 'false' THEN 'off' WHEN '0' THEN 'off'
                             ELSE 'unclear' END AS state,
         EXISTS (SELECT * FROM main.connector c
                  WHERE c.target_id = s.target_id AND c.password_hash_sync = 1) AS by_connector
    FROM server s
    LEFT JOIN main.global_parameter p ON p.target_id = s.target_id
                                     AND p.name = 'Microsoft.OptionalFeature.PasswordHashSync'
   WHERE s.role = 'active'
)
SELECT host, 'password hash synchronisation' AS subject,
       CASE state || by_connector WHEN 'off0' THEN 'the feature is off'
                                  WHEN 'off1' THEN 'off, but on for a connector'
                                  ELSE coalesce(nullif(value, ''), 'not in the export') END
         AS observed,
       'on, or off everywhere' AS expected,
       CASE state || by_connector WHEN 'off0' THEN 'not_applicable' ELSE 'unknown' END AS status,
       evidence
  FROM seen
 WHERE state <> 'on'
