-- SPDX-License-Identifier: Apache-2.0
-- id: NET-003
-- title: Administrative protocols are limited to management networks, and RDP uses NLA and TLS
-- area: network
-- severity: high
-- applies: all
-- needs: [firewall, listener, registry]
-- param:
--   third_party_firewall: ""
--   mgmt_subnets: []
--   local_subnet: "no"
-- why: >-
--   A sync server is Tier 0: it should be administered from privileged workstations and nowhere else. A
--   stolen password is worth less where its owner cannot knock.
-- remedy: >-
--   Name the networks of the administrators in the policy (mgmt_subnets: 10.1.0.0/16, 10.2.0.1-10.2.0.9,
--   fd00::/8), and limit the remote addresses of the rules to them by group policy; set local_subnet to "yes"
--   where the server's own subnet is one. Require network level authentication, TLS and high encryption of
--   Remote Desktop.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - STIG Windows Server 2022 WN22-CC-000370 (V-254368)
--   - CIS Windows Server 2022 v4.0.0 18.10.57.3.9.3, 18.10.57.3.9.4
--   - NIST SP 800-53 r5 AC-17, SC-7
--   - NIST CSF 2.0 PR.IR-01
--   - MITRE ATT&CK T1021.001
--
-- # The filters of WinRM (IPv4Filter) name addresses of the server that it listens on, not who may come: they
-- # do not count here. Absent values of Remote Desktop: denied; no NLA, security layer 1, encryption 2.
WITH network AS (
  SELECT value, ip_family(value) AS family, ip_first(value) AS low, ip_last(value) AS high
    FROM json_each(param('mgmt_subnets'))
),
open AS (                                      -- rules for ports on which something listens
  SELECT DISTINCT o.id, o.target_id, o.host, o.rule, o.store, o.name, o.remote, o.certain, o.understood,
         o.profiles, o.evidence_id, o.opens
    FROM firewall_opening o
   WHERE o.administers AND param('third_party_firewall') = ''
     AND (o.opens_port IS NULL
          OR EXISTS (SELECT * FROM main.host_listener l
                      WHERE l.target_id = o.target_id AND NOT l.loopback AND l.port = o.opens_port
                        AND l.protocol = iif(o.opens_protocol = 6, 'tcp', 'udp')))
),
outside AS (                                   -- addresses that are in no management network
  SELECT m.rule_id, group_concat(m.address) AS addresses
    FROM firewall_remote m
   WHERE NOT EXISTS (SELECT * FROM network n
                      WHERE n.family = m.family AND n.low <= m.low AND n.high >= m.high)
     AND NOT (m.keyword IS 'localsubnet' AND lower(param('local_subnet')) = 'yes')
     AND m.rule_id IN (SELECT id FROM open)
   GROUP BY m.rule_id
),
judged AS (
  SELECT o.*, u.addresses,
         CASE WHEN o.remote = 'any' OR u.addresses IS NOT NULL
                   AND EXISTS (SELECT * FROM network WHERE low IS NOT NULL)
                THEN iif(o.understood AND o.certain, 'fail', 'unknown')
              WHEN NOT o.understood THEN 'unknown' END AS status
    FROM open o
    LEFT JOIN outside u ON u.rule_id = o.id
),
rdp AS (                                       -- what holds: policy before the server's own value
  SELECT s.name AS host,
         replace(t.name, '.Policy', '') AS what,
         max(iif(t.name LIKE '%.Policy', t.number, NULL)) AS policy,
         max(iif(t.name LIKE '%.Policy', NULL, t.number)) AS own,
         max(t.state NOT IN ('set', 'absent') AND t.name LIKE '%.Policy') AS policy_unseen,
         max(t.state NOT IN ('set', 'absent') AND t.name NOT LIKE '%.Policy') AS own_unseen,
         min(t.evidence_id) AS evidence_id
    FROM server s
    JOIN setting t ON t.target_id = s.target_id
   WHERE t.name IN ('Rdp.Denied', 'Rdp.Denied.Policy', 'Rdp.UserAuthentication',
                    'Rdp.UserAuthentication.Policy', 'Rdp.SecurityLayer', 'Rdp.SecurityLayer.Policy',
                    'Rdp.MinEncryptionLevel', 'Rdp.MinEncryptionLevel.Policy')
   GROUP BY s.target_id, what
),
wanted(what, subject, preset, minimum, expected, status) AS (VALUES
  ('Rdp.UserAuthentication', 'Remote Desktop / network level authentication', 0, 1, 'required', 'fail'),
  ('Rdp.SecurityLayer', 'Remote Desktop / security layer', 1, 2, '2: TLS', 'warn'),
  ('Rdp.MinEncryptionLevel', 'Remote Desktop / encryption', 2, 3, '3: high', 'warn')
),
holds AS (
  SELECT r.host, r.what, r.evidence_id,
         CASE WHEN r.policy_unseen THEN NULL
              WHEN r.policy IS NOT NULL THEN r.policy
              WHEN r.own_unseen THEN NULL
              WHEN r.own IS NOT NULL THEN r.own
              ELSE coalesce(w.preset, 1) END AS value
    FROM rdp r
    LEFT JOIN wanted w ON w.what = r.what
)
SELECT host, 'rule ' || rule || ' (' || store || ') / ' || opens AS subject,
       '"' || name || '" lets in '
         || CASE WHEN remote = 'any' THEN 'any address'
                 WHEN NOT understood THEN 'more than is understood of it'
                 ELSE replace(addresses, ',', ', ') END
         || ', profiles: ' || profiles
         || iif(understood AND NOT certain, '; whether it holds there is not known', '') AS observed,
       'addresses of the management networks' AS expected, status, evidence_id AS evidence
  FROM judged
 WHERE status IS NOT NULL
