/* Blocks into strips. */
#include "layout/window.h"

#include <stdlib.h>

struct galley_builder builder_new(struct setter *setter, sp width, bool gridded) {
    return (struct galley_builder){
        .setter = setter,
        .galley = arena_make(setter->arena, struct galley, 1),
        .width = width,
        .gridded = gridded,
    };
}

static struct strip *last_strip(struct galley_builder *builder) {
    size_t count = builder->galley->strips.count;
    return count ? &builder->galley->strips.at[count - 1] : NULL;
}

static void attach_begins(struct galley_builder *builder, struct strip *strip) {
    if (builder->begins.count == 0)
        return;
    struct arena *arena = builder->setter->arena;
    const struct block **blocks = arena_make(arena, const struct block *, builder->begins.count);
    for (size_t i = 0; i < builder->begins.count; i++)
        blocks[i] = builder->begins.at[i];
    strip->begins = blocks;
    strip->begin_count = (uint32_t)builder->begins.count;
    builder->begins.count = 0;
}

/* The strip before must stay with the one that comes while a heading's lines are not complete. */
static void apply_keep(struct galley_builder *builder) {
    struct strip *before = last_strip(builder);
    if (builder->keep == 0 || !before)
        return;
    if (before->penalty < BREAK_NEVER)
        before->penalty += BREAK_NEVER;
    builder->keep--;
}

/* Side matter needs room as much as the text it stands beside: what asked for room a strip or two
 * before asks for enough of it. */
static void need_side(struct galley_builder *builder) {
    size_t count = builder->galley->strips.count, from = builder->needing;
    if (from == 0 || !builder->side)
        return;
    struct strip *asking = &builder->galley->strips.at[from - 1];
    sp need = builder->galley->strips.at[count - 1].side_height;
    for (size_t i = from; i < count; i++)
        need += asking[i - from].height + asking[i - from].above;
    asking->need = sp_larger(asking->need, need);
    builder->needing = 0;
}

struct strip *builder_strip(struct galley_builder *builder, sp above, sp height, bool snap,
                            struct span span) {
    apply_keep(builder);
    struct strip *strip = array_add(&builder->galley->strips, builder->setter->arena);
    *strip = (struct strip){
        .above = sp_larger(above, builder->pending),
        .height = height,
        .snap = snap,
        .wide = builder->wide,
        .owner = builder->window ? builder->window->owner : 0,
        .penalty = builder->inside,
        .start = builder->start,
        .need = builder->need,
        .need_start = builder->need_start,
        .repeat = builder->repeat,
        .side = builder->side ? builder->side->galley : NULL,
        .side_height = builder->side ? galley_height(builder->side->galley, 0) : 0,
        .span = span,
    };
    attach_begins(builder, strip);
    if (builder->need > 0 && !builder->side_flows)
        builder->needing = builder->galley->strips.count;
    need_side(builder);
    builder->after_heading = false;
    builder->pending = 0;
    builder->start = builder->need_start = START_HERE;
    builder->need = 0;
    builder->side = NULL;
    if (builder->repeat_after_next) {
        builder->repeat = builder->repeat_after_next;
        builder->repeat_after_next = NULL;
    }
    return strip;
}

/* ---- pictures, drawings, rules ---- */

static void one_part(struct galley_builder *builder, struct strip *strip, struct part part) {
    struct part *parts = arena_make(builder->setter->arena, struct part, 1);
    parts[0] = part;
    strip->parts = parts;
    strip->part_count = 1;
}

/* The left edge of what is narrower than the measure: it stands where lines begin. */
static sp start_of(const struct galley_builder *builder, const struct block *block, sp width) {
    return builder->left + (block->right_to_left ? builder->width - width : 0);
}

/* A picture fills its measure, but leaves a third of the column for text. */
static void add_picture(struct galley_builder *builder, const struct block *block, uint32_t tag) {
    const struct master *master = builder->setter->master;
    const struct picture *picture = block->picture;
    sp width = block->picture_width > 0 ? block->picture_width : builder->width;
    sp most = master->grid * master->lines * 2 / 3;
    sp height = sp_scale(width, picture->height, picture->width);
    if (height > most) {
        height = most;
        width = sp_scale(height, picture->width, picture->height);
    }
    struct strip *strip =
        builder_strip(builder, block->style->above, height, builder->gridded, block->span);
    strip->penalty += BREAK_NEVER; /* its caption follows */
    one_part(builder, strip,
             (struct part){.kind = PART_PICTURE,
                           .tag = tag,
                           .x = start_of(builder, block, width),
                           .picture = {picture, width, height}});
}

