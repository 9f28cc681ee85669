# SPDX-License-Identifier: Apache-2.0
"""The registry of a lab server: one tree, asked through the methods of StdRegProv here and through `reg query`
(command.py). Below HKEY_LOCAL_MACHINE only; the other roots are empty.

In a description, keys are paths below HKEY_LOCAL_MACHINE, each with its values by name ('' is the default value):
a number is a REG_DWORD, text a REG_SZ, a list a REG_MULTI_SZ, and {qword|expand|binary|none: ...} what it says."""
import re

from model import Fault

SZ, EXPAND_SZ, BINARY, DWORD, MULTI_SZ, QWORD, NONE = 1, 2, 3, 4, 7, 11, 0
TYPE_NAMES = {NONE: 'REG_NONE', SZ: 'REG_SZ', EXPAND_SZ: 'REG_EXPAND_SZ', BINARY: 'REG_BINARY', DWORD: 'REG_DWORD',
              MULTI_SZ: 'REG_MULTI_SZ', QWORD: 'REG_QWORD'}
OK, ABSENT, DENIED, WRONG_TYPE = 0, 2, 5, 2147749893
HKLM = 2147483650
_ENVIRONMENT = {'systemroot': r'C:\Windows', 'windir': r'C:\Windows', 'programfiles': r'C:\Program Files',
                'programdata': r'C:\ProgramData', 'systemdrive': 'C:'}


class Key:
    __slots__ = ('name', 'values', 'subkeys', 'denied')

    def __init__(self, name):
        self.name, self.values, self.subkeys, self.denied = name, {}, {}, False

    def child(self, name):
        return self.subkeys.get(name.lower())

    def children(self):
        """In the order of the hive."""
        return [self.subkeys[name] for name in sorted(self.subkeys)]


def typed(data):
    """(type, data) of a value as a description writes it."""
    if isinstance(data, bool):
        raise ValueError('a registry value is no boolean')
    if isinstance(data, int):
        if not 0 <= data <= 0xffffffff:
            raise ValueError('no DWORD: %d' % data)
        return DWORD, data
    if isinstance(data, str):
        return SZ, data
    if isinstance(data, list):
        return MULTI_SZ, [str(entry) for entry in data]
    (kind, inner), = data.items()
    if kind in ('binary', 'none'): # as text: digits alone would be a number
        return (BINARY if kind == 'binary' else NONE), bytes.fromhex(inner)
    return {'qword': QWORD, 'expand': EXPAND_SZ}[kind], inner


class Registry:
    def __init__(self, description=None, denied=(), absent_value=ABSENT):
        """`denied`: paths of keys that the caller may not open. `absent_value`: what StdRegProv returns for a value
        that is not there, in a key that is."""
        self.root = Key('HKEY_LOCAL_MACHINE')
        self.absent_value = absent_value
        for path, values in (description or {}).items():
            key = self.make(path)
            for name, data in (values or {}).items():
                self.put(key, name, data)
        for path in denied:
            self.make(path).denied = True

    def make(self, path):
        key = self.root
        for part in path.split('\\'):
            key = key.subkeys.setdefault(part.lower(), Key(part))
        return key

    @staticmethod
    def put(key, name, data):
        key.values[str(name).lower()] = (str(name),) + typed(data)

    def open(self, path):
        """(status, key)."""
        key = self.root
        for part in [p for p in path.split('\\') if p]:
            key = key.child(part)
            if key is None:
                return ABSENT, None
            if key.denied:
                return DENIED, None
        return OK, key

    def get(self, path, name):
        """Data of a value, for the server's own use; None when absent. Rights do not matter."""
        key = self.root
        for part in path.split('\\'):
            key = key.child(part)
            if key is None:
                return None
        value = key.values.get(name.lower())
        return value[2] if value else None

    # StdRegProv --------------------------------------------------------------------------------------------

    def invoke(self, method, params):
        """(output parameters, ReturnValue)."""
        action = _METHODS.get(method.lower())
        if not action:
            raise Fault(2150858753, 'a:ActionNotSupported', 'The WS-Management service cannot process the request '
                        'because the method %s is not known. ' % method)
        lower = {name.lower(): values for name, values in params.items()}

        def param(name, default=''):
            values = lower.get(name.lower())
            return values[0] if values else default

        hive = int(param('hDefKey', str(HKLM)))
        status, key = self.open(param('sSubKeyName')) if hive == HKLM else (ABSENT, None)
        return action(self, status, key, param)

    def enum_key(self, status, key, param):
        names = [child.name for child in key.children()] if key else []
        return [('sNames', names or None)], status

    def enum_values(self, status, key, param):
        values = [v for v in key.values.values()] if key else []
        return [('sNames', [v[0] for v in values] or None), ('Types', [str(v[1]) for v in values] or None)], status

    def check_access(self, status, key, param):
        return [('bGranted', 'true' if status == OK else 'false')], status

    def value(self, status, key, param, types, output, form):
        if status == OK:
            value = key.values.get(param('sValueName').lower())
            if value is None:
                status = self.absent_value
            elif value[1] not in types:
                status = WRONG_TYPE
            else:
                return [(output, form(value[2]))], OK
        return [(output, None)], status


def expand(text):
    return re.sub('%([^%]+)%', lambda m: _ENVIRONMENT.get(m.group(1).lower(), m.group(0)), text)


def _getter(types, output, form):
    def get(registry, status, key, param):
        return registry.value(status, key, param, types, output, form)
    return get


_METHODS = {
    'enumkey': Registry.enum_key,
    'enumvalues': Registry.enum_values,
    'checkaccess': Registry.check_access,
    'getstringvalue': _getter((SZ, EXPAND_SZ), 'sValue', str),
    'getexpandedstringvalue': _getter((SZ, EXPAND_SZ), 'sValue', expand),
    'getmultistringvalue': _getter((MULTI_SZ,), 'sValue', lambda data: list(data) or None),
    'getdwordvalue': _getter((DWORD,), 'uValue', str),
    'getqwordvalue': _getter((QWORD,), 'uValue', str),
    'getbinaryvalue': _getter((BINARY, NONE), 'uValue', lambda data: [str(b) for b in data] or None),
}
