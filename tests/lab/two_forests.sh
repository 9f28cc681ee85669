#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# two_forests.sh PROGRAM SOURCE: several forests in one run, each with credentials and coverage of its own; one that
# cannot be asked stops no other. Run by lab.sh with both forests and a ticket for auditor of the first.
set -u
tickets=$KRB5CCNAME
. "$2/tests/cli/lib.sh"
KRB5CCNAME=$tickets

cp "$LAB_PASSWORDS/raw/auditor" password; chmod 600 password
printf 'wrong\n' >wrong; chmod 600 wrong
cat >two.yaml <<EOT
servers:
  - {export: $ACTIVE, role: active}
  - {export: $STAGING, role: staging}
forests:
  - domain: $LAB_DOMAIN
  - domain: $LAB_DOMAIN2
    user: auditor@$LAB_REALM2
    password_file: password
  - domain: nowhere.example
    user: auditor@NOWHERE.EXAMPLE
    password_file: wrong
EOT
expect 1 audit -c two.yaml --snapshot two.sqlite -o json=two.json -o html=two.html -o csv=two
coverage="SELECT group_concat(line, ';') FROM (SELECT t.name || ' ' || group_concat(DISTINCT c.status = 'ok') AS line
  FROM target t JOIN coverage c ON c.target_id = t.id WHERE t.kind = 'forest' GROUP BY t.id ORDER BY t.name)"
[ "$(query two.sqlite "$coverage")" = "$LAB_DOMAIN 1;nowhere.example 0;$LAB_DOMAIN2 1" ] || fail "coverage: $(query two.sqlite "$coverage")"
says out "nowhere.example"
# Each has its own accounts; hints of one forest's servers are not looked for in another.
accounts="SELECT group_concat(sam, ' ') FROM (SELECT DISTINCT a.sam FROM ad_account a JOIN target t ON t.id = a.target_id
  JOIN ad_account_role r ON r.account_id = a.id WHERE t.name = '$LAB_DOMAIN2' AND r.role = 'connector' ORDER BY 1)"
[ "$(query two.sqlite "$accounts")" = MSOL_7a115b1ac0de ] || fail "accounts of the second forest: $(query two.sqlite "$accounts")"
[ "$(query two.sqlite "SELECT count(*) FROM ad_gap g JOIN target t ON t.id = g.target_id WHERE t.name = '$LAB_DOMAIN2' AND g.subject LIKE '%FAB-SYNC%'")" = 0 ] || fail "servers of one forest are looked for in another"
# Exports of the first forest's servers do not make strangers of the second one's accounts.
[ "$(query two.sqlite "SELECT standing FROM sync_account WHERE name LIKE 'TAILSPIN%MSOL%'")" = uncertain ] || fail "the second forest's account is judged by the first one's exports"
# Nothing passes in the forest that was not asked.
[ "$("$PROGRAM" report two.sqlite -o csv=again >/dev/null 2>&1; grep -c '"nowhere.example".*"pass"' again/findings.csv)" = 0 ] || fail "a check passes on a forest that was not asked"
# One user's tickets for both, chosen by name.
expect 0 discover "$LAB_DOMAIN2" --user "auditor@$LAB_REALM2"
says out "TAIL-SYNC01"
# Without a name, each is asked with the ticket of its own realm.
expect 0 discover "$LAB_DOMAIN" "$LAB_DOMAIN2"
says out "FAB-SYNC01"; says out "TAIL-SYNC01"
expect 0 discover "$LAB_DOMAIN2" --ccache "$tickets"
says out "TAIL-SYNC01"
# A cache that is named is taken, whatever others there are.
expect 4 discover "$LAB_DOMAIN2" --ccache "$(klist -l | sed -n "s/^auditor@$LAB_REALM  *//p" | sed 's/ *(Expired).*//')"
# An ended ticket of the right realm does not take the place of a good one.
kinit -l 1s "auditor@$LAB_REALM2" <"$LAB_PASSWORDS/auditor" >/dev/null 2>&1; sleep 2; kswitch -p "auditor@$LAB_REALM"
expect 4 discover "$LAB_DOMAIN2"
expect 0 discover "$LAB_DOMAIN"
finish
