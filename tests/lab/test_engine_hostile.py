#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_engine_hostile.py PROGRAM: every kind of misbehaviour of PowerShell Remoting (winrm/spoil.py), one server each, in one
audit. None may take longer than its time, end the program, or be believed: a source that is ok has the facts of the server
beside it that behaves, and one that is not says why. Run by lab.sh with the fleet hostile.yaml."""
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, 'winrm')]
import facts  # noqa: E402
import spoil  # noqa: E402

SECONDS = int(os.environ.get('HOST_TIMEOUT', '12'))
GRACE = 5  # to say goodbye
JOBS = '10'  # more would wait for the lab's one process
# What is no reason to lose anything but time.
HARMLESS = {'twice', 'noise', 'split-fragment', 'public-key', 'prompt'}


def name(number):
    return 'hostile-%02d.fabrikam.example' % number


def rules():
    """What each server does wrong; the first nothing. The third Receive is the pool's, those before are the command shell's."""
    yield ''
    for kind in sorted(spoil.OPENING):
        yield 'psrp=%s@Create' % kind
    for kind in sorted(spoil.PIPELINE):
        yield 'psrp=%s@Command' % kind
    for kind in sorted(spoil.REPLY):
        yield 'psrp=%s@Receive:3' % kind


def audit(program, work, count):
    hosts = [word for number in range(count) for word in ('--host', name(number))]
    started = time.monotonic()
    done = subprocess.run([program, 'audit', '--no-hosts', '--winrm-spn', 'HTTP/fab-sync01.fabrikam.example', '--powershell', 'script',
                           '--jobs', JOBS, '--host-timeout', str(SECONDS), '--snapshot', work + '/run.sqlite', '-o', 'json=%s/run.json' % work, *hosts],
                          capture_output=True, text=True, timeout=600)
    took = time.monotonic() - started
    if done.returncode not in (0, 1, 3):
        raise SystemExit('the audit ended with %d\n%s' % (done.returncode, done.stderr[-3000:]))
    return took


def compare(snapshot, server, good, rule):
    """Sentences about what is wrong with a server."""
    covered = {source: (status, message, rows) for source, status, message, rows in snapshot.db.execute(
        'SELECT source, status, message, rows FROM coverage JOIN target ON id = target_id WHERE name = ?', (server,))}
    sound = {source: rows for source, rows in snapshot.db.execute(
        'SELECT source, rows FROM coverage JOIN target ON id = target_id WHERE name = ?', (good,))}
    for source, rows in sound.items():
        status, message, found = covered.get(source, ('missing', None, 0))
        if status == 'ok' and found != rows:
            yield '%s is ok with %d facts instead of %d' % (source, found, rows)
        if status != 'ok' and (status == 'missing' or not message):
            yield '%s is %s and does not say why' % (source, status)
        if status not in ('ok', 'timeout') and rule.partition('=')[2].partition('@')[0] in HARMLESS:
            yield '%s is %s: %s' % (source, status, message)
    took = snapshot.db.execute("SELECT max(julianday(finished_at)) - min(julianday(started_at)) FROM coverage JOIN target ON id = target_id"
                               ' WHERE name = ?', (server,)).fetchone()[0] * 86400
    if took > SECONDS + GRACE:
        yield 'it took %d s of %d' % (took, SECONDS)
    for fact in sorted(own(snapshot, server) - own(snapshot, good))[:3]:
        yield 'a fact that is none: %s' % fact[:300]


def own(snapshot, server):
    return {fact.partition(' ')[2] for fact in snapshot.facts({server}) if fact.split(' ', 2)[1] != 'coverage'}


def main(program):
    wrong = 0
    kinds = list(rules())
    for number, rule in enumerate(kinds):
        if rule:
            urllib.request.urlopen('http://%s:5985/lab/misbehave' % name(number), rule.encode()).read()
    with tempfile.TemporaryDirectory() as work:
        took = audit(program, work, len(kinds))
        snapshot = facts.Snapshot(work + '/run.sqlite', ())
        names = {text.lower(): text for text in snapshot.targets.values()}
        servers = [names[name(number).partition('.')[0]] for number in range(len(kinds))]
        for server, rule in zip(servers, kinds):
            trouble = list(compare(snapshot, server, servers[0], rule))
            lost = snapshot.db.execute("SELECT count(*), max(message) FROM coverage JOIN target ON id = target_id "
                                       "WHERE name = ? AND status <> 'ok'", (server,)).fetchone()
            if rule and 'VERBOSE' in os.environ:
                print('%-36s %3d lost: %s' % (rule, *lost))
            if not rule and lost[0]:
                trouble.append('%d sources of the server that behaves are lost: %s' % lost)
            for sentence in trouble:
                print('FAILED: %s: %s' % (rule or 'nothing wrong', sentence))
            wrong += bool(trouble)
    print('%d kinds in %d s, %d wrong' % (len(kinds) - 1, took, wrong))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
