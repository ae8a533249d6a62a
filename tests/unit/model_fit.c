#include "model/fit.h"
#include "model/goal.h"
#include "unit/check.h"

static const char yaml[] = "inner: 20 mm\nouter: 20 mm\ngrid: 13.5 pt\nlines: 48\ngap: 6 mm\n"
                           "first_baseline: 34 mm\n"
                           "fitting: {looseness: 1, least_grid: 12.9 pt, most_grid: 14.1 pt,\n"
                           "  most_gap: 6.8 mm, least_size: 98.8 %, most_size: 102 %}\n"
                           "roles:\n"
                           "  text: {family: PT Serif, size: 10 pt, leading: 13.5 pt}\n"
                           "  title: {size: 20 pt, leading: 27 pt, below: 13.5 pt}\n"
                           "  side: {size: 8 pt, leading: 10.125 pt, above: 3.375 pt}\n"
                           "  kicker: {like: side, size: 7 pt}\n"
                           "  subtitle: {like: title, size: 12 pt}\n";

static struct arena *arena;
static struct theme theme;

static void read_theme(void) {
    struct diag *diag = diag_new(arena);
    schema_read(&theme_record, yaml_read(arena, "theme.yaml", str_from(yaml), diag), &theme,
                arena, diag);
    CHECK(diag_faults(diag) == 0);
}

static void ladders(void) {
    struct fit_ladder up = fit_ladder_new(&theme, 1, arena);
    struct fit_ladder down = fit_ladder_new(&theme, -1, arena);
    /* As it is, looseness, two lines less, two gaps, four sizes. */
    CHECK(up.count == 10);
    CHECK(up.at[0].looseness == 0 && up.at[0].lines == 48 && up.at[0].size == 10000);
    CHECK(up.at[1].looseness == 1 && up.at[1].lines == 48);
    CHECK(up.at[2].lines == 47 && up.at[3].lines == 46 && up.at[3].looseness == 1);
    CHECK(up.at[5].gap == SP_OF_MM(6.8) && up.at[5].size == 10000);
    CHECK(up.at[9].size == 10200 && up.at[9].lines == 46 && up.at[9].gap == SP_OF_MM(6.8));
    /* No other gap; the last step of the sizes is shorter than the others. */
    CHECK(down.count == 7);
    CHECK(down.at[1].looseness == -1 && down.at[2].lines == 49 && down.at[3].lines == 50);
    CHECK(down.at[5].size == 9900 && down.at[6].size == 9880 && down.at[6].gap == SP_OF_MM(6));
    theme.fitting = (struct fitting){0};
    CHECK(fit_ladder_new(&theme, 1, arena).count == 1);
}

/* White and leading are the same parts of a line as before, to the sp, and the frame stays. */
static void themes(void) {
    for (int lines = 40; lines < 60; lines++) {
        struct fit fit = {.lines = lines, .gap = SP_OF_MM(5), .size = 9900};
        const struct theme *fitted = theme_fit(&theme, &fit, arena);
        sp grid = fitted->grid.value, frame = theme.grid.value * 48 - grid * lines;
        const struct theme_role *roles = fitted->roles.at;
        CHECK(fitted->lines.value == lines && fitted->gap.value == SP_OF_MM(5));
        CHECK(frame >= 0 && frame < SP_PT / 40);
        sp top = fitted->first_baseline.value - grid * 3 / 4;
        CHECK(top == theme.first_baseline.value - theme.grid.value * 3 / 4);
        CHECK(roles[0].leading.value == grid && roles[0].size.value == SP_OF_PT(9.9));
        CHECK(roles[1].leading.value == 2 * grid && roles[1].below.value == grid);
        CHECK(roles[1].size.value == SP_OF_PT(20) && roles[4].size.value == SP_OF_PT(12));
        CHECK(roles[2].leading.value * 4 == 3 * grid && roles[2].above.value * 4 == grid);
        CHECK(roles[2].size.value == SP_OF_PT(7.92) && roles[3].size.value == SP_OF_PT(6.93));
    }
    CHECK(theme.lines.value == 48 && theme.roles.at[0].size.value == SP_OF_PT(10));
}

static bool goal_is(const char *text, uint32_t pages, bool multiple) {
    struct page_goal goal;
    return page_goal_read(str_from(text), &goal) && goal.pages == pages &&
           goal.multiple == multiple;
}

static void goals(void) {
    CHECK(goal_is("48", 48, false) && goal_is(" 1 ", 1, false));
    CHECK(goal_is("multiple of 4", 4, true) && goal_is("multiple of  16", 16, true));
    const char *const wrong[] = {
        "",     "0", "-4", "4.5", "four", "of", "multiple of", "multiple of 1", "multiple of 0",
        "20000"};
    struct page_goal goal;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!page_goal_read(str_from(wrong[i]), &goal));
}

int main(void) {
    arena = arena_new();
    read_theme();
    themes();
    ladders();
    goals();
    arena_free(arena);
    return check_end();
}
