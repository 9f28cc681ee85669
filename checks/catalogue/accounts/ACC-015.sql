-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-015
-- title: The server signs in to Entra ID with application-based authentication
-- area: accounts
-- severity: high
-- applies: all
-- needs: [connector or engine_connector or entra_credential]
-- param:
--   deadline: "2027-04-07"
--   lead_d: 120
-- why: >-
--   A Sync_ account is a cloud account with a password that lies on the server and is exempt from
--   multi-factor policies. Microsoft announced that from the deadline on only application-based
--   authentication will work.
-- remedy: >-
--   Upgrade to a current version, choose "Configure application based authentication" in the
--   wizard, verify a cycle with export, then delete the Sync_ account in Entra ID.
-- references:
--   - Microsoft, Application-based authentication
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 IA-5(2), IA-2
--   - NIST CSF 2.0 PR.AA-03
--   - MITRE ATT&CK T1078.004
--
-- # What the engine says of its credential counts; where it was not asked, or does not tell, the name of the account:
-- # that of a password account begins with Sync_.
WITH seen AS (
  SELECT s.target_id, s.name AS host, coalesce(c.account, s.entra_account) AS account, k.kind,
         coalesce(k.evidence_id, c.evidence_id, s.evidence_id) AS evidence_id,
         lower(substr(coalesce(c.account, s.entra_account), 1, 5)) AS prefix,
         julianday(param('deadline')) - julianday(date(run.started_at)) AS days_left
    FROM server s
    JOIN main.run
    LEFT JOIN main.connector c ON c.target_id = s.target_id AND c.kind = 'entra'
    LEFT JOIN main.engine_credential k ON k.target_id = s.target_id
   GROUP BY s.target_id
)
SELECT host, 'Entra ID account' AS subject,
       coalesce(nullif(account, ''), 'an account that is not named') || ', a password account' AS observed,
       'application-based authentication before ' || param('deadline') AS expected,
       CASE WHEN days_left > param('lead_d') THEN 'warn' ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM seen
 WHERE prefix = 'sync_' AND kind IS NOT 'application' OR kind = 'service_account'
UNION ALL
SELECT host, 'Entra ID account', 'an application; the connector still names ' || account,
       'an application, and no account with a password', 'warn', evidence_id
  FROM seen
 WHERE kind = 'application' AND prefix = 'sync_'
UNION ALL
SELECT host, 'Entra ID account',
       coalesce(nullif(account, ''), 'no account') || ', and nobody tells how it signs in',
       'application-based authentication', 'unknown', evidence_id
  FROM seen
 WHERE coalesce(prefix, '') <> 'sync_' AND coalesce(kind, 'unknown') = 'unknown'
