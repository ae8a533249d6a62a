/* What stands in a column of the division, and how much of it that fills. */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include "layout/notes.h"

/* One column of the result: strips [start, end). */
struct column {
    size_t start, end;
    uint32_t page;  /* of the flow, from 0 */
    uint8_t index;  /* of the column on its page */
    int8_t lines;   /* more or less than set, from paragraphs that have the choice */
    uint32_t extra; /* lines to be shared out over its white, see level.h */
    sp lowered;     /* white before its tail, see level.h */
    bool recto;     /* its page must be a right-hand one */
    sp used;        /* from its head to where its text ends, without footnotes */
    sp foot;        /* height of its footnotes with the white before them; 0: it has none */
    struct note_place notes, notes_end; /* the footnotes at its foot */
    uint8_t floats;                     /* figures of the columns before that stand at its head */
    size_t floats_from; /* figures from this strip on stand at the head of the next column */
};

/* Does the strip begin a figure that stands in the next column? */
static inline bool column_defers(const struct column *column, const struct strip *strips,
                                 size_t strip) {
    return strip >= column->floats_from && strips[strip].floats > 0;
}

/* The first of the `count` figures that come last before strip `before`. */
size_t figures_before(const struct strip *strips, size_t before, uint8_t count);

/* A paragraph, strips [start, end), that can be set with a line more or less as well, at a cost
 * like those of breaks; 0: cannot. */
struct choice {
    size_t start, end;
    int32_t longer, shorter;
};

/* Can a column of strips [start, end) have the line more or less? The one in which the paragraph
 * ends has it; two lines of it stay there. */
static inline bool choice_gives(const struct choice *choice, size_t start, size_t end,
                                bool longer) {
    bool ends = choice->end > start && choice->end <= end;
    bool enough = longer || choice->start >= start || choice->end - start > 2;
    return ends && enough && (longer ? choice->longer : choice->shorter) > 0;
}

struct columns {
    struct column *at;
    size_t count, capacity;
    size_t prefix; /* wide strips over all columns of the first page */
    sp prefix_height;
};

/* What is to be divided. */
struct breaks_request {
    const struct strip *strips;
    size_t count;
    sp grid;
    sp height;                    /* of a column */
    int columns;                  /* on a page */
    bool balance;                 /* the last page's columns end level */
    bool begun;                   /* the flow has pages before these */
    bool goes_on;                 /* and others after them */
    sp note_gap;                  /* white between text and footnotes, with the rule */
    const struct choice *choices; /* in order */
    size_t choice_count;
};

/* Below the figures at the head of a column, and below what is repeated there; its top in
 * `repeat_top`, which may be NULL. */
struct cursor column_begin(const struct breaks_request *request, const struct column *column,
                           sp *repeat_top);
/* Finds out how much of the column its text and its footnotes take. */
void column_measure(const struct breaks_request *request, struct column *column);
/* Where the matter off the grid begins that stands below a column's text on the grid and ends it:
 * white may come before it. `end` when there is none. */
size_t column_tail(const struct strip *strips, size_t start, size_t end);
/* What there is for both. */
sp column_height(const struct breaks_request *request, const struct columns *columns,
                 const struct column *column);

#endif
