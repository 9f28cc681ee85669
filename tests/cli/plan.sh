#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# plan: what an audit would ask, without asking. Every table of operations is in it; nothing is contacted, no password is
# fetched, nothing is written.
set -u
. "$2/tests/cli/lib.sh"
host="--host sync01.fabrikam.example"

expect 2 plan; one_error; says err "no server to look at"
expect 2 plan $host --format csv; one_error; says err "table or json"
expect 2 plan $host --check 'NO-*'; one_error; says err "no check is selected"
expect 2 plan $host --powershell shell; one_error; says err "auto, script, jea, command or off"
expect 2 plan $host --powershell off --configuration X; one_error; says err "leave one of them out"
expect 2 plan -c nothing.yaml; says err "nothing.yaml"

# One host: who, how, by which right, for which checks.
expect 0 plan $host
says out "Nothing has been contacted"
says out "http://sync01.fabrikam.example:5985/wsman"
says out "whoever the Kerberos ticket names; each message sealed"
says out "Microsoft.PowerShell"
says out "right: CIM namespace: Enable Account, Remote Enable"
says out "right: local administrator"
says out "root/cimv2/Win32_Service"
says out "MON-001"
says out "A temporary folder, removed again at once"
says out "snapshot syncaudit-<run>.sqlite"
says_not out "LDAP"
[ ! -s err ] || fail "a plan complains"
[ -z "$(ls -A home)" ] && [ "$(ls | tr '\n' ' ')" = "err home out " ] || fail "a plan writes files"

# Nothing is written on servers when that is said, and nothing without PowerShell.
expect 0 plan $host --no-remote-files; says_not out "temporary folder on the server"; says out "Nothing."
expect 0 plan $host --powershell off; says out "not asked"; says out "Nothing."; says_not out "by PowerShell"
expect 0 plan $host --powershell jea; says out "session configuration SyncAudit, its function Get-SyncAuditFact"
expect 0 plan $host --configuration Audit; says out "session configuration Audit: its function Get-SyncAuditFact, or a script"

# A password is not fetched, a ticket is not looked at.
expect 0 plan $host --user a@B --password-command 'touch fetched'
[ ! -e fetched ] || fail "a plan ran the password command"
expect 0 plan --domain fabrikam.example --user a@B --ask-password; says out "every sync server that fabrikam.example knows of"

# With a forest and exports.
expect 0 plan --domain fabrikam.example --dc dc1.fabrikam.example --ldap-tls ldaps
says out "dc1.fabrikam.example"; says out "LDAPS (port 636)"; says out "nTSecurityDescriptor without the SACL"
expect 0 plan --domain fabrikam.example --no-hosts; says_not out "by PowerShell"; says out "not asked"
expect 0 plan --active "$ACTIVE" --staging "$STAGING"; says out "FAB-SYNC01"; says out "should be"
says out "Nothing."; says_not out "CIM namespace"; says_not out "Rights, and"
# What an export brings is no longer unknown.
expect 0 plan "$STAGING" --check SYN-009; says_not out "stays unknown"
expect 0 plan $host --powershell off --check SYN-009; says out "stays unknown"; says out "SYN-009"

# A configuration does the whole thing.
cat >all.yaml <<'EOF'
servers:
  - {host: sync01.fabrikam.example, role: active, pair: one}
  - host: sync02.fabrikam.example
    role: staging
    pair: one
    winrm: {https: true, powershell: jea, configuration: Audit}
forests: [{domain: fabrikam.example}]
run_days: 30
EOF
expect 0 plan -c ./all.yaml
says out "https://sync02.fabrikam.example:5986/wsman"; says out "session configuration Audit, its function"
says out "Asked of Active Directory"

# For machines: the same, whole.
expect 0 plan -c ./all.yaml --format json
cp out plan.json
if command -v python3 >/dev/null 2>&1; then
  python3 - <<'EOF' || fail "the JSON of a plan"
import json
plan = json.load(open("plan.json"))
assert plan["schema"] == 1 and plan["contacted"] is False
assert [s["name"] for s in plan["servers"]] == ["SYNC01", "SYNC02"]
assert plan["servers"][1]["winrm"]["powershell"] == "jea" and plan["servers"][1]["winrm"]["writes_files"] is True
assert plan["forests"][0]["domain"] == "fabrikam.example"
asks = {(a["way"], a["name"]): a for a in plan["asks"]}
assert "MON-001" in asks["WinRM", "service"]["judges"]
assert asks["PowerShell", "configuration"]["writes_files"] and "SYN-009" in asks["PowerShell", "configuration"]["judges"]
assert asks["LDAP", "ad_right"]["judges"]
rights = {a["right"] for a in plan["asks"]}
assert rights == {r["right"] for r in plan["rights"]}
admin = [r for r in plan["rights"] if r["right"] == "local administrator"][0]
assert "NET-006" not in admin["without_it_unknown"] or "NET-006" in asks["WinRM", "winrm_config"]["judges"]
assert any(o["operation"] == "Invoke" and o["method"] == "EnumKey" for o in plan["can_be_sent"])
EOF
fi

# Names are data.
expect 0 plan "$(printf 'x\033[31m')" --host a.example; grep -q "$(printf '\033')" out && fail "a plan commands the terminal"
finish
