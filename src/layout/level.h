/* Columns that end level: the free lines of a column are shared out over its white where a
 * column might end as well, whole lines of the grid at a time, so that lines of both columns still
 * stand level. */
#ifndef LAYOUT_LEVEL_H
#define LAYOUT_LEVEL_H

#include "layout/breaks.h"

/* Gives each column the number of lines it lacks: to the foot of the page, on the last page to the
 * longest of its columns. Columns with footnotes end at the foot as they are, and a page of one
 * column ends where a section does. Matter off the grid that ends a column of the last page is
 * lowered, so that its last line stands level with that of the longest. */
void level_columns(const struct breaks_request *request, struct columns *columns);

/* Places of a page of one column by rank: before what asks for room, before headings of each level,
 * and the rest. */
enum { LEVEL_RANKS = 8 };

/* Walks a column while it is placed. */
struct level {
    int32_t penalty;            /* of a break at the places that take a line more, at most */
    uint32_t lines;             /* that it gives in all */
    uint32_t each[LEVEL_RANKS]; /* to each place of a rank */
    uint32_t spread, given;     /* over all places alike, as far as that goes */
    uint32_t places, seen;      /* how many there are, how many have passed */
    const struct strip *tail;   /* NULL: none is lowered */
    sp lowered;
};
/* Where nothing stands beside a column, a page may end two lines short rather than give some
 * headings more white than others of their rank. */
struct level level_begin(const struct breaks_request *request, const struct column *column);
/* White to be added before `strip`, in sp. */
sp level_before(struct level *level, const struct strip *strip, bool head, sp grid);

#endif
