-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-002.

-- case: password hash synchronisation is on
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com pass

-- case: off, and the account has the right
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
-- expect: contoso.com fail CONTOSO\MSOL_1 on contoso.com

-- case: off, and the account has the right through a group
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = '0' WHERE name LIKE '%PasswordHashSync';
UPDATE ad_account_right SET via_sid = 'S-1-5-32-544';
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-545', 'BUILTIN\U', NULL, 'group', 1, 'broad');
-- expect: contoso.com fail CONTOSO\MSOL_1 on contoso.com

-- case: off, and no right
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
DELETE FROM ad_account_right;
-- expect: contoso.com pass

-- case: off, and a right of other kind on the head, or below it
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
UPDATE ad_account_right SET right = 'replicate_changes';
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 20, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: off on one server, on on the other
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync' AND target_id = 1;
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
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
-- expect: contoso.com pass

-- case: off on both servers
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'False'), ('PasswordWriteback', 'False'),
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
-- expect: contoso.com fail CONTOSO\MSOL_1 on contoso.com

-- case: off, and the other server was not read, whose account is known
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 failed -
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
-- expect: contoso.com unknown CONTOSO\MSOL_1 on contoso.com
-- expect: contoso.com unknown SYNC02

-- case: off, but the other server was not read
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 failed -
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
-- expect: contoso.com unknown CONTOSO\MSOL_1 on contoso.com
-- expect: contoso.com unknown SYNC02

-- case: the switch and the connector contradict each other
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE connector SET password_hash_sync = 0 WHERE id = 101;
-- expect: contoso.com unknown CONTOSO\MSOL_1 on contoso.com

-- case: the switch and the connector agree
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE connector SET password_hash_sync = 1 WHERE id = 101;
-- expect: contoso.com pass

-- case: off by the switch, on by the connector
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
UPDATE connector SET password_hash_sync = 1 WHERE id = 101;
-- expect: contoso.com unknown CONTOSO\MSOL_1 on contoso.com

-- case: the export does not tell
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM global_parameter WHERE name LIKE '%PasswordHashSync';
-- expect: contoso.com unknown CONTOSO\MSOL_1 on contoso.com

-- case: the export does not tell, and no right
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM global_parameter WHERE name LIKE '%PasswordHashSync';
DELETE FROM ad_account_right;
-- expect: contoso.com pass

-- case: the filtered set
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_filtered_set', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 on contoso.com / filtered set

-- case: the filtered set as a member of Tier 0
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_filtered_set', '', 'object', 'S-1-5-32-544', 0);
-- expect: contoso.com pass

-- case: a domain that is not selected
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET selected = 0;
-- expect: contoso.com warn CONTOSO\MSOL_1 on contoso.com

-- case: a domain of which the connector knows nothing
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET name_key = 'dc=other';
-- expect: contoso.com warn CONTOSO\MSOL_1 on contoso.com

-- case: a domain that is not selected, but another server was not read
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 failed -
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET selected = 0;
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
-- expect: contoso.com unknown SYNC02

-- case: an account that no server uses is for other checks
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'False' WHERE name LIKE '%PasswordHashSync';
DELETE FROM ad_account_right;
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'name', '', '');
INSERT INTO ad_account_right VALUES (3, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1003', 0);
-- expect: contoso.com pass

-- case: only an account that no server uses is known, and the head is missing
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object;
UPDATE ad_account_role SET how = 'name', detail = '', server = '';
-- expect: contoso.com unknown SYNC01 / contoso.com
-- expect: contoso.com not_applicable connector account

-- case: a head is missing, and an account of another kind is known
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object;
UPDATE ad_account_role SET role = 'service', server = 'SYNC01';
-- expect: contoso.com unknown SYNC01 / contoso.com
-- expect: contoso.com not_applicable connector account

-- case: only an account that no server uses is known
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_role SET how = 'name', detail = '', server = '';
-- expect: contoso.com unknown SYNC01 / contoso.com
-- expect: contoso.com not_applicable connector account

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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_object SET readable = 0;
-- expect: contoso.com unknown contoso.com

-- case: the domain head holds an entry that was not understood
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_object SET has_unknown = 1;
-- expect: contoso.com unknown contoso.com

-- case: an OU that is not readable does not matter
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com pass

-- case: an unreadable OU that is a gap too does not matter
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_gap VALUES (101, 'ad_right', 'right', 'OU=Corp,DC=contoso,DC=com', 'denied', 'not shown');
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object;
-- expect: contoso.com unknown contoso.com

-- case: only the domain head is missing
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com unknown contoso.com

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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: no server uses the forest and no account is known
-- forest: contoso.com
-- expect: contoso.com not_applicable connector account

-- case: no domain controller answered
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.com unknown

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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
-- expect: contoso.com unknown emea.contoso.com

-- case: the account of a service is judged elsewhere
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (4, 101, 1, 'CN=svc,CN=Users,DC=contoso,DC=com', 'cn=svc,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO ad_account_right VALUES (4, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1004', 0);
DELETE FROM ad_account_right WHERE account_id = 1;
UPDATE global_parameter SET value = 'False' WHERE name = 'Microsoft.OptionalFeature.PasswordHashSync';
-- expect: contoso.com pass

-- case: off, and only the filtered set
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_right SET right = 'replicate_filtered_set';
UPDATE global_parameter SET value = 'False' WHERE name = 'Microsoft.OptionalFeature.PasswordHashSync';
-- expect: contoso.com warn CONTOSO\MSOL_1 on contoso.com / filtered set

-- case: the filtered set of a domain that is not selected
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_right SET right = 'replicate_filtered_set';
UPDATE partition SET selected = 0;
-- expect: contoso.com warn CONTOSO\MSOL_1 on contoso.com / filtered set

-- case: off, and the domain is not selected
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE partition SET selected = 0;
UPDATE global_parameter SET value = 'False' WHERE name = 'Microsoft.OptionalFeature.PasswordHashSync';
-- expect: contoso.com fail CONTOSO\MSOL_1 on contoso.com

-- case: the filtered set as a member of Tier 0, and of its own elsewhere
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
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
VALUES (2, 101, 'p2', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_filtered_set', '', 'object', 'S-1-5-32-544', 0);
INSERT INTO ad_account_right VALUES (1, 40, 'replicate_filtered_set', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 on emea.contoso.com / filtered set

-- case: not seen: the head, which is there, and an OU is not readable
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com',
        'ou=corp,dc=contoso,dc=com', 'Corp', 'organizationalUnit', NULL, NULL, 0,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_gap VALUES (101, 'ad_right', 'right', 'DC=contoso,DC=com', 'denied', 'access denied');
-- expect: contoso.com unknown DC=contoso,DC=com

-- case: not seen: something of the head, which is readable
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account_right VALUES (1, 10, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_gap VALUES (101, 'ad_right', 'right', 'DC=contoso,DC=com', 'denied', 'access denied');
-- expect: contoso.com unknown DC=contoso,DC=com
