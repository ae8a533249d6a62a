#!/bin/sh
# Any number of threads makes the same bytes. Built with the preset tsan this test also looks for races between
# them. usage: threads.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"
export TSAN_OPTIONS="halt_on_error=1 ${TSAN_OPTIONS:-}"

# Each document on one thread, several at a time: the batch.
for jobs in 1 4; do
    "$attache" print --all --quiet --jobs $jobs --out "$work/$jobs" || fail "print --jobs $jobs fails"
done
diff -r "$work/1" "$work/4" || fail 'a batch on four threads gives other bytes than on one'
"$attache" print --all --jobs 4 --out "$work/1" 2> "$work/said" || fail 'a batch of what is fresh fails'
grep -q '^attache: 0 made,' "$work/said" || fail 'four threads do not know what one has made'

# One document on all of them: files are read and pages encoded side by side.
for command in 'directory missions' 'bulletin 2019-47' 'directory missions --for press'; do
    for jobs in 1 4; do
        "$attache" $command --lang en --jobs $jobs --output "$work/$jobs.pdf" ||
            fail "$command --jobs $jobs fails"
    done
    cmp "$work/1.pdf" "$work/4.pdf" || fail "$command: four threads give other bytes than one"
done
