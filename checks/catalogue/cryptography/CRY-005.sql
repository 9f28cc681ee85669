-- SPDX-License-Identifier: Apache-2.0
-- id: CRY-005
-- title: Kerberos uses AES, the secure channel is protected, the machine password rotates
-- area: cryptography
-- severity: medium
-- applies: all
-- needs: [coverage]
-- confirms: [ad_account, registry]
-- param:
--   machine_pw_d: 45
-- why: >-
--   Weak encryption types make the server's tickets crackable. A machine password that does not
--   rotate is often that of a restored snapshot. AD tells what the computer object says, the server how
--   it is set.
-- remedy: >-
--   Set "Configure encryption types allowed for Kerberos" to AES by GPO; look whether the host was
--   restored from a snapshot, and repair its secure channel.
-- references:
--   - STIG Windows Server 2022 WN22-SO-000290 (V-254473), WN22-SO-000060 (V-254450), WN22-SO-000100 (V-254454)
--   - CIS Windows Server 2022 v4.0.0 2.3.11.4, 2.3.6.1
--   - PingCastle S-AesNotEnabled
--   - ANSSI password_change_server_no_change_45
--   - NIST SP 800-53 r5 SC-13, IA-5
--   - NIST CSF 2.0 PR.AA-03
--   - MITRE ATT&CK T1558.003

-- What Windows does without the values: the encryption types are those of the computer object; the secure channel is signed
-- and sealed; the password of the computer changes every 30 days.
WITH computer AS (
  SELECT c.host, c.name, a.encryption_types, a.des_only, a.password_set_at, c.evidence_id,
         julianday(run.started_at) - julianday(a.password_set_at) AS age_d
    FROM server_computer c JOIN main.ad_account a ON a.id = c.account_id JOIN main.run
),
rule(name, subject, status, observed) AS (VALUES
  ('Netlogon.RequireSignOrSeal', 'secure channel', 'fail', 'neither signed nor sealed traffic is required'),
  ('Netlogon.SealSecureChannel', 'sealing of the secure channel', 'fail', 'off'),
  ('Netlogon.SignSecureChannel', 'signing of the secure channel', 'fail', 'off'),
  ('Netlogon.DisablePasswordChange', 'change of the machine password', 'fail', 'disabled'),
  ('Netlogon.MaximumPasswordAge', 'age of the machine password', 'warn', 'may be older'),
  ('Kerberos.EncryptionTypes', 'encryption types by policy', 'fail', 'DES allowed'))
SELECT host, name || ' / encryption types' AS subject,
       iif(encryption_types & 31 = 0, 'DES keys only',
           'DES allowed (' || encryption_types || ')') AS observed,
       'AES128 and AES256 only (24)' AS expected, 'fail' AS status, evidence_id AS evidence
  FROM computer
 WHERE encryption_types & 3 > 0 OR des_only = 1
UNION ALL
SELECT host, name || ' / encryption types',
       iif(encryption_types & 24 = 0, 'RC4 only', 'RC4 allowed') || ' (' || encryption_types || ')',
       'AES128 and AES256 only (24)', 'warn', evidence_id
  FROM computer
 WHERE encryption_types & 4 > 0 AND encryption_types & 3 = 0 AND coalesce(des_only, 0) = 0
UNION ALL
SELECT host, name || ' / encryption types', 'not known to the directory', 'AES128 and AES256 only (24)',
       'unknown', evidence_id
  FROM computer
 WHERE coalesce(encryption_types, 0) & 31 = 0 AND coalesce(des_only, 0) = 0
UNION ALL
SELECT host, name || ' / machine password',
       'set ' || CAST(age_d AS INTEGER) || ' days ago, on ' || substr(password_set_at, 1, 10),
       'changed within ' || param('machine_pw_d') || ' days', 'warn', evidence_id
  FROM computer
 WHERE age_d > param('machine_pw_d')
UNION ALL
SELECT host, name || ' / machine password', 'not readable', 'the day of the last change', 'unknown', evidence_id
  FROM computer
 WHERE age_d IS NULL
UNION ALL
SELECT t.host, r.subject, CASE WHEN t.name = 'Kerberos.EncryptionTypes' AND t.number & 3 = 0
                               THEN 'RC4 allowed' ELSE r.observed END || ' (' || t.number || ')',
       CASE t.name WHEN 'Netlogon.MaximumPasswordAge' THEN 'at most ' || param('machine_pw_d') || ' days'
                   WHEN 'Kerberos.EncryptionTypes' THEN 'AES128 and AES256 only'
                   WHEN 'Netlogon.DisablePasswordChange' THEN '0' ELSE '1' END,
       iif(t.name = 'Kerberos.EncryptionTypes' AND t.number & 3 = 0, 'warn', r.status), t.evidence_id
  FROM setting t JOIN rule r USING (name)
 WHERE CASE t.name WHEN 'Netlogon.DisablePasswordChange' THEN t.number <> 0
                   WHEN 'Netlogon.MaximumPasswordAge' THEN t.number > param('machine_pw_d')
                   WHEN 'Kerberos.EncryptionTypes' THEN t.number & 7 > 0
                   ELSE t.number = 0 END
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN rule r USING (name)
UNION ALL
SELECT s.name, 'computer object', 'not found in the forests that were asked',
       'the computer object of the server', 'unknown', s.evidence_id
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM computer c WHERE c.host = s.name)
   AND s.name IN (SELECT host FROM computer_sought)
