# SPDX-License-Identifier: Apache-2.0
"""A client of PowerShell Remoting for the tests of the lab's servers, which it asks by function calls. It shares with them
the names of messages and the reader of objects, nothing else. Debian has no other one (pypsrp is not packaged)."""
import base64
import struct
import time
import types
import uuid
import xml.etree.ElementTree as ElementTree

import clixml
import fleet
import misbehave
import psrp
import sample
import soap
import wsman

ACCOUNT = 'auditor@FABRIKAM.EXAMPLE'


def service(which=sample.Host(), account=ACCOUNT, rights=None, **settings):
    """A server; its description is the sample's, or a host of the lab."""
    settings['accounts'] = {account: rights if rights is not None else 'administrator'}
    config = {} if isinstance(which, sample.Host) else fleet.flat(which.config())
    return wsman.Service('fab-sync01.fabrikam.example', types.SimpleNamespace(host=which, config=config), settings)


class Fault(Exception):
    def __init__(self, code, text):
        Exception.__init__(self, '%d %s' % (code, text))
        self.code = code


class Client:
    """A client of PSRP, as small as it can be; it shares nothing with the server but the reader of objects."""

    def __init__(self, server, name='Microsoft.PowerShell', account=ACCOUNT, size=153600, version='2.3', timeout='PT1S',
                 rules=''):
        self.server, self.size, self.timeout = server, size, timeout
        self.session = types.SimpleNamespace(account=account)
        self.uri = 'http://schemas.microsoft.com/powershell/' + name
        self.plan = misbehave.Plan(rules)
        self.rpid = uuid.uuid4()
        self.objects = 0
        self.partial = {}
        self.sizes = []
        self.log = []
        self.version = version
        self.shell = None

    def request(self, action, body, options=''):
        action = {'Create': soap.X, 'Delete': soap.X}.get(action, soap.RSP) + '/' + action
        selector = '' if self.shell is None else ('<w:SelectorSet><w:Selector Name="ShellId">%s</w:Selector></w:SelectorSet>' %
                                                  self.shell)
        return soap.Request(
            '<s:Envelope xmlns:s="%s" xmlns:a="%s" xmlns:w="%s" xmlns:rsp="%s"><s:Header><a:To>http://x/wsman</a:To><a:Action>%s'
            '</a:Action><a:MessageID>uuid:%s</a:MessageID><w:ResourceURI>%s</w:ResourceURI><w:MaxEnvelopeSize>%d'
            '</w:MaxEnvelopeSize><w:OperationTimeout>%s</w:OperationTimeout>%s%s</s:Header><s:Body>%s</s:Body></s:Envelope>' % (
                soap.S, soap.A, soap.W, soap.RSP, action, uuid.uuid4(), self.uri, self.size, self.timeout, options, selector,
                body))

    def ask(self, action, body, options=''):
        request = self.request(action, body, options)
        rule = self.plan.next(action)
        answer = self.server.answer(request, self.session, 512000, rule)
        while answer.wait:
            time.sleep(answer.wait)
            answer = self.server.answer(request, self.session, 512000, rule)
        self.sizes.append(len(answer.body))
        self.answer = answer
        root = ElementTree.fromstring(answer.body)
        if answer.status != 200:
            raise Fault(answer.code, root.findtext('.//{%s}Message' % soap.F) or '')
        return root.find('{%s}Body' % soap.S)

    def pack(self, kind, pipeline, data):
        self.objects += 1
        blob = struct.pack('<II', 2, psrp.NUMBERS[kind]) + self.rpid.bytes_le + pipeline.bytes_le + data.encode()
        size = self.size * 3 // 4 - 2200
        pieces = [blob[at:at + size] for at in range(0, len(blob), size)]
        return [struct.pack('>QQBI', self.objects, n, (n == 0) | (n == len(pieces) - 1) << 1, len(piece)) + piece
                for n, piece in enumerate(pieces)]

    def open(self):
        none = uuid.UUID(int=0)
        data = b''.join(self.pack('SESSION_CAPABILITY', none, '<Obj RefId="0"><MS><Version N="protocolversion">%s</Version>'
                                  '<Version N="PSVersion">2.0</Version><Version N="SerializationVersion">1.1.0.1</Version></MS>'
                                  '</Obj>' % self.version) +
                        self.pack('INIT_RUNSPACEPOOL', none, '<Obj RefId="0"><MS><I32 N="MinRunspaces">1</I32><I32 N="MaxRunspaces">1'
                                  '</I32></MS></Obj>'))
        options = '<w:OptionSet><w:Option Name="protocolversion" MustComply="true">%s</w:Option></w:OptionSet>' % self.version
        body = self.ask('Create', '<rsp:Shell ShellId="%s"><rsp:InputStreams>stdin pr</rsp:InputStreams><rsp:OutputStreams>stdout'
                        '</rsp:OutputStreams><creationXml xmlns="http://schemas.microsoft.com/powershell">%s</creationXml>'
                        '</rsp:Shell>' % (str(self.rpid).upper(), base64.b64encode(data).decode()), options)
        self.shell = body.findtext('.//{%s}ShellId' % soap.RSP)
        self.opening = []
        while not any(message.kind == 'RUNSPACEPOOL_STATE' for message in self.opening):
            self.opening += self.receive()[0]
        return self

    def receive(self, command=None):
        """Messages that are complete now, and whether the command is done."""
        attribute = '' if command is None else ' CommandId="%s"' % command
        body = self.ask('Receive', '<rsp:Receive><rsp:DesiredStream%s>stdout</rsp:DesiredStream></rsp:Receive>' % attribute)
        found = []
        for stream in body.iter('{%s}Stream' % soap.RSP):
            data = base64.b64decode(stream.text or '', validate=True)
            while data:
                number, part, flags, length = struct.unpack('>QQBI', data[:21])
                blob, data = data[21:21 + length], data[21 + length:]
                if length != len(blob) or (flags & 1) != (part == 0):
                    raise ValueError('a fragment does not fit')
                parts = self.partial.setdefault(number, [])
                if part != len(parts):
                    raise ValueError('fragments are out of order')
                parts.append(blob)
                if flags & 2:
                    found.append(psrp.Message(b''.join(self.partial.pop(number))))
                    if not found[-1].data.startswith(psrp.BOM):
                        raise ValueError('no BOM')
        return found, body.find('.//{%s}CommandState' % soap.RSP) is not None

    def start(self, text, script=True, arguments=(), no_input=True):
        rows = ''.join('<Obj RefId="%d"><MS><S N="N">%s</S>%s</MS></Obj>' % (
            9 + n, name, '<I32 N="V">%d</I32>' % value if isinstance(value, int) else '<S N="V">%s</S>' % value)
            for n, (name, value) in enumerate(arguments))
        data = ('<Obj RefId="0"><MS><B N="NoInput">%s</B><Obj N="PowerShell" RefId="1"><MS><Obj N="Cmds" RefId="2"><LST><Obj '
                'RefId="3"><MS><S N="Cmd">%s</S><B N="IsScript">%s</B><Obj N="Args" RefId="4"><LST>%s</LST></Obj></MS></Obj></LST>'
                '</Obj></MS></Obj></MS></Obj>' % (str(no_input).lower(), clixml.escape(text), str(script).lower(), rows))
        self.pipeline = uuid.uuid4()
        first, *rest = self.pack('CREATE_PIPELINE', self.pipeline, data)
        body = self.ask('Command', '<rsp:CommandLine CommandId="%s"><rsp:Command/><rsp:Arguments>%s</rsp:Arguments></rsp:CommandLine>' %
                        (str(self.pipeline).upper(), base64.b64encode(first).decode()))
        command = body.findtext('.//{%s}CommandId' % soap.RSP)
        for piece in rest:
            self.send(command, piece)
        return command

    def send(self, command, piece, stream='stdin'):
        return self.ask('Send', '<rsp:Send><rsp:Stream Name="%s" CommandId="%s">%s</rsp:Stream></rsp:Send>' %
                        (stream, command, base64.b64encode(piece).decode()))

    def signal(self, command, code='http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/Terminate'):
        return self.ask('Signal', '<rsp:Signal CommandId="%s"><rsp:Code>%s</rsp:Code></rsp:Signal>' % (command, code))

    def rest(self, command):
        """All messages of a pipeline."""
        found, done, empty = [], False, 0
        while not done:
            more, done = self.receive(command)
            found += more
            empty += not more
            if empty > 500:
                raise ValueError('nothing comes')
        return found

    def run(self, text, script=True, arguments=()):
        command = self.start(text, script, arguments)
        found = self.rest(command)
        self.signal(command)
        return found

    def delete(self):
        self.ask('Delete', '')


def read(message):
    return clixml.read_item(message.data)


def facts(messages):
    """Outputs that are flat objects, as dictionaries."""
    return [{name: member.value for name, member in read(message).members.items()}
            for message in messages if message.kind == 'PIPELINE_OUTPUT']


def ask(server, sources, **more):
    client = Client(server, **more).open()
    found = client.run('param($Source)', True, [('Source', sources), ('Days', 7), ('MaxRuns', 5000)])
    client.delete()
    return facts(found)
