-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-012
-- title: The AD connector account is in no other use
-- area: accounts
-- severity: low
-- applies: all
-- needs: [connector]
-- confirms: [service]
-- why: >-
--   The more places an account is used in, the more people can steal it, and the more breaks when
--   its password changes. Other uses than by a second sync server are not visible in an export.
-- remedy: >-
--   Give every sync server its own AD DS connector account, used for nothing else.
-- references:
--   - Microsoft, Accounts and permissions
--   - NIST SP 800-53 r5 AC-5, AC-6
--   - NIST CSF 2.0 PR.AA-05
-- # One domain may be written by its DNS name or by its short name: CONTOSO is contoso.com.
WITH account AS (
  SELECT s.name AS host, upper(coalesce(s.server_name, s.name)) AS machine, c.connector_key,
         c.name AS connector, c.account, lower(c.account) AS login,
         lower(coalesce(c.account_domain, '')) AS domain, c.evidence_id
    FROM server s
    JOIN main.connector c ON c.target_id = s.target_id
   WHERE c.kind = 'ad'
)
SELECT a.host, a.connector || ' / ' || a.account AS subject,
       'also used by ' || replace(group_concat(DISTINCT b.host), ',', ', ') AS observed,
       'an account of its own for every server' AS expected, 'warn' AS status,
       a.evidence_id || ',' || group_concat(b.evidence_id) AS evidence
  FROM account a
  JOIN account b ON b.connector_key = a.connector_key AND b.login = a.login
                AND b.machine <> a.machine
 WHERE a.login <> ''
   AND (b.domain = a.domain OR substr(b.domain, 1, length(a.domain) + 1) = a.domain || '.'
        OR substr(a.domain, 1, length(b.domain) + 1) = b.domain || '.')
 GROUP BY a.host, a.connector_key, a.login
UNION ALL
SELECT host, connector, 'no account in the export', 'the account of every AD connector', 'unknown',
       evidence_id
  FROM account
 WHERE coalesce(login, '') = ''
