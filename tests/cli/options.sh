#!/bin/sh
# --help, the man page and README.md speak of the same commands and options.
# usage: options.sh ATTACHE SOURCE
. "$2/tests/setup.sh"
"$attache" --help > "$work/help"

# Options as "-o --output FILE", one a line.
sed -n 's/^  \(-.\), \(--[a-z-]*\) *\([A-Z/]*\)  *[^ ].*/\1 \2 \3/p' "$work/help" | sed 's/ *$//' |
    sort > "$work/options"
[ "$(wc -l < "$work/options")" -ge 10 ] || { echo 'no options in --help'; exit 1; }
sed -n 's/\\-/-/g; s/^\.BR \(-.\) ", " \(--[a-z-]*\)\( " \\fI\([A-Z/]*\)\\fR"\)*$/\1 \2 \4/p' \
    "$source/src/cli/attache.1" | sed 's/ *$//' | sort | diff "$work/options" - ||
    { echo 'the man page (>) does not say what --help (<) says'; exit 1; }

sed -n 's/^  \([a-z]*\)  .*/\1/p' "$work/help" | sort > "$work/commands"
sed -n '/^\.SH COMMANDS/,/^\.SH OPTIONS/s/^\.B \([a-z]*\)$/\1/p' "$source/src/cli/attache.1" | sort |
    diff "$work/commands" - || { echo 'the man page (>) has other commands than --help (<)'; exit 1; }

# What README.md and bootstrap.sh let people type: "attache WORD" in backquotes or lines of code.
awk '/^```/ { code = !code; next } { print (code || FILENAME ~ /sh$/ ? "`" : "") $0 }' \
    "$source/README.md" "$source/src/bootstrap.sh" |
    sed -nE 's/(`|\&\& *)([a-z/]*\/)?attache (-?-?[a-z]+)/\n@\3\n/gp' | sed -n 's/^@//p' | sort -u > "$work/said"
[ "$(wc -l < "$work/said")" -ge 4 ] || { echo 'README.md names too few commands'; exit 1; }
for word in $(cat "$work/said"); do
    grep -qxF -- "$word" "$work/commands" || grep -qE -- " $word( |\$)" "$work/options" ||
        { echo "there is no \`attache $word\`"; exit 1; }
done
for option in $(grep -E 'attache |--dump' "$source/README.md" | grep -v cmake | sed 's/^sbatch .* --wrap//' |
    grep -oE -- '--[a-z-]+'); do
    grep -qE -- " $option( |\$)" "$work/options" || { echo "README.md: there is no $option"; exit 1; }
done

# The version of the man page is that of the program.
grep -qF "\"$("$attache" --version)\"" "$source/src/cli/attache.1" ||
    { echo 'the man page is of another version'; exit 1; }
