# SPDX-License-Identifier: Apache-2.0
"""All instances that a described server has, class by class: rows of Python values by property name. A property that
a row does not name is null."""
import datetime
import re
import uuid

import describe
from model import Reference

CIMV2 = 'root/cimv2'
# Accounts without an authority of their own: (SID, English name).
SYSTEM_ACCOUNTS = (('S-1-1-0', 'Everyone'), ('S-1-2-0', 'LOCAL'), ('S-1-3-0', 'CREATOR OWNER'),
                   ('S-1-3-1', 'CREATOR GROUP'), ('S-1-5-1', 'DIALUP'), ('S-1-5-2', 'NETWORK'), ('S-1-5-3', 'BATCH'),
                   ('S-1-5-4', 'INTERACTIVE'), ('S-1-5-6', 'SERVICE'), ('S-1-5-7', 'ANONYMOUS LOGON'),
                   ('S-1-5-8', 'PROXY'), ('S-1-5-10', 'SELF'), ('S-1-5-11', 'Authenticated Users'),
                   ('S-1-5-12', 'RESTRICTED'), ('S-1-5-13', 'TERMINAL SERVER USER'),
                   ('S-1-5-14', 'REMOTE INTERACTIVE LOGON'), ('S-1-5-15', 'This Organization'), ('S-1-5-17', 'IUSR'),
                   ('S-1-5-18', 'SYSTEM'), ('S-1-5-19', 'LOCAL SERVICE'), ('S-1-5-20', 'NETWORK SERVICE'),
                   ('S-1-5-32', 'BUILTIN'))
EVENT_TYPES = {'error': (1, 'Error'), 'warning': (2, 'Warning'), 'information': (3, 'Information'),
               'success': (4, 'Audit Success'), 'failure': (5, 'Audit Failure')}
LOGON_TYPES = {'none': 0, 'password': 1, 's4u': 2, 'interactive': 3, 'group': 4, 'service': 5, 'either': 6}
NEVER = 4294967295


class Server:
    """The description, and what the classes below share of it."""

    def __init__(self, description, now, sids, clock=None):
        """`now`: the moment from which ages count; `clock`: what the server's own clock says in this answer."""
        self.d, self.now, self.sids, self.clock = description, now, sids, clock or now
        i = self.i = description['identity']
        self.name, self.netbios = i['name'], i['netbios']
        self.zone = datetime.timezone(datetime.timedelta(minutes=i['utc_offset_min']))

    def ago(self, value):
        return describe.ago(self.now, value).astimezone(self.zone).replace(microsecond=0)

    def domain_sid(self, name, account=None):
        """SID of DOMAIN\\name: as the directory says (the file of $LAB_SIDS), else from its rid, else invented."""
        known, account = self.sids.get(name.lower()), account or {}
        if known:
            return known
        rid = account.get('rid', 20000 + describe.stable(name.lower(), 10000))
        return account.get('sid', '%s-%d' % (self.i['domain_sid'], rid))

    def fill(self, text):
        """`sid(DOMAIN\\name)` and `sid(rid)`, of this server's own account, stand for the SID."""
        def sid(match):
            name = match.group(1)
            return self.domain_sid(name, self.d.get('domain_accounts', {}).get(name)) if '\\' in name else \
                self.local_sid(name)
        return re.sub(r'\bsid\(([^)]+)\)', sid, text)

    def local_sid(self, key):
        return key if str(key).startswith('S-') else '%s-%s' % (self.i['machine_sid'], key)


