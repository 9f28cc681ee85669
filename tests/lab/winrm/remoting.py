# SPDX-License-Identifier: Apache-2.0
"""PowerShell Remoting over WS-Man ([MS-PSRP] 3.2, [MS-WSMV] 3.1.4.1.31) for the lab's servers: runspace pools and their
pipelines. What a pipeline 'runs' is told by the server's description (`host.run`); nothing is executed.

Between this and the description go events: ('output', value), ('error', Error), ('warning'|'verbose'|'debug'|
'information'|'progress', text), ('wait', seconds), ('forever',), ('call', number, method, id of the method, arguments),
('raw', kind, xml), ('fail', Error), which ends."""
import base64
import binascii
import collections
import datetime
import random
import re
import time
import uuid
import xml.etree.ElementTree as ElementTree

import clixml
import psrp
import soap
import spoil
from soap import SoapFault

PREFIX = 'http://schemas.microsoft.com/powershell/'
CREATION = '{http://schemas.microsoft.com/powershell}creationXml'
SIGNAL = soap.RSP + '/signal/'
DEFAULT = 'Microsoft.PowerShell'
VERSIONS = {'2.1': ('2.0', '6.1.7601.17514'), '2.2': ('4.0', '6.3.9600.20778'), '2.4': ('7.6.0', '10.0.20348.1')}
OVERHEAD = 1600  # of an envelope around its streams
PROVIDER = ('microsoft.powershell', r'C:\Windows\system32\pwrshplugin.dll')
POLL = 0.05      # seconds between two looks at a pipeline that has nothing to say yet


def find(element, name):
    return next((child for child in element if soap.local(child) == name), None)


def decode(text):
    try:
        return base64.b64decode(text or '', validate=True)
    except (binascii.Error, ValueError):
        raise SoapFault(87, form='provider', provider=PROVIDER)


