#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# host_findings.sh SYNCAUDIT SOURCE: the whole way, from the Windows of the lab's three servers (WinRM, sealed by
# Kerberos), the two forests and the example exports to findings: exactly those that winrm/hosts/*.txt describe. Then
# the same servers in other ways (HTTPS; the registry without a shell): the same facts. Run by lab.sh, with tickets for
# auditor in both forests.
set -eu
program=$1
source=$2
exports=$source/examples/exports
run=$LAB/run

# audit NAME OPTION...: writes NAME.sqlite and NAME.json.
audit() {
  name=$1 status=0
  shift
  "$program" audit --no-hosts --snapshot "$run/$name.sqlite" -o json="$run/$name.json" "$@" >"$run/$name.out" 2>&1 || status=$?
  case $status in
    0 | 1 | 3) ;;
    *)
      cat "$run/$name.out"
      echo "the audit '$name' ended with $status"
      exit 1
      ;;
  esac
}

# facts NAME: what was collected of hosts, without what changes from one minute to the next.
facts() {
  for table in host_setting host_software host_firewall_profile host_certificate host_service host_group host_group_member \
    host_user host_feature host_task host_share host_volume host_winrm host_address host_hotfix; do
    columns=$(sqlite3 "$run/$1.sqlite" "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info('$table')
      WHERE name NOT IN ('evidence_id', 'target_id'))")
    echo "$table"
    sqlite3 "$run/$1.sqlite" "SELECT target_id, $columns FROM $table ORDER BY 1, 2, 3"
  done
  sqlite3 "$run/$1.sqlite" "SELECT target_id, store, rule, active, meaning_key FROM host_firewall_rule ORDER BY 1, 2, 3"
  sqlite3 "$run/$1.sqlite" "SELECT target_id, source, status FROM coverage ORDER BY 1, 2"
}

hosts="--host fab-sync01.$LAB_DOMAIN --host fab-sync02.$LAB_DOMAIN --host tail-sync01.$LAB_DOMAIN2 --user auditor@$LAB_REALM2"
audit whole --domain "$LAB_DOMAIN" --domain "$LAB_DOMAIN2" --user "auditor@$LAB_REALM2" \
  --active "$exports/fabrikam-active" --staging "$exports/fabrikam-staging" $hosts
for host in FAB-SYNC01 FAB-SYNC02 TAIL-SYNC01; do
  /usr/bin/python3 "$source/tests/lab/winrm/findings.py" "$run/whole.json" $host || status=failed
done
[ "${status:-}" != failed ] || exit 1

audit plain $hosts
audit tls --https --ca-file "$LAB_CA" $hosts
audit cim --registry cim $hosts
facts plain >"$run/plain.facts"
test "$(wc -l <"$run/plain.facts")" -gt 800 || { echo "hardly any facts were collected"; exit 1; }
for name in tls cim; do
  facts $name >"$run/$name.facts"
  diff "$run/plain.facts" "$run/$name.facts" >"$run/$name.diff" || {
    head -n 20 "$run/$name.diff"
    echo "the facts of '$name' are others"
    exit 1
  }
done

# A domain and nothing else: its servers are found and asked before it, so that it is asked for whom they name.
"$program" audit --domain "$LAB_DOMAIN" --snapshot "$run/alone.sqlite" -o json="$run/alone.json" >"$run/alone.out" 2>&1 || :
is() {
  found=$(sqlite3 "$run/alone.sqlite" "$2")
  [ "$found" = "$1" ] || { echo "expected $1, found $found: $2"; exit 1; }
}
is FAB-SYNC01,FAB-SYNC02 "SELECT group_concat(name) FROM (SELECT name FROM target WHERE kind = 'server' ORDER BY 1)"
is 'FAB-SYNC01,FAB-SYNC02' "SELECT group_concat(r.server) FROM (SELECT server FROM ad_account_role r JOIN ad_account a ON a.id = r.account_id
  WHERE r.role = 'service' AND r.how = 'export' AND a.sam = 'ADSyncMSA4c81f\$' ORDER BY 1) r"
is 1 "SELECT count(*) <= 60 FROM footprint f JOIN target t ON t.id = f.target_id WHERE t.kind = 'forest' AND f.protocol = 'ldap'"
echo "three servers, three ways: the findings that were described, and the same facts"
