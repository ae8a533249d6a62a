/* Where columns and pages end. Knows strips, not what they hold. */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include "layout/column.h"

/* The cheapest division of all strips into columns: dynamic programming over the places where a
 * column may begin, in the manner of Plass 1981, "Optimal pagination techniques for automatic
 * typesetting systems". The cost of a column is the square of its free lines and the penalty of its
 * break; the last column is free. A strip higher than a column is a fault and stands alone. A
 * footnote stands whole at the foot of the column of its call; one higher than any column goes on
 * at the foot of the next, and columns without text hold what is left at the end. A
 * figure for which there is no room may stand at the head of the next column of its section, with
 * the text going on before it; figures keep their order. A line more or less in a paragraph costs
 * less than a column that ends short. */
struct columns breaks_find(const struct breaks_request *request, struct arena *arena,
                           struct diag *diag);

#endif
