#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# host_findings.sh SYNCAUDIT SOURCE: the whole way, from the Windows and the sync engines of the lab's servers (WinRM, sealed
# by Kerberos) and the two forests to findings: exactly those that winrm/hosts/*.txt describe. Then the same servers in
# other ways (NTLM over HTTPS, without shells, by powershell.exe, by a constrained endpoint without an administrator's
# rights): the same facts. Run by lab.sh, with tickets for auditor in both forests.
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

# is DATABASE EXPECTED QUERY
is() {
  found=$(sqlite3 "$run/$1.sqlite" "$3")
  [ "$found" = "$2" ] || { echo "$1: expected $2, found $found: $3"; exit 1; }
}

fabrikam="--host fab-sync01.$LAB_DOMAIN --host fab-sync02.$LAB_DOMAIN"
hosts="$fabrikam --host tail-sync01.$LAB_DOMAIN2 --user auditor@$LAB_REALM2"
audit whole --domain "$LAB_DOMAIN" --domain "$LAB_DOMAIN2" --user "auditor@$LAB_REALM2" $hosts
# Without its engine, whose forests nobody can tell; beside the others it would be a doubt in each of their results.
audit third --ca-file "$LAB_CA" --host "fab-sync03.$LAB_DOMAIN" --https --winrm-auth ntlm --user "auditor@$LAB_REALM" \
  --password-file "$LAB_PASSWORDS/auditor"
for host in FAB-SYNC01 FAB-SYNC02 TAIL-SYNC01; do
  /usr/bin/python3 "$source/tests/lab/winrm/findings.py" "$run/whole.json" $host || status=failed
done
/usr/bin/python3 "$source/tests/lab/winrm/findings.py" "$run/third.json" FAB-SYNC03 || status=failed
[ "${status:-}" != failed ] || exit 1

# The configuration that the engines export now says what the examples say, which are what they serve.
audit folders --active "$exports/fabrikam-active" --staging "$exports/fabrikam-staging"
/usr/bin/python3 - "$run/whole.json" "$run/folders.json" <<'PYTHON'
import json
import sys


def parity(path):
    with open(path, encoding='utf-8') as file:
        return {(r['host'], r['check'], r['status'], r['subject'], r['expected'], r['actual']) for r in json.load(file)['results']
                if r['check'].startswith('PAR') and r['host'] in ('FAB-SYNC01', 'FAB-SYNC02')}


live, folders = map(parity, sys.argv[1:])
# No export has this file.
live = {r for r in live if r[3] != 'file miiserver.exe.config'}
for r in live ^ folders:
    print('of the %s only: %s' % ('engines' if r in live else 'folders', r))
sys.exit(live != folders or len(live) < 30)
PYTHON

# The same facts in other ways. powershell.exe has a short script for the run history: fewer steps, no ages of errors.
same() { /usr/bin/python3 "$source/tests/lab/facts.py" "$run/whole.sqlite" "$run/$@"; }
audit cim --https --ca-file "$LAB_CA" --registry cim $hosts
same cim.sqlite
audit ntlm --https --ca-file "$LAB_CA" --winrm-auth ntlm --user "auditor@$LAB_REALM" --password-file "$LAB_PASSWORDS/auditor" $fabrikam
same ntlm.sqlite
audit command --powershell command $fabrikam
same command.sqlite engine_run_step engine_run_error
is command 'command Microsoft.PowerShell' "SELECT DISTINCT way || ' ' || endpoint FROM engine"
# alice is no administrator.
audit jea --configuration SyncAudit --user "alice@$LAB_REALM" --password-file "$LAB_PASSWORDS/alice" $fabrikam
same jea.sqlite
is jea 'function SyncAudit' "SELECT DISTINCT way || ' ' || endpoint FROM engine"

# A domain and nothing else: its servers are found and asked before it, so that it is asked for whom they name.
"$program" audit --domain "$LAB_DOMAIN" --snapshot "$run/alone.sqlite" -o json="$run/alone.json" >"$run/alone.out" 2>&1 || :
is alone FAB-SYNC01,FAB-SYNC02 "SELECT group_concat(name) FROM (SELECT name FROM target WHERE kind = 'server' ORDER BY 1)"
is alone 'FAB-SYNC01,FAB-SYNC02' "SELECT group_concat(r.server) FROM (SELECT server FROM ad_account_role r JOIN ad_account a ON a.id = r.account_id
  WHERE r.role = 'service' AND r.how = 'export' AND a.sam = 'ADSyncMSA4c81f\$' ORDER BY 1) r"
is alone 1 "SELECT count(*) <= 60 FROM footprint f JOIN target t ON t.id = f.target_id WHERE t.kind = 'forest' AND f.protocol = 'ldap'"
echo "four servers, five ways: the findings that were described, and the same facts"
