#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# hosts.sh BUILD_FOLDER: what asking Windows servers costs: one, a pair with its domain, and many at a time, beside
# python3-winrm with the same questions. Run by lab.sh with the fleet of 500 servers, each of which waits 20 ms before it
# answers:
#   LAB_WINRM=tests/lab/winrm/fleets/many.yaml LAB_AS=auditor tests/lab/lab.sh with tests/bench/hosts.sh build/release
#
# "all": everything, CIM, registry and the sync engine through PowerShell Remoting; "off": without PowerShell. PARTS ("one
# pair many all off beside"): what is measured. HOSTS (500), ALL_HOSTS (200), RUNS (3), SINGLE_RUNS (5), OTHER_HOSTS (64),
# SEQUENTIAL_HOSTS (4): how much of it; numbers are medians. Of the domain, the domain controller and its KDC are as far
# away as the servers are, names are not (latency.py). Seconds, CPU and
# memory are those of the process (/usr/bin/time); the lab's servers are one process, whose CPU is read from /proc.
# Requests are counted by the servers: HTTP requests, logons included. Bytes are what the loopback interface of the lab's
# network carried, Kerberos included. Exit code 1: a bound does not hold.
#
# The bound of time is 1.3 x requests x latency x hosts / jobs. The servers share the processors with the program, and
# where their work takes longer than that, an answer comes later than the latency says: "waited" is the time that
# requests really took, divided by the jobs, and 1.3 of that is a bound that holds anywhere. Then fewer jobs are measured
# too, so that waiting takes many times as long as working, and those are judged by the latency.
set -euo pipefail
build=$1
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$build/auditor/cli/syncaudit")
hosts=${HOSTS:-500} runs=${RUNS:-3} single_runs=${SINGLE_RUNS:-5} other_hosts=${OTHER_HOSTS:-64}
latency=$(sed -n 's/.*latency_ms: *\([0-9]*\).*/\1/p' "$LAB_WINRM" | head -n 1)
all_hosts=${ALL_HOSTS:-200} sequential_hosts=${SEQUENTIAL_HOSTS:-4} parts=${PARTS:-one pair many off all beside}
default_jobs=64 # SA_RUN_HOST_WORKERS
ratio_max=1.3 pair_max=10
processors=$(nproc)
spn=HTTP/fab-sync01.fabrikam.example
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "  FAILED: $*"; failed=1; }
less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }
at_most() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a <= b) }'; }
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
wire() { awk -F'[: ]+' '/^ *lo:/ { sub(/^ */, ""); split($0, f, /[: ]+/); print f[2] }' /proc/net/dev; }
server_cpu() { awk -v hz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hz }' "/proc/$(cat "$LAB/winrm/pid")/stat"; }
posts() {
  curl -sS http://many-000.fabrikam.example:5985/lab/counters/all |
    /usr/bin/python3 -c 'import json, sys; print(sum(s.get("posts", 0) for s in json.load(sys.stdin).values()))'
}

# run COMMAND...: a line "wall CPU KiB server_CPU requests bytes" in $work/runs
run() {
  local server bytes requests
  requests=$(posts) server=$(server_cpu) bytes=$(wire)
  if ! /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err"; then
    tail -n 5 "$work/err" >&2
    return 1
  fi
  bytes=$(($(wire) - bytes)) server=$(awk -v a="$(server_cpu)" -v b="$server" 'BEGIN { print a - b }')
  requests=$(($(posts) - requests))
  echo "$(awk '{ print $1, $2 + $3, $4 }' "$work/time") $server $requests $bytes" >>"$work/runs"
}

# measure RUNS COMMAND...: medians in wall, cpu, memory (MiB), server, requests, bytes
measure() {
  local n=$1
  shift
  : >"$work/runs"
  while [ "$n" -gt 0 ]; do
    run "$@" || return 1
    n=$((n - 1))
  done
  read -r wall cpu memory server requests bytes < <(
    for column in 1 2 3 4 5 6; do cut -d' ' -f$column "$work/runs" | sort -n | sed -n "$((($(wc -l <"$work/runs") + 1) / 2))p"; done |
      tr '\n' ' '
    echo
  )
  memory=$(calc %.1f "$memory / 1024")
}

ask() { "$program" query "$work/run.sqlite" "$1" --format csv | tail -n +2 | tr -d '"\r'; }

# names FIRST COUNT
names() {
  local n
  for n in $(seq "$1" $(($1 + $2 - 1))); do printf -- '--host many-%03d.fabrikam.example ' "$n"; done
}

collect() { # FIRST COUNT OPTION...
  local first=$1 count=$2
  shift 2
  # shellcheck disable=SC2046 # many words are meant
  # What stands behind a --host is for that one alone.
  echo "$program" collect --winrm-spn $spn "$@" $(names "$first" "$count") --snapshot "$work/run.sqlite" --overwrite
}

