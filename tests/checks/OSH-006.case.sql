-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-006.

-- case: Defender, on and current
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, 'Normal', 1, 1, 2, '1.4', '1.1', 10017);
INSERT INTO host_exclusion VALUES (1, 'path', 'C:\Program Files\Microsoft Azure AD Sync', 10017), (1, 'path', '%ProgramData%\AADConnect\*', 10017),
  (1, 'extension', '.mdf', 10017), (1, 'process', 'C:\x\miiserver.exe', 10017), (1, 'path', 'C:\tools\*.exe', 10017),
  (1, 'path', 'C:\x\a.exe', 10017), (1, 'address', '*', 10017);
-- expect: S1 pass

-- case: age of signatures at the boundaries
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
INSERT INTO host_antimalware SELECT target_id, 1, 'Normal', 1, 1, CASE target_id WHEN 1 THEN 3 WHEN 2 THEN 7 WHEN 3 THEN 8 END, '1.4', '1.1', 10017 FROM host;
-- expect: S1 warn signatures
-- expect: S2 warn signatures
-- expect: S3 fail signatures
-- expect: S4 unknown signatures

-- case: off
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
INSERT INTO host_antimalware VALUES (1, 0, NULL, 0, 0, 99, NULL, NULL, 10017), (3, 1, 'x', 0, 0, 1, NULL, NULL, 30017),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 40017);
-- expect: S1 fail product
-- expect: S2 fail product
-- expect: S3 fail real-time protection
-- expect: S3 warn tamper protection
-- expect: S4 unknown product

-- case: not told
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, NULL, NULL, NULL, NULL, NULL, NULL, 10017);
-- expect: S1 unknown real-time protection
-- expect: S1 unknown signatures
-- expect: S1 unknown tamper protection

-- case: another product
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- param: av_services = [OtherAV, x]
INSERT INTO host_antimalware VALUES (1, 1, 'Passive Mode', 0, NULL, 30, NULL, NULL, 10017), (3, 0, 'x', 0, 0, 1, NULL, NULL, 30017);
INSERT INTO host_service SELECT target_id, 'OtherAV', 'otherav', 'LocalSystem', 'localsystem', 'system', 'auto', 0, iif(target_id = 3, 'stopped', 'running'), 600, 'C:\x.exe', 0, 10004 FROM host;
INSERT INTO host_service SELECT target_id, 'WinDefend', 'windefend', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'C:\x.exe', 0, 10004 FROM host;
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 fail product

-- case: exclusions of everything
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, 'Normal', 1, 1, 0, '1.4', '1.1', 10017);
INSERT INTO host_exclusion SELECT 1, column1, column2, 10017 FROM (VALUES ('path', 'C:\'), ('path', 'd:'), ('path', 'E:\*'), ('path', 'F:\**\'),
  ('path', '*'), ('path', '*.EXE'), ('path', 'C:\*.exe'), ('extension', 'exe'), ('extension', '.EXE'), ('extension', '*.dll'), ('extension', '*'),
  ('process', '*'), ('process', '*.exe'), ('extension', 'ps1'), ('process', 'exe'));
-- expect: S1 warn exclusion of a kind of files: *
-- expect: S1 warn exclusion of a kind of files: *.dll
-- expect: S1 warn exclusion of a kind of files: .EXE
-- expect: S1 warn exclusion of a kind of files: exe
-- expect: S1 warn exclusion of a kind of files: ps1
-- expect: S1 warn exclusion of a path: *
-- expect: S1 warn exclusion of a path: *.EXE
-- expect: S1 warn exclusion of a path: C:\
-- expect: S1 warn exclusion of a path: C:\*.exe
-- expect: S1 warn exclusion of a path: E:\*
-- expect: S1 warn exclusion of a path: F:\**\
-- expect: S1 warn exclusion of a path: d:
-- expect: S1 warn exclusion of a process: *
-- expect: S1 warn exclusion of a process: *.exe

-- case: exclusions that are hidden
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, 'Normal', 1, 1, 0, '1.4', '1.1', 10017);
INSERT INTO host_exclusion VALUES (1, 'hidden', 'N/A', 10017), (1, 'hidden', 'N/B', 10017);
-- expect: S1 unknown exclusions

-- case: endpoint detection that the policy asks for
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- param: edr = required
INSERT INTO host_antimalware SELECT target_id, 1, 'Normal', 1, 1, 0, '1.4', '1.1', 10017 FROM host;
INSERT INTO host_service VALUES (1, 'Sense', 'sense', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 1, 'C:\x.exe', 0, 10004),
  (2, 'Sense', 'sense', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 1, 'C:\x.exe', 0, 10004),
  (3, 'Other', 'other', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 1, 'C:\x.exe', 0, 10004);
-- expect: S1 pass
-- expect: S2 warn endpoint detection
-- expect: S3 warn endpoint detection

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- uncovered: S1 antimalware
-- uncovered: S2 service
INSERT INTO host_antimalware VALUES (2, 1, 'Normal', 1, 1, 0, '1.4', '1.1', 10017);
-- expect: S1 unknown
-- expect: S2 unknown

-- case: a product that the policy does not name
-- server: S1 none -
-- host: S1
INSERT INTO host_service VALUES (1, 'CSFalconService', 'csfalconservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: S1 warn product

-- case: a product that the policy does not name, and that does not run
-- server: S1 none -
-- host: S1
INSERT INTO host_service VALUES (1, 'CSFalconService', 'csfalconservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: S1 fail product

-- case: a product that the policy does not name beside a passive Defender
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, 'Passive Mode', 0, 1, 1, '1.4', '1.1', 10017);
INSERT INTO host_service VALUES (1, 'CSFalconService', 'csfalconservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: S1 warn real-time protection

-- case: Defender for Endpoint is no antimalware by itself
-- server: S1 none -
-- host: S1
INSERT INTO host_service VALUES (1, 'Sense', 'sense', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: S1 fail product

-- case: the system's disk is excluded by its variable
-- server: S1 none -
-- host: S1
INSERT INTO host_antimalware VALUES (1, 1, 'Normal', 1, 1, 1, '1.4', '1.1', 10017);
INSERT INTO host_exclusion VALUES (1, 'path', '%SystemDrive%\', 10017);
-- expect: S1 warn exclusion of a path: %SystemDrive%\
