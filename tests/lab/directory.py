# SPDX-License-Identifier: Apache-2.0
"""A stopped Samba domain controller as a thing to fill: makes it, then adds objects, rights and ages.

Everything is written straight into the database with the rights of the system, in one transaction: no server
runs, and 1,200 users take seconds. What the database protects (ages of passwords, functional levels) is
written below its modules with raw().
"""
import logging
import struct
import time
import uuid

import ldb
from samba import dsdb
from samba.auth import system_session
from samba.dcerpc import drsblobs, misc, security
import samba.dckeytab  # noqa: F401  gives Net export_keytab()
from samba.net import Net
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.provision import provision
from samba.samdb import SamDB

ADMIN_PASSWORD = 'Adm1n-Passw0rd!'
USER_PASSWORD = 'Us3r-Passw0rd!'
CONNECTOR_PASSWORD = 'C0nnector-Passw0rd!'
COMPUTER_PASSWORD = 'C0mputer-Passw0rd!'

# userAccountControl
DISABLED, NORMAL, COMPUTER, NEVER_EXPIRES = 0x2, 0x200, 0x1000, 0x10000
UNCONSTRAINED, NOT_DELEGATED, NO_PREAUTH, PARTIAL_SECRETS = 0x80000, 0x100000, 0x400000, 0x4000000
# msDS-SupportedEncryptionTypes
RC4, AES = '4', '24'
# groupType
GLOBAL, DOMAIN_LOCAL, UNIVERSAL = -0x7ffffffe, -0x7ffffffc, -0x7ffffff8

TAIL = '-0de6-11d0-a285-00aa003049e2'
CLASS = {
    'user': 'bf967aba' + TAIL, 'group': 'bf967a9c' + TAIL, 'computer': 'bf967a86' + TAIL,
    'contact': '5cb41ed0-0e4c-11d0-a286-00aa003049e2', 'inetOrgPerson': '4828cc14-1437-45bc-9b07-ad6f015e5f28',
    'foreignSecurityPrincipal': '89e31c12-8530-11d0-afda-00c04fd930c9',
    'msDS-Device': '5df2b673-6d41-4774-b3e8-d52e8ee9ff99',
}
RIGHT = {
    'get-changes': '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2', 'get-changes-all': '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2',
    'filtered-set': '89e95b76-444d-4c62-991a-0facbeda640c', 'reset-password': '00299570-246d-11d0-a768-00aa006e0529',
    'unexpire-password': 'ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501',
}
ATTRIBUTE = {
    'lockoutTime': '28630ebf-41d5-11d1-a9c1-0000f80367c1', 'pwdLastSet': 'bf967a0a' + TAIL,
    'mS-DS-ConsistencyGuid': '23773dc2-b63a-11d2-90e1-00c04fd91ab1',
    'member': 'bf9679c0' + TAIL, 'gPLink': 'f30e3bbe-9ff0-11d1-b603-0000f80367c1',
}
RECYCLE_BIN = '766ddcd8-acd0-445e-f3b9-a7f9b6744f2a'
# What SELF may do on every user by the schema's default.
SELF = ('(A;;RPLCLORC;;;PS)(OA;;CR;ab721a53-1e2f-11d0-9819-00aa0040529b;;PS)'
        '(OA;;RPWP;77b5b886-944a-11d1-aebd-0000f80367c1;;PS)')


def filetime(days_ago):
    """Windows' number for the moment so many days ago."""
    return str(int((time.time() - days_ago * 86400 + 11644473600)) * 10000000)


def generalized(days_ago):
    return time.strftime('%Y%m%d%H%M%S.0Z', time.gmtime(time.time() - days_ago * 86400))


def escape(name):
    """A value as an RDN holds it."""
    text = ''.join('\\' + c if c in ',+"\\<>;=' else c for c in name)
    if text[0] in ' #':
        text = '\\' + text
    return text[:-1] + '\\ ' if text.endswith(' ') else text


def identity(ace):
    """What makes two ACEs the same."""
    parts = [ace.type, ace.flags, ace.access_mask, str(ace.trustee)]
    if ace.type in (security.SEC_ACE_TYPE_ACCESS_ALLOWED_OBJECT, security.SEC_ACE_TYPE_ACCESS_DENIED_OBJECT):
        parts += [ace.object.flags, str(ace.object.type), str(ace.object.inherited_type)]
    return parts


