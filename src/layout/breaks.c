#include "layout/breaks.h"
#include "layout/ends.h"

#include <string.h>

/* Cost of one free line, squared with their number; and how many lines more than the fullest end
 * an end may leave free before it is not looked at. */
enum { FREE_LINE_COST = 10, FREE_LINES_MORE = 48 };

/* Columns side by side end as far apart as no white of theirs can mend: a line of that, squared
 * likewise. */
enum { UNEVEN_COST = 1000 };

static const int64_t UNREACHED = INT64_MAX;

/* The best way to a state: `from` began the column that ends here. */
struct state {
    int64_t cost;
    size_t from;
    uint32_t rest; /* index in ends.rests of where notes go on; 0: nowhere */
    uint8_t from_slot;
    int8_t lines;         /* of the column, more or less */
    uint8_t floats;       /* figures before it that stand behind it */
    struct bottom bottom; /* of all columns of the page so far */
};

struct breaker {
    const struct breaks_request *request;
    struct arena *arena;
    size_t slots;         /* columns of the first page, then columns of all others */
    struct state *states; /* (count + 1) * slots */
    sp first_height;
    struct ends ends; /* of the column in hand */
};

static struct state *state_at(struct breaker *breaker, size_t strip, size_t slot) {
    return &breaker->states[strip * breaker->slots + slot];
}

static sp slot_height(const struct breaker *breaker, size_t slot) {
    bool first_page = slot < (size_t)breaker->request->columns;
    return first_page ? breaker->first_height : breaker->request->height;
}

/* Where the column after one in `slot` stands when it begins with `strip`. */
static size_t next_slot(const struct breaker *breaker, size_t slot, size_t strip) {
    size_t columns = (size_t)breaker->request->columns;
    size_t index = slot % columns;
    bool first_page = slot < columns;
    uint8_t start = START_HERE;
    if (strip < breaker->request->count) {
        const struct strip *next = &breaker->request->strips[strip];
        start = next->start > next->need_start ? next->start : next->need_start;
    }
    if (start >= START_PAGE || index + 1 == columns)
        return columns;
    return first_page ? slot + 1 : columns + index + 1;
}

/* Lines between the ends of two columns at best. */
static int32_t lines_apart(struct bottom a, struct bottom b) {
    int32_t above = b.least - a.most, below = a.least - b.most;
    return above > 0 ? above : below > 0 ? below : 0;
}

static struct bottom bottom_common(struct bottom a, struct bottom b) {
    return (struct bottom){a.least > b.least ? a.least : b.least,
                           a.most < b.most ? a.most : b.most};
}

static void relax(struct breaker *breaker, size_t start, size_t slot,
                  const struct candidate *candidate) {
    const struct state *before = state_at(breaker, start, slot);
    int64_t lines = candidate->free_lines, apart = 0;
    struct bottom bottom = candidate->bottom;
    if (slot % (size_t)breaker->request->columns > 0) {
        apart = candidate->last ? 0 : lines_apart(before->bottom, bottom);
        bottom = bottom_common(before->bottom, bottom);
    }
    int64_t cost = before->cost + lines * lines * FREE_LINE_COST + apart * apart * UNEVEN_COST +
                   candidate->penalty;
    struct state *state =
        state_at(breaker, candidate->end, next_slot(breaker, slot, candidate->end));
    if (cost < state->cost)
        *state = (struct state){.cost = cost,
                                .from = start,
                                .rest = candidate->rest,
                                .from_slot = (uint8_t)slot,
                                .floats = candidate->floats,
                                .lines = candidate->lines,
                                .bottom = bottom};
}

/* Breaks that part what belongs together count only where there is no other. */
static void relax_candidates(struct breaker *breaker, size_t start, size_t slot) {
    bool clean = false;
    int32_t least = INT32_MAX;
    for (size_t i = 0; i < breaker->ends.candidates.count; i++)
        clean |= breaker->ends.candidates.at[i].penalty < BREAK_NEVER;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = breaker->ends.candidates.count; i-- > 0;) {
            const struct candidate *candidate = &breaker->ends.candidates.at[i];
            if (clean && candidate->penalty >= BREAK_NEVER)
                continue;
            if (pass == 0 && candidate->free_lines < least)
                least = candidate->free_lines;
            if (pass == 1 && candidate->free_lines <= least + FREE_LINES_MORE)
                relax(breaker, start, slot, candidate);
        }
}

