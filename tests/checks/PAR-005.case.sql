-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-005.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail connector contoso.com / attribute mail

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail connector contoso.com / attribute mail / a
-- expect: SYNC02 fail connector contoso.com / attribute mail / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn connector contoso.com / attribute mail

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn connector contoso.com / attribute mail

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn connector contoso.com / attribute mail

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'schema',
        'connector contoso.com / attribute mail / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'connector contoso.com / attribute mail',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'connector contoso.com / attribute mail',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'schema',
        'connector contoso.com / attribute mail',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail connector contoso.com / attribute mail

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
INSERT INTO metaverse_attribute SELECT id, 'mail', NULL, 1, 0, 10 * id + 1 FROM target WHERE id < 3;
INSERT INTO attribute_inclusion SELECT id, 'mail', 'mail' FROM connector;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
SELECT id, id, 'p', 'default', 'default', 1 FROM connector;
INSERT INTO partition_object_class SELECT id, 'user', 'user' FROM partition;
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: what one kind lists says nothing about the others
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute VALUES (1, 'mail', NULL, 1, 0, 11);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 unknown attributes of connectors
-- expect: SYNC02 unknown object types of connectors
-- case: nothing is listed on either side
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown metaverse attributes
-- expect: SYNC02 unknown attributes of connectors
-- expect: SYNC02 unknown object types of connectors

-- case: one side is enough for the comparison to speak
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO metaverse_attribute VALUES (1, 'mail', NULL, 1, 0, 11);
INSERT INTO attribute_inclusion VALUES (200, 'mail', 'mail');
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
VALUES (7, 100, 'p', 'default', 'default', 1);
INSERT INTO partition_object_class VALUES (7, 'user', 'user');
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: a third server does not stand in for the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO metaverse_attribute VALUES (3, 'mail', NULL, 1, 0, 31);
INSERT INTO attribute_inclusion VALUES (300, 'mail', 'mail');
INSERT INTO partition (id, connector_id, guid, name, name_key, selected)
VALUES (7, 300, 'p', 'default', 'default', 1);
INSERT INTO partition_object_class VALUES (7, 'user', 'user');
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 unknown metaverse attributes
-- expect: SYNC02 unknown attributes of connectors
-- expect: SYNC02 unknown object types of connectors
