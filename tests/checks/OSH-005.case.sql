-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-005.

-- case: removed, and signing required
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- setting: S1 Smb.Server.RequireSigning = 1
-- setting: S1 Smb.Client.RequireSigning = 1
-- setting: S1 Smb.Server.SMB1 = 1
-- setting: S1 Smb.Client.Smb1Driver = denied
-- setting: S2 Smb.Server.RequireSigning = 1
-- setting: S2 Smb.Client.RequireSigning = 1
-- setting: S2 Smb.Server.SMB1 = denied
INSERT INTO host_feature VALUES (1, 'optional', 'SMB1Protocol', 'SMB 1', 'disabled', 10014), (2, 'optional', 'X', 'SMB 1', 'enabled', 20014),
  (3, 'optional', 'SMB1Protocol', 'SMB 1', 'absent', 30014);
UPDATE host SET build = 26100 WHERE target_id = 3;
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 pass

-- case: signing not required
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- setting: S1 Smb.Server.RequireSigning = 0
-- setting: S1 Smb.Client.RequireSigning = 0
-- setting: S4 Smb.Server.RequireSigning = 0
-- setting: S4 Smb.Client.RequireSigning = 1
INSERT INTO host_feature SELECT target_id, 'optional', 'X', 'x', 'enabled', 10014 FROM host;
UPDATE host SET build = CASE target_id WHEN 2 THEN 26099 WHEN 3 THEN NULL ELSE 26100 END;
-- expect: S1 warn SMB signing of the client
-- expect: S1 warn SMB signing of the server
-- expect: S2 warn SMB signing of the client
-- expect: S2 warn SMB signing of the server
-- expect: S3 unknown SMB signing of the client
-- expect: S3 unknown SMB signing of the server
-- expect: S4 warn SMB signing of the server

-- case: SMB 1 installed
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- setting: S1 Smb.Server.RequireSigning = 1
-- setting: S1 Smb.Client.RequireSigning = 1
-- setting: S1 Smb.Server.SMB1 = 1
-- setting: S1 Smb.Client.Smb1Driver = 2
-- setting: S2 Smb.Server.RequireSigning = 1
-- setting: S2 Smb.Client.RequireSigning = 1
-- setting: S3 Smb.Server.RequireSigning = 1
-- setting: S3 Smb.Client.RequireSigning = 1
-- setting: S3 Smb.Server.SMB1 = 0
-- setting: S3 Smb.Client.Smb1Driver = 4
INSERT INTO host_feature SELECT target_id, 'optional', 'SMB1Protocol', 'x', 'enabled', 10014 FROM host;
-- expect: S1 fail SMB 1 client
-- expect: S1 fail SMB 1 server
-- expect: S2 fail SMB 1 server
-- expect: S3 pass

-- case: whether SMB 1 is installed is not known
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- setting: S1 Smb.Server.RequireSigning = 1
-- setting: S1 Smb.Client.RequireSigning = 1
-- setting: S1 Smb.Client.Smb1Driver = 2
-- setting: S2 Smb.Server.RequireSigning = 1
-- setting: S2 Smb.Client.RequireSigning = 1
-- setting: S2 Smb.Server.SMB1 = 0
-- setting: S3 Smb.Server.RequireSigning = 1
-- setting: S3 Smb.Client.RequireSigning = 1
-- setting: S3 Smb.Server.SMB1 = 0
INSERT INTO host_feature VALUES (1, 'optional', 'SMB1Protocol', 'x', 'unknown', 10014), (2, 'optional', 'SMB1Protocol', 'x', 'unknown', 20014),
  (3, 'role', 'SMB1Protocol', 'x', 'disabled', 30014);
-- expect: S1 unknown SMB 1 client
-- expect: S1 unknown SMB 1 server
-- expect: S2 pass
-- expect: S3 pass

-- case: values that were not seen
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- setting: S1 Smb.Server.RequireSigning = denied
-- setting: S1 Smb.Client.RequireSigning = unread
-- setting: S2 Smb.Server.RequireSigning = 1
-- setting: S2 Smb.Client.RequireSigning = 1
-- setting: S2 Smb.Server.SMB1 = denied
-- setting: S2 Smb.Client.Smb1Driver = denied
-- uncovered: S3 registry
-- uncovered: S4 feature
INSERT INTO host_feature VALUES (1, 'optional', 'X', 'x', 'enabled', 10014), (2, 'optional', 'SMB1Protocol', 'x', 'enabled', 20014);
-- expect: S1 unknown HKLM\Smb.Client.RequireSigning
-- expect: S1 unknown HKLM\Smb.Server.RequireSigning
-- expect: S2 unknown HKLM\Smb.Client.Smb1Driver
-- expect: S2 unknown HKLM\Smb.Server.SMB1
-- expect: S3 unknown
-- expect: S4 unknown

-- case: no list of optional features
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- setting: S1 Smb.Server.RequireSigning = 1
-- setting: S1 Smb.Client.RequireSigning = 1
-- setting: S2 Smb.Server.RequireSigning = 1
-- setting: S2 Smb.Client.RequireSigning = 1
INSERT INTO host_feature VALUES (1, 'role', 'SMB1Protocol', 'x', 'disabled', 10014), (1, 'role', '481', 'x', 'enabled', 10014),
  (2, 'optional', 'X', 'x', 'enabled', 20014);
-- expect: S1 unknown SMB 1 server
-- expect: S2 pass