check_complete() {
  local count
  count=$(ask "SELECT count(*) FROM coverage WHERE status <> 'ok'")
  [ "$count" = 0 ] || fail "$count sources could not be read"
}

# One server ---------------------------------------------------------------------------------------------------------

# single REQUESTS_MAX OPTION...
single() {
  local trips_max=$1 what
  shift
  # shellcheck disable=SC2046
  if ! measure 1 $(collect 0 1 "$@") || ! measure "$single_runs" $(collect 0 1 "$@"); then
    fail "one server, $*"
    return 0
  fi
  printf 'one server, %-32s %6.2f s   CPU %5.0f ms   memory %5.1f MiB   %7.1f kB on the wire   %s requests\n' \
    "${*:-all}" "$wall" "$(calc %.0f "$cpu * 1000")" "$memory" "$(calc %.1f "$bytes / 1000")" "$requests"
  what=$(ask "SELECT group_concat(operation || ' ' || n, ', ') FROM (SELECT operation, count(*) AS n FROM footprint
    WHERE protocol = 'wsman' OR operation = 'authenticate' GROUP BY operation ORDER BY n DESC)")
  echo "  $what; snapshot $(calc %.2f "$(stat -c %s "$work/run.sqlite") / 1e6") MB"
  check_complete
  if [ "$requests" -gt "$trips_max" ]; then fail "$requests requests, and at most $trips_max are allowed"; fi
}

# A pair and its domain ------------------------------------------------------------------------------------------------

# 1 and 3 are answers. Called by another shell.
# shellcheck disable=SC2317
audit_pair() {
  local status=0
  "$program" audit --domain "$LAB_DOMAIN" --host "fab-sync01.$LAB_DOMAIN" --host "fab-sync02.$LAB_DOMAIN" \
    --snapshot "$work/run.sqlite" -o html="$work/pair.html" --overwrite || status=$?
  [ "$status" -eq 1 ] || [ "$status" -eq 3 ] || return 2
}

pair() {
  local away=127.0.0.60 proxy
  /usr/bin/python3 "$here/latency.py" "$latency" "$LAB_IP" $away 88 389 636 3268 >"$work/ready" &
  proxy=$!
  until [ -s "$work/ready" ]; do
    kill -0 $proxy || { fail "latency.py"; return 0; }
    sleep 0.02
  done
  # These files are the lab's own, and the first is seen as /etc/hosts.
  cat /etc/hosts >"$work/hosts"
  cat "$KRB5_CONFIG" >"$work/realms"
  sed "s/^$LAB_IP /$away /" "$work/hosts" >/etc/hosts
  sed "s/kdc = $LAB_IP\$/kdc = $away/" "$work/realms" >"$KRB5_CONFIG"
  export -f audit_pair
  export program work
  if measure 1 bash -c audit_pair && measure "$single_runs" bash -c audit_pair; then
    printf 'a pair and its domain, to HTML: %6.2f s   CPU %5.0f ms   memory %5.1f MiB   %7.1f kB on the wire\n' "$wall" \
      "$(calc %.0f "$cpu * 1000")" "$memory" "$(calc %.1f "$bytes / 1000")"
    echo "  requests and answers of LDAP: $(ask "SELECT count(*) FROM footprint WHERE protocol = 'ldap'"), of the two servers:" \
      "$requests; tickets: $(ask "SELECT count(*) FROM footprint WHERE protocol = 'kerberos'");" \
      "$(ask "SELECT count(*) || ' sources, of which ' || sum(status = 'ok') || ' ok' FROM coverage")"
    at_most "$wall" $pair_max || fail "$wall s, and at most $pair_max are allowed"
  else
    fail "a pair and its domain"
  fi
  cat "$work/hosts" >/etc/hosts
  cat "$work/realms" >"$KRB5_CONFIG"
  kill $proxy
}

# Many ---------------------------------------------------------------------------------------------------------------

