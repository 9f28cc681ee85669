# SPDX-License-Identifier: Apache-2.0
"""Messages of PowerShell Remoting ([MS-PSRP] 2.2) as the lab's servers send them: fragments, headers, and the objects
that Windows puts into them. Written after the specification and checked against recordings (test_psrp.py)."""
import re
import struct
import uuid

from clixml import Obj, Typed, enum, item

CLIENT, SERVER = 1, 2
TYPES = {
    0x00010002: 'SESSION_CAPABILITY', 0x00010004: 'INIT_RUNSPACEPOOL', 0x00010005: 'PUBLIC_KEY',
    0x00010006: 'ENCRYPTED_SESSION_KEY', 0x00010007: 'PUBLIC_KEY_REQUEST', 0x00010008: 'CONNECT_RUNSPACEPOOL',
    0x00021002: 'SET_MAX_RUNSPACES', 0x00021003: 'SET_MIN_RUNSPACES', 0x00021004: 'RUNSPACE_AVAILABILITY',
    0x00021005: 'RUNSPACEPOOL_STATE', 0x00021006: 'CREATE_PIPELINE', 0x00021007: 'GET_AVAILABLE_RUNSPACES',
    0x00021008: 'USER_EVENT', 0x00021009: 'APPLICATION_PRIVATE_DATA', 0x0002100a: 'GET_COMMAND_METADATA',
    0x0002100b: 'RUNSPACEPOOL_INIT_DATA', 0x0002100c: 'RESET_RUNSPACE_STATE', 0x00021100: 'RUNSPACEPOOL_HOST_CALL',
    0x00021101: 'RUNSPACEPOOL_HOST_RESPONSE', 0x00041002: 'PIPELINE_INPUT', 0x00041003: 'END_OF_PIPELINE_INPUT',
    0x00041004: 'PIPELINE_OUTPUT', 0x00041005: 'ERROR_RECORD', 0x00041006: 'PIPELINE_STATE', 0x00041007: 'DEBUG_RECORD',
    0x00041008: 'VERBOSE_RECORD', 0x00041009: 'WARNING_RECORD', 0x00041010: 'PROGRESS_RECORD',
    0x00041011: 'INFORMATION_RECORD', 0x00041100: 'PIPELINE_HOST_CALL', 0x00041101: 'PIPELINE_HOST_RESPONSE'}
NUMBERS = {name: number for number, name in TYPES.items()}
NONE = uuid.UUID(int=0)
BOM = b'\xef\xbb\xbf'
FRAGMENT = 32768  # bytes that Windows puts into one
START, END = 1, 2
COMPLETED, FAILED, STOPPED = 4, 5, 3
OPENED, BROKEN, CLOSED = 2, 5, 3
HRESULT = -2146233087  # of System.SystemException


class Disorder(Exception):
    """Fragments or messages that are none."""


# Bytes ---------------------------------------------------------------------------------------------------------------

def message(kind, pool, pipeline, xml):
    """A message of the server; `xml` None: it has no data."""
    data = b'' if xml is None else BOM + xml.encode()
    number = NUMBERS[kind] if isinstance(kind, str) else kind
    return struct.pack('<II', CLIENT, number) + pool.bytes_le + pipeline.bytes_le + data


def fragment(object_id, fragment_id, flags, data, length=None):
    return struct.pack('>QQBI', object_id, fragment_id, flags, len(data) if length is None else length) + data


def fragments(object_id, blob, size):
    pieces = [blob[at:at + size] for at in range(0, len(blob), size)] or [b'']
    return [fragment(object_id, number, (START if number == 0 else 0) | (END if number == len(pieces) - 1 else 0), piece)
            for number, piece in enumerate(pieces)]


class Message:
    def __init__(self, blob):
        if len(blob) < 40:
            raise Disorder('a message of %d bytes' % len(blob))
        self.destination, number = struct.unpack('<II', blob[:8])
        self.kind = TYPES.get(number, '%08x' % number)
        self.pool, self.pipeline = uuid.UUID(bytes_le=blob[8:24]), uuid.UUID(bytes_le=blob[24:40])
        self.data = blob[40:]


class Assembler:
    """Puts messages together; a server is strict: whole fragments, in order, one message after the other."""

    def __init__(self, limit=200 << 20):
        self.limit = limit
        self.current, self.parts, self.size = None, [], 0
        self.last = 0

    def feed(self, data):
        found = []
        while data:
            if len(data) < 21:
                raise Disorder('%d bytes are left over' % len(data))
            object_id, fragment_id, flags, length = struct.unpack('>QQBI', data[:21])
            if length > len(data) - 21:
                raise Disorder('a fragment of %d bytes says %d' % (len(data) - 21, length))
            blob, data = data[21:21 + length], data[21 + length:]
            if flags & START:
                if self.current is not None or fragment_id or object_id <= self.last:
                    raise Disorder('fragment %d of object %d begins a message' % (fragment_id, object_id))
                self.current, self.parts, self.size = object_id, [], 0
            elif object_id != self.current or fragment_id != len(self.parts):
                raise Disorder('fragment %d of object %d is out of order' % (fragment_id, object_id))
            self.parts.append(blob)
            self.size += length
            if self.size > self.limit:
                raise Disorder('a message of more than %d bytes' % self.limit)
            if flags & END:
                found.append(Message(b''.join(self.parts)))
                self.last, self.current = self.current, None
        return found


