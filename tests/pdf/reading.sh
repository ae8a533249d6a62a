#!/bin/sh
# A screen reader hears the samples in the order in which the documents say them: see reading.py.
# usage: reading.sh ATTACHE SAMPLES      in the folder that holds data/
set -eu
export LC_ALL=C.UTF-8
attache=$1
samples=$2

for tool in python3 qpdf pdfinfo; do
    command -v "$tool" >/dev/null || { echo "note: $tool is not installed"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# dump KIND-ID-LANG.pdf or release-ID.pdf: what the document says
dump() {
    case $1 in
    release-*) id=${1#release-}; "$attache" print --dump doc "${id%.pdf}" ;;
    *)
        id=${1#*-} language=${1##*-}
        "$attache" "${1%%-*}" --dump doc --lang "${language%.pdf}" "${id%-*}"
        ;;
    esac
}

if [ $# -eq 3 ]; then # one of several that are read side by side
    dump "$3" >"$work/dump"
    python3 "$(dirname "$0")/reading.py" "$work/dump" "$samples/$3"
    exit
fi
count=$(ls "$samples" | grep -c '\.pdf$')
[ "$count" -gt 20 ] || { echo "only $count samples"; exit 1; }
ls "$samples" | grep '\.pdf$' | xargs -n 1 -P "$(nproc)" sh "$0" "$attache" "$samples"

# An order that is another is found.
dump release-2019-11-13-osce-en.pdf | awk '/ lead: / { lead = $0; next } { print } / text: / && lead { print lead; lead = "" }' \
    >"$work/dump"
! python3 "$(dirname "$0")/reading.py" "$work/dump" "$samples/release-2019-11-13-osce-en.pdf" 2>/dev/null ||
    { echo 'a lead after the text is not found'; exit 1; }
