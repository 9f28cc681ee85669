-- SPDX-License-Identifier: Apache-2.0
-- The snapshot: what one run collected, as one SQLite file. Schema version: see snapshot.c.
--
-- Reading order: run, target, coverage, evidence; then the facts. Every fact row belongs to one
-- target and names the evidence it was read from. Facts of one (target, source) and its coverage
-- row are written in one transaction: facts without a coverage row do not exist.
-- Times are UTC, ISO 8601. Booleans are 0 or 1. NULL means: the source did not say.
-- Columns that end in _key are normalised for comparison (letter case, spaces, order, identifiers
-- local to one server); the column without the suffix keeps what the source wrote.
-- Opening compares the text of every CREATE but for comments and white space: a release that changes
-- anything else needs a new schema version. Comments here start with two hyphens, nothing else.

CREATE TABLE run (
  id             TEXT PRIMARY KEY,             -- 32 hex digits
  started_at     TEXT NOT NULL,
  finished_at    TEXT,                         -- NULL: the run was cut off
  interrupted    INTEGER NOT NULL DEFAULT 0 CHECK (interrupted IN (0, 1)),  -- stopped by a signal
  tool_version   TEXT NOT NULL,
  catalogue_version TEXT NOT NULL,             -- of the catalogue embedded in the tool
  catalogue_sha256  TEXT NOT NULL,
  operator       TEXT NOT NULL,                -- account that ran the tool
  workstation    TEXT NOT NULL                 -- where it ran
) STRICT;

-- What the run was asked to look at.
CREATE TABLE target (
  id             INTEGER PRIMARY KEY,          -- order of the plan
  name           TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN ('server')),
  declared_role  TEXT CHECK (declared_role IN ('active', 'staging')),
  pair           TEXT,                         -- label that joins servers, if one was declared
  location       TEXT NOT NULL                 -- the export folder, as given
) STRICT;

-- Did each source of each target answer? No row: nobody asked.
CREATE TABLE coverage (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  source         TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('ok', 'denied', 'timeout', 'unreachable', 'unsupported', 'failed')),
  domain         TEXT,                         -- whose number `code` is
  code           INTEGER,
  place          TEXT,                         -- file, line
  message        TEXT,
  hint           TEXT,
  rows           INTEGER NOT NULL,             -- fact rows stored
  started_at     TEXT NOT NULL,
  finished_at    TEXT NOT NULL,
  PRIMARY KEY (target_id, source)
) STRICT;

-- The bytes that facts were read from. SHA-256 and size are of the bytes before compression.
CREATE TABLE evidence (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  source         TEXT NOT NULL,
  name           TEXT NOT NULL,                -- path inside the export folder
  collected_at   TEXT NOT NULL,
  size           INTEGER NOT NULL,
  sha256         TEXT NOT NULL,
  encoding       TEXT NOT NULL CHECK (encoding IN ('zstd', 'none')),
  body           BLOB                          -- NULL where the bytes could hold a secret
) STRICT;

-- source: global_settings --------------------------------------------------------------------

CREATE TABLE sync_server (                     -- one row per server
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  server_name    TEXT,                         -- as the server calls itself
  exported_at    TEXT,                         -- clock of that server, no zone known
  staging_mode   INTEGER CHECK (staging_mode IN (0, 1)),   -- NULL: parameter absent
  product_version TEXT,                        -- ServerConfigurationVersion
  format_version INTEGER,
  config_version INTEGER,                      -- counter, local to the server
  password_change_history_size INTEGER,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

CREATE TABLE global_parameter (                -- Microsoft.Synchronize.StagingMode and friends
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,
  value          TEXT NOT NULL,                -- '' when written empty; no row when absent
  data_type      TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

CREATE TABLE metaverse_attribute (             -- attribute types of the metaverse schema
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,
  syntax         TEXT,                         -- OID
  single_value   INTEGER NOT NULL CHECK (single_value IN (0, 1)),
  indexed        INTEGER NOT NULL CHECK (indexed IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

CREATE TABLE metaverse_class (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  class          TEXT NOT NULL,
  attribute      TEXT NOT NULL,                -- one row per attribute of the class
  required       INTEGER NOT NULL CHECK (required IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, class, attribute)
) STRICT;

-- source: connector ----------------------------------------------------------------------------

CREATE TABLE connector (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector_key  TEXT NOT NULL,                -- 'ad:contoso.com', 'entra', 'extensible2:...': same on every server
  kind           TEXT NOT NULL CHECK (kind IN ('ad', 'entra', 'other')),
  guid           TEXT NOT NULL,                -- lower case; local to the server but for Entra ID
  name           TEXT NOT NULL,
  category       TEXT NOT NULL,
  subtype        TEXT,
  description    TEXT,
  version        INTEGER,
  created_at     TEXT,
  modified_at    TEXT,
  forest         TEXT,                         -- AD: forest DNS name
  tenant         TEXT,                         -- Entra ID: domain of the connector account, lower case
  account_domain TEXT,                         -- AD: forest-login-domain
  account        TEXT,                         -- AD: forest-login-user; Entra ID: UserName
  sign_and_seal  INTEGER CHECK (sign_and_seal IN (0, 1)),
  ssl_bind       INTEGER CHECK (ssl_bind IN (0, 1)),
  crl_check      INTEGER CHECK (crl_check IN (0, 1)),
  simple_bind    INTEGER CHECK (simple_bind IN (0, 1)),
  password_hash_sync INTEGER CHECK (password_hash_sync IN (0, 1)),
  password_writeback INTEGER CHECK (password_writeback IN (0, 1)),
  password_sync_allowed INTEGER,
  assembly_version TEXT,                       -- of the connector's extension (Entra ID)
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- Named settings of a connector that have no column of their own; encrypted ones are never stored.
CREATE TABLE connector_setting (
  connector_id   INTEGER NOT NULL REFERENCES connector(id),
  scope          TEXT NOT NULL,                -- connectivity, global, password-sync, password-reset, password-hash-sync, extension, or the partition's DN key
  name           TEXT NOT NULL,
  value          TEXT NOT NULL,
  intrinsic      INTEGER NOT NULL CHECK (intrinsic IN (0, 1)),  -- computed by the product
  PRIMARY KEY (connector_id, scope, name)
) STRICT;

CREATE TABLE attribute_inclusion (             -- attributes that a connector reads
  connector_id   INTEGER NOT NULL REFERENCES connector(id),
  name           TEXT NOT NULL,
  name_key       TEXT NOT NULL,
  PRIMARY KEY (connector_id, name_key)
) STRICT;

CREATE TABLE partition (
  id             INTEGER PRIMARY KEY,
  connector_id   INTEGER NOT NULL REFERENCES connector(id),
  guid           TEXT NOT NULL,                -- lower case; local to the server
  name           TEXT NOT NULL,                -- DN of the naming context, or 'default'
  name_key       TEXT NOT NULL,
  display_name   TEXT,
  selected       INTEGER NOT NULL CHECK (selected IN (0, 1)),
  is_domain      INTEGER CHECK (is_domain IN (0, 1)),
  created_at     TEXT,
  modified_at    TEXT,
  sign_and_seal  INTEGER CHECK (sign_and_seal IN (0, 1)),
  ssl_bind       INTEGER CHECK (ssl_bind IN (0, 1)),
  crl_check      INTEGER CHECK (crl_check IN (0, 1)),
  simple_bind    INTEGER CHECK (simple_bind IN (0, 1)),
  dc_failover    INTEGER CHECK (dc_failover IN (0, 1)),
  last_dc        TEXT
) STRICT;

CREATE TABLE partition_container (             -- OU scope: nearest listed ancestor decides
  partition_id   INTEGER NOT NULL REFERENCES partition(id),
  kind           TEXT NOT NULL CHECK (kind IN ('include', 'exclude')),
  dn             TEXT NOT NULL,
  dn_key         TEXT NOT NULL,
  PRIMARY KEY (partition_id, kind, dn_key)
) STRICT;

CREATE TABLE partition_object_class (
  partition_id   INTEGER NOT NULL REFERENCES partition(id),
  name           TEXT NOT NULL,
  name_key       TEXT NOT NULL,
  PRIMARY KEY (partition_id, name_key)
) STRICT;

CREATE TABLE run_profile (
  id             INTEGER PRIMARY KEY,
  connector_id   INTEGER NOT NULL REFERENCES connector(id),
  name           TEXT NOT NULL
) STRICT;

CREATE TABLE run_step (
  run_profile_id INTEGER NOT NULL REFERENCES run_profile(id),
  ordinal        INTEGER NOT NULL,             -- from 1
  type           TEXT NOT NULL,                -- full-import, delta-import, apply-rules, export
  subtype        TEXT,                         -- to-cs, reevaluate-flow-connectors, apply-pending
  partition      TEXT,                         -- name of the partition, not its identifier
  batch_size     INTEGER,
  page_size      INTEGER,
  timeout_s      INTEGER,
  object_limit   INTEGER,
  delete_limit   INTEGER,
  PRIMARY KEY (run_profile_id, ordinal)
) STRICT;

-- source: sync_rule ----------------------------------------------------------------------------

CREATE TABLE sync_rule (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector_id   INTEGER REFERENCES connector(id),   -- NULL: its connector is not in the export
  connector_guid TEXT NOT NULL,                -- lower case
  guid           TEXT NOT NULL,                -- lower case; local to the server
  direction      TEXT NOT NULL CHECK (direction IN ('Inbound', 'Outbound')),
  name           TEXT NOT NULL,
  name_key       TEXT NOT NULL,
  duplicate      INTEGER NOT NULL,             -- 0; 1, 2, ... for further rules of the same connector, direction, name
  description    TEXT,
  immutable_tag  TEXT,
  tag_name       TEXT,                         -- 'Microsoft.InfromADUserJoin' of 'Microsoft.InfromADUserJoin.003'
  tag_version    INTEGER,                      -- 3
  is_standard    INTEGER NOT NULL CHECK (is_standard IN (0, 1)),   -- shipped with the product
  disabled       INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  source_type    TEXT NOT NULL,
  target_type    TEXT NOT NULL,
  link_type      TEXT NOT NULL,
  precedence     INTEGER NOT NULL,             -- lower wins
  soft_delete_s  INTEGER,
  password_sync  INTEGER CHECK (password_sync IN (0, 1)),
  scope          TEXT NOT NULL,                -- readable: (a EQUAL x AND b ISNULL) OR (...)
  scope_key      TEXT NOT NULL,
  join_criteria  TEXT NOT NULL,                -- readable, groups in order
  join_key       TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE INDEX sync_rule_by_target ON sync_rule (target_id);

CREATE TABLE rule_mapping (                    -- attribute flows
  rule_id        INTEGER NOT NULL REFERENCES sync_rule(id),
  ordinal        INTEGER NOT NULL,
  destination    TEXT NOT NULL,
  destination_key TEXT NOT NULL,
  flow_type      TEXT NOT NULL CHECK (flow_type IN ('direct', 'constant', 'expression')),
  sources        TEXT NOT NULL,                -- attributes, sorted, joined by ', '
  expression     TEXT,                         -- or the constant
  merge_type     TEXT NOT NULL,
  execute_once   INTEGER NOT NULL CHECK (execute_once IN (0, 1)),
  value_key      TEXT NOT NULL,                -- everything that decides the flow, normalised
  PRIMARY KEY (rule_id, ordinal)
) STRICT;

CREATE TABLE rule_scope (                      -- groups are OR, conditions inside a group AND
  rule_id        INTEGER NOT NULL REFERENCES sync_rule(id),
  group_no       INTEGER NOT NULL,
  condition_no   INTEGER NOT NULL,
  attribute      TEXT NOT NULL,
  operator       TEXT NOT NULL,
  value          TEXT NOT NULL,
  PRIMARY KEY (rule_id, group_no, condition_no)
) STRICT;

CREATE TABLE rule_join (                       -- groups are tried in order, conditions inside are AND
  rule_id        INTEGER NOT NULL REFERENCES sync_rule(id),
  group_no       INTEGER NOT NULL,
  condition_no   INTEGER NOT NULL,
  cs_attribute   TEXT NOT NULL,                -- connector space
  mv_attribute   TEXT NOT NULL,                -- metaverse
  case_sensitive INTEGER NOT NULL CHECK (case_sensitive IN (0, 1)),
  PRIMARY KEY (rule_id, group_no, condition_no)
) STRICT;
