#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# hosts.sh BUILD_FOLDER: what asking Windows servers costs: one, and many at a time, beside python3-winrm with the same
# questions. Run by lab.sh with the fleet of 500 servers, each of which waits 20 ms before it answers:
#   LAB_WINRM=tests/lab/winrm/fleets/many.yaml LAB_AS=auditor tests/lab/lab.sh with tests/bench/hosts.sh build/release
#
# HOSTS (500), RUNS (3), SINGLE_RUNS (5), OTHER_HOSTS (64): how much is measured; numbers are medians. Seconds, CPU and
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
default_jobs=64 # SA_RUN_HOST_WORKERS
trips_max=40 memory_max=128 ratio_max=1.3
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
  echo "$program" collect --winrm-spn $spn $(names "$first" "$count") --snapshot "$work/run.sqlite" --overwrite "$@"
}

check_complete() {
  local count
  count=$(ask "SELECT count(*) FROM coverage WHERE status <> 'ok'")
  [ "$count" = 0 ] || fail "$count sources could not be read"
}

# One server ---------------------------------------------------------------------------------------------------------

single() {
  local way=$1 what
  # shellcheck disable=SC2046
  if ! measure 1 $(collect 0 1 --registry "$way") || ! measure "$single_runs" $(collect 0 1 --registry "$way"); then
    fail "one server, $way"
    return 0
  fi
  printf 'one server, --registry %-5s %6.2f s   CPU %5.0f ms   memory %5.1f MiB   %7.1f kB on the wire   %s requests\n' \
    "$way" "$wall" "$(calc %.0f "$cpu * 1000")" "$memory" "$(calc %.1f "$bytes / 1000")" "$requests"
  what=$(ask "SELECT group_concat(operation || ' ' || n, ', ') FROM (SELECT operation, count(*) AS n FROM footprint
    WHERE protocol = 'wsman' OR operation = 'authenticate' GROUP BY operation ORDER BY n DESC)")
  echo "  $what; snapshot $(calc %.2f "$(stat -c %s "$work/run.sqlite") / 1e6") MB"
  check_complete
  if [ "$way" = auto ] && [ "$requests" -gt $trips_max ]; then fail "$requests requests, and at most $trips_max are allowed"; fi
}

# Many ---------------------------------------------------------------------------------------------------------------

# many HOSTS JOBS RUNS: sets ratio, and busy, the seconds that this machine needs for both sides' work
many() {
  local hosts=$1 jobs=$2 waiting waited own
  # shellcheck disable=SC2046
  measure "$3" $(collect 0 "$hosts" --jobs "$jobs") || { fail "$hosts servers"; ratio=0 busy=0; return 0; }
  waiting=$(calc %.2f "$requests * $latency / 1000 / $jobs")
  # Of the last run, whose wall time stands at the end of the file.
  waited=$(ask "SELECT sum(elapsed_ms) FROM footprint WHERE protocol <> 'wsman'")
  waited=$(calc %.2f "$waited / 1000 / $jobs")
  own=$(calc %.3f "$(tail -n 1 "$work/runs" | cut -d' ' -f1) / $waited")
  busy=$(awk -v s="$server" -v c="$cpu" -v p="$processors" 'BEGIN { b = (s + c) / p; printf "%.2f", (b > s ? b : s) }')
  ratio=$(calc %.3f "$wall / $waiting")
  printf '%d servers, %d jobs  %6.2f s   CPU %5.1f ms each   servers %5.1f ms each   memory %5.1f MiB   %.1f kB each\n' \
    "$hosts" "$jobs" "$wall" "$(calc %.1f "$cpu * 1000 / $hosts")" "$(calc %.1f "$server * 1000 / $hosts")" "$memory" \
    "$(calc %.1f "$bytes / 1000 / $hosts")"
  echo "  $requests requests x $latency ms / $jobs = $waiting s; wall / that = $ratio. Waited: $waited s; wall / waited = $own"
  echo "  both sides' work on $processors processors: $busy s; snapshot $(calc %.1f "$(stat -c %s "$work/run.sqlite") / 1e6") MB;" \
    "load $(cut -d' ' -f1-3 /proc/loadavg)"
  check_complete
  less "$memory" $memory_max || fail "$memory MiB of memory, and less than $memory_max are allowed"
  at_most "$own" $ratio_max || fail "wall / waited is $own, and at most $ratio_max is allowed"
}

# Others -------------------------------------------------------------------------------------------------------------

row() {
  printf '%-28s %7.1f ms each   CPU %6.1f ms each   memory %6.1f MiB   %6.1f kB each   %5.1f requests each\n' "$1" \
    "$(calc %.1f "$wall * 1000 / $other_hosts")" "$(calc %.1f "$cpu * 1000 / $other_hosts")" "$memory" \
    "$(calc %.1f "$bytes / 1000 / $other_hosts")" "$(calc %.1f "$requests / $other_hosts")"
}

beside() {
  local jobs=$1
  echo "$other_hosts servers, $jobs at a time, syncaudit beside python3-winrm (NTLM: on this system it seals with nothing else):"
  # shellcheck disable=SC2046
  if measure "$runs" $(collect 0 "$other_hosts" --jobs "$jobs"); then row syncaudit; else fail syncaudit; fi
  # shellcheck disable=SC2046
  "$program" collect --winrm-spn $spn --host many-000.fabrikam.example --snapshot "$work/one.sqlite" --overwrite \
    >/dev/null 2>&1 || true
  if measure "$runs" /usr/bin/python3 "$here/hosts_winrm.py" "$work/one.sqlite" many-000.fabrikam.example "$jobs" 0 \
    "$other_hosts"; then
    row "python3-winrm, $jobs threads"
    echo "  $(cat "$work/out"); answers parsed as XML and dropped; syncaudit also decodes them and writes facts and evidence to disk"
  else
    fail python3-winrm
  fi
}

echo "$processors processors, load $(cut -d' ' -f1-3 /proc/loadavg), a server's answer comes after $latency ms or more"
single auto
single cim
ratio=0 busy=0
many "$hosts" $default_jobs "$runs"
if ! at_most "$ratio" $ratio_max; then
  if less "$(calc %.2f "$busy * 2")" "$(calc %.2f "$wall / $ratio")"; then
    fail "wall / (requests x latency / jobs) is $ratio, and at most $ratio_max is allowed"
  else
    jobs=$(awk -v w="$requests" -v l="$latency" -v b="$busy" 'BEGIN { j = int(w * l / 1000 / (8 * b)); print j < 1 ? 1 : j }')
    echo "  not decided by the latency: the work alone takes $busy s here. With $jobs jobs waiting takes 8 times as long:"
    many $((hosts < 100 ? hosts : 100)) "$jobs" 1
    at_most "$ratio" $ratio_max || fail "wall / (requests x latency / jobs) is $ratio, and at most $ratio_max is allowed"
  fi
fi
beside 16
exit $failed
