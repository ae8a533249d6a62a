/* A document before layout: flows of blocks, blocks of runs, each with role, style and place in
 * the data. Built by publication/, read by layout/. All owned by the arena it was built in. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/arena.h"
#include "base/colour.h"
#include "base/date.h"
#include "base/length.h"
#include "base/picture.h"
#include "base/role.h"
#include "base/span.h"
#include "base/str.h"
#include "font/fonts.h"
#include <stdio.h>

enum align { ALIGN_JUSTIFY, ALIGN_START, ALIGN_END, ALIGN_CENTRE };

/* How text and its paragraph look: a role of the theme, resolved. */
struct style {
    struct str name;
    const struct family *family;
    bool bold, italic, capitals, tabular, oldstyle, smallcaps;
    bool hyphenate, balance;
    sp size, leading;
    int32_t tracking; /* 1/1000 em */
    struct colour colour;
    enum align align;
    sp indent; /* first line of a paragraph that follows another paragraph */
    sp left, right;
    sp above, below;
    int keep_lines; /* a heading: lines of what follows that must stay with it; 0: none */
    sp rule_above;  /* thickness; 0 none */
    struct colour rule_colour;
};

enum run_kind {
    RUN_TEXT,
    RUN_BREAK,
    RUN_LEADER,
    RUN_PAGE,  /* number of the page on which block `target` stands */
    RUN_FIELD, /* in heads and feet: what the page knows, see enum field_kind */
    RUN_NOTE   /* a footnote call: text is the number, note the block to set at the foot */
};
enum page_field {
    PAGE_NUMBER,
    PAGE_COUNT,
    PAGE_FIRST_MARK,
    PAGE_LAST_MARK,
    PAGE_TITLE,
    PAGE_SECTION
};

struct run {
    enum run_kind kind;
    const struct style *style;
    struct str text;
    struct str language;   /* empty: the block's */
    struct str link;       /* URL, "mailto:…", "tel:…" or "#id"; empty none */
    struct str link_title; /* what a screen reader says of the link; empty: the text */
    struct str target;     /* RUN_PAGE: id of a block */
    enum page_field field;
    bool raised; /* superscript */
    bool isolate; /* an address, name or number: its direction is its own; neighbours share it */
    struct block *note;
    struct str expansion; /* of an abbreviation */
    struct span span;
};
struct runs {
    struct run *at;
    size_t count, capacity;
};

enum block_kind {
    BLOCK_GROUP,     /* children in order */
    BLOCK_PARAGRAPH, /* runs */
    BLOCK_TABLE,     /* children are rows, rows' children are cells, cells' children blocks */
    BLOCK_ROW,
    BLOCK_CELL,
    BLOCK_PICTURE,
    BLOCK_DRAWING, /* vector squares: QR codes */
    BLOCK_RULE     /* a rule over the width, style->rule_above thick */
};
enum place {
    PLACE_COLUMN, /* in the text column */
    PLACE_FULL, /* over text column, gap and side column, or over all columns; only where a page or
                   a section begins, or in a flow of one column anywhere */
    PLACE_SIDE  /* in the side column, beginning level with the next block of the text column */
};
enum start { START_HERE, START_COLUMN, START_PAGE, START_RECTO };

/* A black-and-white raster drawn as squares: side modules a side, bit i*side+j of row i. */
struct drawing {
    const uint8_t *bits; /* one byte a module: 1 dark */
    uint32_t side;
    sp size;        /* width and height with the quiet zone */
    uint32_t quiet; /* modules of white around */
};

/* What running heads know of the place of a block; empty members say nothing new. */
struct marks {
    struct str title;   /* {title}: the first that begins on the page, else the running one */
    struct str section; /* {section} */
    struct str guide;   /* {first}, {last}: guide words */
    struct str thumb;   /* letter of the thumb index */
};

struct table_column {
    enum align align;
    sp width; /* 0: from content */
};

struct block;

/* Children of a group that are made when they are reached, one after the other, and forgotten when
 * they have been dealt with: thousands then take no more room than a few. */
struct supply {
    /* Child number `index` of `parent` (block_supplied), the same whenever it is asked for, NULL
     * behind the last one. Blocks, runs and texts may be owned by `arena`; styles, pictures and
     * drawings outlive the document. */
    struct block *(*make)(const void *context, size_t index, const struct block *parent,
                          struct arena *arena);
    const void *context;
};

