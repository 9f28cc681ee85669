#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# test_ldap_bind.sh PROBE SHIFT_CLOCK: every kind of logon and of failure against a real domain controller, within its deadline.
# Run by lab.sh with a ticket for auditor and LAB_STRONG=allow_sasl_over_tls.
set -u
probe=$1
clock=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "$LAB/run/ldap.XXXXXX")
ca=$LAB_CA
good=$LAB_PASSWORDS/auditor
base=DC=${LAB_DOMAIN//./,DC=}
helpers=
# shellcheck disable=SC2086 # several numbers are meant
trap '[ -z "$helpers" ] || kill $helpers 2>/dev/null' EXIT
failed=0
count=0
printf 'wrong' >"$work/wrong"
printf '' >"$work/empty"

# hostile ADDRESS:PORT MODE [CERT KEY]
hostile() {
  local address=$1
  shift
  mkfifo "$work/in.$address"
  HOSTILE_LISTEN=$address /usr/bin/python3 "$here/hostile_ldap.py" "$@" <>"$work/in.$address" >"$work/out.$address" &
  helpers="$helpers $!"
  for _ in $(seq 100); do [ -s "$work/out.$address" ] && return 0; sleep 0.05; done
  echo "no server at $address"
  exit 1
}

# expect LIMIT_MS REGULAR_EXPRESSION PROBE_OPTION...
expect() {
  local limit=$(($1 * ${SLACK:-1})) expected=$2 begin end out
  shift 2
  begin=$(date +%s%3N)
  out=$(timeout 60 env ${SHIFT:+LD_PRELOAD=$clock} "$probe" -o domain="$LAB_DOMAIN" -o connect=1000 "$@" 2>&1)
  end=$(date +%s%3N)
  out_of_probe=$out
  count=$((count + 1))
  if ! grep -qE -- "$expected" <<<"$out" || [ $((end - begin)) -gt "$limit" ]; then
    echo "FAILED: $*: expected '$expected' within $limit ms, took $((end - begin)) ms:"
    head -c 1500 <<<"$out"
    failed=1
  fi
}

me="-o user=auditor@$LAB_DOMAIN"
password="$me -o password_file=$good"
tls="-o tls=ldaps -o ca_file=$ca"
# shellcheck disable=SC2086 # options are several words
{
  # what works
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\) protection=sealed by Kerberos, AES256'
  expect 4000 'mechanism=GSSAPI protection=sealed by Kerberos, AES256' -o auth=kerberos
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\)' $password
  expect 4000 'mechanism=GSSAPI' $password -o auth=kerberos
  expect 4000 'mechanism=GSSAPI' $me -o auth=kerberos
  printf 'addent -password -p auditor@%s -k 1 -e aes256-cts-hmac-sha1-96\n%s\nwkt %s\nq\n' "$LAB_REALM" "$(cat "$good")" \
    "$work/keytab" | ktutil >/dev/null
  expect 4000 'mechanism=GSSAPI' -o keytab=FILE:$work/keytab -o auth=kerberos
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\)' -o keytab=FILE:$work/keytab $me
  expect 4000 '^open auth krb5 ' -o keytab=FILE:$work/keytab -o user=alice@$LAB_DOMAIN
  expect 4000 '^open auth krb5 .*no Kerberos ticket' -o user=nobody@$LAB_DOMAIN
  expect 4000 'mechanism=GSSAPI' -o user="${LAB_DOMAIN%%.*}\\auditor" -o password_file=$good -o auth=kerberos
  expect 4000 'mechanism=GSS-SPNEGO \(NTLM\) protection=sealed by NTLM, RC4' $password -o auth=ntlm
  expect 4000 'mechanism=GSS-SPNEGO \(NTLM\) protection=TLS 1.[23] with channel binding' $password -o auth=ntlm $tls
  expect 4000 'mechanism=simple protection=TLS 1.[23] ' $password -o auth=simple $tls
  expect 4000 'mechanism=simple protection=TLS 1.[23] ' $password -o auth=simple -o tls=starttls -o ca_file=$ca
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\) protection=TLS 1.[23] with channel binding' $tls
  expect 4000 'mechanism=GSSAPI protection=TLS 1.[23] with channel binding' -o auth=kerberos -o tls=starttls -o ca_file=$ca
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\) protection=TLS 1.[23] ' $tls -o no_binding=1
  expect 4000 'mechanism=GSSAPI' -o auth=kerberos -o gc=1
  expect 4000 'mechanism=GSS-SPNEGO \(Kerberos\) protection=TLS 1.[23] with channel binding' $tls -o gc=1
  expect 4000 '^entry CN=auditor,' $tls -o gc=1 -s subtree -f '(sAMAccountName=auditor)' -a cn
  expect 4000 "info server=$LAB_DC site=Default-First-Site-Name .*nc=$base .*clock=-?[0-2]\$"

  # what is read
  expect 9000 '^search ok' -s subtree -b "$base" -f '(objectClass=user)' -a cn
  expect 4000 '^attribute nTSecurityDescriptor 1' -s base -b "$base" -d 7 -a objectSid
  expect 4000 '^search internal' -s base -b "$base" -a nTSecurityDescriptor
  expect 4000 '^search not_found ldap 32' -s base -b "CN=nobody,$base" -a cn
  expect 4000 '^search input ldap 34' -s base -b "no name" -a cn
  expect 4000 '^search input ldap -7' -s base -b "$base" -f '(cn=' -a cn
  expect 4000 '^search not_found ldap 32' -s base -b 'DC=elsewhere,DC=invalid' -a cn
  expect 4000 '^search limit .*more than 5 entries' -s subtree -b "$base" -a cn -m 5
  expect 4000 '^event search .*subtree' -v -s subtree -b "$base" -f '(objectClass=group)' -a cn
  expect 4000 '^search ok' -s subtree -b "$base" -f '(isDeleted=TRUE)' -a cn -D
  expect 4000 '^value <GUID=[0-9a-f-]{36}>;<SID=S-1-5-21-[0-9-]*-500>;CN=Administrator,CN=Users,' -s base -b "CN=Domain Admins,CN=Users,$base" -a member -X
  expect 4000 "^entry CN=Domain Admins,CN=Users,$base\$" -s base -b "CN=Domain Admins,CN=Users,$base" -a member -X

  # who is there
  expect 2000 "^ping ok .*domain=$LAB_DOMAIN host=$LAB_DC .*site=Default-First-Site-Name" -P -o server=$LAB_DC
  expect 2000 '^ping not_found ' -P -o server=$LAB_DC -o domain=other.example
  expect 2000 '^ping network ' -P -o server=127.0.0.98
  expect 2000 "^dc $LAB_DC 389 " -L
  expect 2000 "^dc $LAB_DC 389 " -L -o site=Default-First-Site-Name
  expect 2000 "^dc $LAB_DC 389 " -L -o site=Nowhere
  expect 2000 "^dc $LAB_DC 389 " -L -o site='../x y'
  expect 2000 "^dc $LAB_DC 3268 " -L -o gc=1
  expect 6000 '^locate (not_found|network|timeout) dns' -L -o domain=nosuch.invalid
  expect 1000 '^locate input' -L -o domain='a b'

  # several at once
  expect 9000 '^search ok' -T 6 -s subtree -b "$base" -f '(objectClass=group)' -a cn
  expect 9000 '^search ok' -T 4 $password -o auth=kerberos -s subtree -b "$base" -f '(objectClass=group)' -a cn
  expect 9000 '^search ok' -T 4 $password -o auth=ntlm -s subtree -b "$base" -f '(objectClass=group)' -a cn
  expect 9000 '^search ok' -T 4 $tls -s subtree -b "$base" -f '(objectClass=group)' -a cn

  # what is refused
  expect 4000 '^open auth krb5 24 ' $me -o password_file=$work/wrong
  expect 4000 '^open auth krb5 24 ' $me -o password_file=$work/wrong -o auth=kerberos
  expect 4000 '^open auth krb5 6 ' -o user=nobody@$LAB_DOMAIN -o password_file=$good
  expect 4000 '^open auth ldap 49 ' $me -o password_file=$work/wrong -o auth=simple $tls
  expect 4000 '^open auth ldap 49 ' $me -o password_file=$work/wrong -o auth=ntlm
  expect 1000 '^open input .*empty' $me -o password_file=$work/empty -o auth=simple $tls
  expect 1000 '^open input .*without TLS' $password -o auth=simple
  expect 4000 '^open auth krb5 .*no Kerberos ticket' -o ccache=FILE:$work/none
  expect 4000 '^open (auth|not_found) krb5 ' -o keytab=FILE:$work/none
  expect 4000 '^open auth krb5 7 .*service principal name' $password -o server=$LAB_IP
  expect 6000 '^open auth krb5 6 ' -o user=a@nowhere.invalid -o password_file=$good # a UPN suffix that is no realm
  expect 4000 '^open protocol tls (19|20|21) ' $password -o auth=simple -o tls=ldaps -o ca_file=$LAB/tls/other-ca.crt
  expect 4000 '^open protocol tls (19|20|21) ' $password -o auth=simple -o tls=starttls -o ca_file=$LAB/tls/other-ca.crt
  expect 1000 '^open input .*cannot be read' $tls -o ca_file=$work/none
  expect 4000 '^open network errno 111 ' $password -o server=127.0.0.98
  expect 6000 '^open (not_found|network|timeout) dns ' $password -o domain=nosuch.invalid
  expect 6000 '^open network dns ' $password -o server=nosuch.$LAB_DOMAIN

  # an expired ticket
  kinit -l 1s -c "FILE:$work/short" "auditor@$LAB_REALM" <"$good" >/dev/null 2>&1
  expect 4000 '^open (ok|auth krb5 32)' -o ccache=FILE:$work/short
  sleep 2
  expect 4000 '^open auth krb5 32 .*expired' -o ccache=FILE:$work/short

  # a clock that is wrong: by more than Kerberos allows a ticket is of no use; a new one is made to fit
  SHIFT=200 expect 4000 'mechanism=GSSAPI' -o auth=kerberos
  for shift in 400 -400 7200 -7200; do
    SHIFT=$shift expect 4000 '^open auth krb5 37 .*clock skew' -o auth=kerberos
    SHIFT=$shift expect 4000 '^open auth krb5 37 .*clock skew'
    SHIFT=$shift expect 4000 'mechanism=GSSAPI' $password -o auth=kerberos
    SHIFT=$shift expect 4000 "clock=$((-shift / 100))[0-9][0-9]\$" $password
  done

  # controllers that are dead, mute, cut off, or something else: the next one is asked
  hostile 127.0.0.31:389 mute
  hostile 127.0.0.31:636 mute
  hostile 127.0.0.32:389 bind_cut
  hostile 127.0.0.33:389 garbage
  hostile 127.0.0.34:636 none "$LAB/tls/dc1.crt" "$LAB/tls/dc1.key"
  expect 4000 "^info server=$LAB_DC " -o server=127.0.0.98 -o server=$LAB_DC $password -o auth=ntlm
  expect 5000 "^info server=$LAB_DC " -o server=127.0.0.31 -o server=$LAB_DC $password -o auth=ntlm -o call=1500
  expect 5000 "^info server=$LAB_DC " -o server=127.0.0.32 -o server=$LAB_DC $password -o auth=ntlm
  expect 3500 '^open timeout ldap ' -o server=127.0.0.31 $password -o auth=ntlm -o call=1500
  expect 4000 '^open timeout tls ' -o server=127.0.0.31 $password -o auth=simple $tls -o call=1500
  expect 3500 '^open timeout ldap ' -o server=127.0.0.31 $password -o auth=simple -o tls=starttls -o ca_file=$ca -o call=1500
  expect 2500 '^open timeout ' -o server=127.0.0.31 $password -o auth=ntlm -o deadline=1000
  expect 2500 '^open cancelled ' -o server=127.0.0.31 $password -o auth=ntlm -o cancel=500
  expect 4000 '^open protocol .*no LDAP' -o server=127.0.0.33 $password -o auth=ntlm
  expect 4000 '^open protocol tls (62|64) .*another name' -o server=127.0.0.34 $password -o auth=simple $tls
  # a refused logon is not tried elsewhere
  expect 4000 '^open auth ldap 49 ' -o server=$LAB_DC -o server=127.0.0.31 $me -o password_file=$work/wrong -o auth=ntlm

  # a KDC that is away, and one that takes the connection and is silent
  sed "s/kdc = .*/kdc = 127.0.0.98/; s/dns_lookup_kdc = true/dns_lookup_kdc = false/" "$KRB5_CONFIG" >"$work/away.conf"
  sed "s/kdc = .*/kdc = 127.0.0.31:389/; s/dns_lookup_kdc = true/dns_lookup_kdc = false/" "$KRB5_CONFIG" >"$work/mute.conf"
  KRB5_CONFIG=$work/away.conf expect 6000 '^open network krb5 156 ' $password
  KRB5_CONFIG=$work/mute.conf expect 4500 '^open timeout krb5 .*KDC' $password -o deadline=1500
  KRB5_CONFIG=$work/mute.conf expect 4500 '^event ticket ' -v $password -o deadline=1500
  KRB5_CONFIG=$work/mute.conf expect 4500 '^event ticket ' -v $password -o cancel=800

  # DNS that names other hosts as domain controllers: they are not shown a password
  cp /etc/resolv.conf "$work/resolv.conf"
  /usr/bin/python3 "$here/srv_dns.py" 127.0.0.54 "$LAB_DC" >"$work/dns" &
  helpers="$helpers $!"
  for _ in $(seq 100); do [ -s "$work/dns" ] && break; sleep 0.05; done
  echo 'nameserver 127.0.0.54' >/etc/resolv.conf # the lab's own
  expect 4000 '^open denied dns .*not shown to hosts outside' -o domain=other.example $password -o auth=simple $tls
  expect 4000 '^open denied dns .*not shown to hosts outside' -o domain=other.example $password -o auth=ntlm
  expect 4000 '^open denied dns .*not shown to hosts outside' -o domain=c1.fabrikam.example $password -o auth=ntlm
  expect 4000 'mechanism=GSSAPI' -o domain=other.example $password -o auth=kerberos
  expect 4000 'mechanism=GSSAPI' -o domain=other.example -o realm=$LAB_DOMAIN -o user='FABRIKAM\auditor' -o password_file=$good -o auth=kerberos
  expect 4000 'mechanism=simple' $password -o auth=simple $tls

  # several controllers: whoever answers a ping tells our site, and its controllers come first
  echo '127.0.0.98 away.fabrikam.example' >>/etc/hosts # the lab's own
  kill "${helpers##* }"
  /usr/bin/python3 "$here/srv_dns.py" 127.0.0.54 away.$LAB_DOMAIN $LAB_DC DR-Site/$LAB_DC >"$work/dns2" &
  helpers="$helpers $!"
  for _ in $(seq 100); do [ -s "$work/dns2" ] && break; sleep 0.05; done
  for _ in 1 2 3 4 5 6; do
    expect 4000 'mechanism=GSSAPI' -v -o auth=kerberos
    grep -q "^event ping $LAB_DC 'DR-Site' 0 " <<<"$out_of_probe" && grep '^event connect' <<<"$out_of_probe" | head -n 1 | grep -qF "$LAB_DC" && continue
    echo "FAILED: the site is not learnt: $(grep '^event' <<<"$out_of_probe")"
    failed=1
  done
  # A site that is named needs no ping.
  expect 4000 "^dc $LAB_DC 389 " -L -o site=DR-Site
  cat "$work/resolv.conf" >/etc/resolv.conf
}
echo "$count cases"
exit $failed
