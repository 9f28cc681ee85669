-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-010.

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
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Join

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Join / a
-- expect: SYNC02 fail contoso.com / Inbound / Join / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'precedence',
        'contoso.com / Inbound / Join / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'contoso.com / Inbound / Join',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'contoso.com / Inbound / Join',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'precedence',
        'contoso.com / Inbound / Join',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail contoso.com / Inbound / Join

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

-- case: a custom rule at 100 loses against standard rules
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 99, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Mine / number

-- case: on both servers it is said once
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 150, '', '', '', '', 13),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 151, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Mine / number

-- case: on the staging server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 101, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Mine / number

-- case: 99 is below the standard rules
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 99, '', '', '', '', 13),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 99, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: standard rules and disabled ones may have any number
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Standard', 'standard', 0, 1, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (2, 2, 200, 'c2', 'g2', 'Inbound', 'Standard', 'standard', 0, 1, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 23),
  (3, 1, 100, 'c1', 'g3', 'Inbound', 'Old', 'old', 0, 0, 1,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (4, 2, 200, 'c2', 'g4', 'Inbound', 'Old', 'old', 0, 0, 1,
   'user', 'person', 'Join', 100, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: each rule is said on its own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Outbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (3, 1, 100, 'c1', 'g3', 'Inbound', 'Yours', 'yours', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13),
  (4, 2, NULL, 'c2', 'g4', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Mine / number
-- expect: SYNC02 warn contoso.example - AAD / Outbound / Mine / number
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Yours / number
-- expect: SYNC02 warn c2 / Inbound / Mine / number

-- case: the connector of the rule is named, not another one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
VALUES (201, 2, 'ad:contoso.com', 'ad', 'c2', 'contoso.com', 'AD', 22);
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 2, 201, 'c2', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 23);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn contoso.com / Inbound / Mine / number

-- case: rules of a third server are not judged here
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 3, 300, 'c3', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 33);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass
