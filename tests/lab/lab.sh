#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A private Active Directory for the tests: Samba domain controllers that nobody outside can see.
#
#   lab.sh fresh [NAME]        makes the forest, keeps it as snapshots "clean" and "over", then restores NAME (clean)
#   lab.sh ensure              the same as fresh when the snapshots are missing, older than the seed or than 12 hours
#   lab.sh test NAME CMD...    probe, restore NAME, with CMD; the lab is removed when CMD succeeded
#   lab.sh restore NAME        puts the lab back to a snapshot: clean, over, or a file
#   lab.sh snapshot FILE       keeps the stopped lab in FILE
#   lab.sh with CMD...         starts the domain controllers, runs CMD, ends them; exit code of CMD
#   lab.sh ns CMD...           runs CMD in the lab's namespaces without a domain controller
#   lab.sh start | wait | stop of the domain controllers; inside ns
#   lab.sh conf                writes the configuration files again
#   lab.sh probe               says whether this machine lets a lab run
#
# Environment:
#   LAB           folder of this lab (./lab); each running lab needs its own
#   LAB_STORE     folder of the snapshots ($LAB.store); may be shared
#   LAB_SECOND    1: also the second forest, tailspin.example
#   LAB_AS        accounts that `with` gets Kerberos tickets for: "auditor", "auditor auditor@TAILSPIN.EXAMPLE"
#   LAB_STRONG    ldap server require strong auth: yes, allow_sasl_over_tls, no
#   LAB_WINRM     a YAML file: `with` and `start` also start its WinRM servers (docs/internals/lab-winrm.md)
#   LAB_SERVICES  samba's services;  LAB_DEBUG  its log level
#   LAB_USERS, LAB_MEMBERS   size of the crowd and of the large group, for fresh
# Exit code 77: this machine does not let a lab run; the reason is on standard error.
#
# Each lab has its own network (only loopback, so the usual ports are free) and its own view of /etc/hosts,
# /etc/resolv.conf and /etc/krb5.conf. Nothing of the machine is changed. docs/internals/lab.md tells more.
set -euo pipefail

me=$(readlink -f "$0")
here=$(dirname "$me")
python=/usr/bin/python3 # Samba's modules are installed for the distribution's Python only

