-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-002.

-- case: the same version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 pass

-- case: only the revision differs
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.5.190.1
-- expect: SYNC02 pass

-- case: the staging server is newer
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.6.3.0
-- expect: SYNC02 fail product version

-- case: the active server is newer
-- server: SYNC01 active contoso.example 2.6.3.0
-- server: SYNC02 staging contoso.example 2.5.190.0
-- expect: SYNC02 fail product version

-- case: the build differs
-- server: SYNC01 active contoso.example 2.5.79.0
-- server: SYNC02 staging contoso.example 2.5.76.0
-- expect: SYNC02 fail product version

-- case: the minor number differs
-- server: SYNC01 active contoso.example 2.4.3.0
-- server: SYNC02 staging contoso.example 2.5.3.0
-- expect: SYNC02 fail product version

-- case: three numbers mean the same as four
-- server: SYNC01 active contoso.example 2.5.190
-- server: SYNC02 staging contoso.example 2.5.190.0
-- expect: SYNC02 pass

-- case: the active server does not tell its version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = NULL WHERE target_id = 1;
-- expect: SYNC02 unknown product version

-- case: the staging server does not tell its version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = NULL WHERE target_id = 2;
-- expect: SYNC02 unknown product version

-- case: a version that is none
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = 'newest' WHERE target_id = 2;
-- expect: SYNC02 unknown product version

-- case: neither tells its version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET product_version = NULL;
-- expect: SYNC02 unknown product version

-- case: the connector of the active server is of another version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE connector SET assembly_version = '2.5.79.0' WHERE target_id = 1;
-- expect: SYNC02 warn SYNC01 / connector assembly

-- case: the connectors of both servers are of another version
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE connector SET assembly_version = '2.6.3.0';
-- expect: SYNC02 warn SYNC01 / connector assembly
-- expect: SYNC02 warn SYNC02 / connector assembly

-- case: the connector has another revision only, or tells none
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE connector SET assembly_version = CASE target_id WHEN 1 THEN '2.5.190.7' END;
-- expect: SYNC02 pass

-- case: a third server is not judged with the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
UPDATE connector SET assembly_version = '2.6.3.0' WHERE target_id = 3;
UPDATE sync_server SET product_version = '2.6.84.0' WHERE target_id = 3;
-- expect: SYNC02 pass

-- case: another format of rules although the builds are the same
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'Microsoft.Version.SynchronizationRuleImmutableTag',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn Microsoft.Version.SynchronizationRuleImmutableTag

-- case: another format of rules belongs to another build
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.6.3.0
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'Microsoft.Version.SynchronizationRuleImmutableTag',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 fail product version

-- case: other differences of the versions are said once, or elsewhere
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'Microsoft.Synchronize.ServerConfigurationVersion',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'contoso.com / Inbound / Join / template version',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.Version.SynchronizationRuleImmutableTag',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 pass

-- case: a difference of another pair is not told of this one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example 2.6.3.0
-- server: SYNC04 staging fabrikam.example 2.5.79.0
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'version',
        'Microsoft.Version.SynchronizationRuleImmutableTag',
        '3', '4', 'version-caused', 0, 'another template', '13,23');
-- expect: SYNC02 warn Microsoft.Version.SynchronizationRuleImmutableTag
-- expect: SYNC04 fail product version

-- case: the connectors of one side were not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
DELETE FROM connector WHERE target_id = 1;
UPDATE coverage SET status = 'failed' WHERE target_id = 1 AND source = 'connector';
-- expect: SYNC02 unknown

-- case: one side was not collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown
