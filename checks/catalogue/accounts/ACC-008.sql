-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-008
-- title: The connector accounts of active and staging server have equal rights
-- area: accounts
-- severity: high
-- applies: pair
-- needs: [connector, ad_account, ad_right]
-- why: >-
--   Credentials are part of parity, and the configuration files do not hold rights in AD. What the
--   staging server's account lacks fails only after promotion, at the worst moment.
-- remedy: >-
--   Run the same Set-ADSync...Permissions commands for the account of the staging server.
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CP-4, AC-6
--   - NIST CSF 2.0 PR.IR-03
--
-- # Effective rights, with groups but those of Tier 0 and operators (ACC-001), on domain heads, OUs, containers and AdminSDHolder. What a wider right
-- # of the same account implies is left out. Servers with one account need no comparison: ACC-012.
WITH side AS (
  SELECT p.staging AS host, p.active, a.forest_id, a.forest, a.connector, a.account_id AS active_account,
         s.account_id AS staging_account,
         (SELECT k.name FROM sync_account k WHERE k.account_id = s.account_id AND k.role = 'connector')
           AS staging_name, s.evidence_id || ',' || a.evidence_id AS evidence
    FROM pair p
    JOIN forest_connector a ON a.target_id = p.active_id
    JOIN forest_connector s ON s.target_id = p.staging_id AND s.forest_id = a.forest_id
),
place AS (
  SELECT * FROM main.ad_object
   WHERE kind IN ('domain', 'configuration', 'ou', 'container', 'adminsdholder')
),
plain AS (                                     -- without what a wider right implies
  SELECT r.account_id, r.object_id, r.right, r.what, r.reach,
         CASE r.right WHEN 'write_property' THEN 'write ' || r.what
                      WHEN 'create_child' THEN 'create ' || r.what
                      WHEN 'delete_child' THEN 'delete ' || r.what
                      ELSE replace(r.right, '_', ' ') END AS power
    FROM own_right r
   WHERE r.object_id IN (SELECT id FROM place) AND NOT r.conditional
     AND (r.right = 'full_control'
          OR NOT EXISTS (SELECT * FROM own_right w
                          WHERE w.account_id = r.account_id AND w.object_id = r.object_id
                            AND w.reach = r.reach AND NOT w.conditional
                            AND (w.right = 'full_control'
                                 OR (w.right = 'write_all_properties'
                                     AND r.right IN ('write_property', 'add_self_as_member', 'validated_spn',
                                                     'validated_dns_name'))
                                 OR (w.right = 'all_extended_rights'
                                     AND (r.right IN ('reset_password', 'unexpire_password')
                                          OR r.right LIKE 'replicate%')))))
),
difference AS (
  SELECT s.*, o.name AS place, r.power, r.reach, 'lacks' AS verb
    FROM side s JOIN plain r ON r.account_id = s.active_account JOIN place o ON o.id = r.object_id
   WHERE o.target_id = s.forest_id AND s.staging_account IS NOT NULL
     AND NOT EXISTS (SELECT * FROM main.ad_account_right x
                      WHERE x.account_id = s.staging_account AND x.object_id = r.object_id
                        AND x.right = r.right AND x.what = r.what AND x.reach = r.reach
                        AND NOT x.conditional)
  UNION ALL
  SELECT s.*, o.name, r.power, r.reach, 'has beyond'
    FROM side s JOIN plain r ON r.account_id = s.staging_account JOIN place o ON o.id = r.object_id
   WHERE o.target_id = s.forest_id AND s.active_account IS NOT NULL
     AND NOT EXISTS (SELECT * FROM main.ad_account_right x
                      WHERE x.account_id = s.active_account AND x.object_id = r.object_id
                        AND x.right = r.right AND x.what = r.what AND x.reach = r.reach
                        AND NOT x.conditional)
)
SELECT host, connector || ' / ' || power AS subject,
       iif(verb = 'lacks', 'not granted to ' || staging_name, 'granted to ' || staging_name || ' only')
         || ', on ' || min(place)
         || iif(count(DISTINCT place) > 1, ' and ' || (count(DISTINCT place) - 1) || ' more', '')
         || iif(max(reach = 'object'), '', ', of every ' || replace(group_concat(DISTINCT reach), ',', ', ')
                                             || ' below')
         AS observed,
       'the rights of the account of ' || active AS expected,
       CASE WHEN verb = 'has beyond' THEN 'warn'
            WHEN staging_account IN (SELECT account_id FROM half_seen) THEN 'unknown'
            ELSE 'fail' END AS status, evidence
  FROM difference
 GROUP BY host, active, forest_id, connector, power, verb
UNION ALL
SELECT s.host, s.connector, 'one account for both servers', 'nothing to compare', 'not_applicable',
       s.evidence
  FROM side s
 WHERE s.active_account = s.staging_account
UNION ALL
SELECT s.host, u.subject, u.observed, 'the accounts of both servers', 'unknown', s.evidence
  FROM (SELECT DISTINCT host, forest_id, evidence FROM side
         WHERE active_account IS NULL OR staging_account IS NULL) s
  JOIN connector_unseen u ON u.forest_id = s.forest_id
UNION ALL
SELECT DISTINCT s.host, u.subject, u.observed, 'every access list, and all groups of both accounts',
       'unknown', s.evidence
  FROM side s
  JOIN unseen u ON u.forest_id = s.forest_id
 WHERE coalesce(s.active_account <> s.staging_account, 1)
   AND (u.topic IN ('domain', 'group')
        OR (u.topic = 'right' AND coalesce(u.kind, 'ou')
                                    IN ('domain', 'configuration', 'ou', 'container', 'adminsdholder')))
