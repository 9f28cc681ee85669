-- SPDX-License-Identifier: Apache-2.0
-- id: NET-004
-- title: No unexpected listening ports and no public address
-- area: network
-- severity: medium
-- applies: all
-- needs: [listener, network, firewall]
-- param:
--   own_ranges: []
--   listen_allowed: []
-- why: >-
--   No component of Entra Connect needs a connection from the Internet, and few need a port at all. A
--   listener that nobody expects is another role on a Tier 0 server, or an intruder's.
-- remedy: >-
--   Remove the role or the software, and the public address. Name what must stay in the policy:
--   listen_allowed as tcp/8443, own_ranges as 203.0.113.0/24.
-- references:
--   - Microsoft, Hybrid identity required ports and protocols
--   - NIST SP 800-53 r5 SC-7, CM-7
--   - NIST CSF 2.0 PR.IR-01
--
-- # Expected: ports of Windows itself; what RPC and clients take above 49151; agents of the table of services.
WITH listening AS (
  SELECT DISTINCT s.name AS host, s.target_id, l.protocol, l.port, l.services, l.evidence_id
    FROM server s
    JOIN main.host_listener l ON l.target_id = s.target_id
   WHERE NOT l.loopback
),
expected(protocol, port) AS (VALUES
  ('tcp', 135), ('tcp', 139), ('tcp', 445), ('tcp', 3389), ('tcp', 5985), ('tcp', 5986), ('tcp', 47001),
  ('udp', 123), ('udp', 137), ('udp', 138), ('udp', 500), ('udp', 3389), ('udp', 4500), ('udp', 5353),
  ('udp', 5355)
),
surprising AS (
  SELECT l.*, l.protocol || '/' || l.port AS what
    FROM listening l
   WHERE NOT EXISTS (SELECT * FROM expected e WHERE e.protocol = l.protocol AND e.port = l.port)
     AND l.port < 49152
     AND NOT EXISTS (SELECT * FROM json_each(param('listen_allowed')) a
                      WHERE lower(a.value) = l.protocol || '/' || l.port)
     AND NOT EXISTS (SELECT * FROM knowledge_service k
                      WHERE ', ' || lower(l.services) || ',' GLOB '*, ' || k.pattern || ',*')
),
admitted AS (                                  -- by the rules, as far as a listener tells its program
  SELECT u.*,
         CASE WHEN EXISTS (SELECT * FROM firewall_profile p WHERE p.target_id = u.target_id AND p.lets_all_in)
                THEN 1
              WHEN EXISTS (SELECT * FROM firewall_rule r
                            WHERE r.target_id = u.target_id AND r.inbound AND r.action <> 'block'
                              AND r.package IS NULL
                              AND (r.protocol IS NULL OR r.protocol = iif(u.protocol = 'tcp', 6, 17))
                              AND CASE WHEN r.any_local_port
                                         THEN r.program IS NULL AND coalesce(r.service, '*') = '*'
                                       ELSE EXISTS (SELECT * FROM firewall_port n
                                                     WHERE n.rule_id = r.id
                                                       AND u.port BETWEEN n.low AND n.high) END) THEN 1
              WHEN (SELECT count(*) FROM firewall_profile p
                     WHERE p.target_id = u.target_id AND p.lets_all_in = 0) = 3 THEN 0 END AS let_in
    FROM surprising u
)
SELECT s.name AS host, 'address ' || a.address AS subject, 'a public address' AS observed,
       'addresses that the Internet does not route' AS expected, 'fail' AS status, a.evidence_id AS evidence
  FROM server s
  JOIN main.host_address a ON a.target_id = s.target_id
 WHERE a.kind = 'address' AND a.public
   AND NOT EXISTS (SELECT * FROM json_each(param('own_ranges')) o
                    WHERE ip_family(o.value) = ip_family(a.address) AND ip_first(o.value) <= ip_first(a.address)
                      AND ip_last(o.value) >= ip_last(a.address))
UNION ALL
SELECT host, 'port ' || what,
       'something listens' || iif(services = '', '', ': ' || services)
         || CASE let_in WHEN 1 THEN ', and the firewall lets others in' WHEN 0 THEN ', behind the firewall'
                        ELSE '; what the firewall does is not known' END,
       'only ports of Windows, and what the policy names',
       CASE let_in WHEN 1 THEN 'fail' WHEN 0 THEN 'warn' ELSE 'unknown' END, evidence_id
  FROM admitted
UNION ALL
SELECT p.staging, 'port ' || l.protocol || '/' || l.port || ' / other server',
       'something listens on ' || l.host || ' only' || iif(l.services = '', '', ': ' || l.services),
       'the same ports on both servers', 'warn', l.evidence_id
  FROM pair p
  JOIN listening l ON l.target_id IN (p.active_id, p.staging_id)
 WHERE l.port < 49152 AND NOT p.same_server
   AND EXISTS (SELECT * FROM listening o WHERE o.target_id IN (p.active_id, p.staging_id)
                  AND o.target_id <> l.target_id)
   AND NOT EXISTS (SELECT * FROM listening o
                    WHERE o.target_id IN (p.active_id, p.staging_id) AND o.target_id <> l.target_id
                      AND o.protocol = l.protocol AND o.port = l.port)
UNION ALL
SELECT s.name, 'listening ports', 'none was seen, not even those of Windows', 'the ports of Windows', 'unknown',
       NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM main.host_listener l WHERE l.target_id = s.target_id)
UNION ALL
SELECT s.name, 'addresses', 'none was seen', 'the addresses of the server', 'unknown', NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM main.host_address a WHERE a.target_id = s.target_id AND a.kind = 'address')
UNION ALL
SELECT s.name, 'own range ' || o.value, 'no network that could be understood', 'a network like 203.0.113.0/24',
       'unknown', NULL
  FROM server s JOIN json_each(param('own_ranges')) o
 WHERE ip_family(o.value) IS NULL
