#!/bin/sh
# Wrong usage: exit 2, nothing on standard output, nothing written, and the nearest word named.
# usage: usage.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

# wrong WORDS COMMAND-LINE...: exits 2 and says WORDS
wrong() {
    words=$1
    shift
    status=0
    "$attache" "$@" > "$work/out" 2> "$work/err" || status=$?
    if [ "$status" != 2 ] || [ -s "$work/out" ] || ! grep -qF -- "$words" "$work/err"; then
        printf 'attache %s: exit %s, not 2 with "%s":\n' "$*" "$status" "$words"
        cat "$work/out" "$work/err"
        exit 1
    fi
}
wrong 'usage: attache COMMAND'
wrong 'did you mean `print`?' prnt
wrong 'did you mean `--output`?' print --otuput=x.pdf
wrong 'no option `-Z`' print -qZ
wrong '--output takes a value: FILE' print -o
wrong '--quiet takes no value' print --quiet=yes
wrong 'from 1 to 1024' print -j0
wrong 'from 1 to 1024' print --jobs 2x
wrong 'did you mean `pages`?' print --dump page
wrong 'check takes no option --output' check -o "$work/x.pdf"
wrong 'fields takes no option --data' fields --data data
wrong 'did you mean `release`?' fields --json releas
wrong 'fields takes no names' fields release
wrong 'build makes everything' build 2019-47
wrong 'names one file, but there are' bulletin 2019-47 -o "$work/x.pdf"
wrong 'did you mean `2019-11-15-trafficking-en`?' print 2019-11-15-traficking-en
wrong 'data/missions/asia.yaml holds no release' print data/missions/asia.yaml
wrong 'there is no file `nothing.yaml`' check nothing.yaml
wrong 'did you mean `classic`?' print 2019-11-15-trafficking-en -t clasic
wrong 'in the language `fi`' directory --lang fi
wrong 'data/missions/asia.yaml holds no theme' check -t data/missions/asia.yaml
wrong '--dump prints on standard output' print 2019-11-15-trafficking-en --dump doc -o "$work/x.pdf"
wrong 'there is no folder `nowhere`' build --data nowhere
SOURCE_DATE_EPOCH=yesterday wrong 'SOURCE_DATE_EPOCH' print -o "$work/x.pdf"
[ ! -e "$work/x.pdf" ] || { echo 'something was written'; exit 1; }

# right COMMAND-LINE...: exits 0, silent on standard error
right() {
    if ! "$attache" "$@" > "$work/out" 2> "$work/err" || [ -s "$work/err" ]; then
        printf 'attache %s failed or complained:\n' "$*"
        cat "$work/err"
        exit 1
    fi
}
right --help
grep -q '^usage: attache' "$work/out"
right -V
grep -qE '^attache [0-9.]+$' "$work/out"
right check
[ ! -s "$work/out" ]
right check data/releases/2019-11-13-osce-en.yaml
