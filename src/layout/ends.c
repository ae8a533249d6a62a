#include "layout/ends.h"

/* Cost of one free line, squared with their number; and how many lines more than the fullest end
 * an end may leave free before it is not looked at: more where columns side by side may be short
 * together. */
enum { FREE_LINE_COST = 10, FREE_LINES_MORE = 48, FREE_LINES_ALONE = 16 };

/* A last page of less than so many lines looks forgotten; each line that lacks costs. */
enum { LAST_LINES = 7, LAST_LINE_COST = 200 };

/* A footnote that goes on in the next column, and each line of the grid of it there; what stands at
 * the foot before the break at least, and what of the column is left to text when notes go on. */
enum { SPLIT_COST = 500, SPLIT_LINE_COST = 5, SPLIT_LEAST_LINES = 3, SPLIT_TEXT_SHARE = 4 };

/* A figure that stands in the next column costs less than two free lines; and of four parts of that
 * column figures take this many at most. */
enum { FLOAT_COST = 25, FLOAT_SHARE = 3 };

int32_t lines_in(const struct breaks_request *request, sp height) {
    return (int32_t)(height / (request->grid > 0 ? request->grid : SP_OF_PT(12)));
}

/* Must the column end before this strip, `y` down? */
static bool ends_before(const struct strip *strip, sp y, sp height, bool head) {
    if (head)
        return false;
    if (strip->start != START_HERE)
        return true;
    return strip->need > 0 && height - y < strip->need;
}

int32_t ends_most_lines_more(const struct breaks_request *request) {
    return request->columns == 1 ? FREE_LINES_ALONE : FREE_LINES_MORE;
}

int64_t ends_cost(int32_t free_lines) {
    return FREE_LINE_COST * (int64_t)free_lines * free_lines;
}

static int32_t short_penalty(const struct ends *ends, sp used) {
    int32_t lacking = LAST_LINES - lines_in(ends->request, used);
    return ends->request->columns == 1 && ends->from.strip > 0 && lacking > 0
               ? lacking * LAST_LINE_COST
               : 0;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static uint8_t bottom_at(int32_t line, int32_t foot) {
    return (uint8_t)smaller(smaller(line, foot), UINT8_MAX);
}

/* Notes stand at the foot, so white is no use there. A column by itself need not be level. */
static struct bottom bottom_of(const struct ends *ends, size_t end, int32_t free_lines) {
    if (ends->request->columns == 1)
        return (struct bottom){0};
    bool tail = ends->level && column_tail(ends->request->strips, ends->from.strip, end) < end;
    int32_t places = ends->places + tail, foot = ends->foot;
    int32_t least = ends->notes ? foot : foot - free_lines;
    int32_t easy = least + places, most = least + MOST_LINES_MORE * places;
    return (struct bottom){bottom_at(least, foot), bottom_at(easy, foot), bottom_at(most, foot)};
}

/* Does what stands from `strip` on begin a page? */
static bool starts_page(const struct breaks_request *request, size_t strip) {
    return strip < request->count && (request->strips[strip].start >= START_PAGE ||
                                      request->strips[strip].need_start >= START_PAGE);
}

/* What paragraphs ask for so many lines more or less. */
static int32_t lines_cost(const struct ends *ends, int32_t lines) {
    const struct offered *offered = lines < 0 ? &ends->shorter : &ends->longer;
    int32_t cost = 0;
    for (int32_t i = 0; i < (lines < 0 ? -lines : lines); i++)
        cost += offered->prices[i];
    return cost;
}

static void push_end(struct ends *ends, size_t end, sp used, sp height, bool last, int32_t lines) {
    const struct breaks_request *request = ends->request;
    int32_t penalty = last ? short_penalty(ends, used) : request->strips[end - 1].penalty;
    if (penalty > ends->most_penalty)
        return;
    int32_t left = lines_in(request, height - used - lines * request->grid);
    last = last && !ends->level;
    int32_t free_lines = last ? 0 : left;
    array_push(&ends->candidates, ends->arena,
               (struct candidate){
                   .end = end,
                   .cost = penalty + lines_cost(ends, lines) + FLOAT_COST * ends->floats +
                           ends_cost(free_lines),
                   .free_lines = free_lines,
                   .lines = (int8_t)lines,
                   .floats = ends->floats,
                   .last = last,
                   .page = starts_page(request, end),
                   .bottom = bottom_of(ends, end, left),
               });
}

/* Lines that the column is too long. */
static int32_t lines_over(const struct ends *ends, sp used, sp height) {
    sp grid = ends->request->grid;
    if (used <= height)
        return 0;
    return grid > 0 && used - height <= MOST_CHOICES * grid
               ? (int32_t)((used - height + grid - 1) / grid)
               : MOST_CHOICES + 1;
}

/* The column ends here as it is, with lines more up to its foot, or with those less that it is too
 * long; true when it does not need them. */
static bool add_candidate(struct ends *ends, size_t end, sp used, sp height, bool forced) {
    bool last = forced || end == ends->request->count;
    int32_t over = lines_over(ends, used, height);
    if (over > 0) {
        if (over <= smaller(ends->shorter.count, MOST_CHOICES))
            push_end(ends, end, used, height, last, -over);
        return false;
    }
    push_end(ends, end, used, height, last, 0);
    int32_t most = last && !ends->level ? 0 : smaller(ends->longer.count, MOST_CHOICES);
    for (int32_t lines = 1; lines <= most && used + lines * ends->request->grid <= height; lines++)
        push_end(ends, end, used, height, last, lines);
    return true;
}

static void keep_last_candidate(struct ends *ends) {
    ends->candidates.at[0] = ends->candidates.at[ends->candidates.count - 1];
    ends->candidates.count = 1;
}

/* ---- what paragraphs of a column can give ---- */

/* The first choice that ends behind the start of the column in hand. */
static void begin_choices(struct ends *ends) {
    const struct breaks_request *request = ends->request;
    size_t from = 0, to = request->choice_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (request->choices[middle].end <= ends->from.strip)
            from = middle + 1;
        else
            to = middle;
    }
    ends->choice = from;
    ends->longer.count = ends->shorter.count = 0;
}

