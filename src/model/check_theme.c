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

enum { LEAST_LINES = 10 };

/* The last line must stand above the foot, or on the page where there is none. */
static void check_lines(struct checker *checker, const struct theme *theme) {
    const struct integer *lines = &theme->lines;
    sp grid = theme->grid.value, height = theme_height(theme);
    if (!lines->given || grid <= 0 || height <= 0)
        return;
    sp foot = height - (theme->foot_baseline.given ? theme->foot_baseline.value + grid : grid / 4);
    int64_t most = (foot - theme->first_baseline.value) / grid + 1;
    if (lines->value > most)
        diag_fault(checker->diag, lines->span,
                   str_print(checker->scratch, "write %lld or less", (long long)most).at,
                   "so many `lines` do not fit between `first_baseline` and the foot");
}

static void check_grid(struct checker *checker, const struct theme *theme) {
    if (theme->grid.given && theme->grid.value <= 0)
        diag_fault(checker->diag, theme->grid.span, "write the distance of lines, as 13.5 pt",
                   "the `grid` must be more than nothing");
    if (theme->lines.given && theme->lines.value < LEAST_LINES)
        diag_fault(checker->diag, theme->lines.span, "write as many as the page holds",
                   "a page of fewer than %d `lines` has no room for a title and its text",
                   LEAST_LINES);
    else
        check_lines(checker, theme);
}

static void check_most(struct checker *checker, const struct share *share, int32_t most,
                       const char *name, const char *shown) {
    if (share->given && share->value > most)
        diag_fault(checker->diag, share->span,
                   str_print(checker->scratch, "write %s or less", shown).at,
                   "`%s` is more than %s: readers would see it", name, shown);
}

/* ---- fitting ---- */

/* Beyond a fifth it is another look, not the same one fitted. */
enum { LEAST_SHARE = 8000, WHOLE = 10000, MOST_SHARE = 12500, MOST_LOOSENESS = 2 };

static void check_length(struct checker *checker, const struct dimension *length, sp least, sp most,
                         const char *name) {
    if (!length->given || (length->value >= least && length->value <= most))
        return;
    struct str from = length_print(checker->scratch, least);
    struct str to = length_print(checker->scratch, most);
    diag_fault(
        checker->diag, length->span,
        str_print(checker->scratch, "write from %.*s to %.*s", STR_ARGS(from), STR_ARGS(to)).at,
        "`%s` is not what the theme's own look can be changed to", name);
}

/* The least and the greatest length that a length of the theme may be changed to. */
static void check_lengths(struct checker *checker, const struct dimension *own,
                          const struct dimension *least, const struct dimension *most,
                          const char *least_name, const char *most_name) {
    if (!own->given)
        return;
    check_length(checker, least, sp_scale(own->value, LEAST_SHARE, WHOLE), own->value, least_name);
    check_length(checker, most, own->value, sp_scale(own->value, MOST_SHARE, WHOLE), most_name);
}

static void check_share(struct checker *checker, const struct share *share, int32_t least,
                        int32_t most, const char *name) {
    if (share->given && (share->value < least || share->value > most))
        diag_fault(
            checker->diag, share->span,
            str_print(checker->scratch, "write from %d %% to %d %%", least / 100, most / 100).at,
            "`%s` is not what the theme's own look can be changed to", name);
}

static void check_fitting(struct checker *checker, const struct theme *theme) {
    const struct fitting *fitting = &theme->fitting;
    const struct integer *looseness = &fitting->looseness;
    if (looseness->given && (looseness->value < 0 || looseness->value > MOST_LOOSENESS))
        diag_fault(checker->diag, looseness->span, "write 0, 1 or 2",
                   "paragraphs cannot be %lld lines longer or shorter and still be good",
                   (long long)looseness->value);
    check_lengths(checker, &theme->grid, &fitting->least_grid, &fitting->most_grid, "least_grid",
                  "most_grid");
    check_lengths(checker, &theme->gap, &fitting->least_gap, &fitting->most_gap, "least_gap",
                  "most_gap");
    check_share(checker, &fitting->least_size, LEAST_SHARE, WHOLE, "least_size");
    check_share(checker, &fitting->most_size, WHOLE, MOST_SHARE, "most_size");
}

void check_theme(struct checker *checker, const struct theme *theme) {
    check_roles(checker, theme);
    check_own_size(checker, theme);
    check_grid(checker, theme);
    check_most(checker, &theme->expansion, THEME_MOST_EXPANSION, "expansion", "2 %");
    check_most(checker, &theme->spacing, THEME_MOST_SPACING, "spacing", "0.5 %");
    check_press(checker, theme);
    check_fitting(checker, theme);
}
