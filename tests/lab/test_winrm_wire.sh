#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_winrm_wire.sh PROBE: what is seen on the wire. Of sealed exchanges no word of the envelopes, in neither direction;
# of an exchange that is knowingly plain all of it, so that one knows that the capture sees what there is.
# shellcheck disable=SC2086 # options are several words
set -u
probe=$1
# shellcheck source=tests/lab/winrm_lib.sh
. "$(dirname "$0")/winrm_lib.sh"
words='Envelope|wsmanidentity|ProductVendor|Microsoft Corporation'

# wire PORT PROBE_OPTION...
wire() {
  local port=$1
  shift
  /usr/bin/python3 "$(dirname "$0")/winrm_wire.py" "$port" "$work/wire" "$probe" -o host=$host -o port="$port" "$@" >"$work/out" 2>&1
  same "answers on port $port ($*)" "$(grep -c '^answer 200' "$work/out")" 1
}

for how in '5985 -o auth=negotiate' '5985 -o auth=kerberos' "5985 $ntlm" "5986 $tls -o auth=negotiate" "5986 $tls $basic"; do
  wire $how
  same "clear words on the wire ($how)" "$(grep -aEc "$words" "$work/wire")" 0
  case $how in
    5985*) same "requests on the wire ($how)" "$(grep -aq 'Encrypted Boundary' "$work/wire" && echo some)" some ;;
  esac
done
# The password in none of its forms.
same 'passwords on the wire' "$(grep -aFc -e "$(cat "$work/local")" -e "$(printf 'local:%s' "$(cat "$work/local")" | base64)" "$work/wire")" 0

# The control: Identify needs no logon and is not sealed.
wire 5985 -I
same 'clear words of a plain exchange are seen' "$(grep -aEq "$words" "$work/wire" && echo seen)" seen
finish
