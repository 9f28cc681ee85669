#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_ldap_hostile.sh PROBE: what a hostile or broken LDAP server can do to a connection. Needs no lab.
# Each case says how the probe must end and within how many milliseconds (times SLACK, for sanitizers).
set -u
probe=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
failed=0
count=0

if ! command -v openssl >/dev/null || ! /usr/bin/python3 -c 'import ssl' 2>/dev/null; then
  echo "openssl and python3 are needed"
  exit 77
fi
(cd "$work" && openssl req -x509 -newkey rsa:2048 -nodes -days 3 -subj /CN=127.0.0.1 -keyout key -out cert \
  -addext subjectAltName=IP:127.0.0.1,DNS:localhost -addext keyUsage=critical,keyCertSign,digitalSignature 2>/dev/null)
printf secret >"$work/password"

start() { # MODE [tls]
  rm -f "$work/in" "$work/out"
  mkfifo "$work/in"
  if [ "${2-tls}" = tls ]; then set -- "$1" "$work/cert" "$work/key"; else set -- "$1"; fi
  /usr/bin/python3 "$here/hostile_ldap.py" "$@" <"$work/in" >"$work/out" 2>"$work/err" &
  server=$!
  exec 9>"$work/in"
  for _ in $(seq 200); do
    port=$(cat "$work/out")
    [ -z "$port" ] || return 0
    sleep 0.05
  done
  echo "the server for $1 does not start"; cat "$work/err"; exit 1
}

stop() {
  exec 9>&-
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  server=
}

# run LIMIT_MS EXPECTED PROBE_OPTION...: EXPECTED is a regular expression that a line of output matches
run() {
  local limit=$(($1 * ${SLACK:-1})) expected=$2 begin end out
  shift 2
  begin=$(date +%s%3N)
  out=$(timeout 60 "$probe" -o port="$port" -o connect=1000 -o call=1500 -o user=a@b.example "$@" 2>&1)
  end=$(date +%s%3N)
  out_of_run=$out
  count=$((count + 1))
  if ! grep -qE -- "$expected" <<<"$out" || [ $((end - begin)) -gt "$limit" ]; then
    echo "FAILED: $mode: expected '$expected' within $limit ms, took $((end - begin)) ms:"
    head -c 2000 <<<"$out"
    failed=1
  fi
}

tls_search() { # MODE LIMIT EXPECTED [OPTION...]
  mode=$1
  start "$mode"
  local limit=$2 expected=$3
  shift 3
  run "$limit" "$expected" -o server=127.0.0.1 -o auth=simple -o tls=ldaps -o ca_file="$work/cert" \
    -o password_file="$work/password" -b DC=evil -s subtree -a member "$@"
  stop
}

tls_bind() { # DIAGNOSTIC EXPECTED
  mode=bind_text:$1
  start "$mode"
  run 4000 "$2" -o server=127.0.0.1 -o auth=simple -o tls=ldaps -o ca_file="$work/cert" -o password_file="$work/password"
  stop
}

plain_ntlm() { # MODE LIMIT EXPECTED
  mode=$1
  start "$mode" plain
  run "$2" "$3" -o server=127.0.0.1 -o auth=ntlm -o password_file="$work/password"
  stop
}

