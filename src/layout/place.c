#include "layout/place.h"
#include "layout/lending.h"
#include "layout/level.h"
#include "layout/show.h"

#include <stdlib.h>
#include <string.h>

#define NOTE_RULE_WIDTH SP_OF_MM(40)
#define NOTE_RULE_THICKNESS SP_OF_PT(0.4)

struct placer {
    struct setter *setter;
    struct arena *filling; /* of the items and links of the page in hand */
    size_t most_items;     /* of a page so far: as many have room at once */
    struct lending lending;
    size_t seen; /* sheets before are taken by the sink, or wait for the last one */
    ARRAY(struct sheet) sheets;
    ARRAY(struct outline_entry) outline;
    struct marks running;
    const struct master *master;
    const struct flow *flow;
    sp side_bottom;                 /* of what stands in the side column of this page */
    const struct galley *side_rest; /* goes on in the next page's side column */
    size_t side_from;
};

static struct sheet *current(struct placer *placer) {
    return &placer->sheets.at[placer->sheets.count - 1];
}

/* ---- pages ---- */

static void place_side(struct placer *placer, const struct galley *side, size_t from, sp y);

/* Room on each page for its head and foot, which come last. */
enum { HEAD_ITEMS = 10 };

static const struct page_sink *sink_of(const struct placer *placer) {
    return placer->setter->options->sink;
}

/* What a page holds is moved to where it takes no more than it needs. */
static void close_sheet(struct placer *placer) {
    struct sheet *sheet = current(placer), full = *sheet;
    if (sheet->arena != placer->filling)
        return;
    if (full.items.count > placer->most_items)
        placer->most_items = full.items.count;
    sheet->arena = sheet->content;
    sheet->items.at = NULL;
    sheet->items.count = sheet->items.capacity = 0;
    sheet->links.at = NULL;
    sheet->links.count = sheet->links.capacity = 0;
    array_reserve(&sheet->items, sheet->arena, full.items.count + HEAD_ITEMS);
    array_insert(&sheet->items, sheet->arena, 0, full.items.at, full.items.count);
    array_insert(&sheet->links, sheet->arena, 0, full.links.at, full.links.count);
    arena_rewind(placer->filling, (struct arena_mark){0});
}

static void new_sheet(struct placer *placer) {
    if (placer->sheets.count)
        close_sheet(placer);
    struct arena *result = placer->setter->result;
    struct sheet *sheet = array_add(&placer->sheets, result);
    uint32_t number = (uint32_t)placer->sheets.count;
    *sheet = (struct sheet){.master = placer->master,
                            .arena = placer->filling,
                            .content = sink_of(placer) ? lending_arena(&placer->lending) : result,
                            .number = number,
                            .label = str_print(result, "%u", number)};
    array_reserve(&sheet->items, sheet->arena, placer->most_items);
    placer->side_bottom = 0;
    sheet->first = sheet->last = placer->running;
    if (placer->side_rest) {
        const struct galley *rest = placer->side_rest;
        placer->side_rest = NULL;
        place_side(placer, rest, placer->side_from, master_top(placer->master));
    }
}

static void blank_sheet(struct placer *placer) {
    bool blank = !placer->side_rest;
    new_sheet(placer);
    current(placer)->blank = blank;
}

static uint32_t least_page(const struct strip *strip) {
    uint32_t least = 0;
    for (uint32_t i = 0; strip && i < strip->begin_count; i++)
        if (strip->begins[i]->least_page > least)
            least = strip->begins[i]->least_page;
    return least;
}

/* The page that begins with `strip`, which may be NULL. Pages before it stay empty where it begins
 * later than here, and a left-hand one where a right-hand one must follow. */
static void begin_page(struct placer *placer, const struct strip *strip, bool recto) {
    while (placer->sheets.count + 1 < least_page(strip))
        blank_sheet(placer);
    if (recto && placer->master->mirrored && placer->sheets.count % 2 == 1)
        blank_sheet(placer);
    new_sheet(placer);
}

