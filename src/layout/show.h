/* What --show draws over the pages: the grid, the frames of strips, how far lines are stretched. */
#ifndef LAYOUT_SHOW_H
#define LAYOUT_SHOW_H

#include "layout/sheet.h"

/* The baselines of the text columns. */
void show_grid(struct sheet *sheet);
/* The frame of a strip that stands at x, y. */
void show_box(struct sheet *sheet, const struct strip *strip, sp x, sp y, sp width);
/* A bar beside each line of a strip: red where its spaces are stretched, blue where they are
 * shrunk, the wider the more. */
void show_badness(struct sheet *sheet, const struct strip *strip, sp x, sp y, sp width);

#endif
