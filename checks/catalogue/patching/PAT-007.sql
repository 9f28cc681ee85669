-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-007
-- title: No pending reboot, no very long uptime
-- area: patching
-- severity: low
-- applies: all
-- needs: [registry, host, hotfix]
-- param:
--   reboot_fail_d: 7
--   uptime_warn_d: 60
-- why: >-
--   An update that waits for a reboot protects nothing, and upgrades of Entra Connect stop at it.
-- remedy: >-
--   Reboot in the maintenance window, the staging server first.
-- references:
--   - NIST SP 800-53 r5 SI-2
--   - NIST CSF 2.0 PR.PS-02
--
-- # Since when a reboot waits is not told: at most since the last boot or the last update, whichever was later.
-- # File renames alone are a notice: installers of browsers leave them all the time.
WITH known AS (
  SELECT s.name AS host, s.target_id, h.booted_at, h.evidence_id, run.started_at,
         julianday(run.started_at) - julianday(h.booted_at) AS up_d,
         (SELECT max(installed_on) FROM main.host_hotfix f WHERE f.target_id = s.target_id) AS updated_on,
         EXISTS (SELECT * FROM main.host_hotfix f
                  WHERE f.target_id = s.target_id AND f.installed_on IS NULL) AS undated
    FROM server s
    JOIN main.run
    LEFT JOIN main.host h ON h.target_id = s.target_id
),
waiting AS (
  SELECT k.*, t.name, t.state, t.number, t.evidence_id AS setting_evidence,
         julianday(k.started_at) - max(julianday(k.booted_at), coalesce(julianday(k.updated_on), 0)) AS waits_d
    FROM known k
    JOIN setting t ON t.target_id = k.target_id
   WHERE t.name IN ('Reboot.ComponentServicing', 'Reboot.WindowsUpdate', 'Reboot.FileRenames')
)
SELECT host, 'pending reboot / ' || replace(name, 'Reboot.', '') AS subject,
       CASE WHEN state <> 'set' THEN 'could not be read'
            WHEN waits_d IS NULL OR undated THEN 'a reboot is waiting; since when is not known'
            ELSE 'a reboot is waiting, for at most ' || CAST(waits_d AS INTEGER) || ' days' END AS observed,
       'none; waiting for more than ' || param('reboot_fail_d') || ' days is a failure' AS expected,
       CASE WHEN state <> 'set' THEN 'unknown'
            WHEN waits_d > param('reboot_fail_d') AND NOT undated THEN 'fail'
            ELSE 'warn' END AS status,
       setting_evidence AS evidence
  FROM waiting
 WHERE name <> 'Reboot.FileRenames' AND state <> 'absent' AND (state <> 'set' OR number <> 0)
UNION ALL
SELECT host, 'pending file renames', number || iif(number = 1, ' entry', ' entries'), 'none', 'info',
       setting_evidence
  FROM waiting
 WHERE name = 'Reboot.FileRenames' AND state = 'set' AND number > 0
UNION ALL
SELECT host, 'uptime',
       coalesce('up for ' || CAST(up_d AS INTEGER) || ' days', 'the last boot is not known'),
       'at most ' || param('uptime_warn_d') || ' days', iif(up_d IS NULL, 'unknown', 'warn'), evidence_id
  FROM known
 WHERE (up_d <= param('uptime_warn_d')) IS NOT TRUE
UNION ALL
SELECT k.host, 'pending reboot', 'its registry values were not seen', 'none', 'unknown', NULL
  FROM known k
 WHERE (SELECT count(*) FROM waiting w WHERE w.host = k.host AND w.name <> 'Reboot.FileRenames') < 2
