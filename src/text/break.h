/* Where a paragraph breaks: Knuth and Plass, "Breaking Paragraphs into Lines" (Software - Practice
 * and Experience 11, 1981), over integers. Knows widths, no fonts. */
#ifndef TEXT_BREAK_H
#define TEXT_BREAK_H

#include "base/arena.h"
#include "base/length.h"
#include <stdbool.h>

enum break_kind { BREAK_BOX, BREAK_GLUE, BREAK_PENALTY };

enum {
    BREAK_NEVER = 10000,      /* a penalty from here on forbids */
    BREAK_LAST_RESORT = 9000, /* from here on: only when `certain` */
    BREAK_FORCED = -10000,
    RATIO_ONE = 1024 /* a ratio of 1: all stretch or all shrink is used */
};

struct break_item {
    sp width;           /* of a penalty: set only when the line breaks there (a hyphen) */
    sp stretch, shrink; /* of glue */
    sp kern;            /* of glue: what kerning adds to it, mostly negative */
    sp flex;            /* of a box: how much wider or narrower its font may be made */
    sp hang_start;      /* of a box: how far it stands out when it begins a line */
    sp hang_end;        /* of a box or a penalty, when it ends one */
    int32_t penalty;
    uint8_t kind;    /* enum break_kind */
    bool hyphen;     /* a penalty: the line then ends in a hyphen */
    uint32_t origin; /* the caller's */
};

struct break_setting {
    const sp *widths;   /* of the lines; the last goes for all that follow */
    size_t width_count; /* 1 at least */
    int64_t tolerance;  /* greatest ratio of stretch, 1/1024 */
    sp line_stretch;    /* stretch that each line has of itself: ragged setting, emergencies */
    sp last_least;      /* the last line is not to be shorter */
    int looseness;      /* lines more than the optimum, where it can be had */
    int64_t second_hyphen_demerits; /* of each that follows another, when `lenient` */
    sp last_most; /* a last line that is longer, but not full, looks like a mistake; 0: may be */
    bool even;    /* white is to be alike everywhere: small differences count too */
    bool fewest;  /* as few lines as can be before all else */
    bool last_counts; /* the white space in the last line is as bad as in others (titles) */
    bool lenient;     /* two hyphens in succession and a short last line may be, at a price */
    bool certain;     /* find breaks whatever they cost: at last resorts, or lines too wide */
};

struct break_line {
    uint32_t end;     /* the item at which it ends */
    int64_t ratio;    /* 1/1024; below -1024: too wide */
    int64_t demerits; /* up to here */
};

/* Breaks `count` items, of which the last is a forced penalty. Gives the lines, allocated from
 * `arena`; 0 when there are none within the tolerance. Time grows with the items times the breaks
 * within one line. */
size_t break_lines(const struct break_item *items, size_t count,
                   const struct break_setting *setting, struct arena *arena,
                   struct break_line **lines);

#endif
