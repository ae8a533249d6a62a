/* Free lines are shared out between things that may be parted, and columns end level. */
#include "layout/level.h"
#include "unit/check.h"

enum { ENTRIES = 12, HEIGHT = 10 };

/* Entries of a heading, kept with one line of text; white of a line above each. */
static size_t make_entries(struct strip *strips) {
    size_t count = 0;
    for (int i = 0; i < ENTRIES; i++) {
        strips[count++] =
            (struct strip){.above = SP_PT, .height = SP_PT, .snap = true, .penalty = BREAK_NEVER};
        strips[count++] = (struct strip){.above = SP_PT, .height = SP_PT, .snap = true};
    }
    return count;
}

static sp column_bottom(const struct breaks_request *request, const struct column *column) {
    struct level level = level_begin(request, column);
    struct cursor cursor = {.head = true};
    for (size_t i = column->start; i < column->end; i++) {
        bool head = i == column->start;
        sp added = level_before(&level, &request->strips[i], head, request->grid);
        if (added > 0)
            CHECK(request->strips[i - 1].penalty < BREAK_NEVER);
        cursor.y += added;
        cursor_put(&cursor, &request->strips[i], request->grid);
    }
    return cursor.y;
}

int main(void) {
    struct strip strips[2 * ENTRIES];
    struct arena *arena = arena_new();
    struct breaks_request request = {.strips = strips,
                                     .count = make_entries(strips),
                                     .grid = SP_PT,
                                     .height = HEIGHT * SP_PT,
                                     .columns = 2};
    /* Two entries and their white take 7 of 10 lines: all columns can have one more at their one
     * place, but none of them three. */
    struct columns columns = breaks_find(&request, arena, diag_new(arena));
    level_columns(&request, &columns);
    CHECK(columns.count == ENTRIES / 2);
    CHECK(columns.at[0].extra == 1);
    CHECK(column_bottom(&request, &columns.at[0]) == 8 * SP_PT);
    /* On the last page columns reach the longest of them. */
    CHECK(columns.at[columns.count - 1].extra == 0);

    request.height = 15 * SP_PT; /* four entries exactly */
    columns = breaks_find(&request, arena, diag_new(arena));
    level_columns(&request, &columns);
    CHECK(columns.at[0].extra == 0);
    request.height = 17 * SP_PT;
    level_columns(&request, &columns);
    CHECK(columns.at[0].extra == 2 && column_bottom(&request, &columns.at[0]) == 17 * SP_PT);
    CHECK(column_bottom(&request, &columns.at[1]) == 17 * SP_PT);
    arena_free(arena);
    return check_end();
}
