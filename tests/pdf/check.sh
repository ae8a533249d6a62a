#!/bin/sh
# Other people's tools read each FILE; exits 1, saying what and why, when one of them objects.
# usage: check.sh FILE...      A tool that is not installed is passed over with a note.
set -u
export LC_ALL=C.UTF-8
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
failures=0

# Several files are read side by side.
if [ $# -gt 1 ]; then
    printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" sh "$0" || exit 1
    printf '%d files, no objections\n' "$#"
    exit 0
fi

fail() { # file, what
    printf '%s: %s\n' "$1" "$2" >&2
    sed 's/^/    /; 20q' "$log" >&2
    failures=$((failures + 1))
}

have() {
    command -v "$1" >/dev/null 2>&1 && return 0
    printf 'note: %s is not installed\n' "$1" >&2
    return 1
}

# run FILE WHAT COMMAND...: the command succeeds
run() {
    file=$1 what=$2
    shift 2
    "$@" >"$log" 2>&1 || fail "$file" "$what"
}

# quiet FILE WHAT COMMAND...: it succeeds and has nothing to say, but of how it was built itself
quiet() {
    file=$1 what=$2
    shift 2
    if ! "$@" >"$log" 2>&1 || grep -qv 'ICC support is not available' "$log"; then
        fail "$file" "$what"
    fi
}

fonts() { # every font embedded (column emb) and with ToUnicode (uni)
    pdffonts "$1" >"$log" 2>&1 || { fail "$1" "pdffonts cannot read it"; return; }
    awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-2) != "yes") { bad = 1 } END { exit bad || NR < 3 }' \
        "$log" || fail "$1" "a font is not embedded, has no ToUnicode, or there are no fonts"
}

text() {
    pdftotext "$1" "$log" 2>/dev/null || { fail "$1" "pdftotext cannot read it"; return; }
    grep -q '[[:alnum:]]' "$log" || fail "$1" "pdftotext finds no text"
    ! grep -q "$(printf '\357\277\275')" "$log" || fail "$1" "text with U+FFFD"
}

structure() {
    pdfinfo -struct "$1" >"$log" 2>&1 || { fail "$1" "pdfinfo -struct fails"; return; }
    grep -q '^Document' "$log" || fail "$1" "no structure tree"
    ! grep -q -i 'error' "$log" || fail "$1" "poppler objects to the structure tree"
}

for file in "$@"; do
    [ -s "$file" ] || { : >"$log"; fail "$file" "no such file, or empty"; continue; }
    have qpdf && run "$file" "qpdf --check" qpdf --check "$file"
    have mutool && quiet "$file" "mutool draw" mutool draw -q -o /dev/null -F text "$file"
    have gs && quiet "$file" "Ghostscript" \
        gs -q -r36 -dBATCH -dNOPAUSE -dSAFER -dPDFSTOPONERROR -sDEVICE=nullpage "$file"
    have pdffonts && fonts "$file"
    have pdftotext && text "$file"
    have pdfinfo && structure "$file"
done
[ $# -gt 0 ] || { echo "usage: check.sh FILE..." >&2; exit 2; }
[ "$failures" -eq 0 ] || exit 1
printf '%d files, no objections\n' "$#"
