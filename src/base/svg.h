/* Emblems as SVG 1.1, of which a small part is read: see svg.c. */
#ifndef BASE_SVG_H
#define BASE_SVG_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

struct svg_step {
    char verb;    /* 'm' move, 'l' line, 'c' curve (cubic), 'h' close: the operators of PDF */
    double at[6]; /* x and y of one point or three, in units of the view box from its top left */
};

/* Filled, in the order of painting. */
struct svg_shape {
    uint8_t red, green, blue;
    bool even_odd;
    const struct svg_step *steps;
    size_t count;
};

struct svg {
    double width, height; /* of the view box */
    const struct svg_shape *shapes;
    size_t count;
};

/* Reads the text of an SVG file; `path` is for messages. What is outside the subset is a fault with
 * its line and column. NULL after one. Owned by `arena`. */
const struct svg *svg_read(struct str text, const char *path, struct arena *arena,
                           struct diag *diag);

#endif
