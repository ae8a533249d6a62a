#include "layout/breaks.h"

#include <string.h>

/* Cost of one free line, squared with their number; and how many lines more than the fullest
 * candidate a column may leave free before it is not looked at. */
enum { FREE_LINE_COST = 10, FREE_LINES_MORE = 48 };

/* Columns side by side end as far apart as no white of theirs can mend: a line of that, squared
 * likewise. */
enum { UNEVEN_COST = 1000 };

/* A last page of less than so many lines looks forgotten; each line that lacks costs. */
enum { LAST_LINES = 7, LAST_LINE_COST = 100 };

/* A paragraph with a line more or less; and how many a column may have. Two of them cost less than
 * two free lines, but more than one. */
enum { CHOICE_COST = 6, MOST_CHOICES = 3 };

/* A footnote that goes on in the next column, and each line of the grid of it there; what stands at
 * the foot before the break at least, and what of the column is left to text when notes go on. */
enum { SPLIT_COST = 500, SPLIT_LINE_COST = 5, SPLIT_LEAST_LINES = 3, SPLIT_TEXT_SHARE = 4 };

/* A figure that stands in the next column costs less than two free lines; and of four parts of that
 * column figures take this many at most. */
enum { FLOAT_COST = 25, FLOAT_SHARE = 3 };

static const int64_t UNREACHED = INT64_MAX;

/* Where a column can end, in lines from its top: as it is, and with what its white can take. */
struct bottom {
    int16_t least, most;
};

/* The best way to a state: `from` began the column that ends here. */
struct state {
    int64_t cost;
    size_t from;
    uint32_t rest; /* index in breaker.rests of where notes go on; 0: nowhere */
    uint8_t from_slot;
    int8_t lines;         /* of the column, more or less */
    uint8_t floats;       /* figures before it that stand behind it */
    struct bottom bottom; /* of all columns of the page so far */
};

struct candidate {
    size_t end;
    int32_t free_lines;
    int32_t penalty;
    uint32_t rest;
    int8_t lines;
    uint8_t floats;
    bool last; /* what follows begins elsewhere */
    struct bottom bottom;
};