static void search(struct breaker *breaker, size_t prefix) {
    for (size_t start = prefix; start < breaker->request->count; start++)
        for (size_t slot = 0; slot < breaker->slots; slot++) {
            const struct state *state = state_at(breaker, start, slot);
            if (state->cost == UNREACHED)
                continue;
            struct beginning from = {.strip = start,
                                     .height = slot_height(breaker, slot),
                                     .rest = state->rest,
                                     .floats = state->floats};
            ends_find(&breaker->ends, &from);
            relax_candidates(breaker, start, slot);
        }
}

/* ---- the result ---- */

static size_t best_slot(struct breaker *breaker) {
    size_t best = 0;
    for (size_t slot = 1; slot < breaker->slots; slot++)
        if (state_at(breaker, breaker->request->count, slot)->cost <
            state_at(breaker, breaker->request->count, best)->cost)
            best = slot;
    return best;
}

static void number_pages(struct breaker *breaker, struct columns *columns) {
    uint32_t page = 0;
    for (size_t i = 0; i < columns->count; i++) {
        struct column *column = &columns->at[i];
        if (i > 0 && column->index == 0)
            page++;
        column->page = page;
        column->recto = column->start < column->end &&
                        breaker->request->strips[column->start].start == START_RECTO;
    }
}

/* Where the footnotes of the column before strip `end` stop, when the way to it is `state`. */
static struct note_place notes_upto(const struct breaker *breaker, const struct state *state,
                                    size_t end) {
    return state->rest ? breaker->ends.rests.at[state->rest] : (struct note_place){.strip = end};
}

/* Columns without text for the notes that are left at the end. */
static void add_note_columns(struct breaker *breaker, struct columns *columns, size_t slot) {
    const struct breaks_request *request = breaker->request;
    size_t end = request->count;
    struct note_place place = notes_upto(breaker, state_at(breaker, end, slot), end);
    while (place.strip < end) {
        struct column column = {.start = end,
                                .end = end,
                                .floats_from = end,
                                .index = (uint8_t)(slot % (size_t)request->columns)};
        column.notes = place;
        if (notes_fill(request->strips, &place, (struct note_place){.strip = end},
                       slot_height(breaker, slot) - request->note_gap) == 0)
            place.line++; /* a line higher than a page */
        bool head;
        if (!note_line(request->strips, &place, (struct note_place){.strip = end}, &head))
            place = (struct note_place){.strip = end};
        column.notes_end = place;
        array_push(columns, breaker->arena, column);
        slot = next_slot(breaker, slot, end);
    }
}

static void trace(struct breaker *breaker, size_t prefix, struct columns *columns) {
    size_t last = breaker->request->count, last_slot = best_slot(breaker);
    size_t count = 0;
    for (size_t end = last, slot = last_slot; end > prefix; count++) {
        const struct state *state = state_at(breaker, end, slot);
        end = state->from;
        slot = state->from_slot;
    }
    array_reserve(columns, breaker->arena, count + 1);
    columns->count = count;
    for (size_t end = last, slot = last_slot; count-- > 0;) {
        const struct state *state = state_at(breaker, end, slot);
        const struct state *before = state_at(breaker, state->from, state->from_slot);
        columns->at[count] = (struct column){
            .start = state->from,
            .end = end,
            .index = (uint8_t)(state->from_slot % (size_t)breaker->request->columns),
            .lines = state->lines,
            .notes = notes_upto(breaker, before, state->from),
            .notes_end = notes_upto(breaker, state, end),
            .floats = before->floats,
            .floats_from = figures_before(breaker->request->strips, end, state->floats),
        };
        end = state->from;
        slot = state->from_slot;
    }
    add_note_columns(breaker, columns, last_slot);
    number_pages(breaker, columns);
}

/* ---- balance ---- */

/* Fills columns of `height` one after the other with clean breaks only; the number of columns used
 * for strips [start, count), 0 when it cannot be done. */
