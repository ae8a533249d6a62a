# What scripts of tests begin with, as `. "$2/tests/setup.sh"`: their arguments ATTACHE and SOURCE, a folder
# $work that goes with them, and what they say when they fail.
set -eu
export LC_ALL=C.UTF-8
attache=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "$1" >&2
    exit 1
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# need TOOL...: passes over the test where one is not installed
need() {
    for tool; do
        have "$tool" || { echo "note: $tool is not installed"; exit 0; }
    done
}
