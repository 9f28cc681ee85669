#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# effective_rights.sh PROGRAM [SEED]: inside the lab, with its domain controller running. Compares what the
# program makes of descriptors with what the domain controller says itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
facts=$(mktemp)
trap 'rm -f "$facts"' EXIT
seed=${2:-$(date +%s)}
/usr/bin/python3 "$here/effective_rights.py" "$facts" "$seed"
"$1" "$facts" 10000
