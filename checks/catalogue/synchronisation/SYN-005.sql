-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-005
-- title: The last run of every run profile on every connector was successful
-- area: synchronisation
-- severity: high
-- applies: all
-- needs: [run_history, engine_connector or connector]
-- param:
--   fail_pct: 20
--   samples: 10
--   recent_h: 24
-- why: The result of a run is the first sign of health, and names the cause.
-- remedy: >-
--   The result tells what to do first: credentials are entered again, a connection is tested, a full import is run.
-- references:
--   - Microsoft, Troubleshoot synchronization
--   - NIST SP 800-53 r5 SI-4, IR-5
--   - NIST CSF 2.0 DE.AE-02
--
-- # What a result means: checks/knowledge/run_results.yaml. One that is not in it warns, with its raw text.
WITH share AS (
  SELECT host, connector, count(*) AS runs, count(*) FILTER (WHERE class = 'fail') AS failed,
         min(evidence_id) AS evidence_id
    FROM engine_past
   GROUP BY target_id, guid
)
SELECT host, connector || ' / ' || profile AS subject,
       CASE WHEN age_s >= 0 THEN result || ' on ' || started_at || ': ' || meaning || iif(action = '', '', '; ' || action)
            ELSE result || ' on ' || started_at || ', which lies in the future of the server' END AS observed,
       'success' AS expected,
       CASE WHEN age_s >= 0 THEN class ELSE 'unknown' END AS status, evidence_id AS evidence
  FROM engine_past
 WHERE place = 1 AND (class IN ('fail', 'warn') OR coalesce(age_s, -1) < 0)
UNION ALL
SELECT host, connector || ' / failures', failed || ' of ' || runs || ' runs failed',
       'at most ' || param('fail_pct') || ' %', 'fail', evidence_id
  FROM share
 WHERE runs >= param('samples') AND 100 * failed > param('fail_pct') * runs
UNION ALL
SELECT p.host, p.connector || ' / ' || p.profile || ' / before',
       count(*) || iif(count(*) = 1, ' run', ' runs') || ' failed in the last ' || param('recent_h') || ' hours: '
         || group_concat(DISTINCT p.result), 'none', 'warn', min(p.evidence_id)
  FROM engine_past p
  JOIN engine_past n ON n.target_id = p.target_id AND n.guid = p.guid AND n.profile = p.profile AND n.place = 1
 WHERE p.place > 1 AND p.class = 'fail' AND p.age_s <= 3600 * param('recent_h') AND n.class <> 'fail'
 GROUP BY p.target_id, p.guid, p.profile
UNION ALL
SELECT l.host, l.connector, 'no run of it is in the run history', 'its runs', 'unknown', l.evidence_id
  FROM engine_link l JOIN engine_reach r USING (target_id)
 WHERE NOT EXISTS (SELECT * FROM engine_past p WHERE p.target_id = l.target_id AND p.guid = l.guid)
UNION ALL
SELECT r.host, 'connectors', 'none was seen', 'every connector with its runs', 'unknown', r.evidence_id
  FROM engine_reach r
 WHERE r.target_id NOT IN (SELECT target_id FROM engine_link)
