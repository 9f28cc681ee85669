# SPDX-License-Identifier: Apache-2.0
# The cmdlet came with application-based authentication. The names of the certificate's members are not documented:
# they are looked for by what they must be called, one level deep. Nothing else of it is sent.
Use-Engine
$c = Get-ADSyncEntraConnectorCredential
$known = @{}
foreach ($o in $c, $c.CertificateCredential, $c.CertificateCredential.Certificate) {
    if ($null -eq $o) { continue }
    foreach ($p in $o.PSObject.Properties) {
        $v = $p.Value
        if ($null -eq $v) { continue }
        switch -Regex ($p.Name) {
            'ManagedBy' { $known.managed = "$v"; break }
            'Rotation' { if ($v -is [bool]) { $known.rotation = $v }; break }
            'SHA-?256' { $known.sha256 = "$v"; break }
            'Thumbprint' { $known.thumbprint = "$v"; break }
            'NotBefore|ValidFrom|StartDate' { $known.before = Get-Utc $v; break }
            'NotAfter|ValidTo|Expir|EndDate' { $known.after = Get-Utc $v; break }
        }
    }
}
New-Fact credential @{
    Kind = "$($c.ConnectorIdentityType)"
    ManagedBy = $known.managed
    Rotation = $known.rotation
    Thumbprint = $known.thumbprint
    Sha256 = $known.sha256
    NotBefore = $known.before
    NotAfter = $known.after
}
