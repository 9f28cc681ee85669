# SPDX-License-Identifier: Apache-2.0
# auditpol's backup is made of lines with names in the server's language; the GUID and the number at the end are the
# same everywhere. The policy of the system comes first, those of single users below it.
$temp = @($env:TEMP, "$env:SystemRoot\Temp" | Where-Object { $_ -and (Test-Path -LiteralPath $_) })[0]
$dir = Join-Path $temp "syncaudit-$([guid]::NewGuid())"
$null = New-Item -ItemType Directory -Path $dir
try {
    $file = Join-Path $dir 'audit.csv'
    $null = auditpol.exe /backup "/file:$file"
    if (!(Test-Path -LiteralPath $file)) { throw 'ExportRefused' }
    $seen = @{}
    foreach ($line in ("$(Get-Content -LiteralPath $file -Raw)" -replace "`0", '') -split '[\r\n]+') {
        if ($line -match '\{([0-9a-fA-F-]{36})\}.*,\s*"?([0-3])"?\s*$' -and !$seen[$Matches[1]]) {
            $seen[$Matches[1]] = 1
            New-Fact policy @{Subcategory = $Matches[1].ToLower(); Value = [int]$Matches[2]}
        }
    }
} finally {
    Remove-Item -LiteralPath $dir -Recurse -Force -ErrorAction SilentlyContinue
}
