/* Where columns and pages end. Knows strips, not what they hold. */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include "layout/strip.h"

/* One column of the result: strips [start, end). */
struct column {
    size_t start, end;
    uint32_t page;  /* of the flow, from 0 */
    uint8_t index;  /* of the column on its page */
    uint32_t extra; /* lines to be shared out over its white, see level.h */
    bool recto;     /* its page must be a right-hand one */
};

struct columns {
    struct column *at;
    size_t count;
    size_t prefix; /* wide strips over all columns of the first page */
    sp prefix_height;
};

struct breaks_request {
    const struct strip *strips;
    size_t count;
    sp grid;
    sp height;    /* of a column */
    int columns;  /* on a page */
    bool balance; /* the last page's columns end level */
    sp note_gap;  /* white between text and footnotes, with the rule */
};

/* The cheapest division of all strips into columns: dynamic programming over the places where a
 * column may begin, in the manner of Plass 1981, "Optimal pagination techniques for automatic
 * typesetting systems". The cost of a column is the square of its free lines and the penalty of its
 * break; the last column is free. A strip higher than a column is a fault and stands alone. */
struct columns breaks_find(const struct breaks_request *request, struct arena *arena,
                           struct diag *diag);

#endif
