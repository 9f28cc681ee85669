-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-007
-- title: Hardware root of trust and disk encryption (Secure Boot, TPM, BitLocker)
-- area: hardening
-- severity: medium
-- applies: all
-- needs: [registry]
-- confirms: [tpm, encryption]
-- why: >-
--   A copied disk, backup or snapshot of this server holds the database and the keys together. Without a
--   TPM the key of application-based authentication lies in software.
-- remedy: >-
--   Give a virtual machine generation 2 (UEFI), Secure Boot and a virtual TPM; encrypt its volumes with
--   BitLocker, or the storage below it.
-- references:
--   - STIG Windows Server 2022 WN22-00-000470 (V-254284), WN22-00-000090 (V-254246)
--   - Microsoft, Application-based authentication
--   - NIST SP 800-53 r5 SC-28, SI-7
--   - NIST CSF 2.0 PR.DS-01
--   - MITRE ATT&CK T1552.004

-- Firmware without UEFI has no value of Secure Boot. That the storage below is encrypted Windows cannot tell.
SELECT t.host, 'Secure Boot' AS subject,
       iif(t.state = 'absent', 'not there: the server starts without UEFI', 'off') AS observed, 'on' AS expected,
       iif(t.state = 'absent', 'warn', 'fail') AS status, t.evidence_id AS evidence
  FROM setting t
 WHERE t.name = 'SecureBoot.Enabled' AND (t.state = 'absent' OR t.number = 0)
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name = 'SecureBoot.Enabled'
UNION ALL
SELECT s.host, 'TPM',
       CASE WHEN m.target_id IS NULL THEN 'none'
            WHEN m.enabled = 0 OR m.activated = 0 THEN 'there, and not in use'
            ELSE 'its state is not told' END,
       'enabled and activated', iif(m.target_id IS NULL OR m.enabled = 0 OR m.activated = 0, 'warn', 'unknown'),
       m.evidence_id
  FROM seen s LEFT JOIN main.host_tpm m ON m.target_id = s.target_id
 WHERE s.source = 'tpm' AND (m.enabled IS NOT 1 OR m.activated IS NOT 1)
UNION ALL
SELECT s.host, 'volume ' || v.drive, iif(v.protection IS 0, 'not encrypted', 'whether it is encrypted is not told'),
       'encrypted', iif(v.protection IS 0, 'warn', 'unknown'), v.evidence_id
  FROM seen s JOIN main.host_volume v ON v.target_id = s.target_id
 WHERE s.source = 'encryption' AND v.protection IS NOT 1
UNION ALL
SELECT s.host, 'volumes', 'BitLocker is not installed', 'encrypted', 'warn', NULL
  FROM seen s
 WHERE s.source = 'encryption'
   AND NOT EXISTS (SELECT * FROM main.host_volume v WHERE v.target_id = s.target_id)
