-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-007.

-- case: rights of replication are there
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com pass

-- case: a right is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right WHERE right = 'replicate_changes_all';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All

-- case: import needs replication even without password hashes
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'False'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes

-- case: the right on another object does not help
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_right SET object_id = 20 WHERE right = 'replicate_changes_all';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All

-- case: the right over what lies below does not help
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_right SET reach = 'user' WHERE right = 'replicate_changes_all';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All

-- case: the right of another account does not help
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'name', '', '');
UPDATE ad_account_right SET account_id = 2 WHERE right = 'replicate_changes_all';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All

-- case: under a condition
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_right SET conditional = 1 WHERE right = 'replicate_changes_all';
-- expect: contoso.com unknown SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All

-- case: password writeback: complete
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: password writeback: nothing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: an OU denies it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE object_id = 20 AND right = 'reset_password';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: password writeback: an OU blocks inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 20;
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: one OU blocks inheritance, another denies
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (22, 101, 1, 'ou', 'OU=Sub,DC=contoso,DC=com', 'ou=sub,dc=contoso,dc=com', 'Sub',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 22, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 22, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 22, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE object_id IN (20, 22) AND right = 'reset_password';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: password writeback: the domain head blocks inheritance, of course
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 10;
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: the OU is out of scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: only the OU is in scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: an OU below one in scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (22, 101, 1, 'ou', 'OU=Sub,OU=Corp,DC=contoso,DC=com', 'ou=sub,ou=corp,dc=contoso,dc=com',
        'Sub', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: the nearest entry decides
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (22, 101, 1, 'ou', 'OU=Sub,OU=Corp,DC=contoso,DC=com', 'ou=sub,ou=corp,dc=contoso,dc=com',
        'Sub', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Sub,OU=Corp,DC=contoso,DC=com', 'ou=sub,ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: exclusion wins a tie
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: an entry of like name is no ancestor
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (22, 101, 1, 'ou', 'OU=XOU=Corp,DC=contoso,DC=com', 'ou=xou=corp,dc=contoso,dc=com',
        'XCorp', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 22, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 22, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 22, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: lists of another domain do not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 101, 'p2', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 1);
INSERT INTO partition_container VALUES (2, 'include', 'OU=Lyon,DC=emea,DC=contoso,DC=com', 'ou=lyon,dc=emea,dc=contoso,dc=com');
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: an OU of a domain that is not selected
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 1);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 2, 'ou', 'OU=Lyon,DC=emea,DC=contoso,DC=com',
        'ou=lyon,dc=emea,dc=contoso,dc=com', 'Lyon', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com pass

-- case: password writeback: containers are not asked, users in them are
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com',
        'Users', 'container', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com pass

-- case: Exchange hybrid
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write proxyAddresses

-- case: Exchange hybrid: complete
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'proxyAddresses', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'proxyAddresses', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: the anchor
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO global_parameter VALUES (1, 'Microsoft.SynchronizationOption.AnchorAttribute', 'ms-ds-consistencyguid', 'String', 11);
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write mS-DS-ConsistencyGuid

-- case: the anchor: complete
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO global_parameter VALUES (1, 'Microsoft.SynchronizationOption.AnchorAttribute', 'mS-DS-ConsistencyGuid', 'String', 11);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: another anchor
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO global_parameter VALUES (1, 'Microsoft.SynchronizationOption.AnchorAttribute', 'objectGUID', 'String', 11);
-- expect: contoso.com pass

-- case: features that the export does not tell
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com unknown SYNC01 / contoso.com / password hash sync
-- expect: contoso.com unknown SYNC01 / contoso.com / password writeback
-- expect: contoso.com unknown SYNC01 / contoso.com / exchange hybrid

-- case: features without rights of their own here
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'));
-- expect: contoso.com pass

-- case: a domain that is not selected needs nothing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET selected = 0;
DELETE FROM ad_account_right;
-- expect: contoso.com pass

-- case: the domain head is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
UPDATE ad_object SET readable = 0 WHERE id = 10;
-- expect: contoso.com unknown contoso.com

-- case: an OU in scope is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_object SET readable = 0 WHERE id = 20;
-- expect: contoso.com unknown Corp

-- case: an OU out of scope is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_object SET readable = 0 WHERE id = 20;
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: the domain head is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object WHERE id = 10;
-- expect: contoso.com unknown SYNC01 / DC=contoso,DC=com

-- case: the domain head is missing, and whether it is a domain is not told
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object WHERE id = 10;
UPDATE partition SET is_domain = NULL;
-- expect: contoso.com unknown SYNC01 / DC=contoso,DC=com

-- case: the account was not found, the head is missing, a container is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object WHERE id = 10;
UPDATE ad_account_role SET how = 'name', server = '', detail = 'MSOL_';
INSERT INTO partition_container VALUES (1, 'include', 'OU=Gone,DC=contoso,DC=com', 'ou=gone,dc=contoso,dc=com');
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: a container of another forest
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition_container VALUES (1, 'include', 'OU=Gone,DC=contoso,DC=com', 'ou=gone,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Gone2,DC=contoso,DC=com', 'ou=gone2,dc=contoso,dc=com');
-- expect: contoso.com unknown SYNC01 / DC=contoso,DC=com / containers in scope

-- case: an empty entry names the partition
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition_container VALUES (1, 'include', '', '');
-- expect: contoso.com pass

-- case: excluded containers need not be seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Gone,DC=contoso,DC=com', 'ou=gone,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: a head that is not selected may be missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object WHERE id = 10;
UPDATE partition SET selected = 0;
-- expect: contoso.com pass

-- case: a partition that is no domain may be missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 101, 'p2', 'CN=Configuration,DC=contoso,DC=com', 'cn=configuration,dc=contoso,dc=com', 1, 1);
UPDATE partition SET is_domain = 0 WHERE id = 2;
-- expect: contoso.com pass

-- case: a container in scope is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition_container VALUES (1, 'include', 'OU=Gone,DC=contoso,DC=com', 'ou=gone,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', '', '');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Gone2,DC=contoso,DC=com', 'ou=gone2,dc=contoso,dc=com');
-- expect: contoso.com unknown SYNC01 / DC=contoso,DC=com / containers in scope

-- case: a container of a domain that is not selected is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET selected = 0;
INSERT INTO partition_container VALUES (1, 'include', 'OU=Gone,DC=contoso,DC=com', 'ou=gone,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: the account of each server is asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (2, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
-- expect: contoso.com fail SYNC02 / CONTOSO\MSOL_2 / Replicating Directory Changes All

-- case: not seen: domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: right
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: what was not seen elsewhere does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'scp', 'CN=scp,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'backup', 'CN=backup,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com pass

-- case: a domain that did not answer
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: the account of the connector was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_role SET how = 'name', server = '', detail = 'MSOL_';
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: no server uses the forest and no account is known
-- forest: contoso.com
-- expect: contoso.com not_applicable connector account

-- case: no domain controller answered
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.com unknown

-- case: of a forest whose servers nobody declared
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: tailspin.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, NULL, NULL, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 102, 2, 'domain', 'DC=tailspin,DC=com', 'dc=tailspin,dc=com', 'tailspin.com', 'domainDNS', 'S-1-5-21-1-1-102',
        NULL, 1, 'S-1-5-21-1-1-102-512', 0, 0, 0, 1023),
       (21, 102, NULL, 'configuration', 'CN=Configuration,DC=tailspin,DC=com', 'cn=configuration,dc=tailspin,dc=com',
        'Configuration', 'configuration', NULL, NULL, 1, 'S-1-5-21-1-1-102-512', 0, 0, 0, 1023);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (2, 102, 2, 'CN=MSOL_2,CN=Users,DC=tailspin,DC=com', 'cn=msol_2,cn=users,dc=tailspin,dc=com',
        'S-1-5-21-1-1-102-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, NULL, NULL, 1022);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'tailspin.onmicrosoft.com', 'TAIL01');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (6, 102, 2, 'CN=TAIL01,CN=Users,DC=tailspin,DC=com', 'cn=tail01,cn=users,dc=tailspin,dc=com',
        'S-1-5-21-1-1-102-1006', 'TAIL01$', 'computer', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, NULL, NULL, 1022);
INSERT INTO ad_account_role VALUES (6, 'server', 'description', 'MSOL_2', 'TAIL01');
-- expect: contoso.com unknown SYNC01 / contoso.com / exchange hybrid
-- expect: contoso.com unknown SYNC01 / contoso.com / password hash sync
-- expect: contoso.com unknown SYNC01 / contoso.com / password writeback
-- expect: tailspin.com unknown TAILSPIN\MSOL_2

-- case: a right is missing, though its groups were not visible
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right WHERE right = 'replicate_changes_all';
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'MSOL_1', 'denied', 'the groups of its token are not visible');
-- expect: contoso.com unknown SYNC01 / CONTOSO\MSOL_1 / Replicating Directory Changes All
-- expect: contoso.com unknown MSOL_1

