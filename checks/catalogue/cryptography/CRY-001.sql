-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-001
-- title: TLS 1.2 works for .NET and SCHANNEL
-- area: cryptography
-- severity: high
-- applies: all
-- needs: [registry]
-- param:
--   require_explicit_tls: false
-- why: >-
--   Entra ID accepts TLS 1.2 and newer only, and without the values of .NET a program may choose an
--   older protocol. Some releases refuse to install without explicit values.
-- remedy: >-
--   Set-ADSyncToolsTls12 -Enabled $true (module ADSyncTools), or the same values by GPO, on both
--   servers; restart them.
-- references:
--   - Microsoft, TLS 1.2 enforcement
--   - NIST SP 800-53 r5 SC-8, SC-13
--   - NIST CSF 2.0 PR.DS-02

-- What Windows does without the values: TLS 1.2 is on for client and server; .NET 4 programs choose by the version that
-- they were built for. Releases 2.3.20.0 to 2.4.129.0 want every value written down.
WITH wanted(name, good, tls) AS (VALUES
  ('Tls.TLS 1.2.Client.Enabled', 1, 1), ('Tls.TLS 1.2.Client.DisabledByDefault', 0, 1),
  ('Tls.TLS 1.2.Server.Enabled', 1, 1), ('Tls.TLS 1.2.Server.DisabledByDefault', 0, 1),
  ('DotNet64.SystemDefaultTlsVersions', 1, 0), ('DotNet64.SchUseStrongCrypto', 1, 0),
  ('DotNet32.SystemDefaultTlsVersions', 1, 0), ('DotNet32.SchUseStrongCrypto', 1, 0)),
v AS (
  SELECT s.name AS host, s.target_id, t.name, t.state, t.number, t.place, t.evidence_id, w.good, w.tls,
         iif(w.tls, t.number <> 0 <> w.good, coalesce(t.number, 0) = 0) AS bad,
         s.product_version, s.version_key,
         s.version_key BETWEEN version_key('2.3.20.0') AND version_key('2.4.129.0') OR param('require_explicit_tls')
           AS explicit
    FROM server s JOIN setting t ON t.host = s.name JOIN wanted w ON w.name = t.name
   WHERE t.state IN ('set', 'absent')
)
SELECT host, place AS subject,
       CASE WHEN state = 'set' THEN number || '' ELSE 'not set' END
         || iif(state = 'absent' AND explicit AND NOT param('require_explicit_tls'),
                ', which ' || product_version || ' asks for', '') AS observed,
       iif(good, '1', '0') AS expected,
       CASE WHEN bad AND name LIKE 'Tls.TLS 1.2.Client.%' THEN 'fail'
            WHEN state = 'absent' AND explicit THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM v
 WHERE bad OR state = 'absent' AND explicit
UNION ALL
SELECT DISTINCT host, 'explicit values of TLS 1.2', 'some are not set, and the version of the product is not known',
       'a version that does not ask for them', 'unknown', NULL
  FROM v
 WHERE state = 'absent' AND version_key IS NULL AND NOT param('require_explicit_tls')
UNION ALL
SELECT p.staging, b.place || ' beside ' || p.active,
       coalesce(b.number || '', 'not set') || '; ' || p.active || ' has ' || coalesce(a.number || '', 'not set'),
       'the same on both servers', 'warn', b.evidence_id || ',' || a.evidence_id
  FROM pair p
  JOIN v a ON a.target_id = p.active_id
  JOIN v b ON b.target_id = p.staging_id AND b.name = a.name
 WHERE NOT p.same_server AND a.number IS NOT b.number
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN wanted w ON w.name = u.name
