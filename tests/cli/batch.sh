#!/bin/sh
# A batch makes what changed, all of it and nothing else. usage: batch.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
unset SOURCE_DATE_EPOCH
cd "$work"
mkdir data data/releases fonts
cp -R "$source"/data/*.yaml "$source/data/missions" "$source/data/pictures" "$source/data/profiles" data
for id in 2019-11-11-voting-en 2019-11-11-voting-ru 2019-11-13-osce-en 2021-10-21-new-york-en \
    2022-08-04-mumbai-en; do
    cp "$source/data/releases/$id.yaml" data/releases
done
cp "$source/fonts/fonts.yaml" fonts
cp -R data pristine
files=5

# made WHAT NUMBER [OPTION]...: the batch makes so many of the files and leaves the others
made() {
    what=$1
    number=$2
    shift 2
    "$attache" print --all "$@" 2> said || fail "$what: $(cat said)"
    [ "$(cat said)" = "attache: $number made, $((files - number)) up to date" ] ||
        fail "$what: $number should be made, but: $(cat said)"
}
# as_new: what lies there is what a run into an empty folder makes
as_new() {
    "$attache" print -q -O new "$@"
    diff -r new out || fail 'the folder is not as if made anew'
    rm -r new
}

made 'a first run' $files
touch before
made 'a second run' 0
[ -z "$(find out -newer before)" ] || fail 'something was written although nothing changed'
made 'the default' 0 --for screen

# What the documents are made of.
echo '# a remark' >> data/releases/2022-08-04-mumbai-en.yaml
made 'a release' 1
echo '# a remark' >> data/releases/2019-11-11-voting-ru.yaml
made 'a release and its translation' 2
echo '# a remark' >> data/missions/asia.yaml
made 'a mission of one release' 1
cp data/pictures/missions-by-region-en.png data/pictures/facade.png
sed -i 's/facade\.jpg/facade.png/' data/releases/2019-11-11-voting-en.yaml
made 'a picture with another name' 2
cp data/pictures/missions-by-region-be.png data/pictures/facade.png
made 'a picture with other bytes' 1
echo '# a remark' >> data/labels.yaml
made 'the labels' $files
echo '# a remark' >> data/theme.yaml
made 'the theme' $files
echo '# a remark' >> data/theme-directory.yaml
made 'the theme of others' 0
made 'another theme' $files --theme large
made 'the first theme again' $files
# What concerns all is tried with one of them. russian WHAT [OPTION]...
russian() {
    what=$1
    shift
    files=1
    made "$what" 1 --lang ru "$@"
    files=5
}
printf 'x' >> data/profiles/sRGB.icc
russian 'the colour profile'
echo '# a remark' >> fonts/fonts.yaml
russian "the fonts' manifest"
sed -i "s|^folders:|&\n  - $work/fonts|" fonts/fonts.yaml
russian 'a folder of fonts'
cp /usr/share/fonts/truetype/paratype/PTF55F.ttf fonts 2>/dev/null && {
    russian 'a font somewhere else'
    printf 'x' >> fonts/PTF55F.ttf
    russian 'a font with other bytes'
}
SOURCE_DATE_EPOCH=0 russian 'the date of creation'
russian 'no date of creation'
russian 'what is drawn over the pages' --show grid
russian 'nothing drawn over them'
russian 'attached sources' --attach-source
russian 'none attached'
made 'the others' 4
as_new

# What lies in the folder.
one=out/release-2019-11-13-osce-en.pdf
cp "$one" kept
truncate -s -1 "$one"
made 'an output that was truncated' 1
printf 'X' | dd of="$one" bs=1 seek=200 conv=notrunc 2> /dev/null
touch -r kept "$one"
made 'an output that was edited' 1
rm "$one"
made 'an output that was removed' 1
cp out/release-2021-10-21-new-york-en.pdf "$one"
made 'an output in the place of another' 1
printf 'x' > out/.attache/release-2019-11-13-osce-en.pdf.digest
made 'a record that was spoilt' 1
cmp "$one" kept || fail 'made again, it is another'
cp out/.attache/release-2021-10-21-new-york-en.pdf.digest out/.attache/release-2019-11-13-osce-en.pdf.digest
cp out/release-2021-10-21-new-york-en.pdf "$one"
made 'an output and its record in the place of others' 1
made 'everything by force' $files --force
made 'nothing after that' 0

# What is named is made in any case, and the batch takes it as it is.
rm "$one"
"$attache" print 2019-11-13-osce-en 2> said
[ ! -s said ] || fail 'a document that was named is no batch'
cmp "$one" kept || fail 'alone it is another'
made 'nothing after one that was named' 0

# A fault in one of them leaves all as they were, and what is known of them.
cp -R out earlier
echo '# another remark' >> data/releases/2022-08-04-mumbai-en.yaml
printf '\n  A sign of no font: \356\200\200.\n' >> data/releases/2021-10-21-new-york-en.yaml
! "$attache" print --all 2> said || fail 'a fault passed'
diff -r earlier out || fail 'after a fault the folder is another'
cp pristine/releases/* data/releases
made 'the first data again' 3
as_new

# Bulletins and directories; each of them is asked for by name of its language alone.
mkdir data/bulletins data/directories
sed 's/^languages:.*/languages: [en, ru]/' "$source/data/bulletins/2019-47.yaml" > data/bulletins/week.yaml
files=2
built() {
    what=$1
    number=$2
    command=$3
    "$attache" $command 2> said || fail "$what: $(cat said)"
    [ "$(cat said)" = "attache: $number made, $((files - number)) up to date" ] ||
        fail "$what: $number should be made, but: $(cat said)"
}
built 'the bulletins' 2 bulletin
built 'the bulletins again' 0 bulletin
echo '# a remark' >> data/releases/2022-08-04-mumbai-en.yaml
built 'a release of another week' 0 bulletin
echo '# a remark' >> data/releases/2019-11-13-osce-en.yaml
built 'a release of the week' 2 bulletin
cp "$source/data/releases/2019-11-13-austria-en.yaml" data/releases
built 'one more release in the week' 2 bulletin
echo '# a remark' >> data/missions/africa.yaml
built 'a mission' 2 bulletin
sed 's/^languages:.*/languages: [en]/' "$source/data/directories/missions.yaml" > data/directories/missions.yaml
files=1
built 'a directory' 1 directory
built 'the directory again' 0 directory
echo '# a remark' >> data/releases/2022-08-04-mumbai-en.yaml
built 'a release is nothing to a directory' 0 directory
echo '# a remark' >> data/missions/asia.yaml
built 'a mission of the directory' 1 directory

# A record that cannot be written is no fault.
rm -r out/.attache
: > out/.attache
built 'without records' 1 directory
