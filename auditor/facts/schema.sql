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
  kind           TEXT NOT NULL CHECK (kind IN ('server', 'forest')),
  declared_role  TEXT CHECK (declared_role IN ('active', 'staging')),
  pair           TEXT,                         -- label that joins servers, if one was declared
  location       TEXT NOT NULL                 -- the export folder as given, 'winrm:HOST' where there is none, or the forest's domain; '' for a server that was only discovered
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

-- Active Directory ------------------------------------------------------------------------------
-- Target kind 'forest': one forest, asked over LDAP. Its sources: 'ad_forest', 'ad_account', 'ad_right'.
-- SIDs are text (S-1-5-...), GUIDs lower case. Names are the directory's: hostile, and localised.

-- What was asked for and could not be seen, although its source answered: a domain of the forest, an
-- object, an attribute. "Not readable" is a fact; it never becomes "absent".
CREATE TABLE ad_gap (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  source         TEXT NOT NULL,
  topic          TEXT NOT NULL CHECK (topic IN ('domain', 'account', 'computer', 'group', 'right', 'gpo', 'policy', 'sso', 'laps', 'scp', 'backup')),
  subject        TEXT NOT NULL,                -- DN or name of what was not seen
  status         TEXT NOT NULL CHECK (status IN ('denied', 'timeout', 'unreachable', 'unsupported', 'failed', 'limit')),
  message        TEXT NOT NULL
) STRICT;

-- source: ad_forest ----------------------------------------------------------------------------

