#!/bin/sh
# What a theme asks of the press: another profile, an ink of its own, no bleed, a limit of ink,
# pictures that keep their profile. usage: press_theme.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

# theme NAME EDIT...: the sample's theme, changed by sed, beside copies of the profiles
theme() {
    name=$1
    shift
    for edit; do set -- "$@" -e "$edit"; shift; done
    sed "$@" data/theme.yaml >"$work/$name.yaml"
}
made() { # NAME: the bulletin by that theme, for the press
    "$attache" bulletin --for press --lang en --quiet --theme "$work/$1.yaml" \
        --output "$work/$1.pdf" 2>"$work/said" || fail "$1: $(cat "$work/said")"
    "$attache" preflight "$work/$1.pdf" >"$work/said" || fail "$1: $(grep -A3 FAULT "$work/said")"
    if have qpdf; then qpdf --check "$work/$1.pdf" >/dev/null || fail "qpdf objects to $1"; fi
}
refused() { # NAME MESSAGE: no such file can be made
    ! "$attache" bulletin --for press --lang en --quiet --theme "$work/$1.yaml" \
        --output "$work/$1.pdf" 2>"$work/said" || fail "$1 was made"
    grep -q "$2" "$work/said" || fail "$1: $(cat "$work/said")"
}
cp data/profiles/FOGRA39L_coated.icc "$work/House.icc"

theme house '$a press: {profile: House.icc}'
made house
grep -aq '/OutputConditionIdentifier(Custom)/Info(House)' "$work/house.pdf" ||
    qpdf --qdf --object-streams=disable "$work/house.pdf" - | grep -aq '/Info (House)' ||
    fail "the output intent does not name the profile"
theme screen "\$a press: {profile: $PWD/data/profiles/sRGB.icc}"
refused screen "screen.yaml:[0-9]*:[0-9]*: fault: .*sRGB.icc cannot be the profile of the press: its colours are no four inks"
theme text "\$a press: {profile: $PWD/data/theme.yaml}"
refused text "text.yaml:[0-9]*:[0-9]*: fault: .*it is no ICC profile"

# A limit below what the theme's own colours have is told where the theme gives the colour; one above
# the usual goes into the file, and preflight goes by it.
theme low '$a press: {ink_limit: 210}'
refused low "low.yaml:[0-9]*:11: fault: the colour of inks 90, 70, 30, 25 has 215 % in all; a press takes 210 %"
theme high '$a press: {ink_limit: 340}' 's/cmyk: \[90, 70, 30, 25\]/cmyk: [90, 90, 60, 90]/'
made high
theme usual 's/cmyk: \[90, 70, 30, 25\]/cmyk: [90, 90, 60, 90]/'
refused usual "has 330 % in all; a press takes 300 %"

# An ink of its own: one colour space, one plate more, which has what is printed in it.
theme spot 's/cmyk: \[90, 70, 30, 25\]/cmyk: [90, 70, 30, 25], spot: PANTONE 2767 C/'
made spot
if have qpdf; then
    [ "$(qpdf --qdf --object-streams=disable "$work/spot.pdf" - | grep -ac '/PANTONE#202767#20C')" = 1 ] ||
        fail "there is not one colour space of the ink"
fi
if have gs; then
    gs -q -r36 -dBATCH -dNOPAUSE -dSAFER -dPDFSTOPONERROR -sDEVICE=tiffsep -dLastPage=1 \
        -o "$work/plate%d.tif" "$work/spot.pdf" || fail "Ghostscript objects"
    plate="$work/plate1(PANTONE 2767 C).tif"
    [ -s "$plate" ] || fail "the ink has no plate: $(ls "$work")"
    if have convert; then
        # In its slug line and colour bar, and within the trim (15 mm from the edge: 21 pixels).
        [ "$(convert "$plate" -crop 297x420+21+21 +repage -format '%[fx:mean<0.999]' info:)" = 1 ] ||
            fail "nothing is printed in the ink"
        [ "$(convert "$plate" -crop 340x10+0+453 +repage -format '%[fx:minima<0.9]' info:)" = 1 ] ||
            fail "the slug line does not name the ink"
        convert "$work/plate1(Cyan).tif" -crop 297x420+21+21 +repage -format '%[fx:mean>0.9999]' info: |
            grep -qx 1 || fail "the ink is also mixed of others"
    fi
fi
for jobs in 1 3; do
    "$attache" bulletin --for press --lang en --quiet --jobs $jobs --theme "$work/spot.yaml" \
        --output "$work/spot-$jobs.pdf"
done
cmp -s "$work/spot-1.pdf" "$work/spot-3.pdf" || fail "the file depends on --jobs"
"$attache" bulletin --lang en --quiet --theme "$work/spot.yaml" --output "$work/spot-screen.pdf"
"$attache" bulletin --lang en --quiet --output "$work/screen.pdf"
cmp -s "$work/spot-screen.pdf" "$work/screen.pdf" || fail "the ink changes the file for the screen"

# Boxes of a wider bleed, of single pages and of double sheets.
theme wide 's/^bleed: .*/bleed: 5 mm/'
made wide
"$attache" bulletin --for press --imposition booklet --lang en --quiet --theme "$work/wide.yaml" \
    --output "$work/double.pdf"
if have pdfinfo; then
    boxes "$work/wide.pdf" 210 5
    boxes "$work/double.pdf" 420 5
fi

# No bleed at all: the boxes of bleed and trim are one.
theme none 's/^bleed: .*/bleed: 0/'
made none
if have pdfinfo; then
    pdfinfo -box "$work/none.pdf" | awk '/^BleedBox/ { $1 = ""; bleed = $0 }
        /^TrimBox/ { $1 = ""; trim = $0 } /^MediaBox/ { width = $4 * 25.4 / 72 }
        END { exit bleed != trim || width < 233.99 || width > 234.01 }' || fail "there is some bleed"
fi
