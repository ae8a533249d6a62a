/* What the files that turn cmark-gfm's tree into blocks and runs share. */
#ifndef DOC_MARKDOWN_INSIDE_H
#define DOC_MARKDOWN_INSIDE_H

#include "base/array.h"
#include "doc/markdown.h"

#include <cmark-gfm.h>

struct derived;

struct writer {
    const struct markdown_request *request;
    const struct markdown_styles *styles;
    struct arena *arena;
    struct diag *diag;
    ARRAY(size_t) lines;       /* where each line of the text begins */
    ARRAY(cmark_node *) notes; /* definitions, in the order of their numbers */
    ARRAY(bool) called;
    struct derived *derived;
    int heading; /* level of the last heading of the text, 0 none yet */
    int first_heading;
    bool after_heading; /* the next paragraph has no indent */
    int quotes, items;  /* depth */
    bool right_to_left; /* the notes too, which stand outside the tree */
    /* What the next piece of text looks like, and the run that is being gathered. */
    struct runs *runs;
    const struct style *style;
    struct str link;
    struct span span, piece_span;
    struct buffer piece;
};

/* ---- markdown.c ---- */

/* The place in the data of a node, or of the nearest one around it that has a place. */
struct span node_span(const struct writer *writer, cmark_node *node);
bool is_paragraph(cmark_node *node);

/* ---- markdown_styles.c: styles like another one but for a few members. Equal requests give the
 * same pointer. ---- */

const struct style *style_derive(struct writer *writer, const struct style *base,
                                 struct style wanted);
const struct style *style_aligned(struct writer *writer, const struct style *base,
                                  enum align align);
const struct style *style_link(struct writer *writer, const struct style *base);
const struct style *style_emphasis(struct writer *writer, const struct style *base, bool bold,
                                   bool italic);
/* Of text where the writer stands: in a list, a quotation, or neither. */
const struct style *style_text(struct writer *writer);

/* ---- markdown_inlines.c ---- */

/* Appends to `runs` what stands in a node, in `style`. */
void write_runs(struct writer *writer, cmark_node *node, struct runs *runs,
                const struct style *style);
void raw_html_fault(struct writer *writer, cmark_node *node);

/* ---- markdown_blocks.c ---- */

/* Appends what stands below `parent` to `into`. */
void write_blocks(struct writer *writer, cmark_node *parent, struct block *into);
/* A paragraph of its own where `into` is NULL. */
struct block *write_paragraph(struct writer *writer, cmark_node *node, struct block *into,
                              enum role role, const struct style *style);

#endif
