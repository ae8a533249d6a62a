#!/bin/sh
# Shards make together what one run makes, each document once, and need no more of the data than theirs.
# usage: shard.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
unset SOURCE_DATE_EPOCH
cd "$work"
cp -R "$source/data" "$source/fonts" .
shards=4

# shards OUT COMMAND...: all of them, side by side
shards() {
    out=$1
    shift
    if parallel --version 2> /dev/null | grep -q '^GNU'; then
        seq $shards | parallel --will-cite -j 2 "$attache" "$@" -j 1 --out "$out" --shard "{}/$shards" 2> said
    else
        for i in $(seq $shards); do
            "$attache" "$@" -j 1 --out "$out" --shard "$i/$shards" 2>> said || fail "$(cat said)"
        done
    fi
}
# sum COLUMN: of the outcomes
sum() {
    awk -v column="$1" '/^attache: [0-9]+ made, [0-9]+ up to date$/ { all += $column } END { print all + 0 }' said
}

for command in 'print --all' 'build'; do
    "$attache" $command --out one 2> said
    files=$(ls one | wc -l)
    [ "$(sum 2)" = "$files" ] || fail "$command: $(cat said)"
    : > said
    shards out $command
    [ "$(sum 2)" = "$files" ] || fail "$command: the shards made $(sum 2) files, one run makes $files"
    diff -r one out || fail "$command: shards make other files than one run"
    : > said
    shards one $command
    [ "$(sum 2)$(sum 4)" = "0$files" ] || fail "$command: shards do not know what one run made: $(cat said)"
    rm -r one out
done

# A file at fault is read by its own shard alone.
printf 'titel: x\n' >> data/releases/2022-08-04-mumbai-en.yaml
failed=0
for i in $(seq $shards); do
    "$attache" print --out poor --shard "$i/$shards" 2> said || failed=$((failed + 1))
done
[ $failed = 1 ] || fail "$failed shards failed over one file"

# A shard without documents is in order.
rm data/releases/2022-08-04-mumbai-en.yaml
mv data/releases/2019-11-13-osce-en.yaml . && rm data/releases/* && mv 2019-11-13-osce-en.yaml data/releases
for i in 1 2 3; do
    "$attache" print --lang en --out few --quiet --shard $i/3 || fail 'an empty shard is no fault'
done
[ "$(ls few)" = release-2019-11-13-osce-en.pdf ] || fail 'three shards of one document'
for wrong in 0/3 4/3 3 1/0 -1/3 1/3x a/b ''; do
    status=0
    "$attache" print --shard "$wrong" 2> said || status=$?
    [ $status = 2 ] || fail "--shard '$wrong' was taken"
    grep -q -- '--shard takes K/N' said || fail "--shard '$wrong': $(cat said)"
done
status=0
"$attache" print --shard 1/2 2019-11-13-osce-en 2> said || status=$?
[ $status = 2 ] || fail 'a shard of what is named was taken'
