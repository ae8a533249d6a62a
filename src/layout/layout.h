/* A document into pages: columns, tables, keeps, page breaking, running heads, references. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "page/page.h"
#include "text/text.h"
#include <stdio.h>

/* What is drawn over the pages, for debugging the look. */
enum layout_show { SHOW_GRID = 1, SHOW_BOXES = 2, SHOW_BADNESS = 4 };

struct layout_options {
    unsigned show;    /* enum layout_show */
    FILE *dump_lines; /* when set, each paragraph's lines: ratio (1/1000 of the space), expansion
                         (1/10000), tracking (1/1000 em), width (pt), demerits up to it, hyphen */
    const struct page_sink *sink; /* takes the pages as they are done; NULL: all are kept */
};

/* Lays the whole document out. References to pages are resolved by laying the affected blocks out
 * again until the numbers hold, 5 rounds at most, then a fault. The result is owned by `arena` and
 * points to pictures and drawings of doc and into text's cache, which must outlive it. */
struct pages *layout_doc(const struct doc *doc, struct text *text,
                         const struct layout_options *options, struct arena *arena,
                         struct diag *diag);

#endif
