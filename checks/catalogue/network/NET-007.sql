-- SPDX-License-Identifier: Apache-2.0
-- id: NET-007
-- title: Name resolution, adapters and proxy are redundant and consistent
-- area: network
-- severity: low
-- applies: all
-- needs: [network, registry, host]
-- why: >-
--   A server with one name server, one adapter or another proxy than its partner fails alone, and mostly on
--   the day of the failover. Redundancy of switches, teams and hypervisors is not seen from here.
-- remedy: >-
--   Two name servers on both servers, in the same order within a site; the same proxy (netsh winhttp); teams
--   of adapters in the hypervisor or, on a physical server, in Windows.
-- references:
--   - Microsoft, Hybrid identity required ports and protocols
--   - NIST SP 800-53 r5 CP-8, SC-7
--   - NIST CSF 2.0 PR.IR-03
--
-- # The digests are those of the values that "netsh winhttp reset proxy" leaves; an absent value means the same.
-- # Which proxy a value names is not collected, so that a difference is a warning only.
WITH resolver AS (
  SELECT s.target_id, s.name AS host, count(DISTINCT a.address) AS servers, min(a.evidence_id) AS evidence_id,
         (SELECT group_concat(address, ', ')
            FROM (SELECT o.address FROM main.host_address o
                   WHERE o.target_id = s.target_id AND o.kind = 'dns'
                   ORDER BY o.adapter, o.position)) AS list
    FROM server s
    LEFT JOIN main.host_address a ON a.target_id = s.target_id AND a.kind = 'dns'
   GROUP BY s.target_id
),
proxy AS (
  SELECT target_id, state, evidence_id,
         CASE WHEN state = 'absent' THEN 'none'
              WHEN state <> 'set' THEN NULL
              WHEN lower(text) IN ('9c114bf441413936af1431c1568510b0aa76ef6883c48068dbd8723650b33b25',
                                   '66000e47f5730b1639147973a245d9813c20e8c966bdc723f287b691f693738f') THEN 'none'
              ELSE lower(text) END AS value
    FROM setting
   WHERE name = 'Proxy.WinHttp'
)
SELECT host, 'name servers' AS subject,
       CASE servers WHEN 0 THEN 'none was seen' ELSE 'one only: ' || list END AS observed,
       'at least two' AS expected, iif(servers = 0, 'unknown', 'fail') AS status, evidence_id AS evidence
  FROM resolver
 WHERE servers < 2
UNION ALL
SELECT p.staging, 'name servers / other server', b.list || '; ' || p.active || ' has ' || a.list,
       'the same within a site', 'warn', a.evidence_id || ',' || b.evidence_id
  FROM pair p
  JOIN resolver a ON a.target_id = p.active_id
  JOIN resolver b ON b.target_id = p.staging_id
  JOIN setting x ON x.target_id = p.active_id AND x.name = 'Netlogon.Site' AND x.state = 'set'
  JOIN setting y ON y.target_id = p.staging_id AND y.name = 'Netlogon.Site' AND y.state = 'set'
 WHERE fold(x.text) = fold(y.text) AND a.list <> b.list
UNION ALL
SELECT p.staging, 'proxy of WinHTTP', 'another than on ' || p.active, 'the same on both servers', 'warn',
       a.evidence_id || ',' || b.evidence_id
  FROM pair p
  JOIN proxy a ON a.target_id = p.active_id
  JOIN proxy b ON b.target_id = p.staging_id
 WHERE a.value <> b.value
UNION ALL
SELECT s.name, 'proxy of WinHTTP', 'could not be read', 'the same on both servers', 'unknown', x.evidence_id
  FROM server s
  LEFT JOIN proxy x ON x.target_id = s.target_id
 WHERE x.value IS NULL
UNION ALL
SELECT s.name, 'network adapters', 'one with an address; whether it is a team is not seen', 'two, or a team',
       'warn', min(a.evidence_id)
  FROM server s
  JOIN main.host h ON h.target_id = s.target_id
  JOIN main.host_address a ON a.target_id = s.target_id AND a.kind = 'address'
 WHERE h.virtual = 'no'
 GROUP BY s.target_id
HAVING count(DISTINCT a.adapter) = 1
