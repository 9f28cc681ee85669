# SPDX-License-Identifier: Apache-2.0
"""The forest of clean.py after years of neglect. Each sin is a function; over.txt says what it must cause.

In order of appearance: who may do what, what accounts look like, who is forgotten, single sign-on, the second
server's computer object, the forest as a whole."""
import os

from samba.dcerpc import security
from samba.ndr import ndr_pack

from directory import (ATTRIBUTE, CLASS, COMPUTER, CONNECTOR_PASSWORD, DISABLED, NEVER_EXPIRES, NO_PREAUTH,
                       NORMAL, RC4, RIGHT, UNCONSTRAINED, filetime, generalized)
from scenarios import clean

RESET_FOR_USERS = '(OA;CIIO;CR;%s;%s;%%s)' % (RIGHT['reset-password'], CLASS['user'])


def find(d):
    """What clean.py made."""
    d.users_group = lambda name: 'CN=%s,%s' % (name, d.users)
    d.corp, d.tier0 = 'OU=Corp,' + d.base, 'OU=Tier 0,' + d.base
    d.people, d.groups, d.services = ('OU=%s,%s' % (n, d.corp) for n in ('People', 'Groups', 'Service Accounts'))
    d.tier0_servers = 'OU=Servers,' + d.tier0
    d.msol1, d.msol2 = ('CN=MSOL_%s,%s' % (n, d.users) for n in ('4c81f2a09b7e', 'e07d5b3391fa'))
    d.sync2, d.sso = ('CN=%s,%s' % (n, d.tier0_servers) for n in ('FAB-SYNC02', 'AZUREADSSOACC'))
    d.helpdesk = 'CN=Helpdesk,' + d.groups
    d.auditor = 'CN=auditor,' + d.services
    d.domain_admins = d.users_group('Domain Admins')


def nested_admin(d):
    """The active connector account is a Domain Admin through three groups, of which the first holds the last."""
    inner = d.group('T0-Ops-Inner', d.groups, members=[d.msol1])
    middle = d.group('T0-Ops-Mid', d.groups, members=[inner])
    outer = d.group('T0-Ops', d.groups, members=[middle])
    d.append(inner, member=outer)
    d.append(d.domain_admins, member=outer)
    d.append('CN=ADSyncAdmins,OU=Groups,' + d.tier0, member='CN=alice,' + d.people)
    return inner, middle, outer


def old_account(d):
    """A connector account of former days may do everything, and what it may do reaches Domain Admins as well."""
    old = d.user('svc-aadconnect-old', d.services, CONNECTOR_PASSWORD, NORMAL | NEVER_EXPIRES,
                 description='second forest connector, do not remove')
    sid = d.sid(old)
    d.grant(d.base, '(A;CI;GA;;;%s)' % sid)
    d.grant('CN=AdminSDHolder,CN=System,' + d.base, '(A;;CCDCLCSWRPWPLOCRRCWDWO;;;%s)' % sid)
    d.age(old, pwdLastSet=filetime(1500), lastLogonTimestamp=filetime(40), whenCreated=generalized(2600))


def connector_rights(d):
    one, two = d.sid(d.msol1), d.sid(d.msol2)
    d.grant('CN=AdminSDHolder,CN=System,' + d.base, '(OA;;RPWP;%s;;%s)' % (ATTRIBUTE['member'], one))
    # Left over from Exchange hybrid, which is switched off; users are left out, or the next sin would not show.
    d.grant(d.base, *('(OA;CIIO;RPWP;;%s;%s)' % (CLASS[c], two) for c in ('inetOrgPerson', 'group', 'contact')))
    # Nobody needs it, and it shows what read-only domain controllers must not see.
    d.grant(d.base, '(OA;;CR;%s;;%s)' % (RIGHT['filtered-set'], two))
    # The staging server's account lacks the right to write the anchor.
    anchor = '(OA;CIIO;RPWP;%s;%s;%s)' % (ATTRIBUTE['mS-DS-ConsistencyGuid'], CLASS['user'], two)
    d.revoke(d.base, anchor)


