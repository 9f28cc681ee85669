#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# jea generate: the files of an endpoint, whole or not at all, for what is selected; names are data.
set -u
. "$2/tests/cli/lib.sh"
group='FABRIKAM\SyncAuditors'

expect 2 jea; one_error; says err "jea generate --output FOLDER"
expect 2 jea make; one_error
expect 2 jea generate --group "$group"; one_error; says err "--output FOLDER"
expect 2 jea generate --output kit; one_error; says err "--group"
for bad in SyncAuditors 'A\B\C' '\B' 'A\' 'A\B:C' 'A\B@c' "$(printf 'A\\\\B\nC')"; do
  expect 2 jea generate --output kit --group "$bad"; one_error; says err "DOMAIN\\name"
done
expect 2 jea generate --output kit --group "$group" --configuration '../x'; one_error
expect 2 jea generate --output kit --group "$group" --gmsa gmsa; one_error
expect 2 jea generate --output kit --group "$group" --transcripts '\\server\share'; one_error; says err "D:\\Transcripts"
expect 2 jea generate --output kit --group "$group" --source schedule; one_error; says err "did you mean 'scheduler'?"
expect 2 jea generate --output kit --group "$group" --check 'NO-*'; one_error
[ ! -e kit ] || fail "files of a kit that was refused"

expect 0 jea generate --output kit --group "$group"
says out "an endpoint with"; says out "syncaudit doctor SERVER --configuration SyncAudit"
for file in SyncAudit/SyncAudit.psd1 SyncAudit/SyncAudit.psm1 SyncAudit/RoleCapabilities/SyncAuditReader.psrc \
  SyncAudit.pssc Install-SyncAudit.ps1 Grant-SyncAuditNamespace.ps1 README.txt matrix.txt matrix.csv; do
  [ -s "kit/$file" ] || fail "$file is not there"
  case $file in *.ps*)
    [ "$(head -c 3 "kit/$file" | od -An -tx1 | tr -d ' \n')" = efbbbf ] || fail "$file: Windows PowerShell would not read it as UTF-8"
    [ "$(grep -c '' "kit/$file")" = "$(grep -c "$(printf '\r')\$" "kit/$file")" ] || fail "$file: line ends"
    LC_ALL=C grep -q "@[A-Z_]*@" "kit/$file" && fail "$file has a gap"
    ;;
  esac
done
grep -q "@[A-Z_]*@" kit/README.txt && fail "the README has a gap"
kit() { grep -qF -- "$2" "kit/$1" || fail "$1 does not say '$2'"; }
kit_not() { grep -qF -- "$2" "kit/$1" && fail "$1 says '$2'"; return 0; }
kit SyncAudit.pssc "SessionType = 'RestrictedRemoteServer'"
kit SyncAudit.pssc "RunAsVirtualAccount = \$true"
kit SyncAudit.pssc "'FABRIKAM\\SyncAuditors' = @{ RoleCapabilities = 'SyncAuditReader' }"
kit SyncAudit.pssc "'Administrators'"
kit SyncAudit/RoleCapabilities/SyncAuditReader.psrc "VisibleFunctions = 'Get-SyncAuditFact'"
kit SyncAudit/SyncAudit.psm1 "function Get-SyncAuditFact {"
kit SyncAudit/SyncAudit.psm1 'param([string]$Source'
kit Grant-SyncAuditNamespace.ps1 "'root/StandardCimv2'"
kit matrix.txt "without it unknown"
kit matrix.csv "PowerShell"
# What the program asks is what the endpoint answers: same names in the plan, the module and the matrix.
expect 0 plan --host a.example --format json
for name in $(grep -B1 '"way": "PowerShell"' out | sed -n 's/.*"name": "\(.*\)",/\1/p'); do
  kit SyncAudit/SyncAudit.psm1 "$name"; kit matrix.csv "$name"; kit README.txt "$name"
done

# A folder with something in it is left alone unless that is said; the same kit has the same bytes.
cp -r kit first
expect 2 jea generate --output kit --group "$group"; one_error; says err "not empty"
expect 0 jea generate --output kit --group "$group" --overwrite --quiet
[ ! -s out ] || fail "--quiet prints"
diff -r kit first >/dev/null || fail "two kits of the same selection differ"
rm -r kit first

# Less is asked for: nobody is an administrator.
expect 0 jea generate --output kit --group "$group" --no-remote-files --configuration Audit.2
kit_not Audit.2.pssc "Administrators"; kit Audit.2.pssc "'ADSyncOperators', 'ADSyncBrowse'"
kit_not SyncAudit/SyncAudit.psm1 "user_right"; kit_not matrix.csv "user_right"
kit Install-SyncAudit.ps1 "\$name = 'Audit.2'"
rm -r kit
expect 0 jea generate --output kit --group "$group" --source scheduler --source run_history
says out "an endpoint with 3 operations"; kit SyncAudit/SyncAudit.psm1 "engine scheduler run_history"
rm -r kit
expect 0 jea generate --output kit --group "$group" --check SYN-009
kit matrix.csv "SYN-009"; kit_not matrix.csv "MON-001"; kit_not matrix.csv "audit_policy"
rm -r kit
expect 0 jea generate --output kit --group "$group" --gmsa 'FABRIKAM\gmsa-audit' --transcripts 'D:\Transcripts'
kit SyncAudit.pssc "GroupManagedServiceAccount = 'FABRIKAM\\gmsa-audit'"; kit_not SyncAudit.pssc "RunAsVirtualAccount"
kit SyncAudit.pssc "TranscriptDirectory = 'D:\\Transcripts'"
rm -r kit

# PowerShell ends a literal at typographic apostrophes as well.
quote=$(printf '\342\200\231')
expect 0 jea generate --output kit --group "F\\O'N${quote}s whoami \$(1)"
kit SyncAudit.pssc "'F\\O''N${quote}${quote}s whoami \$(1)' = @{"
rm -rf kit
expect 5 jea generate --output /dev/null/x --group "$group"; one_error
expect 0 help jea; says out "--output FOLDER"; says out "--group"; says_not out "html=FILE"
finish
