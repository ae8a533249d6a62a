#!/bin/sh
# Booklets printed to pictures, folded in the order of the paper and read, and the creep of their
# sheets measured. usage: press_booklet.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

need qpdf pdftotext pdftoppm pdfinfo python3

pages_of() {
    pdfinfo "$1" | awk '/^Pages:/ { print $2 }'
}
good() { # FILE: preflight and qpdf have nothing against it
    "$attache" preflight "$1" >"$work/said" || fail "$(grep -A3 FAULT "$work/said")"
    qpdf --check "$1" >/dev/null || fail "qpdf objects to $1"
}

# A release as long as is wanted, whose paragraphs say their number.
write_release() { # PARAGRAPHS
    {
        printf 'id: long\ntitle: A long release\ndate: 2026-11-24\nlanguage: en\nbody: |\n'
        awk -v count="$1" 'BEGIN {
            for (i = 1; i <= count; i++) {
                printf "  Paragraph %d says what its number is,", i
                for (k = 0; k < 12; k++) printf " and that %d and %d are %d,", i, k, i + k
                print " and ends.\n"
            }
        }'
    } >"$work/long.yaml"
}
# print_long FILE ARGUMENT...
print_long() {
    file=$1
    shift
    "$attache" print "$work/long.yaml" --theme "$work/theme.yaml" --for press --quiet \
        --output "$file" "$@" || fail "no $file"
}
# Half a millimetre of paper is one pixel.
sed '$a press: {creep: 0.5 mm}' data/theme.yaml >"$work/theme.yaml"

# folded KIND PAGES SIGNATURE
folded() {
    paragraphs=$(($2 * 4)) pages=0
    while [ "$pages" -lt "$2" ]; do
        paragraphs=$((paragraphs + ($2 - pages + 1) / 2))
        write_release "$paragraphs"
        print_long "$work/pages.pdf"
        pages=$(pages_of "$work/pages.pdf")
    done
    [ "$pages" -eq "$2" ] || fail "the release has $pages pages, not $2"
    print_long "$work/sides.pdf" --imposition "$1"
    good "$work/sides.pdf"
    [ "$(pages_of "$work/sides.pdf")" -eq $(($2 / 2)) ] || fail "$1: not $(($2 / 2)) sides"
    rm -f "$work"/*.pgm
    pdftoppm -r 50.8 -gray "$work/pages.pdf" "$work/page"
    pdftoppm -r 50.8 -gray "$work/sides.pdf" "$work/side"
    for picture in "$work"/side-?.pgm; do # two figures, as with pages
        [ ! -f "$picture" ] || mv "$picture" "$work/side-0${picture##*-}"
    done
    python3 tests/cli/press_fold.py "$work" "$2" "$3" 1 >"$work/halves" || fail "$1 is folded wrong"
    while read -r side half; do
        x=43 # 15 mm
        [ "$half" = left ] || x=638
        pdftotext -f "$side" -l "$side" -x $x -y 43 -W 595 -H 841 "$work/sides.pdf" -
    done <"$work/halves" | grep -o 'Paragraph [0-9]*' >"$work/read"
    seq -f 'Paragraph %g' "$paragraphs" | diff - "$work/read" || fail "$1 is read in another order"
}
folded booklet 12 12
folded perfect-bound 16 16

# A directory in several signatures.
"$attache" directory --quiet --lang en --for press --imposition perfect-bound \
    --output "$work/bound.pdf"
"$attache" directory --quiet --lang en --output "$work/screen.pdf"
[ "$(pages_of "$work/bound.pdf")" -eq $((($(pages_of "$work/screen.pdf") + 3) / 4 * 2)) ] ||
    fail "signatures of another length"
good "$work/bound.pdf"

! "$attache" bulletin --imposition booklet --output "$work/none.pdf" 2>/dev/null ||
    fail "a booklet was made for the screen"
