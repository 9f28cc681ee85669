/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the GUIDs that ACEs carry: extended rights, property sets, attributes and classes of the
 * base schema ([MS-ADTS] 5.1.3.2.1 and 5.1.3.2.2, [MS-ADA1] to [MS-ADSC]). They are the same in
 * every forest, and so is the membership of these attributes in property sets, unless somebody
 * changed the schema by hand. What a forest adds (LAPS) must be looked up in its schema. */
#include "guid_names.h"

#include "syncaudit/compiler.h"
#include "syncaudit/secdesc.h"
#include "syncaudit/text.h"

#define GUID SA_GUID

struct named {
    struct sa_guid guid;
    const char *name;
};

#define SET(name) (&sets[SET_##name].guid)

/* One row, one line. */
/* clang-format off */
enum {
    SET_DNS_HOST_NAME,
    SET_DOMAIN_OTHER,
    SET_DOMAIN_PASSWORD,
    SET_EMAIL,
    SET_GENERAL,
    SET_GATEWAY,
    SET_MEMBERSHIP,
    SET_PERSONAL,
    SET_PRIVATE,
    SET_PUBLIC,
    SET_RAS,
    SET_LICENSE_SERVER,
    SET_RESTRICTIONS,
    SET_USER_LOGON,
    SET_WEB,
    SET_VALIDATED_COMPUTER,
    SET_COUNT
};

static const struct named sets[SET_COUNT] = {
    [SET_DNS_HOST_NAME] = {GUID(72e39547, 7b18, 11d1, adef, 00c04fd8d5cd),
     "DNS-Host-Name-Attributes"},
    [SET_DOMAIN_OTHER] = {GUID(b8119fd0, 04f6, 4762, ab7a, 4986c76b3f9a),
     "Domain-Other-Parameters"},
    [SET_DOMAIN_PASSWORD] = {GUID(c7407360, 20bf, 11d0, a768, 00aa006e0529), "Domain-Password"},
    [SET_EMAIL] = {GUID(e45795b2, 9455, 11d1, aebd, 0000f80367c1), "Email-Information"},
    [SET_GENERAL] = {GUID(59ba2f42, 79a2, 11d0, 9020, 00c04fc2d3cf), "General-Information"},
    [SET_GATEWAY] = {GUID(ffa6f046, ca4b, 4feb, b40d, 04dfee722543), "MS-TS-GatewayAccess"},
    [SET_MEMBERSHIP] = {GUID(bc0ac240, 79a9, 11d0, 9020, 00c04fc2d4cf), "Membership"},
    [SET_PERSONAL] = {GUID(77b5b886, 944a, 11d1, aebd, 0000f80367c1), "Personal-Information"},
    [SET_PRIVATE] = {GUID(91e647de, d96f, 4b70, 9557, d63ff4f3ccd8), "Private-Information"},
    [SET_PUBLIC] = {GUID(e48d0154, bcf8, 11d1, 8702, 00c04fb96050), "Public-Information"},
    [SET_RAS] = {GUID(037088f8, 0ae1, 11d2, b422, 00a0c968f939), "RAS-Information"},
    [SET_LICENSE_SERVER] = {GUID(5805bc62, bdc9, 4428, a5e2, 856a0f4c185e),
     "Terminal-Server-License-Server"},
    [SET_RESTRICTIONS] = {GUID(4c164200, 20c0, 11d0, a768, 00aa006e0529),
     "User-Account-Restrictions"},
    [SET_USER_LOGON] = {GUID(5f202010, 79a5, 11d0, 9020, 00c04fc2d4cf), "User-Logon"},
    [SET_WEB] = {GUID(e45795b3, 9455, 11d1, aebd, 0000f80367c1), "Web-Information"},
    [SET_VALIDATED_COMPUTER] = {GUID(9b026da6, 0d3c, 465c, 8bee, 5199d7165cba),
     "DS-Validated-Write-Computer"},
};

