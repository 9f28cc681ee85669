-- SPDX-License-Identifier: Apache-2.0
-- What checks see of the servers' Windows beside the host_* facts. derive.c has filled setting_name with the
-- names of include/syncaudit/host_settings.def.

-- Registry values by name. A server whose registry was read has a row for every name; state: set, absent, and
-- denied, unread or wrong_type, of which a check says unknown.
CREATE TEMP TABLE setting AS
SELECT s.name AS host, h.target_id, h.name, h.state, h.number, h.text, h.place, h.evidence_id
  FROM main.host_setting h
  JOIN server s ON s.target_id = h.target_id;
CREATE INDEX temp.setting_by_name ON setting (name, host);

-- Values of which nothing is known although the registry answered: a check of one of them is unknown.
CREATE TEMP TABLE setting_unseen AS
SELECT s.name AS host, n.name, coalesce(h.place, n.name) AS place,
       CASE h.state WHEN 'denied' THEN 'the auditor may not read it'
                    WHEN 'wrong_type' THEN 'it has another type than Windows gives it'
                    ELSE 'it could not be read' END AS observed,
       h.evidence_id
  FROM server s
  JOIN main.coverage c ON c.target_id = s.target_id AND c.source = 'registry' AND c.status = 'ok'
  JOIN setting_name n
  LEFT JOIN main.host_setting h ON h.target_id = s.target_id AND h.name = n.name
 WHERE coalesce(h.state, 'unread') NOT IN ('set', 'absent')
    OR h.state = 'set' AND iif(n.is_text, h.text, h.number) IS NULL;

-- Where a source of a server answered.
CREATE TEMP TABLE seen AS
SELECT s.target_id, s.name AS host, c.source
  FROM server s
  JOIN main.coverage c ON c.target_id = s.target_id AND c.status = 'ok';

-- Logs of which no record may have been shown: Windows answers an account without the right to a log with
-- nothing. A log that is listed with its records, or of which a record came, was shown; an empty one was not:
-- clearing a log writes a record.
CREATE TEMP TABLE log_unseen AS
SELECT c.target_id, c.host, l.column1 AS log
  FROM seen c
  JOIN main.host_event_window w ON w.target_id = c.target_id
  JOIN (VALUES ('Application'), ('Security'), ('System')) l
 WHERE c.source = 'event_log'
   AND NOT EXISTS (SELECT * FROM main.host_log g WHERE g.target_id = c.target_id
                      AND fold(g.name) = fold(l.column1) AND g.records > 0)
   AND NOT EXISTS (SELECT * FROM main.host_event e WHERE e.target_id = c.target_id
                      AND fold(e.log) = fold(l.column1));

