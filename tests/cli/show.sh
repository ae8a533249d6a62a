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

# Boxes in the side column, which begins 436.535 pt from the left of a right-hand page, are as wide as it is.
boxes=$("$attache" print --dump pages --show boxes "$case" | grep '^  rule layout (436.535 .* 0.25)$')
[ -z "$(echo "$boxes" | grep -v '(102.047 0.25)$')" ] || { echo "boxes: the side column's are too wide"; exit 1; }
