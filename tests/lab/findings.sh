#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# findings.sh clean|over SYNCAUDIT SOURCE: audits the lab's forest together with the example exports, as an ordinary
# user, and compares with scenarios/: everything that over.txt lists is found; in clean, no check of the forest fails
# or warns except those of clean.txt. Run by lab.sh, with a ticket for auditor.
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
# Checks that look at the directory, by over.txt: those of the exports have tests of their own.
with open(expectations.replace('clean.txt', 'over.txt'), encoding='utf-8') as file:
    checks = {line.split('|')[0].strip() for line in file if '|' in line and not line.startswith('#')}


def text(result):
    return ' '.join(str(result[key]) for key in ('host', 'subject', 'expected', 'actual', 'reason') if result[key])


wrong = 0
if scenario == 'over':
    for check, status, subject, sentence in expected:
        found = [r for r in results if r['check'] == check and subject.lower() in text(r).lower()]
        if not any(r['status'] == status for r in found):
            wrong += 1
            print('missing: %s %s %s: %s' % (check, status, subject, sentence))
            for r in [r for r in results if r['check'] == check][:12]:
                print('    %s: %s' % (r['status'], text(r)[:300]))
else:
    for r in results:
        if r['check'] not in checks or r['status'] in ('pass', 'not_applicable', 'info'):
            continue
        if not any(r['check'] == check and status in ('any', r['status']) and subject.lower() in text(r).lower()
                   for check, status, subject, _ in expected):
            wrong += 1
            print('unexpected: %s %s: %s' % (r['check'], r['status'], text(r)[:300]))
print('%d wrong of %d' % (wrong, len(expected) if scenario == 'over' else len(results)))
sys.exit(1 if wrong else 0)
PYTHON
