#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Real exports (data that is kept apart from the project): exactly the differences that are known to be there.
set -u
data=$3/entra-export
[ -d "$data" ] || { echo "skipped: no real exports at $3"; exit 77; }
. "$2/tests/cli/lib.sh"

expect 1 audit "$data/contoso-active" "$data/contoso-staging" --snapshot run.sqlite -o html=r.html -o json=r.json -o csv=csv
says out "CONTOSO-SYNC01"
says out "CONTOSO-SYNC02"
[ "$(query run.sqlite "SELECT active || ' ' || staging FROM pair")" = "CONTOSO-SYNC01 CONTOSO-SYNC02" ] || fail "roles"
[ "$(query run.sqlite "SELECT name || ' ' || role FROM server" | tr '\n' ';')" = "CONTOSO-SYNC01 active;CONTOSO-SYNC02 staging;" ] || fail "roles of the servers"
query run.sqlite "SELECT path || ': ' || active_value || ' / ' || staging_value FROM parity_difference WHERE class <> 'expected' ORDER BY 1" >got
cat >want <<'EOT'
Microsoft.Synchronize.MaintenanceEnabled: True / False
connector contoso.com / partition DC=contoso,DC=com / exclude OU=Service,OU=CORP,DC=contoso,DC=com: absent / listed
contoso.com / Inbound / In from AD - Contact Lync / state: enabled / disabled
contoso.com / Inbound / In from AD - InetOrgPerson Common / mapping company: expression Trim([company]) / absent
EOT
diff want got >differs || { cat differs; fail "not exactly the four known differences"; }
[ "$(query run.sqlite "SELECT count(*) FROM sync_rule")" = 124 ] || fail "rules"
[ "$(query run.sqlite "SELECT count(*) FROM rule_mapping")" = 2399 ] || fail "mappings: $(query run.sqlite "SELECT count(*) FROM rule_mapping")"

for side in active staging; do
  expect 1 audit "$data/contoso-$side" "$data/contoso-$side" --snapshot self-$side.sqlite -o json=self-$side.json
  says out "compares a server with itself"
  [ "$(query self-$side.sqlite "SELECT count(*) FROM parity_difference")" = 0 ] || fail "contoso-$side differs from itself"
done
finish
