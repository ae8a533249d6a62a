#!/bin/sh
# A logo in SVG stays paths, gets the inks of the press, and is refused where it is more than can be drawn.
# usage: emblem.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$work"

mkdir -p data/profiles
cp "$source"/data/theme*.yaml "$source/data/labels.yaml" data
cp "$source"/data/profiles/*.icc data/profiles
printf 'logo: emblem.svg\nlogo_width: 40 mm\n' >>data/theme.yaml
printf 'id: visit\ntitle: Visit\ndate: 2026-11-24\nlanguage: en\nbody: Text.\n' >visit.yaml

# Every element and every command, absolute and relative.
cat >data/emblem.svg <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!-- a star in a wreath -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -60 120 120" width="120px">
  <title>Star in a wreath</title>
  <circle r="58" fill="#0a3ca0"/>
  <circle r="52" fill="white"/>
  <g transform="translate(0 0) scale(1.1)" fill="#c8102e">
    <path fill-rule="evenodd"
      d="M0-36 8.2-11.3H34.2L13.3 4 21.2 28.7 0 13.4-21.2 28.7-13.3 4-34.2-11.3h26z m0 20 l-3.6 11 h7.2z"/>
  </g>
  <g fill="#006341">
    <path d="M-46 0A46 46 0 0 0 0 46v-5A41 41 0 0 1-41 0z"/>
    <path transform="matrix(-1 0 0 1 0 0)" d="M-46 0a46 46 0 0046 46V41A41 41 0 01-41 0z"/>
    <ellipse cx="0" cy="46" rx="6" ry="4" fill="black"/>
    <path d="M-40 10C-44 4-52 4-54 8S-44 18-40 10c4 6 4 12 2 12s-8 0-2-12Q-38 2-40 0T-44 0q1-4 3-2t1 12z"
      fill="#888"/>
    <polygon points="-4,-50 4,-50 0,-42" fill="navy"/>
    <rect x="-50" y="-2" width="6" height="4"/>
  </g>
</svg>
END
"$attache" print --quiet --data data -o screen.pdf visit.yaml
"$attache" print --quiet --data data --for press -o press.pdf visit.yaml
"$attache" preflight screen.pdf press.pdf >said || fail "$(grep -A3 FAULT said)"

if have pdfimages; then
    [ "$(pdfimages -list screen.pdf | wc -l)" -eq 2 ] || fail 'the emblem is a raster'
fi
if have pdftoppm && have python3; then
    pdftoppm -r 72 -singlefile screen.pdf page
    # Where it stands, in pixels: from the middle of the emblem by units of its box.
    python3 - page.ppm <<'END' || fail 'the emblem is not what it should be'
import sys
data = open(sys.argv[1], "rb").read()
width, height = (int(n) for n in data.split(b"\n", 3)[1].split())
pixels = data[-width * height * 3:]
blue = [(x, y) for y in range(height) for x in range(width)
        if pixels.startswith(b"\x0A\x3C\xA0", (y * width + x) * 3)]
left, right = min(x for x, _ in blue), max(x for x, _ in blue) + 1
top, bottom = min(y for _, y in blue), max(y for _, y in blue) + 1
unit = (right - left) / 116
assert abs(right - left - 40 / 25.4 * 72 * 116 / 120) < 2 and abs(right - left - bottom + top) < 2
places = {(0, -30): (0xC8, 0x10, 0x2E), (0, -10): (255, 255, 255), (30, 31): (0, 0x63, 0x41),
          (-30, 31): (0, 0x63, 0x41), (0, 46): (0, 0, 0), (0, -48): (0, 0, 0x80), (30, 0): (255, 255, 255),
          (-47, 0): (0, 0x63, 0x41)}
for (x, y), colour in places.items():
    at = int((top + bottom) / 2 + y * unit) * width + int((left + right) / 2 + x * unit)
    found = tuple(pixels[at * 3:at * 3 + 3])
    assert found == colour, ((x, y), found, colour)
END
fi
if have qpdf; then
    qpdf --qdf --object-streams=disable press.pdf press.qdf
    grep -aq '^0 0 0 .467 k$' press.qdf || fail 'grey is not of black ink alone'
    ! grep -aqE ' rg$| g$' press.qdf || fail 'colours of a screen for the press'
fi

# wrong SVG PLACE MESSAGE
wrong() {
    printf '%s\n' "$1" >data/emblem.svg
    status=0
    "$attache" check --data data >said 2>&1 visit.yaml || status=$?
    [ "$status" -eq 1 ] && grep -q "^data/emblem.svg:$2: fault: .*$3" said || fail "$1: $status, $(cat said)"
}
svg='<svg viewBox="0 0 9 9">'
wrong "$svg<text>a</text></svg>" 1:25 'the element text'
wrong "$svg
 <path d=\"M0 0L5\"/></svg>" 2:17 'd cannot be read from here'
wrong "$svg<path d=\"L5 5\"/></svg>" 1:33 'd cannot be read'
wrong "$svg<rect width=\"3\" height=\"3\" fill=\"url(#a)\"/></svg>" 1:57 'fill cannot be'
wrong "$svg<rect width=\"3\" height=\"3\" stroke=\"red\"/></svg>" 1:51 'stroke cannot stand in rect'
wrong "$svg<g style=\"fill:red\"/></svg>" 1:27 'style cannot stand in g'
wrong "$svg<g transform=\"rotate(3)\"/></svg>" 1:38 'transform cannot be'
wrong '<svg width="3"><rect width="3" height="3"/></svg>' 1:2 'no viewBox'
wrong "$svg</svg>" 1:30 'nothing is drawn'
wrong "$svg<rect width=\"3\" height=\"3\"" 2:1 'this is no tag'
wrong "$svg<rect width=\"3" 1:37 'not closed'
wrong "$svg<g><rect width=\"3\" height=\"3\"/></svg>" 1:25 'g has no end'
wrong "$svg<rect width=\"3\" height=\"3\"></svg>" 1:25 'rect has no end'
wrong "$svg<rect width=\"3\" height=\"3\"/>" 1:2 'svg has no end'
wrong "$svg<rect width=\"3\" height=\"3\"/></svg><g/>" 1:59 'after the end'
wrong "$svg<rect width=\"3\" height=\"1e6\"/></svg>" 1:25 'rect reaches too far'
wrong "$svg<path d=\"M0 0A1e200 1e200 0 0 1 5 5z\"/></svg>" 1:25 'path reaches too far'
wrong '<svg viewBox="0 0 1e-320 9"><rect width="3" height="3"/></svg>' 1:2 'no viewBox'
wrong '<html></html>' 1:7 'not svg'
