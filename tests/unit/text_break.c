#include "text/break.h"
#include "unit/check.h"

enum { WIDTH = 100, MOST = 400 };
static struct arena *arena;
static struct break_item items[MOST];
static size_t count;

static void box(sp width) {
    items[count++] = (struct break_item){.width = width};
}
static void glue(void) {
    items[count++] =
        (struct break_item){.kind = BREAK_GLUE, .width = 10, .stretch = 5, .shrink = 3};
}
static void penalty(int32_t penalty, sp width, bool hyphen) {
    items[count++] = (struct break_item){
        .kind = BREAK_PENALTY, .penalty = penalty, .width = width, .hyphen = hyphen};
}
static void words(const sp *widths, size_t number) {
    count = 0;
    for (size_t i = 0; i < number; i++) {
        if (i)
            glue();
        box(widths[i]);
    }
    penalty(BREAK_FORCED, 0, false);
}

static size_t broken(const struct break_setting *setting, struct break_line **lines) {
    return break_lines(items, count, setting, arena, lines);
}

/* Filling the first line to the brim spoils the second: the whole is weighed. */
static void looks_ahead(void) {
    const sp widths[] = {26, 26, 26, 24, 60, 60};
    words(widths, 6);
    const sp measure = WIDTH;
    struct break_setting setting = {
        .widths = &measure, .width_count = 1, .tolerance = 20 * RATIO_ONE, .certain = true};
    struct break_line *lines;
    size_t number = broken(&setting, &lines);
    CHECK(number == 3);
    CHECK(lines[0].end == 5); /* three words, though the shrinking white would let no fourth in */
    CHECK(lines[1].end == 9);
    CHECK(lines[2].end == count - 1 && lines[2].ratio == 0);
    CHECK(lines[0].demerits < lines[1].demerits);
}

static void tolerance_and_certainty(void) {
    const sp widths[] = {40, 90, 130, 20};
    words(widths, 4);
    const sp measure = WIDTH;
    struct break_setting setting = {.widths = &measure, .width_count = 1, .tolerance = RATIO_ONE};
    struct break_line *lines;
    CHECK(broken(&setting, &lines) == 0);
    setting.certain = true;
    setting.tolerance = INT64_MAX;
    CHECK(broken(&setting, &lines) == 4);
    CHECK(lines[2].ratio < -RATIO_ONE); /* the word wider than the measure */
}

static void hyphens(void) {
    /* Word, divided word: the line takes its first part and the hyphen. */
    count = 0;
    box(40);
    glue();
    box(44);
    penalty(50, 6, true);
    box(40);
    glue();
    box(50);
    penalty(BREAK_FORCED, 0, false);
    const sp measure = WIDTH;
    struct break_setting setting = {.widths = &measure, .width_count = 1, .tolerance = RATIO_ONE};
    struct break_line *lines;
    CHECK(broken(&setting, &lines) == 2);
    CHECK(lines[0].end == 3 && lines[0].ratio == 0);
    CHECK(lines[1].ratio == 0 || lines[1].ratio > -RATIO_ONE);
}

/* Two words of one syllable too many: without leave there is no way, with it the hyphens cost. */
static void hyphens_in_succession(void) {
    count = 0;
    for (int i = 0; i < 3; i++) {
        if (i)
            glue();
        box(30);
        glue();
        box(54);
        penalty(50, 6, true);
    }
    box(40);
    penalty(BREAK_FORCED, 0, false);
    const sp measure = WIDTH;
    struct break_setting setting = {.widths = &measure,
                                    .width_count = 1,
                                    .tolerance = RATIO_ONE,
                                    .even = true,
                                    .second_hyphen_demerits = 1000000};
    struct break_line *lines;
    CHECK(broken(&setting, &lines) == 0);
    setting.lenient = true;
    CHECK(broken(&setting, &lines) == 4);
    CHECK(lines[1].demerits - lines[0].demerits >= 1000000);
    CHECK(lines[2].demerits - lines[1].demerits >= 1000000);
}

/* What one line of two words costs that is as loose as `ratio` says. */
static int64_t cost_at(int64_t ratio) {
    const sp widths[] = {40960 - 1024 * 10, 40960, 99999};
    words(widths, 3);
    items[1] = (struct break_item){.kind = BREAK_GLUE, .width = 1024 * 10, .stretch = 1024};
    sp measures[] = {81920 + ratio, 99999};
    struct break_setting setting = {
        .widths = measures, .width_count = 2, .tolerance = INT64_MAX, .even = true};
    struct break_line *lines;
    CHECK(broken(&setting, &lines) == 2 && lines[0].ratio == ratio);
    return lines[0].demerits;
}

