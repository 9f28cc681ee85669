-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-009.

-- case: an account that can log on
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC02 pass

-- case: the runs of the server were not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
DELETE FROM coverage WHERE source = 'run_history';
-- expect: SYNC02 unknown

-- case: disabled
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET enabled = 0 WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / account

-- case: disabled on the active server
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET enabled = 0 WHERE id = 1;
-- expect: SYNC02 pass

-- case: the account expires on 2026-11-22T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET expires_at = '2026-11-22T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / account

-- case: the account expires on 2026-11-22T13:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET expires_at = '2026-11-22T13:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / account

-- case: the account expires on 2026-12-06T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET expires_at = '2026-12-06T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / account

-- case: the account expires on 2026-12-06T13:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET expires_at = '2026-12-06T13:00:00Z' WHERE id = 2;
-- expect: SYNC02 pass

-- case: disabled, and soon to expire
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET enabled = 0, expires_at = '2026-12-01T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / account

-- case: whether it is enabled is not readable, and it will expire
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET enabled = NULL, expires_at = '2026-12-01T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / account
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: the policy of a month
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
-- param: warn_d = 30
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET expires_at = '2026-12-20T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / account

-- case: must be changed
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET must_change_password = 1 WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password

-- case: the policy of 42 days, set on 2026-10-11T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-11T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password

-- case: the policy of 42 days, set on 2026-10-11T13:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-11T13:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / password

-- case: the policy of 42 days, set on 2026-10-25T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-25T12:00:00Z' WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / password

-- case: the policy of 42 days, set on 2026-10-25T13:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-25T13:00:00Z' WHERE id = 2;
-- expect: SYNC02 pass

-- case: soon to expire, and must be changed
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-20T12:00:00Z' WHERE id = 2;
UPDATE ad_account SET must_change_password = 1 WHERE id = 2;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password

-- case: soon to expire, and whether it must be changed is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-10-20T12:00:00Z' WHERE id = 2;
UPDATE ad_account SET must_change_password = NULL WHERE id = 2;
-- expect: SYNC02 warn contoso.com / MSOL_2 / password
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: never expires, whatever the policy
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2020-01-01T12:00:00Z' WHERE id = 2;
UPDATE ad_account SET never_expires = 1 WHERE id = 2;
-- expect: SYNC02 pass

-- case: passwords of the domain never expire
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2020-01-01T12:00:00Z' WHERE id = 2;
UPDATE ad_domain SET max_password_age_d = 0;
-- expect: SYNC02 pass

-- case: the policy is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2020-01-01T12:00:00Z' WHERE id = 2;
UPDATE ad_domain SET max_password_age_d = NULL;
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: whether it expires is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_account SET never_expires = 0, password_set_at = '2020-01-01T12:00:00Z' WHERE id = 2;
UPDATE ad_account SET never_expires = NULL;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: not readable: enabled
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET enabled = NULL WHERE id = 2;
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: not readable: must change password
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET must_change_password = NULL WHERE id = 2;
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: not readable: never expires
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET never_expires = NULL WHERE id = 2;
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: the account was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
DELETE FROM ad_account_role WHERE account_id = 2;
-- expect: SYNC02 unknown contoso.com / MSOL_2

-- case: the account of the active server was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
DELETE FROM ad_account_role WHERE account_id = 1;
-- expect: SYNC02 pass

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- expect: SYNC02 unknown

-- case: only an active server
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
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
UPDATE ad_account SET enabled = 0;
-- expect: SYNC01 not_applicable

-- case: whether it expires is not readable, and it would have
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET never_expires = NULL, password_set_at = '2026-01-01T12:00:00Z';
UPDATE ad_domain SET max_password_age_d = 42;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password
-- expect: SYNC02 unknown contoso.com / MSOL_2 / state

-- case: the policy of another domain does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root, collected, sid,
                       functional_level, evidence_id)
VALUES (3, 101, 'emea.contoso.com', 'EMEA', 'DC=emea,DC=contoso,DC=com',
        'dc=emea,dc=contoso,dc=com', 0, 1, 'S-1-5-21-1-1-103', 7, 1011);
