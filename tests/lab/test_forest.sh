#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test_forest.sh COLLECT_FOREST SCENARIO: collects the lab's forest and compares the facts with what the seed put
# there (tests/lab/scenarios). Runs beside the domain controller, as the ordinary user 'auditor'.
set -eu
collect=$1
scenario=$2
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
failed=0

command -v sqlite3 >/dev/null 2>&1 || { echo "sqlite3 is not installed"; exit 77; }
ask() { sqlite3 "$folder/run.db" "$1"; }
# is EXPECTED SQL
is() {
  found=$(ask "$2")
  [ "$found" = "$1" ] && return
  printf 'expected: %s\nfound:    %s\nof:       %s\n' "$1" "$found" "$2"
  failed=1
}
# prints WORDS: the discovered servers
says() { grep -qF "$1" "$folder/out" || { echo "not discovered: $1"; cat "$folder/out"; failed=1; }; }

# A connector's account that nobody can see, and one of the exports.
"$collect" -o "$folder/run.db" -d "$LAB_DOMAIN" \
  -H connector,FABRIKAM,MSOL_4c81f2a09b7e,FAB-SYNC01,FAB-SYNC01 -H connector,,nobody,FAB-SYNC01, \
  -H server,,FAB-SYNC01,FAB-SYNC01,FAB-SYNC01 -H server,,FAB-SYNC02,FAB-SYNC02,FAB-SYNC02 >"$folder/out"
cat "$folder/out"

is 'ad_account ok,ad_forest ok,ad_right ok' "SELECT group_concat(x) FROM (SELECT source || ' ' || status AS x FROM coverage ORDER BY 1)"
is 'fabrikam.example 7 180 GSS-SPNEGO (Kerberos)' "SELECT root_domain || ' ' || functional_level || ' ' || tombstone_lifetime_d || ' ' || mechanism FROM ad_forest"
is 'FABRIKAM 1 14 0' "SELECT netbios_name || ' ' || collected || ' ' || min_password_length || ' ' || max_password_age_d FROM ad_domain"
is 'dc1.fabrikam.example Default-First-Site-Name 0' "SELECT name || ' ' || site || ' ' || read_only FROM ad_dc"
is 'fabrikam.onmicrosoft.com 5b1d7c2e-3f48-4a96-8d07-1e9c6a2b40f3' "SELECT tenant_name || ' ' || tenant_id FROM ad_scp WHERE dn LIKE 'CN=62a0ff2e%'"
is 'connector:description,connector:export,connector:name' "SELECT group_concat(role || ':' || how) FROM (SELECT role, how FROM ad_account_role JOIN ad_account a ON a.id = account_id WHERE sam = 'MSOL_4c81f2a09b7e' ORDER BY how)"
is 'FAB-SYNC01 fabrikam.onmicrosoft.com' "SELECT described_server || ' ' || described_tenant FROM ad_account WHERE sam = 'MSOL_4c81f2a09b7e'"
is '1' "SELECT count(*) FROM ad_account_role JOIN ad_account a ON a.id = account_id WHERE sam = 'ADSyncMSA4c81f\$' AND role = 'service' AND class = 'msDS-GroupManagedServiceAccount' AND gmsa_interval_d = 30"
is 'FAB-SYNC01,FAB-SYNC02' "SELECT group_concat(server) FROM (SELECT DISTINCT server FROM ad_account_role WHERE role = 'server' AND how = 'reader' ORDER BY 1)"
is '1' "SELECT count(*) FROM ad_gap WHERE topic = 'account' AND subject = 'nobody' AND status = 'denied'"
is 'MSOL_e07d5b3391fa > Authenticated Users > Pre-Windows 2000 Compatible Access' "SELECT path FROM ad_membership JOIN ad_account a ON a.id = account_id WHERE sam = 'MSOL_e07d5b3391fa' AND group_sid = 'S-1-5-32-554'"
is '1' "SELECT count(*) FROM ad_privileged WHERE sam = 't0-nora' AND member AND admin_count"
is '1' "SELECT count(*) <= 60 FROM footprint"
is '0' "SELECT count(*) FROM footprint WHERE detail LIKE '%unicodePwd%' OR status <> 'ok'"
is '0' "SELECT count(*) FROM ad_account WHERE sam LIKE 'u0%'"

