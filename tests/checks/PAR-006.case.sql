-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-006.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Keep contractors out

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Keep contractors out / a
-- expect: SYNC02 fail contoso.com / Inbound / Keep contractors out / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Keep contractors out

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Keep contractors out

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Keep contractors out

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Keep contractors out / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'rules',
        'contoso.com / Inbound / Keep contractors out',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail contoso.com / Inbound / Keep contractors out

-- case: the active side was not collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown

-- case: the staging side was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- expect: SYNC02 unknown

-- case: two exports of one server prove nothing about the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: a name used twice on both servers makes the comparison uncertain
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 1, 100, 'c1', 'g3', 'Inbound', 'Join', 'join', 2, 0, 0,
   'user', 'person', 'Join', 52, '', '', '', '', 13),
  (4, 2, 200, 'c2', 'g4', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (5, 2, 200, 'c2', 'g5', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23),
  (6, 2, 200, 'c2', 'g6', 'Inbound', 'Join', 'join', 2, 0, 0,
   'user', 'person', 'Join', 52, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Join / name used twice

-- case: exactly two rules of one name on both servers
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 2, 200, 'c2', 'g3', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (4, 2, 200, 'c2', 'g4', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Join / name used twice

-- case: a name used twice on the active server only is a difference, not a doubt
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 2, 200, 'c2', 'g3', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: the same name in the other direction is another rule
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 2, 200, 'c2', 'g3', 'Outbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (4, 2, 200, 'c2', 'g4', 'Outbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: another name twice on the other side is another rule
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 2, 200, 'c2', 'g3', 'Inbound', 'Flow', 'flow', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (4, 2, 200, 'c2', 'g4', 'Inbound', 'Flow', 'flow', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: the same name at another connector is another rule
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
VALUES (201, 2, 'ad:contoso.com', 'ad', 'c2', 'contoso.com', 'AD', 22);
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 2, 201, 'c2', 'g3', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (4, 2, 201, 'c2', 'g4', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: a third server does not stand in for the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13),
  (3, 3, 300, 'c3', 'g3', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 33),
  (4, 3, 300, 'c3', 'g4', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 33);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: twice on the staging server and on a third one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 2, 200, 'c2', 'g1', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 23),
  (3, 3, 300, 'c3', 'g3', 'Inbound', 'Join', 'join', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 33),
  (4, 3, 300, 'c3', 'g4', 'Inbound', 'Join', 'join', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 33);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass
