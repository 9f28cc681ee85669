-- SPDX-License-Identifier: Apache-2.0
-- What several checks of Active Directory ask, worked out once. TEMP tables like those of derived.sql
-- (which makes forest, server_forest and forest_member); loaded after it. Decided here: which account
-- belongs to a server of the run, who counts as Tier 0, which rights take an object over, and which
-- features the exports show to be on. SIDs decide, never names.

-- Servers of the run under each of their names. Only found in the directory: not declared.
CREATE TEMP TABLE machine AS
SELECT DISTINCT target_id, name, role, exported OR asked AS declared,
       upper(substr(called, 1, instr(called || '.', '.') - 1)) AS machine,
       EXISTS (SELECT * FROM main.coverage v WHERE v.target_id = m.target_id
                  AND v.source = 'connector' AND v.status = 'ok') AS collected
  FROM (SELECT target_id, name, role, exported, asked, name AS called FROM server
         UNION ALL
        SELECT target_id, name, role, exported, asked, server_name FROM server WHERE server_name <> '') m;

-- Accounts of synchronisation, one row per account and use.
CREATE TEMP TABLE sync_account (
  forest_id      INTEGER NOT NULL,
  forest         TEXT NOT NULL,                -- name of the forest's target
  account_id     INTEGER NOT NULL,
  role           TEXT NOT NULL,
  name           TEXT NOT NULL,                -- CONTOSO\MSOL_0123456789ab
  sid            TEXT NOT NULL,
  domain_id      INTEGER NOT NULL,
  enabled        INTEGER NOT NULL,             -- 0: certainly disabled
  servers        TEXT NOT NULL,                -- that it is known to serve, joined by ', '; '' when none is
  standing       TEXT NOT NULL CHECK (standing IN (
                   'declared',                 -- a server of the run uses it
                   'uncertain',                -- its server's export was not read, or nobody declared a server of the forest
                   'foreign')),                -- no server uses it that is known to use the forest
  evidence_id    INTEGER NOT NULL,
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;
INSERT INTO sync_account
WITH serves(account_id, role, machine) AS (    -- what links an account with a server
  SELECT account_id, role, upper(server) FROM main.ad_account_role WHERE server <> ''
   UNION
  SELECT a.id, r.role, upper(substr(a.described_server, 1, instr(a.described_server || '.', '.') - 1))
    FROM main.ad_account a JOIN main.ad_account_role r ON r.account_id = a.id
   WHERE a.described_server <> '' AND r.role = 'connector'
   UNION
  SELECT a.id, r.role, upper(rtrim(a.sam, '$'))
    FROM main.ad_account a JOIN main.ad_account_role r ON r.account_id = a.id
   WHERE r.role = 'server'
   UNION
  SELECT g.account_id, 'service', upper(rtrim(c.sam, '$'))
    FROM main.ad_gmsa_reader g
    JOIN main.ad_account a ON a.id = g.account_id
    JOIN main.ad_account c ON c.target_id = a.target_id AND c.sid = g.sid
),
alive(forest_id, machine) AS (                 -- computers that exist and are not disabled
  SELECT target_id, upper(rtrim(sam, '$')) FROM main.ad_account
   WHERE class = 'computer' AND coalesce(enabled, 1) = 1
),
spoken_for(forest_id) AS (                     -- forests of which a server was declared
  SELECT m.forest_id
    FROM forest_member m JOIN machine k ON k.target_id = m.target_id
   WHERE k.declared
     AND (m.certain OR (SELECT count(*) FROM forest) = 1
          OR EXISTS (SELECT * FROM serves s JOIN main.ad_account n ON n.id = s.account_id
                      WHERE n.target_id = m.forest_id AND s.machine = k.machine))
)
SELECT a.target_id, f.name, a.id, r.role,
       coalesce(d.netbios_name, d.dns_name) || '\' || a.sam, a.sid, a.domain_id,
       coalesce(a.enabled, 1),
       coalesce((SELECT group_concat(machine, ', ')
                   FROM (SELECT machine FROM serves s
                          WHERE s.account_id = a.id AND s.role = r.role ORDER BY machine)), ''),
       CASE WHEN max(r.role <> 'server' AND r.how IN ('export', 'request')) THEN 'declared'
            WHEN r.role IN ('server', 'service') AND EXISTS (
                   SELECT * FROM serves s JOIN machine m USING (machine)
                    WHERE s.account_id = a.id AND s.role = r.role AND m.declared) THEN 'declared'
            WHEN EXISTS (
                   SELECT * FROM serves s JOIN machine m USING (machine)
                    WHERE s.account_id = a.id AND s.role = r.role AND NOT m.collected AND m.declared)
              THEN 'uncertain'
            -- As long as nobody declared a server of the forest, whatever lives there counts.
            WHEN a.target_id NOT IN (SELECT forest_id FROM spoken_for)
                 AND (EXISTS (SELECT * FROM serves s JOIN alive l USING (machine)
                               WHERE s.account_id = a.id AND s.role = r.role
                                 AND l.forest_id = a.target_id)
                      OR EXISTS (SELECT * FROM serves s JOIN main.ad_gap g ON g.target_id = a.target_id
                                                                         AND g.topic = 'domain'
                                  WHERE s.account_id = a.id AND s.role = r.role)
                      OR r.role IN ('connector', 'service') AND coalesce(a.enabled, 1) = 1
                         AND NOT EXISTS (SELECT * FROM serves s
                                          WHERE s.account_id = a.id AND s.role = r.role))
              THEN 'uncertain'
            ELSE 'foreign' END,
       a.evidence_id
  FROM main.ad_account a
  JOIN forest f ON f.target_id = a.target_id
  JOIN main.ad_domain d ON d.id = a.domain_id
  JOIN main.ad_account_role r ON r.account_id = a.id
 GROUP BY a.id, r.role;

-- AD connectors of the run's servers, where their forest was asked.
CREATE TEMP TABLE forest_connector AS
SELECT u.forest_id, f.name AS forest, s.target_id, s.name AS server, s.role AS server_role,
       c.connector_id, c.name AS connector, coalesce(c.account, '') AS account, c.evidence_id,
       (SELECT min(a.id)
          FROM main.ad_account a JOIN main.ad_account_role r ON r.account_id = a.id
         WHERE a.target_id = u.forest_id AND r.role = 'connector' AND r.how = 'export'
           AND (r.detail = s.name
                OR r.server IN (SELECT machine FROM machine m WHERE m.target_id = s.target_id)))
         AS account_id
  FROM server_forest u
  JOIN forest f ON f.target_id = u.forest_id
  JOIN server s ON s.target_id = u.target_id
  JOIN known_connector c ON c.target_id = u.target_id AND c.kind = 'ad'
                       AND lower(coalesce(c.forest, '')) = u.forest;

-- Connector accounts that should be in the directory's answer and are not.
CREATE TEMP TABLE connector_unseen AS
SELECT forest_id, forest, NULL AS target_id, server || ' / ' || connector AS subject,
       iif(account = '', 'its export names no account',
           'its account ' || account || ' was not found in the directory') AS observed
  FROM forest_connector
 WHERE account_id IS NULL
UNION ALL
SELECT forest_id, forest, target_id, name,
       'its configuration was not read: the account that it uses is not known'
  FROM forest_member m
 WHERE certain = 0;

-- Accounts of which not everything was visible, as the groups of their token: what they seem to lack
-- they may have.
CREATE TEMP TABLE half_seen AS
SELECT DISTINCT a.id AS account_id
  FROM main.ad_account a
  JOIN main.ad_gap g ON g.target_id = a.target_id AND g.topic = 'account' AND fold(g.subject) = fold(a.sam);

-- Who a SID is, and how far he is to be trusted.
CREATE TEMP TABLE holder (
  forest_id      INTEGER NOT NULL,
  sid            TEXT NOT NULL,
  name           TEXT NOT NULL,
  class          TEXT NOT NULL,
  tier           TEXT NOT NULL CHECK (tier IN (
                   'tier0',                    -- is Tier 0 by itself; Key Admins too, who write keys everywhere by default
                   'self',                     -- the object itself, creator, owner: no trustee of his own
                   'sync',                     -- connector account that a server of the run uses
                   'member',                   -- is in a protected group, but named in person
                   'privileged', 'broad', 'ordinary', 'unresolved')),
  PRIMARY KEY (forest_id, sid)
) STRICT, WITHOUT ROWID;
INSERT INTO holder
SELECT p.target_id, p.sid, p.name, p.class,
       CASE WHEN p.sid IN ('S-1-5-10', 'S-1-3-0', 'S-1-3-4') OR p.tier = 'self' THEN 'self'
            WHEN p.tier = 'tier0' OR p.sid IN ('S-1-5-9', 'S-1-5-18', 'S-1-5-32-544')
                 OR EXISTS (SELECT * FROM main.ad_domain d WHERE d.target_id = p.target_id
                               AND p.sid IN (d.sid || '-512', d.sid || '-516', d.sid || '-518',
                                             d.sid || '-519', d.sid || '-526', d.sid || '-527'))
              THEN 'tier0'
            WHEN EXISTS (SELECT * FROM sync_account a WHERE a.forest_id = p.target_id
                            AND a.sid = p.sid AND a.role = 'connector' AND a.standing = 'declared')
              THEN 'sync'
            WHEN p.tier IN ('privileged', 'broad') THEN p.tier
            WHEN EXISTS (SELECT * FROM main.ad_privileged v WHERE v.target_id = p.target_id
                            AND v.sid = p.sid AND v.member = 1) THEN 'member'
            WHEN p.class = 'unresolved' THEN 'unresolved'
            ELSE 'ordinary' END
  FROM main.ad_principal p;

-- What a sync account may do on an object by entries for itself, its own groups or everybody: without
-- what it may do only as a member of Tier 0 or of the operators, which the membership itself says.
CREATE TEMP TABLE own_right (
  account_id     INTEGER NOT NULL,
  object_id      INTEGER NOT NULL,
  right          TEXT NOT NULL,
  what           TEXT NOT NULL,
  reach          TEXT NOT NULL,
  via_sid        TEXT NOT NULL,                -- the account itself, when an entry names it
  through        TEXT NOT NULL,                -- '' or ' through CONTOSO\Group'
  tier           TEXT NOT NULL,                -- of via_sid
  conditional    INTEGER NOT NULL,
  PRIMARY KEY (account_id, object_id, right, what, reach)
) STRICT, WITHOUT ROWID;
INSERT INTO own_right
SELECT r.account_id, r.object_id, r.right, r.what, r.reach, coalesce(g.sid, r.via_sid),
       iif(g.sid IS NOT NULL OR r.via_sid = a.sid, '', ' through ' || coalesce(h.name, r.via_sid)),
       iif(g.sid IS NOT NULL, 'ordinary', coalesce(h.tier, 'ordinary')),
       iif(g.sid IS NOT NULL, g.conditional, r.conditional)
  FROM main.ad_account_right r
  JOIN main.ad_account a ON a.id = r.account_id
  LEFT JOIN main.ad_grant g ON g.object_id = r.object_id AND g.sid = a.sid AND g.right = r.right
                           AND g.what = r.what AND g.reach = r.reach
  LEFT JOIN holder h ON h.forest_id = a.target_id AND h.sid = r.via_sid
 WHERE g.sid IS NOT NULL OR coalesce(h.tier, 'ordinary') NOT IN ('tier0', 'privileged');

-- Rights that take an object over, or what hangs on it.
CREATE TEMP TABLE power (
  kind           TEXT NOT NULL,
  right          TEXT NOT NULL,
  what           TEXT NOT NULL,                -- '*': any
  PRIMARY KEY (kind, right, what)
) STRICT, WITHOUT ROWID;
INSERT INTO power
WITH kinds(kind, family) AS (VALUES
  ('account', 'person'), ('privileged', 'person'), ('adminsdholder', 'person'), ('group', 'person'),
  ('ou', 'place'), ('container', 'place'), ('domain', 'place'), ('configuration', 'place'),
  ('site', 'place'), ('gpo', 'gpo')),
powers(family, right, what) AS (VALUES
  ('person', 'all_extended_rights', ''), ('person', 'write_all_properties', ''),
  ('person', 'reset_password', ''), ('person', 'add_self_as_member', ''),
  ('person', 'write_property', 'member'), ('person', 'write_property', 'servicePrincipalName'),
  ('person', 'write_property', 'msDS-KeyCredentialLink'),
  ('person', 'write_property', 'msDS-AllowedToActOnBehalfOfOtherIdentity'),
  ('person', 'write_property', 'userAccountControl'), ('person', 'write_property', 'scriptPath'),
  ('person', 'write_property', 'altSecurityIdentities'), ('person', 'write_property', 'unicodePwd'),
  ('person', 'write_property', 'msDS-GroupMSAMembership'),
  ('person', 'write_property', 'msDS-AllowedToDelegateTo'),
  ('place', 'write_all_properties', ''), ('place', 'write_property', 'gPLink'),
  ('gpo', 'write_all_properties', ''), ('gpo', 'write_property', '*'))
SELECT kind, right, what FROM kinds JOIN powers USING (family)
UNION ALL
SELECT kind, column1, '' FROM kinds, (VALUES ('owner'), ('full_control'), ('write_dacl'), ('write_owner'));

-- Who outside Tier 0 may take over which object: one row per object and holder. Not in it: connector
-- accounts of the run's servers (their own rights are judged) and what no wider right explains.
CREATE TEMP TABLE takeover AS
SELECT o.target_id AS forest_id, o.id AS object_id, o.kind, o.account_id, g.sid,
       coalesce(h.name, g.sid) AS holder, coalesce(h.tier, 'ordinary') AS tier,
       max(g.right IN ('owner', 'full_control', 'write_dacl', 'write_owner')) AS control,
       min(g.conditional) AS conditional,
       -- Account Operators' full control stands in the schema's default descriptor of each account.
       g.sid = 'S-1-5-32-548' AND max(g.right = 'full_control') AND NOT max(g.inherited) AS is_default,
       group_concat(CASE WHEN g.right = 'write_property' THEN 'write ' || g.what
                         WHEN g.right = 'owner' THEN 'owner'
                         ELSE replace(g.right, '_', ' ') END
                    || iif(g.conditional, ' (under a condition that was not evaluated)', ''), ', ')
         AS powers,
       o.evidence_id
  FROM main.ad_object o
  JOIN (SELECT g.* FROM main.ad_grant g
         WHERE g.reach = 'object'
           AND (g.right IN ('owner', 'full_control')
                OR NOT EXISTS (SELECT * FROM main.ad_grant w
                                WHERE w.object_id = g.object_id AND w.sid = g.sid
                                  AND w.reach = g.reach AND w.conditional <= g.conditional
                                  AND w.what = ''
                                  AND (w.right = 'full_control'
                                       OR (w.right = 'owner' AND g.right IN ('write_dacl'))
                                       OR (w.right = 'write_all_properties'
                                           AND g.right IN ('write_property', 'add_self_as_member'))
                                       OR (w.right = 'all_extended_rights' AND g.right = 'reset_password'))))
         ORDER BY g.object_id, g.sid, g.right <> 'full_control', g.right, g.what) g
    ON g.object_id = o.id
  JOIN power p ON p.kind = o.kind AND p.right = g.right AND p.what IN (g.what, '*')
  LEFT JOIN holder h ON h.forest_id = o.target_id AND h.sid = g.sid
 WHERE coalesce(h.tier, 'ordinary') NOT IN ('tier0', 'self', 'sync')
   AND g.sid <> coalesce(o.sid, '')
   AND NOT (g.what = 'member' AND o.class <> 'group' AND o.kind <> 'adminsdholder')
   AND NOT (g.right = 'add_self_as_member' AND o.class <> 'group')
   AND NOT (g.what = 'scriptPath' AND o.kind <> 'privileged')
   AND NOT (g.what = 'msDS-GroupMSAMembership' AND o.class <> 'msDS-GroupManagedServiceAccount')
 GROUP BY o.id, g.sid;

-- What was asked and not seen. With object_id: it concerns that object only.
CREATE TEMP TABLE unseen AS
SELECT o.target_id AS forest_id, f.name AS forest, 'right' AS topic, o.name AS subject,
       iif(o.readable, 'an entry of its access list could not be understood',
           'its security descriptor was not readable') AS observed,
       o.id AS object_id, o.kind, o.account_id, o.dn
  FROM main.ad_object o JOIN forest f ON f.target_id = o.target_id
 WHERE NOT o.readable OR o.has_unknown = 1
UNION ALL
SELECT g.target_id, f.name, g.topic, g.subject, g.message || ' (' || g.status || ')', NULL, NULL, NULL, g.subject
  FROM (SELECT DISTINCT target_id, topic, subject, status, message FROM main.ad_gap) g
  JOIN forest f ON f.target_id = g.target_id
 WHERE NOT (g.topic = 'right' AND EXISTS (
              SELECT * FROM main.ad_object o
               WHERE o.target_id = g.target_id AND o.dn_key = dn_key(g.subject)
                 AND (NOT o.readable OR o.has_unknown = 1)))
UNION ALL
SELECT d.target_id, f.name, 'domain', d.dns_name, 'no domain controller of it answered', NULL, NULL, NULL, d.dn
  FROM main.ad_domain d JOIN forest f ON f.target_id = d.target_id
 WHERE NOT d.collected
   AND NOT EXISTS (SELECT * FROM main.ad_gap g WHERE g.target_id = d.target_id
                      AND g.topic = 'domain' AND g.subject IN (d.dns_name, d.dn));

-- Features that need rights, per AD connector; on, off, or unclear: not in the export, or the wizard's
-- switch and the connector's contradict each other.
CREATE TEMP TABLE server_feature AS
SELECT c.forest_id, c.target_id, c.connector_id, n.feature,
       CASE WHEN n.state = 'on' AND coalesce(n.flag, 1) = 1 THEN 'on'
            WHEN n.state = 'off' AND coalesce(n.flag, 0) = 0 THEN 'off'
            ELSE 'unclear' END AS state
  FROM forest_connector c
  JOIN (SELECT k.id AS connector_id, v.column1 AS feature,
               CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                                   WHEN 'false' THEN 'off' WHEN '0' THEN 'off' END AS state,
               CASE v.column1 WHEN 'password_hash_sync' THEN k.password_hash_sync
                              WHEN 'password_writeback' THEN k.password_writeback END AS flag
          FROM main.connector k
          JOIN (VALUES ('password_hash_sync', 'PasswordHashSync'),
                       ('password_writeback', 'PasswordWriteback'),
                       ('exchange_hybrid', 'HybridExchange'), ('group_writeback', 'GroupWriteBack'),
                       ('device_writeback', 'DeviceWriteBack'), ('user_writeback', 'UserWriteBack')) v
          LEFT JOIN main.global_parameter p
                 ON p.target_id = k.target_id AND p.name = 'Microsoft.OptionalFeature.' || v.column2
       ) n ON n.connector_id = c.connector_id;

-- The same per forest: on when any server has it on, off when every server that uses the forest is
-- known and has it off. A server whose export was not read, but whose own account is known, does not
-- make unclear what the others need.
CREATE TEMP TABLE forest_feature AS
SELECT f.target_id AS forest_id, n.column1 AS feature,
       CASE WHEN EXISTS (SELECT * FROM server_feature s WHERE s.forest_id = f.target_id
                            AND s.feature = n.column1 AND s.state = 'on') THEN 'on'
            WHEN EXISTS (SELECT * FROM server_feature s WHERE s.forest_id = f.target_id
                            AND s.feature = n.column1)
                 AND NOT EXISTS (SELECT * FROM server_feature s WHERE s.forest_id = f.target_id
                                    AND s.feature = n.column1 AND s.state <> 'off')
                 AND NOT EXISTS (SELECT * FROM connector_unseen u
                                  WHERE u.forest_id = f.target_id AND u.target_id IS NOT NULL) THEN 'off'
            ELSE 'unclear' END AS state
  FROM forest f
  JOIN (VALUES ('password_hash_sync'), ('password_writeback'), ('exchange_hybrid'),
               ('group_writeback'), ('device_writeback'), ('user_writeback')) n;
