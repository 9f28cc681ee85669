-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-004.

-- case: only what Windows needs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '127.0.0.1', 1, 8080, 4, '', 10010);
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '8.8.8.8', 1, 10003);
-- expect: SYNC01 pass

-- case: a listener that the firewall keeps in
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, 'W3SVC', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49151, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 8079, 8079, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 8080, 8080, NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm3', 10009);
INSERT INTO host_firewall_port VALUES (3, 8080, 8080, NULL);
INSERT INTO host_firewall_rule VALUES
  (4, 1, 'policy', 'R4', 'Rule 4', 0, 1, 0, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm4', 10009);
INSERT INTO host_firewall_port VALUES (4, 8080, 8080, NULL);
INSERT INTO host_firewall_rule VALUES
  (5, 1, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\a.exe', NULL, NULL, NULL, 0, 1, 1, 1, 'm5', 10009);
INSERT INTO host_firewall_rule VALUES
  (6, 1, 'policy', 'R6', 'Rule 6', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, 'Dhcp', NULL, NULL, 0, 1, 1, 1, 'm6', 10009);
INSERT INTO host_firewall_rule VALUES
  (7, 1, 'policy', 'R7', 'Rule 7', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, 'S-1-15-2-1', NULL, 0, 1, 1, 1, 'm7', 10009);
-- expect: SYNC01 warn port tcp/8080
-- expect: SYNC01 warn port tcp/49151

-- case: a listener that the firewall lets in
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 1900, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, 'C:\a.exe', NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_port VALUES (1, 8080, 8080, NULL);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 17, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_port VALUES (2, 1900, 1900, NULL);
-- expect: SYNC01 fail port tcp/8080
-- expect: SYNC01 fail port udp/1900

-- case: any port is let in
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, NULL, NULL, '*', NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
-- expect: SYNC01 fail port tcp/8080

-- case: the firewall is off
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
-- expect: SYNC01 fail port tcp/8080

-- case: the firewall may be off
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
UPDATE host_firewall_profile SET enabled = NULL WHERE profile = 'public';
-- expect: SYNC01 unknown port tcp/8080

-- case: the firewall was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
-- expect: SYNC01 unknown port tcp/8080

-- case: the port of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
INSERT INTO host_firewall_profile
SELECT 2, column1, 0, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 135, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 139, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 445, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5985, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5986, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 47001, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 49152, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 50000, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 123, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 137, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 138, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 4500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5353, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5355, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 50001, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 8080, 4, '', 20010);
INSERT INTO host_firewall_rule VALUES
  (1, 2, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 1, 1, 'm1', 20009);
INSERT INTO host_firewall_port VALUES (1, 8080, 8080, NULL);
-- expect: SYNC01 warn port tcp/8080
-- expect: SYNC02 fail port tcp/8080

-- case: the same number of another protocol
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 123, 4, '', 10010);
-- expect: SYNC01 warn port udp/135
-- expect: SYNC01 warn port tcp/123

-- case: the policy allows it
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: listen_allowed = [TCP/8080]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 8080, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 8080, 4, '', 10010);
-- expect: SYNC01 warn port udp/8080

-- case: an agent that is known
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 10050, 4, 'Zabbix Agent', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 10051, 4, 'Alpha, HealthService, Zeta', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 10052, 4, 'MyHealthService', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 10053, 4, 'AzureMonitorAgentHost', 10010);
-- expect: SYNC01 warn port tcp/10052

-- case: a public address
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '203.0.113.9', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '2001:db8::1', 1, 10003);
-- expect: SYNC01 fail address 203.0.113.9
-- expect: SYNC01 fail address 2001:db8::1

-- case: public addresses of our own
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: own_ranges = [203.0.113.0/24, 2001:db8::/64]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '203.0.113.255', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '203.0.113.0', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '203.0.114.0', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '203.0.112.255', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '2001:db8::9', 1, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '::cb00:7109', 1, 10003);
-- expect: SYNC01 fail address 203.0.114.0
-- expect: SYNC01 fail address 203.0.112.255
-- expect: SYNC01 fail address ::cb00:7109

-- case: a range that is none
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: own_ranges = [all]
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
-- expect: SYNC01 unknown own range all

-- case: the same ports on both servers
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 135, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 139, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 445, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5985, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5986, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 47001, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 123, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 137, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 138, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 4500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5353, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5355, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 50002, 4, '', 20010);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: other ports than the other server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 135, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 139, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 445, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5985, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5986, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 47001, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 123, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 137, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 138, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 4500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5353, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5355, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 50002, 4, '', 20010);
DELETE FROM host_listener WHERE target_id = 2 AND port = 5986;
DELETE FROM host_listener WHERE target_id = 1 AND port = 139;
DELETE FROM host_listener WHERE target_id = 1 AND protocol = 'udp' AND port = 3389;
-- expect: SYNC01 pass
-- expect: SYNC02 warn port tcp/5986 / other server
-- expect: SYNC02 warn port tcp/139 / other server
-- expect: SYNC02 warn port udp/3389 / other server

-- case: nothing was seen of the other server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 135, 4, '', 20010);
-- expect: SYNC01 unknown
-- expect: SYNC02 pass

-- case: two exports of one server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 135, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 139, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 445, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5985, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 5986, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 47001, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 49152, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 0, 50000, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 123, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 137, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 138, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 3389, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 4500, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5353, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 5355, 4, '', 10010);
INSERT INTO host_listener VALUES (1, 'udp', '0.0.0.0', 0, 50001, 4, '', 10010);
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 135, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 139, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 445, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5985, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 5986, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'tcp', '0.0.0.0', 0, 47001, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 123, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 137, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 138, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 3389, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 4500, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5353, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 5355, 4, '', 20010);
INSERT INTO host_listener VALUES (2, 'udp', '0.0.0.0', 0, 50002, 4, '', 20010);
DELETE FROM host_listener WHERE target_id = 2 AND port = 5986;
UPDATE sync_server SET server_name = 'SYNC01';
UPDATE host SET name = 'SYNC01';
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: only loopback was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
DELETE FROM host_listener;
INSERT INTO host_listener VALUES (1, 'tcp', '0.0.0.0', 1, 0, 4, '', 10010);
-- expect: SYNC01 pass

-- case: no listener and no address was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_address VALUES (1, 1, 'gateway', 0, '10.1.2.1', 0, 10003);
-- expect: SYNC01 unknown listening ports
-- expect: SYNC01 unknown addresses

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 firewall
-- uncovered: SYNC02 listener
-- uncovered: SYNC03 network
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
