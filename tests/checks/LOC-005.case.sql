-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-005.

-- case: as Windows is without the values
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC02 System.EnableLUA = 1
-- setting: SYNC02 System.LocalAccountTokenFilterPolicy = 0
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at) SELECT target_id, 'user_right', 'ok', 1, 'x', 'x' FROM host;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: user rights were not seen
-- server: SYNC01 none -
-- host: SYNC01
-- expect: SYNC01 unknown

-- case: on and off
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 System.EnableLUA = 0
-- setting: SYNC01 System.LocalAccountTokenFilterPolicy = 1
-- expect: SYNC01 fail tokens of local accounts
-- expect: SYNC01 fail user account control

-- case: values that were not seen
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 System.EnableLUA = denied
-- setting: SYNC01 System.LocalAccountTokenFilterPolicy = unread
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at) SELECT target_id, 'user_right', 'ok', 1, 'x', 'x' FROM host;
-- expect: SYNC01 unknown HKLM\System.EnableLUA
-- expect: SYNC01 unknown HKLM\System.LocalAccountTokenFilterPolicy

-- case: domain controllers
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 System.EnableLUA = 0
-- setting: SYNC02 System.LocalAccountTokenFilterPolicy = 1
-- setting: SYNC02 System.EnableLUA = denied
UPDATE host SET domain_role = target_id + 3;
-- expect: SYNC01 not_applicable local accounts
-- expect: SYNC02 not_applicable local accounts

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 registry
-- uncovered: SYNC02 host
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
