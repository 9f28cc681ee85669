-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-011
-- title: Password writeback is healthy on the active server
-- area: synchronisation
-- severity: medium
-- applies: active
-- needs: [global_settings, connector]
-- confirms: [event_log]
-- why: >-
--   When it stands still, self-service password reset fails for everybody who lives in AD. Whether
--   it is healthy, only the event log tells; an export tells only whether the feature is on.
-- remedy: >-
--   Look at events 31001 to 34003 of PasswordResetService in the Application log; 33004 tells that
--   the connector account lacks rights in AD. Check the way to *.servicebus.windows.net and restart
--   the ADSync service.
-- references:
--   - Microsoft, Password writeback troubleshooting
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
WITH seen AS (
  SELECT s.name AS host, p.value, coalesce(p.evidence_id, s.evidence_id) AS evidence,
         CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                             WHEN 'false' THEN 'off' WHEN '0' THEN 'off'
                             ELSE 'unclear' END AS state,
         EXISTS (SELECT * FROM main.connector c
                  WHERE c.target_id = s.target_id AND c.password_writeback = 1) AS by_connector
    FROM server s
    LEFT JOIN main.global_parameter p ON p.target_id = s.target_id
                                     AND p.name = 'Microsoft.OptionalFeature.PasswordWriteback'
   WHERE s.role = 'active'
)
SELECT host, 'password writeback' AS subject,
       CASE state || by_connector WHEN 'off0' THEN 'the feature is off'
                                  WHEN 'off1' THEN 'off, but on for a connector'
                                  ELSE coalesce(nullif(value, ''), 'not in the export') END
         AS observed,
       'on, or off everywhere' AS expected,
       CASE state || by_connector WHEN 'off0' THEN 'not_applicable' ELSE 'unknown' END AS status,
       evidence
  FROM seen
 WHERE state <> 'on'
