#!/bin/sh
# --show draws over the pages and changes nothing below. usage: show.sh ATTACHE SOURCE
set -eu
attache=$1
cd "$2"
case=tests/cases/pages/release.yaml
plain=$("$attache" print --dump pages "$case")
for what in grid boxes badness grid,boxes,badness; do
    shown=$("$attache" print --dump pages --show $what "$case")
    [ "$(echo "$shown" | wc -l)" -gt "$(echo "$plain" | wc -l)" ] || { echo "$what: nothing drawn"; exit 1; }
    [ "$(echo "$shown" | grep '^  text')" = "$(echo "$plain" | grep '^  text')" ] ||
        { echo "$what: the text moved"; exit 1; }
done
