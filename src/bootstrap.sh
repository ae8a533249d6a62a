#!/bin/sh
# From a bare Debian 12 to the sample publications: sh src/bootstrap.sh run | test
# run:  installs the packages that are missing, builds, writes the publications into out/
# test: the same, then all tests
# Where everything is installed it needs neither root nor the network.
set -eu
cd "$(dirname "$0")/.."

build_packages='gcc libc6-dev cmake ninja-build pkg-config libhpdf-dev libyaml-dev zlib1g-dev
libharfbuzz-dev libicu-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libpng-dev
libqrencode-dev libdeflate-dev liblcms2-dev libjpeg62-turbo-dev'
data_packages='hyphen-be hyphen-ru hyphen-en-gb hyphen-en-us hyphen-de hyphen-fr hyphen-es hyphen-pl
fonts-paratype fonts-noto-core fonts-noto-cjk fonts-droid-fallback'
test_packages='qpdf mupdf-tools poppler-utils ghostscript imagemagick parallel python3'

usage() {
    echo 'usage: sh src/bootstrap.sh run | test' >&2
    exit 2
}

# missing PACKAGE...: those that dpkg does not know as installed
missing() {
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :) in
        installed*) ;;
        *) printf ' %s' "$package" ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        printf 'As root: %s\n' "$*" >&2
        exit 1
    fi
}

# What other systems call these packages; the build then tells what it still lacks.
elsewhere() {
    if command -v dnf >/dev/null; then
        tool='dnf install'
        names='gcc cmake ninja-build pkgconf-pkg-config libharu-devel libyaml-devel zlib-devel
            harfbuzz-devel libicu-devel cmark-gfm-devel libpng-devel qrencode-devel
            libdeflate-devel lcms2-devel libjpeg-turbo-devel hyphen-be hyphen-ru hyphen-en hyphen-de hyphen-fr hyphen-es hyphen-pl
            paratype-pt-sans-fonts paratype-pt-serif-fonts google-noto-fonts-all
            google-noto-sans-cjk-fonts google-droid-sans-fonts
            qpdf mupdf poppler-utils ghostscript ImageMagick parallel python3'
    elif command -v pacman >/dev/null; then
        tool='pacman -S'
        names='gcc cmake ninja pkgconf libharu libyaml zlib harfbuzz icu cmark-gfm libpng
            qrencode libdeflate lcms2 libjpeg-turbo hyphen-en hyphen-de hyphen-fr hyphen-es hyphen-pl ttf-paratype
            noto-fonts noto-fonts-cjk ttf-droid qpdf mupdf-tools poppler ghostscript imagemagick parallel python'
    elif command -v brew >/dev/null; then
        tool='brew install'
        names='cmake ninja pkgconf libharu libyaml zlib harfbuzz icu4c cmark-gfm libpng
            qrencode libdeflate little-cms2 jpeg-turbo qpdf mupdf-tools poppler ghostscript imagemagick parallel python'
    else
        tool='install, by the names of Debian 12,'
        names="$build_packages $data_packages $test_packages"
    fi
    # shellcheck disable=SC2086 # the names are words
    printf 'apt-get is not here. Packages to install by hand (names may differ a little):\n  %s %s\n' \
        "$tool" "$(echo $names)" >&2
    cat >&2 <<'TEXT'
The folders of the fonts stand in fonts/fonts.yaml. Then:
  cmake --preset release && cmake --build --preset release && build/release/attache build
TEXT
    exit 1
}

# install PACKAGE...: only what is missing; no network when nothing is
install() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || elsewhere
    wanted=$(missing "$@")
    [ -n "$wanted" ] || return 0
    printf 'Installing%s\n' "$wanted"
    as_root apt-get update -q
    # shellcheck disable=SC2086 # the names are words
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $wanted
}

[ $# -eq 1 ] || usage
# shellcheck disable=SC2086 # the names are words
case $1 in
run) install $build_packages $data_packages ;;
test) install $build_packages $data_packages $test_packages ;;
*) usage ;;
esac

cmake --preset release
if [ "$1" = run ]; then
    cmake --build --preset release --target attache
else
    cmake --build --preset release
fi
build/release/attache build
[ "$1" = run ] || ctest --preset release
