-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-003
-- title: LSASS is protected and keeps no plain-text passwords
-- area: hardening
-- severity: high
-- applies: all
-- needs: [registry]
-- param:
--   ppl: required
--   max_cached_logons: 4
-- why: >-
--   Whoever reads the memory of LSASS on this server has the passwords of those who signed in, and with
--   the service's own the directory and the tenant.
-- remedy: >-
--   By GPO: run LSASS as a protected process (RunAsPPL 1, with UEFI lock), WDigest authentication off,
--   at most 4 cached logons.
-- references:
--   - STIG Windows Server 2022 WN22-CC-000020 (V-254334)
--   - CIS Windows Server 2022 v4.0.0 18.9.26.2, 18.4.7, 2.3.7.6
--   - NIST SP 800-53 r5 SC-39, IA-5
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1003

-- What Windows does without the value: WDigest keeps no password since Windows 8.1; LSASS is not protected,
-- unless Windows switched that on by itself (RunAsPPLBoot); 10 log-ons are cached. ppl: required, recommended, or
-- anything else to ask for nothing.
WITH v AS (
  SELECT s.name AS host,
         max(t.number) FILTER (WHERE t.name = 'Lsa.RunAsPPL') AS ppl,
         max(t.number) FILTER (WHERE t.name = 'Lsa.RunAsPPLBoot') AS boot,
         max(t.evidence_id) AS evidence_id
    FROM server s JOIN setting t ON t.host = s.name
   GROUP BY s.name
),
judged AS (
  SELECT host, ppl, evidence_id, coalesce(ppl, boot, 0) AS number,
         CASE WHEN ppl IS NOT NULL THEN 'RunAsPPL is ' || ppl
              WHEN boot IS NOT NULL THEN 'RunAsPPL is not set; Windows chose ' || boot
              ELSE 'RunAsPPL is not set' END AS observed
    FROM v
)
SELECT t.host, 'WDigest' AS subject, 'UseLogonCredential is ' || t.number || ': passwords are kept in clear text' AS observed,
       'not set, or 0' AS expected, 'fail' AS status, t.evidence_id AS evidence
  FROM setting t
 WHERE t.name = 'WDigest.UseLogonCredential' AND t.number <> 0
UNION ALL
SELECT host, 'LSASS protection', observed, '1 (with UEFI lock) or 2',
       CASE WHEN number <> 0 THEN 'unknown' WHEN param('ppl') = 'required' THEN 'fail' ELSE 'warn' END, evidence_id
  FROM judged
 WHERE number NOT IN (1, 2) AND param('ppl') IN ('required', 'recommended')
   AND NOT EXISTS (SELECT * FROM setting_unseen u WHERE u.host = judged.host
                      AND (u.name = 'Lsa.RunAsPPL' OR u.name = 'Lsa.RunAsPPLBoot' AND judged.ppl IS NULL))
UNION ALL
SELECT t.host, 'cached logons', iif(t.state = 'absent', 'not set: 10', t.number || ''),
       'at most ' || param('max_cached_logons'), 'warn', t.evidence_id
  FROM setting t
 WHERE t.name = 'Winlogon.CachedLogonsCount' AND t.state IN ('set', 'absent')
   AND iif(t.state = 'absent', 10, t.number) > param('max_cached_logons')
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name IN ('WDigest.UseLogonCredential', 'Lsa.RunAsPPL', 'Winlogon.CachedLogonsCount')
    OR name = 'Lsa.RunAsPPLBoot'
       AND host IN (SELECT t.host FROM setting t WHERE t.name = 'Lsa.RunAsPPL' AND t.state = 'absent')
