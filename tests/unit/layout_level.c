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

static void test_lines_are_shared_out(void) {
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
}

/* On a page of one column headings of one level get alike, higher ones before lower ones, and what
 * is left stays at the foot. */
static void test_headings_get_alike(void) {
    static const uint8_t levels[] = {2, 3, 3, 2};
    enum { COUNT = 4 };
    struct strip strips[2 * COUNT + 1] = {{.height = SP_PT, .snap = true}};
    for (size_t i = 0; i < COUNT; i++) {
        strips[2 * i + 1] = (struct strip){.above = SP_PT,
                                           .height = SP_PT,
                                           .snap = true,
                                           .heading = levels[i],
                                           .penalty = BREAK_NEVER};
        strips[2 * i + 2] = (struct strip){.height = SP_PT, .snap = true};
    }
    /* given: lines lacking; before headings of levels 2 and 3; left at the foot */
    static const uint32_t cases[][4] = {{0, 0, 0, 0}, {1, 0, 0, 1}, {2, 1, 0, 0},
                                        {3, 1, 0, 1}, {4, 1, 1, 0}, {7, 2, 1, 1}};
    struct breaks_request request = {
        .strips = strips, .count = 2 * COUNT + 1, .grid = SP_PT, .columns = 1};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct column column = {.end = request.count, .extra = cases[i][0]};
        struct level level = level_begin(&request, &column);
        CHECK(level.lines == cases[i][0] - cases[i][3]);
        for (size_t at = 1; at < request.count; at++) {
            uint32_t more = strips[at].heading == 2 ? cases[i][1] : cases[i][2];
            sp due = strips[at].heading ? (sp)more * SP_PT : 0;
            CHECK(level_before(&level, &strips[at], false, request.grid) == due);
        }
    }
}

/* Entries of 5 to 25 lines, none of which may be torn, a line of white above each. */
static void test_entries_end_level(void) {
    enum { COUNT = 160, LINES = 60, MOST_APART = 2 };
    struct arena *arena = arena_new();
    ARRAY(struct strip) strips = {0};
    uint32_t number = 189; /* a sequence for which the cheapest way to each column is not enough */
    for (int i = 0; i < COUNT; i++) {
        number = number * 1664525 + 1013904223;
        int height = 5 + (int)(number >> 16) % 21;
        for (int line = height; line > 0; line--)
            array_push(&strips, arena,
                       (struct strip){.above = line == height ? SP_PT : 0,
                                      .height = SP_PT,
                                      .snap = true,
                                      .penalty = line > 1 ? BREAK_NEVER : BREAK_IN_GROUP});
    }
    struct breaks_request request = {.strips = strips.at,
                                     .count = strips.count,
                                     .grid = SP_PT,
                                     .height = LINES * SP_PT,
                                     .columns = 2,
                                     .balance = true};
    struct columns columns = breaks_find(&request, arena, diag_new(arena));
    level_columns(&request, &columns);
    for (size_t i = 0; i + 2 < columns.count; i += 2) {
        sp apart =
            column_bottom(&request, &columns.at[i]) - column_bottom(&request, &columns.at[i + 1]);
        CHECK((apart < 0 ? -apart : apart) <= MOST_APART * SP_PT);
    }
    arena_free(arena);
}

/* The text of a last page has 8 lines; below it stands a small line off the grid. */
static void test_last_line_off_the_grid(void) {
    enum { LINES = 8 };
    struct arena *arena = arena_new();
    struct part line = {.kind = PART_LINE, .y = SP_PT * 3 / 4};
    struct part small = {.kind = PART_LINE, .y = SP_PT / 2};
    struct strip strips[LINES + 1];
    for (int i = 0; i < LINES; i++)
        strips[i] = (struct strip){.height = SP_PT, .snap = true, .part_count = 1, .parts = &line};
    strips[LINES] = (struct strip){
        .above = SP_PT / 2, .height = SP_PT * 3 / 4, .part_count = 1, .parts = &small};
    struct breaks_request request = {.strips = strips,
                                     .count = LINES + 1,
                                     .grid = SP_PT,
                                     .height = 10 * SP_PT,
                                     .columns = 2,
                                     .balance = true};
    struct columns columns = breaks_find(&request, arena, diag_new(arena));
    level_columns(&request, &columns);
    CHECK(columns.count == 2 && columns.at[0].end == 5);
    CHECK(column_tail(strips, 5, LINES + 1) == LINES);
    CHECK(column_tail(strips, 0, 5) == 5);
    /* 3 lines, the white and the small line reach 4 lines: its baseline is to stand at 4.75. */
    CHECK(columns.at[1].lowered == SP_PT * 3 / 4);
    CHECK(column_bottom(&request, &columns.at[1]) - SP_PT / 4 ==
          column_bottom(&request, &columns.at[0]) - SP_PT / 4);
    arena_free(arena);
}

/* Columns of a last page: one of ten lines, one of `height` lines in two entries. */
static uint32_t extra_on_last_page(int height) {
    struct arena *arena = arena_new();
    struct strip strips[3] = {{.height = 10 * SP_PT, .snap = true},
                              {.height = SP_PT, .snap = true},
                              {.above = SP_PT, .height = (height - 2) * SP_PT, .snap = true}};
    struct breaks_request request = {.strips = strips,
                                     .count = 3,
                                     .grid = SP_PT,
                                     .height = HEIGHT * SP_PT,
                                     .columns = 2,
                                     .balance = true};
    struct columns columns = breaks_find(&request, arena, diag_new(arena));
    level_columns(&request, &columns);
    CHECK(columns.count == 2 && columns.at[1].start == 1);
    uint32_t extra = columns.at[1].extra;
    arena_free(arena);
    return extra;
}

/* One place takes two lines, then the column ends up to two lines short, then it gapes. */
static void test_last_page_does_not_gape(void) {
    CHECK(extra_on_last_page(10) == 0);
    CHECK(extra_on_last_page(8) == 2);
    CHECK(extra_on_last_page(7) == 2);
    CHECK(extra_on_last_page(6) == 2);
    CHECK(extra_on_last_page(5) == 3);
}

int main(void) {
    test_last_page_does_not_gape();
    test_lines_are_shared_out();
    test_headings_get_alike();
    test_entries_end_level();
    test_last_line_off_the_grid();
    return check_end();
}
