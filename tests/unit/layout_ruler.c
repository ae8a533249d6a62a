/* Where strips stand in one endless column. The grid is one point, so heights count lines. */
#include "layout/ruler.h"
#include "unit/check.h"

enum { COUNT = 6 };

/* Strips of two lines, half a line of white between them: each begins on the grid. */
static void fill(struct strip strips[COUNT]) {
    for (size_t i = 0; i < COUNT; i++)
        strips[i] = (struct strip){.above = i ? SP_PT / 2 : 0, .height = 2 * SP_PT, .snap = true};
}

static void test_tops_and_bottoms(void) {
    struct arena *arena = arena_new();
    struct strip strips[COUNT];
    fill(strips);
    strips[2].snap = false;
    const struct mark *ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler[0].top == 0 && ruler[0].bottom == 2 * SP_PT);
    CHECK(ruler[1].top == 3 * SP_PT && ruler[1].bottom == 5 * SP_PT);
    CHECK(ruler[2].top == 5 * SP_PT + SP_PT / 2);
    CHECK(ruler[3].top == 8 * SP_PT);
    arena_free(arena);
}

/* A column ends before a strip for which the room is not left: so low it reaches. */
static void test_reach(void) {
    struct arena *arena = arena_new();
    struct strip strips[COUNT];
    fill(strips);
    const struct mark *ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler_reach(ruler, 0, 8 * SP_PT) == 3);
    CHECK(ruler_reach(ruler, 0, 100 * SP_PT) == COUNT);
    strips[2].need = 5 * SP_PT;
    ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler_reach(ruler, 0, 8 * SP_PT) == 2);
    strips[1].wide = true;
    ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler_reach(ruler, 0, 8 * SP_PT) == 1);
    CHECK(ruler_reach(ruler, 1, 8 * SP_PT) == 1);
    arena_free(arena);
}

/* Below a figure stands white that is not there when the column begins with its second strip. */
static void test_figures_are_not_plain(void) {
    struct arena *arena = arena_new();
    struct strip strips[COUNT];
    fill(strips);
    strips[1].floats = 2;
    const struct mark *ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler[0].plain == 1 && ruler[1].plain == 1 && ruler[2].plain == 2);
    CHECK(ruler[3].plain == COUNT);
    arena_free(arena);
}

static void test_places(void) {
    struct arena *arena = arena_new();
    struct strip strips[COUNT];
    fill(strips);
    strips[2].above = strips[4].above = SP_PT;
    strips[3].penalty = BREAK_NEVER;
    const struct mark *ruler = ruler_make(strips, COUNT, SP_PT, arena);
    CHECK(ruler[1].places == 0 && ruler[2].places == 1 && ruler[5].places == 1);
    arena_free(arena);
}

int main(void) {
    test_tops_and_bottoms();
    test_reach();
    test_figures_are_not_plain();
    test_places();
    return check_end();
}