/* ---- what begins with a strip ---- */

static void take_mark(struct arena *arena, struct str *running, struct str *first, struct str *last,
                      struct str mark, bool replace_first) {
    *running = *last = str_copy(arena, mark);
    if (replace_first)
        *first = *running;
}

static void add_thumb(struct placer *placer, struct sheet *sheet, struct str letter) {
    size_t count = sheet->thumbs.count;
    if (letter.length && (count == 0 || !str_equal(sheet->thumbs.at[count - 1], letter)))
        array_push(&sheet->thumbs, placer->setter->result, letter);
}

/* `head`: it is the first thing on its page. Of titles and sections the first that begins on a page
 * counts, wherever it begins. */
static void take_marks(struct placer *placer, const struct marks *marks, bool head) {
    struct sheet *sheet = current(placer);
    struct arena *arena = placer->setter->result;
    struct marks *running = &placer->running, *first = &sheet->first, *last = &sheet->last;
    if (marks->title.length) {
        take_mark(arena, &running->title, &first->title, &last->title, marks->title,
                  !sheet->title_begun);
        sheet->title_begun = true;
    }
    if (marks->section.length) {
        take_mark(arena, &running->section, &first->section, &last->section, marks->section,
                  !sheet->section_begun);
        sheet->section_begun = true;
    }
    if (marks->guide.length)
        take_mark(arena, &running->guide, &first->guide, &last->guide, marks->guide,
                  head || !first->guide.length);
    if (marks->thumb.length) {
        running->thumb = str_copy(arena, marks->thumb);
        add_thumb(placer, sheet, running->thumb);
    }
}

static void take_place(struct placer *placer, const struct block *block, sp x, sp y) {
    if (!block->id.length)
        return;
    struct setter *setter = placer->setter;
    struct place_entry *entry = places_add(&setter->places, setter->result, block->id);
    entry->page = current(placer)->number;
    entry->x = x;
    entry->y = y;
}

static void take_outline(struct placer *placer, const struct block *block, sp y) {
    if (!block->outline.length)
        return;
    struct arena *arena = placer->setter->result;
    array_push(&placer->outline, arena,
               (struct outline_entry){.title = str_copy(arena, block->outline),
                                      .level = block->outline_level ? block->outline_level : 1,
                                      .page = current(placer)->number - 1,
                                      .y = y,
                                      .id = str_copy(arena, block->id)});
}

static void take_begins(struct placer *placer, const struct strip *strip, sp x, sp y, bool head) {
    for (uint32_t i = 0; i < strip->begin_count; i++) {
        take_marks(placer, &strip->begins[i]->marks, head);
        take_place(placer, strip->begins[i], x, y);
        take_outline(placer, strip->begins[i], y);
    }
}

static void show(struct placer *placer, const struct strip *strip, sp x, sp y, sp width) {
    unsigned what = placer->setter->options->show;
    if (what & SHOW_BOXES)
        show_box(current(placer), strip, x, y, width);
    if (what & SHOW_BADNESS)
        show_badness(current(placer), strip, x, y, width);
}

/* A strip in a column `width` wide. */
static void draw(struct placer *placer, const struct strip *strip, sp x, sp y, sp width) {
    emit_parts(placer->setter, current(placer), strip, x, y);
    if (placer->setter->options->show)
        show(placer, strip, x, y, width);
}

static sp strip_width(const struct placer *placer, const struct strip *strip) {
    return strip->wide ? master_full_width(placer->master) : master_column_width(placer->master);
}

/* ---- side column ---- */

static sp column_bottom(const struct placer *placer) {
    return master_top(placer->master) + placer->master->grid * placer->master->lines;
}

/* The first baseline below the top of a strip. */
static sp first_baseline(const struct strip *strip) {
    for (uint32_t i = 0; i < strip->part_count; i++)
        if (strip->parts[i].kind == PART_LINE)
            return strip->parts[i].y;
    return 0;
}

