/* A galley: the blocks of a flow set to their measure and cut into strips, the units between which
 * a column may end. Made by galley.c, divided by breaks.c, put on pages by place.c. */
#ifndef LAYOUT_STRIP_H
#define LAYOUT_STRIP_H

#include "base/array.h"
#include "doc/doc.h"
#include "page/page.h"
#include "text/text.h"

/* One paragraph set: its lines, and what each run means for links, tags and references. */
struct set {
    const struct block *block; /* NULL in heads and feet */
    const struct run *runs;    /* of the block, or of its label */
    uint32_t run_count;
    uint32_t tag;       /* of the text */
    uint32_t *run_tags; /* one a run, 0: the text's own; NULL: all of them */
    struct text_setting setting;
    struct lines lines;
    struct str language;
    int32_t inside; /* penalty of a break inside the groups that it stands in */
    uint32_t offer; /* what it gives when it is set with a line more or less, see vary.c; 0: has not
                       been tried */
    bool refers;    /* has a run that refers to a page */
    bool waits;     /* for such a page to be known */
};

enum part_kind { PART_LINE, PART_RULE, PART_SQUARES, PART_PICTURE };

/* Something drawn, x and y from the top left corner of its strip; y of a line is its baseline. */
struct part {
    uint8_t kind;
    uint32_t tag;
    sp x, y;
    union {
        struct {
            struct set *set;
            uint32_t line;
        } line;
        struct {
            sp width, height;
            struct colour colour;
        } rule;
        struct {
            const struct drawing *drawing;
            struct colour colour;
        } squares;
        struct {
            const struct picture *picture;
            sp width, height;
        } picture;
    };
};

/* A break after a strip costs its penalty. At or above BREAK_NEVER it is taken only when a column
 * cannot be filled otherwise. */
enum {
    BREAK_FREE = 0,
    BREAK_IN_PARAGRAPH = 4,
    BREAK_IN_GROUP = 60,
    BREAK_AT_HYPHEN = 2000, /* dearer than any free lines that are looked at */
    BREAK_NEVER = 1000000
};

struct strip {
    sp above; /* white before it, dropped at the head of a column */
    sp height;
    sp notes;           /* height of the footnotes that it calls */
    sp need;            /* height that must be left in the column for it to begin here */
    int32_t penalty;    /* of a break after it */
    uint8_t start;      /* enum start: where it must begin */
    uint8_t need_start; /* enum start: where it begins when `need` is not left */
    bool snap;          /* its top stands on the grid */
    bool wide;          /* over all columns */
    uint8_t owner;      /* see window.h */
    bool discard;       /* not at the head of a column: a rule between things */
    bool justified;     /* a justified paragraph begins, each of its lines a strip */
    uint8_t heading;    /* the level of one that begins, 1 to 6 */
    uint16_t floats; /* a figure of so many strips begins, which may stand at the head of the next
                        column while the text goes on; white below it as above */
    sp side_height;  /* of `side` */
    uint32_t part_count;
    const struct part *parts;
    const struct repeat *repeat;       /* set before it at the head of a column */
    const struct galley *side;         /* begins level with it in the side column */
    const struct block *const *begins; /* blocks that begin with it: ids, marks, outline */
    uint32_t begin_count;
    uint32_t note_count;
    const struct galley *const *called; /* the footnotes */
    struct span span;
};

/* Strips repeated where a group or table goes on in the next column. */
struct repeat {
    const struct strip *strips;
    size_t count;
    sp height; /* a multiple of the grid when what follows snaps */
};

struct galley {
    ARRAY(struct strip) strips;
    size_t dropped; /* strips that stood before these and are on pages */
};

/* May a column have lines of the grid more before this strip, where a break costs `penalty` at
 * most: white of a line and more, between things that may be parted; never below a heading? */
static inline bool strip_takes_line(const struct strip *strip, sp grid, int32_t penalty) {
    return strip->above >= grid && strip[-1].penalty <= penalty;
}

/* So many at most beside its own; with more the column would fall apart. */
enum { MOST_LINES_MORE = 9 };

/* Where the next strip begins below `y` in a column: its white (none at the head of the column),
 * then the grid. */
static inline sp strip_top(const struct strip *strip, sp y, bool head, sp grid) {
    sp top = head ? y : y + strip->above;
    if (strip->snap && grid > 0)
        top = (top + grid - 1) / grid * grid;
    return top;
}

/* Height of strips stacked from the top of a column. */
static inline sp galley_height(const struct galley *galley, sp grid) {
    sp y = 0;
    for (size_t i = 0; i < galley->strips.count; i++) {
        const struct strip *strip = &galley->strips.at[i];
        y = strip_top(strip, y, i == 0, grid) + strip->height;
    }
    return y;
}

/* How far a column is filled. The one rule of vertical position, for breaks.c and place.c alike. */
struct cursor {
    sp y;            /* of the text column, from its top */
    sp side;         /* of the side column */
    bool head;       /* nothing stands in the column yet */
    uint16_t figure; /* strips that are left of the one in hand */
    sp white;        /* of the figure: below it at least */
};

/* Puts a strip below the cursor; its top. What runs over all columns begins below the side matter;
 * a rule at the head of a column is left out. */
static inline sp cursor_put(struct cursor *cursor, const struct strip *strip, sp grid) {
    if (cursor->head && strip->discard)
        return cursor->y;
    bool below = cursor->figure == 0 && !cursor->head && cursor->white > strip->above;
    sp more = below ? cursor->white - strip->above : 0;
    sp top = strip_top(strip, cursor->y + more, cursor->head, grid);
    if (strip->wide && cursor->side > 0 && top < cursor->side + strip->above)
        top = strip_top(strip, cursor->side, false, grid);
    cursor->y = top + strip->height;
    cursor->head = false;
    if (strip->floats) {
        cursor->figure = strip->floats;
        cursor->white = strip->above;
    } else if (cursor->figure == 0) {
        cursor->white = 0;
    }
    if (cursor->figure > 0)
        cursor->figure--;
    if (strip->side && cursor->side < top + strip->side_height)
        cursor->side = top + strip->side_height;
    return top;
}

#endif
