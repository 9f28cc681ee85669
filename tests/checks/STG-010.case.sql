-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-010.

-- case: only declared servers
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
-- expect: contoso.onmicrosoft.com pass

-- case: an account of an undeclared server
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: last log-on 2026-10-23T12:00:00Z
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2026-10-23T12:00:00Z' WHERE id > 10;
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: last log-on 2026-10-23T11:00:00Z
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2026-10-23T11:00:00Z' WHERE id > 10;
-- expect: contoso.onmicrosoft.com warn contoso.com / SYNC09

-- case: last log-on 2026-11-23T12:00:00Z
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2026-11-23T12:00:00Z' WHERE id > 10;
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: never logged on
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = NULL WHERE id > 10;
-- expect: contoso.onmicrosoft.com warn contoso.com / SYNC09

-- case: the policy of ten days
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: alive_days = 10
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2026-11-01T12:00:00Z' WHERE id > 10;
-- expect: contoso.onmicrosoft.com warn contoso.com / SYNC09

-- case: disabled
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET enabled = 0 WHERE id > 10;
-- expect: contoso.onmicrosoft.com pass

-- case: account and computer are one finding
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2020-01-01T00:00:00Z' WHERE id > 10;
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (16, 101, 1, 'CN=SYNC09,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync09,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1016', 'SYNC09$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (16, 'server', 'description', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: a disabled account of a living computer
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET enabled = 0 WHERE id > 10;
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (16, 101, 1, 'CN=SYNC09,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync09,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1016', 'SYNC09$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (16, 'server', 'description', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: a computer that reads the managed password
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (16, 101, 1, 'CN=SYNC08,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync08,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1016', 'SYNC08$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (16, 'server', 'reader', 'SYNC08', 'SYNC08');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC08

-- case: two undeclared servers
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (16, 101, 1, 'CN=SYNC08,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync08,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1016', 'SYNC08$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (16, 'server', 'reader', 'SYNC08', 'SYNC08');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC08

-- case: accounts of servers that are not known
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'name', 'MSOL_', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (14, 101, 1, 'CN=MSOL_4,CN=Users,DC=contoso,DC=com',
        'cn=msol_4,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1014', 'MSOL_4', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 1012);
INSERT INTO ad_account_role VALUES (14, 'connector', 'name', 'MSOL_', '');
-- expect: contoso.onmicrosoft.com fail contoso.com / CONTOSO\MSOL_3
-- expect: contoso.onmicrosoft.com fail contoso.com / CONTOSO\MSOL_4

-- case: an old account of a declared server is for other checks
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC01', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC01', 'SYNC01');
-- expect: contoso.onmicrosoft.com pass

-- case: named by its DNS name in the description
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'sync01.contoso.com', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', '', '');
-- expect: contoso.onmicrosoft.com pass

-- case: of another tenant of the run
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'fabrikam.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com pass
-- expect: fabrikam.onmicrosoft.com fail contoso.com / SYNC09

-- case: of a tenant that the run does not know
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'tailspin.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09
-- expect: fabrikam.onmicrosoft.com fail contoso.com / SYNC09

-- case: nobody declared any server
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE target SET location = '';
-- expect: contoso.onmicrosoft.com unknown contoso.com / SYNC09

-- case: nobody declared any server, and those are alive
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
UPDATE target SET location = '';
DELETE FROM coverage WHERE source = 'connector';
UPDATE ad_account_role SET how = 'description';
-- expect: contoso.onmicrosoft.com unknown contoso.com / SYNC01

-- case: an account of another kind
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (13, 101, 1, 'CN=svc,CN=Users,DC=contoso,DC=com', 'cn=svc,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1013', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (13, 'service', 'name', 'SYNC09', 'SYNC09');
-- expect: contoso.onmicrosoft.com pass

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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com unknown contoso.com / CN=x

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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=x', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com unknown contoso.com / CN=x

-- case: not seen: computer
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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=x', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com unknown contoso.com / CN=x

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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'backup', 'CN=backup,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'scp', 'CN=scp,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com pass

-- case: the computer that an account names was not found
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE ad_account SET last_logon_at = '2020-01-01T00:00:00Z' WHERE id > 10;
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'sync09', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com warn contoso.com / SYNC09

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
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.onmicrosoft.com unknown contoso.com / emea.contoso.com

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- expect: contoso.onmicrosoft.com unknown

-- case: the forest did not answer
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.onmicrosoft.com unknown

-- case: a server that was only found keeps nothing from sight
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC09 failed -
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials,
                        described_server, described_tenant, evidence_id)
VALUES (13, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com',
        'cn=msol_3,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1013', 'MSOL_3', 'user', 1, 0,
        0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513,
        '', 0, 'SYNC09', 'contoso.onmicrosoft.com', 1012);
INSERT INTO ad_account_role VALUES (13, 'connector', 'description', 'SYNC09', 'SYNC09');
UPDATE target SET location = '' WHERE name = 'SYNC09';
-- expect: contoso.onmicrosoft.com fail contoso.com / SYNC09

-- case: of this tenant, in a forest that no server of the run uses
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
VALUES (2, 102, 2, 'CN=MSOL_2,CN=Users,DC=tailspin,DC=com', 'cn=msol_2,cn=users,dc=tailspin,dc=com',
        'S-1-5-21-1-1-102-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'TAIL01', 'contoso.onmicrosoft.com', 1022);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'contoso.onmicrosoft.com', 'TAIL01');
-- expect: contoso.onmicrosoft.com fail tailspin.com / TAIL01

-- case: of no tenant, in a forest that no server of the run uses
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
VALUES (2, 102, 2, 'CN=MSOL_2,CN=Users,DC=tailspin,DC=com', 'cn=msol_2,cn=users,dc=tailspin,dc=com',
        'S-1-5-21-1-1-102-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, NULL, NULL, 1022);
INSERT INTO ad_account_role VALUES (2, 'connector', 'name', 'MSOL_*', '');
-- expect: contoso.onmicrosoft.com unknown tailspin.com / TAILSPIN\MSOL_2

-- case: of another tenant, in a forest that no server of the run uses
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
VALUES (2, 102, 2, 'CN=MSOL_2,CN=Users,DC=tailspin,DC=com', 'cn=msol_2,cn=users,dc=tailspin,dc=com',
        'S-1-5-21-1-1-102-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'TAIL01', 'tailspin.onmicrosoft.com', 1022);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'tailspin.onmicrosoft.com', 'TAIL01');
-- expect: contoso.onmicrosoft.com pass

-- case: not seen, in a forest that no server of the run uses
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: tailspin.com
INSERT INTO ad_gap VALUES (102, 'ad_account', 'account', 'X', 'denied', 'm');
-- expect: contoso.onmicrosoft.com unknown tailspin.com / X

-- case: an account of a declared server whose description names a server of long ago
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
UPDATE ad_account SET described_server = 'OLDSYNC' WHERE id = 1;
-- expect: contoso.onmicrosoft.com pass