CREATE TABLE ad_forest (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  root_domain    TEXT NOT NULL,                -- DNS name, lower case
  root_dn        TEXT NOT NULL,
  config_dn      TEXT NOT NULL,
  schema_dn      TEXT NOT NULL,
  functional_level INTEGER,                    -- 7: 2016, 10: 2025
  schema_version INTEGER,
  recycle_bin    INTEGER CHECK (recycle_bin IN (0, 1)),        -- NULL: not readable
  tombstone_lifetime_d INTEGER,
  deleted_lifetime_d   INTEGER,
  server         TEXT NOT NULL,                -- DC that answered
  mechanism      TEXT NOT NULL,                -- how the auditor was authenticated
  protection     TEXT NOT NULL,                -- how the conversation was protected
  clock_offset_s INTEGER NOT NULL,             -- DC's clock minus ours
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

CREATE TABLE ad_domain (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  dns_name       TEXT NOT NULL,                -- lower case
  netbios_name   TEXT,
  dn             TEXT NOT NULL,
  dn_key         TEXT NOT NULL,
  is_root        INTEGER NOT NULL CHECK (is_root IN (0, 1)),
  collected      INTEGER NOT NULL CHECK (collected IN (0, 1)),  -- 0: no DC answered; see ad_gap
  sid            TEXT,
  functional_level INTEGER,
  max_password_age_d  INTEGER,                 -- 0: passwords never expire; NULL: not readable
  min_password_length INTEGER,
  lockout_threshold   INTEGER,
  machine_account_quota INTEGER,
  krbtgt_password_set_at TEXT,
  krbtgt_key_version  INTEGER,
  backup_at      TEXT,                         -- last backup seen by the directory (dSASignature); NULL: not known
  evidence_id    INTEGER REFERENCES evidence(id)
) STRICT;

CREATE TABLE ad_dc (
  domain_id      INTEGER NOT NULL REFERENCES ad_domain(id),
  name           TEXT NOT NULL,                -- DNS name
  site           TEXT,
  read_only      INTEGER NOT NULL CHECK (read_only IN (0, 1)),
  os             TEXT,
  os_version     TEXT,
  PRIMARY KEY (domain_id, name)
) STRICT;

CREATE TABLE ad_scp (                          -- service connection points of hybrid join
  target_id      INTEGER NOT NULL REFERENCES target(id),
  dn             TEXT NOT NULL,
  tenant_name    TEXT,                         -- azureADName
  tenant_id      TEXT,                         -- azureADId
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: ad_account ---------------------------------------------------------------------------

CREATE TABLE ad_account (                      -- accounts and computers that matter to synchronisation
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  domain_id      INTEGER NOT NULL REFERENCES ad_domain(id),
  dn             TEXT NOT NULL,
  dn_key         TEXT NOT NULL,
  sid            TEXT NOT NULL,
  sam            TEXT NOT NULL,                -- sAMAccountName
  upn            TEXT,
  class          TEXT NOT NULL,                -- user, computer, msDS-GroupManagedServiceAccount, msDS-ManagedServiceAccount, inetOrgPerson
  description    TEXT,
  dns_host_name  TEXT,
  enabled        INTEGER CHECK (enabled IN (0, 1)),   -- NULL, here and below: not readable
  password_not_required INTEGER CHECK (password_not_required IN (0, 1)),
  reversible     INTEGER CHECK (reversible IN (0, 1)),
  never_expires  INTEGER CHECK (never_expires IN (0, 1)),
  unconstrained_delegation INTEGER CHECK (unconstrained_delegation IN (0, 1)),
  protocol_transition INTEGER CHECK (protocol_transition IN (0, 1)),
  not_delegated  INTEGER CHECK (not_delegated IN (0, 1)),
  des_only       INTEGER CHECK (des_only IN (0, 1)),
  no_preauth     INTEGER CHECK (no_preauth IN (0, 1)),
  delegate_to    TEXT NOT NULL,                -- msDS-AllowedToDelegateTo, sorted, joined by ', '; '' when none is visible
  acts_on_behalf TEXT NOT NULL,                -- SIDs in msDS-AllowedToActOnBehalfOfOtherIdentity, joined by ', '
  spns           TEXT NOT NULL,                -- sorted, joined by ', '
  encryption_types INTEGER,                    -- msDS-SupportedEncryptionTypes; NULL: not set, the domain's default
  created_at     TEXT,
  password_set_at TEXT,                        -- NULL: not readable, or must be changed at next logon
  must_change_password INTEGER CHECK (must_change_password IN (0, 1)),
  last_logon_at  TEXT,                         -- lastLogonTimestamp: up to 14 days behind; NULL: never or not readable
  expires_at     TEXT,
  admin_count    INTEGER CHECK (admin_count IN (0, 1)),
  primary_group_rid INTEGER,
  sid_history    TEXT NOT NULL,                -- SIDs joined by ', '
  key_credentials INTEGER NOT NULL,            -- values of msDS-KeyCredentialLink that are visible
  creator_sid    TEXT,                         -- mS-DS-CreatorSID
  os             TEXT,
  os_version     TEXT,
  laps           TEXT CHECK (laps IN ('windows', 'legacy', 'none', 'unknown')),   -- NULL: no computer
  laps_expires_at TEXT,
  gmsa_interval_d INTEGER,
  installation_id TEXT,                        -- of the text that express setup writes into the description
  described_server TEXT,                       -- computer named there
  described_tenant TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  UNIQUE (target_id, sid)
) STRICT;

CREATE TABLE ad_account_role (                 -- why an account is in ad_account; an account may have several
  account_id     INTEGER NOT NULL REFERENCES ad_account(id),
  role           TEXT NOT NULL CHECK (role IN (
                   'connector',                -- AD DS connector account
                   'service',                  -- account of the ADSync service
                   'server',                   -- computer object of a sync server
                   'sso',                      -- AZUREADSSOACC
                   'kerberos',                 -- AzureADKerberos computer or krbtgt_AzureAD
                   'suspect')),                -- holds replication rights, otherwise not known to belong to synchronisation
  how            TEXT NOT NULL CHECK (how IN ('export', 'description', 'name', 'right', 'principal', 'reader', 'request')),
  detail         TEXT NOT NULL,                -- which export, which right, ...
  server         TEXT NOT NULL,                -- sync server it belongs to, upper case without domain; '' when not known
  PRIMARY KEY (account_id, role, how, detail)
) STRICT;

CREATE TABLE ad_membership (                   -- every group in the account's token
  account_id     INTEGER NOT NULL REFERENCES ad_account(id),
  group_sid      TEXT NOT NULL,
  privileged     INTEGER NOT NULL CHECK (privileged IN (0, 1)),   -- Tier 0 or operators, by SID
  path           TEXT NOT NULL,                -- 'svc > T0-Ops-Inner > Domain Admins' where known, else ''
  PRIMARY KEY (account_id, group_sid)
) STRICT;

CREATE TABLE ad_gmsa_reader (                  -- who may read the password of a group managed service account
  account_id     INTEGER NOT NULL REFERENCES ad_account(id),
  sid            TEXT NOT NULL,
  member_of      TEXT NOT NULL,                -- '' when named directly, else the SID of the group that is named
  PRIMARY KEY (account_id, sid, member_of)
) STRICT;

CREATE TABLE ad_privileged (                   -- members of protected groups, RID 500 and accounts with adminCount
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  domain_id      INTEGER NOT NULL REFERENCES ad_domain(id),
  dn             TEXT NOT NULL,
  dn_key         TEXT NOT NULL,
  sid            TEXT NOT NULL,
  sam            TEXT NOT NULL,
  enabled        INTEGER CHECK (enabled IN (0, 1)),
  admin_count    INTEGER CHECK (admin_count IN (0, 1)),
  member         INTEGER NOT NULL CHECK (member IN (0, 1)),    -- today in a protected group
  critical       INTEGER CHECK (critical IN (0, 1)),           -- isCriticalSystemObject: default rules leave it out
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  UNIQUE (target_id, sid)
) STRICT;

CREATE TABLE ad_group (                        -- groups of the product and those that the AzureADKerberos object names
  target_id      INTEGER NOT NULL REFERENCES target(id),
  sid            TEXT NOT NULL,
  name           TEXT NOT NULL,
  purpose        TEXT NOT NULL CHECK (purpose IN ('sync_admins', 'sync_operators', 'sync_browse', 'sync_password_set', 'never_reveal', 'reveal')),
  member_sid     TEXT NOT NULL,                -- '' when it has no members
  PRIMARY KEY (target_id, purpose, sid, member_sid)
) STRICT;

-- source: ad_right -----------------------------------------------------------------------------

CREATE TABLE ad_object (                       -- objects whose security descriptor was asked for
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  domain_id      INTEGER REFERENCES ad_domain(id),   -- NULL: configuration
  kind           TEXT NOT NULL CHECK (kind IN ('domain', 'configuration', 'adminsdholder', 'ou', 'container', 'account', 'gpo', 'privileged', 'group', 'site')),
  dn             TEXT NOT NULL,
  dn_key         TEXT NOT NULL,
  name           TEXT NOT NULL,                -- for people: display name of a GPO, name of an OU
  class          TEXT NOT NULL,
  sid            TEXT,
  account_id     INTEGER REFERENCES ad_account(id),  -- kind 'account'
  readable       INTEGER NOT NULL CHECK (readable IN (0, 1)),   -- 0: the descriptor was not shown; nothing is known
  owner_sid      TEXT,
  open_to_all    INTEGER CHECK (open_to_all IN (0, 1)),         -- no DACL: everybody may do everything
  inheritance_blocked INTEGER CHECK (inheritance_blocked IN (0, 1)),
  has_unknown    INTEGER CHECK (has_unknown IN (0, 1)),         -- an ACE could not be understood
  sddl           TEXT,                         -- owner, group, DACL
  evidence_id    INTEGER REFERENCES evidence(id),
  UNIQUE (target_id, dn_key)
) STRICT;

-- What each trustee of an object's DACL (and its owner) may do by itself, in named rights
-- (include/syncaudit/secdesc.h lists them). A wider right gives every narrower row too.
CREATE TABLE ad_grant (
  object_id      INTEGER NOT NULL REFERENCES ad_object(id),
  sid            TEXT NOT NULL,
  right          TEXT NOT NULL,
  what           TEXT NOT NULL,                -- attribute, class; '' for rights that need none, or all
  reach          TEXT NOT NULL,                -- 'object': the object itself; else the class of objects below that inherit it: user, group, computer, ...
  inherited      INTEGER NOT NULL CHECK (inherited IN (0, 1)),
  conditional    INTEGER NOT NULL CHECK (conditional IN (0, 1)),
  PRIMARY KEY (object_id, sid, right, what, reach)
) STRICT, WITHOUT ROWID;

-- What an account may do with all its groups: the same names.
CREATE TABLE ad_account_right (
  account_id     INTEGER NOT NULL REFERENCES ad_account(id),
  object_id      INTEGER NOT NULL REFERENCES ad_object(id),
  right          TEXT NOT NULL,
  what           TEXT NOT NULL,
  reach          TEXT NOT NULL,
  via_sid        TEXT NOT NULL,                -- the trustee that has it: the account itself or a group
  conditional    INTEGER NOT NULL CHECK (conditional IN (0, 1)),
  PRIMARY KEY (account_id, object_id, right, what, reach)
) STRICT, WITHOUT ROWID;

-- Which objects lie above an account or apply to it: who controls one of them controls the account.
CREATE TABLE ad_above (
  account_id     INTEGER NOT NULL REFERENCES ad_account(id),
  object_id      INTEGER NOT NULL REFERENCES ad_object(id),
  relation       TEXT NOT NULL CHECK (relation IN ('parent', 'domain', 'gpo', 'site')),
  distance       INTEGER NOT NULL,             -- 1: the object's own container
  detail         TEXT NOT NULL,                -- of a GPO: where it is linked
  PRIMARY KEY (account_id, object_id, relation)
) STRICT;

CREATE TABLE ad_principal (                    -- every SID that occurs above, with what is known of it
  target_id      INTEGER NOT NULL REFERENCES target(id),
  sid            TEXT NOT NULL,
  name           TEXT NOT NULL,                -- 'LAB\alice', 'Everyone'; the SID itself when it could not be resolved
  dn             TEXT,
  class          TEXT NOT NULL,                -- user, group, computer, ..., 'well-known', 'unresolved'
  enabled        INTEGER CHECK (enabled IN (0, 1)),
  tier           TEXT NOT NULL CHECK (tier IN ('tier0', 'privileged', 'broad', 'self', 'ordinary')),   -- by the SID alone
  PRIMARY KEY (target_id, sid)
) STRICT;

-- The server's Windows, asked over WS-Man ----------------------------------------------------------
-- Target kind 'server'. Each table names its source; a source that answered with nothing has an 'ok' coverage
-- row and no fact row. SIDs are text; names are the server's: hostile, and localised, never compared.

-- How the server was reached. source: host
CREATE TABLE host (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  name           TEXT,                         -- computer name, as the server says
  dns_name       TEXT,
  domain         TEXT,                         -- DNS name of its domain, or its workgroup
  domain_role    INTEGER,                      -- 0/1 client, 2 server alone, 3 member server, 4/5 domain controller
  build          INTEGER,                      -- 20348
  revision       INTEGER,                      -- UBR: the cumulative update
  version        TEXT,                         -- 10.0.20348
  product_type   INTEGER,                      -- 1 client, 2 domain controller, 3 server
  sku            INTEGER,
  installation_type TEXT,                      -- registry value: Server, Server Core, Client
  caption        TEXT,                         -- for people only
  language       INTEGER,                      -- LCID of the system, 1033, 1031
  installed_at   TEXT,
  booted_at      TEXT,
  clock_offset_s INTEGER,                      -- server's clock minus ours
  utc_offset_min INTEGER,
  manufacturer   TEXT,
  model          TEXT,
  virtual        TEXT CHECK (virtual IN ('hyper-v', 'vmware', 'azure', 'aws', 'google', 'kvm', 'xen', 'virtualbox', 'other', 'no')),  -- NULL: not known
  processors     INTEGER,                      -- logical
  memory_mb      INTEGER,
  free_memory_mb INTEGER,
  protocol       TEXT NOT NULL,                -- "HTTP, sealed by Kerberos (AES256)", "HTTPS, TLS 1.3 with channel binding, Kerberos"
  mechanism      TEXT NOT NULL,                -- Kerberos, NTLM, Basic, certificate
  protected      INTEGER NOT NULL CHECK (protected IN (0, 1)),  -- nobody on the way could read or change it
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: disk
CREATE TABLE host_disk (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  drive          TEXT NOT NULL,                -- C:
  size           INTEGER,
  free           INTEGER,
  system         INTEGER NOT NULL CHECK (system IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: network
CREATE TABLE host_address (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  adapter        INTEGER NOT NULL,             -- its index
  kind           TEXT NOT NULL CHECK (kind IN ('address', 'gateway', 'dns')),
  position       INTEGER NOT NULL,
  address        TEXT NOT NULL,                -- canonical text
  public         INTEGER NOT NULL CHECK (public IN (0, 1)),  -- routed on the Internet
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: service
CREATE TABLE host_service (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,                -- short name
  name_key       TEXT NOT NULL,                -- lower case
  account        TEXT,                         -- StartName as the server says; NULL: none
  account_key    TEXT,                         -- lower case; local names of the machine as ".\name"
  account_kind   TEXT NOT NULL CHECK (account_kind IN ('system', 'service', 'virtual', 'gmsa', 'local', 'domain', 'none', 'unknown')),
  start_mode     TEXT NOT NULL CHECK (start_mode IN ('boot', 'system', 'auto', 'manual', 'disabled', 'unknown')),
  delayed        INTEGER CHECK (delayed IN (0, 1)),
  state          TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'paused', 'starting', 'stopping', 'unknown')),
  process_id     INTEGER,
  path           TEXT,
  unquoted       INTEGER NOT NULL CHECK (unquoted IN (0, 1)),  -- path with a space and without quotes
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: hotfix
CREATE TABLE host_hotfix (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  id             TEXT NOT NULL,                -- KB5031364
  installed_on   TEXT,                         -- date; NULL: the server's text is no date that can be read safely
  raw            TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- Single values of the registry, by the names of include/syncaudit/host_settings.def. source: registry
CREATE TABLE host_setting (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,                -- Lsa.LmCompatibilityLevel
  state          TEXT NOT NULL CHECK (state IN ('set', 'absent', 'denied', 'unread', 'wrong_type')),
  number         INTEGER,                      -- DWORD, QWORD, or how many entries; NULL for text
  text           TEXT,                         -- text; of a list the entries, a line each
  place          TEXT NOT NULL,                -- key and value
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

-- The Uninstall keys, both views. source: software
CREATE TABLE host_software (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  key            TEXT NOT NULL,                -- subkey
  bits           INTEGER NOT NULL CHECK (bits IN (32, 64)),
  name           TEXT,
  version        TEXT,
  publisher      TEXT,
  installed_on   TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: certificate
CREATE TABLE host_certificate (                -- of the machine's own store "My"
  target_id      INTEGER NOT NULL REFERENCES target(id),
  thumbprint     TEXT NOT NULL,                -- SHA-1, upper case, as Windows names it
  sha256         TEXT NOT NULL,
  subject        TEXT NOT NULL,
  issuer         TEXT NOT NULL,
  not_before     TEXT NOT NULL,
  not_after      TEXT NOT NULL,
  key_type       TEXT NOT NULL,                -- RSA, EC, ...
  key_bits       INTEGER,
  signature      TEXT NOT NULL,                -- digest: sha256
  self_signed    INTEGER NOT NULL CHECK (self_signed IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: firewall
CREATE TABLE host_firewall_profile (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  profile        TEXT NOT NULL CHECK (profile IN ('domain', 'private', 'public')),
  enabled        INTEGER CHECK (enabled IN (0, 1)),              -- what holds: group policy, else local, else Windows' default
  inbound        TEXT CHECK (inbound IN ('allow', 'block')),
  outbound       TEXT CHECK (outbound IN ('allow', 'block')),
  local_rules    INTEGER CHECK (local_rules IN (0, 1)),          -- 0: group policy shuts local rules out
  block_all      INTEGER CHECK (block_all IN (0, 1)),            -- DoNotAllowExceptions
  log_dropped    INTEGER CHECK (log_dropped IN (0, 1)),
  log_size_kb    INTEGER,
  decided_by     TEXT NOT NULL CHECK (decided_by IN ('policy', 'local', 'default')),  -- of `enabled`
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

CREATE TABLE host_firewall_rule (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  store          TEXT NOT NULL CHECK (store IN ('local', 'policy', 'mdm')),
  rule           TEXT NOT NULL,                -- name of the registry value
  name           TEXT NOT NULL,                -- for people: localised or a resource
  built_in       INTEGER NOT NULL CHECK (built_in IN (0, 1)),  -- its name is a resource of Windows
  active         INTEGER NOT NULL CHECK (active IN (0, 1)),    -- enabled
  inbound        INTEGER NOT NULL CHECK (inbound IN (0, 1)),
  action         TEXT NOT NULL CHECK (action IN ('allow', 'block', 'bypass')),
  domain         INTEGER NOT NULL CHECK (domain IN (0, 1)),    -- profiles that it holds for
  private        INTEGER NOT NULL CHECK (private IN (0, 1)),
  public         INTEGER NOT NULL CHECK (public IN (0, 1)),
  protocol       INTEGER,                      -- IANA number; NULL: any
  program        TEXT,                         -- NULL: any
  service        TEXT,                         -- NULL: any; '*': any service
  package        TEXT,                         -- AppContainer; NULL: any
  interface      TEXT,                         -- interface or its type; NULL: any
  authenticated  INTEGER NOT NULL CHECK (authenticated IN (0, 1)),  -- needs IPsec, or names users or computers
  any_local_port INTEGER NOT NULL CHECK (any_local_port IN (0, 1)),
  any_remote     INTEGER NOT NULL CHECK (any_remote IN (0, 1)),     -- any remote address
  understood     INTEGER NOT NULL CHECK (understood IN (0, 1)),     -- 0: something in it is not known to this program
  meaning_key    TEXT NOT NULL,                -- what it does without its name, for comparison between servers
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

CREATE TABLE host_firewall_port (              -- local ports; none: any
  rule_id        INTEGER NOT NULL REFERENCES host_firewall_rule(id),
  low            INTEGER,                      -- NULL where a keyword stands
  high           INTEGER,
  keyword        TEXT                          -- RPC, RPC-EPMap, IPHTTPS, Teredo, ...
) STRICT;

CREATE TABLE host_firewall_remote (            -- remote addresses; none: any
  rule_id        INTEGER NOT NULL REFERENCES host_firewall_rule(id),
  address        TEXT NOT NULL,                -- as written
  family         INTEGER CHECK (family IN (4, 6)),
  low            TEXT,                         -- first and last address as 32 hex digits (IPv4 in the last 8); NULL: keyword
  high           TEXT,
  keyword        TEXT                          -- LocalSubnet, DNS, DHCP, WINS, DefaultGateway, ...
) STRICT;

-- source: listener
CREATE TABLE host_listener (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  protocol       TEXT NOT NULL CHECK (protocol IN ('tcp', 'udp')),
  address        TEXT NOT NULL,
  loopback       INTEGER NOT NULL CHECK (loopback IN (0, 1)),
  port           INTEGER NOT NULL,
  process_id     INTEGER,
  services       TEXT NOT NULL,                -- short names of the services in that process, sorted, joined by ', '
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- The server's own WinRM configuration. source: winrm_config
CREATE TABLE host_winrm (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,                -- Service.Auth.Basic
  value          TEXT NOT NULL,
  policy         INTEGER NOT NULL CHECK (policy IN (0, 1)),  -- set by group policy
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

CREATE TABLE host_winrm_listener (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  address        TEXT NOT NULL,                -- *, IP:10.0.0.1
  transport      TEXT NOT NULL CHECK (transport IN ('http', 'https')),
  port           INTEGER NOT NULL,
  enabled        INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  thumbprint     TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: local_group
CREATE TABLE host_group (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  sid            TEXT NOT NULL,
  name           TEXT NOT NULL,
  purpose        TEXT CHECK (purpose IN ('sync_admins', 'sync_operators', 'sync_browse', 'sync_password_set')),  -- of the product; NULL: another
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, sid)
) STRICT;

CREATE TABLE host_group_member (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  group_sid      TEXT NOT NULL,
  sid            TEXT,                         -- NULL: the server names a member whose SID could not be learnt
  account        TEXT NOT NULL,                -- DOMAIN\name, as the server says
  kind           TEXT NOT NULL CHECK (kind IN ('user', 'group', 'computer', 'system', 'unknown')),
  local          INTEGER NOT NULL CHECK (local IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: local_user
CREATE TABLE host_user (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  sid            TEXT NOT NULL,
  rid            INTEGER NOT NULL,             -- 500 administrator, 501 guest
  name           TEXT NOT NULL,
  enabled        INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  password_expires  INTEGER CHECK (password_expires IN (0, 1)),
  password_required INTEGER CHECK (password_required IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, sid)
) STRICT;

-- source: feature
CREATE TABLE host_feature (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  kind           TEXT NOT NULL CHECK (kind IN ('role', 'optional')),
  feature        TEXT NOT NULL,                -- number of Win32_ServerFeature, or name of Win32_OptionalFeature
  name           TEXT NOT NULL,                -- for people
  state          TEXT NOT NULL CHECK (state IN ('enabled', 'disabled', 'absent', 'unknown')),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: task
CREATE TABLE host_task (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  path           TEXT NOT NULL,                -- \Microsoft\Windows\...\name
  enabled        INTEGER CHECK (enabled IN (0, 1)),
  account        TEXT,                         -- UserId or GroupId as the server says
  account_key    TEXT,
  account_kind   TEXT NOT NULL CHECK (account_kind IN ('system', 'service', 'virtual', 'gmsa', 'local', 'domain', 'none', 'unknown')),
  logon_type     INTEGER,                      -- 1 password, 2 S4U, 3 interactive token, 4 group, 5 service account, 6 either
  highest        INTEGER CHECK (highest IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: share
CREATE TABLE host_share (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,
  path           TEXT NOT NULL,
  type           INTEGER NOT NULL,             -- 0 disk, 1 printer; shares that Windows makes for itself (C$) are not here
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: antimalware
CREATE TABLE host_antimalware (                -- no row: Windows has no Defender
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  running        INTEGER CHECK (running IN (0, 1)),
  mode           TEXT,                         -- AMRunningMode: Normal, Passive Mode, ...
  real_time      INTEGER CHECK (real_time IN (0, 1)),
  tamper_protection INTEGER CHECK (tamper_protection IN (0, 1)),
  signature_age_d   INTEGER,                   -- NULL: never or not known
  signature_version TEXT,
  engine_version TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE TABLE host_exclusion (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  kind           TEXT NOT NULL CHECK (kind IN ('path', 'extension', 'process', 'address', 'hidden')),  -- hidden: the server does not show them
  value          TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: device_guard
CREATE TABLE host_device_guard (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  vbs            INTEGER,                      -- 0 off, 1 enabled, 2 running
  credential_guard INTEGER CHECK (credential_guard IN (0, 1)),   -- running
  hvci           INTEGER CHECK (hvci IN (0, 1)),
  credential_guard_configured INTEGER CHECK (credential_guard_configured IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: tpm
CREATE TABLE host_tpm (                        -- no row: the server has none
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  enabled        INTEGER CHECK (enabled IN (0, 1)),
  activated      INTEGER CHECK (activated IN (0, 1)),
  spec_version   TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: encryption
CREATE TABLE host_volume (                     -- no row: BitLocker is not installed
  target_id      INTEGER NOT NULL REFERENCES target(id),
  drive          TEXT NOT NULL,
  protection     INTEGER,                      -- 0 off, 1 on, 2 locked
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: database
CREATE TABLE host_database_file (              -- files of the product's own LocalDB
  target_id      INTEGER NOT NULL REFERENCES target(id),
  path           TEXT NOT NULL,
  size           INTEGER NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: log
CREATE TABLE host_log (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,                -- Application, Security, System
  max_size_kb    INTEGER,
  records        INTEGER,                      -- of Security only
  overwrite      TEXT NOT NULL CHECK (overwrite IN ('as_needed', 'outdated', 'never', 'unknown')),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

-- Records of a bounded window, of the ids that checks need. source: event_log
CREATE TABLE host_event_window (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  from_at        TEXT NOT NULL,
  complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),  -- 0: more records than the limit; the oldest are missing
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE TABLE host_event (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  log            TEXT NOT NULL,
  provider       TEXT NOT NULL,
  event          INTEGER NOT NULL,             -- EventCode
  kind           INTEGER NOT NULL,             -- EventType: 1 error, 2 warning, 3 information, 4/5 audit success/failure
  at             TEXT NOT NULL,
  record         INTEGER NOT NULL,
  inserts        TEXT NOT NULL,                -- insertion strings as a JSON array
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- The sync engine, asked through its own PowerShell on the server ------------------------------------
-- Target kind 'server'. What the configuration export says (connectors, rules, global settings) stands in the
-- tables above, wherever the export came from. Names of connectors are the server's; guid: lower case, as in
-- connector.guid. Times are the server's, turned to UTC; NULL: none, or not known.

-- source: engine
CREATE TABLE engine (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  way            TEXT NOT NULL CHECK (way IN ('script', 'function', 'command')),  -- script in a runspace; function of a constrained endpoint; powershell.exe in a command shell
  endpoint       TEXT NOT NULL,                -- session configuration: Microsoft.PowerShell
  protocol       TEXT,                         -- of PSRP: 2.3; NULL for 'command'
  powershell     TEXT NOT NULL,                -- 5.1.17763.1
  language_mode  TEXT NOT NULL,                -- FullLanguage, ConstrainedLanguage
  account_sid    TEXT,                         -- who the session is on the server (a virtual account has one of its own)
  account        TEXT,
  elevated       INTEGER CHECK (elevated IN (0, 1)),  -- administrator on the server
  module_version TEXT,                         -- of the module ADSync
  program_version TEXT,                        -- file version of the service's program
  settings_version TEXT,                       -- ServerConfigurationVersion of the global settings
  schema_version INTEGER,                      -- SqlSchemaVersion
  instance       TEXT,                         -- InstanceId, lower case
  utc_offset_min INTEGER NOT NULL,
  asked_at       TEXT NOT NULL,                -- the server's clock
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

CREATE TABLE engine_parameter (                -- global parameters as the engine has them now
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,
  value          TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

-- Groups of the token that the session has on the server. source: auditor_right
CREATE TABLE auditor_group (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  sid            TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, sid)
) STRICT;

-- source: scheduler
CREATE TABLE engine_scheduler (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  staging_mode   INTEGER NOT NULL CHECK (staging_mode IN (0, 1)),
  cycle_enabled  INTEGER NOT NULL CHECK (cycle_enabled IN (0, 1)),
  maintenance_enabled INTEGER CHECK (maintenance_enabled IN (0, 1)),
  suspended      INTEGER CHECK (suspended IN (0, 1)),
  in_progress    INTEGER CHECK (in_progress IN (0, 1)),
  next_policy    TEXT,                         -- Delta, Initial, Unspecified
  next_start_at  TEXT,
  allowed_interval_s   INTEGER,                -- least that the cloud allows
  effective_interval_s INTEGER,
  custom_interval_s    INTEGER,                -- NULL: none was set
  history_s      INTEGER,                      -- PurgeRunHistoryInterval
  asked_at       TEXT NOT NULL,                -- the server's clock
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: engine_connector
CREATE TABLE engine_connector (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  guid           TEXT NOT NULL,
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('ad', 'entra', 'other')),
  connector_key  TEXT NOT NULL,                -- as in connector: same on every server
  forest         TEXT,                         -- AD
  account_domain TEXT,
  account        TEXT,
  modified_at    TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, guid)
) STRICT;

-- Objects and what waits. source: statistics
CREATE TABLE engine_statistics (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  guid           TEXT NOT NULL,
  name           TEXT NOT NULL,
  objects        INTEGER NOT NULL,             -- TotalConnectors
  export_adds    INTEGER NOT NULL,
  export_updates INTEGER NOT NULL,
  export_deletes INTEGER NOT NULL,
  import_adds    INTEGER,
  import_updates INTEGER,
  import_deletes INTEGER,
  import_unchanged INTEGER,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, guid)
) STRICT;

-- The engine keeps seven days by default. source: run_history
CREATE TABLE engine_history (                  -- how far back
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  runs           INTEGER NOT NULL,
  oldest_at      TEXT,                         -- start of the oldest run that is kept here
  complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),  -- 0: the server has more runs than were asked for
  asked_at       TEXT NOT NULL,                -- the server's clock
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE TABLE engine_run (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  run            TEXT NOT NULL,                -- RunHistoryId, lower case
  guid           TEXT NOT NULL,                -- of the connector
  connector      TEXT NOT NULL,
  profile        TEXT NOT NULL,                -- name of the run profile
  number         INTEGER,
  account        TEXT,                         -- who started it; NT SERVICE\ADSync: the scheduler
  complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),
  result         TEXT NOT NULL,                -- success, stopped-server-down, ...
  started_at     TEXT NOT NULL,
  ended_at       TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE INDEX engine_run_by_target ON engine_run (target_id, guid, profile, started_at);
CREATE TABLE engine_run_step (                 -- steps of the newest run of each profile, of failed runs and of exports
  run_id         INTEGER NOT NULL REFERENCES engine_run(id),
  ordinal        INTEGER NOT NULL,
  type           TEXT,                         -- FullImport, DeltaImport, FullSynchronization, DeltaSynchronization, Export, ...; NULL: not told
  result         TEXT NOT NULL,
  started_at     TEXT,
  ended_at       TEXT,
  staged         INTEGER,                      -- imported: added, changed, renamed, deleted
  stage_failures INTEGER,
  flow_failures  INTEGER,
  exported_adds  INTEGER,
  exported_updates INTEGER,                    -- with renames
  exported_deletes INTEGER,
  export_failures INTEGER,
  errors         INTEGER NOT NULL,             -- objects in error, all lists together
  PRIMARY KEY (run_id, ordinal)
) STRICT;
CREATE TABLE engine_run_error (                -- objects in error of a step by kind, without names
  run_id         INTEGER NOT NULL REFERENCES engine_run(id),
  ordinal        INTEGER NOT NULL,
  type           TEXT NOT NULL,                -- AttributeValueMustBeUnique, permission-issue, ...
  count          INTEGER NOT NULL,
  oldest_at      TEXT,                         -- FirstOccurred of the oldest
  PRIMARY KEY (run_id, ordinal, type)
) STRICT;

-- Connectors at work; no row: idle. source: run_status
CREATE TABLE engine_busy (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector      TEXT NOT NULL,
  state          TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- Full runs that the scheduler was told to make. source: connector_override
CREATE TABLE engine_override (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  guid           TEXT NOT NULL,
  full_import    INTEGER NOT NULL CHECK (full_import IN (0, 1)),
  full_sync      INTEGER NOT NULL CHECK (full_sync IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, guid)
) STRICT;

-- The engine's configuration file on disk. source: override
CREATE TABLE engine_file (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  name           TEXT NOT NULL,                -- miiserver.exe.config
  size           INTEGER NOT NULL,
  sha256         TEXT NOT NULL,
  modified_at    TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, name)
) STRICT;

-- source: auto_upgrade
CREATE TABLE engine_auto_upgrade (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  state          TEXT NOT NULL,                -- Enabled, Suspended, Disabled
  reason         TEXT,                         -- of the suspension
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- source: password_sync
CREATE TABLE engine_password_sync (            -- per AD connector
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector      TEXT NOT NULL,
  enabled        INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, connector)
) STRICT;
CREATE TABLE engine_password_partition (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  guid           TEXT NOT NULL,
  dn             TEXT NOT NULL,
  status         TEXT NOT NULL,                -- None, Successful, Failed, InProgress, Interrupted
  last_success_at TEXT,                        -- end of the last cycle that went well
  last_cycle_at  TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, guid, dn)
) STRICT;
CREATE TABLE engine_password_writeback (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector      TEXT NOT NULL,
  enabled        INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, connector)
) STRICT;

-- Domains as the engine reaches them. source: reachability
CREATE TABLE engine_domain (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  connector      TEXT NOT NULL,
  domain         TEXT NOT NULL,
  reachable      INTEGER NOT NULL CHECK (reachable IN (0, 1)),
  message        TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, connector, domain)
) STRICT;

-- source: engine_database
CREATE TABLE engine_database (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  local_db       INTEGER CHECK (local_db IN (0, 1)),
  used_mb        INTEGER,
  server         TEXT,
  instance       TEXT,
  name           TEXT,
  version        TEXT,                         -- SqlProductVersion
  edition        TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- How the engine signs in to Entra ID. source: entra_credential
CREATE TABLE engine_credential (
  target_id      INTEGER PRIMARY KEY REFERENCES target(id),
  kind           TEXT NOT NULL CHECK (kind IN ('service_account', 'application', 'unknown')),
  managed_by     TEXT,
  auto_rotation  INTEGER CHECK (auto_rotation IN (0, 1)),
  thumbprint     TEXT,                         -- upper case, as in host_certificate
  sha256         TEXT,
  not_before     TEXT,
  not_after      TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;

-- Windows, where neither CIM nor the registry can say ------------------------------------------------

-- source: user_right
CREATE TABLE host_user_right (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  right          TEXT NOT NULL,                -- SeDebugPrivilege
  sid            TEXT NOT NULL,                -- or the name, where Windows did not give a SID
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, right, sid)
) STRICT;

-- source: audit_policy
CREATE TABLE host_audit_policy (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  subcategory    TEXT NOT NULL,                -- GUID, lower case, without braces
  success        INTEGER NOT NULL CHECK (success IN (0, 1)),
  failure        INTEGER NOT NULL CHECK (failure IN (0, 1)),
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, subcategory)
) STRICT;

-- Folders of the product and who may do what there. source: file_right
CREATE TABLE host_folder (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  role           TEXT NOT NULL CHECK (role IN ('program', 'data', 'settings', 'database', 'export')),
  path           TEXT NOT NULL,
  exists_there   INTEGER NOT NULL CHECK (exists_there IN (0, 1)),  -- 0: no such folder, and no rights
  owner_sid      TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id)
) STRICT;
CREATE TABLE host_folder_ace (
  folder_id      INTEGER NOT NULL REFERENCES host_folder(id),
  ordinal        INTEGER NOT NULL,             -- as in the list: it decides
  sid            TEXT NOT NULL,
  allow          INTEGER NOT NULL CHECK (allow IN (0, 1)),
  mask           INTEGER NOT NULL,
  can_read       INTEGER NOT NULL CHECK (can_read IN (0, 1)),    -- read data
  can_write      INTEGER NOT NULL CHECK (can_write IN (0, 1)),   -- write, add, delete, or change rights or owner
  inherit_only   INTEGER NOT NULL CHECK (inherit_only IN (0, 1)),
  inherited      INTEGER NOT NULL CHECK (inherited IN (0, 1)),
  PRIMARY KEY (folder_id, ordinal)
) STRICT;

-- How far back event logs reach. source: log_age
CREATE TABLE host_log_age (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  log            TEXT NOT NULL,
  oldest_at      TEXT,                         -- NULL: the log is empty
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, log)
) STRICT;

-- Logons of the product's own accounts on the server itself (event 4624). source: account_logon
CREATE TABLE host_account_logon (
  target_id      INTEGER NOT NULL REFERENCES target(id),
  account        TEXT NOT NULL,
  sid            TEXT NOT NULL,
  logon_type     INTEGER NOT NULL,             -- 2 interactive, 3 network, 5 service, 10 remote desktop, ...
  count          INTEGER NOT NULL,
  last_at        TEXT NOT NULL,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, sid, logon_type)
) STRICT;
CREATE TABLE host_account_watched (            -- whose logons were looked for, and since when the log reaches back
  target_id      INTEGER NOT NULL REFERENCES target(id),
  account        TEXT NOT NULL,
  sid            TEXT,                         -- NULL: the server could not resolve the name
  since          TEXT,
  evidence_id    INTEGER NOT NULL REFERENCES evidence(id),
  PRIMARY KEY (target_id, account)
) STRICT;

-- Footprint: every remote operation of the run, in the order of its end.
CREATE TABLE footprint (
  id             INTEGER PRIMARY KEY,
  target_id      INTEGER NOT NULL REFERENCES target(id),
  protocol       TEXT NOT NULL CHECK (protocol IN ('dns', 'cldap', 'ldap', 'kerberos', 'http', 'wsman', 'psrp')),
  server         TEXT NOT NULL,
  operation      TEXT NOT NULL,
  detail         TEXT NOT NULL,
  status         TEXT NOT NULL,                -- ok, or the short name of the error
  code           INTEGER NOT NULL,
  entries        INTEGER NOT NULL,
  bytes          INTEGER NOT NULL,
  started_at     TEXT NOT NULL,
  elapsed_ms     INTEGER NOT NULL
) STRICT;