LAB=$(realpath -m "${LAB:-$PWD/lab}")
LAB_STORE=$(realpath -m "${LAB_STORE:-$LAB.store}")
LAB_SECOND=${LAB_SECOND:-0}
# A path of a socket has at most 107 bytes, and Samba's lie deep. Where the build folder does already, a test's lab
# lies elsewhere and goes with the test.
if [ ${#LAB} -gt 80 ] && { [ "${1:-}" = test ] || [ "${1:-}" = ensure ]; }; then
  LAB=$(mktemp -d "${TMPDIR:-/tmp}/lab.XXXXXX")
  trap 'rm -rf "$LAB"' EXIT
fi
LAB_WINRM=${LAB_WINRM:+$(realpath -m "$LAB_WINRM")}
export LAB LAB_STORE LAB_SECOND LAB_WINRM

# What the commands that are run in the lab may rely on.
export LAB_DOMAIN=fabrikam.example LAB_REALM=FABRIKAM.EXAMPLE LAB_DC=dc1.fabrikam.example LAB_IP=127.0.0.10
export LAB_DOMAIN2=tailspin.example LAB_REALM2=TAILSPIN.EXAMPLE LAB_DC2=dc1.tailspin.example LAB_IP2=127.0.0.11
export LAB_CA=$LAB/tls/ca.crt LAB_PASSWORDS=$LAB/passwords LAB_KEYTAB=$LAB/servers.keytab
export KRB5_CONFIG=$LAB/etc/krb5.conf KRB5CCNAME=DIR:$LAB/run/tickets
export NTLM_USER_FILE=$LAB/ntlm.users
export TDB_NO_FSYNC=1 # a lab is not worth waiting for a disk

fail() { printf 'lab: %s\n' "$*" >&2; exit 1; }

# controllers: what runs; each line is FOLDER ADDRESS REALM DOMAIN NETBIOS.
controllers() {
  echo "dc1 $LAB_IP $LAB_REALM $LAB_DOMAIN FABRIKAM"
  if [ "$LAB_SECOND" = 1 ]; then echo "dc2 $LAB_IP2 $LAB_REALM2 $LAB_DOMAIN2 TAILSPIN"; fi
}

# smb_conf FOLDER ADDRESS REALM DOMAIN NETBIOS FORWARDER: every path is set, else Samba falls back to the machine's.
smb_conf() {
  local dir=$LAB/$1
  mkdir -p "$dir"/{private,state,cache,lock,run/ncalrpc,run/winbindd,log}
  cat >"$dir/smb.conf" <<C
[global]
  workgroup = $5
  realm = $3
  netbios name = DC1
  server role = active directory domain controller
  interfaces = $2/8
  bind interfaces only = yes
  disable netbios = yes
  server services = ${LAB_SERVICES:-ldap, kdc, cldap, dns}
  dns forwarder = $6
  private dir = $dir/private
  state directory = $dir/state
  cache directory = $dir/cache
  lock directory = $dir/lock
  pid directory = $dir/run
  ncalrpc dir = $dir/run/ncalrpc
  winbindd socket directory = $dir/run/winbindd
  ntp signd socket directory = $dir/run/ntp_signd
  binddns dir = $dir/bind-dns
  log file = $dir/log/log.samba
  logging = file
  tls keyfile = $LAB/tls/$1.key
  tls certfile = $LAB/tls/$1.crt
  tls cafile = $LAB/tls/ca.crt
  ldap server require strong auth = ${LAB_STRONG:-yes}
  ldb:nosync = true
[sysvol]
  path = $dir/state/sysvol
[netlogon]
  path = $dir/state/sysvol/$4/scripts
C
}

command_conf() {
  # Samba's sockets lie deep below this folder, and a path of a socket has at most 107 bytes.
  [ ${#LAB} -le 80 ] || fail "the path '$LAB' is too long for sockets (80 bytes); set LAB"
  mkdir -p "$LAB"/{etc,run/tickets,tls}
  smb_conf dc1 $LAB_IP $LAB_REALM $LAB_DOMAIN FABRIKAM $LAB_IP2
  smb_conf dc2 $LAB_IP2 $LAB_REALM2 $LAB_DOMAIN2 TAILSPIN 127.0.0.1 # nothing listens there: no loop
  cat >"$LAB/etc/krb5.conf" <<C
[libdefaults]
 default_realm = $LAB_REALM
 dns_lookup_realm = false
 dns_lookup_kdc = true
 rdns = false
 dns_canonicalize_hostname = false
 udp_preference_limit = 1
 default_ccache_name = DIR:$LAB/run/tickets
 default_keytab_name = FILE:$LAB_KEYTAB
 default_rcache_name = file2:$LAB/run/rcache
[realms]
 $LAB_REALM = {
  kdc = $LAB_IP
 }
 $LAB_REALM2 = {
  kdc = $LAB_IP2
 }
[domain_realm]
 .$LAB_DOMAIN = $LAB_REALM
 $LAB_DOMAIN = $LAB_REALM
 .$LAB_DOMAIN2 = $LAB_REALM2
 $LAB_DOMAIN2 = $LAB_REALM2
C
  # OLD-SYNC has no address: it is dead.
  cat >"$LAB/etc/hosts" <<C
127.0.0.1 localhost
$LAB_IP $LAB_DC dc1
$LAB_IP2 $LAB_DC2
127.0.0.21 fab-sync01.$LAB_DOMAIN fab-sync01
127.0.0.22 fab-sync02.$LAB_DOMAIN fab-sync02
127.0.0.23 fab-sync03.$LAB_DOMAIN fab-sync03
127.0.0.31 tail-sync01.$LAB_DOMAIN2 tail-sync01
C
  printf 'nameserver %s\nsearch %s\noptions timeout:1 attempts:1\n' $LAB_IP $LAB_DOMAIN >"$LAB/etc/resolv.conf"
  printf 'FABRIKAM:auditor:%s\n%s:auditor:%s\n' 'Us3r-Passw0rd!' $LAB_REALM 'Us3r-Passw0rd!' >"$LAB/ntlm.users"
  write_passwords
}

# write_passwords: one file per account, for kinit and --password-file; in raw/ without the end of line, for ldapsearch -y.
write_passwords() {
  local account password
  mkdir -p "$LAB_PASSWORDS/raw"
  chmod 700 "$LAB_PASSWORDS"
  for account in auditor alice bob carol MSOL_4c81f2a09b7e MSOL_e07d5b3391fa svc-aadconnect-old Administrator; do
    case $account in
      MSOL_* | svc-*) password='C0nnector-Passw0rd!' ;;
      Administrator) password='Adm1n-Passw0rd!' ;;
      *) password='Us3r-Passw0rd!' ;;
    esac
    printf '%s\n' "$password" >"$LAB_PASSWORDS/$account"
    printf '%s' "$password" >"$LAB_PASSWORDS/raw/$account"
    chmod 600 "$LAB_PASSWORDS/$account" "$LAB_PASSWORDS/raw/$account"
  done
}

# certificate NAME HOST SAN [USE]: signed by the lab's authority.
certificate() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$1.key" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -sha256 -out "$1.crt" \
    -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=%s\n' "$3" "${4:-serverAuth}")
  rm "$1.csr"
}

