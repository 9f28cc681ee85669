# SPDX-License-Identifier: Apache-2.0
# Program folder from the service's own path: ...\Microsoft Azure AD Sync\Bin\miiserver.exe. Below it Data with the
# database and MaData with what connectors leave there; settings and wizard's exports lie in ProgramData.
# Owner, group and list of access; not the list of auditing, which needs a privilege.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\ADSync'
if (!(Test-Path -LiteralPath $key)) { throw 'ModuleNotFound' }
if ("$((Get-ItemProperty -LiteralPath $key).ImagePath)" -notmatch '^\s*"?([^"]+?\.exe)') { throw 'ProgramUnknown' }
$program = Split-Path -Parent (Split-Path -Parent $Matches[1])
$settings = Join-Path $env:ProgramData 'AADConnect'
$folders = @(
    @('program', $program),
    @('data', (Join-Path $program 'MaData')),
    @('database', (Join-Path $program 'Data')),
    @('settings', $settings)
)
if (Test-Path -LiteralPath $settings) {
    foreach ($d in Get-ChildItem -LiteralPath $settings -Directory -Filter 'Exported-*') {
        if ($folders.Count -lt 50) { $folders += , @('export', $d.FullName) }
    }
}
foreach ($f in $folders) {
    $there = Test-Path -LiteralPath $f[1] -PathType Container
    $descriptor = $null
    if ($there) { $descriptor = [Convert]::ToBase64String((Get-Acl -LiteralPath $f[1]).GetSecurityDescriptorBinaryForm()) }
    New-Fact folder @{Role = $f[0]; Path = $f[1]; Exists = $there; Descriptor = $descriptor}
}
