-- SPDX-License-Identifier: Apache-2.0
-- id: AUD-002
-- title: The audit itself follows least privilege over a protected channel
-- area: audit
-- severity: medium
-- applies: all
-- needs: [coverage]
-- confirms: [auditor_right]
-- param:
--   allow_da: false
-- why: >-
--   The account of an auditor must not become a new way into the most privileged tier. A server
--   that is audited from its exported files is not connected to at all.
-- remedy: >-
--   Audit from exports; or connect with Kerberos to an endpoint that offers the reading cmdlets
--   only, with an account that can do nothing else.
-- references:
--   - NIST SP 800-53 r5 AC-6, AC-17(2), SC-8
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1021.006
--
-- # What the session on the server may do: the groups of its token. A function of a constrained endpoint runs with an
-- # account that the endpoint brings along (S-1-5-94): what the auditor may do by CIM and the registry is not seen then.
WITH own AS (
  SELECT s.name AS host, s.target_id, e.way, e.endpoint, e.elevated, e.evidence_id,
         (SELECT group_concat(g.sid, ', ') FROM main.auditor_group g WHERE g.target_id = s.target_id
             AND (g.sid LIKE 'S-1-5-21-%-512' OR g.sid LIKE 'S-1-5-21-%-518' OR g.sid LIKE 'S-1-5-21-%-519')) AS ruling,
         EXISTS (SELECT * FROM main.auditor_group g WHERE g.target_id = s.target_id AND g.sid = 'S-1-5-32-544') AS admin,
         EXISTS (SELECT * FROM main.auditor_group g WHERE g.target_id = s.target_id) AS told
    FROM server s
    JOIN seen v ON v.target_id = s.target_id AND v.source = 'auditor_right'
    LEFT JOIN main.engine e ON e.target_id = s.target_id
),
reached AS (
  SELECT s.name AS host, h.target_id IS NOT NULL AS answered, h.mechanism, h.protocol, h.protected, h.evidence_id,
         EXISTS (SELECT * FROM main.coverage c
                  WHERE c.target_id = s.target_id
                    AND c.source NOT IN ('global_settings', 'connector', 'sync_rule')) AS live
    FROM server s LEFT JOIN main.host h ON h.target_id = s.target_id
)
SELECT host, 'connection to the server' AS subject, 'read from exported files: no connection was made' AS observed,
       'Kerberos, sealed, with an account of few rights' AS expected, 'not_applicable' AS status, NULL AS evidence
  FROM reached
 WHERE NOT live
UNION ALL
SELECT host, 'connection to the server', 'the server did not tell what it is, so how it was reached was not recorded',
       'Kerberos, sealed, with an account of few rights', 'unknown', NULL
  FROM reached
 WHERE live AND NOT answered
UNION ALL
SELECT host, 'connection to the server', protocol || ': not protected', 'sealed, or TLS with a verified certificate',
       'fail', evidence_id
  FROM reached
 WHERE answered AND NOT protected
UNION ALL
SELECT host, 'logon to the server', mechanism, 'Kerberos, or a client certificate', 'warn', evidence_id
  FROM reached
 WHERE answered AND mechanism NOT IN ('Kerberos', 'certificate')
UNION ALL
SELECT host, 'rights of the auditor', 'rules the domain or the forest (' || ruling || ')', 'an account that can read only',
       iif(param('allow_da'), 'warn', 'fail'), evidence_id
  FROM own
 WHERE ruling IS NOT NULL
UNION ALL
SELECT host, 'rights of the auditor', 'administrator of the server, through '
         || CASE WHEN way = 'command' THEN 'powershell.exe in a command shell' ELSE coalesce('endpoint ' || endpoint, 'an endpoint that is not known') END,
       'a function of a constrained endpoint (syncaudit jea generate)', 'warn', evidence_id
  FROM own
 WHERE ruling IS NULL AND (admin OR coalesce(elevated, 0) = 1) AND way IS NOT 'function'
UNION ALL
SELECT host, 'rights of the auditor', 'at endpoint ' || endpoint || ' those of the endpoint''s own account; what the auditor''s may do besides'
         || ' was not seen', 'an account that can use the endpoint only', 'info', evidence_id
  FROM own
 WHERE way = 'function' AND told AND ruling IS NULL
UNION ALL
SELECT host, 'rights of the auditor', 'no group of its token was told', 'the groups of its token', 'unknown', evidence_id
  FROM own
 WHERE NOT told
