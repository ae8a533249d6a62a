#!/bin/sh
# Whether running text is set as evenly as when its figures were kept: no figure of generated releases
# in English, Russian and Belarusian, 480 pt wide and in columns of 230 pt, is worse than what
# pdfLaTeX with microtype reaches with them (bench/typography.md).
# usage: lines.sh ATTACHE BENCH_TYPOGRAPHY BENCH_GENERATE
set -eu
attache=$1
export BENCH_TYPOGRAPHY="$2" BENCH_GENERATE="$3"
command -v mutool >/dev/null || { echo "note: mutool is not installed" >&2; exit 0; }
bench=$(cd "$(dirname "$0")/../bench" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for language in en ru be; do
    "$bench/generate" releases 20 1 "$work/$language" "$language" >/dev/null
    "$bench/peers/text" "$work/$language"/data/releases/*.yaml >"$work/$language.txt"
    "$bench/peers/attache" "$attache" "$work/$language.txt" "$work/out-$language" "$language" >/dev/null
done

# peer LANGUAGE MEASURE DEVIATION PERCENTILE MOST OVER-1.5 OVER-1.6 HYPHENS RUNS
peer() {
    "$bench/typography" --column --text "$work/$1.txt" "$work/out-$1/attache-$2.pdf" >"$work/figures"
    awk -v set="$1 at $2 pt" -v names='standard deviation;95th percentile;maximum;lines over 1.5;lines over 1.6;per 100 justified lines;runs of two and more;lines under 0.8;at a column end' \
        -v most="$3;$4;$5;$6;$7;$8;$9;0;0" '
        BEGIN { count = split(names, name, ";"); split(most, limit, ";") }
        {
            row = substr($0, 1, 34)
            gsub(/^ +| +$/, "", row)
            for (i = 1; i <= count; i++) {
                if (row != name[i]) continue
                seen++
                if ($NF + 0 > limit[i] + 0) {
                    print set ": " row " is " $NF ", not " limit[i] " at most"
                    bad = 1
                }
            }
        }
        END { exit bad || seen != count }' "$work/figures" >&2 || missed=1
}
missed=0
peer en 480 0.088 1.188 1.480 0 0 0.813 0
peer ru 480 0.127 1.287 1.493 0 0 13.262 1
peer be 480 0.133 1.308 1.500 1 0 6.572 2
peer en 230 0.200 1.425 2.528 20 15 13.752 11
peer ru 230 0.240 1.448 3.398 42 30 45.594 122
peer be 230 0.181 1.366 3.513 11 9 38.406 96
exit $missed
