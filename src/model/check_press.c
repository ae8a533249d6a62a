#include "base/file.h"
#include "model/check.h"

/* Below 200 % no black is deep, above 400 % there is no ink left. */
enum { LEAST_INK = 200, MOST_INK = 400, MOST_COLOURS = 255 };
#define MOST_BLEED SP_OF_MM(20)
#define MOST_CREEP SP_OF_MM(1)

static void check_profile(struct checker *checker, const struct string *profile) {
    if (profile->text.length == 0)
        return;
    struct str folder = path_folder(str_from(profile->span.file));
    if (!file_exists(path_join(checker->scratch, folder, profile->text).at))
        diag_fault(checker->diag, profile->span,
                   "check the name; it is relative to the folder of this file",
                   "there is no profile `%.*s`", STR_ARGS(profile->text));
}

static void check_length(struct checker *checker, const struct dimension *length, const char *name,
                         sp most, const char *hint) {
    if (length->given && (length->value < 0 || length->value > most))
        diag_fault(checker->diag, length->span, hint, "`%s` must be from 0 to %.0f mm", name,
                   (double)most / (double)SP_OF_MM(1));
}

/* A plate is known by its name alone. */
static void check_spots(struct checker *checker, const struct theme *theme) {
    if (theme->colours.count > MOST_COLOURS) {
        diag_fault(checker->diag, theme->colours.span, "leave out those that nothing uses",
                   "a theme has no more than %d colours", MOST_COLOURS);
        return;
    }
    for (size_t i = 0; i < theme->colours.count; i++)
        for (size_t k = 0; k < i && theme->colours.at[i].tint.spot.length; k++)
            if (str_equal(theme->colours.at[i].tint.spot, theme->colours.at[k].tint.spot))
                diag_fault(checker->diag, theme->colours.at[i].tint.span,
                           "use one colour in both places",
                           "the colours `%.*s` and `%.*s` are of the same ink `%.*s`",
                           STR_ARGS(theme->colours.at[k].key.text),
                           STR_ARGS(theme->colours.at[i].key.text),
                           STR_ARGS(theme->colours.at[i].tint.spot));
}

void check_press(struct checker *checker, const struct theme *theme) {
    const struct integer *ink = &theme->press.ink_limit;
    if (ink->given && (ink->value < LEAST_INK || ink->value > MOST_INK))
        diag_fault(checker->diag, ink->span, "write the percentage that the printer names, as 300",
                   "`ink_limit` must be from %d to %d", LEAST_INK, MOST_INK);
    check_profile(checker, &theme->press.profile);
    check_length(checker, &theme->press.creep, "creep", MOST_CREEP,
                 "write the thickness of a sheet, as 0.1 mm");
    check_length(checker, &theme->bleed, "bleed", MOST_BLEED,
                 "write what the printer asks for, as 3 mm");
    check_spots(checker, theme);
}
