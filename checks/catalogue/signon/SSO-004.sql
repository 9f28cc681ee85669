-- SPDX-License-Identifier: Apache-2.0
-- id: SSO-004
-- title: Tier 0 accounts are not synchronised, and the cloud Kerberos object is in order
-- area: sign-on
-- severity: high
-- applies: forest
-- needs: [ad_account]
-- confirms: [connector, global_settings]
-- param:
--   krbtgt_d: 90
--   allow_synced_admins: []
-- why: >-
--   A synchronised administrator makes the cloud a way into AD, by writeback and cloud Kerberos, and
--   AD a way into the cloud.
-- remedy: >-
--   Move Tier 0 accounts out of the synchronised OUs; administer the cloud with accounts of the
--   cloud. Put the privileged groups back into msDS-NeverRevealGroup of AzureADKerberos and rotate
--   its key (Set-AzureADKerberosServer -RotateServerKey). Name exceptions in allow_synced_admins.
-- references:
--   - Maester MT.1147
--   - NIST SP 800-53 r5 AC-6, AC-5
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1078.004, T1098
--
-- # Scope is that of the OU lists: nearest entry decides, exclusion wins a tie. The default rules leave
-- # critical system objects out. An adminDescription that starts with User_ excludes too; it is not read.
-- # isCriticalSystemObject is absent from every other object.
WITH allowed AS (SELECT fold(value) AS name FROM json_each(param('allow_synced_admins'))),
scope AS (                                     -- privileged accounts that an OU scope holds
  SELECT f.name AS forest, f.target_id AS forest_id, v.id AS account_id,
         coalesce(d.netbios_name, d.dns_name) || '\' || v.sam AS name, v.dn, v.member, v.critical,
         v.evidence_id, group_concat(DISTINCT c.server) AS servers,
         -- one server without the filter is enough
         min(coalesce(fold(g.value) IN ('true', '1'), 0)) AS group_filter
    FROM main.ad_privileged v
    JOIN forest f ON f.target_id = v.target_id
    JOIN main.ad_domain d ON d.id = v.domain_id
    JOIN forest_connector c ON c.forest_id = v.target_id
    JOIN main.partition p ON p.connector_id = c.connector_id AND p.selected AND p.name_key = d.dn_key
    LEFT JOIN main.global_parameter g ON g.target_id = c.target_id
                                     AND g.name = 'Microsoft.OptionalFeature.GroupFiltering'
   WHERE coalesce(v.enabled, 1) = 1
     AND fold(v.sam) NOT IN (SELECT name FROM allowed) AND fold(v.sid) NOT IN (SELECT name FROM allowed)
     AND coalesce((SELECT l.kind = 'include' FROM main.partition_container l
                    WHERE l.partition_id = p.id
                      AND (l.dn_key = v.dn_key
                           OR substr(v.dn_key, -length(l.dn_key) - 1) = ',' || l.dn_key)
                    ORDER BY length(l.dn_key) DESC, l.kind LIMIT 1),
                  NOT EXISTS (SELECT * FROM main.partition_container l
                               WHERE l.partition_id = p.id))
   GROUP BY v.id
),
kerberos AS (
  SELECT s.*, a.class, a.password_set_at,
         julianday(run.started_at) - julianday(a.password_set_at) AS age_d
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
    JOIN main.run
   WHERE s.role = 'kerberos'
),
guarded(account_id, sid, label) AS (           -- must never be revealed to the cloud, by AzureADKerberos object
  SELECT k.account_id, 'S-1-5-32-' || g.column1, g.column2
    FROM kerberos k, (VALUES (544, 'Administrators of the domain'), (548, 'Account Operators of the domain'),
                             (549, 'Server Operators of the domain'), (551, 'Backup Operators of the domain')) g
   WHERE k.class = 'computer'
   UNION ALL
  SELECT k.account_id, d.sid || '-512', 'Domain Admins of the domain'
    FROM kerberos k JOIN main.ad_domain d ON d.id = k.domain_id
   WHERE k.class = 'computer' AND d.sid IS NOT NULL
   UNION ALL
  SELECT k.account_id, d.sid || g.column1, g.column2
    FROM kerberos k JOIN main.ad_domain d ON d.target_id = k.forest_id AND d.is_root
    JOIN (VALUES ('-518', 'Schema Admins of the root'), ('-519', 'Enterprise Admins of the root')) g
   WHERE k.class = 'computer' AND d.sid IS NOT NULL
)
SELECT forest AS host, name AS subject,
       CASE WHEN member THEN 'privileged' ELSE 'adminCount is 1, though in no protected group today' END
         || ' and in the scope of ' || replace(servers, ',', ', ')
         || iif(group_filter, '; whether the filtering group holds it is not known', '') AS observed,
       'outside of every synchronised OU' AS expected,
       CASE WHEN group_filter THEN 'unknown'
            WHEN member THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM scope
 WHERE coalesce(critical, 0) = 0
UNION ALL
SELECT forest, 'critical system objects',
       count(*) || ' privileged accounts are kept out by the default rules only, as ' || min(name),
       'outside of every synchronised OU', 'warn', min(evidence_id)
  FROM scope
 WHERE critical = 1
 GROUP BY forest_id
UNION ALL
SELECT forest, name || ' / key', 'set ' || CAST(age_d AS INTEGER) || ' days ago',
       'rotated within ' || param('krbtgt_d') || ' days', 'warn', evidence_id
  FROM kerberos
 WHERE class <> 'computer' AND age_d > param('krbtgt_d')
UNION ALL
SELECT forest, name || ' / key', 'its age is not readable', 'the day of the last rotation', 'unknown',
       evidence_id
  FROM kerberos
 WHERE class <> 'computer' AND age_d IS NULL
UNION ALL
SELECT k.forest, k.name || ' / msDS-NeverRevealGroup',
       iif(EXISTS (SELECT * FROM main.ad_group n WHERE n.target_id = k.forest_id
                      AND n.purpose IN ('never_reveal', 'reveal')),
           'krbtgt_AzureAD may be told the secrets of ' || group_concat(g.label || ' (' || g.sid || ')', ', '),
           'neither this list nor msDS-RevealOnDemandGroup was visible'),
       'every privileged group, so that its secrets never reach the cloud',
       iif(EXISTS (SELECT * FROM main.ad_group n WHERE n.target_id = k.forest_id
                      AND n.purpose IN ('never_reveal', 'reveal')), 'fail', 'unknown'), k.evidence_id
  FROM guarded g JOIN kerberos k USING (account_id)
 WHERE NOT EXISTS (SELECT * FROM main.ad_group n
                    WHERE n.target_id = k.forest_id AND n.purpose = 'never_reveal'
                      AND g.sid IN (n.sid, n.member_sid))
 GROUP BY k.account_id
UNION ALL
SELECT k.forest, k.name || ' / AzureADKerberos', 'the computer object that this account belongs to was not found',
       'the lists of AzureADKerberos', 'unknown', k.evidence_id
  FROM kerberos k
 WHERE k.class <> 'computer'
   AND NOT EXISTS (SELECT * FROM kerberos c WHERE c.class = 'computer' AND c.domain_id = k.domain_id)
UNION ALL
SELECT forest, subject, observed, 'every privileged account and the cloud Kerberos object', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group', 'sso')
