/* The look, in numbers: every size, colour and template of the pages. */
#ifndef MODEL_THEME_H
#define MODEL_THEME_H

#include "yaml/schema.h"
#include "yaml/value.h"

enum page_size { SIZE_A4, SIZE_A5, SIZE_LETTER, SIZE_OWN };
extern const struct choices page_sizes; /* a4 a5 letter own */
enum press_pictures { PRESS_CONVERT, PRESS_KEEP };
extern const struct choices press_pictures; /* convert keep */
enum theme_align { THEME_JUSTIFY, THEME_START, THEME_END, THEME_CENTRE };
extern const struct choices theme_aligns; /* justify start end centre */

/* What no reader sees, 1/10000: more is a fault, and what is left out is this. */
enum { THEME_MOST_EXPANSION = 200, THEME_MOST_SPACING = 50 };

/* How one role looks. Every member may be left out: then the role named in `like` gives it, and at
 * the end of that chain the role `text`. */
struct theme_role {
    struct string key; /* the role's name: text, title, kicker, lead, heading2, caption, … */
    struct string like;
    struct string family; /* a family of fonts/fonts.yaml */
    struct boolean bold, italic;
    struct dimension size, leading;
    struct integer tracking; /* 1/1000 em */
    struct boolean capitals;
    struct boolean tabular, oldstyle, smallcaps; /* figures and letters by font feature */
    struct string colour;                        /* a key of `colours` */
    struct choice align;
    struct boolean hyphenate;
    struct boolean balance;        /* lines of nearly equal length (titles) */
    struct dimension indent;       /* first line of a paragraph that follows another */
    struct dimension left, right;  /* both sides of the block */
    struct dimension above, below; /* white; rounded to the grid by layout */
    struct integer keep_lines;     /* lines of the next block that must follow on the page */
    struct dimension rule_above;   /* thickness of a rule above, 0 none */
    struct string rule_colour;
    struct span span;
};

struct theme_colour {
    struct string key;
    struct tint tint;
    struct span span;
};

/* {left: "…", right: "…"} of a page head or foot; placeholders {title} {issue} {date} {section}
 * {first} {last} {page} {pages} {url} {ref} {edition}. `outside` and `inside` follow the side of
 * the sheet. */
struct theme_line {
    struct text outside, centre, inside;
    struct span span;
};

/* What the printer asks for. */
struct theme_press {
    struct string profile; /* an ICC file of inks */
    struct integer ink_limit;
    struct choice pictures;
    struct dimension creep; /* of a sheet around those inside it */
    struct span span;
};

/* How far the look may change so that a document fills the pages it is to have. What is left out
 * stays as it is. */
struct fitting {
    struct integer looseness; /* lines of a paragraph more or less than its best */
    struct dimension least_grid, most_grid;
    struct dimension least_gap, most_gap;
    struct share least_size, most_size; /* of text */
    struct span span;
};

struct theme {
    struct string name;
    struct choice size;
    struct dimension width, height; /* for size own */
    struct dimension inner, outer;  /* margins */
    struct boolean mirrored;
    struct dimension grid;                         /* baseline distance */
    struct integer lines;                          /* of the grid on a page */
    struct dimension first_baseline;               /* below the head trim */
    struct dimension head_baseline, foot_baseline; /* below the head trim, above the foot trim */
    struct integer columns;
    struct dimension gap;                  /* between columns */
    struct dimension side_width, side_gap; /* side column; width 0: none */
    struct integer index_columns;
    struct dimension thumb_width, thumb_height; /* 0: no thumb index */
    struct dimension bleed;                     /* 3 mm when left out */
    struct integer front_lines; /* free lines that let the first release begin below the masthead */
    struct dimension qr_size;
    struct string logo; /* a picture above the masthead */
    struct dimension logo_width;
    LIST(struct theme_colour) colours;
    LIST(struct theme_role) roles;
    struct theme_line head_left, head_right, foot_left, foot_right; /* verso and recto */
    struct share expansion;    /* letters of justified lines wider or narrower, at most */
    struct share spacing;      /* white after letters more or less, at most; of the size */
    struct boolean protrusion; /* marks hang in the margin */
    struct fitting fitting;
    struct dimension head_rule; /* hairline under the head, 0 none */
    struct theme_press press;
    struct span span;
};

extern const struct record theme_record;

/* Of the trimmed page, in sp. */
sp theme_width(const struct theme *theme);
sp theme_height(const struct theme *theme);

/* The colour at `index` of `colours`, with its number where it has a plate of its own. */
struct colour theme_colour(const struct theme *theme, size_t index);

#endif