def help_desk(d):
    """Reset Password on the Users container, where the staging connector account inherits again."""
    sid = d.sid(d.helpdesk)
    d.grant(d.users, RESET_FOR_USERS % sid)
    d.protect(d.msol2, 'O:DAG:DAD:AI(A;;GA;;;SY)(A;;GA;;;DA)(A;;LCRPRC;;;AU)')


def weak_account(d):
    d.replace(d.msol2, servicePrincipalName='MSSQLSvc/fab-sync02.%s:1433' % d.dns, msDS_SupportedEncryptionTypes=RC4,
              userAccountControl=str(NORMAL | NEVER_EXPIRES | NO_PREAUTH))
    d.age(d.msol2, pwdLastSet=filetime(120))
    d.age(d.msol1, pwdLastSet=filetime(900), whenCreated=generalized(900))


def forgotten_servers(d):
    """Three more connector accounts: of a server that is gone, of one that sleeps, of one that nobody declared."""
    dead = d.connector('0ddba11c0ffe', 'OLD-SYNC', clean.TENANT, uac=NORMAL | NEVER_EXPIRES)
    d.grant(d.base, *clean.connector_rights(d.sid(dead)))
    d.age(dead, pwdLastSet=filetime(1100), lastLogonTimestamp=filetime(400), whenCreated=generalized(1100))

    ghost = d.connector('5eed0fa11e57', 'FAB-GHOST', clean.TENANT, uac=NORMAL | NEVER_EXPIRES)
    computer = d.computer('FAB-GHOST', 'CN=Computers,' + d.base, uac=COMPUTER | DISABLED,
                          operatingSystem='Windows Server 2016 Standard', operatingSystemVersion='10.0 (14393)')
    for dn in (ghost, computer):
        d.age(dn, pwdLastSet=filetime(300), lastLogonTimestamp=filetime(75), whenCreated=generalized(1000))
    d.grant(ghost, '(D;;RC;;;%s)' % d.sid(d.auditor))

    living = d.connector('bada55c0ffee', 'FAB-SYNC03', clean.TENANT, uac=NORMAL | NEVER_EXPIRES)
    computer = d.computer('FAB-SYNC03', 'CN=Computers,' + d.base, operatingSystem='Windows Server 2022 Standard',
                          operatingSystemVersion='10.0 (20348)')
    for dn in (living, computer):
        d.age(dn, pwdLastSet=filetime(20), lastLogonTimestamp=filetime(2), whenCreated=generalized(60))
    d.grant(d.base, *clean.connector_rights(d.sid(living)))


def service_account(d):
    """Every computer of the domain may read the password of the managed service account."""
    sids = [d.sid('CN=FAB-SYNC01,' + d.tier0_servers), d.sid(d.sync2), d.sid(d.users_group('Domain Computers'))]
    readers = security.descriptor.from_sddl('O:SYD:' + ''.join('(A;;RPWP;;;%s)' % s for s in sids), d.domain_sid)
    d.replace('CN=ADSyncMSA4c81f,CN=Managed Service Accounts,' + d.base, msDS_GroupMSAMembership=ndr_pack(readers))


def on_behalf(d, who):
    """Resource-based constrained delegation: who may act as anybody."""
    return ndr_pack(security.descriptor.from_sddl('O:BAD:(A;;GA;;;%s)' % d.sid(who), d.domain_sid))


def seamless_sso(d):
    d.replace(d.sso, msDS_SupportedEncryptionTypes=RC4,
              msDS_AllowedToActOnBehalfOfOtherIdentity=on_behalf(d, 'CN=FAB-SYNC03,CN=Computers,' + d.base))
    d.grant(d.sso, '(A;;GA;;;%s)' % d.sid(d.helpdesk))
    d.sso = d.move(d.sso, 'CN=Computers,' + d.base)
    d.age(d.sso, pwdLastSet=filetime(410))