static void add_drawing(struct galley_builder *builder, const struct block *block, uint32_t tag) {
    struct strip *strip =
        builder_strip(builder, block->style->above, block->drawing->size, false, block->span);
    one_part(builder, strip,
             (struct part){.kind = PART_SQUARES,
                           .tag = tag,
                           .x = start_of(builder, block, block->drawing->size),
                           .squares = {block->drawing, block->style->colour}});
}

static void add_rule(struct galley_builder *builder, const struct block *block) {
    const struct style *style = block->style;
    struct strip *strip = builder_strip(builder, style->above, style->leading,
                                        builder_on_grid(builder, style), block->span);
    strip->penalty += BREAK_NEVER;
    strip->discard = true;
    one_part(builder, strip,
             rule_part(builder->left, 0, builder->width, style->rule_above, style->rule_colour));
}

/* ---- groups ---- */

static const struct repeat *continuation(struct galley_builder *builder, const struct block *block,
                                         struct str language) {
    struct galley_builder inner = builder_new(builder->setter, builder->width, builder->gridded);
    inner.left = builder->left;
    builder_block(&inner, block, 0, language);
    struct repeat *repeat = arena_make(builder->setter->arena, struct repeat, 1);
    repeat->strips = inner.galley->strips.at;
    repeat->count = inner.galley->strips.count;
    repeat->height = galley_height(inner.galley, builder_grid(builder)) + inner.pending;
    return repeat;
}

static int32_t group_penalty(const struct block *block) {
    if (block->keep_together)
        return BREAK_NEVER;
    return block->continued ? BREAK_IN_GROUP : 0;
}

/* An item of several blocks: its label, which its first paragraph bears, is read before its body.
 */
static void item_label(struct galley_builder *builder, const struct block *block, uint32_t tag) {
    const struct block *first = block->first;
    while (first && first->kind == BLOCK_GROUP)
        first = first->first;
    if (tag && block->role == ROLE_ITEM && first && first->label.count)
        builder->label_tag = tag_add(builder->setter, ROLE_LABEL, tag, (struct str){0});
}

/* Blocks of the supply are owned by the arena that owns their strips. */
static void add_supplied(struct galley_builder *builder, const struct block *block, uint32_t tag,
                         struct str language) {
    const struct supply *supply = block->supply;
    const struct block *child;
    for (size_t i = 0; (child = supply->make(supply->context, i, block, builder->setter->arena));
         i++) {
        builder_block(builder, child, tag, language);
        if (builder->window)
            window_pass(builder->window, builder);
    }
}

static void add_children(struct galley_builder *builder, const struct block *block, uint32_t tag,
                         struct str language) {
    for (const struct block *child = block->first; child; child = child->next)
        builder_block(builder, child, tag, language);
    if (block->supply)
        add_supplied(builder, block, tag, language);
}

static size_t strips_made(const struct galley_builder *builder) {
    return builder->galley->dropped + builder->galley->strips.count;
}

/* A picture with what belongs to it may stand elsewhere when nothing else begins with it. The white
 * below it is then its own. */
static void mark_figure(struct galley_builder *builder, size_t from) {
    size_t count = builder->galley->strips.count - from;
    if (count == 0 || count > UINT16_MAX || !builder->gridded || builder->plain ||
        (builder->wide && builder->setter->master->columns > 1))
        return;
    struct strip *first = &builder->galley->strips.at[from];
    if (first->begin_count > 0 || first->side || first->start != START_HERE || first->need > 0)
        return;
    first->floats = (uint16_t)count;
    builder->pending = 0;
}

static void add_group(struct galley_builder *builder, const struct block *block, uint32_t tag,
                      struct str language) {
    struct galley_builder outer = *builder;
    const struct style *style = block->style;
    if (style) {
        builder->left += block->right_to_left ? style->right : style->left;
        builder->width -= style->left + style->right;
        builder->pending = sp_larger(builder->pending, style->above);
    }
    if (block->continued)
        builder->repeat_after_next = continuation(builder, block->continued, language);
    int32_t penalty = group_penalty(block);
    builder->inside += penalty;
    item_label(builder, block, tag);
    size_t before = strips_made(builder);
    add_children(builder, block, tag, language);
    if (block->first && block->first->kind == BLOCK_PICTURE)
        mark_figure(builder, before - builder->galley->dropped);
    if (strips_made(builder) > before)
        last_strip(builder)->penalty -= penalty;
    builder->inside = outer.inside;
    builder->left = outer.left;
    builder->width = outer.width;
    builder->repeat = outer.repeat;
    builder->repeat_after_next = outer.repeat_after_next;
}

