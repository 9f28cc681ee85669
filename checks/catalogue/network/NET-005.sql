-- SPDX-License-Identifier: Apache-2.0
-- id: NET-005
-- title: Both servers reach the required Entra endpoints and domain controllers
-- area: network
-- severity: high
-- applies: all
-- needs: [reachability, run_history, engine_connector or connector]
-- param:
--   passive_h: 24
-- why: >-
--   The classic failover that fails: the rules of the firewall name the active server only. Endpoints are not probed;
--   what the server itself reached within a day tells of those that synchronisation needs, not of those of the
--   Health agent, of automatic upgrade and of revocation lists.
-- remedy: The same outbound rules for both servers, and no inspection of their TLS.
-- references:
--   - Microsoft, Hybrid identity required ports and protocols
--   - Microsoft, Troubleshoot connectivity
--   - NIST SP 800-53 r5 CP-8, SC-7
--   - NIST CSF 2.0 PR.IR-03
WITH told AS (
  SELECT l.target_id, l.host, l.guid, l.connector, l.kind, l.evidence_id,
         (SELECT count(*) FROM main.engine_domain d WHERE d.target_id = l.target_id AND d.connector = l.connector) AS domains,
         (SELECT min(p.age_s) FROM engine_past p WHERE p.target_id = l.target_id AND p.guid = l.guid AND p.completed
             AND p.age_s >= 0 AND (p.imports OR p.exports)) AS age_s
    FROM engine_link l
),
domain AS (
  SELECT s.name AS host, d.*,
         EXISTS (SELECT * FROM domain_left_out o WHERE o.target_id = d.target_id AND o.connector = d.connector
                    AND o.domain = fold(d.domain)) AS left_out,
         (SELECT group_concat(o.name, ', ') FROM main.engine_domain r JOIN server o ON o.target_id = r.target_id
           WHERE fold(r.domain) = fold(d.domain) AND r.reachable AND r.target_id <> d.target_id) AS others
    FROM main.engine_domain d JOIN server s ON s.target_id = d.target_id
   WHERE NOT d.reachable
)
SELECT host, 'domain ' || domain AS subject,
       'no domain controller within reach' || iif(left_out, ', and not synchronised', '') || coalesce('; reached from ' || others, '') || coalesce(': ' || message, '') AS observed,
       'within reach from every sync server' AS expected, iif(left_out, 'info', 'fail') AS status, evidence_id AS evidence
  FROM domain
UNION ALL
SELECT host, connector, 'no domain of it was tested', 'its domains', 'unknown', evidence_id
  FROM told
 WHERE kind = 'ad' AND domains = 0
UNION ALL
SELECT t.host, t.connector || ' / ' || p.name, 'the domain is selected, and was not tested', 'within reach', 'unknown', t.evidence_id
  FROM told t
  JOIN main.connector c ON c.target_id = t.target_id AND c.guid = t.guid
  JOIN main.partition p ON p.connector_id = c.id AND p.selected AND p.is_domain
 WHERE t.domains > 0
   AND NOT EXISTS (SELECT * FROM main.engine_domain d WHERE d.target_id = t.target_id AND d.connector = t.connector
                      AND fold(d.domain) = replace(replace(replace(fold(p.name), ' ', ''), ',dc=', '.'), 'dc=', ''))
UNION ALL
SELECT host, connector,
       iif(age_s IS NULL, 'no run that reached Entra ID was seen', 'the last run that reached Entra ID was ' || (age_s / 3600) || ' hours ago')
         || '; endpoints are not probed',
       'a run within ' || param('passive_h') || ' hours', 'unknown', evidence_id
  FROM told
 WHERE kind = 'entra' AND coalesce(age_s > 3600 * param('passive_h'), 1)
UNION ALL
SELECT r.host, 'connector to Entra ID', 'none was seen', 'one', 'unknown', r.evidence_id
  FROM engine_reach r
 WHERE r.target_id NOT IN (SELECT target_id FROM engine_link WHERE kind = 'entra')
