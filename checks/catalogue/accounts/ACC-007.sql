-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-007
-- title: All rights that the enabled features need are present
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account, ad_right]
-- confirms: [global_settings, connector]
-- why: >-
--   Rights that are missing on the standby server's account show only after failover, as permission
--   errors at export (8344), failed password resets (33004) or a stop of password hash
--   synchronisation (611).
-- remedy: >-
--   Run the Set-ADSync...Permissions command of the feature for that account, at the domain head or
--   on the OU; restore inheritance on OUs that block it.
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - NIST SP 800-53 r5 CP-4, AC-3
--   - NIST CSF 2.0 PR.IR-03
--
-- # Asked where rights are granted: at the head of every selected domain, and, for rights over users, at
-- # each OU in scope that was looked at. Nearest entry of the OU lists decides; exclusion wins a tie.
-- # A container is asked when the list names it; it need not hold users, if there are other places.
WITH wanted(feature, right, what, reach, label) AS (VALUES
  ('import', 'replicate_changes', '', 'object', 'Replicating Directory Changes'),
  ('password_hash_sync', 'replicate_changes_all', '', 'object', 'Replicating Directory Changes All'),
  ('password_writeback', 'reset_password', '', 'user', 'reset password'),
  ('password_writeback', 'write_property', 'lockoutTime', 'user', 'write lockoutTime'),
  ('password_writeback', 'write_property', 'pwdLastSet', 'user', 'write pwdLastSet'),
  ('exchange_hybrid', 'write_property', 'proxyAddresses', 'user', 'write proxyAddresses'),
  ('anchor', 'write_property', 'mS-DS-ConsistencyGuid', 'user', 'write mS-DS-ConsistencyGuid')
),
point AS (                                     -- where the rights of an account are looked for
  SELECT c.*, o.id AS object_id, o.kind, o.name AS place, o.readable, o.inheritance_blocked,
         s.name AS account_name,
         coalesce((SELECT l.kind = 'include' FROM main.partition_container l
                    WHERE l.partition_id = p.id
                      AND (l.dn_key = o.dn_key
                           OR substr(o.dn_key, -length(l.dn_key) - 1) = ',' || l.dn_key)
                    ORDER BY length(l.dn_key) DESC, l.kind LIMIT 1),
                  NOT EXISTS (SELECT * FROM main.partition_container l
                               WHERE l.partition_id = p.id)) AS in_scope,
         EXISTS (SELECT * FROM main.partition_container l
                  WHERE l.partition_id = p.id AND l.kind = 'include' AND l.dn_key = o.dn_key
                    AND o.dn_key NOT LIKE 'cn=registereddevices,%')  -- holds devices, no people
           AS is_named
    FROM forest_connector c
    JOIN sync_account s ON s.account_id = c.account_id AND s.role = 'connector'
    JOIN main.partition p ON p.connector_id = c.connector_id AND p.selected
    JOIN main.ad_domain d ON d.target_id = c.forest_id AND d.dn_key = p.name_key
    JOIN main.ad_object o ON o.domain_id = d.id AND o.kind IN ('domain', 'ou', 'container')
),
due AS (                                       -- rights that a server's account must have there
  SELECT p.*, w.right, w.what, w.reach, w.label
    FROM point p JOIN wanted w
    LEFT JOIN server_feature f ON f.connector_id = p.connector_id AND f.feature = w.feature
   WHERE p.readable
     AND (f.state = 'on' OR w.feature = 'import'
          OR (w.feature = 'anchor'
              AND EXISTS (SELECT * FROM main.global_parameter g
                           WHERE g.target_id = p.target_id
                             AND g.name = 'Microsoft.SynchronizationOption.AnchorAttribute'
                             AND fold(g.value) = fold('mS-DS-ConsistencyGuid'))))
     AND iif(w.reach = 'object', p.kind = 'domain',
             p.in_scope AND (p.kind IN ('domain', 'ou') OR p.is_named))
),
lacking AS (
  SELECT d.*,
         EXISTS (SELECT * FROM main.ad_account_right r
                  WHERE r.account_id = d.account_id AND r.object_id = d.object_id
                    AND r.right = d.right AND r.what = d.what AND r.reach = d.reach) AS conditionally,
         iif(d.inheritance_blocked = 1 AND d.kind = 'ou'
             OR d.kind = 'container'
                AND EXISTS (SELECT * FROM due o WHERE o.connector_id = d.connector_id
                               AND o.label = d.label AND o.kind <> 'container'), 1, 0) AS is_minor
    FROM due d
   WHERE NOT EXISTS (SELECT * FROM main.ad_account_right r
                      WHERE r.account_id = d.account_id AND r.object_id = d.object_id
                        AND r.right = d.right AND r.what = d.what AND r.reach = d.reach
                        AND NOT r.conditional)
)
SELECT forest AS host, server || ' / ' || account_name || ' / ' || label AS subject,
       CASE WHEN conditionally THEN 'granted under a condition that was not evaluated'
            WHEN account_id IN (SELECT account_id FROM half_seen) THEN 'not granted by what was seen of its groups'
            ELSE 'missing' END || ' on '
         || min(place)
         || iif(count(DISTINCT place) > 1, ' and ' || (count(DISTINCT place) - 1) || ' more', '')
         AS observed,
       'granted at the domain head, or on every OU and container in scope' AS expected,
       CASE WHEN conditionally OR account_id IN (SELECT account_id FROM half_seen) THEN 'unknown'
            WHEN is_minor THEN 'warn'
            ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM lacking
 GROUP BY connector_id, label, conditionally, is_minor
