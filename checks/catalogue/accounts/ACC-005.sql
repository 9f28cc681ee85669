-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-005
-- title: No rights are left over from features that are switched off
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account, ad_right]
-- confirms: [global_settings, connector]
-- param:
--   extra_aces: []
-- why: >-
--   Express setup grants the whole set once; features are switched off later and the rights stay.
--   Reset Password and "write all properties" over users are a way from the sync server to any
--   account that is not protected.
-- remedy: >-
--   Remove the surplus entries and keep the permission commands under version control. Name rights
--   that must stay in extra_aces, as this finding writes them ("write member").
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - Microsoft Defender for Identity, Remove unsafe permissions on sensitive Entra Connect accounts
--   - NIST SP 800-53 r5 AC-6, AC-6(7)
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1098
--
-- # Only rights that the account or a group of its own has: what everybody may do (Unexpire Password is
-- # granted to Authenticated Users by default) is not the account's, what Tier 0 may do is ACC-001's.
-- # mS-DS-ConsistencyGuid is always expected: it is the default anchor.
WITH extra AS (SELECT fold(value) AS power FROM json_each(param('extra_aces'))),
used_by(right, what, feature) AS (VALUES
  ('reset_password', '', 'password_writeback'),
  ('unexpire_password', '', 'password_writeback'),
  ('write_property', 'lockoutTime', 'password_writeback'),
  ('write_property', 'pwdLastSet', 'password_writeback'),
  ('write_all_properties', '', 'exchange_hybrid'),
  ('write_all_properties', '', 'group_writeback'),
  ('write_all_properties', '', 'device_writeback'),
  ('write_all_properties', '', 'user_writeback'),
  ('write_property', 'proxyAddresses', 'exchange_hybrid'),
  ('write_property', 'proxyAddresses', 'group_writeback'),
  ('write_property', 'member', 'group_writeback'),
  ('write_property', 'msDS-KeyCredentialLink', 'device_writeback'),
  ('create_child', 'group', 'group_writeback'),
  ('delete_child', 'group', 'group_writeback'),
  ('create_child', 'msDS-Device', 'device_writeback'),
  ('delete_child', 'msDS-Device', 'device_writeback'),
  ('create_child', 'user', 'user_writeback'),
  ('delete_child', 'user', 'user_writeback')
),
serves(feature, reach) AS (                    -- classes that a feature writes to
  VALUES ('exchange_hybrid', 'user'), ('exchange_hybrid', 'inetOrgPerson'),
         ('exchange_hybrid', 'group'), ('exchange_hybrid', 'contact'), ('group_writeback', 'group'),
         ('device_writeback', 'msDS-Device'), ('user_writeback', 'user')
),
held AS (
  SELECT s.forest, s.forest_id, s.name, s.account_id, o.name AS place, r.right, r.what, r.reach,
         CASE r.right WHEN 'write_property' THEN 'write ' || r.what
                      WHEN 'create_child' THEN 'create ' || r.what
                      WHEN 'delete_child' THEN 'delete ' || r.what
                      ELSE replace(r.right, '_', ' ') END AS power,
         s.evidence_id
    FROM sync_account s
    JOIN own_right r ON r.account_id = s.account_id
    JOIN main.ad_object o ON o.id = r.object_id
   WHERE s.role = 'connector' AND s.standing <> 'foreign'
     AND o.kind IN ('domain', 'ou', 'container')
     AND r.tier <> 'broad'
     AND (r.right IN ('reset_password', 'write_all_properties', 'write_property')
            AND r.reach NOT IN ('object', 'computer')
          OR r.right IN ('unexpire_password', 'create_child', 'delete_child'))
     AND NOT (r.right = 'write_property'
              AND (r.what = 'mS-DS-ConsistencyGuid'
                   OR EXISTS (SELECT * FROM own_right w
                               WHERE w.account_id = r.account_id AND w.object_id = r.object_id
                                 AND w.reach = r.reach AND w.right = 'write_all_properties')))
     AND NOT (r.right IN ('create_child', 'delete_child')
              AND EXISTS (SELECT * FROM own_right w
                           WHERE w.account_id = r.account_id AND w.object_id = r.object_id
                             AND w.reach = r.reach AND w.right = 'full_control'))
),
judged AS (                                    -- the best that any feature says for the right
  SELECT h.*,
         (SELECT max(CASE f.state WHEN 'on' THEN 2 WHEN 'unclear' THEN 1 ELSE 0 END)
            FROM used_by u
            JOIN forest_feature f ON f.forest_id = h.forest_id AND f.feature = u.feature
           WHERE u.right = h.right AND u.what = h.what
             AND (h.right <> 'write_all_properties'
                  OR EXISTS (SELECT * FROM serves v
                              WHERE v.feature = u.feature AND v.reach = h.reach))) AS need,
         h.right IN ('reset_password', 'write_all_properties') AS grave
    FROM held h
   WHERE fold(h.power) NOT IN (SELECT power FROM extra)
)
SELECT forest AS host, name || ' / ' || power AS subject,
       CASE need WHEN 1 THEN 'whether the feature that needs it is on is not known; '
                 ELSE 'no feature that is on needs it; ' END
         || iif(max(reach = 'object'), 'on ',
                'of every ' || replace(group_concat(DISTINCT reach), ',', ', ') || ' below ')
         || min(place)
         || iif(count(DISTINCT place) > 1, ' and ' || (count(DISTINCT place) - 1) || ' more', '')
         AS observed,
       'only rights of features that are on' AS expected,
       CASE WHEN need = 1 THEN 'unknown' WHEN grave THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM judged
 WHERE coalesce(need, 0) < 2
 GROUP BY account_id, power, coalesce(need, 0)
UNION ALL
SELECT forest, subject, observed, 'every access list on the way, and all the account''s groups',
       'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group')
    OR (topic = 'right' AND coalesce(kind, 'ou') IN ('domain', 'ou', 'container'))
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT f.name, d.dns_name, 'the access list of the domain head was not collected',
       'the access list of every domain head', 'unknown', NULL
  FROM main.ad_domain d JOIN forest f USING (target_id)
 WHERE d.collected
   AND EXISTS (SELECT * FROM sync_account a WHERE a.forest_id = d.target_id
                  AND a.role = 'connector' AND a.standing <> 'foreign')
   AND NOT EXISTS (SELECT * FROM main.ad_object o WHERE o.domain_id = d.id AND o.kind = 'domain')
UNION ALL
SELECT name, 'connector account', 'none is known: no server of the run uses this forest',
       'a connector account', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM sync_account a
                    WHERE a.forest_id = f.target_id AND a.role = 'connector'
                      AND a.standing <> 'foreign')
