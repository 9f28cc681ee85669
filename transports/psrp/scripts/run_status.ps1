# SPDX-License-Identifier: Apache-2.0
# Says nothing when all connectors are idle.
Use-Engine
foreach ($b in Get-ADSyncConnectorRunStatus) { New-Fact busy @{Connector = "$($b.ConnectorName)"; State = "$($b.RunState)"} }
