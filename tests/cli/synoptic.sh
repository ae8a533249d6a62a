#!/bin/sh
# `synoptic: true`: each release begins on the same page in all languages of the bulletin, whichever of
# them is asked for. usage: synoptic.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cp -R "$source/data" "$source/fonts" "$work"
cd "$work"
bulletin=data/bulletins/2019-47.yaml

# starts FILE: "2019-11-15-trafficking 3" for each release, without its language, and the
# listing of missions.
starts() {
    pdfinfo -dests "$1" |
        sed -n 's/^ *\([0-9]*\) .*"\(release-\(.*\)-[a-z]*\|\(missions\)\)"$/\3\4 \1/p' | sort -u
}
# differing FOLDER: what begins on different pages, in the languages that have it.
differing() {
    for file in "$1"/*.pdf; do starts "$file"; done | sort -u | cut -d ' ' -f 1 | uniq -d
}

"$attache" bulletin --data data --out apart 2> err
[ -n "$(differing apart)" ] || fail "the editions agree of themselves: nothing is tested"

echo "synoptic: true" >> $bulletin
"$attache" bulletin --data data --jobs 1 --out synoptic 2> err
[ "$(starts synoptic/bulletin-2019-47-en.pdf | wc -l)" -gt 8 ] || fail "releases are missing"
[ -z "$(differing synoptic)" ] || fail "on different pages: $(differing synoptic)"

# What has no translation leaves its place empty, and a warning says so.
grep -q '2019-47.yaml:[0-9]*:11: warning: `2019-11-13-osce-en` is not there in `be`' err ||
    { cat err; fail "no warning"; }

# All releases in two languages: no page is empty, and there are as many in both.
cp $bulletin kept
sed -i 's/^languages: .*/languages: [en, ru]/; s/^select:/&\n  releases: [2019-11-15-trafficking-en, 2019-11-14-visa-free-en, 2019-11-11-voting-en, 2019-11-16-addresses-en]/' $bulletin
"$attache" bulletin --data data --out two 2> err
[ -z "$(differing two)" ] || fail "on different pages: $(differing two)"
! grep -q warning err || fail "a warning without cause"
for language in en ru; do
    count=$(pdfinfo two/bulletin-2019-47-$language.pdf | sed -n 's/^Pages: *//p')
    for page in $(seq 1 "$count"); do
        [ -n "$(pdftotext -f "$page" -l "$page" two/bulletin-2019-47-$language.pdf - | tr -d '\f\n')" ] ||
            fail "page $page in $language is empty"
    done
    echo "$count"
done | uniq > count
[ "$(wc -l < count)" = 1 ] || fail "so many pages: $(cat count)"
# White before what waits is taken up by looser paragraphs.
"$attache" bulletin --data data --lang en --dump lines > loose
sed -i '/^synoptic:/d' $bulletin
"$attache" bulletin --data data --lang en --dump lines > close
awk '/ paragraph of / { if (NR == FNR) lines[$1] = $4; else longer += $4 > lines[$1] }
    END { exit !longer }' close loose || fail "no paragraph is looser"
cp kept $bulletin

# With more threads, and one language by itself, the same bytes.
"$attache" bulletin --data data --jobs 3 --out threads 2> err
for language in en ru be; do
    "$attache" bulletin --data data --lang $language --out single 2> err
    cmp "synoptic/bulletin-2019-47-$language.pdf" "threads/bulletin-2019-47-$language.pdf"
    cmp "synoptic/bulletin-2019-47-$language.pdf" "single/bulletin-2019-47-$language.pdf"
done

# Contents name the pages on which the releases are.
pdftotext -layout -f 1 -l 1 synoptic/bulletin-2019-47-ru.pdf contents
for page in $(starts synoptic/bulletin-2019-47-ru.pdf | cut -d ' ' -f 2); do
    grep -Eq "(\.|[[:space:]])$page( |\$)" contents || fail "page $page is not in the contents"
done

# Together with a number of pages: all editions have it.
echo "pages: multiple of 4" >> $bulletin
"$attache" bulletin --data data --out both 2> warnings
[ -z "$(differing both)" ] || fail "on different pages when fitted: $(differing both)"
counts=$(for language in en ru be; do pdfinfo both/bulletin-2019-47-$language.pdf | sed -n 's/^Pages: *//p'; done | sort -u)
[ "$(echo "$counts" | wc -l)" = 1 ] && [ $((counts % 4)) = 0 ] || fail "pages: $counts"

# Releases in another order in another language: a fault that names them.
cp "$source/$bulletin" $bulletin
echo "synoptic: true" >> $bulletin
sed -i 's/^date: 2019-11-11/date: 2019-11-17/' data/releases/2019-11-11-voting-ru.yaml
if "$attache" bulletin --data data --out order 2> err; then fail "another order is let pass"; fi
grep -Eq '2019-47.yaml:[0-9]+:11: fault: `2019-11-11-voting-en` stands before .* in `en`, but after it in `ru`' err ||
    { cat err; fail "another message"; }
