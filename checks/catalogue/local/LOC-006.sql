-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-006
-- title: Program, data and export folders of the product are not writable or readable by ordinary users
-- area: local privilege
-- severity: high
-- applies: all
-- needs: [file_right]
-- confirms: [service]
-- why: >-
--   Whoever can write a program of the service is SYSTEM; a database that can be read, with its keys, is the
--   password of the connector account.
-- remedy: Give the folders the rights that setup gave them; keep exports where only administrators can read them.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - NIST SP 800-53 r5 AC-3, SI-7
--   - NIST CSF 2.0 PR.DS-01
--   - MITRE ATT&CK T1552.001, T1574
--
-- # Windows goes through the list in its order and decides each bit by the first entry that names it. Entries for
-- # what lies below (inherit_only) do not count here. A denial holds for whoever it names: everybody, the same
-- # group, and Users for Authenticated Users and the other way round. The bits: write data, append, delete below,
-- # delete, change the rights, take the ownership; read data.
WITH bit(kind, bit) AS (
  VALUES ('write', 2), ('write', 4), ('write', 64), ('write', 65536), ('write', 262144), ('write', 524288), ('read', 1)
),
entry AS (
  SELECT a.folder_id, a.ordinal, a.allow, a.sid, b.kind, b.bit,
         a.sid IN (SELECT sid FROM broad_sid) OR a.sid LIKE 'S-1-5-21-%-513' OR a.sid LIKE 'S-1-5-21-%-514'
           OR a.sid LIKE 'S-1-5-21-%-515' AS broad,
         a.sid IN ('S-1-5-11', 'S-1-5-32-545') OR a.sid LIKE 'S-1-5-21-%-513' AS user
    FROM main.host_folder_ace a
    JOIN bit b ON (a.mask & b.bit) <> 0 OR (a.mask & 268435456) <> 0
               OR (b.kind = 'write' AND b.bit IN (2, 4) AND (a.mask & 1073741824) <> 0)
               OR (b.kind = 'read' AND (a.mask & 2147483648) <> 0)
   WHERE NOT a.inherit_only
),
granted AS (
  SELECT e.folder_id, e.kind, group_concat(DISTINCT e.sid) AS sids
    FROM entry e
   WHERE e.allow AND e.broad
     AND NOT EXISTS (SELECT * FROM entry d
                      WHERE d.folder_id = e.folder_id AND d.bit = e.bit AND NOT d.allow AND d.ordinal < e.ordinal
                        AND (d.sid IN ('S-1-1-0', e.sid) OR (d.user AND e.user)))
   GROUP BY e.folder_id, e.kind
),
folder AS (
  SELECT s.name AS host, f.*, f.role || ' / ' || f.path AS subject FROM main.host_folder f JOIN server s USING (target_id)
)
SELECT f.host, f.subject || ' / ' || g.kind AS subject, 'ordinary users can ' || g.kind || ' (' || replace(g.sids, ',', ', ') || ')' AS observed,
       iif(g.kind = 'write', 'no right to write', 'no right to read') AS expected,
       iif(g.kind = 'write' OR f.role IN ('database', 'export'), 'fail', 'warn') AS status, f.evidence_id AS evidence
  FROM folder f JOIN granted g ON g.folder_id = f.id
 WHERE f.exists_there AND (g.kind = 'write' OR f.role <> 'program')
UNION ALL
SELECT host, subject || ' / owner',
       iif(owner_sid IS NULL, 'not known', owner_sid || ', who can give himself any right'),
       'SYSTEM, the administrators, or a service',
       CASE WHEN owner_sid IS NULL THEN 'unknown'
            WHEN owner_sid IN (SELECT sid FROM broad_sid) OR owner_sid LIKE 'S-1-5-21-%-513' THEN 'fail'
            ELSE 'warn' END, evidence_id
  FROM folder
 WHERE exists_there
   AND (owner_sid IN ('S-1-5-18', 'S-1-5-32-544') OR owner_sid LIKE 'S-1-5-80-%' OR owner_sid LIKE 'S-1-5-21-%-500'
        OR owner_sid LIKE 'S-1-5-21-%-512') IS NOT TRUE
UNION ALL
SELECT host, subject || ' / rights', 'no entry was told: nobody, or everybody', 'its rights', 'unknown', evidence_id
  FROM folder f
 WHERE exists_there AND NOT EXISTS (SELECT * FROM main.host_folder_ace a WHERE a.folder_id = f.id)
UNION ALL
SELECT s.host, 'program', 'the folder of the program was not found', 'its rights', 'unknown', NULL
  FROM seen s
 WHERE s.source = 'file_right'
   AND NOT EXISTS (SELECT * FROM folder f WHERE f.target_id = s.target_id AND f.role = 'program' AND f.exists_there)
UNION ALL
SELECT s.name, 'service ADSync', 'its path has a space and no quotes: ' || v.path, 'a path in quotes', 'warn', v.evidence_id
  FROM main.host_service v JOIN server s ON s.target_id = v.target_id
 WHERE v.name_key = 'adsync' AND v.unquoted
