-- SPDX-License-Identifier: Apache-2.0
-- Cases of SSO-005.

-- case: the tenant that is synchronised
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'Contoso.onmicrosoft.com', 'aaaa-1', 1011);
-- expect: contoso.onmicrosoft.com pass

-- case: no attestation
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'Contoso.onmicrosoft.com', 'aaaa-1', 1011);
-- expect: contoso.onmicrosoft.com unknown

-- case: another tenant
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'fabrikam.onmicrosoft.com', 'aaaa-1', 1011);
-- expect: contoso.onmicrosoft.com fail contoso.com / service connection point

-- case: another tenant, and no attestation
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'fabrikam.onmicrosoft.com', 'aaaa-1', 1011);
-- expect: contoso.onmicrosoft.com fail contoso.com / service connection point

-- case: an own domain name
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'contoso.com', 'aaaa-1', 1011);
-- expect: contoso.onmicrosoft.com unknown contoso.com / service connection point

-- case: no tenant
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', NULL, NULL, 1011);
-- expect: contoso.onmicrosoft.com unknown contoso.com / service connection point

-- case: the tenant is known by an own domain name only
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'fabrikam.onmicrosoft.com', 'aaaa-1', 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: one of two tenants that use the forest
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'fabrikam.onmicrosoft.com', 'aaaa-1', 1011);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com pass
-- expect: fabrikam.onmicrosoft.com pass

-- case: no service connection point
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com pass

-- case: a forest of another server
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 fabrikam.com X
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'fabrikam.onmicrosoft.com', 'aaaa-1', 1011);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com fail contoso.com / service connection point
-- expect: fabrikam.onmicrosoft.com pass

-- case: not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_forest', 'scp', 'CN=x', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com unknown contoso.com / CN=x

-- case: what was not seen elsewhere does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'backup', 'CN=backup,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'CN=domain,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.onmicrosoft.com pass

-- case: the forest was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com unknown

-- case: the tenant of another forest is another tenant here
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 fabrikam.com FABRIKAM\MSOL_9
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'Contoso.onmicrosoft.com', 'aaaa-1', 1011);
INSERT INTO ad_scp VALUES (102, 'CN=62a0ff2e', 'contoso.onmicrosoft.com', 'aaaa-1', 1021);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com pass
-- expect: fabrikam.onmicrosoft.com fail fabrikam.com / service connection point

-- case: another tenant, and a second forest whose tenant is known by an own name only
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 active fabrikam.example
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 fabrikam.com FABRIKAM\MSOL_9
-- forest: contoso.com
-- forest: fabrikam.com
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=62a0ff2e', 'Contoso.onmicrosoft.com', 'aaaa-1', 1011);
UPDATE ad_scp SET tenant_name = 'other.onmicrosoft.com';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: contoso.onmicrosoft.com fail contoso.com / service connection point
-- expect: fabrikam.example pass

-- # With the registry

-- case: the id tells that it is the tenant
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = "{11111111-2222-3333-4444-AAAAAAAAAAAA}"
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '11111111-2222-3333-4444-aaaaaaaaaaaa', 1011);
-- expect: contoso.com pass

-- case: the id tells that it is another tenant
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = "{11111111-2222-3333-4444-AAAAAAAAAAAA}"
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '99999999-2222-3333-4444-aaaaaaaaaaaa', 1011);
-- expect: contoso.com fail contoso.com / service connection point

-- case: no id in the directory
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = "{11111111-2222-3333-4444-AAAAAAAAAAAA}"
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', NULL, 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: an empty id in the directory
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = "{11111111-2222-3333-4444-AAAAAAAAAAAA}"
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '', 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: no id on the server
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '11111111-2222-3333-4444-aaaaaaaaaaaa', 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: an id that was not read
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = denied
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '11111111-2222-3333-4444-aaaaaaaaaaaa', 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: an empty id on the server
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = ""
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'fabrikam.example', '11111111-2222-3333-4444-aaaaaaaaaaaa', 1011);
-- expect: contoso.com unknown contoso.com / service connection point

-- case: the same id in another letter case
-- server: SYNC01 active contoso.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- host: SYNC01
-- setting: SYNC01 EntraConnect.TenantId = "{11111111-2222-3333-4444-AAAAAAAAAAAA}"
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO ad_scp VALUES (101, 'CN=scp', 'x.onmicrosoft.com', '11111111-2222-3333-4444-AAAAaaaaaaaa', 1011);
-- expect: contoso.com pass
