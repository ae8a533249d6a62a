#!/bin/sh
# The masthead of print versions is the same on all of them, however their lines are shared out: its rule as far below its
# last line, and the text as far below the rule. usage: masthead.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
for release in data/releases/*.yaml; do
    "$attache" print -q --dump pages "$release" 2>/dev/null | awk '
        { y = $4; sub(/\)/, "", y) }
        $1 == "text" && !rule { issuer = y }
        $1 == "rule" && !rule { rule = y }
        $1 == "text" && rule && $6 ~ /Bold$/ { print rule - issuer, y - rule; exit }'
done | sort | uniq -c >"$work/distances"
[ "$(wc -l <"$work/distances")" -eq 1 ] || { cat "$work/distances"; exit 1; }
