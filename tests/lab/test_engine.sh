#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# test_engine.sh PROGRAM: one audit of the sync engines in trouble (fleets/engine.yaml). Each gives its facts, or says for each
# source that is missing why, within its time. Run by lab.sh with a ticket for auditor.
set -u
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
seconds=${HOST_TIMEOUT:-25}
name() { echo "$1.fabrikam.example"; }

# audit NAME SECONDS OPTION...: within its time, and it did not break
audit() {
  local run=$1 most=$2 status=0 begin=$SECONDS
  shift 2
  "$program" audit --no-hosts --winrm-spn HTTP/fab-sync01.fabrikam.example --snapshot "$work/$run.sqlite" \
    -o json="$work/$run.json" --host-timeout "$most" "$@" >"$work/$run.out" 2>&1 || status=$?
  case $status in
    0 | 1 | 3 | 4) ;; # 4: nothing of some server
    *) echo "FAILED: '$run' ended with $status"; tail -n 5 "$work/$run.out"; failed=1 ;;
  esac
  [ $((SECONDS - begin)) -le $((most + 15)) ] || { echo "FAILED: '$run' took $((SECONDS - begin)) s"; failed=1; }
}
ask() { sqlite3 "$work/$1.sqlite" "$2"; }
same() { [ "$2" = "$3" ] || { echo "FAILED: $1: $2, not $3"; failed=1; }; }

# lost RUN HOST STATUS COUNT WORDS: so many sources have that status, and each says so
lost() {
  local where="JOIN target t ON t.id = c.target_id WHERE lower(t.name) = '$2' AND c.status = '$3'"
  same "$2: sources that are $3 with '$5'" \
    "$(ask "$1" "SELECT count(*) FROM coverage c $where AND c.message || ' ' || coalesce(c.hint, '') LIKE '%$5%'")" "$4"
}
# fine RUN HOST [COUNT]: all sources but so many are there
fine() {
  same "$2: sources that are missing" \
    "$(ask "$1" "SELECT count(*) FROM coverage c JOIN target t ON t.id = c.target_id WHERE lower(t.name) = '$2' AND c.status <> 'ok'")" "${3:-0}"
}
# engine RUN HOST WAY: how it was asked
engine() {
  same "$2: way" "$(ask "$1" "SELECT e.way || ' ' || coalesce(e.protocol, '-') || ' ' || e.language_mode FROM engine e
    JOIN target t ON t.id = e.target_id WHERE lower(t.name) = '$2'")" "$3"
}

hosts=
for host in new-protocol refuses-protocol no-endpoint constrained no-language no-function ordinary reader no-module \
  no-product stopped database old-product hangs slow fickle offline two-minds quotas small; do
  hosts="$hosts --host $(name $host)"
done
# A message in each reply: thousands of them. A hundred thousand records.
audit many 100 --host "$(name many)" --host "$(name old-protocol)" &
# shellcheck disable=SC2086 # several words are meant
audit all "$seconds" $hosts
wait

# Versions, quotas, envelopes and ways that a server may have.
for host in new-protocol refuses-protocol no-endpoint no-language no-function slow fickle two-minds quotas small; do
  fine all $host
done
fine many old-protocol
engine many old-protocol 'script 2.2 FullLanguage'
engine all refuses-protocol 'script 2.1 FullLanguage'
engine all no-endpoint 'command - FullLanguage'
engine all no-language 'function 2.3 FullLanguage'
engine all no-function 'command - FullLanguage'
# Application control.
engine all constrained 'script 2.3 ConstrainedLanguage'
fine all constrained 1
lost all constrained unsupported 1 'application control'
# Whom the engine does not know; whom it does, who is no administrator.
fine all ordinary 19
lost all ordinary denied 15 'ADSyncOperators'
lost all ordinary denied 2 'needs: local administrator'
lost all ordinary denied 1 'Event Log Readers'
fine all reader 4
lost all reader denied 2 'needs: local administrator'
# No sync server, no product, no service, no database, no cmdlet, no cloud.
fine all no-module 15
lost all no-module unsupported 15 'ADSync is not there'
fine all no-product 17
lost all no-product unsupported 17 'ADSync is not there'
fine all stopped 15
lost all stopped failed 15 'service ADSync does not run'
fine all database 6
lost all database failed 6 'SQL Server'
fine all old-product 3
lost all old-product unsupported 3 'older product'
fine all offline 2
lost all offline failed 2 'login.microsoftonline.com'
# Two cmdlets never return: the others are asked all the same.
fine all hangs 2
lost all hangs timeout 2 'said nothing'
# A hundred thousand records of one source.
fine many many
same 'records' "$(ask many "SELECT max(rows) FROM coverage WHERE source = 'user_right'")" 100000
# Who changes his mind is asked once; who says two things at once has no role.
same 'fickle: staging' "$(ask all "SELECT s.staging_mode FROM engine_scheduler s JOIN target t ON t.id = s.target_id WHERE lower(t.name) = 'fickle'")" 0
same 'two minds' "$(/usr/bin/python3 - "$work/all.json" <<'P'
import json
import sys
with open(sys.argv[1], encoding='utf-8') as file:
    print(sum(r['check'] == 'STG-001' and r['status'] == 'fail' and 'TWO-MINDS' in str(r) for r in json.load(file)['results']))
P
)" 1

# An endpoint that is not there; one that refuses; a constrained one whose account is no administrator.
audit nowhere "$seconds" --configuration Nowhere --host "$(name two-minds)"
lost nowhere two-minds failed 22 'Nowhere'
alice="--user alice@$LAB_REALM --password-file $LAB_PASSWORDS/alice --host $(name jea-groups)"
# shellcheck disable=SC2086 # several words are meant
audit refused "$seconds" $alice
# shellcheck disable=SC2086 # several words are meant
audit groups "$seconds" --configuration SyncAudit $alice
engine groups jea-groups 'function 2.3 FullLanguage'
lost groups jea-groups denied 3 'which needs: %local administrator'
lost refused jea-groups denied 22 "session configuration ''Microsoft.PowerShell'' is denied"

same 'what Python had to say' "$(wc -c <"$LAB/winrm/stdout")" 0
[ $failed -ne 0 ] || echo "each engine in trouble gives facts, or says why not"
exit $failed