/* Another paragraph gives a line for `price`; prices ascend. */
static void add_offer(struct offered *offered, int32_t price) {
    int32_t *prices = offered->prices;
    int32_t at = smaller(offered->count++, MOST_CHOICES);
    if (at == MOST_CHOICES && price >= prices[--at])
        return;
    for (; at > 0 && prices[at - 1] > price; at--)
        prices[at] = prices[at - 1];
    prices[at] = price;
}

/* The column now ends before strip `end`. */
static void take_choices(struct ends *ends, size_t end) {
    const struct breaks_request *request = ends->request;
    for (; ends->choice < request->choice_count; ends->choice++) {
        const struct choice *choice = &request->choices[ends->choice];
        if (choice->end > end)
            return;
        if (choice_gives(choice, ends->from.strip, end, true))
            add_offer(&ends->longer, choice->longer);
        if (choice_gives(choice, ends->from.strip, end, false))
            add_offer(&ends->shorter, choice->shorter);
    }
}

/* ---- footnotes that go on in the next column ---- */

static sp rest_height(const struct ends *ends) {
    if (ends->from.rest == 0)
        return 0;
    return notes_height(ends->request->strips, ends->rests.at[ends->from.rest],
                        (struct note_place){.strip = ends->from.strip});
}

/* No column holds the line with the notes that it calls. */
static bool calls_too_much(const struct breaks_request *request, const struct strip *strip) {
    return strip->notes > 0 && strip->height + request->note_gap + strip->notes > request->height;
}

/* May notes that do not fit below text of `used` sp, the last strip of which is `strip`, go on? */
static bool may_split(const struct ends *ends, const struct strip *strip, sp used, sp height) {
    const struct breaks_request *request = ends->request;
    bool begins = calls_too_much(request, strip);
    bool goes_on = ends->from.rest > 0 && used >= height / SPLIT_TEXT_SHARE;
    return (begins || goes_on) &&
           used + request->note_gap + SPLIT_LEAST_LINES * request->grid <= height;
}

