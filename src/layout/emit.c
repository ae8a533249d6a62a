/* Strips into items of the display list. */
#include "layout/sheet.h"

#include <string.h>

sp sheet_left(const struct sheet *sheet) {
    return sheet_binds_left(sheet) ? sheet->master->inner : sheet->master->outer;
}

sp sheet_column_left(const struct sheet *sheet, int column) {
    const struct master *master = sheet->master;
    sp left = sheet_left(sheet);
    if (master->side_width > 0 && !sheet_binds_left(sheet))
        left += master->side_width + master->side_gap;
    if (master->right_to_left)
        column = master->columns - 1 - column;
    return left + column * (master_column_width(master) + master->gap);
}

sp sheet_side_left(const struct sheet *sheet) {
    const struct master *master = sheet->master;
    if (!sheet_binds_left(sheet))
        return sheet_left(sheet);
    return sheet_left(sheet) + master_full_width(master) - master->side_width;
}

sp master_top(const struct master *master) {
    return master->first_baseline - (master->grid - master->grid / 4);
}

static struct item *item_new(struct sheet *sheet, enum item_kind kind, sp x, sp y) {
    struct item *item = array_add(&sheet->items, sheet->arena);
    *item = (struct item){.kind = (uint8_t)kind, .x = x, .y = y};
    return item;
}

static void item_tag(const struct setter *setter, struct item *item, uint32_t tag) {
    item->tag = tag;
    item->role = setter->tags.at[tag].role;
}

void emit_rule(struct sheet *sheet, sp x, sp y, sp width, sp height, struct colour colour,
               enum artifact artifact) {
    struct item *item = item_new(sheet, ITEM_RULE, x, y);
    item->artifact = (uint8_t)artifact;
    item->colour = colour;
    item->rule.width = width;
    item->rule.height = height;
}

/* Adds to a link what a further run of it covers on the same line, and says. */
static void widen_link(const struct sheet *sheet, struct page_link *link, const struct run *run,
                       struct page_link more) {
    sp right = link->x + link->width, bottom = link->y + link->height;
    sp more_right = more.x + more.width, more_bottom = more.y + more.height;
    link->x = more.x < link->x ? more.x : link->x;
    link->y = more.y < link->y ? more.y : link->y;
    link->width = (more_right > right ? more_right : right) - link->x;
    link->height = (more_bottom > bottom ? more_bottom : bottom) - link->y;
    if (run->link_title.length == 0 && run->text.length)
        link->title = str_join(sheet->content, link->title, run->text);
}

/* A link covers its words from a little above the letters to below them: one rectangle a line. */
static void emit_link(struct sheet *sheet, const struct run *run, sp left, sp right, sp baseline,
                      uint32_t tag) {
    sp size = run->style->size;
    struct page_link link = {
        .x = left, .y = baseline - size, .width = right - left, .height = size + size / 3};
    if (sheet->links.count > sheet->line_links) {
        struct page_link *last = &sheet->links.at[sheet->links.count - 1];
        if (last->tag == tag) {
            widen_link(sheet, last, run, link);
            return;
        }
    }
    link.tag = tag;
    link.target = str_copy(sheet->content, run->link);
    link.title = str_copy(sheet->content, run->link_title.length ? run->link_title : run->text);
    array_push(&sheet->links, sheet->arena, link);
}

static uint32_t run_tag_of(const struct set *set, uint32_t run) {
    if (set->runs[run].kind == RUN_LEADER)
        return 0;
    return set->run_tags && set->run_tags[run] ? set->run_tags[run] : set->tag;
}

struct extent {
    sp left, right;
};

/* Words stand in the order of the text: where that runs from the right the last one is leftmost. */
static struct extent words_extent(const struct item *item) {
    const struct placed *words = item->text.words, *left = words, *right = words;
    for (uint32_t i = 1; i < item->text.count; i++) {
        left = words[i].x < left->x ? &words[i] : left;
        right = words[i].x > right->x ? &words[i] : right;
    }
    sp width =
        glyphs_width(right->glyphs, item->text.size, item->text.tracking, item->text.expansion);
    return (struct extent){left->x, right->x + width};
}

/* Words [from, to) of a line, all of one run. */
static void emit_words(const struct setter *setter, struct sheet *sheet, const struct set *set,
                       const struct line *line, uint32_t from, uint32_t to, sp x, sp baseline,
                       enum artifact artifact) {
    const struct placed *first = &line->words[from];
    const struct run *run = &set->runs[first->run];
    uint32_t tag = run_tag_of(set, first->run);
    int32_t expansion = line->expansion ? line->expansion : 10000;
    struct item *item = item_new(sheet, ITEM_TEXT, x + first->x, baseline - run_rise(run));
    item_tag(setter, item, tag);
    item->artifact = (uint8_t)artifact;
    item->colour = run->style->colour;
    struct placed *words = arena_make(sheet->content, struct placed, to - from);
    for (uint32_t i = from; i < to; i++) {
        words[i - from] = line->words[i];
        words[i - from].x -= first->x;
    }
    item->text.words = words;
    item->text.count = to - from;
    item->text.tracking = run->style->tracking + line->tracking;
    item->text.expansion = expansion;
    item->text.size = run_size(run);
    if (run->link.length && tag) {
        struct extent extent = words_extent(item);
        emit_link(sheet, run, item->x + extent.left, item->x + extent.right, baseline, tag);
    }
}

