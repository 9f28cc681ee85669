-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-002
-- title: The connector account may replicate secrets only where password hash synchronisation needs it
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account, ad_right]
-- confirms: [global_settings, connector]
-- why: >-
--   Replicating Directory Changes All lets the holder read every password hash of the domain. Only
--   password hash synchronisation needs it; where that is off, the right is a risk without a use.
-- remedy: >-
--   Remove the access entries at the domain head, or switch password hash synchronisation on
--   deliberately. Nothing needs Replicating Directory Changes In Filtered Set.
-- references:
--   - Microsoft, Configure AD DS connector account permissions
--   - Microsoft Defender for Identity, Remove unnecessary replication permissions for Entra Connect AD DS Connector account
--   - PingCastle P-DangerousExtendedRight
--   - NIST SP 800-53 r5 AC-6
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1003.006
--
-- # Accounts that no server uses are judged by ACC-003 and ACC-013.
WITH held AS (
  SELECT s.forest, s.forest_id, s.name, s.account_id, o.name AS domain, o.dn_key, r.right,
         iif(r.via_sid = s.sid, '', ' through ' || coalesce(p.name, r.via_sid)) AS through,
         s.evidence_id || ',' || o.evidence_id AS evidence
    FROM sync_account s
    JOIN main.ad_account_right r ON r.account_id = s.account_id
    JOIN main.ad_object o ON o.id = r.object_id AND o.kind = 'domain'
    LEFT JOIN main.ad_principal p ON p.target_id = s.forest_id AND p.sid = r.via_sid
   WHERE s.role = 'connector' AND s.standing <> 'foreign' AND r.reach = 'object'
     AND r.right IN ('replicate_changes_all', 'replicate_filtered_set')
),
state AS (
  SELECT forest_id, state FROM forest_feature WHERE feature = 'password_hash_sync'
)
SELECT h.forest AS host, h.name || ' on ' || h.domain AS subject,
       'may replicate secrets' || h.through
         || iif(s.state = 'off', ', but password hash synchronisation is off',
                ', and whether password hash synchronisation is on is not known') AS observed,
       'the right only where password hash synchronisation uses it' AS expected,
       iif(s.state = 'off', 'fail', 'unknown') AS status, h.evidence
  FROM held h JOIN state s USING (forest_id)
 WHERE h.right = 'replicate_changes_all' AND s.state <> 'on'
UNION ALL
SELECT h.forest, h.name || ' on ' || h.domain,
       'may replicate secrets of a domain that no connector selects' || h.through,
       'the right in synchronised domains only', 'warn', h.evidence
  FROM held h JOIN state s USING (forest_id)
 WHERE h.right = 'replicate_changes_all' AND s.state = 'on'
   AND NOT EXISTS (SELECT * FROM forest_connector c JOIN main.partition p USING (connector_id)
                    WHERE c.forest_id = h.forest_id AND p.selected AND p.name_key = h.dn_key)
   AND NOT EXISTS (SELECT * FROM forest_member m WHERE m.forest_id = h.forest_id AND NOT m.certain)
UNION ALL
SELECT h.forest, h.name || ' on ' || h.domain || ' / filtered set',
       'may replicate the filtered attribute set too' || h.through,
       'not granted: no feature needs it', 'warn', h.evidence
  FROM held h
 WHERE h.right = 'replicate_filtered_set'
UNION ALL
SELECT forest, subject, observed, 'the access list of every domain head and all the account''s groups',
       'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group')
    OR (topic = 'right' AND coalesce(kind, 'domain') = 'domain')
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT d.forest, d.dns_name, 'the access list of the domain head was not collected',
       'the access list of every domain head', 'unknown', NULL
  FROM (SELECT f.name AS forest, d.* FROM main.ad_domain d JOIN forest f USING (target_id)) d
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
