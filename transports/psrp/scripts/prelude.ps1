# SPDX-License-Identifier: Apache-2.0
# What every operation needs; Windows PowerShell 5.1. Comments, empty lines and indentation are taken off when the
# scripts are built in, so: no here-strings, no comment behind code.
#
# Careful with names: inside a constrained endpoint Select-Object, Measure-Object, Get-Command, Get-Help,
# Get-FormatData, Clear-Host, Out-Default and Exit-PSSession are proxies with few parameters. None is used here.
# Only types and methods that ConstrainedLanguage knows, or a way around them.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function New-Fact($Fact, $Values) {
    # Not [pscustomobject]: ConstrainedLanguage refuses that conversion.
    $Values['Fact'] = $Fact
    New-Object PSObject -Property $Values
}
# Times are UTC unless they say that they are local: the engine stores UTC, and says so not always.
function Get-Utc($d) {
    if ($d -isnot [datetime] -or $d.Year -lt 1980) { return $null }
    if ("$($d.Kind)" -eq 'Local') { $d = $d.ToUniversalTime() }
    $d.ToString('s') + 'Z'
}
function Invoke-Source($Name, $Body) {
    $now = Get-Date
    $utc = $now.ToUniversalTime()
    $count = 0
    New-Fact begin @{Source = $Name; At = Get-Utc $utc; Offset = [int]($now - $utc).TotalMinutes}
    try {
        & $Body | ForEach-Object { $count++; $_ }
        New-Fact end @{Source = $Name; Count = $count}
    } catch {
        $e = $_
        $x = $e.Exception
        if ($x.InnerException -and "$($x.PSObject.TypeNames[0])" -like '*InvocationException') { $x = $x.InnerException }
        New-Fact problem @{Source = $Name; Id = "$($e.FullyQualifiedErrorId)".Split(',')[0]; Exception = "$($x.PSObject.TypeNames[0])"; Message = "$($x.Message)"; Category = [int]$e.CategoryInfo.Category; HResult = [int]$x.HResult}
    }
}
