# SPDX-License-Identifier: Apache-2.0
"""The CIM classes that the lab's Windows servers know: names, bases, properties with their types, keys.

Property sets are those of Windows Server 2022; where the recordings of real servers hold a class, its set is theirs.
WS-Man gives properties in alphabetical order, so the order of writing does not matter here.

Form of the table: a namespace begins at the margin; a class is indented by two blanks, with its base after the colon;
its own properties follow as NAME:TYPE, keys with a star. Types: s string, b boolean, d datetime, r reference, o object,
u8 u16 u32 u64 i32 and so on; [] behind makes an array."""
from collections import namedtuple

Property = namedtuple('Property', 'name type array key')

TABLE = '''
root/cimv2
  CIM_LogicalElement : -
    Caption:s Description:s InstallDate:d Name:s Status:s
  Win32_OperatingSystem : CIM_LogicalElement
    BootDevice:s BuildNumber:s BuildType:s CodeSet:s CountryCode:s CreationClassName:s CSCreationClassName:s
    CSDVersion:s
    CSName:s CurrentTimeZone:i16 DataExecutionPrevention_32BitApplications:b DataExecutionPrevention_Available:b
    DataExecutionPrevention_Drivers:b DataExecutionPrevention_SupportPolicy:u8 Debug:b Distributed:b EncryptionLevel:u32
    ForegroundApplicationBoost:u8 FreePhysicalMemory:u64 FreeSpaceInPagingFiles:u64 FreeVirtualMemory:u64
    LargeSystemCache:u32 LastBootUpTime:d LocalDateTime:d Locale:s Manufacturer:s MaxNumberOfProcesses:u32
    MaxProcessMemorySize:u64 MUILanguages:s[] NumberOfLicensedUsers:u32 NumberOfProcesses:u32 NumberOfUsers:u32
    OperatingSystemSKU:u32 Organization:s OSArchitecture:s OSLanguage:u32 OSProductSuite:u32 OSType:u16
    OtherTypeDescription:s PAEEnabled:b PlusProductID:s PlusVersionNumber:s PortableOperatingSystem:b Primary:b
    ProductType:u32 RegisteredUser:s SerialNumber:s ServicePackMajorVersion:u16 ServicePackMinorVersion:u16
    SizeStoredInPagingFiles:u64 SuiteMask:u32 SystemDevice:s SystemDirectory:s SystemDrive:s TotalSwapSpaceSize:u64
    TotalVirtualMemorySize:u64 TotalVisibleMemorySize:u64 Version:s WindowsDirectory:s *Name:s
  Win32_ComputerSystem : CIM_LogicalElement
    AdminPasswordStatus:u16 AutomaticManagedPagefile:b AutomaticResetBootOption:b AutomaticResetCapability:b
    BootOptionOnLimit:u16 BootOptionOnWatchDog:u16 BootROMSupported:b BootStatus:u16[] BootupState:s
    ChassisBootupState:u16
    ChassisSKUNumber:s CreationClassName:s CurrentTimeZone:i16 DaylightInEffect:b DNSHostName:s Domain:s DomainRole:u16
    EnableDaylightSavingsTime:b FrontPanelResetStatus:u16 HypervisorPresent:b InfraredSupported:b InitialLoadInfo:s[]
    KeyboardPasswordStatus:u16 LastLoadInfo:s Manufacturer:s Model:s *Name:s NameFormat:s NetworkServerModeEnabled:b
    NumberOfLogicalProcessors:u32 NumberOfProcessors:u32 OEMLogoBitmap:u8[] OEMStringArray:s[] PartOfDomain:b
    PauseAfterReset:i64 PCSystemType:u16 PCSystemTypeEx:u16 PowerManagementCapabilities:u16[] PowerManagementSupported:b
    PowerOnPasswordStatus:u16 PowerState:u16 PowerSupplyState:u16 PrimaryOwnerContact:s PrimaryOwnerName:s
    ResetCapability:u16 ResetCount:i16 ResetLimit:i16 Roles:s[] SupportContactDescription:s[] SystemFamily:s
    SystemSKUNumber:s SystemStartupDelay:u16 SystemStartupOptions:s[] SystemStartupSetting:u8 SystemType:s
    ThermalState:u16 TotalPhysicalMemory:u64 UserName:s WakeUpType:u16 Workgroup:s
  Win32_ComputerSystemProduct : -
    Caption:s Description:s *IdentifyingNumber:s *Name:s SKUNumber:s UUID:s Vendor:s *Version:s WarrantyDuration:u32
    WarrantyStartDate:d
  Win32_BIOS : CIM_LogicalElement
    BiosCharacteristics:u16[] BIOSVersion:s[] BuildNumber:s CodeSet:s CurrentLanguage:s
    EmbeddedControllerMajorVersion:u8
    EmbeddedControllerMinorVersion:u8 IdentificationCode:s InstallableLanguages:u16 LanguageEdition:s
    ListOfLanguages:s[] Manufacturer:s *Name:s OtherTargetOS:s PrimaryBIOS:b ReleaseDate:d SerialNumber:s
    SMBIOSBIOSVersion:s SMBIOSMajorVersion:u16 SMBIOSMinorVersion:u16 SMBIOSPresent:b *SoftwareElementID:s
    *SoftwareElementState:u16 SystemBiosMajorVersion:u8 SystemBiosMinorVersion:u8 *TargetOperatingSystem:u16 *Version:s
  Win32_SystemEnclosure : CIM_LogicalElement
    AudibleAlarm:b BreachDescription:s CableManagementStrategy:s ChassisTypes:u16[] CreationClassName:s
    CurrentRequiredOrProduced:i16 Depth:u32 HeatGeneration:u16 Height:u32 HotSwappable:b LockPresent:b Manufacturer:s
    Model:s NumberOfPowerCords:u16 OtherIdentifyingInfo:s PartNumber:s PoweredOn:b Removable:b Replaceable:b
    SecurityBreach:u16 SecurityStatus:u16 SerialNumber:s ServiceDescriptions:s[] ServicePhilosophy:u16[] SKU:s
    SMBIOSAssetTag:s *Tag:s TypeDescriptions:s[] Version:s VisibleAlarm:b Weight:u32 Width:u32
  Win32_Processor : CIM_LogicalElement
    AddressWidth:u16 Architecture:u16 CurrentClockSpeed:u32 *DeviceID:s Family:u16 L2CacheSize:u32 Manufacturer:s
    MaxClockSpeed:u32 NumberOfCores:u32 NumberOfLogicalProcessors:u32 SocketDesignation:s
    VirtualizationFirmwareEnabled:b
  Win32_LogicalDisk : CIM_LogicalElement
    Access:u16 Availability:u16 BlockSize:u64 Compressed:b ConfigManagerErrorCode:u32 ConfigManagerUserConfig:b
    CreationClassName:s *DeviceID:s DriveType:u32 ErrorCleared:b ErrorDescription:s ErrorMethodology:s FileSystem:s
    FreeSpace:u64 LastErrorCode:u32 MaximumComponentLength:u32 MediaType:u32 NumberOfBlocks:u64 PNPDeviceID:s
    PowerManagementCapabilities:u16[] PowerManagementSupported:b ProviderName:s Purpose:s QuotasDisabled:b
    QuotasIncomplete:b QuotasRebuilding:b Size:u64 StatusInfo:u16 SupportsDiskQuotas:b SupportsFileBasedCompression:b
    SystemCreationClassName:s SystemName:s VolumeDirty:b VolumeName:s VolumeSerialNumber:s
  Win32_NetworkAdapterConfiguration : -
    ArpAlwaysSourceRoute:b ArpUseEtherSNAP:b Caption:s DatabasePath:s DeadGWDetectEnabled:b DefaultIPGateway:s[]
    DefaultTOS:u8 DefaultTTL:u8 Description:s DHCPEnabled:b DHCPLeaseExpires:d DHCPLeaseObtained:d DHCPServer:s
    DNSDomain:s DNSDomainSuffixSearchOrder:s[] DNSEnabledForWINSResolution:b DNSHostName:s DNSServerSearchOrder:s[]
    DomainDNSRegistrationEnabled:b ForwardBufferMemory:u32 FullDNSRegistrationEnabled:b GatewayCostMetric:u16[]
    IGMPLevel:u8 *Index:u32 InterfaceIndex:u32 IPAddress:s[] IPConnectionMetric:u32 IPEnabled:b
    IPFilterSecurityEnabled:b IPPortSecurityEnabled:b IPSecPermitIPProtocols:s[] IPSecPermitTCPPorts:s[]
    IPSecPermitUDPPorts:s[] IPSubnet:s[] IPUseZeroBroadcast:b IPXAddress:s IPXEnabled:b IPXFrameType:u32[]
    IPXMediaType:u32 IPXNetworkNumber:s[] IPXVirtualNetNumber:s KeepAliveInterval:u32 KeepAliveTime:u32 MACAddress:s
    MTU:u32 NumForwardPackets:u32 PMTUBHDetectEnabled:b PMTUDiscoveryEnabled:b ServiceName:s SettingID:s
    TcpipNetbiosOptions:u32 TcpMaxConnectRetransmissions:u32 TcpMaxDataRetransmissions:u32 TcpNumConnections:u32
    TcpUseRFC1122UrgentPointer:b TcpWindowSize:u16 WINSEnableLMHostsLookup:b WINSHostLookupFile:s WINSPrimaryServer:s
    WINSScopeID:s WINSSecondaryServer:s
  CIM_Service : CIM_LogicalElement
    CreationClassName:s *Name:s Started:b StartMode:s SystemCreationClassName:s SystemName:s
  Win32_BaseService : CIM_Service
    AcceptPause:b AcceptStop:b DesktopInteract:b DisplayName:s ErrorControl:s ExitCode:u32 PathName:s
    ServiceSpecificExitCode:u32 ServiceType:s StartName:s State:s TagId:u32
  Win32_Service : Win32_BaseService
    CheckPoint:u32 DelayedAutoStart:b ProcessId:u32 WaitHint:u32
  Win32_QuickFixEngineering : CIM_LogicalElement
    CSName:s FixComments:s *HotFixID:s InstalledBy:s InstalledOn:s ServicePackInEffect:s
  Win32_Account : CIM_LogicalElement
    *Domain:s LocalAccount:b *Name:s SID:s SIDType:u8
  Win32_UserAccount : Win32_Account
    AccountType:u32 Disabled:b FullName:s Lockout:b PasswordChangeable:b PasswordExpires:b PasswordRequired:b
  Win32_Group : Win32_Account
  Win32_SystemAccount : Win32_Account
  Win32_GroupUser : -
    *GroupComponent:r *PartComponent:r
  Win32_Share : CIM_LogicalElement
    AccessMask:u32 AllowMaximum:b MaximumAllowed:u32 *Name:s Path:s Type:u32
  Win32_ServerFeature : -
    *ID:u32 Name:s ParentID:u32
  Win32_OptionalFeature : CIM_LogicalElement
    InstallState:u32 *Name:s
  CIM_LogicalFile : CIM_LogicalElement
    AccessMask:u32 Archive:b Compressed:b CompressionMethod:s CreationClassName:s CreationDate:d CSCreationClassName:s
    CSName:s Drive:s EightDotThreeFileName:s Encrypted:b EncryptionMethod:s Extension:s FileName:s FileSize:u64
    FileType:s FSCreationClassName:s FSName:s Hidden:b InUseCount:u64 LastAccessed:d LastModified:d *Name:s Path:s
    Readable:b System:b Writeable:b
  CIM_DataFile : CIM_LogicalFile
    Manufacturer:s Version:s
  Win32_NTEventlogFile : CIM_DataFile
    LogfileName:s MaxFileSize:u32 NumberOfRecords:u32 OverwriteOutDated:u32 OverWritePolicy:s Sources:s[]
  Win32_NTLogEvent : -
    Category:u16 CategoryString:s ComputerName:s Data:u8[] EventCode:u16 EventIdentifier:u32 EventType:u8
    InsertionStrings:s[] *Logfile:s Message:s *RecordNumber:u32 SourceName:s TimeGenerated:d TimeWritten:d Type:s User:s
  Win32_TimeZone : -
    Bias:i32 Caption:s DaylightBias:i32 DaylightName:s Description:s SettingID:s StandardBias:u32 *StandardName:s
  StdRegProv : -
root/default
  StdRegProv : -
root/StandardCimv2
  MSFT_NetTransportConnection : -
    *InstanceID:s CreationTime:d LocalAddress:s LocalPort:u16 OwningProcess:u32
  MSFT_NetTCPConnection : MSFT_NetTransportConnection
    AppliedSetting:u8 AvailableRequestedStates:u16[] Caption:s CommunicationStatus:u16 Description:s DetailedStatus:u16
    ElementName:s EnabledDefault:u16 EnabledState:u16 HealthState:u16 InstallDate:d Name:s OffloadState:u8
    OperatingStatus:u16 OperationalStatus:u16[] OtherEnabledState:s PrimaryStatus:u16 RemoteAddress:s RemotePort:u16
    RequestedState:u16 State:u8 Status:s StatusDescriptions:s[] TimeOfLastStateChange:d TransitioningToState:u16
  MSFT_NetUDPEndpoint : MSFT_NetTransportConnection
    AvailableRequestedStates:u16[] Caption:s Description:s ElementName:s EnabledDefault:u16 EnabledState:u16
    HealthState:u16 InstallDate:d Name:s OperationalStatus:u16[] OtherEnabledState:s RequestedState:u16 Status:s
    StatusDescriptions:s[]
root/Microsoft/Windows/Defender
  BaseStatus : -
  MSFT_MpComputerStatus : BaseStatus
    AMEngineVersion:s AMProductVersion:s AMRunningMode:s AMServiceEnabled:b AMServiceVersion:s AntispywareEnabled:b
    AntispywareSignatureAge:u32 AntispywareSignatureLastUpdated:d AntispywareSignatureVersion:s AntivirusEnabled:b
    AntivirusSignatureAge:u32 AntivirusSignatureLastUpdated:d AntivirusSignatureVersion:s BehaviorMonitorEnabled:b
    *ComputerID:s ComputerState:u32 DefenderSignaturesOutOfDate:b FullScanAge:u32 FullScanEndTime:d
    FullScanOverdue:b FullScanRequired:b FullScanStartTime:d IoavProtectionEnabled:b IsTamperProtected:b
    IsVirtualMachine:b LastFullScanSource:u8 LastQuickScanSource:u8 NISEnabled:b NISEngineVersion:s NISSignatureAge:u32
    NISSignatureLastUpdated:d NISSignatureVersion:s OnAccessProtectionEnabled:b ProductStatus:u32 QuickScanAge:u32
    QuickScanEndTime:d QuickScanOverdue:b QuickScanStartTime:d RealTimeProtectionEnabled:b RealTimeScanDirection:u8
    RebootRequired:b TamperProtectionSource:s
  MSFT_MpPreference : -
    *ComputerID:s CloudBlockLevel:u8 DisableAutoExclusions:b DisableBehaviorMonitoring:b DisableIOAVProtection:b
    DisableRealtimeMonitoring:b DisableScriptScanning:b EnableNetworkProtection:u8 ExclusionExtension:s[]
    ExclusionIpAddress:s[] ExclusionPath:s[] ExclusionProcess:s[] MAPSReporting:u8 PUAProtection:u8
    SignatureUpdateInterval:u8 SubmitSamplesConsent:u8
root/Microsoft/Windows/DeviceGuard
  Win32_DeviceGuard : -
    AvailableSecurityProperties:u32[] CodeIntegrityPolicyEnforcementStatus:u32 *InstanceIdentifier:s
    RequiredSecurityProperties:u32[] SecurityServicesConfigured:u32[] SecurityServicesRunning:u32[]
    UsermodeCodeIntegrityPolicyEnforcementStatus:u32 Version:s VirtualizationBasedSecurityStatus:u32
    VirtualMachineIsolation:b VirtualMachineIsolationProperties:u32[]
root/cimv2/Security/MicrosoftTpm
  Win32_Tpm : -
    IsActivated_InitialValue:b IsEnabled_InitialValue:b IsOwned_InitialValue:b ManufacturerId:u32 ManufacturerIdTxt:s
    ManufacturerVersion:s ManufacturerVersionFull20:s ManufacturerVersionInfo:s PhysicalPresenceVersionInfo:s
    SpecVersion:s
root/cimv2/Security/MicrosoftVolumeEncryption
  Win32_EncryptableVolume : -
    ConversionStatus:u32 *DeviceID:s DriveLetter:s EncryptionMethod:u32 IsVolumeInitializedForProtection:b
    PersistentVolumeID:s ProtectionStatus:u32 VolumeType:u32
root/Microsoft/Windows/TaskScheduler
  MSFT_TaskPrincipal : -
    DisplayName:s GroupId:s Id:s LogonType:u32 RunLevel:u32 UserId:s
  MSFT_TaskPrincipal2 : MSFT_TaskPrincipal
    ProcessTokenSidType:u32 RequiredPrivilege:s[]
  MSFT_TaskSettings : -
    AllowDemandStart:b AllowHardTerminate:b Compatibility:u32 DisallowStartIfOnBatteries:b Enabled:b
    ExecutionTimeLimit:s Hidden:b MultipleInstances:u32 Priority:u32 RunOnlyIfIdle:b RunOnlyIfNetworkAvailable:b
    StartWhenAvailable:b StopIfGoingOnBatteries:b WakeToRun:b
  MSFT_ScheduledTask : -
    Actions:o[] Author:s Date:s Description:s Documentation:s Principal:o SecurityDescriptor:s Settings:o Source:s
    State:u8 *TaskName:s *TaskPath:s Triggers:o[] URI:s Version:s
'''