# many HOSTS JOBS RUNS MEMORY_MAX OPTION...: sets ratio, and busy, the seconds that this machine needs for both sides' work
many() {
  local hosts=$1 jobs=$2 runs=$3 memory_max=$4 waiting waited own
  shift 4
  # shellcheck disable=SC2046
  measure "$runs" $(collect 0 "$hosts" --jobs "$jobs" "$@") || { fail "$hosts servers"; ratio=0 busy=0; return 0; }
  waiting=$(calc %.2f "$requests * $latency / 1000 / $jobs")
  # Of the last run, whose wall time stands at the end of the file.
  waited=$(ask "SELECT sum(elapsed_ms) FROM footprint WHERE protocol <> 'wsman'")
  waited=$(calc %.2f "$waited / 1000 / $jobs")
  own=$(calc %.3f "$(tail -n 1 "$work/runs" | cut -d' ' -f1) / $waited")
  busy=$(awk -v s="$server" -v c="$cpu" -v p="$processors" 'BEGIN { b = (s + c) / p; printf "%.2f", (b > s ? b : s) }')
  ratio=$(calc %.3f "$wall / $waiting")
  printf '%d servers, %s, %d jobs  %6.2f s   CPU %5.1f ms each   servers %5.1f ms each   memory %5.1f MiB   %.1f kB each\n' \
    "$hosts" "${*:-all}" "$jobs" "$wall" "$(calc %.1f "$cpu * 1000 / $hosts")" "$(calc %.1f "$server * 1000 / $hosts")" "$memory" \
    "$(calc %.1f "$bytes / 1000 / $hosts")"
  echo "  $requests requests x $latency ms / $jobs = $waiting s; wall / that = $ratio. Waited: $waited s; wall / waited = $own"
  echo "  both sides' work on $processors processors: $busy s; snapshot $(calc %.1f "$(stat -c %s "$work/run.sqlite") / 1e6") MB;" \
    "load $(cut -d' ' -f1-3 /proc/loadavg)"
  check_complete
  less "$memory" "$memory_max" || fail "$memory MiB of memory, and less than $memory_max are allowed"
  at_most "$own" $ratio_max || fail "wall / waited is $own, and at most $ratio_max is allowed"
}

# Others -------------------------------------------------------------------------------------------------------------

# row NAME SERVERS
row() {
  printf '%-28s %7.1f ms each   CPU %6.1f ms each   memory %6.1f MiB   %6.1f kB each   %5.1f requests each\n' "$1" \
    "$(calc %.1f "$wall * 1000 / $2")" "$(calc %.1f "$cpu * 1000 / $2")" "$memory" \
    "$(calc %.1f "$bytes / 1000 / $2")" "$(calc %.1f "$requests / $2")"
}

# beside SERVERS JOBS OTHER_JOBS OPTION...
beside() {
  local servers=$1 jobs=$2 other_jobs=$3
  shift 3
  echo "$servers servers, ${*:-all}, syncaudit with $jobs jobs beside python3-winrm (NTLM: on this system it seals with" \
    "nothing else) with $other_jobs:"
  # shellcheck disable=SC2046
  if measure "$runs" $(collect 0 "$servers" --jobs "$jobs" "$@"); then row syncaudit "$servers"; else fail syncaudit; fi
  "$program" collect --winrm-spn $spn "$@" --host many-000.fabrikam.example --snapshot "$work/one.sqlite" --overwrite \
    >/dev/null 2>&1 || true
  if measure "$runs" /usr/bin/python3 "$here/hosts_winrm.py" "$work/one.sqlite" many-000.fabrikam.example "$other_jobs" 0 \
    "$servers"; then
    row "python3-winrm" "$servers"
    echo "  $(cat "$work/out"); answers parsed as XML and dropped; syncaudit also decodes them and writes facts and evidence to disk"
  else
    fail python3-winrm
  fi
}

part() { case " $parts " in *" $1 "*) ;; *) return 1 ;; esac; }

echo "$processors processors, load $(cut -d' ' -f1-3 /proc/loadavg), a server's answer comes after $latency ms or more"
if part one; then
  single 70
  single 70 --no-remote-files
  single 40 --powershell off
  single 1000 --powershell off --registry cim
fi
if part pair; then pair; fi
ratio=0 busy=0
if part many; then many "$all_hosts" $default_jobs "$runs" 192; fi
if part off; then
  many "$hosts" $default_jobs "$runs" 128 --powershell off
  if ! at_most "$ratio" $ratio_max; then
    if less "$(calc %.2f "$busy * 2")" "$(calc %.2f "$wall / $ratio")"; then
      fail "wall / (requests x latency / jobs) is $ratio, and at most $ratio_max is allowed"
    else
      jobs=$(awk -v w="$requests" -v l="$latency" -v b="$busy" 'BEGIN { j = int(w * l / 1000 / (8 * b)); print j < 1 ? 1 : j }')
      echo "  not decided by the latency: the work alone takes $busy s here. With $jobs jobs waiting takes 8 times as long:"
      many $((hosts < 100 ? hosts : 100)) "$jobs" 1 128 --powershell off
      at_most "$ratio" $ratio_max || fail "wall / (requests x latency / jobs) is $ratio, and at most $ratio_max is allowed"
    fi
  fi
fi
if part all; then many "$hosts" $default_jobs 1 192; fi
if part beside; then
  beside "$other_hosts" 16 16 --powershell off
  beside "$sequential_hosts" 1 1
fi
exit $failed