UPDATE ad_domain SET max_password_age_d = 42;
UPDATE ad_domain SET max_password_age_d = 0 WHERE id = 1;
UPDATE ad_account SET never_expires = 0, password_set_at = '2026-01-01T12:00:00Z';
-- expect: SYNC02 pass

-- case: the policy of one day
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_domain SET max_password_age_d = 1;
UPDATE ad_account SET never_expires = 0;
-- expect: SYNC02 fail contoso.com / MSOL_2 / password

-- # With the event log

-- case: ADSync 6000 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6000, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: ADSync 6001 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6001, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: Directory Synchronization 106 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 106, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: Directory Synchronization 109 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 109, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: Directory Synchronization 110 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 110, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: Directory Synchronization 111 was written lately
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 111, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: older events, other events, and those of the other server
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6000, 3, '2026-11-15T11:59:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6002, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 107, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 106, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 6000, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6000, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC02 pass

-- case: events of the last week
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6000, 3, '2026-11-15T12:01:00Z', 1, '[]', 20023);
-- expect: SYNC02 warn refused credentials

-- case: a log whose records are not shown
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,DC=contoso,DC=com', 'cn=msol_2,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC02 unknown log Application

-- case: the newest run of a connector was refused
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'stopped-bad-server-credentials' WHERE connector = 'contoso.com' AND target_id = 2 AND number = 7;
-- expect: SYNC02 fail contoso.com / last run

-- case: no connection
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'no-start-connection' WHERE connector <> 'contoso.com' AND target_id = 2 AND number = 7;
-- expect: SYNC02 fail contoso.onmicrosoft.com - AAD / last run

-- case: refused, then let in; failed for another reason; a synchronisation needs no credentials
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'no-start-credentials' WHERE connector = 'contoso.com' AND target_id = 2 AND number = 4;
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE connector <> 'contoso.com' AND target_id = 2 AND number = 7;
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE connector = 'contoso.com' AND target_id = 2 AND number = 8;
-- expect: SYNC02 pass

-- case: the password was set after the last import
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET password_set_at = '2026-11-22T10:59:59Z' WHERE id = 2;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 3 AND target_id = 2;
-- expect: SYNC02 fail contoso.com / imports

-- case: the password was set an hour ago, after the last import
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET password_set_at = '2026-11-22T11:00:00Z' WHERE id = 2;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 3 AND target_id = 2;
-- expect: SYNC02 unknown contoso.com / imports

-- case: an import that runs does not hide that the one before was refused
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'no-start-credentials' WHERE target_id = 2 AND number = 8 AND connector = 'contoso.com';
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress', started_at = '2026-11-22T11:55:00Z' WHERE target_id = 2 AND number = 7 AND connector = 'contoso.com';
-- expect: SYNC02 fail contoso.com / last run

-- case: the password was set at the moment of the last import
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE ad_account SET password_set_at = '2026-11-22T11:41:00Z' WHERE id = 2;
-- expect: SYNC02 pass

-- case: no import that went through is in the history
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE connector = 'contoso.com' AND target_id = 2 AND profile LIKE '%Import';
-- expect: SYNC02 unknown contoso.com / imports

-- case: the application certificate has expired
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_credential SET not_after = '2026-11-22T12:00:00Z';
-- expect: SYNC02 fail application certificate

-- case: a certificate that is valid for a second; none at all
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_credential SET not_after = '2026-11-22T12:00:01Z';
-- expect: SYNC02 pass

-- case: what is in the credential of a password account does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_credential SET kind = 'service_account', not_after = '2020-01-01T00:00:00Z';
-- expect: SYNC02 pass

-- case: runs of the active server do not count
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC02 engine
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
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
UPDATE ad_account SET never_expires = 1, must_change_password = 0;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE engine_run SET result = 'no-start-credentials' WHERE target_id = 1;
UPDATE engine_credential SET not_after = '2020-01-01T00:00:00Z' WHERE target_id = 1;
-- expect: SYNC02 pass