const struct sa_known_attribute sa_power_attributes[] = {
    {GUID(bf9679c0, 0de6, 11d0, a285, 00aa003049e2), "member", SET(MEMBERSHIP)},
    {GUID(f3a64788, 5306, 11d1, a9c5, 0000f80367c1), "servicePrincipalName", SET(PUBLIC)},
    {GUID(5b47d60f, 6090, 40b2, 9f37, 2a4de88f3063),
     "msDS-KeyCredentialLink", SET(VALIDATED_COMPUTER)},
    {GUID(3f78c3e5, f79a, 46bd, a0b8, 9d18116ddc79),
     "msDS-AllowedToActOnBehalfOfOtherIdentity", SET(RESTRICTIONS)},
    {GUID(800d94d7, b7a1, 42a1, b14d, 7cae1423d07f), "msDS-AllowedToDelegateTo", SET(PUBLIC)},
    {GUID(bf967a68, 0de6, 11d0, a285, 00aa003049e2), "userAccountControl", SET(RESTRICTIONS)},
    {GUID(bf9679a8, 0de6, 11d0, a285, 00aa003049e2), "scriptPath", SET(USER_LOGON)},
    {GUID(bf967a05, 0de6, 11d0, a285, 00aa003049e2), "profilePath", SET(USER_LOGON)},
    {GUID(bf967985, 0de6, 11d0, a285, 00aa003049e2), "homeDirectory", SET(USER_LOGON)},
    {GUID(bf967a6d, 0de6, 11d0, a285, 00aa003049e2), "userParameters", SET(RESTRICTIONS)},
    {GUID(00fbf30c, 91fe, 11d1, aebc, 0000f80367c1), "altSecurityIdentities", SET(PUBLIC)},
    {GUID(28630ebf, 41d5, 11d1, a9c1, 0000f80367c1), "lockoutTime", NULL},
    {GUID(bf967a0a, 0de6, 11d0, a285, 00aa003049e2), "pwdLastSet", SET(RESTRICTIONS)},
    {GUID(23773dc2, b63a, 11d2, 90e1, 00c04fd91ab1), "mS-DS-ConsistencyGuid", NULL},
    {GUID(bd29bf90, 66ad, 40e1, 887b, 10df070419a6),
     "msDS-ExternalDirectoryObjectId", SET(PERSONAL)},
    {GUID(f30e3bbe, 9ff0, 11d1, b603, 0000f80367c1), "gPLink", NULL},
    {GUID(f30e3bbf, 9ff0, 11d1, b603, 0000f80367c1), "gPOptions", NULL},
    {GUID(f30e3bc1, 9ff0, 11d1, b603, 0000f80367c1), "gPCFileSysPath", NULL},
    {GUID(32ff8ecc, 783f, 11d2, 9916, 0000f87a57d4), "gPCMachineExtensionNames", NULL},
    {GUID(42a75fc6, 783f, 11d2, 9916, 0000f87a57d4), "gPCUserExtensionNames", NULL},
    {GUID(bf967a76, 0de6, 11d0, a285, 00aa003049e2), "versionNumber", NULL},
    {GUID(888eedd6, ce04, df40, b462, b8a50e41ba38), "msDS-GroupMSAMembership", NULL},
    {GUID(bf967a06, 0de6, 11d0, a285, 00aa003049e2), "proxyAddresses", SET(PUBLIC)},
    {GUID(bf967961, 0de6, 11d0, a285, 00aa003049e2), "mail", SET(PUBLIC)},
    {GUID(bf967953, 0de6, 11d0, a285, 00aa003049e2), "displayName", SET(GENERAL)},
    {GUID(bf967950, 0de6, 11d0, a285, 00aa003049e2), "description", SET(PUBLIC)},
    {GUID(28630ebc, 41d5, 11d1, a9c1, 0000f80367c1), "legacyExchangeDN", SET(PUBLIC)},
    {GUID(bf9679e1, 0de6, 11d0, a285, 00aa003049e2), "unicodePwd", NULL},
    {GUID(20119867, 1d04, 4ab7, 9371, cfc3d5df0afd),
     "msDS-SupportedEncryptionTypes", SET(PERSONAL)},
    {GUID(28630ebb, 41d5, 11d1, a9c1, 0000f80367c1), "userPrincipalName", SET(PUBLIC)},
    {GUID(3e0abfd0, 126a, 11d0, a060, 00aa006c33ed), "sAMAccountName", SET(GENERAL)},
    {GUID(17eb4278, d167, 11d0, b002, 0000f80367c1), "sIDHistory", SET(GENERAL)},
    {GUID(bf967a00, 0de6, 11d0, a285, 00aa003049e2), "primaryGroupID", SET(GENERAL)},
    {GUID(bf967a7f, 0de6, 11d0, a285, 00aa003049e2), "userCertificate", SET(PERSONAL)},
    {GUID(72e39547, 7b18, 11d1, adef, 00c04fd8d5cd), "dNSHostName", SET(DNS_HOST_NAME)},
    {GUID(80863791, dbe9, 4eb8, 837e, 7f0ab55d9ac7),
     "msDS-AdditionalDnsHostName", SET(DNS_HOST_NAME)},
    {GUID(bf967915, 0de6, 11d0, a285, 00aa003049e2), "accountExpires", SET(RESTRICTIONS)},
    {GUID(0296c120, 40da, 11d1, a9c0, 0000f80367c1), "managedBy", NULL},
    {GUID(bf967993, 0de6, 11d0, a285, 00aa003049e2), "keywords", NULL},
    {GUID(15585999, fd49, 4d66, b25d, eeb96aba8174), "msDS-NeverRevealGroup", NULL},
    {GUID(303d9f4a, 1dd6, 4b38, 8fc5, 33afe8c988ad), "msDS-RevealOnDemandGroup", NULL},
    {GUID(f0f8ff86, 1191, 11d0, a060, 00aa006c33ed), "dSHeuristics", NULL},
    {GUID(d064fb68, 1480, 11d3, 91c1, 0000f87a57d4), "ms-DS-MachineAccountQuota", NULL},
};