void dump_set(const struct set *set, FILE *out) {
    fprintf(out, "%s:%u paragraph of %zu lines, measure %.3f pt\n",
            set->block->span.file ? set->block->span.file : "-", set->block->span.line,
            set->lines.count, (double)set->setting.width / 65536);
    for (size_t i = 0; i < set->lines.count; i++) {
        const struct line *line = &set->lines.at[i];
        fprintf(out, "  %zu ratio %d expansion %d tracking %d width %.3f demerits %lld%s%s\n",
                i + 1, line->ratio, line->expansion, line->tracking, (double)line->width / 65536,
                (long long)line->demerits, line->hyphen ? " hyphen" : "",
                line->overfull ? " overfull" : "");
    }
}

static void emit_set_line(const struct setter *setter, struct sheet *sheet, const struct set *set,
                          uint32_t index, sp x, sp baseline, enum artifact artifact) {
    const struct line *line = &set->lines.at[index];
    sheet->line_links = sheet->links.count;
    for (uint32_t from = 0; from < line->count;) {
        uint32_t to = from + 1;
        while (to < line->count && line->words[to].run == line->words[from].run)
            to++;
        emit_words(setter, sheet, set, line, from, to, x, baseline, artifact);
        from = to;
    }
}

void emit_line(struct setter *setter, struct sheet *sheet, const struct set *set, uint32_t index,
               sp x, sp baseline, enum artifact artifact) {
    if (!set->waits) {
        if (index == 0 && setter->dump && set->block)
            dump_set(set, setter->dump);
        emit_set_line(setter, sheet, set, index, x, baseline, artifact);
        return;
    }
    sheet->waits = true;
    array_push(&setter->gaps, setter->result,
               (struct gap){.set = set,
                            .line = index,
                            .page = sheet->number - 1,
                            .items = sheet->items.count,
                            .links = sheet->links.count,
                            .x = x,
                            .baseline = baseline,
                            .artifact = (uint8_t)artifact,
                            .dumped = setter->dump ? ftell(setter->dump) : 0});
}

/* How much has come onto a page since its gaps were left. */
struct filled {
    uint32_t page;
    size_t items, links;
};

static void emit_gap(struct setter *setter, struct sheet *sheet, const struct gap *gap,
                     struct filled *filled) {
    struct sheet filling = {.master = sheet->master,
                            .arena = setter->arena,
                            .content = sheet->content,
                            .number = sheet->number};
    emit_set_line(setter, &filling, gap->set, gap->line, gap->x, gap->baseline,
                  (enum artifact)gap->artifact);
    array_insert(&sheet->items, sheet->arena, gap->items + filled->items, filling.items.at,
                 filling.items.count);
    array_insert(&sheet->links, sheet->arena, gap->links + filled->links, filling.links.at,
                 filling.links.count);
    filled->items += filling.items.count;
    filled->links += filling.links.count;
}

void emit_gaps(struct setter *setter, struct sheet *sheets) {
    struct filled filled = {0};
    for (size_t i = 0; i < setter->gaps.count; i++) {
        const struct gap *gap = &setter->gaps.at[i];
        if (gap->page != filled.page)
            filled = (struct filled){gap->page, 0, 0};
        emit_gap(setter, &sheets[gap->page], gap, &filled);
    }
}

static void emit_part(struct setter *setter, struct sheet *sheet, const struct part *part, sp x,
                      sp y) {
    x += part->x;
    y += part->y;
    struct item *item;
    switch ((enum part_kind)part->kind) {
    case PART_LINE:
        emit_line(setter, sheet, part->line.set, part->line.line, x, y, ARTIFACT_LAYOUT);
        break;
    case PART_RULE:
        emit_rule(sheet, x, y, part->rule.width, part->rule.height, part->rule.colour,
                  ARTIFACT_LAYOUT);
        break;
    case PART_SQUARES:
        item = item_new(sheet, ITEM_SQUARES, x, y);
        item_tag(setter, item, part->tag);
        item->colour = part->squares.colour;
        item->squares.bits = part->squares.drawing->bits;
        item->squares.side = part->squares.drawing->side;
        item->squares.size = part->squares.drawing->size;
        break;
    case PART_PICTURE:
        item = item_new(sheet, ITEM_PICTURE, x, y);
        item_tag(setter, item, part->tag);
        item->picture.picture = part->picture.picture;
        item->picture.width = part->picture.width;
        item->picture.height = part->picture.height;
        break;
    }
}

void emit_parts(struct setter *setter, struct sheet *sheet, const struct strip *strip, sp x, sp y) {
    for (uint32_t i = 0; i < strip->part_count; i++)
        emit_part(setter, sheet, &strip->parts[i], x, y);
}
