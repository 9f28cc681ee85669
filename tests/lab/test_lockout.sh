#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_lockout.sh PROBE SYNCAUDIT: how often one run shows a wrong password to the domain, which counts. Run by lab.sh
# with LAB_STRONG=allow_sasl_over_tls.
set -u
probe=$1
program=$2
work=$(mktemp -d "$LAB/run/lockout.XXXXXX")
base=DC=${LAB_DOMAIN//./,DC=}
relay=
trap '[ -z "$relay" ] || kill $relay 2>/dev/null' EXIT
failed=0
export LDAPTLS_CACERT=$LAB_CA
administrator=(-H "ldaps://$LAB_DC" -x -D "Administrator@$LAB_DOMAIN" -y "$LAB_PASSWORDS/raw/Administrator")
printf 'wrong' >"$work/wrong"
cp "$LAB_PASSWORDS/raw/auditor" "$work/right"
chmod 600 "$work/wrong" "$work/right"

# Without a threshold nothing is counted.
ldapmodify "${administrator[@]}" >/dev/null <<EOT2 || exit 1
dn: $base
changetype: modify
replace: lockoutThreshold
lockoutThreshold: 50
-
replace: lockoutDuration
lockoutDuration: -18000000000
-
replace: lockOutObservationWindow
lockOutObservationWindow: -18000000000
EOT2
counted() { ldapsearch -LLL "${administrator[@]}" -b "$base" '(sAMAccountName=auditor)' badPwdCount | sed -n 's/^badPwdCount: //p'; }

# costs MOST COMMAND...: the domain must have counted at least one failed logon and at most so many.
costs() {
  local most=$1 before after
  shift
  before=$(counted)
  "$@" >"$work/out" 2>&1
  after=$(counted)
  if [ $((after - before)) -lt 1 ] || [ $((after - before)) -gt "$most" ]; then
    echo "FAILED: $*: $((after - before)) failed logons were counted, at most $most are allowed:"
    head -c 1500 "$work/out"
    failed=1
  fi
}
# says TEXT: of the last command
says() { grep -qF -- "$1" "$work/out" || { echo "FAILED: '$1' is not said:"; head -c 1500 "$work/out"; failed=1; }; }

me=(-o domain="$LAB_DOMAIN" -o user="auditor@$LAB_DOMAIN")
wrong=("${me[@]}" -o password_file="$work/wrong")
tls=(-o tls=ldaps -o ca_file="$LAB_CA")

# One connection, then several of one process at once.
costs 1 "$probe" "${wrong[@]}" -o auth=ntlm
costs 1 "$probe" "${wrong[@]}" -o auth=ntlm "${tls[@]}"
costs 1 "$probe" "${wrong[@]}" -o auth=simple "${tls[@]}"
costs 1 "$probe" "${wrong[@]}" -o auth=kerberos
costs 1 "$probe" "${wrong[@]}"
costs 2 "$probe" -T 8 "${wrong[@]}" -o auth=ntlm
says '2 servers have refused the password'
costs 2 "$probe" -T 8 "${wrong[@]}" -o auth=simple "${tls[@]}"
costs 1 "$probe" -T 8 "${wrong[@]}" -o auth=kerberos
# A right one is everybody's at once, and makes the domain forget.
"$probe" -T 8 "${me[@]}" -o password_file="$work/right" -o auth=ntlm >"$work/out" 2>&1
[ "$(grep -c '^open ok' "$work/out")" = 8 ] || { echo "FAILED: a right password is not used by all"; cat "$work/out"; failed=1; }

# A realm with a primary KDC: libkrb5 has a habit of asking it again when another one refuses a password.
cat >"$work/relay.py" <<'PYTHON'
import socket, sys, threading
listener = socket.create_server((sys.argv[1], 88))
print('ready', flush=True)
def carry(a, b):
    while data := a.recv(65536):
        b.sendall(data)
    b.shutdown(socket.SHUT_WR)
while True:
    client = listener.accept()[0]
    server = socket.create_connection((sys.argv[2], 88))
    threading.Thread(target=carry, args=(client, server), daemon=True).start()
    threading.Thread(target=carry, args=(server, client), daemon=True).start()
PYTHON
/usr/bin/python3 "$work/relay.py" 127.0.0.55 "$LAB_IP" >"$work/ready" 2>/dev/null &
relay=$!
for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.05; done
sed "s/kdc = .*/kdc = 127.0.0.55\n  primary_kdc = $LAB_IP/; s/dns_lookup_kdc = true/dns_lookup_kdc = false/" \
  "$KRB5_CONFIG" >"$work/primary.conf"
KRB5_CONFIG=$work/primary.conf costs 1 "$probe" "${wrong[@]}" -o auth=kerberos
KRB5_CONFIG=$work/primary.conf "$probe" "${me[@]}" -o password_file="$work/right" -o auth=kerberos >"$work/out" 2>&1
says 'mechanism=GSSAPI'

# The whole program, with the forest and a server of it and the same password.
costs 2 "$program" discover "$LAB_DOMAIN" --ldap-auth ntlm --user "auditor@$LAB_DOMAIN" --password-file "$work/wrong"
says 'password is wrong'
exit $failed
