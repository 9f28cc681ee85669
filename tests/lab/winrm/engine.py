# SPDX-License-Identifier: Apache-2.0
"""The sync engine of a described server, and what else only PowerShell tells of it: the records of the auditor's script,
source by source, made from the sections `engine`, `user_rights`, `audit_policy` and `interactive` of the description
and from the configuration export that it names. docs/internals/lab-hosts.md.

A source that cannot be told is a `problem`; `engine.refuse` says which and why. Members of a record come in the order of a
hash table: none that could be relied upon."""
import base64
import datetime
import gzip
import hashlib
import os
import re
import struct
import time
import uuid

import clixml
import describe
import history
import psrp
import sddl
from clixml import Long
from export import Export

SOURCES = ('engine', 'auditor_right', 'scheduler', 'engine_connector', 'statistics', 'run_history', 'run_status',
           'connector_override', 'override', 'auto_upgrade', 'password_sync', 'reachability', 'engine_database',
           'entra_credential', 'configuration', 'user_right', 'audit_policy', 'file_right', 'log_age', 'account_logon')
# These need no module and no engine; two of them need the product.
WINDOWS = ('auditor_right', 'override', 'user_right', 'audit_policy', 'file_right', 'log_age', 'account_logon')
PRODUCT = ('override', 'file_right')
# What an account that is no administrator is refused, and how.
ELEVATED = {'user_right': 'export', 'audit_policy': 'export', 'file_right': 'elevation', 'account_logon': 'elevation'}
# What a script in ConstrainedLanguage may not do at all: methods of .NET. Elsewhere it knows a way around.
CONSTRAINED = ('file_right',)
CMDLETS = {'engine': 'Get-ADSyncGlobalSettings', 'scheduler': 'Get-ADSyncScheduler', 'engine_connector': 'Get-ADSyncConnector',
           'statistics': 'Get-ADSyncConnectorStatistics', 'run_history': 'Get-ADSyncRunProfileResult',
           'run_status': 'Get-ADSyncConnectorRunStatus', 'connector_override': 'Get-ADSyncSchedulerConnectorOverride',
           'auto_upgrade': 'Get-ADSyncAutoUpgrade', 'password_sync': 'Get-ADSyncAADPasswordSyncConfiguration',
           'reachability': 'Get-ADSyncDomainReachabilityStatus', 'engine_database': 'Get-ADSyncDatabaseConfiguration',
           'entra_credential': 'Get-ADSyncEntraConnectorCredential', 'configuration': 'Get-ADSyncServerConfiguration'}
SUBCATEGORIES = {name: '0cce92%s-69ae-11d9-bed3-505054503030' % number for number, name in (
    row.split(' ', 1) for row in '''10 Security State Change
11 Security System Extension
12 System Integrity
13 IPsec Driver
14 Other System Events
15 Logon
16 Logoff
17 Account Lockout
18 IPsec Main Mode
19 IPsec Quick Mode
1a IPsec Extended Mode
1b Special Logon
1c Other Logon/Logoff Events
43 Network Policy Server
47 User / Device Claims
49 Group Membership
1d File System
1e Registry
1f Kernel Object
20 SAM
21 Certification Services
22 Application Generated
23 Handle Manipulation
24 File Share
25 Filtering Platform Packet Drop
26 Filtering Platform Connection
27 Other Object Access Events
44 Detailed File Share
45 Removable Storage
46 Central Policy Staging
28 Sensitive Privilege Use
29 Non Sensitive Privilege Use
2a Other Privilege Use Events
2b Process Creation
2c Process Termination
2d DPAPI Activity
2e RPC Events
48 Plug and Play Events
4a Token Right Adjusted Events
2f Audit Policy Change
30 Authentication Policy Change
31 Authorization Policy Change
32 MPSSVC Rule-Level Policy Change
33 Filtering Platform Policy Change
34 Other Policy Change Events
35 User Account Management
36 Computer Account Management
37 Security Group Management
38 Distribution Group Management
39 Application Group Management
3a Other Account Management Events
3b Directory Service Access
3c Directory Service Changes
3d Directory Service Replication
3e Detailed Directory Service Replication
3f Credential Validation
40 Kerberos Service Ticket Operations
41 Other Account Logon Events
42 Kerberos Authentication Service'''.split('\n'))}
AUDIT = {'none': 0, 'success': 1, 'failure': 2, 'both': 3}
PROGRAM = r'C:\Program Files\Microsoft Azure AD Sync'
MADATA = PROGRAM + r'\MaData'
FOLDERS = {
    'program': (PROGRAM, 'O:SYG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)'),
    'data': (MADATA, 'O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;service)'),
    'settings': (r'C:\ProgramData\AADConnect', 'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'),
    'database': (PROGRAM + r'\Data', 'O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;service)')}