class Class:
    """A class: `properties` in the order of WS-Man, `by_name` with lower-case names."""

    def __init__(self, namespace, name, base, properties):
        own = {p.name.lower(): p for p in properties}
        merged = dict(base.by_name) if base else {}
        merged.update(own)
        self.namespace, self.name, self.base = namespace, name, base
        self.by_name = merged
        self.properties = sorted(merged.values(), key=lambda p: p.name.lower())
        self.keys = [p.name for p in self.properties if p.key]

    def is_a(self, name):
        """Is this the class `name` (lower case), or derived from it?"""
        return self.name.lower() == name or (self.base is not None and self.base.is_a(name))


def _property(word):
    name, _, kind = word.partition(':')
    return Property(name.lstrip('*'), kind.replace('[]', ''), kind.endswith('[]'), name.startswith('*'))


def _parse(table):
    namespaces, current, head, words = {}, None, None, []

    def finish():
        if head:
            name, _, base = (part.strip() for part in head.partition(':'))
            known = namespaces[current]
            known[name.lower()] = Class(current, name, known.get(base.lower()), [_property(w) for w in words])

    for line in table.split('\n') + ['end']:
        if line.startswith('    '):
            words += line.split()
            continue
        finish()
        head, words = None, []
        if line.startswith('  '):
            head = line
        elif line and line != 'end':
            current = line
            namespaces[current] = {}
    return namespaces


_NAMESPACES = _parse(TABLE)
_BY_KEY = {name.lower(): classes for name, classes in _NAMESPACES.items()}


def key(namespace):
    """Namespaces are written with slashes or backslashes, in any case."""
    return namespace.replace('\\', '/').strip('/').lower()


def classes_of(namespace):
    """Classes by lower-case name; None: no such namespace."""
    return _BY_KEY.get(key(namespace))


def find(namespace, name):
    """The class, or None."""
    return (classes_of(namespace) or {}).get(name.lower())
