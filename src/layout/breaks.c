#include "layout/breaks.h"
#include "layout/ends.h"

/* What columns side by side end apart, in lines squared: a line that is mended by a second one in
 * the same white, and one that no white mends; more of these than a reader may see cost as many
 * times again. */
enum { GAPING_COST = 20, UNEVEN_COST = 1000, MOST_UNEVEN = 2 };

/* For a column that begins with one strip, so many pages that bring it there and leave the columns
 * before it at different places are remembered. */
enum { WAYS = 2 };

/* First only ends are looked at that leave so few lines more free than the fullest. */
enum { FEW_LINES_MORE = 5 };

/* So many lines over the least height of a last page it is tried to end its columns level. */
enum { LEVEL_TRIES = 4 };

/* Where its columns cannot end level, the later one is the shorter: else it costs so many times as
 * much. */
enum { LATER_LONGER_TIMES = 4 };

static const int64_t UNREACHED = INT64_MAX;

/* The best way to a state: `from` began the column that ends here. */
struct state {
    int64_t cost;
    uint32_t from;
    uint32_t rest; /* index in ends.rests of where notes go on; 0: nowhere */
    uint8_t from_slot;
    int8_t lines;         /* of the column, more or less */
    uint8_t floats;       /* figures before it that stand behind it */
    struct bottom bottom; /* of all columns of the page so far */
};

/* A slot is a column of a page and a way to it: one for the first column, WAYS for the others.
 * Those of a first page of another height come before those of all others. */
struct breaker {
    const struct breaks_request *request;
    struct arena *arena;
    size_t page_slots; /* of one page */
    size_t slots;      /* of all */
    int64_t most;      /* ways that cost more are not gone */
    size_t other;      /* the first of pages that are not the first one */
    sp first_height, height;
    struct state *states; /* (count + 1) * slots */
    struct ends ends;     /* of the column in hand */
};

static struct state *state_at(struct breaker *breaker, size_t strip, size_t slot) {
    return &breaker->states[strip * breaker->slots + slot];
}

static sp slot_height(const struct breaker *breaker, size_t slot) {
    return slot < breaker->other ? breaker->first_height : breaker->height;
}

static size_t slot_column(const struct breaker *breaker, size_t slot) {
    return (slot % breaker->page_slots + WAYS - 1) / WAYS;
}

/* The first way to the column after one in `slot`, when nothing begins a page there. */
static size_t slot_after(const struct breaker *breaker, size_t slot) {
    size_t column = slot_column(breaker, slot);
    if (column + 1 == (size_t)breaker->request->columns)
        return breaker->other;
    return slot - slot % breaker->page_slots + 1 + column * WAYS;
}

/* ---- costs ---- */

static int64_t apart(int32_t least, int32_t most, int32_t other_least, int32_t other_most) {
    int32_t above = least - other_most, below = other_least - most;
    return above > 0 ? above : below > 0 ? below : 0;
}

/* `b` comes beside `a` on the same page, which may be the `last` one. */
static int64_t uneven_cost(struct bottom a, struct bottom b, bool last) {
    int64_t gaping = apart(a.least, a.easy, b.least, b.easy);
    int64_t uneven = apart(a.least, a.most, b.least, b.most);
    int64_t cost = gaping * gaping * GAPING_COST + uneven * uneven * UNEVEN_COST;
    if (uneven > MOST_UNEVEN)
        cost *= uneven;
    return last && b.least > a.most ? cost * LATER_LONGER_TIMES : cost;
}

static uint8_t lower(uint8_t a, uint8_t b) {
    return a < b ? a : b;
}

static struct bottom bottom_common(struct bottom a, struct bottom b) {
    return (struct bottom){a.least > b.least ? a.least : b.least, lower(a.easy, b.easy),
                           lower(a.most, b.most)};
}

/* ---- search ---- */

/* Nothing that comes can make the other way cheaper. */
static bool is_no_worse(const struct state *a, const struct state *b) {
    return a->cost <= b->cost && a->bottom.least <= b->bottom.least &&
           a->bottom.easy >= b->bottom.easy && a->bottom.most >= b->bottom.most;
}

/* Takes the place of a way that is no better, else of the dearest. */
static void add_way(struct state *ways, const struct state *state) {
    struct state *out = ways;
    for (struct state *way = ways; way < ways + WAYS; way++) {
        if (is_no_worse(way, state))
            return;
        if (is_no_worse(state, way)) {
            *way = *state;
            return;
        }
        if (way->cost > out->cost)
            out = way;
    }
    if (state->cost < out->cost)
        *out = *state;
}

/* A way of such a cost changes nothing. */
static bool is_too_dear(const struct state *ways, size_t count, int64_t cost) {
    for (size_t i = 0; i < count; i++)
        if (cost <= ways[i].cost)
            return false;
    return true;
}

/* A column from strip `start` in `slot` to the end of the candidate, with the next one in the first
 * way `after`. */
