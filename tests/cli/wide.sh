#!/bin/sh
# What is wider than its place: a table is one fault, however many of its words do not fit; words have the place of
# their text wherever it is repeated; a narrow column gives way to one that has a long word.
# usage: wide.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cp -r "$source/data" "$source/fonts" "$work"
rm "$work"/data/bulletins/*

word=$(printf 'x%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)

day=03
# release ID TITLE: the body comes from standard input
release() {
    {
        printf 'id: %s\ntitle: %s\ndate: 2020-02-%s\nplace: Minsk\nlanguage: en\n' "$1" "$2" "$day"
        printf 'issuer: by-minsk-mfa\nsection: Consular news\nurl: https://mfa.example/%s\nbody: |\n' "$1"
        sed 's/^/  /'
    } >"$work/data/releases/$1.yaml"
}

faults() {
    (cd "$work" && "$attache" "$@") 2>&1 | grep fault
}

release table 'A table' <<END
The table has more columns than the page has room for.

| $word | $word | $word | $word | $word |
| --- | --- | --- | --- | --- |
| $word | $word | $word | $word | $word |
END
said=$(faults print -q -o table.pdf table)
[ "$(echo "$said" | wc -l)" -eq 1 ] || fail "not one fault: $said"
echo "$said" | grep -q 'releases/table.yaml:12:.*the 5 columns of this table are .* wider than' || fail "$said"

release narrow 'Another table' <<END
The first column could stand on one line, had the second no long word.

| Column | Another column |
| --- | --- |
| one two three four five six | $word$word${word}xxxxxxxxxx, and so much else that the words need more than a line |
END
(cd "$work" && "$attache" print -q -o narrow.pdf narrow) || fail "a column does not give way"

day=04
release title "$word$word$word$word$word" <<END
The title is too wide, over the text and in the contents.
END
cat >"$work/data/bulletins/wide.yaml" <<END
id: wide
name: {en: Bulletin}
number: 1
from: 2020-02-04
to: 2020-02-04
languages: [en]
issuer: by-minsk-mfa
END
said=$(faults bulletin -q -o wide.pdf wide)
[ "$(echo "$said" | grep -c 'releases/title.yaml:2:8: fault: the line with')" -ge 2 ] || fail "no place: $said"
[ "$(echo "$said" | grep -vc 'releases/title.yaml:2:8:')" -eq 0 ] || fail "no place: $said"
