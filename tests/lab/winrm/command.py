# SPDX-License-Identifier: Apache-2.0
"""The command line of a lab server: `reg query` and `echo`, joined by &, && and ||. Nothing else is there, and nothing
is ever executed: any other program is answered as cmd.exe answers an unknown name.

How reg.exe prints (Windows Server 2016 and later): a blank line; the key as it was asked for, with the root's long
name; four blanks before each of name, type and data; a blank line; then the subkeys. With /s every key has its
paragraph, also one without values. A key that has no values is not named where /s is not given. Where a subkey may not
be opened, /s goes on with the next and ends with code 1; whether the real one does is not known."""
import re

import registry as reg

LIMIT = 8191
ROOTS = {'HKLM': 'HKEY_LOCAL_MACHINE', 'HKCU': 'HKEY_CURRENT_USER', 'HKCR': 'HKEY_CLASSES_ROOT', 'HKU': 'HKEY_USERS',
         'HKCC': 'HKEY_CURRENT_CONFIG'}
TEXTS = {
    'en': {
        'absent': 'ERROR: The system was unable to find the specified registry key or value.',
        'denied': 'ERROR: Access is denied.',
        'syntax': 'ERROR: Invalid syntax.\r\nType "REG QUERY /?" for usage.',
        'key': 'ERROR: Invalid key name.\r\nType "REG QUERY /?" for usage.',
        'default': '(Default)', 'not set': '(value not set)',
        'found': 'End of search: %d match(es) found.',
        'unknown': "'%s' is not recognized as an internal or external command,\r\noperable program or batch file.",
        'unexpected': '%s was unexpected at this time.', 'long': 'The command line is too long.'},
    'de': {
        'absent': 'FEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden.',
        'denied': 'FEHLER: Zugriff verweigert',
        'syntax': 'FEHLER: Ungültige Syntax.\r\nGeben Sie "REG QUERY /?" ein, um die Syntax anzuzeigen.',
        'key': 'FEHLER: Ungültiger Schlüsselname.\r\nGeben Sie "REG QUERY /?" ein, um die Syntax anzuzeigen.',
        'default': '(Standard)', 'not set': '(Wert nicht gesetzt)',
        'found': 'Suchende: %d Übereinstimmung(en) gefunden.',
        'unknown': 'Der Befehl "%s" ist entweder falsch geschrieben oder\r\nkonnte nicht gefunden werden.',
        'unexpected': '"%s" kann syntaktisch an dieser Stelle nicht verarbeitet werden.',
        'long': 'Die Befehlszeile ist zu lang.'},
}


class _Unexpected(Exception):
    pass


def _split(line):
    """Commands with the operator before each: [(None, 'echo a '), ('&&', ' echo b')]. Quotes and ^ protect."""
    parts, text, operator, quoted, at = [], '', None, False, 0
    while at < len(line):
        c = line[at]
        if c == '^' and not quoted:
            text += line[at + 1:at + 2]
            at += 2
            continue
        if c == '"':
            quoted = not quoted
        elif not quoted and c in '<>()':
            raise _Unexpected(c)
        elif not quoted and c in '&|':
            double = line[at:at + 2] == c * 2
            if not text.strip() or (c == '|' and not double):
                raise _Unexpected(c)
            parts.append((operator, text))
            operator, text = (c * 2 if double else c), ''
            at += 2 if double else 1
            continue
        text += c
        at += 1
    if text.strip():
        parts.append((operator, text))
    elif operator in ('&&', '||'):
        raise _Unexpected(operator)
    return parts


def _words(text):
    return [a or b for a, b in re.findall(r'"([^"]*)"?|([^\s"]+)', text)]