static const struct named attributes[] = {
    {GUID(bf9679e3, 0de6, 11d0, a285, 00aa003049e2), "nTSecurityDescriptor"},
    {GUID(bf9679e8, 0de6, 11d0, a285, 00aa003049e2), "objectSid"},
    {GUID(bf967918, 0de6, 11d0, a285, 00aa003049e2), "adminCount"},
    {GUID(bf967991, 0de6, 11d0, a285, 00aa003049e2), "memberOf"},
    {GUID(c0e20a04, 0e5a, 4ff3, 9482, 5efeaecd7060), "lastLogonTimestamp"},
    {GUID(e362ed86, b728, 0842, b27d, 2dea7a9df218), "msDS-ManagedPassword"},
    {GUID(0e78295a, c6d3, 0a40, b491, d62251ffa0a6), "msDS-ManagedPasswordId"},
    {GUID(2cc4b836, b63f, 4940, 8d23, ea7acf06af56), "msDS-User-Account-Control-Computed"},
    {GUID(bf967a3f, 0de6, 11d0, a285, 00aa003049e2), "supplementalCredentials"},
    {GUID(bf9679e2, 0de6, 11d0, a285, 00aa003049e2), "ntPwdHistory"},
    {GUID(bf96799d, 0de6, 11d0, a285, 00aa003049e2), "lmPwdHistory"},
    {GUID(bf96799c, 0de6, 11d0, a285, 00aa003049e2), "dBCSPwd"},
    {GUID(bf96792e, 0de6, 11d0, a285, 00aa003049e2), "badPwdCount"},
};

const struct sa_known_class sa_child_classes[] = {
    {GUID(bf967aba, 0de6, 11d0, a285, 00aa003049e2), "user"},
    {GUID(4828cc14, 1437, 45bc, 9b07, ad6f015e5f28), "inetOrgPerson"},
    {GUID(bf967a9c, 0de6, 11d0, a285, 00aa003049e2), "group"},
    {GUID(bf967a86, 0de6, 11d0, a285, 00aa003049e2), "computer"},
    {GUID(5cb41ed0, 0e4c, 11d0, a286, 00aa003049e2), "contact"},
    {GUID(bf967aa5, 0de6, 11d0, a285, 00aa003049e2), "organizationalUnit"},
    {GUID(bf967a8b, 0de6, 11d0, a285, 00aa003049e2), "container"},
    {GUID(5df2b673, 6d41, 4774, b3e8, d52e8ee9ff99), "msDS-Device"},
    {GUID(7b8b558a, 93a5, 4af7, adca, c017e67f1057), "msDS-GroupManagedServiceAccount"},
    {GUID(ce206244, 5827, 4a86, ba1c, 1c0c386c1b64), "msDS-ManagedServiceAccount"},
    {GUID(f30e3bc2, 9ff0, 11d1, b603, 0000f80367c1), "groupPolicyContainer"},
    {GUID(28630ec1, 41d5, 11d1, a9c1, 0000f80367c1), "serviceConnectionPoint"},
    {GUID(89e31c12, 8530, 11d0, afda, 00c04fd930c9), "foreignSecurityPrincipal"},
    {GUID(0feb936f, 47b3, 49f2, 9386, 1dedc2c23765), "msDS-DelegatedManagedServiceAccount"},
};

