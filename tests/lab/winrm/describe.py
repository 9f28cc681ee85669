# SPDX-License-Identifier: Apache-2.0
"""Descriptions of Windows servers (hosts/*.yaml): reads a file, lays it over those that it names as its `base`, and
writes into the registry what follows from the rest, so that a description says everything once.

Over a base: maps are merged by key, everything else is replaced, and `null` takes away what the base has."""
import base64
import copy
import datetime
import hashlib
import os
import re
import struct
import zlib

import yaml

ENTRA = r'C:\Program Files\Microsoft Azure AD Sync'
UNINSTALL = r'Microsoft\Windows\CurrentVersion\Uninstall' + '\\'
SERVICES = r'SYSTEM\CurrentControlSet\Services' + '\\'
FIREWALL = SERVICES + r'SharedAccess\Parameters\FirewallPolicy\FirewallRules'
FIREWALL_POLICY = r'SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules'
CERTIFICATES = r'SOFTWARE\Microsoft\SystemCertificates\MY\Certificates' + '\\'
_AGE = re.compile(r'(-?\d+(?:\.\d+)?)\s*([dhms])')
_UNITS = {'d': 86400, 'h': 3600, 'm': 60, 's': 1}
_loaded = {}


def age(value):
    """Seconds: a number of days, or text like 3d 4h 30m."""
    if isinstance(value, (int, float)):
        return value * 86400
    if _AGE.sub('', value).strip():
        raise ValueError('no age: %r' % value)
    return sum(float(number) * _UNITS[unit] for number, unit in _AGE.findall(value))


def merge(base, over):
    out = dict(base)
    for key, value in over.items():
        if value is None:
            out.pop(key, None)
        elif isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = merge(out[key], value)
        else:
            out[key] = value
    return out


class _Loader(yaml.CSafeLoader):
    pass


def _map(loader, node, deep=False):
    """A key written twice would hide the first."""
    pairs = [(loader.construct_object(k, deep=True), loader.construct_object(v, deep=True)) for k, v in node.value]
    keys = [key for key, _ in pairs]
    double = {key for key in keys if keys.count(key) > 1}
    if double:
        raise yaml.constructor.ConstructorError(None, None, 'key written twice: %s' % double, node.start_mark)
    return dict(pairs)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _map)


def read(path):
    """The description with its bases; each file is parsed once."""
    path = os.path.abspath(path)
    changed = os.stat(path).st_mtime_ns
    if path not in _loaded or _loaded[path][0] != changed:
        with open(path, encoding='utf-8') as file:
            _loaded[path] = (changed, yaml.load(file, _Loader))
    description = copy.copy(_loaded[path][1])
    bases = description.pop('base', [])
    below = {}
    for base in [bases] if isinstance(bases, str) else bases:
        below = merge(below, read(os.path.join(os.path.dirname(path), base)))
    return merge(below, description)


def stable(text, span):
    """A number below `span` that is always the same for the text."""
    return zlib.crc32(text.encode()) % span


def complete(d):
    """Services, software, registry and files that follow from the rest."""
    registry = {}
    _windows(d, registry)
    _product(d, registry)
    _software(d, registry)
    for path, rules in ((FIREWALL, d.get('firewall_rules')), (FIREWALL_POLICY, d.get('firewall_policy_rules'))):
        if rules:
            registry[path] = dict(rules)
    for name, on in d.get('firewall_active', {}).items():
        rule = registry[FIREWALL][name]
        registry[FIREWALL][name] = re.sub('Active=[A-Z]+', 'Active=TRUE' if on else 'Active=FALSE', rule)
    _certificates(d, registry)
    d['registry'] = merge(registry, d.get('registry', {}))
    _processes(d)
    for name, service in d['services'].items():
        values = {'ObjectName': service.get('account', 'LocalSystem'), 'Start': _start(service),
                  'ImagePath': {'expand': service['path']}}
        if service.get('delayed'):
            values['DelayedAutostart'] = 1
        key = SERVICES + name
        d['registry'][key] = merge(values, d['registry'].get(key, {}))
    return d


