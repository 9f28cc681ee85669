-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-008.

-- case: runs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AATPSensorUpdater', 'aatpsensorupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: recommended, and nowhere
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- expect: SYNC01 info sensor
-- expect: SYNC02 info sensor

-- case: recommended, and on one server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass
-- expect: SYNC02 warn sensor

-- case: stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn sensor

-- case: another agent on the other server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 info sensor
-- expect: SYNC02 info sensor

-- case: the one on the other server is stopped too
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn sensor
-- expect: SYNC02 info sensor

-- case: required
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: identity_detection = MDI
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail sensor
-- expect: SYNC02 fail sensor

-- case: it may be running
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: identity_detection = mdi
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown sensor
-- expect: SYNC02 unknown sensor

-- case: the updater is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AATPSensorUpdater', 'aatpsensorupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn updater of the sensor

-- case: something else watches
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: identity_detection = other
INSERT INTO host_service VALUES (1, 'AATPSensor', 'aatpsensor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AATPSensorUpdater', 'aatpsensorupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 not_applicable sensor

-- case: nothing has to
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: identity_detection = None
INSERT INTO host_service VALUES (1, 'AATPSensorUpdater', 'aatpsensorupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 not_applicable sensor

-- case: the services were not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 service
-- expect: SYNC01 unknown
