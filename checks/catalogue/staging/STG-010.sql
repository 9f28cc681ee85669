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
-- # names a tenant that the run knows counts for that one, any other for each tenant that uses the forest;
-- # one that names none, in a forest that no server of the run uses, could be any tenant's.
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
asked AS (                                     -- by tenant, every forest that may hold its accounts
  SELECT tenant, forest_id, 1 AS is_used FROM used
   UNION ALL
  SELECT DISTINCT t.tenant, f.target_id, 0
    FROM tenant_member t JOIN forest f
   WHERE NOT EXISTS (SELECT * FROM used u WHERE u.tenant = t.tenant AND u.forest_id = f.target_id)
),
shown AS (
  SELECT u.tenant, d.*,
         EXISTS (SELECT * FROM tenant_member t JOIN machine m USING (target_id)
                  WHERE t.tenant = u.tenant AND m.declared)
           AND (u.is_used OR d.described <> '') AS is_judged
    FROM undeclared d JOIN asked u USING (forest_id)
   WHERE d.described = fold(u.tenant)
      OR (u.is_used AND NOT EXISTS (SELECT * FROM tenant_member k WHERE fold(k.tenant) = d.described))
      OR (d.described = '' AND NOT EXISTS (SELECT * FROM used k WHERE k.forest_id = d.forest_id))
)
SELECT tenant AS host,
       forest || ' / ' || iif(machine = '', names, machine) AS subject,
       iif(machine = '', 'an account of a server that is not known', 'known to the directory by '
           || replace(names, ',', ', '))
         || iif(described = '', '', ', set up for ' || described)
         || iif(silent_d IS NULL, ', last log-on not known',
                ', last log-on ' || CAST(max(silent_d, 0) AS INTEGER) || ' days ago') AS observed,
       iif(is_judged, 'a server of this run, or no account',
           'the server''s export, which tells its tenant and role') AS expected,
       CASE WHEN NOT is_judged THEN 'unknown'
            WHEN silent_d <= param('alive_days') THEN 'fail' ELSE 'warn' END AS status, evidence
  FROM shown
 WHERE enabled
UNION ALL
SELECT u.tenant, n.forest || ' / ' || n.subject, n.observed, 'every account and computer of synchronisation',
       'unknown', NULL
  FROM asked u JOIN unseen n USING (forest_id)
 WHERE (u.is_used OR NOT EXISTS (SELECT * FROM used k WHERE k.forest_id = u.forest_id))
   AND (n.topic IN ('domain', 'account')
        OR (n.topic = 'computer'               -- the account that names a computer is judged by itself
            AND NOT EXISTS (SELECT * FROM main.ad_account_role r WHERE r.server = upper(n.subject))))
