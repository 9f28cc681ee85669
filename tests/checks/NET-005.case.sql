-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-005.

-- case: the engine reaches its domains, and Entra ID
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a domain that one server does not reach
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_domain SET reachable = 0, message = 'no answer' WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 fail domain contoso.com

-- case: no domain was tested
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
DELETE FROM engine_domain;
-- expect: SYNC01 unknown contoso.com

-- case: Entra ID a day ago, more, never, in the future, by an export
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- server: SYNC05 active contoso.example
-- engine: SYNC05
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector <> 'contoso.com' AND (number IN (1, 4) OR profile LIKE '%Import' AND target_id IN (3, 5));
UPDATE engine_run SET ended_at = iif(target_id = 1, '2026-11-21T12:00:00Z', '2026-11-21T11:59:59Z') WHERE connector <> 'contoso.com' AND profile LIKE '%Import' AND target_id < 3;
UPDATE engine_run SET started_at = '2026-11-22T12:10:00Z', ended_at = '2026-11-22T12:10:01Z' WHERE connector <> 'contoso.com' AND profile LIKE '%Import' AND target_id = 4;
-- expect: SYNC01 pass
-- expect: SYNC02 unknown contoso.example - AAD
-- expect: SYNC03 unknown contoso.example - AAD
-- expect: SYNC04 unknown contoso.example - AAD
-- expect: SYNC05 pass

-- case: a run that did not go through
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-connectivity' WHERE connector <> 'contoso.com';
-- expect: SYNC01 unknown contoso.example - AAD

-- case: no connector to Entra ID
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
DELETE FROM engine_connector WHERE kind = 'entra';
-- expect: SYNC01 unknown connector to Entra ID

-- case: not seen
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 reachability
-- uncovered: SYNC02 run_history
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: the domains of another connector, or of another server, are no test of this one
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO engine_connector SELECT target_id, 'second', 'fabrikam.com', 'ad', 'ad:fabrikam.com', 'fabrikam.com', NULL, NULL, NULL, 10103 FROM engine_connector WHERE target_id = 1 AND kind = 'ad';
DELETE FROM engine_domain WHERE target_id = 2;
-- expect: SYNC01 unknown fabrikam.com
-- expect: SYNC02 unknown contoso.com

-- case: a domain that is left out need not be reached
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01 staging
-- engine: SYNC02 staging
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 900 + target_id, target_id, connector_key, kind, guid, name, 'AD', 10000 * target_id + 103 FROM engine_connector WHERE kind = 'ad';
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
SELECT 900 + target_id, 900 + target_id, 'p', 'DC=lab, DC=Contoso, DC=com', 'x', iif(target_id = 1, 0, 1), 1 FROM engine_connector WHERE kind = 'ad';
INSERT INTO engine_domain SELECT target_id, name, 'LAB.contoso.com', 0, NULL, 10000 * target_id + 111 FROM engine_connector WHERE kind = 'ad';
-- expect: SYNC01 info domain LAB.contoso.com
-- expect: SYNC02 fail domain LAB.contoso.com

-- case: a domain that is selected and was not tested; one that is not selected, one that is no domain, one that was tested
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01 staging
-- engine: SYNC02 staging
-- engine: SYNC03 staging
-- engine: SYNC04 staging
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 900 + target_id, target_id, connector_key, kind, guid, name, 'AD', 10000 * target_id + 103 FROM engine_connector WHERE kind = 'ad';
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
SELECT 900 + target_id, 900 + target_id, 'p', iif(target_id = 4, 'DC=Contoso, DC=com', 'DC=lab, DC=Contoso, DC=com'), 'x',
       target_id <> 2, target_id <> 3 FROM engine_connector WHERE kind = 'ad';
-- expect: SYNC01 unknown contoso.com / DC=lab, DC=Contoso, DC=com
-- expect: SYNC02 pass
-- expect: SYNC03 pass
-- expect: SYNC04 pass
