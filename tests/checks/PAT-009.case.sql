-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-009.

-- case: no plan, and the guided migration is there
-- server: SYNC01 active contoso.example 2.6.91.0
-- server: SYNC02 staging contoso.example 2.6.92.0
-- expect: contoso.example warn transition plan

-- case: on one of two servers is enough
-- server: SYNC01 active contoso.example 2.5.190.0
-- server: SYNC02 staging contoso.example 2.6.92.0
-- expect: contoso.example warn transition plan

-- case: no plan, and no guided migration yet
-- server: SYNC01 active contoso.example 2.6.84.0
-- expect: contoso.example pass

-- case: a plan
-- server: SYNC01 active contoso.example 2.6.92.0
-- param: plan = change 4711
-- expect: contoso.example pass

-- case: another first version in the policy
-- server: SYNC01 active contoso.example 2.6.84.0
-- param: guided_from = 2.6.84.0
-- expect: contoso.example warn transition plan

-- case: each tenant needs a plan of its own
-- server: SYNC01 active contoso.example 2.6.92.0
-- server: SYNC02 active fabrikam.example 2.5.190.0
-- expect: contoso.example warn transition plan
-- expect: fabrikam.example pass

-- case: no version in the export
-- server: SYNC01 active contoso.example 2.6.92.0
-- server: SYNC02 staging contoso.example 2.6.92.0
UPDATE sync_server SET product_version = NULL WHERE target_id = 2;
-- expect: contoso.example warn transition plan
-- expect: contoso.example unknown SYNC02

-- case: no version in the export, but a plan
-- server: SYNC01 active contoso.example 2.6.92.0
-- param: plan = change 4711
UPDATE sync_server SET product_version = NULL;
-- expect: contoso.example pass

-- case: a server that was not collected
-- server: SYNC01 active contoso.example 2.6.92.0
-- server: SYNC02 failed -
-- expect: contoso.example unknown

-- # With the registry

-- case: the version that Windows tells
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 EntraConnect.Version = "2.6.92.0"
-- expect: (tenant not known) warn transition plan
