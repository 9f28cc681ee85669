-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-004
-- title: The same organisational units are synchronised by both servers
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [connector]
-- why: >-
--   The OU scope drifts most easily of all: a new OU is ticked on one server only. At promotion the
--   whole OU is deleted in Entra ID, or appears there unwanted.
-- remedy: >-
--   Tick the same OUs in the wizard (Customize synchronization options, Domain and OU filtering) on
--   both servers, then run a full import and a full synchronisation.
-- references:
--   - Microsoft, Configure filtering
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2, CM-3
--   - NIST CSF 2.0 PR.PS-01
--
-- # What decides for an OU is its nearest ancestor, itself included, that a list names; without any
-- # list everything is in scope, with lists what no entry covers is out. The scope can change only
-- # at the root of the partition and at the entries of either list, so these are compared. Entries
-- # longer or deeper than a DN can be in AD are not walked: they would only cost time.
WITH RECURSIVE shared AS (                     -- partitions that both servers select
  SELECT p.staging, p.active, sp.id AS staging_part, ap.id AS active_part,
         ap.name AS root, ap.name_key AS root_key,
         a.evidence_id || ',' || s.evidence_id AS evidence
    FROM pair p
    JOIN main.connector a ON a.target_id = p.active_id
    JOIN main.connector s ON s.target_id = p.staging_id AND s.connector_key = a.connector_key
    JOIN main.partition ap ON ap.connector_id = a.id AND ap.selected
    JOIN main.partition sp ON sp.connector_id = s.id AND sp.selected AND sp.name_key = ap.name_key
),
point AS (
  SELECT active_part, staging_part, dn_key, min(dn) AS dn
    FROM (SELECT active_part, staging_part, root_key AS dn_key, root AS dn FROM shared
          UNION ALL
          SELECT h.active_part, h.staging_part, o.dn_key, o.dn
            FROM shared h
            JOIN main.partition_container o ON o.partition_id IN (h.active_part, h.staging_part))
   GROUP BY active_part, staging_part, dn_key
),
sized AS (                                     -- commas are escaped inside of names
  SELECT *, length(dn_key) > 4096
            OR length(dn_key) - length(replace(dn_key, ',', '')) > 100 AS is_oversized
    FROM point
),
ancestor(active_part, staging_part, dn_key, at, height) AS (
  SELECT active_part, staging_part, dn_key, dn_key, 0 FROM sized WHERE NOT is_oversized
  UNION ALL
  SELECT active_part, staging_part, dn_key, substr(at, instr(at, ',') + 1), height + 1
    FROM ancestor
   WHERE instr(at, ',') > 0
),
decision AS (                                  -- 1 included, 0 excluded, by the nearest entry
  SELECT t.active_part, t.staging_part, t.dn_key, o.partition_id,
         min(2 * t.height + (o.kind = 'include')) % 2 AS included
    FROM ancestor t
    JOIN main.partition_container o ON o.partition_id IN (t.active_part, t.staging_part)
                                   AND o.kind IN ('include', 'exclude') AND o.dn_key = t.at
   GROUP BY t.active_part, t.staging_part, t.dn_key, o.partition_id
),
effective AS (
  SELECT h.*, n.dn_key, n.dn,
         coalesce(a.included,
                  NOT EXISTS (SELECT * FROM main.partition_container o
                               WHERE o.partition_id = h.active_part)) AS active_scope,
         coalesce(s.included,
                  NOT EXISTS (SELECT * FROM main.partition_container o
                               WHERE o.partition_id = h.staging_part)) AS staging_scope
    FROM shared h
    JOIN sized n USING (active_part, staging_part)
    LEFT JOIN decision a ON a.active_part = h.active_part AND a.staging_part = h.staging_part
                        AND a.dn_key = n.dn_key AND a.partition_id = h.active_part
    LEFT JOIN decision s ON s.active_part = h.active_part AND s.staging_part = h.staging_part
                        AND s.dn_key = n.dn_key AND s.partition_id = h.staging_part
   WHERE NOT n.is_oversized
)
SELECT staging AS host, dn AS subject,
       CASE staging_scope WHEN 1 THEN 'synchronised by ' ELSE 'not synchronised by ' END || staging
         AS observed,
       CASE active_scope WHEN 1 THEN 'synchronised, as by ' ELSE 'not synchronised, as by ' END
         || active AS expected,
       'fail' AS status, evidence
  FROM effective
 WHERE staging_scope <> active_scope
UNION ALL
SELECT e.staging, o.dn,
       o.kind || 'd by name on '
         || CASE o.partition_id WHEN e.active_part THEN e.active ELSE e.staging END
         || ' only; both synchronise the same there',
       'the same lists on both servers', 'warn', e.evidence
  FROM effective e
  JOIN main.partition_container o ON o.partition_id IN (e.active_part, e.staging_part)
                                 AND o.dn_key = e.dn_key
 WHERE e.staging_scope = e.active_scope
   AND NOT EXISTS (SELECT * FROM main.partition_container other
                    WHERE other.partition_id IN (e.active_part, e.staging_part)
                      AND other.partition_id <> o.partition_id
                      AND other.kind = o.kind AND other.dn_key = o.dn_key)
UNION ALL
SELECT h.staging, h.root || ' / entries of more than 4096 characters or 100 levels',
       count(*) || ' entries cannot be names of AD objects and were not judged',
       'distinguished names as AD writes them', 'unknown', h.evidence
  FROM shared h
  JOIN sized n USING (active_part, staging_part)
 WHERE n.is_oversized
 GROUP BY h.active_part, h.staging_part
