# SPDX-License-Identifier: Apache-2.0
# Sourced by the tests of the command line: PROGRAM and SOURCE are set by the caller's arguments.
# Each test works in a folder of its own that is removed at the end.
PROGRAM=$1
SOURCE=$2
ACTIVE=$SOURCE/examples/exports/fabrikam-active
STAGING=$SOURCE/examples/exports/fabrikam-staging
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir home
export HOME=$work/home
unset XDG_CONFIG_HOME NO_COLOR CLICOLOR_FORCE
export TERM=dumb
failures=0

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
  for file in out err; do
    [ -s "$file" ] && { echo "  std$file:"; head -n 12 "$file" | sed 's/^/    /'; }
  done
  return 0
}

# expect CODE ARGUMENT...: runs the program; its output is in out and err.
expect() {
  want=$1
  shift
  got=0
  "$PROGRAM" "$@" >out 2>err </dev/null || got=$?
  [ "$got" -eq "$want" ] || fail "exit $got instead of $want: syncaudit $*"
}

says() { grep -qF -- "$2" "$1" || fail "std$1 does not say '$2'"; }
says_not() { if grep -qF -- "$2" "$1"; then fail "std$1 says '$2'"; fi; }
# One error is one message: what, where, why, what next.
one_error() {
  [ "$(grep -cE '^error SA-E[0-9]+: ' err)" -eq 1 ] || fail "not exactly one error"
  grep -qE '^  try: ' err || fail "no hint"
}
query() { "$PROGRAM" query "$1" "$2" --format csv | tail -n +2 | tr -d '"\r'; }

finish() {
  [ "$failures" -eq 0 ] || { echo "$failures failures"; exit 1; }
}
