#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test_host.sh COLLECT_HOST: collects the lab's three servers and compares the facts with what their descriptions say
# (tests/lab/winrm/hosts). Runs beside the WinRM servers, as their administrator 'auditor'.
set -eu
collect=$1
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
failed=0
db=

command -v sqlite3 >/dev/null 2>&1 || { echo "sqlite3 is not installed"; exit 77; }
ask() { sqlite3 "$db" "$1"; }
# is EXPECTED SQL
is() {
  found=$(ask "$2")
  [ "$found" = "$1" ] && return
  printf '%s\nexpected: %s\nfound:    %s\nof:       %s\n' "$db" "$1" "$found" "$2"
  failed=1
}
# gather SERVER EXCHANGES OPTION...: every source is ok, in exactly so many exchanges
gather() {
  db=$folder/$1.db
  server=$1 most=$2
  shift 2
  curl -sS -d '' "http://$server:5985/lab/reset" >/dev/null
  "$collect" -o "$db" -h "$server" "$@" >"$folder/out" || { cat "$folder/out"; failed=1; }
  is '45 ok' "SELECT count(*) || ' ' || group_concat(DISTINCT status) FROM coverage"
  is "$most" "SELECT count(*) FROM footprint WHERE protocol = 'wsman'"
  posts=$(curl -sS "http://$server:5985/lab/counters" | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["posts"])')
  [ "$posts" -gt 1 ] && [ "$posts" -le 70 ] || { echo "$server: $posts round trips"; failed=1; }
  echo "$server: $(ask "SELECT count(*) FROM footprint WHERE protocol = 'wsman'") exchanges, $posts round trips"
}

# Everything about one host, CIM and PowerShell together, takes 70 round trips at most, with the logon; these are the
# exchanges that it takes now.
gather fab-sync01.fabrikam.example 49
is 'FAB-SYNC01|3|20348|hyper-v|1' "SELECT name, domain_role, build, virtual, protected FROM host"
is 'gmsa|fabrikam\adsyncmsa4c81f$|auto|running' "SELECT account_kind, account_key, start_mode, state FROM host_service WHERE name = 'ADSync'"
is 1 "SELECT count(*) = 1 FROM host_group_member WHERE group_sid = 'S-1-5-32-544' AND sid LIKE 'S-1-5-21-%-512' AND kind = 'group' AND local = 0"
is 'disabled,disabled' "SELECT group_concat(state) FROM host_feature WHERE kind = 'optional'"
is '0|0' "SELECT coalesce(sum(installed_on IS NULL), 0), (SELECT count(*) FROM host_exclusion) FROM host_hotfix"

# Eight members of the domain, and the driver of SMB 1: a second command line.
gather fab-sync02.fabrikam.example 57 -t
is 'HTTPS' "SELECT substr(protocol, 1, 5) FROM host"
is 1 "SELECT abs(clock_offset_s - 95) <= 5 FROM host"
is 'C:\Program Files\Acme Backup\bin\agent.exe [arguments removed]|1|domain' "SELECT path, unquoted, account_kind FROM host_service WHERE name = 'AcmeBackup'"
is 'unknown' "SELECT kind FROM host_group_member WHERE group_sid = 'S-1-5-32-544' AND sid LIKE '%-4711'"
is '0' "SELECT count(*) FROM host_group_member WHERE sid IS NULL"
is 'enabled' "SELECT state FROM host_feature WHERE feature = 'SMB1Protocol'"
is 'Exports C:\ADSyncExports 0' "SELECT name || ' ' || path || ' ' || type FROM host_share"
is 'Application 20480 as_needed,Security 20480 never,System 20480 as_needed' "SELECT group_concat(name || ' ' || max_size_kb || ' ' || overwrite) FROM host_log"
is 'path C:\' "SELECT kind || ' ' || value FROM host_exclusion WHERE kind = 'path'"
is '20.199.0.22' "SELECT group_concat(address) FROM host_address WHERE public"
is '104,1102' "SELECT group_concat(DISTINCT event) FROM (SELECT event FROM host_event WHERE event IN (104, 1102) ORDER BY 1)"
# What its command line holds is nowhere: not in a fact, and not in evidence, which is compressed.
ask "SELECT writefile('$folder/service.zst', body) FROM evidence WHERE source = 'service'" >"$folder/out"
zstd -dqc "$folder/service.zst" >"$folder/service.xml"
grep -q 'agent.exe \[arguments removed\]' "$folder/service.xml" || { echo "no evidence of services"; failed=1; }
! grep -q 'Herbst2019' "$folder/service.xml" || { echo "a password is in the evidence"; failed=1; }
! grep -q 'Herbst2019' "$db" || { echo "a password is in the snapshot"; failed=1; }

gather tail-sync01.tailspin.example 50 -c "$(klist -l | awk '/@TAILSPIN/ { print $NF }')"
is '65536 as_needed' "SELECT max_size_kb || ' ' || overwrite FROM host_log WHERE name = 'Application'"
is 'TAIL-SYNC01|1031' "SELECT name, language FROM host"
is 'Administratoren' "SELECT name FROM host_group WHERE sid = 'S-1-5-32-544'"
is '0' "SELECT count(*) FROM host_service WHERE account_kind = 'unknown'"
is '0' "SELECT count(*) FROM host_hotfix WHERE installed_on IS NULL"
exit $failed
