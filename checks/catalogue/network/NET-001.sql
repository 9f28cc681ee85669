-- SPDX-License-Identifier: Apache-2.0
-- id: NET-001
-- title: Windows Firewall is on in all profiles, blocks inbound by default, and logs
-- area: network
-- severity: high
-- applies: all
-- needs: [firewall, service]
-- param:
--   third_party_firewall: ""
--   log_size_min_kb: 16384
-- why: >-
--   The firewall of the server is the last segment of the network. A profile that is off, or that lets in
--   what no rule names, undoes every rule; which profile is in force changes with the network that Windows
--   believes to be in.
-- remedy: >-
--   Turn on the three profiles by group policy, block inbound connections by default, log dropped packets
--   into a file of at least 16 MB, and do not merge local rules in the public profile. Where another product
--   is the firewall, name it in the policy (third_party_firewall).
-- references:
--   - STIG Windows Server 2022 WN22-00-000280 (V-254265)
--   - CIS Windows Server 2022 v4.0.0 9.1.1, 9.1.2, 9.1.5, 9.1.6, 9.2.1, 9.2.2, 9.3.1, 9.3.2
--   - NIST SP 800-53 r5 SC-7, SC-7(5)
--   - NIST CSF 2.0 PR.IR-01
WITH wanted(profile) AS (VALUES ('domain'), ('private'), ('public')),
seen AS (
  SELECT s.name AS host, w.profile, p.host IS NOT NULL AS found, p.enabled, p.inbound, p.block_all,
         p.local_rules, p.log_dropped, p.log_size_kb, p.lets_all_in, p.evidence_id
    FROM server s
    JOIN wanted w
    LEFT JOIN firewall_profile p ON p.target_id = s.target_id AND p.profile = w.profile
   WHERE param('third_party_firewall') = ''
)
SELECT host, profile || ' profile' AS subject,
       CASE WHEN enabled = 0 THEN 'the firewall is off'
            WHEN lets_all_in THEN 'lets in what no rule names'
            ELSE 'not everything about it could be read' END AS observed,
       'on, and blocks what no rule lets in' AS expected,
       CASE WHEN lets_all_in THEN 'fail' ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM seen
 WHERE lets_all_in IS NOT 0
UNION ALL
SELECT host, profile || ' profile / log',
       CASE WHEN log_dropped IS NULL OR (log_dropped AND log_size_kb IS NULL)
              THEN 'not everything about it could be read'
            WHEN log_dropped = 0 THEN 'dropped packets are not logged'
            ELSE 'dropped packets are logged into ' || log_size_kb || ' KB' END,
       'dropped packets logged into at least ' || param('log_size_min_kb') || ' KB',
       iif(log_dropped IS NULL OR (log_dropped AND log_size_kb IS NULL), 'unknown', 'warn'), evidence_id
  FROM seen
 WHERE found AND enabled IS NOT 0 AND (log_dropped AND log_size_kb >= param('log_size_min_kb')) IS NOT 1
UNION ALL
SELECT host, profile || ' profile / local rules',
       iif(local_rules IS NULL, 'not read', 'rules of the server itself hold beside those of group policy'),
       'only rules of group policy', iif(local_rules IS NULL, 'unknown', 'warn'), evidence_id
  FROM seen
 WHERE found AND enabled IS NOT 0 AND profile = 'public' AND local_rules IS NOT 0
UNION ALL
SELECT s.name, 'service mpssvc', coalesce(v.state, 'not on the server'), 'running',
       CASE WHEN v.state IN ('unknown', 'starting') THEN 'unknown' ELSE 'fail' END,
       v.evidence_id
  FROM server s
  LEFT JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'mpssvc'
 WHERE param('third_party_firewall') = '' AND v.state IS NOT 'running'
UNION ALL
SELECT name, 'firewall', 'the policy names another product: ' || param('third_party_firewall'),
       'Windows Firewall', 'not_applicable', evidence_id
  FROM server
 WHERE param('third_party_firewall') <> ''