/* The column ends before strip `end`, and its notes go on in the next. */
static void add_split(struct ends *ends, size_t end, sp used, sp height) {
    const struct breaks_request *request = ends->request;
    int32_t penalty = request->strips[end - 1].penalty;
    if (penalty > ends->most_penalty)
        return;
    struct note_place place = ends->from.rest ? ends->rests.at[ends->from.rest]
                                              : (struct note_place){.strip = ends->from.strip};
    struct note_place last = {.strip = end};
    notes_fill(request->strips, &place, last, height - used - request->note_gap);
    sp left = notes_height(request->strips, place, last);
    array_push(&ends->rests, ends->arena, place);
    array_push(&ends->candidates, ends->arena,
               (struct candidate){
                   .end = end,
                   .cost = penalty + SPLIT_COST + SPLIT_LINE_COST * lines_in(request, left),
                   .rest = (uint32_t)(ends->rests.count - 1),
                   .floats = ends->floats,
                   .page = starts_page(request, end),
                   .bottom = bottom_of(ends, end, 0),
               });
}

/* ---- figures that stand in the next column ---- */

static sp figure_height(const struct breaks_request *request, struct cursor cursor, size_t at) {
    sp from = cursor.y;
    for (size_t i = 0; i < request->strips[at].floats; i++)
        cursor_put(&cursor, &request->strips[at + i], request->grid);
    return cursor.y - from;
}

/* Is there no room for the figure in `room` sp below the cursor? Nor is there behind another. */
static bool lacks_room(const struct ends *ends, const struct cursor *cursor, size_t at, sp room) {
    return ends->request->strips[at].floats > 0 && !cursor->head &&
           (ends->floats > 0 || figure_height(ends->request, *cursor, at) > room);
}

/* The figure stands at the head of the next column, unless those that do leave no room there. */
static bool defer_figure(struct ends *ends, const struct cursor *cursor, size_t at) {
    sp height = ends->floats_height + figure_height(ends->request, *cursor, at);
    if (height > ends->request->height * FLOAT_SHARE / 4)
        return false;
    ends->floats_height = height;
    ends->floats++;
    return true;
}

/* No figure of what stands before may come after this. */
static bool begins_section(const struct strip *strip) {
    return strip->start != START_HERE || strip->need > 0;
}

static struct cursor begin_column(struct ends *ends, const struct beginning *from) {
    ends->from = *from;
    ends->candidates.count = 0;
    ends->foot = lines_in(ends->request, from->height);
    ends->places = 0;
    ends->floats = 0;
    ends->floats_height = 0;
    begin_choices(ends);
    struct column column = {.start = from->strip, .end = from->strip + 1, .floats = from->floats};
    return column_begin(ends->request, &column, NULL);
}

/* Ends between strips `start` and `reach` that are too short beside one further down: the strip
 * behind them. */
static size_t too_short(const struct ends *ends, size_t start, size_t reach) {
    const struct mark *ruler = ends->ruler;
    while (reach > start && ruler[reach - 1].penalty > ends->most_penalty)
        reach--;
    if (reach == start)
        return start;
    int32_t more = ends->lines_more + 1 + (ends->request->choice_count ? MOST_CHOICES : 0);
    sp most = ruler[reach - 1].bottom - more * ends->request->grid;
    while (reach > start && ruler[reach - 1].bottom > most)
        reach--;
    return reach;
}

/* Weighs ends as far as the ruler reaches, without a walk: the strip there, with the cursor above
 * it. */
static size_t weigh_measured(struct ends *ends, struct cursor *cursor) {
    const struct breaks_request *request = ends->request;
    const struct mark *ruler = ends->ruler;
    size_t start = ends->from.strip;
    const struct strip *first = &request->strips[start];
    if (!first->snap || request->grid <= 0 || ends->from.rest || ends->from.floats)
        return start;
    sp height = ends->from.height;
    sp moved = strip_top(first, cursor->y, cursor->head, request->grid) - ruler[start].top;
    size_t reach = ruler_reach(ruler, start, height - moved);
    for (size_t i = too_short(ends, start, reach); i < reach; i++) {
        if (ruler[i].penalty > ends->most_penalty && i + 1 < request->count)
            continue;
        ends->places = (int32_t)(ruler[i].places - ruler[start].places);
        take_choices(ends, i + 1);
        add_candidate(ends, i + 1, ruler[i].bottom + moved, height, false);
    }
    if (reach > start) {
        ends->places = (int32_t)(ruler[reach - 1].places - ruler[start].places);
        take_choices(ends, reach);
        *cursor = (struct cursor){.y = ruler[reach - 1].bottom + moved};
    }
    return reach;
}