static void relax(struct breaker *breaker, size_t start, size_t slot, size_t after,
                  const struct candidate *candidate) {
    const struct state *before = state_at(breaker, start, slot);
    size_t next = candidate->page ? breaker->other : after;
    struct state *at = state_at(breaker, candidate->end, next);
    struct bottom bottom = candidate->bottom;
    int64_t cost = before->cost + candidate->cost;
    if (is_too_dear(at, next == breaker->other ? 1 : WAYS, cost))
        return;
    if (slot != 0 && slot != breaker->other) {
        if (!candidate->last)
            cost += uneven_cost(before->bottom, bottom, breaker->ends.level);
        bottom = bottom_common(before->bottom, bottom);
    }
    struct state state = {
        .cost = cost,
        .from = (uint32_t)start,
        .rest = candidate->rest,
        .from_slot = (uint8_t)slot,
        .floats = candidate->floats,
        .lines = candidate->lines,
        .bottom = bottom,
    };
    if (next != breaker->other)
        add_way(at, &state);
    else if (cost < at->cost)
        *at = state;
}

static void search_from(struct breaker *breaker, size_t start, size_t slot) {
    const struct state *state = state_at(breaker, start, slot);
    if (state->cost > breaker->most)
        return;
    struct beginning from = {.strip = start,
                             .height = slot_height(breaker, slot),
                             .rest = state->rest,
                             .floats = state->floats};
    ends_find(&breaker->ends, &from);
    size_t after = slot_after(breaker, slot);
    for (size_t i = breaker->ends.candidates.count; i-- > 0;)
        relax(breaker, start, slot, after, &breaker->ends.candidates.at[i]);
}

/* Strips [start, end), the first of which stands in `slot`. */
static void search(struct breaker *breaker, size_t start, size_t end, size_t slot) {
    size_t states = (end + 1) * breaker->slots;
    for (size_t i = start * breaker->slots; i < states; i++)
        breaker->states[i].cost = UNREACHED;
    state_at(breaker, start, slot)->cost = 0;
    search_from(breaker, start, slot);
    bool one_page = breaker->ends.level;
    for (size_t at = start + 1; at < end; at++)
        for (size_t i = 0; i < breaker->slots; i++)
            if (!one_page || slot_column(breaker, i) > 0)
                search_from(breaker, at, i);
}

/* ---- the result ---- */

static size_t best_slot(struct breaker *breaker, size_t end) {
    size_t best = 0;
    for (size_t slot = 1; slot < breaker->slots; slot++)
        if (state_at(breaker, end, slot)->cost < state_at(breaker, end, best)->cost)
            best = slot;
    return best;
}

/* Where the best way costs less than a single end that was not looked at, no other is as good; else
 * it is searched among all. */
static void search_few_first(struct breaker *breaker, size_t start, size_t end, size_t slot) {
    struct ends *ends = &breaker->ends;
    int32_t all = ends->lines_more;
    ends->lines_more = FEW_LINES_MORE;
    breaker->most = ends_cost(FEW_LINES_MORE + 1) - 1;
    search(breaker, start, end, slot);
    bool enough = state_at(breaker, end, best_slot(breaker, end))->cost <= breaker->most;
    ends->lines_more = all;
    breaker->most = UNREACHED - 1;
    ends->candidates.count = 0;
    if (!enough)
        search(breaker, start, end, slot);
}

static void number_pages(const struct breaks_request *request, struct columns *columns) {
    uint32_t page = 0;
    for (size_t i = 0; i < columns->count; i++) {
        struct column *column = &columns->at[i];
        if (i > 0 && column->index == 0)
            page++;
        column->page = page;
        column->recto =
            column->start < column->end && request->strips[column->start].start == START_RECTO;
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
                                .index = (uint8_t)slot_column(breaker, slot)};
        column.notes = place;
        if (notes_fill(request->strips, &place, (struct note_place){.strip = end},
                       slot_height(breaker, slot) - request->note_gap) == 0)
            place.line++; /* a line higher than a page */
        bool head;
        if (!note_line(request->strips, &place, (struct note_place){.strip = end}, &head))
            place = (struct note_place){.strip = end};
        column.notes_end = place;
        array_push(columns, breaker->arena, column);
        slot = slot_after(breaker, slot);
    }
}

/* Adds the columns of strips [start, end) as the search left them. */
static void trace(struct breaker *breaker, size_t start, size_t end, struct columns *columns) {
    size_t count = 0;
    for (size_t at = end, slot = best_slot(breaker, end); at > start; count++) {
        const struct state *state = state_at(breaker, at, slot);
        at = state->from;
        slot = state->from_slot;
    }
    array_reserve(columns, breaker->arena, columns->count + count + 1);
    struct column *column = columns->at + columns->count + count;
    columns->count += count;
    for (size_t slot = best_slot(breaker, end); end > start;) {
        const struct state *state = state_at(breaker, end, slot);
        const struct state *before = state_at(breaker, state->from, state->from_slot);
        *--column = (struct column){
            .start = state->from,
            .end = end,
            .index = (uint8_t)slot_column(breaker, state->from_slot),
            .lines = state->lines,
            .notes = notes_upto(breaker, before, state->from),
            .notes_end = notes_upto(breaker, state, end),
            .floats = before->floats,
            .floats_from = figures_before(breaker->request->strips, end, state->floats),
        };
        end = state->from;
        slot = state->from_slot;
    }
}

