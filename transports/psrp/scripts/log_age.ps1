# SPDX-License-Identifier: Apache-2.0
# An empty log has no oldest record. Security is shown to few: without it there is no record for it.
foreach ($log in 'Application', 'System', 'Security') {
    $oldest = $null
    try { $oldest = Get-Utc (Get-WinEvent -LogName $log -Oldest -MaxEvents 1).TimeCreated }
    catch {
        $id = "$($_.FullyQualifiedErrorId)"
        if ($id -notlike 'NoMatchingEventsFound*') {
            if ($log -eq 'Security') { continue }
            throw
        }
    }
    New-Fact log @{Log = $log; Oldest = $oldest}
}
