#!/bin/sh
# Files for the press, read by other people's tools. usage: press.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

"$attache" build --for press --out "$work" --quiet
for kind in bulletin directory release; do
    set -- "$work/$kind"-*-press.pdf
    [ -s "$1" ] || fail "no $kind was made for the press"
done
for file in "$work"/*-press.pdf; do
    if have qpdf; then qpdf --check "$file" >/dev/null || fail "qpdf objects to $file"; fi
    if have mutool; then
        mutool draw -q -o /dev/null -F text "$file" >"$work/said" 2>&1 || fail "mutool objects to $file"
        ! grep -v 'ICC support' "$work/said" || fail "mutool objects to $file"
    fi
    if have gs; then
        gs -q -r36 -dBATCH -dNOPAUSE -dSAFER -dPDFSTOPONERROR -sDEVICE=nullpage "$file" ||
            fail "Ghostscript objects to $file"
    fi
done
[ "$("$attache" print --quiet --for press --out "$work/again" --lang en 2>&1 | wc -l)" -eq 0 ] ||
    fail "the samples are not fit for the press"

if have pdfinfo; then
    boxes "$work"/release-2019-11-13-osce-en-press.pdf 210 3
fi

# Within the trim, a page of black text has no ink but black; a picture has inks of all four.
if have gs; then
    gs -q -r36 -dUseTrimBox -dBATCH -dNOPAUSE -dSAFER -sDEVICE=inkcov -o "$work/ink" \
        "$work"/release-2019-11-13-osce-en-press.pdf
    sed -n 2p "$work/ink" | grep -q '^ *0.00000  0.00000  0.00000  0.0[1-9]' ||
        fail "black text is not of black ink alone: $(sed -n 2p "$work/ink")"
    # The slug line names each ink on its own plate alone: four plates, four pictures of it.
    gs -q -r72 -dBATCH -dNOPAUSE -dSAFER -sDEVICE=tiffsep -dLastPage=1 -o "$work/plate%d.tif" \
        "$work"/release-2019-11-13-osce-en-press.pdf
    if have convert; then
        for ink in Cyan Magenta Yellow Black; do
            convert "$work/plate1($ink).tif" -crop 600x12+50+912 +repage "$work/$ink.pgm"
            [ "$(convert "$work/$ink.pgm" -format '%[fx:mean<0.999]' info:)" = 1 ] ||
                fail "the plate $ink has no slug line"
            md5sum <"$work/$ink.pgm"
        done | sort -u | wc -l | grep -qx 4 || fail "two plates have the same slug line"
    fi
    # Marks, bar and slug line stand outside the bleed: between its edge and the trim of a page from
    # which nothing runs out there is no ink of any kind, further out there is.
    gs -q -r144 -dUseBleedBox -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pgmraw -dFirstPage=2 -dLastPage=2 \
        -o "$work/bleed.pgm" "$work"/release-2019-11-13-osce-en-press.pdf
    gs -q -r144 -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pgmraw -dFirstPage=2 -dLastPage=2 \
        -o "$work/sheet.pgm" "$work"/release-2019-11-13-osce-en-press.pdf
    python3 - "$work/bleed.pgm" 17 "$work/sheet.pgm" 66 <<'END' || fail "a mark stands in the bleed"
import sys

def edge(path, width_of_edge):
    data = open(path, "rb").read()
    words = b" ".join(l for l in data[:200].split(b"\n") if not l.startswith(b"#")).split()
    width, height = int(words[1]), int(words[2])
    pixels = data[-width * height:]
    return min(min(row[:width_of_edge] + row[-width_of_edge:])
               if width_of_edge <= y < height - width_of_edge else min(row)
               for y in range(height) for row in [pixels[y * width:][:width]])

sys.exit(0 if edge(sys.argv[1], int(sys.argv[2])) == 255 and edge(sys.argv[3], int(sys.argv[4])) < 100 else 1)
END
    # What runs over the trim reaches the end of the bleed: ink in the bleed of a thumb index.
    gs -q -r72 -dUseBleedBox -dBATCH -dNOPAUSE -dSAFER -sDEVICE=pgmraw -dFirstPage=5 -dLastPage=5 \
        -o "$work/bleed.pgm" "$work"/directory-missions-en-press.pdf
    python3 - "$work/bleed.pgm" <<'END' || fail "the thumb index ends before the bleed does"
import sys
data = open(sys.argv[1], "rb").read().split(b"\n", 4)
numbers = [n for line in data[:4] if not line.startswith(b"#") for n in line.split()]
width, height = int(numbers[1]), int(numbers[2])
pixels = open(sys.argv[1], "rb").read()[-width * height:]
edges = [pixels[y * width + x] for y in range(height) for x in (1, width - 2)]
sys.exit(0 if min(edges) < 128 else 1)
END
fi
! "$attache" build --for paper --out "$work" 2>/dev/null || fail "a medium that is none was taken"

# A picture of too few pixels keeps the file from being made, with its place.
cp -r data "$work/data"
cp -r fonts "$work/fonts"
cp tests/fuzz/seeds/picture/rgb.jpg "$work/data/pictures/facade.jpg"
! "$attache" build --for press --data "$work/data" --out "$work/poor" --quiet 2>"$work/said" ||
    fail "a picture of too few pixels was printed"
grep -q 'yaml:[0-9]*:[0-9]*: fault: .*facade.jpg has [0-9]* pixels an inch' "$work/said" ||
    fail "$(cat "$work/said")"
