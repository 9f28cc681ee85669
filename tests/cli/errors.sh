#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Bad input: one clear message with what, where, why and what to do next; the right exit code.
set -u
. "$2/tests/cli/lib.sh"

# Options and commands.
expect 2 ; says out "usage: syncaudit"
expect 2 adit; says err "there is no command 'adit'"; says err "try: syncaudit audit"
expect 2 audit --overwrit; says err "no option '--overwrit'"; says err "--overwrite"
expect 2 audit --fail-on severe "$ACTIVE"; one_error; says err "critical, high, medium, low or info"
expect 2 audit --min-coverage 101 "$ACTIVE"; one_error
expect 2 audit --output; says err "needs a value"
expect 2 audit --output pdf=x "$ACTIVE"; one_error; says err "html=FILE"
expect 2 audit -o html=- -o json=- "$ACTIVE"; says err "only one output"
expect 2 audit; one_error; says err "no server to look at"
expect 2 evaluate; one_error
expect 2 evaluate --jobs 2 x; says err "no option"
expect 2 checks; one_error
expect 2 checks show NOPE-001; one_error
expect 0 help audit; says out "--baseline"
expect 0 audit --help; says out "--baseline"

# Export folders. Nothing could be assessed: 4, and the snapshot tells why.
expect 4 audit missing --snapshot a.sqlite -o json=a.json
says out "not collected"
says out "missing"
[ -s a.sqlite ] || fail "no snapshot of a run that failed"
: >file
expect 4 audit file --snapshot b.sqlite -o json=b.json; says out "not collected"
mkdir empty
expect 4 audit empty --snapshot c.sqlite -o json=c.json
says out "Get-ADSyncServerConfiguration"
ln -s loop loop
expect 4 audit loop --snapshot d.sqlite -o json=d.json; says out "not collected"

# One server's trouble does not stop the other's audit.
cp -r "$STAGING" broken
echo '<synchronizationRule><name>' >"broken/SynchronizationRules/SynchronizationRule_{00000000-0000-0000-0000-000000000001}.xml"
expect 1 audit --active "$ACTIVE" --staging broken --snapshot e.sqlite -o json=e.json
says out "SynchronizationRule_{00000000-0000-0000-0000-000000000001}.xml:1"
says out "FAB-SYNC01"
[ "$(query e.sqlite "SELECT count(*) FROM coverage WHERE status = 'ok'")" = 5 ] || fail "not five of six sources were collected"
[ "$(query e.sqlite "SELECT count(*) FROM sync_rule WHERE target_id = 2")" = 0 ] || fail "half a rule set was kept"
[ "$(query e.sqlite "SELECT count(*) FROM parity_difference WHERE area IN ('rules', 'flows', 'filters')")" = 0 ] || fail "rules that were not read are called absent"
grep -q '"check": *"PAR-006"' e.json || fail "PAR-006 is not in the report"

# Snapshots.
echo '<html>' >page.html
expect 2 evaluate page.html; one_error; says err "not an SQLite database"; says err "page.html"
expect 2 evaluate nothing.sqlite; says err "nothing.sqlite"
cp e.sqlite newer.sqlite
printf '\000\000\000\007' | dd of=newer.sqlite bs=1 seek=60 conv=notrunc 2>/dev/null
expect 2 report newer.sqlite; one_error; says err "schema version 7"
head -c 3000 e.sqlite >half.sqlite
got=0; "$PROGRAM" report half.sqlite -o json=half.json >out 2>err || got=$?
[ "$got" -eq 5 ] || [ "$got" -eq 2 ] || fail "a damaged snapshot gives $got"
[ -s err ] || fail "a damaged snapshot is not explained"
expect 2 audit "$ACTIVE" --snapshot e.sqlite; one_error; says err "exists already"
expect 2 audit "$ACTIVE" --baseline page.html --snapshot f.sqlite -o json=f.json; one_error; says err "baseline"

# Outputs.
expect 2 audit "$ACTIVE" -o html=no/such/folder/report.html; one_error; says err "no/such/folder"
expect 2 audit "$ACTIVE" -o html=e.json; one_error; says err "--overwrite"
expect 2 audit "$ACTIVE" -o csv=e.json; says err "folder"
expect 2 audit "$ACTIVE" -o csv=-; says err "standard output"
[ ! -e syncaudit-*.sqlite ] 2>/dev/null || fail "a snapshot was written although the outputs were wrong"

# Configuration.
printf 'fail_on: high\nfail_one: low\n' >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "bad.yaml:2:1"; says err "fail_on"
printf 'servers:\n  - export: x\n    rolle: active\n' >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "bad.yaml:3:5"; says err "role"
printf 'title: a\ntitle: b\n' >bad.yaml
expect 2 audit -c bad.yaml; says err "bad.yaml:2:1"
printf 'min_coverage: many\n' >bad.yaml
expect 2 audit -c bad.yaml; says err "bad.yaml:1:15"
printf 'params:\n  SYN-009:\n    max_cuont: 5\n' >bad.yaml
expect 2 audit -c bad.yaml "$ACTIVE"; says err "bad.yaml:3:5"; says err "max_count"
printf 'title: &a x\n' >bad.yaml
expect 2 audit -c bad.yaml; says err "bad.yaml:1"
expect 2 audit -c absent.yaml; says err "absent.yaml"

# Check files of one's own.
mkdir checks
printf -- '-- id: ORG-002\n-- titel: x\nSELECT 1\n' >checks/ORG-002.sql
expect 2 audit "$ACTIVE" --catalogue checks; one_error; says err "ORG-002.sql:2"

# Queries are read-only.
for sql in "DELETE FROM target" "ATTACH 'x' AS y" "PRAGMA user_version = 3" "SELECT 1; SELECT 2" \
  "SELECT load_extension('x')" "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"; do
  got=0; "$PROGRAM" query e.sqlite "$sql" >out 2>err || got=$?
  [ "$got" -ne 0 ] || fail "this was allowed: $sql"
done
finish
