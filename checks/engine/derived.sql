-- SPDX-License-Identifier: Apache-2.0
-- What checks and `query` see beside the facts: TEMP tables of the connection that evaluates, made
-- anew each time from the facts (and the knowledge tables), never stored in the snapshot.

-- Connectors as the export has them and as the engine has them now: what either knows, the server uses.
CREATE TEMP TABLE known_connector AS
SELECT target_id, id AS connector_id, connector_key, kind, guid, name, forest, tenant, account_domain, account,
       evidence_id
  FROM main.connector
 UNION ALL
SELECT e.target_id, NULL, e.connector_key, e.kind, e.guid, e.name, e.forest,
       iif(e.kind = 'entra', lower(iif(instr(e.account, '@') > 0, substr(e.account, instr(e.account, '@') + 1),
                                       nullif(replace(e.name, ' - AAD', ''), ''))), NULL),
       e.account_domain, e.account, e.evidence_id
  FROM main.engine_connector e
 WHERE NOT EXISTS (SELECT * FROM main.connector c
                    WHERE c.target_id = e.target_id AND c.connector_key = e.connector_key);

-- Global parameters: as the engine has them now, else as the export has them.
CREATE TEMP TABLE parameter AS
SELECT target_id, name, value, 'the engine' AS teller, evidence_id FROM main.engine_parameter
 UNION ALL
SELECT target_id, name, value, 'the export', evidence_id FROM main.global_parameter
 WHERE target_id NOT IN (SELECT target_id FROM main.engine_parameter);
CREATE INDEX temp.parameter_by_name ON parameter (target_id, name);

-- Who tells a server's role: its export, its scheduler, and the parameter that the engine has now.
CREATE TEMP TABLE role_told AS
SELECT target_id, 'configuration export' AS teller, iif(staging_mode, 'staging', 'active') AS role, evidence_id
  FROM main.sync_server WHERE staging_mode IS NOT NULL
 UNION ALL
SELECT target_id, 'scheduler', iif(staging_mode, 'staging', 'active'), evidence_id FROM main.engine_scheduler
 UNION ALL
SELECT target_id, 'parameter of the engine', iif(lower(value) IN ('true', '1'), 'staging', 'active'), evidence_id
  FROM main.engine_parameter
 WHERE name = 'Microsoft.Synchronize.StagingMode' AND lower(value) IN ('true', '1', 'false', '0');

CREATE TEMP TABLE server AS                    -- one row per audited server, collected or not
SELECT t.id AS target_id, t.name, t.declared_role, t.pair AS pair_label, t.location,
       -- Its configuration was asked for, of an export or of its engine; its Windows was asked. Neither: it was only
       -- found in the directory, as those are that have no location.
       iif(t.location <> '', asked.export OR NOT asked.host, asked.export AND asked.host) AS exported, asked.host AS asked,
       iif(r.low = r.high, r.low, NULL) AS role,                    -- NULL: not known
       coalesce(r.low <> r.high, 0) AS role_disputed,               -- who tells it tells different ones
       coalesce(nullif(s.server_name, ''), h.name, s.server_name) AS server_name, s.exported_at,
       -- Told by the export, else by what is installed on the server, else by the engine.
       coalesce(s.product_version, v.text, n.program_version, n.settings_version) AS product_version,
       version_key(coalesce(s.product_version, v.text, n.program_version, n.settings_version)) AS version_key,  -- sortable; NULL: not known
       e.tenant, e.account AS entra_account, c.assembly_version,
       coalesce(s.evidence_id, v.evidence_id, h.evidence_id, n.evidence_id) AS evidence_id
  FROM main.target t
  JOIN (SELECT t.id,
               EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = t.id
                          AND c.source IN ('global_settings', 'connector', 'sync_rule')) AS export,
               EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = t.id
                          AND c.source NOT IN ('global_settings', 'connector', 'sync_rule')
                          AND substr(c.source, 1, 3) <> 'ad_') AS host
          FROM main.target t) asked ON asked.id = t.id
  LEFT JOIN main.sync_server s ON s.target_id = t.id
  LEFT JOIN main.host h ON h.target_id = t.id
  LEFT JOIN main.host_setting v ON v.target_id = t.id AND v.name = 'EntraConnect.Version'
                               AND v.state = 'set'
  LEFT JOIN main.engine n ON n.target_id = t.id
  LEFT JOIN known_connector e ON e.target_id = t.id AND e.kind = 'entra'
  LEFT JOIN main.connector c ON c.id = e.connector_id
  LEFT JOIN (SELECT target_id, min(role) AS low, max(role) AS high FROM role_told GROUP BY target_id) r
    ON r.target_id = t.id
 WHERE t.kind = 'server'
 GROUP BY t.id;

