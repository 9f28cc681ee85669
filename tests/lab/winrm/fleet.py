#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The servers and listeners that a YAML file describes; docs/internals/lab-winrm.md lists the keys. Variables of the
environment ($LAB) are replaced in texts. Hosts with the same description share it."""
import asyncio
import ipaddress
import os
import ssl

import auth
import misbehave
import yaml
from connection import HEADERS, Connection
from wsman import Service

SERVER_KEYS = {'name', 'address', 'host', 'listeners', 'accounts', 'local_accounts', 'certificates', 'languages', 'repeat',
               'rename', 'config', 'endpoints', 'psrp',
               'describe'}
ENDPOINT_KEYS = {'jea', 'function', 'language', 'virtual', 'elevated', 'gone'}
PSRP_KEYS = {'protocol', 'strict', 'distribution', 'own_command_id', 'done', 'shells', 'commands'}
LISTENER_KEYS = {'port', 'address', 'tls', 'cbt', 'auth', 'kerberos', 'ntlm', 'service', 'misbehave', 'latency_ms', 'max_envelope_kb',
                 'allow_unencrypted', 'clock_offset', 'idle_seconds', 'charset', 'refused', 'anonymous', 'client_ca'}


def expand(value):
    if isinstance(value, str):
        return os.path.expandvars(value)
    if isinstance(value, dict):
        return {expand(k): expand(v) for k, v in value.items()}
    if isinstance(value, list):
        return [expand(v) for v in value]
    return value


def check(keys, known, where):
    unknown = set(keys) - known
    if unknown:
        raise ValueError('%s: unknown: %s' % (where, ', '.join(sorted(unknown))))


def flat(tree, path=''):
    """[('Winrs', [('MaxShellsPerUser', '30')])] -> {'Winrs/MaxShellsPerUser': '30'}"""
    result = {}
    for name, value in tree:
        result.update({path + name: value} if isinstance(value, str) else flat(value, path + name + '/'))
    return result


class Description:
    """A host file, loaded once; `sample` is the host of sample.py."""
    loaded = {}

    def __init__(self, path, more=None):
        if os.path.basename(path) == 'sample':
            from sample import Host
        else:
            from host import Host
        self.host = Host.load(path, more=more) if more else Host.load(path)
        self.config = flat(self.host.config())

    @classmethod
    def get(cls, path, more=None):
        if more:  # laid over the file for this server alone
            return cls(path, more)
        if path not in cls.loaded:
            cls.loaded[path] = cls(path)
        return cls.loaded[path]


class Listener:
    def __init__(self, fleet, service, address, settings):
        check(settings, LISTENER_KEYS, service.name)
        self.fleet, self.service = fleet, service
        self.address = settings.get('address', address)
        if not ipaddress.ip_address(self.address).is_loopback:
            raise ValueError('%s: %s is no loopback address' % (service.name, self.address))
        self.tls = settings.get('tls')
        self.port = settings.get('port', 5986 if self.tls else 5985)
        self.settings = settings
        self.log = fleet.log
        self.cbt = str(settings.get('cbt', service.config('Service/Auth/CbtHardeningLevel', 'Relaxed'))).lower()
        if self.cbt not in ('none', 'relaxed', 'strict'):
            raise ValueError('%s: cbt is none, relaxed or strict' % service.name)
        self.strict = self.cbt == 'strict'
        self.bindings = auth.channel_bindings(self.tls[0]) if self.tls and self.cbt != 'none' else None
        self.schemes = settings.get('auth') or self.configured_schemes()
        self.acceptor = auth.Acceptor.get(settings.get('kerberos', True), settings.get('ntlm', True))
        self.ticket_service = settings.get('service')
        self.plan = misbehave.Plan(settings.get('misbehave'))
        self.latency = settings.get('latency_ms', 0) / 1000
        self.max_envelope_kb = settings.get('max_envelope_kb', service.number('MaxEnvelopeSizekb', 500))
        self.allow_unencrypted = settings.get(
            'allow_unencrypted', str(service.config('Service/AllowUnencrypted', 'false')).lower() == 'true')
        self.clock_offset = settings.get('clock_offset', 0)
        self.idle = settings.get('idle_seconds', 120)
        self.charset = settings.get('charset', 'UTF-8')
        self.refused = {auth.normal(account).lower() for account in settings.get('refused', ())}
        self.anonymous = settings.get('anonymous', True)

    def configured_schemes(self):
        """What winrm/config says. Certificates are offered over TLS only."""
        service = self.service
        names = [name.lower() for name, default in (('Negotiate', 'true'), ('Kerberos', 'true'), ('Basic', 'false'),
                                                    ('Certificate', 'false'))
                 if str(service.config('Service/Auth/' + name, default)).lower() == 'true']
        return [name for name in names if name != 'certificate' or self.tls]

    async def start(self):
        context = None
        if self.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.tls)
            if self.settings.get('client_ca'):
                context.load_verify_locations(self.settings['client_ca'])
                context.verify_mode = ssl.CERT_OPTIONAL
        self.server = await asyncio.start_server(lambda r, w: Connection(self, r, w).run(), self.address, self.port,
                                                 ssl=context, limit=HEADERS, backlog=1024)


class Fleet:
    def __init__(self, path, log):
        self.log = log
        self.services, self.listeners = [], []
        self.folder = os.path.dirname(os.path.abspath(path))
        with open(path) as file:
            document = expand(yaml.safe_load(file))
        check(document, {'servers', 'defaults'}, path)
        self.defaults = document.get('defaults') or {}
        self.local = []
        self.names = []
        for entry in document['servers']:
            self.local += self.local_accounts(entry)
        self.write_passwords()  # before the library looks
        for entry in document['servers']:
            check(entry, SERVER_KEYS, entry.get('name', 'a server'))
            for number in range(entry.get('repeat', 1)):
                self.add(entry, number)
        self.publish_names()

    @staticmethod
    def local_accounts(entry):
        names = [entry['name'] % n for n in range(entry['repeat'])] if 'repeat' in entry else [entry['name']]
        return ['%s:%s:%s' % (name.split('.')[0].upper(), account, password) for name in names
                for account, password in (entry.get('local_accounts') or {}).items()]

    def add(self, entry, number):
        """`repeat` makes many of one entry: %d in texts becomes the number, the address counts up."""
        repeated = 'repeat' in entry
        name = entry['name'] % number if repeated else entry['name']
        address = str(ipaddress.ip_address(entry['address']) + number)
        path = os.path.join(self.folder, entry['host'])
        settings = dict(entry.get('config') or {})
        settings.update({key: entry[key] for key in ('accounts', 'certificates', 'languages', 'endpoints', 'psrp')
                         if key in entry})
        check(settings.get('psrp') or {}, PSRP_KEYS, name)
        for endpoint in (settings.get('endpoints') or {}).values():
            check(endpoint or {}, ENDPOINT_KEYS, name)
        settings['accounts'] = {auth.normal(k): v for k, v in (settings.get('accounts') or {}).items()}
        settings['rename'] = [(old, new % number if repeated and '%' in new else new)
                              for old, new in (entry.get('rename') or {}).items()]
        service = Service(name, Description.get(path, entry.get('describe')), settings)
        service.passwords = {k.lower(): v for k, v in (entry.get('local_accounts') or {}).items()}
        self.services.append(service)
        if repeated or not address.startswith('127.0.0.'):
            self.names.append('%s %s\n' % (address, name))
        for listener in entry.get('listeners') or [{}]:
            self.listeners.append(Listener(self, service, address, {**self.defaults, **listener}))

    def write_passwords(self):
        """NTLM: the library reads one file only, DOMAIN:user:password. Local accounts, and those of the lab."""
        lines = list(self.local)
        known = os.path.join(os.environ.get('LAB_PASSWORDS', ''), 'raw')
        for name in sorted(os.listdir(known)) if os.path.isdir(known) else ():
            with open(os.path.join(known, name)) as file:
                password = file.read()
            lines += ['%s:%s:%s' % (domain, name, password)
                      for domain in ('FABRIKAM', 'FABRIKAM.EXAMPLE', 'TAILSPIN', 'TAILSPIN.EXAMPLE')]
        path = os.path.join(os.environ['LAB_WINRM_FOLDER'], 'ntlm.users')
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 'w') as file:
            file.write('\n'.join(lines) + '\n')
        os.environ['NTLM_USER_FILE'] = path

    def publish_names(self):
        """The lab's view of /etc/hosts knows its three servers; lab.sh writes it anew each time."""
        path = os.path.join(os.environ.get('LAB', ''), 'etc', 'hosts')
        if self.names and os.environ.get('LAB') and os.path.exists(path):
            with open(path, 'a') as file:
                file.writelines(self.names)

    def counts(self):
        return {service.name: service.counts() for service in self.services}

    async def start(self):
        for listener in self.listeners:
            await listener.start()
