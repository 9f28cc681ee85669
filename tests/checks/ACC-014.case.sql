-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-014.

-- case: a group managed account that only the server reads
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: what the server itself says was not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
DELETE FROM coverage WHERE source = 'service';
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown

-- case: another computer reads its password
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1300', 'CONTOSO\PC1$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1300', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: two others are one finding
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1300', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1301', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1300', 'CONTOSO\P1300', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1301', 'CONTOSO\P1301', NULL, 'computer', 1, 'ordinary');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: an account of a sync server that is no computer of one
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1001', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\P1001', NULL, 'computer', 1, 'ordinary');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: a member of a group reads it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1400', 'CONTOSO\Readers', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1300', 'CONTOSO\PC1$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1400', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1300', 'S-1-5-21-1-1-101-1400');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: a group with the server in it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1400', 'CONTOSO\Readers', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1400', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', 'S-1-5-21-1-1-101-1400');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: a group whose members were not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1400', 'CONTOSO\Readers', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1400', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers

-- case: every computer of the domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-515', 'CONTOSO\Domain Computers', NULL, 'group', 1, 'broad');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-515', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: every computer of the domain, the server among them
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-515', 'CONTOSO\Domain Computers', NULL, 'group', 1, 'broad');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-515', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', 'S-1-5-21-1-1-101-515');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: Domain Admins are Tier 0 anyhow
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-512', 'CONTOSO\Domain Admins', NULL, 'group', 1, 'tier0');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-512', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: another sync server that is not of the run
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=SYNC09,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync09,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1006', 'SYNC09$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'server', 'reader', 'SYNC09', 'SYNC09');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1006', 'CONTOSO\SYNC09$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1006', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- case: a server that was only found reads it, and nobody is declared
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
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
INSERT INTO ad_account_role VALUES (6, 'server', 'reader', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1006', 'CONTOSO\SYNC02$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1006', '');
UPDATE target SET location = '' WHERE kind = 'server';
DELETE FROM coverage WHERE source = 'connector';
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC02 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC02 unknown CONTOSO\gmsa$ / readers

-- case: a server that was only found and somebody else read it
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
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
INSERT INTO ad_account_role VALUES (6, 'server', 'reader', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1006', 'CONTOSO\SYNC02$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1006', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1300', '');
UPDATE target SET location = '' WHERE kind = 'server';
DELETE FROM coverage WHERE source = 'connector';
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1300', 'CONTOSO\P1300', NULL, 'computer', 1, 'ordinary');
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers
-- expect: SYNC02 fail CONTOSO\gmsa$ / readers
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC02 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC02 unknown CONTOSO\gmsa$ / readers

-- case: both servers of the run
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
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
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
INSERT INTO ad_account_role VALUES (6, 'server', 'export', 'SYNC02', 'SYNC02');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1006', 'CONTOSO\SYNC02$', NULL, 'computer', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1006', '');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11),
  (2, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 21);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: privileged
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_membership VALUES (4, 'S-1-5-21-1-1-101-512', 1, '');
INSERT INTO ad_membership VALUES (4, 'S-1-5-32-551', 1, '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / groups

-- case: an ordinary group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_membership VALUES (4, 'S-1-5-21-1-1-101-515', 0, '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: a standalone managed account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'msDS-ManagedServiceAccount' WHERE id = 4;
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: an ordinary user
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user' WHERE id = 4;
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 warn CONTOSO\gmsa$

-- case: an ordinary user whose age is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user', password_set_at = NULL WHERE id = 4;
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 warn CONTOSO\gmsa$

-- case: an ordinary user with an old password
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user', password_set_at = '2020-01-01T00:00:00Z' WHERE id = 4;
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 warn CONTOSO\gmsa$

-- case: a disabled account is not in use
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user', enabled = 0 WHERE id = 4;
INSERT INTO host_service
VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: an account of another server
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user' WHERE id = 4;
UPDATE ad_account_role SET server = 'SYNC09' WHERE account_id = 4;
DELETE FROM ad_gmsa_reader;
INSERT INTO host_service
VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: an account of another kind
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET class = 'user' WHERE id = 4;
UPDATE ad_account_role SET role = 'suspect' WHERE account_id = 4;
DELETE FROM ad_gmsa_reader;
INSERT INTO host_service
VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: not seen: domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown CN=x,DC=contoso,DC=com

-- case: not seen: account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown CN=x,DC=contoso,DC=com

-- case: not seen: group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown CN=x,DC=contoso,DC=com

-- case: what was not seen elsewhere does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'scp', 'CN=scp,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'backup', 'CN=backup,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: no account of the service is known to the directory
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- expect: SYNC01 unknown

-- case: no account is known to the directory, and the server tells its services
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service
VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service
VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown

-- case: readers that no visible account is
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'unresolved', NULL, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1300', '');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1301', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1300', 'CONTOSO\P1300', NULL, 'unresolved', NULL, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1301', 'CONTOSO\P1301', NULL, 'unresolved', NULL, 'ordinary');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers

-- case: a group whose members were seen of another account only
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=gmsb,CN=Users,DC=contoso,DC=com', 'cn=gmsb,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1006', 'gmsb$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2100', 'CONTOSO\Readers', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-2101', 'CONTOSO\bob', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-2100', '');
INSERT INTO ad_gmsa_reader VALUES (6, 'S-1-5-21-1-1-101-2100', '');
INSERT INTO ad_gmsa_reader VALUES (6, 'S-1-5-21-1-1-101-2101', 'S-1-5-21-1-1-101-2100');
INSERT INTO ad_membership VALUES (6, 'S-1-5-21-1-1-101-512', 1, '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsb$ / groups
-- expect: SYNC01 fail CONTOSO\gmsb$ / readers
-- expect: SYNC01 unknown CONTOSO\gmsa$ / readers

-- case: SYSTEM may read it anyhow
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_principal VALUES (101, 'S-1-5-18', 'SYSTEM', NULL, 'well-known', 1, 'tier0');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-18', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: what was not seen in another forest does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (102, 'ad_account', 'account', 'CN=x', 'denied', 'access denied');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 pass

-- case: the connector account of a server of the run reads it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa,CN=Managed,DC=contoso,DC=com', 'cn=gmsa,cn=managed,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0,
        0, '', '', '', 24, '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
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
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1005', '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1005', 'CONTOSO\SYNC01$', NULL, 'computer', 1, 'ordinary');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
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
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'other', 'SYNC01');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1002', 'CONTOSO\MSOL_2', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gmsa_reader VALUES (4, 'S-1-5-21-1-1-101-1002', '');
INSERT INTO host_service VALUES
  (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, NULL, 0, 11);
-- expect: SYNC01 fail CONTOSO\gmsa$ / readers

-- # With the server itself

-- case: a virtual account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: LocalSystem
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service ADSync / account

-- case: an account that other services share
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT AUTHORITY\NetworkService', 'nt authority\networkservice', 'service', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service ADSync / account

-- case: a local account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', '.\AAD_1', '.\aad_1', 'local', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service ADSync / account

-- case: a domain account that the directory does not link with the service
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service ADSync / account

-- case: a domain account of a protected group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (6, 101, 1, 'CN=svc,DC=contoso,DC=com', 'cn=svc,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1006', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_privileged VALUES (1, 101, 1, 'x', 'x', 'S-1-5-21-1-1-101-1006', 'svc', 1, 1, 1, 0, 1012);
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service ADSync / account

-- case: a domain account that was in a protected group once
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (6, 101, 1, 'CN=svc,DC=contoso,DC=com', 'cn=svc,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1006', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_privileged VALUES (1, 101, 1, 'x', 'x', 'S-1-5-21-1-1-101-1006', 'svc', 1, 1, 0, 0, 1012);
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service ADSync / account

-- case: a managed account whose readers were not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown service ADSync / account

-- case: a managed account that the directory knows
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa$,DC=contoso,DC=com', 'cn=gmsa$,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: the same, written the other way
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa$,DC=contoso,DC=com', 'cn=gmsa$,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'gmsa$@contoso.com', 'gmsa$@contoso.com', 'gmsa', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: the directory knows another account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=gmsa$,DC=contoso,DC=com', 'cn=gmsa$,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'gmsa$', 'msDS-GroupManagedServiceAccount', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service ADSync / account

-- case: an ordinary account is said once
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=svc,DC=contoso,DC=com', 'cn=svc,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn CONTOSO\svc

-- case: an ordinary account of a protected group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=svc,DC=contoso,DC=com', 'cn=svc,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO ad_privileged VALUES (1, 101, 1, 'x', 'x', 'S-1-5-21-1-1-101-1004', 'svc', 1, 1, 1, 0, 1012);
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn CONTOSO\svc
-- expect: SYNC01 fail service ADSync / account

-- case: a local namesake is said too
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (4, 101, 1, 'CN=svc,DC=contoso,DC=com', 'cn=svc,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1004', 'svc', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (4, 'service', 'name', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', '.\svc', '.\svc', 'local', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn CONTOSO\svc
-- expect: SYNC01 warn service ADSync / account

-- case: an account that is not told
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', NULL, 'x', 'none', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown service ADSync / account

-- case: an account that is not understood
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'x', 'x', 'unknown', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown service ADSync / account

-- case: no service of the name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown service ADSync / account
