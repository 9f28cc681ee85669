# SPDX-License-Identifier: Apache-2.0
# Of the parameters four by name; none of them is a secret, and an encrypted one is not read whatever its name.
Use-Engine
foreach ($c in Get-ADSyncConnector) {
    $known = @{}
    foreach ($p in $c.ConnectivityParameters) {
        if ("$($p.InputType)" -notmatch 'Encrypted' -and 'forest-name', 'forest-login-domain', 'forest-login-user', 'UserName' -contains $p.Name) { $known["$($p.Name)"] = "$($p.Value)" }
    }
    $user = $known['forest-login-user']
    if (!$user) { $user = $known['UserName'] }
    New-Fact connector @{
        Guid = "$($c.Identifier)"
        Name = "$($c.Name)"
        Type = "$($c.ConnectorTypeName)"
        Subtype = "$($c.Subtype)"
        Forest = $known['forest-name']
        Domain = $known['forest-login-domain']
        Account = $user
        Modified = Get-Utc $c.LastModificationTime
    }
}
