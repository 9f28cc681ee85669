-- SPDX-License-Identifier: Apache-2.0
-- Fills parity_item: every setting of every collected server in one comparable form.
--
-- path_key joins its parts by char(31), which no XML text can hold. Functions of our own:
-- param_key(name, value), dn_key(text), fold(text): see parity/functions.c. What identifies a thing
-- across servers is used in keys, never an identifier that one server drew for itself.
-- docs/internals/parity.md explains natures and classes.

-- The server itself ------------------------------------------------------------------------------
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'server', 'server / ' || label, 'server' || char(31) || label,
       value, value, 'server', why, evidence_id
  FROM (SELECT target_id, evidence_id, 'name' AS label, server_name AS value,
               'each server has its own name' AS why
          FROM main.sync_server
        UNION ALL
        SELECT target_id, evidence_id, 'time of export', exported_at, 'the exports were not taken at the same moment'
          FROM main.sync_server
        UNION ALL
        SELECT target_id, evidence_id, 'configuration counter', CAST(config_version AS TEXT),
               'counts the changes made on one server'
          FROM main.sync_server)
 WHERE value IS NOT NULL;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'operation', 'server / password history size',
       'server' || char(31) || 'password history', CAST(password_change_history_size AS TEXT),
       CAST(password_change_history_size AS TEXT), 'minor', 'how many password changes the server remembers', evidence_id
  FROM main.sync_server
 WHERE password_change_history_size IS NOT NULL;

-- Global parameters ------------------------------------------------------------------------------
-- The first pattern that matches decides; the last one catches parameters of newer versions.
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
WITH class(ordinal, pattern, area, nature, why) AS (VALUES
  (1, 'Microsoft.Synchronize.StagingMode', 'server', 'server',
      'one server exports, the other stands by: that is what staging means'),
  (2, 'Microsoft.Synchronize.NextStartTime', 'server', 'server', 'each scheduler has its own clock'),
  (3, 'Microsoft.Synchronize.ServerConfigurationVersion', 'version', 'version',
      'another product version brings other default rules and features'),
  (4, 'Microsoft.Version.*', 'version', 'version', 'follows the product version'),
  (5, 'Microsoft.OptionalFeature.AutoUpgrade*', 'server', 'server',
      'the product decides it for each server; judged by PAT-004'),
  (6, 'Microsoft.Configuration.ImportDate', 'server', 'server', 'set when a server is built from an export'),
  (7, 'Microsoft.SystemInformation.MachineRole', 'server', 'server', 'describes one machine'),
  (8, 'Microsoft.SynchronizationOption.*', 'identity mapping', 'setting',
      'another anchor or join makes every cloud object a stranger after promotion'),
  (9, 'Microsoft.UserSignIn.*', 'sign-in', 'setting',
      'a switch for the whole tenant: the server that takes over imposes its own'),
  (10, 'Microsoft.OptionalFeature.ExportDeletionThreshold*', 'operation', 'setting',
      'the only brake between a wrong click and mass deletion'),
  (11, 'Microsoft.OptionalFeature.*', 'features', 'growing',
      'a feature that is on for one server only starts or stops at promotion'),
  (12, 'Microsoft.*WriteBack.*', 'features', 'growing', 'where written-back objects go'),
  (13, 'Microsoft.AADFilter.*', 'features', 'growing', 'decides which attributes reach Entra ID'),
  (14, 'Microsoft.DirectoryExtension.*', 'features', 'growing', 'decides which extension attributes reach Entra ID'),
  (15, 'Microsoft.Synchronize.SynchronizationSchedule', 'operation', 'setting',
      'without the scheduler the server falls behind and cannot take over'),
  (16, 'Microsoft.Synchronize.MaintenanceEnabled', 'operation', 'setting',
      'without maintenance no keys are rotated and no run history is purged'),
  (17, 'Microsoft.Synchronize.*', 'operation', 'minor', 'how the scheduler runs'),
  (18, 'Microsoft.ConnectDirectories.*', 'operation', 'minor', 'a setting of the wizard'),
  (19, 'Microsoft.AzureADConnectAdministrationAgent.*', 'operation', 'minor', 'state of the administration agent'),
  (20, '*', 'operation', 'growing', 'a setting that differs without a known reason')),
placed AS MATERIALIZED (
  SELECT p.*, (SELECT min(ordinal) FROM class WHERE p.name GLOB pattern) AS ordinal FROM main.global_parameter p)
SELECT p.target_id, 'global_settings', c.area, p.name, 'parameter' || char(31) || fold(p.name),
       iif(p.value = '', '(empty)', p.value), param_key(p.name, p.value), c.nature, c.why, p.evidence_id
  FROM placed p
  JOIN class c ON c.ordinal = p.ordinal;

