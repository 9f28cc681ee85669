#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# bench.sh BUILD_FOLDER [DATA]: what an audit costs. CPU seconds (user and system) and peak memory of the whole
# process, each the median of seven runs after one that is not counted; and how the cost grows with the number
# of pairs. DATA is a folder with entra-export/; without it the example exports are used.
set -euo pipefail
build=$1
source=$(cd "$(dirname "$0")/../.." && pwd)
data=${2:-$source/../shared/data}
program=$PWD/$build/auditor/cli/syncaudit
[ -x "$program" ] || program=$build/auditor/cli/syncaudit
active=$data/entra-export/contoso-active staging=$data/entra-export/contoso-staging
if [ ! -d "$active" ]; then
  active=$source/examples/exports/fabrikam-active staging=$source/examples/exports/fabrikam-staging
  echo "no real exports at $data: using the examples"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# configuration PAIRS: a file that names the two exports PAIRS times.
configuration() {
  echo "servers:"
  for n in $(seq 1 "$1"); do
    echo "  - {name: active$n, export: $active, role: active, pair: p$n}"
    echo "  - {name: staging$n, export: $staging, role: staging, pair: p$n}"
  done
}

# measure NAME RUNS ARGUMENT...: prints CPU and memory.
measure() {
  local name=$1 runs=$2 n
  shift 2
  : >"$work/times"
  for n in $(seq 0 "$runs"); do
    rm -rf "$work"/run.sqlite "$work"/out.*
    /usr/bin/time -o "$work/one" -f '%U %S %e %M' "$program" "$@" >/dev/null 2>&1 || true
    [ "$n" -eq 0 ] || tail -n 1 "$work/one" >>"$work/times"
  done
  awk -v name="$name" '{ cpu[NR] = $1 + $2; wall[NR] = $3; mem[NR] = $4 } END {
      n = asort_(cpu); asort_(wall); asort_(mem); m = int((n + 1) / 2)
      printf "%-34s CPU %6.2f s   wall %6.2f s   memory %6.1f MiB\n", name, cpu[m], wall[m], mem[m] / 1024 }
      function asort_(a,   i, j, t, c) { c = 0; for (i in a) c++; for (i = 1; i <= c; i++) for (j = i + 1; j <= c; j++) if (a[j] < a[i]) { t = a[i]; a[i] = a[j]; a[j] = t } return c }' "$work/times"
}

echo "exports: $(du -sbL "$active" "$staging" | awk '{ s += $1 } END { printf "%.1f MB in two folders", s / 1e6 }'), $(ls "$active"/SynchronizationRules | wc -l) rules each"
measure "one pair, start to HTML" 7 audit "$active" "$staging" --snapshot "$work/run.sqlite" -o html="$work/out.html"
measure "one pair, collect only" 7 collect "$active" "$staging" --snapshot "$work/run.sqlite"
measure "one pair, all formats, one job" 7 audit "$active" "$staging" --jobs 1 --snapshot "$work/run.sqlite" -o html="$work/out.html" -o json="$work/out.json" -o csv="$work/out.csv" --overwrite
cp "$work/run.sqlite" "$work/kept.sqlite"
measure "judge a snapshot again" 7 evaluate "$work/kept.sqlite"
for pairs in 5 10 25 50; do
  configuration "$pairs" >"$work/config.yaml"
  measure "$pairs pairs, start to HTML" 1 audit -c "$work/config.yaml" --snapshot "$work/run.sqlite" -o html="$work/out.html"
done
echo "snapshot of 50 pairs: $(du -b "$work/run.sqlite" | awk '{ printf "%.1f MB", $1 / 1e6 }'), report: $(du -b "$work/out.html" | awk '{ printf "%.1f MB", $1 / 1e6 }')"
