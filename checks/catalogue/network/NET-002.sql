-- SPDX-License-Identifier: Apache-2.0
-- id: NET-002
-- title: No inbound rule lets everybody in
-- area: network
-- severity: high
-- applies: all
-- needs: [firewall]
-- param:
--   third_party_firewall: ""
--   rules_allowed: []
--   max_local_rules: 5
-- why: >-
--   The product needs no inbound port but those of administration: a rule that lets in any address is
--   exposure without use. Windows itself comes with such rules, among them the one of WinRM, by which the
--   server is audited; it fails here too until it is limited to the networks of the administrators.
-- remedy: >-
--   Limit the remote addresses of the rules to the networks of administrators and domain controllers, by
--   group policy; switch off what nobody uses. Name rules that must stay in the policy (rules_allowed), by
--   the name of their registry value.
-- references:
--   - Microsoft, Hybrid identity required ports and protocols
--   - NIST SP 800-53 r5 SC-7(5), AC-4
--   - NIST CSF 2.0 PR.IR-01
--
-- # Only TCP and UDP have ports: a rule of ICMP is not broad. Rules that ask for IPsec are limited. A rule whose
-- # program is System or svchost.exe without a service limits nothing.
WITH allowing AS (
  SELECT r.*,
         (r.protocol IS NULL OR (r.protocol IN (6, 17) AND r.any_local_port))
           AND (r.program IS NULL OR ((lower(r.program) = 'system' OR lower(r.program) LIKE '%svchost.exe')))
           AND coalesce(r.service, '*') = '*' AND r.package IS NULL AS wide
    FROM firewall_rule r
   WHERE r.inbound AND r.action <> 'block' AND NOT r.authenticated AND param('third_party_firewall') = ''
     AND NOT EXISTS (SELECT * FROM json_each(param('rules_allowed')) a WHERE fold(a.value) = fold(r.rule))
),
opened AS (
  SELECT id, group_concat(DISTINCT opens) AS what FROM firewall_opening GROUP BY id
),
judged AS (
  SELECT a.*, o.what,
         CASE WHEN a.remote = 'any' AND (a.wide OR o.what IS NOT NULL)
                THEN iif(a.understood AND a.certain, 'fail', 'unknown')
              WHEN NOT a.understood THEN 'unknown' END AS status
    FROM allowing a
    LEFT JOIN opened o ON o.id = a.id
)
SELECT host, 'rule ' || rule || ' (' || store || ')' AS subject,
       '"' || name || '" lets in '
         || CASE WHEN status = 'unknown' AND NOT understood THEN 'more than is understood of it'
                 WHEN wide THEN 'any address to every port'
                 ELSE 'any address to ' || replace(what, ',', ', ') END
         || ', profiles: ' || profiles
         || iif(status = 'unknown' AND understood, '; whether it holds there is not known', '') AS observed,
       'named addresses, or a rule that is switched off' AS expected, status, evidence_id AS evidence
  FROM judged
 WHERE status IS NOT NULL
UNION ALL
SELECT host, profile || ' profile',
       iif(lets_all_in, 'everything is let in, whatever the rules say', 'whether rules matter is not known'),
       'on, and blocks what no rule lets in', iif(lets_all_in, 'fail', 'unknown'), evidence_id
  FROM firewall_profile
 WHERE lets_all_in IS NOT 0 AND param('third_party_firewall') = ''
UNION ALL
SELECT host, 'rules of the server itself', count(*) || ' rules that let in were made on the server',
       'at most ' || param('max_local_rules'), 'warn', min(evidence_id)
  FROM allowing
 WHERE store = 'local' AND NOT built_in
 GROUP BY target_id
HAVING count(*) > param('max_local_rules')
UNION ALL
SELECT s.name, 'firewall profiles', 'none was seen', 'three profiles', 'unknown', NULL
  FROM server s
 WHERE param('third_party_firewall') = ''
   AND NOT EXISTS (SELECT * FROM firewall_profile p WHERE p.target_id = s.target_id)
UNION ALL
SELECT name, 'firewall', 'the policy names another product: ' || param('third_party_firewall'),
       'Windows Firewall', 'not_applicable', evidence_id
  FROM server
 WHERE param('third_party_firewall') <> ''
