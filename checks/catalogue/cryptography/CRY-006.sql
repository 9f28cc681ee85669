-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-006
-- title: FIPS mode and encryption keys do not break synchronisation
-- area: cryptography
-- severity: medium
-- applies: all
-- needs: [registry or event_log]
-- confirms: [registry, event_log]
-- why: >-
--   Password hash synchronisation needs MD5 for a step of its protocol, which FIPS mode forbids. The
--   engine's keys are lost when its service account or profile is changed: then no connector has a
--   password any more.
-- remedy: >-
--   Write the documented exception (enforceFIPSPolicy) into miiserver.exe.config on both servers, and
--   again after each upgrade; restore the keys, or enter the passwords of the connectors again.
-- references:
--   - Microsoft, Implement and troubleshoot password hash synchronization
--   - NIST SP 800-53 r5 SC-12, SC-13
--   - NIST CSF 2.0 PR.DS-02

-- Without the value FIPS mode is off. Whether password hashes are synchronised the export tells. 667 says that MD5 was
-- refused; the others that keys are missing, damaged or not accessible.
WITH fips AS (
  SELECT t.host, t.target_id, t.evidence_id,
         EXISTS (SELECT * FROM main.connector c WHERE c.target_id = t.target_id AND c.kind = 'ad'
                    AND c.password_hash_sync = 1) AS phs,
         EXISTS (SELECT * FROM seen c WHERE c.target_id = t.target_id AND c.source = 'connector')
           AND NOT EXISTS (SELECT * FROM main.connector c WHERE c.target_id = t.target_id AND c.kind = 'ad'
                              AND c.password_hash_sync IS NULL) AS known
    FROM setting t
   WHERE t.name = 'Lsa.Fips' AND t.number <> 0
),
hit AS (
  SELECT s.name AS host, e.event, count(*) AS times, max(e.at) AS last, min(e.evidence_id) AS evidence_id
    FROM server s JOIN main.host_event e USING (target_id)
   WHERE e.provider = 'Directory Synchronization' AND e.event = 667
      OR e.provider = 'ADSync'
         AND e.event IN (6028, 6202, 6203, 6204, 6205, 6206, 6207, 6208, 6223, 6227, 6229, 6230, 6231, 6601)
   GROUP BY s.name, e.event
)
SELECT host, 'event ' || event AS subject, times || ' times, last ' || last AS observed,
       iif(event = 667, 'no refusal of MD5', 'no trouble with the keys') AS expected, 'fail' AS status,
       evidence_id AS evidence
  FROM hit
UNION ALL
SELECT host, 'FIPS mode',
       iif(phs, 'on, and password hashes are synchronised', 'on; whether password hashes are synchronised was not seen'),
       'off, or the documented exception, which this check does not see', iif(phs, 'warn', 'unknown'), evidence_id
  FROM fips
 WHERE phs OR NOT known
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name = 'Lsa.Fips'
UNION ALL
SELECT s.host, 'events', iif(w.target_id IS NULL, 'the log was read, but not from when on',
                             'more records than can be kept: the oldest since ' || w.from_at || ' are missing'),
       'all of the window', 'unknown', w.evidence_id
  FROM seen s LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE s.source = 'event_log' AND coalesce(w.complete, 0) = 0
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
