-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-013
-- title: AD domains and Entra ID are reachable and credentials accepted
-- area: synchronisation
-- severity: high
-- applies: all
-- needs: [reachability or run_history, engine_connector or connector]
-- confirms: [event_log]
-- param:
--   fresh_h: 24
-- why: Tells the two great causes of an outage apart, network and credentials.
-- remedy: Name resolution and firewall (NET-005), password of the account (ACC-010), certificate (ACC-016).
-- references:
--   - Microsoft, Troubleshoot connectivity
--   - Microsoft, Hybrid identity required ports and protocols
--   - NIST SP 800-53 r5 SI-4, CP-8
--   - NIST CSF 2.0 DE.CM-09
--
-- # The engine's own test of its domains; where there is none, and for Entra ID, a run that went through within
-- # fresh_h. Events: 6000, 6001; 106, 107, 109 to 111, 115, 611, 655.
WITH told AS (
  SELECT s.target_id, s.name AS host, l.guid, l.connector, l.kind, l.evidence_id,
         (SELECT count(*) FROM main.engine_domain d WHERE d.target_id = s.target_id AND d.connector = l.connector) AS domains,
         (SELECT min(p.age_s) FROM engine_past p WHERE p.target_id = s.target_id AND p.guid = l.guid AND p.completed
             AND p.age_s >= 0 AND (p.imports OR p.exports)) AS age_s
    FROM server s JOIN engine_link l ON l.target_id = s.target_id
   WHERE l.kind IN ('ad', 'entra')
),
reached AS (                                   -- the newest run that went through, of those that need the credentials
  SELECT target_id, guid, min(newest) AS newest
    FROM engine_past WHERE completed AND (imports OR exports) GROUP BY target_id, guid
),
refused AS (
  SELECT p.*, coalesce(p.newest < r.newest, 1) AS holds
    FROM engine_past p LEFT JOIN reached r ON r.target_id = p.target_id AND r.guid = p.guid
   WHERE p.topic IN ('credential', 'connectivity', 'server_down') AND p.class = 'fail'
),
signal AS (
  SELECT s.name AS host, e.provider || ' ' || e.event AS event, max(e.at) AS at, count(*) AS times, min(e.evidence_id) AS evidence_id
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    JOIN main.host_event e ON e.target_id = s.target_id
   WHERE e.log = 'Application' AND julianday(k.now) - julianday(e.at) <= param('fresh_h') / 24.0
     AND (e.provider = 'ADSync' AND e.event IN (6000, 6001)
          OR e.provider = 'Directory Synchronization' AND e.event IN (106, 107, 109, 110, 111, 115, 611, 655))
   GROUP BY s.target_id, e.provider, e.event
)
SELECT s.name AS host, d.connector || ' / ' || d.domain AS subject,
       'not reachable' || iif(o.domain IS NULL, '', ', and not synchronised') || coalesce(': ' || d.message, '') AS observed, 'reachable' AS expected,
       iif(o.domain IS NULL, 'fail', 'info') AS status, d.evidence_id AS evidence
  FROM main.engine_domain d JOIN server s ON s.target_id = d.target_id
  LEFT JOIN domain_left_out o ON o.target_id = d.target_id AND o.connector = d.connector AND o.domain = fold(d.domain)
 WHERE NOT d.reachable
UNION ALL
SELECT host, connector || ' / runs', result || ' on ' || max(started_at) || ': ' || meaning,
       'runs that reach the directory and are let in', iif(max(holds), 'fail', 'warn'), evidence_id
  FROM refused
 WHERE holds OR age_s BETWEEN 0 AND 3600 * param('fresh_h')
 GROUP BY target_id, guid
UNION ALL
SELECT host, 'event ' || event, times || iif(times = 1, ' time', ' times') || ' in the last ' || param('fresh_h')
         || ' hours, the last on ' || at, 'none', 'warn', evidence_id
  FROM signal
UNION ALL
SELECT c.server, c.connector || ' / ' || c.account, iif(a.enabled = 0, 'disabled', 'expired on ' || a.expires_at),
       'an account that can log on', 'fail', a.evidence_id
  FROM forest_connector c JOIN main.ad_account a ON a.id = c.account_id
  JOIN main.run
 WHERE a.enabled = 0 OR julianday(a.expires_at) <= julianday(run.started_at)
UNION ALL
SELECT host, connector,
       CASE WHEN age_s IS NULL THEN 'nobody tells whether it reaches its directory: no run that went through was seen'
            ELSE 'its last run that went through was ' || (age_s / 3600) || ' hours ago' END,
       'a domain that was tested, or a run within ' || param('fresh_h') || ' hours', 'unknown', evidence_id
  FROM told
 WHERE domains = 0 AND coalesce(age_s > 3600 * param('fresh_h'), 1)
UNION ALL
SELECT t.host, t.connector || ' / ' || p.name, 'the domain is selected, and was not tested', 'reachable', 'unknown', t.evidence_id
  FROM told t
  JOIN main.connector c ON c.target_id = t.target_id AND c.guid = t.guid
  JOIN main.partition p ON p.connector_id = c.id AND p.selected AND p.is_domain
 WHERE t.domains > 0
   AND NOT EXISTS (SELECT * FROM main.engine_domain d WHERE d.target_id = t.target_id AND d.connector = t.connector
                      AND fold(d.domain) = replace(replace(replace(fold(p.name), ' ', ''), ',dc=', '.'), 'dc=', ''))
UNION ALL
SELECT s.name, 'connectors', 'none was seen', 'every connector with its directory', 'unknown', s.evidence_id
  FROM server s
 WHERE s.target_id NOT IN (SELECT target_id FROM engine_link)
   AND EXISTS (SELECT * FROM seen v WHERE v.target_id = s.target_id AND v.source IN ('connector', 'engine_connector'))
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