-- Metaverse schema -------------------------------------------------------------------------------
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'schema', 'metaverse / attribute ' || name,
       'mv attribute' || char(31) || fold(name),
       iif(single_value, 'single value', 'several values') || ', syntax ' || coalesce(syntax, 'not given'),
       single_value || char(31) || coalesce(syntax, ''),
       iif(name LIKE 'extension%', 'setting', 'growing'),
       'an attribute that one server lacks is exported empty after promotion', evidence_id
  FROM main.metaverse_attribute;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'schema', 'metaverse / attribute ' || name || ' / indexed',
       'mv attribute' || char(31) || fold(name) || char(31) || 'indexed', 'mv attribute' || char(31) || fold(name),
       iif(indexed, 'yes', 'no'), indexed, 'minor', 'only speed depends on it', evidence_id
  FROM main.metaverse_attribute;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'schema', 'metaverse / class ' || class,
       'mv class' || char(31) || fold(class), 'present', 'present', 'growing',
       'objects of a class that one server lacks cannot be synchronised by it', min(evidence_id)
  FROM main.metaverse_class
 GROUP BY target_id, class;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'global_settings', 'schema', 'metaverse / class ' || class || ' / attribute ' || attribute,
       'mv class' || char(31) || fold(class) || char(31) || fold(attribute), 'mv class' || char(31) || fold(class),
       iif(required, 'required', 'optional'), required, iif(attribute LIKE 'extension%', 'setting', 'growing'),
       'an attribute that one server lacks is exported empty after promotion', evidence_id
  FROM main.metaverse_class;