struct breaker {
    const struct breaks_request *request;
    struct arena *arena;
    struct diag *diag;
    size_t slots;         /* columns of the first page, then columns of all others */
    struct state *states; /* (count + 1) * slots */
    sp first_height;
    size_t start;   /* of the column in hand */
    int32_t places; /* in it that may take free lines */
    bool notes;     /* stand at its foot */
    size_t choice;  /* the first that it does not hold yet */
    uint32_t rest;  /* of notes of the columns before */
    ARRAY(struct note_place) rests;
    uint8_t floats; /* figures that stand in the next */
    sp floats_height;
    int32_t longer, shorter; /* paragraphs in it that can be so */
    ARRAY(struct candidate) candidates;
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

static int32_t lines_in(const struct breaker *breaker, sp height) {
    return (int32_t)(height / (breaker->request->grid > 0 ? breaker->request->grid : SP_OF_PT(12)));
}

/* Must the column end before this strip, `y` down? */
static bool ends_before(const struct strip *strip, sp y, sp height, bool head) {
    if (head)
        return false;
    if (strip->start != START_HERE)
        return true;
    return strip->need > 0 && height - y < strip->need;
}

static int32_t short_penalty(const struct breaker *breaker, sp used) {
    int32_t lacking = LAST_LINES - lines_in(breaker, used);
    return breaker->request->columns == 1 && breaker->start > 0 && lacking > 0
               ? lacking * LAST_LINE_COST
               : 0;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* Notes stand at the foot, so white is no use there. */
static struct bottom bottom_of(const struct breaker *breaker, sp used, sp height) {
    int32_t least = lines_in(breaker, used), foot = lines_in(breaker, height);
    int32_t most = smaller(foot, least + MOST_LINES_MORE * breaker->places);
    if (breaker->notes)
        least = most = foot;
    return (struct bottom){(int16_t)smaller(least, INT16_MAX), (int16_t)smaller(most, INT16_MAX)};
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

static void push_candidate(struct breaker *breaker, size_t end, sp used, sp height, bool last,
                           int32_t lines) {
    const struct breaks_request *request = breaker->request;
    int32_t penalty = last ? short_penalty(breaker, used) : request->strips[end - 1].penalty;
    used += lines * request->grid;
    int32_t free_lines = last ? 0 : lines_in(breaker, height - used);
    array_push(&breaker->candidates, breaker->arena,
               (struct candidate){
                   .end = end,
                   .free_lines = free_lines,
                   .penalty = penalty + CHOICE_COST * (lines < 0 ? -lines : lines) +
                              FLOAT_COST * breaker->floats,
                   .lines = (int8_t)lines,
                   .floats = breaker->floats,
                   .last = last,
                   .bottom = bottom_of(breaker, used, height),
               });
}

/* Lines that the column is too long. */
static int32_t lines_over(const struct breaker *breaker, sp used, sp height) {
    sp grid = breaker->request->grid;
    if (used <= height)
        return 0;
    return grid > 0 && used - height <= MOST_CHOICES * grid
               ? (int32_t)((used - height + grid - 1) / grid)
               : MOST_CHOICES + 1;
}

/* The column ends here as it is, with lines more up to its foot, or with those less that it is too
 * long; true when it does not need them. */
static bool add_candidate(struct breaker *breaker, size_t end, sp used, sp height, bool forced) {
    bool last = forced || end == breaker->request->count;
    int32_t over = lines_over(breaker, used, height);
    if (over > 0) {
        if (over <= smaller(breaker->shorter, MOST_CHOICES))
            push_candidate(breaker, end, used, height, last, -over);
        return false;
    }
    push_candidate(breaker, end, used, height, last, 0);
    int32_t most = last ? 0 : smaller(breaker->longer, lines_in(breaker, height - used));
    for (int32_t lines = 1; lines <= smaller(most, MOST_CHOICES); lines++)
        push_candidate(breaker, end, used, height, last, lines);
    return true;
}

static void keep_last_candidate(struct breaker *breaker) {
    breaker->candidates.at[0] = breaker->candidates.at[breaker->candidates.count - 1];
    breaker->candidates.count = 1;
}

/* ---- what paragraphs of a column can give ---- */

/* The first choice that ends behind the start of the column in hand. */
static void begin_choices(struct breaker *breaker) {
    const struct breaks_request *request = breaker->request;
    size_t from = 0, to = request->choice_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (request->choices[middle].end <= breaker->start)
            from = middle + 1;
        else
            to = middle;
    }
    breaker->choice = from;
    breaker->longer = breaker->shorter = 0;
}

/* The column now ends before strip `end`. */
static void take_choices(struct breaker *breaker, size_t end) {
    const struct breaks_request *request = breaker->request;
    for (; breaker->choice < request->choice_count; breaker->choice++) {
        const struct choice *choice = &request->choices[breaker->choice];
        if (choice->end > end)
            return;
        breaker->longer += choice_gives(choice, breaker->start, end, true);
        breaker->shorter += choice_gives(choice, breaker->start, end, false);
    }
}

/* ---- footnotes that go on in the next column ---- */

static sp rest_height(const struct breaker *breaker) {
    if (breaker->rest == 0)
        return 0;
    return notes_height(breaker->request->strips, breaker->rests.at[breaker->rest],
                        (struct note_place){.strip = breaker->start});
}

/* No column holds the line with the notes that it calls. */
static bool calls_too_much(const struct breaks_request *request, const struct strip *strip) {
    return strip->notes > 0 && strip->height + request->note_gap + strip->notes > request->height;
}

/* May notes that do not fit below text of `used` sp, the last strip of which is `strip`, go on? */
static bool may_split(const struct breaker *breaker, const struct strip *strip, sp used,
                      sp height) {
    const struct breaks_request *request = breaker->request;
    bool begins = calls_too_much(request, strip);
    bool goes_on = breaker->rest > 0 && used >= height / SPLIT_TEXT_SHARE;
    return (begins || goes_on) &&
           used + request->note_gap + SPLIT_LEAST_LINES * request->grid <= height;
}

/* The column ends before strip `end`, and its notes go on in the next. */
static void add_split(struct breaker *breaker, size_t end, sp used, sp height) {
    const struct breaks_request *request = breaker->request;
    struct note_place place = breaker->rest ? breaker->rests.at[breaker->rest]
                                            : (struct note_place){.strip = breaker->start};
    struct note_place last = {.strip = end};
    notes_fill(request->strips, &place, last, height - used - request->note_gap);
    sp left = notes_height(request->strips, place, last);
    array_push(&breaker->rests, breaker->arena, place);
    array_push(&breaker->candidates, breaker->arena,
               (struct candidate){
                   .end = end,
                   .penalty = request->strips[end - 1].penalty + SPLIT_COST +
                              SPLIT_LINE_COST * lines_in(breaker, left),
                   .rest = (uint32_t)(breaker->rests.count - 1),
                   .floats = breaker->floats,
               });
}

/* ---- figures that stand in the next column ---- */

size_t figures_before(const struct strip *strips, size_t before, uint8_t count) {
    for (; count > 0; count--)
        do
            before--;
        while (strips[before].floats == 0);
    return before;
}

static sp figure_height(const struct breaks_request *request, struct cursor cursor, size_t at) {
    sp from = cursor.y;
    for (size_t i = 0; i < request->strips[at].floats; i++)
        cursor_put(&cursor, &request->strips[at + i], request->grid);
    return cursor.y - from;
}

/* Is there no room for the figure in `room` sp below the cursor? Nor is there behind another. */
static bool lacks_room(const struct breaker *breaker, const struct cursor *cursor, size_t at,
                       sp room) {
    return breaker->request->strips[at].floats > 0 && !cursor->head &&
           (breaker->floats > 0 || figure_height(breaker->request, *cursor, at) > room);
}

/* The figure stands at the head of the next column, unless those that do leave no room there. */
static bool defer_figure(struct breaker *breaker, const struct cursor *cursor, size_t at) {
    sp height = breaker->floats_height + figure_height(breaker->request, *cursor, at);
    if (height > breaker->request->height * FLOAT_SHARE / 4)
        return false;
    breaker->floats_height = height;
    breaker->floats++;
    return true;
}

/* No figure of what stands before may come after this. */
static bool begins_section(const struct strip *strip) {
    return strip->start != START_HERE || strip->need > 0;
}

/* The column in hand, which begins as `state` says. */
static struct cursor begin_column(struct breaker *breaker, size_t start,
                                  const struct state *state) {
    breaker->candidates.count = 0;
    breaker->start = start;
    breaker->rest = state->rest;
    breaker->places = 0;
    breaker->floats = 0;
    breaker->floats_height = 0;
    begin_choices(breaker);
    struct column column = {.start = start, .end = start + 1, .floats = state->floats};
    return column_begin(breaker->request, &column, NULL);
}

/* All ends of a column of `height` that begins with strip `start`. Where what follows begins a new
 * column there are no others, unless it takes a shorter paragraph to get there. */
static void find_candidates(struct breaker *breaker, size_t start, sp height,
                            const struct state *state) {
    const struct breaks_request *request = breaker->request;
    const struct strip *strips = request->strips;
    struct cursor cursor = begin_column(breaker, start, state);
    sp notes = rest_height(breaker);
    sp used = cursor.y + (notes > 0 ? request->note_gap + notes : 0);
    breaker->notes = notes > 0;
    for (size_t i = start; i < request->count; i++) {
        if (breaker->floats > 0 && begins_section(&strips[i]))
            return;
        if (lacks_room(breaker, &cursor, i, height - used) && defer_figure(breaker, &cursor, i)) {
            i += strips[i].floats - 1U;
            continue;
        }
        bool place = i > start && strip_takes_line(&strips[i], request->grid, BREAK_NEVER - 1);
        sp top = cursor_put(&cursor, &strips[i], request->grid);
        if (ends_before(&strips[i], top, height, i == start)) {
            if (add_candidate(breaker, i, used, height, true))
                keep_last_candidate(breaker);
            return;
        }
        breaker->places += place;
        notes += strips[i].notes;
        breaker->notes = notes > 0;
        used = cursor.y + (notes > 0 ? request->note_gap + notes : 0);
        take_choices(breaker, i + 1);
        if (breaker->floats > 0 && i + 1 == request->count)
            return;
        if (used > height && may_split(breaker, &strips[i], cursor.y, height))
            add_split(breaker, i + 1, cursor.y, height);
        else if (!add_candidate(breaker, i + 1, used, height, false) &&
                 (state->rest == 0 || cursor.y >= height / SPLIT_TEXT_SHARE) &&
                 (request->choice_count == 0 || lines_over(breaker, used, height) > MOST_CHOICES))
            return;
    }
}

/* Nothing fits: the first strip stands alone and sticks out. */
static void force_candidate(struct breaker *breaker, size_t start, sp height) {
    const struct strip *strip = &breaker->request->strips[start];
    struct str over = length_print(breaker->arena, strip->height + strip->notes - height);
    diag_fault(breaker->diag, strip->span, "shorten it or make it smaller",
               "this is %.*s higher than the column it has to stand in", STR_ARGS(over));
    breaker->floats = 0;
    add_candidate(breaker, start + 1, height, height, true);
    breaker->candidates.at[0].rest = breaker->rest; /* no room for them */
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
    for (size_t i = 0; i < breaker->candidates.count; i++)
        clean |= breaker->candidates.at[i].penalty < BREAK_NEVER;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = breaker->candidates.count; i-- > 0;) {
            const struct candidate *candidate = &breaker->candidates.at[i];
            if (clean && candidate->penalty >= BREAK_NEVER)
                continue;
            if (pass == 0 && candidate->free_lines < least)
                least = candidate->free_lines;
            if (pass == 1 && candidate->free_lines <= least + FREE_LINES_MORE)
                relax(breaker, start, slot, candidate);
        }
}

/* Columns of one height that begin with the same strip in the same way have the same ends. */
static void search(struct breaker *breaker, size_t prefix) {
    for (size_t start = prefix; start < breaker->request->count; start++) {
        const struct state *found = NULL;
        sp found_height = 0;
        for (size_t slot = 0; slot < breaker->slots; slot++) {
            const struct state *state = state_at(breaker, start, slot);
            if (state->cost == UNREACHED)
                continue;
            sp height = slot_height(breaker, slot);
            if (!found || height != found_height || state->rest != found->rest ||
                state->floats != found->floats)
                find_candidates(breaker, start, height, state);
            if (breaker->candidates.count == 0)
                force_candidate(breaker, start, height);
            found = state;
            found_height = height;
            relax_candidates(breaker, start, slot);
        }
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
    return state->rest ? breaker->rests.at[state->rest] : (struct note_place){.strip = end};
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
        find_candidates(breaker, start, height, &(struct state){0});
        size_t end = 0;
        for (size_t i = 0; i < breaker->candidates.count; i++)
            if (breaker->candidates.at[i].penalty < BREAK_NEVER &&
                breaker->candidates.at[i].lines == 0 && breaker->candidates.at[i].floats == 0)
                end = breaker->candidates.at[i].end;
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

struct cursor column_begin(const struct breaks_request *request, const struct column *column,
                           sp *repeat_top) {
    const struct strip *strips = request->strips;
    struct cursor cursor = {.head = true};
    for (size_t i = figures_before(strips, column->start, column->floats); i < column->start; i++)
        if (strips[i].floats > 0 || cursor.figure > 0)
            cursor_put(&cursor, &strips[i], request->grid);
    const struct repeat *repeat = column->start < column->end ? strips[column->start].repeat : NULL;
    if (!repeat)
        return cursor;
    sp top = strip_top(&repeat->strips[0], cursor.y + cursor.white, cursor.head, request->grid);
    if (repeat_top)
        *repeat_top = top;
    return (struct cursor){.y = top + repeat->height};
}

sp column_used(const struct breaks_request *request, const struct column *column) {
    struct cursor cursor = column_begin(request, column, NULL);
    for (size_t i = column->start; i < column->end; i++)
        if (column_defers(column, request->strips, i))
            i += request->strips[i].floats - 1U;
        else
            cursor_put(&cursor, &request->strips[i], request->grid);
    return cursor.y;
}

sp column_notes(const struct breaks_request *request, const struct column *column) {
    sp notes = notes_height(request->strips, column->notes, column->notes_end);
    return notes > 0 ? request->note_gap + notes : 0;
}

sp column_height(const struct breaks_request *request, const struct columns *columns,
                 const struct column *column) {
    return request->height - (column->page == 0 ? columns->prefix_height : 0);
}

struct columns breaks_find(const struct breaks_request *request, struct arena *arena,
                           struct diag *diag) {
    struct columns columns = {0};
    measure_prefix(request, &columns);
    struct breaker breaker = {
        .request = request,
        .arena = arena,
        .diag = diag,
        .slots = 2 * (size_t)request->columns,
        .first_height = request->height - columns.prefix_height,
    };
    size_t states = (request->count + 1) * breaker.slots;
    breaker.states = arena_make(arena, struct state, states);
    for (size_t i = 0; i < states; i++)
        breaker.states[i].cost = UNREACHED;
    state_at(&breaker, columns.prefix, 0)->cost = 0;
    array_push(&breaker.rests, arena, (struct note_place){0}); /* 0 is none */
    search(&breaker, columns.prefix);
    trace(&breaker, columns.prefix, &columns);
    if (request->balance)
        balance(&breaker, &columns);
    return columns;
}
