-- SPDX-License-Identifier: Apache-2.0
-- Cases of SSO-001.

-- case: key set on 2026-11-21T12:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-11-21T12:00:00Z';
-- expect: contoso.com pass

-- case: key set on 2026-10-23T12:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-10-23T12:00:00Z';
-- expect: contoso.com pass

-- case: key set on 2026-10-23T11:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-10-23T11:00:00Z';
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$

-- case: key set on 2026-08-24T12:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-08-24T12:00:00Z';
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$

-- case: key set on 2026-08-24T11:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-08-24T11:00:00Z';
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$

-- case: key set on 2026-11-23T12:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-11-23T12:00:00Z';
-- expect: contoso.com pass

-- case: key set on 2026-11-23T13:00:00Z
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
UPDATE ad_account SET password_set_at = '2026-11-23T13:00:00Z';
-- expect: contoso.com unknown CONTOSO\AZUREADSSOACC$

-- case: the age is not readable
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
UPDATE ad_account SET password_set_at = NULL;
-- expect: contoso.com unknown CONTOSO\AZUREADSSOACC$

-- case: disabled
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
UPDATE ad_account SET enabled = 0, password_set_at = NULL;
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / use

-- case: disabled, with an old key
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
UPDATE ad_account SET enabled = 0, password_set_at = '2020-01-01T00:00:00Z';
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / use

-- case: whether it is enabled is not readable
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
UPDATE ad_account SET enabled = NULL, password_set_at = '2020-01-01T00:00:00Z';
-- expect: contoso.com fail CONTOSO\AZUREADSSOACC$

-- case: Seamless SSO is off
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
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'False', 'String', 11);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / use

-- case: Seamless SSO is off, written as a number
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
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', '0', 'String', 11);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / use

-- case: Seamless SSO is on
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
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'True', 'String', 11);
-- expect: contoso.com pass

-- case: Seamless SSO is off on one server only
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'False', 'String', 11);
-- expect: contoso.com pass

-- case: Seamless SSO is off on both servers
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
VALUES (7, 101, 1, 'CN=AZUREADSSOACC,CN=Computers,DC=contoso,DC=com',
        'cn=azureadssoacc,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1007',
        'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '',
        'HOST/aadg.windows.net.nsatc.net, HOST/autologon.microsoftazuread-sso.com', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (7, 'sso', 'name', 'AZUREADSSOACC', '');
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'False', 'String', 11);
INSERT INTO global_parameter VALUES (2, 'Microsoft.UserSignIn.DesktopSsoEnabled', 'False', 'String', 21);
-- expect: contoso.com warn CONTOSO\AZUREADSSOACC$ / use

-- case: another parameter is off
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
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.OtherEnabled', 'False', 'String', 11);
-- expect: contoso.com pass

-- case: an old account of another kind
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
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (8, 101, 1, 'CN=KRB,CN=Computers,DC=contoso,DC=com',
        'cn=krb,cn=computers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'KRB$', 'computer', 1,
        0, 0, 0, 0, 0, 0, 0, '', '', '', 24, '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0,
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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
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
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
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
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

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
UPDATE ad_account SET password_set_at = '2026-11-21T12:00:00Z';
-- expect: contoso.com pass
-- expect: fabrikam.com not_applicable AZUREADSSOACC

-- case: disabled in a forest that no server uses
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
UPDATE ad_account SET password_set_at = '2026-11-21T12:00:00Z';
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (8, 102, 2, 'CN=AZUREADSSOACC,CN=Users,DC=fabrikam,DC=com', 'cn=azureadssoacc,cn=users,dc=fabrikam,dc=com',
        'S-1-5-21-1-1-102-1008', 'AZUREADSSOACC$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1022);
INSERT INTO ad_account_role VALUES (8, 'sso', 'name', 'AZUREADSSOACC', '');
UPDATE ad_account SET enabled = 0 WHERE id = 8;
-- expect: contoso.com pass
-- expect: fabrikam.com warn FABRIKAM\AZUREADSSOACC$ / use
