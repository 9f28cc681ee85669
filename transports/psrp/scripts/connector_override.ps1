# SPDX-License-Identifier: Apache-2.0
Use-Engine
foreach ($c in Get-ADSyncConnector) {
    foreach ($o in Get-ADSyncSchedulerConnectorOverride -ConnectorName $c.Name) {
        New-Fact override @{Guid = "$($c.Identifier)"; Import = $o.FullImportRequired; Sync = $o.FullSyncRequired}
    }
}
