#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_winrm_ways.sh PROBE: ways to the server and to tickets that are less usual: IPv6, proxies, other certificates, RC4,
# keytabs, tickets that have ended, KDCs that say nothing. Run like test_winrm_logon.sh.
# shellcheck disable=SC2086 # options are several words
set -u
probe=$1
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/lab/winrm_lib.sh
. "$here/winrm_lib.sh"
helpers=
# shellcheck disable=SC2086 # several numbers are meant
trap '[ -z "$helpers" ] || kill $helpers 2>/dev/null' EXIT

# until_there FILE
until_there() {
  for _ in $(seq 200); do [ -s "$1" ] && return 0; sleep 0.05; done
  echo "no $1"
  exit 1
}

# A server of our own: IPv6, and a certificate with a digest other than SHA-256.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -sha384 -nodes -days 2 -subj /CN=odd \
  -keyout "$work/odd.key" -out "$work/odd.crt" 2>/dev/null
cat >"$work/fleet.yaml" <<C
servers:
  - name: $host
    address: ::1
    host: sample
    accounts: {auditor@FABRIKAM.EXAMPLE: administrator}
    listeners:
      - {port: 6985, auth: [negotiate, kerberos]}
      - {port: 6986, auth: [negotiate, kerberos], cbt: strict, tls: [$work/odd.crt, $work/odd.key]}
      - {port: 6987, auth: [kerberos]}
C
mkdir "$work/fleet"
KRB5_KTNAME=$LAB/winrm/keytab /usr/bin/python3 "$here/winrm/server.py" "$work/fleet.yaml" "$work/fleet" >"$work/fleet/out" 2>&1 &
helpers="$helpers $!"
until_there "$work/fleet/ready"
odd=$(openssl x509 -in "$work/odd.crt" -noout -fingerprint -sha256 | sed 's/.*=//')
expect 4000 'url=http://\[::1\]:6985/wsman .*answer 200' -o host=::1 -o port=6985 $ntlm
expect 4000 'spn=HTTP/fab.*answer 200' -o host=::1 -o port=6985 -o spn=HTTP/$host
expect 4000 'url=https://\[::1\]:6986/wsman .*channel binding.*answer 200' -o host=::1 -o port=6986 -o tls -o pin=$odd $ntlm
expect 4000 'channel binding.*answer 200' -o host=::1 -o port=6986 -o tls -o pin=$odd -o spn=HTTP/$host
expect 4000 'mechanism=Kerberos.*answer 200.*logons=2' -o host=::1 -o port=6987 -o spn=HTTP/$host

# Proxies.
/usr/bin/python3 "$here/connect_proxy.py" 127.0.0.1 3128 >"$work/proxy" &
helpers="$helpers $!"
/usr/bin/python3 "$here/connect_proxy.py" 127.0.0.1 3129 407 >"$work/proxy407" &
helpers="$helpers $!"
/usr/bin/python3 "$here/connect_proxy.py" 127.0.0.1 3130 403 >"$work/proxy403" &
helpers="$helpers $!"
until_there "$work/proxy"; until_there "$work/proxy407"; until_there "$work/proxy403"
expect 4000 'channel binding.*answer 200' $tls -o proxy=http://127.0.0.1:3128
expect 4000 'channel binding.*answer 200' $tls -o proxy=http://localhost:3128
same 'the proxy resolves the name' "$(grep -c "^CONNECT $host:5986" "$work/proxy")" 2
expect 4000 '^open auth http 407 .*proxy refuses' $tls -o proxy=http://127.0.0.1:3129
expect 4000 '^open network http 403 .*proxy refuses' $tls -o proxy=http://127.0.0.1:3130

# RC4, which the server's account must allow first: only if it is allowed here too, and then it works.
/usr/bin/python3 - "$LAB/dc1" <<'P'
import sys
import ldb
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB
lp = LoadParm()
lp.load(sys.argv[1] + '/smb.conf')
db = SamDB(url=sys.argv[1] + '/private/sam.ldb', session_info=system_session(), lp=lp)
for entry in db.search(expression='(sAMAccountName=FAB-SYNC01$)', attrs=[]):
    change = ldb.Message(entry.dn)
    change['e'] = ldb.MessageElement('28', ldb.FLAG_MOD_REPLACE, 'msDS-SupportedEncryptionTypes')
    db.modify(change)
P
sed 's/^\[libdefaults\]/&\n allow_weak_crypto = true\n default_tkt_enctypes = rc4-hmac\n default_tgs_enctypes = rc4-hmac\n permitted_enctypes = rc4-hmac/' \
  "$KRB5_CONFIG" >"$work/rc4.conf"
user="-o user=auditor@$LAB_REALM -o password_file=$LAB_PASSWORDS/auditor"
KRB5_CONFIG=$work/rc4.conf expect 4000 '^open denied krb5 .*RC4.*msDS-SupportedEncryptionTypes' $user
for scheme in negotiate kerberos; do
  KRB5_CONFIG=$work/rc4.conf expect 4000 'sealed by Kerberos, RC4.*answer 200.*answer 200' -o auth=$scheme -o rc4 -n 2 $user
done

# Keytab, ended tickets.
printf 'addent -password -p auditor@%s -k 1 -e aes256-cts\n%s\nwkt %s\nq\n' "$LAB_REALM" "$(cat "$LAB_PASSWORDS/auditor")" \
  "$work/keytab" | ktutil >/dev/null
expect 4000 'mechanism=Kerberos.*answer 200' -o keytab="$work/keytab"
expect 4000 '^open auth krb5 .*no key for that name' -o keytab="$work/keytab" -o user=bob@$LAB_REALM
expect 4000 '^open (auth|not found|not_found|denied|input) krb5 ' -o keytab="$work/nokeytab"
KRB5CCNAME=FILE:$work/ended kinit -l 1s auditor@$LAB_REALM <"$LAB_PASSWORDS/auditor" >/dev/null && sleep 2
expect 4000 '^open auth krb5 32 .*ticket has expired.*run kinit' -o ccache=FILE:$work/ended

# A wrong password is shown to the KDC once, by 32 threads that come with it; then the account is not locked.
KRB5_TRACE=$work/trace many 9000 '^open auth krb5 24 ' -T 32 -o user=carol@$LAB_REALM -o password_file=$work/wrong
same 'threads that are refused' "$(grep -o 'open auth krb5 24' <<<"$out" | wc -l)" 32
same 'refusals of the KDC' "$(grep -c 'Received error from KDC: [-0-9]*/Preauthentication failed' "$work/trace")" 1
many 9000 '^open 0 ' -T 32 -o user=auditor@$LAB_REALM -o password_file=$LAB_PASSWORDS/auditor
same 'threads that are accepted' "$(grep -o 'answer 200' <<<"$out" | wc -l)" 32

# A KDC that takes connections and says nothing; names that are not answered.
/usr/bin/python3 -c 'import socket, time
s = [socket.create_server(("127.0.0.56", 88))]
print("ready", flush=True)
time.sleep(600)' >"$work/mute" &
helpers="$helpers $!"
until_there "$work/mute"
sed "s/kdc = $LAB_IP\$/kdc = 127.0.0.56/" "$KRB5_CONFIG" >"$work/mute.conf"
KRB5_CONFIG=$work/mute.conf expect 4000 '^open timeout .*ticket.*KDCs answer on port 88' $user -o deadline=1500
KRB5_CONFIG=$work/mute.conf expect 3000 '^open cancelled ' $user -o cancel=800
finish