/* Where what follows begins a new column there are no other ends, unless it takes a shorter
 * paragraph to get there. */
static void find_candidates(struct ends *ends, const struct beginning *from) {
    const struct breaks_request *request = ends->request;
    const struct strip *strips = request->strips;
    size_t start = from->strip;
    sp height = from->height;
    struct cursor cursor = begin_column(ends, from);
    sp notes = rest_height(ends);
    ends->notes = notes > 0;
    size_t begin = weigh_measured(ends, &cursor);
    sp used = cursor.y + (notes > 0 ? request->note_gap + notes : 0);
    for (size_t i = begin; i < request->count; i++) {
        if (ends->floats > 0 && begins_section(&strips[i]))
            return;
        if (lacks_room(ends, &cursor, i, height - used) && defer_figure(ends, &cursor, i)) {
            i += strips[i].floats - 1U;
            continue;
        }
        bool place = i > start && strip_takes_line(&strips[i], request->grid, BREAK_NEVER - 1);
        sp top = cursor_put(&cursor, &strips[i], request->grid);
        if (ends_before(&strips[i], top, height, i == start)) {
            if (add_candidate(ends, i, used, height, true))
                keep_last_candidate(ends);
            return;
        }
        ends->places += place;
        notes += strips[i].notes;
        ends->notes = notes > 0;
        used = cursor.y + (notes > 0 ? request->note_gap + notes : 0);
        take_choices(ends, i + 1);
        if (ends->floats > 0 && i + 1 == request->count)
            return;
        if (used > height && may_split(ends, &strips[i], cursor.y, height))
            add_split(ends, i + 1, cursor.y, height);
        else if (!add_candidate(ends, i + 1, used, height, false) &&
                 (from->rest == 0 || cursor.y >= height / SPLIT_TEXT_SHARE) &&
                 (request->choice_count == 0 || lines_over(ends, used, height) > MOST_CHOICES))
            return;
    }
}

/* Nothing fits: the first strip stands alone and sticks out. */
static void force_candidate(struct ends *ends) {
    const struct strip *strip = &ends->request->strips[ends->from.strip];
    sp height = ends->from.height;
    struct str over = length_print(ends->arena, strip->height + strip->notes - height);
    diag_fault(ends->diag, strip->span, "shorten it or make it smaller",
               "this is %.*s higher than the column it has to stand in", STR_ARGS(over));
    ends->floats = 0;
    add_candidate(ends, ends->from.strip + 1, height, height, true);
    ends->candidates.at[0].rest = ends->from.rest; /* no room for them */
}

static int32_t least_free(const struct ends *ends) {
    int32_t least = INT32_MAX - FREE_LINES_MORE;
    for (size_t i = 0; i < ends->candidates.count; i++)
        least = smaller(least, ends->candidates.at[i].free_lines);
    return least;
}

/* What leaves much more free than the fullest end does not come into question. */
static void drop_short(struct ends *ends) {
    int32_t most = least_free(ends) + ends->lines_more;
    size_t kept = 0;
    for (size_t i = 0; i < ends->candidates.count; i++)
        if (ends->candidates.at[i].free_lines <= most)
            ends->candidates.at[kept++] = ends->candidates.at[i];
    ends->candidates.count = kept;
}

static bool same_beginning(const struct beginning *a, const struct beginning *b) {
    return a->strip == b->strip && a->height == b->height && a->rest == b->rest &&
           a->floats == b->floats;
}

void ends_find(struct ends *ends, const struct beginning *from) {
    if (ends->candidates.count > 0 && same_beginning(&ends->from, from))
        return;
    ends->most_penalty = BREAK_NEVER - 1;
    find_candidates(ends, from);
    if (ends->candidates.count == 0) {
        ends->most_penalty = INT32_MAX;
        find_candidates(ends, from);
    }
    drop_short(ends);
    bool all = ends->lines_more == ends_most_lines_more(ends->request);
    if (ends->candidates.count == 0 && !ends->level && all)
        force_candidate(ends);
}
