#include "layout/level.h"
#include "layout/placer.h"
#include "layout/show.h"

#define NOTE_RULE_WIDTH SP_OF_MM(40)
#define NOTE_RULE_THICKNESS SP_OF_PT(0.4)

/* ---- pages ---- */

static void place_side(struct placer *placer, const struct galley *side, size_t from, sp y);

static void new_sheet(struct placer *placer) {
    if (placer->sheets.count)
        done_close(placer);
    struct arena *result = placer->setter->result;
    struct sheet *sheet = array_add(&placer->sheets, result);
    uint32_t number = (uint32_t)placer->sheets.count;
    *sheet =
        (struct sheet){.master = placer->master,
                       .arena = placer->filling,
                       .content = placer_sink(placer) ? lending_arena(&placer->lending) : result,
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

void placer_blank_sheet(struct placer *placer) {
    bool blank = !placer->side_rest;
    new_sheet(placer);
    placer_sheet(placer)->blank = blank;
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
        placer_blank_sheet(placer);
    if (recto && placer->master->mirrored && placer->sheets.count % 2 == 1)
        placer_blank_sheet(placer);
    new_sheet(placer);
}

static void show(struct placer *placer, const struct strip *strip, sp x, sp y, sp width) {
    unsigned what = placer->setter->options->show;
    if (what & SHOW_BOXES)
        show_box(placer_sheet(placer), strip, x, y, width);
    if (what & SHOW_BADNESS)
        show_badness(placer_sheet(placer), strip, x, y, width);
}

/* A strip in a column `width` wide. */
static void draw(struct placer *placer, const struct strip *strip, sp x, sp y, sp width) {
    emit_parts(placer->setter, placer_sheet(placer), strip, x, y);
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
    sp x = sheet_side_left(placer_sheet(placer));
    size_t end = side_end(placer, side, from, y);
    if (end < side->strips.count) {
        placer->side_rest = side;
        placer->side_from = end;
    }
    for (size_t i = from; i < end; i++) {
        const struct strip *strip = &side->strips.at[i];
        y = strip_top(strip, y, i == from, 0);
        begins_take(placer, strip, x, y, false);
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
        begins_take(placer, &strips[i], x, top + y, head && i == 0);
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
    emit_rule(placer_sheet(placer), x + note_rule_start(placer->master), y - NOTE_GAP * 3 / 8,
              NOTE_RULE_WIDTH, NOTE_RULE_THICKNESS, COLOUR_BLACK, ARTIFACT_LAYOUT);
    struct note_place place = column->notes;
    bool head, first = true;
    const struct strip *line;
    while ((line = note_line(request->strips, &place, column->notes_end, &head))) {
        y = strip_top(line, y, head || first, 0);
        begins_take(placer, line, x, y, false);
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
            draw(placer, &strips[i], strips[i].wide ? sheet_left(placer_sheet(placer)) : x, y,
                 strip_width(placer, &strips[i]));
        }
}

static void place_column(struct placer *placer, const struct breaks_request *request,
                         const struct column *column, sp top) {
    const struct strip *strips = request->strips;
    sp grid = request->grid;
    struct sheet *sheet = placer_sheet(placer);
    sp x = sheet_column_left(sheet, column->index);
    const struct repeat *repeat = column->start < column->end ? strips[column->start].repeat : NULL;
    struct level level = level_begin(request, column);
    sp repeat_top = 0;
    struct cursor cursor = column_begin(request, column, &repeat_top);
    place_figures(placer, request, column, x, top);
    if (repeat)
        place_stack(placer, repeat->strips, repeat->count, x, top + repeat_top, grid, false);
    if (column->index == 0 && repeat)
        begins_add_thumb(placer, sheet, placer->running.thumb);
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
        begins_take(placer, strip, left, y, head);
        if (!left_out)
            draw(placer, strip, left, y, strip_width(placer, strip));
        begin_side(placer, strip, y);
    }
    place_notes(placer, request, column, x);
}

static void place_prefix(struct placer *placer, const struct breaks_request *request,
                         size_t count) {
    const struct master *master = placer->master;
    place_stack(placer, request->strips, count, sheet_left(placer_sheet(placer)),
                master_top(master), master->grid, true);
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
    for (size_t i = 0; i < placer->sheets.count && placer_sink(placer); i++)
        arena_free(placer->sheets.at[i].content);
    lending_free(&placer->lending);
}

void place_flow_begin(struct placer *placer, const struct flow *flow) {
    placer->flow = flow;
    placer->master = flow->master;
}

static void begin_flow_page(struct placer *placer, const struct breaks_request *request) {
    begin_page(placer, request->count ? request->strips : NULL, placer->flow->start == START_RECTO);
    placer_sheet(placer)->bare = placer->master->first_bare;
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
    if (placer_sink(placer))
        done_hand_over(placer);
}

void place_flow_end(struct placer *placer) {
    while (placer->side_rest)
        begin_page(placer, NULL, false);
    placer->running.guide = placer->running.thumb = (struct str){0};
}

bool place_unfinished(const struct placer *placer) {
    return placer->side_rest != NULL;
}
