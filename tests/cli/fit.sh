#!/bin/sh
# `pages` of bulletins and directories: the number is reached within the limits of the theme, on the
# grid, or the message says by how much it is missed. usage: fit.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cp -R "$source/data" "$source/fonts" "$work"
cd "$work"

fail() { echo "$1"; cat err 2>/dev/null; exit 1; }

# make COMMAND FILE GOAL LANGUAGE: into out.pdf
make_with() {
    cp "$source/$2" "$2"
    sed -i '/^pages:/d' "$2"
    [ "$3" = none ] || echo "pages: $3" >> "$2"
    rm -f out.pdf
    "$attache" "$1" --data data --lang "$4" -o out.pdf 2> err
}
bulletin() { make_with bulletin data/bulletins/2019-47.yaml "$1" "$2"; }
directory() { make_with directory data/directories/missions.yaml "$1" "$2"; }
pages() { pdfinfo out.pdf | sed -n 's/^Pages: *//p'; }
is() { [ "$(pages)" = "$1" ] || fail "$(pages) pages, not $1"; }

# on_grid DUMP: the lines of running text stand on a grid of 46 to 50 lines in the frame of the theme,
# 648 pt from 86.253 pt down; a baseline is three quarters of a line down. Sizes are within 3 %.
on_grid() {
    awk '/^  text .* PTSerif-Regular / {
        gsub(/[()]/, " "); y = $4; size = $7
        if (size < 10.2 * 0.969 || size > 10.2 * 1.031) next
        lines++
        for (most = 46; most <= 50; most++) {
            place = (y - 86.253) / (648 / most) - 0.75
            off = place - int(place + 0.5)
            if (off > 0.01 || off < -0.01) wrong[most]++
        }
    }
    END {
        for (most = 46; most <= 50; most++) if (!wrong[most]) good = 1
        exit !(good && lines > 200)
    }' "$1"
}

bulletin none en
"$attache" bulletin --data data --lang en --dump pages > dump
on_grid dump || fail "lines are off the grid of the theme"
natural=$(pages)
bulletin "$natural" en && is "$natural"
for goal in $((natural - 1)) $((natural + 1)); do
    bulletin "$goal" en && is "$goal" && [ ! -s err ] || fail "bulletin of $goal pages"
    "$attache" bulletin --data data --lang en --dump pages > dump
    on_grid dump || fail "lines of $goal pages are off the grid"
done

# Multiples: of whatever language; blank pages at the end where nothing else helps, and a warning.
for language in en ru be; do
    bulletin "multiple of 4" "$language"
    [ $(($(pages) % 4)) = 0 ] || fail "$(pages) pages"
done
bulletin "multiple of 16" be && is 16
grep -q '^data/bulletins/2019-47.yaml:[0-9]*:8: warning: .* too short for 16; it ends with' err ||
    fail "no warning"
[ -z "$(pdftotext -f 16 -l 16 out.pdf - | tr -d '\f\n')" ] || fail "the last page is not blank"

# Large print is fitted by its own theme, without blank pages, and never gets smaller.
for language in en be; do
    bulletin none "$language"
    "$attache" bulletin --data data --theme large --lang "$language" -o out.pdf 2> err
    [ $(($(pages) % 4)) != 0 ] || fail "large print in $language fits of itself: nothing is tested"
    bulletin "multiple of 4" "$language"
    "$attache" bulletin --data data --theme large --lang "$language" -o out.pdf 2> err
    [ $(($(pages) % 4)) = 0 ] && [ ! -s err ] || fail "large print of $(pages) pages in $language"
    "$attache" bulletin --data data --theme large --lang "$language" --dump pages > dump
    awk '/^  text .* PTSans-Regular / { gsub(/[()]/, " "); if ($7 > 17.9) large++; if ($7 > 12.1 && $7 < 17.99) small++ }
        END { exit !(large > 200 && !small) }' dump || fail "large print is too small"
done

directory none en
natural=$(pages)
directory $((natural + 1)) en && is $((natural + 1))
directory "multiple of 4" ru
[ $(($(pages) % 4)) = 0 ] || fail "$(pages) pages"

# What cannot be: a fault, its place, by how much it is missed; nothing is written.
if bulletin 40 en; then fail "40 pages?"; fi
grep -Eq '2019-47.yaml:[0-9]+:8: fault: .* stays [0-9]+ pages and [0-9]+ lines? too short for 40' err ||
    fail "another message"
[ ! -e out.pdf ] || fail "written all the same"
if bulletin 5 en; then fail "5 pages?"; fi
grep -q 'too long for 5 pages' err || fail "another message"

# The same bytes with any number of threads.
cp "$source/data/bulletins/2019-47.yaml" data/bulletins/2019-47.yaml
echo "pages: multiple of 4" >> data/bulletins/2019-47.yaml
"$attache" bulletin --data data --jobs 1 --out one 2> /dev/null
"$attache" bulletin --data data --jobs 3 --out three 2> /dev/null
for file in one/*.pdf; do
    cmp "$file" "three/${file#one/}"
done
