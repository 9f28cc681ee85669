#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# browser.sh <sample_report>: does a real browser agree with what we think of the HTML report?
#   the script runs under the policy, and a changed script does not;
#   nothing is refused, nothing fails, nothing is asked of the network;
#   texts of audited hosts make no elements;
#   its controls do what they say;
#   paper shows everything that is folded, with and without script, and carries the run's id.
# Exit status 77: no chromium here.
set -eu
sample=$1
here=$(dirname "$0")
run_id=4f0c2a9be1d84c55a7b3d0e6f1829ab4

for name in chromium chromium-browser google-chrome; do
    browser=$(command -v "$name") && break
done
if [ -z "${browser:-}" ]; then
    echo "skipped: no chromium" >&2
    exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail()
{
    echo "failed: $*" >&2
    exit 1
}

# browse <page> <option>...: standard error goes to $work/log
browse()
{
    file=$1
    shift
    sandbox=
    [ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox
    rm -rf "$work/profile"
    timeout 60 "$browser" --headless $sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --host-resolver-rules="MAP * ~NOTFOUND" \
        --user-data-dir="$work/profile" --enable-logging=stderr "$@" "file://$work/$file" \
        2>"$work/log" || fail "$browser ended with $?: $(tail -3 "$work/log")"
}

# Addresses that the page asked for; the browser's own errands are not its fault.
requests()
{
    grep -Eo '"url":"(https?|wss?)://[^"]*"' "$1" |
        grep -Ev '://[^/"]*\.(google|googleapis|gstatic)\.com[/":]' || true
}

count()
{
    grep -o "$1" "$2" | wc -l
}

"$sample" plain html >"$work/plain.html"
"$sample" hostile html >"$work/hostile.html"
# As a server that inspects pages, or an attacker, might change it.
sed 's/"Filter by text"/"Filter by texts"/' "$work/plain.html" >"$work/changed.html"
sed 's/<script>/<script type="text\/plain">/' "$work/plain.html" >"$work/silent.html"

browse plain.html --dump-dom --log-net-log="$work/net.json" >"$work/plain.dom"
grep -q '28 of 28 results shown' "$work/plain.dom" || fail "the script did not run"
[ "$(count 'class="sorter"' "$work/plain.dom")" -gt 20 ] || fail "no column can be sorted"
! grep -E 'CONSOLE.*(Refused|Policy|Uncaught|Error)' "$work/log" || fail "the browser complains"
[ -z "$(requests "$work/net.json")" ] || fail "requested: $(requests "$work/net.json")"

printf '<!DOCTYPE html><img src="http://example.invalid/x.png">' >"$work/asking.html"
browse asking.html --dump-dom --log-net-log="$work/net.json" >/dev/null
[ -n "$(requests "$work/net.json")" ] || fail "a request would not be noticed"

browse changed.html --dump-dom >"$work/changed.dom"
! grep -q '28 of 28 results shown' "$work/changed.dom" || fail "a changed script runs"

grep -v 'http-equiv="Content-Security-Policy"' "$work/plain.html" | sed '/<\/body>/d; /<\/html>/d' >"$work/driven.html"
{
    echo '<script>'
    cat "$here/drive.js"
    echo '</script></body></html>'
} >>"$work/driven.html"
browse driven.html --virtual-time-budget=5000 --dump-dom >"$work/driven.dom"
grep -q '<title>good</title>' "$work/driven.dom" || fail "controls: $(grep -o '<title>[^<]*' "$work/driven.dom" | head -1)"

browse hostile.html --dump-dom >"$work/hostile.dom"
# Without the values of attributes, which may hold anything.
tr '\n' ' ' <"$work/hostile.dom" | sed 's/="[^"]*"//g' >"$work/hostile.tags"
[ "$(count '<script' "$work/hostile.tags")" -eq 1 ] || fail "a text became a script"
! grep -Eo '<(img|iframe|object|embed|form|base)[^>]*' "$work/hostile.tags" || fail "an element"
! grep -Eio '<[a-z][^>]* (on[a-z]+|style)[ >=][^>]*' "$work/hostile.tags" || fail "an attribute"
! grep -E 'CONSOLE.*(Refused|Policy|Uncaught|Error)' "$work/log" || fail "the browser complains"

if command -v pdftotext >/dev/null; then
    for page in plain silent; do
        browse $page.html --no-pdf-header-footer --print-to-pdf="$work/$page.pdf" >/dev/null
        pdftotext -layout "$work/$page.pdf" "$work/$page.txt"
        [ "$(count 'SELECT d.staging' "$work/$page.txt")" -eq 0 ] || fail "$page: queries on paper"
        [ "$(count '[.]sql, SHA-256' "$work/$page.txt")" -eq 20 ] || fail "$page: folded checks: $(count '[.]sql, SHA-256' "$work/$page.txt")"
        grep -q 'Shipped anew with' "$work/$page.txt" || fail "$page: folded differences"
        grep -q 'Relative precedence of the rules' "$work/$page.txt" || fail "$page: passed checks"
        pages=$(count "$(printf '\f')" "$work/$page.txt")
        [ "$(count "syncaudit run $run_id" "$work/$page.txt")" -ge "$pages" ] || fail "$page: run id"
        ! grep -q 'Filter by text' "$work/$page.txt" || fail "$page: controls on paper"
    done
fi
echo ok
