/* A theme changed a little, so that a document fills the pages it is to have: paragraphs of a line
 * more or less, lines nearer to each other or farther apart, other gaps and sizes, inside the
 * limits of the theme's `fitting`. The frame of the page stays where it is. */
#ifndef MODEL_FIT_H
#define MODEL_FIT_H

#include "model/theme.h"

struct fit {
    int looseness; /* lines of each paragraph more or less, where it can be had; see text_setting */
    int lines;     /* of the grid on a page: its distance follows, for they fill the same height */
    sp gap;        /* between columns */
    int32_t size;  /* of text, 1/10000; headings higher than a line of the grid keep theirs */
};

/* The theme as it is. */
struct fit fit_none(const struct theme *theme);

/* What can be done, from what is seen least to what is seen most; each change keeps all before it.
 */
struct fit_ladder {
    struct fit *at; /* at[0]: the theme as it is */
    size_t count;
};
/* To take fewer pages where `direction` is -1, more where it is 1. Owned by `arena`. */
struct fit_ladder fit_ladder_new(const struct theme *theme, int direction, struct arena *arena);

/* The theme as changed by `fit`; its looseness is not the theme's. Owned by `arena`. */
const struct theme *theme_fit(const struct theme *theme, const struct fit *fit,
                              struct arena *arena);

#endif
