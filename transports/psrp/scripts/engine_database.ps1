# SPDX-License-Identifier: Apache-2.0
Use-Engine
$d = Get-ADSyncDatabaseConfiguration
$used = $null
if ($null -ne $d.UsedSpaceInMb) { $used = [int64]$d.UsedSpaceInMb }
New-Fact database @{
    LocalDb = $d.IsLocalDBInstalled
    UsedMb = $used
    Server = "$($d.SqlServerName)"
    Instance = "$($d.SqlServerInstanceName)"
    Name = "$($d.SqlServerDBName)"
    Version = "$($d.SqlProductVersion)"
    Edition = "$($d.SqlEdition)"
}
