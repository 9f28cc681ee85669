-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-002.

-- case: room enough
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_disk VALUES (1, 'C:', 107374182400, 16106127360, 1, 10002), (1, 'D:', 107374182400, 100, 0, 10002),
  (1, 'E:', NULL, NULL, 0, 10002), (1, 'F:', 107374182400, 16106127360, 0, 10002);
INSERT INTO host_database_file VALUES (1, 'f:\Data\ADSync.mdf', 1000, 10021);
-- expect: SYNC01 pass

-- case: per cent at the boundaries
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
INSERT INTO host_disk VALUES (1, 'C:', 1000000000000, 150000000000, 1, 10002), (2, 'C:', 1000000000000, 149999999999, 1, 20002),
  (3, 'C:', 1000000000000, 50000000000, 1, 30002), (4, 'C:', 1000000000000, 49999999999, 1, 40002);
-- expect: S1 pass
-- expect: S2 warn disk C:
-- expect: S3 warn disk C:
-- expect: S4 fail disk C:

-- case: gigabytes at the boundary
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
INSERT INTO host_disk VALUES (1, 'C:', 10737418240, 5368709120, 1, 10002), (2, 'C:', 10737418240, 5368709119, 1, 20002);
-- expect: S1 pass
-- expect: S2 fail disk C:

-- case: sizes that are not told
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
INSERT INTO host_disk VALUES (1, 'C:', NULL, 150000000000, 1, 10002), (2, 'C:', 1000000000000, NULL, 1, 20002),
  (3, 'C:', 0, 150000000000, 1, 10002);
-- expect: S1 unknown disk C:
-- expect: S2 unknown disk C:
-- expect: S3 unknown disk C:
-- expect: S4 unknown system disk

-- case: the disk of the database
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- uncovered: S3 database
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
INSERT INTO host_disk VALUES (1, 'D:', 107374182400, 100, 0, 10002), (2, 'E:', 1, 1, 0, 20002);
INSERT INTO host_database_file VALUES (1, 'd:\Data\ADSync.mdf', 1000, 10021), (2, 'D:\Data\ADSync.mdf', 1000, 20021);
-- expect: S1 fail disk D:
-- expect: S2 unknown database file D:\Data\ADSync.mdf
-- expect: S3 unknown

-- case: memory at the boundary
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE host SET memory_mb = CASE target_id WHEN 1 THEN 5900 WHEN 2 THEN 5899 END;
-- expect: S1 pass
-- expect: S2 fail memory
-- expect: S3 unknown memory

-- case: a staging server that is smaller
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE host SET memory_mb = 16383, processors = 3 WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 warn memory beside the active server
-- expect: SYNC02 warn processors beside the active server

-- case: a staging server that is larger, or equal
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE host SET memory_mb = 16385 WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: one server exported twice
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE sync_server SET server_name = 'SYNC01';
UPDATE host SET memory_mb = 16383, processors = 3 WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- uncovered: S1 disk
-- uncovered: S2 host
-- expect: S1 unknown
-- expect: S2 unknown

-- case: the disk of another server's database
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
INSERT INTO host_disk SELECT target_id, 'D:', 107374182400, iif(target_id = 1, 100, 96106127360), 0, 10002 FROM host;
INSERT INTO host_database_file VALUES (1, 'C:\Data\ADSync.mdf', 1000, 10021), (2, 'D:\Data\ADSync.mdf', 1000, 20021);
-- expect: S1 pass
-- expect: S2 pass

-- case: a staging server with less memory
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE host SET memory_mb = 16383 WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 warn memory beside the active server

-- case: a staging server with fewer processors
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_disk SELECT target_id, 'C:', 107374182400, 96106127360, 1, 10002 FROM host;
UPDATE host SET processors = 3, memory_mb = 20000 WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 warn processors beside the active server

-- case: sizes of nothing
-- server: S1 none -
-- host: S1
INSERT INTO host_disk VALUES (1, 'C:', 1, 1, 1, 10002);
-- param: disk_fail_gb = 0
-- expect: S1 pass
