#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Active Directory on the command line, as far as no directory is needed: options and their mistakes, password
# files, a domain that is not there. (unit/forest_settings has every contradiction; tests/lab asks a real one.)
set -u
. "$2/tests/cli/lib.sh"

# What help says.
expect 0 help audit; says out "--domain DOMAIN"; says out "--password-file FILE"; says out "kinit"
expect 0 help discover; says out "--dc HOST"; says_not out "--fail-on"
expect 0 help; says out "discover"
expect 2 evaluate --domain x.example y; one_error; says err "no option '--domain'"

# Mistakes are found before anything is asked or written.
expect 2 audit; one_error; says err "no server to look at"; says err "--domain"
expect 2 discover; one_error; says err "no domain to ask"
expect 2 discover "fabrikam example"; one_error; says err "not the name of a domain"
expect 2 discover ldap://dc1.fabrikam.example; one_error; says err "--dc"
expect 2 audit --domain a.example --domain A.EXAMPLE; one_error; says err "named twice"
expect 2 discover a.example --domain a.example; one_error; says err "named twice"
expect 2 audit --domain a.example --ldap-auth plain; one_error; says err "negotiate, kerberos, ntlm, simple or external"
expect 2 audit --domain a.example --ldap-tls 1.2; one_error; says err "none, starttls or ldaps"
expect 2 audit --domain a.example --ldap-auth simple --user x --ask-password; one_error; says err "in the clear"
expect 2 audit "$ACTIVE" --user x; one_error; says err "no domain is named"
expect 2 audit --domain a.example --forest-timeout 0; one_error; says err "--forest-timeout"
expect 2 audit --domain a.example --password geheim; one_error; says err "no option '--password'"
expect 2 audit --domain a.example --keytab absent; one_error; says err "absent"

# Passwords.
printf 'geheim\n' >open; chmod 644 open
expect 2 discover a.example --user x --password-file open; one_error; says err "'open'"; says err "by others"; says err "chmod 600"
expect 2 discover a.example --user x --password-file absent; one_error; says err "absent"
expect 2 discover a.example --user x --password-file .; one_error; says err "not a regular file"
expect 2 discover a.example --user x --password-file open --ask-password; one_error; says err "two places"
: >empty; chmod 600 empty
expect 2 discover a.example --user x --password-file empty; one_error; says err "first line is empty"
expect 2 discover a.example --user x --password-command 'echo geheim; exit 7'; one_error; says err "exit code 7"
expect 2 discover a.example --user x --password-credential corp; one_error; says err "CREDENTIALS_DIRECTORY"
got=0; setsid -w "$PROGRAM" discover a.example --user x --ask-password >out 2>err </dev/null || got=$?
[ "$got" -eq 2 ] || fail "exit $got without a terminal"
one_error; says err "no terminal"
SYNCAUDIT_PASSWORD_FILE=open SYNCAUDIT_USER=x expect 2 discover a.example; one_error; says err "by others"
if grep -q geheim out err; then fail "a password is printed"; fi
[ -z "$(ls *.sqlite* 2>/dev/null)" ] || fail "a snapshot was written although the options were wrong"

# The configuration.
printf 'forests:\n  - domain: a.example\n    pasword_file: x\n' >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "bad.yaml:3:5"; says err "password_file"
printf 'forests:\n  - domain: a.example\n    password: geheim\n' >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "bad.yaml:3:5"; says_not err "geheim"
printf 'forests:\n  - domain: a.example\n    auth: ntlm\n' >bad.yaml
expect 2 audit -c bad.yaml; one_error; says err "bad.yaml:2:5"; says err "needs a user"
printf 'forests:\n  - domain: nowhere.invalid\n' >syncaudit.yaml
expect 2 audit --snapshot stray.sqlite; one_error; says err "syncaudit.yaml:2:5"; says err "-c FILE"
expect 2 evaluate absent.sqlite; says_not err "forests"
rm syncaudit.yaml

# Every forest of the example is accepted, and their passwords are fetched: only then the snapshot fails.
sed -e '/^# forests:/,/^$/s/^# //' -e 's/pass show audit\/partner/echo partner/' "$SOURCE/examples/syncaudit.yaml" >example.yaml
grep -q '^forests:' example.yaml || fail "the example has no forests"
cp -r "$SOURCE/examples/checks" checks; mkdir secrets
for file in audit.keytab acquired.password partner-ca.pem audit.pem audit.key syncaudit.password.joint; do echo x >secrets/$file; done
chmod 600 secrets/*
CREDENTIALS_DIRECTORY=$work/secrets expect 2 discover -c example.yaml --snapshot example.yaml; one_error; says err "exists already"
for key in domain name servers site auth tls user password_file password_command password_credential ccache keytab ca_file cert_file key_file accounts discover; do
  grep -qE "^ +(- )?$key: " example.yaml || fail "the example does not show '$key'"
done

# A domain that DNS does not know: the run says so, and goes on without it.
expect 4 discover nowhere.invalid
says out "nowhere.invalid could not be asked"; says out "DNS"; says out "try: "
[ -z "$(ls *.sqlite* 2>/dev/null)" ] || fail "discover keeps a snapshot that nobody named"
expect 4 discover nowhere.invalid --snapshot kept.sqlite; says out "kept.sqlite"
[ "$(query kept.sqlite "SELECT kind || ' ' || name || ' ' || location FROM target")" = "forest nowhere.invalid nowhere.invalid" ] || fail "the forest is not a target"
[ "$(query kept.sqlite "SELECT count(*) FROM coverage WHERE status = 'ok'")" = 0 ] || fail "something was collected"
expect 4 discover nowhere.invalid --json; says out '"asked": false'
expect 4 discover nowhere.invalid --format csv; says out "forest,name,state"; says err "DNS"
expect 4 audit --domain nowhere.invalid --snapshot a.sqlite -o json=a.json; says out "not collected"
expect 1 audit "$ACTIVE" "$STAGING" --domain nowhere.invalid --snapshot b.sqlite -o json=b.json
says out "not collected"; says out "FAB-SYNC02"
[ "$(query b.sqlite "SELECT count(*) FROM parity_difference WHERE class = 'drift'")" = 5 ] || fail "the forest's trouble changed the servers"
expect 3 audit "$ACTIVE" "$STAGING" --domain nowhere.invalid --check 'PAR-001' --min-coverage 0 --fail-on critical --snapshot c.sqlite -o json=c.json
expect 3 collect "$ACTIVE" --domain nowhere.invalid --snapshot d.sqlite; says out "1 servers and forests collected, 0 in part, 1 not at all"
finish
