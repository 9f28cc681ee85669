-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-002
-- title: Old protocols and weak ciphers are off
-- area: cryptography
-- severity: low
-- applies: all
-- needs: [registry, host]
-- param:
--   old_tls: warn
-- why: Nothing in the product needs them, and whoever sits in between can ask for the weakest that both sides know.
-- remedy: >-
--   Disable SSL 2.0, SSL 3.0, TLS 1.0 and TLS 1.1 for client and server, and RC4, by GPO or in the
--   registry, after a look at what the SQL server and the proxy need.
-- references:
--   - Microsoft, TLS 1.2 enforcement
--   - NIST SP 800-53 r5 SC-13
--   - NIST CSF 2.0 PR.DS-02

-- What Windows does without the values: SSL 2.0 and 3.0 are off from Windows Server 2016 on, TLS 1.0 and 1.1 are on
-- before build 26100, RC4 is on before build 17763. The other ciphers are judged only where somebody switched
-- them on. old_tls: warn, fail, or anything else to accept TLS 1.0 and 1.1.
WITH part(protocol, side, name, default_name, ssl) AS (VALUES
  ('SSL 2.0', 'client', 'Tls.SSL 2.0.Client.Enabled', 'Tls.SSL 2.0.Client.DisabledByDefault', 1),
  ('SSL 2.0', 'server', 'Tls.SSL 2.0.Server.Enabled', 'Tls.SSL 2.0.Server.DisabledByDefault', 1),
  ('SSL 3.0', 'client', 'Tls.SSL 3.0.Client.Enabled', 'Tls.SSL 3.0.Client.DisabledByDefault', 1),
  ('SSL 3.0', 'server', 'Tls.SSL 3.0.Server.Enabled', 'Tls.SSL 3.0.Server.DisabledByDefault', 1),
  ('TLS 1.0', 'client', 'Tls.TLS 1.0.Client.Enabled', 'Tls.TLS 1.0.Client.DisabledByDefault', 0),
  ('TLS 1.0', 'server', 'Tls.TLS 1.0.Server.Enabled', 'Tls.TLS 1.0.Server.DisabledByDefault', 0),
  ('TLS 1.1', 'client', 'Tls.TLS 1.1.Client.Enabled', 'Tls.TLS 1.1.Client.DisabledByDefault', 0),
  ('TLS 1.1', 'server', 'Tls.TLS 1.1.Server.Enabled', 'Tls.TLS 1.1.Server.DisabledByDefault', 0)),
cipher(name, rc4) AS (VALUES
  ('Cipher.NULL', 0), ('Cipher.DES 56/56', 0), ('Cipher.Triple DES 168', 0), ('Cipher.RC4 40/128', 1),
  ('Cipher.RC4 56/128', 1), ('Cipher.RC4 64/128', 1), ('Cipher.RC4 128/128', 1)),
protocol AS (
  SELECT s.name AS host, h.build, p.*, e.state, e.number, coalesce(d.number, 0) AS off_by_default, e.evidence_id
    FROM server s JOIN main.host h USING (target_id) JOIN part p
    JOIN setting e ON e.host = s.name AND e.name = p.name AND e.state IN ('set', 'absent')
    LEFT JOIN setting d ON d.host = s.name AND d.name = p.default_name
),
strength AS (
  SELECT s.name AS host, h.build, c.rc4, t.state, t.number, t.evidence_id, substr(c.name, 8) AS cipher
    FROM server s JOIN main.host h USING (target_id) JOIN cipher c
    JOIN setting t ON t.host = s.name AND t.name = c.name AND t.state IN ('set', 'absent')
)
SELECT host, protocol || ' ' || side AS subject,
       iif(number IS NULL, 'not disabled: on by default', 'enabled') AS observed, 'disabled' AS expected,
       CASE WHEN ssl OR param('old_tls') = 'fail' THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM protocol
 WHERE iif(ssl, number <> 0, param('old_tls') IN ('warn', 'fail')
                             AND (number <> 0 OR number IS NULL AND off_by_default = 0 AND build < 26100))
UNION ALL
SELECT DISTINCT host, 'defaults of SCHANNEL', 'the version of Windows, which decides about what is not set, is not known',
       'disabled', 'unknown', NULL
  FROM protocol
 WHERE build IS NULL
UNION ALL
SELECT host, 'cipher ' || cipher, iif(number IS NULL, 'not disabled: on by default', 'enabled'), 'disabled', 'warn',
       evidence_id
  FROM strength
 WHERE number <> 0 OR number IS NULL AND rc4 AND build < 17763
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name IN (SELECT name FROM part UNION SELECT default_name FROM part WHERE NOT ssl UNION SELECT name FROM cipher)
