-- SPDX-License-Identifier: Apache-2.0
-- Cases of ORG-001.

-- case: a rule that names its change passes
-- server: SYNC01 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 'approved by CHG-2114', 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 13);
-- expect: SYNC01 pass

-- case: no description, an empty one, and one without a number fail
-- server: SYNC01 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'None', 'none', 0, NULL, 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 13),
       (2, 1, 100, 'c1', 'g2', 'Inbound', 'Empty', 'empty', 0, '  ', 0, 0,
        'user', 'person', 'Join', 51, '', '', '', '', 13),
       (3, 1, 100, 'c1', 'g3', 'Outbound', 'Short', 'short', 0, 'CHG-211 was it', 0, 0,
        'person', 'user', 'Join', 52, '', '', '', '', 13);
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / None
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / Empty
-- expect: SYNC01 fail fabrikam.example - AAD / Outbound / Short

-- case: standard rules need no change, disabled custom rules do
-- server: SYNC01 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'Standard', 'standard', 0, '', 1, 0,
        'user', 'person', 'Join', 100, '', '', '', '', 13),
       (2, 1, 100, 'c1', 'g2', 'Inbound', 'Old', 'old', 0, '', 0, 1,
        'user', 'person', 'Join', 50, '', '', '', '', 13);
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / Old

-- case: rules of one name, and one whose connector is not in the export, are told apart
-- server: SYNC01 active fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, '', 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 13),
       (2, 1, 100, 'c1', 'g2', 'Inbound', 'Mine', 'mine', 1, '', 0, 0,
        'user', 'person', 'Join', 51, '', '', '', '', 13),
       (3, 1, NULL, 'c9', 'g3', 'Inbound', 'Mine', 'mine', 0, '', 0, 0,
        'user', 'person', 'Join', 52, '', '', '', '', 13);
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / Mine
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / Mine #2
-- expect: SYNC01 fail c9 / Inbound / Mine

-- case: each server is judged by itself
-- server: SYNC01 active fabrikam.example
-- server: SYNC02 staging fabrikam.example
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'Mine', 'mine', 0, 'CHG-2114', 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 13),
       (2, 2, 200, 'c2', 'g2', 'Inbound', 'Mine', 'mine', 0, '', 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 23);
-- expect: SYNC01 pass
-- expect: SYNC02 fail fabrikam.example - AAD / Inbound / Mine

-- case: a site with other numbers sets its own pattern
-- server: SYNC01 active fabrikam.example
-- param: change_pattern = "*RFC [0-9]*"
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, description, is_standard, disabled, source_type,
                       target_type, link_type, precedence, scope, scope_key, join_criteria,
                       join_key, evidence_id)
VALUES (1, 1, 100, 'c1', 'g1', 'Inbound', 'Old', 'old', 0, 'CHG-2114', 0, 0,
        'user', 'person', 'Join', 50, '', '', '', '', 13),
       (2, 1, 100, 'c1', 'g2', 'Inbound', 'New', 'new', 0, 'see RFC 7', 0, 0,
        'user', 'person', 'Join', 51, '', '', '', '', 13);
-- expect: SYNC01 fail fabrikam.example - AAD / Inbound / Old

-- case: without the rules nothing is known
-- server: SYNC01 failed -
-- expect: SYNC01 unknown
