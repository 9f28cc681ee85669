#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Do the case files notice when a check is wrong? Changes one thing at a time in the query of every
# check (a comparison, a boundary, AND and OR, a NOT, a number) or in the default of a parameter,
# runs the cases of that check, and prints each change that no case noticed. Look at every one: it
# is a missing case, unless it only touches wording or evidence, or cannot matter at all.
#
#   tests/lint/mutants.sh [-b PROGRAM] [ID...]
#
# PROGRAM is the syncaudit to use (default: build/gcc/auditor/cli/syncaudit). Takes minutes for the
# whole catalogue, so it is run by hand and is not part of the test suite. Exit status: 0 when every
# change was noticed, 1 when some survived, 2 when the cases fail even without a change.
set -u
cd "$(dirname "$0")/../.." || exit 2
program=build/gcc/auditor/cli/syncaudit
while getopts b: option; do
    case $option in
    b) program=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))

folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT

# Prints the file with change number `want` made, or, with want=0, one line per possible change.
# In the header only whole-number defaults of parameters are changed; in the query everything
# outside of texts and comments.
cat >"$folder/mutate.awk" <<'AWK'
function change(at, len, to)
{
    count++
    if (want == 0)
        printf "%d line %d: %s -> %s\n", count, NR, substr($0, at, len), to == "" ? "(dropped)" : to
    if (count == want)
        line = substr($0, 1, at - 1) to substr($0, at + len)
}
function is_word(c) { return c ~ /[A-Za-z0-9_]/ }
function query(    i, c, two, word, rest)
{
    for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        two = substr($0, i, 2)
        if (in_text) {
            in_text = c != "'"
        } else if (c == "'") {
            in_text = 1
        } else if (two == "--") {
            return
        } else if (two == "<>") {
            change(i++, 2, "=")
        } else if (two == "<=" || two == ">=") {
            change(i++, 2, c)
        } else if (two == "||") {
            i++
        } else if (c == "<" || c == ">") {
            change(i, 1, c "=")
        } else if (c == "=") {
            change(i, 1, "<>")
        } else if (is_word(c)) {
            rest = substr($0, i)
            match(rest, /^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*/)
            word = substr(rest, 1, RLENGTH)
            if (word == "AND")
                change(i, 3, "OR")
            else if (word == "OR")
                change(i, 2, "AND")
            else if (word == "NOT")
                change(i, 4, "")
            else if (word ~ /^[0-9]+$/)
                change(i, RLENGTH, word + 1)
            i += RLENGTH - 1
        }
    }
}
{
    line = $0
    if (NR == 1)
        header = 1
    if (header && substr($0, 1, 2) != "--")
        header = 0
    if (!header)
        query()
    else if (match($0, /^--   [a-z_]+: [0-9]+$/)) {
        match($0, /[0-9]+$/)
        change(RSTART, RLENGTH, substr($0, RSTART) + 1)
    }
    if (want != 0)
        print line
}
AWK

cases_pass()
{
    "$program" checks test "$folder/catalogue" --cases tests/checks >"$folder/output" 2>&1
}

changes=0
survivors=0
mkdir "$folder/catalogue"
for file in checks/catalogue/*/*.sql; do
    id=$(basename "$file" .sql)
    if [ $# -gt 0 ] && [[ " $* " != *" $id "* ]]; then
        continue
    fi
    rm -f "$folder"/catalogue/*
    cp "$file" "$folder/catalogue/$id.sql"
    if ! cases_pass; then
        echo "$id: the cases fail without any change:" >&2
        cat "$folder/output" >&2
        exit 2
    fi
    while IFS= read -r what; do
        awk -v want="${what%% *}" -f "$folder/mutate.awk" "$file" >"$folder/catalogue/$id.sql"
        changes=$((changes + 1))
        if cases_pass; then
            survivors=$((survivors + 1))
            echo "$id ${what#* }"
        fi
    done < <(awk -v want=0 -f "$folder/mutate.awk" "$file")
done
if [ "$changes" -eq 0 ]; then
    echo "no check of that name: $*" >&2
    exit 2
fi
echo "$changes changes, $survivors not noticed"
[ "$survivors" -eq 0 ]
