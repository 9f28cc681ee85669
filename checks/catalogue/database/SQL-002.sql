-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-002
-- title: The SQL version is supported by Entra Connect and in life cycle
-- area: database
-- severity: medium
-- applies: all
-- needs: [registry or engine_database]
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

-- The version that the engine tells, by checks/knowledge/sql_server.yaml. Where it was not asked: LocalDB comes with the
-- product, 2022 from 2.6.84.0 on, 2019 from 2.0 on, 2012 before. The dates are the ends of extended support.
WITH judged AS (
  SELECT d.host, d.kind, s.product_version, s.evidence_id, date(run.started_at) AS today,
         CASE WHEN s.version_key >= version_key('2.6.84.0') THEN '2022'
              WHEN s.version_key >= version_key('2.0') THEN '2019'
              WHEN s.version_key IS NOT NULL THEN '2012' END AS edition
    FROM sync_database d JOIN server s USING (target_id) JOIN main.run
   WHERE d.target_id NOT IN (SELECT target_id FROM main.engine_database WHERE version <> '')
),
told AS (
  SELECT s.name AS host, e.version, e.edition, e.evidence_id, k.name, k.support_ends_on, k.supported,
         date(run.started_at) AS today, e.edition LIKE '%Azure%' AS cloud,
         julianday(k.support_ends_on) - julianday(date(run.started_at)) AS left_d
    FROM main.engine_database e JOIN server s USING (target_id) JOIN main.run
    LEFT JOIN knowledge_sql_server k ON k.major = CAST(substr(e.version, 1, instr(e.version || '.', '.') - 1) AS INTEGER)
   WHERE e.version <> ''
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
UNION ALL
SELECT host, 'database engine',
       CASE WHEN cloud THEN edition || ', which the product does not support'
            WHEN name IS NULL THEN version || ', which is not in the table of versions'
            WHEN left_d < 0 THEN name || ' (' || version || '), out of support since ' || support_ends_on
            WHEN NOT supported THEN name || ' (' || version || '), which the product does not support'
            WHEN support_ends_on IS NULL THEN name || ' (' || version || '), for which the table has no date'
            ELSE name || ' (' || version || '), in support until ' || support_ends_on END,
       'an engine in support, and supported by the product',
       CASE WHEN cloud THEN 'fail' WHEN name IS NULL THEN 'unknown' WHEN left_d < 0 OR NOT supported THEN 'fail'
            WHEN support_ends_on IS NULL THEN 'unknown' ELSE 'warn' END, evidence_id
  FROM told
 WHERE cloud IS TRUE OR name IS NULL OR NOT supported OR support_ends_on IS NULL OR left_d <= param('end_warn_d')