/* Before which strip the side column ends: where white parts what may be parted, if it can. */
static size_t side_end(const struct placer *placer, const struct galley *side, size_t from, sp y) {
    size_t parted = from;
    for (size_t i = from; i < side->strips.count; i++) {
        const struct strip *strip = &side->strips.at[i];
        if (i > from && strip->above > 0 && strip[-1].penalty < BREAK_NEVER)
            parted = i;
        y = strip_top(strip, y, i == from, 0) + strip->height;
        if (y > column_bottom(placer) && i > from)
            return parted > from ? parted : i;
    }
    return side->strips.count;
}

static void place_side(struct placer *placer, const struct galley *side, size_t from, sp y) {
    sp x = sheet_side_left(current(placer));
    size_t end = side_end(placer, side, from, y);
    if (end < side->strips.count) {
        placer->side_rest = side;
        placer->side_from = end;
    }
    for (size_t i = from; i < end; i++) {
        const struct strip *strip = &side->strips.at[i];
        y = strip_top(strip, y, i == from, 0);
        take_begins(placer, strip, x, y, false);
        draw(placer, strip, x, y, placer->master->side_width);
        y += strip->height;
    }
    placer->side_bottom = y;
}

/* Beside its strip, first baselines level; lower when the side column is still taken. What does not
 * fit goes on in the side column of the next page. */
static void begin_side(struct placer *placer, const struct strip *strip, sp y) {
    const struct galley *side = strip->side;
    if (!side || side->strips.count == 0)
        return;
    sp baseline = first_baseline(&side->strips.at[0]);
    sp top = baseline > 0 ? y + first_baseline(strip) - baseline : y; /* a picture: edges level */
    if (placer->side_bottom > 0 && top < placer->side_bottom + placer->master->grid)
        top = placer->side_bottom + placer->master->grid;
    if (top < master_top(placer->master))
        top = master_top(placer->master);
    place_side(placer, side, 0, top);
}

/* ---- columns ---- */

/* Strips one below the other from `top`; where they end. `head`: the first is the first thing on
 * its page. */
static sp place_stack(struct placer *placer, const struct strip *strips, size_t count, sp x, sp top,
                      sp grid, bool head) {
    sp y = 0;
    for (size_t i = 0; i < count; i++) {
        y = strip_top(&strips[i], y, i == 0, grid);
        take_begins(placer, &strips[i], x, top + y, head && i == 0);
        draw(placer, &strips[i], x, top + y, strip_width(placer, &strips[i]));
        y += strips[i].height;
    }
    return top + y;
}

static sp note_rule_start(const struct master *master) {
    return master->right_to_left ? master_column_width(master) - NOTE_RULE_WIDTH : 0;
}

/* Footnotes end where the column ends. */
static void place_notes(struct placer *placer, const struct breaks_request *request,
                        const struct column *column, sp x) {
    sp total = column->foot;
    if (total == 0)
        return;
    sp y = column_bottom(placer) - total + request->note_gap;
    emit_rule(current(placer), x + note_rule_start(placer->master), y - NOTE_GAP * 3 / 8,
              NOTE_RULE_WIDTH, NOTE_RULE_THICKNESS, COLOUR_BLACK, ARTIFACT_LAYOUT);
    struct note_place place = column->notes;
    bool head, first = true;
    const struct strip *line;
    while ((line = note_line(request->strips, &place, column->notes_end, &head))) {
        y = strip_top(line, y, head || first, 0);
        take_begins(placer, line, x, y, false);
        draw(placer, line, x, y, master_column_width(placer->master));
        y += line->height;
        first = false;
        place.line++;
    }
}

/* Figures of columns before stand at the head. */
static void place_figures(struct placer *placer, const struct breaks_request *request,
                          const struct column *column, sp x, sp top) {
    const struct strip *strips = request->strips;
    struct cursor cursor = {.head = true};
    for (size_t i = figures_before(strips, column->start, column->floats); i < column->start; i++)
        if (strips[i].floats > 0 || cursor.figure > 0) {
            sp y = top + cursor_put(&cursor, &strips[i], request->grid);
            draw(placer, &strips[i], strips[i].wide ? sheet_left(current(placer)) : x, y,
                 strip_width(placer, &strips[i]));
        }
}

