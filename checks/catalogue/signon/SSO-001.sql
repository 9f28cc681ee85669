-- SPDX-License-Identifier: Apache-2.0
-- id: SSO-001
-- title: The Seamless SSO key is rolled over regularly
-- area: sign-on
-- severity: high
-- applies: forest
-- needs: [ad_account]
-- param:
--   warn_d: 30
--   fail_d: 90
-- why: >-
--   Who holds the password of AZUREADSSOACC issues tickets for any synchronised user, unnoticed. It
--   never changes by itself; Microsoft recommends a roll-over at least every 30 days.
-- remedy: >-
--   Update-AzureADSSOForest once per forest, from one server, and never twice quickly; better, retire
--   Seamless SSO and delete the object.
-- references:
--   - Microsoft, Seamless SSO technical deep dive and FAQ
--   - Microsoft Defender for Identity, Change password for Entra seamless SSO account
--   - PingCastle T-AzureADSSO
--   - Maester MT.1084
--   - ANSSI trusts_accounts
--   - NIST SP 800-53 r5 IA-5, SC-12
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1558, T1078.004
WITH account AS (
  SELECT s.*, a.password_set_at,
         julianday(run.started_at) - julianday(a.password_set_at) AS age_d
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
    JOIN main.run
   WHERE s.role = 'sso'
),
switched AS (                                  -- what the exports of the forest's servers say
  SELECT m.forest_id,
         min(CASE lower(p.value) WHEN 'false' THEN 1 WHEN '0' THEN 1 ELSE 0 END) AS is_off,
         -- A server with several forests may have it set up in one of them only.
         max(lower(p.value) IN ('true', '1')
             AND NOT EXISTS (SELECT * FROM forest_member o JOIN account a USING (forest_id)
                              WHERE o.target_id = m.target_id)) AS is_on
    FROM forest_member m
    LEFT JOIN main.global_parameter p ON p.target_id = m.target_id
                                     AND p.name = 'Microsoft.UserSignIn.DesktopSsoEnabled'
   GROUP BY m.forest_id
)
SELECT forest AS host, name AS subject,
       'key set ' || CAST(age_d AS INTEGER) || ' days ago, on ' || substr(password_set_at, 1, 10)
         AS observed,
       'rolled over within ' || param('warn_d') || ' days; more than ' || param('fail_d')
         || ' are a failure' AS expected,
       iif(age_d > param('fail_d'), 'fail', 'warn') AS status, evidence_id AS evidence
  FROM account
 WHERE enabled AND age_d > param('warn_d')
UNION ALL
SELECT forest, name,
       iif(password_set_at IS NULL, 'the age of its key is not readable',
           'key set on ' || password_set_at || ', after this run started'),
       'the day of the last roll-over', 'unknown', evidence_id
  FROM account
 WHERE enabled AND coalesce(age_d, -2) < -1
UNION ALL
SELECT a.forest, a.name || ' / use',
       iif(a.enabled, 'exists, though Seamless SSO is off on every server of the run', 'disabled, but there'),
       'deleted when it is not used', 'warn', a.evidence_id
  FROM account a LEFT JOIN switched s USING (forest_id)
 WHERE NOT a.enabled OR s.is_off = 1
UNION ALL
SELECT forest, subject, observed, 'the computer account AZUREADSSOACC of every domain', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'sso')
UNION ALL
SELECT f.name, 'AZUREADSSOACC',
       iif(s.is_on, 'not found, though an export says that Seamless SSO is on',
           'not there: Seamless SSO is not set up in this forest'),
       'a key to roll over', iif(s.is_on, 'unknown', 'not_applicable'), f.evidence_id
  FROM forest f LEFT JOIN switched s ON s.forest_id = f.target_id
 WHERE NOT EXISTS (SELECT * FROM account a WHERE a.forest_id = f.target_id)
