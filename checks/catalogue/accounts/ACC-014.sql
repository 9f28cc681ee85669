-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-014
-- title: The ADSync service runs under a virtual or managed account with few rights
-- area: accounts
-- severity: high
-- applies: all
-- confirms: [service, ad_account]
-- param:
--   pw_fail_d: 365
-- why: >-
--   The service account's keys protect all secrets of the connectors: whoever has the account has
--   them. A password that people know, or that other computers may read, is a way to them. Which
--   account the service uses only the server tells; AD tells what that account may, and who may read
--   its password.
-- remedy: >-
--   The account cannot be changed after installation: build a new server with a virtual or group
--   managed service account and swing over. Let only the sync servers' computers read the password
--   of a group managed account.
-- references:
--   - Microsoft, Accounts and permissions
--   - NIST SP 800-53 r5 AC-6, IA-5
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1003.004
WITH service AS (                              -- accounts of services, by the server that uses them
  SELECT DISTINCT m.name AS host, m.target_id, s.account_id, s.forest_id, s.name, a.class, a.evidence_id,
         a.password_set_at,
         julianday(run.started_at) - julianday(a.password_set_at) AS age_d
    FROM sync_account s
    JOIN main.ad_account a ON a.id = s.account_id
    JOIN machine m ON ', ' || s.servers || ',' LIKE '%, ' || m.machine || ',%'
    JOIN main.run
   WHERE s.role = 'service' AND s.enabled
),
reader AS (                                    -- of a managed password, beside declared sync servers
  SELECT v.*, g.sid, coalesce(h.name, g.sid) AS reader, coalesce(h.tier, 'ordinary') AS tier,
         coalesce(h.class, 'unresolved') AS reader_class,
         EXISTS (SELECT * FROM sync_account c
                  WHERE c.forest_id = v.forest_id AND c.sid = g.sid AND c.role = 'server'
                    AND c.standing = 'uncertain') AS uncertain
    FROM service v
    JOIN main.ad_gmsa_reader g ON g.account_id = v.account_id
    LEFT JOIN holder h ON h.forest_id = v.forest_id AND h.sid = g.sid
   WHERE NOT EXISTS (SELECT * FROM sync_account c
                      WHERE c.forest_id = v.forest_id AND c.sid = g.sid AND c.role = 'server'
                        AND c.standing = 'declared')
     AND NOT (coalesce(h.class, '') = 'group' AND coalesce(h.tier, '') <> 'broad'
              AND EXISTS (SELECT * FROM main.ad_gmsa_reader n
                           WHERE n.account_id = g.account_id AND n.member_of = g.sid))
),
used AS (                                      -- what the server itself says
  SELECT s.name AS host, s.target_id, v.account, v.account_key, v.account_kind, v.evidence_id,
         EXISTS (SELECT * FROM service x            -- judged above already
                  WHERE x.target_id = s.target_id
                    AND fold(substr(x.name, instr(x.name, '\') + 1))
                        = fold(iif(instr(v.account_key, '\') > 0, substr(v.account_key, instr(v.account_key, '\') + 1),
                                   substr(v.account_key, 1, instr(v.account_key || '@', '@') - 1))))
           AS in_directory,
         EXISTS (SELECT * FROM account_name n JOIN main.ad_privileged p ON p.sid = n.sid
                  WHERE n.account_key = v.account_key AND p.member) AS is_privileged
    FROM server s
    JOIN seen c ON c.target_id = s.target_id AND c.source = 'service'
    LEFT JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'adsync'
)
SELECT host, name || ' / readers' AS subject,
       'its password may be read by ' || count(DISTINCT sid)
         || iif(count(DISTINCT sid) = 1, ' other: ', ' others: ') || group_concat(DISTINCT reader) AS observed,
       'only the computers of the audited sync servers' AS expected, 'fail' AS status,
       evidence_id AS evidence
  FROM reader
 WHERE tier <> 'tier0' AND (reader_class NOT IN ('group', 'unresolved') OR tier = 'broad') AND NOT uncertain
 GROUP BY target_id, account_id
UNION ALL
SELECT host, name || ' / readers', 'its password may be read by ' || reader || ', whose members were not seen',
       'only the computers of the audited sync servers', 'unknown', evidence_id
  FROM reader
 WHERE tier <> 'tier0' AND reader_class = 'group' AND tier <> 'broad'
UNION ALL
SELECT host, name || ' / readers', 'its password may be read by ' || reader || ', whom no visible account is',
       'only the computers of the audited sync servers', 'unknown', evidence_id
  FROM reader
 WHERE tier <> 'tier0' AND reader_class = 'unresolved' AND tier <> 'broad' AND NOT uncertain
UNION ALL
SELECT host, name || ' / readers', reader || ' may read its password, a server that nobody declared',
       'only the computers of the audited sync servers', 'unknown', evidence_id
  FROM reader
 WHERE uncertain
UNION ALL
SELECT host, name || ' / groups', 'privileged: ' || group_concat(DISTINCT coalesce(nullif(m.path, ''), m.group_sid)),
       'member of no Tier 0 or operators'' group', 'fail', evidence_id
  FROM service v JOIN main.ad_membership m ON m.account_id = v.account_id
 WHERE m.privileged
 GROUP BY target_id, v.account_id
UNION ALL
SELECT host, name,
       'an ordinary account with a password'
         || CASE WHEN age_d > param('pw_fail_d') THEN ', set ' || CAST(age_d AS INTEGER) || ' days ago'
                 WHEN age_d IS NULL THEN ', whose age is not readable' ELSE '' END,
       'a virtual, managed or group managed service account', 'warn', evidence_id
  FROM service
 WHERE class NOT IN ('msDS-GroupManagedServiceAccount', 'msDS-ManagedServiceAccount')
UNION ALL
SELECT DISTINCT v.host, u.subject, u.observed, 'everything about the account of the service', 'unknown',
       v.evidence_id
  FROM service v JOIN unseen u ON u.forest_id = v.forest_id
 WHERE u.topic IN ('domain', 'account', 'group')
UNION ALL
SELECT host, 'service ADSync / account',
       CASE WHEN account_kind IS NULL THEN 'the service is not on the server'
            WHEN account_kind IN ('none', 'unknown') THEN coalesce('not understood: ' || account, 'not told')
            WHEN is_privileged THEN account || ', a member of a protected group'
            WHEN account_kind = 'gmsa' THEN account || '; who may read its password was not seen'
            WHEN account_kind IN ('system', 'service') THEN account || ', which other services use too'
            ELSE account || ', an ordinary account with a password' END,
       'a virtual, managed or group managed service account',
       CASE WHEN account_kind = 'system' OR is_privileged THEN 'fail'
            WHEN account_kind IN ('service', 'local', 'domain') THEN 'warn'
            ELSE 'unknown' END,
       evidence_id
  FROM used
 WHERE account_kind IS NOT 'virtual' AND (NOT in_directory OR is_privileged OR account_kind NOT IN ('gmsa', 'domain'))
