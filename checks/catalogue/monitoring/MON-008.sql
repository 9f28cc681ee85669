-- SPDX-License-Identifier: Apache-2.0
-- id: MON-008
-- title: A Defender for Identity sensor watches the sync servers
-- area: monitoring
-- severity: medium
-- applies: all
-- needs: [service]
-- param:
--   identity_detection: recommended
-- why: >-
--   Defender for Identity has a sensor for Entra Connect servers, with detections of suspicious logons,
--   password resets and writeback, and posture assessments that need it on every server.
-- remedy: >-
--   Install the sensor on both servers. Set "identity_detection" to "mdi" in the policy where it is required,
--   to "other" or "none" where something else watches the servers, or nothing has to.
-- references:
--   - MDI, Deploy MDI sensors on AD FS, AD CS and Entra Connect servers
--   - NIST SP 800-53 r5 SI-4, SI-4(5)
--   - NIST CSF 2.0 DE.CM-03, DE.CM-09
WITH sensor AS (
  SELECT s.name AS host, s.target_id, v.name, v.state, v.evidence_id,
         EXISTS (SELECT * FROM server o
                   JOIN main.host_service w ON w.target_id = o.target_id
                   JOIN knowledge_service k ON k.purpose = 'identity_detection' AND w.name_key GLOB k.pattern
                  WHERE o.target_id <> s.target_id AND w.state = 'running') AS elsewhere
    FROM server s
    LEFT JOIN main.host_service v ON v.target_id = s.target_id
          AND EXISTS (SELECT * FROM knowledge_service k
                       WHERE k.purpose = 'identity_detection' AND v.name_key GLOB k.pattern)
)
SELECT host, 'sensor' AS subject,
       coalesce('it is ' || state, 'not on the server')
         || iif(elsewhere, '; it runs on another server', '') AS observed,
       'running' AS expected,
       CASE WHEN state IN ('unknown', 'starting') THEN 'unknown'
            WHEN lower(param('identity_detection')) = 'mdi' THEN 'fail'
            WHEN elsewhere OR state IS NOT NULL THEN 'warn'
            ELSE 'info' END AS status,
       evidence_id AS evidence
  FROM sensor
 WHERE state IS NOT 'running' AND lower(param('identity_detection')) NOT IN ('other', 'none')
UNION ALL
SELECT s.name, 'updater of the sensor', 'it is ' || v.state, 'running', 'warn', v.evidence_id
  FROM server s
  JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'aatpsensorupdater'
 WHERE v.state <> 'running' AND lower(param('identity_detection')) NOT IN ('other', 'none')
UNION ALL
SELECT name, 'sensor', 'the policy does without it', 'another detection, or none', 'not_applicable', NULL
  FROM server
 WHERE lower(param('identity_detection')) IN ('other', 'none')
