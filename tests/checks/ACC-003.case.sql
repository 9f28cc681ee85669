-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-003.

-- case: Tier 0 and the account of a server of the run
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass

-- case: somebody else: replicate_changes_all
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: somebody else: all_extended_rights
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'all_extended_rights', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: somebody else: full_control
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: somebody else: write_dacl
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: somebody else: write_owner
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: somebody else: owner
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'owner', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: several rights of one holder are one finding
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: of the configuration too
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (12, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on Configuration

-- case: a right under a condition is a right
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 1);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

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
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail S-1-5-21-1-1-101-1200 on contoso.com

-- case: ordinary replication, and what only users below inherit
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'user', 0, 0);
-- expect: contoso.com pass

-- case: an OU is no domain head
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: a member of a protected group, named in person
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=mallory,OU=Corp,DC=contoso,DC=com', 'cn=mallory,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1200', 'mallory', 1, 1, 1, 0, 1012);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: operators and everybody
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-548', 'BUILTIN\Account Operators', NULL, 'group', 1, 'privileged');
INSERT INTO ad_principal VALUES (101, 'S-1-5-11', 'Authenticated Users', NULL, 'well-known', 1, 'broad');
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-548', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-11', 'all_extended_rights', '', 'object', 0, 0);
-- expect: contoso.com fail BUILTIN\Account Operators on contoso.com
-- expect: contoso.com fail Authenticated Users on contoso.com

-- case: Key Admins and SIDs of the system, whatever they are called
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-526', 'x', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-527', 'x', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-9', 'x', NULL, 'well-known', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-10', 'x', NULL, 'well-known', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-3-0', 'x', NULL, 'well-known', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-3-4', 'x', NULL, 'well-known', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-526', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-527', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-9', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-10', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-3-0', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-3-4', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com pass

-- case: Domain Admins of another forest are not Tier 0 here
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-9-9-9-512', 'OTHER\Domain Admins', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-9-9-9-512', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail OTHER\Domain Admins on contoso.com

-- case: allowed by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: dcsync_allowed = ["contoso\\Mallory"]
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\mallory on contoso.com

-- case: allowed by SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: dcsync_allowed = [s-1-5-21-1-1-101-1200]
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com warn CONTOSO\mallory on contoso.com

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
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'S-1-5-21-1-1-101-1200', NULL, 'unresolved', NULL, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com warn S-1-5-21-1-1-101-1200 on contoso.com

-- case: an account that no server of the run uses
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'name', '', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1003', 'CONTOSO\MSOL_3', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1003', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_3 on contoso.com

-- case: an account whose server was superseded by the export
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'description', 'SYNC01', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1003', 'CONTOSO\MSOL_3', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1003', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\MSOL_3 on contoso.com

-- case: an account of a server whose export was not read
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1002', 'CONTOSO\MSOL_2', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1002', 'replicate_changes_all', '', 'object', 0, 0);
-- expect: contoso.com unknown CONTOSO\MSOL_2 on contoso.com

-- case: an account of a server that was only found, while others are declared
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1002', 'CONTOSO\MSOL_2', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=SYNC02,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync02,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1006', 'SYNC02$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'server', 'description', 'SYNC02', 'SYNC02');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1002', 'replicate_changes_all', '', 'object', 0, 0);
UPDATE target SET location = '' WHERE name = 'SYNC02';
-- expect: contoso.com fail CONTOSO\MSOL_2 on contoso.com

-- case: full control under a condition hides no right without one
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 1);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

-- case: a disabled holder
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1200', 'CONTOSO\mallory', NULL, 'user', 0, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1200', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\mallory on contoso.com

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
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_object SET open_to_all = 1 WHERE id = 10;
-- expect: contoso.com fail contoso.com

-- case: no access list of an OU is not judged here
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 1, 0, 0, 1013);
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
DELETE FROM ad_grant;
UPDATE ad_object SET readable = 0 WHERE id = 10;
-- expect: contoso.com unknown contoso.com

-- case: the configuration is not readable
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_object SET readable = 0 WHERE id = 12;
-- expect: contoso.com unknown Configuration

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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com', 'Corp',
        'organizationalUnit', NULL, NULL, 0, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
DELETE FROM ad_grant;
DELETE FROM ad_object;
-- expect: contoso.com unknown contoso.com

-- case: the domain head is missing, the configuration is there
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
DELETE FROM ad_grant;
DELETE FROM ad_object WHERE id = 10;
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'scp', 'CN=scp,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'backup', 'CN=backup,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com pass

