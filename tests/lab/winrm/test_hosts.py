#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of the lab's Windows servers: WQL, registry, reg query, faults, and what the descriptions say. Run alone or by
ctest (unit/lab_hosts). With SYNCAUDIT_TEST_DATA, shapes are compared with recordings of real servers."""
import datetime
import os
import re
import sys
import unittest

sys.dont_write_bytecode = True
try:
    import yaml  # noqa: F401
except ImportError:
    print('python3-yaml is not installed')
    sys.exit(77)

import classes  # noqa: E402
import describe  # noqa: E402
import extents  # noqa: E402
import findings  # noqa: E402
from host import Fault, Host  # noqa: E402
from model import Datetime, Reference, identity_of_path, parse_dmtf  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = datetime.datetime(2026, 11, 22, 12, 0, 0, 123000, tzinfo=datetime.timezone.utc)
CIMV2 = 'root/cimv2'
LSA = r'SYSTEM\CurrentControlSet\Control\Lsa'


def load(file, name=None, sids=()):
    return Host.load('%s/hosts/%s.yaml' % (HERE, file), name, NOW, dict(sids))


CLEAN, NEGLECTED, GERMAN = load('fab-sync01'), load('fab-sync02'), load('tail-sync01')


class Wql(unittest.TestCase):
    def names(self, condition, host=NEGLECTED, cls='Win32_Service', name='Name'):
        return [i.value(name) for i in host.query(CIMV2, None, 'SELECT %s FROM %s WHERE %s' % (name, cls, condition))]

    def refused(self, wql, detail='The WQL query is invalid. '):
        with self.assertRaises(Fault) as caught:
            NEGLECTED.query(CIMV2, '*', wql)
        fault = caught.exception
        self.assertEqual((fault.code, fault.subcode, fault.form), (2150858778, 'n:CannotProcessFilter', 'provider'))
        self.assertEqual((fault.detail, fault.parameter), (detail, wql))

    def test_projection_keeps_the_order_of_the_class(self):
        item = NEGLECTED.query(CIMV2, None, "select State , name,STARTNAME from win32_SERVICE where Name='adsync'")[0]
        self.assertEqual([n for n, _ in item.props], ['Name', 'StartName', 'State'])
        self.assertEqual((item.cls, item.namespace), ('Win32_Service', CIMV2))

    def test_comparisons(self):
        self.assertEqual(self.names("Name = 'SPOOLER'"), ['Spooler'])
        self.assertEqual(self.names("'spooler' = Name"), ['Spooler'])
        self.assertEqual(self.names('Name = "Spooler" AND Started = TRUE'), ['Spooler'])
        self.assertEqual(self.names('Name = "Spooler" AND Started = False'), [])
        self.assertEqual(self.names("Name != 'Spooler'"), self.names("Name <> 'Spooler'"))
        self.assertEqual(len(self.names("Name <> 'Spooler'")), len(self.names("Name IS NOT NULL")) - 1)
        self.assertEqual(self.names("Name >= 'WpnService' AND Name < 'wuauserv'"), ['WpnService'])
        self.assertEqual(self.names('ProcessId > 0 AND ProcessId <= 668 AND Name<"L"'), ['KeyIso'])
        self.assertEqual(self.names('668 >= ProcessId AND 0 < ProcessId AND Name<"L"'), ['KeyIso'])
        self.assertEqual(self.names("ProcessId = '668' AND Name LIKE 'Net%'"), ['Netlogon'])

    def test_precedence(self):
        wanted = self.names("Name='ADSync' OR Name='Spooler' AND State='Stopped'")
        self.assertEqual(wanted, ['ADSync'])
        self.assertEqual(self.names("(Name='ADSync' OR Name='Spooler') AND State='Stopped'"), [])
        self.assertEqual(self.names("NOT Name='ADSync' AND NOT (Name<>'Spooler')"), ['Spooler'])

    def test_like(self):
        self.assertEqual(self.names("Name LIKE 'w32%'"), ['W32Time'])
        self.assertEqual(self.names("Name LIKE '_3SVC'"), ['W3SVC'])
        self.assertEqual(self.names("Name LIKE 'W[0-9][^0-9]%'"), ['W3SVC'])
        self.assertEqual(self.names("Name NOT LIKE '%[a-z]%'"), [])
        self.assertEqual(self.names("PathName LIKE '%Acme_Backup%'"), ['AcmeBackup'])

    def test_null(self):
        whole = len(NEGLECTED.query(CIMV2, 'Win32_Service'))
        self.assertEqual(len(self.names('InstallDate = NULL')), whole)
        self.assertEqual(len(self.names('InstallDate IS NULL')), whole)
        self.assertEqual(self.names('InstallDate <> NULL'), [])
        self.assertEqual(self.names("InstallDate < '20300101000000.000000+000'"), [])
        self.refused('SELECT Name FROM Win32_Service WHERE Name < NULL')

    def test_escapes(self):
        found = self.names(r"Name = 'c:\\program files\\microsoft azure ad sync\\data\\adsync.mdf'", cls='CIM_DataFile',
                           name='FileSize')
        self.assertEqual(found, [str(8350 * 1048576)])
        where = r"Drive='C:' AND Path='\\Program Files\\Microsoft Azure AD Sync\\Data\\' AND Extension='MDF'"
        found = self.names(where, cls='CIM_DataFile', name='FileName')
        self.assertEqual(found, ['adsync'])
        self.assertEqual(self.names(r"Path = 'C:\\'", cls='Win32_Share'), ['C$'])
        self.assertEqual(self.names(r"Name = 'o\'clock'"), [])

    def test_datetimes(self):
        def events(condition):
            return [i.value('EventCode') for i in NEGLECTED.query(
                CIMV2, None, "SELECT EventCode FROM Win32_NTLogEvent WHERE Logfile='Security' AND EventCode<>4624 AND "
                             + condition)]
        self.assertEqual(events("TimeGenerated>='20261101000000.000000+000'"), ['1102', '4720', '4732'])
        self.assertEqual(events("TimeGenerated>'20261107110000.000000+000'"), ['4720', '4732'])
        self.assertEqual(events("TimeGenerated>='20261107120000.000000+060'"), ['1102', '4720', '4732'])
        self.assertEqual(events("TimeGenerated>='20261107120000.000000+059'"), ['4720', '4732'])
        self.refused("SELECT EventCode FROM Win32_NTLogEvent WHERE TimeGenerated>'2026-11-01'")

    def test_references(self):
        wanted = r"""GroupComponent="Win32_Group.Domain='FAB-SYNC02',Name='ADSyncPasswordSet'" """
        long = r"""GroupComponent='\\\\FAB-SYNC02\\root\\cimv2:win32_group.Name="adsyncpasswordset","""
        long += """Domain="FAB-SYNC02"'"""
        for condition in (wanted, long, wanted + ' OR ' + long):
            found = NEGLECTED.query(CIMV2, None, 'SELECT PartComponent FROM Win32_GroupUser WHERE ' + condition)
            self.assertEqual([i.value('PartComponent').path() for i in found],
                             ['Win32_Group.Domain="FABRIKAM",Name="Helpdesk"'])
        self.refused("SELECT * FROM Win32_GroupUser WHERE GroupComponent='Administrators'")
        self.assertIsNone(identity_of_path('Win32_Group.Domain'))
        self.assertEqual(Reference(CIMV2, 'X', {'b': '1', 'A': 'Z'}).identity(), identity_of_path('x.a="z",B=1'))

    def test_base_classes(self):
        found = CLEAN.query(CIMV2, None, 'SELECT * FROM Win32_Account WHERE LocalAccount=TRUE')
        self.assertEqual({i.cls for i in found}, {'Win32_UserAccount', 'Win32_Group', 'Win32_SystemAccount'})
        self.assertTrue(next(i for i in found if i.value('SID').endswith('-500')).value('Disabled') == 'false')
        few = CLEAN.query(CIMV2, None, "SELECT SID FROM win32_account WHERE SID='S-1-5-32-544'")
        self.assertEqual([(i.cls, i.props) for i in few], [('Win32_Group', [('SID', 'S-1-5-32-544')])])
        self.assertEqual(len(CLEAN.query('root/standardcimv2', 'MSFT_NetTransportConnection')),
                         len(CLEAN.query('root/StandardCimv2', 'MSFT_NetTCPConnection')) +
                         len(CLEAN.query('ROOT\\STANDARDCIMV2', 'MSFT_NetUDPEndpoint')))

    def test_invalid(self):
        for wql in ('', 'SELECT', 'SELECT Name', 'SELECT Name, FROM Win32_Service', 'SELECT * FROM Win32_Service WHERE',
                    'SELECT Nothing FROM Win32_Service', "SELECT * FROM Win32_Service WHERE Nothing='x'",
                    "SELECT * FROM Win32_Service WHERE Name='x", 'SELECT * FROM Win32_Service WHERE Name',
                    'SELECT * FROM Win32_Service WHERE (Name=1', 'SELECT * FROM Win32_Service trailing',
                    'SELECT * FROM Win32_Service WHERE ProcessId="many"', 'SELECT * FROM Win32_Service WHERE Started=2',
                    "SELECT * FROM Win32_NetworkAdapterConfiguration WHERE IPAddress='10.20.1.22'",
                    'SELECT * FROM Win32_Service WHERE Started>FALSE', 'DELETE FROM Win32_Service',
                    'SELECT * FROM Win32_Service WHERE ' + '(' * 5000 + 'Name=1' + ')' * 5000):
            self.refused(wql)

    def test_absent_class(self):
        self.refused('SELECT * FROM Win32_Nothing', 'The specified class does not exist in the given namespace. ')

    def test_answers_are_kept_and_the_clock_is_not(self):
        wql = 'SELECT Name FROM Win32_Service'
        self.assertIs(CLEAN.query(CIMV2, None, wql), CLEAN.query(CIMV2, None, wql))
        self.assertIsNot(CLEAN.query(CIMV2, 'Win32_OperatingSystem'), CLEAN.query(CIMV2, 'Win32_OperatingSystem'))
        live = Host.load(HERE + '/hosts/fab-sync01.yaml', sids={})
        told = live.get(CIMV2, 'Win32_OperatingSystem', {}).value('LocalDateTime').when
        self.assertLess(abs((datetime.datetime.now(datetime.timezone.utc) - told).total_seconds()), 10)
        late = Host.load(HERE + '/hosts/fab-sync02.yaml', sids={}).get(CIMV2, 'Win32_OperatingSystem', {})
        self.assertAlmostEqual((late.value('LocalDateTime').when - told).total_seconds(), 95, delta=10)