class Channel:
    """What waits to be received, of a pool or of a pipeline."""

    def __init__(self, pool, command_id=None):
        self.pool, self.command_id = pool, command_id
        self.fragments = collections.deque()  # of the message that is being sent
        self.events = iter(())
        self.event = None   # that is not due yet
        self.due = time.monotonic()
        self.final = False  # nothing will follow
        self.mischief = ''

    def message(self):
        """Bytes of the next message, or None: none is due."""
        while not self.final:
            if self.event is None:
                self.event = next(self.events, None)
                if self.event is None:
                    self.event = ('end',)
                if self.event[0] in ('wait', 'forever'):
                    self.due += self.event[1] if self.event[0] == 'wait' else 1e12
            if time.monotonic() < self.due or self.blocked():
                return None
            event, self.event = self.event, None
            made = self.make(event)
            if made is not None:
                return made
        return None

    def blocked(self):
        return False

    def next_fragment(self, size):
        if not self.fragments:
            made = self.message()
            if made is None:
                return None
            self.pool.objects += 1
            self.fragments.extend(psrp.fragments(self.pool.objects, made, size))
        return self.fragments.popleft()

    def take(self, limit):
        """Pieces for the elements of one reply, as many as fit and as the server's manner wants."""
        room = limit - OVERHEAD
        element = 110 if self.command_id else 40
        largest = max((room - element) * 3 // 4 - 32, 64)
        manner, rng = self.pool.manner, self.pool.random
        size, most, joined = min(psrp.FRAGMENT, largest), 1 << 30, False
        if manner == 'single':
            most = 1
        elif manner == 'random':
            size, most, joined = min(rng.choice((64, 500, 4000, 32768)), largest), rng.randint(1, 40), rng.random() < 0.3
        pieces = []
        while most > 0:
            if self.fragments and (len(self.fragments[0]) + 2) // 3 * 4 + element > room and pieces:
                break
            piece = self.next_fragment(size)
            if piece is None:
                break
            cost = (len(piece) + 2) // 3 * 4 + element
            if cost > room and pieces:
                self.fragments.appendleft(piece)
                break
            room -= cost
            if joined and pieces:
                pieces[-1] += piece
            else:
                pieces.append(piece)
            if not self.fragments or manner == 'random':
                most -= 1
            if manner == 'recorded' and not self.command_id and self.pool.objects == 2 and not self.fragments:
                break  # the state comes by itself
        return pieces

    def done(self):
        return self.final and not self.fragments

    def wait(self):
        """Seconds until it is worth looking again."""
        return max(min(self.due - time.monotonic(), POLL), 0.005)


class Pipeline(Channel):
    def __init__(self, pool, command_id):
        Channel.__init__(self, pool, command_id)
        self.id = None
        self.input_open = True
        self.call = None
        self.ended = False
        self.assembler = pool.assembler

    def blocked(self):
        if self.call is not None or self.input_open:
            return True
        # One runspace: pipelines run one after the other.
        for other in self.pool.commands.values():
            if other is self:
                return False
            if not other.final and other.id is not None:
                return True
        return False

    def start(self, message):
        self.id = message.pipeline
        try:
            request = clixml.read_item(message.data)
            commands = [read_command(one) for one in request.get('PowerShell', 'Cmds').items]
        except (ElementTree.ParseError, AttributeError, KeyError, ValueError):
            raise SoapFault(87, form='provider', provider=PROVIDER)
        no_input = request.get('NoInput')
        self.input_open = bool(no_input is not None and no_input.value is False)
        self.due = time.monotonic()
        self.events = spoil.events(self.mischief, self.pool.run(commands))
        return commands

    def make(self, event):
        kind = event[0]
        service = self.pool.service
        if kind == 'end':
            return self.state(psrp.COMPLETED)
        if kind == 'fail':
            return self.state(psrp.FAILED, event[1].record())
        if kind in ('wait', 'forever'):
            return None
        if kind == 'output':
            return self.data('PIPELINE_OUTPUT', clixml.item(event[1]))
        if kind == 'error':
            return self.data('ERROR_RECORD', clixml.item(event[1].record(True)))
        if kind in ('warning', 'verbose', 'debug'):
            return self.data(kind.upper() + '_RECORD', psrp.informational(kind.capitalize(), event[1]))
        if kind == 'information':
            if self.pool.protocol in ('2.1', '2.2'):
                return None
            return self.data('INFORMATION_RECORD', psrp.information(
                event[1], self.pool.owner, service.computer, datetime.datetime.now(datetime.timezone.utc)))
        if kind == 'progress':
            return self.data('PROGRESS_RECORD', psrp.progress(event[1]))
        if kind == 'raw':
            return self.data(event[1], event[2])
        if kind == 'call':
            if event[1] != -100:
                self.call = event[1]
            return self.data('PIPELINE_HOST_CALL', psrp.host_call(*event[1:]))
        raise ValueError('no such event: %r' % (event,))

    def data(self, kind, xml):
        number = uuid.uuid4() if self.mischief == 'other-pipeline' else self.id
        return psrp.message(kind, self.pool.rpid, number, self.pool.service.renamed(xml))

    def state(self, number, reason=None):
        self.final = True
        if self.mischief == 'no-state':
            return None
        return self.data('PIPELINE_STATE', psrp.pipeline_state(number, reason))

    def stop(self):
        if not self.final:
            self.fragments = collections.deque(self.fragments)  # what was begun is ended
            self.events, self.event, self.call, self.input_open = iter([('stopped',)]), None, None, False
            self.due = time.monotonic()
            self.make = self.make_stopped

    def make_stopped(self, event):
        return self.state(psrp.STOPPED, psrp.stopped().record())

    def answer(self, message):
        """What the client sent: input, its end, or the answer to a call."""
        if message.kind == 'END_OF_PIPELINE_INPUT':
            self.input_open = False
        elif message.kind == 'PIPELINE_HOST_RESPONSE':
            response = clixml.read_item(message.data)
            number = response.get('ci')
            if self.call is not None and number is not None and number.value == self.call:
                self.call = None
                self.pool.service.counters['host_responses'] += 1


def read_command(read):
    """(text, is it a script?, arguments) of a command; names of arguments in lower case, positional ones by number."""
    arguments = {}
    listed = read.get('Args')
    for number, one in enumerate(listed.items if listed is not None else ()):
        name, value = one.get('N'), one.get('V')
        key = name.value.strip('-:').lower() if name is not None and name.value else number
        arguments[key] = value.value if value is not None else None
    script = read.get('IsScript')
    return read.get('Cmd').value, bool(script is not None and script.value), arguments


class Pool(Channel):
    """A shell whose ResourceURI is that of a session configuration."""
    remote = True

    def __init__(self, service, session, rpid, endpoint, name, idle):
        Channel.__init__(self, self)
        self.service, self.rpid, self.id = service, rpid, str(rpid).upper()
        self.owner, self.idle, self.endpoint, self.name = session.account, idle, endpoint, name
        self.used = self.made = time.monotonic()
        self.operations = 0
        self.commands = {}
        self.objects = 0
        self.assembler = psrp.Assembler()
        settings = service.psrp
        self.protocol = str(settings.get('protocol', '2.3'))
        self.manner, _, seed = str(settings.get('distribution', 'recorded')).partition(':')
        self.random = random.Random(int(seed or 0))
        self.final = False
        self.opened = False
        self.capability = False
        self.events = iter([('forever',)])

    def version(self):
        known = self.service.host.powershell_version() if hasattr(self.service.host, 'powershell_version') else None
        return VERSIONS.get(self.protocol) or known or ('5.1.20348.1', '10.0.20348.1')

    def make(self, event):
        if event[0] in ('end', 'wait', 'forever'):
            return None
        return psrp.message(event[1], psrp.NONE if event[1] == 'SESSION_CAPABILITY' else self.rpid, psrp.NONE,
                            self.service.renamed(event[2]))

    def handle(self, message):
        """A message of the client that is no pipeline's."""
        if message.kind == 'SESSION_CAPABILITY':
            asked = clixml.read_item(message.data).get('protocolversion')
            self.negotiate(asked.value if asked is not None else '')
        elif message.kind == 'INIT_RUNSPACEPOOL' and self.capability and not self.opened:
            self.opened = True
            said = [('SESSION_CAPABILITY', psrp.capability(self.protocol)),
                    ('APPLICATION_PRIVATE_DATA', psrp.private_data(self.protocol, *self.version())),
                    ('RUNSPACEPOOL_STATE', psrp.pool_state(psrp.OPENED))]
            self.say(spoil.opening(self.mischief, said))

    def negotiate(self, asked):
        """The lower of the two; another major version is none that could be spoken."""
        match = re.fullmatch(r'(\d+)\.(\d+)', asked or '')
        if match is None or match.group(1) != self.protocol.split('.')[0]:
            error = psrp.Error('PSRemotingProtocolVersion',
                               'System.Management.Automation.Remoting.PSRemotingDataStructureException',
                               'The server that is running Windows PowerShell remoting cannot process the protocol '
                               'version %s.' % asked)
            self.say([('RUNSPACEPOOL_STATE', psrp.pool_state(psrp.BROKEN, error.record()))])
            return
        self.capability = True
        if int(match.group(2)) < int(self.protocol.split('.')[1]):
            self.protocol = asked

    def say(self, messages):
        self.events = iter([('raw', kind, xml) for kind, xml in messages] + [('forever',)])
        self.event, self.due = None, time.monotonic()

    def feed(self, data, pipeline=None):
        """Fragments of the client; returns the messages that are complete now."""
        try:
            messages = self.assembler.feed(data)
        except psrp.Disorder as error:
            raise SoapFault(87, 'The WinRM Shell client cannot process the request: %s ' % error, form='provider',
                            provider=PROVIDER)
        for message in messages:
            if message.destination != psrp.SERVER:
                raise SoapFault(87, form='provider', provider=PROVIDER)
            if message.kind in ('SESSION_CAPABILITY', 'INIT_RUNSPACEPOOL'):
                self.handle(message)
            elif pipeline is not None and message.kind == 'CREATE_PIPELINE' and pipeline.id is None:
                pipeline.commands = pipeline.start(message)
            elif pipeline is not None and pipeline.id is not None:
                pipeline.answer(message)
        return messages

    def run(self, commands):
        """Events of a pipeline: by its first command."""
        text, script, arguments = commands[0]
        jea = self.endpoint.get('jea', False)
        if script and jea:
            # Windows writes an error record of another command before it, as recorded.
            yield 'error', psrp.Error('ProviderNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
                                      'System.Management.Automation.ProviderNotFoundException',
                                      "Cannot find a provider with the name 'FileSystem'.", 13, 'FileSystem',
                                      activity='Get-Item')
            yield 'fail', psrp.scripts_not_allowed(text)
        elif not script and (text.lower() != 'get-syncauditfact' or not self.endpoint.get('function', jea)):
            yield 'fail', psrp.unknown_command(text)
        else:
            yield from self.service.host.run(context(self.service, self.owner, self.endpoint, self.name), text, arguments)


class Context:
    """Who runs something, and where."""

    def __init__(self, account, rights, endpoint, name, service):
        self.account, self.endpoint, self.name = account, endpoint, name
        self.administrator = not rights or 'administrator' in rights
        self.jea = endpoint.get('jea', False)
        self.virtual = self.jea and endpoint.get('virtual', True)
        self.elevated = self.administrator if not self.virtual else endpoint.get('elevated', True)
        self.engine = 'no-engine' not in rights and (self.elevated or self.virtual or 'engine' in rights)
        self.language = endpoint.get('language', 'FullLanguage')  # of the function, or of the script
        self.service = service.name


def context(service, account, endpoint, name):
    return Context(account, service.rights_of(account), endpoint, name, service)


# WS-Man --------------------------------------------------------------------------------------------------------------

def create(service, request, session, mischief):
    name = request.resource[len(PREFIX):]
    endpoints = {key.lower(): (key, value or {}) for key, value in service.endpoints.items() if not (value or {}).get('gone')}
    if not re.fullmatch(r'[A-Za-z0-9._-]{1,128}', name):
        raise SoapFault(2150858754)
    if name.lower() not in endpoints:
        raise SoapFault(2150858811, 'The WS-Management service cannot process the request. Cannot find the %s session '
                        'configuration in the WSMan: drive on the %s computer. ' % (name, service.computer))
    name, endpoint = endpoints[name.lower()]
    service.require(session.account, 'jea:' + name if endpoint.get('jea') else 'powershell')
    asked = request.options.get('protocolversion', '')
    served = str(service.psrp.get('protocol', '2.3'))
    if service.psrp.get('strict') and asked and [int(n) for n in asked.split('.')] > [int(n) for n in served.split('.')]:
        raise SoapFault(2152992672, 'The WinRM plugin cannot process the protocol version %s; it supports %s. ' %
                        (asked, served), form='provider', provider=PROVIDER)
    body = request.body
    if body is None or soap.local(body) != 'Shell' or body.find(CREATION) is None:
        raise SoapFault(2150858817)
    service.purge()
    check_shells(service, session)
    try:
        rpid = uuid.UUID(body.get('ShellId') or str(uuid.uuid4()))
    except ValueError:
        raise SoapFault(2150858817)
    if str(rpid).upper() in service.shells:
        raise SoapFault(183)
    text = find(body, 'IdleTimeOut')
    idle = soap.duration(text.text if text is not None else '') or service.number('Winrs/IdleTimeout', 7200000) / 1000
    pool = Pool(service, session, rpid, endpoint, name, idle)
    if mischief and mischief.mode == 'psrp':
        pool.mischief = mischief.value or ''
    pool.feed(decode(body.find(CREATION).text))
    service.shells[pool.id] = pool
    service.counters['shells_created'] += 1
    streams = ''.join('<rsp:%s>%s</rsp:%s>' % (part, soap.escape(find(body, part).text or ''), part)
                      for part in ('InputStreams', 'OutputStreams') if find(body, part) is not None)
    where = soap.escape(next(((e.text or '').strip() for e in request.header if soap.local(e) == 'To'), ''))
    uri = PREFIX + name
    answer = service.shell_answer(request, soap.X + '/CreateResponse', (
        '<x:ResourceCreated><a:Address>%s</a:Address><a:ReferenceParameters><w:ResourceURI>%s</w:ResourceURI>'
        '<w:SelectorSet><w:Selector Name="ShellId">%s</w:Selector></w:SelectorSet></a:ReferenceParameters>'
        '</x:ResourceCreated><rsp:Shell xmlns:rsp="%s"><rsp:ShellId>%s</rsp:ShellId><rsp:ResourceUri>%s'
        '</rsp:ResourceUri><rsp:Owner>%s</rsp:Owner><rsp:ClientIP>127.0.0.1</rsp:ClientIP><rsp:ProcessId>%d'
        '</rsp:ProcessId><rsp:IdleTimeOut>PT%.3fS</rsp:IdleTimeOut>%s<rsp:MaxIdleTimeOut>PT2147483.647S'
        '</rsp:MaxIdleTimeOut><rsp:Locale>en-US</rsp:Locale><rsp:DataLocale>en-US</rsp:DataLocale><rsp:CompressionMode>'
        'NoCompression</rsp:CompressionMode><rsp:ProfileLoaded>Yes</rsp:ProfileLoaded><rsp:Encoding>UTF8</rsp:Encoding>'
        '<rsp:BufferMode>Block</rsp:BufferMode><rsp:State>Connected</rsp:State><rsp:ShellRunTime>P0DT0H0M0S'
        '</rsp:ShellRunTime><rsp:ShellInactivity>P0DT0H0M0S</rsp:ShellInactivity></rsp:Shell>') % (
            where, uri, pool.id, soap.RSP, pool.id, uri, soap.escape(session.account), 4000 + len(service.shells), idle,
            streams))
    answer.detail = name
    return answer


def check_shells(service, session):
    most = min(service.number('Winrs/MaxShellsPerUser', 30), int(service.psrp.get('shells', 25)))
    if sum(shell.owner == session.account for shell in service.shells.values()) >= most:
        raise SoapFault(2150859173, 'The WS-Management service cannot process the request. This user is allowed a '
                        'maximum number of %d concurrent shells, which has been exceeded. Close existing shells or '
                        'raise the quota for this user. ' % most)


def check_resource(request, pool):
    if request.resource.lower() != (PREFIX + pool.name).lower():
        raise SoapFault(2150858843)


def command(service, request, pool, mischief):
    check_resource(request, pool)
    body = request.body
    if body is None or soap.local(body) != 'CommandLine' or find(body, 'Argument') is not None:
        raise SoapFault(2150858817)
    if len(pool.commands) >= int(service.psrp.get('commands', 1000)):
        raise SoapFault(2150859241)
    own = service.psrp.get('own_command_id', False)
    try:
        command_id = str(uuid.UUID(body.get('CommandId') or str(uuid.uuid4()))).upper()
    except ValueError:
        raise SoapFault(2150858817)
    if own or not body.get('CommandId'):
        command_id = str(uuid.uuid4()).upper()
    if command_id in pool.commands:
        raise SoapFault(183)
    pipeline = Pipeline(pool, command_id)
    pipeline.commands = []
    pipeline.mischief = pool.mischief
    if mischief and mischief.mode == 'psrp':
        pipeline.mischief = mischief.value or ''
    words = find(body, 'Arguments')
    pool.commands[command_id] = pipeline
    try:
        pool.feed(decode(words.text if words is not None else ''), pipeline)
    except SoapFault:
        del pool.commands[command_id]
        raise
    service.counters['pipelines'] += 1
    answer = service.shell_answer(request, soap.RSP + '/CommandResponse', (
        '<rsp:CommandResponse><rsp:CommandId>%s</rsp:CommandId></rsp:CommandResponse>') % command_id)
    answer.detail = described(pipeline.commands)
    return answer


def described(commands):
    """For the log: what was asked for, without the script."""
    if not commands:
        return 'the rest follows'
    text, script, arguments = commands[0]
    return '%s %s' % ('script of %d characters' % len(text) if script else text,
                      ' '.join('-%s %s' % pair for pair in arguments.items()))


def send(service, request, pool, mischief):
    check_resource(request, pool)
    body = request.body
    if body is None or soap.local(body) != 'Send':
        raise SoapFault(2150858817)
    detail = []
    for stream in body:
        if soap.local(stream) != 'Stream' or stream.get('Name') not in ('stdin', 'pr'):
            raise SoapFault(87, form='provider', provider=PROVIDER)
        command_id = stream.get('CommandId')
        pipeline = None
        if command_id is not None:
            pipeline = pool.commands.get(command_id.upper())
            if pipeline is None:
                raise SoapFault(2150858843)
        waiting = pipeline is not None and pipeline.id is None
        detail += [message.kind for message in pool.feed(decode(stream.text), pipeline)]
        if waiting and pipeline.id is not None:
            detail.append(described(pipeline.commands))
    answer = service.shell_answer(request, soap.RSP + '/SendResponse', '<rsp:SendResponse/>')
    answer.detail = ' '.join(detail)
    return answer


def receive(service, request, pool, mischief):
    check_resource(request, pool)
    wanted = None if request.body is None else find(request.body, 'DesiredStream')
    if wanted is None:
        raise SoapFault(2150858817)
    if (wanted.text or '').split() != ['stdout']:
        raise SoapFault(87, form='provider', provider=PROVIDER)
    began = getattr(request, 'began', None)
    command_id = wanted.get('CommandId')
    channel = pool if command_id is None else pool.commands.get(command_id.upper())
    if channel is None:
        if began is not None:  # ended while it was being waited for
            raise SoapFault(995)
        raise SoapFault(2150858843, 'The Windows Remote Shell received a request to perform an operation on a command '
                        'identifier that does not exist. Either the command has completed execution or the client '
                        'specified an invalid command identifier. ')
    pool.used = time.monotonic()
    pieces = channel.take(request.limit)
    if mischief and mischief.mode == 'psrp':
        pieces = spoil.pieces(mischief.value or '', pieces)
    done = channel.done() and channel.mischief not in ('no-done',)
    if done and pieces and service.psrp.get('done') == 'later':
        done = False
    if not pieces and not done:
        return service.later(request, channel.wait())
    attribute = '' if command_id is None else ' CommandId="%s"' % channel.command_id
    texts = [base64.b64encode(piece).decode() for piece in pieces]
    if mischief and mischief.mode == 'psrp' and mischief.value == 'no-base64':
        texts = [text.replace('A', '*') for text in texts]
    streams = ''.join('<rsp:Stream Name="stdout"%s>%s</rsp:Stream>' % (attribute, text) for text in texts)
    if done and command_id is not None:
        channel.ended = True
        streams += ('<rsp:CommandState%s State="%s/CommandState/Done"><rsp:ExitCode>0</rsp:ExitCode></rsp:CommandState>' %
                    (attribute, soap.RSP))
    return service.shell_answer(request, soap.RSP + '/ReceiveResponse',
                                '<rsp:ReceiveResponse>%s</rsp:ReceiveResponse>' % streams)


def signal(service, request, pool, mischief):
    check_resource(request, pool)
    body = request.body
    text = None if body is None else find(body, 'Code')
    code = '' if text is None else (text.text or '').strip().lower()
    pipeline = None if body is None else pool.commands.get((body.get('CommandId') or '').upper())
    if code in ('powershell/signal/ctrl_c', SIGNAL + 'ctrl_c', SIGNAL + 'crtl_c'):
        if pipeline is None:
            raise SoapFault(2150858843)
        pipeline.stop()
        service.counters['pipelines_stopped'] += 1
    elif code == SIGNAL + 'terminate':
        if pipeline is None:
            raise SoapFault(2150858843)
        if not pipeline.final:
            service.counters['pipelines_terminated_running'] += 1
        del pool.commands[pipeline.command_id]
        service.counters['pipelines_terminated'] += 1
    else:
        raise SoapFault(2150858817)
    answer = service.shell_answer(request, soap.RSP + '/SignalResponse', '<rsp:SignalResponse/>')
    answer.detail = code.rpartition('/')[2]
    return answer


def delete(service, request, pool, mischief):
    check_resource(request, pool)
    del service.shells[pool.id]
    service.counters['shells_deleted'] += 1
    service.counters['pipelines_left'] += len(pool.commands)
    service.counters['pipelines_left_running'] += sum(not pipeline.final for pipeline in pool.commands.values())
    return service.shell_answer(request, soap.X + '/DeleteResponse', '')
