/* Paragraphs into lines: itemize (script, language, direction), shape, hyphenate, break, justify.
 * Knows fonts, not documents: what a run means is the caller's. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include "base/watch.h"
#include "font/fonts.h"
#include "font/glyphs.h"

/* Everything kept between paragraphs: shaped words, hyphenation dictionaries, break iterators.
 * One a thread. `hyphen_folder` holds the hyph_*.dic files. The cache owns the struct glyphs that
 * lines point at: it must outlive them. */
struct text;
struct text *text_new(const struct fonts *fonts, const char *hyphen_folder);
void text_free(struct text *text);
/* Measures shaping and breaking from now on; NULL: no longer. */
void text_measure(struct text *text, struct watch *watch);

enum text_kind {
    TEXT_CHARACTERS,
    TEXT_BREAK, /* a forced line break */
    TEXT_LEADER /* dots that fill the line; what follows stands at the right edge. They are placed
                   words of this run, whose family, size and language count; x on a grid of half
                   an em measured from the right edge of the measure */
};

struct text_run {
    enum text_kind kind;
    struct str text;
    const struct family *family;
    bool bold, italic;
    bool tabular, oldstyle, smallcaps; /* tnum onum smcp, where the font has them */
    bool raised;  /* a note call: drawn above the baseline by the caller; no break before it */
    bool isolate; /* its direction is its own, whatever stands around it (UAX #9, FSI … PDI);
                     neighbours share it */
    sp size;
    int32_t tracking;    /* 1/1000 em */
    struct str language; /* BCP 47 */
    struct span span;    /* of the text in the data */
};

enum text_align { TEXT_JUSTIFY, TEXT_START, TEXT_END, TEXT_CENTRE };

struct text_setting {
    sp width;        /* the measure */
    sp first_indent; /* of the first line, may be negative */
    sp left, right;  /* of all lines, whatever their direction */
    sp label_end; /* > 0: the first line begins no sooner than this (a long label in the margin),
                     from the side where lines begin */
    enum text_align align;
    bool hyphenate;
    bool balance; /* ragged lines of nearly equal length, fewest lines, broken by sense */
    bool
        break_words; /* values without spaces (addresses of the web, e-mail) may break at / . @ - */
    bool right_to_left; /* base direction; `automatic` takes it from the first strong letter (UAX #9
                           P2) */
    bool automatic;
    int32_t expansion; /* greatest expansion and contraction of fonts, 1/10000; 0 none. Used
                          up before the spaces change */
    int32_t spacing;   /* greatest change of the tracking of a line, 1/1000 em; 0 none. Used up
                          after the expansion and before the spaces change */
    bool protrusion;   /* marks hang in the margin */
    int looseness;     /* lines more (+) or less (-) than the optimum, where it can be had */
};

struct line {
    struct placed *words; /* in the order of the text, x from the left edge of the measure */
    uint32_t count;
    sp left, width;    /* where the ink begins and how wide it is set */
    sp natural;        /* width before justification */
    int32_t ratio;     /* stretch (+) or shrink (-) of the spaces, 1/1000 of the font's own width */
    int32_t expansion; /* 1/10000, 10000 is none */
    int32_t tracking;  /* 1/1000 em, beside that of the runs */
    int64_t demerits;  /* of the paragraph up to here */
    bool hyphen;       /* ends in a hyphen that we set */
    bool overfull;
    sp leader_left, leader_right; /* where dots stand, when right > left: see TEXT_LEADER */
};
struct lines {
    struct line *at;
    size_t count;
};

/* Breaks one paragraph. Lines and their word lists are owned by `arena`. Faults in diag: a
 * character that no font has (code point, place, fonts tried), a line wider than the measure (by
 * how much). */
struct lines text_lines(struct text *text, const struct text_run *runs, size_t count,
                        const struct text_setting *setting, struct arena *arena, struct diag *diag);

/* Natural width of one line of runs, for columns of tables and labels. */
sp text_width(struct text *text, const struct text_run *runs, size_t count, struct diag *diag);
/* The widest part that cannot be broken, likewise. */
sp text_least_width(struct text *text, const struct text_run *runs, size_t count,
                    struct diag *diag);

#endif
