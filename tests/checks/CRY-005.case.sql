-- SPDX-License-Identifier: Apache-2.0
-- Cases of CRY-005.

-- case: AES only, and a fresh password
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
-- host: SYNC01
-- expect: SYNC01 pass

-- case: what Windows says was not seen
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
-- host: SYNC01
DELETE FROM coverage WHERE source = 'registry';
-- expect: SYNC01 unknown

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 28;
-- expect: SYNC01 warn CONTOSO\SYNC01$ / encryption types

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 4;
-- expect: SYNC01 warn CONTOSO\SYNC01$ / encryption types

-- case: encryption types 31
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 31;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: encryption types 1
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 1;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: encryption types 2
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 2;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: encryption types 26
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 26;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 24;
-- expect: SYNC01 pass

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 8;
-- expect: SYNC01 pass

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 16;
-- expect: SYNC01 pass

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = 0;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / encryption types

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
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'export', 'SYNC01', 'SYNC01');
-- host: SYNC01
UPDATE ad_account SET encryption_types = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / encryption types

-- case: encryption types 524288
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 524288;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / encryption types

-- case: encryption types 6
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
-- host: SYNC01
UPDATE ad_account SET encryption_types = 6;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: DES only by flag
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
-- host: SYNC01
UPDATE ad_account SET des_only = 1, encryption_types = NULL;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: DES only by flag, RC4 by type
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
-- host: SYNC01
UPDATE ad_account SET des_only = 1, encryption_types = 28;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / encryption types

-- case: the flag is not readable
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
-- host: SYNC01
UPDATE ad_account SET des_only = NULL, encryption_types = 28;
-- expect: SYNC01 warn CONTOSO\SYNC01$ / encryption types

-- case: flag and types are not readable
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
-- host: SYNC01
UPDATE ad_account SET des_only = NULL, encryption_types = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / encryption types

-- case: machine password of 2026-10-08T12:00:00Z
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
-- host: SYNC01
UPDATE ad_account SET password_set_at = '2026-10-08T12:00:00Z';
-- expect: SYNC01 pass

-- case: machine password of 2026-10-08T11:00:00Z
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
-- host: SYNC01
UPDATE ad_account SET password_set_at = '2026-10-08T11:00:00Z';
-- expect: SYNC01 warn CONTOSO\SYNC01$ / machine password

-- case: its age is not readable
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
-- host: SYNC01
UPDATE ad_account SET password_set_at = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / machine password

-- case: the computer was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- expect: SYNC01 unknown computer object

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
-- host: SYNC01
UPDATE ad_account SET enabled = 0, encryption_types = 31;
-- expect: SYNC01 unknown computer object

-- case: the computer of another server
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
-- host: SYNC01
UPDATE ad_account SET sam = 'SYNC011$', encryption_types = 31;
UPDATE ad_account_role SET server = 'SYNC011';
-- expect: SYNC01 unknown computer object

-- case: an account of another kind
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
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'description', 'SYNC01', 'SYNC01');
UPDATE ad_account SET encryption_types = 31 WHERE id = 3;
-- expect: SYNC01 pass

-- case: both servers
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
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=SYNC02,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync02,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1006', 'SYNC02$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 31, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'server', 'export', 'SYNC02', 'SYNC02');
-- host: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 fail CONTOSO\SYNC02$ / encryption types

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- expect: SYNC01 unknown

-- case: a server that was only found, in the forest that has its computer
-- server: SYNC01 failed -
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 4, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'description', 'MSOL_1', 'SYNC01');
-- host: SYNC01
UPDATE target SET location = '' WHERE kind = 'server';
-- expect: SYNC01 warn CONTOSO\SYNC01$ / encryption types

-- case: a server that was only found, and no forest has its computer
-- server: SYNC01 failed -
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 4, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'description', 'MSOL_1', 'SYNC09');
UPDATE target SET location = '' WHERE kind = 'server';
-- expect: SYNC01 unknown

-- case: a server that was named, whose connectors were not seen
-- server: SYNC01 failed -
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync01,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 4, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'description', 'MSOL_1', 'SYNC01');
UPDATE target SET location = 'exports/sync01' WHERE kind = 'server';
-- expect: SYNC01 unknown

-- case: of two servers, one computer was not found
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
-- host: SYNC01
-- host: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 unknown computer object

-- case: a secure channel without protection, and no directory
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Netlogon.RequireSignOrSeal = 0
-- setting: SYNC01 Netlogon.SealSecureChannel = 0
-- setting: SYNC01 Netlogon.SignSecureChannel = 0
-- setting: SYNC01 Netlogon.DisablePasswordChange = 1
-- expect: SYNC01 fail change of the machine password
-- expect: SYNC01 fail sealing of the secure channel
-- expect: SYNC01 fail secure channel
-- expect: SYNC01 fail signing of the secure channel

-- case: a secure channel with protection, and no directory
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Netlogon.RequireSignOrSeal = 1
-- setting: SYNC01 Netlogon.SealSecureChannel = 1
-- setting: SYNC01 Netlogon.SignSecureChannel = 1
-- setting: SYNC01 Netlogon.DisablePasswordChange = 0
-- setting: SYNC01 Netlogon.MaximumPasswordAge = 45
-- setting: SYNC01 Kerberos.EncryptionTypes = 24
-- expect: SYNC01 unknown

-- case: encryption types of the policy
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- setting: SYNC01 Kerberos.EncryptionTypes = 1
-- setting: SYNC02 Kerberos.EncryptionTypes = 31
-- setting: SYNC03 Kerberos.EncryptionTypes = 28
-- setting: SYNC04 Kerberos.EncryptionTypes = 2147483640
-- expect: SYNC01 fail encryption types by policy
-- expect: SYNC02 fail encryption types by policy
-- expect: SYNC03 warn encryption types by policy
-- expect: SYNC04 unknown

-- case: the age of the machine password
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Netlogon.MaximumPasswordAge = 46
-- setting: SYNC02 Netlogon.MaximumPasswordAge = 30
-- expect: SYNC01 warn age of the machine password
-- expect: SYNC02 unknown

-- case: values that were not seen
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Netlogon.RequireSignOrSeal = denied
-- setting: SYNC01 Netlogon.SealSecureChannel = denied
-- setting: SYNC01 Netlogon.SignSecureChannel = denied
-- setting: SYNC01 Netlogon.DisablePasswordChange = unread
-- setting: SYNC01 Netlogon.MaximumPasswordAge = denied
-- setting: SYNC01 Kerberos.EncryptionTypes = wrong_type
-- expect: SYNC01 unknown HKLM\Kerberos.EncryptionTypes
-- expect: SYNC01 unknown HKLM\Netlogon.DisablePasswordChange
-- expect: SYNC01 unknown HKLM\Netlogon.MaximumPasswordAge
-- expect: SYNC01 unknown HKLM\Netlogon.RequireSignOrSeal
-- expect: SYNC01 unknown HKLM\Netlogon.SealSecureChannel
-- expect: SYNC01 unknown HKLM\Netlogon.SignSecureChannel
