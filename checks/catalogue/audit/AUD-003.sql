-- SPDX-License-Identifier: Apache-2.0
-- id: AUD-003
-- title: The facts belong to the same time
-- area: audit
-- severity: low
-- applies: tenant
-- confirms: [global_settings]
-- param:
--   spread_warn_min: 60
--   spread_fail_min: 720
--   snap_max_age_d: 7
-- why: >-
--   Checks of parity and of lag compare moments. Facts of different days, or old ones, show a state
--   that no longer exists. The clock of an export has no zone, so small differences prove nothing.
-- remedy: >-
--   Export all servers of the tenant within the same hour, and audit the exports within the week.
-- references:
--   - NIST SP 800-53 r5 AU-8
--   - NIST CSF 2.0 ID.IM-01
-- # A clock that is ahead by more than the widest time zone (14 hours) is wrong.
WITH member AS (
  SELECT m.tenant, s.name, s.exported_at, s.evidence_id, unixepoch(s.exported_at) AS at,
         unixepoch(run.started_at) - unixepoch(s.exported_at) AS age
    FROM tenant_member m
    JOIN server s USING (target_id)
    JOIN main.run
),
spread AS (
  SELECT tenant, max(at) - min(at) AS seconds, min(exported_at) AS first, max(exported_at) AS last,
         group_concat(evidence_id) AS evidence
    FROM member
   GROUP BY tenant
)
SELECT tenant AS host, 'time between the exports' AS subject,
       'from ' || first || ' to ' || last AS observed,
       'at most ' || param('spread_warn_min') || ' minutes; more than ' || param('spread_fail_min')
         || ' are a failure' AS expected,
       CASE WHEN seconds > 60 * param('spread_fail_min') THEN 'fail' ELSE 'warn' END AS status,
       evidence
  FROM spread
 WHERE seconds > 60 * param('spread_warn_min')
UNION ALL
SELECT tenant, name || ' / age', 'exported on ' || exported_at,
       'at most ' || param('snap_max_age_d') || ' days before the run', 'warn', evidence_id
  FROM member
 WHERE age > 86400 * param('snap_max_age_d')
UNION ALL
SELECT tenant, name || ' / clock', 'exported on ' || exported_at || ', after the run',
       'a time before the run', 'fail', evidence_id
  FROM member
 WHERE age < -14 * 3600
UNION ALL
SELECT tenant, name || ' / time', 'not known', 'the time of the export', 'unknown', evidence_id
  FROM member
 WHERE at IS NULL
