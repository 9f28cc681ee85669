-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-005.

-- case: supported, mainstream until today
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: supported, mainstream has ended
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 17763 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 info mainstream support of Windows

-- case: supported, and the end of support is near
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 warn support of Windows

-- case: near is what the policy says
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_eol_warn_d = 50
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 info mainstream support of Windows

-- case: the last day of the warning
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_eol_warn_d = 51
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 warn support of Windows

-- case: a year before the end
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2027-11-22' WHERE build = 14393;
-- expect: SYNC01 warn support of Windows

-- case: more than a year before the end
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2027-11-23' WHERE build = 14393;
-- expect: SYNC01 info mainstream support of Windows

-- case: the oldest entry
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 9600 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_windows SET supported = 1, support_ends_on = '2030-01-01', mainstream_ends_on = NULL
 WHERE build = 9600;
-- expect: SYNC01 pass

-- case: the greatest age that the policy leaves
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: knowledge_max_age_d = 21
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: out of support
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 9600 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail Windows
-- expect: SYNC01 fail support of Windows

-- case: the last day of the support
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2026-11-22' WHERE build = 14393;
-- expect: SYNC01 warn support of Windows

-- case: the day after the support
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2026-11-21' WHERE build = 14393;
-- expect: SYNC01 fail support of Windows

-- case: not supported by the product
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 26100 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail Windows

-- case: accepted by the policy
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_allowed = [26100]
UPDATE host SET build = 26100 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: accepted by the policy and out of support
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_allowed = [9600]
UPDATE host SET build = 9600 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail support of Windows

-- case: another build is accepted by the policy
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_allowed = [2610]
UPDATE host SET build = 26100 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail Windows

-- case: older than every entry
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 9599 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail Windows

-- case: newer than every entry, and between two
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE host SET build = 29000 WHERE target_id = 1;
UPDATE host SET build = 18000 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 unknown Windows
-- expect: SYNC02 unknown Windows
-- expect: SYNC02 warn Windows / other server

-- case: no build
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = NULL WHERE target_id = 1;
UPDATE host SET installation_type = NULL;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 unknown Windows

-- case: a client
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_allowed = [20348]
UPDATE host SET product_type = 1, installation_type = 'Client';
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail Windows

-- case: Server Core
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET installation_type = 'Server Core';
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 fail installation

-- case: an installation that is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET installation_type = NULL, product_type = NULL;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 unknown installation

-- case: another letter case
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET installation_type = 'SERVER';
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: another system than the other server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE host SET build = 17763 WHERE target_id = 2;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 pass
-- expect: SYNC02 info mainstream support of Windows
-- expect: SYNC02 warn Windows / other server

-- case: a table of exactly the greatest age
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-11-22' WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: a table that is too old proves no support
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-11-21' WHERE name = 'windows';
-- expect: SYNC01 unknown Windows

-- case: a table that is too old still proves that support ended
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 9600 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-11-21' WHERE name = 'windows';
-- expect: SYNC01 fail Windows
-- expect: SYNC01 fail support of Windows

-- case: a table that is too old, the support over since
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-11-21' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2026-11-21' WHERE build = 14393;
-- expect: SYNC01 fail support of Windows

-- case: the last day of the support by a table that is too old
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET build = 14393 WHERE target_id = 1;
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
UPDATE knowledge_table SET retrieved_on = '2025-11-21' WHERE name = 'windows';
UPDATE knowledge_windows SET support_ends_on = '2026-11-22' WHERE build = 14393;
-- expect: SYNC01 warn support of Windows
-- expect: SYNC01 unknown Windows

-- case: the policy wants a younger table
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: knowledge_max_age_d = 20
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
-- expect: SYNC01 unknown Windows

-- case: accepted by the policy, whatever the table is
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: os_allowed = [20348]
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
DELETE FROM knowledge_table WHERE name = 'windows';
-- expect: SYNC01 pass

-- case: no table
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- derived:
DELETE FROM knowledge_windows;
INSERT INTO knowledge_windows VALUES
  (14393, 'Windows Server 2016', '2022-01-11', '2027-01-12', 1),
  (17763, 'Windows Server 2019', '2024-01-09', '2029-01-09', 1),
  (20348, 'Windows Server 2022', '2026-11-22', '2031-10-14', 1),
  (26100, 'Windows Server 2025', '2029-11-13', '2034-11-14', 0),
  (9600, 'Windows Server 2012 R2', '2018-10-09', '2023-10-10', 0);
UPDATE knowledge_table SET retrieved_on = '2026-11-01' WHERE name = 'windows';
DELETE FROM knowledge_table WHERE name = 'windows';
-- expect: SYNC01 unknown Windows

-- case: the server did not answer
-- server: SYNC01 active contoso.example
-- host: SYNC01 failed
-- expect: SYNC01 unknown
