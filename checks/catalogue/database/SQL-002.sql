-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-002
-- title: The SQL version is supported by Entra Connect and in life cycle
-- area: database
-- severity: medium
-- applies: all
-- needs: [registry]
-- param:
--   localdb_2012_ends_on: 2022-07-12
--   localdb_2019_ends_on: 2030-01-08
--   localdb_2022_ends_on: 2033-01-11
--   end_warn_d: 365
-- why: A database engine out of support gets no fixes, and keeps the product from being upgraded.
-- remedy: Upgrade Entra Connect, which brings its LocalDB, or the SQL Server.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 SA-22
--   - NIST CSF 2.0 PR.PS-02

-- LocalDB comes with the product: 2022 from 2.6.84.0 on, 2019 from 2.0 on, 2012 before. The version of a SQL Server is told
-- by nothing that is asked. The dates are the ends of extended support.
WITH judged AS (
  SELECT d.host, d.kind, s.product_version, s.evidence_id, date(run.started_at) AS today,
         CASE WHEN s.version_key >= version_key('2.6.84.0') THEN '2022'
              WHEN s.version_key >= version_key('2.0') THEN '2019'
              WHEN s.version_key IS NOT NULL THEN '2012' END AS edition
    FROM sync_database d JOIN server s USING (target_id) JOIN main.run
),
ended AS (
  SELECT *, CASE edition WHEN '2022' THEN param('localdb_2022_ends_on') WHEN '2019' THEN param('localdb_2019_ends_on')
                         WHEN '2012' THEN param('localdb_2012_ends_on') END AS ends_on
    FROM judged
)
SELECT host, 'database engine' AS subject,
       CASE WHEN kind = 'unknown' THEN 'where the database is was not seen'
            WHEN kind = 'server' THEN 'a SQL Server, whose version was not asked'
            WHEN edition IS NULL THEN 'LocalDB; the version of the product, which decides, is not known'
            WHEN ends_on < today THEN 'LocalDB ' || edition || ', out of support since ' || ends_on
            WHEN julianday(ends_on) - julianday(today) <= param('end_warn_d')
              THEN 'LocalDB ' || edition || ', in support until ' || ends_on
            ELSE 'LocalDB ' || edition || ' of ' || product_version || '; 2.6.84.0 brings LocalDB 2022' END AS observed,
       'an engine in support, and the newest that the product brings' AS expected,
       CASE WHEN kind <> 'localdb' OR edition IS NULL THEN 'unknown' WHEN ends_on < today THEN 'fail'
            ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM ended
 WHERE kind <> 'localdb' OR edition IS NULL OR edition <> '2022'
    OR julianday(ends_on) - julianday(today) <= param('end_warn_d')
