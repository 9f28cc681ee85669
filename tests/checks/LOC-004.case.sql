-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-004.

-- case: Windows LAPS
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
DELETE FROM coverage WHERE source = 'local_user';
-- expect: SYNC01 unknown

-- case: legacy LAPS
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps = 'legacy';
-- expect: SYNC01 pass

-- case: no LAPS
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps = 'none', laps_expires_at = NULL;
-- expect: SYNC01 fail CONTOSO\SYNC01$ / LAPS

-- case: not readable
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps = 'unknown', laps_expires_at = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: not said
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps = NULL, laps_expires_at = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: the expiry is not readable
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps_expires_at = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: the expiry of legacy LAPS is not readable
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps = 'legacy', laps_expires_at = NULL;
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: expired 2026-11-22T11:00:00Z
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps_expires_at = '2026-11-22T11:00:00Z';
-- expect: SYNC01 pass

-- case: expired 2026-11-15T12:00:00Z
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps_expires_at = '2026-11-15T12:00:00Z';
-- expect: SYNC01 pass

-- case: expired 2026-11-15T11:00:00Z
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps_expires_at = '2026-11-15T11:00:00Z';
-- expect: SYNC01 warn CONTOSO\SYNC01$ / LAPS

-- case: a policy without patience
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: grace_d = 1
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET laps_expires_at = '2026-11-20T12:00:00Z';
-- expect: SYNC01 warn CONTOSO\SYNC01$ / LAPS

-- case: a domain controller
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_dc (domain_id, name, read_only) VALUES (1, 'sync01.contoso.com', 0);
UPDATE ad_account SET laps = 'none', laps_expires_at = NULL;
-- expect: SYNC01 not_applicable CONTOSO\SYNC01$

-- case: a domain controller with an old expiry
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_dc (domain_id, name, read_only) VALUES (1, 'SYNC01', 0);
UPDATE ad_account SET laps_expires_at = '2020-01-01T00:00:00Z';
-- expect: SYNC01 not_applicable CONTOSO\SYNC01$

-- case: a domain controller whose state is not readable
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_dc (domain_id, name, read_only) VALUES (1, 'SYNC01', 0);
UPDATE ad_account SET laps = 'unknown';
-- expect: SYNC01 not_applicable CONTOSO\SYNC01$

-- case: another domain controller
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_dc (domain_id, name, read_only) VALUES (1, 'dc1.contoso.com', 0);
UPDATE ad_account SET laps = 'none';
-- expect: SYNC01 fail CONTOSO\SYNC01$ / LAPS

-- case: a domain controller of another domain
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
INSERT INTO ad_dc (domain_id, name, read_only) VALUES (2, 'sync01.emea.contoso.com', 0);
UPDATE ad_account SET laps = 'none';
-- expect: SYNC01 fail CONTOSO\SYNC01$ / LAPS

-- case: the computer was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET enabled = 0;
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
UPDATE ad_account SET sam = 'SYNC011$';
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'description', 'SYNC01', 'SYNC01');
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (6, 101, 1, 'CN=SYNC02,OU=Servers,OU=Tier0,DC=contoso,DC=com',
        'cn=sync02,ou=servers,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1006', 'SYNC02$',
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'none', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (6, 'server', 'export', 'SYNC02', 'SYNC02');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (2, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
-- expect: SYNC01 pass
-- expect: SYNC02 fail CONTOSO\SYNC02$ / LAPS

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
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
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'none', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'description', 'MSOL_1', 'SYNC01');
UPDATE target SET location = '' WHERE kind = 'server';
-- expect: SYNC01 warn CONTOSO\SYNC01$ / LAPS

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
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'none', '2026-12-10T12:00:00Z', 1012);
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
        'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 515, '', 0, 'none', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'description', 'MSOL_1', 'SYNC01');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 1012);
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'local_user', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_user VALUES (2, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 1, 1, 11);
-- expect: SYNC01 pass
-- expect: SYNC02 unknown computer object

-- case: local accounts
-- server: SYNC01 none -
-- host: SYNC01
-- param: local_allowed = [Helper, S-1-5-21-9-9-9-1004]
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 0, 0, 1, 10013), (1, 'S-1-5-21-9-9-9-501', 501, 'Gast', 1, 1, 0, 10013),
  (1, 'S-1-5-21-9-9-9-1001', 1001, 'helper', 1, 0, 1, 10013), (1, 'S-1-5-21-9-9-9-1002', 1002, 'other', 1, 1, 1, 10013),
  (1, 'S-1-5-21-9-9-9-1003', 1003, 'off', 0, 0, 1, 10013), (1, 'S-1-5-21-9-9-9-1004', 1004, 'bysid', 1, NULL, 1, 10013);
-- expect: SYNC01 fail local account Gast
-- expect: SYNC01 fail local account other
-- expect: SYNC01 warn password of the local account helper
-- expect: SYNC01 unknown password of the local account bysid

-- case: a guest that the policy names
-- server: SYNC01 none -
-- host: SYNC01
-- param: local_allowed = [gast]
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 0, 0, 1, 10013), (1, 'S-1-5-21-9-9-9-501', 501, 'Gast', 1, 1, 0, 10013);
-- expect: SYNC01 fail local account Gast

-- case: no built-in administrator in the list
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-501', 501, 'Gast', 0, 1, 0, 10013), (2, 'S-1-5-21-9-9-8-500', 500, 'Administrator', 0, 0, 1, 20013);
-- expect: SYNC01 unknown local accounts
-- expect: SYNC02 unknown

-- case: a domain controller by what its Windows says
-- server: SYNC01 none -
-- host: SYNC01
UPDATE host SET domain_role = 5;
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-502', 502, 'krbtgt', 1, 0, 1, 10013);
-- expect: SYNC01 not_applicable SYNC01

-- case: a host without an export, and LAPS
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'windows', '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 pass

-- case: the administrator is disabled, and there is no LAPS
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 0, 0, 1, 10013);
-- expect: SYNC01 pass

-- case: the administrator is disabled, and LAPS is not readable
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'unknown', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 0, 0, 1, 10013);
-- expect: SYNC01 pass

-- case: the administrator is enabled, and LAPS is not readable
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'unknown', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: accounts that were not seen, and no LAPS
-- server: SYNC01 none -
-- host: SYNC01
-- uncovered: SYNC01 local_user
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
-- expect: SYNC01 warn CONTOSO\SYNC01$ / LAPS

-- case: passwords in Entra ID by Policy
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Laps.BackupDirectory.Policy = 1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: passwords in Entra ID by Csp
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Laps.BackupDirectory.Csp = 1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: passwords in Entra ID by Local
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Laps.BackupDirectory.Local = 1
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 unknown CONTOSO\SYNC01$ / LAPS

-- case: a namesake in another domain
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
UPDATE host SET domain = 'fabrikam.com';
-- expect: SYNC01 unknown computer object

-- case: passwords in AD
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Laps.BackupDirectory.Policy = 2
-- forest: contoso.com
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, laps, laps_expires_at, evidence_id)
VALUES (5, 101, 1, 'CN=SYNC01,DC=contoso,DC=com', 'cn=sync01,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1005', 'SYNC01$', 'computer', 1, '', '', '', '', 0, 'none', NULL, 1012);
INSERT INTO ad_account_role VALUES (5, 'server', 'request', 'SYNC01', 'SYNC01');
INSERT INTO host_user VALUES (1, 'S-1-5-21-9-9-9-500', 500, 'Administrator', 1, 0, 1, 10013);
-- expect: SYNC01 fail CONTOSO\SYNC01$ / LAPS
