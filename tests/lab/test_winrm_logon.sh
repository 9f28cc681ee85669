#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_winrm_logon.sh PROBE: every kind of logon over every kind of listener, and every refusal in its own words.
# Run by lab.sh with a ticket for auditor and LAB_WINRM=winrm/fleets/protocol.yaml.
# shellcheck disable=SC2086 # options are several words
set -u
probe=$1
# shellcheck source=tests/lab/winrm_lib.sh
. "$(dirname "$0")/winrm_lib.sh"
sealed='^open 0 .*answer 200 .*answer 200 .*connections=1 logons=1'

# The matrix: HTTP sealed, HTTPS, HTTPS that demands channel binding ---------------------------------------------------
for scheme in kerberos negotiate; do
  expect 4000 "${sealed/open 0/open 0.*mechanism=Kerberos protection=sealed by Kerberos, AES256 spn=HTTP\/$host}" -o auth=$scheme -n 2
  expect 4000 "${sealed/open 0/open 0.*mechanism=Kerberos protection=TLS 1.3 with channel binding}" -o auth=$scheme $tls -n 2
  expect 4000 "${sealed/open 0/open 0.*mechanism=Kerberos protection=TLS 1.3 with channel binding}" -o auth=$scheme $tls -o port=5987 -n 2
done
expect 4000 "${sealed/open 0/open 0.*mechanism=NTLM protection=sealed by NTLM, RC4}" $ntlm -n 2
expect 4000 "${sealed/open 0/open 0.*mechanism=NTLM protection=TLS 1.3 with channel binding}" $ntlm $tls -n 2
expect 4000 "${sealed/open 0/open 0.*mechanism=NTLM protection=TLS 1.3 with channel binding}" $ntlm $tls -o port=5987 -n 2
expect 1000 '^open input none .*clear text.*use HTTPS, or Kerberos' $basic
expect 4000 "${sealed/open 0/open 0.*mechanism=Basic protection=TLS 1.3}" $basic $tls -n 2
expect 4000 '^open auth http 401 .*does not offer Basic, but Negotiate, Kerberos' $basic $tls -o port=5987
expect 4000 "${sealed/open 0/open 0.*mechanism=certificate protection=TLS}" -o auth=certificate $tls -o cert=$LAB/tls/client.crt -o key=$LAB/tls/client.key -n 2
expect 1000 '^open input none .*needs HTTPS' -o auth=certificate
# The server whose access log says how it was protected.
same 'no request in clear text' "$(grep -c '"protection": "none"' "$LAB/winrm/access.log")" 0

# Credentials ----------------------------------------------------------------------------------------------------------
user="-o user=auditor@$LAB_REALM -o password_file=$LAB_PASSWORDS/auditor"
expect 4000 '^open 0 .*mechanism=Kerberos' -o auth=negotiate $user
expect 4000 '^open 0 .*mechanism=Kerberos' -o auth=kerberos -o user='FABRIKAM\auditor' -o password_file=$LAB_PASSWORDS/auditor
expect 4000 '^open 0 .*mechanism=Kerberos' -o auth=negotiate -o user=auditor -o realm=$LAB_REALM -o password_file=$LAB_PASSWORDS/auditor
KRB5CCNAME=FILE:$work/one kinit auditor@$LAB_REALM <"$LAB_PASSWORDS/auditor" >/dev/null
expect 4000 '^open 0 .*mechanism=Kerberos' -o auth=negotiate -o ccache=FILE:$work/one
expect 2000 '^open auth krb5 .*no Kerberos ticket.*run kinit' -o ccache=FILE:$work/none
expect 4000 '^open 0 .*mechanism=NTLM.*answer 200' -o auth=ntlm -o user='FAB-SYNC01\local' -o password_file=$work/local
before=$(counted 5985 posts)
expect 4000 '^open auth krb5 24 .*password is wrong.*failed logons lock the account' -o user=auditor@$LAB_REALM -o password_file=$work/wrong
expect 4000 '^open auth krb5 6 .*no such user' -o user=nobody@$LAB_REALM -o password_file=$work/wrong
expect 1000 '^open input none .*password is empty' -o user=auditor@$LAB_REALM -o password_file=$work/empty
same 'a wrong password of Kerberos does not come to the server' "$(counted 5985 posts)" "$before"
before=$(counted 5985 logons_refused)
expect 4000 '^open auth http 401 .*refuses the logon of FABRIKAM.auditor by Negotiate \(NTLM\).*before the next attempt.*lock' -o auth=ntlm -o user='FABRIKAM\auditor' -o password_file=$work/wrong
same 'a wrong password of NTLM is tried once' "$(counted 5985 logons_refused)" $((before + 1))
before=$(counted 5986 logons_refused)
expect 4000 '^open auth http 401 .*by Basic.*local accounts only' $tls -o auth=basic -o user=local -o password_file=$work/wrong
same 'a wrong password of Basic is tried once' "$(counted 5986 logons_refused)" $((before + 1))
expect 4000 '^open auth http 401 .*refuses the logon .*Kerberos, HTTP/[^ ]*, then host/' -o port=5991 -o user=bob@$LAB_REALM -o password_file=$LAB_PASSWORDS/bob

