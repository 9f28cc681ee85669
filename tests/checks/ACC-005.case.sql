-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-005.

-- case: no rights beyond reading
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com pass

-- case: the rights of password writeback, which is on
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'unexpire_password', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: the rights of password writeback, which is off
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'unexpire_password', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com warn CONTOSO\MSOL_1 / write pwdLastSet
-- expect: contoso.com warn CONTOSO\MSOL_1 / unexpire password

-- case: the rights of password writeback, which the export does not tell
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('HybridExchange', 'False'),
               ('GroupWriteBack', 'False'), ('DeviceWriteBack', 'False'),
               ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com unknown CONTOSO\MSOL_1 / reset password

-- case: everybody may unexpire passwords by default
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'unexpire_password', '', 'object', 'S-1-5-11', 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-11', 'Authenticated Users', NULL, 'well-known', 1, 'broad');
-- expect: contoso.com pass

-- case: through a group of its own
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1400', 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1400', 'CONTOSO\Sync rights', NULL, 'group', 1, 'ordinary');
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password

-- case: through a group that has no row of names
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1400', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password

-- case: through Tier 0, and by an entry of its own
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-32-544', 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'reset_password', '', 'user', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'Administrators', NULL, 'group', 1, 'tier0');
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password

-- case: through everybody, and by an entry of its own
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'unexpire_password', '', 'object', 'S-1-5-11', 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'unexpire_password', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-11', 'Authenticated Users', NULL, 'well-known', 1, 'broad');
-- expect: contoso.com warn CONTOSO\MSOL_1 / unexpire password

-- case: through Tier 0 and operators it is another matter
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-32-544', 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-32-548', 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'Operators', NULL, 'group', 1, 'privileged');
-- expect: contoso.com pass

-- case: Exchange hybrid is on
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'inetOrgPerson', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'contact', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: Exchange hybrid is off
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'inetOrgPerson', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'contact', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties

-- case: surplus that no feature ever explains, and surplus of one that is off, is one finding
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'msDS-Device', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'organizationalUnit', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties

-- case: Exchange hybrid does not write computers or devices
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'msDS-Device', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties

-- case: group writeback writes groups, no users
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'True'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: group writeback does not explain users
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'True'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties

-- case: one of two features is not told
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('DeviceWriteBack', 'False'),
               ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com unknown CONTOSO\MSOL_1 / write all properties

-- case: one of two features is not told, the other one is on
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('DeviceWriteBack', 'False'),
               ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: write all properties of the object itself, and of computers, is judged elsewhere
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'computer', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: single attributes
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'proxyAddresses', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'servicePrincipalName', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / write member
-- expect: contoso.com warn CONTOSO\MSOL_1 / write proxyAddresses
-- expect: contoso.com warn CONTOSO\MSOL_1 / write servicePrincipalName

