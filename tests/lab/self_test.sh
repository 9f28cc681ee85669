#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# self_test.sh clean|over: the lab is what docs/internals/lab.md says. Asked with OpenLDAP's tools, so that a failure
# here is the lab's and not ours. Run by lab.sh, with a ticket for auditor.
set -eu
scenario=$1
failed=$LAB/run/failed # a file: most of this runs in the subshells of pipes
export LDAPTLS_CACERT="$LAB_CA"

# ask DC-BASE FILTER ATTRIBUTE...: unwrapped LDIF.
ask() {
  base=$1
  shift
  case $base in
    *DC=tailspin*) host=$LAB_DC2 ;;
    *) host=$LAB_DC ;;
  esac
  ldapsearch -Q -LLL -o ldif-wrap=no -Y GSSAPI -H "ldap://$host" -b "$base" "$@" 2>&1
}

# expect WHAT PATTERN: standard input has a line that matches.
expect() {
  if ! tee "$LAB/run/answer" | grep -qE "$2"; then
    echo "$1: no line matches '$2' in"
    cat "$LAB/run/answer"
    : >"$failed"
  fi
}
# expect_count WHAT NUMBER PATTERN
expect_count() {
  count=$(grep -cE "$3" || true)
  [ "$count" = "$2" ] || { echo "$1: $count, expected $2"; : >"$failed"; }
}

domain=DC=fabrikam,DC=example
klist | expect "ticket" 'auditor@FABRIKAM.EXAMPLE'
ask "" -s base domainFunctionality | expect "functional level" '^domainFunctionality: 7'
ask $domain '(&(objectClass=user)(sAMAccountName=u0*))' dn | expect_count "crowd" 1186 '^dn:'
ask "OU=Groups,OU=Corp,$domain" '(cn=All of Fabrikam)' member | expect_count "large group" 1700 '^member:'
ask "$domain" '(sAMAccountName=odd*)' cn | expect_count "odd names" 14 '^dn:'
ask "OU=Sealed,$domain" -s base | expect_count "attributes of what is sealed" 0 '^(ou|objectClass):'
ask $domain '(sAMAccountName=FAB-SYNC0?$)' msLAPS-EncryptedPassword ms-Mcs-AdmPwd | expect_count "LAPS passwords" 0 '^ms'
ldapsearch -x -LLL -H "ldaps://$LAB_DC" -s base -b '' -D "auditor@$LAB_DOMAIN" -y "$LAB_PASSWORDS/raw/auditor" dnsHostName 2>&1 |
  expect "LDAPS" "^dnsHostName: $LAB_DC"
ask "CN=Partitions,CN=Configuration,$domain" -s base msDS-EnabledFeature >"$LAB/run/recycle"
ask $domain '(sAMAccountName=MSOL_*)' dn >"$LAB/run/connectors"

if [ "$scenario" = clean ]; then
  expect "Recycle Bin" '^msDS-EnabledFeature:' <"$LAB/run/recycle"
  expect_count "connector accounts" 2 '^dn:' <"$LAB/run/connectors"
  ask "OU=Servers,OU=Tier 0,$domain" '(objectClass=computer)' dn | expect_count "computers in Tier 0" 3 '^dn:'
  ask DC=tailspin,DC=example '(sAMAccountName=*SYNC01$)' dn 2>&1 | expect "second forest" 'TAIL-SYNC01'
else
  expect_count "Recycle Bin" 0 '^msDS-EnabledFeature:' <"$LAB/run/recycle"
  expect_count "connector accounts" 5 '^dn:' <"$LAB/run/connectors"
  in_chain="(member:1.2.840.113556.1.4.1941:=CN=MSOL_4c81f2a09b7e,CN=Users,$domain)"
  ask $domain "$in_chain" dn | expect "nested administrator" '^dn: CN=Domain Admins,'
  klist -k "$LAB_KEYTAB" | expect "keys of the undeclared server" 'HTTP/fab-sync03\.'
  ask "OU=Member Servers,OU=Corp,$domain" '(cn=FAB-SYNC02)' userAccountControl | expect "unconstrained delegation" ' 528384$'
fi
[ ! -e "$failed" ]