class Shell:
    """One command line on one server; gathers what is printed."""

    def __init__(self, registry, language):
        self.registry = registry
        self.texts = TEXTS.get(language, TEXTS['en'])
        self.out, self.err = [], []

    def run(self, line):
        if len(line) > LIMIT:
            return self.fail(self.texts['long'])
        try:
            parts = _split(line)
        except _Unexpected as problem:
            return self.fail(self.texts['unexpected'] % problem)
        code, at = 0, 0
        while at < len(parts):
            end = at + 1
            while end < len(parts) and parts[end][0] != '&':
                end += 1
            code = self.alternatives(parts[at:end])
            at = end
        return code

    def alternatives(self, parts):
        """a && b || c: || binds less than &&."""
        code, at = 0, 0
        while at < len(parts):
            end = at + 1
            while end < len(parts) and parts[end][0] != '||':
                end += 1
            for _, text in parts[at:end]:
                code = self.single(text)
                if code:
                    break
            if not code:
                break
            at = end
        return code

    def single(self, text):
        text = text.lstrip(' \t@')
        match = re.match(r'(?i)echo(?:[ \t.:](.*))?$', text, re.S)
        if match:
            self.out.append((match.group(1) or '') + '\r\n')
            return 0
        words = _words(text)
        name = re.sub(r'(?i)^.*\\|\.exe$', '', words[0]) if words else ''
        if name.lower() != 'reg':
            return self.fail(self.texts['unknown'] % (words[0] if words else ''))
        if len(words) < 3 or words[1].lower() != 'query':
            return self.fail(self.texts['syntax'])
        return self.query(words[2], words[3:])

    def fail(self, text):
        self.err.append(text + '\r\n')
        return 1

    def query(self, path, options):
        recursive, wanted = False, None
        options = list(options)
        while options:
            option = options.pop(0).lower()
            if option == '/s':
                recursive = True
            elif option == '/ve':
                wanted = ''
            elif option == '/v' and options:
                wanted = options.pop(0)
            elif option not in ('/reg:64', '/z'):
                return self.fail(self.texts['syntax'])
        root, _, rest = path.rstrip('\\').partition('\\')
        root = ROOTS.get(root.upper(), root.upper())
        if root not in ROOTS.values():
            return self.fail(self.texts['key'])
        status, key = self.registry.open(rest) if root == ROOTS['HKLM'] else (reg.ABSENT, None)
        if status != reg.OK:
            return self.fail(self.texts['denied' if status == reg.DENIED else 'absent'])
        shown = root + ('\\' + rest if rest else '')
        if wanted is not None:
            return self.one_value(shown, key, wanted, recursive)
        self.out.append('\r\n')
        return self.tree(shown, key) if recursive else self.listing(shown, key)

    def show(self, value):
        name, kind, data = value
        name = name or self.texts['default']
        return '    %s    %s    %s\r\n' % (name, reg.TYPE_NAMES[kind], _data(kind, data))

    def listing(self, path, key):
        if key.values:
            self.out.append(path + '\r\n' + ''.join(self.show(v) for v in key.values.values()) + '\r\n')
        self.out += ['%s\\%s\r\n' % (path, child.name) for child in key.children()]
        return 0

    def tree(self, path, key):
        self.out.append(path + '\r\n' + ''.join(self.show(v) for v in key.values.values()) + '\r\n')
        code = 0
        for child in key.children():
            if child.denied:
                code = self.fail(self.texts['denied'])
            else:
                code = self.tree(path + '\\' + child.name, child) or code
        return code

    def one_value(self, path, key, wanted, recursive):
        if recursive:
            self.out.append('\r\n')
            count = self.matches(path, key, wanted)
            self.out.append(self.texts['found'] % count + '\r\n')
            return 0 if count else 1
        value = key.values.get(wanted.lower())
        if value is None and wanted:
            return self.fail(self.texts['absent'])
        line = self.show(value) if value else '    %s    REG_SZ    %s\r\n' % (self.texts['default'],
                                                                              self.texts['not set'])
        self.out.append('\r\n' + path + '\r\n' + line + '\r\n')
        return 0

    def matches(self, path, key, wanted):
        count = 0
        value = key.values.get(wanted.lower())
        if value:
            self.out.append(path + '\r\n' + self.show(value) + '\r\n')
            count = 1
        for child in key.children():
            if not child.denied:
                count += self.matches(path + '\\' + child.name, child, wanted)
        return count


def _data(kind, data):
    if kind in (reg.DWORD, reg.QWORD):
        return '0x%x' % data
    if kind == reg.MULTI_SZ:
        return '\\0'.join(data)
    if kind in (reg.BINARY, reg.NONE):
        return data.hex().upper()
    return data


def run(registry, language, line, codepage=65001):
    """(stdout, stderr, exit code) of a command line."""
    shell = Shell(registry, language)
    code = shell.run(line)
    encoding = 'utf-8' if codepage == 65001 else 'cp%d' % codepage
    return (''.join(shell.out).encode(encoding, 'replace'), ''.join(shell.err).encode(encoding, 'replace'), code)
