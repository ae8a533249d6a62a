/* Paragraphs into strips, a line each, with their labels and footnotes. */
#include "layout/galley.h"

/* From the top of a line to its baseline: three quarters of the grid, or of its own leading. */
static sp baseline_in(const struct galley_builder *builder, const struct style *style) {
    sp grid = builder_grid(builder);
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

struct paragraph {
    const struct block *block;
    struct set *text, *label;
    sp baseline;
    uint32_t tag;
};

static uint8_t heading_level(enum role role) {
    return role >= ROLE_H1 && role <= ROLE_H6 ? (uint8_t)(role - ROLE_H1 + 1) : 0;
}

static void paragraph_line(struct galley_builder *builder, const struct paragraph *paragraph,
                           uint32_t i) {
    const struct style *style = paragraph->block->style;
    const struct lines *lines = &paragraph->text->lines;
    bool first = i == 0;
    struct strip *strip = builder_strip(builder, first ? style->above : 0, style->leading,
                                        builder_on_grid(builder, style), paragraph->block->span);
    strip->penalty = line_penalty(paragraph->text, i);
    strip->justified = first && paragraph->text->setting.align == TEXT_JUSTIFY;
    strip->heading = first ? heading_level(paragraph->block->role) : 0;
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

void paragraph_strips(struct galley_builder *builder, const struct block *block, uint32_t tag,
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