static const struct named classes[] = {
    {GUID(bf967aa7, 0de6, 11d0, a285, 00aa003049e2), "person"},
    {GUID(bf967aa4, 0de6, 11d0, a285, 00aa003049e2), "organizationalPerson"},
    {GUID(19195a5b, 6da0, 11d0, afd3, 00c04fd930c9), "domainDNS"},
    {GUID(19195a5a, 6da0, 11d0, afd3, 00c04fd930c9), "domain"},
    {GUID(bf967a81, 0de6, 11d0, a285, 00aa003049e2), "builtinDomain"},
    {GUID(bf967a87, 0de6, 11d0, a285, 00aa003049e2), "configuration"},
    {GUID(bf967a8f, 0de6, 11d0, a285, 00aa003049e2), "dMD"},
    {GUID(52ab8671, 5709, 11d1, a9c6, 0000f80367c1), "lostAndFound"},
    {GUID(bf967ab3, 0de6, 11d0, a285, 00aa003049e2), "site"},
    {GUID(7a4117da, cd67, 11d0, afff, 0000f80367c1), "sitesContainer"},
    {GUID(b7b13124, b82e, 11d0, afee, 0000f80367c1), "subnet"},
    {GUID(b7b13125, b82e, 11d0, afee, 0000f80367c1), "subnetContainer"},
    {GUID(bf967a92, 0de6, 11d0, a285, 00aa003049e2), "server"},
    {GUID(f780acc0, 56f0, 11d1, a9c6, 0000f80367c1), "serversContainer"},
    {GUID(f0f8ffab, 1191, 11d0, a060, 00aa006c33ed), "nTDSDSA"},
    {GUID(19195a5f, 6da0, 11d0, afd3, 00c04fd930c9), "nTDSService"},
    {GUID(bf967a8d, 0de6, 11d0, a285, 00aa003049e2), "crossRef"},
    {GUID(ef9e60e0, 56f7, 11d1, a9c6, 0000f80367c1), "crossRefContainer"},
    {GUID(bf967ab8, 0de6, 11d0, a285, 00aa003049e2), "trustedDomain"},
    {GUID(6617188d, 8f3c, 11d0, afda, 00c04fd930c9), "rIDManager"},
    {GUID(7bfdcb89, 4807, 11d1, a9c3, 0000f80367c1), "rIDSet"},
    {GUID(2df90d89, 009f, 11d2, aa4c, 00c04fd7d83a), "infrastructureUpdate"},
    {GUID(bf967a99, 0de6, 11d0, a285, 00aa003049e2), "domainPolicy"},
    {GUID(bf967aae, 0de6, 11d0, a285, 00aa003049e2), "secret"},
    {GUID(7c9e8c58, 901b, 4ea8, b6ec, 4eb9e9fc0e11), "msDS-DeviceContainer"},
    {GUID(96bc3a1a, e3d2, 49d3, af11, 7b0df79d67f5), "msDS-DeviceRegistrationService"},
    {GUID(310b55ce, 3dcd, 4392, a96d, c9e35397c24f), "msDS-DeviceRegistrationServiceContainer"},
    {GUID(3bcd9db8, f84b, 451c, 952f, 6c52b81f9ec6), "msDS-PasswordSettings"},
    {GUID(5b06b06a, 4cf3, 44c0, bd16, 43bc10a987da), "msDS-PasswordSettingsContainer"},
    {GUID(da83fc4f, 076f, 4aea, b4dc, 8f4dab9b5993), "msDS-QuotaContainer"},
    {GUID(e027a8bd, 6456, 45de, 90a3, 38593877ee74), "msTPM-InformationObjectsContainer"},
    {GUID(bf967aa8, 0de6, 11d0, a285, 00aa003049e2), "printQueue"},
    {GUID(bf967abb, 0de6, 11d0, a285, 00aa003049e2), "volume"},
    {GUID(e0fa1e8b, 9b45, 11d0, afdd, 00c04fd930c9), "dnsZone"},
    {GUID(e0fa1e8c, 9b45, 11d0, afdd, 00c04fd930c9), "dnsNode"},
    {GUID(8297931e, 86d3, 11d0, afda, 00c04fd930c9), "controlAccessRight"},
    {GUID(bf967a80, 0de6, 11d0, a285, 00aa003049e2), "attributeSchema"},
    {GUID(bf967a83, 0de6, 11d0, a285, 00aa003049e2), "classSchema"},
    {GUID(e5209ca2, 3bba, 11d2, 90cc, 00c04fd91ab1), "pKICertificateTemplate"},
    {GUID(ee4aa692, 3bba, 11d2, 90cc, 00c04fd91ab1), "pKIEnrollmentService"},
    {GUID(3fdfee50, 47f4, 11d1, a9c3, 0000f80367c1), "certificationAuthority"},
    {GUID(ea715d30, 8f53, 40d0, bd1e, 6109186d782c), "msFVE-RecoveryInformation"},
    {GUID(ee1f5543, 7c2e, 476a, 8b3f, e11f4af6c498), "msDS-KeyCredential"},
};

