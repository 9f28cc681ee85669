# SPDX-License-Identifier: Apache-2.0
# For test_winrm_*.sh: what they have in common. Sourced with $probe set.
host=fab-sync01.fabrikam.example
ca=$LAB_CA
mkdir -p "$LAB/run"
work=$(mktemp -d "$LAB/run/winrm.XXXXXX")
printf 'L0cal-Passw0rd!' >"$work/local"
printf 'wrong' >"$work/wrong"
printf '' >"$work/empty"
ntlm="-o auth=ntlm -o user=FABRIKAM\\auditor -o password_file=$LAB_PASSWORDS/auditor"
basic="-o auth=basic -o user=local -o password_file=$work/local"
tls="-o tls -o ca=$ca"
failed=0
count=0

# control PORT PATH [DATA]: what the lab's server does and has counted.
control() {
  local scheme=http
  case $1 in 5986 | 5987) scheme=https ;; esac
  if [ $# -gt 2 ]; then
    curl -sS --cacert "$ca" "$scheme://$host:$1/lab/$2" -d "$3"
  else
    curl -sS --cacert "$ca" "$scheme://$host:$1/lab/$2"
  fi
}

# expect LIMIT_MS REGULAR_EXPRESSION PROBE_OPTION...: the output, lines joined by blanks, fits within that time.
expect() {
  local limit=$(($1 * ${SLACK:-1})) expected=$2 begin end
  shift 2
  begin=$(date +%s%3N)
  out=$(timeout 60 "$probe" -o host="$host" -o connect=2000 "$@" 2>&1 | tr '\n' ' ')
  end=$(date +%s%3N)
  count=$((count + 1))
  if ! grep -qE -- "$expected" <<<"$out" || [ $((end - begin)) -gt "$limit" ]; then
    echo "FAILED: $*: expected '$expected' within $limit ms, took $((end - begin)) ms:"
    head -c 1500 <<<"$out"
    echo
    failed=1
  fi
}

# many LIMIT_MS ...: the same for options with many threads. Sanitizers that unwind slowly, as they must to know the leaks
# of gss-ntlmssp, would make them time out.
many() { ASAN_OPTIONS=detect_leaks=0 expect "$@"; }

# counted PORT NAME: a number of the server's.
counted() {
  control "$1" counters | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin).get(sys.argv[1], 0))' "$2"
}

# same WHAT ACTUAL EXPECTED
same() {
  count=$((count + 1))
  if [ "$2" != "$3" ]; then
    echo "FAILED: $1: $2, not $3"
    failed=1
  fi
}

finish() {
  echo "$count cases"
  exit $failed
}
