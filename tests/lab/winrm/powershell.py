# SPDX-License-Identifier: Apache-2.0
"""powershell.exe of the lab's servers: a command line with -EncodedCommand, and the few statements that a script may
consist of where it does not ask for a source of the auditor. Nothing is executed; anything else is a command that this
PowerShell does not know.

Which source a command line asks for is read from its text: the last `-Source 'a,b'` or `$Source='a,b'`."""
import base64
import binascii
import re

import clixml
import command
import psrp
import remoting

QUIET = re.compile(r"(?i)\s*\$ProgressPreference\s*=\s*'SilentlyContinue'\s*;?")
LINE = re.compile(r'\s*"?(?:[^"\s]*\\)?powershell(?:\.exe)?"?(?=\s|$)', re.I)
OPTIONS = ('encodedcommand', 'outputformat', 'inputformat', 'noprofile', 'nologo', 'noninteractive', 'executionpolicy',
           'command', 'version', 'windowstyle', 'sta', 'mta')
SHORT = {'e': 'encodedcommand', 'ec': 'encodedcommand', 'enc': 'encodedcommand', 'of': 'outputformat', 'o': 'outputformat',
         'ep': 'executionpolicy', 'ex': 'executionpolicy', 'nop': 'noprofile', 'noni': 'noninteractive', 'nol': 'nologo'}
VALUED = ('encodedcommand', 'outputformat', 'inputformat', 'executionpolicy', 'command', 'version', 'windowstyle')
# Name of a command, a text, a number.
STATEMENT = re.compile(r"\s*(?:([A-Za-z-]+)\s+)?(?:-Seconds\s+)?(?:'((?:[^']|'')*)'|(\d+(?:\.\d+)?))?\s*(?:;|\n|$)")
NOT_ENCODED = b'Cannot process the command because the value specified with -EncodedCommand is not properly encoded.\r\n'


def is_powershell(line):
    return LINE.match(line) is not None


def asked(script):
    """The arguments for the auditor's script that a text names; empty: none."""
    found = {}
    for name, value in (('Source', r"'([A-Za-z0-9_, ]+)'"), ('Days', r'(\d+)'), ('MaxRuns', r'(\d+)')):
        matches = re.findall(r'(?i)(?:-%s\s+|\$%s\s*=\s*(?:\[\w+\]\s*)?)%s' % (name, name, value), script)
        if matches:
            found[name.lower()] = matches[-1] if name == 'Source' else int(matches[-1])
    return found if 'source' in found else {}


def statements(script):
    """Events of a script of literals: 'text', Write-Warning, Write-Error, Write-Host, Start-Sleep, throw."""
    quiet = QUIET.match(script)
    at = quiet.end() if quiet else 0
    while at < len(script):
        match = STATEMENT.match(script, at)
        if match is None or match.end() == at:
            words = script[at:].split()
            yield 'fail', psrp.unknown_command(words[0] if words else '')
            return
        at = match.end()
        name, text, number = match.groups()
        text = (text or '').replace("''", "'")
        name = (name or '').lower()
        if not name or name == 'write-output':
            if match.group().strip(' ;\r\n'):
                yield 'output', text if number is None else int(float(number))
        elif name in ('write-warning', 'write-verbose', 'write-debug'):
            yield name[6:], text
        elif name in ('write-host', 'write-information'):
            yield 'information', text
        elif name == 'write-error':
            yield 'error', psrp.Error('Microsoft.PowerShell.Commands.WriteErrorException',
                                      'Microsoft.PowerShell.Commands.WriteErrorException', text, activity='Write-Error')
        elif name == 'start-sleep':
            yield 'wait', float(number or 0)
        elif name == 'throw':
            yield 'fail', psrp.Error(text, 'System.Management.Automation.RuntimeException', text, 14)
            return
        else:
            yield 'fail', psrp.unknown_command(name)
            return


def _options(line):
    """Options of the command line; None: one that is not known."""
    words = [a or b for a, b in re.findall(r'"([^"]*)"?|([^\s"]+)', line[LINE.match(line).end():])]
    found = {}
    while words:
        word = words.pop(0)
        name = word.lstrip('-/').lower()
        name = SHORT.get(name) or next((option for option in OPTIONS if option.startswith(name)), None)
        if word[:1] not in '-/' or name is None:
            return None
        found[name] = words.pop(0) if name in VALUED and words else ''
    return found


def shown(line):
    """A command line for the log: what it asks for instead of the text that is encoded."""
    try:
        script = base64.b64decode(_options(line)['encodedcommand']).decode('utf-16-le')
    except (KeyError, TypeError, ValueError):
        return line
    return 'powershell.exe ' + ' '.join('-%s %s' % pair for pair in asked(script).items())


def _listing(value):
    """An object as Format-List shows it."""
    if isinstance(value, clixml.Obj):
        width = max([len(name) for name, _ in value.notes or ()] or [0])
        rows = ['%-*s : %s' % (width, name, '' if inner is None else inner) for name, inner in value.notes or ()]
        return '\r\n' + '\r\n'.join(rows) + '\r\n\r\n'
    return '%s\r\n' % value


def _error_lines(error):
    return [error.text, '    + CategoryInfo          : ' + error.summary(), '    + FullyQualifiedErrorId : ' + error.id, ' ']


def run(service, account, line, codepage):
    """(stdout, stderr, exit code, seconds until it ends) of a command line that starts powershell.exe."""
    encoding = 'utf-8' if codepage == 65001 else 'cp%d' % codepage
    if len(line) > command.LIMIT:
        return b'', b'The command line is too long.\r\n', 1, 0
    options = _options(line)
    try:
        script = base64.b64decode((options or {})['encodedcommand'], validate=True).decode('utf-16-le')
    except (KeyError, binascii.Error, ValueError):
        return b'', NOT_ENCODED, 1, 0
    xml = options.get('outputformat', 'text').lower() == 'xml'
    arguments = asked(script)
    where = remoting.context(service, account, {}, 'powershell.exe')
    events = service.host.run(where, script, arguments) if arguments else statements(script)
    return _collect(events, xml, encoding, QUIET.match(script))


def _collect(events, xml, encoding, quiet):
    out, err, code, seconds = [], [] if quiet else [('progress', clixml.PROGRESS)], 0, 0
    for event in events:
        kind = event[0]
        if kind == 'output':
            out.append(('Output', event[1]))
        elif kind in ('error', 'fail'):
            err += [('Error', event[1].record())] if xml else [('Error', text + '\r\n') for text in _error_lines(event[1])]
            if kind == 'fail':
                code = 1
                break
        elif kind in ('warning', 'verbose', 'debug', 'information'):
            err.append((kind, event[1]))
        elif kind == 'call' and event[1] != -100:
            err.append(('Error', 'Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not '
                                 'available.\r\n'))
        elif kind == 'wait':
            seconds += event[1]
        elif kind == 'forever':
            seconds = 1e9
            break
    text = clixml.document(out) if xml else ''.join(_listing(value) for _, value in out)
    said = clixml.document(err) if err else ''
    return text.encode(encoding, 'replace'), said.encode(encoding, 'replace'), code, seconds
