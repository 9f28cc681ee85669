-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-003
-- title: No unexpected principal can replicate directory secrets
-- area: accounts
-- severity: critical
-- applies: forest
-- needs: [ad_account, ad_right]
-- param:
--   dcsync_allowed: []
-- why: >-
--   Who may replicate secrets, or give himself the right, holds every password hash of the domain:
--   such an account is worth as much as the krbtgt key. Sync servers bring such accounts into a
--   forest and leave them behind, so all holders are reviewed here.
-- remedy: >-
--   Remove the access entry at the domain head. Rotate krbtgt twice if abuse cannot be excluded.
--   Name a holder that must stay in dcsync_allowed (its SID or name).
-- references:
--   - PingCastle P-DangerousExtendedRight, P-UnkownDelegation
--   - NIST SP 800-53 r5 AC-6, AC-2
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1003.006
--
-- # An owner or WriteDacl is no replication right, but one step away from it. A connector account that a
-- # server of the run uses is expected here; whether it needs the right is asked by ACC-002, whether it
-- # has wider ones by ACC-004.
WITH allowed AS (SELECT fold(value) AS name FROM json_each(param('dcsync_allowed'))),
held AS (
  SELECT o.target_id AS forest_id, f.name AS forest, o.name AS place, g.sid,
         coalesce(h.name, g.sid) AS holder, coalesce(h.tier, 'ordinary') AS tier,
         coalesce(h.class, 'unresolved') AS class,
         EXISTS (SELECT * FROM sync_account a WHERE a.forest_id = o.target_id AND a.sid = g.sid
                    AND a.role = 'connector' AND a.standing = 'uncertain') AS uncertain,
         coalesce(p.enabled, 1) AS enabled, o.evidence_id,
         CASE g.right WHEN 'owner' THEN 'owns it' WHEN 'full_control' THEN 'full control'
                      WHEN 'write_dacl' THEN 'writes the access list'
                      WHEN 'write_owner' THEN 'writes the owner'
                      WHEN 'all_extended_rights' THEN 'all extended rights'
                      ELSE 'replicates secrets' END
           || iif(g.conditional, ' (under a condition that was not evaluated)', '') AS power
    FROM main.ad_object o
    JOIN forest f ON f.target_id = o.target_id
    JOIN main.ad_grant g ON g.object_id = o.id AND g.reach = 'object'
    LEFT JOIN holder h ON h.forest_id = o.target_id AND h.sid = g.sid
    LEFT JOIN main.ad_principal p ON p.target_id = o.target_id AND p.sid = g.sid
   WHERE o.kind IN ('domain', 'configuration')
     AND g.right IN ('replicate_changes_all', 'all_extended_rights', 'full_control', 'write_dacl',
                     'write_owner', 'owner')
     AND (g.right IN ('full_control', 'owner')  -- full control says it all
          OR NOT EXISTS (SELECT * FROM main.ad_grant w
                          WHERE w.object_id = g.object_id AND w.sid = g.sid AND w.reach = g.reach
                            AND w.right = 'full_control' AND w.conditional <= g.conditional))
   ORDER BY power
)
SELECT forest AS host, holder || ' on ' || place AS subject,
       group_concat(power, ', ') || iif(enabled, '', '; disabled') AS observed,
       CASE WHEN is_allowed THEN 'allowed by dcsync_allowed: review it'
            WHEN tier = 'unresolved' THEN 'no entry of a SID that no visible account has: it was deleted, or is hidden'
            WHEN uncertain THEN 'an account of a server of the run, confirmed by its export'
            ELSE 'Tier 0, domain controllers and connector accounts of the run''s servers' END
         AS expected,
       CASE WHEN is_allowed OR tier = 'unresolved' THEN 'warn'
            WHEN uncertain THEN 'unknown' ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM (SELECT *, fold(sid) IN (SELECT name FROM allowed) OR fold(holder) IN (SELECT name FROM allowed)
                  AS is_allowed
          FROM held)
 WHERE tier NOT IN ('tier0', 'self', 'sync')
 GROUP BY forest_id, place, sid
UNION ALL
SELECT f.name, o.name, 'no access list at all: everybody may do everything', 'an access list', 'fail',
       o.evidence_id
  FROM main.ad_object o JOIN forest f ON f.target_id = o.target_id
 WHERE o.open_to_all = 1 AND o.kind IN ('domain', 'configuration')
UNION ALL
SELECT forest, subject, observed, 'the access list of every domain head', 'unknown', NULL
  FROM unseen
 WHERE topic = 'domain'
    OR (topic = 'right' AND coalesce(kind, 'domain') IN ('domain', 'configuration'))
UNION ALL
SELECT f.name, d.dns_name, 'the access list of the domain head was not collected',
       'the access list of every domain head', 'unknown', NULL
  FROM main.ad_domain d JOIN forest f USING (target_id)
 WHERE d.collected
   AND NOT EXISTS (SELECT * FROM main.ad_object o WHERE o.domain_id = d.id AND o.kind = 'domain')
