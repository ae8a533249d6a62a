/* What place.c, begins.c and done.c share: pages while they are filled. */
#ifndef LAYOUT_PLACER_H
#define LAYOUT_PLACER_H

#include "layout/lending.h"
#include "layout/place.h"

struct placer {
    struct setter *setter;
    struct arena *filling; /* of the items and links of the page in hand */
    size_t most_items;     /* of a page so far: as many have room at once */
    struct lending lending;
    size_t seen; /* sheets before are taken by the sink, or wait for the last one */
    ARRAY(struct sheet) sheets;
    ARRAY(struct outline_entry) outline;
    struct marks running;
    const struct master *master;
    const struct flow *flow;
    sp side_bottom;                 /* of what stands in the side column of this page */
    const struct galley *side_rest; /* goes on in the next page's side column */
    size_t side_from;
};

static inline struct sheet *placer_sheet(struct placer *placer) {
    return &placer->sheets.at[placer->sheets.count - 1];
}

/* NULL when all pages are kept. */
static inline const struct page_sink *placer_sink(const struct placer *placer) {
    return placer->setter->options->sink;
}

/* Ids, marks and outline entries of what begins with a strip; `head`: it is the first thing on its
 * page. */
void begins_take(struct placer *placer, const struct strip *strip, sp x, sp y, bool head);
/* A letter of the thumb index shows on the page. */
void begins_add_thumb(struct placer *placer, struct sheet *sheet, struct str letter);

/* Nothing more comes onto the page in hand but its head and foot. */
void done_close(struct placer *placer);
/* Hands over the pages that are done; the one in hand is not yet. */
void done_hand_over(struct placer *placer);
/* A page on which nothing stands, or what goes on in its side column. */
void placer_blank_sheet(struct placer *placer);

#endif
