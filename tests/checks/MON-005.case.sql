-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-005.

-- case: on by default
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- expect: SYNC01 pass

-- case: switched on
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- setting: SYNC01 EntraConnect.AuditEventLogging = 1
-- expect: SYNC01 pass

-- case: switched off
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- setting: SYNC01 EntraConnect.AuditEventLogging = 0
-- expect: SYNC01 fail audit of administrators

-- case: not read
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- setting: SYNC01 EntraConnect.AuditEventLogging = denied
-- expect: SYNC01 unknown audit of administrators

-- case: not asked for
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
DELETE FROM host_setting WHERE name = 'EntraConnect.AuditEventLogging';
-- expect: SYNC01 unknown audit of administrators

-- case: a version that does not tell who it was
-- server: SYNC01 active contoso.example 2.6.83.9
-- host: SYNC01
-- expect: SYNC01 warn product version

-- case: a version without the events
-- server: SYNC01 active contoso.example 2.4.128.0
-- host: SYNC01
-- expect: SYNC01 warn product version

-- case: no version
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
UPDATE sync_server SET product_version = NULL;
-- expect: SYNC01 unknown product version

-- case: the version that Windows tells
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 EntraConnect.Version = "2.6.92.0"
-- expect: SYNC01 pass

-- case: the policy wants a later one
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- param: reliable_from = 2.7.0.0
-- expect: SYNC01 warn product version

-- case: the registry was not seen
-- server: SYNC01 active contoso.example 2.6.84.0
-- host: SYNC01
-- uncovered: SYNC01 registry
-- expect: SYNC01 unknown
