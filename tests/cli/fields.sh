#!/bin/sh
# data/README.md is what `attache fields` prints; each kind has a JSON Schema.
# usage: fields.sh ATTACHE SOURCE
set -eu
attache=$1
source=$2
if [ "${UPDATE_CASES:-}" = 1 ]; then
    "$attache" fields > "$source/data/README.md"
fi
"$attache" fields | diff -u "$source/data/README.md" -
for kind in missions release bulletin directory theme labels fonts; do
    "$attache" fields --json $kind | grep -q '"\$schema"' || { echo "no schema of $kind"; exit 1; }
done
