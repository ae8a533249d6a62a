#!/bin/sh
# How the lines of the samples in Arabic, Chinese, Hebrew and Thai begin and end, and that their letters stay
# where the font puts them. usage: languages.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

dump() { # dump RELEASE WHAT
    "$attache" print "$1" --data data --dump "$2"
}

# lines RELEASE: the text of each line of its pages, one a line. Items of one line follow each other
# at one height.
lines() {
    dump "$1" pages | awk '
        $1 == "text" {
            height = $0; sub(/^[^(]*\([^ ]* /, "", height); sub(/\).*/, "", height)
            if (height != last) printf "\n"
            last = height
            rest = $0
            while (match(rest, /_?-?[0-9.]+:"[^"]*"/)) {
                word = substr(rest, RSTART, RLENGTH)
                rest = substr(rest, RSTART + RLENGTH)
                if (word ~ /^_/) printf " "
                sub(/^[^"]*"/, "", word); sub(/"$/, "", word)
                printf "%s", word
            }
        }' | sed 's/^ //'
}

arabic=2019-11-15-trafficking-ar chinese=2023-11-20-beijing-hours-zh
hebrew=2019-11-15-trafficking-he thai=2019-11-14-visa-free-th

for id in $arabic $hebrew $thai; do
    dump $id pages > "$work/pages"
    dump $id lines > "$work/lines"
    [ "$(grep -c ' ratio ' "$work/lines")" -gt 40 ] || fail "$id has too few lines"
    ! grep -q '^  text .* tracking ' "$work/pages" || fail "$id: letters are tracked"
    ! grep ' ratio ' "$work/lines" | grep -v ' tracking 0 ' || fail "$id: a line is tracked"
    ! grep -q ' hyphen' "$work/lines" || fail "$id: a word is divided by a hyphen"
done

# Bound at the right: the first page has its text column there, the second one at the left.
for id in $arabic $hebrew; do
    dump $id pages | awk '
        $1 == "page" { page = $2 }
        /^  text H1/ { sub(/.*\(/, ""); if (page == 1 && $1 + 0 > 400) right = 1 }
        END { exit !right }' || fail "$id: the title does not begin at the right"
    # Spaces of lines in two fonts are glyphs of both: no box stands in their place.
    if have mutool; then
        "$attache" print $id --data data -o "$work/pages.pdf"
        mutool trace "$work/pages.pdf" > "$work/trace" 2> /dev/null
        ! grep -q 'glyph="0"' "$work/trace" || fail "$id: a glyph is missing"
    fi
done

# A telephone number runs from left to right among Hebrew words, its parts in their order.
dump $hebrew pages | awk '
    function place(part) { return match($0, " _?-?[0-9.]+:\"" part) ? substr($0, RSTART) + 0 : "" }
    /"[(]17[)]"/ {
        gsub(/ _/, " ")
        country = place("[+]375"); area = place("[(]17[)]"); number = place("000-00-00")
        if (country != "" && country < area && area < number) good = 1
    }
    END { exit !good }' || fail "$hebrew: a telephone number is out of order"

# none PATTERN FILE COMPLAINT: no line holds the pattern, which is a sound one.
none() {
    status=0
    grep -nP "$1" "$work/$2" || status=$?
    [ $status -eq 1 ] || fail "$3"
}

lines $chinese > "$work/chinese"
[ "$(wc -l < "$work/chinese")" -gt 40 ] || fail "$chinese has too few lines"
none '^[，。、；：？！）》」』”…·]' chinese "$chinese: a mark begins a line"
none '[（《「『“]$' chinese "$chinese: a mark that opens ends a line"
none '\p{Han} \p{Han}' chinese "$chinese: a space stands between ideographs"

lines $thai > "$work/thai"
none '^[\p{M}ะาำๅๆฯ]' thai "$thai: a mark begins a line"
tr -d '\n' < "$work/thai" > "$work/whole"
for word in ท่าอากาศยาน หนังสือเดินทาง สถานเอกอัครราชทูต กระทรวง สุขภาพ กฤษฎีกา ความตกลง เครื่องบิน \
    โดยสาร กรกฎาคม ธันวาคม เบลารุส กงสุล หลักเกณฑ์ ประเทศ; do
    whole=$(grep -o "$word" "$work/whole" | wc -l)
    [ "$whole" -gt 0 ] || fail "$thai does not hold $word"
    [ "$(grep -o "$word" "$work/thai" | wc -l)" -eq "$whole" ] || fail "$thai: a line ends inside $word"
done
