-- SPDX-License-Identifier: Apache-2.0
-- Cases of AUD-004.

-- case: a table of today
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
-- expect: contoso.example pass

-- case: 90 days old
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-08-24';
-- expect: contoso.example pass

-- case: 91 days old
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-08-23';
-- expect: contoso.example warn table of releases

-- case: 365 days old
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2025-11-22';
-- expect: contoso.example warn table of releases

-- case: 366 days old
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2025-11-21';
-- expect: contoso.example fail table of releases

-- case: the policy warns earlier
-- server: SYNC01 active contoso.example
-- param: ref_warn_d = 46
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-10-06';
-- expect: contoso.example warn table of releases

-- case: the policy fails earlier
-- server: SYNC01 active contoso.example
-- param: ref_fail_d = 90
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-08-23';
-- expect: contoso.example fail table of releases

-- case: a table that is newer than the run
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2027-01-01';
-- expect: contoso.example pass

-- case: no table
-- server: SYNC01 active contoso.example
-- derived:
DELETE FROM knowledge_table;
-- expect: contoso.example fail table of releases

-- case: a table of another name
-- server: SYNC01 active contoso.example
-- derived:
DELETE FROM knowledge_table WHERE name = 'entra_connect';
-- expect: contoso.example fail table of releases

-- case: a version newer than the table
-- server: SYNC01 active contoso.example 2.6.3.0
-- server: SYNC02 staging contoso.example 2.6.3.1
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
DELETE FROM knowledge_release WHERE version_key > version_key('2.6.3');
-- expect: contoso.example warn SYNC02

-- case: no version in the export
-- server: SYNC01 active contoso.example 2.6.3.0
-- server: SYNC02 staging contoso.example 2.6.3.0
UPDATE sync_server SET product_version = NULL WHERE target_id = 1;
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
DELETE FROM knowledge_release WHERE version_key > version_key('2.6.3');
-- expect: contoso.example unknown SYNC01

-- case: every tenant is told once
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-08-23';
-- expect: contoso.example warn table of releases
-- expect: fabrikam.example warn table of releases

-- case: a server that was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
-- expect: contoso.example unknown SYNC02

-- # Tables of hosts

-- case: tables of Windows matter where Windows was asked
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
UPDATE knowledge_table SET retrieved_on = '2026-08-23' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-08-23' WHERE name = 'sql_server';
DELETE FROM knowledge_table WHERE name = 'services';
-- expect: contoso.example warn table of Windows
-- expect: contoso.example fail table of SQL Server
-- expect: contoso.example fail table of services

-- case: and nowhere else
-- server: SYNC01 active contoso.example
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
UPDATE knowledge_table SET retrieved_on = '2025-08-23' WHERE name <> 'entra_connect';
-- expect: contoso.example pass

-- case: one server of two was asked
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
UPDATE knowledge_table SET retrieved_on = '2026-08-23' WHERE name = 'windows';
-- expect: contoso.example warn table of Windows

-- case: a server of another tenant was asked
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
-- host: SYNC02
-- derived:
UPDATE knowledge_table SET retrieved_on = '2026-11-22';
UPDATE knowledge_table SET retrieved_on = '2026-08-23' WHERE name = 'services';
-- expect: contoso.example pass
-- expect: fabrikam.example warn table of services
