-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-012
-- title: Exports do not linger on the active server
-- area: synchronisation
-- severity: high
-- applies: active
-- needs: [statistics, run_history, engine_connector or connector]
-- confirms: [scheduler or run_status, event_log]
-- param:
--   warn: 100
--   fail: 1000
--   unconfirmed_d: 7
-- why: >-
--   Changes that never leave, or that are exported again in every cycle because somebody else fights over the
--   attribute.
-- remedy: csexport with /f:e and /f:x; look for attributes that the account may not write (ACC-007).
-- references:
--   - Microsoft, Troubleshoot object errors during synchronization
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.AE-02
--
-- # What waits after an export that went through; more than `fail` after two of them. 6105: an exported change was
-- # not found when it was imported again.
WITH waiting AS (
  SELECT g.host, g.target_id, g.connector, w.working, coalesce(t.evidence_id, g.evidence_id) AS evidence,
         t.export_adds + t.export_updates + t.export_deletes AS pending,
         (SELECT count(*) FROM engine_past p WHERE p.target_id = g.target_id AND p.guid = g.guid
             AND p.exports = 1 AND p.completed AND p.age_s >= 0) AS exports
    FROM engine_progress g
    JOIN engine_working w ON w.target_id = g.target_id
    LEFT JOIN main.engine_statistics t ON t.target_id = g.target_id AND t.guid = g.guid
   WHERE g.role = 'active'
)
SELECT host, connector AS subject,
       pending || ' objects wait'
         || CASE exports WHEN 0 THEN '; no export that went through is in the run history'
                         ELSE ' after an export that went through' END AS observed,
       'at most ' || param('warn') || '; more than ' || param('fail') || ' after two exports are a failure' AS expected,
       CASE WHEN working OR exports = 0 THEN 'unknown'
            WHEN pending > param('fail') AND exports >= 2 THEN 'fail' ELSE 'warn' END AS status, evidence
  FROM waiting
 WHERE pending > param('warn')
UNION ALL
SELECT host, connector || ' / state',
       iif(pending IS NULL, 'no numbers of it were told', 'a cycle was at work: the numbers are those of a moment'),
       'numbers between two cycles', 'unknown', evidence
  FROM waiting
 WHERE pending IS NULL OR working
UNION ALL
SELECT s.name, 'changes that were not confirmed', count(*) || iif(count(*) = 1, ' event', ' events') || ', the last on ' || max(e.at),
       'none in the last ' || param('unconfirmed_d') || ' days', 'warn', min(e.evidence_id)
  FROM server s
  JOIN server_clock k ON k.target_id = s.target_id
  JOIN main.host_event e ON e.target_id = s.target_id
 WHERE s.role = 'active' AND e.provider = 'ADSync' AND e.event = 6105
   AND julianday(k.now) - julianday(e.at) <= param('unconfirmed_d')
 GROUP BY s.target_id
UNION ALL
SELECT s.name, 'connectors', 'none was seen', 'every connector with its numbers', 'unknown', s.evidence_id
  FROM server s
 WHERE s.role = 'active' AND s.target_id NOT IN (SELECT target_id FROM engine_link)
