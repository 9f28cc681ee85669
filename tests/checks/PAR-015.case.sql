-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-015.

-- case: no baseline given
-- server: SYNC01 active contoso.example
-- expect: SYNC01 info baseline

-- case: equal to the baseline
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 pass

-- case: changed since the baseline
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
INSERT INTO baseline_difference VALUES
  ('SYNC01', 'rules', 'contoso.com / Inbound / Join', 'absent', 'custom rule',
   'drift', '13');
-- expect: SYNC01 fail contoso.com / Inbound / Join

-- case: changed since the baseline by an upgrade
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
INSERT INTO baseline_difference VALUES
  ('SYNC01', 'rules', 'contoso.com / Inbound / Join', 'absent', 'custom rule',
   'version-caused', '13');
-- expect: SYNC01 warn contoso.com / Inbound / Join

-- case: what belongs to one moment is no finding
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
INSERT INTO baseline_difference VALUES
  ('SYNC01', 'rules', 'contoso.com / Inbound / Join', 'absent', 'custom rule',
   'expected', '13');
-- expect: SYNC01 pass

-- case: the baseline does not hold the server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 pass
-- expect: SYNC02 unknown baseline

-- case: the baseline was taken without the rules of a server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_server VALUES ('SYNC02');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule'),
  ('SYNC02', 'global_settings'), ('SYNC02', 'connector');
-- expect: SYNC01 pass
-- expect: SYNC02 unknown baseline / sync_rule

-- case: the baseline was taken without anything else of a server
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES ('SYNC01', 'sync_rule');
-- expect: SYNC01 unknown baseline / connector
-- expect: SYNC01 unknown baseline / global_settings

-- case: a baseline of exactly the greatest age
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-05-26T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 pass

-- case: a baseline that is too old
-- server: SYNC01 active contoso.example
-- derived:
INSERT INTO baseline VALUES ('b', '2026-05-26T11:59:59Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn age of the baseline

-- case: the policy wants a younger baseline
-- server: SYNC01 active contoso.example
-- param: baseline_max_age_d = 20
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn age of the baseline

-- case: a custom rule while none has been approved
-- server: SYNC01 active contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn contoso.example - AAD / Inbound / Mine / approval

-- case: a custom rule that is not approved
-- server: SYNC01 active contoso.example
-- param: custom_rules = [Yours]
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 fail contoso.example - AAD / Inbound / Mine / approval

-- case: approved custom rules
-- server: SYNC01 active contoso.example
-- param: custom_rules = [Yours, MINE, ours]
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Outbound', 'Ours', 'ours', 0, 0, 1,
   'user', 'person', 'Join', 51, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 pass

-- case: two rules of one name are two findings
-- server: SYNC01 active contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13),
  (2, 1, 100, 'c1', 'g2', 'Inbound', 'Mine', 'mine', 1, 0, 0,
   'user', 'person', 'Join', 51, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn contoso.example - AAD / Inbound / Mine / approval
-- expect: SYNC01 warn contoso.example - AAD / Inbound / Mine #2 / approval

-- case: a rule whose connector is not in the export
-- server: SYNC01 active contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, NULL, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn c1 / Inbound / Mine / approval

-- case: standard rules need no approval
-- server: SYNC01 active contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 1, 0,
   'user', 'person', 'Join', 100, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 pass

-- case: a standard rule is disabled
-- server: SYNC01 active contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 1, 100, 'c1', 'g1', 'Inbound', 'Join', 'join', 0, 1, 1,
   'user', 'person', 'Join', 100, '', '', '', '', 13);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
-- expect: SYNC01 warn contoso.example - AAD / Inbound / Join / state

-- case: each server answers for its own rules
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
VALUES
  (1, 2, 200, 'c2', 'g1', 'Inbound', 'Mine', 'mine', 0, 0, 0,
   'user', 'person', 'Join', 50, '', '', '', '', 23);
-- derived:
INSERT INTO baseline VALUES ('b', '2026-11-01T12:00:00Z', 'earlier.sqlite');
INSERT INTO baseline_server VALUES ('SYNC01');
INSERT INTO baseline_coverage VALUES
  ('SYNC01', 'global_settings'), ('SYNC01', 'connector'), ('SYNC01', 'sync_rule');
INSERT INTO baseline_server VALUES ('SYNC02');
INSERT INTO baseline_coverage VALUES
  ('SYNC02', 'global_settings'), ('SYNC02', 'connector'), ('SYNC02', 'sync_rule');
-- expect: SYNC01 pass
-- expect: SYNC02 warn contoso.example - AAD / Inbound / Mine / approval

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown
