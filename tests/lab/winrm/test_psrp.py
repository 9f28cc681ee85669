#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""PowerShell Remoting of the lab's servers without a network. Their messages stand beside recordings of Windows servers,
element by element (folder of the recordings as argument; without it those tests are skipped); the recorded requests of
another client are played to them; and a small client of the tests' own talks to them (psrp_client.py)."""
import base64
import datetime
import glob
import os
import struct
import sys
import time
import types
import unittest
import uuid
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
try:
    import yaml  # noqa: F401
except ImportError:
    print('python3-yaml is not installed')
    sys.exit(77)

import clixml  # noqa: E402
import misbehave  # noqa: E402
import powershell  # noqa: E402
import psrp  # noqa: E402
import sample  # noqa: E402
import sddl  # noqa: E402
import soap  # noqa: E402
import spoil  # noqa: E402
from psrp_client import ACCOUNT, Client, Fault, facts, read, service  # noqa: E402

RECORDED = os.path.join(sys.argv.pop(), 'winrm', 'psrp') if len(sys.argv) > 1 else ''
with_recordings = unittest.skipUnless(os.path.isdir(RECORDED), 'no recordings here')


# Objects and bytes ---------------------------------------------------------------------------------------------------

class Objects(unittest.TestCase):
    def test_escapes(self):
        text = 'a\r\n_x0041_ _X _y \x7f\x9f\xa0 \U0001f600 <&>"'
        written = clixml.escape(text)
        self.assertEqual(written, 'a_x000D__x000A__x005F_x0041_ _x005F_X _y _x007F__x009F_\xa0 _xD83D__xDE00_ &lt;&amp;&gt;"')
        self.assertEqual(clixml.unescape(ElementTree.fromstring('<S>%s</S>' % written).text), text)

    def test_values(self):
        when = datetime.datetime(2026, 1, 2, 3, 4, 5, 60)
        self.assertEqual(clixml.item(clixml.custom([('a"', 1 << 31), ('b', -1), ('c', ''), ('d', None), ('e', when)])), (
            '<Obj RefId="0"><TN RefId="0"><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN><MS>'
            '<I64 N="a&quot;">2147483648</I64><I32 N="b">-1</I32><S N="c"></S><Nil N="d" /><DT N="e">'
            '2026-01-02T03:04:05.0000600+00:00</DT></MS></Obj>'))

    def test_references(self):
        inner = clixml.Obj(('T',), container='LST')
        outer = clixml.Obj(('T',), notes=[('one', inner), ('two', clixml.Same(inner))])
        text = clixml.item(outer)
        self.assertEqual(text, '<Obj RefId="0"><TN RefId="0"><T>T</T></TN><MS><Obj N="one" RefId="1"><TNRef RefId="0" /><LST />'
                               '</Obj><Ref N="two" RefId="1" /></MS></Obj>')
        back = clixml.read_item(text)
        self.assertIs(back.get('one'), back.get('two'))

    def test_document(self):
        text = clixml.document([('Output', 'x'), ('Error', 'y\r\n')])
        self.assertEqual(text, '#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">'
                               '<S S="Output">x</S><S S="Error">y_x000D__x000A_</S></Objs>')

    def test_assembler_is_strict(self):
        blob = struct.pack('<II', 2, psrp.NUMBERS['PIPELINE_INPUT']) + bytes(32) + b'<S>x</S>'
        parts = psrp.fragments(5, blob, 20)
        self.assertEqual([m.data for m in psrp.Assembler().feed(b''.join(parts))], [b'<S>x</S>'])
        for wrong in (parts[1:], parts[:1] + parts[2:], parts[:1] + parts, [parts[0][:-1]], parts + [b'x']):
            with self.assertRaises(psrp.Disorder):
                psrp.Assembler().feed(b''.join(wrong))
        again = psrp.Assembler()
        again.feed(b''.join(parts))
        with self.assertRaises(psrp.Disorder):  # numbers of objects rise
            again.feed(b''.join(parts))

    def test_descriptors(self):
        data = sddl.binary('O:SYG:BAD:PAI(A;OICI;FA;;;SY)(D;;0x1301bf;;;FABRIKAM\\Helpdesk)', lambda name: 'S-1-5-21-1-2-3-1104')
        self.assertEqual(data[:4], bytes([1, 0, 0x04, 0x94]))
        self.assertEqual(len(data), 20 + 12 + 16 + 8 + 8 + 12 + 8 + 28)
        try:
            from samba.dcerpc import security
            from samba.ndr import ndr_unpack
        except ImportError:
            self.skipTest('python3-samba is not installed')
        text = 'O:SYG:BAD:PAI(A;OICI;FA;;;SY)(D;;0x1301bf;;;S-1-5-21-1-2-3-1104)'
        own = security.descriptor.from_sddl(text.replace('FA', '0x1f01ff'), security.dom_sid('S-1-5-21-1-2-3'))
        self.assertEqual(ndr_unpack(security.descriptor, data).as_sddl(), own.as_sddl())


# Beside recordings ---------------------------------------------------------------------------------------------------

def shape(element, path=''):
    """Names of elements, of members and of types, in order."""
    tag = element.tag.rpartition('}')[2]
    path += '/' + tag + ('[%s]' % element.get('N') if element.get('N') else '')
    rows = [(path, tuple(sorted(element.attrib)), element.text if tag == 'T' else None)]
    for child in element:
        rows += shape(child, path)
    return rows


def recorded_messages(folder, kind):
    found = []
    for path in sorted(glob.glob(os.path.join(RECORDED, folder, '*-response-*-%s.xml' % kind))):
        with open(path, 'rb') as file:
            found.append(file.read())
    return found


def envelope(folder, number, side):
    with open(os.path.join(RECORDED, folder, '%02d-%s.xml' % (number, side)), 'rb') as file:
        return file.read()


def envelope_shape(body):
    """Of the SOAP body; header fields are soap.py's."""
    rows = []
    for element in ElementTree.fromstring(body).find('{%s}Body' % soap.S).iter():
        rows.append((element.tag, tuple(sorted(element.attrib))))
    return rows


@with_recordings
class Recorded(unittest.TestCase):
    """Our messages beside those of Windows."""

    def same(self, ours, theirs):
        theirs = theirs.decode('utf-8-sig') if isinstance(theirs, bytes) else theirs
        self.assertEqual(ours, theirs)

    def test_handshake(self):
        jea = 'psrp_with_jea_configuration'
        self.same(psrp.capability('2.3'), recorded_messages(jea, 'SESSION_CAPABILITY')[0])
        self.same(psrp.private_data('2.3', '5.1.14393.2248', '10.0.14393.2248'),
                  recorded_messages(jea, 'APPLICATION_PRIVATE_DATA')[0])
        self.same(psrp.pool_state(psrp.OPENED), recorded_messages(jea, 'RUNSPACEPOOL_STATE')[0])
        older = 'psrp_run_protocol_version_2.2'
        self.same(psrp.capability('2.2'), recorded_messages(older, 'SESSION_CAPABILITY')[0])
        ours = ElementTree.fromstring(psrp.private_data('2.2', '2.0', '6.3.9600.18968'))
        theirs = ElementTree.fromstring(recorded_messages(older, 'APPLICATION_PRIVATE_DATA')[0].decode('utf-8-sig'))
        self.assertEqual([text for *_, text in shape(ours)], [text for *_, text in shape(theirs)])

    def test_states(self):
        self.same(psrp.pipeline_state(psrp.COMPLETED), recorded_messages('client_execute_ps', 'PIPELINE_STATE')[0])
        theirs = recorded_messages('psrp_with_jea_configuration', 'PIPELINE_STATE')[1]
        script = 'Set-Item -Path WSMan:\\localhost\\Service\\AllowUnencrypted -Value $false'
        self.same(psrp.pipeline_state(psrp.FAILED, psrp.scripts_not_allowed(script).record()), theirs)

    def test_records(self):
        folder = 'psrp_stream_output_invocation'
        self.same(psrp.progress(), recorded_messages(folder, 'PROGRESS_RECORD')[0])
        theirs = ElementTree.fromstring(recorded_messages(folder, 'INFORMATION_RECORD')[0].decode('utf-8-sig'))
        when = datetime.datetime(2018, 6, 13)
        self.assertEqual(shape(ElementTree.fromstring(psrp.information('x', 'a\\b', 'A', when))), shape(theirs))
        for kind in ('WARNING', 'VERBOSE', 'DEBUG'):
            theirs = shape(ElementTree.fromstring(recorded_messages(folder, kind + '_RECORD')[0].decode('utf-8-sig')))
            ours = shape(ElementTree.fromstring(psrp.informational(kind.capitalize(), 'x')))
            self.assertEqual(ours, theirs[:len(ours)])  # ours lacks the invocation, which stands behind
        self.same(psrp.host_call(-100, 'SetShouldExit', 6, (1,)),
                  recorded_messages('psrp_pshost_methods', 'PIPELINE_HOST_CALL')[0])

    def test_error(self):
        """Without the invocation, the record of Write-Error is the recorded one."""
        theirs = recorded_messages('psrp_stream_output_invocation', 'ERROR_RECORD')[0].decode('utf-8-sig')
        error = psrp.Error('Microsoft.PowerShell.Commands.WriteErrorException', 'Microsoft.PowerShell.Commands.WriteErrorException',
                           'error stream', activity='Write-Error')
        ours = shape(ElementTree.fromstring(clixml.item(error.record(True))))
        theirs = shape(ElementTree.fromstring(theirs))
        top = [row for row in theirs if 'InvocationInfo' not in row[0] and 'CommandInfo' not in row[0]
               and 'PipelineIterationInfo' not in row[0] and 'SerializeExtent' not in row[0] and 'PSMessageDetails' not in row[0]
               and 'ScriptStackTrace' not in row[0]]
        self.assertEqual([row for row in ours if 'InvocationInfo' not in row[0]], top)
        self.assertIn('ErrorCategory_Message">NotSpecified: (:) [Write-Error], WriteErrorException<',
                      clixml.item(error.record(True)))

    def test_custom_objects(self):
        """Export-Clixml of one: its types and MS, nothing else; no ToString."""
        path = os.path.join(RECORDED, '..', 'clixml', 'css-exchange', 'E16', 'OS', 'GetAllTlsSettings.xml')
        theirs = ElementTree.parse(path).getroot()[0]
        ours = ElementTree.fromstring(clixml.item(clixml.custom([('Fact', 'x')])))
        self.assertEqual([e.tag.rpartition('}')[2] for e in theirs], [e.tag for e in ours])
        self.assertEqual([e.text for e in theirs[0]], [e.text for e in ours[0]])

    def play(self, folder, name='Microsoft.PowerShell', **settings):
        """Plays the requests of a recording; the answers' bodies beside the recorded ones."""
        server = service(account='x', **settings)
        session = types.SimpleNamespace(account='x')
        compared = 0
        for path in sorted(glob.glob(os.path.join(RECORDED, folder, '[0-9][0-9]-request.xml'))):
            number = int(os.path.basename(path)[:2])
            request = soap.Request(envelope(folder, number, 'request'))
            if server.operation(request) in ('Get', 'Connect', 'Disconnect', 'Reconnect', 'Enumerate', 'Invoke'):
                continue
            answer = server.answer(request, session, 512000)
            self.assertFalse(answer.wait)
            theirs = envelope(folder, number, 'response')
            if b'Stream' not in theirs:
                self.assertEqual(envelope_shape(answer.body), envelope_shape(theirs), path)
            self.assertEqual(answer.status, 200)
            compared += 1
        return server, compared

    def test_play(self):
        jea = {'JEARole': {'jea': True}}
        server, compared = self.play('psrp_with_jea_configuration', endpoints=jea, psrp={'distribution': 'single'})
        self.assertEqual((compared, len(server.shells)), (9, 0))
        for folder in ('psrp_open_runspace', 'client_execute_ps', 'psrp_small_msg_size', 'psrp_with_input', 'psrp_error_failed',
                       'psrp_merge_commands', 'psrp_application_args', 'psrp_run_protocol_version_2.2'):
            server, compared = self.play(folder)
            self.assertGreater(compared, 3)
            self.assertEqual(len(server.shells), 0, folder)

    def test_pool_replies(self):
        """The opening of a pool comes in two replies, as most recordings have it."""
        theirs = [envelope_shape(envelope('psrp_open_runspace', number, 'response')) for number in (1, 2)]
        client = Client(service()).open()
        self.assertEqual([message.kind for message in client.opening],
                         ['SESSION_CAPABILITY', 'APPLICATION_PRIVATE_DATA', 'RUNSPACEPOOL_STATE'])
        self.assertEqual(len(client.sizes), 3)
        self.assertEqual([len(one) for one in theirs], [4, 3])


# Conversations -------------------------------------------------------------------------------------------------------

class Conversation(unittest.TestCase):
    def test_records(self):
        server = service()
        client = Client(server).open()
        found = client.run('param($Source)', True, [('Source', 'values,who'), ('Days', 7)])
        self.assertEqual([message.kind for message in found], ['PIPELINE_OUTPUT'] * 2 + ['PIPELINE_STATE'])
        self.assertEqual(read(found[-1]).get('PipelineState').value, psrp.COMPLETED)
        values, who = facts(found)
        self.assertEqual(values, {'Fact': 'values', 'Text': 'Zürich \U0001f600 <&> _x0041_ \r\n', 'Empty': '', 'Yes': True,
                                  'No': False, 'Small': -7, 'Large': 1 << 40, 'None': None})
        self.assertEqual(who, {'Account': ACCOUNT, 'Elevated': True, 'Endpoint': 'Microsoft.PowerShell', 'Days': 7})
        self.assertTrue(all(message.pipeline == client.pipeline and message.pool == client.rpid for message in found))
        client.delete()
        self.assertEqual(server.shells, {})
        self.assertEqual((server.counters['pipelines'], server.counters['pipelines_terminated'], server.counters['pipelines_left']),
                         (1, 1, 0))

    def test_first_messages(self):
        client = Client(service()).open()
        self.assertEqual([message.pool.int == 0 for message in client.opening], [True, False, False])
        table = read(client.opening[1]).get('ApplicationPrivateData').items[0][1]
        self.assertEqual([key.value for key, _ in table.items][:2], ['PSVersion', 'PSEdition'])

    def test_distributions(self):
        for manner in ('recorded', 'together', 'single', 'random:1', 'random:2', 'random:3'):
            for size in (8192, 40000, 512000):
                client = Client(service(psrp={'distribution': manner}), size=size).open()
                found = facts(client.run('x', True, [('Source', 'many300,large70000')])[:300])
                self.assertEqual([one['Number'] for one in found], list(range(300)), (manner, size))
                self.assertLessEqual(max(client.sizes), size, manner)
        client = Client(service(psrp={'distribution': 'together'})).open()
        self.assertEqual(len(client.sizes), 2)
        client = Client(service(psrp={'distribution': 'single'})).open()
        self.assertEqual(len(client.sizes), 4)

    def test_large_script_and_output(self):
        server = service()
        client = Client(server, size=8192).open()
        found = client.run("'%s'" % ('y' * 50000))
        self.assertEqual(read(found[0]).value, 'y' * 50000)
        self.assertGreater(server.operations['Send'], 5)

    def test_streams(self):
        client = Client(service()).open()
        found = client.run("'one'; Write-Warning 'two'; Write-Verbose 'v'; Write-Error 'three'; Write-Host 'four'; throw 'five'")
        self.assertEqual([message.kind for message in found], ['PIPELINE_OUTPUT', 'WARNING_RECORD', 'VERBOSE_RECORD', 'ERROR_RECORD',
                                                                'INFORMATION_RECORD', 'PIPELINE_STATE'])
        self.assertEqual(read(found[3]).string, 'three')
        state = read(found[-1])
        self.assertEqual((state.get('PipelineState').value, state.get('ExceptionAsErrorRecord', 'FullyQualifiedErrorId').value),
                         (psrp.FAILED, 'five'))

    def test_unknown_commands(self):
        client = Client(service()).open()
        for text, script in (('Get-Date', True), ('Get-Date', False), ('Get-SyncAuditFact', False)):
            state = read(client.run(text, script)[-1])
            self.assertEqual(state.get('ExceptionAsErrorRecord', 'FullyQualifiedErrorId').value, 'CommandNotFoundException')

    def test_jea(self):
        server = service(rights=['jea'], endpoints={'SyncAudit': {'jea': True}})
        with self.assertRaises(Fault) as caught:
            Client(server).open()
        self.assertEqual(caught.exception.code, 5)
        client = Client(server, 'syncaudit').open()
        state = read(client.run('param($Source)', True, [('Source', 'who')])[-1])
        self.assertEqual(state.get('ExceptionAsErrorRecord', 'FullyQualifiedErrorId').value, 'ScriptsNotAllowed')
        found = facts(client.run('Get-SyncAuditFact', False, [('Source', 'who'), ('Days', 3)]))
        self.assertEqual((found[0]['Endpoint'], found[0]['Elevated'], found[0]['Days']), ('SyncAudit', True, 3))
        state = read(client.run('Get-Date', False)[-1])
        self.assertEqual(state.get('ExceptionAsErrorRecord', 'ErrorCategory_Category').value, 13)
        client.delete()

    def test_refused(self):
        for name, rights, code in (('Nowhere', None, 2150858811), ('no/where', None, 2150858754), ('Microsoft.PowerShell', ['cim'], 5),
                                   ('SyncAudit', ['powershell'], 5)):
            server = service(rights=rights, endpoints={'SyncAudit': {'jea': True}})
            with self.assertRaises(Fault) as caught:
                Client(server, name).open()
            self.assertEqual(caught.exception.code, code, name)
            self.assertEqual(server.shells, {})

    def test_protocols(self):
        for served, asked, spoken, version in (('2.3', '2.3', '2.3', '5.1.20348.1'), ('2.1', '2.3', '2.1', '2.0'),
                                               ('2.2', '2.3', '2.2', '4.0'), ('2.4', '2.3', '2.3', '5.1.20348.1'),
                                               ('2.3', '2.2', '2.2', '4.0')):
            client = Client(service(psrp={'protocol': served}), version=asked).open()
            self.assertEqual(read(client.opening[0]).get('protocolversion').value, spoken)
            self.assertIn(version.encode(), client.opening[1].data)
        with self.assertRaises(Fault) as caught:
            Client(service(psrp={'protocol': '2.2', 'strict': True})).open()
        self.assertEqual(caught.exception.code, 2152992672)
        client = Client(service(), version='3.0').open()
        self.assertEqual(read(client.opening[0]).get('RunspaceState').value, psrp.BROKEN)

    def test_silence(self):
        client = Client(service(), timeout='PT0.2S').open()
        with self.assertRaises(Fault) as caught:
            client.receive()
        self.assertEqual(caught.exception.code, 2150858793)
        command = client.start('x', True, [('Source', 'who,hang')])
        self.assertEqual(len(client.receive(command)[0]), 1)
        began = time.monotonic()
        with self.assertRaises(Fault) as caught:
            client.receive(command)
        self.assertEqual(caught.exception.code, 2150858793)
        self.assertGreater(time.monotonic() - began, 0.19)
        client.signal(command, 'powershell/signal/ctrl_c')
        found, done = client.receive(command)
        self.assertTrue(done)
        state = read(found[0])
        self.assertEqual((state.get('PipelineState').value, state.get('ExceptionAsErrorRecord', 'FullyQualifiedErrorId').value),
                         (psrp.STOPPED, 'PipelineStopped'))
        client.signal(command)
        self.assertEqual(facts(client.run('x', True, [('Source', 'who')]))[0]['Account'], ACCOUNT)

    def test_ended_while_it_is_waited_for(self):
        client = Client(service(), timeout='PT60S').open()
        command = client.start('x', True, [('Source', 'hang')])
        request = client.request('Receive', '<rsp:Receive><rsp:DesiredStream CommandId="%s">stdout</rsp:DesiredStream>'
                                 '</rsp:Receive>' % command)
        self.assertGreater(client.server.answer(request, client.session, 512000).wait, 0)
        client.signal(command)
        self.assertEqual(client.server.answer(request, client.session, 512000).code, 995)

    def test_waiting(self):
        client = Client(service(), timeout='PT5S').open()
        began = time.monotonic()
        found = client.run("'a'; Start-Sleep 0.3; 'b'")
        self.assertEqual([read(one).value for one in found[:2]], ['a', 'b'])
        self.assertGreater(time.monotonic() - began, 0.29)

    def test_one_runspace(self):
        client = Client(service(), timeout='PT0.2S').open()
        first = client.start("Start-Sleep 0.4; 'a'")
        second = client.start("'b'")
        with self.assertRaises(Fault):
            client.receive(second)
        time.sleep(0.3)
        self.assertEqual(read(client.rest(first)[0]).value, 'a')
        self.assertEqual(read(client.rest(second)[0]).value, 'b')

    def test_quotas(self):
        server = service(psrp={'commands': 2, 'shells': 2})
        client = Client(server).open()
        commands = [client.start("'a'") for _ in range(2)]
        client.rest(commands[0])
        with self.assertRaises(Fault) as caught:  # it has ended, and still counts
            client.start("'b'")
        self.assertEqual(caught.exception.code, 2150859241)
        client.signal(commands[0])
        client.rest(commands[1])
        client.signal(client.start("'b'"))
        self.assertEqual(server.counters['pipelines_terminated_running'], 1)
        Client(server).open()
        with self.assertRaises(Fault) as caught:
            Client(server).open()
        self.assertEqual(caught.exception.code, 2150859173)
        client.delete()
        self.assertEqual(server.counters['pipelines_left'], 1)
        Client(server).open()

    def test_gone(self):
        server = service()
        client = Client(server).open()
        command = client.start("'a'")
        client.signal(command)
        for call in (lambda: client.signal(command), lambda: client.receive(command), lambda: client.send(command, b'')):
            with self.assertRaises(Fault) as caught:
                call()
            self.assertEqual(caught.exception.code, 2150858843)
        client.delete()
        with self.assertRaises(Fault) as caught:
            client.receive()
        self.assertEqual(caught.exception.code, 2150858843)
        client = Client(server).open()
        list(server.shells.values())[0].used -= 1e6
        with self.assertRaises(Fault):
            client.receive()
        self.assertEqual(server.counters['shells_expired'], 1)

    def test_others_may_not(self):
        server = service()
        client = Client(server).open()
        client.session = types.SimpleNamespace(account='bob@FABRIKAM.EXAMPLE')
        with self.assertRaises(Fault) as caught:
            client.receive()
        self.assertEqual(caught.exception.code, 5)

    def test_broken_requests(self):
        client = Client(service()).open()
        command = client.start("'a'", no_input=False)
        with self.assertRaises(Fault) as caught:
            client.send(command, b'no fragment')
        self.assertEqual(caught.exception.code, 87)
        with self.assertRaises(Fault) as caught:
            client.ask('Receive', '<rsp:Receive><rsp:DesiredStream>stderr</rsp:DesiredStream></rsp:Receive>')
        self.assertEqual(caught.exception.code, 87)

    def test_input(self):
        client = Client(service(), timeout='PT0.1S').open()
        command = client.start("'a'", no_input=False)
        with self.assertRaises(Fault):
            client.receive(command)
        for piece in client.pack('END_OF_PIPELINE_INPUT', client.pipeline, ''):
            client.send(command, piece)
        self.assertEqual(read(client.rest(command)[0]).value, 'a')

    def test_own_command_id_and_late_done(self):
        client = Client(service(psrp={'own_command_id': True, 'done': 'later'})).open()
        command = client.start("'a'")
        self.assertNotEqual(command, str(client.pipeline).upper())
        found, done = client.receive(command)
        self.assertEqual(([m.kind for m in found], done), (['PIPELINE_OUTPUT', 'PIPELINE_STATE'], False))
        self.assertEqual(client.receive(command), ([], True))


class CommandShell(unittest.TestCase):
    def run_line(self, line, server=None, codepage=65001):
        return powershell.run(server or service(), ACCOUNT, line, codepage)

    def line(self, script, options=''):
        return 'powershell.exe -NoProfile -NonInteractive %s -EncodedCommand %s' % (
            options, base64.b64encode(script.encode('utf-16-le')).decode())

    def test_text(self):
        out, err, code, seconds = self.run_line(self.line("'zwölf €'; Write-Error 'no'"))
        self.assertEqual((out, code, seconds), ('zwölf €\r\n'.encode(), 0, 0))
        self.assertTrue(err.startswith(b'#< CLIXML\r\n<Objs '))
        said = [e.text for e in ElementTree.fromstring(err[11:]) if e.get('S') == 'Error']
        self.assertEqual(said[0], 'no_x000D__x000A_')

    def test_xml(self):
        script = "& { param($Source,$Days) } -Source 'values,who' -Days 9"
        out, err, code, _ = self.run_line(self.line(script, '-OutputFormat XML'))
        root = ElementTree.fromstring(out[out.index(b'<Objs'):])
        self.assertEqual([(e.get('S'), e.get('RefId')) for e in root], [('Output', '0'), ('Output', '1')])
        self.assertEqual(clixml._read(root[1], {}, {'0': []}).get('Days').value, 9)
        self.assertEqual(code, 0)
        out, err, code, _ = self.run_line(self.line("$Source = 'nothing'; & {}", '-of xml'))
        self.assertIn(b'<Obj S="Error"', err)
        self.assertEqual(code, 1)

    def test_last_call_counts(self):
        self.assertEqual(powershell.asked("param($Source) -Source 'a' \n & $x -source 'scheduler, engine' -Days 30 -MaxRuns 5"),
                         {'source': 'scheduler, engine', 'days': 30, 'maxruns': 5})
        self.assertEqual(powershell.asked("$Days=7;$Source='b';"), {'source': 'b', 'days': 7})
        self.assertEqual(powershell.asked('Get-ADSyncScheduler -Days 7'), {})

    def test_hang(self):
        server = service(sample.Host())
        self.assertEqual(self.run_line(self.line("$Source='who,hang'"), server)[3], 1e9)

    def test_wrong(self):
        self.assertEqual(self.run_line('powershell.exe -EncodedCommand ***')[2], 1)
        self.assertEqual(self.run_line('powershell.exe -Command "Get-Date"')[2], 1)
        self.assertEqual(self.run_line(self.line("'%s'" % ('x' * 4000)))[1], b'The command line is too long.\r\n')

    def test_powershell_or_not(self):
        for line, answer in (('powershell -enc x', True), (r'C:\Windows\System32\WindowsPowerShell\v1.0\PowerShell.EXE', True),
                             ('powershellx', False), ('reg query HKLM', False), ('echo powershell.exe', False)):
            self.assertEqual(powershell.is_powershell(line), answer, line)


# Misbehaviour --------------------------------------------------------------------------------------------------------

class Misbehaviour(unittest.TestCase):
    def outcome(self, kind, operation):
        """What the small client makes of it: the kinds of messages, or the exception."""
        client = Client(service(), timeout='PT0.1S', rules='psrp=%s@%s' % (kind, operation))
        try:
            client.open()
            command = client.start('x', True, [('Source', 'many3')])
            found, done = [], False
            for _ in range(40):
                more, done = client.receive(command)
                found += more
                if done:
                    break
            return [message.data for message in client.opening], found, done
        except (Fault, ValueError, struct.error, KeyError, psrp.Disorder) as error:
            return error

    def test_every_kind_does_something(self):
        honest = self.outcome('swap', 'Delete')
        self.assertEqual(([m.kind for m in honest[1]], honest[2]), (['PIPELINE_OUTPUT'] * 3 + ['PIPELINE_STATE'], True))
        for kind in sorted(spoil.KINDS):
            operation = 'Create' if kind in spoil.OPENING else 'Command' if kind in spoil.PIPELINE else 'Receive:2+'
            result = self.outcome(kind, operation)
            same = not isinstance(result, Exception) and result[0] == honest[0] and result[2] and \
                [m.data for m in result[1]] == [m.data for m in honest[1]]
            self.assertFalse(same and kind not in ('split-fragment', 'interleave', 'other-pipeline'), kind)

    def test_prompt_waits_for_an_answer(self):
        client = Client(service(), timeout='PT0.1S', rules='psrp=prompt@Command').open()
        command = client.start('x', True, [('Source', 'who')])
        call = read(client.receive(command)[0][0])
        self.assertEqual((call.get('ci').value, call.get('mi').value, call.get('mi').string), (1, 26, 'PromptForChoice'))
        with self.assertRaises(Fault):
            client.receive(command)
        for piece in client.pack('PIPELINE_HOST_RESPONSE', client.pipeline, '<Obj RefId="0"><MS><I64 N="ci">1</I64></MS></Obj>'):
            client.send(command, piece, 'pr')
        self.assertEqual([m.kind for m in client.rest(command)], ['PIPELINE_OUTPUT', 'PIPELINE_STATE'])

    def test_rules(self):
        with self.assertRaisesRegex(ValueError, "no kind 'nonsense'"):
            misbehave.Plan('psrp=nonsense')
        self.assertEqual(misbehave.Plan('psrp=deep@Command:2').rules[0].value, 'deep')

    def test_noise(self):
        _, found, done = self.outcome('noise', 'Command')
        self.assertTrue(done)
        self.assertEqual(sum(m.kind == 'PIPELINE_OUTPUT' for m in found), 3)
        self.assertIn('PIPELINE_HOST_CALL', [m.kind for m in found])


if __name__ == '__main__':
    unittest.main(verbosity=int(os.environ.get('VERBOSE', '1')))
