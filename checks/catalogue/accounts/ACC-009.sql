-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-009
-- title: The connector account object itself is protected
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account, ad_right]
-- param:
--   tier0: []
-- why: >-
--   Who may reset the password of this account, or write its keys or its access list, may do what it
--   may do: read every password hash. In its default place it inherits the help desk's reset right
--   (advisory 4056318), and Account Operators have full control of every account that is created
--   with the schema's default access list; that is the default of AD, and a way around Tier 0 as
--   soon as somebody is a member.
-- remedy: >-
--   Run Set-ADSyncRestrictedPermissions for the account: it cuts off inheritance and leaves Tier 0
--   and reading only. Name groups of yours that are Tier 0 in tier0 (their SIDs or names).
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - Microsoft Defender for Identity, Remove unsafe permissions on sensitive Entra Connect accounts
--   - NIST SP 800-53 r5 AC-6, AC-3
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1098
--
-- # Control of a container above reaches the account as long as nothing below it blocks inheritance.
WITH tier0 AS (SELECT fold(value) AS name FROM json_each(param('tier0'))),
account AS (
  SELECT s.*, o.id AS object_id, o.readable, o.open_to_all, o.inheritance_blocked,
         o.evidence_id AS object_evidence
    FROM sync_account s
    LEFT JOIN main.ad_object o ON o.account_id = s.account_id AND o.kind = 'account'
   WHERE s.role = 'connector'
),
reached AS (                                   -- the account, then what lies above it
  SELECT a.forest, a.name, a.object_id, '' AS place, 0 AS distance, a.account_id FROM account a
   UNION ALL
  SELECT a.forest, a.name, v.object_id, ' by way of ' || o.name, v.distance, a.account_id
    FROM account a
    JOIN main.ad_above v ON v.account_id = a.account_id AND v.relation IN ('parent', 'domain')
    JOIN main.ad_object o ON o.id = v.object_id
   WHERE coalesce(a.inheritance_blocked, 0) = 0
     AND NOT EXISTS (SELECT * FROM main.ad_above n JOIN main.ad_object b ON b.id = n.object_id
                      WHERE n.account_id = a.account_id AND n.relation = 'parent'
                        AND n.distance < v.distance AND b.inheritance_blocked = 1)
)
SELECT r.forest AS host, r.name || ' / ' || t.holder AS subject,
       iif(t.is_default, 'full control, which AD gives Account Operators by default',
           group_concat(t.powers || r.place, '; ')) AS observed,
       'control by Tier 0 only' AS expected,
       iif(min(t.is_default) OR t.tier IN ('member', 'unresolved'), 'warn', 'fail') AS status, t.evidence_id AS evidence
  FROM reached r
  JOIN takeover t ON t.object_id = r.object_id AND (r.distance = 0 OR t.control)
 WHERE fold(t.sid) NOT IN (SELECT name FROM tier0) AND fold(t.holder) NOT IN (SELECT name FROM tier0)
 GROUP BY r.account_id, t.sid
UNION ALL
SELECT forest, name || ' / access list', 'none at all: everybody may do everything', 'control by Tier 0 only',
       'fail', object_evidence
  FROM account
 WHERE open_to_all = 1
UNION ALL
SELECT forest, name || ' / inheritance', 'enabled', 'blocked, as Set-ADSyncRestrictedPermissions does',
       'warn', object_evidence
  FROM account
 WHERE inheritance_blocked = 0
UNION ALL
SELECT forest, name || ' / access list', 'was not collected', 'the access list of every connector account',
       'unknown', evidence_id
  FROM account
 WHERE object_id IS NULL
UNION ALL
SELECT forest, subject, observed, 'the access list of every connector account and of what lies above it',
       'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account')
    OR (topic = 'right' AND object_id IS NULL)
    OR object_id IN (SELECT object_id FROM reached)
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT name, 'connector account', 'none is known: no server of the run uses this forest',
       'a connector account', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM account a WHERE a.forest_id = f.target_id)
