-- SPDX-License-Identifier: Apache-2.0
-- What the checks of the network ask of the servers' firewalls, worked out once: which rules hold, and which
-- of them open the ports of administration. TEMP tables like those of derived.sql; loaded after it. Names of
-- rules are for people and translated: here only values decide.

CREATE TEMP TABLE firewall_profile AS
SELECT s.name AS host, p.*,
       -- Everything is let in, whatever the rules say; NULL: not known.
       CASE WHEN p.enabled = 0 THEN 1
            WHEN p.block_all = 1 AND p.enabled = 1 THEN 0
            WHEN p.inbound = 'allow' AND p.enabled = 1 THEN iif(p.block_all IS NULL, NULL, 1)
            WHEN p.enabled IS NULL OR p.inbound IS NULL THEN NULL
            ELSE 0 END AS lets_all_in
  FROM main.host_firewall_profile p
  JOIN server s ON s.target_id = p.target_id;

-- Ports and addresses of the rules, found by rule.
CREATE TEMP TABLE firewall_port AS
SELECT rule_id, low, high, lower(keyword) AS keyword FROM main.host_firewall_port;
CREATE INDEX temp.firewall_port_by_rule ON firewall_port (rule_id);
CREATE TEMP TABLE firewall_remote AS
SELECT rule_id, address, family, lower(low) AS low, lower(high) AS high, lower(keyword) AS keyword
  FROM main.host_firewall_remote;
CREATE INDEX temp.firewall_remote_by_rule ON firewall_remote (rule_id);

-- Rules that hold in some profile: active, the firewall on, local ones not shut out by group policy, and what
-- lets in not shut out by "block all".
CREATE TEMP TABLE firewall_rule AS
SELECT p.host, r.*,
       substr(iif(max(p.profile = 'domain'), ', domain', '') || iif(max(p.profile = 'private'), ', private', '')
              || iif(max(p.profile = 'public'), ', public', ''), 3) AS profiles,
       -- 0: of each of these profiles something is not known that could shut the rule out.
       max(p.enabled IS NOT NULL AND (r.store <> 'local' OR p.local_rules IS NOT NULL)) AS certain,
       -- Who may come: 'any' address (or half of all), 'some', 'unclear' where not everything is understood.
       CASE WHEN r.any_remote OR EXISTS (
                   SELECT * FROM firewall_remote m
                    WHERE m.rule_id = r.id
                      AND (m.keyword = 'internet'
                           OR (m.family = 4
                               AND instr('0123456789abcdef', substr(m.high, 25, 1))
                                   - instr('0123456789abcdef', substr(m.low, 25, 1)) >= 7)
                           OR (m.family = 6 AND substr(m.low, 1, 1) <= '2' AND substr(m.high, 1, 1) >= '3')))
              THEN 'any'
            WHEN r.understood THEN 'some'
            ELSE 'unclear' END AS remote
  FROM main.host_firewall_rule r
  JOIN firewall_profile p ON p.target_id = r.target_id
                         AND CASE p.profile WHEN 'domain' THEN r.domain WHEN 'private' THEN r.private
                                            ELSE r.public END
 WHERE r.active AND p.enabled IS NOT 0
   AND NOT (r.store = 'local' AND p.local_rules IS 0)
   AND NOT (r.inbound AND r.action <> 'block' AND p.block_all IS 1)
 GROUP BY r.id;

-- Services by which a server is administered, or its database reached.
CREATE TEMP TABLE admin_port (
  service        TEXT NOT NULL,
  protocol       INTEGER NOT NULL,             -- IANA
  port           INTEGER,                      -- NULL: whatever RPC gives out
  keyword        TEXT,                         -- of a rule, lower case
  system         INTEGER NOT NULL,             -- the kernel listens: program "System"
  hosted         TEXT,                         -- the service of svchost.exe that listens
  administers    INTEGER NOT NULL              -- 0: not for administration
) STRICT;
INSERT INTO admin_port VALUES
  ('SMB', 6, 445, NULL, 1, NULL, 1),
  ('RPC endpoint mapper', 6, 135, 'rpc-epmap', 0, 'rpcss', 1),
  ('dynamic RPC', 6, NULL, 'rpc', 0, NULL, 1),
  ('SQL Server', 6, 1433, NULL, 0, NULL, 0),
  ('Remote Desktop', 6, 3389, NULL, 0, 'termservice', 1),
  ('Remote Desktop', 17, 3389, NULL, 0, 'termservice', 1),
  ('WinRM', 6, 5985, NULL, 1, NULL, 1),
  ('WinRM', 6, 5986, NULL, 1, NULL, 1);

-- Those of each server, with the ports to which somebody moved Remote Desktop or WinRM.
CREATE TEMP TABLE server_port AS
SELECT s.target_id, a.* FROM server s JOIN admin_port a
 UNION
SELECT t.target_id, 'Remote Desktop', l.column1, t.number, NULL, 0, 'termservice', 1
  FROM setting t JOIN (VALUES (6), (17)) l
 WHERE t.name = 'Rdp.Port' AND t.number BETWEEN 1 AND 65535
 UNION
SELECT w.target_id, 'WinRM', 6, w.port, NULL, 1, NULL, 1
  FROM main.host_winrm_listener w
 WHERE w.enabled;

-- Ports of server_port that a block rule closes for everybody.
CREATE TEMP TABLE firewall_closed AS
SELECT DISTINCT b.target_id, a.service, a.protocol, a.port, b.domain, b.private, b.public
  FROM firewall_rule b
  JOIN server_port a ON a.target_id = b.target_id AND (b.protocol IS NULL OR b.protocol = a.protocol)
 WHERE b.inbound AND b.action = 'block' AND b.certain AND b.understood AND b.any_remote AND b.program IS NULL
   AND coalesce(b.service, '*') = '*' AND b.package IS NULL AND b.interface IS NULL AND NOT b.authenticated
   AND (b.any_local_port
        OR EXISTS (SELECT * FROM firewall_port n
                    WHERE n.rule_id = b.id AND (a.port BETWEEN n.low AND n.high OR n.keyword = a.keyword)));

-- Rules that let in through a port of server_port.
CREATE TEMP TABLE firewall_opening AS
SELECT r.*, a.service AS opens, a.protocol AS opens_protocol, a.port AS opens_port, a.administers
  FROM firewall_rule r
  JOIN server_port a ON a.target_id = r.target_id AND (r.protocol IS NULL OR r.protocol = a.protocol)
 WHERE r.inbound AND r.action <> 'block' AND r.package IS NULL AND NOT r.authenticated
   AND CASE WHEN NOT r.any_local_port THEN
              EXISTS (SELECT * FROM firewall_port n
                       WHERE n.rule_id = r.id AND (a.port BETWEEN n.low AND n.high OR n.keyword = a.keyword))
            -- Any port: then the program decides.
            WHEN lower(r.program) = 'system' THEN a.system
            WHEN r.program IS NOT NULL AND lower(r.program) NOT LIKE '%svchost.exe' THEN 0
            WHEN coalesce(r.service, '*') <> '*' THEN lower(r.service) IS a.hosted
            ELSE r.program IS NULL OR NOT a.system END
   AND NOT EXISTS (SELECT * FROM firewall_closed c
                    WHERE c.target_id = r.target_id AND c.service = a.service AND c.protocol = a.protocol
                      AND c.port IS a.port AND r.action <> 'bypass'
                      AND c.domain >= r.domain AND c.private >= r.private AND c.public >= r.public);