tls_search endless_pages 30000 '^search limit .*SA_LIMIT_LDAP_PAGES' -o call=30000
tls_search same_cookie 4000 '^search protocol .*repeats an empty page'
tls_search same_range 4000 '^search protocol .*range 50 of .member. was asked for'
tls_search no_values 4000 '^search protocol '
tls_search endless_range 40000 '^search (limit|timeout) '
tls_search shrinking_range 4000 '^attribute member 2$'
tls_search broken_range 4000 '^search remote ldap 1 '
tls_search windows_range 4000 '^attribute member 4000$'
tls_search never_final 25000 '^search (limit .*more than 100000 entries|timeout)' -o call=20000
tls_search never_final 6000 '^search timeout '
tls_search never_final 5000 '^search limit .*more than 10 entries' -m 10
tls_search stops 4000 '^search timeout ldap -5 [12][0-9]{3}ms'
tls_search half 4000 '^search timeout ldap -5 [12][0-9]{3}ms'
tls_search trickle 4000 '^search timeout ldap -5 [12][0-9]{3}ms'
tls_search announce 4000 '^search (limit|network|protocol) '
tls_search references 20000 '^search (limit|timeout) '
tls_search referral 4000 "^search remote ldap 10 .*ldap://other.example"
tls_search dead_cookie 4000 '^search ok'
tls_search dead_cookie:always 4000 '^search remote ldap 12'
tls_search odd_final 4000 '^search remote ldap 12'
tls_search wrong_id 4000 '^search (timeout|protocol|network) '
tls_search flood 4000 '^search (timeout|network) '
tls_search bytewise 5000 '^search ok'
tls_search nul_dn 4000 '^search protocol '
tls_search bad_name 4000 '^search protocol '
tls_search truncated_entry 4000 '^search (protocol|network) '
tls_search many_attributes 4000 '^search limit .*attributes'
tls_search same_attribute 4000 '^attribute cn 3$'
tls_search extended_dn 4000 '^entry CN=a$'
tls_search cut 4000 '^search network '
tls_search cut 4000 '^search network .*is lost' -r
tls_search root_dse_silent 8000 '^open timeout ' -o deadline=3000
tls_search stops 2500 '^search cancelled ' -o cancel=$((800 * ${SLACK:-1})) -o call=20000
tls_search stops 2500 '^search timeout ' -o deadline=$((1200 * ${SLACK:-1})) -o call=20000
tls_search search_text:4:'00000004: size' 4000 '^search limit ldap 4 .*incomplete'
tls_search search_text:3: 4000 '^search limit ldap 3 .*incomplete'
tls_search search_text:11:'00002024: SvcErr: DSID-02080490' 4000 '^search limit ldap 11 .*incomplete'
tls_search search_text:50:'00002098: SecErr: DSID-03150F93, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0' 4000 '^search denied ldap 50'
tls_search search_text:32:'0000208D: NameErr: DSID-03100245, problem 2001 (NO_OBJECT), data 0, best match of: ' 4000 '^search not_found ldap 32'
tls_search search_text:1:'000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563' 4000 '^search denied ldap 1 .*not logged on'

# Whoever has been shown a password may have counted it: a few of them, then no more.
mode=bind_cut
start bind_cut
many=
for _ in 1 2 3 4 5 6 7 8; do many="$many -o server=127.0.0.1"; done
# shellcheck disable=SC2086 # several options
{
  run 9000 '^open auth .*was not asked: 0 servers have refused .* 4 gave no answer' -v $many -o auth=simple -o tls=ldaps \
    -o ca_file="$work/cert" -o password_file="$work/password"
  [ "$(grep -c '^event bind' <<<"$out_of_run")" = 4 ] || { echo "FAILED: shown to $(grep -c '^event bind' <<<"$out_of_run")"; failed=1; }
}
stop

logon='8009030C: LdapErr: DSID-0C090549, comment: AcceptSecurityContext error, data'
tls_bind "49:$logon 52e, v4f7c" '^open auth ldap 49 .*wrong'
tls_bind "49:$logon 525, v4f7c" '^open auth ldap 49 .*no such user'
tls_bind "49:$logon 533, v4f7c" '^open auth ldap 49 .*disabled'
tls_bind "49:$logon 532, v4f7c" '^open auth ldap 49 .*password has expired'
tls_bind "49:$logon 701, v4f7c" '^open auth ldap 49 .*account has expired'
tls_bind "49:$logon 773, v4f7c" '^open auth ldap 49 .*must be changed'
tls_bind "49:$logon 775, v4f7c" '^open auth ldap 49 .*locked out'
tls_bind "49:80090346: LdapErr: DSID-0C0905FF, comment: AcceptSecurityContext error, data 80090346, v4f7c" '^open auth ldap 49 .*channel binding'
tls_bind "8:00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563" '^open denied ldap 8 .*signing'

for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
  plain_ntlm "bind_token:$n" 4000 '^open (protocol|auth) '
