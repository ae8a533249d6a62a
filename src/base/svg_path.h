/* The outlines of SVG shapes, for svg.c. */
#ifndef BASE_SVG_PATH_H
#define BASE_SVG_PATH_H

#include "base/array.h"
#include "base/svg.h"

/* Where steps are added: points are multiplied by the matrix (a b c d e f, as in SVG 1.1, 7.6). */
struct svg_outline {
    struct arena *arena;
    double matrix[6];
    double reach[2]; /* how far from 0 a point may lie, across and down */
    bool far;        /* one lies further off, or is no number */
    ARRAY(struct svg_step) steps;
};

/* A number at *at, moved past it and a comma or white space after it. False where there is none. */
bool svg_number(struct str text, size_t *at, double *number);
/* `d` of a path. *wrong is the offset of what is no path data. */
bool svg_path(struct svg_outline *outline, struct str data, size_t *wrong);
bool svg_polygon(struct svg_outline *outline, struct str points, size_t *wrong);
void svg_rectangle(struct svg_outline *outline, double x, double y, double width, double height);
void svg_ellipse(struct svg_outline *outline, double x, double y, double rx, double ry);

#endif