class Faults(unittest.TestCase):
    def code(self, call, *arguments):
        with self.assertRaises(Fault) as caught:
            call(*arguments)
        return caught.exception.code, caught.exception.subcode

    def test_namespace(self):
        for call in ((CLEAN.query, 'root/nothing', '*', 'SELECT * FROM X'), (CLEAN.get, 'root/nothing', 'X', {}),
                     (CLEAN.invoke, 'root/nothing', 'X', 'Y', {}),
                     (NEGLECTED.query, 'root/cimv2/Security/MicrosoftVolumeEncryption', 'Win32_EncryptableVolume')):
            self.assertEqual(self.code(*call), (2150858754, 'a:DestinationUnreachable'))
        self.assertEqual(NEGLECTED.query('root/cimv2/security/microsofttpm', 'Win32_Tpm'), [])

    def test_get(self):
        gone = (2150858752, 'a:DestinationUnreachable')
        self.assertEqual(self.code(CLEAN.get, CIMV2, 'Win32_Nothing', {}), gone)
        self.assertEqual(self.code(CLEAN.query, CIMV2, 'Win32_Nothing'), gone)
        self.assertEqual(self.code(CLEAN.get, CIMV2, 'Win32_Service', {'Name': 'nobody'}), gone)
        self.assertEqual(self.code(CLEAN.get, CIMV2, 'Win32_Service', {})[0], 2150859002)
        self.assertEqual(self.code(CLEAN.get, CIMV2, 'Win32_Service', {'State': 'Running'})[0], 2150858843)
        self.assertEqual(self.code(CLEAN.get, CIMV2, 'Win32_Group', {'Name': 'Users'})[0], 2150858842)
        keys = {'domain': 'fabrikam', 'NAME': 'domain admins', '__cimnamespace': CIMV2}
        self.assertEqual(CLEAN.get(CIMV2, 'win32_group', keys).value('SIDType'), '2')

    def test_method(self):
        self.assertEqual(self.code(CLEAN.invoke, 'root/default', 'StdRegProv', 'DeleteKey', {})[0], 2150858753)
        self.assertEqual(self.code(CLEAN.invoke, CIMV2, 'Win32_Service', 'StopService', {})[0], 2150858753)
        self.assertEqual(self.code(CLEAN.invoke, CIMV2, 'StdRegProv', 'EnumKey', {'hDefKey': ['x']})[0], 87)

    def test_refused(self):
        description = describe.read(HERE + '/hosts/fab-sync01.yaml')
        refuse = {'root/cimv2/Win32_NTLogEvent': 5, 'root/StandardCimv2': 1068}
        host = Host(describe.merge(description, {'refuse': refuse}))
        self.assertEqual(self.code(host.query, CIMV2, None, 'SELECT * FROM Win32_NTLogEvent'), (5, 'w:AccessDenied'))
        self.assertEqual(self.code(host.query, 'root/standardcimv2', 'MSFT_NetTCPConnection')[0], 1068)
        self.assertTrue(host.query(CIMV2, 'Win32_Service'))


class RegistryOfCim(unittest.TestCase):
    def ask(self, method, key, value=None, host=CLEAN, **more):
        params = {'hDefKey': ['2147483650'], 'sSubKeyName': [key], **{k: [v] for k, v in more.items()}}
        if value is not None:
            params['sValueName'] = [value]
        out, returned = host.invoke('root/default', 'StdRegProv', method, params)
        return (dict(out), returned)

    def test_values(self):
        nt = r'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
        self.assertEqual(self.ask('GetDWORDValue', nt.upper(), 'ubr'), ({'uValue': '5870'}, 0))
        self.assertEqual(self.ask('GetStringValue', nt, 'CurrentBuildNumber'), ({'sValue': '20348'}, 0))
        self.assertEqual(self.ask('GetMultiStringValue', LSA, 'Notification Packages'),
                         ({'sValue': ['rassfm', 'scecli']}, 0))
        servicing = r'SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
        self.assertEqual(self.ask('GetQWORDValue', servicing, 'LastScavengeDateTime'),
                         ({'uValue': '134082345678901234'}, 0))
        guid = self.ask('GetBinaryValue', r'SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters', 'Guid')
        self.assertEqual((guid[0]['uValue'][:3], len(guid[0]['uValue'])), (['29', '127', '59'], 16))
        time = r'SYSTEM\CurrentControlSet\Services\W32Time\Parameters'
        self.assertEqual(self.ask('GetExpandedStringValue', time, 'ServiceDll')[0]['sValue'],
                         r'C:\Windows\system32\w32time.dll')

    def test_names(self):
        out, returned = self.ask('EnumKey', LSA)
        self.assertEqual((out['sNames'], returned), (['FipsAlgorithmPolicy', 'MSV1_0'], 0))
        out, returned = self.ask('EnumValues', LSA)
        self.assertEqual(dict(zip(out['sNames'], out['Types']))['Security Packages'], '7')
        self.assertEqual(self.ask('EnumKey', LSA + r'\MSV1_0'), ({'sNames': None}, 0))
        self.assertEqual(self.ask('EnumKey', '')[0]['sNames'], ['SAM', 'SECURITY', 'SOFTWARE', 'SYSTEM'])

    def test_absent_denied_wrong(self):
        self.assertEqual(self.ask('EnumKey', r'SOFTWARE\Nothing'), ({'sNames': None}, 2))
        self.assertEqual(self.ask('EnumValues', r'SOFTWARE\Nothing'), ({'sNames': None, 'Types': None}, 2))
        self.assertEqual(self.ask('GetDWORDValue', LSA, 'Nothing'), ({'uValue': None}, 2))
        self.assertEqual(self.ask('GetDWORDValue', LSA, 'Nothing', host=GERMAN), ({'uValue': None}, 1))
        self.assertEqual(self.ask('GetDWORDValue', r'SAM\SAM\Domains', 'V'), ({'uValue': None}, 5))
        self.assertEqual(self.ask('GetStringValue', LSA, 'RunAsPPL'), ({'sValue': None}, 2147749893))
        self.assertEqual(self.ask('GetDWORDValue', LSA, 'RunAsPPL', hDefKey='2147483651'), ({'uValue': None}, 2))
        self.assertEqual(self.ask('CheckAccess', r'SAM\SAM'), ({'bGranted': 'false'}, 5))
        self.assertEqual(self.ask('CheckAccess', 'SOFTWARE'), ({'bGranted': 'true'}, 0))


class RegQuery(unittest.TestCase):
    def run_line(self, line, host=CLEAN):
        out, error, code = host.command(line)
        return out.decode(), error.decode(), code

    def test_key(self):
        out, error, code = self.run_line('reg query "HKLM\\%s\\FipsAlgorithmPolicy"' % LSA)
        self.assertEqual(out, '\r\nHKEY_LOCAL_MACHINE\\%s\\FipsAlgorithmPolicy\r\n'
                              '    Enabled    REG_DWORD    0x0\r\n\r\n' % LSA)
        self.assertEqual((error, code), ('', 0))

    def test_subkeys(self):
        out = self.run_line('reg query HKLM\\software\\microsoft\\WINDOWS\\CurrentVersion\\WindowsUpdate')[0]
        self.assertEqual(out, '\r\nHKEY_LOCAL_MACHINE\\software\\microsoft\\WINDOWS\\CurrentVersion\\'
                              'WindowsUpdate\\Auto Update\r\n')

    def test_types(self):
        out = self.run_line('reg query HKEY_LOCAL_MACHINE\\%s' % LSA)[0]
        self.assertIn('    Notification Packages    REG_MULTI_SZ    rassfm\\0scecli\r\n', out)
        out = self.run_line(r'REG.EXE QUERY HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters /v servicedll')[0]
        self.assertIn('\r\n    ServiceDll    REG_EXPAND_SZ    %systemroot%\\system32\\w32time.dll\r\n\r\n', out)
        out = self.run_line(r'reg query "HKLM\SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters" /v Guid')[0]
        self.assertIn('REG_BINARY    1D7F3B0A4C5E4D2F9A8B7C6D5E4F3A2B\r\n', out)

    def test_recursive(self):
        out, error, code = self.run_line(r'reg query "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server" /s')
        self.assertEqual(out.count('HKEY_LOCAL_MACHINE'), 3) # WinStations has no values and is named all the same
        self.assertIn('\\WinStations\r\n\r\nHKEY_LOCAL_MACHINE', out)
        self.assertEqual((error, code), ('', 0))

    def test_a_denied_subtree(self):
        out, error, code = self.run_line('reg query HKLM\\SAM /s')
        self.assertEqual((out, error, code), ('\r\nHKEY_LOCAL_MACHINE\\SAM\r\n\r\n', 'ERROR: Access is denied.\r\n', 1))

    def test_texts(self):
        absent = 'reg query HKLM\\SOFTWARE\\Nothing'
        text = 'ERROR: The system was unable to find the specified registry key or value.\r\n'
        self.assertEqual(self.run_line(absent), ('', text, 1))
        self.assertEqual(self.run_line(absent, GERMAN)[1:],
                         ('FEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden.\r\n', 1))
        self.assertEqual(self.run_line('reg query HKLM\\SAM\\SAM', GERMAN), ('', 'FEHLER: Zugriff verweigert\r\n', 1))
        self.assertEqual(self.run_line('reg query HKXX\\A')[2], 1)
        self.assertEqual(self.run_line('reg query HKLM\\SOFTWARE /ve', GERMAN)[0],
                         '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\r\n    (Standard)    REG_SZ    (Wert nicht gesetzt)\r\n\r\n')

    def test_default_value(self):
        host = load('fab-sync01')
        host.registry.put(host.registry.make('SOFTWARE\\Acme'), '', 'a   b')
        self.assertEqual(self.run_line('reg query HKLM\\SOFTWARE\\Acme', host)[0],
                         '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Acme\r\n    (Default)    REG_SZ    a   b\r\n\r\n')

    def test_search(self):
        out, _, code = self.run_line('reg query HKLM\\%s /s /v Enabled' % LSA)
        self.assertTrue(out.endswith('End of search: 1 match(es) found.\r\n'))
        self.assertEqual(code, 0)
        self.assertEqual(self.run_line('reg query HKLM\\%s /s /v Nothing' % LSA)[2], 1)

    def test_operators(self):
        bad, good = 'reg query HKLM\\Nothing', 'reg query HKLM\\SOFTWARE /ve'
        self.assertEqual(self.run_line('echo a & echo b&echo c')[0], 'a \r\nb\r\nc\r\n')
        both = '%s&&echo T.0||echo T.1&%s&&echo U.0||echo U.1' % (bad, bad)
        self.assertEqual(self.run_line(both)[0], 'T.1\r\nU.1\r\n')
        self.assertTrue(self.run_line('%s&&echo T.0||echo T.1' % good)[0].endswith('\r\n\r\nT.0\r\n'))
        self.assertEqual(self.run_line('%s || %s || echo c' % (bad, bad))[0], 'c\r\n')
        self.assertEqual(self.run_line('%s && echo b & echo c' % bad)[0], 'c\r\n')
        self.assertEqual(self.run_line('echo "a & b" ^& c')[0], '"a & b" & c\r\n')
        self.assertEqual(self.run_line(bad)[2], 1)
        self.assertEqual(self.run_line('%s & echo x' % bad)[2], 0)

    def test_nothing_else(self):
        for line in ('whoami', 'cmd /c echo x', 'reg add HKLM\\X', 'reg query HKLM\\SOFTWARE /f x', 'echo x > file',
                     'echo a | find "a"', 'powershell -c 1', 'reg delete HKLM\\X /f', '& echo x', 'echo a &&',
                     'echo ' + 'x' * 8190):
            out, error, code = self.run_line(line)
            self.assertEqual((out, code), ('', 1), line)
            self.assertTrue(error)
        self.assertIn('konnte nicht gefunden werden', self.run_line('whoami', GERMAN)[1])


