/* Where a column can end that begins in a given way, and what each end costs by itself. */
#ifndef LAYOUT_ENDS_H
#define LAYOUT_ENDS_H

#include "layout/column.h"
#include "layout/ruler.h"

/* Where a column can end, in lines from its top: as it is, with a line more in each white that can
 * take some, and with all that they can. */
struct bottom {
    uint8_t least, easy, most;
};

/* The column ends before strip `end`. */
struct candidate {
    size_t end;
    int64_t cost; /* of its free lines and of the break */
    int32_t free_lines;
    uint32_t rest;  /* index in ends.rests of where notes go on; 0: nowhere */
    int8_t lines;   /* of the column, more or less */
    uint8_t floats; /* figures before `end` that stand behind it */
    bool last;      /* what follows begins elsewhere */
    bool page;      /* and that is on a page of its own */
    struct bottom bottom;
};

/* How a column begins. */
struct beginning {
    size_t strip;
    sp height;      /* of the column */
    uint32_t rest;  /* of notes of the columns before, as in a candidate */
    uint8_t floats; /* figures of the columns before */
};

/* So many paragraphs of a column may have a line more or less. */
enum { MOST_CHOICES = 3 };

/* The paragraphs of a column that can have it, and what the cheapest of them ask. */
struct offered {
    int32_t count, prices[MOST_CHOICES];
};

/* Finds the ends of one column after the other. */
struct ends {
    const struct breaks_request *request;
    struct arena *arena;
    struct diag *diag;
    const struct mark *ruler; /* of all strips */
    int32_t lines_more;       /* how many more than the fullest end another may leave free */
    bool level; /* the columns of a last page are to end level: the last of them is like others, and
                   what does not fit is none of them and no fault */
    struct beginning from;          /* of the column in hand */
    int32_t foot;                   /* lines that it has */
    int32_t places;                 /* in it that may take free lines */
    bool notes;                     /* stand at its foot */
    size_t choice;                  /* the first that it does not hold yet */
    ARRAY(struct note_place) rests; /* the first is no place */
    uint8_t floats;                 /* figures that stand in the next */
    sp floats_height;
    struct offered longer, shorter; /* paragraphs in it that can be so */
    int32_t most_penalty;           /* ends whose break costs more are not looked at */
    ARRAY(struct candidate) candidates;
};

/* Columns of one beginning have the same ends: `candidates` are found again only where it is
 * another. Those that part what belongs together are there only when there are no others. There is
 * one at least when all are looked at that make sense; where nothing fits that is a fault. */
void ends_find(struct ends *ends, const struct beginning *from);

/* As many lines more as may make sense. */
int32_t ends_most_lines_more(const struct breaks_request *request);

/* What an end costs at least that leaves so many lines free. */
int64_t ends_cost(int32_t free_lines);

/* Whole lines of the grid in `height`. */
int32_t lines_in(const struct breaks_request *request, sp height);

#endif
