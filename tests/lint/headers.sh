#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# headers.sh SOURCE_DIR [CC [FLAG...]]: each public header compiles alone, and twice in one file.
#
# FLAG... replaces what pkg-config says about the libraries whose types the headers name.
# banned.h is left out: it is no interface, the build puts it before every source file.
set -eu

source_dir=$1
cc=${2:-cc}
[ $# -lt 2 ] && shift $# || shift 2
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # several words are meant
    set -- $(pkg-config --cflags sqlite3 libxml-2.0)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
count=0

for header in "$source_dir"/include/syncaudit/*.h; do
    name=${header##*/}
    [ "$name" = banned.h ] && continue
    printf '#include "syncaudit/%s"\n#include "syncaudit/%s"\nint header_alone;\n' \
        "$name" "$name" >"$work/alone.c"
    if ! "$cc" -std=gnu17 -Wall -Wextra -Werror "$@" -I"$source_dir/include" -fsyntax-only \
        "$work/alone.c"; then
        echo "'$name' does not compile alone" >&2
        failed=1
    fi
    count=$((count + 1))
done
if [ $count -eq 0 ]; then
    echo "no header in '$source_dir/include/syncaudit'" >&2
    failed=1
fi
exit $failed