class Winrm(unittest.TestCase):
    @staticmethod
    def leaves(tree, prefix=''):
        out = {}
        for name, value in tree:
            out.update(Winrm.leaves(value, prefix + name + '.') if isinstance(value, list) else {prefix + name: value})
        return out

    def test_policy_wins(self):
        told = self.leaves(CLEAN.config())
        self.assertEqual(told['Service.IPv4Filter'], '10.20.9.0-10.20.9.255')
        self.assertEqual(told['Service.IPv4Filter'].attributes, {'Source': 'GPO'})
        self.assertEqual((told['Service.Auth.Basic'], told['Client.Auth.Digest']), ('false', 'false'))
        self.assertEqual(told['MaxEnvelopeSizekb'].attributes, {})

    def test_neglected(self):
        told = self.leaves(NEGLECTED.config())
        self.assertEqual((told['Client.TrustedHosts'], told['Service.Auth.CbtHardeningLevel']), ('*', 'None'))
        listeners = [dict(tree) for tree in NEGLECTED.config_listeners()]
        self.assertEqual([x['Transport'] for x in listeners], ['HTTP', 'HTTPS'])
        self.assertRegex(listeners[1]['CertificateThumbprint'], '^[0-9A-F]{40}$')
        key = r'SOFTWARE\Microsoft\SystemCertificates\MY\Certificates' + '\\' + listeners[1]['CertificateThumbprint']
        self.assertIn(bytes.fromhex('2000000001000000'), NEGLECTED.registry.get(key, 'Blob'))

    def test_unknown_setting(self):
        slip = {'winrm': {'config': {'Service.Typo': True}}}
        host = Host(describe.merge(describe.read(HERE + '/hosts/fab-sync01.yaml'), slip))
        self.assertRaises(ValueError, host.config)