-- Connectors -------------------------------------------------------------------------------------
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'connector', 'connectors', 'connector ' || name, 'connector' || char(31) || connector_key,
       CASE kind WHEN 'entra' THEN 'tenant ' || coalesce(tenant, 'not given')
                 WHEN 'ad' THEN 'forest ' || coalesce(forest, 'not given')
                 ELSE category END,
       CASE kind WHEN 'entra' THEN coalesce(tenant, '') ELSE kind END, 'setting',
       'objects of a directory that one server does not know are deleted in Entra ID after promotion', evidence_id
  FROM main.connector;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'connector', area, 'connector ' || name || ' / ' || label,
       'connector' || char(31) || connector_key || char(31) || label, 'connector' || char(31) || connector_key,
       iif(flag, CASE value WHEN 1 THEN 'on' ELSE 'off' END, value), fold(value), nature, why, evidence_id
  FROM (
    SELECT c.*, 'connectors' AS area, 0 AS flag, 'name' AS label, name AS value, 'minor' AS nature,
           'the same directory under two names confuses who repeats a change by hand' AS why FROM main.connector c
    UNION ALL SELECT c.*, 'server', 0, 'identifier', guid, 'server', 'drawn by each server for itself' FROM main.connector c
    UNION ALL SELECT c.*, 'server', 0, 'account', coalesce(account_domain || '\', '') || account, 'server',
           'each server should have its own account' FROM main.connector c
    UNION ALL SELECT c.*, 'server', 0, 'change counter', CAST(version AS TEXT), 'server', 'counts the changes made on one server' FROM main.connector c
    UNION ALL SELECT c.*, 'server', 0, 'created', created_at, 'server', 'the servers were not built at the same moment' FROM main.connector c
    UNION ALL SELECT c.*, 'server', 0, 'last modified', modified_at, 'server', 'the same change is made on each server by hand' FROM main.connector c
    UNION ALL SELECT c.*, 'operation', 1, 'LDAP signing and sealing', CAST(sign_and_seal AS TEXT), 'setting',
           'without it directory data and changes cross the network unprotected' FROM main.connector c
    UNION ALL SELECT c.*, 'operation', 1, 'LDAP over TLS', CAST(ssl_bind AS TEXT), 'setting',
           'decides how directory data are protected on the network' FROM main.connector c
    UNION ALL SELECT c.*, 'operation', 1, 'certificate revocation check', CAST(crl_check AS TEXT), 'setting',
           'decides whether a revoked certificate is noticed' FROM main.connector c
    UNION ALL SELECT c.*, 'operation', 1, 'simple bind', CAST(simple_bind AS TEXT), 'setting',
           'a simple bind sends the password of the connector account' FROM main.connector c
    UNION ALL SELECT c.*, 'operation', 1, 'password synchronisation allowed', CAST(password_sync_allowed AS TEXT), 'minor',
           'an old switch of the engine' FROM main.connector c
    UNION ALL SELECT c.*, 'features', 1, 'password hash synchronisation', CAST(password_hash_sync AS TEXT), 'setting',
           'passwords stop or start to be synchronised at promotion' FROM main.connector c
    UNION ALL SELECT c.*, 'features', 1, 'password writeback', CAST(password_writeback AS TEXT), 'setting',
           'self-service reset stops or starts to reach AD at promotion' FROM main.connector c
    UNION ALL SELECT c.*, 'version', 0, 'assembly version', assembly_version, 'version',
           'follows the product version' FROM main.connector c)
 WHERE value IS NOT NULL;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector',
       iif(s.name LIKE '%GroupFiltering%' OR s.name LIKE 'adal-%' OR s.scope = 'password-hash-sync', 'features', 'operation'),
       'connector ' || c.name || ' / ' || s.scope || ' / ' || s.name,
       'connector' || char(31) || c.connector_key || char(31) || 'setting' || char(31) || s.scope || char(31) || fold(s.name),
       'connector' || char(31) || c.connector_key,
       iif(s.value = '', '(empty)', s.value), param_key(s.name, s.value),
       CASE WHEN s.scope = 'connectivity' AND fold(s.name) IN ('forest-login-domain', 'forest-login-user', 'username')
              THEN 'server'
            WHEN s.name IN ('export-enabled', 'import-enabled', 'filename') OR s.scope = 'password-hash-sync' THEN 'switch'
            WHEN s.intrinsic OR s.scope = 'extension' THEN 'version'
            WHEN s.name LIKE 'adal-%' OR s.scope = 'password-sync' OR fold(s.name) LIKE '%preferred%' THEN 'minor'
            ELSE 'growing' END,
       'an option of the connector', c.evidence_id
  FROM main.connector_setting s
  JOIN main.connector c ON c.id = s.connector_id;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector', 'schema', 'connector ' || c.name || ' / attribute ' || i.name,
       'connector' || char(31) || c.connector_key || char(31) || 'attribute' || char(31) || i.name_key,
       'connector' || char(31) || c.connector_key, 'included', 'included', 'setting',
       'an attribute that one server does not read is exported empty after promotion', c.evidence_id
  FROM main.attribute_inclusion i
  JOIN main.connector c ON c.id = i.connector_id;

-- Partitions and OU scope ------------------------------------------------------------------------
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector', 'connectors', 'connector ' || c.name || ' / partition ' || p.name,
       'connector' || char(31) || c.connector_key || char(31) || 'partition' || char(31) || p.name_key,
       'connector' || char(31) || c.connector_key,
       iif(p.selected, 'selected', 'not selected'), iif(p.selected, 'selected', 'not selected'), 'setting',
       'all users of a domain that one server does not select are deleted in Entra ID after promotion', c.evidence_id
  FROM main.partition p
  JOIN main.connector c ON c.id = p.connector_id;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector', area, 'connector ' || c.name || ' / partition ' || p.name || ' / ' || label,
       'connector' || char(31) || c.connector_key || char(31) || 'partition' || char(31) || p.name_key || char(31) || key,
       'connector' || char(31) || c.connector_key || char(31) || 'partition' || char(31) || p.name_key,
       p.value, fold(p.value), nature, why, c.evidence_id
  FROM (
    SELECT p.id, p.connector_id, p.name, p.name_key, 'scope' AS area, o.kind || ' ' || o.dn AS label,
           o.kind || char(31) || o.dn_key AS key, 'listed' AS value, 'setting' AS nature,
           'decides which organisational units are synchronised' AS why
      FROM main.partition p JOIN main.partition_container o ON o.partition_id = p.id WHERE p.selected
    UNION ALL
    SELECT p.id, p.connector_id, p.name, p.name_key, 'schema', 'object class ' || o.name,
           'class' || char(31) || o.name_key, 'included', 'setting', 'decides which kinds of objects are synchronised'
      FROM main.partition p JOIN main.partition_object_class o ON o.partition_id = p.id WHERE p.selected
    UNION ALL SELECT id, connector_id, name, name_key, 'server', 'identifier', 'identifier', guid, 'server', 'drawn by each server for itself' FROM main.partition WHERE selected
    UNION ALL SELECT id, connector_id, name, name_key, 'server', 'created', 'created', created_at, 'server', 'the servers were not built at the same moment' FROM main.partition WHERE selected
    UNION ALL SELECT id, connector_id, name, name_key, 'server', 'last modified', 'modified', modified_at, 'server', 'the same change is made on each server by hand' FROM main.partition WHERE selected
    UNION ALL SELECT id, connector_id, name, name_key, 'server', 'last domain controller', 'last dc', last_dc, 'server', 'each server talks to a domain controller near to it' FROM main.partition WHERE selected
    UNION ALL SELECT id, connector_id, name, name_key, 'operation', 'LDAP signing and sealing', 'seal', iif(sign_and_seal, 'on', 'off'), 'setting', 'without it directory data and changes cross the network unprotected' FROM main.partition WHERE selected AND sign_and_seal IS NOT NULL
    UNION ALL SELECT id, connector_id, name, name_key, 'operation', 'LDAP over TLS', 'tls', iif(ssl_bind, 'on', 'off'), 'setting', 'decides how directory data are protected on the network' FROM main.partition WHERE selected AND ssl_bind IS NOT NULL
    UNION ALL SELECT id, connector_id, name, name_key, 'operation', 'certificate revocation check', 'crl', iif(crl_check, 'on', 'off'), 'setting', 'decides whether a revoked certificate is noticed' FROM main.partition WHERE selected AND crl_check IS NOT NULL
    UNION ALL SELECT id, connector_id, name, name_key, 'operation', 'simple bind', 'simple', iif(simple_bind, 'on', 'off'), 'setting', 'a simple bind sends the password of the connector account' FROM main.partition WHERE selected AND simple_bind IS NOT NULL
    UNION ALL SELECT id, connector_id, name, name_key, 'operation', 'failover to another domain controller', 'failover', iif(dc_failover, 'on', 'off'), 'minor', 'decides what happens when the preferred domain controllers are down' FROM main.partition WHERE selected AND dc_failover IS NOT NULL
  ) p
  JOIN main.connector c ON c.id = p.connector_id
 WHERE p.value IS NOT NULL;

-- Run profiles -----------------------------------------------------------------------------------
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector', 'operation', 'connector ' || c.name || ' / run profile ' || r.name,
       'connector' || char(31) || c.connector_key || char(31) || 'profile' || char(31) || fold(r.name),
       'connector' || char(31) || c.connector_key,
       coalesce(s.steps, 'no steps'), coalesce(s.step_keys, ''), 'setting',
       'the scheduler stops where a run profile or one of its steps is missing', c.evidence_id
  FROM main.run_profile r
  JOIN main.connector c ON c.id = r.connector_id
  LEFT JOIN (SELECT run_profile_id,
                    group_concat(type || coalesce(' (' || subtype || ')', '') || coalesce(' on ' || partition, ''), '; ') AS steps,
                    group_concat(fold(type || coalesce(' (' || subtype || ')', '')) || coalesce(' on ' || dn_key(partition), ''), '; ') AS step_keys
               FROM (SELECT * FROM main.run_step ORDER BY run_profile_id, ordinal)
              GROUP BY run_profile_id) s ON s.run_profile_id = r.id;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT c.target_id, 'connector', 'operation', 'connector ' || c.name || ' / run profile ' || r.name || ' / sizes and limits',
       'connector' || char(31) || c.connector_key || char(31) || 'profile' || char(31) || fold(r.name) || char(31) || 'sizes',
       'connector' || char(31) || c.connector_key || char(31) || 'profile' || char(31) || fold(r.name),
       s.sizes, s.sizes, 'minor', 'speed and limits of one run', c.evidence_id
  FROM main.run_profile r
  JOIN main.connector c ON c.id = r.connector_id
  JOIN (SELECT run_profile_id,
               group_concat('batch ' || coalesce(batch_size, '-') || ', page ' || coalesce(page_size, '-')
                            || ', timeout ' || coalesce(timeout_s, '-') || ' s, object limit ' || coalesce(object_limit, '-')
                            || ', delete limit ' || coalesce(delete_limit, '-'), '; ') AS sizes
          FROM (SELECT * FROM main.run_step ORDER BY run_profile_id, ordinal)
         GROUP BY run_profile_id) s ON s.run_profile_id = r.id;

-- Synchronisation rules --------------------------------------------------------------------------
CREATE TEMP TABLE rule_at AS                   -- each rule with its place in paths
SELECT r.*, coalesce(c.name, 'connector ' || r.connector_guid) || ' / ' || r.direction || ' / ' || r.name
              || iif(r.duplicate, ' #' || (r.duplicate + 1), '') AS path,
       'rule' || char(31) || coalesce(c.connector_key, r.connector_guid) || char(31) || r.direction || char(31)
              || r.name_key || char(31) || r.duplicate AS path_key
  FROM main.sync_rule r
  LEFT JOIN main.connector c ON c.id = r.connector_id;
CREATE INDEX temp.rule_at_id ON rule_at (id);

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, idle, template, why, evidence_id)
SELECT target_id, 'sync_rule', 'rules', path, path_key,
       CASE WHEN is_standard THEN 'standard rule' ELSE 'custom rule' END || iif(disabled, ', disabled', ''), 'present', 'setting',
       disabled, iif(is_standard, coalesce(CAST(tag_version AS TEXT), ''), NULL),
       'a rule that one server lacks filters, joins or writes differently after promotion', evidence_id
  FROM rule_at;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'sync_rule', area, path || ' / ' || label, path_key || char(31) || label, path_key,
       iif(value = '', '(none)', value), key, nature, why, evidence_id
  FROM (
    SELECT r.target_id, r.path, r.path_key, r.evidence_id, 'rule properties' AS area, 'state' AS label,
           iif(disabled, 'disabled', 'enabled') AS value, CAST(disabled AS TEXT) AS key, 'switch' AS nature,
           'a rule that is switched off on one side is invisible in a list of names' AS why FROM rule_at r
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'link type', link_type, fold(link_type), 'setting',
           'decides whether the rule creates, joins or only flows' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'source object type', source_type, fold(source_type), 'setting',
           'decides which objects the rule sees' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'target object type', target_type, fold(target_type), 'setting',
           'decides what the rule writes to' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'password synchronisation',
           CASE password_sync WHEN 1 THEN 'on' WHEN 0 THEN 'off' ELSE 'not given' END, coalesce(password_sync, ''), 'switch',
           'decides whether passwords flow through the rule' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'soft-delete interval',
           coalesce(soft_delete_s || ' s', 'not given'), coalesce(soft_delete_s, ''), 'setting',
           'how long a vanished object is kept before it is deleted' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'rule properties', 'template',
           coalesce(tag_name, 'none: a custom rule'), fold(coalesce(tag_name, '')), 'setting',
           'a rule of the same name made from another template is another rule' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'version', 'template version',
           coalesce(tag_version, 'none'), coalesce(tag_version, ''), 'version',
           'another product version brings another template' FROM rule_at WHERE is_standard
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'filters', 'scope', scope, scope_key, 'setting',
           'the scope decides who is synchronised' FROM rule_at
    UNION ALL SELECT target_id, path, path_key, evidence_id, 'filters', 'join', join_criteria, join_key, 'setting',
           'the join decides which cloud object a person is glued to, and is hard to undo' FROM rule_at);

