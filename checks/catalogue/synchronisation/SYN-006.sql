-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-006
-- title: No stopped-server-down runs
-- area: synchronisation
-- severity: high
-- applies: all
-- needs: [run_history]
-- param:
--   ssd_fail: 3
--   window_d: 6
--   least_h: 24
-- why: >-
--   The directory on the other side, or the service itself, went away during the run: network, credentials,
--   memory, or a local state that is damaged.
-- remedy: >-
--   In this order: restart ADSync; read the event of the same minute; test the connection and the credentials
--   (SYN-013); apply a configuration export that was validated; build the server anew as the last step.
-- references:
--   - Microsoft, Troubleshoot synchronization
--   - NIST SP 800-53 r5 IR-4, CP-10
--   - NIST CSF 2.0 RS.AN-03
--
-- # Results and steps of the topic server_down. The history must reach back least_h, and window_d where older runs
-- # were cut off.
WITH down AS (
  SELECT p.*,
         coalesce((SELECT min(t.result) FROM main.engine_run_step t JOIN result_meaning m ON m.result = t.result
                    WHERE t.run_id = p.run_id AND m.topic = 'server_down'),
                  iif(p.topic = 'server_down', p.result, NULL)) AS why
    FROM engine_past p
),
tally AS (
  SELECT host, connector, count(*) AS times, max(started_at) AS last, max(newest = 1 AND class = 'fail') AS is_newest,
         group_concat(DISTINCT why) AS why, min(evidence_id) AS evidence_id
    FROM down
   WHERE why IS NOT NULL
   GROUP BY target_id, guid
)
SELECT host, connector AS subject,
       times || iif(times = 1, ' run', ' runs') || ' ended with ' || replace(why, ',', ', ') || ', the last on ' || last
         || iif(is_newest, ', and none after it', '') AS observed,
       'none; ' || param('ssd_fail') || ' are a failure' AS expected,
       iif(is_newest OR times >= param('ssd_fail'), 'fail', 'warn') AS status, evidence_id AS evidence
  FROM tally
UNION ALL
SELECT host, 'run history',
       CASE WHEN reach_s IS NULL THEN 'empty' WHEN complete THEN 'reaches back to ' || oldest_at || ' only'
            ELSE 'older runs than that of ' || oldest_at || ' were left out' END,
       iif(complete, 'at least ' || param('least_h') || ' hours', 'at least ' || param('window_d') || ' days'),
       'unknown', evidence_id
  FROM engine_reach
 WHERE coalesce(reach_s, 0) < iif(complete, 3600 * param('least_h'), 86400 * param('window_d'))