# authority NAME SUBJECT
authority() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$2" -keyout "$1.key" -out "$1.crt" \
    -addext keyUsage=critical,keyCertSign,cRLSign
}

make_certificates() (
  cd "$LAB/tls"
  umask 077 # Samba refuses a key that others may read
  {
    authority ca "Fabrikam Lab CA"
    authority other-ca "A CA that signed nothing here"
    certificate dc1 $LAB_DC "DNS:$LAB_DC,DNS:$LAB_DOMAIN,IP:$LAB_IP"
    certificate dc2 $LAB_DC2 "DNS:$LAB_DC2,DNS:$LAB_DOMAIN2,IP:$LAB_IP2"
    certificate fab-sync01 fab-sync01.$LAB_DOMAIN "DNS:fab-sync01.$LAB_DOMAIN,DNS:fab-sync01"
    certificate fab-sync02 fab-sync02.$LAB_DOMAIN "DNS:fab-sync02.$LAB_DOMAIN,DNS:fab-sync02"
    certificate fab-sync03 fab-sync03.$LAB_DOMAIN "DNS:fab-sync03.$LAB_DOMAIN,DNS:fab-sync03"
    certificate tail-sync01 tail-sync01.$LAB_DOMAIN2 "DNS:tail-sync01.$LAB_DOMAIN2,DNS:tail-sync01"
    certificate client auditor-client email:auditor@$LAB_DOMAIN clientAuth
  } 2>"$LAB/tls/log" || { tail -n 5 "$LAB/tls/log" >&2; exit 1; }
)

command_fresh() {
  local started=$SECONDS second
  rm -rf "$LAB"
  mkdir -p "$LAB_STORE"
  command_conf
  make_certificates
  # The second forest is made beside the first.
  (
    "$python" "$here/seed.py" second >"$LAB/dc2/log/seed" 2>&1 &&
      pack "$LAB_STORE/second.tar.zst" ./dc2
  ) &
  second=$!
  run_seed clean
  pack "$LAB_STORE/clean.tar.zst" ./dc1 ./tls ./servers.keytab
  run_seed over
  pack "$LAB_STORE/over.tar.zst" ./dc1 ./tls ./servers.keytab
  wait $second || { tail -n 5 "$LAB/dc2/log/seed" >&2; fail "the second forest could not be made"; }
  command_restore "${1:-clean}"
  echo "lab: made in $((SECONDS - started)) s, kept in $LAB_STORE" >&2
}

# run_seed SCENARIO
run_seed() {
  "$python" "$here/seed.py" "$1" >"$LAB/dc1/log/seed-$1" 2>&1 || {
    tail -n 15 "$LAB/dc1/log/seed-$1" >&2
    fail "the scenario '$1' could not be made"
  }
}

# pack FILE PART...: only while stopped; databases are not copied in one piece. The file appears whole or not at all.
pack() {
  local file=$1 unfinished=$1.$BASHPID
  shift
  tar -C "$LAB" --exclude='./dc?/run' --exclude='./dc?/log' --exclude=ldapi -cf - "$@" | zstd -q -T0 -3 -f -o "$unfinished"
  mv "$unfinished" "$file"
}

unpack() { zstd -qdc "$1" | tar -C "$LAB" --no-same-owner -xf -; }