case $scenario in
  clean)
    is 'FAB-SYNC01\$ windows,FAB-SYNC02\$ windows' "SELECT replace(group_concat(sam || ' ' || laps), '\$', '\\\$') FROM (SELECT sam, laps FROM ad_account WHERE sam LIKE 'FAB-SYNC%' ORDER BY 1)"
    is '1 100 2' "SELECT recycle_bin || ' ' || CAST(round(julianday('now') - julianday(krbtgt_password_set_at)) AS INTEGER) || ' ' || CAST(round(julianday('now') - julianday(backup_at)) AS INTEGER) FROM ad_forest, ad_domain"
    is '0' "SELECT count(*) FROM ad_membership JOIN ad_account_role r USING (account_id) WHERE privileged AND role IN ('connector', 'service')"
    is '0' "SELECT count(*) FROM ad_account_role WHERE role = 'suspect'"
    is '9' "SELECT count(DISTINCT sid) FROM ad_group WHERE purpose IN ('never_reveal', 'sync_admins', 'sync_operators', 'sync_browse', 'sync_password_set')"
    says 'server FAB-SYNC01|live|fabrikam.example|fabrikam.onmicrosoft.com|ADSyncMSA4c81f$, MSOL_4c81f2a09b7e|'
    [ "$(grep -c '^server' "$folder/out")" = 2 ] || { echo "more servers than two"; failed=1; }
    ;;
  over)
    is '0 700 120' "SELECT recycle_bin || ' ' || CAST(round(julianday('now') - julianday(krbtgt_password_set_at)) AS INTEGER) || ' ' || CAST(round(julianday('now') - julianday(backup_at)) AS INTEGER) FROM ad_forest, ad_domain"
    is 'MSOL_4c81f2a09b7e > T0-Ops-Inner > T0-Ops-Mid > T0-Ops > Domain Admins > Administrators' "SELECT path FROM ad_membership JOIN ad_account a ON a.id = account_id WHERE sam = 'MSOL_4c81f2a09b7e' AND group_sid = 'S-1-5-32-544' AND privileged"
    is 'svc-aadconnect-old' "SELECT group_concat(sam) FROM ad_account_role JOIN ad_account a ON a.id = account_id WHERE role = 'suspect'"
    is '3' "SELECT count(*) FROM ad_gmsa_reader WHERE member_of = ''"
    is 'legacy 1 1' "SELECT laps || ' ' || (laps_expires_at < datetime('now')) || ' ' || unconstrained_delegation FROM ad_account WHERE sam = 'FAB-SYNC02\$'"
    is '1' "SELECT acts_on_behalf = (SELECT sid FROM ad_account WHERE sam = 'FAB-SYNC03\$') FROM ad_account WHERE sam = 'AZUREADSSOACC\$'"
    is '1 0 0' "SELECT no_preauth || ' ' || not_delegated || ' ' || (encryption_types <> 4) FROM ad_account WHERE sam = 'MSOL_e07d5b3391fa'"
    is 'adm-former 0,adm-mueller 1' "SELECT group_concat(sam || ' ' || member) FROM (SELECT sam, member FROM ad_privileged WHERE sam LIKE 'adm-%' ORDER BY 1)"
    is '1' "SELECT count(*) FROM ad_gap WHERE topic = 'computer' AND subject = 'OLD-SYNC' AND status = 'denied'"
    is 'contoso.onmicrosoft.com' "SELECT tenant_name FROM ad_scp WHERE tenant_name <> 'fabrikam.onmicrosoft.com'"
    says 'server FAB-GHOST|ghost|'
    says 'server FAB-SYNC03|live|fabrikam.example|fabrikam.onmicrosoft.com|MSOL_bada55c0ffee|'
    says 'server OLD-SYNC|ghost|'
    ;;
esac
exit $failed