-- Which servers belong to which tenant. A server whose tenant is not known counts for every tenant:
-- it could be the second active one.
CREATE TEMP TABLE tenant_member (
  tenant         TEXT NOT NULL,                -- '(tenant not known)' when no server told one
  target_id      INTEGER NOT NULL,
  name           TEXT NOT NULL,                -- of the server
  certain        INTEGER NOT NULL,             -- 0: the server's tenant is not known
  PRIMARY KEY (tenant, target_id)
) STRICT;

CREATE TEMP TABLE forest AS                    -- one row per forest that was asked, whether it answered or not
SELECT t.id AS target_id, t.name, t.location, f.root_domain, f.root_dn, f.config_dn, f.schema_dn,
       f.functional_level, f.schema_version, f.recycle_bin, f.tombstone_lifetime_d,
       f.deleted_lifetime_d, f.server, f.mechanism, f.protection, f.clock_offset_s, f.evidence_id
  FROM main.target t
  LEFT JOIN main.ad_forest f ON f.target_id = t.id
 WHERE t.kind = 'forest';

-- Which forests the AD connectors of each server name, and which of the run's forests that is. A server
-- without an export: the forests that hold its computer.
CREATE TEMP TABLE server_forest (
  target_id      INTEGER NOT NULL,             -- of the server
  forest         TEXT NOT NULL,                -- as the connector names it, lower case; '' when it names none
  forest_id      INTEGER,                      -- NULL: that forest was not asked
  UNIQUE (target_id, forest, forest_id)
) STRICT;
INSERT INTO server_forest
WITH label(forest_id, domain, answered) AS (   -- a forest that did not answer has the name it was given
  SELECT target_id, lower(root_domain), 1 FROM forest WHERE root_domain IS NOT NULL
   UNION SELECT target_id, lower(dns_name), 1 FROM main.ad_domain
   UNION SELECT target_id, lower(location), 0 FROM forest WHERE root_domain IS NULL
   UNION SELECT target_id, lower(name), 0 FROM forest WHERE root_domain IS NULL),
 wanted(target_id, forest) AS (
  SELECT DISTINCT target_id, lower(coalesce(forest, '')) FROM known_connector WHERE kind = 'ad')
SELECT DISTINCT w.target_id, w.forest, l.forest_id
  FROM wanted w
  LEFT JOIN label l ON w.forest <> '' AND (l.domain = w.forest OR l.answered = 0
       AND substr(l.domain, -length(w.forest) - 1) = '.' || w.forest)
 UNION
SELECT s.target_id, lower(f.root_domain), f.target_id
  FROM server s
  JOIN main.ad_account_role r ON r.role = 'server'
       AND r.server IN (upper(substr(s.name, 1, instr(s.name || '.', '.') - 1)),
                        upper(substr(s.server_name, 1, instr(s.server_name || '.', '.') - 1)))
  JOIN main.ad_account a ON a.id = r.account_id
  JOIN forest f ON f.target_id = a.target_id
 WHERE NOT s.exported AND f.root_domain IS NOT NULL
   AND NOT EXISTS (SELECT * FROM known_connector c WHERE c.target_id = s.target_id);

-- Which servers use which forest. A server whose connectors were not seen could use any of them.
CREATE TEMP TABLE forest_member (
  forest_id      INTEGER NOT NULL,
  forest         TEXT NOT NULL,                -- name of the forest's target
  target_id      INTEGER NOT NULL,
  name           TEXT NOT NULL,                -- of the server
  certain        INTEGER NOT NULL,             -- 0: which forests the server uses is not known
  PRIMARY KEY (forest_id, target_id)
) STRICT;
INSERT OR IGNORE INTO forest_member
SELECT f.target_id, f.name, s.target_id, s.name, 1
  FROM server_forest u JOIN forest f ON f.target_id = u.forest_id
  JOIN server s ON s.target_id = u.target_id
 WHERE EXISTS (SELECT * FROM known_connector c WHERE c.target_id = s.target_id);
