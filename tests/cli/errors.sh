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
expect 0 checks show ACC-015; says_not out '\x0A'; grep -q '^ WHERE prefix' out || fail "the query is not shown line by line"
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
mkfifo pipe
expect 2 audit "$ACTIVE" -o html=pipe --overwrite; one_error; says err "not a regular file"; says err "standard output"
[ -p pipe ] || fail "a FIFO was replaced"
ln -s e.json link.json
expect 2 report e.sqlite -o json=link.json --overwrite; one_error; says err "not a regular file"
mkdir linked; ln -s ../e.json linked/hosts.csv
expect 2 report e.sqlite -o csv=linked --overwrite; one_error; says err "linked/hosts.csv"
[ -L link.json ] && [ -L linked/hosts.csv ] || fail "a link was replaced"
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

# One that was found and not named: it is announced, and replaces nothing.
printf 'overwrite: true\n' >syncaudit.yaml
expect 2 evaluate e.sqlite; one_error; says err "syncaudit.yaml:1:12"; says err "only in a configuration that is named"
expect 1 evaluate e.sqlite -c syncaudit.yaml
SYNCAUDIT_CONFIG=syncaudit.yaml expect 1 evaluate e.sqlite
printf 'overwrite: false\n' >syncaudit.yaml
expect 0 collect "$ACTIVE" --snapshot found.sqlite
[ "$(cat err)" = "configuration  ./syncaudit.yaml" ] || fail "a found configuration is not announced"
expect 0 collect "$ACTIVE" --snapshot found.sqlite --overwrite --quiet; [ ! -s err ] || fail "--quiet is not quiet"
expect 0 collect "$ACTIVE" --snapshot found.sqlite --overwrite -c syncaudit.yaml; says_not err "configuration"
rm syncaudit.yaml

printf 'servers:\n  - {export: %s, pair: one}\n  - {export: %s, pair: onne}\n' "$ACTIVE" "$STAGING" >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "pair label 'one'"; says err "did you mean 'onne'"

# A selection of nothing would be green about nothing.
expect 2 audit "$ACTIVE" "$STAGING" --check 'PAR-04'; one_error; says err "no check is selected"
expect 2 evaluate e.sqlite --area parety; one_error

# Check files of one's own.
mkdir checks
printf -- '-- id: ORG-002\n-- titel: x\nSELECT 1\n' >checks/ORG-002.sql
expect 2 audit "$ACTIVE" --catalogue checks; one_error; says err "ORG-002.sql:2"

printf -- '-- id: ORG-002\n-- title: "a\\x9B31mb"\nSELECT 1\n' >checks/ORG-002.sql
expect 2 audit "$ACTIVE" --catalogue checks; says err "ORG-002.sql:2"; says err "must be one line"

# Nothing that commands a terminal: paths, sources, cells of a query.
escape=$(printf '\033')
c1=$(printf '\302\233')
says_nothing_unsafe() { if grep -qE "$escape|$c1|$(printf '\342\200\256')" out err; then fail "unsafe characters: $1"; fi; }
hostile="h${escape}]0;x$c1"
expect 0 collect "$ACTIVE" --snapshot "$hostile.sqlite"; says out 'h\x1B]0;x'; says_nothing_unsafe collect
expect 1 report "$hostile.sqlite" -o json="$hostile.json"; says out 'h\x1B]0;x'; says_nothing_unsafe report
expect 1 audit "$ACTIVE" --snapshot "$hostile.2" -o json="$hostile.json" --overwrite; says_nothing_unsafe audit
mkdir "$hostile"
cp "$SOURCE/checks/catalogue/staging/STG-001.sql" "$hostile/ORG-003.sql"
sed -i 's/STG-001/ORG-003/' "$hostile/ORG-003.sql"
expect 0 checks show ORG-003 --catalogue "$hostile"; says out 'File        h\x1B]0;x'; says_nothing_unsafe checks
if command -v sqlite3 >/dev/null 2>&1; then
  cp e.sqlite source.sqlite
  sqlite3 source.sqlite "UPDATE coverage SET source = char(27) || '[31m' || char(155), status = 'failed', message = 'x' WHERE source = 'sync_rule'"
  got=0; "$PROGRAM" evaluate source.sqlite >out 2>err || got=$?
  says_nothing_unsafe "coverage source"
fi
cells="SELECT 'a' || char(27, 127, 155, 8238, 917536) || CAST(x'FF' AS TEXT) AS \"k$escape$c1\", char(65309) || '1' AS f, 'x' || char(10) || 'y' AS g"
expect 0 query e.sqlite "$cells" --format json; says_nothing_unsafe json
says out '[{"k\u001b\u009b": "a\u001b\u007f\u009b\u202e\udb40\udc20'
says out "$(printf '\357\277\275"')"
says out 'x\ny'
expect 0 query e.sqlite "$cells" --format csv; says_nothing_unsafe csv
says out "$(printf '"a\357\277\275\357\277\275\357\277\275[U+202E][U+E0020]\357\277\275"')"
says out "$(printf '"'"'"'\357\274\2351"')"

# An array that broke off does not look whole.
expect 0 query e.sqlite "SELECT 1 WHERE 0" --format json; [ "$(cat out)" = "[]" ] || fail "no rows are no empty array"
expect 0 query e.sqlite "SELECT 1 AS a UNION ALL SELECT 2" --format json
[ "$(cat out)" = "$(printf '[{"a": "1"},\n{"a": "2"}]')" ] || fail "not an array of two"
expect 2 query e.sqlite "SELECT nothing" --format json; [ ! -s out ] || fail "a query that failed prints an array"
got=0; "$PROGRAM" query e.sqlite "SELECT value, json_extract(iif(value = 3, '{', '{}'), '\$') FROM json_each('[1,2,3]')" --format json >out 2>err || got=$?
[ "$got" -ne 0 ] || fail "a query that broke off succeeds"
says out '[{'
says_not out ']'

# Standard output that cannot be written: why, and what was done all the same.
full() { got=0; "$PROGRAM" "$@" >/dev/full 2>err || got=$?; [ "$got" -eq 5 ] || fail "exit $got with a full standard output: $*"; one_error; says err "No space left"; }
: >out
full audit "$ACTIVE" --snapshot full.sqlite -o json=full.json; says err "written all the same"
[ -s full.json ] && [ -s full.sqlite ] || fail "not written all the same"
full query e.sqlite "SELECT path FROM parity_item"; says_not err "all the same"
full checks list; says_not err "all the same"

# Queries are read-only.
for sql in "DELETE FROM target" "ATTACH 'x' AS y" "PRAGMA user_version = 3" "SELECT 1; SELECT 2" \
  "SELECT load_extension('x')" "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"; do
  got=0; "$PROGRAM" query e.sqlite "$sql" >out 2>err || got=$?
  [ "$got" -ne 0 ] || fail "this was allowed: $sql"
done
finish
