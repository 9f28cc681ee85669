-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-013
-- title: User sign-in method and Seamless SSO setting are equal
-- area: parity
-- severity: high
-- applies: pair
-- needs: [global_settings]
-- why: >-
--   These are switches of the whole tenant. The server that takes over imposes its own: pass-
--   through authentication can be switched off for everybody.
-- remedy: >-
--   Read the state of the tenant first. Change the setting with the wizard in a change window
--   only, because the wizard of a staging server changes the sign-in of everybody too.
-- references:
--   - Microsoft, Pass-through authentication
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-3
--   - NIST CSF 2.0 PR.PS-01
WITH wanted(name) AS (VALUES
  ('Microsoft.UserSignIn.SignOnMethod'),
  ('Microsoft.UserSignIn.DesktopSsoEnabled')
)
SELECT staging AS host, path AS subject,
       CASE 'absent' WHEN staging_value THEN 'absent on ' || staging
                     WHEN active_value THEN 'present on ' || staging || ': ' || staging_value
                     ELSE 'on ' || staging || ': ' || staging_value END
         || CASE status WHEN 'warn' THEN ' (' || why || ')' ELSE '' END AS observed,
       CASE 'absent' WHEN active_value THEN 'absent, as on ' || active
                     WHEN staging_value THEN 'present, as on ' || active || ': ' || active_value
                     ELSE 'as on ' || active || ': ' || active_value END AS expected,
       status, evidence
  FROM (SELECT *, CASE WHEN class = 'drift' AND minor = 0 THEN 'fail' ELSE 'warn' END AS status
          FROM parity_difference)
 WHERE area = 'sign-in' AND class <> 'expected'
UNION ALL
SELECT p.staging, w.name, 'in the export of neither server', 'a value in both exports', 'unknown',
       NULL
  FROM pair p
  JOIN wanted w
 WHERE NOT EXISTS (SELECT * FROM main.global_parameter g
                    WHERE g.name = w.name AND g.target_id IN (p.active_id, p.staging_id))