# Objects -------------------------------------------------------------------------------------------------------------

def capability(protocol):
    return item(Obj(notes=[('protocolversion', Typed('Version', protocol)), ('PSVersion', Typed('Version', '2.0')),
                           ('SerializationVersion', Typed('Version', '1.1.0.1'))]))


DICTIONARY = ('System.Management.Automation.PSPrimitiveDictionary', 'System.Collections.Hashtable', 'System.Object')
VERSIONS = ('System.Version[]', 'System.Array', 'System.Object')


def private_data(protocol, version, build):
    """PSVersionTable in the order of the generations: 5.1 and later, or as 4.0 gives it with 2.1 and 2.2."""
    def v(text):
        return Typed('Version', text)
    old = protocol in ('2.1', '2.2')
    compatible = ['1.0', '2.0'] if protocol == '2.1' else ['1.0', '2.0', '3.0', '4.0']
    known = compatible if old else compatible + ['5.0'] + ([] if version.startswith('5') else ['5.1', '6.0']) + [version]
    rows = [('PSVersion', v(version))] + ([] if old else [('PSEdition', 'Desktop' if version[0] == '5' else 'Core')])
    rows.append(('PSCompatibleVersions', Obj(VERSIONS, container='LST', items=[v(one) for one in known])))
    clr, stack = [('CLRVersion', v('4.0.30319.42000')), ('BuildVersion', v(build))], [('WSManStackVersion', v('3.0'))]
    rows += (clr[::-1] if old else clr) + stack
    rows += [('PSRemotingProtocolVersion', v(protocol)), ('SerializationVersion', v('1.1.0.1'))]
    entries = [('PSVersionTable', Obj(DICTIONARY, container='DCT', items=rows))]
    if old:
        entries = [('DebugMode', 1), ('DebugStop', False)] + entries + [('DebugBreakpointCount', 0)]
    return item(Obj(notes=[('ApplicationPrivateData', Obj(DICTIONARY, container='DCT', items=entries))]))


def pool_state(state, reason=None):
    return item(Obj(notes=[('RunspaceState', state)] + ([('ExceptionAsErrorRecord', reason)] if reason else [])))


def pipeline_state(state, reason=None):
    return item(Obj(notes=[('PipelineState', state)] + ([('ExceptionAsErrorRecord', reason)] if reason else [])))


CATEGORIES = {0: 'NotSpecified', 1: 'OpenError', 5: 'InvalidArgument', 8: 'InvalidOperation', 13: 'ObjectNotFound',
              14: 'OperationStopped', 15: 'OperationTimeout', 17: 'ParserError', 18: 'PermissionDenied',
              19: 'ResourceBusy', 20: 'ResourceExists', 21: 'ResourceUnavailable', 22: 'ReadError', 26: 'SecurityError'}
RECORD = ('System.Management.Automation.ErrorRecord', 'System.Object')
EXCEPTIONS = {  # bases, before System.Exception
    'System.Management.Automation.CommandNotFoundException': ('System.Management.Automation.RuntimeException',
                                                              'System.SystemException'),
    'System.Management.Automation.ParseException': ('System.Management.Automation.RuntimeException',
                                                    'System.SystemException'),
    'System.Management.Automation.PipelineStoppedException': ('System.Management.Automation.RuntimeException',
                                                              'System.SystemException'),
    'System.Management.Automation.RuntimeException': ('System.SystemException',),
}


