-- SPDX-License-Identifier: Apache-2.0
-- id: SSO-002
-- title: "AZUREADSSOACC is protected: AES, no delegation, no foreign control"
-- area: sign-on
-- severity: critical
-- applies: forest
-- needs: [ad_account, ad_right]
-- param:
--   tier0: []
--   tier0_ous: []
-- why: >-
--   Control of this object is sign-in as anybody in the cloud. It is created in the Computers
--   container with the schema's default access list, which gives Account Operators full control: a
--   default of AD, and a way around Tier 0 as soon as somebody is a member.
-- remedy: >-
--   Remove delegation and foreign access entries, move the object to a Tier 0 OU, set
--   msDS-SupportedEncryptionTypes to AES (24) and roll the key over, twice, with a pause. Name
--   groups of yours that are Tier 0 in tier0, your OUs of Tier 0 in tier0_ous.
-- references:
--   - Microsoft, Seamless SSO technical deep dive and FAQ
--   - Microsoft Defender for Identity, Remove Resource Based Constrained Delegation for Entra seamless SSO account
--   - Microsoft Defender for Identity, Remove unsafe permissions on sensitive Entra Connect accounts
--   - PingCastle P-UnconstrainedDelegation
--   - NIST SP 800-53 r5 AC-6, SC-13
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1558, T1098
WITH tier0 AS (SELECT fold(value) AS name FROM json_each(param('tier0'))),
tier0_ou AS (SELECT dn_key(value) AS dn_key FROM json_each(param('tier0_ous'))),
account AS (
  SELECT s.*, a.dn, a.dn_key, a.unconstrained_delegation, a.protocol_transition, a.delegate_to,
         a.acts_on_behalf, a.encryption_types, a.spns,
         o.id AS object_id, o.open_to_all, o.inheritance_blocked
    FROM sync_account s
    JOIN main.ad_account a ON a.id = s.account_id
    LEFT JOIN main.ad_object o ON o.account_id = s.account_id AND o.kind = 'account'
   WHERE s.role = 'sso'
),
reached AS (                                   -- the object, then what lies above it
  SELECT a.forest, a.name, a.account_id, a.object_id, '' AS place, 0 AS distance FROM account a
   UNION ALL
  SELECT a.forest, a.name, a.account_id, v.object_id, o.name, v.distance
    FROM account a
    JOIN main.ad_above v ON v.account_id = a.account_id AND v.relation IN ('parent', 'domain')
    JOIN main.ad_object o ON o.id = v.object_id
   WHERE coalesce(a.inheritance_blocked, 0) = 0
     AND NOT EXISTS (SELECT * FROM main.ad_above n JOIN main.ad_object b ON b.id = n.object_id
                      WHERE n.account_id = a.account_id AND n.relation = 'parent'
                        AND n.distance < v.distance AND b.inheritance_blocked = 1)
)
SELECT r.forest AS host, r.name || ' / ' || t.holder AS subject,
       iif(min(t.is_default), 'full control, which AD gives Account Operators by default',
           -- on the object itself, else over what lies above it
           trim(coalesce(max(iif(r.distance = 0, t.powers, NULL)), '')
                || coalesce('; control of '
                            || replace(group_concat(DISTINCT nullif(r.place, '')), ',', ', '), ''), '; '))
         AS observed,
       'control by Tier 0 only' AS expected,
       iif(min(t.is_default) OR t.tier IN ('member', 'unresolved'), 'warn', 'fail') AS status, t.evidence_id AS evidence
  FROM reached r
  JOIN takeover t ON t.object_id = r.object_id AND (r.distance = 0 OR t.control)
 WHERE fold(t.sid) NOT IN (SELECT name FROM tier0) AND fold(t.holder) NOT IN (SELECT name FROM tier0)
 GROUP BY r.account_id, t.sid