# Mechanisms and names -------------------------------------------------------------------------------------------------
expect 4000 '^open auth .*NTLM' $ntlm -o port=5989
expect 4000 '^open auth ' -o auth=negotiate -o port=5990
expect 4000 '^open auth http 401 .*does not offer Kerberos, but Negotiate' -o auth=kerberos -o port=5990
expect 4000 '^open auth krb5 7 .*none of the service names' -o host=localhost -o port=5985
expect 4000 '^open auth krb5 7 .*an address has no SPN' -o host=127.0.0.21
expect 4000 '^open 0 ' -o host=127.0.0.21 $ntlm
expect 4000 '^open auth krb5 7 .*no such service principal' -o spn=HTTP/nowhere.fabrikam.example
expect 4000 'answer 200 [0-9]* bytes <s:Envelope.*ProductVendor' -o port=5991 -s
expect 8000 'clock=(599|600|601).*answer 200.*answer 200 .*connections=2 logons=2' -o port=5991 -n 2 -p 1500

# TLS ------------------------------------------------------------------------------------------------------------------
pin=$(openssl x509 -in "$LAB/tls/fab-sync01.crt" -noout -fingerprint -sha256 | sed 's/.*=//')
other=$(openssl x509 -in "$LAB/tls/dc1.crt" -noout -fingerprint -sha256 | sed 's/.*=//')
expect 4000 '^open 0 .*with channel binding' -o tls -o pin=$pin
expect 4000 '^open 0 .*with channel binding' -o tls -o pin=$pin -o host=127.0.0.21 $ntlm
expect 4000 '^open protocol tls .*not the one that was pinned' -o tls -o pin=$other
expect 4000 '^open protocol tls .*not the one that was pinned' $tls -o pin=$other
# Reading the system's authorities takes sanitizers long that look at each allocation.
ASAN_OPTIONS=detect_leaks=0 expect 4000 '^open protocol tls (19|20) .*(issuer|authority) is not trusted.*ca_file, or pin.*SHA-256 [0-9a-f]{64}' -o tls
expect 4000 '^open protocol tls (19|20) .*(issuer|authority) is not trusted' -o tls -o ca=$LAB/tls/other-ca.crt
expect 4000 '^open protocol tls 62 .*for another name' $tls -o host=127.0.0.21 $ntlm
expect 4000 '^open timeout tls .*handshake in time.*usually 5985' $tls -o port=5985
expect 4000 '^open (protocol|network) curl ' -o port=5986
expect 4000 '^open input none .*64 hexadecimal' -o tls -o pin=abc
expect 4000 '^open input none .*cannot be read' -o tls -o ca=$work/none
expect 4000 '^open input tls .*does not take the authorities' -o tls -o ca=$work/local
expect 4000 '^open input curl .*does not take the certificate' $tls -o auth=certificate -o cert=$work/local -o key=$work/local
many 9000 '^open 0' -T 16 -n 2 $tls
same '16 over HTTPS at once' "$(grep -o 'answer 200' <<<"$out" | wc -l)" 32
expect 4000 '^open auth http 401 .*demand channel binding, which was left out' $tls -o no_binding -o port=5987
expect 4000 '^open auth http 401 .*demand channel binding, which was left out' $tls $ntlm -o no_binding -o port=5987
expect 4000 '^open 0 .*protection=TLS 1.3 ' $tls -o no_binding

# Ways -----------------------------------------------------------------------------------------------------------------
expect 3000 '^open network errno 111 .*winrm quickconfig' -o port=59
expect 3000 '^open protocol http 404 .*path' -o path=/other
expect 4000 '^open network dns .*no address' -o host=nowhere.fabrikam.example $ntlm
expect 3000 '^open input .*proxy' -o proxy=http://127.0.0.1:1
expect 3000 '^open network .*proxy' $tls -o proxy=http://127.0.0.1:1
http_proxy=http://127.0.0.1:1 https_proxy=http://127.0.0.1:1 ALL_PROXY=http://127.0.0.1:1 expect 4000 '^open 0 .*answer 200' $tls
expect 3000 '^answer 200 .*Stack: 3.0' -I -s
expect 3000 '^answer 200 .*Stack: 3.0' -I -s $tls
expect 3000 '^answer 401 ' -I -o port=5991
many 9000 '^open 0' -T 16 -n 5
same '16 at once' "$(grep -o 'answer 200' <<<"$out" | wc -l)" 80
many 9000 '^open 0' -T 16 -n 5 $ntlm
same '16 by NTLM at once' "$(grep -o 'answer 200' <<<"$out" | wc -l)" 80
finish