static void place_column(struct placer *placer, const struct breaks_request *request,
                         const struct column *column, sp top) {
    const struct strip *strips = request->strips;
    sp grid = request->grid;
    struct sheet *sheet = current(placer);
    sp x = sheet_column_left(sheet, column->index);
    const struct repeat *repeat = column->start < column->end ? strips[column->start].repeat : NULL;
    struct level level = level_begin(request, column);
    sp repeat_top = 0;
    struct cursor cursor = column_begin(request, column, &repeat_top);
    place_figures(placer, request, column, x, top);
    if (repeat)
        place_stack(placer, repeat->strips, repeat->count, x, top + repeat_top, grid, false);
    if (column->index == 0 && repeat)
        add_thumb(placer, sheet, placer->running.thumb);
    for (size_t i = column->start; i < column->end; i++) {
        const struct strip *strip = &strips[i];
        if (column_defers(column, strips, i)) {
            i += strip->floats - 1U;
            continue;
        }
        bool head = cursor.head && column->index == 0;
        bool left_out = cursor.head && strip->discard;
        cursor.y += level_before(&level, strip, i == column->start, grid);
        sp y = top + cursor_put(&cursor, strip, grid);
        sp left = strip->wide ? sheet_left(sheet) : x;
        take_begins(placer, strip, left, y, head);
        if (!left_out)
            draw(placer, strip, left, y, strip_width(placer, strip));
        begin_side(placer, strip, y);
    }
    place_notes(placer, request, column, x);
}

/* ---- pages that are done ---- */

static struct page page_of(const struct sheet *sheet) {
    return (struct page){
        .width = sheet->master->width,
        .height = sheet->master->height,
        .bleed = sheet->master->bleed,
        .items = sheet->items.at,
        .item_count = sheet->items.count,
        .links = sheet->links.at,
        .link_count = sheet->links.count,
        .label = sheet->label,
    };
}

static void finish_page(struct placer *placer, struct sheet *sheet, struct page *page) {
    struct setter *setter = placer->setter;
    struct arena_mark mark = arena_mark(setter->arena);
    emit_heads(setter, sheet, (uint32_t)placer->sheets.count);
    arena_rewind(setter->arena, mark);
    if (setter->options->show & SHOW_GRID)
        show_grid(sheet);
    *page = page_of(sheet);
}

/* Heads that say how many pages there are wait for the last one. */
static bool is_done(const struct sheet *sheet) {
    return !sheet->waits && !master_shows(sheet->master, PAGE_COUNT);
}

static void lend(struct placer *placer, struct sheet *sheet) {
    struct page page;
    finish_page(placer, sheet, &page);
    lending_add(&placer->lending, page, sheet->number - 1, sheet->content);
    sheet->content = NULL;
}

/* Hands over the pages that are done; the one in hand is not yet. */
static void hand_over_done(struct placer *placer) {
    for (; placer->seen + 1 < placer->sheets.count; placer->seen++)
        if (is_done(&placer->sheets.at[placer->seen]))
            lend(placer, &placer->sheets.at[placer->seen]);
    lending_hand_over(&placer->lending, sink_of(placer), placer->setter->tags);
}

static void hand_over_rest(struct placer *placer) {
    const struct page_sink *sink = sink_of(placer);
    for (size_t i = 0; i < placer->sheets.count; i++)
        if (placer->sheets.at[i].content)
            lend(placer, &placer->sheets.at[i]);
    lending_hand_over(&placer->lending, sink, placer->setter->tags);
    lending_hand_over(&placer->lending, sink, placer->setter->tags);
}

void placer_drop(struct placer *placer) {
    const struct page_sink *sink = sink_of(placer);
    if (sink)
        sink->drop(sink->context);
}

