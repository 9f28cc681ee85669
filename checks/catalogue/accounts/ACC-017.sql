-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-017
-- title: Only Tier 0 controls the sync servers' computer objects and the GPOs that apply to them
-- area: accounts
-- severity: critical
-- applies: forest
-- needs: [ad_account, ad_right]
-- param:
--   tier0: []
--   tier0_ous: []
-- why: >-
--   Who writes to the computer object, to an OU above it or to a GPO that applies to it is local
--   administrator of the sync server tomorrow, and so holds the connector account. Account Operators
--   have full control of every computer that is created with the schema's default access list: a
--   default of AD, and a way around Tier 0 as soon as somebody is a member.
-- remedy: >-
--   Move the sync servers to a Tier 0 OU with GPOs of its own and no delegation, take owner and
--   access list back to Tier 0, and remove delegation. Name groups of yours that are Tier 0 in
--   tier0 (their SIDs or names), the OUs of Tier 0 in tier0_ous (their distinguished names).
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - PingCastle P-UnconstrainedDelegation
--   - ANSSI delegation_t4d, delegation_sourcedeleg, owner
--   - NIST SP 800-53 r5 AC-6, CM-5
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1484.001, T1098
--
-- # Blocked inheritance does not help against a GPO, so every OU above counts.
WITH tier0 AS (SELECT fold(value) AS name FROM json_each(param('tier0'))),
tier0_ou AS (SELECT dn_key(value) AS dn_key FROM json_each(param('tier0_ous'))),
computer AS (
  SELECT s.*, a.dn, a.dn_key, a.unconstrained_delegation, a.protocol_transition, a.delegate_to,
         a.acts_on_behalf,
         o.id AS object_id, o.open_to_all
    FROM sync_account s
    JOIN main.ad_account a ON a.id = s.account_id
    LEFT JOIN main.ad_object o ON o.account_id = s.account_id AND o.kind = 'account'
   WHERE s.role = 'server' AND s.enabled
),
reached AS (
  SELECT c.forest, c.name, c.account_id, c.object_id, '' AS place, 'self' AS relation FROM computer c
   UNION ALL
  SELECT DISTINCT c.forest, c.name, c.account_id, v.object_id,
         iif(v.relation = 'gpo', ' over GPO ', ' over ') || o.name, v.relation
    FROM computer c
    JOIN main.ad_above v ON v.account_id = c.account_id
    JOIN main.ad_object o ON o.id = v.object_id
)
SELECT r.forest AS host, r.name || ' / ' || t.holder AS subject,
       iif(min(t.is_default), 'full control, which AD gives Account Operators by default',
           group_concat(DISTINCT t.powers || r.place)) AS observed,
       'control by Tier 0 only' AS expected,
       iif(min(t.is_default) OR t.tier IN ('member', 'unresolved'), 'warn', 'fail') AS status,
       min(t.evidence_id) AS evidence
  FROM reached r
  JOIN takeover t ON t.object_id = r.object_id
 WHERE fold(t.sid) NOT IN (SELECT name FROM tier0) AND fold(t.holder) NOT IN (SELECT name FROM tier0)
 GROUP BY r.account_id, t.sid
UNION ALL
SELECT r.forest, r.name || ' / ' || trim(r.place || ' access list'), 'none at all: everybody may do everything',
       'control by Tier 0 only', 'fail', o.evidence_id
  FROM reached r JOIN main.ad_object o ON o.id = r.object_id
 WHERE o.open_to_all = 1
UNION ALL
SELECT forest, name || ' / delegation', 'trusted for delegation to any service', 'no delegation', 'fail',
       evidence_id
  FROM computer
 WHERE unconstrained_delegation = 1
UNION ALL
SELECT forest, name || ' / acting on its behalf', 'allowed to ' || acts_on_behalf,
       'nobody: msDS-AllowedToActOnBehalfOfOtherIdentity not set', 'fail', evidence_id
  FROM computer
 WHERE acts_on_behalf <> ''
UNION ALL
SELECT forest, name || ' / constrained delegation',
       iif(protocol_transition = 1, 'with any protocol', 'with Kerberos')
         || iif(delegate_to = '', '', ', to ' || delegate_to),
       'no delegation', 'warn', evidence_id
  FROM computer
 WHERE protocol_transition = 1 OR delegate_to <> ''
UNION ALL
SELECT forest, name || ' / flags', 'userAccountControl not readable', 'the flags of every sync server',
       'unknown', evidence_id
  FROM computer
 WHERE unconstrained_delegation IS NULL OR protocol_transition IS NULL
UNION ALL
SELECT c.forest, c.name || ' / local administrator''s password',
       'readable by ' || group_concat(DISTINCT coalesce(h.name, g.sid)), 'readable by Tier 0 only', 'warn',
       c.evidence_id
  FROM computer c
  JOIN main.ad_grant g ON g.object_id = c.object_id AND g.right = 'read_secret' AND g.reach = 'object'
  LEFT JOIN holder h ON h.forest_id = c.forest_id AND h.sid = g.sid
 WHERE coalesce(h.tier, 'ordinary') NOT IN ('tier0', 'self') AND g.sid <> c.sid
   AND fold(g.sid) NOT IN (SELECT name FROM tier0) AND coalesce(fold(h.name), '') NOT IN (SELECT name FROM tier0)
   AND NOT EXISTS (SELECT * FROM takeover t WHERE t.object_id = c.object_id AND t.sid = g.sid)
 GROUP BY c.account_id
UNION ALL
SELECT forest, name || ' / place', dn, 'below ' || (SELECT group_concat(dn_key, ' or ') FROM tier0_ou),
       'warn', evidence_id
  FROM computer c
 WHERE EXISTS (SELECT * FROM tier0_ou)
   AND NOT EXISTS (SELECT * FROM tier0_ou t
                    WHERE substr(c.dn_key, -length(t.dn_key) - 1) = ',' || t.dn_key)
UNION ALL
SELECT forest, name || ' / access list', 'was not collected', 'the access list of every sync server',
       'unknown', evidence_id
  FROM computer
 WHERE object_id IS NULL
UNION ALL
SELECT m.forest, m.name, 'its computer object was not found in the directory',
       'the computer object of every sync server that uses this forest', 'unknown', NULL
  FROM forest_member m
 WHERE NOT EXISTS (SELECT * FROM computer c JOIN machine k
                    WHERE k.target_id = m.target_id
                      AND ', ' || c.servers || ',' LIKE '%, ' || k.machine || ',%')
UNION ALL
SELECT forest, subject, observed, 'the computer objects, and all that lies above them', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'computer', 'gpo', 'laps') OR (topic = 'right' AND object_id IS NULL)
    OR object_id IN (SELECT object_id FROM reached)
UNION ALL
SELECT name, 'sync servers', 'none is known: no server of the run uses this forest',
       'a sync server', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM forest_member m WHERE m.forest_id = f.target_id)
   AND NOT EXISTS (SELECT * FROM computer c WHERE c.forest_id = f.target_id)