-- SIDs that are somebody else's account, or anybody's: whoever lets them in lets everybody in.
CREATE TEMP TABLE broad_sid (sid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO broad_sid VALUES ('S-1-1-0'), ('S-1-2-0'), ('S-1-5-2'), ('S-1-5-4'), ('S-1-5-7'), ('S-1-5-11'),
  ('S-1-5-15'), ('S-1-5-32-545'), ('S-1-5-32-546');

-- Members of local groups, by what decides: who they are, not what they are called.
CREATE TEMP TABLE local_member AS
SELECT s.name AS host, s.target_id, g.sid AS group_sid, g.name AS group_name, g.purpose,
       m.sid, m.account, fold(m.account) AS account_key, m.kind, m.local, m.evidence_id,
       g.name || ' / ' || m.account AS subject,
       m.sid IN (SELECT sid FROM broad_sid)
         OR m.sid LIKE 'S-1-5-21-%-513' OR m.sid LIKE 'S-1-5-21-%-514' OR m.sid LIKE 'S-1-5-21-%-515' AS broad,
       m.local AND m.sid LIKE 'S-1-5-21-%-500' AS built_in,
       -- Domain Admins of the server's own domain: by its SID, where its forest was asked. NULL: Domain Admins,
       -- but nobody told of which domain, and its short name is not the beginning of the server's domain.
       iif(m.sid LIKE 'S-1-5-21-%-512',
           CASE WHEN EXISTS (SELECT * FROM main.ad_domain d
                              WHERE d.dns_name = fold(h.domain) AND d.sid IS NOT NULL)
                  THEN m.sid IN (SELECT d.sid || '-512' FROM main.ad_domain d WHERE d.dns_name = fold(h.domain))
                WHEN fold(substr(m.account, 1, instr(m.account, '\') - 1))
                     = fold(substr(h.domain, 1, instr(h.domain || '.', '.') - 1)) THEN 1
                WHEN EXISTS (SELECT * FROM main.host_group_member o
                              WHERE o.target_id = m.target_id AND o.group_sid = m.group_sid
                                AND o.sid LIKE 'S-1-5-21-%-512'
                                AND fold(substr(o.account, 1, instr(o.account, '\') - 1))
                                    = fold(substr(h.domain, 1, instr(h.domain || '.', '.') - 1))) THEN 0 END,
           0) AS domain_admins
  FROM main.host_group_member m
  JOIN main.host_group g ON g.target_id = m.target_id AND g.sid = m.group_sid
  JOIN server s ON s.target_id = m.target_id
  LEFT JOIN main.host h ON h.target_id = m.target_id;

-- Accounts of services and tasks that the directory knows under the name that the server uses.
CREATE TEMP TABLE account_name AS
SELECT k.account_key, a.target_id AS forest_id, a.sid, a.sam
  FROM (SELECT DISTINCT account_key FROM main.host_service WHERE account_kind = 'domain'
         UNION SELECT account_key FROM main.host_task WHERE account_kind = 'domain') k
  JOIN (SELECT p.target_id, p.domain_id, p.sid, p.sam, NULL AS upn FROM main.ad_privileged p
         UNION ALL
        SELECT a.target_id, a.domain_id, a.sid, a.sam, a.upn FROM main.ad_account a) a
  JOIN main.ad_domain d ON d.id = a.domain_id
 WHERE fold(k.account_key) IN (fold(d.netbios_name || '\' || a.sam), fold(d.dns_name || '\' || a.sam),
                               fold(a.sam || '@' || d.dns_name), fold(a.upn))
 GROUP BY k.account_key, a.sid;

-- Domain accounts whose membership in protected groups can be told: their domain answered, and nothing of
-- its groups was hidden.
CREATE TEMP TABLE account_domain AS
SELECT k.account_key, d.target_id AS forest_id
  FROM (SELECT DISTINCT account_key FROM main.host_service WHERE account_kind = 'domain'
         UNION SELECT account_key FROM main.host_task WHERE account_kind = 'domain') k
  JOIN main.ad_domain d ON d.collected
       AND (fold(substr(k.account_key, 1, instr(k.account_key, '\') - 1)) IN (fold(d.netbios_name), d.dns_name)
            OR fold(substr(k.account_key, instr(k.account_key, '@') + 1)) = d.dns_name)
 WHERE EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = d.target_id AND c.source = 'ad_account'
                  AND c.status = 'ok')
   AND NOT EXISTS (SELECT * FROM main.ad_gap g WHERE g.target_id = d.target_id AND g.topic IN ('group', 'domain'))
 GROUP BY k.account_key;

-- The computer object of each server: by its name, in the forests that it uses, and in its own domain where
-- its Windows told which that is. A namesake elsewhere is somebody else.
CREATE TEMP TABLE server_computer AS
SELECT DISTINCT m.target_id, m.name AS host, c.forest_id, c.account_id, c.name, c.evidence_id,
       EXISTS (SELECT * FROM main.ad_dc d WHERE d.domain_id = a.domain_id
                  AND upper(substr(d.name, 1, instr(d.name || '.', '.') - 1)) = m.machine)
         OR coalesce(h.domain_role, 3) IN (4, 5) AS is_dc
  FROM sync_account c
  JOIN main.ad_account a ON a.id = c.account_id
  JOIN main.ad_domain n ON n.id = a.domain_id
  JOIN machine m ON ', ' || c.servers || ',' LIKE '%, ' || m.machine || ',%'
  LEFT JOIN main.host h ON h.target_id = m.target_id
 WHERE c.role = 'server' AND c.enabled
   AND iif(h.domain IS NOT NULL, n.dns_name = fold(h.domain),
           EXISTS (SELECT * FROM server_forest u WHERE u.target_id = m.target_id AND u.forest_id = c.forest_id));

-- Where the computer object would be, had the server one: its forest's accounts were read.
CREATE TEMP TABLE computer_sought AS
SELECT s.target_id, s.name AS host
  FROM server s
 WHERE EXISTS (SELECT * FROM server_forest u JOIN main.coverage v ON v.target_id = u.forest_id
                WHERE u.target_id = s.target_id AND v.source = 'ad_account' AND v.status = 'ok')
    OR EXISTS (SELECT * FROM main.host h JOIN main.ad_domain d ON d.dns_name = fold(h.domain) AND d.collected
                 JOIN main.coverage v ON v.target_id = d.target_id AND v.source = 'ad_account' AND v.status = 'ok'
                WHERE h.target_id = s.target_id);

-- The database that the registry names, else the engine: LocalDB, or a server with an instance. local: on the sync
-- server itself.
CREATE TEMP TABLE sync_database AS
WITH v AS (
  SELECT s.target_id, s.name AS host, t.text AS server, t.state, t.evidence_id,
         coalesce((SELECT i.text FROM setting i WHERE i.host = s.name AND i.name = 'ADSync.SQLInstance'), '') AS instance,
         coalesce((SELECT d.text FROM setting d WHERE d.host = s.name AND d.name = 'ADSync.DBName'), '') AS name,
         (SELECT count(*) FROM setting_unseen u WHERE u.host = s.name
             AND u.name IN ('ADSync.Server', 'ADSync.SQLInstance', 'ADSync.DBName')) AS unseen
    FROM server s JOIN setting t ON t.host = s.name AND t.name = 'ADSync.Server'
   WHERE t.state = 'set' OR s.target_id NOT IN (SELECT e.target_id FROM main.engine_database e WHERE e.server <> '')
   UNION ALL
  SELECT s.target_id, s.name, e.server, 'set', e.evidence_id, coalesce(e.instance, ''), coalesce(e.name, ''), 0
    FROM server s JOIN main.engine_database e ON e.target_id = s.target_id
   WHERE e.server <> ''
     AND NOT EXISTS (SELECT * FROM setting t WHERE t.host = s.name AND t.name = 'ADSync.Server' AND t.state = 'set')
),
split AS (                                     -- a server may be written as SERVER\INSTANCE
  SELECT v.*, fold(trim(coalesce(server, ''))) AS whole FROM v
),
part AS (
  SELECT *, iif(instr(whole, '\') > 0, substr(whole, 1, instr(whole, '\') - 1), whole) AS machine,
         iif(instr(whole, '\') > 0, substr(whole, instr(whole, '\') + 1), fold(trim(instance))) AS label
    FROM split
)
SELECT target_id, host, evidence_id,
       CASE WHEN whole LIKE '(localdb)%' THEN 'localdb' WHEN unseen > 0 THEN 'unknown'
            WHEN state = 'absent' OR whole = '' THEN 'unknown' ELSE 'server' END AS kind,
       substr(machine, 1, instr(machine || '.', '.') - 1) AS machine,   -- short name, folded
       machine IN ('.', '(local)', 'localhost', '127.0.0.1')
         OR upper(substr(machine, 1, instr(machine || '.', '.') - 1))
            IN (SELECT k.machine FROM machine k WHERE k.target_id = part.target_id) AS local,
       iif(label IN ('', 'mssqlserver'), '', label) AS instance,        -- '': the default instance
       fold(trim(name)) AS name,
       coalesce(server, '') || iif(instance <> '', '\' || instance, '') || iif(name <> '', ' / ' || name, '') AS place
  FROM part;