def operating_system(s):
    i, megabyte = s.i, 1024
    local = s.clock.astimezone(s.zone)
    yield dict(
        BootDevice=r'\Device\HarddiskVolume1', BuildNumber=str(i['build']), BuildType='Multiprocessor Free',
        Caption=i['caption'], CodeSet='1252', CountryCode=str(i.get('country', 1)),
        CreationClassName='Win32_OperatingSystem', CSCreationClassName='Win32_ComputerSystem', CSName=s.name,
        CurrentTimeZone=i['utc_offset_min'], DataExecutionPrevention_32BitApplications=True,
        DataExecutionPrevention_Available=True, DataExecutionPrevention_Drivers=True,
        DataExecutionPrevention_SupportPolicy=3, Debug=False, Description='', Distributed=False, EncryptionLevel=256,
        ForegroundApplicationBoost=2, FreePhysicalMemory=i['free_memory_mb'] * megabyte,
        FreeSpaceInPagingFiles=1900544, FreeVirtualMemory=i['free_memory_mb'] * megabyte + 1900544,
        InstallDate=s.ago(i['installed']), LastBootUpTime=s.ago(i['booted']).replace(microsecond=500000),
        LocalDateTime=local + datetime.timedelta(seconds=i.get('clock_offset_s', 0)), Locale='%04x' % i['language'],
        Manufacturer='Microsoft Corporation', MaxNumberOfProcesses=NEVER, MaxProcessMemorySize=137438953344,
        MUILanguages=[i['culture']], Name=i['caption'] + r'|C:\Windows|\Device\Harddisk0\Partition3',
        NumberOfLicensedUsers=0, NumberOfProcesses=131, NumberOfUsers=2, OperatingSystemSKU=i['sku'], Organization='',
        OSArchitecture='64-Bit' if i['language'] == 1031 else '64-bit', OSLanguage=i['language'], OSProductSuite=272,
        OSType=18, PortableOperatingSystem=False, Primary=True, ProductType=2 if i['domain_role'] >= 4 else 3,
        RegisteredUser='Windows User', SerialNumber='00454-10000-00001-AA%03d' % describe.stable(s.name, 1000),
        ServicePackMajorVersion=0, ServicePackMinorVersion=0, SizeStoredInPagingFiles=1900544, Status='OK',
        SuiteMask=272, SystemDevice=r'\Device\HarddiskVolume3', SystemDirectory=r'C:\Windows\system32',
        SystemDrive='C:', TotalVirtualMemorySize=i['memory_mb'] * megabyte + 1900544,
        TotalVisibleMemorySize=i['memory_mb'] * megabyte, Version='10.0.%d' % i['build'],
        WindowsDirectory=r'C:\Windows')


def computer_system(s):
    i = s.i
    yield dict(
        AdminPasswordStatus=3, AutomaticManagedPagefile=True, AutomaticResetBootOption=True,
        AutomaticResetCapability=True, BootROMSupported=True, BootStatus=[0] * 10, BootupState='Normal boot',
        Caption=s.name, ChassisBootupState=3, CreationClassName='Win32_ComputerSystem',
        CurrentTimeZone=i['utc_offset_min'], DaylightInEffect=False, Description='AT/AT COMPATIBLE',
        DNSHostName=s.name.lower(), Domain=i['domain'], DomainRole=i['domain_role'], EnableDaylightSavingsTime=True,
        FrontPanelResetStatus=3, HypervisorPresent=i['model'] != 'PowerEdge R650', InfraredSupported=False,
        KeyboardPasswordStatus=3, Manufacturer=i['manufacturer'], Model=i['model'], Name=s.name,
        NetworkServerModeEnabled=True, NumberOfLogicalProcessors=i['processors'], NumberOfProcessors=1,
        OEMStringArray=['[MS_VM_CERT/SHA1/9b80ca0d5dd061ec9da4e494f4c3fd1196270c22]'], PartOfDomain=True,
        PauseAfterReset=-1, PCSystemType=1, PCSystemTypeEx=1, PowerOnPasswordStatus=3, PowerState=0,
        PowerSupplyState=3, PrimaryOwnerName='Windows User', ResetCapability=1, ResetCount=-1, ResetLimit=-1,
        Roles=['LM_Workstation', 'LM_Server', 'NT', 'Server_NT'], Status='OK', SystemFamily='Virtual Machine',
        SystemSKUNumber='None', SystemType='x64-based PC', ThermalState=3, TotalPhysicalMemory=i['memory_mb'] * 1048576,
        WakeUpType=6)


def product(s):
    yield dict(Caption='Computer System Product', Description='Computer System Product', Name=s.i['model'],
               IdentifyingNumber=s.i['serial'], UUID=str(uuid.uuid5(uuid.NAMESPACE_DNS, s.name)).upper(),
               Vendor=s.i['manufacturer'], Version=s.i['model_version'])


