# SPDX-License-Identifier: Apache-2.0
# Hash synchronisation per forest and domain; writeback of the connector to the cloud. No connector, no record.
Use-Engine
foreach ($c in Get-ADSyncConnector) {
    if ("$($c.ConnectorTypeName)" -eq 'AD') {
        foreach ($p in Get-ADSyncAADPasswordSyncConfiguration -SourceConnector $c.Name) { New-Fact password @{Connector = "$($c.Name)"; Enabled = $p.Enabled} }
    } elseif ("$($c.Subtype)" -like '*Azure Active Directory*' -or "$($c.Identifier)" -eq 'b891884f-051e-4a83-95af-2544101c9083') {
        foreach ($w in Get-ADSyncAADPasswordResetConfiguration -Connector $c.Name) { if ($w.Enabled -is [bool]) { New-Fact writeback @{Connector = "$($c.Name)"; Enabled = $w.Enabled} } }
    }
}
foreach ($p in Get-ADSyncPartitionPasswordSyncState) {
    New-Fact partition @{
        Guid = "$($p.ConnectorId)"
        Dn = "$($p.DN)"
        Status = "$($p.PasswordSyncLastCycleStatus)"
        Success = Get-Utc $p.PasswordSyncLastSuccessfulCycleEndTimestamp
        Cycle = Get-Utc $p.PasswordSyncLastCycleEndTimestamp
    }
}