struct block {
    enum block_kind kind;
    enum role role;
    enum place place;
    enum start start;
    const struct style *style;
    struct runs runs;
    struct runs label; /* hung in style->left: bullets, numbers of notes, labels of facts */
    enum role label_role;
    const struct block *parent;
    struct block *first, *last, *next;
    const struct supply *supply; /* of more children behind `last`; NULL none */
    struct str id;       /* what links and page references name; empty none */
    struct str language; /* empty: the parent's */
    bool right_to_left;  /* from the parent unless set; where it is not, the base direction is
                            that of the first letters */
    struct str outline;  /* entry of the PDF outline; empty none */
    int outline_level;   /* 1 outermost */
    struct str alt;      /* of pictures and drawings */
    bool keep_together;  /* not torn while it fits in a column */
    bool keep_with_next;
    bool break_words;   /* e-mail and web addresses may break at their signs */
    bool first_in_flow; /* no indent: the first paragraph after a heading */
    bool side_flows;    /* its side matter needs no room here, but may go on on the next page */
    int need_lines; /* begins here only when so many grid lines are left, else as `need_start` */
    enum start need_start;
    uint32_t least_page; /* of the document, from 1: where it begins a page, pages before it stay
                            blank up to this one */
    int8_t looseness;    /* of its paragraphs, when it is not the document's; 0: the parent's */
    struct block *continued; /* set at the head of the next column when the group goes on there */
    struct marks marks;
    const struct picture *picture;
    sp picture_width; /* 0: the measure */
    const struct drawing *drawing;
    const struct table_column *columns; /* of a table */
    size_t column_count;
    size_t header_rows; /* repeated at the head of each part */
    uint16_t cell_span; /* columns that a cell spans; 0 is 1 */
    struct span span;
};

/* A line of a page head or foot; runs may be RUN_FIELD. */
struct page_line {
    struct runs outside, centre, inside;
};

struct master {
    struct str name;
    sp width, height; /* trim */
    sp inner, outer;  /* margins */
    bool mirrored;
    bool right_to_left; /* bound at the right: columns, side column and margins change sides */
    sp grid, first_baseline;
    int lines;
    int columns;
    sp gap;
    sp side_width, side_gap; /* side column at the outer side; 0 none */
    sp head_baseline, foot_baseline;
    struct page_line head[2], foot[2]; /* 0 verso (even), 1 recto (odd) */
    sp head_rule;                      /* hairline under the head */
    struct colour head_rule_colour;
    bool first_bare; /* the first page of the section has no head */
    bool bare;       /* no head and foot at all (title page) */
    bool balance;    /* columns of the last page end level */
    sp thumb_width, thumb_height, bleed;
    const struct style *thumb_style;
    const struct str *thumbs; /* all letters in order: the tab steps down the edge by its place */
    size_t thumb_count;
};

struct flow {
    const struct master *master;
    enum start start;   /* START_PAGE or START_RECTO */
    struct block *root; /* BLOCK_GROUP */
    struct flow *next;
};

/* How far justified lines may give way before their spaces change; see text_setting. */
struct justification {
    int32_t expansion; /* 1/10000 */
    int32_t spacing;   /* 1/1000 em */
    bool protrusion;
    int looseness; /* of each paragraph */
};

/* What stands in the editions of all languages: the same key in each. */
struct counterpart {
    struct str key;
    struct str id;       /* of the block whose page counts */
    struct block *block; /* that begins a page when it is to begin later */
};
struct counterparts {
    struct counterpart *at;
    size_t count, capacity;
};

/* What the file says of itself: Info, XMP, catalogue. */
struct meta {
    struct str title, author, subject, keywords, language, identifier;
    struct date date; /* of the data; becomes the creation date at 00:00 UTC */
};

struct doc {
    struct meta meta;
    struct justification justification;
    struct counterparts counterparts; /* in their order */
    uint32_t least_pages; /* filled up with blank ones at the end */
    struct flow *first, *last;
};

struct doc *doc_new(struct arena *arena);
/* A new flow at the end of the document, with an empty root. */
struct flow *doc_flow(struct doc *doc, struct arena *arena, const struct master *master,
                      enum start start);
/* A new last child of `parent`, which may be NULL. */
struct block *block_new(struct arena *arena, struct block *parent, enum block_kind kind,
                        enum role role, const struct style *style, struct span span);
/* A group for the supply of `parent`, which does not keep it. */
struct block *block_supplied(struct arena *arena, const struct block *parent, enum role role,
                             struct span span);
/* Shows all children to `visit`, in order; those of the supply live until it returns. */
void block_visit(const struct block *block,
                 void (*visit)(void *context, const struct block *child), void *context);
/* The role of its element: where a paragraph of a section is one link from beginning to end, the
 * link stands in the section by itself, with the label of the paragraph in it. */
enum role block_role(const struct block *block);
/* Neighbouring runs of one link are one link. */
bool runs_linked(const struct run *a, const struct run *b);
struct run *run_add(struct runs *runs, struct arena *arena, enum run_kind kind,
                    const struct style *style, struct str text, struct span span);
/* The files in which the text of the document stands, by its spans: sorted by name, each once. */
const char **doc_files(const struct doc *doc, struct arena *arena, size_t *count);
/* The tree of roles with the text as a reader would hear it: one line a block. For tests and
 * --dump doc. */
void doc_dump(const struct doc *doc, FILE *out);

#endif
