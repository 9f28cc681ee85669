-- SPDX-License-Identifier: Apache-2.0
-- id: MON-006
-- title: Event logs are large enough and were not cleared
-- area: monitoring
-- severity: medium
-- applies: all
-- needs: [log]
-- confirms: [event_log]
-- param:
--   security_kb: 196608
--   application_kb: 32768
--   system_kb: 32768
--   application_wanted_kb: 256000
--   cleared_known: []
-- why: >-
--   Several checks read history from these logs, and so does everybody who has to find out what happened. A
--   log of two days proves nothing, and a cleared one proves that somebody wanted it so.
-- remedy: >-
--   Set the sizes by group policy; Microsoft advises 250 MB for Application, where the product writes. Find
--   out who cleared a log; name a clearing that is explained in the policy (cleared_known, as
--   "SYNC01 2026-11-20").
-- references:
--   - Microsoft, Administrator actions audit events
--   - STIG Windows Server 2022 WN22-CC-000270 (V-254358), WN22-CC-000280 (V-254359), WN22-CC-000290 (V-254360)
--   - CIS Windows Server 2022 v4.0.0 18.10.26.1.2, 18.10.26.2.2, 18.10.26.4.2
--   - NIST SP 800-53 r5 AU-4, AU-9, AU-11
--   - NIST CSF 2.0 PR.PS-04
--
-- # How far back a log reaches is not collected.
WITH wanted(name, least, wanted) AS (VALUES
  ('Application', param('application_kb'), param('application_wanted_kb')),
  ('Security', param('security_kb'), param('security_kb')),
  ('System', param('system_kb'), param('system_kb'))
),
seen AS (
  SELECT s.name AS host, w.name, w.least, w.wanted, l.name IS NOT NULL AS found, l.max_size_kb, l.overwrite,
         l.evidence_id
    FROM server s
    JOIN wanted w
    LEFT JOIN main.host_log l ON l.target_id = s.target_id AND lower(l.name) = lower(w.name)
)
SELECT host, 'log ' || name || ' / size' AS subject,
       CASE WHEN NOT found THEN 'the log was not seen' WHEN max_size_kb IS NULL THEN 'not known'
            ELSE 'at most ' || max_size_kb || ' KB' END AS observed,
       'at least ' || wanted || ' KB; less than ' || least || ' is a failure' AS expected,
       CASE WHEN max_size_kb < least THEN 'fail' WHEN max_size_kb < wanted THEN 'warn' ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM seen
 WHERE (max_size_kb >= wanted AND max_size_kb >= least) IS NOT TRUE
UNION ALL
SELECT host, 'log ' || name || ' / when full',
       iif(overwrite = 'never', 'it records no more', 'it keeps old records, and may record no more'),
       'the oldest records give way', 'warn', evidence_id
  FROM seen
 WHERE overwrite IN ('never', 'outdated')
UNION ALL
SELECT s.name, 'log ' || iif(e.event = 1102, 'Security', 'System') || ' / cleared', 'on ' || e.at,
       'never, or explained', 'fail', e.evidence_id
  FROM server s
  JOIN main.host_event e ON e.target_id = s.target_id
 WHERE ((fold(e.log) = 'security' AND e.event = 1102) OR (fold(e.log) = 'system' AND e.event = 104))
   AND fold(e.provider) = 'microsoft-windows-eventlog'
   AND NOT EXISTS (SELECT * FROM json_each(param('cleared_known')) k
                    WHERE fold(k.value) = fold(s.name || ' ' || substr(e.at, 1, 10)))
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s
  JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log IN ('Security', 'System')
