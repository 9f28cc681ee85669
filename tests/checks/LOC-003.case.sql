-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-003.

-- case: empty
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-20', 'NT-AUTORITÄT\Netzwerkdienst', 'system', 0, 10012);
-- expect: SYNC01 pass

-- case: members
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
-- expect: SYNC01 fail G551 / D\a
-- expect: SYNC01 fail G555 / D\a
-- expect: SYNC01 fail G562 / D\a
-- expect: SYNC01 warn G573 / D\a
-- expect: SYNC01 warn G580 / D\a

-- case: members that the policy names
-- server: SYNC01 none -
-- host: SYNC01
-- param: remote_allowed = [d\A, S-1-5-21-1-1-101-2]
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 10012);
-- expect: SYNC01 pass

-- case: everybody, whatever the policy says
-- server: SYNC01 none -
-- host: SYNC01
-- param: remote_allowed = [S-1-5-11]
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-11', 'N\a', 'system', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', 'S-1-5-11', 'N\a', 'system', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', 'S-1-5-11', 'N\a', 'system', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-11', 'N\a', 'system', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-11', 'N\a', 'system', 0, 10012);
-- expect: SYNC01 fail G551 / N\a
-- expect: SYNC01 fail G555 / N\a
-- expect: SYNC01 fail G562 / N\a
-- expect: SYNC01 fail G580 / N\a
-- expect: SYNC01 warn G573 / N\a

-- case: somebody who is not known
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', NULL, 'D\x', 'unknown', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', NULL, 'D\x', 'unknown', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', NULL, 'D\x', 'unknown', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', NULL, 'D\x', 'unknown', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', NULL, 'D\x', 'unknown', 0, 10012);
-- expect: SYNC01 unknown G551 / D\x
-- expect: SYNC01 unknown G555 / D\x
-- expect: SYNC01 unknown G562 / D\x
-- expect: SYNC01 unknown G573 / D\x
-- expect: SYNC01 unknown G580 / D\x

-- case: another identity of Windows, and the service elsewhere
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-19', 'N\l', 'system', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-20', 'N\n', 'system', 0, 10012);
-- expect: SYNC01 warn G573 / N\l
-- expect: SYNC01 warn G580 / N\n

-- case: groups that are missing
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
-- expect: SYNC01 unknown S-1-5-32-555
-- expect: SYNC01 unknown S-1-5-32-573

-- case: groups that do not matter
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-550', 'G', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-550', 'S-1-5-11', 'N\a', 'system', 0, 10012);
-- expect: SYNC01 pass

-- case: domain controllers
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
UPDATE host SET domain_role = target_id + 3;
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-562', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-551', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-580', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-573', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
-- expect: SYNC01 not_applicable local groups
-- expect: SYNC02 not_applicable local groups

-- case: a role that is not told
-- server: SYNC01 none -
-- host: SYNC01
UPDATE host SET domain_role = NULL;
INSERT INTO host_group VALUES (1, 'S-1-5-32-555', 'G555', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-562', 'G562', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-551', 'G551', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-580', 'G580', NULL, 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-32-573', 'G573', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-555', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012);
-- expect: SYNC01 fail G555 / D\a

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 local_group
-- uncovered: SYNC02 host
INSERT INTO host_group VALUES (2, 'S-1-5-32-555', 'G555', NULL, 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-562', 'G562', NULL, 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-551', 'G551', NULL, 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-580', 'G580', NULL, 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-573', 'G573', NULL, 20012);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
