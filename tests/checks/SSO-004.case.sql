-- SPDX-License-Identifier: Apache-2.0
-- Cases of SSO-004.

-- case: no privileged account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
-- expect: contoso.com pass

-- case: a privileged account in scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: a privileged account in an OU in scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: out of scope
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Tier0,DC=contoso,DC=com',
        'cn=adm-anna,ou=tier0,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: the nearest entry decides
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=T0,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=t0,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1,
        1, 0, 1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=T0,OU=Corp,DC=contoso,DC=com', 'ou=t0,ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: exclusion wins a tie
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: an entry of the account itself
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'CN=adm-anna,OU=Corp,DC=contoso,DC=com', 'cn=adm-anna,ou=corp,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: an OU of like name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=XOU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=xou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1,
        0, 1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: lists that name no ancestor leave it out
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'include', 'OU=Other,DC=contoso,DC=com', 'ou=other,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: the domain is not selected
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
UPDATE partition SET selected = 0;
-- expect: contoso.com pass

-- case: another domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
UPDATE partition SET name_key = 'dc=other';
-- expect: contoso.com pass

-- case: disabled
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 0, 1, 1, 0,
        1012);
-- expect: contoso.com pass

-- case: whether it is enabled is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', NULL, 1, 1,
        0, 1012);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: adminCount left over
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 0, 0,
        1012);
-- expect: contoso.com warn CONTOSO\adm-anna

-- case: the mark of critical objects is absent
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1,
        NULL, 1012);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: critical objects are left out by the default rules
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=Admin1,CN=Users,DC=contoso,DC=com', 'cn=admin1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-500', 'Admin1', 1, 1, 1, 1, 1012);
INSERT INTO ad_privileged
VALUES (2, 101, 1, 'CN=krbtgt2,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt2,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-502', 'krbtgt2', 1, 1, 1, 1,
        1012);
-- expect: contoso.com warn critical system objects

-- case: a filtering group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO global_parameter VALUES (1, 'Microsoft.OptionalFeature.GroupFiltering', 'True', 'String', 11);
-- expect: contoso.com unknown CONTOSO\adm-anna

-- case: a filtering group, written as a number
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO global_parameter VALUES (1, 'Microsoft.OptionalFeature.GroupFiltering', '1', 'String', 11);
-- expect: contoso.com unknown CONTOSO\adm-anna

-- case: no filtering group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO global_parameter VALUES (1, 'Microsoft.OptionalFeature.GroupFiltering', 'False', 'String', 11);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: allowed by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: allow_synced_admins = [ADM-Anna]
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
-- expect: contoso.com pass

-- case: allowed by SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: allow_synced_admins = [S-1-5-21-1-1-101-1300]
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
-- expect: contoso.com pass

-- case: allowed is somebody else
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: allow_synced_admins = [adm-bert]
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: in the scope of both servers is one finding
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: in the scope of one server
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
INSERT INTO partition_container VALUES (1, 'exclude', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO partition_container VALUES (2, 'include', 'OU=Other,DC=contoso,DC=com', 'ou=other,dc=contoso,dc=com');
-- expect: contoso.com fail CONTOSO\adm-anna

-- case: cloud Kerberos in order
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
-- expect: contoso.com pass

-- case: Enterprise Admins are missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE member_sid LIKE '%-519';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: all are missing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-513', 'Domain Users', 'reveal', '');
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: neither list is visible
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
-- expect: contoso.com unknown CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: the SID of the domain is not visible
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-513', 'Domain Users', 'reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'x', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'x', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'x', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'x', 'never_reveal', '');
UPDATE ad_domain SET sid = NULL;
-- expect: contoso.com pass

-- case: they are in the other list
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
UPDATE ad_group SET purpose = 'reveal' WHERE sid = 'S-1-5-32-544';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: S-1-5-32-544
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE sid = 'S-1-5-32-544';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: S-1-5-32-548
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE sid = 'S-1-5-32-548';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: S-1-5-32-549
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE sid = 'S-1-5-32-549';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: S-1-5-32-551
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE sid = 'S-1-5-32-551';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: the group -512
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE member_sid LIKE '%-512';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: missing: the group -518
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
DELETE FROM ad_group WHERE member_sid LIKE '%-518';
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup

-- case: groups of a domain that is not the root
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
UPDATE ad_domain SET sid = 'S-1-5-21-2', collected = 1 WHERE id = 2;
-- expect: contoso.com pass

-- case: the computer of krbtgt_AzureAD was not found
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
-- expect: contoso.com unknown CONTOSO\krbtgt_AzureAD / AzureADKerberos

-- case: the key is 90 days old
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
UPDATE ad_account SET password_set_at = '2026-08-24T12:00:00Z' WHERE id = 8;
-- expect: contoso.com pass

