/* A page while it is filled. */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "layout/breaks.h"
#include "layout/setter.h"

struct sheet {
    const struct master *master;
    struct arena *arena;   /* of the lists of items and links */
    struct arena *content; /* of what these point to; NULL: a sink has the page */
    ARRAY(struct item) items;
    ARRAY(struct page_link) links;
    size_t line_links;               /* where those of the line in hand begin */
    uint32_t number;                 /* printed, from 1 */
    struct str label;                /* that number as the page is known by */
    bool bare;                       /* without head */
    bool blank;                      /* nothing stands on it */
    bool waits;                      /* for page numbers that are not known yet */
    struct marks first;              /* in force where the page begins, or begun there first */
    bool title_begun, section_begun; /* on this page */
    struct marks last;               /* in force where it ends */
    ARRAY(struct str) thumbs;
};

static inline bool sheet_is_recto(const struct sheet *sheet) {
    return !sheet->master->mirrored || sheet->number % 2 == 1;
}

/* The inner margin is at the left: of right-hand pages, or of left-hand ones where the book is read
 * from right to left. */
static inline bool sheet_binds_left(const struct sheet *sheet) {
    return sheet_is_recto(sheet) != sheet->master->right_to_left;
}

/* Left edges, from the left of the trim, of all that stands between the margins, of a text column,
 * and of the side column. */
sp sheet_left(const struct sheet *sheet);
sp sheet_column_left(const struct sheet *sheet, int column);
sp sheet_side_left(const struct sheet *sheet);
/* From the head trim to the top of the first line's cell of the grid. */
sp master_top(const struct master *master);

/* Draws what a strip or line holds; x and y in sp from the corner of the trim. */
void emit_parts(struct setter *setter, struct sheet *sheet, const struct strip *strip, sp x, sp y);
/* A line that waits for the page it refers to leaves its place open (struct gap). */
void emit_line(struct setter *setter, struct sheet *sheet, const struct set *set, uint32_t line,
               sp x, sp baseline, enum artifact artifact);
void emit_rule(struct sheet *sheet, sp x, sp y, sp width, sp height, struct colour colour,
               enum artifact artifact);

/* Where the line of a set that waits will stand. */
struct gap {
    const struct set *set;
    uint32_t line, page;
    size_t items, links; /* of the page that come before it */
    sp x, baseline;
    uint8_t artifact;
    long dumped; /* bytes of the dump of lines that come before it */
};
/* Fills the gaps: all pages are known. */
void emit_gaps(struct setter *setter, struct sheet *sheets);
/* The lines of a paragraph as text, for --dump lines. */
void dump_set(const struct set *set, FILE *out);

/* Whether heads or feet of the pages have the field. */
bool master_shows(const struct master *master, enum page_field field);
/* Head, foot, folio and thumb index of a finished page. `pages` is their number in the document. */
void emit_heads(struct setter *setter, struct sheet *sheet, uint32_t pages);

#endif
