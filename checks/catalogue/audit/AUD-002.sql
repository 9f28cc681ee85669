-- SPDX-License-Identifier: Apache-2.0
-- id: AUD-002
-- title: The audit itself follows least privilege over a protected channel
-- area: audit
-- severity: medium
-- applies: all
-- needs: [coverage]
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
SELECT host, 'connection to the server' AS subject,
       CASE live WHEN 0 THEN 'read from exported files: no connection was made'
                 ELSE 'how the server was reached is not recorded' END AS observed,
       'Kerberos, sealed, with an account of few rights' AS expected,
       CASE live WHEN 0 THEN 'not_applicable' ELSE 'unknown' END AS status, NULL AS evidence
  FROM (SELECT s.name AS host,
               EXISTS (SELECT * FROM main.coverage c
                        WHERE c.target_id = s.target_id
                          AND c.source NOT IN ('global_settings', 'connector', 'sync_rule'))
                 AS live
          FROM server s)
