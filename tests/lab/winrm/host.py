# SPDX-License-Identifier: Apache-2.0
"""A Windows server of the lab, made from a description (hosts/*.yaml): answers what WMI, StdRegProv, WinRM's
configuration and a command line would. See docs/internals/lab-hosts.md; the protocol is none of its business."""
import datetime
import os
import threading

import classes
import command
import config
import describe
import engine
import extents
import powershell
from model import (Datetime, Fault, Instance, Reference, bad_filter, denied, no_namespace, no_resource)
from registry import Registry
from wql import Query

__all__ = ['Datetime', 'Fault', 'Host', 'Instance', 'Reference']
_KEPT = 256 # answers that a host remembers


def _sids(path):
    """Lines DOMAIN\\name<tab>SID, as the directory of the lab has them."""
    if not path or not os.path.exists(path):
        return {}
    with open(path, encoding='utf-8') as file:
        pairs = (line.rstrip('\n').split('\t') for line in file)
        return {pair[0].lower(): pair[1] for pair in pairs if len(pair) == 2}


def _plain(kind, value):
    """A Python value as text or marker."""
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, datetime.datetime):
        return Datetime(value)
    if isinstance(value, (int, float)):
        return str(value)
    return value


class Host:
    def __init__(self, description, now=None, sids=None, folder=None):
        self.folder = folder or os.path.join(os.path.dirname(os.path.abspath(__file__)), 'hosts')
        self.description = describe.complete(description)
        self.now = now # fixed for tests; None: the machine's clock
        self.sids = sids or {}
        self.loaded = now or datetime.datetime.now(datetime.timezone.utc)
        self.registry = Registry(self.description['registry'], self.description.get('registry_denied', ()),
                                 self.description.get('registry_absent_value', 2))
        self.language = self.description['identity']['culture'][:2]
        self.name = self.description['identity']['name']
        self.refused = {classes.key(k): v for k, v in self.description.get('refuse', {}).items()}
        self.rows, self.answers, self.lock = {}, {}, threading.Lock()
        self.sync_engine = None

    @classmethod
    def load(cls, path, name=None, now=None, sids=None, more=None):
        """`name`: another name for the same server, for fleets. `sids`: accounts of the directory; by default from the
        file that $LAB_SIDS names. `more`: laid over the file."""
        description = describe.merge(describe.read(path), more or {})
        if name:
            description = describe.merge(description, {'identity': {'name': name}})
        return cls(description, now, _sids(os.environ.get('LAB_SIDS')) if sids is None else sids,
                   os.path.dirname(os.path.abspath(path)))

    # CIM -----------------------------------------------------------------------------------------------------

    def _class(self, namespace, name, fault):
        """The class, if this server has its namespace and lets it be asked; else a fault."""
        known = classes.classes_of(namespace)
        need = extents.NEEDS.get(classes.key(namespace))
        if known is None or (need and not self.description.get(need)):
            raise no_namespace(namespace)
        cls = known.get(name.lower())
        if cls is None:
            raise fault
        for where in (namespace, '%s/%s' % (namespace, name)):
            if classes.key(where) in self.refused:
                code = self.refused[classes.key(where)]
                raise denied() if code == 5 else Fault(code, 'w:InternalError', 'The provider failed. ', 'provider',
                                                       'Provider load failure ', '')
        return cls

    def _rows(self, namespace, cls):
        """Rows of one class itself, without those that are derived from it."""
        for where, name, make in extents.EXTENTS:
            if name.lower() != cls.name.lower() or classes.key(where) != classes.key(namespace):
                continue
            key = (cls.namespace, cls.name)
            rows = self.rows.get(key)
            if rows is None or cls.name.lower() in extents.VOLATILE:
                clock = self.now or datetime.datetime.now(datetime.timezone.utc)
                server = extents.Server(self.description, self.loaded, self.sids, clock)
                rows = [self._checked(cls, row) for row in make(server)]
                self.rows[key] = rows
            return rows
        return []

    @staticmethod
    def _checked(cls, row):
        unknown = [name for name in row if name.lower() not in cls.by_name and name != '__CLASS']
        if unknown:
            raise ValueError('%s has no %s' % (cls.name, ', '.join(unknown)))
        row['__CLASS'] = cls.name
        return row

    def _instance(self, cls, row, names=None):
        props = []
        for prop in cls.properties:
            if names is not None and prop.name.lower() not in names:
                continue
            value = row.get(prop.name)
            if prop.type == 'o' and value is not None:
                inner = classes.find(cls.namespace, value[0])
                value = self._instance(inner, self._checked(inner, value[1]))
            elif isinstance(value, list):
                value = [_plain(prop.type, v) for v in value]
            else:
                value = _plain(prop.type, value)
            props.append((prop.name, value))
        return Instance(cls.name, cls.namespace, props)

    def query(self, namespace, cls, wql=None):
        """Instances of a class and of those derived from it (wql None), or of a WQL query (cls None or '*')."""
        key = (classes.key(namespace), (cls or '').lower(), wql)
        with self.lock:
            answer = self.answers.get(key)
            if answer is None:
                answer, keep = self._query(namespace, cls, wql)
                if keep:
                    if len(self.answers) >= _KEPT:
                        self.answers.clear()
                    self.answers[key] = answer
            return answer

    def _query(self, namespace, name, wql):
        if wql is None:
            base = self._class(namespace, name, no_resource('The class %s does not exist in the %s namespace. ' %
                                                            (name, namespace)))
            names, test = None, lambda row: True
        else:
            query = Query(wql)
            absent = bad_filter('The specified class does not exist in the given namespace. ', wql)
            base = self._class(namespace, query.cls, absent)
            if name and name != '*' and not base.is_a(name.lower()):
                raise bad_filter('The WQL query is invalid. ', wql)
            names, test = query.bind(base)
        found, keep = [], True
        for cls in classes.classes_of(namespace).values():
            if cls.is_a(base.name.lower()):
                found += [self._instance(cls, row, names) for row in self._rows(namespace, cls) if test(row)]
                keep = keep and cls.name.lower() not in extents.VOLATILE
        return found, keep

    def get(self, namespace, name, keys):
        """One instance by its keys; without keys the only one of its class."""
        cls = self._class(namespace, name, no_resource('The class %s does not exist in the %s namespace. ' %
                                                       (name, namespace)))
        wanted = {k.lower(): v for k, v in keys.items() if k.lower() != '__cimnamespace'}
        own = {k.lower() for k in cls.keys}
        if wanted and (set(wanted) - own):
            raise Fault(2150858843, 'w:InvalidSelectors', 'The service cannot process the request because it contained '
                        'unexpected selectors. ', fault_detail='UnexpectedSelectors')
        if wanted and (own - set(wanted)):
            raise Fault(2150858842, 'w:InvalidSelectors', 'The service cannot process the request because it did not '
                        'contain all selectors. ', fault_detail='InsufficientSelectors')
        with self.lock:
            found = [(c, row) for c in classes.classes_of(namespace).values() if c.is_a(cls.name.lower())
                     for row in self._rows(namespace, c)
                     if all(self._same(row, c, k, v) for k, v in wanted.items())]
        if not wanted and len(found) > 1:
            raise Fault(2150859002, 'w:InvalidSelectors', 'The WMI service returned more than one instance for a '
                        'singleton. ')
        if not found:
            raise no_resource()
        return self._instance(*found[0])

    @staticmethod
    def _same(row, cls, key, value):
        own = row.get(cls.by_name[key].name)
        if isinstance(own, Reference):
            return isinstance(value, Reference) and own.identity() == value.identity()
        return own is not None and str(_plain('s', own)).lower() == str(value).lower()

    def invoke(self, namespace, name, method, params):
        """(output parameters as (name, value) with value None, text or a list of texts; ReturnValue as a number)."""
        cls = self._class(namespace, name, no_resource('The class %s does not exist in the %s namespace. ' %
                                                       (name, namespace)))
        if cls.name != 'StdRegProv':
            raise Fault(2150858753, 'a:ActionNotSupported', 'The action is not supported by the service. ')
        try:
            return self.registry.invoke(method, params)
        except ValueError:
            raise Fault(87, 'w:InvalidParameter', 'The parameter is incorrect. ') from None

    # The rest ------------------------------------------------------------------------------------------------

    def config(self):
        """winrm/config as a tree of (name, text or list); a text has `attributes`: {'Source': 'GPO'}."""
        return config.tree(self.registry, self.description['winrm'].get('config'))

    def config_listeners(self):
        """winrm/config/listener: one tree per listener."""
        addresses = [a.split('/')[0] for adapter in self.description['adapters'] for a in adapter['addresses']]
        return config.listeners(self.description['winrm']['listeners'], addresses)

    def command(self, line, codepage=65001):
        """(stdout, stderr, exit code) of a command line of cmd.exe."""
        return command.run(self.registry, self.language, line, codepage)

    def powershell_version(self):
        """(version of Windows PowerShell, of Windows), as PSVersionTable says them."""
        i = self.description['identity']
        return '5.1.%d.%d' % (i['build'], i['ubr']), '10.0.%d.%d' % (i['build'], i['ubr'])

    def run(self, context, text, arguments):
        """Events (remoting.py) of a script or of the auditor's function."""
        if 'source' not in arguments:
            return powershell.statements(text)
        if self.sync_engine is None:
            self.sync_engine = engine.Engine(self.description, self.loaded, self.sids, self.folder)
        return self.sync_engine.run(context, arguments)
