-- SPDX-License-Identifier: Apache-2.0
-- Cases of AUD-002.

-- case: read from exported files
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC01 not_applicable connection to the server
-- expect: SYNC02 not_applicable connection to the server

-- case: an export that could not be read
-- server: SYNC01 failed -
-- expect: SYNC01 not_applicable connection to the server

-- case: something else than an export was asked
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'event_log', 'denied', 0, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 not_applicable connection to the server
-- expect: SYNC02 unknown connection to the server