def _start(service):
    return {'Boot': 0, 'System': 1, 'Auto': 2, 'Manual': 3, 'Disabled': 4}[service.get('start', 'Manual')]


def _windows(d, registry):
    i = d['identity']
    registry[r'SOFTWARE\Microsoft\Windows NT\CurrentVersion'] = {
        'ProductName': i['caption'].replace('Microsoft ', ''), 'CurrentBuild': str(i['build']),
        'CurrentBuildNumber': str(i['build']), 'UBR': i['ubr'], 'InstallationType': i['installation_type'],
        'DisplayVersion': i['display_version'], 'EditionID': i['edition'], 'CurrentMajorVersionNumber': 10,
        'CurrentMinorVersionNumber': 0}
    if i.get('physical_host'):
        registry[r'SOFTWARE\Microsoft\Virtual Machine\Guest\Parameters'] = {
            'HostName': i['physical_host'], 'PhysicalHostName': i['physical_host'],
            'PhysicalHostNameFullyQualified': '%s.%s' % (i['physical_host'].lower(), i['domain']),
            'VirtualMachineName': i['name']}
    registry[SERVICES + r'Netlogon\Parameters'] = {'DynamicSiteName': i['site']}
    for name, log in d.get('event_logs', {}).items():
        days = {'WhenNeeded': 0, 'Never': 0xffffffff}.get(log.get('overwrite', 'WhenNeeded'), log.get('outdated', 7) * 86400)
        registry[SERVICES + 'EventLog\\' + name] = {'MaxSize': log['max_kb'] * 1024, 'Retention': days}
    registry[SERVICES + r'LanmanServer\Shares'] = {
        name: ['CSCFlags=0', 'MaxUses=4294967295', 'Path=' + share['path'], 'Permissions=0', 'Remark=' + share.get('text', ''),
               'ShareName=' + name, 'Type=%d' % share.get('type', 0)]
        for name, share in d.get('shares', {}).items() if share.get('type', 0) < 0x80000000}


def _product(d, registry):
    """Entra Connect Sync as its setup leaves it."""
    p = d.get('entra_connect')
    if not p:
        return
    group = p.get('groups', {})
    registry[r'SOFTWARE\Microsoft\Azure AD Connect'] = {
        'WizardPath': r'C:\Program Files\Microsoft Azure Active Directory Connect\AzureADConnect.exe',
        'InstallationPath': r'C:\Program Files\Microsoft Azure Active Directory Connect' + '\\', 'AzureInstance': '0'}
    registry[r'SOFTWARE\Microsoft\AD Sync\Shared'] = {'KeySet': {'binary': 'deadbeef' * 8}}
    registry[SERVICES + r'ADSync\Parameters'] = {
        'DBName': 'ADSync', 'Server': p.get('server', '(localdb)'), 'SQLInstance': p.get('instance', r'.\ADSync2019'),
        'Path': ENTRA + '\\', 'EventSource': 'ADSync', 'GroupAdmins': group.get('admins', 'ADSyncAdmins'),
        'GroupBrowse': group.get('browse', 'ADSyncBrowse'), 'GroupOperators': group.get('operators', 'ADSyncOperators'),
        'GroupPasswordSet': group.get('password_set', 'ADSyncPasswordSet')}
    registry[r'SOFTWARE\Microsoft\MSOLCoExistence'] = {
        'ServiceAccountName': p['account'], 'SynchronizationServiceInstalled': 1, 'SqlDatabaseName': 'ADSync',
        'TenantID': p['tenant_id'], 'InstallationIdentifier': p['installation'], 'Version': p['version']}
    d.setdefault('services', {})['ADSync'] = merge({
        'display': 'Microsoft Azure AD Sync', 'start': 'Auto', 'account': p['account'],
        'path': '"%s\\Bin\\miiserver.exe"' % ENTRA,
        'description': 'Enables integration and management of identity information across multiple directories, '
                       'systems and platforms.'}, d['services'].get('ADSync', {}))
    d['software'] = merge({
        'MicrosoftAzureADConnectionTool': {'name': 'Microsoft Entra Connect Sync', 'version': p['version'],
                                           'publisher': 'Microsoft Corporation', 'date': p.get('date', '20250611')},
        '{B6F4C2E0-4C5D-4F19-9E4B-2D6A1E83C0F7}': {
            'name': 'Microsoft Entra ID Connect synchronization services', 'version': p['version'],
            'publisher': 'Microsoft Corporation', 'date': p.get('date', '20250611')}}, d.get('software', {}))
    if p.get('server', '(localdb)') == '(localdb)':
        d['files'] = merge({ENTRA + r'\Data\ADSync.mdf': p['database_mb'] * 1048576,
                            ENTRA + r'\Data\ADSync_log.ldf': 268435456}, d.get('files', {}))
        registry[r'SOFTWARE\Microsoft\Microsoft SQL Server Local DB\Shared Instances\ADSync2019'] = {
            'InstanceName': 'ADSync2019', 'OwnerSID': {'binary': '010600000000000550000000'}}
    if p.get('health'):
        registry[r'SOFTWARE\Microsoft\ADHealthAgent\Sync'] = {'ServiceName': 'AadSyncService-' + p['tenant']}


