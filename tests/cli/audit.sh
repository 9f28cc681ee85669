#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The main line on the example exports: drifts found, nothing else; formats; offline repetition; outputs.
set -u
. "$2/tests/cli/lib.sh"

expect 1 audit --active "$ACTIVE" --staging "$STAGING" --snapshot run.sqlite -o html=r.html -o json=r.json -o csv=csv
says out "FAB-SYNC01"
says out "FAB-SYNC02"
says out "Failover"
for file in r.html r.json csv/findings.csv csv/hosts.csv csv/parity.csv run.sqlite; do
  [ -s "$file" ] || fail "$file was not written"
done
[ "$(stat -c %a r.html run.sqlite csv/findings.csv | sort -u)" = 600 ] || fail "reports can be read by others"
[ "$(query run.sqlite "SELECT count(*) FROM parity_difference WHERE class = 'drift'")" = 5 ] || fail "not five drifts"
[ "$(query run.sqlite "SELECT count(*) FROM parity_difference WHERE class = 'version-caused'")" = 0 ] || fail "version-caused differences"
[ "$(query run.sqlite "SELECT group_concat(role, ' ') FROM server")" = "active staging" ] || fail "roles"
[ "$(query run.sqlite "SELECT count(*) FROM evidence WHERE body IS NULL")" = 0 ] || fail "evidence without bytes"
grep -c 'rifted\|drift' r.html >/dev/null || fail "the report does not mention drift"

# The order of the folders does not matter: the roles do.
expect 1 audit "$STAGING" "$ACTIVE" --snapshot swapped.sqlite -o json=swapped.json
[ "$(query swapped.sqlite "SELECT active || ' ' || staging FROM pair")" = "FAB-SYNC01 FAB-SYNC02" ] || fail "sides follow the order of the folders"
query run.sqlite "SELECT path, active_value, staging_value, class FROM parity_difference ORDER BY 1, 2" >one
query swapped.sqlite "SELECT path, active_value, staging_value, class FROM parity_difference ORDER BY 1, 2" >two
cmp -s one two || fail "the comparison depends on the order of the folders"

# Judged again, offline: the same to the byte.
expect 1 report run.sqlite -o html=again.html -o json=again.json
cmp -s r.html again.html || fail "the report of the same snapshot differs"
cmp -s r.json again.json || fail "the JSON of the same snapshot differs"
sum=$(sha256sum <run.sqlite)
expect 1 evaluate run.sqlite
[ "$(sha256sum <run.sqlite)" = "$sum" ] || fail "judging changed the snapshot"

# A server with itself: nothing drifted, and it says so; and no parity check passes on it.
expect 1 audit "$ACTIVE" "$ACTIVE" --snapshot self.sqlite -o json=self.json
says out "compares a server with itself"
[ "$(query self.sqlite "SELECT count(*) FROM parity_difference")" = 0 ] || fail "a server differs from itself"
grep -o '"check": *"PAR-006"[^}]*' self.json | grep -q '"status": *"pass"' && fail "PAR-006 passes although the other server was not seen"

# Declared roles are compared with what the servers say.
expect 1 audit --active "$STAGING" --staging "$ACTIVE" --check STG-001 --snapshot roles.sqlite -o json=roles.json
says out "STG-001"
says out "PARTIAL SELECTION"

# Standard output.
"$PROGRAM" report run.sqlite -o json=- >j.json 2>err || true
cmp -s j.json r.json || fail "the report on standard output differs from the file"
"$PROGRAM" report run.sqlite -o json=- 2>&1 >/dev/full | grep -q "error" || fail "a full standard output is not noticed"
expect 1 audit "$ACTIVE" "$STAGING" -q --snapshot q.sqlite -o json=q.json
[ ! -s out ] && [ ! -s err ] || fail "--quiet is not quiet"

# Exit codes and filters.
expect 0 audit "$ACTIVE" "$STAGING" --exit-zero --snapshot z.sqlite -o json=z.json
expect 1 evaluate run.sqlite --min-score 100 --fail-on critical
expect 0 evaluate run.sqlite --check SYN-009 --fail-on critical --min-coverage 0
# Colours only where asked for.
"$PROGRAM" evaluate run.sqlite --color always >out 2>err || true
grep -q "$(printf '\033')" out || fail "--color always gives none"
NO_COLOR=1 CLICOLOR_FORCE=1 "$PROGRAM" evaluate run.sqlite >out 2>err || true
grep -q "$(printf '\033')" out && fail "NO_COLOR is not heeded"
# Progress is for terminals.
"$PROGRAM" audit "$ACTIVE" --snapshot p.sqlite -o json=p.json >out 2>err || true
[ ! -s err ] || fail "progress without a terminal"
"$PROGRAM" audit "$ACTIVE" --progress plain --snapshot p2.sqlite -o json=p2.json >out 2>err || true
says err "1 of 1: FAB-SYNC01"

# Configuration, environment, options: the nearer wins.
cat >syncaudit.yaml <<EOT
title: From the file
fail_on: critical
servers:
  - name: first
    export: $ACTIVE
    role: active
  - name: second
    export: $STAGING
    role: staging
output: {html: configured.html}
snapshot: configured.sqlite
params:
  SYN-009: {max_count: 5000}
EOT
got=0; "$PROGRAM" audit >out 2>err || got=$?
says out "first"
grep -q 'From the file' configured.html || fail "the title of the configuration is not in the report"
SYNCAUDIT_TITLE="From the environment" "$PROGRAM" audit --overwrite >out 2>err || true
grep -q 'From the environment' configured.html || fail "the environment does not win over the file"
SYNCAUDIT_TITLE="From the environment" "$PROGRAM" audit --overwrite --title "From the option" >out 2>err || true
grep -q 'From the option' configured.html || fail "the option does not win over the environment"
[ "$(query configured.sqlite "SELECT group_concat(name, ' ') FROM server")" = "first second" ] || fail "names of the configuration"
rm syncaudit.yaml

# A baseline: what changed on the same server.
sed 's|>500</parameter>|>900</parameter>|' "$ACTIVE/GlobalSettings/MV.xml" >mv.xml
cmp -s mv.xml "$ACTIVE/GlobalSettings/MV.xml" && fail "the example has no threshold of 500"
cp -r "$ACTIVE" later; cp mv.xml later/GlobalSettings/MV.xml
expect 1 audit later "$STAGING" --baseline run.sqlite --snapshot later.sqlite -o json=later.json --fail-on medium
"$PROGRAM" query later.sqlite --baseline run.sqlite "SELECT path, baseline_value, current_value FROM baseline_difference WHERE class = 'drift'" --format csv >out
says out '"500","900"'
finish
