#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# many_hosts.sh PROGRAM: one audit of many servers, some of which misbehave. Run by lab.sh with the fleet many.yaml.
# MANY servers (40) are asked, every EVERYth (6) does one of six things wrong, HOST_TIMEOUT (10) seconds each. What the
# others gave must be whole, and each bad one must say for each source how it ended.
set -euo pipefail
program=$1
many=${MANY:-40} every=${EVERY:-6} timeout=${HOST_TIMEOUT:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# endless-pull lets everything else through, so that server is complete but for what is enumerated.
modes=(mute drop-before 503 garbage huge endless-pull)

fail() {
  echo "many_hosts: $*" >&2
  tail -n 20 "$work/err" >&2 || true
  exit 1
}

name() { printf 'many-%03d.fabrikam.example' "$1"; }

servers=() bad=() count=0
for number in $(seq 0 $((many - 1))); do
  servers+=(--host "$(name "$number")")
  if [ $((number % every)) -eq $((every - 1)) ]; then
    mode=${modes[$((count % ${#modes[@]}))]}
    curl -sSf -d "$mode" "http://$(name "$number"):5985/lab/misbehave" >/dev/null || fail "no '$mode' for server $number"
    bad+=("$(name "$number") $mode")
    count=$((count + 1))
  fi
done

status=0 start=$SECONDS
"$program" audit --winrm-spn HTTP/fab-sync01.fabrikam.example "${servers[@]}" --host-timeout "$timeout" \
  --snapshot "$work/run.sqlite" -o html="$work/report.html" >"$work/out" 2>"$work/err" || status=$?
took=$((SECONDS - start))
# 1: findings, 3: not everything could be decided.
[ $status -eq 1 ] || [ $status -eq 3 ] || fail "exit code $status"

ask() { "$program" query "$work/run.sqlite" "$1" --format csv | tail -n +2 | tr -d '"\r'; }

sources=$(ask "SELECT count(DISTINCT source) FROM coverage")
[ "$sources" -ge 20 ] || fail "$sources sources"
[ "$(ask "SELECT count(*) FROM (SELECT target_id FROM coverage GROUP BY target_id HAVING count(*) = $sources)")" = "$many" ] ||
  fail "not every server has a row for each of the $sources sources"
targets=$(ask "SELECT t.location || ' ' || sum(c.status = 'ok') || ' ' || sum(c.status <> 'ok') || ' ' || ifnull(max(CASE WHEN
  c.status <> 'ok' THEN c.status || ': ' || replace(c.message, ',', ';') END), '') FROM target t JOIN coverage c ON
  c.target_id = t.id GROUP BY t.id ORDER BY t.id")
for entry in "${bad[@]}"; do
  line=$(grep -F "winrm:${entry% *} " <<<"$targets") || fail "${entry% *} is not in the snapshot"
  read -r _ good missing reason <<<"$line"
  echo "${entry#* }: $good sources, $missing not: $reason"
  [ "$missing" -gt 0 ] || fail "${entry% *} (${entry#* }) has no row that says so"
  case ${entry#* } in
    endless-pull) [ "$good" -gt 0 ] || fail "$entry: nothing was read" ;;
    *) [ "$good" -eq 0 ] || fail "$entry: $good sources were read" ;;
  esac
done
incomplete=$(awk '$3 > 0' <<<"$targets" | wc -l)
[ "$incomplete" -eq "${#bad[@]}" ] || fail "$incomplete servers are incomplete, ${#bad[@]} misbehave"
# Nothing of one server stands at another: each knows its own name.
[ "$(ask "SELECT count(*) FROM host h JOIN target t ON t.id = h.target_id WHERE t.location NOT LIKE 'winrm:' || h.name || '.%'")" = 0 ] ||
  fail "facts of one server stand at another"
[ "$(ask "SELECT count(DISTINCT name) FROM host")" -ge $((many - ${#bad[@]})) ] || fail "hosts are missing"
echo "$many servers, ${#bad[@]} of them bad, each of the others complete with $sources sources; $took s, exit code $status"
