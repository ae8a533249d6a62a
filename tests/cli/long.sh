#!/bin/sh
# A directory that is laid out in several pieces: page numbers that come before their pages and after them are right,
# nothing is lost, and the bytes do not depend on the number of threads. usage: long.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
BENCH_GENERATE=$(dirname "$attache")/tests/bench_generate tests/bench/generate missions 600 1 "$work"
for jobs in 1 2; do
    "$attache" directory -q --force -j$jobs --data "$work/data" -o "$work/$jobs.pdf"
done
cmp "$work/1.pdf" "$work/2.pdf"
"$attache" preflight "$work/1.pdf" > "$work/preflight" || { cat "$work/preflight"; exit 1; }

"$attache" directory -q --data "$work/data" --dump pages > "$work/pages"
awk '
    /^page / { pages = $2 }
    # The words of a link that is a number.
    /^  text Link:/ && NF == 8 && $8 ~ /^0:"[0-9]+"$/ { split($2, tag, ":"); split($8, word, "\""); shown[tag[2]] = word[2] }
    # A line is one target to hit, whatever runs it has.
    /^  link:/ && lines[pages, $1, $3]++ { print "page " pages ": two links " $1 " on one line"; exit 1 }
    /^  link:/ { split($1, tag, ":"); if (match($0, /to "#[^"]*"/)) target[tag[2]] = substr($0, RSTART + 5, RLENGTH - 6) }
    /^destination / { page[$2] = $4; entries += $2 ~ /^mission-/ }
    END {
        for (t in shown) {
            if (!(t in target)) continue
            numbers++
            if (page[target[t]] != shown[t]) {
                print target[t] " stands on page " page[target[t]] ", not " shown[t]
                exit 1
            }
        }
        if (pages < 80 || numbers < 1000 || entries < 600) {
            print pages " pages, " numbers " page numbers, " entries " missions"
            exit 1
        }
    }' "$work/pages"
