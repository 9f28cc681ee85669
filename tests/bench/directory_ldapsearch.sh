#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# directory_ldapsearch.sh PREFIX: the questions of a forest audit as an administrator would type them. Answers go to
# PREFIX.ldif, the number of LDAP operations to PREFIX.operations. Security descriptors come as base64: nobody reads
# them here, which syncaudit does.
set -euo pipefail
prefix=$1
base=DC=fabrikam,DC=example
config=CN=Configuration,$base
operations=0
: >"$prefix.ldif"

# ask BASE SCOPE FILTER ATTRIBUTE...
ask() {
  local where=$1 scope=$2
  shift 2
  ldapsearch -Q -LLL -o ldif-wrap=no -Y GSSAPI -H "ldap://$LAB_DC" -b "$where" -s "$scope" \
    -E pr=1000/noprompt -E '!1.2.840.113556.1.4.801=::MAMCAQc=' "$@" >"$prefix.answer" 2>/dev/null || true
  # A bind by GSSAPI takes three requests; then come the pages.
  operations=$((operations + 3 + $(grep -c '^# pagedresults' "$prefix.answer" || true)))
  cat "$prefix.answer" >>"$prefix.ldif"
}
# dns: the names in the last answer.
dns() { sed -n 's/^dn: //p' "$prefix.answer"; }

ask "" base '(objectClass=*)'
ask "CN=Partitions,$config" one '(objectClass=crossRef)' nCName dnsRoot nETBIOSName systemFlags
ask "CN=Partitions,$config" base '(objectClass=*)' msDS-EnabledFeature msDS-Behavior-Version
ask "CN=Directory Service,CN=Windows NT,CN=Services,$config" base '(objectClass=*)' tombstoneLifetime msDS-DeletedObjectLifetime
ask "CN=Device Registration Configuration,CN=Services,$config" sub '(objectClass=serviceConnectionPoint)' keywords
ask "CN=Schema,$config" one '(|(lDAPDisplayName=ms-Mcs-AdmPwd)(lDAPDisplayName=msLAPS-*))' lDAPDisplayName schemaIDGUID
ask "$base" base '(objectClass=*)' nTSecurityDescriptor maxPwdAge minPwdLength lockoutThreshold replPropertyMetaData gPLink
ask "OU=Domain Controllers,$base" sub '(objectClass=computer)' dNSHostName operatingSystem msDS-SupportedEncryptionTypes
ask "CN=AdminSDHolder,CN=System,$base" base '(objectClass=*)' nTSecurityDescriptor
ask "CN=Policies,CN=System,$base" one '(objectClass=groupPolicyContainer)' displayName nTSecurityDescriptor
ask "$base" sub '(|(objectClass=organizationalUnit)(objectClass=container))' nTSecurityDescriptor gPLink
ask "$base" sub '(sAMAccountName=krbtgt*)' pwdLastSet msDS-KeyVersionNumber
ask "$base" sub '(|(adminCount=1)(memberOf=CN=Domain Admins,CN=Users,'$base'))' '*' nTSecurityDescriptor
privileged='Domain Admins,Enterprise Admins,Schema Admins,Group Policy Creator Owners'
while read -r -d, name; do
  ask "CN=$name,CN=Users,$base" base '(objectClass=*)' member nTSecurityDescriptor
done <<<"$privileged,"
for name in Administrators 'Account Operators' 'Server Operators' 'Print Operators' 'Backup Operators'; do
  ask "CN=$name,CN=Builtin,$base" base '(objectClass=*)' member nTSecurityDescriptor
done
accounts='(|(sAMAccountName=MSOL_*)(sAMAccountName=AAD_*)(sAMAccountName=ADSyncMSA*)(sAMAccountName=AZUREADSSOACC$)(sAMAccountName=AzureADKerberos$)(sAMAccountName=FAB-*)(description=*configured to synchronize to tenant*))'
ask "$base" sub "$accounts" '*' nTSecurityDescriptor
dns >"$prefix.accounts"
while read -r account; do
  ask "$account" base '(objectClass=*)' tokenGroups
  parent=${account#*,}
  # Who is above it?
  while [ "$parent" != "$base" ]; do
    ask "$parent" base '(objectClass=*)' nTSecurityDescriptor gPLink
    parent=${parent#*,}
  done
done <"$prefix.accounts"
ask "$base" sub '(|(cn=ADSyncAdmins)(cn=ADSyncOperators)(cn=ADSyncBrowse)(cn=ADSyncPasswordSet))' member
echo "$operations" >"$prefix.operations"