UNION ALL
SELECT f.forest, c.server || ' / ' || c.connector || ' / ' || replace(f.feature, '_', ' '),
       'whether the feature is on is not known', 'the switch of the feature in the export', 'unknown',
       c.evidence_id
  FROM (SELECT x.*, fo.name AS forest FROM server_feature x JOIN forest fo ON fo.target_id = x.forest_id) f
  JOIN forest_connector c USING (connector_id, forest_id)
 WHERE f.state = 'unclear'
   AND f.feature IN ('password_hash_sync', 'password_writeback', 'exchange_hybrid')
UNION ALL
SELECT c.forest, c.server || ' / ' || p.name, 'the access list of the domain head was not collected',
       'the access list of every selected domain', 'unknown', c.evidence_id
  FROM forest_connector c
  JOIN main.partition p ON p.connector_id = c.connector_id AND p.selected
 WHERE c.account_id IS NOT NULL
   AND NOT EXISTS (SELECT * FROM main.ad_object o WHERE o.target_id = c.forest_id
                      AND o.kind = 'domain' AND o.dn_key = p.name_key)
   AND coalesce(p.is_domain, 1) = 1
UNION ALL
SELECT c.forest, c.server || ' / ' || p.name || ' / containers in scope',
       count(*) || ' access lists were not collected, as that of ' || min(l.dn),
       'the access list of every container in scope', 'unknown', c.evidence_id
  FROM forest_connector c
  JOIN main.partition p ON p.connector_id = c.connector_id AND p.selected
  JOIN main.partition_container l ON l.partition_id = p.id AND l.kind = 'include'
 WHERE c.account_id IS NOT NULL AND l.dn_key <> ''
   AND NOT EXISTS (SELECT * FROM main.ad_object o
                    WHERE o.target_id = c.forest_id AND o.dn_key = l.dn_key)
 GROUP BY p.id
UNION ALL
SELECT forest, subject, observed, 'every access list on the way, and all the account''s groups',
       'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group')
    OR (topic = 'right' AND (object_id IS NULL
                             OR object_id IN (SELECT object_id FROM point
                                               WHERE in_scope OR kind = 'domain')))
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT a.forest, a.name, 'no export tells what it is used for', 'the export of its server', 'unknown',
       a.evidence_id
  FROM sync_account a
 WHERE a.role = 'connector' AND a.standing = 'uncertain' AND a.enabled
   AND NOT EXISTS (SELECT * FROM forest_member m WHERE m.forest_id = a.forest_id)
UNION ALL
SELECT name, 'connector account', 'no server of the run uses this forest', 'a connector account',
       'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM forest_member m WHERE m.forest_id = f.target_id)
   AND NOT EXISTS (SELECT * FROM sync_account a WHERE a.forest_id = f.target_id AND a.role = 'connector'
                      AND a.standing = 'uncertain' AND a.enabled)
