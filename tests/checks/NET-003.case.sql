-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-003.

-- case: limited to the management networks
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.2.0/24', 4, '0000000000000000000000000a010200', '0000000000000000000000000a0102ff', NULL);
INSERT INTO host_firewall_remote VALUES (1, 'fd12::/16', 6, 'fd120000000000000000000000000000', 'fd12ffffffffffffffffffffffffffff', NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 1433, 1433, NULL);
-- expect: SYNC01 pass

-- case: other networks
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.2.0/24', 4, '0000000000000000000000000a010200', '0000000000000000000000000a0102ff', NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.2.0.0/16', 4, '0000000000000000000000000a020000', '0000000000000000000000000a02ffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, '10.0.0.0/8', 4, '0000000000000000000000000a000000', '0000000000000000000000000affffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 135, 135, NULL);
INSERT INTO host_firewall_remote VALUES (3, '10.1.255.0-10.2.0.0', 4, '0000000000000000000000000a01ff00', '0000000000000000000000000a020000', NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 3389, 3389, NULL);
INSERT INTO host_firewall_remote VALUES (4, '::a01:0/112', 6, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, NULL, NULL, 'RPC');
INSERT INTO host_firewall_remote VALUES (5, '10.0.255.255-10.1.0.1', 4, '0000000000000000000000000a00ffff', '0000000000000000000000000a010001', NULL);
-- expect: SYNC01 fail rule R1 (policy) / WinRM
-- expect: SYNC01 fail rule R2 (policy) / SMB
-- expect: SYNC01 fail rule R3 (policy) / RPC endpoint mapper
-- expect: SYNC01 fail rule R4 (policy) / Remote Desktop
-- expect: SYNC01 fail rule R5 (policy) / dynamic RPC

-- case: any address
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5986, 5986, NULL);
-- expect: SYNC01 fail rule R1 (policy) / WinRM

-- case: nothing listens
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '127.0.0.1', 1, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 3389, 3389, NULL);
-- expect: SYNC01 pass

-- case: dynamic RPC has no port of its own
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, NULL, NULL, 'RPC');
-- expect: SYNC01 fail rule R1 (policy) / dynamic RPC

-- case: something listens on UDP
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 3389, 3389, NULL);
-- expect: SYNC01 fail rule R1 (policy) / Remote Desktop

-- case: the listener of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5985, 4, '', 20010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: the local subnet
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, 'LocalSubnet', NULL, NULL, NULL, 'LocalSubnet');
-- expect: SYNC01 fail rule R1 (policy) / WinRM

-- case: the local subnet is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- param: local_subnet = Yes
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, 'LocalSubnet', NULL, NULL, NULL, 'LocalSubnet');
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, 'DNS', NULL, NULL, NULL, 'DNS');
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 3389, 3389, NULL);
INSERT INTO host_firewall_remote VALUES (3, '10.9.9.9/32', 4, '0000000000000000000000000a090909', '0000000000000000000000000a090909', NULL);
-- expect: SYNC01 fail rule R2 (policy) / SMB
-- expect: SYNC01 fail rule R3 (policy) / Remote Desktop

-- case: no networks in the policy
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.2.0.0/16', 4, '0000000000000000000000000a020000', '0000000000000000000000000a02ffff', NULL);
-- expect: SYNC01 warn management networks

-- case: no networks in the policy, any address
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
-- expect: SYNC01 warn management networks
-- expect: SYNC01 fail rule R1 (policy) / WinRM

-- case: a network that is none
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, admins]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
-- expect: SYNC01 unknown management network admins

-- case: only networks that are none
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [admins]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
-- expect: SYNC01 unknown management network admins

-- case: a rule that is not understood
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 3389, 3389, NULL);
INSERT INTO host_firewall_remote VALUES (3, '10.2.0.0/16', 4, '0000000000000000000000000a020000', '0000000000000000000000000a02ffff', NULL);
-- expect: SYNC01 unknown rule R1 (policy) / WinRM
-- expect: SYNC01 unknown rule R2 (policy) / SMB
-- expect: SYNC01 unknown rule R3 (policy) / Remote Desktop

-- case: whether the rule holds is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', NULL, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
-- expect: SYNC01 unknown rule R1 (local) / WinRM

-- case: the firewall is off
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
UPDATE host_firewall_profile SET enabled = NULL WHERE profile = 'domain';
-- expect: SYNC01 fail public profile
-- expect: SYNC01 unknown domain profile

-- case: Remote Desktop as it should be
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.UserAuthentication = 1
-- setting: SYNC01 Rdp.SecurityLayer = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 pass

