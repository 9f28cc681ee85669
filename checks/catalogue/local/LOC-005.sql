-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-005
-- title: Local accounts cannot be used over the network, and risky user rights are not granted
-- area: local privilege
-- severity: medium
-- applies: all
-- needs: [registry, host]
-- confirms: [user_right]
-- why: >-
--   With the password of a local account, or a right that stands above all permissions, an attacker goes
--   from one server to the next. The registry tells whether Windows filters the tokens of local
--   accounts; who holds which right it does not tell.
-- remedy: Set the options of user account control by GPO, as the benchmarks ask for.
-- references:
--   - STIG Windows Server 2022 WN22-MS-000020 (V-254429), WN22-SO-000440 (V-254488)
--   - STIG Windows Server 2022 WN22-MS-000080 (V-254435), WN22-UR-000100 (V-254500)
--   - CIS Windows Server 2022 v4.0.0 2.2.20, 2.2.22, 2.2.27, 18.4.1
--   - NIST SP 800-53 r5 AC-6, AC-3
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1550.002

-- What Windows does without the values: user account control is on, tokens of local accounts are filtered.
WITH member AS (
  SELECT s.name AS host, coalesce(h.domain_role, 3) IN (4, 5) AS is_dc, h.evidence_id
    FROM server s JOIN main.host h USING (target_id)
)
SELECT t.host, 'tokens of local accounts' AS subject, 'not filtered (' || t.number || '): local accounts are administrators over the network' AS observed,
       'LocalAccountTokenFilterPolicy not set, or 0' AS expected, 'fail' AS status, t.evidence_id AS evidence
  FROM setting t JOIN member m USING (host)
 WHERE t.name = 'System.LocalAccountTokenFilterPolicy' AND t.number <> 0 AND NOT m.is_dc
UNION ALL
SELECT t.host, 'user account control', 'off', 'EnableLUA not set, or 1', 'fail', t.evidence_id
  FROM setting t JOIN member m USING (host)
 WHERE t.name = 'System.EnableLUA' AND t.number = 0 AND NOT m.is_dc
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN member m USING (host)
 WHERE u.name IN ('System.LocalAccountTokenFilterPolicy', 'System.EnableLUA') AND NOT m.is_dc
UNION ALL
SELECT host, 'local accounts', 'a domain controller: it has none', 'a member server', 'not_applicable', evidence_id
  FROM member
 WHERE is_dc