static void add_content(struct galley_builder *builder, const struct block *block, uint32_t tag,
                        struct str language) {
    switch (block->kind) {
    case BLOCK_GROUP:
    case BLOCK_ROW:
    case BLOCK_CELL:
        add_group(builder, block, tag, language);
        break;
    case BLOCK_PARAGRAPH:
        paragraph_strips(builder, block, tag, language);
        break;
    case BLOCK_TABLE:
        table_strips(builder, block, builder->left, builder->width, tag, language);
        break;
    case BLOCK_PICTURE:
        add_picture(builder, block, tag);
        break;
    case BLOCK_DRAWING:
        add_drawing(builder, block, tag);
        break;
    case BLOCK_RULE:
        add_rule(builder, block);
        break;
    }
}

/* Matter of the side column gathers until the next strip of the text column. */
static void add_side(struct galley_builder *builder, const struct block *block, uint32_t tag,
                     struct str language) {
    struct setter *setter = builder->setter;
    if (!builder->side) {
        builder->side = arena_make(setter->arena, struct galley_builder, 1);
        *builder->side = builder_new(setter, setter->master->side_width, false);
    }
    add_content(builder->side, block, tag, language);
    if (block->style)
        builder->side->pending = sp_larger(builder->side->pending, block->style->below);
}

static bool is_announced(const struct block *block) {
    return block->least_page || block->id.length || block->outline.length ||
           block->marks.title.length || block->marks.section.length || block->marks.guide.length ||
           block->marks.thumb.length;
}

static uint32_t block_tag(struct setter *setter, const struct block *block, uint32_t parent) {
    if (parent == 0 || block->role == ROLE_ARTIFACT)
        return 0;
    if (block->role == ROLE_GROUP)
        return parent;
    uint32_t tag = tag_add(setter, block_role(block), parent, block->language);
    struct tag *at = &setter->tags.at[tag];
    if (block->alt.length)
        tag_texts_fill(at, setter->result)->alt = str_copy(setter->result, block->alt);
    if (block->role == ROLE_NOTE)
        tag_texts_fill(at, setter->result)->id = str_copy(setter->result, block->id);
    return tag;
}

static void apply_starts(struct galley_builder *builder, const struct block *block) {
    if (block->start > builder->start)
        builder->start = (uint8_t)block->start;
    if (block->need_lines > 0) {
        builder->need = block->need_lines * builder->setter->master->grid;
        builder->need_start = (uint8_t)block->need_start;
        builder->side_flows = block->side_flows;
    }
}

void builder_block(struct galley_builder *builder, const struct block *block, uint32_t parent,
                   struct str language) {
    struct setter *setter = builder->setter;
    uint32_t tag = block_tag(setter, block, parent);
    if (block->language.length)
        language = block->language;
    if (is_announced(block))
        array_push(&builder->begins, setter->arena, block);
    if (block->place == PLACE_SIDE && !builder->plain && setter->master->side_width > 0) {
        add_side(builder, block, tag, language);
        return;
    }
    apply_starts(builder, block);
    struct galley_builder outer = *builder;
    if (block->place == PLACE_FULL && !builder->wide) {
        builder->wide = true;
        builder->width = master_full_width(setter->master);
    }
    add_content(builder, block, tag, language);
    builder->wide = outer.wide;
    builder->width = outer.width;
    if (block->style)
        builder->pending = sp_larger(builder->pending, block->style->below);
    if (block->keep_with_next && last_strip(builder))
        last_strip(builder)->penalty += BREAK_NEVER;
}

void galley_set(struct setter *setter, const struct block *root, uint32_t parent_tag,
                struct window *window) {
    struct galley_builder builder = builder_new(setter, master_column_width(setter->master), true);
    builder.window = window;
    builder.galley = &window->galley;
    builder_block(&builder, root, parent_tag, setter->doc->meta.language);
    struct strip *last = last_strip(&builder);
    if (builder.side && last && !last->side)
        last->side = builder.side->galley;
}
