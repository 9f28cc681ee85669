# SPDX-License-Identifier: Apache-2.0
# A member that an older product does not have stays null: not [bool]$null, which is false.
Use-Engine
function Get-Seconds($t) { if ($t -is [timespan]) { [int64]$t.TotalSeconds } else { $null } }
$s = Get-ADSyncScheduler
New-Fact scheduler @{
    Staging = $s.StagingModeEnabled
    Enabled = $s.SyncCycleEnabled
    Maintenance = $s.MaintenanceEnabled
    Suspended = $s.SchedulerSuspended
    InProgress = $s.SyncCycleInProgress
    NextPolicy = "$($s.NextSyncCyclePolicyType)"
    NextStart = Get-Utc $s.NextSyncCycleStartTimeInUTC
    Allowed = Get-Seconds $s.AllowedSyncCycleInterval
    Effective = Get-Seconds $s.CurrentlyEffectiveSyncCycleInterval
    Customized = Get-Seconds $s.CustomizedSyncCycleInterval
    History = Get-Seconds $s.PurgeRunHistoryInterval
}
