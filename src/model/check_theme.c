#include "model/check.h"

#include <string.h>

/* ---- chains of `like` ---- */

enum { UNSEEN, ON_THE_WAY, SEEN };

static size_t role_next(const struct theme *theme, const struct id_table *roles, size_t role) {
    const struct theme_role *next = id_table_find(roles, theme->roles.at[role].like.text);
    return next ? (size_t)(next - theme->roles.at) : theme->roles.count;
}

/* Each role is entered once: a chain that meets one of its own is a loop, told where it closes. */
static void follow(struct checker *checker, const struct theme *theme, const struct id_table *roles,
                   unsigned char *states, size_t start) {
    size_t role = start, last = start;
    for (; role < theme->roles.count && states[role] == UNSEEN;
         role = role_next(theme, roles, role)) {
        states[role] = ON_THE_WAY;
        last = role;
    }
    if (role < theme->roles.count && states[role] == ON_THE_WAY)
        diag_fault(checker->diag, theme->roles.at[last].like.span,
                   "let one of the roles stand without `like`",
                   "the role `%.*s` is like itself in a circle",
                   STR_ARGS(theme->roles.at[last].key.text));
    for (role = start; role < theme->roles.count && states[role] == ON_THE_WAY;
         role = role_next(theme, roles, role))
        states[role] = SEEN;
}

static void check_roles(struct checker *checker, const struct theme *theme) {
    struct id_table roles, colours;
    id_table_fill(&roles, checker->scratch, theme->roles.at, theme->roles.count,
                  sizeof *theme->roles.at);
    id_table_fill(&colours, checker->scratch, theme->colours.at, theme->colours.count,
                  sizeof *theme->colours.at);
    unsigned char *states = arena_make(checker->scratch, unsigned char, theme->roles.count);
    for (size_t i = 0; i < theme->roles.count; i++) {
        const struct theme_role *role = &theme->roles.at[i];
        check_named(checker, &roles, &role->like, "role", "name a role of this theme");
        check_named(checker, &colours, &role->colour, "colour", "add it to `colours`");
        check_named(checker, &colours, &role->rule_colour, "colour", "add it to `colours`");
        follow(checker, theme, &roles, states, i);
    }
    if (theme->roles.count && !id_table_find(&roles, STR("text")))
        diag_fault(checker->diag, theme->roles.span, "add it, with `family`, `size` and `leading`",
                   "the theme has no role `text`, which all others rest on");
}

/* ---- numbers ---- */

static void check_own_size(struct checker *checker, const struct theme *theme) {
    if (theme->size.value != SIZE_OWN)
        return;
    if (!theme->width.given || !theme->height.given)
        diag_fault(checker->diag, theme->size.span, "add `width: 148 mm` and `height: 210 mm`",
                   "a page of size `own` needs `width` and `height`");
}

static void check_grid(struct checker *checker, const struct theme *theme) {
    if (theme->grid.given && theme->grid.value <= 0)
        diag_fault(checker->diag, theme->grid.span, "write the distance of lines, as 13.5 pt",
                   "the `grid` must be more than nothing");
    if (theme->lines.given && theme->lines.value < 1)
        diag_fault(checker->diag, theme->lines.span, "write how many lines a page has",
                   "a page must have `lines`");
}

static void check_most(struct checker *checker, const struct share *share, int32_t most,
                       const char *name, const char *shown) {
    if (share->given && share->value > most)
        diag_fault(checker->diag, share->span,
                   str_print(checker->scratch, "write %s or less", shown).at,
                   "`%s` is more than %s: readers would see it", name, shown);
}

void check_theme(struct checker *checker, const struct theme *theme) {
    check_roles(checker, theme);
    check_own_size(checker, theme);
    check_grid(checker, theme);
    check_most(checker, &theme->expansion, THEME_MOST_EXPANSION, "expansion", "2 %");
    check_most(checker, &theme->spacing, THEME_MOST_SPACING, "spacing", "0.5 %");
    check_press(checker, theme);
}
