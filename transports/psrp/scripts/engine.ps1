# SPDX-License-Identifier: Apache-2.0
# The session, the program, the global settings. The schema of the metaverse is not asked for: it is large.
Use-Engine
$settings = Get-ADSyncGlobalSettings
$sid = $null
$account = $null
$elevated = $null
try {
    $me = [Security.Principal.WindowsIdentity]::GetCurrent()
    $sid = "$($me.User.Value)"
    $account = "$($me.Name)"
    $elevated = @($me.Groups | ForEach-Object { $_.Value }) -contains 'S-1-5-32-544'
} catch {
    $who = whoami.exe /user /fo csv /nh | ConvertFrom-Csv -Header ('name', 'sid')
    $sid = "$($who.sid)"
    $account = "$($who.name)"
}
$program = $null
if ("$((Get-ItemProperty -LiteralPath HKLM:\SYSTEM\CurrentControlSet\Services\ADSync).ImagePath)" -match '^\s*"?([^"]+?\.exe)') {
    $program = "$((Get-Item -LiteralPath $Matches[1]).VersionInfo.FileVersion)"
}
$version = $null
foreach ($p in $settings.Parameters) {
    if ("$($p.Name)" -eq 'Microsoft.Synchronize.ServerConfigurationVersion') { $version = "$($p.Value)" }
}
New-Fact engine @{
    PowerShell = "$($PSVersionTable.PSVersion)"
    LanguageMode = "$($ExecutionContext.SessionState.LanguageMode)"
    Sid = $sid
    Account = $account
    Elevated = $elevated
    Module = "$((Get-Module ADSync).Version)"
    Program = $program
    Settings = $version
    Schema = $settings.SqlSchemaVersion
    Instance = "$($settings.InstanceId)"
}
# PasswordHashSync and its like are switches; what ends with the word is a secret.
foreach ($p in $settings.Parameters) {
    if ("$($p.InputType) $($p.DataType)" -notmatch 'Encrypted' -and "$($p.Name)" -notmatch 'password$|pwd$|secret|passphrase') {
        New-Fact parameter @{Name = "$($p.Name)"; Value = "$($p.Value)"}
    }
}