class Descriptions(unittest.TestCase):
    def test_every_extent_of_every_host(self):
        for host in (CLEAN, NEGLECTED, GERMAN, load('windows-server-2022')):
            for namespace, name, _ in extents.EXTENTS:
                need = extents.NEEDS.get(classes.key(namespace))
                if not need or host.description.get(need):
                    items = host.query(namespace, name)
                    keys = [tuple(str(i.value(k)) for k in classes.find(namespace, name).keys) for i in items]
                    self.assertEqual(len(keys), len(set(keys)), '%s: %s' % (host.name, name))

    def test_ages(self):
        self.assertEqual(describe.age('1d 2h 3m 4s'), 93784)
        self.assertEqual(describe.age(1.5), 129600)
        self.assertRaises(ValueError, describe.age, '3 weeks')
        system = NEGLECTED.get(CIMV2, 'Win32_OperatingSystem', {})
        self.assertEqual(system.value('LastBootUpTime').text(), '2026-07-02T06:00:00.5+01:00')
        self.assertEqual(system.value('LocalDateTime').text(), '2026-11-22T13:01:35.123+01:00')

    def test_merging(self):
        self.assertEqual(describe.merge({'a': {'b': 1, 'c': 2}, 'd': [1]}, {'a': {'b': None, 'e': 3}, 'd': [2]}),
                         {'a': {'c': 2, 'e': 3}, 'd': [2]})

    def test_a_description_is_not_changed_by_its_use(self):
        for name in ('fab-sync02', 'windows-server-2022'):
            path = '%s/hosts/%s.yaml' % (HERE, name)
            describe._loaded.clear()
            before = repr(describe.read(path))
            load(name)
            self.assertEqual(repr(describe.read(path)), before)

    def test_firewall(self):
        def active(host, rule):
            return re.search('Active=([A-Z]+)', host.registry.get(describe.FIREWALL, rule)).group(1)
        self.assertEqual(active(CLEAN, 'WINRM-HTTP-In-TCP'), 'FALSE')
        self.assertEqual(active(NEGLECTED, 'WINRM-HTTP-In-TCP'), 'TRUE')
        self.assertEqual(active(NEGLECTED, 'FPS-SMB-In-TCP'), 'TRUE')
        self.assertEqual(active(CLEAN, 'FPS-SMB-In-TCP'), 'FALSE')
        _, policy = CLEAN.registry.open(describe.FIREWALL_POLICY)
        self.assertEqual(len(policy.values), 3)

    def test_records_are_in_the_order_of_time(self):
        for log in ('Application', 'Security', 'System'):
            found = NEGLECTED.query(CIMV2, None, "SELECT RecordNumber,TimeGenerated FROM Win32_NTLogEvent "
                                                 "WHERE Logfile='%s'" % log)
            pairs = [(i.value('TimeGenerated').when, int(i.value('RecordNumber'))) for i in found]
            self.assertEqual(pairs, sorted(pairs))

    def test_another_name(self):
        host = load('fab-sync01', name='LOAD-0007')
        self.assertEqual(host.get(CIMV2, 'Win32_ComputerSystem', {}).value('Name'), 'LOAD-0007')
        self.assertEqual(CLEAN.get(CIMV2, 'Win32_ComputerSystem', {}).value('Name'), 'FAB-SYNC01')

    def test_sids_of_the_directory(self):
        bob = 'S-1-5-21-1100200300-1400500600-1700800900-1234'
        host = load('fab-sync02', sids={'fabrikam\\bob': bob})
        self.assertEqual(host.get(CIMV2, 'Win32_UserAccount', {'Domain': 'FABRIKAM', 'Name': 'bob'}).value('SID'), bob)
        cleared = host.query(CIMV2, None, "SELECT InsertionStrings FROM Win32_NTLogEvent WHERE EventCode=1102")
        self.assertEqual(cleared[0].value('InsertionStrings')[0], bob)

    def test_an_orphan_is_named_by_its_sid(self):
        parts = [i.value('PartComponent').keys['Name'] for i in NEGLECTED.query(CIMV2, 'Win32_GroupUser')]
        self.assertIn('S-1-5-21-1100200300-1400500600-1700800900-4711', parts)

    def test_german(self):
        group = GERMAN.query(CIMV2, None, "SELECT Name FROM Win32_Group WHERE SID='S-1-5-32-544'")[0]
        self.assertEqual(group.value('Name'), 'Administratoren')
        forms = {i.value('InstalledOn') for i in GERMAN.query(CIMV2, 'Win32_QuickFixEngineering')}
        self.assertTrue(any(re.fullmatch('[0-9a-f]{16}', f) for f in forms))
        self.assertIn('25.6.2025', forms)
        types = {i.value('Type') for i in GERMAN.query(CIMV2, 'Win32_NTLogEvent')}
        self.assertIn('Überwachung erfolgreich', types)
        task = GERMAN.query('root/Microsoft/Windows/TaskScheduler', None, "SELECT Principal FROM MSFT_ScheduledTask "
                            "WHERE TaskName='ServerManager'")[0].value('Principal')
        self.assertEqual((task.cls, task.value('GroupId'), task.value('LogonType')),
                         ('MSFT_TaskPrincipal2', 'Administratoren', '4'))

    def test_what_must_agree(self):
        for host in (CLEAN, NEGLECTED, GERMAN):
            settings = host.registry
            self.assertEqual(settings.get(r'SOFTWARE\Microsoft\Windows NT\CurrentVersion', 'CurrentBuildNumber'),
                             host.get(CIMV2, 'Win32_OperatingSystem', {}).value('BuildNumber'))
            service = host.query(CIMV2, None, "SELECT StartName FROM Win32_Service WHERE Name='ADSync'")[0]
            self.assertEqual(settings.get(r'SYSTEM\CurrentControlSet\Services\ADSync', 'ObjectName'),
                             service.value('StartName'))
            tool = r'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\MicrosoftAzureADConnectionTool'
            self.assertEqual(settings.get(tool, 'DisplayVersion'), host.description['entra_connect']['version'])
        versions = {h.description['entra_connect']['version'] for h in (CLEAN, NEGLECTED)}
        self.assertEqual(versions, {'2.6.3.0'}) # as examples/exports has it

    def test_times(self):
        zone = datetime.timezone(datetime.timedelta(hours=-7))
        when = datetime.datetime(2026, 1, 2, 3, 4, 5, 500000, tzinfo=zone)
        self.assertEqual(Datetime(when).text(), '2026-01-02T03:04:05.5-07:00')
        self.assertEqual(parse_dmtf('20260102030405.500000-420'), when)
        self.assertIsNone(parse_dmtf('20261302030405.500000-420'))