static const struct named rights[] = {
    {GUID(d58d5f36, 0a98, 11d1, adbb, 00c04fd8d5cd), "Change-Rid-Master"},
    {GUID(fec364e0, 0a98, 11d1, adbb, 00c04fd8d5cd), "Do-Garbage-Collection"},
    {GUID(0bc1554e, 0a99, 11d1, adbb, 00c04fd8d5cd), "Recalculate-Hierarchy"},
    {GUID(1abd7cf8, 0a99, 11d1, adbb, 00c04fd8d5cd), "Allocate-Rids"},
    {GUID(bae50096, 4752, 11d1, 9052, 00c04fc2d4cf), "Change-PDC"},
    {GUID(440820ad, 65b4, 11d1, a3da, 0000f875ae0d), "Add-GUID"},
    {GUID(014bf69c, 7b3b, 11d1, 85f6, 08002be74fab), "Change-Domain-Master"},
    {GUID(edacfd8f, ffb3, 11d1, b41d, 00a0c968f939), "Apply-Group-Policy"},
    {GUID(9923a32a, 3607, 11d2, b9be, 0000f87a36b2), "DS-Install-Replica"},
    {GUID(cc17b1fb, 33d9, 11d2, 97d4, 00c04fd8d5cd), "Change-Infrastructure-Master"},
    {GUID(be2bb760, 7f46, 11d2, b9ad, 00c04f79f805), "Update-Schema-Cache"},
    {GUID(62dd28a8, 7f46, 11d2, b9ad, 00c04f79f805), "Recalculate-Security-Inheritance"},
    {GUID(69ae6200, 7f46, 11d2, b9ad, 00c04f79f805), "DS-Check-Stale-Phantoms"},
    {GUID(0e10c968, 78fb, 11d2, 90d4, 00c04f79dc55), "Certificate-Enrollment"},
    {GUID(b7b1b3dd, ab09, 4242, 9e30, 9980e5d322f7), "Generate-RSoP-Planning"},
    {GUID(9432c620, 033c, 4db7, 8b58, 14ef6d0bf477), "Refresh-Group-Cache"},
    {GUID(1a60ea8d, 58a6, 4b20, bcdc, fb71eb8a9ff8), "Reload-SSL-Certificate"},
    {GUID(91d67418, 0135, 4acc, 8d79, c08e857cfbec), "SAM-Enumerate-Entire-Domain"},
    {GUID(b7b1b3de, ab09, 4242, 9e30, 9980e5d322f7), "Generate-RSoP-Logging"},
    {GUID(e2a36dc9, ae17, 47c3, b58b, be34c55ba633), "Create-Inbound-Forest-Trust"},
    {GUID(1131f6ad, 9c07, 11d1, f79f, 00c04fc2dcd2), "DS-Replication-Get-Changes-All"},
    {GUID(ba33815a, 4f93, 4c76, 87f3, 57574bff8109), "Migrate-SID-History"},
    {GUID(45ec5156, db7e, 47bb, b53f, dbeb2d03c40f), "Reanimate-Tombstones"},
    {GUID(68b1d179, 0d15, 4d4f, ab71, 46152e79a7bc), "Allowed-To-Authenticate"},
    {GUID(2f16c4a5, b98e, 432c, 952a, cb388ba33f2e), "DS-Execute-Intentions-Script"},
    {GUID(f98340fb, 7c5b, 4cdb, a00b, 2ebdfa115a96), "DS-Replication-Monitor-Topology"},
    {GUID(280f369c, 67c7, 438e, ae98, 1d46f3c6f541), "Update-Password-Not-Required-Bit"},
    {GUID(ccc2dc7d, a6ad, 4a7a, 8846, c04e3cc53501), "Unexpire-Password"},
    {GUID(05c74c5e, 4deb, 43b4, bd9f, 86664c2a7fd5),
     "Enable-Per-User-Reversibly-Encrypted-Password"},
    {GUID(4ecc03fe, ffc0, 4947, b630, eb672a8a9dbc), "DS-Query-Self-Quota"},
    {GUID(ab721a52, 1e2f, 11d0, 9819, 00aa0040529b), "Domain-Administer-Server"},
    {GUID(ab721a53, 1e2f, 11d0, 9819, 00aa0040529b), "User-Change-Password"},
    {GUID(00299570, 246d, 11d0, a768, 00aa006e0529), "User-Force-Change-Password"},
    {GUID(ab721a54, 1e2f, 11d0, 9819, 00aa0040529b), "Send-As"},
    {GUID(ab721a56, 1e2f, 11d0, 9819, 00aa0040529b), "Receive-As"},
    {GUID(1131f6aa, 9c07, 11d1, f79f, 00c04fc2dcd2), "DS-Replication-Get-Changes"},
    {GUID(1131f6ab, 9c07, 11d1, f79f, 00c04fc2dcd2), "DS-Replication-Synchronize"},
    {GUID(1131f6ac, 9c07, 11d1, f79f, 00c04fc2dcd2), "DS-Replication-Manage-Topology"},
    {GUID(e12b56b6, 0a95, 11d1, adbb, 00c04fd8d5cd), "Change-Schema-Master"},
    {GUID(89e95b76, 444d, 4c62, 991a, 0facbeda640c), "DS-Replication-Get-Changes-In-Filtered-Set"},
    {GUID(7726b9d5, a4b4, 4288, a6b2, dce952e80a7f), "Run-Protect-Admin-Groups-Task"},
    {GUID(7c0e2a7c, a419, 48e4, a995, 10180aad54dd), "Manage-Optional-Features"},
    {GUID(1131f6ae, 9c07, 11d1, f79f, 00c04fc2dcd2),
     "Read-Only-Replication-Secret-Synchronization"},
};
/* clang-format on */