/* ---- last pages ---- */

static sp height_of(const struct breaks_request *request, size_t start, size_t end) {
    sp y = 0;
    for (size_t i = start; i < end; i++)
        y = strip_top(&request->strips[i], y, i == start, request->grid) +
            request->strips[i].height;
    return y;
}

/* Footnotes or figures come from the column before it or stand in the one after it. */
static bool shares(const struct column *column) {
    return column->floats > 0 || column->floats_from < column->end ||
           column->notes.strip < column->start || column->notes_end.strip < column->end;
}

/* What the strips of one page cost in columns of `height`; UNREACHED when they do not fit. */
static int64_t level_cost(struct breaker *breaker, size_t start, size_t end, size_t slot,
                          sp height) {
    breaker->first_height = breaker->height = height;
    search(breaker, start, end, slot);
    size_t best = best_slot(breaker, end);
    const struct state *state = state_at(breaker, end, best);
    if (state->cost >= BREAK_NEVER || state->rest > 0 || state->floats > 0)
        return UNREACHED;
    bool unused = slot_column(breaker, best) > 0;
    return state->cost + (unused ? uneven_cost(state->bottom, (struct bottom){0}, true) : 0);
}

/* Columns [first, end) stand on one page, which does not go on: adds columns of the least height
 * that holds their strips, or of a few lines more where these end level, to `out`. */
static void level_page(struct breaker *breaker, const struct columns *columns, size_t first,
                       size_t end, struct columns *out) {
    const struct breaks_request *request = breaker->request;
    const struct column *at = columns->at;
    size_t from = at[first].start, to = at[end - 1].end;
    size_t slot = at[first].page == 0 ? 0 : breaker->other;
    sp most = column_height(request, columns, &at[first]);
    sp height = height_of(request, from, to) / request->columns / request->grid * request->grid;
    sp best = 0;
    int64_t least = UNREACHED;
    for (int tries = LEVEL_TRIES; height <= most && tries > 0; height += request->grid) {
        int64_t cost = level_cost(breaker, from, to, slot, height);
        if (cost < least) {
            least = cost;
            best = height;
        }
        tries -= least < UNREACHED;
    }
    if (least < UNREACHED) {
        level_cost(breaker, from, to, slot, best);
        trace(breaker, from, to, out);
    } else {
        for (size_t i = first; i < end; i++)
            array_push(out, breaker->arena, at[i]);
    }
}

/* Does nothing more come on the page of columns [first, end)? */
static bool ends_short(const struct breaks_request *request, const struct column *at, size_t first,
                       size_t end) {
    for (size_t i = first; i < end; i++)
        if (shares(&at[i]))
            return false;
    size_t next = at[end - 1].end;
    return next == request->count ? !request->goes_on : request->strips[next].start >= START_PAGE;
}

static void level_last_pages(struct breaker *breaker, struct columns *columns) {
    struct columns out = *columns;
    out.at = NULL;
    out.count = out.capacity = 0;
    breaker->ends.level = true;
    breaker->ends.candidates.count = 0; /* found without that */
    for (size_t first = 0, end; first < columns->count; first = end) {
        for (end = first + 1; end < columns->count && columns->at[end].index > 0;)
            end++;
        if (ends_short(breaker->request, columns->at, first, end))
            level_page(breaker, columns, first, end, &out);
        else
            for (size_t i = first; i < end; i++)
                array_push(&out, breaker->arena, columns->at[i]);
    }
    *columns = out;
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
    sp first_height = request->height - columns.prefix_height;
    size_t page_slots = 1 + WAYS * (size_t)(request->columns - 1);
    size_t other = first_height == request->height ? 0 : page_slots;
    struct breaker breaker = {
        .request = request,
        .arena = arena,
        .page_slots = page_slots,
        .slots = other + page_slots,
        .other = other,
        .first_height = first_height,
        .height = request->height,
        .most = UNREACHED - 1,
        .ends = {.request = request,
                 .arena = arena,
                 .diag = diag,
                 .ruler = ruler_make(request->strips, request->count, request->grid, arena),
                 .lines_more = ends_most_lines_more(request)},
    };
    breaker.states = arena_make(arena, struct state, (request->count + 1) * breaker.slots);
    array_push(&breaker.ends.rests, arena, (struct note_place){0}); /* 0 is none */
    search_few_first(&breaker, columns.prefix, request->count, 0);
    trace(&breaker, columns.prefix, request->count, &columns);
    add_note_columns(&breaker, &columns, best_slot(&breaker, request->count));
    number_pages(request, &columns);
    if (request->balance && request->columns > 1)
        level_last_pages(&breaker, &columns);
    number_pages(request, &columns);
    for (size_t i = 0; i < columns.count; i++)
        column_measure(request, &columns.at[i]);
    return columns;
}