UNION ALL
SELECT forest, name || ' / access list', 'none at all: everybody may do everything', 'control by Tier 0 only',
       'fail', evidence_id
  FROM account
 WHERE open_to_all = 1
UNION ALL
SELECT forest, name || ' / delegation',
       CASE WHEN unconstrained_delegation = 1 THEN 'trusted for delegation to any service'
            WHEN acts_on_behalf <> '' THEN coalesce((SELECT group_concat(h.name, ', ') FROM holder h
                           WHERE h.forest_id = a.forest_id
                             AND ', ' || a.acts_on_behalf || ',' LIKE '%, ' || h.sid || ',%'),
                         acts_on_behalf) || ' may act on its behalf'
            WHEN protocol_transition = 1 THEN 'trusted to authenticate for delegation'
            ELSE 'may delegate to ' || delegate_to END,
       'no delegation of any kind', 'fail', evidence_id
  FROM account a
 WHERE unconstrained_delegation = 1 OR protocol_transition = 1 OR delegate_to <> '' OR acts_on_behalf <> ''
UNION ALL
SELECT forest, name || ' / flags', 'userAccountControl not readable', 'the flags of the account', 'unknown',
       evidence_id
  FROM account
 WHERE unconstrained_delegation IS NULL OR protocol_transition IS NULL
UNION ALL
SELECT forest, name || ' / encryption types',
       iif(encryption_types IS NULL, 'not set: the domain controller takes RC4',
           'set to ' || encryption_types || ': without AES'),
       'AES128 and AES256 (24)', 'warn', evidence_id
  FROM account
 WHERE coalesce(encryption_types, 0) & 24 = 0
UNION ALL
SELECT forest, name || ' / service principal names', group_concat(n.value, ', '),
       'the two of Seamless SSO only', 'warn', evidence_id
  FROM account a
  JOIN json_each('["' || replace(replace(replace(a.spns, '\', '\\'), '"', '\"'), ', ', '","') || '"]') n
 WHERE lower(n.value) NOT IN ('', 'host/aadg.windows.net.nsatc.net',
                              'host/autologon.microsoftazuread-sso.com')
 GROUP BY account_id
UNION ALL
SELECT forest, name || ' / place', dn, 'below ' || (SELECT group_concat(dn_key, ' or ') FROM tier0_ou),
       'warn', evidence_id
  FROM account a
 WHERE EXISTS (SELECT * FROM tier0_ou)
   AND NOT EXISTS (SELECT * FROM tier0_ou t
                    WHERE substr(a.dn_key, -length(t.dn_key) - 1) = ',' || t.dn_key)
UNION ALL
SELECT forest, name || ' / access list', 'was not collected', 'the access list of the account', 'unknown',
       evidence_id
  FROM account
 WHERE object_id IS NULL
UNION ALL
SELECT forest, subject, observed, 'the account, its access list and what lies above it', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'sso')
    OR (topic = 'right' AND object_id IS NULL AND forest_id IN (SELECT forest_id FROM account))
    OR object_id IN (SELECT object_id FROM reached)
UNION ALL
SELECT f.name, 'AZUREADSSOACC',
       iif(f.is_on, 'not found, though an export says that Seamless SSO is on',
           'not there: Seamless SSO is not set up in this forest'),
       'an object to protect', iif(f.is_on, 'unknown', 'not_applicable'), f.evidence_id
  FROM (SELECT f.*, EXISTS (SELECT * FROM forest_member m
                              JOIN main.global_parameter p ON p.target_id = m.target_id
                             WHERE m.forest_id = f.target_id AND lower(p.value) IN ('true', '1')
                               AND p.name = 'Microsoft.UserSignIn.DesktopSsoEnabled'
                               AND NOT EXISTS (SELECT * FROM forest_member o JOIN account a USING (forest_id)
                                                WHERE o.target_id = m.target_id)) AS is_on
          FROM forest f) f
 WHERE NOT EXISTS (SELECT * FROM account a WHERE a.forest_id = f.target_id)
