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
    CHECK(lines[2].demerits - lines[1].demerits >= 4000000);
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
    measures_and_fewest();
    looseness();
    arena_free(arena);
    return check_end();
}
