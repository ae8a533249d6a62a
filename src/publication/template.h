/* "Page {page} of {pages}" into runs. */
#ifndef PUBLICATION_TEMPLATE_H
#define PUBLICATION_TEMPLATE_H

#include "doc/doc.h"

/* What stands for {name}. */
struct slot {
    const char *name;
    enum run_kind kind;        /* RUN_TEXT, RUN_PAGE or RUN_FIELD */
    struct str text;           /* RUN_TEXT; empty: the part of the template around it is left out */
    struct str target;         /* RUN_PAGE: id of the block */
    enum page_field field;     /* RUN_FIELD */
    const struct style *style; /* NULL: that of the rest */
};

/* Appends the text with its placeholders filled. The parts of a template stand between " · ": a
 * part whose placeholder has an empty text is left out with its dot. A placeholder that no slot
 * names stands as it is. */
void template_runs(struct runs *runs, struct arena *arena, const struct style *style,
                   struct str text, const struct slot *slots, size_t count, struct span span);

#endif