-- case: single attributes of features that are on
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'True'),
               ('DeviceWriteBack', 'True'), ('UserWriteBack', 'True'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'proxyAddresses', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'msDS-KeyCredentialLink', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'delete_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'msDS-Device', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'delete_child', 'msDS-Device', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'delete_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'msDS-Device', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: proxyAddresses by Exchange hybrid alone
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'True'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'proxyAddresses', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: the anchor is always expected
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: attributes that "write all properties" implies are not said again
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'inetOrgPerson', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'contact', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'group', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties

-- case: "write all properties" of groups implies nothing of users
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'write_all_properties', '', 'group', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties
-- expect: contoso.com warn CONTOSO\MSOL_1 / write member

-- case: "write all properties" of another OU implies nothing here
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com', 'A',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 20, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'member', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / write all properties
-- expect: contoso.com warn CONTOSO\MSOL_1 / write member

-- case: full control of another OU implies nothing here
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com', 'A',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 20, 'full_control', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / create group

-- case: full control of what lies below implies nothing here
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'full_control', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / create group

-- case: creating and deleting
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'delete_child', 'msDS-Device', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / create group
-- expect: contoso.com warn CONTOSO\MSOL_1 / delete msDS-Device

-- case: creating, implied by full control, is judged elsewhere
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'full_control', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: on several places it is one finding
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=A,DC=contoso,DC=com', 'ou=a,dc=contoso,dc=com', 'A',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com', 'CN',
        'container', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 20, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 20, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 21, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com warn CONTOSO\MSOL_1 / write pwdLastSet

-- case: a single container is enough
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com', 'CN',
        'container', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 21, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password

-- case: on AdminSDHolder it is judged elsewhere
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (11, 101, 1, 'adminsdholder', 'CN=AdminSDHolder,CN=System,DC=contoso,DC=com',
        'cn=adminsdholder,cn=system,dc=contoso,dc=com', 'AdminSDHolder', 'container', NULL, NULL,
        1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_account_right VALUES (1, 11, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: rights that the policy accepts
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: extra_aces = ["Reset Password", write lockouttime, write pwdLastSet]
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: another server was not read, whose account is known
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
-- expect: contoso.com unknown CONTOSO\MSOL_1 / reset password
-- expect: contoso.com unknown SYNC02

-- case: another server was not read, whose account is not known
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com unknown CONTOSO\MSOL_1 / reset password
-- expect: contoso.com unknown SYNC02

-- case: the account of another server uses the feature
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'pwdLastSet', 'user', 'S-1-5-21-1-1-101-1001', 0);
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
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
-- expect: contoso.com pass

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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'name', '', '');
INSERT INTO ad_account_right VALUES (3, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1003', 0);
-- expect: contoso.com pass

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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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

-- case: not readable: each kind that matters
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_object SET readable = 0;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com', 'cn=users,dc=contoso,dc=com',
        'Users', 'container', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 1, 1013);
-- expect: contoso.com unknown contoso.com
-- expect: contoso.com unknown Corp
-- expect: contoso.com unknown Users

-- case: AdminSDHolder does not matter
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (11, 101, 1, 'adminsdholder', 'CN=AdminSDHolder,CN=System,DC=contoso,DC=com',
        'cn=adminsdholder,cn=system,dc=contoso,dc=com', 'AdminSDHolder', 'container', NULL, NULL,
        0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
DELETE FROM ad_account_right;
DELETE FROM ad_object;
UPDATE ad_account_role SET role = 'suspect', server = '';
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE ad_account_role SET how = 'name', detail = '', server = '';
-- expect: contoso.com unknown SYNC01 / contoso.com
-- expect: contoso.com not_applicable connector account

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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_account_right VALUES (4, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1004', 0);
-- expect: contoso.com pass

-- case: deleting, implied by full control, is judged elsewhere
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'full_control', '', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'delete_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com pass

-- case: Exchange hybrid explains no other right or attribute
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'True' WHERE name = 'Microsoft.OptionalFeature.HybridExchange';
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password
-- expect: contoso.com warn CONTOSO\MSOL_1 / write lockoutTime

-- case: group writeback explains groups only, by the right that it uses
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
UPDATE global_parameter SET value = 'True' WHERE name = 'Microsoft.OptionalFeature.GroupWriteBack';
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'group', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / create user

-- case: a feature of another forest explains nothing here
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 fabrikam.com FABRIKAM\MSOL_8
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
VALUES (8, 102, 2, 'CN=MSOL_8,CN=Users,DC=fabrikam,DC=com', 'cn=msol_8,cn=users,dc=fabrikam,dc=com',
        'S-1-5-21-1-1-102-1008', 'MSOL_8', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1022);
INSERT INTO ad_account_role VALUES (8, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 102, 2, 'domain', 'DC=fabrikam,DC=com',
        'dc=fabrikam,dc=com', 'fabrikam.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-102-512', 0, 0, 0, 1023);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (3, 201, 'p3', 'DC=fabrikam,DC=com', 'dc=fabrikam,dc=com', 1, 1);
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'False'), ('PasswordWriteback', 'True'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password
-- expect: fabrikam.com pass

-- case: what another account may do implies nothing here
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
UPDATE global_parameter SET value = 'False';
INSERT INTO ad_account_right VALUES (1, 10, 'write_property', 'lockoutTime', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (1, 10, 'create_child', 'user', 'object', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account_right VALUES (2, 10, 'write_all_properties', '', 'user', 'S-1-5-21-1-1-101-1002', 0);
INSERT INTO ad_account_right VALUES (2, 10, 'full_control', '', 'object', 'S-1-5-21-1-1-101-1002', 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / create user
-- expect: contoso.com warn CONTOSO\MSOL_1 / write lockoutTime
-- expect: contoso.com fail CONTOSO\MSOL_2 / write all properties

-- case: off, and the account of the other server was not found
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO global_parameter
SELECT 2, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 21
  FROM (VALUES ('PasswordHashSync', 'False'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / reset password
-- expect: contoso.com unknown SYNC02 / contoso.com

-- case: the account of an unread server is known here, not in another forest
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 failed -
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
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO global_parameter
SELECT 1, 'Microsoft.OptionalFeature.' || column1, column2, 'String', 11
  FROM (VALUES ('PasswordHashSync', 'True'), ('PasswordWriteback', 'False'),
               ('HybridExchange', 'False'), ('GroupWriteBack', 'False'),
               ('DeviceWriteBack', 'False'), ('UserWriteBack', 'False'));
INSERT INTO ad_account_right VALUES (1, 10, 'reset_password', '', 'user', 'S-1-5-21-1-1-101-1001', 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
-- expect: contoso.com unknown CONTOSO\MSOL_1 / reset password
-- expect: contoso.com unknown SYNC02
-- expect: fabrikam.com unknown SYNC02
-- expect: fabrikam.com not_applicable connector account
