#!/bin/sh
# --attach-source: the files come out of the PDF as they went in, by other people's programs.
# usage: attach.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

# same FOLDER: each file there is one of the sample, byte for byte
same() {
    for file in "$1"/*; do
        found=$(find data -name "${file##*/}")
        [ -n "$found" ] && cmp -s "$file" $found || fail "${file##*/} differs from what was attached"
    done
}

"$attache" build --quiet --attach-source --out "$work/pdf"
"$attache" preflight "$work"/pdf/*.pdf >"$work/said" || fail "$(grep -A4 FAULT "$work/said")"
[ "$(grep -c 'PDF/A-3a; PDF/UA-1: passed$' "$work/said")" -eq "$(ls "$work"/pdf | wc -l)" ] ||
    fail "not all files are PDF/A-3a: $(grep "\.pdf: " "$work/said")"

release=$work/pdf/release-2021-10-21-new-york-en.pdf
bulletin=$work/pdf/bulletin-2019-47-en.pdf
directory=$work/pdf/directory-missions-en.pdf
if have pdfdetach; then
    for file in "$release" "$bulletin" "$directory"; do
        rm -rf "$work/files" && mkdir "$work/files"
        pdfdetach -saveall -o "$work/files" "$file"
        same "$work/files"
    done
    [ -f "$work/files/missions.yaml" ] && [ -f "$work/files/europe.yaml" ] ||
        fail "the directory has not its record and its missions: $(ls "$work/files")"
    rm -rf "$work/files" && mkdir "$work/files"
    pdfdetach -saveall -o "$work/files" "$release"
    [ -f "$work/files/2021-10-21-new-york-en.yaml" ] || fail "a release has not its record"
    [ ! -f "$work/files/africa.yaml" ] || fail "a release has missions that are not in it"
fi
if have qpdf; then
    qpdf --show-attachment=2019-47.yaml "$bulletin" | cmp - data/bulletins/2019-47.yaml
    qpdf --list-attachments --verbose "$bulletin" >"$work/list"
    for line in 'mime type: application/yaml' "checksum: $(md5sum <data/bulletins/2019-47.yaml | cut -c1-32)" \
        'modification date: D:2019'; do
        grep -qi "$line" "$work/list" || fail "qpdf does not say: $line; it says: $(cat "$work/list")"
    done
fi

# The same bytes again, on one thread, and at the moment that is asked for.
"$attache" bulletin --quiet --attach-source --jobs 1 --out "$work/again"
cmp "$bulletin" "$work/again/bulletin-2019-47-en.pdf"

# Two files of one name are told apart.
mkdir -p "$work/data/missions" "$work/data/releases"
cp data/theme.yaml data/labels.yaml "$work/data"
cp data/missions/ministry.yaml "$work/data/missions/visit.yaml"
cat >"$work/data/releases/visit.yaml" <<'END'
id: visit
title: Minister visits Vienna
date: 2026-11-24
language: en
body: Text.
END
"$attache" print --quiet --attach-source --data "$work/data" -o "$work/visit.pdf" visit
if have pdfdetach; then
    [ "$(pdfdetach -list "$work/visit.pdf" | sed 's/^[0-9]*: //' | sort | tr '\n' ' ')" = \
        '1-visit.yaml 2 embedded files 2-visit.yaml ' ] || fail "$(pdfdetach -list "$work/visit.pdf")"
fi

# A file for the press has none.
status=0
"$attache" print --attach-source --for press visit >/dev/null 2>&1 || status=$?
[ "$status" -eq 2 ] || fail "--attach-source --for press: exit $status, not 2"
