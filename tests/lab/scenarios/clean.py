# SPDX-License-Identifier: Apache-2.0
"""A hybrid forest as Microsoft's documentation wants it. It fits examples/exports: same servers, connector
accounts, containers, tenant and features (password hash sync, password writeback, mS-DS-ConsistencyGuid)."""
import os
import uuid

from samba.dcerpc import security
from samba.ndr import ndr_pack

from directory import (AES, ATTRIBUTE, CLASS, DISABLED, DOMAIN_LOCAL, NORMAL, NOT_DELEGATED,
                       PARTIAL_SECRETS, COMPUTER, RIGHT, filetime, generalized)

SID = 'S-1-5-21-1100200300-1400500600-1700800900'
TENANT = 'fabrikam.onmicrosoft.com'
TENANT_ID = '5b1d7c2e-3f48-4a96-8d07-1e9c6a2b40f3'
SCP = 'CN=Device Registration Configuration,CN=Services,'
READ_CLASSES = ('user', 'group', 'computer', 'contact', 'inetOrgPerson', 'foreignSecurityPrincipal', 'msDS-Device')
# Names that need escapes in a DN or in a report.
NAMES = ['Müller, Jürgen', '山田 太郎', 'Anna+Bert', 'The "Quote" Smith', ' leading space', 'trailing space ',
         '#hash', 'back\\slash', 'a<b>c;d', "O'Brien & Söhne", 'Ελένη', 'مريم', '=cmd|calc', '<script>alert(1)</script>']


def admin_holder(d):
    """What Windows has there; Samba lets it inherit, and so every protected account."""
    d.protect('CN=AdminSDHolder,CN=System,' + d.base,
              'O:DAG:DAD:PAI(A;;GA;;;SY)(A;;CCDCLCSWRPWPLOCRSDRCWDWO;;;BA)(A;;CCDCLCSWRPWPLOCRRCWDWO;;;DA)'
              '(A;;CCDCLCSWRPWPLOCRRCWDWO;;;EA)(A;;LCRPLORC;;;AU)(A;;LCRPLORC;;;RU)'
              '(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;PS)(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;WD)')


def containers(d):
    """The OUs that the exports name, and a Tier 0 that inherits nothing."""
    d.corp = d.ou('Corp')
    d.people, d.groups = d.ou('People', d.corp), d.ou('Groups', d.corp)
    d.contractors, d.services = d.ou('Contractors', d.corp), d.ou('Service Accounts', d.corp)
    d.clients = d.ou('Computers', d.corp)
    d.finance = d.ou('Finance, Legal & Tax')
    d.add('CN=RegisteredDevices,' + d.base, objectClass='container')
    d.tier0 = d.ou('Tier 0')
    d.protect(d.tier0, 'O:DAG:DAD:PAI(A;CI;GA;;;SY)(A;CI;GA;;;DA)(A;CI;GA;;;EA)(A;CI;GA;;;BA)(A;CI;LCRPLORC;;;AU)'
                       '(A;CI;LCRPLORC;;;ED)')
    d.tier0_accounts, d.tier0_servers = d.ou('Accounts', d.tier0), d.ou('Servers', d.tier0)
    d.tier0_groups = d.ou('Groups', d.tier0)
    d.sealed = d.ou('Sealed')


def connector_rights(sid):
    """Exactly what the features of the exports need, at the domain head, as the Set-ADSync...Permissions commands of
    the product grant it: basic read, password hash sync, mS-DS-ConsistencyGuid, password writeback."""
    aces = ['(OA;;CR;%s;;%s)' % (RIGHT[r], sid) for r in ('get-changes', 'get-changes-all', 'unexpire-password')]
    aces += ['(OA;CIIO;RP;;%s;%s)' % (CLASS[c], sid) for c in READ_CLASSES]
    aces += ['(OA;CIIO;CR;%s;%s;%s)' % (RIGHT['reset-password'], CLASS['user'], sid)]
    aces += ['(OA;CIIO;WP;%s;%s;%s)' % (ATTRIBUTE[a], CLASS['user'], sid) for a in ('lockoutTime', 'pwdLastSet')]
    aces += ['(OA;CIIO;RPWP;%s;%s;%s)' % (ATTRIBUTE['mS-DS-ConsistencyGuid'], CLASS['user'], sid)]
    return aces


def connectors(d):
    d.msol1 = d.connector('4c81f2a09b7e', 'FAB-SYNC01', TENANT, msDS_SupportedEncryptionTypes=AES)
    d.msol2 = d.connector('e07d5b3391fa', 'FAB-SYNC02', TENANT, msDS_SupportedEncryptionTypes=AES)
    for dn, age in ((d.msol1, 40), (d.msol2, 38)):
        d.lock_down(dn)
        d.age(dn, pwdLastSet=filetime(age), lastLogonTimestamp=filetime(2), whenCreated=generalized(420))
    d.grant(d.base, *connector_rights(d.sid(d.msol1)), *connector_rights(d.sid(d.msol2)))


