#!/bin/sh
# Whether all publications are set as the project asks: no widow, orphan, stranded heading or torn
# entry, every body line on the grid, columns level, no line too tight or beside the edge, no hyphen at
# the end of a column or page. Prints what misses a limit, of which file.
# usage: typography.sh BENCH_TYPOGRAPHY FOLDER
set -u
program=$1 folder=$2
command -v mutool >/dev/null || { echo "note: mutool is not installed" >&2; exit 0; }
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
missed=0 seen=0

for file in "$folder"/*.pdf; do
    case ${file##*/} in
    directory-*) kind="directory --entries" ;;
    *) kind=text ;;
    esac
    # shellcheck disable=SC2086 # two words
    "$program" --limits $kind "$file" >"$log" 2>&1 || {
        missed=$((missed + 1))
        echo "${file##*/}" >&2
        grep ' is .*, not ' "$log" >&2 || cat "$log" >&2
    }
    seen=$((seen + 1))
done
[ "$seen" -gt 1 ] || { echo "no publications in $folder" >&2; exit 1; }
[ "$missed" -eq 0 ] || exit 1
echo "$seen publications, all as they should be"
