-- SPDX-License-Identifier: Apache-2.0
-- What checks see of the servers' Windows beside the host_* facts.

-- Registry values by name (include/syncaudit/host_settings.def). A server whose registry was read has a row for
-- every name; state: set, absent, and denied, unread or wrong_type, of which a check says unknown.
CREATE TEMP TABLE setting AS
SELECT s.name AS host, h.target_id, h.name, h.state, h.number, h.text, h.place, h.evidence_id
  FROM main.host_setting h
  JOIN server s ON s.target_id = h.target_id;
CREATE INDEX temp.setting_by_name ON setting (name, host);
