#!/bin/sh
# A copy of a theme and a draft of a release can be tried under the names of the originals.
# usage: draft.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
sed 's/size: 21 pt/size: 24 pt/' data/theme.yaml > "$work/theme.yaml"
sed 's/^title: .*/title: A draft of the title/' data/releases/2019-11-13-osce-en.yaml > "$work/draft.yaml"
"$attache" print --dump pages -t "$work/theme.yaml" "$work/draft.yaml" > "$work/pages"
grep -q ' PTSerif-Bold 24 .*"draft"' "$work/pages"
# Two files of the data folder with one id are a fault all the same.
cp -R data "$work/data"
cp data/releases/2019-11-13-osce-en.yaml "$work/data/releases/again.yaml"
! "$attache" check --data "$work/data" 2> "$work/err"
grep -q 'is there already' "$work/err"
