-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-010
-- title: The connector account's password is rotated
-- area: accounts
-- severity: medium
-- applies: forest
-- needs: [ad_account]
-- param:
--   pw_warn_d: 90
--   pw_fail_d: 365
-- why: >-
--   The password never expires by default, and everybody who was administrator of the sync server
--   since it was set may know it. Defender for Identity flags 90 days, the STIG asks for a change
--   at least yearly and whenever an administrator leaves.
-- remedy: >-
--   Change it with Add-ADSyncADDSConnectorAccount or in the Synchronization Service Manager on the
--   server that uses the account; if two servers share it, on the other one too.
-- references:
--   - Microsoft Defender for Identity, Rotate password for Entra Connect AD DS Connector account
--   - Microsoft, Changing the AD DS connector account password
--   - STIG Windows Server 2022 WN22-00-000060 (V-254243)
--   - ANSSI password_change_priv
--   - NIST SP 800-53 r5 IA-5(1), IA-5
--   - NIST CSF 2.0 PR.AA-01
WITH account AS (
  SELECT s.forest, s.name, a.password_set_at, a.evidence_id,
         julianday(run.started_at) - julianday(a.password_set_at) AS age_d
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
    JOIN main.run
   WHERE s.role = 'connector' AND s.enabled AND s.standing <> 'foreign'
)
SELECT forest AS host, name AS subject,
       'set ' || CAST(age_d AS INTEGER) || ' days ago, on ' || substr(password_set_at, 1, 10) AS observed,
       'changed within ' || param('pw_warn_d') || ' days; more than ' || param('pw_fail_d')
         || ' are a failure' AS expected,
       iif(age_d > param('pw_fail_d'), 'fail', 'warn') AS status, evidence_id AS evidence
  FROM account
 WHERE age_d > param('pw_warn_d')
UNION ALL
SELECT forest, name,
       iif(password_set_at IS NULL, 'not readable, or to be changed at the next log-on',
           'set on ' || password_set_at || ', after this run started'),
       'the day of the last change', 'unknown', evidence_id
  FROM account
 WHERE coalesce(age_d, -2) < -1
UNION ALL
SELECT forest, subject, observed, 'every connector account', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account')
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT name, 'connector account', 'none is in use by a server of the run', 'a connector account',
       'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM account a WHERE a.forest = f.name)