class Directory:
    def __init__(self, conf):
        logging.disable(logging.WARNING)
        self.started = time.time()
        self.lp = LoadParm()
        self.lp.load(conf)
        self.conf = conf
        self.lp.set('dsdb:schema update allowed', 'yes')

    def log(self, text):
        print('%6.2f s  %s' % (time.time() - self.started, text), flush=True)

    # --- the database ---------------------------------------------------------------------------

    def provision(self, realm, netbios, address, domain_sid):
        """A new forest. The ACLs of sysvol are left out: they would need real root."""
        log = logging.getLogger('provision')
        log.addHandler(logging.NullHandler())
        provision(log, system_session(self.lp), smbconf=self.conf, realm=realm, domain=netbios, hostname='dc1',
                  hostip=address, serverrole='active directory domain controller', dns_backend='SAMBA_INTERNAL',
                  adminpass=ADMIN_PASSWORD, machinepass='Mach1ne-Passw0rd!', base_schema='2012_R2', lp=self.lp,
                  skip_sysvolacl=True, batch_mode=True, dom_for_fun_level=dsdb.DS_DOMAIN_FUNCTION_2008_R2,
                  domainsid=security.dom_sid(domain_sid))
        self.log('provisioned ' + realm)

    def open(self):
        self.db = SamDB(lp=self.lp, session_info=system_session(self.lp))
        self.base = str(self.db.domain_dn())
        self.config = str(self.db.get_config_basedn())
        self.schema = str(self.db.get_schema_basedn())
        self.dns = self.base.lower().replace('dc=', '').replace(',', '.')
        self.users = 'CN=Users,' + self.base
        self.domain_sid = security.dom_sid(self.db.get_domain_sid())

    def begin(self):
        self.late = []
        self.db.transaction_start()

    def age(self, dn, **values):
        """Sets attributes that the database protects, after the commit and below every module: nothing is checked,
        nothing else changes. None removes."""
        self.late.append((dn, values))

    def commit(self):
        self.db.transaction_commit()
        self.log('committed')
        files = {}
        for dn, values in self.late:
            part = self.config if dn.lower().endswith(self.config.lower()) else self.base
            if part not in files:
                url = 'tdb://%s/sam.ldb.d/%s.ldb' % (self.lp.get('private dir'), part.upper())
                files[part] = ldb.Ldb(url=url, flags=ldb.FLG_DONT_CREATE_DB)
            database = files[part]
            found = database.search(base=ldb.Dn(database, dn), scope=ldb.SCOPE_BASE, attrs=['cn'])
            message = ldb.Message(found[0].dn)
            for name, value in values.items():
                name = name.replace('_', '-')
                message[name] = ldb.MessageElement([] if value is None else value, ldb.FLAG_MOD_REPLACE, name)
            database.modify(message)
        self.log('aged')

    # --- objects --------------------------------------------------------------------------------

    def add(self, dn, **values):
        self.db.add(dict({k.replace('_', '-'): v for k, v in values.items() if v is not None}, dn=dn))
        return dn

    def _modify(self, dn, flag, values):
        message = ldb.Message(ldb.Dn(self.db, dn))
        for name, value in values.items():
            name = name.replace('_', '-')
            message[name] = ldb.MessageElement(value, flag, name)
        self.db.modify(message, controls=['relax:0'])

    def replace(self, dn, **values):
        self._modify(dn, ldb.FLAG_MOD_REPLACE, values)

    def append(self, dn, **values):
        self._modify(dn, ldb.FLAG_MOD_ADD, values)

    def ou(self, name, parent=None):
        return self.add('OU=%s,%s' % (escape(name), parent or self.base), objectClass='organizationalUnit')

    def move(self, dn, where):
        new = dn.split(',', 1)[0] + ',' + where
        self.db.rename(dn, new)
        return new

    def user(self, sam, where, password=USER_PASSWORD, uac=NORMAL, cn=None, **values):
        return self.add('CN=%s,%s' % (escape(cn or sam), where), objectClass='user', sAMAccountName=sam,
                        userPrincipalName='%s@%s' % (sam, self.dns), userAccountControl=str(uac),
                        unicodePwd=('"%s"' % password).encode('utf-16-le'), **values)

    def computer(self, name, where, spns=None, uac=COMPUTER, **values):
        host = '%s.%s' % (name.lower(), self.dns)
        if spns is None:  # an empty tuple: none at all
            spns = [s + '/' + n for s in ('HOST', 'RestrictedKrbHost', 'HTTP', 'WSMAN') for n in (name, host)]
        return self.add('CN=%s,%s' % (name, where), objectClass='computer', sAMAccountName=name + '$',
                        dNSHostName=host, servicePrincipalName=spns or None, userAccountControl=str(uac),
                        unicodePwd=('"%s%s"' % (COMPUTER_PASSWORD, name)).encode('utf-16-le'), **values)

    def group(self, name, where, kind=GLOBAL, members=None, **values):
        return self.add('CN=%s,%s' % (escape(name), where), objectClass='group', sAMAccountName=name,
                        groupType=str(kind), member=members, **values)

    def connector(self, hexadecimal, server, tenant, where=None, **values):
        """A connector account as the product's express setup makes it, description and all."""
        text = ("Account created by Microsoft Azure Active Directory Connect with installation identifier '%s' "
                "running on computer '%s' configured to synchronize to tenant '%s'. This account must have directory "
                "replication permissions in the local Active Directory and write permission on certain attributes to "
                "enable Hybrid Deployment." % ((hexadecimal * 3)[:32], server, tenant))
        uac = values.pop('uac', NORMAL | NEVER_EXPIRES | NOT_DELEGATED)
        return self.user('MSOL_' + hexadecimal, where or self.users, CONNECTOR_PASSWORD, uac, description=text, **values)

    def gpo(self, guid, name):
        return self.add('CN={%s},CN=Policies,CN=System,%s' % (guid, self.base), objectClass='groupPolicyContainer',
                        displayName=name, gPCFunctionalityVersion='2', flags='0', versionNumber='1',
                        gPCFileSysPath='\\\\%s\\sysvol\\%s\\Policies\\{%s}' % (self.dns, self.dns, guid))

    def link(self, where, *gpos):
        self.replace(where, gPLink=''.join('[LDAP://%s;0]' % g for g in gpos))

    def sid(self, dn):
        found = self.db.search(dn, scope=ldb.SCOPE_BASE, attrs=['objectSid'])
        return str(ndr_unpack(security.dom_sid, found[0]['objectSid'][0]))

    def export_sids(self, path):
        """Lines NETBIOS\\name<tab>SID of all accounts, for servers that the tests play."""
        netbios = self.dns.split('.')[0].upper()
        found = self.db.search(self.base, expression='(objectSid=*)', attrs=['sAMAccountName', 'objectSid'])
        with open(path, 'w') as file:
            for entry in found:
                sid = str(ndr_unpack(security.dom_sid, entry['objectSid'][0]))
                if 'sAMAccountName' in entry and sid.startswith('S-1-5-21-'):
                    file.write('%s\\%s\t%s\n' % (netbios, entry['sAMAccountName'][0].decode(), sid))

    # --- rights ---------------------------------------------------------------------------------

    def descriptor(self, dn):
        found = self.db.search(dn, scope=ldb.SCOPE_BASE, attrs=['nTSecurityDescriptor'])
        return ndr_unpack(security.descriptor, found[0]['nTSecurityDescriptor'][0])

    def protect(self, dn, sddl):
        """Replaces owner, group and DACL."""
        value = security.descriptor.from_sddl(sddl, self.domain_sid)
        self.db.modify(ldb.Message.from_dict(self.db, {'dn': dn, 'nTSecurityDescriptor': ndr_pack(value)},
                                             ldb.FLAG_MOD_REPLACE), controls=['sd_flags:1:7'])

    def own(self, dn, who='DA'):
        value = security.descriptor.from_sddl('O:%sG:%s' % (who, who), self.domain_sid)
        self.db.modify(ldb.Message.from_dict(self.db, {'dn': dn, 'nTSecurityDescriptor': ndr_pack(value)},
                                             ldb.FLAG_MOD_REPLACE), controls=['sd_flags:1:3'])

    def grant(self, dn, *aces):
        """Adds explicit ACEs where Windows' tools put them: denials first, then the other explicit ones."""
        value = self.descriptor(dn)
        new = security.descriptor.from_sddl('D:' + ''.join(aces), self.domain_sid).dacl.aces
        old = [a for a in value.dacl.aces if not a.flags & security.SEC_ACE_FLAG_INHERITED_ACE]
        denials = (security.SEC_ACE_TYPE_ACCESS_DENIED, security.SEC_ACE_TYPE_ACCESS_DENIED_OBJECT)
        self._store_dacl(dn, value, sorted(old + new, key=lambda a: a.type not in denials))

    def _store_dacl(self, dn, value, aces):
        acl = security.acl()
        acl.revision = security.SECURITY_ACL_REVISION_ADS
        explicit = [a for a in aces if not a.flags & security.SEC_ACE_FLAG_INHERITED_ACE]  # inherited ones come back
        acl.aces, acl.num_aces = explicit, len(explicit)
        value.dacl = acl
        self.db.modify(ldb.Message.from_dict(self.db, {'dn': dn, 'nTSecurityDescriptor': ndr_pack(value)},
                                             ldb.FLAG_MOD_REPLACE), controls=['sd_flags:1:4'])

    def revoke(self, dn, ace):
        """Takes an explicit ACE away."""
        gone = security.descriptor.from_sddl('D:' + ace, self.domain_sid).dacl.aces[0]
        value = self.descriptor(dn)
        kept = [a for a in value.dacl.aces if identity(a) != identity(gone)]
        if len(kept) == len(value.dacl.aces):
            raise ValueError('no such ACE on %s: %s' % (dn, ace))
        self._store_dacl(dn, value, kept)

    def lock_down(self, dn):
        """What Set-ADSyncRestrictedPermissions makes of a connector account."""
        self.protect(dn, 'O:DAG:DAD:PAI(A;;GA;;;SY)(A;;GA;;;EA)(A;;GA;;;DA)(A;;GA;;;BA)(A;;LCRPRC;;;ED)(A;;LCRPRC;;;AU)'
                     + SELF)

    def propagate_admin_holder(self, *dns):
        """What Windows does hourly and Samba never: protected accounts get AdminSDHolder's descriptor."""
        holder = self.descriptor('CN=AdminSDHolder,CN=System,' + self.base)
        found = [str(m.dn) for m in self.db.search(self.base, expression='(adminCount=1)', attrs=['cn'])]
        for dn in found + list(dns):
            self.db.modify(ldb.Message.from_dict(
                self.db, {'dn': dn, 'nTSecurityDescriptor': ndr_pack(holder), 'adminCount': '1'},
                ldb.FLAG_MOD_REPLACE), controls=['sd_flags:1:7'])

    # --- what a new forest lacks ----------------------------------------------------------------

    def add_attribute(self, name, oid, syntax, om, guid, classes, **values):
        self.add('CN=%s,%s' % (name, self.schema), objectClass='attributeSchema', lDAPDisplayName=name,
                 adminDisplayName=name, attributeID=oid, attributeSyntax=syntax, oMSyntax=om,
                 schemaIDGUID=ndr_pack(misc.GUID(guid)), showInAdvancedViewOnly='TRUE',
                 **dict({'isSingleValued': 'TRUE', 'searchFlags': '0'}, **values))
        for name_of_class in classes:
            self.may_contain.setdefault(name_of_class, []).append(name)

    def extend_schema(self):
        """LAPS, both kinds (passwords are confidential: searchFlags 904), and what 2016 brought."""
        self.may_contain = {}
        legacy = '1.2.840.113556.1.8000.2554.50051.45980.28112.18903.35903.6685103.1224907.2.'
        number = 'c6a1b3f2-3c0e-4b5d-9d61-00000000000%d' # LAPS' own GUIDs differ from forest to forest
        secret = {'searchFlags': '904'}
        one = ['Computer']
        self.add_attribute('ms-Mcs-AdmPwd', legacy + '1', '2.5.5.5', '19', number % 1, one, **secret)
        self.add_attribute('ms-Mcs-AdmPwdExpirationTime', legacy + '2', '2.5.5.16', '65', number % 2, one)
        windows = '1.2.840.113556.1.6.44.1.'
        self.add_attribute('msLAPS-PasswordExpirationTime', windows + '1', '2.5.5.16', '65', number % 3, one)
        self.add_attribute('msLAPS-Password', windows + '2', '2.5.5.5', '19', number % 4, one, **secret)
        self.add_attribute('msLAPS-EncryptedPassword', windows + '3', '2.5.5.10', '4', number % 5, one, **secret)
        self.add_attribute('msDS-KeyCredentialLink', '1.2.840.113556.1.4.2328', '2.5.5.7', '127',
                           '5b47d60f-6090-40b2-9f37-2a4de88f3063', ['User', 'Computer'], isSingleValued='FALSE',
                           oMObjectClass=bytes.fromhex('2a864886f7140101010b'), linkID='2220')
        self.add_attribute('msDS-ExternalDirectoryObjectId', '1.2.840.113556.1.4.2310', '2.5.5.12', '64',
                           'bd29bf90-66ad-40e1-887b-10df070419a6', ['User', 'Group'],
                           attributeSecurityGUID=ndr_pack(misc.GUID('77b5b886-944a-11d1-aebd-0000f80367c1')))
        self.db.set_schema_update_now()
        for name, attributes in self.may_contain.items():
            self.append('CN=%s,%s' % (name, self.schema), mayContain=attributes)
        self.db.set_schema_update_now()
        self.log('schema extended')

    def add_server_spns(self):
        """The names that clients ask tickets for; Samba's updater would add them at run time."""
        dc = 'CN=DC1,OU=Domain Controllers,' + self.base
        host = 'dc1.' + self.dns
        netbios = self.lp.get('workgroup')
        self.append(dc, servicePrincipalName=['ldap/' + host, 'ldap/DC1', 'ldap/%s/%s' % (host, self.dns),
                                              'ldap/%s/%s' % (host, netbios), 'GC/%s/%s' % (host, self.dns),
                                              'ldap/%s/DomainDnsZones.%s' % (host, self.dns),
                                              'ldap/%s/ForestDnsZones.%s' % (host, self.dns)])
        self.replace(dc, operatingSystem='Windows Server 2022 Datacenter', operatingSystemVersion='10.0 (20348)')

    def raise_level(self, level='7'):
        """Samba's provision stops at 2008 R2; clients only look at these numbers."""
        for dn in (self.base, 'CN=Partitions,' + self.config, str(self.db.get_dsServiceName())):
            self.age(dn, msDS_Behavior_Version=level)

    def enable_recycle_bin(self):
        message = ldb.Message()
        message.dn = ldb.Dn(self.db, '')
        value = 'CN=Partitions,%s:%s' % (self.config, RECYCLE_BIN)
        message['enableOptionalFeature'] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, 'enableOptionalFeature')
        self.db.modify(message)

    def back_up(self, days_ago):
        """A backup signs the domain head (dSASignature); when, only the replication metadata tells."""
        signature = struct.pack('<III', 40, 1, 0) + bytes(12) + uuid.uuid5(uuid.NAMESPACE_DNS, self.dns).bytes_le
        self.replace(self.base, dSASignature=signature)
        found = self.db.search(self.base, scope=ldb.SCOPE_BASE, attrs=['replPropertyMetaData'])
        meta = ndr_unpack(drsblobs.replPropertyMetaDataBlob, found[0]['replPropertyMetaData'][0])
        for entry in meta.ctr.array:
            if entry.attid == 0x2004a: # dSASignature
                entry.originating_change_time = int(filetime(days_ago))
        self.age(self.base, replPropertyMetaData=ndr_pack(meta))

    def export_keytab(self, path, *hosts):
        """Keys of the services that WinRM's clients ask for, for servers that the tests play."""
        net = Net(None, self.lp)
        for host in hosts:
            for service in ('HTTP', 'host', 'WSMAN'):
                net.export_keytab(keytab=path, principal='%s/%s.%s' % (service, host, self.dns))