-- case: a second forest, which no server uses
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable connector account

-- case: the head of one of two domains is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 3, 'ou', 'OU=Corp,DC=emea,DC=contoso,DC=com',
        'ou=corp,dc=emea,dc=contoso,dc=com', 'Corp', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 101, 'p2', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 1, 1);
-- expect: contoso.com unknown SYNC01 / DC=emea,DC=contoso,DC=com

-- case: password writeback: one attribute is no other
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE what = 'pwdLastSet';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: a condition on one attribute is none on another
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE what = 'pwdLastSet';
UPDATE ad_account_right SET conditional = 1 WHERE what = 'lockoutTime';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet
-- expect: contoso.com unknown SYNC01 / CONTOSO\MSOL_1 / write lockoutTime

-- case: password writeback: lists of another server do not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right
SELECT 2, object_id, right, what, reach, 'S-1-5-21-1-1-101-1002', conditional
  FROM ad_account_right WHERE account_id = 1;
DELETE FROM ad_account_right WHERE account_id = 1 AND object_id = 20 AND right = 'reset_password';
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: password writeback: another server selects the domain, or has it on
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 3, 'domain', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 'emea.contoso.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (3, 201, 'p3', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (2, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 40, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 40, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO global_parameter
VALUES (2, 'Microsoft.SynchronizationOption.AnchorAttribute', 'mS-DS-ConsistencyGuid', 'String', 21);
INSERT INTO ad_account_right VALUES (2, 10, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 20, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 40, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1002', 0);
-- expect: contoso.com pass

-- case: password writeback: with a list, what no entry names is out of scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE object_id = 10 AND reach = 'user';
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: head and OU block inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE reach = 'user' AND right = 'reset_password';
UPDATE ad_object SET inheritance_blocked = 1;
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: only an OU is in scope, and the head is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
UPDATE ad_object SET readable = 0 WHERE id = 10;
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com unknown contoso.com

-- case: a container in scope is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=People,DC=contoso,DC=com',
        'cn=people,dc=contoso,dc=com', 'People', 'container', NULL, NULL, 0,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com unknown People

-- case: a switch that is not told, and a second forest
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM global_parameter WHERE name = 'Microsoft.OptionalFeature.HybridExchange';
-- expect: contoso.com unknown SYNC01 / contoso.com / exchange hybrid
-- expect: fabrikam.com not_applicable connector account

-- case: another server does not select the missing domain and the missing container
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right
SELECT 2, object_id, right, what, reach, 'S-1-5-21-1-1-101-1002', conditional
  FROM ad_account_right WHERE account_id = 1;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (3, 201, 'p3', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 1, 1);
INSERT INTO partition_container
VALUES (3, 'include', 'OU=Gone,DC=emea,DC=contoso,DC=com', 'ou=gone,dc=emea,dc=contoso,dc=com');
-- expect: contoso.com unknown SYNC02 / DC=emea,DC=contoso,DC=com
-- expect: contoso.com unknown SYNC02 / DC=emea,DC=contoso,DC=com / containers in scope

-- case: password writeback: only a container is in scope, and nothing is granted there
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE reach = 'user' AND object_id = 10;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'include', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com');
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write pwdLastSet

-- case: password writeback: only a container is in scope, and its users are not its head
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'include', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com');
INSERT INTO ad_account_right VALUES (1, 23, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE reach = 'user' AND object_id = 10;
-- expect: contoso.com pass

-- case: password writeback: a container beside an OU need not hold users
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'include', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE object_id = 20 AND what = 'lockoutTime';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com warn SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: password writeback: an excluded container, and one that the list of another server names
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 1, 'container', 'CN=People,DC=contoso,DC=com',
        'cn=people,dc=contoso,dc=com', 'People', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'False'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (2, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'include', 'CN=People,DC=contoso,DC=com', 'cn=people,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: password writeback: a container is all that one server reads, beside another server
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right
SELECT 2, object_id, right, what, reach, 'S-1-5-21-1-1-101-1002', conditional
  FROM ad_account_right WHERE account_id = 1;
INSERT INTO partition_container VALUES (1, 'include', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com');
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / reset password

-- case: password writeback: the container of devices holds none
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=RegisteredDevices,DC=contoso,DC=com', 'cn=msol_1,cn=registereddevices,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (23, 101, 1, 'container', 'CN=RegisteredDevices,DC=contoso,DC=com',
        'cn=registereddevices,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO partition_container VALUES (1, 'include', 'CN=RegisteredDevices,DC=contoso,DC=com', 'cn=registereddevices,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 23, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
DELETE FROM ad_account_right WHERE object_id = 20 AND what = 'lockoutTime';
-- expect: contoso.com fail SYNC01 / CONTOSO\MSOL_1 / write lockoutTime