class Error:
    """An error record: what Windows writes of it is longer than what it says."""

    def __init__(self, error_id, exception, text, category=0, target=None, hresult=HRESULT, activity='', stack=None,
                 site=None):
        self.id, self.exception, self.text, self.category = error_id, exception, text, category
        self.target, self.hresult, self.activity, self.stack, self.site = target, hresult, activity, stack, site

    def exception_object(self):
        bases = EXCEPTIONS.get(self.exception, ('System.SystemException',))
        types = (self.exception,) + bases + ('System.Exception', 'System.Object')
        own = []
        if self.exception == 'System.Management.Automation.CommandNotFoundException':
            own = [('ErrorRecord', self.text), ('CommandName', self.target), ('WasThrownFromThrowStatement', False)]
        data = Obj(('System.Collections.ListDictionaryInternal', 'System.Object'), container='DCT')
        if self.exception == 'System.Management.Automation.ParseException':
            props = [('Errors', None), ('Message', self.text), ('ErrorRecord', self.text),
                     ('WasThrownFromThrowStatement', False)]
        else:
            props = own + [('Message', self.text)]
        source = None if self.stack is None else 'System.Management.Automation'
        props += [('Data', data), ('InnerException', None), ('TargetSite', self.site), ('StackTrace', self.stack),
                  ('HelpLink', None), ('Source', source), ('HResult', self.hresult)]
        string = '%s: %s%s' % (self.exception, self.text, '' if self.stack is None else '\r\n' + self.stack)
        return Obj(types, string, props=props)

    def summary(self):
        """ErrorCategory_Message: long targets are cut as Windows cuts them."""
        target = self.target or ''
        if len(target) > 40:
            target = target[:15] + '...' + target[-15:]
        return '%s: (%s:%s) [%s], %s' % (CATEGORIES.get(self.category, 'NotSpecified'), target,
                                         '' if self.target is None else 'String', self.activity, self.reason())

    def reason(self):
        return re.sub('`.*', '', self.exception).rpartition('.')[2]

    def record(self, written=False):
        """`written`: of the error stream, not the reason of a state."""
        return Obj(RECORD, self.text, notes=([('writeErrorStream', True)] if written else []) + [
            ('Exception', self.exception_object()), ('TargetObject', self.target),
            ('FullyQualifiedErrorId', self.id), ('InvocationInfo', None), ('ErrorCategory_Category', self.category),
            ('ErrorCategory_Activity', self.activity), ('ErrorCategory_Reason', self.reason()),
            ('ErrorCategory_TargetName', self.target or ''),
            ('ErrorCategory_TargetType', '' if self.target is None else 'String'),
            ('ErrorCategory_Message', self.summary()), ('SerializeExtendedInfo', False)])


CREATE_PIPELINE = '\r\n'.join('   at System.Management.Automation.Runspaces.' + frame for frame in (
    'Command.CreateCommandProcessor(ExecutionContext executionContext, CommandFactory commandFactory, Boolean addToHistory, '
    'CommandOrigin origin)', 'LocalPipeline.CreatePipelineProcessor()', 'LocalPipeline.InvokeHelper()',
    'LocalPipeline.InvokeThreadProc()'))
CREATE_SITE = ('System.Management.Automation.CommandProcessorBase CreateCommandProcessor('
               'System.Management.Automation.ExecutionContext, System.Management.Automation.CommandFactory, Boolean, '
               'System.Management.Automation.CommandOrigin)')


def scripts_not_allowed(script):
    """What a constrained endpoint says to a script."""
    return Error('ScriptsNotAllowed', 'System.Management.Automation.ParseException',
                 'The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.',
                 17, script, stack=CREATE_PIPELINE, site=CREATE_SITE)


def unknown_command(name):
    return Error('CommandNotFoundException', 'System.Management.Automation.CommandNotFoundException',
                 "The term '%s' is not recognized as the name of a cmdlet, function, script file, or operable program. "
                 'Check the spelling of the name, or if a path was included, verify that the path is correct and try '
                 'again.' % name, 13, name)


def stopped():
    return Error('PipelineStopped', 'System.Management.Automation.PipelineStoppedException',
                 'The pipeline has been stopped.', 14)


LISTS = 'System.Collections.Generic.List`1[[%s, mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089]]'


def informational(kind, text):
    """A WARNING, VERBOSE or DEBUG record without its invocation."""
    name = 'System.Management.Automation.%sRecord' % kind
    return item(Obj((name, 'System.Management.Automation.InformationalRecord', 'System.Object'), text, notes=[
        ('InformationalRecord_Message', text), ('InformationalRecord_SerializeInvocationInfo', False)]))


def information(text, account, computer, when):
    return item(Obj(notes=[
        ('MessageData', text), ('Source', 'Write-Information'), ('TimeGenerated', when),
        ('Tags', Obj((LISTS % 'System.String', 'System.Object'), container='LST')), ('User', account),
        ('Computer', computer), ('ProcessId', Typed('U32', 2780)), ('NativeThreadId', Typed('U32', 368)),
        ('ManagedThreadId', Typed('U32', 10))]))


def progress(activity='Preparing modules for first use.'):
    return item(Obj(notes=[
        ('Activity', activity), ('ActivityId', 0), ('StatusDescription', ' '), ('CurrentOperation', None),
        ('ParentActivityId', -1), ('PercentComplete', -1),
        ('Type', enum('System.Management.Automation.ProgressRecordType', 'Completed', 1)), ('SecondsRemaining', -1)]))


def host_call(identifier, method, number, arguments=()):
    return item(Obj(notes=[
        ('ci', Typed('I64', identifier)),
        ('mi', enum('System.Management.Automation.Remoting.RemoteHostMethodId', method, number)),
        ('mp', Obj(('System.Collections.ArrayList', 'System.Object'), container='LST', items=list(arguments)))]))


