-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-005
-- title: SMB 1 is off and SMB signing is required
-- area: hardening
-- severity: high
-- applies: all
-- needs: [registry, feature, host]
-- why: >-
--   Who can relay the computer account of a sync server has relayed an account of Tier 0: signing stops
--   that. SMB 1 has no signing worth the name.
-- remedy: >-
--   Remove the feature SMB1Protocol; by GPO: "Digitally sign communications (always)" for the Microsoft
--   network client and the network server.
-- references:
--   - STIG Windows Server 2022 WN22-00-000380 (V-254275), WN22-00-000390 (V-254276), WN22-00-000400 (V-254277)
--   - STIG Windows Server 2022 WN22-SO-000160 (V-254460), WN22-SO-000190 (V-254463)
--   - CIS Windows Server 2022 v4.0.0 18.4.2, 18.4.3, 2.3.8.1, 2.3.9.2
--   - PingCastle S-SMB-v1, A-SMB2SignatureNotRequired
--   - NIST SP 800-53 r5 SC-8, CM-7
--   - NIST CSF 2.0 PR.DS-02
--   - MITRE ATT&CK T1557.001

-- What Windows does without the values: an installed SMB 1 server answers (SMB1 not set), the client's driver
-- (mrxsmb10) is only there when it is installed, 4 turns it off. Signing is not required, but from build 26100 on.
WITH v AS (
  SELECT s.name AS host, h.build, t.name, t.state, t.number, t.evidence_id,
         f.state AS feature,
         s.target_id IN (SELECT o.target_id FROM main.host_feature o WHERE o.kind = 'optional') AS listed
    FROM server s JOIN setting t ON t.host = s.name LEFT JOIN main.host h ON h.target_id = s.target_id
    LEFT JOIN (SELECT target_id, min(state) AS state FROM main.host_feature
                WHERE kind = 'optional' AND feature = 'SMB1Protocol' GROUP BY target_id) f
           ON f.target_id = s.target_id
   WHERE t.state IN ('set', 'absent')
     AND t.name IN ('Smb.Server.SMB1', 'Smb.Client.Smb1Driver', 'Smb.Server.RequireSigning', 'Smb.Client.RequireSigning')
),
smb1 AS (
  SELECT *, iif(name = 'Smb.Server.SMB1', 'SMB 1 server', 'SMB 1 client') AS side,
         CASE WHEN feature IN ('disabled', 'absent') OR feature IS NULL AND listed THEN 'off'
              WHEN iif(name = 'Smb.Server.SMB1', number = 0, state = 'absent' OR number = 4) THEN 'off'
              WHEN feature = 'enabled' THEN 'on'
              ELSE 'unknown' END AS verdict
    FROM v WHERE name IN ('Smb.Server.SMB1', 'Smb.Client.Smb1Driver')
)
SELECT host, side AS subject,
       iif(verdict = 'on', 'installed and on', 'not turned off, and whether the feature is installed is not known') AS observed,
       'removed' AS expected, iif(verdict = 'on', 'fail', 'unknown') AS status, evidence_id AS evidence
  FROM smb1
 WHERE verdict <> 'off'
UNION ALL
SELECT host, iif(name = 'Smb.Server.RequireSigning', 'SMB signing of the server', 'SMB signing of the client'),
       CASE WHEN state = 'set' THEN 'not required (' || number || ')'
            WHEN build IS NULL THEN 'not set, and the version of Windows, which decides then, is not known'
            ELSE 'not set: not required' END,
       'required', iif(state = 'absent' AND build IS NULL, 'unknown', 'warn'), evidence_id
  FROM v
 WHERE name IN ('Smb.Server.RequireSigning', 'Smb.Client.RequireSigning')
   AND iif(state = 'set', number = 0, coalesce(build, 0) < 26100)
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u
 WHERE u.name IN ('Smb.Server.RequireSigning', 'Smb.Client.RequireSigning')
    OR u.name IN ('Smb.Server.SMB1', 'Smb.Client.Smb1Driver')
       AND NOT EXISTS (SELECT * FROM v WHERE v.host = u.host
                          AND (v.feature IN ('disabled', 'absent') OR v.feature IS NULL AND v.listed))
