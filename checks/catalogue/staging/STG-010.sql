-- SPDX-License-Identifier: Apache-2.0
-- id: STG-010
-- title: No unknown or forgotten sync server uses this tenant
-- area: staging
-- severity: high
-- applies: tenant
-- confirms: [ad_account]
-- param:
--   alive_days: 30
-- why: >-
--   AD is the cheapest inventory of sync servers: setup writes the computer's name into the
--   description of its account. A living server that nobody declared is a second active server or
--   somebody's foothold.
-- remedy: >-
--   Find the machine and decide: name it in the configuration, put it into staging mode, or
--   decommission it and remove its accounts (ACC-013).
-- references:
--   - Microsoft, Accounts and permissions
--   - NIST SP 800-53 r5 CM-8
--   - NIST CSF 2.0 ID.AM-02
--
-- # lastLogonTimestamp may be 14 days behind, which alive_days has room for. An account whose description
-- # names a tenant that the run knows counts for that one, any other for each tenant that uses the forest.
WITH used AS (
  SELECT DISTINCT t.tenant, m.forest_id
    FROM forest_member m JOIN tenant_member t USING (target_id)
),
link AS (                                      -- account or computer of a server
  SELECT s.forest_id, s.forest, s.name, s.role, s.enabled, a.last_logon_at, s.evidence_id,
         fold(coalesce(a.described_tenant, '')) AS described,
         coalesce(nullif(upper(substr(a.described_server, 1, instr(a.described_server || '.', '.') - 1)), ''),
                  nullif(s.servers, ''), '') AS machine,
         julianday(run.started_at) - julianday(a.last_logon_at) AS silent_d
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
    JOIN main.run
   WHERE s.role IN ('connector', 'server')
     AND s.standing <> 'declared'
),
undeclared AS (
  SELECT l.forest_id, l.forest, l.machine, max(l.described) AS described,
         group_concat(DISTINCT l.name) AS names, min(l.silent_d) AS silent_d, max(l.enabled) AS enabled,
         min(l.evidence_id) AS evidence
    FROM link l
   WHERE NOT EXISTS (SELECT * FROM machine m WHERE m.machine = l.machine AND m.declared)
   GROUP BY l.forest_id, l.machine, iif(l.machine = '', l.name, '')
),
shown AS (
  SELECT u.tenant, d.*
    FROM undeclared d JOIN used u USING (forest_id)
   WHERE d.described = fold(u.tenant)
      OR NOT EXISTS (SELECT * FROM used k WHERE fold(k.tenant) = d.described)
)
SELECT tenant AS host,
       forest || ' / ' || iif(machine = '', names, machine) AS subject,
       iif(machine = '', 'an account of a server that is not known', 'known to the directory by '
           || replace(names, ',', ', '))
         || iif(silent_d IS NULL, ', never seen to log on',
                ', last log-on ' || CAST(max(silent_d, 0) AS INTEGER) || ' days ago') AS observed,
       iif(EXISTS (SELECT * FROM machine WHERE declared), 'a server of this run, or no account',
           'the servers of this tenant, named in the configuration') AS expected,
       CASE WHEN NOT EXISTS (SELECT * FROM machine WHERE declared) THEN 'unknown'
            WHEN silent_d <= param('alive_days') THEN 'fail' ELSE 'warn' END AS status, evidence
  FROM shown
 WHERE enabled
UNION ALL
SELECT u.tenant, n.forest || ' / ' || n.subject, n.observed, 'every account and computer of synchronisation',
       'unknown', NULL
  FROM used u JOIN unseen n USING (forest_id)
 WHERE n.topic IN ('domain', 'account')
    OR (n.topic = 'computer'                   -- the account that names a computer is judged by itself
        AND NOT EXISTS (SELECT * FROM main.ad_account_role r WHERE r.server = upper(n.subject)))
