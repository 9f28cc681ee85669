#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The questions of a forest audit, one after the other on one connection, as a Python program with ldap3 asks them.
Security descriptors are fetched and not read. LDAPS with a password: ldap3 speaks Kerberos only with a further library."""
import os
import ssl

import ldap3
from ldap3.protocol.microsoft import security_descriptor_control
from ldap3.utils.conv import escape_filter_chars

BASE = 'DC=fabrikam,DC=example'
CONFIG = 'CN=Configuration,' + BASE
ANY = '(objectClass=*)'
SD = 'nTSecurityDescriptor'
PRIVILEGED = ['CN=%s,CN=Users,%s' % (n, BASE) for n in
              ('Domain Admins', 'Enterprise Admins', 'Schema Admins', 'Group Policy Creator Owners')]
PRIVILEGED += ['CN=%s,CN=Builtin,%s' % (n, BASE) for n in
               ('Administrators', 'Account Operators', 'Server Operators', 'Print Operators', 'Backup Operators')]
ACCOUNTS = ('(|(sAMAccountName=MSOL_*)(sAMAccountName=AAD_*)(sAMAccountName=ADSyncMSA*)(sAMAccountName=AZUREADSSOACC$)'
            '(sAMAccountName=AzureADKerberos$)(sAMAccountName=FAB-*)(description=*configured to synchronize to tenant*))')

with open(os.environ['LAB_PASSWORDS'] + '/auditor', encoding='utf-8') as file:
    password = file.readline().rstrip('\n')
tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=os.environ['LAB_CA'])
server = ldap3.Server(os.environ['LAB_DC'], port=636, use_ssl=True, tls=tls, get_info=ldap3.DSA)
connection = ldap3.Connection(server, 'auditor@' + os.environ['LAB_DOMAIN'], password, auto_bind=True,
                              collect_usage=True, raise_exceptions=False)
pages = 0


def ask(base, scope, query, *attributes):
    """Entries of all pages."""
    global pages
    result, cookie = [], None
    while True:
        connection.search(base, query, scope, attributes=list(attributes), paged_size=1000, paged_cookie=cookie,
                          controls=security_descriptor_control(sdflags=7))
        pages += 1
        result += [e for e in connection.response or [] if e['type'] == 'searchResEntry']
        controls = connection.result.get('controls') or {}
        cookie = controls.get('1.2.840.113556.1.4.319', {}).get('value', {}).get('cookie')
        if not cookie:
            return result


ask('CN=Partitions,' + CONFIG, 'LEVEL', '(objectClass=crossRef)', 'nCName', 'dnsRoot', 'nETBIOSName', 'systemFlags')
ask('CN=Partitions,' + CONFIG, 'BASE', ANY, 'msDS-EnabledFeature', 'msDS-Behavior-Version')
ask('CN=Directory Service,CN=Windows NT,CN=Services,' + CONFIG, 'BASE', ANY, 'tombstoneLifetime',
    'msDS-DeletedObjectLifetime')
ask('CN=Device Registration Configuration,CN=Services,' + CONFIG, 'SUBTREE', '(objectClass=serviceConnectionPoint)',
    'keywords')
ask('CN=Schema,' + CONFIG, 'LEVEL', '(|(lDAPDisplayName=ms-Mcs-AdmPwd)(lDAPDisplayName=msLAPS-*))', 'lDAPDisplayName',
    'schemaIDGUID')
ask(BASE, 'BASE', ANY, SD, 'maxPwdAge', 'minPwdLength', 'lockoutThreshold', 'replPropertyMetaData', 'gPLink')
ask('OU=Domain Controllers,' + BASE, 'SUBTREE', '(objectClass=computer)', 'dNSHostName', 'operatingSystem',
    'msDS-SupportedEncryptionTypes')
ask('CN=AdminSDHolder,CN=System,' + BASE, 'BASE', ANY, SD)
ask('CN=Policies,CN=System,' + BASE, 'LEVEL', '(objectClass=groupPolicyContainer)', 'displayName', SD)
ask(BASE, 'SUBTREE', '(|(objectClass=organizationalUnit)(objectClass=container))', SD, 'gPLink')
ask(BASE, 'SUBTREE', '(sAMAccountName=krbtgt*)', 'pwdLastSet', 'msDS-KeyVersionNumber')
ask(BASE, 'SUBTREE', '(|(adminCount=1)(memberOf=%s))' % escape_filter_chars(PRIVILEGED[0]), '*', SD)
for dn in PRIVILEGED:
    ask(dn, 'BASE', ANY, 'member', SD)
for account in ask(BASE, 'SUBTREE', ACCOUNTS, '*', SD):
    ask(account['dn'], 'BASE', ANY, 'tokenGroups')
    parent = account['dn'].split(',', 1)[1]
    while parent != BASE:  # who is above it?
        ask(parent, 'BASE', ANY, SD, 'gPLink')
        parent = parent.split(',', 1)[1]
ask(BASE, 'SUBTREE', '(|(cn=ADSyncAdmins)(cn=ADSyncOperators)(cn=ADSyncBrowse)(cn=ADSyncPasswordSet))', 'member')
# The bind and rootDSE come on top of the pages.
print('%d operations, %d bytes received' % (pages + 2, connection.usage.bytes_received))