MANY = 100000
COMMAND = 'powershell.exe'  # the name of the session where there is no endpoint
KEPT = 20  # seconds that rendered records of a source are kept


def service_sid(name):
    """SID of NT SERVICE\\name."""
    return 'S-1-5-80-' + '-'.join(str(n) for n in struct.unpack('<5I', hashlib.sha1(name.upper().encode('utf-16-le')).digest()))


def constrained(context):
    return context.language == 'ConstrainedLanguage'


class Problem(Exception):
    """Why a source cannot be told."""

    def __init__(self, error_id, exception, text, category=0, hresult=psrp.HRESULT):
        Exception.__init__(self, text)
        self.fields = [('Id', error_id), ('Exception', exception), ('Message', text), ('Category', category),
                       ('HResult', hresult)]


def refusal(kind, source):
    cmdlet = CMDLETS.get(source, 'Get-ADSyncGlobalSettings')
    wcf, by = 'System.ServiceModel.', 'Microsoft.IdentityManagement.PowerShell.Cmdlet.' + cmdlet.replace('-', '') + 'Cmdlet'
    if kind == 'denied':
        return Problem(wcf + 'Security.SecurityAccessDeniedException', wcf + 'Security.SecurityAccessDeniedException',
                       'Access is denied.')
    if kind == 'absent':
        return Problem('CommandNotFoundException', 'System.Management.Automation.CommandNotFoundException',
                       "The term '%s' is not recognized as the name of a cmdlet, function, script file, or operable "
                       'program. Check the spelling of the name, or if a path was included, verify that the path is '
                       'correct and try again.' % cmdlet, 13)
    if kind == 'module':
        return thrown('ModuleNotFound')
    if kind == 'stopped':
        return thrown('ServiceStopped')
    if kind == 'export':
        return thrown('ExportRefused')
    if kind == 'database':
        return Problem(wcf + 'FaultException`1[[System.ServiceModel.ExceptionDetail', wcf + 'FaultException`1',
                       'A network-related or instance-specific error occurred while establishing a connection to SQL Server. '
                       'The server was not found or was not accessible. (provider: SQL Network Interfaces, error: 50 - Local '
                       'Database Runtime error occurred.)')
    if kind == 'cloud':
        return Problem(by, 'Microsoft.Online.Coexistence.ProvisionException', 'The remote name could not be resolved: '
                       "'login.microsoftonline.com'")
    if kind == 'elevation':
        return Problem('System.UnauthorizedAccessException', 'System.UnauthorizedAccessException',
                       'Attempted to perform an unauthorized operation.', 18, -2147024891)
    if kind == 'language':
        return Problem('MethodInvocationNotSupportedInConstrainedLanguage', 'System.Management.Automation.RuntimeException',
                       'Cannot invoke method. Method invocation is supported only on core types in this language mode.', 8)
    return thrown(str(kind))


def thrown(text):
    """What the script throws itself."""
    return Problem(text, 'System.Management.Automation.RuntimeException', text, 14)


def custom(pairs):
    return clixml.custom(sorted(pairs, key=lambda pair: describe.stable(pair[0], 1 << 31)))


