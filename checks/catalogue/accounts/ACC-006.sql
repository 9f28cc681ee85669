-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-006
-- title: The connector account is not kerberoastable, delegable or weak
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account]
-- why: >-
--   The account may read every password hash. A service principal name, or a log-on without
--   preauthentication, lets any domain user crack its password offline; trust for delegation turns
--   whatever service holds it into a collector of other people's tickets.
-- remedy: >-
--   Remove the service principal names and the delegation, clear the weak flags, set "account is
--   sensitive and cannot be delegated" and AES in msDS-SupportedEncryptionTypes (Set-ADUser).
-- references:
--   - PingCastle P-Kerberoasting, P-UnconstrainedDelegation, S-DesEnabled, S-AesNotEnabled
--   - ANSSI kerberos_properties_preauth, spn_priv, delegation_t4d
--   - NIST SP 800-53 r5 IA-5, AC-6
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1558.003
--
-- # A password that never expires is the product's default; ACC-010 judges its age. No encryption types:
-- # the domain controller decides, which gives AES to an account with a password of today.
WITH account AS (
  SELECT s.forest, s.name, a.*
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
   WHERE s.role = 'connector' AND s.enabled
),
fault AS (
  SELECT a.forest, a.name, a.evidence_id, v.column1 AS what, v.column2 AS bad
    FROM account a, (VALUES ('password_not_required', 'needs no password'),
                            ('reversible', 'password stored reversibly'),
                            ('unconstrained_delegation', 'trusted for delegation to any service'),
                            ('protocol_transition', 'trusted to authenticate for delegation'),
                            ('des_only', 'DES keys only'),
                            ('no_preauth', 'Kerberos preauthentication switched off')) v
   WHERE 1 = CASE v.column1 WHEN 'password_not_required' THEN a.password_not_required
                            WHEN 'reversible' THEN a.reversible
                            WHEN 'unconstrained_delegation' THEN a.unconstrained_delegation
                            WHEN 'protocol_transition' THEN a.protocol_transition
                            WHEN 'des_only' THEN a.des_only
                            ELSE a.no_preauth END
  UNION ALL
  SELECT forest, name, evidence_id, 'spn', 'service principal name: ' || spns
    FROM account WHERE spns <> ''
  UNION ALL
  SELECT forest, name, evidence_id, 'delegate_to', 'may delegate to ' || delegate_to
    FROM account WHERE delegate_to <> ''
  UNION ALL
  SELECT forest, name, evidence_id, 'acts_on_behalf', 'others may act on its behalf: ' || acts_on_behalf
    FROM account WHERE acts_on_behalf <> ''
)
SELECT forest AS host, name AS subject, group_concat(bad, '; ') AS observed,
       'none of these: the password cannot be attacked offline, no delegation' AS expected,
       'fail' AS status, evidence_id AS evidence
  FROM fault
 GROUP BY forest, name
UNION ALL
SELECT forest, name || ' / delegation', 'not marked as sensitive', 'account is sensitive and cannot be delegated',
       'warn', evidence_id
  FROM account
 WHERE not_delegated = 0
UNION ALL
SELECT forest, name || ' / encryption types', 'set to ' || encryption_types || ': without AES',
       'AES128 and AES256 (24)', 'warn', evidence_id
  FROM account
 WHERE encryption_types & 31 > 0 AND encryption_types & 24 = 0
UNION ALL
SELECT forest, name || ' / flags', 'userAccountControl not readable', 'the flags of every connector account',
       'unknown', evidence_id
  FROM account
 WHERE password_not_required IS NULL OR reversible IS NULL OR unconstrained_delegation IS NULL
    OR protocol_transition IS NULL OR not_delegated IS NULL OR des_only IS NULL OR no_preauth IS NULL
UNION ALL
SELECT forest, subject, observed, 'every connector account', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account')
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT name, 'connector account', 'none is in use', 'a connector account', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM sync_account a
                    WHERE a.forest_id = f.target_id AND a.role = 'connector' AND a.enabled)
