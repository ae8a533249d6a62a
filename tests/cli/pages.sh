#!/bin/sh
# The pages of each case as text. usage: pages.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
cases=0
for case in tests/cases/pages/*.yaml; do
    expected=${case%.yaml}.pages
    "$attache" print --dump pages "$case" > "$work/pages"
    if [ "${UPDATE_CASES:-}" = 1 ]; then
        cp "$work/pages" "$expected"
    fi
    diff -u "$expected" "$work/pages"
    cases=$((cases + 1))
done
[ "$cases" -gt 0 ] || { echo "no cases"; exit 1; }
