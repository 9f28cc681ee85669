# SPDX-License-Identifier: Apache-2.0
# The program's configuration file lies beside the program. Without the service there is no product.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\ADSync'
if (!(Test-Path -LiteralPath $key)) { throw 'ModuleNotFound' }
if ("$((Get-ItemProperty -LiteralPath $key).ImagePath)" -notmatch '^\s*"?([^"]+?\.exe)') { throw 'ProgramUnknown' }
$file = "$($Matches[1]).config"
if (Test-Path -LiteralPath $file) {
    $f = Get-Item -LiteralPath $file
    New-Fact file @{Name = "$($f.Name)"; Size = $f.Length; Sha256 = "$((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash)"; Modified = Get-Utc $f.LastWriteTimeUtc}
}
