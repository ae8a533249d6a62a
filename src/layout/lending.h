/* Pages on their way to a sink, each in an arena of its own, which comes back when the sink has
 * taken what comes next. */
#ifndef LAYOUT_LENDING_H
#define LAYOUT_LENDING_H

#include "base/array.h"
#include "page/page.h"

/* Pages that are handed over together. */
struct lot {
    ARRAY(struct page) pages;
    ARRAY(uint32_t) indexes;
    ARRAY(struct arena *) arenas;
};

struct lending {
    struct arena *arena; /* of the lists */
    ARRAY(struct arena *) spare;
    struct lot lots[2]; /* one is gathered while the sink has the other */
    unsigned turn;      /* the one that is gathered */
};

/* An empty arena for a page. */
struct arena *lending_arena(struct lending *lending);
/* A page that is done; `own` is its arena. */
void lending_add(struct lending *lending, struct page page, uint32_t index, struct arena *own);
/* Hands over what is gathered, which may be nothing. */
void lending_hand_over(struct lending *lending, const struct page_sink *sink, struct tags tags);
/* Frees the arenas: nobody reads the pages any more. */
void lending_free(struct lending *lending);

#endif
