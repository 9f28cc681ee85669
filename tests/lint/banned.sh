#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# banned.sh SOURCE_DIR [CC]: a function of banned.h cannot be called, and others can.
#
# Failing to compile is not enough, a typing error here would do as well: the compiler must complain
# about the name that banned.h puts in the place of the function.
set -eu

source_dir=$1
cc=${2:-cc}
header=$source_dir/include/syncaudit/banned.h
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# compiles NAME ARGUMENTS: a function that calls it.
compiles() {
    printf '%s\n' \
        'void caller(char *p);' \
        'void caller(char *p)' \
        "{ (void)p; (void)$1($2); }" >"$work/snippet.c"
    LC_ALL=C "$cc" -std=gnu17 -D_GNU_SOURCE -include "$header" -Wall -Wextra -Werror \
        -fsyntax-only "$work/snippet.c" 2>"$work/messages"
}

names=$(sed -n 's/^#define \([a-z0-9_]*\)(\.\.\.) SA_BANNED(.*/\1/p' "$header")
for name in $names; do
    if compiles "$name" 'p'; then
        echo "'$name' compiles although banned.h names it" >&2
        failed=1
    elif ! grep -q "sa_banned_function_${name}_use_the_bounded_one" "$work/messages"; then
        echo "'$name' does not compile, but for another reason:" >&2
        cat "$work/messages" >&2
        failed=1
    fi
done

# An entry that got lost would not be missed above.
for name in sprintf vsprintf strcpy strcat strncpy strncat strtok atoi atol sscanf gets localtime \
    gmtime ctime asctime strerror system popen setenv putenv alloca mktemp; do
    case " $(echo $names) " in
    *" $name "*) ;;
    *)
        echo "'$name' is missing from banned.h" >&2
        failed=1
        ;;
    esac
done

for call in 'strlen|p' 'snprintf|p, 1, "%s", "x"' 'strtoll|p, NULL, 10' 'memcpy|p, "x", 2'; do
    if ! compiles "${call%%|*}" "${call#*|}"; then
        echo "harmless '${call%%|*}' does not compile:" >&2
        cat "$work/messages" >&2
        failed=1
    fi
done
exit $failed
