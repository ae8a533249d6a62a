#!/bin/sh
# Chosen pages of the sample, drawn small and grey, against the pictures stored beside this script.
# usage: pictures.sh FOLDER      with the PDFs; UPDATE_CASES=1 rewrites the pictures.
# On a difference the page as it is now stays in FOLDER/pictures beside a picture of the difference.
set -u
export LC_ALL=C.UTF-8
[ $# -eq 1 ] || { echo 'usage: pictures.sh FOLDER' >&2; exit 2; }
folder=$1
stored=$(dirname "$0")/pictures
drawn=$folder/pictures
mkdir -p "$drawn" || exit 1
failures=0

# What rounding in another build of poppler may change at 40 dpi: grey values by 8 percent, and of
# what changes more, 40 of the 154 000 pixels of a sheet.
fuzz=8%
most=40

fail() {
    printf '%s\n' "$1" >&2
    failures=$((failures + 1))
}

# page NAME FILE WHICH: page WHICH of FILE.pdf ("last" is the last one, "/WORDS" the first that holds
# WORDS) is as NAME.png.
page() {
    name=$1 file=$folder/$2.pdf number=$3
    [ -s "$file" ] || { fail "$name: there is no $file"; return; }
    case $number in
    last) number=$(pdfinfo "$file" | awk '$1 == "Pages:" { print $2 }') ;;
    /*)
        number=$(pdftotext "$file" - |
            awk -v RS='\f' -v words="${number#/}" 'index($0, words) { print NR; exit }')
        [ -n "$number" ] || { fail "$name: no page of $file has the words \"${3#/}\""; return; }
        ;;
    esac
    pdftoppm -q -r 40 -gray -png -singlefile -f "$number" -l "$number" "$file" "$drawn/$name" ||
        { fail "$name: pdftoppm cannot draw page $number of $file"; return; }
    [ -s "$drawn/$name.png" ] || { fail "$name: $file has no page $number"; return; }
    if [ -n "${UPDATE_CASES:-}" ]; then
        # The same page drawn again is the same file: nothing but the pixels is kept.
        mkdir -p "$stored" && convert "$drawn/$name.png" -strip \
            -define png:exclude-chunks=date,time "$stored/$name.png" || fail "$name: not written"
        return
    fi
    [ -s "$stored/$name.png" ] || {
        fail "$name: no picture is stored; look at $drawn/$name.png, then make them all by
    UPDATE_CASES=1 sh tests/pdf/pictures.sh $folder"
        return
    }
    differing=$(compare -metric AE -fuzz "$fuzz" "$stored/$name.png" "$drawn/$name.png" \
        "$drawn/$name-difference.png" 2>&1)
    case $differing in
    '' | *[!0-9]*) fail "$name: page $number of $file: $differing" ;; # another size, for one
    *)
        if [ "$differing" -gt "$most" ]; then
            fail "$name: page $number of $file differs in $differing pixels; see $drawn/$name-difference.png"
        else
            rm -f "$drawn/$name-difference.png"
        fi
        ;;
    esac
}

page masthead-en bulletin-2019-47-en 1
page bulletin-ru bulletin-2019-47-ru 3
page bulletin-be bulletin-2019-47-be last
page title-be directory-missions-be 1
page entries-en directory-missions-en /Vienna
page entries-ru directory-missions-ru 6
page index-ru directory-missions-ru 12
page table-en release-2026-11-24-figures-en 1
page print-ru release-2019-11-15-trafficking-ru 1
page print-ar release-2019-11-15-trafficking-ar 1
page print-he release-2019-11-15-trafficking-he 1
page print-zh release-2023-11-20-beijing-hours-zh 1
page print-th release-2019-11-14-visa-free-th 1

[ "$failures" -eq 0 ]