-- case: the key is older
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
UPDATE ad_account SET password_set_at = '2026-08-24T11:00:00Z' WHERE id = 8;
-- expect: contoso.com warn CONTOSO\krbtgt_AzureAD / key

-- case: the age of the key is not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
UPDATE ad_account SET password_set_at = NULL;
-- expect: contoso.com unknown CONTOSO\krbtgt_AzureAD / key

-- case: other accounts have no such key
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
UPDATE ad_account SET class = 'user', password_set_at = '2020-01-01T00:00:00Z';
-- expect: contoso.com pass

-- case: not seen: domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: account
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: group
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: not seen: sso
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=x,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x,DC=contoso,DC=com

-- case: what was not seen elsewhere does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
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
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: no server was read
-- forest: contoso.com
INSERT INTO ad_privileged
VALUES (1, 101, 1, 'CN=adm-anna,OU=Corp,DC=contoso,DC=com',
        'cn=adm-anna,ou=corp,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1300', 'adm-anna', 1, 1, 1, 0,
        1012);
-- expect: contoso.com unknown

-- case: no domain controller answered
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.com unknown

-- case: left out by the lists of one server, in the scope of the other
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com fail CONTOSO\alice

-- case: left out by the lists of one server, and the other does not select the domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 0, 1);
INSERT INTO partition_container VALUES (1, 'include', 'DC=contoso,DC=com', 'dc=contoso,dc=com');
INSERT INTO partition_container VALUES (1, 'exclude', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com pass

-- case: the lists of one server leave it out, those of the other hold it
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO partition_container VALUES (1, 'include', 'OU=Other,DC=contoso,DC=com', 'ou=other,dc=contoso,dc=com');
INSERT INTO partition_container VALUES (2, 'include', 'OU=Corp,DC=contoso,DC=com', 'ou=corp,dc=contoso,dc=com');
-- expect: contoso.com fail CONTOSO\alice

-- case: a filtering group of a server that does not synchronise the forest
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 fabrikam.com FABRIKAM\MSOL_9
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO global_parameter
VALUES (2, 'Microsoft.OptionalFeature.GroupFiltering', 'True', 'String', 21);
-- expect: contoso.com fail CONTOSO\alice
-- expect: fabrikam.com pass

-- case: a filtering group on one of two servers
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.GroupFiltering', 'False', 'String', 11);
INSERT INTO global_parameter
VALUES (2, 'Microsoft.OptionalFeature.GroupFiltering', 'True', 'String', 21);
-- expect: contoso.com fail CONTOSO\alice

-- case: the groups that another forest keeps back do not count
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
UPDATE ad_group SET target_id = 102;
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
-- expect: contoso.com fail CONTOSO\AzureADKerberos$ / msDS-NeverRevealGroup
-- expect: fabrikam.com unknown

-- case: one server has no list, the list of the other leaves it out
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_privileged (id, target_id, domain_id, dn, dn_key, sid, sam, enabled, admin_count,
                           member, critical, evidence_id)
VALUES (1, 101, 1, 'CN=alice,OU=Corp,DC=contoso,DC=com', 'cn=alice,ou=corp,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1100', 'alice', 1, 1, 1, 0, 1012);
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (2, 201, 'p2', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO partition_container VALUES (2, 'include', 'OU=Other,DC=contoso,DC=com', 'ou=other,dc=contoso,dc=com');
-- expect: contoso.com fail CONTOSO\alice

-- case: cloud Kerberos in order, and a second forest without it
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (8, 101, 1, 'CN=krbtgt_AzureAD,CN=Users,DC=contoso,DC=com',
        'cn=krbtgt_azuread,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1008', 'krbtgt_AzureAD',
        'user', 0, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24, '2026-11-01T12:00:00Z',
        '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (8, 'kerberos', 'name', 'krbtgt_AzureAD', '');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, laps,
                        laps_expires_at, evidence_id)
VALUES (9, 101, 1, 'CN=AzureADKerberos,OU=Domain Controllers,DC=contoso,DC=com',
        'cn=azureadkerberos,ou=domain controllers,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1009',
        'AzureADKerberos$', 'computer', 1, 0, 0, 0, 0, 0, 0, 0, '', '', '', 24,
        '2020-01-01T00:00:00Z', '2026-11-20T12:00:00Z', 0, 515, '', 0, 'windows',
        '2026-12-10T12:00:00Z', 1012);
INSERT INTO ad_account_role VALUES (9, 'kerberos', 'name', 'AzureADKerberos', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-544', 'a', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-548', 'b', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-549', 'c', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-32-551', 'd', 'never_reveal', '');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-512');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-518');
INSERT INTO ad_group VALUES (101, 'S-1-5-21-1-1-101-572', 'Denied', 'never_reveal', 'S-1-5-21-1-1-101-519');
-- expect: contoso.com pass
-- expect: fabrikam.com unknown
