#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_winrm_faults.sh PROBE: what servers and networks do wrong. Each ends in the right words within its deadline, and
# no logon is tried more often than it should be. Run like test_winrm_logon.sh.
# shellcheck disable=SC2086 # options are several words
set -u
probe=$1
# shellcheck source=tests/lab/winrm_lib.sh
. "$(dirname "$0")/winrm_lib.sh"

# fault RULES LIMIT_MS EXPRESSION LOGONS PROBE_OPTION...: over HTTP sealed by Kerberos. LOGONS: that the server accepted
# or refused.
fault() {
  local rules=$1 limit=$2 expression=$3 logons=$4 before port=5985
  shift 4
  control $port reset '' >/dev/null
  control $port misbehave "$rules" >/dev/null
  expect "$limit" "$expression" -o timeout=2000 "$@"
  same "logons after '$rules'" $(($(counted $port logons) + $(counted $port logons_refused))) "$logons"
  control $port reset '' >/dev/null
}

# In the middle of a session: once again, and no more.
fault '401@2' 4000 'answer 200 .*answer 200 .*answer 200 .*logons=2' 2 -n 3
fault '401@2+' 4000 'answer 200 .*exchange.sent. auth http 401 .*twice' 2 -n 2
fault 'drop-before@2' 4000 'answer 200 .*exchange.sent. network curl .*without an answer.*answer 200' 2 -n 3
fault 'drop-before@2' 4000 'answer 200 .*answer 200 .*answer 200 .*logons=2' 2 -n 3 -r
fault 'drop-acted@2' 4000 'answer 200 .*exchange.sent. network .*answer 200' 2 -n 3
fault 'drop-before' 4000 'exchange.sent. network ' 2 -r
fault 'drop-during@2' 4000 'answer 200 .*exchange.sent. network .*within its answer' 1 -n 2
fault 'drop-after@1' 4000 'answer 200 .*answer 200 .*connections=2 logons=2' 2 -n 2 -p 200
fault 'drip' 4000 'exchange.sent. timeout http .*did not answer in time' 1
fault 'mute' 4000 'exchange.sent. timeout http .*did not answer in time' 1
fault 'slow=5' 4000 'exchange.sent. timeout http .*did not answer in time' 1
fault 'truncate' 4000 'exchange.sent. (network|timeout|protocol) ' 1
fault 'bad-signature' 4000 'exchange.sent. protocol gss .*changed on the way' 1
fault 'bad-signature@1' 4000 'exchange.sent. protocol .*answer 200' 2 -n 2
fault 'wrong-length' 4000 'exchange.sent. protocol http .*malformed' 1
fault 'wrong-length=-7' 4000 'exchange.sent. protocol http .*malformed' 1
fault 'wrong-header' 4000 'exchange.sent. protocol http .*signature is impossible' 1
fault 'wrong-header=20' 4000 'exchange.sent. protocol ' 1
fault 'plaintext' 4000 'exchange.sent. protocol http .*unsealed one: it is not used' 1 -s
same 'nothing of an unsealed answer is used' "$(grep -c Envelope <<<"$out")" 0
fault 'huge' 4000 'exchange.sent. limit http .*exceeds' 1
fault 'headers' 4000 'exchange.sent. limit http .*headers' 1
fault 'garbage' 4000 'exchange.sent. protocol curl .*HTTP/1.1' 1
fault 'empty-500' 4000 'exchange.sent. protocol http .*nothing in it' 1
fault '503@1' 4000 'answer 503 .*answer 200 .*logons=2' 2 -n 2
fault 'forged=400' 4000 'answer 400 0 bytes' 1 # else a made-up fault would be a fact
fault 'forged=404' 4000 'answer 404 0 bytes' 1
fault 'status=413' 4000 'answer 413 0 bytes' 1
fault 'status=400' 4000 'answer 400 ' 1
fault 'status=403' 4000 'exchange.sent. denied http 403' 1
fault 'redirect' 4000 'answer 302 ' 1

# Within the logon.
fault 'logon-endless' 8000 '^open (protocol|auth) ' 0
fault 'logon-garbage' 4000 '^open (protocol|auth) ' 0
fault 'logon-no-token' 4000 '^open protocol gss .*without proving who it is' 1
fault 'logon-drop' 4000 '^open network curl .*without an answer' 0
fault 'logon-mute' 8000 '^open timeout http .*did not answer in time' 0
fault 'logon-mute' 3000 '^open timeout http ' 0 -o deadline=1000
fault 'logon-mute' 3000 '^open cancelled ' 0 -o cancel=800
fault 'mute' 3000 'exchange.sent. cancelled ' 1 -o cancel=800 -o timeout=30000
fault 'mute' 3000 'exchange.sent. timeout ' 1 -o deadline=1000 -o timeout=30000
fault '503@logon' 4000 '^open network http 503 .*overloaded' 0
fault 'status=404@logon' 4000 '^open protocol http 404 ' 0
fault 'huge@logon' 4000 '^open limit http ' 0
fault 'headers@logon' 4000 '^open limit http .*headers' 0
fault 'garbage@logon' 4000 '^open protocol curl ' 0
# Whoever is refused is not asked again, but by another name of the service.
fault 'logon-refuse' 4000 '^open auth http 401 .*HTTP/[^ ]*, then host/' 2
fault 'logon-refuse@1' 4000 '^open 0 .*spn=host/.*answer 200 .*connections=2 logons=2' 2
fault 'logon-refuse@1' 4000 '^open auth http 401 ' 1 -o spn=HTTP/$host
fault 'logon-refuse' 4000 '^open auth http 401 ' 1 $ntlm
fault 'logon-refuse@3+ 401@2' 4000 'answer 200 .*exchange.* auth http 401' 2 $ntlm -n 2
finish
