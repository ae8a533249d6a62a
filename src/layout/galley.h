/* The builder that galley.c, paragraphs.c and table.c share. */
#ifndef LAYOUT_GALLEY_H
#define LAYOUT_GALLEY_H

#include "layout/setter.h"

struct window;

struct galley_builder {
    struct setter *setter;
    struct galley *galley;
    struct window *window;     /* passes over the galley while it is made; NULL: it is kept whole */
    sp left, width;            /* of the measure in hand, from the column's left edge */
    sp pending;                /* white below what was set last */
    bool gridded;              /* the column stands on the baseline grid */
    bool wide;                 /* over all columns */
    bool plain;                /* inside a table cell: no rules, no side matter */
    bool after_heading;        /* what was set last is one */
    int keep;                  /* strips that still have to stay with the heading before */
    uint32_t label_tag;        /* waits for the first paragraph of a list item */
    int32_t inside;            /* penalty of a break inside the groups in hand */
    uint8_t start, need_start; /* of the next strip */
    sp need;
    const struct repeat *repeat, *repeat_after_next;
    bool side_flows; /* of the block that asks for room */
    size_t needing;  /* index + 1 of the strip that asks for room for all that begins with it */
    struct galley_builder *side; /* side matter that waits for the next strip */
    ARRAY(const struct block *) begins;
};

/* A builder for matter of its own: a cell, a note, the side column. */
struct galley_builder builder_new(struct setter *setter, sp width, bool gridded);

/* Adds a block and all below it. `tag` is the parent's; `language` the parent's. */
void builder_block(struct galley_builder *builder, const struct block *block, uint32_t tag,
                   struct str language);

/* Adds the strips of a paragraph. */
void paragraph_strips(struct galley_builder *builder, const struct block *block, uint32_t tag,
                      struct str language);

/* Of a break after line `i` of a paragraph. None of its lines stands alone: neither its first at
 * the foot of a column nor its last at the head of the next. */
int32_t line_penalty(const struct set *set, size_t i);

/* Whether the line has the call of the footnote that run `run` of its paragraph is. */
bool line_calls(const struct set *set, const struct line *line, uint32_t run);

/* The grid that strips stand on; 0: none. */
static inline sp builder_grid(const struct galley_builder *builder) {
    return builder->gridded ? builder->setter->master->grid : 0;
}

/* White and leading in whole lines of the grid: the block stands on it. A quotation with half a
 * line above stands between the lines and is left there. */
static inline bool builder_on_grid(const struct galley_builder *builder,
                                   const struct style *style) {
    sp grid = builder_grid(builder);
    return grid > 0 && style->leading % grid == 0 && style->above % grid == 0;
}

static inline struct part rule_part(sp x, sp y, sp width, sp thickness, struct colour colour) {
    return (struct part){
        .kind = PART_RULE,
        .x = x,
        .y = y,
        .rule = {.width = width, .height = thickness, .colour = colour},
    };
}

/* A new strip of `height`, with all that waits for one attached. */
struct strip *builder_strip(struct galley_builder *builder, sp above, sp height, bool snap,
                            struct span span);

#endif
