-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-017.

-- case: Tier 0 only
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com pass

-- case: help desk: owner
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: full_control
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write_dacl
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write_owner
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: all_extended_rights
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'all_extended_rights', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write_all_properties
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_all_properties', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: reset_password
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write msDS-AllowedToActOnBehalfOfOtherIdentity
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-AllowedToActOnBehalfOfOtherIdentity', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write msDS-KeyCredentialLink
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-KeyCredentialLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: help desk: write servicePrincipalName
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_property', 'servicePrincipalName', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: harmless writes
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'write_property', 'pwdLastSet', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'validated_spn', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: Account Operators by default
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (35, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / BUILTIN\Account Operators

-- case: Account Operators by inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (35, 'S-1-5-32-548', 'full_control', '', 'object', 1, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / BUILTIN\Account Operators

-- case: Account Operators by default, and a GPO
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (35, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_grant VALUES (20, 'S-1-5-32-548', 'write_property', 'gPLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / BUILTIN\Account Operators

-- case: somebody of Domain Admins, named in person
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\adm-anna', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1200', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / CONTOSO\adm-anna

-- case: an orphaned SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'S-1-5-21-1-1-101-1200', NULL, 'unresolved', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / S-1-5-21-1-1-101-1200

-- case: Tier 0 of the policy
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = [S-1-5-21-1-1-101-1200]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: Tier 0 of the policy, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = ["CONTOSO\\Help Desk"]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: what lies above is Tier 0's
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
-- expect: contoso.com pass

-- case: control of the OU
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: control of the domain head
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: control of the GPO
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (40, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: control of the site
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (41, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: linking GPOs to the OU
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_property', 'gPLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: linking GPOs to the domain head
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_property', 'gPLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: linking GPOs to the site
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (41, 'S-1-5-21-1-1-101-1200', 'write_property', 'gPLink', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: writing anything of the GPO
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (40, 'S-1-5-21-1-1-101-1200', 'write_property', 'versionNumber', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: writing other attributes of the OU, or below it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'write_property', 'member', 'object', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'user', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'create_child', 'computer', 'object', 0, 0);
-- expect: contoso.com pass

-- case: a blocked inheritance does not help
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1;
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: several ways of one holder are one finding
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (40, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: a GPO that does not apply
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (42, 101, 1, 'gpo', 'CN={2},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={2},cn=policies,cn=system,dc=contoso,dc=com', 'Other', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (42, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: no access list at all
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_object SET open_to_all = 1;
-- expect: contoso.com fail CONTOSO\SYNC01$ / access list

-- case: no access list of a GPO at all
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
UPDATE ad_object SET open_to_all = 1 WHERE id = 40;
-- expect: contoso.com fail CONTOSO\SYNC01$ / over GPO Policy access list

-- case: trusted for delegation
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET unconstrained_delegation = 1;
-- expect: contoso.com fail CONTOSO\SYNC01$ / delegation

-- case: acting on its behalf
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET acts_on_behalf = 'S-1-5-21-1-1-101-1200';
-- expect: contoso.com fail CONTOSO\SYNC01$ / acting on its behalf

-- case: acting on its behalf, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
UPDATE ad_account SET acts_on_behalf = 'S-1-5-21-1-1-101-1200, S-1-5-21-7';
-- expect: contoso.com fail CONTOSO\SYNC01$ / acting on its behalf

-- case: constrained delegation
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET delegate_to = 'cifs/dc1';
-- expect: contoso.com warn CONTOSO\SYNC01$ / constrained delegation

-- case: protocol transition
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET protocol_transition = 1;
-- expect: contoso.com warn CONTOSO\SYNC01$ / constrained delegation

-- case: not readable: unconstrained delegation
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET unconstrained_delegation = NULL;
-- expect: contoso.com unknown CONTOSO\SYNC01$ / flags

-- case: not readable: protocol transition
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET protocol_transition = NULL;
-- expect: contoso.com unknown CONTOSO\SYNC01$ / flags

-- case: others read the local administrator's password
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / local administrator's password

-- case: others below read it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'computer', 0, 0);
-- expect: contoso.com pass

-- case: the server reads its own
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1005', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
-- expect: contoso.com pass

-- case: a nameless holder reads it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / local administrator's password

-- case: Tier 0 of the policy reads it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = [S-1-5-21-1-1-101-1200]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
-- expect: contoso.com pass

-- case: Tier 0 of the policy reads it, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = ["CONTOSO\\Help Desk"]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
-- expect: contoso.com pass

-- case: who controls the object is not said twice
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Help desk

-- case: one reads the password, another one controls the object
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1201', 'CONTOSO\Others', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1200', 'read_secret', 'msLAPS-Password', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1201', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / local administrator's password
-- expect: contoso.com fail CONTOSO\SYNC01$ / CONTOSO\Others

-- case: in the OU of Tier 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0_ous = ["ou=tier0,dc=contoso,dc=com", "OU=T2,DC=contoso,DC=com"]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com pass

-- case: outside of the OU of Tier 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0_ous = ["OU=ier0,DC=contoso,DC=com"]
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\SYNC01$ / place

-- case: the access list is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
DELETE FROM ad_grant;
DELETE FROM ad_object;
-- expect: contoso.com unknown CONTOSO\SYNC01$ / access list

-- case: the access list is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
DELETE FROM ad_grant;
UPDATE ad_object SET readable = 0;
-- expect: contoso.com unknown SYNC01$

-- case: the GPO is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Servers,DC=contoso,DC=com', 'ou=servers,dc=contoso,dc=com',
        'Servers', 'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 20, 'parent', 1, '');
INSERT INTO ad_above VALUES (5, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 40, 'gpo', 1, 'OU=Servers');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (41, 101, NULL, 'site', 'CN=Site,CN=Sites,CN=Configuration,DC=contoso,DC=com',
        'cn=site,cn=sites,cn=configuration,dc=contoso,dc=com', 'Site', 'site', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (5, 41, 'site', 1, '');
UPDATE ad_object SET readable = 0 WHERE id = 40;
-- expect: contoso.com unknown Policy

-- case: an object elsewhere is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (25, 101, 1, 'ou', 'OU=Elsewhere,DC=contoso,DC=com', 'ou=elsewhere,dc=contoso,dc=com',
        'Elsewhere', 'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com pass

-- case: the computer was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- expect: contoso.com unknown SYNC01

-- case: the computer is disabled
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET enabled = 0;
-- expect: contoso.com unknown SYNC01

-- case: a computer of like name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET sam = 'XSYNC01$';
UPDATE ad_account_role SET server = 'XSYNC01';
-- expect: contoso.com unknown SYNC01

-- case: the server of another forest is not looked for here
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 fabrikam.com FABRIKAM\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
-- expect: contoso.com not_applicable sync servers
-- expect: fabrikam.com unknown SYNC01

-- case: a server that AD alone knows is judged too
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
UPDATE ad_account SET unconstrained_delegation = 1;
-- expect: contoso.com fail CONTOSO\SYNC01$ / delegation

-- case: not seen: domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: computer
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: gpo
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: laps
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: right
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: the computer of a server of long ago was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'description', 'OLD', 'OLD');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'OLD', 'denied', 'not shown');
-- expect: contoso.com pass

-- case: the computer of a server of the run was not found
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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'sync01', 'denied', 'not shown');
-- expect: contoso.com unknown sync01
-- expect: contoso.com unknown SYNC01

-- case: a connector account is no server
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (30, 101, 1, 'account', 'CN=MSOL_1,CN=Users,DC=contoso,DC=com',
        'cn=msol_1,cn=users,dc=contoso,dc=com', 'MSOL_1', 'user', 'S-1-5-21-1-1-101-1001', 1, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (30, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: no server uses the forest and no account is known
-- forest: contoso.com
-- expect: contoso.com not_applicable sync servers

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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable sync servers

-- case: of two servers, one computer object was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
-- expect: contoso.com unknown SYNC02

-- case: what lies above one server, and reads the password of one
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=SYNC02,CN=Users,DC=contoso,DC=com', 'cn=sync02,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1006', 'SYNC02$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'server', 'export', 'SYNC02', 'SYNC02');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (36, 101, 1, 'account', 'CN=SYNC02,OU=Old,DC=contoso,DC=com',
        'cn=sync02,ou=old,dc=contoso,dc=com', 'SYNC02$', 'computer', 'S-1-5-21-1-1-101-1006', 6, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 1, 'ou', 'OU=Old,DC=contoso,DC=com',
        'ou=old,dc=contoso,dc=com', 'Old', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (6, 24, 'parent', 1, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (24, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-2000', 'read_secret', 'laps', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\SYNC02$ / CONTOSO\helpdesk
-- expect: contoso.com warn CONTOSO\SYNC01$ / local administrator's password

-- case: Tier 0 and the object itself read the local administrator's password
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
DELETE FROM ad_grant;
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'read_secret', 'laps', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'read_secret', 'laps', 'object', 0, 0);
-- expect: contoso.com pass

-- case: what a server may write of itself
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (35, 101, 1, 'account', 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'SYNC01$', 'computer',
        'S-1-5-21-1-1-101-1005', 5, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_grant VALUES (35, 'S-1-5-10', 'write_property', 'scriptPath', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_grant VALUES (35, 'S-1-5-21-1-1-101-1005', 'write_property', 'servicePrincipalName', 'object', 0, 0);
-- expect: contoso.com pass
