# SPDX-License-Identifier: Apache-2.0
"""What a lab server's WinRM says of itself: the tree of winrm/config and the listeners. Group policy, which stands in
the registry of the description, wins over the server's own settings and marks what it set with Source="GPO".

A tree is a list of (name, text or list of such); a text has the attributes of its element."""

POLICY = r'SOFTWARE\Policies\Microsoft\Windows\WinRM' + '\\'
TRUTH = {0: 'false', 1: 'true'}
CBT = {'None': 'None', 'Relaxed': 'Relaxed', 'Strict': 'Strict', '0': 'None', '1': 'Relaxed', '2': 'Strict'}



class Text(str):
    """Text of an element, with the element's attributes."""
    attributes = {}

    @classmethod
    def of(cls, value, attributes):
        text = cls(('true' if value else 'false') if isinstance(value, bool) else value)
        text.attributes = attributes
        return text


# Windows' own values, in the order in which it gives them.
DEFAULT = [
    ('MaxEnvelopeSizekb', '500'), ('MaxTimeoutms', '60000'), ('MaxBatchItems', '32000'),
    ('MaxProviderRequests', '4294967295'),
    ('Client', [
        ('NetworkDelayms', '5000'), ('URLPrefix', 'wsman'), ('AllowUnencrypted', 'false'),
        ('Auth', [('Basic', 'true'), ('Digest', 'true'), ('Kerberos', 'true'), ('Negotiate', 'true'),
                  ('Certificate', 'true'), ('CredSSP', 'false')]),
        ('DefaultPorts', [('HTTP', '5985'), ('HTTPS', '5986')]), ('TrustedHosts', '')]),
    ('Service', [
        ('RootSDDL', 'O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)'),
        ('MaxConcurrentOperations', '4294967295'), ('MaxConcurrentOperationsPerUser', '1500'),
        ('EnumerationTimeoutms', '240000'), ('MaxConnections', '300'), ('MaxPacketRetrievalTimeSeconds', '120'),
        ('AllowUnencrypted', 'false'),
        ('Auth', [('Basic', 'false'), ('Kerberos', 'true'), ('Negotiate', 'true'), ('Certificate', 'false'),
                  ('CredSSP', 'false'), ('CbtHardeningLevel', 'Relaxed')]),
        ('DefaultPorts', [('HTTP', '5985'), ('HTTPS', '5986')]), ('IPv4Filter', '*'), ('IPv6Filter', '*'),
        ('EnableCompatibilityHttpListener', 'false'), ('EnableCompatibilityHttpsListener', 'false'),
        ('CertificateThumbprint', ''), ('AllowRemoteAccess', 'true')]),
    ('Winrs', [
        ('AllowRemoteShellAccess', 'true'), ('IdleTimeout', '7200000'), ('MaxConcurrentUsers', '2147483647'),
        ('MaxShellRunTime', '2147483647'), ('MaxProcessesPerShell', '2147483647'),
        ('MaxMemoryPerShellMB', '2147483647'), ('MaxShellsPerUser', '2147483647')]),
]

# Value of the policy -> name in the tree, and how it is said there.
GPO = {
    'Client.Auth.Basic': ('Client', 'AllowBasic', TRUTH), 'Client.Auth.Digest': ('Client', 'AllowDigest', TRUTH),
    'Client.Auth.CredSSP': ('Client', 'AllowCredSSP', TRUTH),
    'Client.AllowUnencrypted': ('Client', 'AllowUnencryptedTraffic', TRUTH),
    'Client.TrustedHosts': ('Client', 'TrustedHostsList', None),
    'Service.Auth.Basic': ('Service', 'AllowBasic', TRUTH), 'Service.Auth.CredSSP': ('Service', 'AllowCredSSP', TRUTH),
    'Service.Auth.Kerberos': ('Service', 'AllowKerberos', TRUTH),
    'Service.Auth.Negotiate': ('Service', 'AllowNegotiate', TRUTH),
    'Service.Auth.CbtHardeningLevel': ('Service', 'CbtHardeningLevel', CBT),
    'Service.AllowUnencrypted': ('Service', 'AllowUnencryptedTraffic', TRUTH),
    'Service.AllowRemoteAccess': ('Service', 'AllowAutoConfig', TRUTH),
    'Service.IPv4Filter': ('Service', 'IPv4Filter', None), 'Service.IPv6Filter': ('Service', 'IPv6Filter', None),
    'Winrs.AllowRemoteShellAccess': ('Service\\WinRS', 'AllowRemoteShellAccess', TRUTH),
}


def tree(registry, own):
    """`own`: the server's own settings by dotted name, where they are not Windows' defaults."""
    left = dict(own or {})
    result = _branch(DEFAULT, '', registry, left)
    if left:
        raise ValueError('winrm/config has no %s' % ', '.join(left))
    return result


def _branch(nodes, prefix, registry, own):
    out = []
    for name, value in nodes:
        dotted = prefix + name
        if isinstance(value, list):
            out.append((name, _branch(value, dotted + '.', registry, own)))
            continue
        attributes = {}
        value = own.pop(dotted, value)
        if dotted in GPO:
            key, entry, words = GPO[dotted]
            policy = registry.get(POLICY + key, entry)
            if policy is not None:
                value = words.get(policy, str(policy)) if words else policy
                attributes = {'Source': 'GPO'}
        out.append((name, Text.of(value, attributes)))
    return out


def listeners(description, addresses):
    """Trees of the listeners; `addresses`: those of the server."""
    out = []
    for entry in description:
        secure = entry.get('transport', 'HTTP') == 'HTTPS'
        leaves = [('Address', entry.get('address', '*')), ('Transport', entry.get('transport', 'HTTP')),
                  ('Port', entry.get('port', 5986 if secure else 5985)), ('Hostname', entry.get('hostname', '')),
                  ('Enabled', entry.get('enabled', True)), ('URLPrefix', 'wsman'),
                  ('CertificateThumbprint', entry.get('thumbprint', ''))]
        source = {'Source': 'GPO'} if entry.get('policy') else {}
        leaves += [('ListeningOn', a) for a in list(addresses) + ['127.0.0.1', '::1']]
        out.append([(name, Text.of(value, source)) for name, value in leaves])
    return out
