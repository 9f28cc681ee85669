-- SPDX-License-Identifier: Apache-2.0
-- id: BCK-006
-- title: "AD can undo a sync accident: Recycle Bin on, recent AD backup"
-- area: recovery
-- severity: medium
-- applies: forest
-- needs: [ad_forest]
-- param:
--   ad_max_age_d: 7
-- why: >-
--   Writeback features change AD, and what is deleted there is deleted in the cloud. The Recycle Bin
--   gives objects back whole; a backup older than the tombstone lifetime cannot be used at all.
-- remedy: >-
--   Enable the Recycle Bin (it cannot be switched off again), and back up the system state of two
--   domain controllers of every domain regularly.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - PingCastle P-RecycleBin, A-BackupMetadata
--   - NIST SP 800-53 r5 CP-9
--   - NIST CSF 2.0 PR.DS-11
WITH domain AS (
  SELECT f.name AS forest, d.dns_name, d.backup_at, d.evidence_id, f.tombstone_lifetime_d,
         julianday(run.started_at) - julianday(d.backup_at) AS age_d
    FROM main.ad_domain d JOIN forest f ON f.target_id = d.target_id
    JOIN main.run
   WHERE d.collected
)
SELECT name AS host, 'Recycle Bin' AS subject, iif(recycle_bin IS NULL, 'not readable', 'off') AS observed,
       'on' AS expected, iif(recycle_bin IS NULL, 'unknown', 'warn') AS status, evidence_id AS evidence
  FROM forest
 WHERE coalesce(recycle_bin, 0) = 0
UNION ALL
SELECT forest, dns_name || ' / backup', 'last backup ' || CAST(age_d AS INTEGER) || ' days ago, on '
         || substr(backup_at, 1, 10),
       'within ' || param('ad_max_age_d') || ' days; more than half the tombstone lifetime'
         || coalesce(' (' || tombstone_lifetime_d || ' days)', '') || ' is a failure',
       iif(2 * age_d > tombstone_lifetime_d, 'fail', 'warn'), evidence_id
  FROM domain
 WHERE age_d > param('ad_max_age_d')
UNION ALL
SELECT forest, dns_name || ' / backup', 'the directory does not tell when it was last backed up',
       'the time of the last backup', 'unknown', evidence_id
  FROM domain
 WHERE age_d IS NULL
UNION ALL
SELECT name, 'tombstone lifetime', 'not readable', 'the time that a backup can be used', 'unknown', evidence_id
  FROM forest
 WHERE tombstone_lifetime_d IS NULL
UNION ALL
SELECT forest, subject, observed, 'every domain of the forest', 'unknown', NULL
  FROM unseen
 WHERE topic = 'domain'
