-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-016
-- title: The application certificate is valid, rotated and well protected
-- area: accounts
-- severity: high
-- applies: all
-- needs: [connector]
-- confirms: [entra_credential]
-- why: >-
--   When the certificate of application-based authentication expires, synchronisation with Entra ID
--   stops. A local administrator can export a key that lies in software and use it elsewhere. An
--   export does not hold the certificate.
-- remedy: >-
--   Let Entra Connect rotate the certificate (the scheduler must not be suspended) and keep its key
--   in the TPM.
-- references:
--   - Microsoft, Application-based authentication
--   - NIST SP 800-53 r5 SC-12, IA-5(2)
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1552.004, T1528
SELECT s.name AS host, 'application certificate' AS subject,
       'the server signs in with a password account, ' || s.entra_account AS observed,
       'application-based authentication (ACC-015)' AS expected,
       'not_applicable' AS status, NULL AS evidence
  FROM server s
 WHERE lower(substr(s.entra_account, 1, 5)) = 'sync_'
