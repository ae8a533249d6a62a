#include "layout/window.h"
#include "layout/level.h"
#include "layout/vary.h"

#include <string.h>

/* Columns that are divided together; of these the last ones, or a page more, wait for what follows,
 * which may still change where they end. */
enum { WINDOW_COLUMNS = 32, WAITING_COLUMNS = 16 };

static struct breaks_request request_of(const struct window *window, bool last) {
    const struct master *master = window->flow->master;
    return (struct breaks_request){
        .strips = window->galley.strips.at,
        .count = window->galley.strips.count,
        .grid = master->grid,
        .height = master->grid * master->lines,
        .columns = master->columns > 0 ? master->columns : 1,
        .balance = master->balance && last,
        .begun = window->begun,
        .goes_on = !last,
        .note_gap = NOTE_GAP,
    };
}

/* A page ends with the column, and no footnote or figure goes over to the next. */
static bool is_page_end(const struct column *column) {
    return column[1].index == 0 && column[1].floats == 0 && column->notes_end.strip >= column->end;
}

/* Leaves out the columns of the last pages. */
static void leave_waiting(struct columns *columns) {
    size_t count = columns->count > WAITING_COLUMNS ? columns->count - WAITING_COLUMNS : 0;
    while (count && !is_page_end(&columns->at[count - 1]))
        count--;
    columns->count = count;
}

/* Divides what is set and puts it on pages, all of it or what is sure; how many strips that was. */
static size_t divide(struct window *window, bool last) {
    struct setter *setter = window->setter;
    struct breaks_request request = request_of(window, last);
    struct columns columns = breaks_find(&request, setter->arena, setter->diag);
    vary_paragraphs(setter, &window->galley, &request, &columns);
    if (!last)
        leave_waiting(&columns);
    if (!last && columns.count == 0)
        return 0;
    level_columns(&request, &columns);
    place_columns(window->placer, &request, &columns);
    window->begun = true;
    return columns.count ? columns.at[columns.count - 1].end : 0;
}

/* What is left goes over into an array of the other arena, which takes what comes next. */
static void swap_arenas(struct window *window) {
    struct galley *galley = &window->galley;
    struct arena *emptied = window->arenas[1];
    size_t left = galley->strips.count, room = window->wanted + left;
    arena_rewind(emptied, (struct arena_mark){0});
    window->arenas[1] = window->arenas[0];
    window->arenas[0] = window->setter->arena = emptied;
    window->owner ^= 1;
    struct strip *strips = arena_make(emptied, struct strip, room);
    memcpy(strips, galley->strips.at, left * sizeof *strips);
    galley->strips.at = strips;
    galley->strips.capacity = room;
}

/* The first `count` strips are on pages. */
static void drop(struct window *window, struct galley_builder *builder, size_t count) {
    struct galley *galley = &window->galley;
    struct strip *strips = galley->strips.at;
    galley->strips.count -= count;
    galley->dropped += count;
    memmove(strips, strips + count, galley->strips.count * sizeof *strips);
    builder->needing = builder->needing > count ? builder->needing - count : 0;
    if (strips->owner == window->owner && !place_unfinished(window->placer)) {
        swap_arenas(window);
        builder->begins.at = NULL;
        builder->begins.capacity = 0;
    }
}

/* Nothing made before waits for the strip that comes next. */
static bool stands_alone(const struct galley_builder *builder) {
    return !builder->side && builder->begins.count == 0 && !builder->repeat &&
           !builder->repeat_after_next;
}

void window_pass(struct window *window, struct galley_builder *builder) {
    size_t count = window->galley.strips.count;
    if (count < window->wanted || !stands_alone(builder))
        return;
    size_t placed = divide(window, false);
    if (placed)
        drop(window, builder, placed);
    else
        window->wanted *= 2;
}

void window_flow(struct setter *setter, struct placer *placer, const struct flow *flow,
                 struct arena *arenas[2]) {
    const struct master *master = flow->master;
    struct window window = {
        .setter = setter, .placer = placer, .flow = flow, .arenas = {arenas[0], arenas[1]}};
    window.wanted = (size_t)WINDOW_COLUMNS * (size_t)master->lines;
    setter->master = master;
    setter->arena = arenas[0];
    place_flow_begin(placer, flow);
    galley_set(setter, flow->root, 1, &window);
    divide(&window, true);
    place_flow_end(placer);
    for (size_t i = 0; i < 2; i++)
        arena_rewind(arenas[i], (struct arena_mark){0});
}
