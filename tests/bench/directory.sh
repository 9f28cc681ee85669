#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# directory.sh BUILD_FOLDER: what asking a forest costs, beside two ways in which an administrator would ask the same
# questions: OpenLDAP's ldapsearch, one process per question, and a Python program on one connection (ldap3). Run by
# lab.sh, with a ticket for auditor: tests/lab/lab.sh with tests/bench/directory.sh build/release
#
# Seconds, CPU and memory are those of the process (/usr/bin/time), the median of five runs after one that is not
# counted. Bytes are what the loopback interface of the lab's own network carried in both directions, Kerberos and DNS
# included. Operations are LDAP requests that were answered: binds and searches, each page and range by itself.
set -euo pipefail
build=$1
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$build/auditor/cli/syncaudit")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LDAPTLS_CACERT=$LAB_CA

# Bytes that went over loopback: what one side sends, the other one receives, so one counter is enough.
wire() { awk -F'[: ]+' '$0 ~ /^ *lo:/ { sub(/^ */, ""); split($0, f, /[: ]+/); print f[2] }' /proc/net/dev; }

# run SECONDS_FILE COMMAND...
run() {
  local file=$1 before
  shift
  before=$(wire)
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err" || {
    # 1 and 3 are answers of an audit, not failures of the program.
    case $(head -n 1 "$work/time") in
      *'status 1' | *'status 3') ;;
      *)
        tail -n 5 "$work/err" >&2
        return 1
        ;;
    esac
  }
  echo "$(tail -n 1 "$work/time") $(($(wire) - before))" >>"$file"
}

# measure NAME OPERATIONS_COMMAND COMMAND...
measure() {
  local name=$1 operations=$2 n
  shift 2
  : >"$work/runs"
  for n in 0 1 2 3 4 5; do
    rm -rf "$work"/run.*
    run "$work/all" "$@" || { echo "$name: failed"; return 0; }
    [ "$n" -eq 0 ] || tail -n 1 "$work/all" >>"$work/runs"
  done
  operations=$(eval "$operations")
  sort -n "$work/runs" | awk -v name="$name" -v operations="$operations" 'NR == 3 {
    printf "%-34s %6.2f s   CPU %5.2f s   memory %6.1f MiB   %8.1f kB on the wire   %s operations\n",
      name, $1, $2 + $3, $4 / 1024, $5 / 1000, operations }'
}

echo "forest: $(ldapsearch -Q -LLL -Y GSSAPI -H "ldap://$LAB_DC" -b DC=fabrikam,DC=example -E pr=1000/noprompt \
  '(objectClass=user)' 1.1 2>/dev/null | grep -c '^dn:') users and computers, a domain controller on the same machine"

measure "syncaudit collect" \
  "'$program' query '$work/run.sqlite' \"SELECT count(*) FROM footprint WHERE protocol = 'ldap'\" --format csv | tail -n 1 | tr -d '\"'" \
  "$program" collect --domain "$LAB_DOMAIN" --no-hosts --snapshot "$work/run.sqlite"
measure "ldapsearch, a process per question" "cat '$work/run.operations'" \
  bash "$here/directory_ldapsearch.sh" "$work/run"
measure "Python with ldap3, one connection" "grep -oE '^[0-9]+ operations' '$work/out' | cut -d' ' -f1" \
  /usr/bin/python3 "$here/directory_ldap3.py"