-- case: Remote Desktop is off
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 1
-- setting: SYNC01 Rdp.UserAuthentication = 0
-- setting: SYNC01 Rdp.SecurityLayer = 0
-- setting: SYNC01 Rdp.MinEncryptionLevel = 1
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 pass

-- case: Remote Desktop is off by default
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.UserAuthentication = 0
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 pass

-- case: Remote Desktop without protection
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.UserAuthentication = 0
-- setting: SYNC01 Rdp.SecurityLayer = 1
-- setting: SYNC01 Rdp.MinEncryptionLevel = 2
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 fail Remote Desktop / network level authentication
-- expect: SYNC01 warn Remote Desktop / security layer
-- expect: SYNC01 warn Remote Desktop / encryption

-- case: Remote Desktop with what Windows does by default
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 fail Remote Desktop / network level authentication
-- expect: SYNC01 warn Remote Desktop / security layer
-- expect: SYNC01 warn Remote Desktop / encryption

-- case: policy before the value of the server
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 1
-- setting: SYNC01 Rdp.Denied.Policy = 0
-- setting: SYNC01 Rdp.UserAuthentication = 0
-- setting: SYNC01 Rdp.UserAuthentication.Policy = 1
-- setting: SYNC01 Rdp.SecurityLayer = 0
-- setting: SYNC01 Rdp.SecurityLayer.Policy = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel = 4
-- setting: SYNC01 Rdp.MinEncryptionLevel.Policy = 2
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 warn Remote Desktop / encryption

-- case: policy switches Remote Desktop off
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.Denied.Policy = 1
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 pass

-- case: values that were not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.UserAuthentication = denied
-- setting: SYNC01 Rdp.SecurityLayer = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel.Policy = unread
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 unknown Remote Desktop / network level authentication
-- expect: SYNC01 unknown Remote Desktop / encryption

-- case: a policy that was read before a value that was not
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.UserAuthentication = denied
-- setting: SYNC01 Rdp.UserAuthentication.Policy = 1
-- setting: SYNC01 Rdp.SecurityLayer = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 pass

-- case: whether Remote Desktop is on was not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = wrong_type
-- setting: SYNC01 Rdp.UserAuthentication = 1
-- setting: SYNC01 Rdp.SecurityLayer = denied
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 unknown Remote Desktop

-- case: what would be wrong if Remote Desktop were on
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
-- setting: SYNC01 Rdp.Denied = denied
-- setting: SYNC01 Rdp.UserAuthentication = 0
-- setting: SYNC01 Rdp.SecurityLayer = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
-- expect: SYNC01 unknown Remote Desktop
-- expect: SYNC01 fail Remote Desktop / network level authentication

-- case: values that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16, fd00::/8]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
DELETE FROM host_setting WHERE name LIKE 'Rdp.SecurityLayer%';
-- expect: SYNC01 unknown Remote Desktop

-- case: another product is the firewall
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: third_party_firewall = Product X
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
-- expect: SYNC01 pass

-- case: another product and networks that are none
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: third_party_firewall = Product X
-- param: mgmt_subnets = [admins]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
-- expect: SYNC01 pass

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 firewall
-- uncovered: SYNC02 listener
-- uncovered: SYNC03 registry
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown

-- case: Remote Desktop and WinRM on other ports
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16]
-- setting: SYNC01 Rdp.Port = 3390
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3390, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8085, 4, '', 10010);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 8085, 1, NULL, 10011), (1, '*', 'http', 8086, 0, NULL, 10011);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 3390, 3390, NULL), (1, 8085, 8086, NULL);
-- expect: SYNC01 fail rule R1 (policy) / Remote Desktop
-- expect: SYNC01 fail rule R1 (policy) / WinRM

-- case: the port of Remote Desktop was not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16]
-- setting: SYNC01 Rdp.Port = denied
-- setting: SYNC01 Rdp.Denied = 0
-- setting: SYNC01 Rdp.UserAuthentication = 1
-- setting: SYNC01 Rdp.SecurityLayer = 2
-- setting: SYNC01 Rdp.MinEncryptionLevel = 3
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
-- expect: SYNC01 unknown HKLM\Rdp.Port

-- case: a rule for svchost.exe opens nothing that the kernel serves
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: mgmt_subnets = [10.1.0.0/16]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, '%SystemRoot%\system32\svchost.exe', NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
-- expect: SYNC01 fail rule R1 (policy) / RPC endpoint mapper
-- expect: SYNC01 fail rule R1 (policy) / dynamic RPC