static size_t fill(struct breaker *breaker, size_t start, sp height, size_t limit, size_t *ends) {
    size_t used = 0;
    while (start < breaker->request->count) {
        if (used == limit)
            return 0;
        size_t end = ends_fill(&breaker->ends, start, height);
        if (end == 0)
            return 0;
        ends[used++] = start = end;
    }
    return used;
}

static sp page_total(const struct breaks_request *request, size_t start) {
    sp y = 0;
    for (size_t i = start; i < request->count; i++)
        y = strip_top(&request->strips[i], y, i == start, request->grid) +
            request->strips[i].height;
    return y;
}

/* Footnotes or figures come from the column before it or stand in the one after it. */
static bool shares(const struct column *column) {
    return column->floats > 0 || column->floats_from < column->end ||
           column->notes.strip < column->start || column->notes_end.strip < column->end;
}

/* The last page's strips in columns of the least height that holds them. */
static void balance(struct breaker *breaker, struct columns *columns) {
    const struct breaks_request *request = breaker->request;
    if (columns->count == 0 || request->columns < 2)
        return;
    size_t first = columns->count - 1;
    while (columns->at[first].index > 0)
        first--;
    size_t start = columns->at[first].start;
    for (size_t i = first; i < columns->count; i++)
        if (shares(&columns->at[i]))
            return;
    uint32_t page = columns->at[first].page;
    sp most = page == 0 ? breaker->first_height : request->height;
    size_t limit = (size_t)request->columns;
    size_t *ends = arena_make(breaker->arena, size_t, limit);
    sp least = page_total(request, start) / request->columns / request->grid * request->grid;
    for (sp height = least; height <= most; height += request->grid) {
        size_t used = fill(breaker, start, height, limit, ends);
        if (used == 0)
            continue;
        struct column *at = arena_make(breaker->arena, struct column, first + used);
        memcpy(at, columns->at, first * sizeof *at);
        for (size_t i = 0; i < used; i++)
            at[first + i] = (struct column){.start = i ? ends[i - 1] : start,
                                            .end = ends[i],
                                            .notes = {.strip = i ? ends[i - 1] : start},
                                            .notes_end = {.strip = ends[i]},
                                            .floats_from = ends[i],
                                            .page = page,
                                            .index = (uint8_t)i,
                                            .recto = i == 0 && columns->at[first].recto};
        columns->at = at;
        columns->count = first + used;
        return;
    }
}

/* Strips over all columns at the head of the flow. */
static void measure_prefix(const struct breaks_request *request, struct columns *columns) {
    if (request->columns < 2 || request->begun)
        return;
    sp y = 0;
    while (columns->prefix < request->count && request->strips[columns->prefix].wide) {
        const struct strip *strip = &request->strips[columns->prefix];
        y = strip_top(strip, y, columns->prefix == 0, request->grid) + strip->height;
        columns->prefix++;
    }
    if (columns->prefix > 0 && columns->prefix < request->count)
        y += request->strips[columns->prefix].above;
    columns->prefix_height =
        request->grid > 0 ? (y + request->grid - 1) / request->grid * request->grid : y;
}

struct columns breaks_find(const struct breaks_request *request, struct arena *arena,
                           struct diag *diag) {
    struct columns columns = {0};
    measure_prefix(request, &columns);
    struct breaker breaker = {
        .request = request,
        .arena = arena,
        .slots = 2 * (size_t)request->columns,
        .first_height = request->height - columns.prefix_height,
        .ends = {.request = request, .arena = arena, .diag = diag},
    };
    size_t states = (request->count + 1) * breaker.slots;
    breaker.states = arena_make(arena, struct state, states);
    for (size_t i = 0; i < states; i++)
        breaker.states[i].cost = UNREACHED;
    state_at(&breaker, columns.prefix, 0)->cost = 0;
    array_push(&breaker.ends.rests, arena, (struct note_place){0}); /* 0 is none */
    search(&breaker, columns.prefix);
    trace(&breaker, columns.prefix, &columns);
    if (request->balance)
        balance(&breaker, &columns);
    return columns;
}