INSERT OR IGNORE INTO forest_member
SELECT f.target_id, f.name, s.target_id, s.name, 0
  FROM forest f JOIN server s
 WHERE EXISTS (SELECT * FROM server_forest u WHERE u.target_id = s.target_id AND u.forest = '')
    OR NOT EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = s.target_id
                      AND c.source IN ('connector', 'engine_connector') AND c.status = 'ok');

-- Which staging server stands in for which active one.
CREATE TEMP TABLE pair (
  id             INTEGER PRIMARY KEY,
  active_id      INTEGER NOT NULL,
  active         TEXT NOT NULL,
  staging_id     INTEGER NOT NULL,
  staging        TEXT NOT NULL,
  same_server    INTEGER NOT NULL,             -- both are exports of one server
  compared       INTEGER NOT NULL,             -- 0: one side was not collected at all
  complete       INTEGER NOT NULL,             -- 1: every source of both sides was collected
  notice         TEXT NOT NULL,                -- '' or what a reader must know
  UNIQUE (active_id, staging_id)
) STRICT;

-- Every setting of every server in one comparable form (checks/parity/items.sql fills it).
CREATE TEMP TABLE parity_item (
  target_id      INTEGER NOT NULL,
  source         TEXT NOT NULL,                -- compared only where both sides collected it
  area           TEXT NOT NULL,
  path           TEXT NOT NULL,                -- readable
  path_key       TEXT NOT NULL,                -- the same setting has the same key on every server
  parent_key     TEXT,                         -- where the parent is absent, so are its children: said once
  value          TEXT NOT NULL,                -- readable
  value_key      TEXT NOT NULL,                -- compared
  nature         TEXT NOT NULL CHECK (nature IN (
                   'setting',                  -- should be equal
                   'minor',                    -- should be equal, changes nothing by itself
                   'growing',                  -- a setting that newer versions have and older ones lack
                   'version',                  -- follows the product version
                   'switch',                   -- should be equal, and no version explains a difference
                   'server')),                 -- belongs to one server: expected to differ
  idle           INTEGER NOT NULL DEFAULT 0,   -- rule that is disabled
  template       TEXT,                         -- standard rule: version of its template
  why            TEXT NOT NULL,
  evidence_id    INTEGER,
  PRIMARY KEY (target_id, path_key)
) STRICT, WITHOUT ROWID;

-- What differs within each pair.
CREATE TEMP TABLE parity_difference (
  pair_id        INTEGER NOT NULL,
  active         TEXT NOT NULL,
  staging        TEXT NOT NULL,
  area           TEXT NOT NULL,                -- connectors, scope, schema, rules, flows, filters, rule properties, precedence,
                                               -- features, identity mapping, sign-in, operation, version, server
  path           TEXT NOT NULL,
  active_value   TEXT NOT NULL,                -- 'absent' where the side does not have it
  staging_value  TEXT NOT NULL,
  class          TEXT NOT NULL,                -- drift, version-caused, expected
  minor          INTEGER NOT NULL,             -- 1: changes nothing today (a warning)
  why            TEXT NOT NULL,
  evidence       TEXT NOT NULL                 -- ids of evidence rows, joined by ','
) STRICT;