const size_t sa_power_attribute_count = SA_COUNT(sa_power_attributes);
const size_t sa_child_class_count = SA_COUNT(sa_child_classes);

static const char *find_named(const struct named *table, size_t count, const struct sa_guid *guid)
{
    for (size_t i = 0; i < count; i++) {
        if (sa_guid_same(&table[i].guid, guid))
            return table[i].name;
    }
    return NULL;
}

/* Attributes come before rights: a validated write has the GUID of its attribute. */
const char *sa_guid_known_name(const struct sa_guid *guid)
{
    const char *name = NULL;

    for (size_t i = 0; i < SA_COUNT(sa_power_attributes); i++) {
        if (sa_guid_same(&sa_power_attributes[i].guid, guid))
            return sa_power_attributes[i].name;
    }
    for (size_t i = 0; i < SA_COUNT(sa_child_classes); i++) {
        if (sa_guid_same(&sa_child_classes[i].guid, guid))
            return sa_child_classes[i].name;
    }
    name = find_named(rights, SA_COUNT(rights), guid);
    if (name == NULL)
        name = find_named(sets, SA_COUNT(sets), guid);
    if (name == NULL)
        name = find_named(attributes, SA_COUNT(attributes), guid);
    if (name == NULL)
        name = find_named(classes, SA_COUNT(classes), guid);
    return name;
}

const struct sa_guid *sa_class_guid(const char *name)
{
    for (size_t i = 0; i < SA_COUNT(sa_child_classes); i++) {
        if (sa_text_same(sa_child_classes[i].name, name))
            return &sa_child_classes[i].guid;
    }
    for (size_t i = 0; i < SA_COUNT(classes); i++) {
        if (sa_text_same(classes[i].name, name))
            return &classes[i].guid;
    }
    return NULL;
}
