-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-009.

-- case: locked down
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com pass

-- case: help desk: owner
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: full_control
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write_dacl
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write_owner
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: all_extended_rights
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'all_extended_rights', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write_all_properties
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_all_properties', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: reset_password
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write servicePrincipalName
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'servicePrincipalName', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write msDS-KeyCredentialLink
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-KeyCredentialLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write msDS-AllowedToActOnBehalfOfOtherIdentity
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-AllowedToActOnBehalfOfOtherIdentity', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write userAccountControl
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'userAccountControl', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write altSecurityIdentities
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'altSecurityIdentities', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: help desk: write unicodePwd
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'unicodePwd', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: harmless writes, and attributes that accounts do not have
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'member', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-GroupMSAMembership', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'lockoutTime', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_property', 'proxyAddresses', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'add_self_as_member', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'read_all_properties', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'user', 0, 0);
-- expect: contoso.com pass

-- case: full control and what it implies is one finding
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: the account itself is no other holder
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1001', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: the connector account of another server of the run
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (31, 101, 1, 'account', 'CN=MSOL_2,CN=Users,DC=contoso,DC=com',
        'cn=msol_2,cn=users,dc=contoso,dc=com', 'MSOL_2', 'user', 'S-1-5-21-1-1-101-1002', 2, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1002', 'CONTOSO\MSOL_2', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1002', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: the connector account that no server uses
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'name', '', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (31, 101, 1, 'account', 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'MSOL_3', 'user', 'S-1-5-21-1-1-101-1003', 3, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1003', 'CONTOSO\MSOL_3', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1003', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\MSOL_3

-- case: a holder without a row of names
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / S-1-5-21-1-1-101-1200

-- case: an orphaned SID
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'S-1-5-21-1-1-101-1200', NULL, 'unresolved', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / S-1-5-21-1-1-101-1200

-- case: everybody
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-1-0', 'Everyone', NULL, 'well-known', 1, 'broad');
INSERT INTO ad_grant VALUES (30, 'S-1-1-0', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / Everyone

-- case: somebody of Domain Admins, named in person
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\adm-anna', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1200', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / CONTOSO\adm-anna

-- case: somebody who was once in a protected group
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\adm-anna', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1200', 'adm-anna', 1, 1, 0, 0,
        1012);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\adm-anna

-- case: Account Operators by default
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-548', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / BUILTIN\Account Operators

-- case: Account Operators by inheritance
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-548', 'full_control', '', 'object', 1, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / BUILTIN\Account Operators

-- case: Account Operators with less than full control
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-548', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / BUILTIN\Account Operators

-- case: Account Operators by default and over an OU
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_grant VALUES (20, 'S-1-5-32-548', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
-- expect: contoso.com fail CONTOSO\MSOL_1 / BUILTIN\Account Operators
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: Print Operators with full control are not the default
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-550', 'BUILTIN\Print Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (30, 'S-1-5-32-550', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / BUILTIN\Print Operators

-- case: Tier 0 of the policy, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = ["contoso\\help desk"]
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: Tier 0 of the policy, by SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = [S-1-5-21-1-1-101-1200]
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: inheritance is enabled
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: control of the OU
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: control of the OU above
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: control of the domain head
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: control of account and OU is one finding
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: linking GPOs does not reach an account
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_property', 'gPLink', 'object', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_all_properties', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: creating and deleting in the OU does not reach an account
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'create_child', 'user', 'object', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'delete_child', 'user', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: control of the OU, but the account blocks inheritance
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 30;
-- expect: contoso.com pass

-- case: control of the OU above, but the OU blocks inheritance
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 20;
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: control of the OU that blocks inheritance
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 20;
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: a GPO is no way to an account
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 40, 'gpo', 1, '');
INSERT INTO ad_grant VALUES (40, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance

-- case: no access list at all
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET open_to_all = 1 WHERE id = 30;
-- expect: contoso.com fail CONTOSO\MSOL_1 / access list

-- case: the access list is missing
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
DELETE FROM ad_grant;
DELETE FROM ad_object;
-- expect: contoso.com unknown CONTOSO\MSOL_1 / access list

-- case: the access list is not readable
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
DELETE FROM ad_grant;
UPDATE ad_object SET readable = 0, inheritance_blocked = NULL;
-- expect: contoso.com unknown MSOL_1

-- case: an entry was not understood
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET has_unknown = 1;
-- expect: contoso.com unknown MSOL_1

-- case: the account is not readable, the OU is in other hands
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET readable = 0, inheritance_blocked = NULL WHERE id = 30;
-- expect: contoso.com unknown MSOL_1
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\Help desk

-- case: the OU is not readable
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
UPDATE ad_object SET readable = 0 WHERE id = 20;
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com unknown Sync

-- case: the OU is not readable, but the account blocks inheritance
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com', 'ou=sync,dc=contoso,dc=com', 'Sync',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 21, 'parent', 2, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
UPDATE ad_object SET readable = 0 WHERE id = 20;
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 30;
-- expect: contoso.com pass

-- case: an OU elsewhere is not readable
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (25, 101, 1, 'ou', 'OU=Elsewhere,DC=contoso,DC=com', 'ou=elsewhere,dc=contoso,dc=com',
        'Elsewhere', 'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: a sync server is no connector account
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account_role SET how = 'name';
UPDATE ad_account_role SET server = '', detail = 'MSOL_';
-- expect: contoso.com unknown SYNC01 / contoso.com

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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable connector account

-- case: what lies above another account, and blocks inheritance there
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (31, 101, 1, 'account', 'CN=MSOL_2,OU=Sync,DC=contoso,DC=com',
        'cn=msol_2,ou=sync,dc=contoso,dc=com', 'MSOL_2', 'user', 'S-1-5-21-1-1-101-1002', 2, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com',
        'ou=sync,dc=contoso,dc=com', 'Sync', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (25, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com',
        'ou=corp,dc=contoso,dc=com', 'Corp', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (26, 101, 1, 'container', 'CN=Users,DC=contoso,DC=com',
        'cn=users,dc=contoso,dc=com', 'Users', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_above VALUES (2, 24, 'parent', 1, '');
INSERT INTO ad_above VALUES (2, 25, 'parent', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com',
        'dc=contoso,dc=com', 'contoso.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 26, 'parent', 1, '');
INSERT INTO ad_above VALUES (1, 10, 'domain', 3, '');
INSERT INTO ad_above VALUES (2, 10, 'domain', 3, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (24, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2001', 'CONTOSO\operations', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2001', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\operations
-- expect: contoso.com fail CONTOSO\MSOL_2 / CONTOSO\helpdesk
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
-- expect: contoso.com warn CONTOSO\MSOL_2 / inheritance

-- case: full control of what lies below hides no control of the OU
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
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (30, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 0 WHERE id = 30;
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 1, 'ou', 'OU=Sync,DC=contoso,DC=com',
        'ou=sync,dc=contoso,dc=com', 'Sync', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (1, 24, 'parent', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (24, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (24, 'S-1-5-21-1-1-101-2000', 'full_control', '', 'computer', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_1 / CONTOSO\helpdesk
-- expect: contoso.com warn CONTOSO\MSOL_1 / inheritance
