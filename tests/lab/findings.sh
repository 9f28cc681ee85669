#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# findings.sh clean|over SYNCAUDIT SOURCE: audits the lab's forest together with the example exports, as an ordinary
# user, and compares with scenarios/: a check of the directory that fails, warns or does not know has one line, and
# every line of the scenario's own has one finding. Run by lab.sh, with a ticket for auditor.
set -eu
scenario=$1
program=$2
source=$3
exports=$source/examples/exports
status=0
"$program" audit --domain "$LAB_DOMAIN" --active "$exports/fabrikam-active" --staging "$exports/fabrikam-staging" \
  --snapshot "$LAB/run/audit.sqlite" -o json="$LAB/run/audit.json" >"$LAB/run/audit.out" 2>&1 || status=$?
case $status in
  0 | 1 | 3) ;;
  *)
    cat "$LAB/run/audit.out"
    echo "the audit ended with $status"
    exit 1
    ;;
esac
exec /usr/bin/python3 - "$scenario" "$LAB/run/audit.json" "$source/tests/lab/scenarios/$scenario.txt" <<'PYTHON'
import json
import sys

scenario, report, expectations = sys.argv[1:]
with open(report, encoding='utf-8') as file:
    results = json.load(file)['results']
expected = []
with open(expectations, encoding='utf-8') as file:
    for line in file:
        if line.strip() and not line.startswith('#'):
            expected.append([part.strip() for part in line.split('|', 3)])
allowed = list(expected)
if scenario == 'over':
    with open(expectations.replace('over.txt', 'clean.txt'), encoding='utf-8') as file:
        allowed += [[part.strip() for part in line.split('|', 3)] for line in file if '|' in line and not line.startswith('#')]
# Checks that look at the directory, by over.txt: those of the exports have tests of their own.
with open(expectations.replace('clean.txt', 'over.txt'), encoding='utf-8') as file:
    checks = {line.split('|')[0].strip() for line in file if '|' in line and not line.startswith('#')}


def text(result):
    return ' '.join(str(result[key]) for key in ('host', 'subject', 'expected', 'actual', 'reason') if result[key])


def matches(r, line):
    check, status, subject, _ = line
    return (r['check'], r['status']) == (check, status) and all(
        part.lower() in text(r).lower() for part in subject.split(' + '))


wrong = 0
for line in allowed:
    found = [r for r in results if matches(r, line)]
    if len(found) == 1 or (line not in expected and not found):
        continue
    wrong += 1
    print('%s: %s %s %s: %s' % ('several of' if found else 'missing', *line))
    for r in found or [r for r in results if r['check'] == line[0]][:12]:
        print('    %s: %s' % (r['status'], text(r)[:300]))
for r in results:
    if r['check'] not in checks or r['status'] in ('pass', 'not_applicable', 'info'):
        continue
    lines = sum(matches(r, line) for line in allowed)
    if lines != 1:
        wrong += 1
        print('%s: %s %s: %s' % ('told by several lines' if lines else 'unexpected', r['check'], r['status'], text(r)[:300]))
print('%d wrong; %d lines of expectations, %d results' % (wrong, len(expected), len(results)))
sys.exit(1 if wrong else 0)
PYTHON
