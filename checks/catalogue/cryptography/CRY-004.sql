-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-004
-- title: LDAP traffic of the sync server is signed and sealed
-- area: cryptography
-- severity: high
-- applies: all
-- needs: [connector or registry]
-- confirms: [connector, registry]
-- param:
--   ldap: negotiate
-- why: >-
--   Unsigned LDAP lets a man in the middle change directory data on its way to the cloud, and a simple
--   bind without TLS shows him the connector account's password. An export tells the settings of the
--   connectors; the setting of Windows (LDAPClientIntegrity) only the server tells.
-- remedy: >-
--   Restore the default, sign and encrypt LDAP traffic, in the connection options of the AD connector
--   and of each of its partitions; by GPO: LDAP client signing requirements "Negotiate signing" at least.
-- references:
--   - STIG Windows Server 2022 WN22-SO-000320 (V-254476)
--   - CIS Windows Server 2022 v4.0.0 2.3.11.8, 2.3.11.9
--   - PingCastle A-DCLdapSign
--   - NIST SP 800-53 r5 SC-8, SC-8(1)
--   - NIST CSF 2.0 PR.DS-02
--   - MITRE ATT&CK T1557

-- What Windows does without the value: its LDAP client negotiates signing (1). ldap: require asks for 2.
WITH place AS (
  SELECT s.name AS host, c.name AS place, c.sign_and_seal, c.ssl_bind, c.simple_bind, c.evidence_id
    FROM server s JOIN main.connector c ON c.target_id = s.target_id AND c.kind = 'ad'
   UNION ALL
  SELECT s.name, c.name || ' / ' || p.name, p.sign_and_seal, p.ssl_bind, p.simple_bind, c.evidence_id
    FROM server s JOIN main.connector c ON c.target_id = s.target_id AND c.kind = 'ad'
    JOIN main.partition p ON p.connector_id = c.id AND p.selected
)
SELECT host, place AS subject, 'a simple bind without TLS: the password is sent in clear text' AS observed,
       'signed and sealed, or TLS' AS expected, 'fail' AS status, evidence_id AS evidence
  FROM place
 WHERE simple_bind = 1 AND ssl_bind = 0
UNION ALL
SELECT host, place, 'neither signed and sealed nor TLS', 'signed and sealed, or TLS', 'fail', evidence_id
  FROM place
 WHERE sign_and_seal = 0 AND ssl_bind = 0 AND coalesce(simple_bind, 0) = 0
UNION ALL
SELECT host, place, 'the export does not tell how LDAP is protected', 'signed and sealed, or TLS', 'unknown',
       evidence_id
  FROM place
 WHERE coalesce(ssl_bind, 0) = 0
   AND (ssl_bind IS NULL AND (coalesce(sign_and_seal, 0) = 0 OR coalesce(simple_bind, 1) = 1)
        OR ssl_bind = 0 AND (sign_and_seal IS NULL AND coalesce(simple_bind, 0) = 0
                             OR sign_and_seal = 1 AND simple_bind IS NULL))
UNION ALL
SELECT host, 'LDAP client of Windows', iif(number = 0, 'signs nothing', 'signs when the server wants it'),
       iif(param('ldap') = 'require', 'required', 'negotiated'), iif(number = 0, 'fail', 'warn'), evidence_id
  FROM setting
 WHERE name = 'Ldap.ClientIntegrity'
   AND (number = 0 OR param('ldap') = 'require' AND (state = 'absent' OR number = 1))
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name = 'Ldap.ClientIntegrity'
UNION ALL
SELECT s.name, 'AD connectors', 'none in the export', 'an AD connector', 'not_applicable', s.evidence_id
  FROM server s JOIN seen c ON c.host = s.name AND c.source = 'connector'
 WHERE NOT EXISTS (SELECT * FROM place p WHERE p.host = s.name)
