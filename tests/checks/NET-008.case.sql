-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-008.

-- case: rules that do the same
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
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'a', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 2, 'policy', 'other', 'other', 0, 1, 1, 'allow', 1,
   1, 1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'a', 20009);
-- expect: SYNC02 pass

-- case: an open rule on the staging server
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
  (1, 2, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 20009);
INSERT INTO host_firewall_rule VALUES
  (2, 2, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 0, 1, 'm2', 20009);
INSERT INTO host_firewall_remote VALUES (2, '10.0.0.0/8', 4, '0000000000000000000000000a000000', '0000000000000000000000000affffff', NULL);
INSERT INTO host_firewall_rule VALUES
  (3, 2, 'policy', 'R3', 'Rule 3', 0, 1, 0, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm3', 20009);
INSERT INTO host_firewall_rule VALUES
  (4, 2, 'policy', 'R4', 'Rule 4', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm4', 20009);
INSERT INTO host_firewall_rule VALUES
  (5, 2, 'policy', 'R5', 'Rule 5', 0, 1, 1, 'bypass', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm5', 20009);
-- expect: SYNC02 fail rule R1 (policy) on SYNC02
-- expect: SYNC02 warn rule R2 (policy) on SYNC02
-- expect: SYNC02 warn rule R3 (policy) on SYNC02
-- expect: SYNC02 warn rule R4 (policy) on SYNC02
-- expect: SYNC02 fail rule R5 (policy) on SYNC02

-- case: rules on the active server only
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
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm2', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 1, 'policy', 'R3', 'Rule 3', 0, 1, 0, 'block', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm3', 10009);
-- expect: SYNC02 warn rule R1 (policy) on SYNC01
-- expect: SYNC02 fail rule R2 (policy) on SYNC01
-- expect: SYNC02 fail rule R3 (policy) on SYNC01

-- case: a rule that holds on one server only
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
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'a', 10009);
INSERT INTO host_firewall_rule VALUES
  (2, 2, 'policy', 'R2', 'Rule 2', 0, 0, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'a', 20009);
-- expect: SYNC02 warn rule R1 (policy) on SYNC01

-- case: profiles that differ
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
UPDATE host_firewall_profile SET enabled = 0 WHERE target_id = 1 AND profile = 'domain';
UPDATE host_firewall_profile SET inbound = 'allow' WHERE target_id = 2 AND profile = 'private';
UPDATE host_firewall_profile SET local_rules = 1 WHERE target_id = 2 AND profile = 'public';
-- expect: SYNC02 warn domain profile
-- expect: SYNC02 warn private profile
-- expect: SYNC02 warn public profile

-- case: profiles that differ in other ways
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
UPDATE host_firewall_profile SET outbound = 'block' WHERE target_id = 1 AND profile = 'domain';
UPDATE host_firewall_profile SET block_all = 1 WHERE target_id = 2 AND profile = 'private';
UPDATE host_firewall_profile SET log_size_kb = 1 WHERE target_id = 2 AND profile = 'public';
-- expect: SYNC02 warn domain profile
-- expect: SYNC02 warn private profile

-- case: a side of which no profile was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 2, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 0, 0, 1, 'm1', 20009);
INSERT INTO host_firewall_port VALUES (1, 8080, 8080, NULL);
INSERT INTO host_firewall_remote VALUES (1, '10.0.0.0/8', 4, '0000000000000000000000000a000000', '0000000000000000000000000affffff', NULL);
-- expect: SYNC02 unknown firewall profiles
-- expect: SYNC02 warn rule R1 (policy) on SYNC02

-- case: the staging side without profiles
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
-- expect: SYNC02 unknown firewall profiles

-- case: another product is the firewall
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: third_party_firewall = Product X
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 1, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 10009);
-- expect: SYNC02 not_applicable firewall

-- case: one side was not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 firewall
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
-- expect: SYNC02 unknown

-- case: rules of a third server do not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 3, column1, 1, 'allow', 'allow', 0, 0, 1, 16384, 'policy', 30009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_rule VALUES
  (1, 3, 'policy', 'R1', 'Rule 1', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'm1', 30009);
INSERT INTO host_firewall_rule VALUES
  (2, 1, 'policy', 'R2', 'Rule 2', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'b', 10009);
INSERT INTO host_firewall_rule VALUES
  (3, 3, 'policy', 'R3', 'Rule 3', 0, 1, 1, 'allow', 1, 1,
   1, 6, NULL, NULL, NULL, NULL, 0, 1, 1, 1, 'b', 30009);
-- expect: SYNC02 warn rule R2 (policy) on SYNC01