/* White of nearly half the font's again is seen as a hole: two hyphens cost less. */
static void holes_are_dear(void) {
    const int64_t hyphens = 2 * 115 * 115;
    CHECK(cost_at(970) - cost_at(950) < 2000);
    CHECK(cost_at(990) - cost_at(970) > hyphens);
    CHECK(cost_at(1010) - cost_at(990) < 2000);
}

/* Kerning narrows white before it is stretched: a line is as loose as the white that stands in it.
 */
static void kerning(void) {
    const sp widths[] = {40, 40, 60};
    words(widths, 3);
    const sp measure = WIDTH;
    struct break_setting setting = {.widths = &measure, .width_count = 1, .tolerance = RATIO_ONE};
    struct break_line *lines;
    CHECK(broken(&setting, &lines) == 0); /* 10 are wanted of a stretch of 5 */
    items[1].kern = -5;
    CHECK(broken(&setting, &lines) == 2);
    CHECK(lines[0].ratio == RATIO_ONE);
    items[1].kern = -10;
    CHECK(broken(&setting, &lines) == 2);
    CHECK(lines[0].ratio == 0);
}

/* What is passed over because it is too loose would not have been taken: with and without a
 * tolerance the same breaks are found, where all of them are within it. */
static void passes_over_nothing(void) {
    uint32_t seed = 1;
    size_t compared = 0;
    const sp measures[] = {88, WIDTH};
    for (int round = 0; round < 200; round++) {
        count = 0;
        for (int i = 0; i < 60; i++) {
            if (i)
                glue();
            seed = seed * 1664525 + 1013904223;
            box(4 + (seed >> 16) % 12);
            if (seed >> 30 == 0) {
                penalty(50, 3, true);
                box(6);
            }
            items[count - 1].flex = seed >> 29 & 1;
            items[count - 1].hang_end = seed >> 28 & 1;
        }
        penalty(BREAK_FORCED, 0, false);
        struct break_setting setting = {.widths = measures,
                                        .width_count = 2,
                                        .tolerance = INT64_MAX,
                                        .even = true,
                                        .lenient = true,
                                        .second_hyphen_demerits = 30000};
        struct break_line *all, *tolerated;
        size_t number = broken(&setting, &all);
        int64_t loosest = 0;
        for (size_t i = 0; i < number; i++)
            loosest = all[i].ratio > loosest ? all[i].ratio : loosest;
        setting.tolerance = loosest;
        CHECK(broken(&setting, &tolerated) == number);
        for (size_t i = 0; i < number; i++)
            CHECK(all[i].end == tolerated[i].end && all[i].demerits == tolerated[i].demerits);
        compared += number;
    }
    CHECK(compared > 1000);
}

static void measures_and_fewest(void) {
    const sp widths[] = {30, 30, 30, 30, 30, 30, 30, 30};
    words(widths, 8);
    const sp measures[] = {70, 139};
    struct break_setting setting = {.widths = measures,
                                    .width_count = 2,
                                    .tolerance = INT64_MAX,
                                    .certain = true,
                                    .fewest = true,
                                    .line_stretch = 40};
    struct break_line *lines;
    size_t number = broken(&setting, &lines);
    CHECK(number == 3);
    CHECK(lines[0].end == 3); /* two words on the short line */
    setting.width_count = 1;
    setting.last_counts = true;
    CHECK(broken(&setting, &lines) == 4); /* 2 2 2 2 */
    setting.widths = measures + 1;
    CHECK(broken(&setting, &lines) == 3);
    CHECK(lines[0].end >= 3 && lines[1].end <= 11); /* 3 3 2 in some order, not 3 4 1 */
    CHECK(lines[1].end - lines[0].end <= 6);
}

static void looseness(void) {
    count = 0;
    for (int i = 0; i < 60; i++) {
        if (i)
            glue();
        box(7);
    }
    penalty(BREAK_FORCED, 0, false);
    const sp measure = WIDTH;
    struct break_setting setting = {
        .widths = &measure, .width_count = 1, .tolerance = 3 * RATIO_ONE};
    struct break_line *lines;
    size_t optimum = broken(&setting, &lines);
    setting.looseness = 1;
    CHECK(broken(&setting, &lines) == optimum + 1);
}

int main(void) {
    arena = arena_new();
    looks_ahead();
    tolerance_and_certainty();
    hyphens();
    hyphens_in_succession();
    holes_are_dear();
    kerning();
    passes_over_nothing();
    measures_and_fewest();
    looseness();
    arena_free(arena);
    return check_end();
}
