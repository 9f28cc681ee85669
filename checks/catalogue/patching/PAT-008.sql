-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-008
-- title: .NET Framework is recent enough
-- area: patching
-- severity: medium
-- applies: all
-- needs: [registry]
-- param:
--   minimum: 461808
--   wanted: 528040
-- why: >-
--   Current releases of Entra Connect need .NET Framework 4.7.2; older ones lack the protocols that the
--   service asks for, and their support ends before that of Windows.
-- remedy: >-
--   Install .NET Framework 4.8 or later before the next upgrade of the product.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 SI-2
--   - NIST CSF 2.0 PR.PS-02
WITH release AS (
  SELECT s.name AS host, t.state, t.number, t.evidence_id,
         (SELECT k.version || coalesce(', in support until ' || k.support_ends_on, '')
            FROM knowledge_dotnet k WHERE k.release <= t.number
           ORDER BY k.release DESC LIMIT 1) AS version
    FROM server s
    LEFT JOIN setting t ON t.target_id = s.target_id AND t.name = 'DotNet.Release'
)
SELECT host, '.NET Framework' AS subject,
       CASE WHEN state = 'set' THEN coalesce(version || ' ', '') || '(release ' || number || ')'
            WHEN state = 'absent' THEN 'older than 4.5, or not installed'
            ELSE 'could not be read' END AS observed,
       '4.8 or later, release ' || param('wanted') || '; below ' || param('minimum') || ' is a failure' AS expected,
       CASE WHEN state = 'absent' OR number < param('minimum') THEN 'fail'
            WHEN state = 'set' THEN 'warn'
            ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM release
 WHERE (number >= param('wanted')) IS NOT TRUE
