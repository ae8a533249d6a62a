"""Sheets as pictures, folded as paper is, against the pages as pictures: each half of a side shows
its page, moved towards the fold by the creep of the sheets around it, as measured.

usage: press_fold.py FOLDER PAGES SIGNATURE CREEP
FOLDER/page-N.pgm is a page, FOLDER/side-N.pgm a side, N of two figures, with one margin around the
trim; CREEP is in pixels a sheet. Prints the halves in reading order, as "side left|right"."""
import sys

# A4 at two pixels a millimetre, with 15 mm around the trim; how far a measurement looks.
WIDTH, HEIGHT, MARGIN, REACH = 420, 594, 30, 5


def read(path):
    data = open(path, "rb").read()
    fields = data.split(None, 4)[:4]
    width, height = int(fields[1]), int(fields[2])
    return width, data[len(data) - width * height :]


def rows(picture, left):
    width, pixels = picture
    return [pixels[y * width + left :][:WIDTH] for y in range(MARGIN, MARGIN + HEIGHT)]


def difference(one, other):
    """Pixels that are dark in one picture and light in the other."""
    return sum(
        abs(a - b) > 96 for x, y in zip(one, other) if x != y for a, b in zip(x, y)
    )


def leaves(first, sheets):
    """A signature in reading order: sheets lie in one another, the first outermost. Going inwards a
    right front is read and the left half behind it, going outwards a right back and its left front."""
    for sheet in range(sheets):
        yield first + 2 * sheet, True, sheet
        yield first + 2 * sheet + 1, False, sheet
    for sheet in reversed(range(sheets)):
        yield first + 2 * sheet + 1, True, sheet
        yield first + 2 * sheet, False, sheet


def moved(side, right, page):
    """By how many pixels towards the fold the half shows the page."""
    at = MARGIN + (WIDTH if right else 0)
    found = []
    for shift in range(-REACH, REACH + 1):
        half = rows(side, at - shift if right else at + shift)
        found.append((difference(half, page), shift))
    least, shift = min(found)
    return shift if least <= 8 and sorted(found)[1][0] > 100 else None


def main():
    folder, pages, signature, creep = sys.argv[1], *map(int, sys.argv[2:])
    padded, number, faults = (pages + 3) // 4 * 4, 1, []
    for first in range(0, padded, signature):
        for side, right, sheet in leaves(first // 2 + 1, min(signature, padded - first) // 4):
            if number <= pages:
                picture = read(f"{folder}/side-{side:02}.pgm")
                shift = moved(picture, right, rows(read(f"{folder}/page-{number:02}.pgm"), MARGIN))
                if shift != sheet * creep:
                    faults.append(f"page {number}: moved by {shift}, not {sheet * creep}")
            print(side, "right" if right else "left")
            number += 1
    sys.exit("\n".join(faults) if faults else 0)


main()