class Findings(unittest.TestCase):
    """The comparison of reports with what they have to say."""

    def test_both_ways(self):
        result = {'check': 'OSH-001', 'status': 'fail', 'subject': 'service Spooler', 'expected': 'stopped',
                  'actual': None, 'reason': None}
        line = ['OSH-001', 'fail', 'spooler', 'It runs.']
        self.assertEqual(list(findings.compare([result], [line])), [])
        self.assertEqual(list(findings.compare([result], [['OSH-001', 'any', '', '']])), [])
        self.assertEqual(len(list(findings.compare([], [line]))), 1)
        self.assertEqual(len(list(findings.compare([], [['OSH-001', 'any', 'spooler', '']]))), 0)
        self.assertEqual(len(list(findings.compare([result], []))), 1)
        for status, count in (('warn', 3), ('unknown', 3), ('pass', 2), ('info', 2), ('not_applicable', 2)):
            self.assertEqual(len(list(findings.compare([dict(result, status=status)], [line]))), count, status)

    def test_lines(self):
        for host in ('FAB-SYNC01', 'FAB-SYNC02', 'FAB-SYNC03', 'TAIL-SYNC01'):
            for line in findings.expectations(host):
                self.assertEqual(len(line), 4, line)
                self.assertRegex(line[0], r'^([A-Z]{3}-[0-9]{3}|\*)$')  # *: any check
                self.assertIn(line[1], ('fail', 'warn', 'unknown', 'info', 'any'))


class Shapes(unittest.TestCase):
    """Sets and order of properties as recordings of a real server have them."""

    def test_recorded(self):
        folder = os.path.join(os.environ.get('SYNCAUDIT_TEST_DATA', ''), 'winrm/wsman-enum/server_2012')
        if not os.path.isdir(folder):
            self.skipTest('no recordings')
        seen = 0
        for file in sorted(os.listdir(folder)):
            name = file.partition('_star_')[0]
            cls = classes.find(CIMV2, name)
            if '_star_' not in file or cls is None or name == 'Win32_Processor': # of which only a part is told here
                continue
            with open(os.path.join(folder, file), encoding='utf-8') as text:
                match = re.search(r'<p:%s .*?</p:%s>' % (name, name), text.read(), re.S)
            recorded = re.findall(r'<p:(\w+)(?= xsi:nil|>)', match.group(0))
            recorded = list(dict.fromkeys(recorded))
            own = [p.name for p in cls.properties if p.name in recorded]
            self.assertEqual(own, recorded, name)
            seen += 1
        self.assertGreaterEqual(seen, 10)


if __name__ == '__main__':
    unittest.main(verbosity=1)
