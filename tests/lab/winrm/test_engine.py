#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The sync engines of the lab's descriptions: the records of each source, what is refused to whom, and what the
descriptions must agree with: the exports, the event lists, one another."""
import base64
import collections
import datetime
import gzip
import os
import re
import sys
import types
import unittest

sys.dont_write_bytecode = True
try:
    import yaml
except ImportError:
    print('python3-yaml is not installed')
    sys.exit(77)

import describe  # noqa: E402
import engine  # noqa: E402
import fleet  # noqa: E402
import remoting  # noqa: E402
import sddl  # noqa: E402
from host import Host  # noqa: E402
from psrp_client import Client, service  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
EXPORTS = os.path.join(HERE, '..', '..', '..', 'examples', 'exports')
# What the records of each fact hold, by design of the auditor's script; Count and Oldest of a fact's own.
MEMBERS = {
    'begin': 'Source At Offset', 'end': 'Source Count', 'problem': 'Source Id Exception Message Category HResult',
    'engine': 'PowerShell LanguageMode Sid Account Elevated Module Program Settings Schema Instance', 'parameter': 'Name Value',
    'group': 'Sid', 'scheduler': 'Staging Enabled Maintenance Suspended InProgress NextPolicy NextStart Allowed Effective '
    'Customized History', 'connector': 'Guid Name Type Subtype Forest Domain Account Modified',
    'statistics': 'Guid Name Objects ExportAdds ExportUpdates ExportDeletes ImportAdds ImportUpdates ImportDeletes '
    'ImportNoChange', 'run': 'Id Guid Connector Profile Number Account Complete Result Start End',
    'step': 'Id Ordinal Type Result Start End Staged StageFailures FlowFailures Adds Updates Deletes ExportFailures Errors',
    'error': 'Id Ordinal Type Count Oldest', 'history': 'Runs Oldest Complete', 'busy': 'Connector State',
    'override': 'Guid Import Sync', 'file': 'Name Size Sha256 Modified', 'upgrade': 'State Reason',
    'password': 'Connector Enabled', 'partition': 'Guid Dn Status Success Cycle', 'writeback': 'Connector Enabled',
    'domain': 'Connector Domain Reachable Message', 'database': 'LocalDb UsedMb Server Instance Name Version Edition',
    'credential': 'Kind ManagedBy Rotation Thumbprint Sha256 NotBefore NotAfter', 'content': 'Path Encoding Size Data',
    'right': 'Right Sid', 'policy': 'Subcategory Value', 'folder': 'Role Path Exists Descriptor', 'log': 'Log Oldest',
    'watched': 'Account Sid Since', 'logon': 'Account Sid Type Count Last'}
MOMENT = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ')


def load(name, **more):
    return Host.load('%s/hosts/%s.yaml' % (HERE, name), sids={}, more=more)


ACTIVE, STAGING, TAIL, GHOST = (load(name) for name in ('fab-sync01', 'fab-sync02', 'tail-sync01', 'fab-sync03'))


def ask(host, sources=None, rights=('administrator',), endpoint=None, name=remoting.DEFAULT, days=7, most=5000):
    """Records as dictionaries."""
    context = remoting.Context('auditor@FABRIKAM.EXAMPLE', list(rights), endpoint or {}, name, types.SimpleNamespace(name='x'))
    events = host.run(context, 'the script', {'source': sources or ','.join(engine.SOURCES), 'days': days, 'maxruns': most})
    found = []
    for event in events:
        if event[0] == 'forever':
            found.append({'Fact': 'forever'})
            break
        if event[0] == 'output':
            found.append(dict(event[1].notes))
    return found


def of(rows, fact, **match):
    return [row for row in rows if row['Fact'] == fact and all(row[key] == value for key, value in match.items())]


def age(text):
    moment = datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=datetime.timezone.utc)
    return (datetime.datetime.now(datetime.timezone.utc) - moment).total_seconds() / 3600


class Records(unittest.TestCase):
    def test_members_and_values(self):
        for host in (ACTIVE, STAGING, TAIL, GHOST):
            for row in ask(host):
                self.assertEqual(set(row) - {'Fact'}, set(MEMBERS[row['Fact']].split()), row['Fact'])
                for name, value in row.items():
                    self.assertIsInstance(value, (str, int, bool, type(None)))
                    if value and name in ('At', 'Start', 'End', 'Modified', 'NextStart', 'Oldest', 'Success', 'Cycle', 'Since', 'Last',
                                          'NotBefore', 'NotAfter'):
                        self.assertRegex(value, MOMENT)
                    if name in ('Guid', 'Id', 'Subcategory', 'Instance') and row['Fact'] not in ('problem', 'database'):
                        self.assertRegex(value, '^[0-9a-f-]{36}$')
                    if name == 'Sid':
                        self.assertRegex(value, r'^S-1-[0-9-]+$')

    def test_begin_and_end(self):
        for host in (ACTIVE, STAGING, TAIL):
            rows, at = ask(host), 0
            for source in engine.SOURCES:
                self.assertEqual((rows[at]['Fact'], rows[at]['Source']), ('begin', source))
                end = next(n for n in range(at, len(rows)) if rows[n]['Fact'] in ('end', 'problem'))
                self.assertEqual((rows[end]['Fact'], rows[end].get('Count')), ('end', end - at - 1), (host.name, source))
                at = end + 1
            self.assertEqual(at, len(rows))

    def test_unknown_source(self):
        rows = ask(ACTIVE, 'nonsense,log_age')
        self.assertEqual([row['Fact'] for row in rows], ['begin', 'problem', 'begin', 'log', 'log', 'log', 'end'])
        self.assertEqual(rows[1]['Id'], 'UnknownSource')

    def test_order_of_members_is_none(self):
        self.assertNotEqual(list(ask(ACTIVE, 'scheduler')[1])[0], 'Fact')

    def test_configuration_is_the_export(self):
        for host, folder in ((ACTIVE, 'fabrikam-active'), (STAGING, 'fabrikam-staging'), (TAIL, '../../tests/lab/winrm/exports/tail-sync01')):
            rows = of(ask(host, 'configuration'), 'content')
            self.assertGreater(len(rows), 8)
            for row in rows:
                data = gzip.decompress(base64.b64decode(row['Data']))
                self.assertEqual(len(data), row['Size'])
                with open(os.path.join(EXPORTS, folder, row['Path']), 'rb') as file:
                    stored = file.read()
                if row['Path'] == 'GlobalSettings/MV.xml':
                    self.assertNotEqual(data, stored)  # exported just now
                    stamp = re.search(rb"export-date='([^']+)'", data).group(1).decode()
                    moment = datetime.datetime.strptime(stamp, '%Y-%m-%d %H:%M:%S.%f').replace(tzinfo=datetime.timezone.utc)
                    self.assertLess(abs((datetime.datetime.now(datetime.timezone.utc) - moment).total_seconds()), 200)
                    drop = rb"(?s)export-date='[^']*'|<parameter name=\"Microsoft.Synchronize.NextStartTime.*?</parameter>"
                    data, stored = re.sub(drop, b'', data), re.sub(drop, b'', stored)
                self.assertEqual(data, stored, row['Path'])

    def test_run_history(self):
        rows = ask(ACTIVE, 'run_history', most=1000)
        self.assertEqual([row['Complete'] for row in of(rows, 'history')], [False])
        self.assertEqual(len(of(rows, 'run')), 1000)
        self.assertEqual([row['Start'] for row in of(rows, 'run')], sorted((row['Start'] for row in of(rows, 'run')), reverse=True))
        whole = ask(ACTIVE, 'run_history')
        self.assertEqual((of(whole, 'history')[0]['Complete'], of(whole, 'history')[0]['Runs']), (True, len(of(whole, 'run'))))
        self.assertEqual(whole[1:-1], ask(ACTIVE, 'run_history')[1:-1])
        self.assertLess(len(of(ask(ACTIVE, 'run_history', days=1), 'run')), 300)
        told = {(row['Id'], row['Ordinal']) for row in of(whole, 'step')}
        newest = {}
        for row in of(whole, 'run'):
            newest.setdefault((row['Guid'], row['Profile']), row['Id'])
        for run in newest.values():
            self.assertIn((run, 1), told)
        short = ask(STAGING, 'run_history', name='powershell.exe')
        self.assertNotIn('Type', of(short, 'step')[0])
        self.assertNotIn('Oldest', of(short, 'error')[0])


class Refusals(unittest.TestCase):
    def ids(self, host, sources=None, **more):
        return {row['Source']: row['Id'] for row in of(ask(host, sources, **more), 'problem')}

    def test_no_engine(self):
        stopped, absent = self.ids(GHOST), self.ids(load('fab-sync01', engine={'state': 'absent'}))
        others = set(engine.SOURCES) - set(engine.WINDOWS)
        self.assertEqual(stopped, {source: 'ServiceStopped' for source in others})
        self.assertEqual(absent, {source: 'ModuleNotFound' for source in others})
        plain = self.ids(load('windows-server-2022'))
        self.assertEqual(plain, {source: 'ModuleNotFound' for source in others | set(engine.PRODUCT)})

    def test_accounts(self):
        ordinary = self.ids(ACTIVE, rights=['powershell'])
        self.assertEqual(ordinary['scheduler'], 'System.ServiceModel.Security.SecurityAccessDeniedException')
        self.assertEqual(ordinary['user_right'], 'ExportRefused')
        self.assertNotIn('log_age', ordinary)
        self.assertNotIn('scheduler', self.ids(ACTIVE, rights=['powershell', 'engine']))
        self.assertIn('scheduler', self.ids(ACTIVE, rights=['administrator', 'no-engine']))
        self.assertEqual(self.ids(ACTIVE, rights=['jea'], endpoint={'jea': True}), {})
        groups = self.ids(ACTIVE, rights=['jea'], endpoint={'jea': True, 'elevated': False})
        self.assertEqual(set(groups), set(engine.ELEVATED))

    def test_who(self):
        row = of(ask(ACTIVE, 'engine', rights=['jea'], endpoint={'jea': True}), 'engine')[0]
        self.assertEqual((row['Account'], row['Elevated']), ('WinRM Virtual Users\\WinRM VA_1_FABRIKAM_auditor', True))
        self.assertTrue(row['Sid'].startswith('S-1-5-94-1-'))
        sids = [row['Sid'] for row in of(ask(ACTIVE, 'auditor_right'), 'group')]
        self.assertIn('S-1-5-32-544', sids)
        self.assertIn('S-1-5-21-3100200300-3400500600-3700800901-1001', sids)
        sids = [row['Sid'] for row in of(ask(ACTIVE, 'auditor_right', rights=['powershell']), 'group')]
        self.assertNotIn('S-1-5-32-544', sids)

    def test_constrained_language(self):
        endpoint = {'language': 'ConstrainedLanguage'}
        rows = ask(ACTIVE, endpoint=endpoint)
        self.assertEqual([row['Source'] for row in of(rows, 'problem')], ['file_right'])
        self.assertEqual({row['Encoding'] for row in of(rows, 'content')}, {'text'})
        self.assertEqual(of(rows, 'engine')[0]['LanguageMode'], 'ConstrainedLanguage')

    def test_described(self):
        kinds = load('fab-sync01', engine={'refuse': {'scheduler': 'database', 'statistics': 'absent', 'engine': 'cloud', 'override': 'told to'}})
        found = self.ids(kinds)
        self.assertEqual((found['statistics'], found['override'], set(found)), (
            'CommandNotFoundException', 'told to', {'scheduler', 'statistics', 'engine', 'override'}))
        hangs = ask(load('fab-sync01', engine={'refuse': {'scheduler': 'hang'}}), 'engine,scheduler,statistics')
        self.assertEqual([row['Fact'] for row in hangs[-2:]], ['begin', 'forever'])
        many = ask(load('fab-sync01', engine={'refuse': {'log_age': 'many'}}), 'log_age')
        self.assertEqual((len(many), many[-1]['Count']), (100002, 100000))

    def test_changes_its_mind(self):
        host = load('fab-sync01', engine={'fickle': {'scheduler': {'Staging': True}}})
        self.assertEqual([of(ask(host, 'scheduler'), 'scheduler')[0]['Staging'] for _ in range(3)], [False, True, True])


class Descriptions(unittest.TestCase):
    """The engines agree with what else is said of their servers."""

    def test_versions(self):
        for host in (ACTIVE, STAGING, TAIL):
            row = of(ask(host, 'engine'), 'engine')[0]
            self.assertEqual(row['Settings'], host.description['entra_connect']['version'])
            self.assertEqual(row['Module'], row['Settings'])

    def test_roles_and_parameters(self):
        for host, staging in ((ACTIVE, False), (STAGING, True), (TAIL, False)):
            rows = ask(host, 'engine,scheduler')
            self.assertEqual(of(rows, 'scheduler')[0]['Staging'], staging)
            value = of(rows, 'parameter', Name='Microsoft.Synchronize.StagingMode')[0]['Value']
            self.assertEqual(value.lower(), str(staging).lower())

    def test_cycles_are_in_the_log(self):
        """Event 904 begins each of the scheduler's cycles."""
        for host in (ACTIVE, STAGING, TAIL):
            first = next(e for e in host.description['events'] if e['id'] == 904)
            imports = of(ask(host, 'run_history'), 'run', Profile='Delta Import', Account='NT SERVICE\\ADSync')
            self.assertAlmostEqual(age(imports[0]['Start']), describe.age(first['age']) / 3600, delta=0.05)
            self.assertEqual(describe.age(first['every']), 1800)

    def test_events_and_runs(self):
        def events(host, source, number):
            return [e for e in host.description['events'] if e['source'] == source and e['id'] == number]
        rows = ask(STAGING)
        by_hand = of(rows, 'run', Profile='Export')
        self.assertEqual({row['Account'] for row in by_hand}, {'FABRIKAM\\bob'})
        stopped = of(by_hand, 'run', Result='stopped-deletion-threshold-exceeded')[0]
        self.assertAlmostEqual(age(stopped['Start']), describe.age(events(STAGING, 'Directory Synchronization', 116)[0]['age']) / 3600, delta=0.05)
        down = of(rows, 'run', Result='stopped-server-down')
        self.assertEqual(len(down), events(STAGING, 'ADSync', 6056)[0]['times'])
        self.assertTrue(events(STAGING, 'Directory Synchronization', 212))
        passwords = events(STAGING, 'Directory Synchronization', 656)[0]
        self.assertAlmostEqual(age(of(rows, 'partition')[0]['Success']), describe.age(passwords['age']) / 3600, delta=0.05)
        self.assertFalse(events(ACTIVE, 'Directory Synchronization', 212))
        self.assertFalse(of(ask(ACTIVE, 'run_history'), 'run', Profile='Full Import'))
        for host in (ACTIVE, STAGING, TAIL):  # nothing is older than the oldest record of its log
            logs = {row['Log']: age(row['Oldest']) for row in of(ask(host, 'log_age'), 'log')}
            for event in host.description['events']:
                last = describe.age(event['age']) + describe.age(event.get('every', 0)) * (event.get('times', 1) - 1)
                log = event.get('log', 'Application')
                if log == 'Application' or host is not STAGING:  # there the others were cleared
                    self.assertLessEqual(last / 3600, logs[log] + 0.1, (host.name, event['id']))

    def test_active_is_sound(self):
        rows = ask(ACTIVE)
        self.assertEqual(of(rows, 'busy') + of(rows, 'error'), [])
        self.assertEqual({row['Result'] for row in of(rows, 'run')}, {'success'})
        self.assertEqual([row['Reachable'] for row in of(rows, 'domain')], [True, True])
        self.assertTrue(all(row['Adds'] + row['Updates'] + row['Deletes'] == 0 for row in of(rows, 'step') if row['Type'] != 'Export'))
        exports = of(rows, 'run', Profile='Export')
        self.assertLess(age(exports[0]['End']), 1)
        self.assertLess(age(of(rows, 'scheduler')[0]['NextStart']), 0)

    def test_staging_is_neglected(self):
        rows = ask(STAGING)
        stuck = of(rows, 'run', Complete=False)
        self.assertEqual([(row['Profile'], row['Result'], row['End']) for row in stuck], [('Delta Synchronization', 'in-progress', None)])
        self.assertGreater(age(stuck[0]['Start']), 24)
        self.assertGreater(age(of(rows, 'scheduler')[0]['NextStart']), 24)
        exported = [row for row in of(rows, 'step', Type='Export') if row['Adds']]
        self.assertEqual([(row['Adds'], row['Updates'], row['Deletes']) for row in exported], [(12, 31, 4)])
        self.assertEqual(sum(row['Count'] for row in of(rows, 'error')), 132)
        self.assertEqual([row['Sync'] for row in of(rows, 'override')], [True])
        self.assertEqual(sorted(row['Type'] for row in of(rows, 'logon')), [2, 5, 10])

    def test_object_counts(self):
        count = {}
        for host in (ACTIVE, STAGING):
            for row in of(ask(host, 'statistics'), 'statistics'):
                count[host.name, row['Name']] = row['Objects']
        names = ('fabrikam.example', 'fabrikam.onmicrosoft.com - AAD')
        self.assertLess(abs(count['FAB-SYNC02', names[0]] / count['FAB-SYNC01', names[0]] - 1), 0.005)
        self.assertGreater(count['FAB-SYNC02', names[1]] / count['FAB-SYNC01', names[1]] - 1, 0.02)

    def test_accounts_of_the_forest(self):
        """Names that the directory's seed knows."""
        with open(os.path.join(HERE, '..', 'scenarios', 'clean.py'), encoding='utf-8') as file:
            seed = file.read()
        for host in (ACTIVE, STAGING):
            for row in of(ask(host, 'engine_connector'), 'connector', Type='AD'):
                self.assertIn("'%s'" % row['Account'].replace('MSOL_', ''), seed)
            for row in of(ask(host, 'account_logon'), 'watched'):
                self.assertIn(row['Account'].rpartition('\\')[2].replace('MSOL_', '').rstrip('$'), seed)

    def test_folders(self):
        for host in (ACTIVE, STAGING, TAIL):
            for row in of(ask(host, 'file_right'), 'folder'):
                data = base64.b64decode(row['Descriptor'])
                self.assertEqual(data[0], 1)
                self.assertIn(sddl.sid('S-1-5-32-544'), data)
        users = [row['Role'] for row in of(ask(STAGING, 'file_right'), 'folder')
                 if sddl.sid('S-1-5-32-545') in base64.b64decode(row['Descriptor'])]
        self.assertEqual(users, ['program', 'settings'])

    def test_service_sid(self):
        self.assertEqual(engine.service_sid('TrustedInstaller'),
                         'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464')

    def test_wrong_descriptions_are_errors(self):
        for more, source in (({'audit_policy': {'Logons': 'both'}}, 'audit_policy'), ({'engine': {'busy': {'nobody': 'Busy'}}}, 'run_status'),
                             ({'interactive': [{'account': 'nobody', 'types': {2: [1, '1d']}}]}, 'account_logon'),
                             ({'engine': {'history': {'changes': [{'connector': 'ad', 'profile': 'Full Import'}]}}}, 'run_history')):
            with self.assertRaises((ValueError, KeyError), msg=source):
                ask(load('fab-sync01', **more), source)