done
plain_ntlm bind_spnego 4000 '^open (protocol|auth) '
plain_ntlm bind_silent 4000 '^open timeout ldap -5 [12][0-9]{3}ms'
plain_ntlm bind_cut 4000 '^open network '
plain_ntlm bind_text:0: 4000 '^open protocol .*too early'

# Certificates that are refused, each for its own reason. openssl ca is the one command that makes an expired one.
(
  cd "$work" && mkdir -p ca && : >ca/index && echo 01 >ca/serial
  printf '[ca]\ndefault_ca=d\n[d]\ndir=ca\nnew_certs_dir=ca\ndatabase=ca/index\nserial=ca/serial\ndefault_md=sha256\n' >ca.conf
  printf 'policy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=IP:127.0.0.1\n' >>ca.conf
  openssl req -newkey rsa:2048 -nodes -subj /CN=old -keyout old.key -out old.csr
  openssl ca -batch -config ca.conf -cert cert -keyfile key -in old.csr -out old.crt -notext \
    -startdate 20200101000000Z -enddate 20210101000000Z
  openssl req -x509 -newkey rsa:2048 -nodes -days 3 -subj /CN=other -keyout other.key -out other.crt \
    -addext subjectAltName=DNS:other.example -addext keyUsage=critical,keyCertSign,digitalSignature
) >/dev/null 2>&1
certificate() { # NAME CA EXPECTED
  mode="certificate $1"
  cp "$work/cert" "$work/cert.kept"; cp "$work/key" "$work/key.kept"
  cp "$work/$1.crt" "$work/cert"; cp "$work/$1.key" "$work/key"
  start none
  run 4000 "$3" -o server=127.0.0.1 -o auth=simple -o tls=ldaps -o ca_file="$work/$2" -o password_file="$work/password"
  stop
  mv "$work/cert.kept" "$work/cert"; mv "$work/key.kept" "$work/key"
}
certificate old cert.kept '^open protocol tls 10 .*expired'
certificate other cert.kept '^open protocol tls (18|19|20|21) '
certificate other other.crt '^open protocol tls (62|64) .*another name'

# Logon by certificate, at a server that demands one. Samba offers none.
(
  cd "$work"
  for name in auditor stranger; do
    openssl req -x509 -newkey rsa:2048 -nodes -days 3 -subj "/CN=$name" -keyout $name.key -out $name.crt \
      -addext extendedKeyUsage=clientAuth
  done
) >/dev/null 2>&1
external() { # CERTIFICATE KEY LIMIT EXPECTED [OPTION...]
  local pair="-o cert_file=$work/$1.crt -o key_file=$work/$2.key" limit=$3 expected=$4
  shift 4
  # shellcheck disable=SC2086 # several options
  run "$limit" "$expected" -o server=127.0.0.1 -o auth=external -o ca_file="$work/cert" $pair "$@"
}
export HOSTILE_CLIENT_CA=$work/auditor.crt
mode=external
start external
external auditor auditor 4000 'mechanism=EXTERNAL protection=TLS 1\.[23] ' -o tls=ldaps
external stranger stranger 4000 '^open (protocol|network) ' -o tls=ldaps
external auditor stranger 4000 '^open (input|protocol) ' -o tls=ldaps
external auditor auditor 4000 '^open protocol tls ' -o tls=ldaps -o ca_file="$work/auditor.crt"
run 4000 '^open (auth|protocol|network) ' -o server=127.0.0.1 -o auth=simple -o tls=ldaps -o ca_file="$work/cert" \
  -o password_file="$work/password"
stop
start bind_text:49:refused
external auditor auditor 4000 '^open auth ldap 49 ' -o tls=ldaps
stop
export HOSTILE_STARTTLS=1
start external
external auditor auditor 4000 'mechanism=EXTERNAL protection=TLS 1\.[23] ' -o tls=starttls
external stranger stranger 4000 '^open (protocol|network) ' -o tls=starttls
stop
unset HOSTILE_CLIENT_CA
start external # which asks for no certificate, so that none is shown
external auditor auditor 4000 '^open auth tls .*not asked for the client certificate' -o tls=starttls
stop
unset HOSTILE_STARTTLS

echo "$count cases"
exit $failed
