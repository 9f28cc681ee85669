# SPDX-License-Identifier: Apache-2.0
Use-Engine
foreach ($c in Get-ADSyncConnector) {
    $s = Get-ADSyncConnectorStatistics -ConnectorName $c.Name
    New-Fact statistics @{
        Guid = "$($c.Identifier)"
        Name = "$($c.Name)"
        Objects = $s.TotalConnectors
        ExportAdds = $s.ExportAdds
        ExportUpdates = $s.ExportUpdates
        ExportDeletes = $s.ExportDeletes
        ImportAdds = $s.ImportAdds
        ImportUpdates = $s.ImportUpdates
        ImportDeletes = $s.ImportDeletes
        ImportNoChange = $s.ImportNoChange
    }
}
