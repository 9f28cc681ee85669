-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-004
-- title: Local accounts are minimal and their passwords managed (LAPS)
-- area: local privilege
-- severity: high
-- applies: all
-- needs: [coverage]
-- confirms: [local_user, ad_account]
-- param:
--   grace_d: 7
--   local_allowed: []
-- why: >-
--   With the same local password on both servers one stolen host opens the other. AD tells whether
--   LAPS manages a password of the server, the server which local accounts it has.
-- remedy: >-
--   Windows LAPS with encryption, readable by Tier 0 only (ACC-017); disable or remove other local
--   accounts. When the expiry lies in the past, look at the LAPS event log of the server.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - CIS Windows Server 2022 v4.0.0 18.9.25.1
--   - PingCastle A-LAPS-Not-Installed
--   - NIST SP 800-53 r5 IA-5, AC-2
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1078.003
--
-- # Without LAPS it is a failure when the built-in administrator (RID 500) is enabled, and a warning while the server was
-- # not asked for its accounts. Domain controllers have none.
WITH allowed AS (SELECT fold(value) AS name FROM json_each(param('local_allowed'))),
computer AS (
  SELECT c.host, c.target_id, c.name, a.laps, a.laps_expires_at, c.evidence_id, c.is_dc,
         julianday(run.started_at) - julianday(a.laps_expires_at) AS late_d
    FROM server_computer c JOIN main.ad_account a ON a.id = c.account_id JOIN main.run
),
dc AS (
  SELECT host, name, evidence_id FROM computer WHERE is_dc
   UNION ALL
  SELECT s.name, s.name, h.evidence_id FROM server s JOIN main.host h USING (target_id)
   WHERE h.domain_role IN (4, 5) AND NOT EXISTS (SELECT * FROM computer c WHERE c.host = s.name)
),
person AS (                                    -- local accounts of member servers that can be used
  SELECT s.name AS host, s.target_id, u.*, u.name AS user,
         fold(u.name) IN (SELECT name FROM allowed) OR fold(u.sid) IN (SELECT name FROM allowed) AS named
    FROM server s JOIN main.host_user u USING (target_id)
   WHERE u.enabled AND s.name NOT IN (SELECT host FROM dc)
),
administrator AS (                             -- of each server: is the built-in one enabled? NULL: not known
  SELECT s.name AS host, s.target_id,
         CASE WHEN EXISTS (SELECT * FROM person p WHERE p.host = s.name AND p.rid = 500) THEN 1
              WHEN EXISTS (SELECT * FROM main.host_user u WHERE u.target_id = s.target_id AND u.rid = 500)
                   AND EXISTS (SELECT * FROM seen WHERE seen.host = s.name AND seen.source = 'local_user') THEN 0
         END AS enabled,
         EXISTS (SELECT * FROM setting t WHERE t.host = s.name AND t.number = 1
                    AND t.name IN ('Laps.BackupDirectory.Policy', 'Laps.BackupDirectory.Csp',
                                   'Laps.BackupDirectory.Local')) AS in_cloud
    FROM server s
)
SELECT c.host, c.name || ' / LAPS' AS subject,
       CASE WHEN a.in_cloud THEN 'its passwords are kept in Entra ID, which was not asked'
            WHEN a.enabled THEN 'the built-in administrator is enabled, and no password of it is kept in the directory'
            ELSE 'no password of this server is kept in the directory' END AS observed,
       'a local administrator''s password that LAPS changes' AS expected,
       CASE WHEN a.in_cloud THEN 'unknown' WHEN a.enabled THEN 'fail' ELSE 'warn' END AS status,
       c.evidence_id AS evidence
  FROM computer c JOIN administrator a USING (host)
 WHERE c.laps = 'none' AND NOT c.is_dc AND a.enabled IS NOT 0
UNION ALL
SELECT host, name || ' / LAPS', 'expired ' || CAST(late_d AS INTEGER) || ' days ago and was not changed',
       'changed when it expires', 'warn', evidence_id
  FROM computer
 WHERE late_d > param('grace_d') AND NOT is_dc
UNION ALL
SELECT c.host, c.name || ' / LAPS', 'not readable', 'whether LAPS manages a password of this server', 'unknown',
       c.evidence_id
  FROM computer c JOIN administrator a USING (host)
 WHERE NOT c.is_dc AND a.enabled IS NOT 0
   AND (coalesce(c.laps, 'unknown') = 'unknown' OR (c.laps IN ('windows', 'legacy') AND c.late_d IS NULL))
UNION ALL
SELECT host, 'local account ' || user,
       CASE rid WHEN 501 THEN 'the guest is enabled' ELSE 'enabled, and the policy does not name it' END,
       'disabled', 'fail', evidence_id
  FROM person
 WHERE rid = 501 OR rid <> 500 AND NOT named
UNION ALL
SELECT host, 'password of the local account ' || user,
       iif(password_expires IS NULL, 'whether it expires is not told', 'never expires'), 'a password that changes',
       iif(password_expires IS NULL, 'unknown', 'warn'), evidence_id
  FROM person
 WHERE password_expires IS NOT 1 AND rid <> 500
UNION ALL
SELECT s.name, 'local accounts', 'the built-in administrator is not among those that the server lists', 'all of them',
       'unknown', NULL
  FROM server s JOIN seen l ON l.host = s.name AND l.source = 'local_user'
 WHERE s.name NOT IN (SELECT host FROM dc)
   AND NOT EXISTS (SELECT * FROM main.host_user u WHERE u.target_id = s.target_id AND u.rid = 500)
UNION ALL
SELECT s.name, 'computer object', 'not found in the forests that were asked',
       'the computer object of the server', 'unknown', s.evidence_id
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM computer c WHERE c.host = s.name)
   AND s.name NOT IN (SELECT host FROM dc)
   AND s.name IN (SELECT host FROM computer_sought)
UNION ALL
SELECT host, name, 'a domain controller: it has no local accounts', 'a member server', 'not_applicable', evidence_id
  FROM dc
