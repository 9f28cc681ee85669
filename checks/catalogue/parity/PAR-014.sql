-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-014
-- title: Connector options, run profiles, scheduler and deletion threshold are equal
-- area: parity
-- severity: medium
-- applies: pair
-- needs: [global_settings, connector]
-- why: >-
--   Small differences in operation surprise after a failover: a missing run profile stops the
--   scheduler, an unsigned connection exposes directory data, another deletion threshold lets more
--   objects go.
-- remedy: >-
--   Set the same options on both servers; repeat each later change on both.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - Microsoft, Prevent accidental deletes
--   - NIST SP 800-53 r5 CM-2
--   - NIST CSF 2.0 PR.PS-01
--
-- # The exports tell of the options; of servers whose engine was asked, also the configuration file of the engine and
-- # the scheduler are compared.
WITH live AS (
  SELECT p.staging, p.active, k.column1 AS subject,
         CASE k.column1 WHEN 'enabled' THEN a.enabled_text WHEN 'maintenance' THEN a.maintenance_text
                        WHEN 'interval' THEN a.interval_text ELSE a.history_text END AS active_value,
         CASE k.column1 WHEN 'enabled' THEN b.enabled_text WHEN 'maintenance' THEN b.maintenance_text
                        WHEN 'interval' THEN b.interval_text ELSE b.history_text END AS staging_value,
         a.evidence_id || ',' || b.evidence_id AS evidence
    FROM pair p
    JOIN schedule a ON a.target_id = p.active_id AND a.teller = 'scheduler'
    JOIN schedule b ON b.target_id = p.staging_id AND b.teller = 'scheduler'
    JOIN (VALUES ('enabled'), ('maintenance'), ('interval'), ('run history')) k
),
file AS (                                      -- of both servers, where both told
  SELECT p.staging, p.active, f.name,
         max(iif(f.target_id = p.active_id, f.sha256, NULL)) AS active_value,
         max(iif(f.target_id = p.staging_id, f.sha256, NULL)) AS staging_value, group_concat(f.evidence_id) AS evidence
    FROM pair p JOIN main.engine_file f ON f.target_id IN (p.active_id, p.staging_id)
   WHERE (SELECT count(*) FROM seen v WHERE v.source = 'override' AND v.target_id IN (p.active_id, p.staging_id)) = 2
   GROUP BY p.id, f.name
)
SELECT staging AS host, path AS subject,
       CASE 'absent' WHEN staging_value THEN 'absent on ' || staging
                     WHEN active_value THEN 'present on ' || staging || ': ' || staging_value
                     ELSE 'on ' || staging || ': ' || staging_value END
         || CASE status WHEN 'warn' THEN ' (' || why || ')' ELSE '' END AS observed,
       CASE 'absent' WHEN active_value THEN 'absent, as on ' || active
                     WHEN staging_value THEN 'present, as on ' || active || ': ' || active_value
                     ELSE 'as on ' || active || ': ' || active_value END AS expected,
       status, evidence
  FROM (SELECT *, CASE WHEN class = 'drift' AND minor = 0 THEN 'fail' ELSE 'warn' END AS status
          FROM parity_difference)
 WHERE area = 'operation' AND class <> 'expected'
UNION ALL
SELECT staging, 'scheduler / ' || subject, 'on ' || staging || ': ' || staging_value, 'as on ' || active || ': ' || active_value,
       iif(subject = 'enabled', 'fail', 'warn'), evidence
  FROM live
 WHERE staging_value <> active_value
UNION ALL
SELECT staging, 'file ' || name,
       CASE WHEN staging_value IS NULL THEN 'not on ' || staging WHEN active_value IS NULL THEN 'on ' || staging || ' only'
            ELSE 'another content on ' || staging END,
       'the same file as on ' || active, 'warn', evidence
  FROM file
 WHERE staging_value IS NOT active_value
