-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-001.

-- case: one active, one staging, both as declared
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE target SET declared_role = CASE id WHEN 1 THEN 'active' ELSE 'staging' END;
-- expect: contoso.example pass

-- case: two active servers
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
UPDATE target SET declared_role = 'active';
-- expect: contoso.example fail active servers

-- case: two active servers that do not tell their names
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
UPDATE target SET declared_role = 'active';
UPDATE sync_server SET server_name = NULL;
-- expect: contoso.example fail active servers

-- case: no active server
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
UPDATE target SET declared_role = 'staging';
-- expect: contoso.example fail active servers

-- case: no active server, but one that does not tell its role
-- server: SYNC01 staging contoso.example
-- server: SYNC02 unknown contoso.example
UPDATE target SET declared_role = 'staging' WHERE id = 1;
-- expect: contoso.example unknown SYNC02

-- case: a declared role does not stand in for one that was not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 unknown contoso.example
UPDATE target SET declared_role = CASE id WHEN 1 THEN 'active' ELSE 'staging' END;
-- expect: contoso.example unknown SYNC02

-- case: a server that was not collected could be the second active one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 failed -
UPDATE target SET declared_role = CASE id WHEN 1 THEN 'active' ELSE 'staging' END;
-- expect: contoso.example unknown SYNC03

-- case: two active servers fail whatever was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 failed -
UPDATE target SET declared_role = 'active';
-- expect: contoso.example fail active servers
-- expect: contoso.example unknown SYNC03

-- case: two exports of one server are one server
-- server: SYNC01 active contoso.example
-- server: OLD active contoso.example
UPDATE target SET declared_role = 'active';
UPDATE sync_server SET server_name = CASE target_id WHEN 1 THEN 'SYNC01' ELSE 'sync01' END;
-- expect: contoso.example pass

-- case: the role is not the declared one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE target SET declared_role = 'active';
-- expect: contoso.example fail SYNC02

-- case: a role that was not declared is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE target SET declared_role = 'active' WHERE id = 1;
-- expect: contoso.example pass

-- case: an active server of a tenant that is not known could be the second one
-- server: SYNC01 active contoso.example
-- server: SYNC02 active -
UPDATE target SET declared_role = 'active';
-- expect: contoso.example unknown active servers

-- case: the only active server does not tell its tenant
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active -
UPDATE target SET declared_role = CASE id WHEN 1 THEN 'staging' ELSE 'active' END;
-- expect: contoso.example unknown active servers

-- case: two certainly active servers and a doubtful one
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active -
UPDATE target SET declared_role = 'active';
-- expect: contoso.example fail active servers

-- case: another export of the active server without its tenant changes nothing
-- server: SYNC01 active contoso.example
-- server: OLD active -
UPDATE target SET declared_role = 'active';
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: contoso.example pass

-- case: every tenant has an active server of its own
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
UPDATE target SET declared_role = 'active';
-- expect: contoso.example pass
-- expect: fabrikam.example pass

-- case: the exports of one tenant do not excuse another
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging fabrikam.example
-- server: SYNC03 active contoso.example
UPDATE target SET declared_role = CASE id WHEN 2 THEN 'staging' ELSE 'active' END;
-- expect: contoso.example fail active servers
-- expect: fabrikam.example fail active servers

-- case: the scheduler tells the role where no export does
-- server: SYNC01 none -
-- server: SYNC02 none -
-- engine: SYNC01 active
-- engine: SYNC02 staging
-- expect: contoso.example pass

-- case: two active servers by their schedulers
-- server: SYNC01 none -
-- server: SYNC02 none -
-- engine: SYNC01 active
-- engine: SYNC02 active
-- expect: contoso.example fail active servers

-- case: the export and the scheduler contradict each other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02 active
-- expect: contoso.example fail SYNC02 / role

-- case: the scheduler and the engine's parameter contradict each other
-- server: SYNC01 none -
-- server: SYNC02 active contoso.example
-- engine: SYNC01 staging
-- engine: SYNC02
UPDATE engine_parameter SET value = '0' WHERE target_id = 1;
-- expect: contoso.example fail SYNC01 / role

-- case: a parameter that is neither tells nothing
-- server: SYNC01 none -
-- server: SYNC02 active contoso.example
-- engine: SYNC01 staging
-- engine: SYNC02
UPDATE engine_parameter SET value = 'perhaps';
-- expect: contoso.example pass

-- case: an engine that did not tell, and no export
-- server: SYNC01 none -
-- server: SYNC02 active contoso.example
-- engine: SYNC01 unknown
-- engine: SYNC02
-- expect: contoso.example unknown SYNC01