UNION ALL
SELECT host, profile || ' profile',
       iif(lets_all_in, 'everything is let in, whatever the rules say', 'whether rules matter is not known'),
       'on, and blocks what no rule lets in', iif(lets_all_in, 'fail', 'unknown'), evidence_id
  FROM firewall_profile
 WHERE lets_all_in IS NOT 0 AND param('third_party_firewall') = ''
UNION ALL
SELECT s.name, 'management networks', 'the policy names none', 'networks of the administrators (mgmt_subnets)',
       'warn', NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM network) AND param('third_party_firewall') = ''
UNION ALL
SELECT s.name, 'management network ' || n.value, 'no network that could be understood',
       'a network like 10.1.0.0/16', 'unknown', NULL
  FROM server s JOIN network n
 WHERE n.low IS NULL AND param('third_party_firewall') = ''
UNION ALL
SELECT d.host, 'Remote Desktop', 'whether it is on could not be read', 'off, or with NLA and TLS', 'unknown',
       d.evidence_id
  FROM holds d
 WHERE d.what = 'Rdp.Denied' AND d.value IS NULL
UNION ALL
SELECT u.host, u.place, u.observed, 'the port of Remote Desktop', 'unknown', u.evidence_id
  FROM setting_unseen u
  JOIN holds d ON d.host = u.host AND d.what = 'Rdp.Denied'
 WHERE u.name = 'Rdp.Port' AND d.value = 0
UNION ALL
SELECT v.host, w.subject, iif(v.value IS NULL, 'not read', CAST(v.value AS TEXT)), w.expected,
       iif(v.value IS NULL, 'unknown', w.status), v.evidence_id
  FROM holds v
  JOIN wanted w ON w.what = v.what
  JOIN holds d ON d.host = v.host AND d.what = 'Rdp.Denied'
 WHERE d.value IS NOT 1 AND (v.value >= w.minimum) IS NOT 1
   AND (d.value = 0 OR v.value IS NOT NULL)
UNION ALL
SELECT s.name, 'Remote Desktop', 'its registry values were not seen', 'off, or with NLA and TLS', 'unknown', NULL
  FROM server s
 WHERE (SELECT count(*) FROM holds v WHERE v.host = s.name) < 4
