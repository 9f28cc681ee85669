#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The WS-Management service of one Windows server of the lab: what a request means, who may ask for it, and the
answer. Identify, Get, Enumerate with Pull and Release, Invoke, winrm/config and command shells (DSP0226; [MS-WSMV]
3.1.4); PowerShell's own shells are remoting.py's. What the server knows comes from its description; nothing here knows
of HTTP."""
import base64
import collections
import re
import time
import traceback
import uuid

import misbehave
import model
import powershell
import remoting
import soap
from soap import SoapFault

renderer = soap.Renderer(model)
CONFIG = 'http://schemas.microsoft.com/wbem/wsman/1/config'
LISTENERS = CONFIG + '/listener'
SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell'
CMD = SHELL + '/cmd'
WQL = 'http://schemas.microsoft.com/wbem/wsman/1/wql'
TRANSFER, ENUMERATION = soap.X, soap.N
ACTIONS = {TRANSFER + '/Get': 'Get', TRANSFER + '/Create': 'Create', TRANSFER + '/Delete': 'Delete',
           TRANSFER + '/Put': 'Put', ENUMERATION + '/Enumerate': 'Enumerate', ENUMERATION + '/Pull': 'Pull',
           ENUMERATION + '/Release': 'Release', SHELL + '/Command': 'Command', SHELL + '/Receive': 'Receive',
           SHELL + '/Send': 'Send', SHELL + '/Signal': 'Signal'}
MAX_BATCH = 32000
OVERHEAD = 1500  # of an envelope around its items
PIECE = 4093     # bytes of output in one element: characters of several bytes are cut
KEEP = 20        # seconds that rendered items of a query serve other hosts with the same description


def guid():
    return str(uuid.uuid4()).upper()


def find(element, name):
    """The first child of that local name, or None."""
    return next((child for child in element if soap.local(child) == name), None)


def text_of(element, name, default=''):
    child = find(element, name)
    return default if child is None else child.text or ''


class Answer:
    """What goes back. `operation`, `detail` and `code` are for the log. `wait`: there is no answer yet, the request is to
    be asked again after so many seconds."""

    def __init__(self, body='', status=200, code=0):
        self.body, self.status, self.code, self.wait = body, status, code, 0.0
        self.operation = self.detail = ''
        self.items = 0


class Shell:
    remote = False

    def __init__(self, owner, idle, codepage, shell_id):
        self.id = shell_id
        self.owner, self.idle, self.codepage = owner, idle, codepage
        self.commands = {}
        self.operations = 0  # never falls while the shell is open
        self.used = self.made = time.monotonic()


class Command:
    """A command that has run; its output waits to be fetched."""

    def __init__(self, out, error, code, seconds=0):
        self.streams = [['stdout', out], ['stderr', error]]
        self.code = code
        self.ends = time.monotonic() + seconds


class Enumeration:
    def __init__(self, items, account, lifetime):
        self.items, self.account = items, account
        self.at = 0
        self.expires = time.monotonic() + lifetime


class Service:
    """One server: shared by its listeners."""
    rendered = {}  # (description, namespace, class, query) -> (time, items)

    def __init__(self, name, description, settings):
        self.name = name
        self.computer = name.split('.')[0].upper()
        self.description = description
        self.host = description.host
        self.settings = settings
        self.rename = settings.get('rename') or []
        self.rights = {key.lower(): [value] if isinstance(value, str) else value
                       for key, value in (settings.get('accounts') or {}).items()}
        self.psrp = settings.get('psrp') or {}
        self.endpoints = {remoting.DEFAULT: {}, **(settings.get('endpoints') or {})}
        self.shells = {}
        self.enumerations = {}
        self.counters = collections.Counter()
        self.operations = collections.Counter()
        self.version = None

    # Settings: of the listener's file, else of the host's own winrm/config ------------------------------------------

    def config(self, path, default):
        if path in self.settings:
            return self.settings[path]
        return self.description.config.get(path, default)

    def number(self, path, default):
        return int(self.config(path, default))

    def counts(self):
        self.purge()
        return {'name': self.name, **self.counters, 'operations': dict(self.operations), 'shells_open': len(self.shells),
                'enumerations_open': len(self.enumerations)}

    def purge(self):
        now = time.monotonic()
        for key in [k for k, shell in self.shells.items() if now - shell.used > shell.idle]:
            self.counters['pipelines_left'] += len(self.shells[key].commands) if self.shells[key].remote else 0
            del self.shells[key]
            self.counters['shells_expired'] += 1
        for key in [k for k, enumeration in self.enumerations.items() if now > enumeration.expires + 600]:
            del self.enumerations[key]

    def require(self, account, right):
        """Administrators may everything; others what their list says: cim, cim:NAMESPACE, registry, config, shell,
        powershell, jea, jea:NAME."""
        if not self.rights:
            return
        own = self.rights_of(account)
        if 'administrator' in own or right in own or right.partition(':')[0] in own:
            return
        form = 'provider' if right.startswith('cim') else 'plain'
        raise SoapFault(5, form=form, provider=('Shell cmd plugin', r'%systemroot%\system32\winrscmd.dll')
                        if right == 'shell' else None)

    def rights_of(self, account):
        return self.rights.get(account.lower(), [])

    def renamed(self, text):
        for old, new in self.rename:
            text = text.replace(old, new)
        return text

    # Requests -------------------------------------------------------------------------------------------------------

    @staticmethod
    def operation(request):
        if request.identify:
            return 'Identify'
        return ACTIONS.get(request.action, 'Invoke')

    def answer(self, request, session, limit, mischief=None):
        """`limit`: of an envelope, when the request names none. `mischief`: a rule that this answer breaks."""
        operation = self.operation(request)
        answer = None
        try:
            request.check()
            if mischief:
                self.misbehave(mischief)
            if request.identify:
                answer = self.identify(request, session)
            elif session is None:
                raise SoapFault(5)
            else:
                self.check_locale(request)
                request.limit = request.max_envelope or limit
                answer = getattr(self, operation.lower(), self.put)(request, session, mischief)
        except SoapFault as fault:
            answer = Answer(fault.envelope(self.computer, request.message_id), 500, fault.code)
            answer.detail = request.resource
        except model.Fault as fault:
            fault = self.fault_of_model(fault)
            answer = Answer(fault.envelope(self.computer, request.message_id), 500, fault.code)
            answer.detail = request.resource
        except Exception:  # a mistake in a description or in this program: said where the lab's tests look
            traceback.print_exc()
            fault = SoapFault(1359, 'An internal error occurred. ')
            answer = Answer(fault.envelope(self.computer, request.message_id), 500, fault.code)
        if answer.wait:
            return answer
        answer.operation = operation
        self.operations[operation] += 1
        if isinstance(answer.body, str):
            answer.body = answer.body.encode()
        for old, new in self.rename:
            answer.body = answer.body.replace(old.encode(), new.encode())
        if mischief and mischief.mode in ('wrong-relates', 'no-relates'):
            other = b'' if mischief.mode == 'no-relates' else b'<a:RelatesTo>uuid:%s</a:RelatesTo>' % guid().encode()
            answer.body = re.sub(b'<a:RelatesTo>[^<]*</a:RelatesTo>', other, answer.body)
        return answer

    @staticmethod
    def fault_of_model(fault):
        form = {'wsman': 'plain', 'provider': 'extended'}.get(fault.form, fault.form)
        made = SoapFault(fault.code, fault.detail or fault.text, fault.subcode, form, query=fault.parameter,
                         detail=fault.fault_detail)
        made.reason = fault.text
        return made

    @staticmethod
    def misbehave(rule):
        if rule.mode in misbehave.FAULTS:
            raise SoapFault(misbehave.FAULTS[rule.mode])
        if rule.mode in ('fault', 'cim-fault'):
            code, _, form = (rule.value or '5').partition(':')
            raise SoapFault(int(code), form='cim' if rule.mode == 'cim-fault' else form or 'plain')

    def check_locale(self, request):
        languages = self.settings.get('languages')
        if languages and request.locale and request.locale[1] and request.locale[0] not in languages:
            raise SoapFault(2150858810, 'The language %s is not installed. ' % request.locale[0], 'w:UnsupportedFeature',
                            detail='Locale')

    def put(self, request, session, mischief):
        raise SoapFault(2150858753)

    def send(self, request, session, mischief):
        shell = self.shell(request, session)
        if not shell.remote:
            raise SoapFault(2150858753)
        return remoting.send(self, request, shell, mischief)

    def identify(self, request, session):
        if session is None:
            return Answer(soap.identify('OS: 0.0.0 SP: 0.0 Stack: 3.0', ()))
        if self.version is None:
            found = self.host.query('root/cimv2', None, 'SELECT Version FROM Win32_OperatingSystem')
            self.version = next((value for item in found for name, value in item.props if name == 'Version'), '0.0.0')
        return Answer(soap.identify('OS: %s SP: 0.0 Stack: 3.0' % self.version, ('http/spnego-kerberos',)))

    # CIM ------------------------------------------------------------------------------------------------------------

    def target(self, request):
        """Namespace and class of a WMI resource; None, None: something else."""
        uri = request.resource
        given = request.selector('__cimnamespace')
        if uri.lower().startswith(soap.WMI):
            namespace, _, cls = uri[len(soap.WMI):].rpartition('/')
            if not namespace or not cls:
                raise SoapFault(2150858754)
            if given and given.replace('\\', '/').lower() != namespace.lower():
                raise SoapFault(2150858845)
            return namespace, cls
        if uri.lower().startswith(soap.CIM_SCHEMA):
            return (given or 'root/cimv2').replace('\\', '/'), uri[len(soap.CIM_SCHEMA):]
        return None, None

    def get(self, request, session, mischief):
        if request.resource.lower() == CONFIG:
            self.require(session.account, 'config')
            return self.get_config(request)
        namespace, cls = self.target(request)
        if not namespace:
            raise SoapFault(2150858811)
        self.require(session.account, 'cim:' + namespace.lower())
        keys = {k: v for k, v in request.selectors.items() if k.lower() != '__cimnamespace'}
        item = self.host.get(namespace, cls, keys)
        body = soap.envelope(TRANSFER + '/GetResponse', request.message_id, 'axwp', renderer.instance(item))
        if len(body.encode()) > request.limit:
            raise SoapFault(2150858790)
        answer = Answer(body)
        answer.detail, answer.items = '%s/%s' % (namespace, cls), 1
        return answer

    def get_config(self, request):
        body = '<cfg:Config xmlns:cfg="%s">%s</cfg:Config>' % (CONFIG, soap.tree(self.host.config(), 'cfg'))
        answer = Answer(soap.envelope(TRANSFER + '/GetResponse', request.message_id, 'axwp', body))
        answer.detail, answer.items = 'winrm/config', 1
        return answer

    def items(self, namespace, cls, wql):
        """Items of a query as XML, kept for a while: hosts of a fleet share descriptions."""
        key = (self.description, namespace.lower(), cls and cls.lower(), wql)
        kept = self.rendered.get(key)
        if kept and time.monotonic() - kept[0] < KEEP:
            return kept[1]
        found = self.host.query(namespace, cls, wql)
        projected = wql and not re.match(r'\s*select\s*\*', wql, re.I)
        items = [(renderer.fragment(item) if projected else renderer.instance(item)).encode() for item in found]
        if len(self.rendered) > 2000:
            self.rendered.clear()
        self.rendered[key] = (time.monotonic(), items)
        return items

    def enumerate(self, request, session, mischief):
        body = request.body
        if body is None or soap.local(body) != 'Enumerate':
            raise SoapFault(2150858817)
        if request.resource.lower() == LISTENERS:
            self.require(session.account, 'config')
            return self.enumerated(request, session, mischief, [
                ('<cfg:Listener xmlns:cfg="%s" xml:lang="en-US">%s</cfg:Listener>' %
                 (LISTENERS, soap.tree(one, 'cfg'))).encode() for one in self.host.config_listeners()], 'winrm/config/listener')
        namespace, cls = self.target(request)
        if not namespace:
            raise SoapFault(2150858811)
        self.require(session.account, 'cim:' + namespace.lower())
        if text_of(body, 'EnumerationMode') not in ('', 'EnumerateObject'):
            raise SoapFault(2150858810, 'The EnumerationMode is not supported. ', 'w:UnsupportedFeature',
                            detail='EnumerationMode')
        wql = self.filter(body)
        if cls == '*' and wql is None:
            raise SoapFault(2150858778, 'A filter is needed for all classes of a namespace. ', form='provider')
        self.max_elements(body)
        return self.enumerated(request, session, mischief, self.items(namespace, None if cls == '*' else cls, wql),
                               '%s: %s' % (namespace, wql or cls))

    def enumerated(self, request, session, mischief, items, detail):
        """The first answer: with OptimizeEnumeration one item of many, as Windows does."""
        body = request.body
        enumeration = Enumeration(items, session.account, self.number('Service/EnumerationTimeoutms', 240000) / 1000)
        context = 'uuid:' + guid()
        first = ''
        if find(body, 'OptimizeEnumeration') is not None:
            batch = self.batch(enumeration, 1, request.limit)
            first = '<w:Items>%s</w:Items>' % b''.join(batch).decode() if batch else '<w:Items/>'
            if enumeration.at == len(items) and not (mischief and mischief.mode.endswith('-pull')):
                context, first = '', first + '<w:EndOfSequence/>'
        if context:
            self.enumerations[context] = enumeration
        answer = Answer(soap.envelope(ENUMERATION + '/EnumerateResponse', request.message_id, 'anw',
                                      '<n:EnumerateResponse><n:EnumerationContext>%s</n:EnumerationContext>%s'
                                      '</n:EnumerateResponse>' % (context, first)))
        answer.detail, answer.items = detail, enumeration.at
        return answer

    @staticmethod
    def filter(body):
        element = find(body, 'Filter')
        if element is None:
            return None
        if (element.get('Dialect') or '').lower() != WQL:
            raise SoapFault(2150858777)
        return element.text or ''

    @staticmethod
    def max_elements(body):
        text = text_of(body, 'MaxElements', '1').strip()
        if not text.isdigit() or int(text) == 0:
            raise SoapFault(2150858810)
        if int(text) > MAX_BATCH:
            raise SoapFault(2150858799)
        return int(text)

    def batch(self, enumeration, count, limit):
        """The next items. Windows counts an envelope in UTF-16, so half of what was allowed is used."""
        room = limit // 2 - OVERHEAD
        start = end = enumeration.at
        while end < len(enumeration.items) and end - start < count:
            size = len(enumeration.items[end])
            if size > room:
                if end == start:
                    raise SoapFault(2150858790)
                break
            room -= size
            end += 1
        enumeration.at = end
        return enumeration.items[start:end]

    def pull(self, request, session, mischief):
        body = request.body
        if body is None or soap.local(body) != 'Pull':
            raise SoapFault(2150858817)
        context = text_of(body, 'EnumerationContext').strip()
        enumeration = self.enumerations.get(context)
        if enumeration is None or enumeration.account != session.account:
            raise SoapFault(2150858779)
        if time.monotonic() > enumeration.expires:
            del self.enumerations[context]
            raise SoapFault(2150858780)
        count = self.max_elements(body)
        end = '<n:EndOfSequence/>'
        if mischief and mischief.mode == 'endless-pull':
            items, end = (enumeration.items or [b'<w:XmlFragment/>'])[:1], ''
        elif mischief and mischief.mode == 'empty-pull':
            items, end = [], ''
        else:
            items = self.batch(enumeration, count, request.limit)
            if enumeration.at < len(enumeration.items):
                end = ''
        del self.enumerations[context]  # each answer has a new one
        following = ''
        if not end:
            enumeration.expires = time.monotonic() + self.number('Service/EnumerationTimeoutms', 240000) / 1000
            context = 'uuid:' + guid()
            self.enumerations[context] = enumeration
            following = '<n:EnumerationContext>%s</n:EnumerationContext>' % context
        before, after = soap.envelope(ENUMERATION + '/PullResponse', request.message_id, 'anw',
                                      '<n:PullResponse>%s<n:Items>\0</n:Items>%s</n:PullResponse>' %
                                      (following, end)).encode().split(b'\0')
        answer = Answer(b''.join((before, *items, after)))  # bytes all the way: this is most of what is sent
        answer.items = len(items)
        return answer

    def release(self, request, session, mischief):
        context = '' if request.body is None else text_of(request.body, 'EnumerationContext').strip()
        if self.enumerations.pop(context, None) is None:
            raise SoapFault(2150858779)
        return Answer(soap.envelope(ENUMERATION + '/ReleaseResponse', request.message_id, 'anw', ''))

    def invoke(self, request, session, mischief):
        namespace, cls = self.target(request)
        if not namespace:
            raise SoapFault(2150858753 if request.resource else 2150858754)
        uri, _, method = request.action.rpartition('/')
        if uri.lower() not in (request.resource.lower(), soap.class_uri(namespace, cls).lower()):
            raise SoapFault(2150858753)
        registry = cls.lower() == 'stdregprov'
        self.require(session.account, 'registry' if registry else 'cim:' + namespace.lower())
        if request.body is None or soap.local(request.body) != method + '_INPUT':
            raise SoapFault(2150858817)
        params = {}
        for child in request.body:
            params.setdefault(soap.local(child), []).append(child.text or '')
        out, returned = self.host.invoke(namespace, cls, method, params)
        props = list(out) + ([] if returned is None else [('ReturnValue', returned)])
        body = '<p:%s_OUTPUT xmlns:xsi="%s" xmlns:p="%s" xmlns:cim="%s">%s</p:%s_OUTPUT>' % (
            method, soap.XSI, soap.class_uri(namespace, cls), soap.CIM, renderer.properties(props, 'p:'), method)
        answer = Answer(soap.envelope(request.action + 'Response', request.message_id, 'axwp', body))
        if len(answer.body) > request.limit:
            raise SoapFault(2150858790)
        answer.detail = '%s.%s %s' % (cls, method, ' '.join(v for values in params.values() for v in values))
        return answer

    # Command shells ---------------------------------------------------------------------------------------------------

    def create(self, request, session, mischief):
        if request.resource.lower().startswith(remoting.PREFIX):
            return remoting.create(self, request, session, mischief)
        if request.resource.lower() != CMD:
            raise SoapFault(2150858811)
        self.require(session.account, 'shell')
        if str(self.config('Winrs/AllowRemoteShellAccess', 'true')).lower() == 'false':
            raise SoapFault(2150859180)
        if request.body is None or soap.local(request.body) != 'Shell':
            raise SoapFault(2150858817)
        self.purge()
        most = self.number('Winrs/MaxShellsPerUser', 30)
        if sum(shell.owner == session.account for shell in self.shells.values()) >= most:
            raise SoapFault(2150859173, 'The WS-Management service cannot process the request. This user is allowed a '
                            'maximum number of %d concurrent shells, which has been exceeded. Close existing shells or '
                            'raise the quota for this user. ' % most)
        idle = soap.duration(text_of(request.body, 'IdleTimeOut')) or self.number('Winrs/IdleTimeout', 7200000) / 1000
        codepage = request.options.get('WINRS_CODEPAGE', '437')
        try:  # the client may choose
            shell_id = str(uuid.UUID(request.body.get('ShellId') or guid())).upper()
        except ValueError:
            raise SoapFault(2150858817)
        if shell_id in self.shells:
            raise SoapFault(183)
        shell = Shell(session.account, idle, int(codepage) if codepage.isdigit() else 437, shell_id)
        self.shells[shell.id] = shell
        self.counters['shells_created'] += 1
        where = soap.escape(next(((e.text or '').strip() for e in request.header if soap.local(e) == 'To'), ''))
        streams = ''.join('<rsp:%s>%s</rsp:%s>' % (name, soap.escape(text_of(request.body, name)), name)
                          for name in ('InputStreams', 'OutputStreams'))
        return self.shell_answer(request, TRANSFER + '/CreateResponse', (
            '<x:ResourceCreated><a:Address>%s</a:Address><a:ReferenceParameters><w:ResourceURI>%s</w:ResourceURI>'
            '<w:SelectorSet><w:Selector Name="ShellId">%s</w:Selector></w:SelectorSet></a:ReferenceParameters>'
            '</x:ResourceCreated><rsp:Shell xmlns:rsp="%s"><rsp:ShellId>%s</rsp:ShellId><rsp:ResourceUri>%s'
            '</rsp:ResourceUri><rsp:Owner>%s</rsp:Owner><rsp:ClientIP>127.0.0.1</rsp:ClientIP><rsp:IdleTimeOut>PT%.3fS'
            '</rsp:IdleTimeOut>%s<rsp:ShellRunTime>P0DT0H0M0S</rsp:ShellRunTime><rsp:ShellInactivity>P0DT0H0M0S'
            '</rsp:ShellInactivity></rsp:Shell>') % (where, CMD, shell.id, SHELL, shell.id, CMD,
                                                     soap.escape(session.account), idle, streams))

    @staticmethod
    def shell_answer(request, action, body):
        return Answer(soap.envelope(action, request.message_id, 'axwrp', body))

    def shell(self, request, session):
        shell_id = request.selector('ShellId')
        if shell_id is None:
            raise SoapFault(2150858842)
        self.purge()
        shell = self.shells.get(shell_id.strip().upper())
        if shell is None:
            raise SoapFault(2150858843, 'The request for the Windows Remote Shell with ShellId %s failed because the shell '
                            'was not found on the server. ' % shell_id)
        if shell.owner != session.account:
            raise SoapFault(5)
        shell.used = time.monotonic()
        return shell

    def command(self, request, session, mischief):
        shell = self.shell(request, session)
        if shell.remote:
            return remoting.command(self, request, shell, mischief)
        body = request.body
        if body is None or soap.local(body) != 'CommandLine' or find(body, 'Argument') is not None:
            raise SoapFault(2150858817)
        most = self.number('Service/MaxConcurrentOperationsPerUser', 1500)
        if sum(s.operations for s in self.shells.values() if s.owner == session.account) >= most:
            raise SoapFault(2150859174, 'The WS-Management service cannot process the request. This user is allowed a '
                            'maximum number of %d concurrent operations, which has been exceeded. Close existing '
                            'operations for this user, or raise the quota for this user. ' % most)
        if len(shell.commands) >= self.number('Winrs/MaxProcessesPerShell', 25):
            raise SoapFault(2150859241)
        shell.operations += 1
        words = [child.text or '' for child in body if soap.local(child) in ('Command', 'Arguments')]
        line = ' '.join(word for word in words if word)
        seconds = 0
        if powershell.is_powershell(line):
            out, error, code, seconds = powershell.run(self, session.account, line, shell.codepage)
        else:
            out, error, code = self.host.command(line, shell.codepage)
        for old, new in self.rename:
            out = out.replace(old.encode(), new.encode())
        command_id = guid()
        shell.commands[command_id] = Command(out, error, code, seconds)
        self.counters['commands'] += 1
        answer = self.shell_answer(request, SHELL + '/CommandResponse', (
            '<rsp:CommandResponse><rsp:CommandId>%s</rsp:CommandId></rsp:CommandResponse>') % command_id)
        answer.detail = powershell.shown(line) if powershell.is_powershell(line) else line
        return answer

    def receive(self, request, session, mischief):
        shell = self.shell(request, session)
        if shell.remote:
            return remoting.receive(self, request, shell, mischief)
        body = request.body
        wanted = None if body is None else find(body, 'DesiredStream')
        if wanted is None:
            raise SoapFault(2150858817)
        command_id = (wanted.get('CommandId') or '').upper()
        command = shell.commands.get(command_id)
        if command is None:
            raise SoapFault(2150858843, 'The Windows Remote Shell received a request to perform an operation on a command '
                            'identifier that does not exist. Either the command has completed execution or the client '
                            'specified an invalid command identifier. ')
        if any(name not in ('stdout', 'stderr') for name in (wanted.text or '').split()):
            raise SoapFault(87, form='provider', provider=('Shell cmd plugin', r'%systemroot%\system32\winrscmd.dll'))
        left = command.ends - time.monotonic()
        if left > 0 and not any(stream[1] for stream in command.streams):
            return self.later(request, left)
        room = max((request.limit // 2 - OVERHEAD) * 5 // 8, PIECE)  # of 3/4 that Base64 leaves; elements need some
        parts = []
        for stream in command.streams:
            while stream[1] and room > 0:
                piece, stream[1] = stream[1][:PIECE], stream[1][PIECE:]
                room -= len(piece) + 100
                parts.append('<rsp:Stream Name="%s" CommandId="%s">%s</rsp:Stream>' %
                             (stream[0], command_id, base64.b64encode(piece).decode()))
        done = left <= 0 and not any(stream[1] for stream in command.streams)
        state, code = 'Running', ''
        if done:
            parts += ['<rsp:Stream Name="%s" CommandId="%s" End="true"></rsp:Stream>' % (name, command_id)
                      for name in ('stdout', 'stderr')]
            state, code = 'Done', '<rsp:ExitCode>%d</rsp:ExitCode>' % (command.code & 0xffffffff)
            del shell.commands[command_id]
        return self.shell_answer(request, SHELL + '/ReceiveResponse', (
            '<rsp:ReceiveResponse>%s<rsp:CommandState CommandId="%s" State="%s/CommandState/%s">%s</rsp:CommandState>'
            '</rsp:ReceiveResponse>') % (''.join(parts), command_id, SHELL, state, code))

    @staticmethod
    def later(request, seconds):
        """Nothing to say for so long: until OperationTimeout the request waits."""
        request.began = getattr(request, 'began', None) or time.monotonic()
        left = request.began + request.timeout - time.monotonic()
        if left <= 0:
            raise SoapFault(2150858793)
        answer = Answer()
        answer.wait = max(min(seconds, left, 0.1), 0.005)
        return answer

    def signal(self, request, session, mischief):
        shell = self.shell(request, session)
        if shell.remote:
            return remoting.signal(self, request, shell, mischief)
        body = request.body
        code = '' if body is None else text_of(body, 'Code').strip().lower()
        if code not in (SHELL + '/signal/terminate', SHELL + '/signal/ctrl_c', SHELL + '/signal/ctrl_break'):
            raise SoapFault(2150858817)
        shell.commands.pop((body.get('CommandId') or '').upper(), None)
        return self.shell_answer(request, SHELL + '/SignalResponse', '<rsp:SignalResponse/>')

    def delete(self, request, session, mischief):
        if request.resource.lower() != CMD and not request.resource.lower().startswith(remoting.PREFIX):
            raise SoapFault(2150858753)
        shell = self.shell(request, session)
        if shell.remote:
            return remoting.delete(self, request, shell, mischief)
        del self.shells[shell.id]
        self.counters['shells_deleted'] += 1
        return self.shell_answer(request, TRANSFER + '/DeleteResponse', '')