class Engine:
    def __init__(self, description, loaded, sids, folder):
        self.d = description
        self.e = description.get('engine') or {}
        self.p = description.get('entra_connect') or {}
        self.i = description['identity']
        self.loaded, self.sids = loaded, sids
        self.asked = {}
        self.kept = {}
        self.export = Export(os.path.join(folder, self.e['export'])) if self.e.get('export') else None
        self.history = history.History(self) if self.export else None

    # What the records share -----------------------------------------------------------------------------------------

    def now(self):
        """By the server's own clock."""
        return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=self.i.get('clock_offset_s', 0))

    def ago(self, age):
        return self.loaded - datetime.timedelta(seconds=describe.age(age))

    @staticmethod
    def time(moment):
        return None if moment is None else moment.strftime('%Y-%m-%dT%H:%M:%SZ')

    def when(self, age):
        return None if age is None else self.time(self.ago(age) if not isinstance(age, datetime.date)
                                                  else describe.ago(self.loaded, age))

    def sid(self, name):
        """Of DOMAIN\\name, a name of this server, a rid, an alias or a SID."""
        name = str(name)
        if name.startswith('S-1-'):
            return name
        if name.isdigit():
            return '%s-%s' % (self.i['machine_sid'], name)
        if name.lower().startswith('nt service\\'):
            return service_sid(name.partition('\\')[2])
        account = (self.d.get('domain_accounts') or {}).get(name) or {}
        if name.lower() in self.sids:
            return self.sids[name.lower()]
        if '\\' in name and not name.lower().startswith(self.i['name'].lower() + '\\'):
            rid = account.get('rid', 20000 + describe.stable(name.lower(), 10000))
            return account.get('sid', '%s-%d' % (self.i['domain_sid'], rid))
        name = name.rpartition('\\')[2]
        for table in ('users', 'groups'):
            for key, value in (self.d.get(table) or {}).items():
                if (value.get('name') or '').lower() == name.lower():
                    return self.sid(str(key))
        return '%s-%d' % (self.i['machine_sid'], 2000 + describe.stable(name, 1000))

    def caller(self, context):
        """Account and SID of the session."""
        name = context.account
        if '@' in name:
            user, _, realm = name.partition('@')
            name = '%s\\%s' % (realm.split('.')[0].upper(), user)
        if context.virtual:
            number = describe.stable(name, 1 << 31)
            return ('WinRM Virtual Users\\WinRM VA_1_' + name.replace('\\', '_'),
                    'S-1-5-94-1-%d-%d-%d' % (number, number ^ 0x5555, number >> 3))
        return name, self.sid(name)

    def connector(self, kind):
        """By the name in a description: ad, entra, or its name."""
        for connector in self.export.connectors:
            if kind == connector.name or kind == ('ad' if connector.type == 'AD' else 'entra'):
                return connector
        raise ValueError('%s has no connector %s' % (self.i['name'], kind))

    def parameters(self):
        values = dict(self.export.parameters)
        values['Microsoft.Synchronize.NextStartTime'] = self.next_start().strftime('%a, %d %b %Y %H:%M:%S GMT')
        values.update(self.e.get('parameters') or {})
        return values

    def flag(self, name):
        return self.export.parameters.get(name, 'False').lower() == 'true'

    @property
    def staging(self):
        return self.flag('Microsoft.Synchronize.StagingMode')

    def next_start(self):
        s = self.e.get('scheduler') or {}
        interval = describe.age(s.get('interval', '30m'))
        start = self.ago(s.get('cycle', '7m')) + datetime.timedelta(seconds=interval)
        if not s.get('stuck'):
            while start < self.now():
                start += datetime.timedelta(seconds=interval)
        return start

    # The whole --------------------------------------------------------------------------------------------------------

    def run(self, context, arguments):
        """Events for the sources that were asked for."""
        names = [name.strip() for name in str(arguments.get('source') or '').split(',') if name.strip()]
        for name in names:
            yield from self.source(context, name, arguments)

    def source(self, context, name, arguments):
        kind = self.refused(context, name)
        yield 'output', custom([('Fact', 'begin'), ('Source', name), ('At', self.time(self.now())),
                                ('Offset', self.i['utc_offset_min'])])
        if kind == 'hang':
            yield ('forever',)
        if name in (self.e.get('slow') or {}):
            yield 'wait', self.e['slow'][name]
        count = 0
        try:
            if name not in SOURCES:
                raise thrown('UnknownSource')
            if kind and kind not in ('many', 'hang'):
                raise refusal(kind, name)
            for record in self.records(context, name, arguments, kind == 'many'):
                count += 1
                yield 'output', record
        except Problem as problem:
            yield 'output', custom([('Fact', 'problem'), ('Source', name)] + problem.fields)
            return
        yield 'output', custom([('Fact', 'end'), ('Source', name), ('Count', count)])

    def refused(self, context, name):
        """The kind of refusal, or None."""
        refuse = self.e.get('refuse') or {}
        if name in refuse or '*' in refuse:
            return refuse.get(name, refuse.get('*'))
        if not self.p and (name not in WINDOWS or name in PRODUCT):
            return 'module'
        if name not in WINDOWS:
            state = self.e.get('state', 'running' if self.e else 'absent')
            if state != 'running':
                return 'module' if state == 'absent' else 'stopped'
            if not context.engine:
                return 'denied'
        if context.language == 'ConstrainedLanguage' and name in CONSTRAINED:
            return 'language'
        if not context.elevated and name in ELEVATED:
            return ELEVATED[name]
        return None

    def records(self, context, name, arguments, many):
        made = getattr(self, 'of_' + name)
        if name in ('run_history', 'configuration'):  # large, and the same for all who ask at about the same time
            key = (name, arguments.get('days'), arguments.get('maxruns'), context.language, context.name == COMMAND)
            if key not in self.kept or time.monotonic() - self.kept[key][0] > KEPT:
                self.kept[key] = (time.monotonic(), [custom(row) for row in made(context, arguments)])
            rows = self.kept[key][1]
        else:
            rows = self.changed(name, [custom(row) for row in made(context, arguments)])
        if many:
            rows = [rows[number % len(rows)] for number in range(MANY)]
        return rows

    def changed(self, name, rows):
        """A server that changes its mind: what `fickle` says holds from the second time on."""
        times = self.asked[name] = self.asked.get(name, 0) + 1
        other = (self.e.get('fickle') or {}).get(name)
        if other and times > 1:
            for row in rows:
                row.notes = [(field, other.get(field, value)) for field, value in row.notes]
        return rows

    # Sources: rows of (name, value), the first is the fact ------------------------------------------------------------

    def of_engine(self, context, arguments):
        account, sid = self.caller(context)
        version = str(self.p.get('version', ''))
        instance = str(uuid.uuid5(uuid.NAMESPACE_DNS, 'instance.' + self.i['name']))
        yield [('Fact', 'engine'), ('PowerShell', self.d.get('powershell', '5.1.%d.%d' % (self.i['build'], self.i['ubr']))),
               ('LanguageMode', context.language), ('Sid', sid), ('Account', account),
               ('Elevated', None if constrained(context) else context.elevated),
               ('Module', self.e.get('module', version)), ('Program', self.e.get('program', version)),
               ('Settings', self.export.parameters.get('Microsoft.Synchronize.ServerConfigurationVersion')),
               ('Schema', self.e.get('schema', 618)), ('Instance', instance)]
        for name, value in self.parameters().items():
            yield [('Fact', 'parameter'), ('Name', name), ('Value', value)]

    def of_auditor_right(self, context, arguments):
        groups = ['S-1-1-0', 'S-1-5-32-545', 'S-1-5-2', 'S-1-5-11', 'S-1-5-15']
        if context.virtual:
            groups += [self.sid(rid) for rid in self.e.get('virtual_groups', ())]
        else:
            groups.append(self.i['domain_sid'] + '-513')
            if context.administrator and context.engine and 1001 in (self.d.get('groups') or {}):
                groups.append(self.sid(1001))
        if context.elevated:
            groups += ['S-1-5-32-544', 'S-1-16-12288']
        else:
            groups.append('S-1-16-8192')
        for sid in groups:
            yield [('Fact', 'group'), ('Sid', sid)]

    def of_scheduler(self, context, arguments):
        s = self.e.get('scheduler') or {}
        interval = int(describe.age(s.get('interval', '30m')))
        custom_interval = s.get('custom')
        yield [('Fact', 'scheduler'), ('Staging', s.get('staging', self.staging)), ('Enabled', s.get('enabled', True)),
               ('Maintenance', s.get('maintenance', True)), ('Suspended', s.get('suspended', False)),
               ('InProgress', s.get('in_progress', False)), ('NextPolicy', s.get('policy', 'Delta')),
               ('NextStart', self.time(self.next_start())), ('Allowed', Long(1800)), ('Effective', Long(interval)),
               ('Customized', None if custom_interval is None else Long(describe.age(custom_interval))),
               ('History', Long(describe.age(s.get('history', '7d'))))]

    def of_engine_connector(self, context, arguments):
        for c in self.export.connectors:
            yield [('Fact', 'connector'), ('Guid', c.guid), ('Name', c.name), ('Type', c.type), ('Subtype', c.subtype or ''),
                   ('Forest', c.forest), ('Domain', c.domain), ('Account', c.account), ('Modified', self.time(c.modified))]

    def of_statistics(self, context, arguments):
        for c in self.export.connectors:
            s = (self.e.get('statistics') or {}).get('ad' if c.type == 'AD' else 'entra') or {}
            exports, imports = s.get('export', [0, 0, 0]), s.get('import', [0, 0, 0, s.get('objects', 0)])
            yield [('Fact', 'statistics'), ('Guid', c.guid), ('Name', c.name), ('Objects', s.get('objects', 0)),
                   ('ExportAdds', exports[0]), ('ExportUpdates', exports[1]), ('ExportDeletes', exports[2]),
                   ('ImportAdds', imports[0]), ('ImportUpdates', imports[1]), ('ImportDeletes', imports[2]),
                   ('ImportNoChange', imports[3])]

    def of_run_history(self, context, arguments):
        return self.history.records(int(arguments.get('days') or 7), int(arguments.get('maxruns') or 1000),
                                    context.name == COMMAND)

    def of_run_status(self, context, arguments):
        for kind, state in (self.e.get('busy') or {}).items():
            yield [('Fact', 'busy'), ('Connector', self.connector(kind).name), ('State', state)]

    def of_connector_override(self, context, arguments):
        for kind, what in (self.e.get('overrides') or {}).items():
            yield [('Fact', 'override'), ('Guid', self.connector(kind).guid), ('Import', 'import' in what),
                   ('Sync', 'sync' in what)]

    def of_override(self, context, arguments):
        f = {'size': 16384, 'age': 300, **(self.e.get('config_file') or {})}
        text = f.get('content', 'miiserver.exe.config of %s' % self.p.get('version'))
        yield [('Fact', 'file'), ('Name', 'miiserver.exe.config'), ('Size', Long(f['size'])),
               ('Sha256', hashlib.sha256(text.encode()).hexdigest()), ('Modified', self.when(f['age']))]

    def of_auto_upgrade(self, context, arguments):
        prefix = 'Microsoft.OptionalFeature.AutoUpgrade'
        u = self.e.get('upgrade') or {}
        yield [('Fact', 'upgrade'), ('State', u.get('state', self.export.parameters.get(prefix + 'State'))),
               ('Reason', u.get('reason', self.export.parameters.get(prefix + 'SuspensionReason', '')))]

    def of_password_sync(self, context, arguments):
        state = self.e.get('password_sync') or {}
        for c in self.export.connectors:
            if c.type == 'AD':
                yield [('Fact', 'password'), ('Connector', c.name), ('Enabled', c.password_sync)]
        for c in self.export.connectors:
            for dn in c.partitions if c.type == 'AD' and c.password_sync else ():
                p = {'status': 'None' if self.staging else 'Successful', 'success': None if self.staging else '90s',
                     'cycle': None if self.staging else '90s', **(state.get(dn) or state.get('*') or {})}
                yield [('Fact', 'partition'), ('Guid', c.guid), ('Dn', dn), ('Status', p['status']),
                       ('Success', self.when(p['success'])), ('Cycle', self.when(p['cycle']))]
        for c in self.export.connectors:
            if c.type != 'AD':
                yield [('Fact', 'writeback'), ('Connector', c.name), ('Enabled', c.writeback)]

    def of_reachability(self, context, arguments):
        bad = self.e.get('unreachable') or {}
        for c in self.export.connectors:
            for dn in c.partitions if c.type == 'AD' else ():
                name = re.sub(r'(?i),?DC=', '.', dn).strip('.')
                yield [('Fact', 'domain'), ('Connector', c.name), ('Domain', name), ('Reachable', name not in bad),
                       ('Message', bad.get(name, ''))]

    def of_engine_database(self, context, arguments):
        local = self.p.get('server', '(localdb)') == '(localdb)'
        yield [('Fact', 'database'), ('LocalDb', local), ('UsedMb', Long(self.p.get('database_mb', 0))),
               ('Server', self.p.get('server', '(localdb)')), ('Instance', self.p.get('instance', r'.\ADSync2019')),
               ('Name', 'ADSync'), ('Version', self.e.get('sql', '15.0.4382.1')),
               ('Edition', self.e.get('sql_edition', 'Express Edition (64-bit)'))]

    def of_entra_credential(self, context, arguments):
        c = self.e.get('credential') or {}
        sha1 = hashlib.sha1(self.i['name'].encode()).hexdigest().upper() if c.get('kind') == 'Application' else None
        sha2 = hashlib.sha256(self.i['name'].encode()).hexdigest().upper() if sha1 else None
        yield [('Fact', 'credential'), ('Kind', c.get('kind', 'ServiceAccount')), ('ManagedBy', c.get('managed')),
               ('Rotation', c.get('rotation')), ('Thumbprint', sha1), ('Sha256', sha2),
               ('NotBefore', self.when(c.get('from'))), ('NotAfter', self.when(c.get('to')))]

    def of_configuration(self, context, arguments):
        stamp = self.now().strftime('%Y-%m-%d %H:%M:%S.') + '%03d' % (self.now().microsecond // 1000)
        for path, data in self.export.files(stamp, self.next_start()):
            text = data.decode('utf-8-sig') if constrained(context) else \
                base64.b64encode(gzip.compress(data, 6, mtime=0)).decode()
            yield [('Fact', 'content'), ('Path', path), ('Encoding', 'text' if constrained(context) else 'gzip'),
                   ('Size', Long(len(data))), ('Data', text)]

    def of_user_right(self, context, arguments):
        for right, holders in sorted((self.d.get('user_rights') or {}).items()):
            for holder in holders or ():
                yield [('Fact', 'right'), ('Right', right), ('Sid', self.sid(holder))]

    def of_audit_policy(self, context, arguments):
        policy = self.d.get('audit_policy') or {}
        unknown = set(policy) - set(SUBCATEGORIES)
        if unknown:
            raise ValueError('%s: no such subcategories: %s' % (self.i['name'], ', '.join(sorted(unknown))))
        for name, guid in SUBCATEGORIES.items():
            yield [('Fact', 'policy'), ('Subcategory', guid), ('Value', AUDIT[policy.get(name, 'none')])]

    def of_file_right(self, context, arguments):
        folders = dict(FOLDERS) if self.p else {}
        account = self.p.get('account', r'NT SERVICE\ADSync')
        for role, f in (self.e.get('folders') or {}).items():
            path, text = folders.get(role, (None, None))
            folders[role] = (f.get('path', path), f.get('sddl', text) if f.get('exists', True) else None)
        for role, (path, text) in folders.items():
            binary = None
            if text is not None:
                binary = base64.b64encode(sddl.binary(text.replace('service', self.sid(account)), self.sid)).decode()
            yield [('Fact', 'folder'), ('Role', role), ('Path', path), ('Exists', text is not None), ('Descriptor', binary)]

    def of_log_age(self, context, arguments):
        ages = {'Application': '61d 3h', 'Security': '40d 7h', 'System': '160d', **(self.d.get('log_oldest') or {})}
        for log, age in ages.items():
            if log == 'Security' and not context.elevated:
                continue
            yield [('Fact', 'log'), ('Log', log), ('Oldest', self.when(age))]

    def of_account_logon(self, context, arguments):
        days = int(arguments.get('days') or 7)
        oldest = self.ago((self.d.get('log_oldest') or {}).get('Security', '40d 7h'))
        since = max(oldest, self.now() - datetime.timedelta(days=days))
        names = {self.p['account']: self.p['account']} if self.p else {}
        for c in self.export.connectors if self.refused(context, 'engine_connector') is None else ():
            if c.type == 'AD':
                names['%s\\%s' % (c.domain, c.account)] = '%s\\%s' % (c.netbios, c.account)
        logons = {logon['account']: logon for logon in self.d.get('interactive') or ()}
        unknown = set(logons) - set(names.values())
        if unknown:
            raise ValueError('%s: nobody watches %s' % (self.i['name'], unknown))
        for name, own in names.items():
            if constrained(context):
                yield [('Fact', 'watched'), ('Account', name)]
                continue
            yield [('Fact', 'watched'), ('Account', name), ('Sid', self.sid(own)), ('Since', self.time(since))]
        for name, own in names.items():
            if own in logons and not constrained(context):
                for kind, (count, age) in logons[own]['types'].items():
                    yield [('Fact', 'logon'), ('Account', name), ('Sid', self.sid(own)), ('Type', kind), ('Count', count),
                           ('Last', self.when(age))]
