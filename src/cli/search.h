/* Which step of a ladder of changes gives a document the pages it is to have. Knows numbers of
 * pages only: what is laid out, and how, is the caller's. */
#ifndef CLI_SEARCH_H
#define CLI_SEARCH_H

#include "model/fit.h"
#include "model/goal.h"

/* How long a document is. */
struct extent {
    uint32_t pages;
    uint32_t last_lines; /* of the grid that the last page fills */
    uint32_t lines;      /* of the grid on a page */
};

/* The document laid out with a change; false when it cannot be. */
typedef bool (*search_measure)(void *context, const struct fit *fit, struct extent *extent);

struct search {
    struct page_goal goal;
    const struct theme *theme;
    search_measure measure;
    void *context;
    struct arena *arena;
};

struct found {
    struct fit fit;
    bool changed;   /* `fit` is not the theme as it is */
    uint32_t pages; /* that the document is to have, blank ones at its end included */
    /* Where no change within the limits reaches the goal. */
    bool missed;
    struct extent natural;           /* of the theme as it is */
    struct extent shortest, longest; /* at the ends of both ladders; pages 0: not looked at */
    uint32_t fewer, more;            /* pages that were tried for; 0: none */
};

/* The least visible change that reaches the goal. Pages grow and shrink with the steps, so that few
 * of them are looked at. Where a step leaps over the goal the document is a page short of it, which
 * stays blank. False when the document cannot be laid out. */
bool search_fit(const struct search *search, struct found *found);

#endif
