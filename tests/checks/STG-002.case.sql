-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-002.

-- case: one staging server is enough
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: contoso.example pass

-- case: one staging server is enough, whatever was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 failed -
-- expect: contoso.example pass

-- case: no staging server
-- server: SYNC01 active contoso.example
-- expect: contoso.example fail staging servers

-- case: the policy asks for more
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- param: minimum = 2
-- expect: contoso.example fail staging servers

-- case: as many as the policy asks for
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- param: minimum = 2
-- expect: contoso.example pass

-- case: two exports of one staging server are one server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: OLD staging contoso.example
-- param: minimum = 2
UPDATE sync_server SET server_name = 'sync02' WHERE target_id = 3;
-- expect: contoso.example fail staging servers

-- case: two staging servers that do not tell their names are two
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- param: minimum = 2
UPDATE sync_server SET server_name = NULL;
-- expect: contoso.example pass

-- case: an older export of the active server is no staging server
-- server: SYNC01 active contoso.example
-- server: OLD staging contoso.example
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: contoso.example fail staging servers

-- case: the policy accepts a single server
-- server: SYNC01 active contoso.example
-- param: required = false
-- expect: contoso.example not_applicable staging servers

-- case: the policy accepts a single server, and there are two
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- param: required = false
-- expect: contoso.example not_applicable staging servers

-- case: a server that was not collected could be the staging one
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- expect: contoso.example unknown staging servers

-- case: a server that does not tell its role could be the staging one
-- server: SYNC01 active contoso.example
-- server: SYNC02 unknown contoso.example
-- expect: contoso.example unknown staging servers

-- case: one export of a server tells its role, the other does not
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: OLD unknown contoso.example
UPDATE sync_server SET server_name = 'SYNC02' WHERE target_id = 3;
-- expect: contoso.example unknown staging servers

-- case: a staging server that does not tell its tenant could serve another one
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging -
-- expect: contoso.example unknown staging servers

-- case: an active server that does not tell its tenant stands in for nobody
-- server: SYNC01 active contoso.example
-- server: SYNC02 active -
-- expect: contoso.example fail staging servers

-- case: a second export of the staging server without its tenant changes nothing
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: OLD staging -
UPDATE sync_server SET server_name = 'SYNC02' WHERE target_id = 3;
-- expect: contoso.example pass

-- case: the staging server of one tenant does not serve another
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
-- expect: contoso.example pass
-- expect: fabrikam.example fail staging servers
