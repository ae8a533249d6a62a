#include "layout/ruler.h"

/* It stands where what is before it ends, and no column ends before it that has the room. */
static bool is_plain(const struct strip *strip) {
    return strip->start == START_HERE && strip->floats == 0 && strip->notes == 0 && !strip->wide &&
           !strip->side && !strip->discard;
}

struct mark *ruler_make(const struct strip *strips, size_t count, sp grid, struct arena *arena) {
    struct mark *ruler = arena_make(arena, struct mark, count + 1);
    struct cursor cursor = {.head = true};
    uint32_t places = 0;
    sp low = 0;
    for (size_t i = 0; i < count; i++) {
        const struct strip *strip = &strips[i];
        bool plain = is_plain(strip) && cursor.figure == 0;
        sp top = cursor_put(&cursor, strip, grid);
        places += i > 0 && strip_takes_line(strip, grid, BREAK_NEVER - 1);
        low = sp_larger(low, sp_larger(cursor.y, top + strip->need));
        ruler[i] = (struct mark){.top = top,
                                 .bottom = cursor.y,
                                 .low = low,
                                 .places = places,
                                 .penalty = strip->penalty,
                                 .plain = (uint32_t)(i + plain)};
    }
    ruler[count].plain = (uint32_t)count;
    for (size_t i = count; i-- > 0;)
        if (ruler[i].plain > i)
            ruler[i].plain = ruler[i + 1].plain;
    return ruler;
}

size_t ruler_reach(const struct mark *ruler, size_t start, sp low) {
    size_t from = start, to = ruler[start].plain;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ruler[middle].low <= low)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}
