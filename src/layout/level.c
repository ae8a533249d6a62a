#include "layout/level.h"

/* Lines more in one place of a last page; what its columns may end apart for that. */
enum { MOST_GAPE = 2, MOST_UNEVEN = 2 };
/* What a page of one column may end short by. */
enum { MOST_SHORT = 2 };

/* ---- where columns get lines ---- */

static uint32_t rank_of(const struct strip *strip) {
    if (strip->need > 0)
        return 0;
    return strip->heading ? strip->heading : LEVEL_RANKS - 1;
}

/* The places that take a line, by rank; returns how many there are in all. */
static uint32_t count_ranks(const struct breaks_request *request, const struct column *column,
                            int32_t penalty, uint32_t count[LEVEL_RANKS]) {
    uint32_t places = 0;
    for (size_t i = column->start + 1; i < column->end; i++)
        if (column_defers(column, request->strips, i))
            i += request->strips[i].floats - 1U;
        else if (strip_takes_line(&request->strips[i], request->grid, penalty)) {
            count[rank_of(&request->strips[i])]++;
            places++;
        }
    return places;
}

static uint32_t count_places(const struct breaks_request *request, const struct column *column,
                             int32_t penalty) {
    uint32_t count[LEVEL_RANKS] = {0};
    return count_ranks(request, column, penalty, count);
}

static uint32_t all_places(const struct breaks_request *request, const struct column *column) {
    return count_places(request, column, BREAK_NEVER - 1);
}

/* What a column can take when each of its places takes a line. */
static sp room(const struct breaks_request *request, const struct column *column) {
    return all_places(request, column) * request->grid;
}

/* ---- what columns lack ---- */

static uint32_t lines_lacking(sp target, sp used, sp grid) {
    return target > used ? (uint32_t)((target - used) / grid) : 0;
}

/* Short columns that have white for few lines look better a little uneven than with a hole: of what
 * would gape, as much is left out as columns may differ by. */
static uint32_t lines_on_last_page(uint32_t lacking, uint32_t places) {
    uint32_t gaping = lacking > MOST_GAPE * places ? lacking - MOST_GAPE * places : 0;
    return lacking - (gaping < MOST_UNEVEN ? gaping : MOST_UNEVEN);
}

/* What follows begins a page of its own, or would not fit. */
static bool ends_section(const struct breaks_request *request, const struct column *column) {
    const struct strip *next = &request->strips[column->end];
    return column->end == request->count || next->start != START_HERE ||
           next->need_start != START_HERE;
}

/* What follows the columns of a page stands elsewhere. */
static bool ends_short(const struct breaks_request *request, const struct column *last) {
    return last->end == request->count ? !request->goes_on
                                       : request->strips[last->end].start >= START_PAGE;
}

/* Where all columns of a page can end: as low as each gets by a line at each of its places, but not
 * above the longest, and on a last page no lower. */
static sp level_target(const struct breaks_request *request, const struct columns *columns,
                       size_t first, size_t end) {
    const struct column *at = columns->at;
    sp longest = 0, reached = column_height(request, columns, &at[first]);
    for (size_t i = first; i < end; i++) {
        sp used = at[i].used, reach = used + room(request, &at[i]);
        longest = used > longest ? used : longest;
        if (at[i].foot == 0)
            reached = reach < reached ? reach : reached;
    }
    return ends_short(request, &at[end - 1]) || reached < longest ? longest : reached;
}

/* ---- tails ---- */

static bool has_tail(const struct breaks_request *request, const struct column *column) {
    return column_tail(request->strips, column->start, column->end) < column->end;
}

/* From the last baseline of a strip to its end. */
static sp depth(const struct strip *strip) {
    for (uint32_t i = strip->part_count; i-- > 0;)
        if (strip->parts[i].kind == PART_LINE)
            return strip->height - strip->parts[i].y;
    return 0;
}

/* The last baseline of a column with the lines that it has been given. */
static sp last_baseline(const struct breaks_request *request, const struct column *column) {
    struct level level = level_begin(request, column);
    return column->used + level.lines * request->grid - depth(&request->strips[column->end - 1]);
}

