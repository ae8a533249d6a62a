#!/bin/sh
# A booklet: leaves in the order in which they lie after folding, read page by page.
# usage: press_booklet.sh ATTACHE SOURCE
set -eu
export LC_ALL=C.UTF-8
attache=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source"

for tool in qpdf pdftotext pdfinfo; do
    command -v "$tool" >/dev/null || { echo "note: $tool is not installed"; exit 0; }
done

fail() {
    echo "$1" >&2
    exit 1
}
letters() { # FILE ARGUMENT...: in any order, for poppler joins words and boxes of text by its own lights
    file=$1
    shift
    pdftotext "$@" "$file" - | grep -o '[^[:space:]]' | sort
}

# folded FILE SIGNATURE: each page stands where it is read, in signatures of so many pages
folded() {
    qpdf --check "$1" >/dev/null || fail "qpdf objects to $1"
    "$attache" preflight "$1" >"$work/said" || fail "$(grep -A3 FAULT "$work/said")"
    sides=$(pdfinfo "$1" | awk '/^Pages:/ { print $2 }')
    [ "$sides" -eq $((padded / 2)) ] || fail "$1: $sides sides"
    page=1
    while [ "$page" -le "$pages" ]; do
        begin=$(((page - 1) / $2 * $2))
        length=$((padded - begin < $2 ? padded - begin : $2))
        at=$((page - begin))
        if [ $((at * 2)) -le "$length" ]; then
            side=$at # outwards in: odd pages on the right
            half=$((at % 2))
        else
            side=$((length - at + 1))
            half=$(((side + 1) % 2))
        fi
        letters "$1" -f $((begin / 2 + side)) -l $((begin / 2 + side)) \
            -x $((43 + half * 595)) -y 43 -W 595 -H 841 >"$work/found"
        letters "$work/screen.pdf" -f "$page" -l "$page" >"$work/expected"
        cmp -s "$work/found" "$work/expected" ||
            fail "$1: page $page is not on side $side: $(diff "$work/found" "$work/expected" | head -5)"
        page=$((page + 1))
    done
}

"$attache" bulletin --quiet --lang en --output "$work/screen.pdf"
pages=$(pdfinfo "$work/screen.pdf" | awk '/^Pages:/ { print $2 }')
padded=$(((pages + 3) / 4 * 4))
[ "$pages" -gt 8 ] || fail "the sample is too short to tell"
"$attache" bulletin --quiet --lang en --for press --imposition booklet --output "$work/booklet.pdf"
folded "$work/booklet.pdf" "$padded"

"$attache" directory --quiet --lang en --output "$work/screen.pdf"
pages=$(pdfinfo "$work/screen.pdf" | awk '/^Pages:/ { print $2 }')
padded=$(((pages + 3) / 4 * 4))
"$attache" directory --quiet --lang en --for press --imposition perfect-bound \
    --output "$work/bound.pdf"
[ "$(pdfinfo -box "$work/bound.pdf" | awk '/^Pages:/ { print $2 }')" -eq $((padded / 2)) ] ||
    fail "signatures of another length"
"$attache" preflight "$work/bound.pdf" >"$work/said" || fail "$(grep -A3 FAULT "$work/said")"

! "$attache" bulletin --imposition booklet --output "$work/none.pdf" 2>/dev/null ||
    fail "a booklet was made for the screen"
