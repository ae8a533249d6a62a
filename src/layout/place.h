/* Columns of strips onto pages. */
#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

#include "layout/sheet.h"

struct flow_layout {
    const struct flow *flow;
    struct galley *galley;
    struct breaks_request request;
    struct columns columns;
    struct flow_layout *next;
};

/* White between text and footnotes; the rule of 40 mm stands in it. */
#define NOTE_GAP SP_OF_PT(13.5)

/* On which page each block stands, without drawing anything. */
struct places locate(struct setter *setter, const struct flow_layout *flows);

/* Draws everything. */
struct pages *place(struct setter *setter, const struct flow_layout *flows);

#endif