def second_server(d):
    """FAB-SYNC02 stands among ordinary servers, and much is wrong with it."""
    servers = d.ou('Member Servers', d.corp)
    admins = d.group('Server Admins', d.groups, members=['CN=bob,' + d.people])
    sid = d.sid(admins)
    d.grant(servers, '(A;CI;RPWPLCLORC;;;%s)' % sid)
    gpo = d.gpo('C3E1A9B4-5D27-4E60-8F12-90B7D4A6E835', 'Member servers - baseline')
    d.protect(gpo, 'O:DAG:DAD:PAI(A;CI;GA;;;DA)(A;CI;GA;;;SY)(A;CI;LCRPLORC;;;AU)(A;CI;CCDCLCRPWPLORCSD;;;%s)' % sid)
    d.link(servers, gpo)
    d.sync2 = d.move(d.sync2, servers)
    # Legacy LAPS instead of Windows LAPS: expired, and the help desk may read the password.
    d.replace(d.sync2, msDS_AllowedToActOnBehalfOfOtherIdentity=on_behalf(d, d.helpdesk),
              userAccountControl=str(COMPUTER | UNCONSTRAINED), msDS_SupportedEncryptionTypes='28',
              operatingSystem='Windows Server 2016 Standard', operatingSystemVersion='10.0 (14393)',
              msLAPS_PasswordExpirationTime=[], msLAPS_EncryptedPassword=[],
              ms_Mcs_AdmPwdExpirationTime=filetime(120), ms_Mcs_AdmPwd='S0mething-Old!')
    d.grant(d.sync2, '(OA;;RPCR;c6a1b3f2-3c0e-4b5d-9d61-000000000001;;%s)' % d.sid(d.helpdesk))
    d.age(d.sync2, pwdLastSet=filetime(61), lastLogonTimestamp=filetime(75))


def synced_admin(d):
    admin = d.user('adm-mueller', d.people, displayName='Jürgen Müller (Admin)')
    d.append(d.domain_admins, member=admin)
    d.age(admin, pwdLastSet=filetime(1400), lastLogonTimestamp=filetime(500))
    former = d.user('adm-former', d.people, adminCount='1') # no member of anything any more
    return admin, former


def cloud_kerberos(d):
    """Administrators' secrets may reach the cloud's domain controller."""
    d.replace('CN=AzureADKerberos,OU=Domain Controllers,' + d.base,
              msDS_NeverRevealGroup='CN=Server Operators,CN=Builtin,' + d.base)
    d.age('CN=krbtgt_AzureAD,' + d.users, pwdLastSet=filetime(200))


def forest(d):
    d.add('CN=b0d60d4e-6f0e-4b0c-a2b5-7d1f0c6c2b11,%s%s' % (clean.SCP, d.config), objectClass='serviceConnectionPoint',
          keywords=['azureADName:contoso.onmicrosoft.com', 'azureADId:0f3c7b52-1d84-4a7e-b9a6-3e5d2c1f8a90'])
    d.replace(d.base, ms_DS_MachineAccountQuota='10')
    d.back_up(120)
    d.age('CN=krbtgt,' + d.users, pwdLastSet=filetime(700))
    # The Recycle Bin cannot be switched off; the database can be told that it never was on.
    d.age('CN=Partitions,' + d.config, msDS_EnabledFeature=None)


def make(d, lab):
    d.open()
    find(d)
    d.begin()
    nested_admin(d)
    old_account(d)
    connector_rights(d)
    help_desk(d)
    weak_account(d)
    forgotten_servers(d)
    service_account(d)
    seamless_sso(d)
    second_server(d)
    admin, former = synced_admin(d)
    cloud_kerberos(d)
    forest(d)
    d.propagate_admin_holder(d.msol1, admin)
    d.commit()
    d.export_keytab(os.path.join(lab, 'servers.keytab'), 'fab-sync03')  # besides those of clean
