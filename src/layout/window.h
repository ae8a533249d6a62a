/* A flow on its way through: set piece by piece, divided into columns and put on pages while more
 * of it is made, so that memory does not grow with its length. */
#ifndef LAYOUT_WINDOW_H
#define LAYOUT_WINDOW_H

#include "layout/galley.h"
#include "layout/place.h"

/* What is set and not yet on a page. Strips and all below them are owned by one of two arenas: when
 * the strips of the older one are on pages it is emptied, and takes what comes next. */
struct window {
    struct setter *setter;
    struct placer *placer;
    const struct flow *flow;
    struct galley galley;
    struct arena *arenas[2]; /* the newer one first */
    uint8_t owner;           /* tells strips of the newer one from those of the older */
    size_t wanted;           /* so many strips are worth a division */
    bool begun;              /* the flow has pages already */
};

/* Lays the flow out onto pages of its own. `arenas` are empty before and after. */
void window_flow(struct setter *setter, struct placer *placer, const struct flow *flow,
                 struct arena *arenas[2]);

/* Between the children of a group: puts on pages what is sure to stand there, when enough has been
 * set. */
void window_pass(struct window *window, struct galley_builder *builder);

#endif
