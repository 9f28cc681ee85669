-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-004
-- title: Local accounts are minimal and their passwords managed (LAPS)
-- area: local privilege
-- severity: high
-- applies: all
-- needs: [ad_account]
-- confirms: [host]
-- param:
--   grace_d: 7
-- why: >-
--   With the same local password on both servers one stolen host opens the other. AD tells whether
--   LAPS manages a password of the server; which local accounts exist only the server tells.
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
-- # Without LAPS it is a failure only if the built-in administrator is enabled, which AD does not tell.
-- # Domain controllers have no local accounts.
WITH computer AS (
  SELECT DISTINCT m.name AS host, c.name, a.laps, a.laps_expires_at, c.evidence_id,
         julianday(run.started_at) - julianday(a.laps_expires_at) AS late_d,
         EXISTS (SELECT * FROM main.ad_dc d WHERE d.domain_id = a.domain_id
                    AND upper(substr(d.name, 1, instr(d.name || '.', '.') - 1)) = m.machine) AS is_dc
    FROM sync_account c
    JOIN main.ad_account a ON a.id = c.account_id
    JOIN machine m ON ', ' || c.servers || ',' LIKE '%, ' || m.machine || ',%'
    JOIN main.run
   WHERE c.role = 'server' AND c.enabled
)
SELECT host, name || ' / LAPS' AS subject, 'no password of this server is kept in the directory' AS observed,
       'a local administrator''s password that LAPS changes' AS expected, 'warn' AS status,
       evidence_id AS evidence
  FROM computer
 WHERE laps = 'none' AND NOT is_dc
UNION ALL
SELECT host, name || ' / LAPS', 'expired ' || CAST(late_d AS INTEGER) || ' days ago and was not changed',
       'changed when it expires', 'warn', evidence_id
  FROM computer
 WHERE late_d > param('grace_d') AND NOT is_dc
UNION ALL
SELECT host, name || ' / LAPS', 'not readable', 'whether LAPS manages a password of this server', 'unknown',
       evidence_id
  FROM computer
 WHERE NOT is_dc
   AND (coalesce(laps, 'unknown') = 'unknown' OR (laps IN ('windows', 'legacy') AND late_d IS NULL))
UNION ALL
SELECT s.name, 'computer object', 'not found in the forests that were asked',
       'the computer object of the server', 'unknown', s.evidence_id
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM computer c WHERE c.host = s.name)
UNION ALL
SELECT host, name, 'a domain controller: it has no local accounts', 'a member server', 'not_applicable',
       evidence_id
  FROM computer
 WHERE is_dc
