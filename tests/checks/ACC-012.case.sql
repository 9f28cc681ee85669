-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-012.

-- case: accounts of their own: an export does not show other uses
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'MSOL_1', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'MSOL_2', 22);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: accounts of their own, and the services were seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'MSOL_1', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'MSOL_2', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: one account for two servers
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'CONTOSO.com', 'SVC_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / SVC_sync

-- case: the domain by its short name on the staging server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'CONTOSO', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / svc_sync

-- case: accounts of one name in two domains
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'emea.contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'apac.contoso.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a short name is not the beginning of another one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'CONTO', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: no domain on either server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', NULL, 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', NULL, 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / svc_sync

-- case: accounts of one name in two forests
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:fabrikam.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: two exports of one server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
UPDATE sync_server SET server_name = CASE target_id WHEN 1 THEN 'SYNC01' ELSE 'sync01' END;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: servers that do not tell their names
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
UPDATE sync_server SET server_name = NULL;
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / svc_sync

-- case: one account for three servers is one finding for each
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22),
  (301, 3, 'ad:contoso.com', 'ad', 'c301', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 32);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / svc_sync
-- expect: SYNC03 warn contoso.com / svc_sync

-- case: each connector is said on its own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22),
  (102, 1, 'ad:fabrikam.com', 'ad', 'c102', 'fabrikam.com', 'AD', 'fabrikam.com', 'svc_sync', 12),
  (202, 2, 'ad:fabrikam.com', 'ad', 'c202', 'fabrikam.com', 'AD', 'fabrikam.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 warn contoso.com / svc_sync
-- expect: SYNC02 warn contoso.com / svc_sync
-- expect: SYNC01 warn fabrikam.com / svc_sync
-- expect: SYNC02 warn fabrikam.com / svc_sync

-- case: the same account at a connector that is no AD connector
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'other', 'c101', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 12),
  (201, 2, 'ad:contoso.com', 'other', 'c201', 'contoso.com', 'AD', 'contoso.com', 'svc_sync', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: an account that the export does not tell is not the same account
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', '', 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', '', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 unknown contoso.com
-- expect: SYNC02 unknown contoso.com

-- case: an account that is absent
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, account_domain,
                       account, evidence_id)
VALUES
  (101, 1, 'ad:contoso.com', 'ad', 'c101', 'contoso.com', 'AD', 'contoso.com', NULL, 12),
  (201, 2, 'ad:contoso.com', 'ad', 'c201', 'contoso.com', 'AD', 'contoso.com', 'MSOL_2', 22);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, source, 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'
  FROM target, (SELECT 'service' AS source UNION SELECT 'task' UNION SELECT 'local_group');
-- expect: SYNC01 unknown contoso.com
-- expect: SYNC02 pass

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: the directory knows it as the account of a service
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'service', 'name', 'svc_*', 'SYNC01');
-- expect: SYNC01 fail contoso.com / MSOL_1

-- case: the directory knows it as something else
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'suspect', 'right', 'x', 'SYNC01');
-- expect: SYNC01 pass

-- case: the directory says that it was made for another server
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'connector', 'description', 'x', 'SYNC09');
-- expect: SYNC01 warn contoso.com / MSOL_1 / description

-- case: of another use it is said elsewhere
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'suspect', 'description', 'x', 'SYNC09');
-- expect: SYNC01 pass

-- case: the directory names its own server, or none
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'connector', 'description', 'x', 'sync01');
INSERT INTO ad_account_role VALUES (1, 'connector', 'name', 'x', '');
-- expect: SYNC01 pass

