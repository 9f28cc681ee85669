#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The lab's WinRM server as independent clients see it: python3-winrm (requests, ntlm-auth) and curl. Run by lab.sh with
LAB_WINRM=fleets/protocol.yaml and tickets for auditor in both forests."""
import base64
import json
import os
import struct
import subprocess
import sys
import time
import unittest
import uuid
import xml.etree.ElementTree as ElementTree

sys.path.pop(0)  # modules beside this file are the server's
LAB = os.environ['LAB']
HOST = 'fab-sync01.fabrikam.example'
CONF = os.path.join(LAB, 'run', 'legacy.cnf')
if os.environ.get('OPENSSL_CONF') != CONF:  # ntlm-auth needs MD4; the library is loaded with this configuration
    with open(CONF, 'w') as conf:
        conf.write('openssl_conf = i\n[i]\nproviders = p\n[p]\ndefault = d\nlegacy = l\n[d]\nactivate = 1\n[l]\nactivate = 1\n')
    os.environ['OPENSSL_CONF'] = CONF
    os.execv(sys.executable, [sys.executable] + sys.argv)

import winrm  # noqa: E402
from winrm.exceptions import InvalidCredentialsError, WinRMError, WinRMTransportError  # noqa: E402

with open(os.path.join(os.environ['LAB_PASSWORDS'], 'raw', 'auditor')) as file:
    PASSWORD = file.read()
LOCAL = 'L0cal-Passw0rd!'
NS = {'s': 'http://www.w3.org/2003/05/soap-envelope', 'n': 'http://schemas.xmlsoap.org/ws/2004/09/enumeration',
      'w': 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd', 'a': 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
      'f': 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault',
      'p': 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service'}
WMI = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/'
ENUMERATION = NS['n'] + '/'
TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer/'
SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell'


def protocol(port, transport, user='FABRIKAM\\auditor', password=PASSWORD, encryption='auto', host=HOST, **more):
    scheme = 'https' if port in (5986, 5987) else 'http'
    if scheme == 'https':
        more['ca_trust_path'] = os.environ['LAB_CA']
    return winrm.Protocol('%s://%s:%d/wsman' % (scheme, host, port), transport=transport, username=user, password=password,
                          message_encryption=encryption, read_timeout_sec=60, operation_timeout_sec=50, **more)


def run(client, line, arguments=(), codepage=65001):
    shell = client.open_shell(codepage=codepage)
    try:
        command = client.run_command(shell, line, arguments)
        try:
            return client.get_command_output(shell, command)
        finally:
            client.cleanup_command(shell, command)
    finally:
        client.close_shell(shell)


def ask(path, data=None, port=5985, host=HOST):
    command = ['curl', '-s', '-S', 'http://%s:%d/lab/%s' % (host, port, path)] + ([] if data is None else ['-d', data])
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def curl(*arguments, port=5985, host=HOST):
    scheme = 'https' if port in (5986, 5987) else 'http'
    command = ['curl', '-s', '-i', '--cacert', os.environ['LAB_CA'], *arguments, '%s://%s:%d/wsman' % (scheme, host, port)]
    return subprocess.run(command, stdout=subprocess.PIPE).stdout.decode()


def envelope(action, resource, body, selectors='', size=153600, extra=''):
    message = str(uuid.uuid4()).upper()
    return message, (
        '<s:Envelope xmlns:s="%s" xmlns:a="%s" xmlns:w="%s"><s:Header><a:To>http://x/wsman</a:To><a:Action '
        's:mustUnderstand="true">%s</a:Action><a:MessageID>uuid:%s</a:MessageID><w:ResourceURI>%s</w:ResourceURI>'
        '<w:MaxEnvelopeSize s:mustUnderstand="true">%d</w:MaxEnvelopeSize>%s%s</s:Header><s:Body>%s</s:Body></s:Envelope>' %
        (NS['s'], NS['a'], NS['w'], action, message, resource, size, selectors, extra, body))


class Client:
    """Own envelopes through python3-winrm's transport."""

    def __init__(self, port=5985, transport='ntlm', **more):
        self.protocol = protocol(port, transport, encryption='always' if port == 5985 else 'auto', **more)

    def post(self, *arguments, **more):
        message, text = envelope(*arguments, **more)
        try:
            reply = self.protocol.transport.send_message(text)
        except WinRMTransportError as error:  # what it makes of any 500
            reply = error.response_text
        if isinstance(reply, str):
            reply = reply.encode()
        root = ElementTree.fromstring(reply)
        relates = root.find('.//a:RelatesTo', NS)
        if relates is not None and relates.text != 'uuid:' + message:
            raise AssertionError('RelatesTo is %s' % relates.text)
        return root, len(reply)

    def code(self, *arguments, **more):
        root, _ = self.post(*arguments, **more)
        fault = root.find('.//f:WSManFault', NS)
        return int(fault.get('Code')) if fault is not None else root.find('.//s:Fault/s:Code/s:Value', NS).text


def wql(query):
    return ('<n:Enumerate xmlns:n="%s"><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements><w:Filter '
            'Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">%s</w:Filter></n:Enumerate>' % (NS['n'], query))


def pull(context):
    return ('<n:Pull xmlns:n="%s"><n:EnumerationContext>%s</n:EnumerationContext><n:MaxElements>32000</n:MaxElements>'
            '</n:Pull>' % (NS['n'], context))


class Curl(unittest.TestCase):
    IDENTIFY = ('<s:Envelope xmlns:s="%s" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd">'
                '<s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>' % NS['s'])

    def test_identify_anonymous(self):
        out = curl('-H', 'WSMANIDENTIFY: unauthenticated', '-d', self.IDENTIFY)
        self.assertIn('HTTP/1.1 200', out)
        self.assertIn('OS: 0.0.0 SP: 0.0 Stack: 3.0', out)

    def test_identify_refused(self):
        self.assertIn('HTTP/1.1 401', curl('-H', 'WSMANIDENTIFY: unauthenticated', '-d', self.IDENTIFY, port=5991))

    def test_anonymous_is_for_identify_only(self):
        self.assertIn('HTTP/1.1 401', curl('-H', 'WSMANIDENTIFY: unauthenticated', '-d', envelope('a', 'b', '')[1]))

    def test_schemes(self):
        out = curl('-d', '')
        self.assertIn('WWW-Authenticate: Negotiate\r\n', out)
        self.assertIn('WWW-Authenticate: Kerberos\r\n', out)
        self.assertNotIn('Basic', out)
        self.assertIn('Basic realm="WSMAN"', curl('-d', '', port=5986))

    def test_negotiate_kerberos(self):
        before = ask('counters').get('logons_Kerberos', 0)
        self.assertIn('HTTP/1.1 200', curl('--negotiate', '-u', ':', '-d', ''))
        self.assertEqual(ask('counters')['logons_Kerberos'], before + 1)

    def test_second_forest(self):
        environment = dict(os.environ)
        subprocess.run(['kswitch', '-p', 'auditor@TAILSPIN.EXAMPLE'], check=True)
        try:
            self.assertIn('HTTP/1.1 200', curl('--negotiate', '-u', ':', '-d', '', host='tail-sync01.tailspin.example'))
        finally:
            subprocess.run(['kswitch', '-p', 'auditor@FABRIKAM.EXAMPLE'], check=True, env=environment)

    def test_strict_binding_refuses_a_client_without(self):
        self.assertIn('HTTP/1.1 200', curl('--negotiate', '-u', ':', '-d', '', port=5986))
        self.assertNotIn('HTTP/1.1 200', curl('--negotiate', '-u', ':', '-d', '', port=5987))

    def test_service_name(self):
        self.assertNotIn('HTTP/1.1 200', curl('--negotiate', '-u', ':', '-d', '', port=5992))

    def test_no_kerberos(self):
        before = ask('counters').get('logons_Kerberos', 0)
        curl('--negotiate', '-u', ':', '-d', '', port=5990)
        self.assertEqual(ask('counters').get('logons_Kerberos', 0), before)

    def test_unsealed_is_refused(self):
        out = curl('--negotiate', '-u', ':', '-d', envelope(TRANSFER + 'Get', 'x', '')[1])
        self.assertRegex(out, r'HTTP/1.1 500 [^\r]*\r\n(?:[^\r]+\r\n)*Content-Length: 0\r\n\r\n$')

    def test_certificate(self):
        tls = os.path.join(LAB, 'tls')
        out = curl('--cert', tls + '/client.crt', '--key', tls + '/client.key', '-H',
                   'Authorization: http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual', '-d', self.IDENTIFY,
                   port=5986)
        self.assertIn('OS: 10.0.20348', out)
        out = curl('-H', 'Authorization: http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual', '-d',
                   self.IDENTIFY, port=5986)
        self.assertIn('HTTP/1.1 401', out)

    def test_request_too_large(self):
        self.assertIn('HTTP/1.1 413', curl('-d', 'x' * 30000, port=5991))

    def test_clock(self):
        out = curl('-d', '', port=5991)
        date = next(line for line in out.split('\r\n') if line.startswith('Date: '))[6:]
        import email.utils
        self.assertAlmostEqual(email.utils.parsedate_to_datetime(date).timestamp() - time.time(), 600, delta=5)

    def test_paths(self):
        self.assertIn(' 404 ', subprocess.run(['curl', '-si', '-d', '', 'http://%s:5985/other' % HOST],
                                              stdout=subprocess.PIPE).stdout.decode())
        self.assertIn(' 405 ', curl())


class Logons(unittest.TestCase):
    def check(self, client):
        out, error, code = run(client, 'hello', ['world'])
        self.assertEqual((out, error, code), (b'hello world\r\n', b'note\r\n', 7))

    def test_ntlm_sealed(self):
        self.check(protocol(5985, 'ntlm', encryption='always'))

    def test_ntlm_local_account(self):
        self.check(protocol(5985, 'ntlm', 'FAB-SYNC01\\local', LOCAL, encryption='always'))

    def test_ntlm_over_tls(self):
        self.check(protocol(5986, 'ntlm'))

    def test_ntlm_strict_binding(self):
        self.check(protocol(5987, 'ntlm'))
        with self.assertRaises(InvalidCredentialsError):
            run(protocol(5987, 'ntlm', send_cbt=False), 'hello')

    def test_ntlm_refused(self):
        with self.assertRaises(InvalidCredentialsError):
            run(protocol(5985, 'ntlm', password='wrong', encryption='always'), 'hello')
        with self.assertRaises((InvalidCredentialsError, StopIteration)):  # it looks for a challenge and finds none
            run(protocol(5989, 'ntlm', encryption='always'), 'hello')

    def test_kerberos(self):
        self.check(protocol(5988, 'kerberos', 'auditor@FABRIKAM.EXAMPLE', None, 'never'))
        self.check(protocol(5986, 'kerberos', 'auditor@FABRIKAM.EXAMPLE', None))

    def test_basic(self):
        self.check(protocol(5986, 'basic', 'local', LOCAL))
        with self.assertRaises(InvalidCredentialsError):
            run(protocol(5986, 'basic', 'local', 'wrong'), 'hello')

    def test_long_output(self):
        out, _, code = run(protocol(5985, 'ntlm', encryption='always'), 'many', ['40000'])
        self.assertEqual(out, 'zwölf €\r\n'.encode() * 40000)
        self.assertEqual(code, 0)

    def test_code_page(self):
        out, _, _ = run(protocol(5985, 'ntlm', encryption='always'), 'many', ['1'], codepage=437)
        self.assertEqual(out, 'zwölf ?\r\n'.encode('cp437'))

    def test_shells_are_counted(self):
        ask('reset', '')
        client = protocol(5985, 'ntlm', encryption='always')
        shells = [client.open_shell() for _ in range(5)]
        self.assertEqual(ask('counters')['shells_open'], 5)
        with self.assertRaises(WinRMError):
            client.open_shell()
        for shell in shells:
            client.close_shell(shell)
        counts = ask('counters')
        self.assertEqual((counts['shells_open'], counts['shells_created'], counts['shells_deleted']), (0, 5, 5))


class PowerShell(unittest.TestCase):
    """powershell.exe in a command shell, as python3-winrm starts it. With Python 3 its reader of errors falls over any."""
    QUIET = "$ProgressPreference='SilentlyContinue';"

    def setUp(self):
        self.session = winrm.Session('http://%s:5985/wsman' % HOST, ('FABRIKAM\\auditor', PASSWORD), transport='ntlm',
                                     message_encryption='always')

    def test_run_ps(self):
        result = self.session.run_ps(self.QUIET + "'zwölf'; 'Zürich €'")
        self.assertEqual((result.std_out, result.std_err, result.status_code), (
            'zwölf\r\nZürich €\r\n'.encode('cp437', 'replace'), b'', 0))

    def test_failure(self):
        self.session._clean_error_msg = lambda text: text
        result = self.session.run_ps('Get-Date')
        self.assertEqual((result.std_out, result.status_code), (b'', 1))
        self.assertTrue(result.std_err.startswith(b'#< CLIXML\r\n<Objs '))
        said = [e.text for e in ElementTree.fromstring(result.std_err[11:]) if e.get('S') == 'Error']
        self.assertIn("The term 'Get-Date' is not recognized", said[0])

    def test_source(self):
        result = self.session.run_ps(self.QUIET + "& { param($Source) 'nothing of this is executed' } -Source 'values,who' -Days 30")
        self.assertRegex(result.std_out.decode('cp437'), r'(?s)Fact +: values\r\n.*Account +: FABRIKAM\\auditor.*Days +: 30')

    def test_xml(self):
        script = base64.b64encode("$Source='many300'".encode('utf-16-le')).decode()
        out, _, code = run(protocol(5985, 'ntlm', encryption='always'), 'powershell.exe', [
            '-NoProfile', '-NonInteractive', '-OutputFormat', 'XML', '-EncodedCommand', script])
        root = ElementTree.fromstring(out[out.index(b'<Objs'):])
        self.assertEqual((len(root), code), (300, 0))

    def test_waiting(self):
        began = time.monotonic()
        self.assertEqual(self.session.run_ps(self.QUIET + "Start-Sleep -Seconds 1; 'x'").std_out, b'x\r\n')
        self.assertGreater(time.monotonic() - began, 1)


class Remoting(unittest.TestCase):
    """Shells of PowerShell on the wire; what their messages say has tests of its own."""
    URI = 'http://schemas.microsoft.com/powershell/'
    OPENING = (  # SESSION_CAPABILITY and INIT_RUNSPACEPOOL
        b'<Obj RefId="0"><MS><Version N="protocolversion">2.3</Version><Version N="PSVersion">2.0</Version><Version '
        b'N="SerializationVersion">1.1.0.1</Version></MS></Obj>', b'<Obj RefId="0"><MS><I32 N="MinRunspaces">1</I32></MS></Obj>')

    def create(self, client, name):
        pool = uuid.uuid4()
        data = b''
        for number, (kind, xml) in enumerate(zip((0x10002, 0x10004), self.OPENING), 1):
            blob = struct.pack('<II', 2, kind) + pool.bytes_le + bytes(16) + xml
            data += struct.pack('>QQBI', number, 0, 3, len(blob)) + blob
        body = ('<r:Shell xmlns:r="%s" ShellId="%s"><r:InputStreams>stdin pr</r:InputStreams><r:OutputStreams>stdout</r:OutputStreams>'
                '<creationXml xmlns="http://schemas.microsoft.com/powershell">%s</creationXml></r:Shell>' % (
                    SHELL, str(pool).upper(), base64.b64encode(data).decode()))
        selectors = '<w:SelectorSet><w:Selector Name="ShellId">%s</w:Selector></w:SelectorSet>' % str(pool).upper()
        return (TRANSFER + 'Create', self.URI + name, body), selectors

    def receive(self, client, name, selectors):
        return client.post(SHELL + '/Receive', self.URI + name, '<r:Receive xmlns:r="%s"><r:DesiredStream>stdout</r:DesiredStream>'
                           '</r:Receive>' % SHELL, selectors=selectors, extra='<w:OperationTimeout>PT1S</w:OperationTimeout>')[0]

    def test_open_wait_and_delete(self):
        ask('reset', '')
        client, name = Client(), 'Microsoft.PowerShell'
        create, selectors = self.create(client, name)
        self.assertIsNone(client.post(*create)[0].find('.//s:Fault', NS))
        streams = [base64.b64decode(e.text) for _ in range(2) for e in self.receive(client, name, selectors).iter('{%s}Stream' % SHELL)]
        self.assertEqual([struct.unpack('<I', stream[25:29])[0] for stream in streams], [0x10002, 0x21009, 0x21005])
        began = time.monotonic()
        fault = self.receive(client, name, selectors).find('.//f:WSManFault', NS)
        self.assertEqual(fault.get('Code'), '2150858793')
        self.assertGreater(time.monotonic() - began, 0.9)
        client.post(TRANSFER + 'Delete', self.URI + name, '', selectors=selectors)
        self.assertEqual((ask('counters')['shells_open'], ask('counters')['operations']['Receive']), (0, 3))

    def test_rights(self):
        alice = Client(user='FABRIKAM\\alice')
        self.assertEqual(alice.code(*self.create(alice, 'Microsoft.PowerShell')[0]), 5)
        create, selectors = self.create(alice, 'SyncAudit')
        self.assertIsNone(alice.post(*create)[0].find('.//s:Fault', NS))
        alice.post(TRANSFER + 'Delete', self.URI + 'SyncAudit', '', selectors=selectors)
        self.assertEqual(Client().code(*self.create(None, 'Nowhere')[0]), 2150858811)

    def test_misbehaviour(self):
        ask('misbehave', 'psrp=broken@Create')
        try:
            client = Client()
            create, selectors = self.create(client, 'Microsoft.PowerShell')
            client.post(*create)
            data = b''.join(base64.b64decode(e.text) for _ in range(2) for e in
                            self.receive(client, 'Microsoft.PowerShell', selectors).iter('{%s}Stream' % SHELL))
            self.assertIn(b'<I32 N="RunspaceState">5</I32>', data)
        finally:
            ask('reset', '')


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        ask('reset', '')
        cls.client = Client()

    def enumerate(self, query, size=153600):
        """Items, sizes of replies, numbers of items in each."""
        items, sizes, counts, contexts = [], [], [], set()
        uri = WMI + 'root/cimv2/*'
        root, length = self.client.post(ENUMERATION + 'Enumerate', uri, wql(query), size=size)
        space = 'w'
        while True:
            found = root.find('.//%s:Items' % space, NS)
            items += list(found)
            sizes.append(length)
            counts.append(len(found))
            context = root.find('.//n:EnumerationContext', NS)
            if root.find('.//%s:EndOfSequence' % space, NS) is not None:
                self.assertTrue(context is None or not context.text)
                return items, sizes, counts
            self.assertNotIn(context.text, contexts)
            contexts.add(context.text)
            root, length = self.client.post(ENUMERATION + 'Pull', uri, pull(context.text), size=size)
            space = 'n'

    def test_batches(self):
        items, sizes, counts = self.enumerate('SELECT * FROM Win32_Service')
        self.assertEqual(len(items), 200)
        self.assertEqual(counts[0], 1)
        self.assertLessEqual(max(sizes), 153600 // 2)
        self.assertGreater(sizes[1], 153600 // 2 - 3000)
        self.assertEqual([item.find('p:Name', NS).text for item in items], ['svc%03d' % n for n in range(200)])

    def test_fragments(self):
        items, _, counts = self.enumerate('SELECT Name, ProcessId FROM Win32_Service', 512000)
        self.assertEqual(counts, [1, 199])
        self.assertEqual(items[3].tag, '{%s}XmlFragment' % NS['w'])
        self.assertEqual([(e.tag, e.text) for e in items[3]], [('Name', 'svc003'), ('ProcessId', '3')])

    def test_one_and_none(self):
        self.assertEqual(self.enumerate('SELECT * FROM Win32_OperatingSystem')[2], [1])
        self.assertEqual(self.enumerate('SELECT * FROM None')[2], [0])

    def test_values(self):
        xsi = '{http://www.w3.org/2001/XMLSchema-instance}nil'
        item = self.enumerate('SELECT * FROM Win32_OperatingSystem')[0][0]
        by_name = [(e.tag.rpartition('}')[2], e) for e in item]
        values = dict(by_name)
        self.assertEqual(values['CSDVersion'].get(xsi), 'true')
        self.assertIsNone(values['Description'].get(xsi))
        self.assertIsNone(values['Description'].text)
        self.assertEqual(values['Primary'].text, 'true')
        self.assertEqual([e.text for name, e in by_name if name == 'MUILanguages'], ['en-US', 'de-DE'])
        self.assertEqual(values['LastBootUpTime'][0].text, '2026-01-02T03:04:05Z')
        reference = self.enumerate('SELECT * FROM Win32_GroupUser')[0][0][1]
        self.assertEqual([s.text for s in reference.iterfind('.//w:Selector', NS)], ['SAMPLE', 'a & b'])

    def test_faults(self):
        code, uri = self.client.code, WMI + 'root/cimv2/*'
        self.assertEqual(code(ENUMERATION + 'Enumerate', uri, wql('SELECT * FROM Absent')), 2150858778)
        self.assertEqual(code(ENUMERATION + 'Enumerate', uri, wql('SELECT * FROM Large')), 2150858790)
        self.assertEqual(code(ENUMERATION + 'Pull', uri, pull('uuid:1')), 2150858779)
        self.assertEqual(code(ENUMERATION + 'Enumerate', uri, wql('x').replace('/WQL', '/CQL')), 2150858777)
        self.assertEqual(code(ENUMERATION + 'Enumerate', uri, wql('x').replace('32000', '32001')), 2150858799)
        self.assertEqual(code(TRANSFER + 'Get', 'http://other/thing', ''), 2150858811)
        self.assertEqual(code(TRANSFER + 'Put', uri, ''), 2150858753)
        self.assertEqual(code(TRANSFER + 'Get', uri, '', size=100), 2150858810)
        self.assertEqual(code(TRANSFER + 'Get', uri, '', extra='<x:New xmlns:x="urn:x" s:mustUnderstand="true"/>'),
                         's:MustUnderstand')
        self.assertEqual(code(TRANSFER + 'Get', WMI + 'root/cimv2/Win32_Service', '', selectors=(
            '<w:SelectorSet><w:Selector Name="Name">none</w:Selector></w:SelectorSet>')), 2150858752)
        self.assertEqual(code(TRANSFER + 'Delete', 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd', '', selectors=(
            '<w:SelectorSet><w:Selector Name="ShellId">1</w:Selector></w:SelectorSet>')), 2150858843)

    def test_get_and_release(self):
        root, _ = self.client.post(TRANSFER + 'Get', WMI + 'root/cimv2/Win32_Service', '', selectors=(
            '<w:SelectorSet><w:Selector Name="Name">svc007</w:Selector></w:SelectorSet>'))
        self.assertEqual(root.find('.//p:ProcessId', NS).text, '7')
        root, _ = self.client.post(TRANSFER + 'Get', 'http://schemas.microsoft.com/wbem/wsman/1/config', '')
        self.assertEqual(root.find('.//{http://schemas.microsoft.com/wbem/wsman/1/config}MaxShellsPerUser').text, '5')
        uri = WMI + 'root/cimv2/*'
        root, _ = self.client.post(ENUMERATION + 'Enumerate', uri, wql('SELECT * FROM Win32_Service'))
        context = root.find('.//n:EnumerationContext', NS).text
        release = '<n:Release xmlns:n="%s"><n:EnumerationContext>%s</n:EnumerationContext></n:Release>' % (NS['n'], context)
        self.client.post(ENUMERATION + 'Release', uri, release)
        self.assertEqual(self.client.code(ENUMERATION + 'Pull', uri, pull(context)), 2150858779)
        self.assertEqual(ask('counters')['enumerations_open'], 0)

    def test_invoke(self):
        uri = WMI + 'root/default/StdRegProv'
        body = '<p:EnumKey_INPUT xmlns:p="%s"><p:hDefKey>2147483650</p:hDefKey></p:EnumKey_INPUT>' % uri
        root, _ = self.client.post(uri + '/EnumKey', uri, body)
        self.assertEqual([(e.tag, e.text) for e in root.find('s:Body', NS)[0]], [
            ('{%s}sNames' % uri, 'one'), ('{%s}sNames' % uri, 'two'), ('{%s}ReturnValue' % uri, '0')])
        self.assertEqual(self.client.code(uri + '/EnumKey', uri, body.replace('EnumKey', 'Other')), 2150858817)

    def test_rights(self):
        alice = Client(user='FABRIKAM\\alice')
        self.assertEqual(alice.code(TRANSFER + 'Get', 'http://schemas.microsoft.com/wbem/wsman/1/config', ''), 5)
        self.assertEqual(alice.code(TRANSFER + 'Get', WMI + 'root/other/X', ''), 5)
        root, _ = alice.post(TRANSFER + 'Get', WMI + 'root/cimv2/Win32_OperatingSystem', '')
        self.assertIsNone(root.find('.//s:Fault', NS))
        with self.assertRaises(WinRMError):
            alice.protocol.open_shell()
        with self.assertRaises(InvalidCredentialsError):
            Client(user='FABRIKAM\\nobody').post(TRANSFER + 'Get', WMI + 'root/cimv2/Win32_OperatingSystem', '')


class Misbehaviour(unittest.TestCase):
    GET = (TRANSFER + 'Get', WMI + 'root/cimv2/Win32_OperatingSystem', '')

    def setUp(self):
        ask('reset', '')

    tearDown = setUp

    def test_faults(self):
        client = Client()
        ask('misbehave', 'denied@2 quota-operations@Enumerate:1 fault=1234@3 cim-fault=2150859173@4')
        self.assertIsNone(client.post(*self.GET)[0].find('.//s:Fault', NS))
        self.assertEqual(client.code(*self.GET), 5)
        self.assertEqual(client.code(*self.GET), 1234)
        self.assertIn(b'2150859173', ElementTree.tostring(client.post(*self.GET)[0]))
        uri = WMI + 'root/cimv2/*'
        self.assertEqual(client.code(ENUMERATION + 'Enumerate', uri, wql('SELECT * FROM Win32_Service')), 2150859174)

    def test_relates(self):
        ask('misbehave', 'wrong-relates')
        with self.assertRaisesRegex(AssertionError, 'RelatesTo'):
            Client().post(*self.GET)

    def test_endless(self):
        client, uri = Client(), WMI + 'root/cimv2/*'
        for mode, count in (('endless-pull', 1), ('empty-pull', 0)):
            ask('misbehave', mode)
            root, _ = client.post(ENUMERATION + 'Enumerate', uri, wql('SELECT * FROM Win32_Service'))
            for _ in range(250):
                context = root.find('.//n:EnumerationContext', NS).text
                root, _ = client.post(ENUMERATION + 'Pull', uri, pull(context))
                self.assertEqual(len(root.find('.//n:Items', NS)), count)

    def test_sealing(self):
        for mode in ('bad-signature', 'wrong-length', 'wrong-header', 'cut'):
            ask('misbehave', mode)
            with self.assertRaises(Exception, msg=mode):
                Client().post(*self.GET)
            self.assertEqual(ask('counters')['operations']['Get'], 1, mode)
            ask('reset', '')

    def test_several_pairs(self):
        ask('misbehave', 'style=split@Receive')
        out, _, _ = run(protocol(5985, 'ntlm', encryption='always'), 'many', ['4000'])
        self.assertEqual(out, 'zwölf €\r\n'.encode() * 4000)

    def test_connection(self):
        for mode, acted in (('drop-before', 0), ('drop-acted', 1), ('drop-during', 1), ('truncate', 1), ('garbage', 0)):
            ask('misbehave', mode)
            with self.assertRaises(Exception, msg=mode):
                Client().post(*self.GET)
            self.assertEqual(ask('counters')['operations'].get('Get', 0), acted, mode)
            ask('reset', '')

    def raw(self, mode, *arguments, logon=False):
        """What curl gets on the listener without encryption."""
        ask('misbehave', mode, port=5988)
        try:
            return curl(*(() if logon else ('-u', 'local:' + LOCAL, '--basic')), '-d', envelope(*self.GET)[1], *arguments,
                        port=5988)
        finally:
            ask('reset', '', port=5988)

    def test_answers(self):
        self.assertIn('HTTP/1.1 200', self.raw('slow=0'))
        self.assertIn('HTTP/1.1 401', self.raw('401'))
        self.assertIn('HTTP/1.1 503', self.raw('503'))
        self.assertIn('HTTP/1.1 413', self.raw('status=413'))
        self.assertIn('Content-Length: 0', self.raw('empty-500'))
        self.assertIn('Location: http://127.0.0.1:1/', self.raw('redirect'))
        self.assertIn('<!DOCTYPE', self.raw('xml=entities'))
        self.assertEqual(self.raw('garbage'), '')
        self.assertIn('</s:Envelope>', self.raw('drop-after'))
        self.assertRegex(self.raw('chunked'), '(?s)Transfer-Encoding: chunked\r\n\r\n<s:Env.*</s:Envelope>$')
        self.assertRegex(self.raw('close'), '(?s)Connection: close\r\n.*</s:Envelope>$')
        self.assertIn('ProviderFault', self.raw('fault=87:provider'))
        self.assertNotIn('Detail', self.raw('fault=5:bare'))

    def test_waiting(self):
        began = time.monotonic()
        self.assertIn('HTTP/1.1 200', self.raw('slow=1'))
        self.assertGreater(time.monotonic() - began, 1)
        self.assertNotIn('</s:Envelope>', self.raw('drip=0.01', '-m', '1'))
        self.assertEqual(self.raw('mute', '-m', '2'), '')
        self.assertIn('Content-Length: 2147483648', self.raw('huge', '-m', '5', '--max-filesize', '100'))
        self.assertNotIn('\r\n\r\n', self.raw('headers', '-m', '3'))

    def test_logon(self):
        for mode in ('logon-refuse', 'logon-endless', 'logon-garbage', 'logon-drop'):
            self.assertNotIn('HTTP/1.1 200', self.raw(mode, '--negotiate', '-u', ':', logon=True), mode)
        self.assertNotIn('WWW-Authenticate: Negotiate o', self.raw('logon-no-token', '--negotiate', '-u', ':', logon=True))

    def test_no_such_mode(self):
        out = subprocess.run(['curl', '-s', '-d', 'nonsense@1', 'http://%s:5985/lab/misbehave' % HOST],
                             stdout=subprocess.PIPE).stdout
        self.assertIn(b"there is no mode 'nonsense'", out)


def tearDownModule():
    with open(os.path.join(LAB, 'winrm', 'stdout')) as said:
        text = said.read()
    if text:
        raise AssertionError('the server complained: ' + text)


if __name__ == '__main__':
    unittest.main(verbosity=int(os.environ.get('VERBOSE', '1')), warnings='ignore')
