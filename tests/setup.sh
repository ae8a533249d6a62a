# What scripts of tests begin with, as `. "$2/tests/setup.sh"`: their arguments ATTACHE and SOURCE, a folder
# $work that goes with them, and what they say when they fail.
set -eu
export LC_ALL=C.UTF-8
attache=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "$1" >&2
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# need TOOL...: passes over the test where one is not installed
need() {
    for tool; do
        have "$tool" || { echo "note: $tool is not installed"; exit 0; }
    done
}

# boxes FILE WIDTH BLEED: of a sheet for the press, to a hundredth of a millimetre. The trim is WIDTH mm wide and as
# high as A4; around the bleed there are 12 mm for marks.
boxes() {
    pdfinfo -box "$1" | awk -v width="$2" -v bleed="$3" '
        function off(value, millimetres) {
            value = value * 25.4 / 72 - millimetres
            return value > 0.01 || value < -0.01
        }
        function box(low, beyond) {
            seen++
            if (off($2, low) || off($3, low) || off($4, low + width + 2 * beyond) ||
                off($5, low + 297 + 2 * beyond)) bad = bad $0 "\n"
        }
        /^MediaBox/ { box(0, bleed + 12) }
        /^BleedBox/ { box(12, bleed) }
        /^TrimBox/ { box(12 + bleed, 0) }
        END { printf "%s", bad; exit bad != "" || seen != 3 }' || fail "$1: a box is wrong"
}
