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

static sp larger(sp a, sp b) {
    return a > b ? a : b;
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
    asking->need = larger(asking->need, need);
    builder->needing = 0;
}

struct strip *builder_strip(struct galley_builder *builder, sp above, sp height, bool snap,
                            struct span span) {
    apply_keep(builder);
    struct strip *strip = array_add(&builder->galley->strips, builder->setter->arena);
    *strip = (struct strip){
        .above = larger(above, builder->pending),
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

/* ---- paragraphs ---- */

static sp grid_of(const struct galley_builder *builder) {
    return builder->gridded ? builder->setter->master->grid : 0;
}

/* White and leading in whole lines of the grid: the block stands on it. A quotation with half a
 * line above stands between the lines and is left there. */
static bool on_grid(const struct galley_builder *builder, const struct style *style) {
    sp grid = grid_of(builder);
    return grid > 0 && style->leading % grid == 0 && style->above % grid == 0;
}

/* From the top of a line to its baseline: three quarters of the grid, or of its own leading. */
static sp baseline_in(const struct galley_builder *builder, const struct style *style) {
    sp grid = grid_of(builder);
    sp unit = grid > 0 && style->leading % grid == 0 ? grid : style->leading;
    return style->leading - unit / 4;
}

bool line_calls(const struct set *set, const struct line *line, uint32_t run) {
    for (uint32_t i = 0; i < line->count; i++)
        if (line->words[i].run == run)
            return set->runs[run].kind == RUN_NOTE && set->runs[run].note;
    return false;
}

static sp add_note(struct galley_builder *builder, const struct block *note, uint32_t tag,
                   struct str language, const struct galley **out) {
    struct galley_builder inner = builder_new(
        builder->setter,
        builder->setter->master ? master_column_width(builder->setter->master) : builder->width,
        false);
    builder_block(&inner, note, tag, language);
    *out = inner.galley;
    return galley_height(inner.galley, 0);
}

/* The footnotes that a line calls hang on its strip. */
static void attach_notes(struct galley_builder *builder, struct strip *strip, const struct set *set,
                         const struct line *line, uint32_t tag) {
    struct setter *setter = builder->setter;
    uint32_t count = 0;
    for (uint32_t run = 0; run < set->run_count; run++)
        count += line_calls(set, line, run);
    if (count == 0)
        return;
    const struct galley **called = arena_make(setter->arena, const struct galley *, count);
    for (uint32_t run = 0; run < set->run_count; run++)
        if (line_calls(set, line, run))
            strip->notes += add_note(builder, set->runs[run].note, tag, set->language,
                                     &called[strip->note_count++]);
    strip->called = called;
}

static bool set_has_notes(const struct set *set) {
    for (uint32_t i = 0; i < set->run_count; i++)
        if (set->runs[i].kind == RUN_NOTE)
            return true;
    return false;
}

int32_t line_penalty(const struct set *set, size_t i) {
    const struct lines *lines = &set->lines;
    if (i + 1 == lines->count)
        return set->inside + BREAK_FREE;
    if (i == 0 || i + 2 == lines->count)
        return set->inside + BREAK_NEVER;
    return set->inside + (lines->at[i].hyphen ? BREAK_AT_HYPHEN : BREAK_IN_PARAGRAPH);
}

static struct part line_part(const struct galley_builder *builder, struct set *set, uint32_t line,
                             sp baseline) {
    return (struct part){
        .kind = PART_LINE,
        .tag = set->tag,
        .x = builder->left,
        .y = baseline,
        .line = {.set = set, .line = line},
    };
}

static struct part rule_part(sp x, sp y, sp width, sp thickness, struct colour colour) {
    return (struct part){
        .kind = PART_RULE,
        .x = x,
        .y = y,
        .rule = {.width = width, .height = thickness, .colour = colour},
    };
}

struct paragraph {
    const struct block *block;
    struct set *text, *label;
    sp baseline;
    uint32_t tag;
};

static void paragraph_line(struct galley_builder *builder, const struct paragraph *paragraph,
                           uint32_t i) {
    const struct style *style = paragraph->block->style;
    const struct lines *lines = &paragraph->text->lines;
    bool first = i == 0;
    struct strip *strip = builder_strip(builder, first ? style->above : 0, style->leading,
                                        on_grid(builder, style), paragraph->block->span);
    strip->penalty = line_penalty(paragraph->text, i);
    strip->justified = first && paragraph->text->setting.align == TEXT_JUSTIFY;
    bool label = first && paragraph->label;
    bool rule = first && style->rule_above > 0 && !builder->plain;
    struct part *parts = arena_make(builder->setter->arena, struct part, 1U + label + rule);
    if (label) /* read first */
        parts[strip->part_count++] = line_part(builder, paragraph->label, 0, paragraph->baseline);
    parts[strip->part_count++] = line_part(builder, paragraph->text, i, paragraph->baseline);
    if (rule)
        parts[strip->part_count++] =
            rule_part(builder->left, 0, builder->width, style->rule_above, style->rule_colour);
    strip->parts = parts;
    if (set_has_notes(paragraph->text))
        attach_notes(builder, strip, paragraph->text, &lines->at[i], paragraph->tag);
}

/* The label of a fact is read with its text, as one paragraph; others have a tag of their own. */
static uint32_t label_tag_of(struct galley_builder *builder, const struct block *block,
                             uint32_t tag) {
    uint32_t waiting = builder->label_tag;
    builder->label_tag = 0;
    if (waiting || tag == 0 || (block->role == ROLE_PARAGRAPH && !block->label_role))
        return waiting ? waiting : tag;
    enum role role = block->label_role ? block->label_role : ROLE_LABEL;
    return tag_add(builder->setter, role, tag, (struct str){0});
}

/* A label is one line in the indent; one that is too long pushes the text of its line. */
static struct set *set_label(struct galley_builder *builder, const struct block *block,
                             struct text_setting *setting, uint32_t tag, struct str language) {
    struct setter *setter = builder->setter;
    struct text_setting own = {.width = builder->width,
                               .align = TEXT_START,
                               .automatic = !block->right_to_left,
                               .right_to_left = block->right_to_left};
    struct set *label =
        set_runs(setter, block, &block->label, &own, label_tag_of(builder, block, tag), language);
    if (label->lines.count == 0)
        return NULL;
    const struct line *line = &label->lines.at[0];
    bool right = block->right_to_left;
    sp end = right ? builder->width - line->left : line->left + line->width;
    end += block->style->size / 4;
    if (end > (right ? setting->right : setting->left))
        setting->label_end = end;
    return label;
}

/* A label that is read with its text is read with the link that this begins with: the link then
 * says by itself what it leads to. */
static void label_join(const struct setter *setter, struct set *label, const struct set *text) {
    uint32_t first = text->run_tags ? text->run_tags[0] : 0;
    if (first && label->tag == text->tag && setter->tags.at[first].role == ROLE_LINK)
        label->tag = first;
}

/* The tag under which the text of a labelled block stands: LBody in a list, P in a note. */
static uint32_t body_tag(struct setter *setter, const struct block *block, uint32_t tag) {
    if (tag == 0 || block->label.count == 0)
        return tag;
    enum role role = block->role == ROLE_ITEM ? ROLE_BODY : ROLE_PARAGRAPH;
    return block->role == ROLE_PARAGRAPH ? tag : tag_add(setter, role, tag, (struct str){0});
}

/* Whoever copies the text out finds a space between label and text. */
static void space_after_label(struct set *text) {
    if (text->lines.count > 0 && text->lines.at[0].count > 0)
        text->lines.at[0].words[0].flags |= PLACED_SPACE;
}

static void add_paragraph(struct galley_builder *builder, const struct block *block, uint32_t tag,
                          struct str language) {
    const struct style *style = block->style;
    struct text_setting setting = style_setting(builder->setter, style, builder->width);
    setting.break_words = block->break_words;
    if (!block->first_in_flow)
        setting.first_indent = style->indent;
    if (block->right_to_left) {
        setting.automatic = false;
        setting.right_to_left = true;
        setting.left = style->right;
        setting.right = style->left;
    }
    struct paragraph paragraph = {.block = block, .baseline = baseline_in(builder, style)};
    if (block->label.count)
        paragraph.label = set_label(builder, block, &setting, tag, language);
    paragraph.tag = tag;
    if (style->keep_lines > 0 && !builder->after_heading)
        builder->keep = 0; /* less text than that followed the heading before */
    paragraph.text = set_runs(builder->setter, block, &block->runs, &setting,
                              body_tag(builder->setter, block, tag), language);
    paragraph.text->inside = builder->inside;
    if (paragraph.label) {
        label_join(builder->setter, paragraph.label, paragraph.text);
        space_after_label(paragraph.text);
    }
    for (uint32_t i = 0; i < paragraph.text->lines.count; i++)
        paragraph_line(builder, &paragraph, i);
    if (style->keep_lines > 0) {
        builder->keep = style->keep_lines;
        builder->after_heading = true;
    }
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
    struct strip *strip =
        builder_strip(builder, style->above, style->leading, on_grid(builder, style), block->span);
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
    repeat->height = galley_height(inner.galley, grid_of(builder)) + inner.pending;
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
        builder->pending = larger(builder->pending, style->above);
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
        add_paragraph(builder, block, tag, language);
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
        builder->side->pending = larger(builder->side->pending, block->style->below);
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
        builder->pending = larger(builder->pending, block->style->below);
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
