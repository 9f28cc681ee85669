#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shape.sh SOURCE_DIR: licence line, file length, function length, formatting, words that do not belong.
set -eu
cd "$1"
status=0
complain() { echo "$*"; status=1; }

files=$(git ls-files 2>/dev/null || find . -type f -not -path './build/*' -not -path './.git/*' | sed 's|^\./||')

# A test that is run in the wrong folder leaves things there, and they get committed.
for place in $(printf '%s\n' "$files" | cut -d/ -f1 | sort -u); do
  case $place in
    .ci | .clang-format | .clang-tidy | .editorconfig | .gitignore | CMakeLists.txt | CMakePresets.json | *.md | LICENSE | run) ;;
    auditor | checks | cmake | docs | examples | include | packaging | reports | tests | transports) ;;
    *) complain "$place: does not belong beside the sources" ;;
  esac
done

for file in $files; do
  [ -f "$file" ] || continue
  case $file in
    *.c | *.h | *.sql | *.sh | *.cmake | run | .ci/run | */CMakeLists.txt | CMakeLists.txt | *.css | *.js)
      head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || complain "$file: no SPDX line" ;;
  esac
  case $file in
    *.c | *.h)
      lines=$(wc -l <"$file")
      [ "$lines" -le 800 ] || complain "$file: $lines lines; 800 at most"
      # A function body begins with "{" in the first column and ends with "}" there.
      awk -v file="$file" '/^\{/ { start = NR } /^\}/ { if (start && NR - start > 80) { printf "%s:%d: a function of %d lines; 80 at most\n", file, start, NR - start; bad = 1 } start = 0 } END { exit bad }' "$file" || status=1
      ;;
  esac
done

if command -v clang-format >/dev/null 2>&1; then
  sources=$(printf '%s\n' $files | grep -E '\.(c|h)$' | while read -r f; do if [ -f "$f" ]; then echo "$f"; fi; done)
  # shellcheck disable=SC2086
  misplaced=$(clang-format --dry-run --Werror $sources 2>&1 | grep -E 'error:' | cut -d: -f1 | sort -u || true)
  [ -z "$misplaced" ] || complain "run clang-format -i on these:
$misplaced"
fi

# Unfinished work does not land.
# shellcheck disable=SC2086
if grep -nE '\b(TODO|FIXME|HACK)\b|\bXXX\b([^-]|$)' $(printf '%s\n' $files | grep -E '\.(c|h|sql|js|css|md)$' | grep -v '^tests/lint/') 2>/dev/null; then
  complain "unfinished work"
fi
exit $status