def servers(d):
    """Computer objects in Tier 0: owner Domain Admins, nobody else's default rights, LAPS, a GPO of their own."""
    dacl = ('O:DAG:DAD:AI(A;;GA;;;DA)(A;;GA;;;SY)(A;;LCRPLORC;;;AU)(A;;LCRPLORC;;;PS)'
            '(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;PS)(OA;;SW;f3a64788-5306-11d1-a9c5-0000f80367c1;;PS)'
            '(OA;;SW;72e39547-7b18-11d1-adef-00c04fd8d5cd;;PS)')
    d.sync1, d.sync2 = (d.computer(name, d.tier0_servers, operatingSystem='Windows Server 2022 Standard',
                                   operatingSystemVersion='10.0 (20348)', msDS_SupportedEncryptionTypes=AES)
                        for name in ('FAB-SYNC01', 'FAB-SYNC02'))
    for dn, age in ((d.sync1, 12), (d.sync2, 19)):
        d.protect(dn, dacl)
        d.replace(dn, msLAPS_PasswordExpirationTime=filetime(-20), msLAPS_EncryptedPassword=b'\x01\x02\x03\x04' * 16)
        d.age(dn, pwdLastSet=filetime(age), lastLogonTimestamp=filetime(3), whenCreated=generalized(420))
    gpo = d.gpo('7A0C5E18-6B2D-4F39-9C84-D1E5A3F7B260', 'Tier 0 - Sync servers')
    d.protect(gpo, 'O:DAG:DAD:PAI(A;CI;GA;;;DA)(A;CI;GA;;;EA)(A;CI;GA;;;SY)(A;CI;LCRPLORC;;;AU)(A;CI;LCRPLORC;;;ED)')
    d.link(d.tier0_servers, gpo)
    d.gpo_dn = gpo
    # Group managed service account of ADSync: only the two servers may read its password.
    readers = security.descriptor.from_sddl('O:SYD:' + ''.join('(A;;RPWP;;;%s)' % d.sid(s) for s in (d.sync1, d.sync2)),
                                            d.domain_sid)
    d.gmsa = d.add('CN=ADSyncMSA4c81f,CN=Managed Service Accounts,' + d.base,
                   objectClass='msDS-GroupManagedServiceAccount', sAMAccountName='ADSyncMSA4c81f$',
                   dNSHostName='adsyncmsa4c81f.' + d.dns, msDS_ManagedPasswordInterval='30',
                   msDS_SupportedEncryptionTypes=AES, msDS_GroupMSAMembership=ndr_pack(readers),
                   userAccountControl=str(COMPUTER))
    d.protect(d.gmsa, 'O:DAG:DAD:PAI(A;;GA;;;DA)(A;;GA;;;EA)(A;;GA;;;SY)(A;;LCRPRC;;;AU)(A;;LCRPRC;;;PS)')


def seamless_sso(d):
    d.sso = d.computer('AZUREADSSOACC', d.tier0_servers,
                       ['HOST/aadg.windows.net.nsatc.net', 'HOST/autologon.microsoftazuread-sso.com'],
                       msDS_SupportedEncryptionTypes=AES)
    d.protect(d.sso, 'O:DAG:DAD:PAI(A;;GA;;;DA)(A;;GA;;;EA)(A;;GA;;;SY)(A;;LCRPRC;;;AU)')
    d.age(d.sso, pwdLastSet=filetime(12), whenCreated=generalized(400))


def cloud_kerberos(d):
    """The read-only domain controller that stands for Entra ID: it must never be told Tier 0's secrets."""
    krbtgt = d.user('krbtgt_AzureAD', d.users, uac=NORMAL | DISABLED)
    denied = [d.users_group('Denied RODC Password Replication Group')]
    d.cloud = d.computer('AzureADKerberos', 'OU=Domain Controllers,' + d.base, (), msDS_SupportedEncryptionTypes=AES,
                         msDS_NeverRevealGroup=denied + ['CN=%s,CN=Builtin,%s' % (n, d.base) for n in
                                                         ('Administrators', 'Account Operators', 'Server Operators',
                                                          'Backup Operators')],
                         msDS_RevealOnDemandGroup=[d.users_group('Domain Users')])
    d.append(d.cloud, msDS_KrbTgtLink=krbtgt)
    d.protect(d.cloud, 'O:DAG:DAD:PAI(A;;GA;;;DA)(A;;GA;;;EA)(A;;GA;;;SY)(A;;LCRPRC;;;AU)')
    d.protect(krbtgt, 'O:DAG:DAD:PAI(A;;GA;;;DA)(A;;GA;;;EA)(A;;GA;;;SY)(A;;LCRPRC;;;AU)')
    d.age(d.cloud, userAccountControl=str(COMPUTER | PARTIAL_SECRETS), primaryGroupID='521',
          pwdLastSet=filetime(25))
    d.age(krbtgt, pwdLastSet=filetime(25))


