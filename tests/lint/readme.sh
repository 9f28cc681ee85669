#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# readme.sh SOURCE_DIR PROGRAM: what the documents name exists: files, commands, options.
set -eu
cd "$1"
program=$2
status=0
help=$(mktemp)
trap 'rm -f "$help"' EXIT
for command in "" audit plan doctor jea collect discover evaluate report checks query version; do "$program" help $command; done >"$help"
complain() { echo "$*"; status=1; }

for document in README.md CONTRIBUTING.md SECURITY.md docs/*.md docs/internals/*.md; do
  # Links to files.
  for link in $(grep -oE '\]\([^)#]+\)' "$document" | sed -E 's/\]\((.*)\)/\1/' | grep -v '^http' || true); do
    [ -e "$(dirname "$document")/$link" ] || complain "$document: link to $link, which is not there"
  done
  # Paths in backticks.
  for path in $(grep -oE '`(auditor|checks|reports|tests|include|docs|examples|cmake)/[A-Za-z0-9_./-]+`' "$document" | tr -d '`'); do
    [ -e "$path" ] || complain "$document: names $path, which is not there"
  done
done
for command in $(grep -ohE '\bsyncaudit [a-z]+ ' README.md docs/*.md docs/internals/*.md | awk '{print $2}' | sort -u); do
  case $command in audits | is | and | opens | reads) continue ;; esac
  grep -qE "^  $command " "$help" || complain "a document names the command '$command', which is not there"
done
for option in $(grep -ohE '(^|[ `(])--[a-z][a-z-]+' README.md docs/*.md docs/internals/errors.md | tr -d ' `(' | sort -u); do
  grep -q -- "$option\b" "$help" || complain "README: option $option is not in any help"
done
exit $status
