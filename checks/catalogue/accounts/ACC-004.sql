-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-004
-- title: The connector account has no dangerous generic right, and cannot reset or modify Tier 0 accounts
-- area: accounts
-- severity: critical
-- applies: forest
-- needs: [ad_account, ad_right]
-- why: >-
--   No feature needs full control, the right to write access lists, or rights over protected
--   accounts. With them the connector account, and so every administrator of the sync server, can
--   take over Domain Admins. Microsoft advises against -IncludeAdminSdHolders.
-- remedy: >-
--   Remove the entries at the domain head, on the OUs and on AdminSDHolder, and grant again with the
--   Set-ADSync...Permissions commands on the OUs in scope.
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - Microsoft Defender for Identity, Remove unsafe permissions on sensitive Entra Connect accounts
--   - NIST SP 800-53 r5 AC-6, AC-6(5)
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1098
--
-- # Rights through groups count, also through Everyone and Authenticated Users. "Write all properties" of
-- # users and groups is what Exchange hybrid wants: ACC-005 judges it. Accepted: anything on the one
-- # container that group or device writeback writes into.
WITH container AS (
  SELECT DISTINCT c.forest_id, dn_key(p.value) AS dn_key
    FROM forest_connector c
    JOIN main.global_parameter p ON p.target_id = c.target_id
   WHERE p.name IN ('Microsoft.GroupWriteBack.Container', 'Microsoft.DeviceWriteBack.Container')
     AND p.value LIKE '%=%'
),
held AS (
  SELECT s.forest, s.forest_id, s.name, s.account_id, o.id AS object_id, o.kind, o.name AS place,
         r.right, r.what, r.reach,
         iif(r.via_sid = s.sid, '', ' through ' || coalesce(p.name, r.via_sid)) AS through,
         s.evidence_id || coalesce(',' || o.evidence_id, '') AS evidence
    FROM sync_account s
    JOIN main.ad_account_right r ON r.account_id = s.account_id
    JOIN main.ad_object o ON o.id = r.object_id
    LEFT JOIN main.ad_principal p ON p.target_id = s.forest_id AND p.sid = r.via_sid
   WHERE s.role = 'connector' AND coalesce(o.sid, '') <> s.sid
     AND NOT EXISTS (SELECT * FROM container c
                      WHERE c.forest_id = s.forest_id AND c.dn_key = o.dn_key)
),
generic AS (                                   -- on domain heads and OUs, and what they hand down
  SELECT DISTINCT forest, forest_id, name, account_id, place, through, evidence,
         replace(right, '_', ' ') || iif(reach = 'object', '', ' of every ' || reach || ' below') AS power
    FROM held h
   WHERE kind IN ('domain', 'ou', 'container', 'configuration')
     AND (right IN ('owner', 'full_control', 'write_dacl', 'write_owner', 'all_extended_rights')
          OR (right = 'write_all_properties' AND reach = 'object'))
     AND (right IN ('owner', 'full_control')
          OR NOT EXISTS (SELECT * FROM main.ad_account_right w
                          WHERE w.account_id = h.account_id AND w.object_id = h.object_id
                            AND w.reach = h.reach AND w.right = 'full_control'))
   ORDER BY power
),
protected AS (                                 -- on what SDProp protects, and the template it copies
  SELECT DISTINCT forest, forest_id, name, account_id, object_id, kind, place, through, evidence,
         right IN ('owner', 'full_control', 'write_dacl', 'write_owner', 'all_extended_rights',
                   'write_all_properties', 'reset_password', 'add_self_as_member')
           OR what IN ('member', 'servicePrincipalName', 'msDS-KeyCredentialLink',
                       'msDS-AllowedToActOnBehalfOfOtherIdentity', 'userAccountControl', 'scriptPath',
                       'altSecurityIdentities', 'unicodePwd') AS takes_over,
         CASE right WHEN 'write_property' THEN 'write ' || what ELSE replace(right, '_', ' ') END AS power
    FROM held h
   WHERE kind IN ('adminsdholder', 'privileged') AND reach = 'object'
     AND right IN ('owner', 'full_control', 'write_dacl', 'write_owner', 'all_extended_rights',
                   'write_all_properties', 'reset_password', 'add_self_as_member', 'write_property')
     AND (right IN ('owner', 'full_control')
          OR NOT EXISTS (SELECT * FROM main.ad_account_right w
                          WHERE w.account_id = h.account_id AND w.object_id = h.object_id
                            AND w.reach = h.reach AND (w.right = 'full_control'
                                 OR (w.right = 'write_all_properties' AND h.right = 'write_property'))))
   ORDER BY power, place
)
SELECT forest AS host, name || ' on ' || place AS subject,
       group_concat(DISTINCT power || through) AS observed,
       'no generic right: only what the features need' AS expected, 'fail' AS status, evidence
  FROM generic
 GROUP BY account_id, place
UNION ALL
SELECT forest, name || ' on ' || place, group_concat(DISTINCT power || through),
       'no write to the template of protected accounts', iif(max(takes_over), 'fail', 'warn'), evidence
  FROM protected
 WHERE kind = 'adminsdholder'
 GROUP BY account_id, place
UNION ALL
SELECT forest, name || ' on protected accounts',
       group_concat(DISTINCT power || through) || ': ' || count(DISTINCT object_id) || ' of them, as '
         || min(place),
       'no right over protected accounts', iif(max(takes_over), 'fail', 'warn'), min(evidence)
  FROM protected
 WHERE kind = 'privileged'
 GROUP BY account_id
UNION ALL
SELECT forest, name || ' on computers', 'write ' || group_concat(DISTINCT what) || ' on ' || min(place),
       'no write that takes computers over', 'warn', min(evidence)
  FROM held h
 WHERE right = 'write_property' AND reach = 'computer'
   AND what IN ('msDS-KeyCredentialLink', 'msDS-AllowedToActOnBehalfOfOtherIdentity',
                'servicePrincipalName')
   AND NOT EXISTS (SELECT * FROM generic g WHERE g.account_id = h.account_id AND g.place = h.place)
 GROUP BY account_id
UNION ALL
SELECT forest, subject, observed, 'every access list on the way, and all the account''s groups',
       'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group')
    OR (topic = 'right'
        AND coalesce(kind, 'ou') IN ('domain', 'ou', 'container', 'adminsdholder', 'privileged'))
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT f.name, o.name, 'no access list at all: everybody may do everything', 'an access list', 'fail',
       o.evidence_id
  FROM main.ad_object o JOIN forest f ON f.target_id = o.target_id
 WHERE o.open_to_all = 1 AND o.kind IN ('domain', 'ou', 'container', 'adminsdholder', 'privileged')
UNION ALL
SELECT f.name, d.dns_name || ' / ' || k.column1, 'was not collected',
       'the access lists of domain head and AdminSDHolder', 'unknown', NULL
  FROM main.ad_domain d JOIN forest f USING (target_id)
  JOIN (VALUES ('domain'), ('adminsdholder')) k
 WHERE d.collected
   AND EXISTS (SELECT * FROM sync_account a WHERE a.forest_id = d.target_id
                  AND a.role = 'connector')
   AND NOT EXISTS (SELECT * FROM main.ad_object o WHERE o.domain_id = d.id AND o.kind = k.column1)
UNION ALL
SELECT name, 'connector account', 'none is known: no server of the run uses this forest',
       'a connector account', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM sync_account a
                    WHERE a.forest_id = f.target_id AND a.role = 'connector')
