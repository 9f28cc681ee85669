-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-003
-- title: Active and staging use separate databases (and better separate instances and sites)
-- area: database
-- severity: critical
-- applies: pair
-- needs: [registry or engine_database]
-- param:
--   same_instance_ok: false
-- why: >-
--   Each server must have its own database: two that share one destroy each other's data, and a shared
--   SQL Server takes both down.
-- remedy: Install the staging server again with a database of its own, on another SQL Server or on LocalDB.
-- references:
--   - Microsoft, Staging server and disaster recovery
--   - NIST SP 800-53 r5 CP-7, CP-10
--   - NIST CSF 2.0 PR.IR-03

-- LocalDB, and a SQL Server on the sync server itself, are nobody else's. A name may stand for several servers (the listener
-- of an availability group): Windows does not tell that.
WITH two AS (
  SELECT p.staging AS host, p.active, a.kind AS active_kind, b.kind AS staging_kind,
         a.place AS active_place, b.place AS staging_place, a.evidence_id || ',' || b.evidence_id AS evidence,
         a.kind = 'server' AND b.kind = 'server' AND NOT a.local AND NOT b.local AND a.machine = b.machine
           OR a.kind = 'server' AND b.kind = 'server' AND a.local <> b.local
              AND upper(iif(a.local, b.machine, a.machine))
                  IN (SELECT k.machine FROM machine k WHERE k.target_id = iif(a.local, p.active_id, p.staging_id))
           AS shared,
         a.instance = b.instance AS same_instance, a.name = b.name AS same_name,
         a.name = '' OR b.name = '' AS nameless
    FROM pair p
    JOIN sync_database a ON a.target_id = p.active_id
    JOIN sync_database b ON b.target_id = p.staging_id
)
SELECT host, 'database' AS subject,
       CASE WHEN active_kind = 'unknown' THEN 'where the database of ' || active || ' is was not seen'
            WHEN staging_kind = 'unknown' THEN 'where the database of ' || host || ' is was not seen'
            WHEN same_instance AND nameless THEN 'one instance, and a database without a name: ' || staging_place
            WHEN same_instance AND same_name THEN 'the same as that of ' || active || ': ' || staging_place
            WHEN same_instance THEN 'in one instance with that of ' || active || ': ' || staging_place || '; ' || active_place
            ELSE 'on one SQL Server with that of ' || active || ': ' || staging_place || '; ' || active_place END AS observed,
       'a database on another SQL Server' AS expected,
       CASE WHEN active_kind = 'unknown' OR staging_kind = 'unknown' OR same_instance AND nameless THEN 'unknown'
            WHEN same_instance AND same_name THEN 'fail' ELSE 'warn' END AS status,
       evidence
  FROM two
 WHERE active_kind <> 'localdb' AND staging_kind <> 'localdb'
   AND (active_kind = 'unknown' OR staging_kind = 'unknown'
        OR shared AND (same_instance AND (same_name OR nameless) OR NOT param('same_instance_ok')))
