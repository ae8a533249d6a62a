/* Markdown (CommonMark 0.29 with the tables and footnotes of GFM) into blocks. Marks for struck-out
 * text are dropped with a warning; quotation marks and dashes stay as they are given. */
#ifndef DOC_MARKDOWN_H
#define DOC_MARKDOWN_H

#include "base/diag.h"
#include "doc/doc.h"

/* The styles that the kinds of Markdown take. Emphasis inside each is derived from it. */
struct markdown_styles {
    const struct style *text;
    const struct style *heading[6]; /* by the level of the role: [1] is that of H2 */
    const struct style *quote, *item, *table, *table_head, *caption, *note;
    const struct style *(*emphasis)(void *context, const struct style *base, bool bold,
                                    bool italic);
    void *context;
    struct colour link_colour; /* links are not coloured when it equals the text's */
};

struct markdown_request {
    struct str text;
    struct str language;
    const char *file;     /* pictures are relative to its folder */
    int top_level;        /* role of the first heading: 2 makes H2 of it; levels never skip */
    struct str id_prefix; /* of notes, so that ids stay unique in a document of several texts */
    size_t notes_before;  /* numbers of notes go on from there */
    /* the place of a byte of `text` in the data; NULL: the line and column of `text` in `file` */
    struct span (*place)(const void *context, size_t offset);
    const void *place_context;
};

/* Appends the blocks to `parent`. Faults (a picture that is not there or has no words for those who
 * do not see it, raw HTML, an undefined footnote, a skipped heading level) in diag with their place
 * in the YAML file. Returns how many notes the text has. */
size_t markdown_blocks(const struct markdown_request *request, const struct markdown_styles *styles,
                       struct block *parent, struct arena *arena, struct diag *diag);
/* One paragraph of inline Markdown (emphasis, links) appended to runs, in `style`. */
void markdown_inline(const struct markdown_request *request, const struct markdown_styles *styles,
                     const struct style *style, struct runs *runs, struct arena *arena,
                     struct diag *diag);

#endif
