/* What the steps of one layout share. */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include "layout/layout.h"
#include "layout/strip.h"

/* Pages of blocks by id: what the last round found, for references. Open addressing. */
struct place_entry {
    struct str id; /* at NULL: free */
    uint32_t page; /* 1-based printed number; 0: not placed */
    sp x, y;
    uint32_t tag;
};
struct places {
    struct place_entry *at;
    size_t capacity, count;
};
struct place_entry *places_add(struct places *places, struct arena *arena, struct str id);
/* NULL when there is none. */
const struct place_entry *places_find(const struct places *places, struct str id);

struct gap;

struct setter {
    const struct doc *doc;
    struct text *text;
    const struct layout_options *options;
    struct arena *arena;  /* of what is set and not yet on a page */
    struct arena *result; /* of what is on pages */
    FILE *dump;           /* of lines, or NULL */
    struct diag *diag;
    struct tags tags;
    struct places places;        /* of what is on pages */
    struct places known;         /* of the round before */
    ARRAY(struct set *) waiting; /* sets that refer to a page which is not known yet */
    ARRAY(struct gap) gaps;      /* that they leave on pages, in order */
    ARRAY(struct text_run) runs; /* reused from paragraph to paragraph */
    const struct master *master; /* of the flow in hand */
};

sp master_column_width(const struct master *master);
sp master_full_width(const struct master *master);

/* A new tag below `parent`; its index. */
uint32_t tag_add(struct setter *setter, enum role role, uint32_t parent, struct str language);

/* Sets runs to a measure. `language` is the block's. */
struct set *set_runs(struct setter *setter, const struct block *block, const struct runs *runs,
                     const struct text_setting *setting, uint32_t tag, struct str language);
/* Sets again after page numbers changed; true when its number of lines is another. */
bool set_again(struct setter *setter, struct set *set);
/* The lines of a set with one more (1) or less (-1), where that can be had; faults are not told. */
struct lines set_looser(struct setter *setter, const struct set *set, int looseness,
                        struct arena *arena);
/* The size a run is set in and how far above the baseline. */
sp run_size(const struct run *run);
sp run_rise(const struct run *run);
struct text_setting style_setting(const struct setter *setter, const struct style *style, sp width);
/* Width of runs on one line. */
sp runs_width(struct setter *setter, const struct runs *runs, struct str language, bool least);

/* The blocks below `root` as a galley for the flow's text column; side blocks become galleys of
 * their own, hung on the strip they stand beside. What the window has not put on pages on the way
 * is left in it. */
struct window;
void galley_set(struct setter *setter, const struct block *root, uint32_t parent_tag,
                struct window *window);

/* Adds the strips of a table. */
struct galley_builder;
void table_strips(struct galley_builder *builder, const struct block *table, sp x, sp width,
                  uint32_t tag, struct str language);

#endif