-- The snapshot named as baseline, if any, and what changed since on the same server.
CREATE TEMP TABLE baseline (
  run_id         TEXT NOT NULL,
  started_at     TEXT NOT NULL,
  location       TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE baseline_difference (
  host           TEXT NOT NULL,
  area           TEXT NOT NULL,
  path           TEXT NOT NULL,
  baseline_value TEXT NOT NULL,
  current_value  TEXT NOT NULL,
  class          TEXT NOT NULL,
  evidence       TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE baseline_server (            -- servers that the baseline holds too
  host           TEXT PRIMARY KEY
) STRICT;
CREATE TEMP TABLE baseline_coverage (          -- what was collected of them then
  host           TEXT NOT NULL,
  source         TEXT NOT NULL,
  PRIMARY KEY (host, source)
) STRICT, WITHOUT ROWID;

-- Dated knowledge (checks/knowledge/*.yaml).
CREATE TEMP TABLE knowledge_table (
  name           TEXT PRIMARY KEY,             -- entra_connect
  retrieved_on   TEXT NOT NULL                 -- the day it was true
) STRICT;
CREATE TEMP TABLE knowledge_release (          -- Entra Connect Sync releases
  version        TEXT PRIMARY KEY,
  version_key    TEXT NOT NULL,
  released_on    TEXT,                         -- NULL: not known
  support_ends_on TEXT,                        -- NULL: open or not known
  retired        INTEGER NOT NULL,             -- out of support for certain
  withdrawn      INTEGER NOT NULL,
  security       INTEGER NOT NULL,             -- described as a security release
  note           TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE knowledge_vulnerability (
  id             TEXT NOT NULL,                -- CVE or advisory
  title          TEXT NOT NULL,
  affects_from_key TEXT NOT NULL,              -- version_key range [from, fixed)
  fixed_in       TEXT NOT NULL,
  fixed_in_key   TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE knowledge_deadline (         -- minimum versions that Microsoft enforces
  due_on         TEXT PRIMARY KEY,
  minimum        TEXT NOT NULL,
  minimum_key    TEXT NOT NULL,
  application_auth INTEGER NOT NULL,           -- application-based authentication required too
  note           TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE knowledge_windows (          -- Windows Server
  build          INTEGER PRIMARY KEY,
  name           TEXT NOT NULL,
  mainstream_ends_on TEXT,
  support_ends_on TEXT NOT NULL,               -- of the extended support
  supported      INTEGER NOT NULL              -- by Entra Connect Sync
) STRICT;
CREATE TEMP TABLE knowledge_update (           -- cumulative updates of Windows; not complete
  build          INTEGER NOT NULL,
  revision       INTEGER NOT NULL,
  released_on    TEXT NOT NULL,
  PRIMARY KEY (build, revision)
) STRICT;
CREATE TEMP TABLE knowledge_dotnet (           -- .NET Framework 4
  release        INTEGER PRIMARY KEY,          -- lowest value of Release
  version        TEXT NOT NULL,
  support_ends_on TEXT                         -- NULL: with its Windows, or not known
) STRICT;
CREATE TEMP TABLE knowledge_sql_server (
  major          INTEGER PRIMARY KEY,          -- 16
  name           TEXT NOT NULL,
  mainstream_ends_on TEXT,                     -- NULL, here and below: not known
  support_ends_on TEXT,
  supported      INTEGER NOT NULL              -- by Entra Connect Sync
) STRICT;
CREATE TEMP TABLE knowledge_run_result (       -- what a run of the sync engine ended with
  pattern        TEXT PRIMARY KEY,             -- for GLOB on the result, lower case; the longest that fits counts
  class          TEXT NOT NULL,                -- ok, running, warn, fail
  completed      INTEGER NOT NULL,             -- 1: the run went through, whatever single objects did
  topic          TEXT NOT NULL,                -- credential, connectivity, server_down, deletion, database, resource,
                                               -- installation, configuration, full_import, busy, objects, stopped; ''
  meaning        TEXT NOT NULL,
  action         TEXT NOT NULL                 -- first thing to do; '' when there is nothing
) STRICT;
CREATE TEMP TABLE knowledge_event (            -- events of the product in the Application log
  provider       TEXT NOT NULL,
  first          INTEGER NOT NULL,             -- ids from here to there
  last           INTEGER NOT NULL,
  class          TEXT NOT NULL,                -- fail: never without a reason; judged: another check judges it; note
  meaning        TEXT NOT NULL,
  PRIMARY KEY (provider, first)
) STRICT;
CREATE TEMP TABLE knowledge_service (          -- what services with these names are for
  pattern        TEXT NOT NULL,                -- for GLOB on host_service.name_key
  purpose        TEXT NOT NULL,                -- monitoring, log_forwarding, antimalware, identity_detection,
                                               -- health, health_updater, sysmon
  product        TEXT NOT NULL,
  PRIMARY KEY (pattern, purpose)
) STRICT;
