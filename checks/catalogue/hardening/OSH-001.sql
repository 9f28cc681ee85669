-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-001
-- title: The server is dedicated, without other roles and needless services
-- area: hardening
-- severity: medium
-- applies: all
-- needs: [host, service, feature]
-- param:
--   dc_allowed: false
--   roles_allowed: []
--   software_allowed: []
-- why: >-
--   Every other service is another way to the secrets of the directory. The print spooler lets anybody
--   in the domain make the server's computer account sign in elsewhere.
-- remedy: >-
--   Move other roles to other servers, stop and disable the spooler (service "Spooler"), remove Windows
--   PowerShell 2.0. What has to stay: name it in roles_allowed (number of the role) or software_allowed.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - STIG Windows Server 2022 WN22-00-000410 (V-254278)
--   - CIS Windows Server 2022 v4.0.0 5.2
--   - NIST SP 800-53 r5 CM-7, SC-2
--   - NIST CSF 2.0 PR.PS-01
--   - MITRE ATT&CK T1187

-- Roles by the number of Win32_ServerFeature, services by their short names: both are the same in every
-- language. File services (6, 255, 481, 482) are always there. An empty software_allowed judges no software.
WITH foreign_service(name_key, what) AS (VALUES
  ('ntds', 'Active Directory Domain Services'), ('certsvc', 'Active Directory Certificate Services'),
  ('adfssrv', 'Active Directory Federation Services'), ('w3svc', 'a web server'),
  ('msexchangeadtopology', 'Exchange'), ('msexchangeis', 'Exchange')),
foreign_role(id, what, status) AS (VALUES
  (8, 'Active Directory Federation Services', 'fail'), (16, 'Active Directory Certificate Services', 'fail'),
  (130, 'Remote Desktop Session Host', 'fail'), (2, 'web server', 'warn'), (5, 'fax server', 'warn'),
  (7, 'print and document services', 'warn'), (9, 'Active Directory Lightweight Directory Services', 'warn'),
  (12, 'DHCP server', 'warn'), (13, 'DNS server', 'warn'), (14, 'network policy and access', 'warn'),
  (17, 'Active Directory Rights Management Services', 'warn'), (18, 'Remote Desktop Services', 'warn'),
  (19, 'Windows Deployment Services', 'warn'), (20, 'Hyper-V', 'warn'), (404, 'Windows update services', 'warn'),
  (430, 'volume activation', 'warn'), (468, 'remote access', 'warn'), (485, 'server essentials', 'warn'),
  (1001, 'MultiPoint Services', 'warn'), (1006, 'network controller', 'warn'),
  (1009, 'host guardian service', 'warn'), (1025, 'device health attestation', 'warn')),
allowed AS (SELECT CAST(value AS INTEGER) AS id FROM json_each(param('roles_allowed'))),
software AS (SELECT fold(value) AS name FROM json_each(param('software_allowed')))
SELECT s.name AS host, 'domain controller' AS subject, 'the server is a domain controller' AS observed,
       'a member server' AS expected, 'fail' AS status, h.evidence_id AS evidence
  FROM server s JOIN main.host h USING (target_id)
 WHERE h.domain_role IN (4, 5) AND NOT param('dc_allowed')
UNION ALL
SELECT s.name, 'domain controller', 'the server does not tell its role in the domain', 'a member server',
       'unknown', h.evidence_id
  FROM server s JOIN main.host h USING (target_id)
 WHERE h.domain_role IS NULL
UNION ALL
SELECT s.name, 'service ' || v.name, what || ' is running', 'not on this server', 'fail', v.evidence_id
  FROM server s JOIN main.host_service v USING (target_id) JOIN foreign_service f USING (name_key)
  LEFT JOIN main.host h USING (target_id)
 WHERE v.state = 'running' AND NOT (name_key = 'ntds' AND h.domain_role IN (4, 5))
UNION ALL
SELECT s.name, 'service ' || v.name, 'the print spooler ' || iif(v.state = 'running', 'is running',
         'does not tell its state'), 'stopped and disabled', iif(v.state = 'running', 'fail', 'unknown'),
       v.evidence_id
  FROM server s JOIN main.host_service v USING (target_id)
 WHERE v.name_key = 'spooler' AND v.state IN ('running', 'unknown')
UNION ALL
SELECT s.name, 'role ' || f.feature, 'installed: ' || r.what, 'a server for synchronisation alone', r.status,
       f.evidence_id
  FROM server s JOIN main.host_feature f USING (target_id)
  JOIN foreign_role r ON r.id = CAST(f.feature AS INTEGER)
 WHERE f.kind = 'role' AND f.state = 'enabled' AND r.id NOT IN (SELECT id FROM allowed)
UNION ALL
SELECT s.name, 'Windows PowerShell 2.0',
       iif(f.state = 'enabled', 'installed', 'whether it is installed could not be read'), 'removed',
       iif(f.state = 'enabled', 'warn', 'unknown'), f.evidence_id
  FROM server s JOIN main.host_feature f USING (target_id)
 WHERE f.kind = 'optional' AND f.feature = 'MicrosoftWindowsPowerShellV2' AND f.state IN ('enabled', 'unknown')
UNION ALL
SELECT s.name, kind.column1, 'the server lists none', 'at least one: every server has some', 'unknown', NULL
  FROM server s JOIN (VALUES ('roles', 'role'), ('optional features', 'optional')) kind
 WHERE NOT EXISTS (SELECT * FROM main.host_feature f WHERE f.target_id = s.target_id AND f.kind = kind.column2)
UNION ALL
SELECT s.name, 'software ' || w.key, coalesce(w.name, w.key) || coalesce(' ' || w.version, ''),
       'software that the policy names', 'warn', w.evidence_id
  FROM server s JOIN main.host_software w USING (target_id)
 WHERE EXISTS (SELECT * FROM software)
   AND coalesce(fold(w.name), '') NOT IN (SELECT name FROM software)
   AND fold(w.key) NOT IN (SELECT name FROM software)
   AND w.name IS NOT NULL
UNION ALL
SELECT s.name, 'software', 'what is installed was not seen', 'software that the policy names', 'unknown', NULL
  FROM server s
 WHERE EXISTS (SELECT * FROM software)
   AND NOT EXISTS (SELECT * FROM seen WHERE seen.target_id = s.target_id AND seen.source = 'software')
