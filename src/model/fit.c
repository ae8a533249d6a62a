#include "model/fit.h"
#include "base/array.h"

#define GAP_STEP SP_OF_MM(0.5)
enum {
    SIZE_STEP = 50,
    WHOLE = 10000,
    /* White of a quarter of a line stays a quarter to the sp when the grid is a multiple of this.
     */
    GRID_UNIT = 16
};

/* ---- ladder ---- */

struct ladder_builder {
    const struct theme *theme;
    int direction;
    struct arena *arena;
    ARRAY(struct fit) steps;
};

static sp grid_of(const struct theme *theme, int64_t lines) {
    return theme->grid.value * theme->lines.value / lines / GRID_UNIT * GRID_UNIT;
}

static struct fit *step_add(struct ladder_builder *builder) {
    struct fit last = builder->steps.at[builder->steps.count - 1];
    struct fit *step = array_add(&builder->steps, builder->arena);
    *step = last;
    return step;
}

static void add_looseness(struct ladder_builder *builder) {
    for (int64_t i = 0; i < builder->theme->fitting.looseness.value; i++)
        step_add(builder)->looseness += builder->direction;
}

static void add_lines(struct ladder_builder *builder) {
    const struct theme *theme = builder->theme;
    const struct fitting *fitting = &theme->fitting;
    sp least = fitting->least_grid.given ? fitting->least_grid.value : theme->grid.value;
    sp most = fitting->most_grid.given ? fitting->most_grid.value : theme->grid.value;
    for (int64_t lines = theme->lines.value - builder->direction; lines > 0;
         lines -= builder->direction) {
        sp grid = grid_of(theme, lines);
        if (grid < least || grid > most)
            break;
        step_add(builder)->lines = (int)lines;
    }
}

/* Steps of `step` from `from` to `to`, the last one shorter. */
static int64_t toward(int64_t from, int64_t to, int64_t step) {
    int64_t left = to > from ? to - from : from - to;
    if (left <= step)
        return to;
    return to > from ? from + step : from - step;
}

static void add_gaps(struct ladder_builder *builder) {
    const struct fitting *fitting = &builder->theme->fitting;
    const struct dimension *end = builder->direction > 0 ? &fitting->most_gap : &fitting->least_gap;
    for (sp gap = builder->theme->gap.value; end->given && gap != end->value;) {
        gap = toward(gap, end->value, GAP_STEP);
        step_add(builder)->gap = gap;
    }
}

static void add_sizes(struct ladder_builder *builder) {
    const struct fitting *fitting = &builder->theme->fitting;
    const struct share *end = builder->direction > 0 ? &fitting->most_size : &fitting->least_size;
    for (int32_t size = WHOLE; end->given && size != end->value;) {
        size = (int32_t)toward(size, end->value, SIZE_STEP);
        step_add(builder)->size = size;
    }
}

struct fit fit_none(const struct theme *theme) {
    return (struct fit){.lines = (int)theme->lines.value, .gap = theme->gap.value, .size = WHOLE};
}

struct fit_ladder fit_ladder_new(const struct theme *theme, int direction, struct arena *arena) {
    struct ladder_builder builder = {.theme = theme, .direction = direction, .arena = arena};
    array_push(&builder.steps, arena, fit_none(theme));
    add_looseness(&builder);
    add_lines(&builder);
    add_gaps(&builder);
    add_sizes(&builder);
    return (struct fit_ladder){builder.steps.at, builder.steps.count};
}

/* ---- theme ---- */

static const struct theme_role *role_find(const struct theme *theme, struct str key) {
    for (size_t i = 0; i < theme->roles.count; i++)
        if (str_equal(theme->roles.at[i].key.text, key))
            return &theme->roles.at[i];
    return NULL;
}

/* From the role or the nearest one that it is like. */
static sp leading_of(const struct theme *theme, const struct theme_role *role) {
    for (size_t steps = 0; role && steps <= theme->roles.count; steps++) {
        if (role->leading.given)
            return role->leading.value;
        role = role_find(theme, role->like.text.length ? role->like.text : STR("text"));
    }
    return 0;
}

static void scale(struct dimension *length, int64_t numerator, int64_t denominator) {
    length->value = sp_scale(length->value, numerator, denominator);
}

const struct theme *theme_fit(const struct theme *theme, const struct fit *fit,
                              struct arena *arena) {
    struct theme *fitted = arena_make(arena, struct theme, 1);
    sp old = theme->grid.value;
    sp grid = fit->lines == theme->lines.value ? old : grid_of(theme, fit->lines);
    *fitted = *theme;
    fitted->grid.value = grid;
    fitted->lines.value = fit->lines;
    fitted->gap.value = fit->gap;
    /* A first baseline stands three quarters of a line below the frame. */
    fitted->first_baseline.value += (grid - old) * 3 / 4;
    fitted->roles.at = arena_make(arena, struct theme_role, theme->roles.count);
    for (size_t i = 0; i < theme->roles.count; i++) {
        struct theme_role *role = &fitted->roles.at[i];
        *role = theme->roles.at[i];
        if (leading_of(theme, role) <= old)
            scale(&role->size, fit->size, WHOLE);
        scale(&role->leading, grid, old);
        scale(&role->above, grid, old);
        scale(&role->below, grid, old);
    }
    return fitted;
}
