-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-006
-- title: A recent cumulative update of Windows is installed on both servers
-- area: patching
-- severity: high
-- applies: all
-- needs: [host]
-- param:
--   cu_warn_d: 35
--   cu_fail_d: 65
-- why: >-
--   Updates of Windows appear every month, and are turned into attacks within days. The idle server is the
--   one that is forgotten, and the one that has to take over.
-- remedy: >-
--   Install the newest cumulative update on the staging server, watch a cycle, then on the active server.
-- references:
--   - STIG Windows Server 2022 WN22-00-000290 (V-254266)
--   - CIS Windows Server 2022 v4.0.0 18.10.93.2.1
--   - NIST SP 800-53 r5 SI-2, SI-2(2), RA-5
--   - NIST CSF 2.0 PR.PS-02, ID.RA-01
--   - MITRE ATT&CK T1210
--
-- # The revision (UBR) lies between two entries of the table: the installed update is not older than the lower
-- # one and not newer than the higher one. The day on which something was last installed bounds it too: nothing
-- # that was released later can be on the server. A table that is too old gives no pass: nothing in it is recent.
WITH installed AS (                            -- the newest one, where every day could be read
  SELECT target_id, max(installed_on) AS newest
    FROM main.host_hotfix
   GROUP BY target_id
  HAVING count(*) = count(installed_on)
),
bound AS (
  SELECT s.name AS host, s.target_id, h.build, h.revision, h.evidence_id, i.newest,
         date(run.started_at) AS today,
         (SELECT max(released_on) FROM knowledge_update u
           WHERE u.build = h.build AND u.revision <= h.revision) AS not_before,
         (SELECT min(released_on) FROM knowledge_update u
           WHERE u.build = h.build AND u.revision >= h.revision) AS not_after
    FROM server s
    JOIN main.run
    LEFT JOIN main.host h ON h.target_id = s.target_id
    LEFT JOIN installed i ON i.target_id = s.target_id
),
aged AS (
  SELECT *,
         -- At least and at most as many days old.
         max(coalesce(julianday(today) - julianday(not_after), 0),
             coalesce(julianday(today) - julianday(newest), 0)) AS least_d,
         julianday(today) - julianday(not_before) AS most_d
    FROM bound
),
judged AS (
  SELECT *,
         CASE WHEN least_d > param('cu_fail_d') THEN 'fail'
              WHEN most_d <= param('cu_warn_d') THEN 'pass'
              WHEN least_d > param('cu_warn_d') AND most_d <= param('cu_fail_d') THEN 'warn'
              ELSE 'unknown' END AS status
    FROM aged
)
SELECT host, 'cumulative update' AS subject,
       CASE WHEN build IS NULL OR revision IS NULL THEN 'its build and revision are not known'
            ELSE build || '.' || revision
              || CASE WHEN not_before = not_after THEN ', of ' || not_before
                      WHEN not_before IS NOT NULL AND not_after IS NOT NULL
                        THEN ', between ' || not_before || ' and ' || not_after
                      WHEN not_after IS NOT NULL THEN ', before ' || not_after
                      WHEN not_before IS NOT NULL THEN ', not older than ' || not_before || ', the newest in the table'
                      ELSE ', which the table of updates does not know' END END
         || coalesce('; last installed something on ' || newest, '')
         AS observed,
       'released in the last ' || param('cu_warn_d') || ' days; more than ' || param('cu_fail_d')
         || ' are a failure' AS expected,
       status, evidence_id AS evidence
  FROM judged
 WHERE status <> 'pass'
UNION ALL
SELECT p.staging, 'cumulative update / other server',
       b.build || '.' || b.revision || '; ' || p.active || ' has ' || a.build || '.' || a.revision
         || ', released more than ' || param('cu_warn_d') || ' days ago',
       'the same update on both servers', 'warn', a.evidence_id || ',' || b.evidence_id
  FROM pair p
  JOIN aged a ON a.target_id = p.active_id
  JOIN aged b ON b.target_id = p.staging_id AND b.build = a.build AND b.revision <> a.revision
 WHERE CASE WHEN a.revision > b.revision THEN julianday(a.today) - julianday(a.not_after)
            ELSE julianday(b.today) - julianday(b.not_after) END > param('cu_warn_d')
