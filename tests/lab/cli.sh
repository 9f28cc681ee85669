#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# cli.sh PROGRAM SOURCE: the command line against a real directory, scenario 'over': every way to log on, discover,
# an audit of exports and forest together. Run by lab.sh, with a ticket for auditor.
set -u
tickets=$KRB5CCNAME
. "$2/tests/cli/lib.sh"
passwords=$LAB_PASSWORDS/raw

# Ways to log on: the mechanism that discover tells.
by() { wanted=$1; shift; expect 0 discover "$LAB_DOMAIN" "$@"; says out "$wanted"; }
as() { for name in "$@"; do cp "$passwords/$name" "password.$name"; chmod 600 "password.$name"; done; }
as auditor
by "GSS-SPNEGO (Kerberos)"
by "GSSAPI" --ldap-auth kerberos
by "GSS-SPNEGO (Kerberos)" --dc "$LAB_DC"
by "GSS-SPNEGO (Kerberos)" --ccache "$tickets"
KRB5CCNAME=FILE:$work/none; export KRB5CCNAME
by "GSS-SPNEGO (Kerberos)" --user "auditor@$LAB_REALM" --password-file password.auditor
by "GSS-SPNEGO (Kerberos)" --user "auditor@$LAB_REALM" --password-command "cat '$work/password.auditor'"
CREDENTIALS_DIRECTORY=$work; export CREDENTIALS_DIRECTORY
mv password.auditor syncaudit.password.auditor
by "GSS-SPNEGO (Kerberos)" --user "auditor@$LAB_REALM" --password-credential auditor
as auditor
by "simple" --ldap-auth simple --ldap-tls ldaps --ca-file "$LAB_CA" --user "auditor@$LAB_DOMAIN" --password-file password.auditor
by "simple" --ldap-auth simple --ldap-tls starttls --ca-file "$LAB_CA" --user "auditor@$LAB_DOMAIN" --password-file password.auditor

# What stands in the way, by its name and with what to do about it.
fails() { wanted=$1; shift; expect 4 discover "$LAB_DOMAIN" "$@"; says out "could not be asked"; says out "$wanted"; says out "try: "; }
fails "Kerberos ticket"
printf 'wrong\n' >wrong; chmod 600 wrong
fails "password is wrong" --user "auditor@$LAB_REALM" --password-file wrong
fails "no-such-dc" --dc no-such-dc.fabrikam.example --user "auditor@$LAB_REALM" --password-file password.auditor
if grep -qF "$(cat "$passwords/auditor")" out err; then fail "a password is printed"; fi

# Discovered servers; then exports and forest together. From here on by the ticket.
KRB5CCNAME=$tickets
expect 0 discover "$LAB_DOMAIN" --snapshot found.sqlite
for name in FAB-SYNC01 FAB-SYNC02 FAB-SYNC03 FAB-GHOST OLD-SYNC; do says out "$name"; done
says out "MSOL_bada55c0ffee"
expect 0 discover "$LAB_DOMAIN" --format csv
[ "$(cut -d, -f2,3 out | tr -d '"\r' | grep -cE '^(FAB-SYNC01,live|FAB-SYNC02,ghost|FAB-SYNC03,live|FAB-GHOST,ghost|OLD-SYNC,ghost)$')" = 5 ] || fail "not these servers in these states"
expect 0 discover "$LAB_DOMAIN" --json
if command -v python3 >/dev/null 2>&1; then
  python3 -c 'import json, sys; d = json.load(open("out")); assert len(d["forests"][0]["servers"]) == 5 and d["forests"][0]["asked"]' || fail "not the JSON that was promised"
fi
expect 1 audit "$ACTIVE" "$STAGING" --domain "$LAB_DOMAIN" --snapshot over.sqlite -o json=over.json -o html=over.html
says out "Forests"; says out "$LAB_DOMAIN"; says_not out "not looked at"
[ "$(query over.sqlite "SELECT group_concat(source || ' ' || status, ', ') FROM (SELECT source, status FROM coverage JOIN target t ON t.id = target_id WHERE t.kind = 'forest' ORDER BY 1)")" = "ad_account ok, ad_forest ok, ad_right ok" ] || fail "not every source of the forest"
[ "$(query over.sqlite "SELECT count(*) FROM target WHERE location = ''")" = 0 ] || fail "servers that nobody named"
[ "$(query over.sqlite "SELECT group_concat(sam || ' ' || detail, ', ') FROM (SELECT a.sam, r.detail FROM ad_account_role r JOIN ad_account a ON a.id = r.account_id WHERE r.how = 'export' AND r.role = 'connector' ORDER BY 2)")" = "MSOL_4c81f2a09b7e FAB-SYNC01, MSOL_e07d5b3391fa FAB-SYNC02" ] || fail "accounts of the exports"
[ "$(query over.sqlite "SELECT count(*) > 10 FROM footprint")" = 1 ] || fail "no footprint"
# Alone.
got=0; "$PROGRAM" audit --domain "$LAB_DOMAIN" --no-hosts --snapshot alone.sqlite -o json=alone.json >out 2>err || got=$?
[ "$got" -eq 1 ] || [ "$got" -eq 3 ] || fail "exit $got of an audit without exports"
says out "not looked at FAB-SYNC01: known to $LAB_DOMAIN"; says_not out "not looked at OLD-SYNC"
[ "$(query alone.sqlite "SELECT group_concat(name, ' ') FROM (SELECT name FROM target WHERE location = '' ORDER BY 1)")" = "FAB-SYNC01 FAB-SYNC03" ] || fail "discovered servers"
[ "$(query alone.sqlite "SELECT count(*) FROM footprint WHERE protocol IN ('http', 'wsman')")" = 0 ] || fail "hosts were asked"
# Their Windows is asked, too, where nobody says otherwise; nothing listens here.
got=0; "$PROGRAM" audit --domain "$LAB_DOMAIN" --snapshot hosts.sqlite -o json=hosts.json >out 2>err || got=$?
[ "$got" -eq 1 ] || [ "$got" -eq 3 ] || fail "exit $got of an audit with discovered hosts"
says out "not collected FAB-SYNC01 its Windows: cannot connect to 'fab-sync01.$LAB_DOMAIN'"; says_not out "not looked at FAB-SYNC01"
# No password in what is kept.
for file in over.sqlite over.json over.html; do if grep -qaF "$(cat "$passwords/auditor")" $file; then fail "a password in $file"; fi; done
finish
