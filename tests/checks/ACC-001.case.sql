-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-001.

-- case: an ordinary member of Domain Users
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass

-- case: Domain Admins over three groups
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-512', 1, 'MSOL_1 > Inner > Outer > Domain Admins');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: a privileged group without a known way
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-32-551', 1, '');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: DnsAdmins is privileged by default
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-1101', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1101', 'CONTOSO\DnsAdmins', NULL, 'group', 1, 'ordinary');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: groups of the policy, by name with domain and by SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: extra_privileged_groups = ["contoso\\tier0 ops"]
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-1102', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1102', 'CONTOSO\Tier0 Ops', NULL, 'group', 1, 'ordinary');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: a group of the policy by SID, which has no name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: extra_privileged_groups = [S-1-5-21-1-1-101-1103]
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-1103', 0, '');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: a privileged group that he is not in
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-1105', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1101', 'CONTOSO\DnsAdmins', NULL, 'group', 1, 'ordinary');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1105', 'CONTOSO\Others', NULL, 'group', 1, 'ordinary');
-- expect: contoso.com pass

-- case: another primary group
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account SET primary_group_rid = 1110;
-- expect: contoso.com fail CONTOSO\MSOL_1 / primary group

-- case: the primary group is not readable
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account SET primary_group_rid = NULL;
-- expect: contoso.com unknown CONTOSO\MSOL_1 / primary group

-- case: adminCount left over
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account SET admin_count = 1;
-- expect: contoso.com warn CONTOSO\MSOL_1 / adminCount

-- case: adminCount of a privileged account is no left-over
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account SET admin_count = 1;
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-512', 1, '');
-- expect: contoso.com fail CONTOSO\MSOL_1

-- case: adminCount is not readable
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account SET admin_count = NULL;
-- expect: contoso.com pass

-- case: an account that AD knows by its description counts too
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (3, 101, 1, 'CN=MSOL_3,CN=Users,DC=contoso,DC=com', 'cn=msol_3,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1003', 'MSOL_3', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (3, 'connector', 'description', 'SYNC03', 'SYNC03');
INSERT INTO ad_membership VALUES (3, 'S-1-5-21-1-1-101-512', 1, '');
-- expect: contoso.com fail CONTOSO\MSOL_3

-- case: a sync server that is privileged is no connector account
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_membership VALUES (5, 'S-1-5-21-1-1-101-512', 1, '');
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: a domain that did not answer is said once
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_forest', 'domain', 'emea.contoso.com', 'timeout', 'not shown');
-- expect: contoso.com unknown emea.contoso.com

-- case: a domain that did not answer, named by its DN in the gap
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
INSERT INTO ad_gap VALUES (101, 'ad_forest', 'domain', 'DC=emea,DC=contoso,DC=com', 'timeout', 'not shown');
-- expect: contoso.com unknown DC=emea,DC=contoso,DC=com

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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account_role SET how = 'name';
UPDATE ad_account_role SET server = '', detail = 'MSOL_';
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: the account is found by another server's export
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account_role SET server = 'SYNC09', detail = 'SYNC09';
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: the account is found by the name of the target
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account_role SET server = '';
-- expect: contoso.com pass

-- case: the export names no account
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE connector SET account = NULL WHERE kind = 'ad';
UPDATE ad_account_role SET server = '', detail = 'x';
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: a server whose export was not read, its account not known
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com unknown SYNC02

-- case: a server whose export was not read, its account known from AD
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
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
-- expect: contoso.com unknown SYNC02

-- case: a server whose export was not read, and an account of a server of like name
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'XSYNC02', 'XSYNC02');
-- expect: contoso.com unknown SYNC02

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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable connector account

-- case: the account of one of two forests was not found
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
-- expect: contoso.com pass
-- expect: fabrikam.com unknown SYNC01 / fabrikam.com
-- expect: fabrikam.com not_applicable connector account

-- case: the account was not found, but one whose description names the server
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-1001', 'CONTOSO\MSOL_1', NULL, 'user', 1, 'ordinary');
UPDATE ad_account_role SET how = 'name';
UPDATE ad_account_role SET server = '', detail = 'MSOL_';
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
INSERT INTO ad_account_role VALUES (2, 'connector', 'description', 'SYNC01', 'SYNC01');
-- expect: contoso.com unknown SYNC01 / contoso.com

-- case: the account of an unread server is known in one of two forests
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
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-513', 0, '');
INSERT INTO ad_principal VALUES (101, 'S-1-5-21-1-1-101-513', 'CONTOSO\Domain Users', NULL, 'group', 1, 'broad');
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
-- expect: contoso.com unknown SYNC02
-- expect: fabrikam.com unknown SYNC02
-- expect: fabrikam.com not_applicable connector account
