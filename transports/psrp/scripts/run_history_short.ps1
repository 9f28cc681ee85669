# SPDX-License-Identifier: Apache-2.0
# run_history.ps1 for a command line, where there is less room: kinds of steps and the age of errors are not told,
# and errors that the product gives as XML alone are not counted by kind.
Use-Engine
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$runs = $bad = 0
$oldest = $null
$all = $true
$seen = @{}
foreach ($r in Get-ADSyncRunProfileResult -NumberRequested ($MaxRuns + 1)) {
    if ($r.StartDate -lt $since) { continue }
    if ($runs -ge $MaxRuns) { $all = $false; break }
    $runs++
    $oldest = Get-Utc $r.StartDate
    $id = "$($r.RunHistoryId)"
    New-Fact run @{Id=$id; Guid="$($r.ConnectorId)"; Connector=$r.ConnectorName; Profile=$r.RunProfileName; Number=$r.RunNumber; Account=$r.Username; Complete=$r.IsRunComplete; Result=$r.Result; Start=$oldest; End=Get-Utc $r.EndDate}
    $key = "$($r.RunProfileId)"
    if ($seen[$key] -and ($r.Result -eq 'success' -or $bad -ge 100)) { continue }
    $seen[$key] = 1
    $bad++
    foreach ($s in Get-ADSyncRunStepResult -RunHistoryId $id) {
        $n = @{}
        $sum = 0
        foreach ($l in 'ConnectorDiscoveryErrors', 'SyncErrors', 'MvRetryErrors') { foreach ($o in $s.$l."${l}List") { if ($o) { $sum++; $n["$($o.ErrorType)"]++ } } }
        foreach ($t in $n.Keys) { New-Fact error @{Id=$id; Ordinal=$s.StepNumber; Type=$t; Count=$n[$t]} }
        New-Fact step @{Id=$id; Ordinal=$s.StepNumber; Result=$s.StepResult; Start=Get-Utc $s.StartDate; End=Get-Utc $s.EndDate; StageFailures=$s.StageFailure; FlowFailures=$s.FlowFailure; Adds=$s.ExportAdd; Updates=$s.ExportUpdate; Deletes=$s.ExportDelete; ExportFailures=$s.ExportFailure; Errors=$sum}
    }
}
New-Fact history @{Runs=$runs; Oldest=$oldest; Complete=$all}