static void lower_tails(const struct breaks_request *request, struct column *at, size_t first,
                        size_t end) {
    sp lowest = 0;
    for (size_t i = first; i < end; i++) {
        sp baseline = last_baseline(request, &at[i]);
        lowest = baseline > lowest ? baseline : lowest;
    }
    for (size_t i = first; i < end; i++)
        if (has_tail(request, &at[i]))
            at[i].lowered = lowest - last_baseline(request, &at[i]);
}

/* Columns [first, end) stand on one page. */
static void level_page(const struct breaks_request *request, struct columns *columns, size_t first,
                       size_t end) {
    struct column *at = columns->at;
    if (request->columns == 1 && ends_section(request, &at[first]))
        return;
    bool notes = false, last = ends_short(request, &at[end - 1]);
    sp target = level_target(request, columns, first, end);
    for (size_t i = first; i < end; i++) {
        bool own = at[i].foot > 0;
        at[i].extra = own ? 0 : lines_lacking(target, at[i].used, request->grid);
        if (last)
            at[i].extra = lines_on_last_page(at[i].extra, all_places(request, &at[i]));
        notes |= own;
    }
    if (last && !notes)
        lower_tails(request, at, first, end);
}

void level_columns(const struct breaks_request *request, struct columns *columns) {
    if (request->grid <= 0)
        return;
    for (size_t first = 0; first < columns->count;) {
        size_t end = first + 1;
        while (end < columns->count && columns->at[end].page == columns->at[first].page)
            end++;
        level_page(request, columns, first, end);
        first = end;
    }
}

/* ---- where they get it ---- */

/* Of `lines`, one goes to each place of as many ranks as it reaches for, the highest first; of more
 * than there are places, as many to all. Takes down in `each` what a rank gets; returns what is
 * left. */
static uint32_t share_by_rank(struct level *level, const uint32_t count[LEVEL_RANKS],
                              uint32_t lines) {
    uint32_t places = level->places;
    for (size_t rank = LEVEL_RANKS; rank-- > 0; places -= count[rank]) {
        if (count[rank] == 0 || lines < places)
            continue;
        uint32_t more = places == level->places ? lines / places : 1;
        for (size_t higher = 0; higher <= rank; higher++)
            level->each[higher] += more;
        lines -= more * places;
    }
    return lines;
}

static void share_alone(struct level *level, const struct breaks_request *request,
                        const struct column *column) {
    uint32_t count[LEVEL_RANKS] = {0};
    count_ranks(request, column, level->penalty, count);
    uint32_t left = share_by_rank(level, count, level->lines);
    if (left <= MOST_SHORT) {
        level->lines -= left;
        left = 0;
    }
    level->spread = left;
}

struct level level_begin(const struct breaks_request *request, const struct column *column) {
    struct level level = {.lines = column->extra, .penalty = BREAK_FREE};
    if (column->lowered > 0) {
        level.tail = &request->strips[column_tail(request->strips, column->start, column->end)];
        level.lowered = column->lowered;
    }
    if (level.lines == 0)
        return level;
    level.places = count_places(request, column, level.penalty);
    if (level.places < level.lines) { /* between the entries of a country as well */
        level.penalty = BREAK_NEVER - 1;
        level.places = count_places(request, column, level.penalty);
    }
    if (level.lines > MOST_LINES_MORE * level.places)
        level.lines = MOST_LINES_MORE * level.places;
    level.spread = level.lines;
    if (request->columns == 1)
        share_alone(&level, request, column);
    return level;
}

sp level_before(struct level *level, const struct strip *strip, bool head, sp grid) {
    sp lowered = strip == level->tail ? level->lowered : 0;
    if (level->lines == 0 || head || !strip_takes_line(strip, grid, level->penalty))
        return lowered;
    level->seen++;
    uint32_t due = level->seen * level->spread / level->places;
    sp lines = level->each[rank_of(strip)] + due - level->given;
    level->given = due;
    return lines * grid + lowered;
}
