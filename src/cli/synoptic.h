/* Editions of a bulletin in which each release begins on the same page in all languages. */
#ifndef CLI_SYNOPTIC_H
#define CLI_SYNOPTIC_H

#include "cli/fit.h"
#include "cli/search.h"

/* How a counterpart is set. */
struct turn {
    struct str key;
    uint32_t page;    /* that it begins; 0: where it comes */
    int8_t looseness; /* lines more, where they can be had */
};
struct turns {
    struct str language;
    ARRAY(struct turn) list; /* one a counterpart, in their order */
};

struct synopsis {
    struct fit fit;       /* with which it was found */
    struct extent extent; /* of the longest edition */
    struct turns *at;     /* one a language of the bulletin */
    size_t count;
};

/* Composes and lays out the editions of the bulletin in all its languages, again and again: what
 * begins sooner than its counterpart is put off to the page of this, where it begins a page. Pages
 * only grow, so that they settle, at the greatest that a language needs. What is left with
 * white before such a page is set as loose as the theme allows. The result is owned by the
 * arena of the request. False after a fault. */
bool synopsis_find(const struct fit_request *request, const struct fit *fit,
                   struct synopsis *synopsis);
/* Sets the counterparts of `doc`, the edition in `language`, as the synopsis has them. */
void synopsis_apply(const struct synopsis *synopsis, struct str language, struct doc *doc);
/* Warns at `span` of what the other languages have and this one has not: nothing is put in its
 * place. */
void synopsis_report(const struct synopsis *synopsis, struct str language, struct span span,
                     struct diag *diag);

#endif