-- case: the directory names a server whose export was read
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
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'connector', 'description', 'x', 'SYNC02');
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (2, 101, 1, 'CN=MSOL_2,CN=Users,DC=contoso,DC=com', 'cn=msol_2,cn=users,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1002', 'MSOL_2', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (2, 'connector', 'export', 'SYNC02', 'SYNC02');
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (2, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (2, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: the directory names a server whose export was not read
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'service', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'task', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z'),
       (1, 'local_group', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_account_role VALUES (1, 'connector', 'description', 'x', 'SYNC02');
-- expect: SYNC01 warn contoso.com / MSOL_1 / description
-- expect: SYNC02 unknown

-- # With the servers themselves

-- case: no other use on the servers
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'A', 'a', 'CONTOSO\other', 'contoso\other', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_task VALUES (1, '\Backup', 1, 'CONTOSO\MSOL_10', 'contoso\msol_10', 'domain', 1, 0, 10015);
INSERT INTO host_service VALUES (1, 'B', 'b', '.\MSOL_1', '.\msol_1', 'local', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a service uses it
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'A', 'a', 'CONTOSO\msol_1', 'contoso\msol_1', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01
-- expect: SYNC02 pass

-- case: a service of the other server uses it, by its principal name
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com contoso.com\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (2, 'A', 'a', 'MSOL_1@contoso.com', 'msol_1@contoso.com', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC02
-- expect: SYNC02 pass

-- case: a short name of its domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com contoso.com\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'A', 'a', 'CONTOSO\MSOL_1', 'contoso\msol_1', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01
-- expect: SYNC02 pass

-- case: the whole name of its domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com contoso.com\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'A', 'a', 'contoso.com\MSOL_1', 'contoso.com\msol_1', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01
-- expect: SYNC02 pass

-- case: another domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'A', 'a', 'FABRIKAM\MSOL_1', 'fabrikam\msol_1', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'B', 'b', 'MSOL_1@fabrikam.com', 'msol_1@fabrikam.com', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a task uses it
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_task VALUES (1, '\Backup', 1, 'CONTOSO\MSOL_1', 'contoso\msol_1', 'domain', 1, 0, 10015);
INSERT INTO host_service VALUES (1, 'A', 'a', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01
-- expect: SYNC02 pass

-- case: an account of the server that looks like it
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_task VALUES (1, '\Backup', 1, 'CONTOSO\MSOL_1', 'contoso\msol_1', 'local', 1, 0, 10015);
INSERT INTO host_service VALUES (1, 'A', 'a', 'CONTOSO\MSOL_1', 'contoso\msol_1', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a local group has it, by name
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_group VALUES (1, 'S-1-5-32-559', 'g', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-559', NULL, 'CONTOSO\MSOL_1', 'user', 0, 10012);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01
-- expect: SYNC02 pass

-- case: a local group has it, by SID
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,DC=contoso,DC=com', 'cn=msol_1,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO host_group VALUES (1, 'S-1-5-32-559', 'g', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-559', 'S-1-5-21-1-1-101-1001', 'x', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-559', 'S-1-5-21-1-1-101-1002', 'y', 'user', 0, 10012);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01

-- case: a service uses it under its other name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,
                        password_not_required, reversible, unconstrained_delegation,
                        protocol_transition, not_delegated, des_only, no_preauth, delegate_to,
                        acts_on_behalf, spns, encryption_types, password_set_at, last_logon_at,
                        admin_count, primary_group_rid, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,DC=contoso,DC=com', 'cn=msol_1,dc=contoso,dc=com',
        'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, 0, 0, 0, 0, 1, 0, 0, '', '', '', 24,
        '2026-11-01T12:00:00Z', '2026-11-20T12:00:00Z', 0, 513, '', 0, 1012);
UPDATE ad_account SET upn = 'sync@contoso.example';
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'SYNC01', 'SYNC01');
INSERT INTO host_service VALUES (1, 'A', 'a', 'sync@contoso.example', 'sync@contoso.example', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'B', 'b', 'other@contoso.example', 'other@contoso.example', 'domain', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail contoso.com / MSOL_1 / on SYNC01

-- case: everything but one source of the servers was seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 task
-- uncovered: SYNC02 local_group
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