class Fleets(unittest.TestCase):
    def read(self, name):
        with open('%s/fleets/%s.yaml' % (HERE, name), encoding='utf-8') as file:
            return yaml.safe_load(file)['servers']

    def test_keys(self):
        for name in ('lab', 'engine', 'hostile', 'protocol', 'many'):
            for entry in self.read(name):
                fleet.check(entry, fleet.SERVER_KEYS, entry['name'])
                for key, known in (('psrp', fleet.PSRP_KEYS),):
                    fleet.check(entry.get(key) or {}, known, entry['name'])
                for endpoint in (entry.get('endpoints') or {}).values():
                    fleet.check(endpoint, fleet.ENDPOINT_KEYS, entry['name'])

    def test_engines_in_trouble(self):
        """Each of them opens, and answers or refuses as it is described."""
        outcomes = {}
        for entry in self.read('engine'):
            host = Host.load('%s/fleets/%s' % (HERE, entry['host']), sids={}, more=entry.get('describe'))
            settings = {key: entry[key] for key in ('psrp', 'endpoints') if key in entry}
            server = service(host, rights=entry['accounts']['auditor@FABRIKAM.EXAMPLE'], **settings)
            try:
                client = Client(server, timeout='PT0.2S').open()
                jea = entry.get('endpoints', {}).get('Microsoft.PowerShell', {}).get('jea', False)
                found = client.run('Get-SyncAuditFact', not jea, [('Source', 'scheduler'), ('Days', 7)])
                outcomes[entry['name'].split('.')[0]] = collections.Counter(m.kind for m in found)
            except Exception as error:  # faults
                outcomes[entry['name'].split('.')[0]] = str(error).split()[0]
        self.assertEqual(outcomes['refuses-protocol'], '2152992672')
        self.assertEqual(outcomes['no-endpoint'], '2150858811')
        self.assertEqual(outcomes['no-function'], {'PIPELINE_STATE': 1})
        for name in ('no-module', 'ordinary', 'stopped'):
            self.assertEqual(outcomes[name], {'PIPELINE_OUTPUT': 2, 'PIPELINE_STATE': 1}, name)
        for name in ('old-protocol', 'new-protocol', 'constrained', 'no-language', 'reader', 'small', 'two-minds'):
            self.assertEqual(outcomes[name], {'PIPELINE_OUTPUT': 3, 'PIPELINE_STATE': 1}, name)

    def test_whole_audit_within_an_envelope(self):
        """All sources of a server in one pipeline, with a client that allows 150 KB."""
        client = Client(service(STAGING)).open()
        found = client.run('x', True, [('Source', ','.join(engine.SOURCES)), ('Days', 7), ('MaxRuns', 1000)])
        self.assertGreater(len(found), 1200)
        self.assertLessEqual(max(client.sizes), 153600)
        self.assertLess(len(client.sizes), 20)


if __name__ == '__main__':
    unittest.main(verbosity=int(os.environ.get('VERBOSE', '1')))
