#!/bin/sh
# Twelve faults planted in a copy of data/: all of them named in one run, each at its place, and nothing
# written. usage: twelve.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cp -R "$source/data" "$source/fonts" "$work"
cd "$work"

# plant FILE OLD NEW: OLD must stand in FILE, or the test itself is out of date.
plant() {
    grep -qF -- "$2" "data/$1" || { echo "not in $1: $2"; exit 1; }
    awk -v old="$2" -v new="$3" '!done && (i = index($0, old)) {
        $0 = substr($0, 1, i - 1) new substr($0, i + length(old)); done = 1 } { print }' \
        "data/$1" > planted && mv planted "data/$1"
}
plant missions/europe.yaml   "website:" "webseite:"
plant missions/europe.yaml   "country: BE" "country: XX"
plant missions/europe.yaml   "id: bg-burgas-hc" "id: bg-sofia-emb"
plant missions/asia.yaml     "type: embassy" "type: embasy"
plant missions/asia.yaml     "08:30-09:30" "09:30-08:30"
plant missions/cis.yaml      "russia@mfa.gov.by" "russia.mfa.gov.by"
plant missions/africa.yaml   "sources: [S1" "sources: [S99"
plant releases/2019-11-13-osce-en.yaml "date: 2019-11-13" "date: 2019-11-31"
plant releases/2019-11-13-austria-en.yaml "issuer: at-vienna-emb" "issuer: at-vienna-emp"
plant releases/2019-11-12-network-en.yaml "summary:" "sumary:"
plant bulletins/2019-47.yaml "to: 2019-11-17" "to: 2019-11-07"
plant theme.yaml             "leading: 13.5 pt" "leading: 13.5 points"

status=0
"$attache" check --data data > out 2> err || status=$?
[ "$status" = 1 ] || { echo "exit $status, not 1"; cat err; exit 1; }
[ ! -e out.pdf ] && [ ! -s out ] || { echo "something was written"; exit 1; }
expected=$source/tests/cases/check/twelve.err
if [ "${UPDATE_CASES:-}" = 1 ]; then
    cp err "$expected"
fi
diff -u "$expected" err
# Building writes nothing either.
status=0
"$attache" build --data data --out built > /dev/null 2>&1 || status=$?
[ "$status" = 1 ] || { echo "build: exit $status, not 1"; exit 1; }
[ -z "$(ls built 2>/dev/null)" ] || { echo "build wrote something"; exit 1; }