def bios(s):
    name = s.i['bios']
    yield dict(BiosCharacteristics=[3, 9, 15, 16, 50, 51, 70], BIOSVersion=['VRTUAL - 1', name], Caption=name,
               CurrentLanguage='enUS', Description=name, Manufacturer='Microsoft Corporation', Name=name,
               PrimaryBIOS=True, ReleaseDate=datetime.datetime(2024, 4, 1, tzinfo=datetime.timezone.utc),
               SerialNumber=s.i['serial'], SMBIOSBIOSVersion=name, SMBIOSMajorVersion=3, SMBIOSMinorVersion=1,
               SMBIOSPresent=True, SoftwareElementID=name, SoftwareElementState=3, Status='OK',
               SystemBiosMajorVersion=4, SystemBiosMinorVersion=1, TargetOperatingSystem=0, Version='VRTUAL - 1')


def enclosure(s):
    yield dict(Caption='System Enclosure', ChassisTypes=[3], CreationClassName='Win32_SystemEnclosure',
               Description='System Enclosure', LockPresent=False, Manufacturer=s.i['manufacturer'],
               Name='System Enclosure', SerialNumber=s.i['serial'], SMBIOSAssetTag=s.i.get('asset_tag', s.i['serial']),
               Tag='System Enclosure 0', Version=s.i['model_version'])


