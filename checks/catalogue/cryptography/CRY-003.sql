-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-003
-- title: NTLM is limited (level 5, no LM hash, session security) and denied for the sync servers
-- area: cryptography
-- severity: medium
-- applies: all
-- needs: [registry]
-- param:
--   ntlm: deny
-- why: >-
--   NTLM can be relayed, and others can make the server's computer account, which is of Tier 0, use it.
-- remedy: >-
--   By GPO: "Send NTLMv2 response only. Refuse LM and NTLM", 128-bit NTLMv2 session security for clients
--   and servers; audit outgoing NTLM first, then deny it, with the exceptions written down.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - STIG Windows Server 2022 WN22-SO-000310 (V-254467), WN22-SO-000300 (V-254474)
--   - STIG Windows Server 2022 WN22-SO-000330 (V-254477), WN22-SO-000340 (V-254478)
--   - CIS Windows Server 2022 v4.0.0 2.3.11.5, 2.3.11.7, 2.3.11.10, 2.3.11.11, 2.3.11.12, 2.3.11.14
--   - PingCastle S-OldNtlm
--   - NIST SP 800-53 r5 IA-2, SC-8
--   - NIST CSF 2.0 PR.AA-03
--   - MITRE ATT&CK T1557.001, T1187

-- What Windows does without the values: level 3, no LM hash, 128 bit without NTLMv2 session security (0x20000000),
-- outgoing NTLM is not restricted. ntlm: deny, or anything else to ask for no restriction.
WITH v AS (
  SELECT host, name, state, number, evidence_id,
         coalesce(number, CASE name WHEN 'Lsa.LmCompatibilityLevel' THEN 3 WHEN 'Lsa.NoLMHash' THEN 1
                                    WHEN 'Ntlm.RestrictSending' THEN 0 ELSE 536870912 END) AS value
    FROM setting
   WHERE state IN ('set', 'absent')
     AND name IN ('Lsa.LmCompatibilityLevel', 'Lsa.NoLMHash', 'Ntlm.MinClientSec', 'Ntlm.MinServerSec',
                  'Ntlm.RestrictSending')
),
rule(name, subject, expected) AS (VALUES
  ('Lsa.LmCompatibilityLevel', 'LAN Manager level', '5'), ('Lsa.NoLMHash', 'LM hash', 'none is kept'),
  ('Ntlm.MinClientSec', 'session security of the client', '537395200 (0x20080000)'),
  ('Ntlm.MinServerSec', 'session security of the server', '537395200 (0x20080000)'),
  ('Ntlm.RestrictSending', 'outgoing NTLM', '2: denied'))
SELECT host, subject, value || iif(state = 'absent', ' (not set)', '') AS observed, expected,
       CASE WHEN name = 'Lsa.NoLMHash' OR name = 'Lsa.LmCompatibilityLevel' AND value < 3 THEN 'fail'
            ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM v JOIN rule USING (name)
 WHERE CASE name WHEN 'Lsa.LmCompatibilityLevel' THEN value < 5
                 WHEN 'Lsa.NoLMHash' THEN value = 0
                 WHEN 'Ntlm.RestrictSending' THEN value <> 2 AND param('ntlm') = 'deny'
                 ELSE value & 537395200 <> 537395200 END
UNION ALL
SELECT u.host, u.place, u.observed, r.expected, 'unknown', u.evidence_id
  FROM setting_unseen u JOIN rule r USING (name)
 WHERE NOT (name = 'Ntlm.RestrictSending' AND param('ntlm') <> 'deny')
