# SPDX-License-Identifier: Apache-2.0
# Older cmdlets have no -Detail and say the state alone.
Use-Engine
$reason = $null
try {
    $u = Get-ADSyncAutoUpgrade -Detail
    $state = "$($u.State)"
    $reason = "$($u.SuspensionReason)"
} catch {
    if ("$($_.FullyQualifiedErrorId)" -notlike 'NamedParameterNotFound*') { throw }
    $state = "$(Get-ADSyncAutoUpgrade)"
}
New-Fact upgrade @{State = $state; Reason = $reason}
