# SPDX-License-Identifier: Apache-2.0
# secedit writes UTF-16 with a mark. SIDs stand behind an asterisk; a name stays when Windows has no SID for it.
# Windows adds a line to its own log of such exports (security\logs\scesrv.log).
$temp = @($env:TEMP, "$env:SystemRoot\Temp" | Where-Object { $_ -and (Test-Path -LiteralPath $_) })[0]
$dir = Join-Path $temp "syncaudit-$([guid]::NewGuid())"
$null = New-Item -ItemType Directory -Path $dir
try {
    $file = Join-Path $dir 'rights.inf'
    $null = secedit.exe /export /areas USER_RIGHTS /cfg $file /quiet
    if (!(Test-Path -LiteralPath $file)) { throw 'ExportRefused' }
    $inside = $false
    foreach ($line in Get-Content -LiteralPath $file) {
        if ($line -match '^\s*\[(.+)\]') { $inside = $Matches[1] -eq 'Privilege Rights' }
        elseif ($inside -and $line -match '^\s*(Se\w+)\s*=\s*(.*)$') {
            $right = $Matches[1]
            foreach ($who in $Matches[2].Split(',')) {
                $who = $who.Trim().TrimStart('*')
                if ($who) { New-Fact right @{Right = $right; Sid = $who} }
            }
        }
    }
} finally {
    Remove-Item -LiteralPath $dir -Recurse -Force -ErrorAction SilentlyContinue
}
