#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# doctor_engine.sh PROGRAM SOURCE: doctor and the sync engine: the default endpoint, a constrained one, accounts that one or
# the other refuses. Run by lab.sh with a ticket for auditor and LAB_WINRM=winrm/fleets/lab.yaml.
set -u
. "$2/tests/cli/lib.sh"
one=fab-sync01.$LAB_DOMAIN
# Lines are broken where the terminal ends.
line() {
  awk '/^          / { sub(/^ +/, " "); printf "%s", $0; next } { printf "\n%s", $0 }' out | grep -qE -- "^  $1 +$2 .*$3" ||
    fail "no line '$1 $2 $3'"
}
logon() {
  export KRB5CCNAME=FILE:$work/$1.cc
  kinit "$1@$LAB_REALM" <"$LAB_PASSWORDS/$1" >/dev/null || fail "kinit $1"
}

# An administrator.
expect 0 doctor "$one"
line ok PowerShell "Microsoft.PowerShell, version 5.1.*by a script"; line ok "sync engine" "answers, version"
line ok rights "local administrator"; says out "All is well"
expect 0 doctor "$one" --powershell command; line ok PowerShell "powershell.exe in a command shell"; line ok "sync engine" "answers"
expect 0 doctor "$one" --configuration SyncAudit; line ok PowerShell "SyncAudit.*Get-SyncAuditFact"
expect 0 doctor "$one" --powershell jea; line ok PowerShell "SyncAudit.*Get-SyncAuditFact"
expect 0 doctor "$one" --powershell off; line skipped PowerShell "left out"; says out "No problem; for what is missing"
expect 3 doctor "$one" --configuration Nowhere; line problem PowerShell "no session configuration 'Nowhere'"; says out "which are unknown"

# No administrator: by the constrained endpoint alone.
logon alice
expect 3 doctor "$one"; line problem PowerShell "denied"; says out "--configuration SyncAudit"
expect 0 doctor "$one" --configuration SyncAudit; line ok "sync engine" "answers"

# Whom the engine does not know.
logon bob
expect 3 doctor "$one"
line ok PowerShell "by a script"; line problem "sync engine" "denied"; says out "ADSyncOperators"
line note rights "no local administrator"

# Nothing is left behind on the server.
[ "$(curl -sS "http://$one:5985/lab/counters" | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin).get("shells_open", 0))')" = 0 ] || fail "a shell is left behind"
finish
