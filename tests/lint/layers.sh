#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# layers.sh SOURCE_DIR: modules depend downwards only. Reads every #include "syncaudit/..." of a module and
# compares it with what the module may use.
set -eu
cd "$1"
base="arena banned buf compiler datetime digest error file limits log resource secret text"
facts="snapshot sql"
directory="advalue directory secdesc sid"
hosts="cim clixml http psrp wsman"
status=0

# allowed FOLDER HEADER...
allowed() {
  folder=$1
  shift
  for header in $(grep -rhoE '#include "syncaudit/[a-z_]+\.h"' "$folder" 2>/dev/null | sed -E 's|.*syncaudit/([a-z_]+)\.h.*|\1|' | sort -u); do
    case " $* " in
      *" $header "*) ;;
      *)
        echo "$folder must not include syncaudit/$header.h:"
        grep -rn "syncaudit/$header.h" "$folder"
        status=1
        ;;
    esac
  done
}

# shellcheck disable=SC2086
{
  allowed auditor/base $base
  allowed auditor/yaml $base yaml
  allowed auditor/facts $base $facts
  allowed transports/directory $base $directory gss
  allowed transports/gss $base gss
  allowed transports/http $base gss http
  allowed transports/wsman $base wsman
  allowed transports/cim $base cim wsman
  allowed auditor/collect $base $facts $directory $hosts collect host
  allowed checks $base $facts yaml checks evaluation
  allowed reports $base checks evaluation report snapshot
  allowed auditor/run $base $facts $directory $hosts collect host run
}
# Private headers stay in their module.
for include in $(grep -rhoE '#include "\.\./[^"]+"' auditor transports reports 2>/dev/null | sort -u); do
  echo "an include reaches into another folder: $include"
  status=1
done
exit $status
