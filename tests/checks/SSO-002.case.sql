-- SPDX-License-Identifier: Apache-2.0
-- Cases of SSO-002.

-- case: protected
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'write_owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'all_extended_rights', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'write_all_properties', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'reset_password', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'write_property', 'msDS-AllowedToActOnBehalfOfOtherIdentity', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (37, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / BUILTIN\Account Operators

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (37, 'S-1-5-32-548', 'full_control', '', 'object', 1, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / BUILTIN\Account Operators

-- case: Account Operators by default, and over the container
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_grant VALUES (37, 'S-1-5-32-548', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (21, 'S-1-5-32-548', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / BUILTIN\Account Operators

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\adm-anna', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1200', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / CONTOSO\adm-anna

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'S-1-5-21-1-1-101-1200', NULL, 'unresolved', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / S-1-5-21-1-1-101-1200

-- case: Tier 0 of the policy, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0 = ["contoso\\help desk"]
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: control of the container
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

-- case: control of the container, but the account blocks inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 37;
-- expect: contoso.com pass

-- case: control of the head, but the container blocks inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 21;
-- expect: contoso.com pass

-- case: control of the container that blocks inheritance
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET inheritance_blocked = 1 WHERE id = 21;
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

-- case: linking GPOs to the container does not reach it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'write_property', 'gPLink', 'object', 0, 0);
-- expect: contoso.com pass

-- case: a GPO is no way to it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 101, 1, 'gpo', 'CN={1},CN=Policies,CN=System,DC=contoso,DC=com',
        'cn={1},cn=policies,cn=system,dc=contoso,dc=com', 'Policy', 'groupPolicyContainer', NULL,
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 40, 'gpo', 1, '');
INSERT INTO ad_grant VALUES (40, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_object SET open_to_all = 1 WHERE id = 37;
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / access list

-- case: no access list of the container is not judged here
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_object SET open_to_all = 1 WHERE id = 21;
-- expect: contoso.com pass

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET unconstrained_delegation = 1;
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / delegation

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET protocol_transition = 1;
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / delegation

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET delegate_to = 'cifs/dc1';
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / delegation

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET acts_on_behalf = 'S-1-5-21-1';
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / delegation

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET unconstrained_delegation = NULL;
-- expect: contoso.com unknown CONTOSO\AZUREADSSOACC$ / flags

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET protocol_transition = NULL;
-- expect: contoso.com unknown CONTOSO\AZUREADSSOACC$ / flags

-- case: encryption types 4
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 4;
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / encryption types

-- case: encryption types NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = NULL;
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / encryption types

-- case: encryption types 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 0;
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / encryption types

-- case: encryption types 28
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 28;
-- expect: contoso.com pass

-- case: encryption types 24
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 24;
-- expect: contoso.com pass

-- case: encryption types 8
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 8;
-- expect: contoso.com pass

-- case: encryption types 16
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 16;
-- expect: contoso.com pass

-- case: encryption types 39
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET encryption_types = 39;
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / encryption types

-- case: other service principal names
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET spns = 'HOST/autologon.microsoftazuread-sso.com, HTTP/"odd\name';
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / service principal names

-- case: no service principal names
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_account SET spns = '';
-- expect: contoso.com pass

-- case: in the OU of Tier 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0_ous = ["OU=T0,DC=contoso,DC=com", "cn=computers,dc=contoso,dc=com"]
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
-- expect: contoso.com pass

-- case: outside of the OU of Tier 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: tier0_ous = ["CN=omputers,DC=contoso,DC=com"]
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / place

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
DELETE FROM ad_grant;
DELETE FROM ad_object WHERE id = 37;
-- expect: contoso.com unknown CONTOSO\AZUREADSSOACC$ / access list

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_object SET readable = 0 WHERE id = 37;
-- expect: contoso.com unknown AZUREADSSOACC$

-- case: the account is not readable, the container is in other hands
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (21, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
UPDATE ad_object SET readable = 0, inheritance_blocked = NULL WHERE id = 37;
-- expect: contoso.com unknown AZUREADSSOACC$
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\Help desk

-- case: another object of the account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\Help desk', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (38, 101, 1, 'group', 'CN=x,DC=contoso,DC=com', 'cn=x,dc=contoso,dc=com', 'x', 'group',
        NULL, 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (38, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: the container is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
UPDATE ad_object SET readable = 0 WHERE id = 21;
-- expect: contoso.com unknown Computers

-- case: an OU elsewhere is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (25, 101, 1, 'ou', 'OU=Elsewhere,DC=contoso,DC=com', 'ou=elsewhere,dc=contoso,dc=com',
        'Elsewhere', 'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
-- expect: contoso.com pass

-- case: another account is not judged here
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (8, 101, 1, 'CN=KRB,CN=Computers,DC=contoso,DC=com',
        'cn=krb,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'KRB$', 'computer', 1,
        0, 0, 1, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0,
        515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'x', '');
-- expect: contoso.com pass

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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: sso
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
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
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: what was not seen does not matter where there is no account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=x', 'denied', 'not shown');
-- expect: contoso.com not_applicable AZUREADSSOACC

-- case: Seamless SSO is not set up
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- expect: contoso.com not_applicable AZUREADSSOACC

-- case: no domain controller answered
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.com unknown

-- case: it is on by the export, and the account was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO global_parameter (target_id, name, value, evidence_id) VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'True', 11);
-- expect: contoso.com unknown AZUREADSSOACC

-- case: it is off by the export, and the account was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO global_parameter (target_id, name, value, evidence_id) VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'False', 11);
-- expect: contoso.com not_applicable AZUREADSSOACC

-- case: it is on by the export, and another forest of the server has the account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC01 tailspin.com TAILSPIN\MSOL_2
-- forest: contoso.com
-- forest: tailspin.com
INSERT INTO global_parameter (target_id, name, value, evidence_id) VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'True', 11);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (7, 102, 2, 'CN=AZUREADSSOACC,OU=Tier0,DC=tailspin,DC=com',
        'cn=azureadssoacc,ou=tier0,dc=tailspin,dc=com', 'S-1-5-21-1-1-102-1007', 'AZUREADSSOACC$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-20T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 1022);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC$', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown, evidence_id)
VALUES (17, 102, 2, 'account', 'CN=AZUREADSSOACC,OU=Tier0,DC=tailspin,DC=com',
        'cn=azureadssoacc,ou=tier0,dc=tailspin,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-102-1007', 7, 1, 'S-1-5-21-1-1-102-512', 0, 1, 0, 1023);
-- expect: contoso.com not_applicable AZUREADSSOACC
-- expect: tailspin.com pass

-- case: a second forest without Seamless SSO
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable AZUREADSSOACC

-- case: the access list of one of two accounts is missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (8, 101, 3, 'CN=AZUREADSSOACC,CN=Users,DC=contoso,DC=com', 'cn=azureadssoacc,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1008', 'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (8, 'sso', 'name', 'AZUREADSSOACC', '');
UPDATE ad_account SET spns = '' WHERE id = 8;
-- expect: contoso.com unknown EMEA\AZUREADSSOACC$ / access list

-- case: what lies above the account of another domain, and blocks inheritance there
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (37, 101, 1, 'account', 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer',
        'S-1-5-21-1-1-101-1007', 7, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (37, 'S-1-5-21-1-1-101-512', 'owner', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'SELF', NULL, 'well-known', 1, 'self');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (21, 101, 1, 'container', 'CN=Computers,DC=contoso,DC=com',
        'cn=computers,dc=contoso,dc=com', 'Computers', 'container', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_above VALUES (7, 21, 'parent', 1, '');
INSERT INTO ad_above VALUES (7, 10, 'domain', 2, '');
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (8, 101, 3, 'CN=AZUREADSSOACC,CN=Users,DC=contoso,DC=com', 'cn=azureadssoacc,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1008', 'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (8, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (38, 101, 3, 'account', 'CN=AZUREADSSOACC,OU=Sso,DC=emea,DC=contoso,DC=com',
        'cn=azureadssoacc,ou=sso,dc=emea,dc=contoso,dc=com', 'AZUREADSSOACC$', 'computer', 'S-1-5-21-1-1-101-1008', 8, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (24, 101, 3, 'ou', 'OU=Sso,DC=emea,DC=contoso,DC=com',
        'ou=sso,dc=emea,dc=contoso,dc=com', 'Sso', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (25, 101, 3, 'ou', 'OU=Old,DC=emea,DC=contoso,DC=com',
        'ou=old,dc=emea,dc=contoso,dc=com', 'Old', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 1, 0, 1013);
INSERT INTO ad_above VALUES (8, 24, 'parent', 1, '');
INSERT INTO ad_above VALUES (8, 25, 'parent', 2, '');
UPDATE ad_above SET distance = 9 WHERE relation = 'domain';
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (24, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2001', 'CONTOSO\operations', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2001', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$ / CONTOSO\operations
-- expect: contoso.com fail EMEA\AZUREADSSOACC$ / CONTOSO\helpdesk
