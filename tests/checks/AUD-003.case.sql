-- SPDX-License-Identifier: Apache-2.0
-- Cases of AUD-003.

-- case: two exports of one moment
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: contoso.example pass

-- case: an hour apart
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET exported_at = '2026-11-22T11:00:00Z' WHERE target_id = 2;
-- expect: contoso.example pass

-- case: more than an hour apart
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET exported_at = '2026-11-22T11:00:01Z' WHERE target_id = 2;
-- expect: contoso.example warn time between the exports

-- case: half a day apart
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET exported_at = '2026-11-21T22:00:00Z' WHERE target_id = 1;
-- expect: contoso.example warn time between the exports

-- case: more than half a day apart
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET exported_at = '2026-11-21T21:59:59Z' WHERE target_id = 1;
-- expect: contoso.example fail time between the exports

-- case: the policy allows less
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- param: spread_warn_min = 10
UPDATE sync_server SET exported_at = '2026-11-22T10:10:01Z' WHERE target_id = 2;
-- expect: contoso.example warn time between the exports

-- case: the policy fails earlier
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- param: spread_fail_min = 70
UPDATE sync_server SET exported_at = '2026-11-22T11:10:01Z' WHERE target_id = 2;
-- expect: contoso.example fail time between the exports

-- case: seven days old
-- server: SYNC01 active contoso.example
UPDATE sync_server SET exported_at = '2026-11-15T12:00:00Z' WHERE target_id = 1;
-- expect: contoso.example pass

-- case: more than seven days old
-- server: SYNC01 active contoso.example
UPDATE sync_server SET exported_at = '2026-11-15T11:59:59Z' WHERE target_id = 1;
-- expect: contoso.example warn SYNC01 / age

-- case: the policy wants younger exports
-- server: SYNC01 active contoso.example
-- param: snap_max_age_d = 2
UPDATE sync_server SET exported_at = '2026-11-20T10:00:00Z' WHERE target_id = 1;
-- expect: contoso.example warn SYNC01 / age

-- case: a clock of the easternmost time zone
-- server: SYNC01 active contoso.example
UPDATE sync_server SET exported_at = '2026-11-23T02:00:00Z' WHERE target_id = 1;
-- expect: contoso.example pass

-- case: a clock that no time zone explains
-- server: SYNC01 active contoso.example
UPDATE sync_server SET exported_at = '2026-11-23T02:00:01Z' WHERE target_id = 1;
-- expect: contoso.example fail SYNC01 / clock

-- case: no time in the export
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET exported_at = NULL WHERE target_id = 2;
-- expect: contoso.example unknown SYNC02 / time

-- case: a time that is none
-- server: SYNC01 active contoso.example
UPDATE sync_server SET exported_at = 'yesterday' WHERE target_id = 1;
-- expect: contoso.example unknown SYNC01 / time

-- case: each tenant has its own time
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
UPDATE sync_server SET exported_at = '2026-11-20T10:00:00Z' WHERE target_id = 2;
-- expect: contoso.example pass
-- expect: fabrikam.example pass

-- case: a server that was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- expect: contoso.example unknown SYNC02 / time
