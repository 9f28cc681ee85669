-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-007.

-- case: all there
-- server: S1 none -
-- host: S1
-- setting: S1 SecureBoot.Enabled = 1
INSERT INTO host_tpm VALUES (1, 1, 1, '2.0', 10019);
INSERT INTO host_volume VALUES (1, 'C:', 1, 10020);
-- expect: S1 pass

-- case: nothing there
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- setting: S2 SecureBoot.Enabled = 0
-- expect: S1 warn Secure Boot
-- expect: S1 warn TPM
-- expect: S1 warn volumes
-- expect: S2 fail Secure Boot
-- expect: S2 warn TPM
-- expect: S2 warn volumes

-- case: there, and not in use
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- setting: S1 SecureBoot.Enabled = 1
-- setting: S2 SecureBoot.Enabled = 1
-- setting: S3 SecureBoot.Enabled = 1
-- setting: S4 SecureBoot.Enabled = 1
INSERT INTO host_tpm VALUES (1, 0, 1, '2.0', 10019), (2, 1, 0, '2.0', 20019), (3, 1, NULL, '2.0', 30019), (4, NULL, 1, '2.0', 40019);
INSERT INTO host_volume VALUES (1, 'C:', 0, 10020), (2, 'C:', 2, 20020), (3, 'C:', NULL, 30020), (4, 'C:', 1, 40020), (4, 'D:', 0, 40020);
-- expect: S1 warn TPM
-- expect: S1 warn volume C:
-- expect: S2 unknown volume C:
-- expect: S2 warn TPM
-- expect: S3 unknown TPM
-- expect: S3 unknown volume C:
-- expect: S4 unknown TPM
-- expect: S4 warn volume D:

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- setting: S1 SecureBoot.Enabled = denied
-- setting: S2 SecureBoot.Enabled = 0
-- setting: S3 SecureBoot.Enabled = 1
-- setting: S4 SecureBoot.Enabled = 1
-- uncovered: S2 tpm
-- uncovered: S2 encryption
-- uncovered: S3 tpm
-- uncovered: S4 registry
INSERT INTO host_tpm VALUES (1, 1, 1, '2.0', 10019), (4, 1, 1, '2.0', 10019);
INSERT INTO host_volume SELECT target_id, 'C:', 1, 10020 FROM host WHERE target_id <> 2;
-- expect: S1 unknown HKLM\SecureBoot.Enabled
-- expect: S2 fail Secure Boot
-- expect: S3 unknown
-- expect: S4 unknown