static void place_prefix(struct placer *placer, const struct breaks_request *request,
                         size_t count) {
    const struct master *master = placer->master;
    place_stack(placer, request->strips, count, sheet_left(current(placer)), master_top(master),
                master->grid, true);
}

struct placer *placer_new(struct setter *setter) {
    struct placer *placer = arena_make(setter->result, struct placer, 1);
    placer->setter = setter;
    placer->filling = arena_new();
    placer->lending.arena = setter->result;
    return placer;
}

void placer_free(struct placer *placer) {
    arena_free(placer->filling);
    for (size_t i = 0; i < placer->sheets.count && sink_of(placer); i++)
        arena_free(placer->sheets.at[i].content);
    lending_free(&placer->lending);
}

void place_flow_begin(struct placer *placer, const struct flow *flow) {
    placer->flow = flow;
    placer->master = flow->master;
}

static void begin_flow_page(struct placer *placer, const struct breaks_request *request) {
    begin_page(placer, request->count ? request->strips : NULL, placer->flow->start == START_RECTO);
    current(placer)->bare = placer->master->first_bare;
}

void place_columns(struct placer *placer, const struct breaks_request *request,
                   const struct columns *columns) {
    if (!request->begun) {
        begin_flow_page(placer, request);
        place_prefix(placer, request, columns->prefix);
    }
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *column = &columns->at[i];
        if ((i > 0 || request->begun) && column->index == 0)
            begin_page(placer, &request->strips[column->start], column->recto);
        sp top = master_top(placer->master);
        if (column->page == 0)
            top += columns->prefix_height;
        place_column(placer, request, column, top);
    }
    if (sink_of(placer))
        hand_over_done(placer);
}

void place_flow_end(struct placer *placer) {
    while (placer->side_rest)
        begin_page(placer, NULL, false);
    placer->running.guide = placer->running.thumb = (struct str){0};
}

bool place_unfinished(const struct placer *placer) {
    return placer->side_rest != NULL;
}

/* ---- the result ---- */

static int compare_destinations(const void *a, const void *b) {
    const struct destination *left = a, *right = b;
    return str_compare(left->id, right->id);
}

static void finish_destinations(struct placer *placer, struct pages *pages) {
    const struct places *places = &placer->setter->places;
    pages->destinations = arena_make(placer->setter->result, struct destination, places->count + 1);
    for (size_t i = 0; i < places->capacity; i++) {
        const struct place_entry *entry = &places->at[i];
        if (entry->id.at)
            pages->destinations[pages->destination_count++] = (struct destination){
                .id = entry->id, .page = entry->page - 1, .x = entry->x, .y = entry->y};
    }
    qsort(pages->destinations, pages->destination_count, sizeof *pages->destinations,
          compare_destinations);
}

/* Pages that a sink has taken are known by their size and label. */
static void finish_pages(struct placer *placer, struct pages *pages) {
    pages->count = placer->sheets.count;
    pages->at = arena_make(placer->setter->result, struct page, pages->count);
    for (size_t i = 0; i < pages->count; i++)
        if (sink_of(placer))
            pages->at[i] = page_of(&placer->sheets.at[i]);
        else
            finish_page(placer, &placer->sheets.at[i], &pages->at[i]);
}

struct pages *placer_finish(struct placer *placer) {
    struct setter *setter = placer->setter;
    while (placer->sheets.count < setter->doc->least_pages)
        blank_sheet(placer);
    if (placer->sheets.count)
        close_sheet(placer);
    emit_gaps(setter, placer->sheets.at);
    struct pages *pages = arena_make(setter->result, struct pages, 1);
    if (sink_of(placer))
        hand_over_rest(placer);
    finish_pages(placer, pages);
    pages->tags = setter->tags;
    pages->outline = placer->outline.at;
    pages->outline_count = placer->outline.count;
    finish_destinations(placer, pages);
    const struct meta *meta = &setter->doc->meta;
    pages->meta =
        (struct page_meta){meta->title,    meta->author,     meta->subject, meta->keywords,
                           meta->language, meta->identifier, meta->date};
    return pages;
}
