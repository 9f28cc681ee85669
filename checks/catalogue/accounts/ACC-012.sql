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
--   its password changes. An export shows a second sync server; AD shows an account of a service and
--   the server that the account was made for; other uses only the servers themselves show.
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
UNION ALL
SELECT c.server, c.connector || ' / ' || c.account, 'the directory knows it as the account of a service',
       'an account of its own for every purpose', 'fail', c.evidence_id || ',' || s.evidence_id
  FROM forest_connector c
  JOIN sync_account s ON s.account_id = c.account_id AND s.role = 'service'
UNION ALL
SELECT c.server, c.connector || ' / ' || c.account || ' / description',
       'the directory says that it belongs to ' || group_concat(DISTINCT r.server),
       'an account of its own for every server', 'warn', c.evidence_id
  FROM forest_connector c
  JOIN main.ad_account_role r ON r.account_id = c.account_id AND r.role = 'connector'
 WHERE r.server <> ''
   AND NOT EXISTS (SELECT * FROM machine m WHERE m.machine = upper(r.server)
                      AND (m.target_id = c.target_id OR m.collected))
 GROUP BY c.connector_id