def processor(s):
    yield dict(AddressWidth=64, Architecture=9, Caption='Intel64 Family 6 Model 106 Stepping 6',
               CurrentClockSpeed=2594, Description='Intel64 Family 6 Model 106 Stepping 6', DeviceID='CPU0', Family=179,
               Manufacturer='GenuineIntel', MaxClockSpeed=2594, Name='Intel(R) Xeon(R) Gold 6348 CPU @ 2.60GHz',
               NumberOfCores=max(1, s.i['processors'] // 2), NumberOfLogicalProcessors=s.i['processors'],
               SocketDesignation='None', Status='OK', VirtualizationFirmwareEnabled=True)


def time_zone(s):
    yield dict(Bias=s.i['utc_offset_min'], Caption='(UTC%+03d:00)' % (s.i['utc_offset_min'] // 60), DaylightBias=-60,
               DaylightName=s.i['zone'] + ' (summer)', StandardBias=0, StandardName=s.i['zone'])


def disks(s):
    for letter, disk in s.d['disks'].items():
        yield dict(Access=0, Caption=letter, Compressed=False, CreationClassName='Win32_LogicalDisk',
                   Description='Local Fixed Disk', DeviceID=letter, DriveType=disk.get('type', 3), FileSystem='NTFS',
                   FreeSpace=int(disk['free_gb'] * 2 ** 30), MaximumComponentLength=255, MediaType=12, Name=letter,
                   QuotasDisabled=True, QuotasIncomplete=False, QuotasRebuilding=False,
                   Size=int(disk['size_gb'] * 2 ** 30), SupportsDiskQuotas=True, SupportsFileBasedCompression=True,
                   SystemCreationClassName='Win32_ComputerSystem', SystemName=s.name, VolumeDirty=False,
                   VolumeName=disk.get('label', ''),
                   VolumeSerialNumber='%08X' % describe.stable(s.name + letter, 2 ** 32))


def adapters(s):
    yield dict(Caption='[00000000] Microsoft Kernel Debug Network Adapter', DHCPEnabled=True, Index=0, InterfaceIndex=3,
               Description='Microsoft Kernel Debug Network Adapter', IPEnabled=False, ServiceName='kdnic',
               SettingID='{F5A1D7C2-3B64-4E5A-9D20-7C1B0E9A4D31}')
    for index, a in enumerate(s.d['adapters'], 1):
        addresses = a['addresses']
        yield dict(
            Caption='[%08d] %s' % (index, a['name']), DatabasePath=r'%SystemRoot%\System32\drivers\etc',
            DefaultIPGateway=a.get('gateways'), Description=a['name'], DHCPEnabled=False, DNSDomain=s.i['domain'],
            DNSDomainSuffixSearchOrder=[s.i['domain']], DNSEnabledForWINSResolution=False, DNSHostName=s.name.lower(),
            DNSServerSearchOrder=a.get('dns'), DomainDNSRegistrationEnabled=False, FullDNSRegistrationEnabled=True,
            GatewayCostMetric=[256] if a.get('gateways') else None, Index=index, InterfaceIndex=index + 4,
            IPAddress=[x.split('/')[0] for x in addresses], IPConnectionMetric=15, IPEnabled=True,
            IPFilterSecurityEnabled=False, IPSubnet=[_mask(x) for x in addresses],
            MACAddress='00:15:5D:' + ':'.join('%02X' % b for b in
                                              describe.stable(s.name + str(index), 2 ** 24).to_bytes(3, 'big')),
            ServiceName='netvsc', SettingID='{%s}' % str(uuid.uuid5(uuid.NAMESPACE_DNS, s.name + str(index))).upper(),
            TcpipNetbiosOptions=2, WINSEnableLMHostsLookup=False, WINSScopeID='')


def _mask(address):
    ip, _, bits = address.partition('/')
    if ':' in ip:
        return bits or '64'
    number = (0xffffffff << (32 - int(bits or 24))) & 0xffffffff
    return '.'.join(str(b) for b in number.to_bytes(4, 'big'))


def services(s):
    for name, v in s.d['services'].items():
        running = v['state'] == 'Running'
        own = v.get('type') or ('Own Process' if 'svchost' not in v['path'] else 'Share Process')
        yield dict(
            AcceptPause=False, AcceptStop=running, Caption=v.get('display', name), CheckPoint=0,
            CreationClassName='Win32_Service', DelayedAutoStart=bool(v.get('delayed')),
            Description=v.get('description', v.get('display', name)), DesktopInteract=False,
            DisplayName=v.get('display', name), ErrorControl='Normal', ExitCode=v.get('exit', 0 if running else 1077),
            Name=name, PathName=v['path'], ProcessId=v['pid'], ServiceSpecificExitCode=0, ServiceType=own,
            Started=running, StartMode=v['start'], StartName=v.get('account', 'LocalSystem'), State=v['state'],
            Status='OK', SystemCreationClassName='Win32_ComputerSystem', SystemName=s.name, TagId=0, WaitHint=0)


def hotfixes(s):
    """`form`: how this server writes the date: us (m/d/yyyy), hex (FILETIME), de (d.m.yyyy), compact (yyyymmdd) or
    none."""
    for kb, fix in s.d['hotfixes'].items():
        when = s.ago(fix['age'])
        form = fix.get('form', s.i.get('hotfix_form', 'us'))
        text = {'us': '%d/%d/%d' % (when.month, when.day, when.year),
                'de': '%d.%d.%d' % (when.day, when.month, when.year), 'compact': when.strftime('%Y%m%d'), 'none': '',
                'hex': '%016x' % int((when.timestamp() + 11644473600) * 10 ** 7)}[form]
        yield dict(Caption='http://support.microsoft.com/?kbid=' + kb[2:], CSName=s.name,
                   Description=fix.get('kind', 'Security Update'), HotFixID=kb, InstalledBy=s.d['texts']['system'],
                   InstalledOn=text, ServicePackInEffect='', FixComments='')


def _account(domain, name, sid, kind, local, **more):
    caption = '%s\\%s' % (domain, name)
    return dict(Caption=caption, Description=more.pop('description', ''), Domain=domain, LocalAccount=local, Name=name,
                SID=sid, SIDType=kind, Status='OK', **more)


def users(s):
    for rid, u in s.d['users'].items():
        yield _account(s.name, u['name'], s.local_sid(rid), 1, True, AccountType=512, Disabled=u.get('disabled', False),
                       FullName=u.get('full_name', ''), Lockout=False, PasswordChangeable=True,
                       PasswordExpires=u.get('expires', True), PasswordRequired=u.get('required', True),
                       description=u.get('description', ''))
    for name, a in s.d.get('domain_accounts', {}).items():
        if a.get('kind', 'user') == 'user':
            domain, _, sam = name.partition('\\')
            yield _account(domain, sam, s.domain_sid(name, a), 1, False, AccountType=512, Disabled=False, FullName='',
                           Lockout=False, PasswordChangeable=True, PasswordExpires=True, PasswordRequired=True)


def groups(s):
    for key, g in s.d['groups'].items():
        yield _account(s.name, g['name'], s.local_sid(key), 4, True, description=g.get('description', ''))
    for name, a in s.d.get('domain_accounts', {}).items():
        if a.get('kind') == 'group':
            domain, _, sam = name.partition('\\')
            yield _account(domain, sam, s.domain_sid(name, a), 2, False)


def system_accounts(s):
    names = s.d['texts'].get('accounts', {})
    for sid, name in SYSTEM_ACCOUNTS:
        yield _account(s.name, names.get(sid, name), sid, 5, True)


def group_users(s):
    """Members as in Win32_GroupUser: a name with a domain, a name of this server, or a bare SID that nobody can
    name."""
    local_users = {u['name'].lower() for u in s.d['users'].values()}
    local_groups = {g['name'].lower() for g in s.d['groups'].values()}
    system = {a['Name'].lower() for a in system_accounts(s)}
    domain = {name.lower(): a for name, a in s.d.get('domain_accounts', {}).items()}
    for g in s.d['groups'].values():
        whole = Reference(CIMV2, 'Win32_Group', {'Domain': s.name, 'Name': g['name']})
        for member in g.get('members', ()):
            head, _, name = member.rpartition('\\')
            key = name.lower()
            if head:
                known = domain.get(member.lower())
                if known is None:
                    raise ValueError('%s: a member that domain_accounts does not know: %s' % (s.name, member))
                cls = 'Win32_Group' if known.get('kind') == 'group' else 'Win32_UserAccount'
            elif key in local_users or name.startswith('S-1-'):
                cls = 'Win32_UserAccount'
            elif key in local_groups:
                cls = 'Win32_Group'
            elif key in system:
                cls = 'Win32_SystemAccount'
            else:
                raise ValueError('%s: no such member: %s' % (s.name, member))
            yield dict(GroupComponent=whole,
                       PartComponent=Reference(CIMV2, cls, {'Domain': head or s.name, 'Name': name}))


def shares(s):
    for name, share in s.d['shares'].items():
        yield dict(AllowMaximum=True, Caption=share.get('text', name), Description=share.get('text', name), Name=name,
                   Path=share['path'], Status='OK', Type=share.get('type', 0))


def server_features(s):
    for number, feature in s.d['server_features'].items():
        yield dict(ID=number, Name=feature['name'], ParentID=feature.get('parent', 0))


def optional_features(s):
    for name, feature in s.d['optional_features'].items():
        yield dict(Caption=feature.get('caption', name), InstallState=feature['state'], Name=name)


def event_logs(s):
    for name, log in s.d['event_logs'].items():
        path = r'C:\Windows\System32\Winevt\Logs\%s.evtx' % name.replace('/', '%4')
        policy = log.get('overwrite', 'WhenNeeded')
        days = {'WhenNeeded': 0, 'Never': NEVER}.get(policy, log.get('outdated', 7))
        yield dict(_file(s, path, log.get('file_kb', 20484) * 1024), LogfileName=name, MaxFileSize=log['max_kb'] * 1024,
                   NumberOfRecords=log.get('records', 41327), Sources=log.get('sources', [name]),
                   OverWritePolicy=policy, OverwriteOutDated=days)


def events(s):
    """Records in the order of time; `times` and `every` repeat one."""
    expanded = []
    for e in s.d['events']:
        every = describe.age(e.get('every', 0))
        for n in range(e.get('times', 1)):
            expanded.append((describe.age(e['age']) + n * every, e))
    expanded.sort(key=lambda pair: -pair[0])
    numbers = {}
    for seconds, e in expanded:
        log = e.get('log', 'Application')
        numbers[log] = numbers.get(log, 1000 + describe.stable(s.name + log, 9000)) + 7
        when = (s.now - datetime.timedelta(seconds=seconds)).astimezone(datetime.timezone.utc)
        kind, word = EVENT_TYPES[e.get('type', 'information')]
        yield dict(Category=e.get('category', 0), ComputerName='%s.%s' % (s.name, s.i['domain']), EventCode=e['id'],
                   EventIdentifier=e.get('identifier', e['id']), EventType=kind,
                   InsertionStrings=[s.fill(str(x)) for x in e.get('inserts', ())] or None, Logfile=log,
                   Message=e.get('message', ''), RecordNumber=numbers[log], SourceName=e['source'],
                   TimeGenerated=when.replace(microsecond=0), TimeWritten=when.replace(microsecond=0),
                   Type=s.d['texts'].get('event_types', {}).get(kind, word), User=e.get('user'))


def files(s):
    for path, size in s.d.get('files', {}).items():
        yield _file(s, path, size)


def _file(s, path, size):
    drive, _, rest = path.partition('\\')
    folder, _, name = ('\\' + rest.lower()).rpartition('\\')
    stem, _, extension = name.rpartition('.')
    when = s.ago(1)
    return dict(AccessMask=18809343, Archive=True, Caption=path.lower(), Compressed=False,
                CreationClassName='CIM_LogicalFile', CreationDate=s.ago(s.i['installed']), Description=path.lower(),
                CSCreationClassName='Win32_ComputerSystem', CSName=s.name, Drive=drive.lower(),
                EightDotThreeFileName=path.lower(), Encrypted=False, Extension=extension, FileName=stem or name,
                FileSize=size, FileType=extension + ' file', FSCreationClassName='Win32_FileSystem', FSName='NTFS',
                Hidden=False, InstallDate=s.ago(s.i['installed']), LastAccessed=when, LastModified=when,
                Name=path.lower(), Path=folder + '\\', Readable=True, Status='OK', System=False, Writeable=True)


def _sockets(s, kind):
    """'address:port owner': the owner is a service, or System."""
    for text in s.d['listeners'].get(kind, ()):
        where, _, owner = text.partition(' ')
        address, _, port = where.rpartition(':')
        service = s.d['services'].get(owner)
        pid = 4 if owner == 'System' else service['pid'] if service else 600 + 4 * describe.stable(owner, 2000)
        yield address.strip('[]'), int(port), pid


def tcp(s):
    for address, port, pid in _sockets(s, 'tcp'):
        yield dict(AppliedSetting=0, CreationTime=s.ago(s.i['booted']), EnabledDefault=2, EnabledState=5,
                   InstanceID='%s++%d++%s++0' % (address, port, '::' if ':' in address else '0.0.0.0'),
                   LocalAddress=address, LocalPort=port, OffloadState=0, OwningProcess=pid,
                   RemoteAddress='::' if ':' in address else '0.0.0.0', RemotePort=0, RequestedState=5, State=2,
                   TransitioningToState=12)
    for n in range(3): # established ones, which are no listeners
        yield dict(AppliedSetting=1, CreationTime=s.ago('%dm' % (n + 1)), EnabledDefault=2, EnabledState=5,
                   InstanceID='10.20.1.21++%d++10.20.0.10++389' % (50210 + n), LocalAddress='10.20.1.21',
                   LocalPort=50210 + n, OffloadState=0, OwningProcess=668, RemoteAddress='10.20.0.10', RemotePort=389,
                   RequestedState=5, State=5, TransitioningToState=12)


def udp(s):
    for address, port, pid in _sockets(s, 'udp'):
        yield dict(CreationTime=s.ago(s.i['booted']), EnabledDefault=2, EnabledState=5, LocalAddress=address,
                   InstanceID='%s++%d' % (address, port), LocalPort=port, OwningProcess=pid, RequestedState=5)


def defender(s):
    d = s.d.get('defender')
    if not d:
        return
    on, old = d.get('real_time', True), d.get('signature_age_d', 0)
    when = s.ago(old)
    yield dict(
        AMEngineVersion='1.1.26090.5', AMProductVersion='4.18.26090.2', AMServiceVersion='4.18.26090.2',
        AMRunningMode=d.get('mode', 'Normal'), AMServiceEnabled=d.get('running', True), AntispywareEnabled=on,
        AntispywareSignatureAge=old, AntispywareSignatureLastUpdated=when, AntispywareSignatureVersion=d['signature'],
        AntivirusEnabled=on, AntivirusSignatureAge=old, AntivirusSignatureLastUpdated=when,
        AntivirusSignatureVersion=d['signature'], BehaviorMonitorEnabled=on, ComputerState=0,
        ComputerID=str(uuid.uuid5(uuid.NAMESPACE_DNS, s.name)).upper(), DefenderSignaturesOutOfDate=old > 7,
        FullScanAge=NEVER, FullScanOverdue=False, FullScanRequired=False, IoavProtectionEnabled=on,
        IsTamperProtected=d.get('tamper', True), IsVirtualMachine=True, LastFullScanSource=0, LastQuickScanSource=2,
        NISEnabled=on, NISEngineVersion='1.1.26090.5', NISSignatureAge=old, NISSignatureLastUpdated=when,
        NISSignatureVersion=d['signature'], OnAccessProtectionEnabled=on, ProductStatus=524288, QuickScanAge=1,
        QuickScanEndTime=s.ago(1), QuickScanOverdue=False, QuickScanStartTime=s.ago('1d 10m'),
        RealTimeProtectionEnabled=on, RealTimeScanDirection=0, RebootRequired=False,
        TamperProtectionSource='Intune' if d.get('tamper', True) else 'N/A')


def defender_preference(s):
    d = s.d.get('defender')
    if not d:
        return
    out = d.get('exclusions', {})
    yield dict(ComputerID=str(uuid.uuid5(uuid.NAMESPACE_DNS, s.name)).upper(), CloudBlockLevel=2,
               DisableAutoExclusions=False, DisableBehaviorMonitoring=False, DisableIOAVProtection=False,
               DisableRealtimeMonitoring=not d.get('real_time', True), DisableScriptScanning=False,
               EnableNetworkProtection=1, ExclusionExtension=out.get('extensions'), ExclusionPath=out.get('paths'),
               ExclusionIpAddress=out.get('addresses'), ExclusionProcess=out.get('processes'), MAPSReporting=2,
               PUAProtection=1, SignatureUpdateInterval=4, SubmitSamplesConsent=1)


def device_guard(s):
    d = s.d.get('device_guard')
    if d:
        yield dict(AvailableSecurityProperties=[1, 2, 3, 5, 6, 7], CodeIntegrityPolicyEnforcementStatus=2,
                   InstanceIdentifier='4ff40742-2649-41b8-bdd1-e80fad1cce80', RequiredSecurityProperties=[1, 2],
                   SecurityServicesConfigured=d['configured'], SecurityServicesRunning=d['running'],
                   UsermodeCodeIntegrityPolicyEnforcementStatus=0, Version='1.0',
                   VirtualizationBasedSecurityStatus=d['status'], VirtualMachineIsolation=False,
                   VirtualMachineIsolationProperties=[0])


def tpm(s):
    d = s.d.get('tpm')
    if d:
        yield dict(IsActivated_InitialValue=d['activated'], IsEnabled_InitialValue=d['enabled'],
                   IsOwned_InitialValue=True, ManufacturerId=1297303124, ManufacturerIdTxt='MSFT',
                   ManufacturerVersion='8217.4131.22.13878', ManufacturerVersionFull20='8217.4131.22.13878',
                   ManufacturerVersionInfo='xCG fTPM', PhysicalPresenceVersionInfo='1.3', SpecVersion=d['spec'])


def volumes(s):
    for letter, protection in s.d.get('bitlocker', {}).items():
        yield dict(ConversionStatus=1 if protection else 0, DriveLetter=letter, EncryptionMethod=7 if protection else 0,
                   DeviceID='\\\\?\\Volume{%s}\\' % uuid.uuid5(uuid.NAMESPACE_DNS, s.name + letter),
                   IsVolumeInitializedForProtection=bool(protection), ProtectionStatus=protection,
                   PersistentVolumeID='{%s}' % str(uuid.uuid5(uuid.NAMESPACE_DNS, letter)).upper(),
                   VolumeType=0 if letter == 'C:' else 1)


def tasks(s):
    """Principal and Settings are embedded instances: ('class', row)."""
    for path, t in s.d['tasks'].items():
        folder, _, name = path.rpartition('\\')
        enabled = t.get('enabled', True)
        level = 1 if t.get('highest') else 0
        logon = LOGON_TYPES[t.get('logon', 'group' if 'group' in t else 'service')]
        principal = dict(DisplayName=None, GroupId=t.get('group'), Id=t.get('id', 'Author'), LogonType=logon,
                         ProcessTokenSidType=2, RunLevel=level, UserId=t.get('user'))
        settings = dict(AllowDemandStart=True, AllowHardTerminate=True, Compatibility=4,
                        DisallowStartIfOnBatteries=False, Enabled=enabled, ExecutionTimeLimit='PT72H', Hidden=False,
                        MultipleInstances=2, Priority=7, RunOnlyIfIdle=False, RunOnlyIfNetworkAvailable=False,
                        StartWhenAvailable=True, StopIfGoingOnBatteries=False, WakeToRun=False)
        yield dict(Author=t.get('author', 'Microsoft Corporation'), Description=t.get('description'),
                   Principal=('MSFT_TaskPrincipal2', principal), Settings=('MSFT_TaskSettings', settings),
                   State=3 if enabled else 1, TaskName=name, TaskPath=folder + '\\', URI=path)


STANDARD, SECURITY = 'root/StandardCimv2', 'root/cimv2/Security/'
DEFENDER = 'root/Microsoft/Windows/Defender'
# (namespace, class, rows); an answer with a clock in it is made anew each time.
EXTENTS = (
    (CIMV2, 'Win32_OperatingSystem', operating_system), (CIMV2, 'Win32_ComputerSystem', computer_system),
    (CIMV2, 'Win32_ComputerSystemProduct', product), (CIMV2, 'Win32_BIOS', bios), (CIMV2, 'Win32_Processor', processor),
    (CIMV2, 'Win32_SystemEnclosure', enclosure),
    (CIMV2, 'Win32_TimeZone', time_zone), (CIMV2, 'Win32_LogicalDisk', disks),
    (CIMV2, 'Win32_NetworkAdapterConfiguration', adapters), (CIMV2, 'Win32_Service', services),
    (CIMV2, 'Win32_QuickFixEngineering', hotfixes), (CIMV2, 'Win32_UserAccount', users), (CIMV2, 'Win32_Group', groups),
    (CIMV2, 'Win32_SystemAccount', system_accounts), (CIMV2, 'Win32_GroupUser', group_users),
    (CIMV2, 'Win32_Share', shares), (CIMV2, 'Win32_ServerFeature', server_features),
    (CIMV2, 'Win32_OptionalFeature', optional_features), (CIMV2, 'Win32_NTEventlogFile', event_logs),
    (CIMV2, 'Win32_NTLogEvent', events), (CIMV2, 'CIM_DataFile', files),
    (STANDARD, 'MSFT_NetTCPConnection', tcp), (STANDARD, 'MSFT_NetUDPEndpoint', udp),
    (DEFENDER, 'MSFT_MpComputerStatus', defender), (DEFENDER, 'MSFT_MpPreference', defender_preference),
    ('root/Microsoft/Windows/DeviceGuard', 'Win32_DeviceGuard', device_guard),
    (SECURITY + 'MicrosoftTpm', 'Win32_Tpm', tpm),
    (SECURITY + 'MicrosoftVolumeEncryption', 'Win32_EncryptableVolume', volumes),
    ('root/Microsoft/Windows/TaskScheduler', 'MSFT_ScheduledTask', tasks))
VOLATILE = {'win32_operatingsystem'}
# Namespaces that only exist where the description has the thing.
NEEDS = {DEFENDER.lower(): 'defender', (SECURITY + 'MicrosoftVolumeEncryption').lower(): 'bitlocker'}