command_restore() {
  local name=${1:?usage: lab.sh restore clean|over|FILE} file
  case $name in
    */* | *.zst) file=$name ;;
    *) file=$LAB_STORE/$name.tar.zst ;;
  esac
  [ -e "$file" ] || fail "there is no '$file'; make it with lab.sh fresh"
  file=$(realpath "$file")
  rm -rf "$LAB"
  mkdir -p "$LAB"
  unpack "$file"
  if [ "$LAB_SECOND" = 1 ] && [ ! -d "$LAB/dc2" ]; then unpack "$LAB_STORE/second.tar.zst"; fi
  command_conf
}

# Ages in a snapshot are counted from the day it was made, so it is not kept for long. One maker at a time.
command_ensure() {
  local name newest
  command_probe
  mkdir -p "$LAB_STORE"
  exec 9>"$LAB_STORE/lock"
  flock 9
  newest=$(find "$here" -path "$here/winrm" -prune -o -name '*.py' -newer "$LAB_STORE/over.tar.zst" -print 2>&1 | head -n 1 || true)
  for name in clean over second; do
    [ -n "$(find "$LAB_STORE/$name.tar.zst" -mmin -720 2>/dev/null)" ] || newest=$name
  done
  [ -n "$newest" ] || return 0
  command_fresh clean 9>&-
  rm -rf "$LAB"
}

command_test() {
  local scenario=$1 status=0
  shift
  command_probe
  command_restore "$scenario"
  "$me" with "$@" || status=$?
  [ $status -ne 0 ] || rm -rf "$LAB"
  exit $status
}

command_snapshot() { pack "$(realpath -m "${1:?usage: lab.sh snapshot FILE}")" .; }

# userns: the words that unshare needs here besides --net and --mount; fails with a reason when it is forbidden.
userns() {
  if [ "$(id -u)" = 0 ] && unshare --net --mount true 2>/dev/null; then return 0; fi
  local why
  if why=$(unshare --user --map-root-user --net --mount true 2>&1); then
    echo "--user --map-root-user"
    return 0
  fi
  echo "lab: this machine does not let an ordinary user make namespaces (unshare --user --map-root-user --net --mount: $why)" >&2
  return 77
}

command_probe() {
  local tool
  userns >/dev/null || exit 77
  for tool in samba zstd ip kinit openssl "$python"; do
    command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null || {
      echo "lab: '$tool' is not installed; ./run names the packages" >&2
      exit 77
    }
  done
  "$python" -c 'import samba.provision' 2>/dev/null || { echo "lab: python3-samba is not installed" >&2; exit 77; }
  [ -z "$LAB_WINRM" ] || "$python" -c 'import gssapi, yaml' 2>/dev/null ||
    { echo "lab: python3-gssapi or python3-yaml is not installed" >&2; exit 77; }
  [ -e /usr/share/samba/setup/provision.ldif ] || { echo "lab: samba-ad-provision is not installed" >&2; exit 77; }
}

command_ns() {
  local words
  words=$(userns) || exit 77
  [ -e "$LAB/dc1/private/sam.ldb" ] || fail "there is no lab in '$LAB'; lab.sh fresh or restore makes it"
  if [ "$LAB_SECOND" = 1 ] && [ ! -e "$LAB/dc2/private/sam.ldb" ]; then unpack "$LAB_STORE/second.tar.zst"; fi
  command_conf
  # shellcheck disable=SC2086 # several words are meant
  exec unshare $words --net --mount --fork --kill-child -- "$me" _inside "$@"
}

command__inside() {
  local file
  PATH=$PATH:/usr/sbin:/sbin
  ip link set lo up
  for file in hosts resolv.conf krb5.conf; do
    [ ! -e /etc/$file ] || mount --bind "$LAB/etc/$file" /etc/$file
  done
  exec "$@"
}

command_with() { command_ns "$me" _with "$@"; }

until_parent_ends=
command__with() {
  local status=0
  until_parent_ends="setpriv --pdeathsig KILL" # nothing is left when this shell is killed
  command_start
  get_tickets || status=$?
  if [ $status -eq 0 ]; then "$@" || status=$?; fi
  SIGNAL=KILL command_stop
  exit $status
}

# get_tickets: for the accounts of LAB_AS; the first becomes the default.
get_tickets() {
  local account name default=
  rm -rf "$LAB/run/tickets"
  mkdir -p "$LAB/run/tickets"
  for account in ${LAB_AS:-}; do
    name=${account%@*}
    [ -r "$LAB_PASSWORDS/$name" ] || fail "no password is known for '$name'"
    case $account in
      *@*) ;;
      *) account=$account@$LAB_REALM ;;
    esac
    kinit "$account" <"$LAB_PASSWORDS/$name" >/dev/null || return 1
    default=${default:-$account}
  done
  [ -z "$default" ] || kswitch -p "$default"
}

command_start() {
  local dir rest
  while read -r dir rest; do
    rm -f "$LAB/$dir/run/samba.pid" # of one that was killed; its number may be another's now
    # shellcheck disable=SC2086 # several words are meant
    setsid $until_parent_ends samba -i -M single -s "$LAB/$dir/smb.conf" --debug-stdout -d"${LAB_DEBUG:-1}" \
      >"$LAB/$dir/log/stdout" 2>&1 </dev/null &
    echo $! >"$LAB/$dir/run/lab.pid"
    disown # else the shell announces its end
  done < <(controllers)
  command_wait
  winrm_start
}

# winrm_start: the servers of $LAB_WINRM, in one process; it writes `ready` when all of them listen.
winrm_start() {
  local dir=$LAB/winrm pid
  [ -n "$LAB_WINRM" ] || return 0
  mkdir -p "$dir"
  rm -f "$dir/ready"
  # Files of keys are two bytes and then entries.
  (umask 077; cat "$LAB_KEYTAB" >"$dir/keytab")
  cat "$LAB/dc1/sids" >"$dir/sids"
  if [ "$LAB_SECOND" = 1 ]; then
    tail -c +3 "$LAB/dc2/servers.keytab" >>"$dir/keytab"
    cat "$LAB/dc2/sids" >>"$dir/sids"
  fi
  # shellcheck disable=SC2086 # several words are meant
  KRB5_KTNAME=$dir/keytab LAB_SIDS=$dir/sids setsid $until_parent_ends "$python" "$here/winrm/server.py" "$LAB_WINRM" "$dir" \
    >"$dir/stdout" 2>&1 </dev/null &
  pid=$!
  echo $pid >"$dir/pid"
  disown
  until [ -e "$dir/ready" ]; do
    running $pid || { tail -n 5 "$dir/stdout" >&2; fail "the WinRM servers ended"; }
    sleep 0.02
  done
}

winrm_stop() {
  local pid
  [ -e "$LAB/winrm/pid" ] || return 0
  pid=$(cat "$LAB/winrm/pid")
  kill -TERM "$pid" 2>/dev/null || true # it writes its counters
  while running "$pid"; do sleep 0.02; done
  rm -f "$LAB/winrm/pid"
}

# answers ADDRESS PORT
answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

command_wait() {
  local dir address rest pid try
  while read -r dir address rest; do
    pid=$(cat "$LAB/$dir/run/lab.pid")
    for try in $(seq 1500); do
      if answers "$address" 389 && answers "$address" 88 && answers "$address" 53; then continue 2; fi
      running "$pid" || { tail -n 5 "$LAB/$dir/log/stdout" >&2; fail "samba ended ($dir)"; }
      sleep 0.02
    done
    fail "samba ($dir, try $try) does not answer"
  done < <(controllers)
}

# running PID: a zombie has ended, even when nobody has waited for it yet.
running() { grep -qs '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status"; }

command_stop() {
  local dir rest pid
  winrm_stop
  while read -r dir rest; do
    [ -e "$LAB/$dir/run/lab.pid" ] || continue
    pid=$(cat "$LAB/$dir/run/lab.pid")
    kill -"${SIGNAL:-TERM}" "$pid" 2>/dev/null || true
    while running "$pid"; do sleep 0.02; done
    rm -f "$LAB/$dir/run/lab.pid"
  done < <(controllers)
}

case ${1:-help} in
  conf | fresh | ensure | test | restore | snapshot | with | ns | start | wait | stop | probe | _inside | _with)
    command=$1
    shift
    "command_$command" "$@"
    ;;
  *)
    sed -n '3,35s/^# \{0,1\}//p' "$me"
    [ "${1:-help}" = help ] || exit 2
    ;;
esac