def _software(d, registry):
    for key, s in d.get('software', {}).items():
        values = {'DisplayName': s['name'], 'DisplayVersion': s['version'], 'Publisher': s['publisher']}
        if 'date' in s:
            values['InstallDate'] = str(s['date'])
        where = 'SOFTWARE\\' + ('WOW6432Node\\' if s.get('bits') == 32 else '') + UNINSTALL + key
        registry[where] = values


def _certificates(d, registry):
    """The machine's certificates: PEM, or the name of a file, which is left out where it is not there. A listener
    names one by its key here."""
    d['winrm'] = copy.deepcopy(d['winrm'])
    thumbprints = {}
    for name, text in d.get('certificates', {}).items():
        path = os.path.expandvars(text)
        if not text.startswith('-----') and not os.path.exists(path):
            continue
        if not text.startswith('-----'):
            with open(path, encoding='ascii') as file:
                text = file.read()
        body = re.search('-----BEGIN CERTIFICATE-----(.*?)-----END', text, re.S).group(1)
        der = base64.b64decode(body)
        thumbprint = hashlib.sha1(der).digest()
        thumbprints[name] = thumbprint.hex().upper()
        blob = b''.join(struct.pack('<III', number, 1, len(data)) + data for number, data in
                        ((3, thumbprint), (11, (name + '\0').encode('utf-16-le')), (32, der)))
        registry[CERTIFICATES + thumbprints[name]] = {'Blob': {'binary': blob.hex()}}
    for listener in d['winrm']['listeners']:
        if 'certificate' in listener:
            listener['thumbprint'] = thumbprints.get(listener.pop('certificate'), '')


def _processes(d):
    """Paths, states and process ids of the services."""
    shared = {}
    d['services'] = {name: dict(s) for name, s in d['services'].items()}
    for name, s in d['services'].items():
        group = s.get('group', 'netsvcs')
        s.setdefault('path', r'C:\Windows\system32\lsass.exe' if group == 'lsass' else
                     r'C:\Windows\system32\svchost.exe -k %s -p' % group)
        s.setdefault('start', 'Manual')
        s.setdefault('state', 'Running' if s['start'] == 'Auto' else 'Stopped')
        s['pid'] = 0
        if s['state'] != 'Stopped':
            pid = s.get('process', 600 + 4 * stable(name, 2000))
            s['pid'] = shared.setdefault('lsass', 668) if group == 'lsass' else pid


def ago(now, value):
    """The moment so long before `now`; or a day of the calendar, for what the world dates."""
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day, 12, tzinfo=datetime.timezone.utc)
    return now - datetime.timedelta(seconds=age(value))
