#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# doctor.sh PROGRAM SOURCE: what doctor says of a lab where all is well, and where something is not. Run by lab.sh with a
# ticket for auditor and LAB_WINRM=winrm/fleets/doctor.yaml.
set -u
own=$KRB5CCNAME
. "$2/tests/cli/lib.sh"
one=fab-sync01.$LAB_DOMAIN
two=fab-sync02.$LAB_DOMAIN
ca="--ca-file $LAB_CA"
# Lines are broken where the terminal ends.
line() {
  awk '/^          / { sub(/^ +/, " "); printf "%s", $0; next } { printf "\n%s", $0 }' out | grep -qE -- "^  $1 +$2 .*$3" ||
    fail "no line '$1 $2 $3'"
}
logon() {
  export KRB5CCNAME=FILE:$work/$1.cc
  kinit "$1@$LAB_REALM" <"$LAB_PASSWORDS/$1" >/dev/null || fail "kinit $1"
}

# All is well: what was seen, of a host and of a forest.
expect 0 doctor "$one" --domain "$LAB_DOMAIN"
line ok name "$one: 127.0.0.21"
line ok port "5985 .*open"
line ok ticket "auditor@$LAB_REALM, until 20"
line ok SPN "HTTP/$one@$LAB_REALM has a ticket, AES256"
line ok SPN "host/$one@$LAB_REALM"
line ok logon "Kerberos, sealed by Kerberos"
line ok clock "as ours|within"
line ok WS-Man "Microsoft Corporation"
for ns in root/cimv2 root/StandardCimv2 root/Microsoft/Windows/Defender; do line ok namespace "$ns"; done
line ok settings "configuration"
line ok "event logs" "Security among them"
line ok registry "is read by shell"
line ok product "ADSync is installed"
line skipped certificate "no TLS"
line ok locate "DNS names 1 domain controller"
line ok port "88 \(Kerberos\) is open"
line ok logon "$LAB_DC, GSS-SPNEGO \(Kerberos\): sealed by Kerberos"
line ok read "descriptor"
says_not out "  problem "
cp "$LAB_PASSWORDS/raw/auditor" password; chmod 600 password
expect 0 doctor --domain "$LAB_DOMAIN" --ldap-tls ldaps $ca --ldap-auth simple --user "auditor@$LAB_DOMAIN" --password-file password
line ok logon "simple: TLS 1"; line skipped ticket "not by Kerberos"; says out "All is well"
# What Samba, unlike Windows, refuses.
expect 4 doctor --domain "$LAB_DOMAIN" --ldap-tls ldaps $ca; line problem logon "signing"; says out "unknown: STG-009, ACC-001"
expect 0 doctor "$two" --https $ca
line ok certificate "CN=fab-sync02.*issued by CN=.*days left"
line note port "5985 .*refused; not needed here"
line ok logon "TLS 1.3 with channel binding"
# Who is asked is told by the configuration, too; and the same for machines.
printf 'servers:\n  - host: %s\nforests:\n  - domain: %s\n' "$one" "$LAB_DOMAIN" >doctor.yaml
expect 0 doctor -c ./doctor.yaml --format json
/usr/bin/python3 - <<'EOF' || fail "the JSON of doctor"
import json
report = json.load(open("out"))
assert report["exit"] == 0 and [t["kind"] for t in report["targets"]] == ["host", "forest"]
assert all(t["reached"] and t["problems"] == 0 for t in report["targets"])
assert {l["finding"] for t in report["targets"] for l in t["lines"]} <= {"ok", "note", "skipped"}
EOF
expect 0 doctor -c ./doctor.yaml "$one"; says_not out "forest"

# Names, ports, addresses.
expect 4 doctor "nowhere.$LAB_DOMAIN"
line problem name "no address for"; says out "try: check the name"; line problem SPN "HTTP/nowhere"
expect 4 doctor "$two"; line problem port "5985 .*[Rr]efused"; says out "winrm quickconfig"; line skipped logon ""
expect 4 doctor 127.0.0.21; line problem ticket "is an address"; says out "full DNS name"
expect 4 doctor --domain nosuch.invalid --forest-timeout 20; line problem locate ""
# One host's trouble is that host's.
expect 3 doctor "$one" "nowhere.$LAB_DOMAIN"; line ok registry "shell"; line problem name "no address"

# Certificates, clocks.
expect 4 doctor "$one" --https --ca-file "$LAB/tls/other-ca.crt"
line problem certificate "is refused: its (issuer|authority) is not trusted"; says out "SHA-256"
expect 3 doctor "$one" --winrm-port 5991; line problem clock "(599|600|601) s ahead of ours"

# Tickets.
KRB5CCNAME=FILE:$work/none.cc expect 4 doctor "$one"; line problem ticket "no Kerberos ticket"; says out "run kinit"
export KRB5CCNAME=FILE:$work/ended.cc
kinit -l 1s "auditor@$LAB_REALM" <"$LAB_PASSWORDS/auditor" >/dev/null && sleep 2
expect 4 doctor "$one" --domain "$LAB_DOMAIN"; line problem ticket "expired"
printf 'wrong' >wrong; chmod 600 wrong
expect 4 doctor "$one" --user "auditor@$LAB_REALM" --password-file wrong; line problem ticket "password"

# Accounts that may ask little: which checks that costs.
logon alice
expect 3 doctor "$one"
line ok namespace "root/cimv2 answers"
line problem namespace "root/StandardCimv2.*denied"; says out "NET-003, NET-004"
line problem settings "denied"; says out "no pass: NET-006"
line problem registry "denied|StdRegProv"; says out "MON-003"
logon bob
expect 3 doctor "$one" --check NET-004 --no-remote-files
line problem namespace "root/cimv2.*denied"; says out "unknown: NET-004"; says_not out "MON-003"
expect 3 doctor "$one" --format json
/usr/bin/python3 - <<'EOF' || fail "the JSON of an account without rights"
import json
target = json.load(open("out"))["targets"][0]
assert target["reached"] and target["problems"] > 5 and "MON-001" in target["unknown"]
assert all(l["hint"] for l in target["lines"] if l["finding"] == "problem")
EOF
export KRB5CCNAME="$own"

# Usage.
expect 2 doctor; one_error; says err "nothing to look at"
expect 2 doctor 'a b'; one_error
expect 2 doctor "$ACTIVE"; one_error
expect 2 doctor "$one" --format csv; one_error
# No shell and no enumeration is left behind.
[ "$(curl -sS "http://$one:5985/lab/counters" | /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin).get("shells_open", 0))')" = 0 ] || fail "a shell is left behind"
if grep -qrF "$(cat "$LAB_PASSWORDS/raw/auditor")" out err; then fail "a password is printed"; fi
finish
