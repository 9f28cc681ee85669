-- SPDX-License-Identifier: Apache-2.0
-- id: MON-010
-- title: Configuration and privileged changes in the review period are explained
-- area: monitoring
-- severity: high
-- applies: all
-- needs: [event_log, local_group]
-- param:
--   review_d: 30
--   changes: []
-- why: >-
--   Who controls the sync server controls the directory. Changes of its configuration and of who may
--   administer it should each belong to a change that somebody approved, and reach the staging server first.
-- remedy: >-
--   Compare each event with the change records. Name those that belong to an approved change in the policy
--   (changes, as "SYNC01 2026-11-20 2026-11-21", or "*" for every server); treat the others as incidents.
-- references:
--   - Microsoft, Administrator actions audit events
--   - NIST SP 800-53 r5 AU-6, CM-3, CM-3(2), CM-5
--   - NIST CSF 2.0 DE.CM-03, PR.PS-01
--
-- # 2507 (a sync cycle started by hand) changes nothing. Members of groups: the fifth insert is the group's SID.
WITH change(host, first_on, last_on) AS (
  SELECT fold(substr(value, 1, instr(value, ' ') - 1)), substr(value, instr(value, ' ') + 1, 10),
         substr(value, -10)
    FROM json_each(param('changes'))
   WHERE value GLOB '?* [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
),
told AS (
  SELECT s.name AS host, s.target_id, e.log, e.provider, e.event, e.at, e.evidence_id,
         CASE WHEN e.provider = 'Entra Connect Admin Actions' THEN
                CASE WHEN e.event BETWEEN 2508 AND 2511 OR e.event BETWEEN 2517 AND 2519
                          OR e.event BETWEEN 2522 AND 2526 THEN 'fail'
                     WHEN e.event BETWEEN 2503 AND 2526 AND e.event <> 2507 THEN 'warn' END
              WHEN e.provider = 'Directory Synchronization' THEN
                CASE WHEN e.event = 212 THEN 'fail' WHEN e.event BETWEEN 201 AND 213 THEN 'warn' END
              WHEN e.log = 'Security' AND e.event IN (4732, 4733) THEN
                iif(json_extract(iif(json_valid(e.inserts), e.inserts, '[]'), '$[4]') = 'S-1-5-32-544'
                    OR EXISTS (SELECT * FROM main.host_group g
                                WHERE g.target_id = e.target_id AND g.purpose IS NOT NULL
                                  AND g.sid = json_extract(iif(json_valid(e.inserts), e.inserts, '[]'), '$[4]')),
                    'fail', 'warn')
              WHEN e.log = 'Security' AND e.event IN (4720, 4722, 4738) THEN 'warn'
              WHEN e.log = 'System' AND e.event = 7045 THEN 'warn' END AS status
    FROM server s
    JOIN main.run
    JOIN main.host_event e ON e.target_id = s.target_id
   WHERE julianday(run.started_at) - julianday(e.at) <= param('review_d')
),
judged AS (
  SELECT t.*,
         EXISTS (SELECT * FROM change c
                  WHERE c.host IN ('*', fold(t.host)) AND substr(t.at, 1, 10) BETWEEN c.first_on AND c.last_on)
           AS explained
    FROM told t
   WHERE t.status IS NOT NULL
)
SELECT host, provider || ' ' || event AS subject,
       count(*) || iif(count(*) = 1, ' event', ' events') || ' without a change, the last on ' || max(at) AS observed,
       'a change that was approved' AS expected, status, min(evidence_id) AS evidence
  FROM judged
 WHERE NOT explained
 GROUP BY target_id, provider, event, status
UNION ALL
SELECT s.name, 'review period',
       CASE WHEN w.from_at IS NULL THEN 'how far back the records go is not known'
            WHEN NOT w.complete THEN 'the oldest records of the window are missing'
            ELSE 'records go back to ' || w.from_at END,
       'records of ' || param('review_d') || ' days', 'unknown', w.evidence_id
  FROM server s
  JOIN main.run
  LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE (w.complete AND julianday(run.started_at) - julianday(w.from_at) >= param('review_d') - 1) IS NOT TRUE
UNION ALL
SELECT s.name, 'change ' || value, 'no change that could be understood', 'like SYNC01 2026-11-20 2026-11-21',
       'unknown', NULL
  FROM server s
  JOIN json_each(param('changes')) c
 WHERE NOT c.value GLOB '?* [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
UNION ALL
SELECT s.name, 'changes', 'no event tells of one', 'a change that was approved', 'not_applicable', NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM judged j WHERE j.target_id = s.target_id)
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
UNION ALL
-- 104 names the log that was cleared; as Windows calls it, in every language.
SELECT s.name, 'log ' || c.log || ' / cleared', 'on ' || max(c.at) || ': what it held before is gone',
       'records of ' || param('review_d') || ' days', 'unknown', min(c.evidence_id)
  FROM server s
  JOIN main.run
  JOIN (SELECT e.target_id, e.at, e.evidence_id,
               iif(e.event = 1102, 'Security',
                   json_extract(iif(json_valid(e.inserts), e.inserts, '[]'), '$[2]')) AS log
          FROM main.host_event e
         WHERE fold(e.provider) = 'microsoft-windows-eventlog'
           AND (fold(e.log) = 'security' AND e.event = 1102 OR fold(e.log) = 'system' AND e.event = 104)) c
    ON c.target_id = s.target_id AND fold(c.log) IN ('application', 'security', 'system')
 WHERE julianday(run.started_at) - julianday(c.at) <= param('review_d')
 GROUP BY s.target_id, c.log
