-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-009.

-- case: the domain's time
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- forest: contoso.com
-- setting: S1 Time.Type = "NT5DS"
-- setting: S1 Time.VmProvider = 1
-- setting: S2 Time.Type = "NTP"
-- setting: S2 Time.VmProvider = 1
UPDATE host SET clock_offset_s = 500;
UPDATE host SET virtual = 'azure' WHERE target_id = 2;
UPDATE ad_forest SET clock_offset_s = 440;
INSERT INTO host_service SELECT target_id, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM host;
-- expect: S1 pass
-- expect: S2 pass

-- case: off the domain controller's clock
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- forest: contoso.com
UPDATE host SET clock_offset_s = CASE target_id WHEN 1 THEN -51 WHEN 2 THEN 310 ELSE 311 END;
UPDATE ad_forest SET clock_offset_s = 10;
INSERT INTO host_service SELECT target_id, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM host;
-- expect: S1 warn clock
-- expect: S2 warn clock
-- expect: S3 fail clock

-- case: no domain controller was asked
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- forest: fabrikam.com
UPDATE host SET clock_offset_s = CASE target_id WHEN 1 THEN 60 WHEN 2 THEN -61 WHEN 3 THEN 4000 END;
INSERT INTO host_service SELECT target_id, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM host;
-- expect: S1 pass
-- expect: S2 unknown clock
-- expect: S3 unknown clock
-- expect: S4 unknown clock

-- case: the service
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
INSERT INTO host_service VALUES (1, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'stopped', 1, 'x', 0, 10004),
  (2, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'unknown', 1, 'x', 0, 20004),
  (3, 'Other', 'other', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 30004);
-- expect: S1 warn service w32time
-- expect: S2 unknown service w32time
-- expect: S3 warn service w32time

-- case: the source
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- server: S5 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- setting: S1 Time.Type = "NoSync"
-- setting: S2 Time.VmProvider = 1
-- setting: S3 Time.VmProvider = 1
-- setting: S3 Time.Type = "AllSync"
-- setting: S4 Time.VmProvider = 0
-- setting: S4 Time.Type = "nt5ds"
-- setting: S5 Time.VmProvider = denied
-- setting: S5 Time.Type = wrong_type
UPDATE host SET virtual = iif(target_id = 3, 'azure', 'hyper-v');
INSERT INTO host_service SELECT target_id, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM host;
-- expect: S1 warn source of time
-- expect: S2 warn source of time
-- expect: S3 warn source of time
-- expect: S4 pass
-- expect: S5 unknown HKLM\Time.Type
-- expect: S5 unknown HKLM\Time.VmProvider

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- uncovered: S1 host
-- uncovered: S2 service
-- uncovered: S3 registry
-- expect: S1 unknown
-- expect: S2 unknown
-- expect: S3 unknown

-- case: a text that holds none, and a number that holds none
-- server: S1 none -
-- host: S1
-- setting: S1 Time.Type = 5
-- setting: S1 Time.VmProvider = "x"
INSERT INTO host_service VALUES (1, 'W32Time', 'w32time', 'x', 'x', 'service', 'auto', 0, 'running', 1, 'x', 0, 10004);
-- expect: S1 unknown HKLM\Time.Type
-- expect: S1 unknown HKLM\Time.VmProvider
