/* Editions of a bulletin in which each release begins on the same page in all languages. */
#ifndef CLI_SYNOPTIC_H
#define CLI_SYNOPTIC_H

#include "cli/fit.h"
#include "cli/search.h"

/* A counterpart that is set otherwise than by itself. */
struct turn {
    struct str key;
    uint32_t page; /* that it begins; 0: where it comes */
    int8_t looseness;
};

/* What becomes of the edition in the job's language. */
struct synopsis {
    struct extent extent; /* of the longest edition */
    ARRAY(struct turn) turns;
};

/* Composes and lays out the editions of the bulletin in all its languages, again and again: what
 * begins sooner than its counterpart is put off to the page of this, where it begins a page. Pages
 * only grow, so that they settle, at the greatest that a language needs. What is left with
 * white before such a page is set as loose as the theme allows. The result is owned by the
 * arena of the request. False after a fault. */
bool synopsis_find(const struct fit_request *request, const struct fit *fit,
                   struct synopsis *synopsis);
/* Puts off what the synopsis puts off. */
void synopsis_apply(const struct synopsis *synopsis, struct doc *doc);

#endif
