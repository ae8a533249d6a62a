#!/bin/sh
# What no data asks for any more goes with the next batch: all that attache made of this data, nothing else.
# usage: stale.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$work"
mkdir data data/releases data/bulletins fonts
cp -R "$source"/data/*.yaml "$source/data/missions" "$source/data/pictures" "$source/data/profiles" data
for id in 2019-11-11-voting-en 2019-11-11-voting-ru 2019-11-13-osce-en 2022-08-04-mumbai-en; do
    cp "$source/data/releases/$id.yaml" data/releases
done
sed 's/^languages:.*/languages: [en, ru]/' "$source/data/bulletins/2019-47.yaml" > data/bulletins/week.yaml
cp "$source/fonts/fonts.yaml" fonts

# says WHAT OUTCOME COMMAND...
says() {
    what=$1
    outcome=$2
    shift 2
    "$attache" "$@" 2> said || fail "$what: $(cat said)"
    grep -qx "attache: $outcome" said || fail "$what: not '$outcome', but: $(cat said)"
}
gone() {
    for name; do
        [ ! -e "out/$name" ] && [ ! -e "out/.attache/$name.digest" ] || fail "$name is still there"
    done
}

says 'the first run' '6 made, 0 up to date' build
says 'for the press' '4 made, 0 up to date' print --all --for press
cp out/release-2019-11-13-osce-en.pdf out/mine.pdf
mkdir out/kept && cp out/mine.pdf out/kept/release-gone.pdf

# What was asked for otherwise is not gone.
says 'one language' '0 made, 3 up to date' print --all --lang en
says 'bulletins' '0 made, 2 up to date' bulletin

# A release, with what was made of it for the press; a language.
rm data/releases/2019-11-13-osce-en.yaml
sed -i 's/^languages:.*/languages: [en]/' data/bulletins/week.yaml

# A shard does not know the others; what is named is no batch; nor does a check remove anything.
"$attache" build --quiet --shard 1/2
"$attache" print --quiet 2019-11-11-voting-en
"$attache" check
[ -e out/release-2019-11-13-osce-en.pdf ] || fail 'removed by something else than a batch'

# A fault in the data leaves all as it is.
echo 'titel: x' > data/releases/wrong.yaml
! "$attache" build 2> said || fail 'a fault passed'
[ -e out/release-2019-11-13-osce-en.pdf ] || fail 'removed although there was a fault'
rm data/releases/wrong.yaml

# Other data have no say in what was made of these.
cp -R data others
rm -r others/releases/* others/bulletins
says 'other data' '0 made, 0 up to date' print --all --data others
[ -e out/release-2019-11-11-voting-en.pdf ] || fail 'other data removed it'

"$attache" build 2> said
grep -q ' up to date, 3 removed$' said || fail "not three removed: $(cat said)"
gone release-2019-11-13-osce-en.pdf release-2019-11-13-osce-en-press.pdf bulletin-week-ru.pdf
[ -e out/mine.pdf ] && [ -e out/kept/release-gone.pdf ] || fail 'a file of somebody else is gone'
"$attache" build 2> said
! grep -q removed said || fail 'removed again'

# Moved together the data and the folder of the output are the same.
mkdir moved && mv data fonts out moved && cd moved
says 'moved' '0 made, 4 up to date' build

# A file that was changed since stays, and one warning says so.
rm data/releases/2022-08-04-mumbai-en.yaml
printf 'x' >> out/release-2022-08-04-mumbai-en.pdf
says 'a file that was changed' '0 made, 3 up to date, 1 removed' build
grep -q '^out/release-2022-08-04-mumbai-en.pdf: warning: .*it stays' said || fail "no warning: $(cat said)"
[ -e out/release-2022-08-04-mumbai-en.pdf ] || fail 'what was changed is gone'
"$attache" build 2> said
! grep -q warning said || fail 'the warning comes again'

# The last of all.
rm -r data/releases data/bulletins
says 'no documents' '0 made, 0 up to date, 5 removed' build
[ -z "$(ls out/.attache)" ] || fail "records without outputs: $(ls out/.attache)"