-- case: without servers
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'description', 'SYNC01', 'SYNC01');
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com',
        'domainDNS', 'S-1-5-21-1-1-101', NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com fail CONTOSO\MSOL_1 on contoso.com

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
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com', 'domainDNS', 'S-1-5-21-1-1-101',
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013),
       (11, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com', 'cn=configuration,dc=contoso,dc=com',
        'Configuration', 'configuration', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
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
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-102-1002', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_account_right VALUES (2, 20, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-102-1002', 0);
INSERT INTO ad_principal VALUES (102, 'S-1-5-21-1-1-102-1002', 'TAILSPIN\MSOL_2', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass
-- expect: tailspin.com unknown TAILSPIN\MSOL_2 on tailspin.com

-- case: of a forest whose servers nobody declared, and its computer is gone
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
VALUES (10, 101, 1, 'domain', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 'contoso.com', 'domainDNS', 'S-1-5-21-1-1-101',
        NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013),
       (11, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com', 'cn=configuration,dc=contoso,dc=com',
        'Configuration', 'configuration', NULL, NULL, 1, 'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
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
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-102-1002', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_account_right VALUES (2, 20, 'replicate_changes_all', '', 'object', 'S-1-5-21-1-1-102-1002', 0);
INSERT INTO ad_principal VALUES (102, 'S-1-5-21-1-1-102-1002', 'TAILSPIN\MSOL_2', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass
-- expect: tailspin.com fail TAILSPIN\MSOL_2 on tailspin.com

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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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

-- case: no access list of the configuration
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_object SET open_to_all = 1 WHERE kind = 'configuration';
-- expect: contoso.com fail Configuration

-- case: no access list, and a second forest
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_object SET open_to_all = 1 WHERE kind = 'domain';
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 102, 2, 'domain', 'DC=fabrikam,DC=com',
        'dc=fabrikam,dc=com', 'fabrikam.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-102-512', 0, 0, 0, 1023);
-- expect: contoso.com fail contoso.com
-- expect: fabrikam.com pass

-- case: an account of a server whose export was not read, somebody else, and an account of its service
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
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1002', 'CONTOSO\MSOL_2', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1002', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
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
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1004', 'CONTOSO\svc', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1004', 'write_dacl', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\helpdesk on contoso.com
-- expect: contoso.com fail CONTOSO\svc on contoso.com
-- expect: contoso.com unknown CONTOSO\MSOL_2 on contoso.com

-- case: full control of an OU or of users below hides nothing on the head
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2000', 'full_control', '', 'user', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (20, 101, 1, 'ou', 'OU=Corp,DC=contoso,DC=com',
        'ou=corp,dc=contoso,dc=com', 'Corp', 'organizationalUnit', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (20, 'S-1-5-21-1-1-101-2000', 'full_control', '', 'object', 0, 0);
-- expect: contoso.com fail CONTOSO\helpdesk on contoso.com

-- case: somebody else, and a second forest
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2000', 'CONTOSO\helpdesk', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-2000', 'write_dacl', '', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 102, 2, 'domain', 'DC=fabrikam,DC=com',
        'dc=fabrikam,dc=com', 'fabrikam.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-102-512', 0, 0, 0, 1023);
-- expect: contoso.com fail CONTOSO\helpdesk on contoso.com
-- expect: fabrikam.com pass

-- case: holders of another forest of the run are nobody here
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC01 fabrikam.com FABRIKAM\MSOL_8
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-102-512', 'FABRIKAM\Domain Admins', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-102-512', 'write_dacl', '', 'object', 0, 0);
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
INSERT INTO ad_account_role VALUES (8, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-102-1008', 'FABRIKAM\MSOL_8', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-102-1008', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_object (id, target_id, domain_id, kind, dn, dn_key, name, class, sid, account_id,
                       readable, owner_sid, open_to_all, inheritance_blocked, has_unknown,
                       evidence_id)
VALUES (40, 102, 2, 'domain', 'DC=fabrikam,DC=com',
        'dc=fabrikam,dc=com', 'fabrikam.com', 'domainDNS', NULL, NULL, 1,
        'S-1-5-21-1-1-102-512', 0, 0, 0, 1023);
-- expect: contoso.com fail FABRIKAM\Domain Admins on contoso.com
-- expect: contoso.com fail FABRIKAM\MSOL_8 on contoso.com
-- expect: fabrikam.com pass

-- case: a domain that did not answer, and something else of its name was not seen
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
UPDATE ad_domain SET collected = 0 WHERE id = 3;
INSERT INTO ad_gap VALUES (101, 'ad_right', 'account', 'emea.contoso.com', 'denied', 'access denied');
-- expect: contoso.com unknown emea.contoso.com

-- case: two domains that did not answer, one of them a gap
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
VALUES (12, 101, NULL, 'configuration', 'CN=Configuration,DC=contoso,DC=com',
        'cn=configuration,dc=contoso,dc=com', 'Configuration', 'configuration', NULL, NULL, 1,
        'S-1-5-21-1-1-101-512', 0, 0, 0, 1013);
INSERT INTO ad_grant VALUES (10, 'S-1-5-32-544', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-516', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-519', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_grant VALUES (10, 'S-1-5-18', 'full_control', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-32-544', 'BUILTIN\Administrators', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-516', 'CONTOSO\Domain Controllers', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-519', 'CONTOSO\Enterprise Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'group', 1, 'tier0');
INSERT INTO ad_grant VALUES (10, 'S-1-5-21-1-1-101-1001', 'replicate_changes_all', '', 'object', 0, 0);
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (4, 101, 'apac.contoso.com', 'APAC', 'DC=apac,DC=contoso,DC=com',
        'dc=apac,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-104', 7, 1011);
UPDATE ad_domain SET collected = 0 WHERE id > 1;
INSERT INTO ad_gap VALUES (101, 'ad_right', 'domain', 'emea.contoso.com', 'denied', 'access denied');
-- expect: contoso.com unknown apac.contoso.com
-- expect: contoso.com unknown emea.contoso.com
