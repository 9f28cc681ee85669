-- SPDX-License-Identifier: Apache-2.0
-- Cases of BCK-006.

-- case: Recycle Bin on, and a fresh backup
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
-- expect: contoso.com pass

-- case: Recycle Bin off
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_forest SET recycle_bin = 0;
-- expect: contoso.com warn Recycle Bin

-- case: Recycle Bin not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_forest SET recycle_bin = NULL;
-- expect: contoso.com unknown Recycle Bin

-- case: backup of 2026-11-15T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-11-15T12:00:00Z';
-- expect: contoso.com pass

-- case: backup of 2026-11-15T11:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-11-15T11:00:00Z';
-- expect: contoso.com warn contoso.com / backup

-- case: backup of 2026-08-24T12:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-08-24T12:00:00Z';
-- expect: contoso.com warn contoso.com / backup

-- case: backup of 2026-08-24T11:00:00Z
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-08-24T11:00:00Z';
-- expect: contoso.com fail contoso.com / backup

-- case: the policy of a month
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- param: ad_max_age_d = 31
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-11-01T12:00:00Z';
-- expect: contoso.com pass

-- case: a short tombstone lifetime
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2026-10-01T12:00:00Z';
UPDATE ad_forest SET tombstone_lifetime_d = 60;
-- expect: contoso.com fail contoso.com / backup

-- case: no backup is known
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = NULL;
-- expect: contoso.com unknown contoso.com / backup

-- case: tombstone lifetime not readable
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_forest SET tombstone_lifetime_d = NULL;
UPDATE ad_domain SET backup_at = '2020-10-01T12:00:00Z';
-- expect: contoso.com unknown tombstone lifetime
-- expect: contoso.com warn contoso.com / backup

-- case: a domain that did not answer
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)
VALUES (2, 101, 'emea.contoso.com', 'DC=emea,DC=contoso,DC=com', 'dc=emea,dc=contoso,dc=com', 0, 0);
-- expect: contoso.com unknown emea.contoso.com

-- case: not seen: domain
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
INSERT INTO ad_gap VALUES (101, 'ad_forest', 'domain', 'CN=x', 'denied', 'not shown');
-- expect: contoso.com unknown CN=x

-- case: what was not seen elsewhere does not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
INSERT INTO ad_gap VALUES (101, 'ad_account', 'account', 'CN=account,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=group,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'computer', 'CN=computer,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'right', 'CN=right,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'gpo', 'CN=gpo,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'policy', 'CN=policy,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'laps', 'CN=laps,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'sso', 'CN=sso,DC=contoso,DC=com', 'denied', 'not shown');
INSERT INTO ad_gap VALUES (101, 'ad_account', 'scp', 'CN=scp,DC=contoso,DC=com', 'denied', 'not shown');
-- expect: contoso.com pass

-- case: no domain controller answered
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com failed
-- expect: contoso.com unknown

-- case: a second forest, with an old backup
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- forest: contoso.com
-- forest: fabrikam.com
UPDATE ad_domain SET backup_at = '2026-11-20T12:00:00Z';
UPDATE ad_domain SET backup_at = '2025-11-20T12:00:00Z' WHERE target_id = 102;
-- expect: contoso.com pass
-- expect: fabrikam.com fail fabrikam.com / backup
