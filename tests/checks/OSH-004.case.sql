-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-004.

-- case: both run
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- setting: S1 DeviceGuard.Policy = 1
INSERT INTO host_device_guard VALUES (1, 2, 1, 1, 1, 10018), (2, 2, 0, 1, 0, 20018);
UPDATE host SET domain_role = 4 WHERE target_id = 2;
-- expect: S1 pass
-- expect: S2 pass

-- case: off
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
INSERT INTO host_device_guard VALUES (1, 0, 0, 0, 0, 10018), (2, 2, 0, 0, 1, 20018);
-- expect: S1 warn Credential Guard
-- expect: S1 warn virtualisation-based security
-- expect: S2 warn Credential Guard

-- case: off, and required
-- server: S1 none -
-- host: S1
-- param: cg = required
INSERT INTO host_device_guard VALUES (1, 0, 0, 0, 0, 10018);
-- expect: S1 fail Credential Guard
-- expect: S1 fail virtualisation-based security

-- case: configured and not running
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- setting: S1 DeviceGuard.Policy = 1
-- setting: S2 DeviceGuard.Local = 1
-- setting: S4 DeviceGuard.Policy = 0
-- setting: S4 DeviceGuard.Local = 0
INSERT INTO host_device_guard VALUES (1, 0, 1, 0, 0, 10018), (2, 0, 1, 0, 0, 20018), (3, 1, 1, 0, 0, 30018), (4, 0, 1, 0, 0, 40018);
-- expect: S1 fail virtualisation-based security
-- expect: S2 fail virtualisation-based security
-- expect: S3 fail virtualisation-based security
-- expect: S4 warn virtualisation-based security

-- case: not told
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
-- setting: S3 DeviceGuard.Local = denied
-- setting: S5 DeviceGuard.Policy = denied
INSERT INTO host_device_guard VALUES (1, NULL, NULL, NULL, NULL, 10018), (3, 0, 1, 0, 0, 30018), (4, 2, NULL, 0, 0, 40018), (5, 2, 1, 1, 1, 50018);
UPDATE host SET domain_role = 5 WHERE target_id = 4;
-- expect: S1 unknown Credential Guard
-- expect: S1 unknown virtualisation-based security
-- expect: S2 unknown device guard
-- expect: S3 unknown HKLM\DeviceGuard.Local
-- expect: S3 warn virtualisation-based security
-- expect: S4 pass
-- expect: S5 pass

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- uncovered: S1 device_guard
-- uncovered: S2 registry
INSERT INTO host_device_guard VALUES (2, 2, 1, 1, 1, 20018);
-- expect: S1 unknown
-- expect: S2 unknown
