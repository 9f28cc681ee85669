# SPDX-License-Identifier: Apache-2.0
# The cmdlet came with application-based authentication. The names of the certificate's members are not documented:
# they are looked for by what they must be called, one level deep. Nothing else of it is sent.
Use-Engine
$c = Get-ADSyncEntraConnectorCredential
$known = @{}
foreach ($o in $c, $c.CertificateCredential, $c.CertificateCredential.Certificate) {
    if ($null -eq $o) { continue }
    foreach ($p in $o.PSObject.Properties) {
        # A value is read only where its name is one of these: the private key is a member, too.
        switch -Regex ($p.Name) {
            'ManagedBy' { $known.managed = "$($p.Value)"; break }
            'Rotation' { if ($p.Value -is [bool]) { $known.rotation = $p.Value }; break }
            'SHA-?256' { $known.sha256 = "$($p.Value)"; break }
            'Thumbprint' { $known.thumbprint = "$($p.Value)"; break }
            'NotBefore|ValidFrom|StartDate' { $known.before = Get-Utc $p.Value; break }
            'NotAfter|ValidTo|Expir|EndDate' { $known.after = Get-Utc $p.Value; break }
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
