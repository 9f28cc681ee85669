-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-002.

-- case: rules that are limited
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, '*', NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.1.0.0/16', 4, '0000000000000000000000000a010000', '0000000000000000000000000a01ffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\agent.exe', NULL, NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 8080, 8080, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, 'Dhcp', NULL, NULL, 0, 1, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, 'S-1-15-2-1', NULL, 0, 1, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'policy', 'R6', 'Rule 6', 0, 1, 1, 'allow', 1, 1,
   1, 1, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_rule VALUES
  (7, 1, 'policy', 'R7', 'Rule 7', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 1, 1, 1, 1, 'm7', 10009);
INSERT INTO host_firewall_rule VALUES
  (8, 1, 'policy', 'R8', 'Rule 8', 0, 0, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm8', 10009);
INSERT INTO host_firewall_rule VALUES
  (9, 1, 'policy', 'R9', 'Rule 9', 0, 1, 0, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm9', 10009);
INSERT INTO host_firewall_rule VALUES
  (10, 1, 'policy', 'R10', 'Rule 10', 0, 1, 1, 'block', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm10', 10009);
INSERT INTO host_firewall_port VALUES (10, 9999, 9999, NULL);
INSERT INTO host_firewall_rule VALUES
  (11, 1, 'policy', 'R11', 'Rule 11', 0, 1, 1, 'allow', 1,
   1, 1, 58, 'System', NULL, NULL, NULL, 0, 1, 1, 1, 'm11', 10009);
-- expect: SYNC01 pass

-- case: any port from any address
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, NULL, NULL, '*', NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, 'Lan', 0, 1, 1, 1, 'm3', 10009);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)
-- expect: SYNC01 fail rule R3 (policy)

-- case: any protocol is any port
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 9999, 9999, NULL);
-- expect: SYNC01 fail rule R1 (policy)

-- case: a program that is everything
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 17, 'System', NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 17, '%SystemRoot%\system32\svchost.exe', NULL, NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 17, 'C:\agent.exe', NULL, NULL, NULL, 0, 1, 1, 1, 'm3', 10009);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)

-- case: ports of administration from any address
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'System', NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 130, 140, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, NULL, NULL, 'RPC');
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, NULL, NULL, 'RPC-EPMap');
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\sqlservr.exe', NULL, NULL, NULL, 0, 0, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 1433, 1433, NULL);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'policy', 'R6', 'Rule 6', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_port VALUES (6, 3389, 3389, NULL);
INSERT INTO host_firewall_rule VALUES
  (7, 1, 'policy', 'R7', 'Rule 7', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm7', 10009);
INSERT INTO host_firewall_port VALUES (7, 5986, 5986, NULL);
INSERT INTO host_firewall_rule VALUES
  (8, 1, 'policy', 'R8', 'Rule 8', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, 'TermService', NULL, NULL, 0, 0, 1, 1, 'm8', 10009);
INSERT INTO host_firewall_port VALUES (8, 3389, 3389, NULL);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)
-- expect: SYNC01 fail rule R3 (policy)
-- expect: SYNC01 fail rule R4 (policy)
-- expect: SYNC01 fail rule R5 (policy)
-- expect: SYNC01 fail rule R6 (policy)
-- expect: SYNC01 fail rule R7 (policy)
-- expect: SYNC01 fail rule R8 (policy)

-- case: other ports from any address
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 444, 444, NULL);
INSERT INTO host_firewall_port VALUES (1, 446, 446, NULL);
INSERT INTO host_firewall_port VALUES (1, 134, 134, NULL);
INSERT INTO host_firewall_port VALUES (1, 136, 136, NULL);
INSERT INTO host_firewall_port VALUES (1, 1432, 1432, NULL);
INSERT INTO host_firewall_port VALUES (1, 1434, 1434, NULL);
INSERT INTO host_firewall_port VALUES (1, 3388, 3388, NULL);
INSERT INTO host_firewall_port VALUES (1, 3390, 3390, NULL);
INSERT INTO host_firewall_port VALUES (1, 5984, 5984, NULL);
INSERT INTO host_firewall_port VALUES (1, 5987, 5987, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, NULL, NULL, 'IPHTTPS');
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 445, 445, NULL);
-- expect: SYNC01 pass

