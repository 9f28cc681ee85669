#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# schema.sh <sample_report> <schema>: the JSON report is what its schema says. Exit status 77: no
# validator here (python3 with jsonschema).
set -eu
python3 -c 'import jsonschema' 2>/dev/null || { echo "skipped: no jsonschema" >&2; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for kind in plain hostile; do
    "$1" $kind json >"$work/$kind.json"
done
python3 - "$2" "$work"/*.json <<'PYTHON'
import json, sys
import jsonschema

schema = json.load(open(sys.argv[1], encoding="utf-8"))
validator = jsonschema.Draft202012Validator
validator.check_schema(schema)


def closed(part):
    """The schema that also refuses members it does not name: all of ours must be in it."""
    if isinstance(part, dict):
        part = {key: closed(value) for key, value in part.items()}
        if part.get("type") == "object" and "properties" in part:
            part.setdefault("additionalProperties", False)
    return part


for name in sys.argv[2:]:
    document = json.load(open(name, encoding="utf-8"))
    if "hostile" in name:  # not all texts are what the schema asks of them
        document["schema_version"] = "1.0"
    for error in validator(closed(schema)).iter_errors(document):
        sys.exit(f"{name}: {error.json_path}: {error.message}")
PYTHON
echo ok
