-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-006.

-- case: as setup leaves it
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: each right that writes, by itself
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- server: S7 staging contoso.example
-- server: S8 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- host: S7
-- host: S8
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
-- engine: S7
-- engine: S8
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 9, 'S-1-5-11', 1, 4, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (301, 9, 'S-1-5-11', 1, 64, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (401, 9, 'S-1-5-11', 1, 65536, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (501, 9, 'S-1-5-11', 1, 262144, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (601, 9, 'S-1-5-11', 1, 524288, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (701, 9, 'S-1-5-11', 1, 268435456, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (801, 9, 'S-1-5-11', 1, 1073741824, 0, 0, 0, 0);
-- expect: S1 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S2 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S3 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S4 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S5 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S6 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S7 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S8 fail program / C:\Program Files\Microsoft Azure AD Sync / write

-- case: rights that write nothing
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-11', 1, 1180089, 0, 0, 0, 0);
-- expect: SYNC01 pass

-- case: everybody, by any name
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- server: S7 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- host: S7
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
-- engine: S7
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-1-0', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 9, 'S-1-5-32-545', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (301, 9, 'S-1-5-4', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (401, 9, 'S-1-5-21-1-1-101-513', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (501, 9, 'S-1-5-21-1-1-101-514', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (601, 9, 'S-1-5-21-1-1-101-515', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (701, 9, 'S-1-5-7', 1, 2, 0, 0, 0, 0);
-- expect: S1 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S2 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S3 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S4 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S5 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S6 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S7 fail program / C:\Program Files\Microsoft Azure AD Sync / write

-- case: somebody
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-21-1-1-101-1105', 1, 2032127, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (101, 10, 'S-1-5-21-1-1-101-512', 1, 2032127, 0, 0, 0, 0);
-- expect: SYNC01 pass

-- case: who can read what
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-32-545', 1, 1, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (102, 9, 'S-1-5-32-545', 1, 1, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (103, 9, 'S-1-5-32-545', 1, 1, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (104, 9, 'S-1-5-32-545', 1, 1, 0, 0, 0, 0);
-- expect: SYNC01 warn data / C:\Program Files\Microsoft Azure AD Sync\Data / read
-- expect: SYNC01 warn settings / C:\ProgramData\AADConnect / read
-- expect: SYNC01 fail database / C:\Program Files\Microsoft Azure AD Sync\Data\ADSync / read

-- case: an export that anybody can read, and a generic right
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE host_folder SET role = 'export', path = 'D:\Export' WHERE id = 104;
INSERT INTO host_folder_ace VALUES (104, 9, 'S-1-5-11', 1, 2147483648, 0, 0, 0, 0);
-- expect: SYNC01 fail export / D:\Export / read

-- case: entries for what lies below
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-11', 1, 2032127, 0, 0, 1, 0);
INSERT INTO host_folder_ace VALUES (104, 9, 'S-1-5-11', 1, 2032127, 0, 0, 1, 0);
-- expect: SYNC01 pass

-- case: a denial before counts, one after does not
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-1-0', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (101, 10, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 9, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 10, 'S-1-1-0', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (301, 9, 'S-1-1-0', 0, 2, 0, 0, 1, 0);
INSERT INTO host_folder_ace VALUES (301, 10, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
-- expect: SYNC01 pass
-- expect: SYNC02 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: SYNC03 fail program / C:\Program Files\Microsoft Azure AD Sync / write

-- case: a denial of one right leaves the others
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-1-0', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (101, 10, 'S-1-5-11', 1, 6, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 9, 'S-1-1-0', 0, 268435456, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 10, 'S-1-5-11', 1, 2032127, 0, 0, 0, 0);
-- expect: SYNC01 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: SYNC02 pass

-- case: whom a denial names
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
INSERT INTO host_folder_ace VALUES (101, 9, 'S-1-5-11', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (101, 10, 'S-1-5-32-545', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 9, 'S-1-5-32-545', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (201, 10, 'S-1-5-21-1-1-101-513', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (301, 9, 'S-1-5-7', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (301, 10, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (401, 9, 'S-1-5-11', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (401, 10, 'S-1-1-0', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (501, 9, 'S-1-5-32-546', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (501, 10, 'S-1-5-32-546', 1, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (601, 9, 'S-1-5-21-1-1-101-1105', 0, 2, 0, 0, 0, 0);
INSERT INTO host_folder_ace VALUES (601, 10, 'S-1-5-11', 1, 2, 0, 0, 0, 0);
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S4 fail program / C:\Program Files\Microsoft Azure AD Sync / write
-- expect: S5 pass
-- expect: S6 fail program / C:\Program Files\Microsoft Azure AD Sync / write

-- case: owners
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- server: S7 staging contoso.example
-- server: S8 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- host: S7
-- host: S8
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
-- engine: S7
-- engine: S8
UPDATE host_folder SET owner_sid = CASE target_id WHEN 1 THEN 'S-1-5-18' WHEN 2 THEN 'S-1-5-80-956008885-1' WHEN 3 THEN 'S-1-5-21-5-6-7-500' WHEN 4 THEN 'S-1-5-21-5-6-7-512' WHEN 5 THEN 'S-1-5-21-5-6-7-1105' WHEN 6 THEN 'S-1-5-32-545' WHEN 7 THEN 'S-1-5-21-5-6-7-513' END WHERE role = 'program';
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 pass
-- expect: S4 pass
-- expect: S5 warn program / C:\Program Files\Microsoft Azure AD Sync / owner
-- expect: S6 fail program / C:\Program Files\Microsoft Azure AD Sync / owner
-- expect: S7 fail program / C:\Program Files\Microsoft Azure AD Sync / owner
-- expect: S8 unknown program / C:\Program Files\Microsoft Azure AD Sync / owner

-- case: no entries, and no folder
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
DELETE FROM host_folder_ace WHERE folder_id = 102;
UPDATE host_folder SET exists_there = 0, owner_sid = NULL WHERE id IN (201, 303);
DELETE FROM host_folder_ace WHERE folder_id IN (201, 303);
DELETE FROM host_folder_ace WHERE folder_id BETWEEN 400 AND 499;
DELETE FROM host_folder WHERE target_id = 4;
-- expect: SYNC01 unknown data / C:\Program Files\Microsoft Azure AD Sync\Data / rights
-- expect: SYNC02 unknown program
-- expect: SYNC03 pass
-- expect: SYNC04 unknown program

-- case: the path of the service
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, path, unquoted, evidence_id) VALUES (1, 'ADSync', 'adsync', 'virtual', 'auto', 'running', 'C:\Program Files\x.exe', 1, 10004), (2, 'ADSync', 'adsync', 'virtual', 'auto', 'running', '"C:\x y.exe"', 0, 20004), (2, 'Other', 'other', 'virtual', 'auto', 'running', 'C:\x y.exe', 1, 20004);
-- expect: SYNC01 warn service ADSync
-- expect: SYNC02 pass

-- case: not seen
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 file_right
-- uncovered: SYNC02 service
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
