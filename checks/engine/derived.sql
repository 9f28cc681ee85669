-- SPDX-License-Identifier: Apache-2.0
-- What checks and `query` see beside the facts: TEMP tables of the connection that evaluates, made
-- anew each time from the facts (and the knowledge tables), never stored in the snapshot.

CREATE TEMP TABLE server AS                    -- one row per audited server, collected or not
SELECT t.id AS target_id, t.name, t.declared_role, t.pair AS pair_label, t.location,
       CASE s.staging_mode WHEN 1 THEN 'staging' WHEN 0 THEN 'active' END AS role,  -- NULL: not known
       s.server_name, s.exported_at, s.product_version,
       version_key(s.product_version) AS version_key,            -- sortable; NULL: not known
       e.tenant, e.account AS entra_account, e.assembly_version,
       s.evidence_id
  FROM main.target t
  LEFT JOIN main.sync_server s ON s.target_id = t.id
  LEFT JOIN main.connector e ON e.target_id = t.id AND e.kind = 'entra'
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
