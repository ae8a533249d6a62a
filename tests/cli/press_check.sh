#!/bin/sh
# check --for press tells in one run all that a press cannot print, each with its place; the slug line
# takes any letters. usage: press_check.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
cd "$source"

said() { # PATTERN: what check has to say
    grep -Eq -- "$1" "$work/said" || fail "not said: $1
$(cat "$work/said")"
}

"$attache" check --for press --quiet >"$work/said" 2>&1 || fail "$(cat "$work/said")"
[ ! -s "$work/said" ] || fail "the sample is not fit for the press: $(cat "$work/said")"
"$attache" check --for press --imposition booklet --quiet >"$work/said" 2>&1 || fail "$(cat "$work/said")"

# A picture of too few pixels, a transparent one, colours of too much ink, a hairline, little bleed,
# a profile of no inks. None of them matters on a screen.
mkdir "$work/press"
cp -r data fonts "$work/press"
cd "$work/press"
cp "$source/tests/fuzz/seeds/picture/rgb.jpg" data/pictures/facade.jpg
cp "$source/tests/fuzz/seeds/picture/alpha.png" data/pictures/missions-by-region-en.png
sed -i -e 's/cmyk: \[90, 70, 30, 25\]/cmyk: [90, 90, 60, 90]/' -e '$a head_rule: 0.2 pt' data/theme.yaml
sed -i -e 's/^bleed: .*/bleed: 1 mm/' -e '$a press: {profile: profiles/sRGB.icc}' data/theme-directory.yaml
"$attache" check --quiet >"$work/said" 2>&1 || fail "it matters on a screen: $(cat "$work/said")"
find . -type f | sort >"$work/before"
! "$attache" check --for press --quiet >"$work/said" 2>&1 || fail "nothing was found"
find . -type f | sort | cmp -s - "$work/before" || fail "check has written something"
said '^data/releases/2019-11-11-voting-en.yaml:[0-9]+:[0-9]+: fault: .*facade.jpg has [0-9]+ pixels an inch'
said '^data/releases/2026-11-24-figures-en.yaml:[0-9]+:[0-9]+: fault: .*missions-by-region-en.png has [0-9]+ pixels'
said '^data/releases/2026-11-24-figures-en.yaml:[0-9]+:[0-9]+: warning: .*missions-by-region-en.png is transparent'
said '^data/theme.yaml:[0-9]+:[0-9]+: fault: the colour of inks 90, 90, 60, 90 has 330 % in all; a press takes 300 %'
said '^data/theme.yaml:[0-9]+:[0-9]+: fault: page [0-9]+ has a rule of 0.200 pt'
said '^data/theme-directory.yaml:[0-9]+:[0-9]+: warning: what runs over the trim has a bleed of 1.0 mm'
said '^data/theme-directory.yaml:[0-9]+:[0-9]+: fault: .*sRGB.icc cannot be the profile of the press'
rm data/profiles/FOGRA39L_coated.icc
sed -i '/^press:/d' data/theme-directory.yaml
sed -i '$a press: {profile: none.icc}' data/theme.yaml
! "$attache" check --for press --quiet >"$work/said" 2>&1 || fail "a profile that is not there was not missed"
said '^data/theme.yaml:[0-9]+:[0-9]+: fault: there is no profile `none.icc`'

# The slug line: the job in any script, the day of the data, sheet and inks; too long a name is cut.
cd "$source"
need pdftotext
slug() { # ARGUMENT...: the slug line of the second page
    "$attache" print 2019-11-13-osce-en --for press --quiet --output "$work/slug.pdf" "$@"
    pdftotext -f 2 -l 2 -layout -x 0 -y 900 -W 700 -H 100 "$work/slug.pdf" - | sed -n '/[^ ]/s/  */ /gp'
}
rest=', data of 2019-11-13, sheet 2 of 2 Cyan Magenta Yellow Black'
[ "$(slug)" = "2019-11-13-osce-en$rest" ] || fail "the slug line is: $(slug)"
[ "$(slug --job 'Заказ № 7 — Ўрад, Αθήνα')" = "Заказ № 7 — Ўрад, Αθήνα$rest" ] ||
    fail "the slug line is: $(slug --job 'Заказ № 7 — Ўрад, Αθήνα')"
long=$(printf 'Міністэрства %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18)
case $(slug --job "$long") in
'Міністэрства Міністэрства'*"…$rest") ;;
*) fail "the slug line is: $(slug --job "$long")" ;;
esac
! "$attache" print 2019-11-13-osce-en --job x --output "$work/none.pdf" 2>"$work/said" ||
    fail "a job was taken for the screen"
said 'goes with --for press'
! "$attache" print 2019-11-13-osce-en --for press --job "$(printf '\377')" --output "$work/none.pdf" \
    2>"$work/said" || fail "a job was taken that is no text"
said 'text in UTF-8'
