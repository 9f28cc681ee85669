#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Whatever ends the process: what was collected stays, and says what it is.
set -u
. "$2/tests/cli/lib.sh"

# Many servers, so that the end comes in the middle.
for n in $(seq 1 40); do echo "  - {name: s$n, export: $ACTIVE}"; done >list
{ echo "servers:"; cat list; } >many.yaml

# SIGINT: exit 130, marked as interrupted, scored all the same.
"$PROGRAM" audit -c many.yaml --jobs 1 --snapshot int.sqlite -o json=int.json >out 2>err &
pid=$!
while [ ! -s int.sqlite ]; do :; done
kill -INT $pid
got=0; wait $pid 2>/dev/null || got=$?
if [ "$got" -eq 130 ]; then
  [ "$(query int.sqlite "SELECT interrupted FROM run")" = 1 ] || fail "an interrupted run is not marked"
  [ "$(query int.sqlite "SELECT count(*) FROM target")" = 40 ] || fail "the plan is not in the snapshot"
  [ -s int.json ] || fail "an interrupted run gives no report"
  says out "cut off"
else
  # The machine was faster than the signal.
  [ "$(query int.sqlite "SELECT count(*) FROM coverage")" = 120 ] || fail "exit $got after SIGINT"
fi

# Where nothing is collected, or no more, the signal ends the process; the snapshot is finished by then.
endless="WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
for signal in INT TERM; do
  "$PROGRAM" query int.sqlite "$endless" >out 2>err &
  pid=$!
  sleep 0.1
  kill -$signal $pid
  got=0; wait $pid 2>/dev/null || got=$?
  [ "$got" -eq 130 ] || [ "$got" -eq 143 ] || fail "exit $got: a query is not ended by SIG$signal"
done
mkdir slow
for n in 1 2 3; do
  cat >slow/ORG-00$n.sql <<EOT
-- SPDX-License-Identifier: Apache-2.0
-- id: ORG-00$n
-- title: Takes its time
-- area: staging
-- severity: low
-- applies: tenant
-- needs: [global_settings]
-- why: The signal must come while checks are running.
-- remedy: Send it.
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)
SELECT s.name AS host, 'x' AS subject, 'x' AS observed, 'x' AS expected, 'fail' AS status, s.evidence_id AS evidence
  FROM server s WHERE (SELECT count(*) FROM r) < 0
EOT
done
"$PROGRAM" audit "$ACTIVE" --catalogue slow --progress plain --snapshot late.sqlite -o json=late.json >out 2>err &
pid=$!
until grep -q "1 of 1" err || ! kill -0 $pid 2>/dev/null; do sleep 0.02; done
sleep 0.2
kill -TERM $pid
got=0; wait $pid 2>/dev/null || got=$?
[ "$got" -eq 143 ] || fail "exit $got: judging is not ended by SIGTERM"
[ ! -e late.json ] || fail "a report of checks that were ended"
[ "$(query late.sqlite "SELECT interrupted FROM run")" = 0 ] || fail "the snapshot was not finished"

# SIGKILL at several moments.
for wait in 0.00 0.01 0.02 0.03 0.05 0.08 0.12 0.2; do
  rm -f kill.sqlite kill.sqlite-journal kill.sqlite-wal
  "$PROGRAM" audit -c many.yaml --snapshot kill.sqlite -o json=kill.json --overwrite >out 2>err &
  pid=$!
  sleep $wait
  kill -KILL $pid 2>/dev/null
  wait $pid 2>/dev/null
  [ -e kill.sqlite ] || continue
  got=0; "$PROGRAM" report kill.sqlite -o json=after.json --overwrite >out 2>err || got=$?
  case $got in
    0 | 1 | 3 | 4) ;;
    2) says err "cut off" ;;
    *) fail "exit $got on a killed run's snapshot" ;;
  esac
  if [ "$got" -ne 2 ]; then
    [ "$(query kill.sqlite "SELECT count(*) FROM coverage c WHERE source = 'sync_rule' AND rows < 14")" = 0 ] || fail "half a rule set is called complete"
  fi
done
ls kill.json.* >/dev/null 2>&1 && [ "$(ls kill.json.* | wc -l)" -gt 8 ] && fail "temporary files pile up"
finish