def people(d):
    d.auditor = d.user('auditor', d.services)
    d.alice = d.user('alice', d.people, givenName='Alice', sn='Ådams', displayName='Älice “A” Ådams')
    d.bob, d.carol = d.user('bob', d.people), d.user('carol', d.people)
    # An administrator as it should be: in Tier 0, out of scope, kept from delegation.
    d.nora = d.user('t0-nora', d.tier0_accounts, uac=NORMAL | NOT_DELEGATED)
    d.append(d.users_group('Domain Admins'), member=d.nora)
    # The product's groups hold one group of administrators.
    admins = d.group('Tier 0 Sync Admins', d.tier0_groups, members=[d.nora])
    for name in ('ADSyncAdmins', 'ADSyncOperators', 'ADSyncBrowse', 'ADSyncPasswordSet'):
        d.group(name, d.tier0_groups, DOMAIN_LOCAL, [admins] if name == 'ADSyncAdmins' else None)
    d.helpdesk = d.group('Helpdesk', d.groups, members=[d.bob])
    # What one may not read is not absent. Listing is left allowed: Samba ends a search by IN_CHAIN in an error
    # when it meets an object that it has to hide altogether.
    sid = d.sid(d.auditor)
    d.user('behind-the-seal', d.sealed)
    d.grant(d.sealed, '(D;CI;RPRC;;;%s)' % sid)


def crowd(d):
    """Users, a group with more members than Windows tells at once, a chain of groups that bites its tail."""
    count, members = int(os.environ.get('LAB_USERS', '1200')), int(os.environ.get('LAB_MEMBERS', '1700'))
    odd = d.ou('Ödd Names, and "Signs"', d.people)
    dns = [d.user('odd%02d' % i, odd, uac=NORMAL | DISABLED, cn=name, displayName=name)
           for i, name in enumerate(NAMES)]
    for i in range(count - len(dns)):
        sam = 'u%05d' % i
        where = (d.people, d.people, d.people, d.contractors, d.finance)[i % 5]
        dns.append(d.add('CN=%s,%s' % (sam, where), objectClass='user', sAMAccountName=sam,
                         userPrincipalName='%s@%s' % (sam, d.dns), userAccountControl=str(NORMAL | DISABLED),
                         mS_DS_ConsistencyGuid=uuid.uuid5(uuid.NAMESPACE_DNS, sam).bytes_le))
    d.log('%d users' % len(dns))
    for i in range(members - len(dns)):
        dns.append(d.add('CN=c%05d,%s' % (i, d.groups), objectClass='contact', mail='c%d@%s' % (i, d.dns)))
    d.group('All of Fabrikam', d.groups, members=dns[:members])
    inner = d.group('Loop inner', d.groups, members=[d.alice])
    outer = d.group('Loop outer', d.groups, members=[inner])
    d.append(inner, member=outer)
    d.log('%d members' % members)


def make(d, lab):
    d.provision('FABRIKAM.EXAMPLE', 'FABRIKAM', '127.0.0.10', SID)
    d.open()
    d.users_group = lambda name: 'CN=%s,CN=Users,%s' % (name, d.base)
    d.extend_schema()
    d.begin()
    # Passwords do not expire, so that a kept snapshot does not either.
    d.replace(d.base, maxPwdAge='-9223372036854775808', minPwdAge='0', minPwdLength='14',
              ms_DS_MachineAccountQuota='0')
    d.add_server_spns()
    d.raise_level()
    admin_holder(d)
    containers(d)
    connectors(d)
    servers(d)
    seamless_sso(d)
    cloud_kerberos(d)
    people(d)
    d.add(SCP.rstrip(',') + ',' + d.config, objectClass='container')
    d.add('CN=62a0ff2e-97b9-4513-943f-0d221bd30080,%s%s' % (SCP, d.config), objectClass='serviceConnectionPoint',
          keywords=['azureADName:' + TENANT, 'azureADId:' + TENANT_ID])
    d.add('CN=DR-Site,CN=Sites,' + d.config, objectClass='site')
    d.add('CN=NTDS Site Settings,CN=DR-Site,CN=Sites,' + d.config, objectClass='nTDSSiteSettings')
    d.add('CN=Servers,CN=DR-Site,CN=Sites,' + d.config, objectClass='serversContainer')
    d.add('CN=127.0.1.0/24,CN=Subnets,CN=Sites,' + d.config, objectClass='subnet',
          siteObject='CN=DR-Site,CN=Sites,' + d.config)
    d.log('special objects')
    crowd(d)
    d.propagate_admin_holder(d.nora)
    d.back_up(2)
    d.age('CN=krbtgt,' + d.users, pwdLastSet=filetime(100))
    d.commit()
    d.enable_recycle_bin()
    d.export_keytab(os.path.join(lab, 'servers.keytab'), 'fab-sync01', 'fab-sync02')
