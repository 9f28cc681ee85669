-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-001.

-- case: two complete exports of one moment
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
-- expect: SYNC02 pass

-- case: an hour apart is close enough
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = '2026-11-22T11:00:00Z' WHERE target_id = 1;
-- expect: SYNC02 pass

-- case: more than an hour apart
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = '2026-11-22T11:00:01Z' WHERE target_id = 1;
-- expect: SYNC02 warn time of the exports

-- case: more than an hour apart, the other one later
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = '2026-11-22T08:59:59Z' WHERE target_id = 1;
-- expect: SYNC02 warn time of the exports

-- case: the policy allows less
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- param: max_skew_min = 10
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = '2026-11-22T10:10:01Z' WHERE target_id = 1;
-- expect: SYNC02 warn time of the exports

-- case: the active server does not tell its time
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = NULL WHERE target_id = 1;
-- expect: SYNC02 unknown time of the exports

-- case: the staging server tells a time that is none
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
UPDATE sync_server SET exported_at = 'yesterday' WHERE target_id = 2;
-- expect: SYNC02 unknown time of the exports

-- case: no AD connector on the active side
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id = 101;
DELETE FROM connector WHERE id = 101;
-- expect: SYNC02 fail SYNC01 / AD connector

-- case: no AD connector on the staging side
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id = 201;
DELETE FROM connector WHERE id = 201;
-- expect: SYNC02 fail SYNC02 / AD connector

-- case: no Entra ID connector on either side
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id IN (100, 200);
DELETE FROM connector WHERE id IN (100, 200);
-- expect: SYNC02 fail SYNC01 / Entra ID connector
-- expect: SYNC02 fail SYNC02 / Entra ID connector

-- case: a connector without rules
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id = 201;
-- expect: SYNC02 fail SYNC02 / rules of connector contoso.com

-- case: connectors without any rule, also of other kinds
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule;
UPDATE connector SET name = name || ' ' || target_id;
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
VALUES (102, 1, 'other:ldap', 'other', 'd', 'LDAP', 'Extensible2', 12);
-- expect: SYNC02 fail SYNC01 / rules of connector contoso.example - AAD 1
-- expect: SYNC02 fail SYNC01 / rules of connector contoso.com 1
-- expect: SYNC02 fail SYNC01 / rules of connector LDAP
-- expect: SYNC02 fail SYNC02 / rules of connector contoso.example - AAD 2
-- expect: SYNC02 fail SYNC02 / rules of connector contoso.com 2

-- case: rules of a connector that the export does not hold
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
INSERT INTO sync_rule SELECT id + 1000, target_id, NULL, 'lost', guid, direction, name, name_key,
       duplicate, description, immutable_tag, tag_name, tag_version, is_standard, disabled,
       source_type, target_type, link_type, precedence, soft_delete_s, password_sync, scope,
       scope_key, join_criteria, join_key, evidence_id
  FROM sync_rule WHERE target_id = 1;
-- expect: SYNC02 fail SYNC01 / connector lost

-- case: a third server does not stand in for the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id = 201;
DELETE FROM connector WHERE id = 201;
-- expect: SYNC02 fail SYNC02 / AD connector

-- case: a third server is not judged with the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE target_id = 3;
DELETE FROM connector WHERE id = 301;
UPDATE sync_server SET exported_at = NULL WHERE target_id = 3;
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 100 * id + 1, id, 'ad:contoso.com', 'ad', 'c', 'contoso.com', 'AD', 10 * id + 2 FROM target;
INSERT INTO sync_rule (id, target_id, connector_id, connector_guid, guid, direction, name,
                       name_key, duplicate, is_standard, disabled, source_type, target_type,
                       link_type, precedence, scope, scope_key, join_criteria, join_key,
                       evidence_id)
SELECT id, target_id, id, guid, 'r', 'Inbound', 'Join', 'join', 0, 1, 0, 'user', 'person', 'Join',
       100, '', '', '', '', 10 * target_id + 3
  FROM connector;
DELETE FROM sync_rule WHERE connector_id = 201;
-- expect: SYNC01 fail SYNC02 / rules of connector contoso.com

-- case: one side was not collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown
