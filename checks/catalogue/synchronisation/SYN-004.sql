-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-004
-- title: No run is stuck
-- area: synchronisation
-- severity: medium
-- applies: all
-- needs: [run_history]
-- confirms: [run_status]
-- param:
--   max_h: 24
--   least_min: 30
--   samples: 5
--   factor: 3
-- why: A step that hangs keeps every later cycle waiting.
-- remedy: Stop-ADSyncSyncCycle, look for trouble with the database or a domain controller, restart the service.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
--
-- # Against the median of the same run profile, of which there must be some samples; under least_min nothing is
-- # long. A connector at work of which no run was told began when its last run had ended, or at any time.
WITH sample AS (
  SELECT target_id, guid, profile, lasted_s,
         row_number() OVER (PARTITION BY target_id, guid, profile ORDER BY lasted_s) AS place,
         count(*) OVER (PARTITION BY target_id, guid, profile) AS total
    FROM engine_past
   WHERE completed AND lasted_s >= 0
),
median AS (
  SELECT target_id, guid, profile, total, avg(lasted_s) AS usual_s
    FROM sample
   WHERE place IN ((total + 1) / 2, (total + 2) / 2)
   GROUP BY target_id, guid, profile
),
open AS (
  SELECT p.*, iif(m.total >= param('samples'), m.usual_s, NULL) AS usual_s
    FROM engine_past p
    LEFT JOIN median m ON m.target_id = p.target_id AND m.guid = p.guid AND m.profile = p.profile
   WHERE NOT p.complete
)
SELECT host, connector || ' / ' || profile AS subject,
       CASE WHEN began_s >= 0 THEN 'runs since ' || started_at || ', ' || (began_s / 60) || ' minutes'
                || coalesce('; usually ' || CAST(usual_s / 60 AS INTEGER), '')
            ELSE 'began on ' || started_at || ', which lies in the future of the server' END AS observed,
       'less than ' || param('max_h') || ' hours, and less than ' || param('factor') || ' times as long as usual' AS expected,
       CASE WHEN began_s > 3600 * param('max_h') THEN 'fail' WHEN began_s >= 0 THEN 'warn' ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM open
 WHERE began_s > 3600 * param('max_h') OR coalesce(began_s, -1) < 0
    OR (began_s > 60 * param('least_min') AND began_s > param('factor') * usual_s)
UNION ALL
SELECT r.host, b.connector, 'at work, but the run history tells of no run that has not ended', 'since when',
       'unknown', b.evidence_id
  FROM main.engine_busy b JOIN engine_reach r ON r.target_id = b.target_id
 WHERE NOT EXISTS (SELECT * FROM engine_past p
                    WHERE p.target_id = b.target_id AND fold(p.connector) = fold(b.connector)
                      AND (NOT p.complete OR p.age_s BETWEEN 0 AND 60 * param('least_min')))
UNION ALL
SELECT host, 'run history', iif(reach_s IS NULL, 'empty', 'older runs than that of ' || oldest_at || ' were left out'),
       'the runs of ' || param('max_h') || ' hours', 'unknown', evidence_id
  FROM engine_reach
 WHERE reach_s IS NULL OR (NOT complete AND reach_s < 3600 * param('max_h'))
