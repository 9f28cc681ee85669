-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-008
-- title: No stored credentials of powerful accounts on the host
-- area: hardening
-- severity: high
-- applies: all
-- needs: [registry, service]
-- confirms: [task]
-- why: >-
--   Windows keeps the password of an account that a service or task runs as, and every local
--   administrator can read it.
-- remedy: Run services and tasks as virtual or group managed service accounts; turn automatic log-on off.
-- references:
--   - CIS Windows Server 2022 v4.0.0 18.5.1
--   - PingCastle P-ServiceDomainAdmin
--   - NIST SP 800-53 r5 AC-6, IA-5
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1003.004, T1078.002

-- Tasks keep a password when they log on with it (1, 6). Membership is told by the forest of the account: where
-- that was not asked, or hid members of groups, it stays unknown.
WITH used AS (
  SELECT s.name AS host, 'service ' || v.name AS what, v.account, v.account_key, v.account_kind, v.evidence_id
    FROM server s JOIN main.host_service v USING (target_id)
   UNION ALL
  SELECT s.name, 'task ' || t.path, t.account, t.account_key,
         iif(t.logon_type IS NULL AND t.account_kind = 'domain', 'unknown', t.account_kind), t.evidence_id
    FROM server s JOIN main.host_task t USING (target_id)
   WHERE t.logon_type IN (1, 6) OR t.logon_type IS NULL
),
judged AS (
  SELECT u.*,
         EXISTS (SELECT * FROM account_name n
                  JOIN main.ad_privileged p ON p.target_id = n.forest_id AND p.sid = n.sid AND p.member
                 WHERE n.account_key = u.account_key) AS protected,
         EXISTS (SELECT * FROM account_name n
                  JOIN main.ad_account a ON a.target_id = n.forest_id AND a.sid = n.sid
                  JOIN main.ad_account_role r ON r.account_id = a.id AND r.role = 'connector'
                 WHERE n.account_key = u.account_key) AS connector,
         u.account_key IN (SELECT account_key FROM account_domain) AS known
    FROM used u
   WHERE u.account_kind IN ('domain', 'unknown')
)
SELECT host, what AS subject,
       CASE WHEN account_kind = 'unknown' THEN coalesce('runs as ' || account, 'runs as an account')
                                               || ', of which it is not known what it is, or whether its password is kept'
            WHEN protected THEN 'runs as ' || account || ', a member of a protected group'
            WHEN connector THEN 'runs as ' || account || ', a connector account'
            WHEN known THEN 'runs as ' || account || ', whose password is kept here'
            ELSE 'runs as ' || account || '; whether it is powerful was not seen: its domain was not asked, or hid members'
       END AS observed,
       'a virtual or group managed service account' AS expected,
       CASE WHEN account_kind = 'unknown' THEN 'unknown' WHEN protected OR connector THEN 'fail'
            WHEN known THEN 'warn' ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM judged
UNION ALL
SELECT host, 'automatic log-on', 'on, and its password is kept in the registry or in the LSA', 'off', 'fail', evidence_id
  FROM setting
 WHERE name = 'Winlogon.AutoAdminLogon' AND number <> 0
UNION ALL
SELECT host, 'password of the automatic log-on', 'kept in the registry in clear text', 'none', 'warn', evidence_id
  FROM setting
 WHERE name = 'Winlogon.DefaultPassword' AND state = 'set'
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name IN ('Winlogon.AutoAdminLogon', 'Winlogon.DefaultPassword')
