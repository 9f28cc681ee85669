-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-009.

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
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Join / state

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail contoso.com / Inbound / Join / state / a
-- expect: SYNC02 fail contoso.com / Inbound / Join / state / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join / state

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join / state

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn contoso.com / Inbound / Join / state

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rule properties',
        'contoso.com / Inbound / Join / state / b',
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
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'rule properties',
        'contoso.com / Inbound / Join / state',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail contoso.com / Inbound / Join / state

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

-- case: another template although the servers run the same build
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn contoso.com / Inbound / Join / template version

-- case: another revision is the same build
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.5.190.1
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn contoso.com / Inbound / Join / template version

-- case: another template belongs to another build
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.6.3.0
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 pass

-- case: another template, and the active server does not tell its version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = NULL WHERE target_id = 1;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn contoso.com / Inbound / Join / template version

-- case: another template, and the staging server does not tell its version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = NULL WHERE target_id = 2;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn contoso.com / Inbound / Join / template version

-- case: the servers of another pair do not matter
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example 2.6.3.0
-- server: SYNC04 staging fabrikam.example 2.5.79.0
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn contoso.com / Inbound / Join / template version
-- expect: SYNC04 pass

-- case: other versions have a check of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'connector contoso.com / assembly version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 pass

-- case: a name that ends like a template version in another area
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'flows',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 pass
