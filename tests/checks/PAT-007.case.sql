-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-007.

-- case: nothing waits
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-11-12', 'x', 10005);
-- expect: SYNC01 pass

-- case: a reboot waits for long
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.ComponentServicing = 1
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-11-12', 'x', 10005);
-- expect: SYNC01 fail pending reboot / ComponentServicing

-- case: a reboot waits since the last update
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.WindowsUpdate = 1
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-11-16', 'x', 10005);
INSERT INTO host_hotfix VALUES (1, 'KB2', '2026-01-01', 'x', 10005);
-- expect: SYNC01 warn pending reboot / WindowsUpdate

-- case: a reboot waits since the last boot
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.WindowsUpdate = 1
INSERT INTO host_hotfix VALUES (1, 'KB5000001', '2026-01-16', 'x', 10005);
UPDATE host SET booted_at = '2026-11-15T12:00:00Z';
-- expect: SYNC01 warn pending reboot / WindowsUpdate

-- case: a moment longer than is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.WindowsUpdate = 1
UPDATE host SET booted_at = '2026-11-15T11:59:00Z';
-- expect: SYNC01 fail pending reboot / WindowsUpdate

-- case: since when is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Reboot.WindowsUpdate = 1
-- setting: SYNC02 Reboot.WindowsUpdate = 1
INSERT INTO host_hotfix VALUES (1, 'KB5000001', NULL, 'x', 10005);
UPDATE host SET booted_at = NULL WHERE target_id = 2;
-- expect: SYNC01 warn pending reboot / WindowsUpdate
-- expect: SYNC02 warn pending reboot / WindowsUpdate
-- expect: SYNC02 unknown uptime

-- case: the key says no
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.WindowsUpdate = 0
-- expect: SYNC01 pass

-- case: values that were not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.WindowsUpdate = denied
-- setting: SYNC01 Reboot.ComponentServicing = unread
-- setting: SYNC01 Reboot.FileRenames = denied
-- expect: SYNC01 unknown pending reboot / WindowsUpdate
-- expect: SYNC01 unknown pending reboot / ComponentServicing

-- case: file renames
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.FileRenames = 1
-- expect: SYNC01 info pending file renames

-- case: no file renames
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 Reboot.FileRenames = 0
-- expect: SYNC01 pass

-- case: up for as long as is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET booted_at = '2026-09-23T12:00:00Z';
-- expect: SYNC01 pass

-- case: up for longer
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host SET booted_at = '2026-09-23T11:59:00Z';
-- expect: SYNC01 warn uptime

-- case: values that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_setting WHERE name = 'Reboot.WindowsUpdate';
-- expect: SYNC01 unknown pending reboot

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 host
-- uncovered: SYNC02 registry
-- uncovered: SYNC03 hotfix
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