-- case: any port of one service
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\Windows\System32\svchost.exe', 'TermService', NULL, NULL, 0, 1, 1, 1, 'm1',
   10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\Windows\System32\svchost.exe', 'RpcSs', NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\Windows\System32\svchost.exe', 'Dhcp', NULL, NULL, 0, 1, 1, 1, 'm3', 10009);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)

-- case: half of all addresses is any
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (1, '0.0.0.0/1', 4, '00000000000000000000000000000000', '0000000000000000000000007fffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, '0.0.0.0/0', 4, '00000000000000000000000000000000', '000000000000000000000000ffffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (3, '2000::/3', 6, '20000000000000000000000000000000', '3fffffffffffffffffffffffffffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (4, 'Internet', NULL, NULL, NULL, 'Internet');
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (5, '::/0', 6, '00000000000000000000000000000000', 'ffffffffffffffffffffffffffffffff', NULL);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)
-- expect: SYNC01 fail rule R3 (policy)
-- expect: SYNC01 fail rule R4 (policy)
-- expect: SYNC01 fail rule R5 (policy)

-- case: less than half is not
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (1, '0.0.0.0/2', 4, '00000000000000000000000000000000', '0000000000000000000000003fffffff', NULL);
INSERT INTO host_firewall_remote VALUES (1, '64.0.0.0/2', 4, '00000000000000000000000040000000', '0000000000000000000000007fffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, 'fd00::/8', 6, 'fd000000000000000000000000000000', 'fdffffffffffffffffffffffffffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (3, 'LocalSubnet', NULL, NULL, NULL, 'LocalSubnet');
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (4, '3000::/4', 6, '30000000000000000000000000000000', '3fffffffffffffffffffffffffffffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (5, '2000::/4', 6, '20000000000000000000000000000000', '2fffffffffffffffffffffffffffffff', NULL);
-- expect: SYNC01 pass

-- case: rules that do not hold
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 0, 0,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm3', 10009);
UPDATE host_firewall_profile SET block_all = 1 WHERE profile = 'public';
-- expect: SYNC01 pass

-- case: local rules hold where policy lets them
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 0, 1,
   0, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 0,
   0, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
UPDATE host_firewall_profile SET local_rules = 1 WHERE profile = 'private';
-- expect: SYNC01 fail rule R1 (local)

-- case: rules of each profile alone
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 0, 0,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 0, 1,
   0, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 0,
   0, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm3', 10009);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC01 fail rule R2 (policy)
-- expect: SYNC01 fail rule R3 (policy)

-- case: whether a rule holds is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', NULL, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8080, 8080, NULL);
-- expect: SYNC01 unknown rule R1 (local)

-- case: whether the firewall is on is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, NULL, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8080, 8080, NULL);
-- expect: SYNC01 unknown rule R1 (policy)
-- expect: SYNC01 unknown domain profile
-- expect: SYNC01 unknown private profile
-- expect: SYNC01 unknown public profile

-- case: a rule that is not understood
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8080, 8080, NULL);
INSERT INTO host_firewall_remote VALUES (2, '10.0.0.0/8', 4, '0000000000000000000000000a000000', '0000000000000000000000000affffff', NULL);
-- expect: SYNC01 unknown rule R1 (policy)
-- expect: SYNC01 unknown rule R2 (policy)

-- case: a block rule wins
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   0, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   0, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 3389, 3389, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'block', 0, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 3389, 3389, NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, NULL, NULL, 'RPC');
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'policy', 'R6', 'Rule 6', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_port VALUES (6, NULL, NULL, 'RPC');
-- expect: SYNC01 fail rule R3 (policy)

