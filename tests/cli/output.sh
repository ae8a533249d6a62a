#!/bin/sh
# Where output goes: names, standard output, the same bytes every time and on any number of threads; all of
# it or, where anything is at fault, none. usage: output.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cp -R "$source/data" "$source/fonts" "$work"
cd "$work"
unset SOURCE_DATE_EPOCH
id=2019-11-15-trafficking-en

# Everything by its name, twice: the same files, the same bytes, nothing besides.
"$attache" build --jobs 1 --quiet
mv out one
"$attache" build --jobs 2 > words 2>&1
[ "$(cat words)" = "attache: $(ls one | wc -l) made, 0 up to date" ] || fail 'build says more than its outcome'
"$attache" build --jobs 2 --force --quiet > words 2>&1
[ ! -s words ] || fail 'a quiet build talks'
diff -r one out || fail 'two threads give other bytes than one'
for name in release-$id bulletin-2019-47-be directory-missions-ru; do
    [ -s out/$name.pdf ] || fail "there is no out/$name.pdf"
done
[ -z "$(find out -name '.*.part')" ] || fail 'temporary files were left'
[ "$(ls out | wc -l)" -eq "$(($(ls data/releases | wc -l) + 3 + 3))" ] || fail 'other files than expected'

# One document, by id and by file, into a file and a pipe, from anywhere.
"$attache" print $id -o - > piped.pdf
cmp piped.pdf one/release-$id.pdf
"$attache" print data/releases/$id.yaml $id -o named.pdf
cmp named.pdf piped.pdf
mkdir elsewhere && cp data/releases/$id.yaml elsewhere/draft.yaml
(cd elsewhere && sed 's/^id: .*/id: draft/; /^translations:/d' draft.yaml > new.yaml &&
    "$attache" print new.yaml --data ../data)
[ -s elsewhere/out/release-draft.pdf ] || fail 'a release outside the data was not printed'
"$attache" bulletin --lang be -O bulletins --quiet
[ "$(ls bulletins)" = bulletin-2019-47-be.pdf ] || fail '--lang did not choose one edition'
"$attache" bulletin -l be -t large -o large.pdf
! cmp -s large.pdf bulletins/bulletin-2019-47-be.pdf || fail '--theme changed nothing'
for what in doc pages lines; do
    "$attache" print $id --dump $what > dump
    [ -s dump ] || fail "--dump $what printed nothing"
done
"$attache" print $id --timings -o x.pdf 2> times
grep -q '^paginate .* ms$' times || fail '--timings printed no times'

# The date of creation: that of the release, or SOURCE_DATE_EPOCH.
SOURCE_DATE_EPOCH=0 "$attache" print $id -o epoch.pdf
grep -aq 'CreateDate>1970-01-01T00:00:00' epoch.pdf || fail 'SOURCE_DATE_EPOCH is not the date of creation'
grep -aq 'CreateDate>2019-11-15T00:00:00' piped.pdf || fail 'the date of creation is not that of the release'

# A full disk and a closed pipe are faults.
if [ -e /dev/full ]; then
    ! "$attache" print $id -o - > /dev/full 2>&1 || fail 'a full disk passed'
    ! "$attache" print $id --dump doc > /dev/full 2>&1 || fail 'a full disk passed (dump)'
fi

# Told to stop half way, it leaves what was there and nothing else.
cp -R data many
for i in $(seq 600); do
    sed "s/^id: .*/id: copy-$i/; /^translations:/d" elsewhere/draft.yaml > many/releases/copy-$i.yaml
done
cp -R one stopped
"$attache" build --data many --out stopped 2> words &
until [ -n "$(find stopped -name '.*.part')" ] || ! kill -0 $! 2> words; do :; done
kill -TERM $! || fail 'it ended before it could be stopped'
status=0
wait $! || status=$?
[ "$status" = 143 ] || fail "stopped by SIGTERM: exit $status, not 143"
diff -r one stopped || fail 'a run that was stopped left something behind'

# untouched WHAT: the earlier output is as it was, after exit 1
untouched() {
    status=0
    "$attache" build > words 2>&1 || status=$?
    [ "$status" = 1 ] || fail "$1: exit $status, not 1"
    grep -q 'fault: ' words || fail "$1: no fault was named"
    diff -r one out || fail "$1: the earlier output changed"
}
# A character that no font has comes to light only when the text is set; a check sets it too.
printf '\n  A sign of no font: \356\200\200.\n' >> data/releases/2021-10-21-new-york-en.yaml
untouched 'a missing glyph'
grep -q 'data/releases/2021-10-21-new-york-en.yaml:[0-9]*:' words || fail 'the fault has no place'
! "$attache" check 2> checked || fail 'check passed what build did not'
diff words checked || fail 'check names other faults than build'
sed -i 's/^title:/titel:/' data/releases/$id.yaml
untouched 'an unknown field'
grep -q "data/releases/$id.yaml:[0-9]*:[0-9]*: fault: " words || fail 'the fault has no place'
