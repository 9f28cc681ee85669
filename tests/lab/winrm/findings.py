#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""findings.py REPORT.json HOST: compares what a report says of a server with hosts/<host>.txt, both ways: each line has
its finding, and what fails, warns or is not known has a line; notices need none. Ends with 1 where they differ."""
import fnmatch
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def expectations(host):
    with open('%s/hosts/%s.txt' % (HERE, host.lower()), encoding='utf-8') as file:
        lines = [line.strip() for line in file]
    return [[part.strip() for part in line.split('|', 3)] for line in lines if line and not line.startswith('#')]


def text(result):
    return ' '.join(str(result[key]) for key in ('subject', 'expected', 'actual', 'reason') if result[key])


def matches(result, line):
    check, status, subject, _ = line
    return (fnmatch.fnmatch(result['check'], check) and status in ('any', result['status'])
            and subject.lower() in text(result).lower())


def compare(results, lines):
    """Sentences about what differs."""
    for line in lines:
        found = [r for r in results if matches(r, line)]
        if not found and line[1] != 'any':
            yield 'missing: %s %s %s: %s' % tuple(line)
            for r in [r for r in results if fnmatch.fnmatch(r['check'], line[0])][:12]:
                yield '    %s: %s' % (r['status'], text(r)[:300])
    for r in results:
        if r['status'] not in ('pass', 'not_applicable', 'info') and not any(matches(r, line) for line in lines):
            yield 'unexpected: %s %s: %s' % (r['check'], r['status'], text(r)[:300])


def main(report, host):
    with open(report, encoding='utf-8') as file:
        results = [r for r in json.load(file)['results'] if r['host'] == host]
    lines = expectations(host)
    wrong = list(compare(results, lines))
    print('\n'.join(wrong + ['%s: %d lines of expectations, %d results' % (host, len(lines), len(results))]))
    return 1 if wrong or not results else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