-- A rule seldom writes one attribute twice; where it does, the flows are counted in the order of their meaning.
INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, parent_key, value, value_key, nature, why, evidence_id)
WITH written(rule_id, destination_key) AS MATERIALIZED (
  SELECT rule_id, destination_key FROM main.rule_mapping GROUP BY rule_id, destination_key HAVING count(*) > 1),
repeated AS MATERIALIZED (
  SELECT rule_id, ordinal, row_number() OVER (PARTITION BY rule_id, destination_key ORDER BY value_key, ordinal) AS nth
    FROM main.rule_mapping
   WHERE (rule_id, destination_key) IN (SELECT rule_id, destination_key FROM written))
SELECT r.target_id, 'sync_rule', 'flows', r.path || ' / mapping ' || m.destination || iif(n.nth > 1, ' #' || n.nth, ''),
       r.path_key || char(31) || 'mapping' || char(31) || m.destination_key || char(31) || coalesce(n.nth, 1), r.path_key,
       CASE m.flow_type WHEN 'direct' THEN 'direct from ' || m.sources
                        WHEN 'constant' THEN 'constant "' || coalesce(m.expression, '') || '"'
                        ELSE 'expression ' || coalesce(m.expression, '') END
         || iif(m.merge_type = 'Update', '', ', merge ' || m.merge_type)
         || iif(m.execute_once, ', once', ''),
       m.value_key, 'setting', 'the flow decides the value of this attribute for everybody in the rule''s scope', r.evidence_id
  FROM main.rule_mapping m
  JOIN rule_at r ON r.id = m.rule_id
  LEFT JOIN repeated n ON n.rule_id = m.rule_id AND n.ordinal = m.ordinal;

INSERT OR IGNORE INTO parity_item (target_id, source, area, path, path_key, value, value_key, nature, why, evidence_id)
SELECT target_id, 'sync_rule', 'server', 'rules / identifiers and change counters',
       'rules' || char(31) || 'identifiers', 'of this server, on ' || count(*) || ' rules',
       count(*) || char(31) || min(guid) || char(31) || max(guid), 'server', 'drawn by each server for itself', NULL
  FROM rule_at
 GROUP BY target_id;
