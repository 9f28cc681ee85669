-- SPDX-License-Identifier: Apache-2.0
-- id: STG-006
-- title: Object counts of active and staging agree per connector
-- area: staging
-- severity: medium
-- applies: pair
-- needs: [statistics, engine_connector or connector]
-- confirms: [scheduler or run_status]
-- param:
--   count_warn_pct: 0.5
--   count_fail_pct: 2
-- why: >-
--   Shows what no comparison of configurations can: a forest of which the staging server's account may read
--   only a part, a cycle that never came to its end.
-- remedy: Compare the OU scope and the rights of the staging server's connector account, then run a full import.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CP-4, SI-7
--   - NIST CSF 2.0 PR.IR-03
WITH side AS (
  SELECT p.id, p.active, p.staging, p.active_id, p.staging_id, l.connector_key, min(l.connector) AS connector
    FROM pair p JOIN engine_link l ON l.target_id IN (p.active_id, p.staging_id)
   GROUP BY p.id, l.connector_key
),
number AS (
  SELECT l.target_id, l.connector_key, sum(t.objects) AS objects, count(*) = count(t.objects) AS told,
         min(t.evidence_id) AS evidence_id
    FROM engine_link l
    LEFT JOIN main.engine_statistics t ON t.target_id = l.target_id AND t.guid = l.guid
   GROUP BY l.target_id, l.connector_key
),
two AS (
  SELECT s.staging, s.active, s.connector, iif(a.told, a.objects, NULL) AS of_active,
         iif(b.told, b.objects, NULL) AS of_staging, x.working OR y.working AS working,
         a.evidence_id || ',' || b.evidence_id AS evidence
    FROM side s
    JOIN engine_working x ON x.target_id = s.active_id
    JOIN engine_working y ON y.target_id = s.staging_id
    LEFT JOIN number a ON a.target_id = s.active_id AND a.connector_key = s.connector_key
    LEFT JOIN number b ON b.target_id = s.staging_id AND b.connector_key = s.connector_key
)
SELECT staging AS host, connector AS subject, of_staging || ' objects' AS observed,
       of_active || ' objects, as on ' || active || '; more than ' || param('count_fail_pct') || ' % apart are a failure' AS expected,
       CASE WHEN working OR of_active = 0 THEN 'unknown'
            WHEN 100.0 * abs(of_staging - of_active) > param('count_fail_pct') * of_active THEN 'fail'
            ELSE 'warn' END AS status, evidence
  FROM two
 WHERE 100.0 * abs(of_staging - of_active) > param('count_warn_pct') * of_active OR of_active = 0
UNION ALL
SELECT staging, connector || ' / numbers',
       iif(of_staging IS NULL, 'no number of objects was told', 'no number of objects was told on ' || active),
       'numbers on both servers', 'unknown', evidence
  FROM two
 WHERE of_staging IS NULL OR of_active IS NULL
UNION ALL
SELECT DISTINCT staging, 'cycle', 'one was at work on one of the servers: numbers are those of a moment',
       'both servers idle', 'unknown', evidence
  FROM two
 WHERE working
UNION ALL
SELECT p.staging, 'connectors', 'none was seen', 'every connector with its numbers', 'unknown', NULL
  FROM pair p
 WHERE p.id NOT IN (SELECT id FROM side)