-- case: a block rule that does not close the port
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
INSERT INTO host_firewall_remote VALUES (2, '10.0.0.0/8', 4, '0000000000000000000000000a000000', '0000000000000000000000000affffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'block', 1, 1,
   1, 6, 'C:\a.exe', NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, 'Dhcp', NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, 'S-1-15-2-1', NULL, 0, 0, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'policy', 'R6', 'Rule 6', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, 'RAS', 0, 0, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_port VALUES (6, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (7, 1, 'policy', 'R7', 'Rule 7', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 1, 0, 1, 1, 'm7', 10009);
INSERT INTO host_firewall_port VALUES (7, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (8, 1, 'policy', 'R8', 'Rule 8', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 0, 'm8', 10009);
INSERT INTO host_firewall_port VALUES (8, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (9, 1, 'policy', 'R9', 'Rule 9', 0, 1, 1, 'block', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm9', 10009);
INSERT INTO host_firewall_port VALUES (9, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (10, 1, 'policy', 'R10', 'Rule 10', 0, 1, 1, 'block', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm10', 10009);
INSERT INTO host_firewall_port VALUES (10, 446, 446, NULL);
INSERT INTO host_firewall_rule VALUES
  (11, 1, 'policy', 'R11', 'Rule 11', 0, 0, 1, 'block', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm11', 10009);
INSERT INTO host_firewall_port VALUES (11, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (12, 1, 'policy', 'R12', 'Rule 12', 0, 1, 0, 'block', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm12', 10009);
INSERT INTO host_firewall_port VALUES (12, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (13, 1, 'policy', 'R13', 'Rule 13', 0, 1, 1, 'block', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm13', 10009);
INSERT INTO host_firewall_port VALUES (13, NULL, NULL, 'RPC');
-- expect: SYNC01 fail rule R1 (policy)

-- case: a block rule that closes more
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   1, NULL, NULL, '*', NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'bypass', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 445, 445, NULL);
-- expect: SYNC01 fail rule R3 (policy)

-- case: a block rule that may not hold
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', NULL, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
-- expect: SYNC01 fail rule R1 (policy)

-- case: the rule of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 445, 445, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 2, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 20009);
INSERT INTO host_firewall_port VALUES (2, 445, 445, NULL);
-- expect: SYNC01 fail rule R1 (policy)
-- expect: SYNC02 pass

-- case: the policy allows a rule
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: rules_allowed = [WinRM-In, other]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'WINRM-IN', 'Rule 1', 0, 1, 1, 'allow',
   1, 1, 1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 5985, 5985, NULL);
-- expect: SYNC01 pass

-- case: no rule limits a profile that is off
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
UPDATE host_firewall_profile SET inbound = 'allow' WHERE profile = 'private';
-- expect: SYNC01 fail public profile
-- expect: SYNC01 fail private profile

-- case: as many local rules as are accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 1, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 8081, 8081, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8082, 8082, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'local', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 8083, 8083, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'local', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 8084, 8084, NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'local', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 8085, 8085, NULL);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'local', 'R6', 'Rule 6', 1, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_port VALUES (6, 8090, 8090, NULL);
INSERT INTO host_firewall_rule VALUES
  (7, 1, 'policy', 'R7', 'Rule 7', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm7', 10009);
INSERT INTO host_firewall_port VALUES (7, 8091, 8091, NULL);
-- expect: SYNC01 pass

-- case: more local rules than are accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 1, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'local', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 8081, 8081, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'local', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8082, 8082, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'local', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 8083, 8083, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'local', 'R4', 'Rule 4', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 8084, 8084, NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'local', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_port VALUES (5, 8085, 8085, NULL);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'local', 'R6', 'Rule 6', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_port VALUES (6, 8090, 8090, NULL);
-- expect: SYNC01 warn rules of the server itself

-- case: no profiles were seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- expect: SYNC01 unknown firewall profiles

-- case: another product is the firewall
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: third_party_firewall = Product X
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
-- expect: SYNC01 not_applicable firewall

-- case: the firewall was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 firewall
-- expect: SYNC01 unknown

-- case: Remote Desktop on another port
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Rdp.Port = 3390
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 3390, 3390, NULL);
-- expect: SYNC01 fail rule R1 (policy)
