-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-012
-- title: The AD connector account is in no other use
-- area: accounts
-- severity: low
-- applies: all
-- needs: [connector]
-- confirms: [service, task, local_group]
-- why: >-
--   The more places an account is used in, the more people can steal it, and the more breaks when
--   its password changes. An export shows a second sync server; AD shows an account of a service and
--   the server that the account was made for; services, tasks and local groups the servers themselves
--   show, as far as they were asked.
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
         lower(coalesce(c.account_domain, '')) AS domain, c.evidence_id, c.id AS connector_id
    FROM server s
    JOIN main.connector c ON c.target_id = s.target_id
   WHERE c.kind = 'ad'
),
named AS (                                     -- as a server of the run may write it
  SELECT connector_id, fold(domain || '\' || login) AS name FROM account
   UNION SELECT connector_id, fold(substr(domain, 1, instr(domain || '.', '.') - 1) || '\' || login) FROM account
   UNION SELECT connector_id, fold(login || '@' || domain) FROM account
),
known_sid AS (
  SELECT c.connector_id, a.sid
    FROM forest_connector c JOIN main.ad_account a ON a.id = c.account_id
),
other AS (                                     -- what a server of the run lets it do
  SELECT v.target_id, 'the service ' || v.name AS what, fold(v.account_key) AS name, NULL AS sid, v.evidence_id
    FROM main.host_service v WHERE v.account_kind = 'domain'
   UNION ALL
  SELECT t.target_id, 'the task ' || t.path, fold(t.account_key), NULL, t.evidence_id
    FROM main.host_task t WHERE t.account_kind = 'domain'
   UNION ALL
  SELECT m.target_id, 'the local group ' || m.group_name, m.account_key, m.sid, m.evidence_id
    FROM local_member m
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
UNION ALL
SELECT a.host, a.connector || ' / ' || a.account || ' / on ' || s.name,
       'used by ' || group_concat(DISTINCT o.what), 'an account of its own for every purpose', 'fail',
       a.evidence_id || ',' || group_concat(DISTINCT o.evidence_id)
  FROM account a
  JOIN other o ON o.name IN (SELECT n.name FROM named n WHERE n.connector_id = a.connector_id)
               OR o.sid IN (SELECT k.sid FROM known_sid k WHERE k.connector_id = a.connector_id)
               OR o.name IN (SELECT fold(n.account_key) FROM account_name n
                               JOIN known_sid k ON k.sid = n.sid AND k.connector_id = a.connector_id)
  JOIN server s ON s.target_id = o.target_id
 WHERE a.login <> ''
 GROUP BY a.connector_id, s.target_id
