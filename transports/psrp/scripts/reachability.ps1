# SPDX-License-Identifier: Apache-2.0
# The server itself tries its domains: a few packets to domain controllers, as at each import.
Use-Engine
foreach ($c in Get-ADSyncConnector) {
    if ("$($c.ConnectorTypeName)" -ne 'AD') { continue }
    foreach ($d in Get-ADSyncDomainReachabilityStatus -ConnectorName $c.Name) {
        New-Fact domain @{Connector = "$($c.Name)"; Domain = "$($d.FullName)"; Reachable = $d.IsReachable; Message = "$($d.ExceptionMessage)"}
    }
}
