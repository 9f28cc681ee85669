# SPDX-License-Identifier: Apache-2.0
# Groups of the session's token that are enabled, for granting. Needs no engine. Without .NET (ConstrainedLanguage)
# whoami says it, in the server's language but for the SIDs.
try { $sids = @([Security.Principal.WindowsIdentity]::GetCurrent().Groups | ForEach-Object { "$($_.Value)" }) }
catch { $sids = @(whoami.exe /groups /fo csv /nh | ConvertFrom-Csv -Header ('name', 'type', 'sid', 'attributes') | ForEach-Object { "$($_.sid)" }) }
foreach ($sid in $sids) { New-Fact group @{Sid = $sid} }
