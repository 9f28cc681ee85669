# SPDX-License-Identifier: Apache-2.0
# Whose logons: the service's account, and the connectors' where the engine tells them. One reading of the log
# Security for all of them, newest first, 5000 records at most; when there are more, what was seen reaches less far.
# In event 4624 the fifth value is the SID, the ninth the type of logon.
$names = @()
try { $names += "$((Get-ItemProperty HKLM:\SYSTEM\CurrentControlSet\Services\ADSync).ObjectName)" } catch { }
try {
    Import-Module ADSync
    foreach ($c in Get-ADSyncConnector) {
        $k = @{}
        foreach ($p in $c.ConnectivityParameters) { if ('forest-login-domain', 'forest-login-user' -contains $p.Name) { $k[$p.Name] = $p.Value } }
        if ($k['forest-login-user']) { $names += "$($k['forest-login-domain'])\$($k['forest-login-user'])" }
    }
} catch { }
# No such record, or an empty log: an answer.
function Get-Log($Arguments) {
    try { Get-WinEvent -LogName Security @Arguments } catch { if ("$($_.FullyQualifiedErrorId)" -notlike 'NoMatchingEventsFound*') { throw } }
}
$now = Get-Date
$since = $now.AddDays(-$Days)
$first = @(Get-Log @{Oldest = $true; MaxEvents = 1})
if (!$first) { $since = $now } elseif ($first[0].TimeCreated -gt $since) { $since = $first[0].TimeCreated }
$who = @{}
foreach ($n in $names) {
    $sid = $null
    try { $sid = (New-Object Security.Principal.NTAccount ($n -replace '^\.\\', "$env:COMPUTERNAME\")).Translate([Security.Principal.SecurityIdentifier]).Value } catch { }
    if ($sid) { $who["$sid"] = $n } else { New-Fact watched @{Account = $n} }
}
$events = @()
if ($who.Count) {
    $test = @($who.Keys | ForEach-Object { "Data[@Name='TargetUserSid']='$_'" }) -join ' or '
    $events = @(Get-Log @{MaxEvents = 5000; FilterXPath = "*[System[EventID=4624 and TimeCreated[timediff(@SystemTime)<=$([int64]($now - $since).TotalMilliseconds)]] and EventData[$test]]"})
    if ($events.Count -ge 5000) { $since = $events[4999].TimeCreated }
}
foreach ($s in $who.Keys) { New-Fact watched @{Account = $who[$s]; Sid = $s; Since = Get-Utc $since} }
$counts = @{}
$last = @{}
foreach ($e in $events) {
    $key = "$($e.Properties[4].Value)/$($e.Properties[8].Value)"
    $counts[$key]++
    if (!$last[$key]) { $last[$key] = Get-Utc $e.TimeCreated }
}
foreach ($key in $counts.Keys) {
    $s, $type = $key.Split('/')
    New-Fact logon @{Account = $who[$s]; Sid = $s; Type = [int]$type; Count = $counts[$key]; Last = $last[$key]}
}
