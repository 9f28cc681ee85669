# SPDX-License-Identifier: Apache-2.0
# Newest runs, by number and by days. Steps cost one call each: of the newest run of each profile, of runs without
# success (100 at most) and of exports (50). A step does not say its kind: that stands in the run profile.
# Objects in error are counted by kind here; their names never leave the server. Lists are read where the product
# gives them; where there is only XML, its elements with an error type are.
Use-Engine
$kinds = @{}
foreach ($c in Get-ADSyncConnector) {
    foreach ($p in $c.RunProfiles) {
        $i = 0
        foreach ($s in $p.RunSteps) { $i++; $kinds["$($p.Identifier)/$i"] = "$($s.TaskType)" }
    }
}
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$runs = 0
$oldest = $null
$complete = $true
$newest = @{}
$failed = 0
$exports = 0
foreach ($r in Get-ADSyncRunProfileResult -NumberRequested ($MaxRuns + 1)) {
    if ($r.StartDate -lt $since) { continue }
    if ($runs -ge $MaxRuns) { $complete = $false; break }
    $runs++
    $oldest = Get-Utc $r.StartDate
    $id = "$($r.RunHistoryId)"
    New-Fact run @{Id = $id; Guid = "$($r.ConnectorId)"; Connector = "$($r.ConnectorName)"; Profile = "$($r.RunProfileName)"; Number = $r.RunNumber; Account = "$($r.Username)"; Complete = $r.IsRunComplete; Result = "$($r.Result)"; Start = $oldest; End = Get-Utc $r.EndDate}
    $key = "$($r.ConnectorId)/$($r.RunProfileName)"
    $wanted = !$newest[$key]
    $newest[$key] = 1
    if ("$($r.Result)" -ne 'success') { $failed++; $wanted = $wanted -or $failed -le 100 }
    if ("$($kinds["$($r.RunProfileId)/1"])" -like '*Export') { $exports++; $wanted = $wanted -or $exports -le 50 }
    if (!$wanted) { continue }
    foreach ($s in Get-ADSyncRunStepResult -RunHistoryId $r.RunHistoryId) {
        $count = @{}
        $first = @{}
        foreach ($l in 'ConnectorDiscoveryErrors', 'SyncErrors', 'MvRetryErrors') {
            $e = @($s.$l."${l}List" | Where-Object { $_ })
            if (!$e) { try { $e = @(([xml]"$($s.$l."${l}Xml")").SelectNodes('//*[error-type or @error-type]')) } catch { $e = @() } }
            foreach ($o in $e) {
                $t = "$($o.ErrorType)$($o.'error-type')"
                $count[$t]++
                $d = Get-Utc $o.FirstOccurred
                if ($d -and (!$first[$t] -or $d -lt $first[$t])) { $first[$t] = $d }
            }
        }
        $sum = 0
        foreach ($t in $count.Keys) {
            $sum += $count[$t]
            New-Fact error @{Id = $id; Ordinal = $s.StepNumber; Type = $t; Count = $count[$t]; Oldest = $first[$t]}
        }
        New-Fact step @{Id = $id; Ordinal = $s.StepNumber; Type = $kinds["$($r.RunProfileId)/$($s.StepNumber)"]; Result = "$($s.StepResult)"; Start = Get-Utc $s.StartDate; End = Get-Utc $s.EndDate; Staged = $s.StageAdd + $s.StageUpdate + $s.StageRename + $s.StageDelete + $s.StageDeleteAdd; StageFailures = $s.StageFailure; FlowFailures = $s.FlowFailure; Adds = $s.ExportAdd; Updates = $s.ExportUpdate + $s.ExportRename; Deletes = $s.ExportDelete + $s.ExportDeleteAdd; ExportFailures = $s.ExportFailure; Errors = $sum}
    }
}
New-Fact history @{Runs = $runs; Oldest = $oldest; Complete = $complete}
