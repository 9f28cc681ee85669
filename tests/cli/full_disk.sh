#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A full disk: one message, nothing half-written, the audit of what fits goes on. Needs the right to mount
# a small tmpfs in a namespace of its own; skipped (77) without.
set -u
if [ "${INSIDE:-}" != 1 ]; then
  unshare --mount true 2>/dev/null || { echo "skipped: may not mount"; exit 77; }
  INSIDE=1 exec unshare --mount sh "$0" "$@"
fi
. "$2/tests/cli/lib.sh"
mkdir small
mount -t tmpfs -o size=192k tmpfs small || { echo "skipped: may not mount"; exit 77; }

# No room for the snapshot.
dd if=/dev/zero of=small/filler bs=1k count=180 2>/dev/null
expect 5 audit "$ACTIVE" "$STAGING" --snapshot small/run.sqlite -o json=x.json
one_error
says err "free space"
rm -f small/*

# Room for the snapshot elsewhere, none for the report.
dd if=/dev/zero of=small/filler bs=1k count=185 2>/dev/null
expect 5 audit "$ACTIVE" "$STAGING" --snapshot run.sqlite -o html=small/report.html
one_error
says err "small/report.html"
[ ! -e small/report.html ] || fail "half a report was left"
[ "$(ls small)" = filler ] || fail "a temporary file was left: $(ls small)"
expect 1 report run.sqlite -o html=report.html
umount small
finish
