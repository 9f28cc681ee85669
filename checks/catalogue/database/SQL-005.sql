-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-005
-- title: Only Tier 0 can read the database
-- area: database
-- severity: high
-- applies: all
-- needs: [registry or engine_database]
-- why: >-
--   The database holds the secrets of the connectors, encrypted, and says where their keys are: with a
--   copy of it and the profile of the service somebody has both.
-- remedy: A SQL Server of its own, administrators of Tier 0 only, encrypted connections and backups.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - NIST SP 800-53 r5 AC-6, SC-28
--   - NIST CSF 2.0 PR.DS-01
--   - MITRE ATT&CK T1003, T1552.001

-- LocalDB belongs to the local administrators and ADSyncAdmins, whom LOC-001 and LOC-002 judge. Who administers a SQL Server
-- only that server tells.
SELECT host, 'database' AS subject,
       CASE kind WHEN 'localdb' THEN 'LocalDB: who can read it is judged by LOC-001 and LOC-002'
                 WHEN 'server' THEN 'a SQL Server (' || place || '): who administers it was not asked'
                 ELSE 'where it is was not seen' END AS observed,
       'nobody outside Tier 0' AS expected, iif(kind = 'localdb', 'info', 'unknown') AS status, evidence_id AS evidence
  FROM sync_database
