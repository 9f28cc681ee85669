-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-009
-- title: Time is synchronised from the domain
-- area: hardening
-- severity: low
-- applies: all
-- needs: [host, service, registry]
-- param:
--   offset_fail_s: 300
--   offset_warn_s: 60
-- why: >-
--   Kerberos refuses tickets when clocks are five minutes apart; events of several servers can only be
--   put in order, and tokens judged, when clocks agree.
-- remedy: >-
--   w32tm /config /syncfromflags:domhier /update on the server; on a virtual machine let either the host
--   or the domain set the clock, not both.
-- references:
--   - STIG Windows Server 2022 WN22-00-000440 (V-254281)
--   - NIST SP 800-53 r5 AU-8
--   - NIST CSF 2.0 PR.PS-04

-- The server's clock beside that of a domain controller of its own domain's forest, both measured by the auditor's. Where
-- no domain controller was asked and the server agrees with the auditor's clock, that is evidence enough.
WITH clock AS (
  SELECT s.name AS host, h.clock_offset_s AS ours, h.evidence_id,
         (SELECT h.clock_offset_s - f.clock_offset_s
            FROM main.ad_forest f JOIN main.ad_domain d ON d.target_id = f.target_id
           WHERE d.dns_name = fold(h.domain)) AS dc
    FROM server s JOIN main.host h USING (target_id)
)
SELECT host, 'clock' AS subject,
       CASE WHEN ours IS NULL THEN 'not told'
            WHEN dc IS NULL THEN abs(ours) || ' s off the auditor''s; no domain controller was asked whose is right'
            ELSE abs(dc) || ' s off the domain controller''s' END AS observed,
       'at most ' || param('offset_warn_s') || ' s' AS expected,
       CASE WHEN dc IS NULL THEN 'unknown' WHEN abs(dc) > param('offset_fail_s') THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM clock
 WHERE ours IS NULL OR abs(coalesce(dc, ours)) > param('offset_warn_s')
UNION ALL
SELECT s.name, 'service w32time', coalesce(iif(v.state = 'unknown', 'its state is not told', v.state), 'not installed'),
       'running', iif(v.state IS 'unknown', 'unknown', 'warn'), v.evidence_id
  FROM server s LEFT JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'w32time'
 WHERE v.state IS NOT 'running'
UNION ALL
SELECT host, 'source of time', text, 'NT5DS: the domain', 'warn', evidence_id
  FROM setting
 WHERE name = 'Time.Type' AND state = 'set' AND fold(text) NOT IN ('nt5ds', 'allsync', 'ntp')
UNION ALL
SELECT p.host, 'source of time', 'the virtual machine''s host and the domain both set the clock', 'one of them', 'warn',
       p.evidence_id
  FROM setting p
  JOIN main.host h ON h.target_id = p.target_id AND h.virtual IN ('hyper-v', 'azure')
  JOIN setting t ON t.host = p.host AND t.name = 'Time.Type'
 WHERE p.name = 'Time.VmProvider' AND p.number <> 0
   AND (t.state = 'absent' OR fold(t.text) IN ('nt5ds', 'allsync'))
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name IN ('Time.Type', 'Time.VmProvider')
