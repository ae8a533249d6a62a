#!/bin/sh
# The first release begins on the front page of a bulletin where the theme's lines are left there; its side matter goes
# on beside its text on the next page, in whole paragraphs. usage: front.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
for language in be ru; do
    "$attache" bulletin -q -l $language --dump pages 2019-47 >"$work/pages"
    awk '
        /^page / { page = $2 }
        $1 == "text" && $2 ~ /^H2:/ && !first { first = page }
        # Small text of the narrow column: what is on both pages?
        $1 == "text" && $2 ~ /^(P|Link):/ && page <= 2 && $7 == 8 {
            x = substr($3, 2) + 0
            if (page == 1 && x > 400) here[$2] = 1
            if (page == 2 && x < 100) { rest++; torn += $2 in here }
        }
        END {
            if (first != 1 || !rest || torn) {
                print "first title on page " first ", " rest " lines of side matter on page 2, " torn " torn"
                exit 1
            }
        }' "$work/pages" || fail "$language"
done
